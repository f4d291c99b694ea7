"""Check what an editor tells of a case file.

Starts yaml-language-server, the program behind YAML in most editors, and speaks its
protocol over stdio as an editor does, with the committed schemas and without the
network:

- an example is found without fault, or a draft with nothing but missing facts
- a wrong value of an enumeration is marked on its line, and nothing else is
- keys and values are completed
- the description of a field is shown, in Norwegian and in English

Exits 1 when one of these does not hold, 2 when the server gives no answer. With
--value the value to be put in for a wrong one can be chosen; a right one must fail,
which is how the gate is shown to catch anything.
"""
# SPDX-License-Identifier: Apache-2.0
import argparse
import json
import re
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, Queue

SERVER = "node_modules/yaml-language-server/bin/yaml-language-server"
SECONDS = 60  # that an answer may take


class NoAnswer(Exception):
    """The server did not answer."""


class Editor:
    """A client of the language server that knows one schema."""

    def __init__(self, server, root, schema):
        self.process = subprocess.Popen(["node", str(server), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.queue, self.id, self.asked = Queue(), 0, []
        self.settings = {
            "schemas": {schema.resolve().as_uri(): ["*.yaml"]}, "schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True,
        }
        threading.Thread(target=self._read, daemon=True).start()
        self.request("initialize", {
            "processId": None, "rootUri": root.resolve().as_uri(),
            "capabilities": {
                "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
                "textDocument": {
                    "hover": {"contentFormat": ["markdown", "plaintext"]}, "publishDiagnostics": {},
                    "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
                },
            },
        })
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": {"yaml": self.settings}}})

    def close(self):
        self.process.kill()
        self.process.wait()

    def _read(self):
        out = self.process.stdout
        while True:
            length = 0
            while (line := out.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                self.queue.put(None)
                return
            self.queue.put(json.loads(out.read(length)))

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _next(self, wanted):
        """The next message that is wanted; what the server asks for is answered."""
        while True:
            try:
                m = self.queue.get(timeout=SECONDS)
            except Empty:
                raise NoAnswer(f"nothing for {SECONDS} s") from None
            if m is None:
                raise NoAnswer(f"the server ended with {self.process.wait()}")
            if "method" in m and "id" in m:
                result = None
                if m["method"] == "workspace/configuration":
                    result = [self.settings if i.get("section") == "yaml" else None for i in m["params"]["items"]]
                elif m["method"].startswith("custom/schema/content") or m["method"] == "vscode/content":
                    self.asked.append(m["params"])  # it would be fetched from somewhere
                self._send({"id": m["id"], "result": result})
            if wanted(m):
                return m

    def request(self, method, params):
        self.id += 1
        self._send({"id": self.id, "method": method, "params": params})
        answer = self._next(lambda m: m.get("id") == self.id and "method" not in m)
        if "error" in answer:
            raise NoAnswer(f"{method}: {answer['error']}")
        return answer["result"]

    def open(self, path, text):
        """Opens a document and returns what the server says of it."""
        uri = path.resolve().as_uri()
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}})
        answer = self._next(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri)
        return answer["params"]["diagnostics"]

    def at(self, method, path, line, column):
        return self.request("textDocument/" + method, {"textDocument": {"uri": path.resolve().as_uri()}, "position": {"line": line, "character": column}})

    def hover(self, path, line, column):
        answer = self.at("hover", path, line, column) or {}
        contents = answer.get("contents", "")
        return contents.get("value", "") if isinstance(contents, dict) else str(contents)

    def complete(self, path, line, column):
        answer = self.at("completion", path, line, column) or []
        items = answer["items"] if isinstance(answer, dict) else answer
        return {i["label"]: i for i in items}


def line_of(text, start):
    """The line, from 0, that begins with some text."""
    for i, line in enumerate(text.split("\n")):
        if line.startswith(start):
            return i
    raise SystemExit(f"no line begins with {start!r}")


def plain(markdown):
    """Markdown without its escapes."""
    return re.sub(r"\\(.)", r"\1", markdown).replace("&nbsp;", " ")


def marks(faults):
    return [(f["range"]["start"]["line"] + 1, f["message"]) for f in faults[:5]]


class Report:
    def __init__(self):
        self.bad = 0

    def check(self, ok, what, seen=""):
        self.bad += not ok
        print(("ok    " if ok else "FAIL  ") + what + ("" if ok or not seen else f": {seen}"))


