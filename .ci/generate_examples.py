"""Make every document of every example with the samsvar command, and check the command.

For each example, in each language that the text library is complete in, and in two
languages side by side: docx, html and md, a docx in the look of each --style, and a
final version. Checked are the
exit codes (0; 3 for a --draft, whose final version is refused with 1 and writes
nothing) and that a second run, in another time zone, locale and folder, gives the
same bytes.

The files end up in OUT as EXAMPLE.LANGUAGE[.STYLE].DOCUMENT.FORMAT; beside each
docx stands the html of the same document.
"""
# SPDX-License-Identifier: Apache-2.0
import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

FORMATS = ["docx", "html", "md"]
LANGUAGES = ["nb", "nn", "en"]
BESIDE = ["nb,en"]
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8"}
THERE = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}


class Failure(Exception):
    """What the command did wrong."""


def complete_languages(clauses):
    """Languages with a text for every clause. Bokmål is the one to measure by."""
    bokmal = sorted(clauses.rglob("*.nb.md"))
    if not bokmal:
        raise Failure(f"no clause texts in {clauses}")
    has = lambda p, l: p.with_name(p.name.removesuffix(".nb.md") + f".{l}.md").is_file()
    return [l for l in LANGUAGES if all(has(p, l) for p in bokmal)]


def beside(languages):
    """The pairs of which both languages are complete."""
    pairs = [p for p in BESIDE if set(p.split(",")) <= set(languages)]
    if not pairs:
        raise Failure(f"no two languages can stand side by side; complete are {', '.join(languages)}")
    return pairs


def generate(samsvar, case, arguments, want, environment=HERE):
    """Run samsvar generate in a folder of its own; gives the files by name."""
    with tempfile.TemporaryDirectory(prefix="samsvar-gen-") as folder:
        command = [str(samsvar), "generate", str(case), "-o", "out", *arguments]
        run = subprocess.run(command, cwd=folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
                             capture_output=True, encoding="utf-8", timeout=300)
        shown = "samsvar " + " ".join(command[1:]).replace(str(case), f"{case.parent.name}/{case.name}")
        if run.returncode != want:
            raise Failure(f"{shown}\nexit {run.returncode}, expected {want}\n{run.stdout}{run.stderr}")
        out = Path(folder, "out")
        files = {p.name: p.read_bytes() for p in sorted(out.iterdir())} if out.is_dir() else {}
        if want == 1 and (files or out.exists()):
            raise Failure(f"{shown}\nrefused, and yet it wrote {', '.join(files) or 'a folder'}")
        if want != 1 and not files:
            raise Failure(f"{shown}\nwrote nothing")
        return files


def make(samsvar, case, language, draft, styles, out):
    """All files of one example in one language; gives how many."""
    code = 3 if draft else 0
    lang = ["--lang", language]
    tag = language.replace(",", "-")
    final = generate(samsvar, case, lang + ["--format", "docx", "--final"], 1 if draft else 0)
    made, pages = 0, {}

    def save(files, *middle):
        for name, data in files.items():
            out.joinpath(".".join([case.parent.name, tag, *middle, name])).write_bytes(data)

    for f in FORMATS:
        arguments = lang + ["--format", f]
        files = generate(samsvar, case, arguments, code)
        if files != generate(samsvar, case, arguments, code, THERE):
            raise Failure(f"{case.parent.name} as {f}: two runs give different bytes")
        wrong = [n for n in files if Path(n).suffix != "." + f]
        if wrong:
            raise Failure(f"{case.parent.name} as {f}: unexpected file {wrong[0]}")
        if f == "docx" and not draft and files.keys() != final.keys():
            raise Failure(f"{case.parent.name}: the final version has other documents")
        if f == "html":
            pages = files
        save(files)
        made += len(files)
    for style in styles:
        files = generate(samsvar, case, lang + ["--format", "docx", "--style", str(style)], code)
        save(files, style.stem)
        save(pages, style.stem)
        made += len(files)
    return made


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--samsvar", type=Path, required=True, help="the command, built")
    p.add_argument("--examples", type=Path, required=True, help="the folder with <example>/case.yaml")
    p.add_argument("--clauses", type=Path, required=True, help="the text library, to see which languages are complete")
    p.add_argument("--draft", action="append", default=[], help="an example with open points")
    p.add_argument("--style", action="append", default=[], type=Path, help="a Word file to take the look from")
    p.add_argument("--out", type=Path, required=True)
    a = p.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    try:
        cases = sorted(a.examples.resolve().glob("*/case.yaml"))
        names = [c.parent.name for c in cases]
        if not cases or not set(a.draft) <= set(names):
            raise Failure(f"examples found: {', '.join(names) or 'none'}; drafts expected: {', '.join(a.draft)}")
        languages = complete_languages(a.clauses)
        styles = [s.resolve() for s in a.style]
        for case in cases:
            for language in languages + beside(languages):
                draft = case.parent.name in a.draft
                n = make(a.samsvar.resolve(), case, language, draft, styles, a.out)
                print(f"{case.parent.name} ({language}{', draft' if draft else ''}): {n} files")
    except Failure as f:
        sys.exit(f"generate: {f}")


if __name__ == "__main__":
    main()