def check_language(report, editor, schema, folder, language):
    """Completion and hover, with the words of the schema."""
    properties = json.loads(schema.read_text(encoding="utf-8"))["properties"]
    path = folder / f"new.{language}.yaml"
    text = "samsvar: 1\nphase: \ncontrollers:\n  - name: x\n    \n\n"
    editor.open(path, text)
    keys = editor.complete(path, 5, 0)
    missing = set(properties) - {"samsvar", "phase", "controllers"} - set(keys)
    report.check(not missing, f"{language}: {len(keys)} keys of a case are completed", f"missing {sorted(missing)}")
    for name in ("processor", "agreement"):
        documentation = keys.get(name, {}).get("documentation", "")
        documentation = documentation.get("value", "") if isinstance(documentation, dict) else documentation
        report.check(properties[name]["description"] in plain(documentation), f"{language}: {name} is completed with its description", documentation)
    inner = editor.complete(path, 4, 4)
    report.check({"orgNumber", "address", "contact"} <= set(inner) and "name" not in inner, f"{language}: keys within a list are completed", sorted(inner))
    values = editor.complete(path, 1, 7)
    report.check(set(properties["phase"]["enum"]) <= set(values), f"{language}: the phases are completed", sorted(values))
    for name, line in (("phase", 1), ("controllers", 2)):
        shown = editor.hover(path, line, 2)
        for part in ("title", "description"):
            report.check(properties[name][part] in plain(shown), f"{language}: hovering over {name} shows its {part}", shown)


def absent(fault, lines):
    """Whether a mark is about a fact that is not there: an open point of a draft."""
    line = lines[fault["range"]["start"]["line"]]
    empty = re.search(r":\s*(\[\s*\])?\s*(#.*)?$", line)
    return "Missing property" in fault["message"] or bool(empty) and re.match(r"Incorrect type|Value is not accepted|Array has too few items", fault["message"])


def taken_over(fault, lines):
    """Whether a fact of the processor is missed that it takes over from a supplier,
    which the schema has no way to say."""
    at = fault["range"]["start"]["line"]
    return "Missing property" in fault["message"] and lines[at] == "processor:" and lines[at + 1].startswith("  from: ")


def check_examples(report, editor, examples, drafts, wrong):
    """The examples as they are, and one with a wrong value."""
    faultless = []
    for path in examples:
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        faults = editor.open(path, text)
        if not faults:
            faultless.append(path)
        left = [f for f in faults if not taken_over(f, lines) and not (path.parent.name in drafts and absent(f, lines))]
        report.check(not left, f"{path}: nothing to mark" + (f" but {len(faults)} missing facts" if faults else ""), marks(left))
    report.check(faultless, "an example has no mark at all")
    if not faultless:
        return
    path = faultless[0]
    text = path.read_text(encoding="utf-8")
    line = line_of(text, "phase: ")
    lines = text.split("\n")
    lines[line] = "phase: " + wrong
    faults = editor.open(path.with_name("wrong.yaml"), "\n".join(lines))
    marked = [f["range"]["start"]["line"] for f in faults]
    report.check(marked == [line], f"{path}: phase: {wrong} is marked on line {line + 1}, and nothing else", marks(faults))
    for f in faults:
        start, end = f["range"]["start"], f["range"]["end"]
        report.check((start["character"], end["character"]) == (len("phase: "), len("phase: " + wrong)), "the mark is under the value", f["range"])
        report.check("tender" in f["message"], "the mark tells what can stand there", f["message"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", type=Path, required=True, help="folder with node_modules")
    parser.add_argument("--root", type=Path, default=Path("."), help="the checkout")
    parser.add_argument("--draft", action="append", default=[], help="an example with open points")
    parser.add_argument("--value", default="contrct", help="the value that is to be marked")
    args = parser.parse_args()
    server = args.tools / SERVER
    if not server.is_file():
        print(f"{server} is not there", file=sys.stderr)
        return 2
    examples = sorted((args.root / "examples").glob("*/case.yaml"))
    if len(examples) < 3:
        print(f"only {len(examples)} examples", file=sys.stderr)
        return 2
    report = Report()
    try:
        for language in ("nb", "en"):
            schema = args.root / "generator" / "model" / f"schema.{language}.json"
            editor = Editor(server, args.root, schema)
            try:
                check_language(report, editor, schema, args.root / "examples", language)
                if language == "nb":  # the examples name this schema themselves
                    check_examples(report, editor, examples, args.draft, args.value)
                report.check(not editor.asked, f"{language}: nothing is fetched", editor.asked)
            finally:
                editor.close()
    except NoAnswer as e:
        print(f"no answer: {e}", file=sys.stderr)
        return 2
    return 1 if report.bad else 0


if __name__ == "__main__":
    sys.exit(main())
