"""Print a command that README.md tells its reader to run.

The command must stand in a fenced code block, on a line of its own that begins
with PREFIX. A prompt ("$ ") before it and a comment (" # ...") after it are left
out. Exits 1 when there is no such line, or when there are several that differ.
"""
# SPDX-License-Identifier: Apache-2.0
import argparse
import re
import sys
from pathlib import Path

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)$")


def code_lines(text):
    """The lines inside fenced code blocks."""
    fence = None
    for line in text.splitlines():
        m = FENCE.match(line)
        if fence is None:
            if m and "`" not in m.group(2):
                fence = m.group(1)
        elif m and m.group(1).startswith(fence) and not m.group(2).strip():
            fence = None
        else:
            yield line


def find(text, prefix):
    """The different commands that begin with prefix, in order."""
    found = []
    for line in code_lines(text):
        command = re.sub(r"^\$\s+", "", line.strip())
        command = re.sub(r"\s+#.*$", "", command)
        if (command == prefix or command.startswith(prefix + " ")) and command not in found:
            found.append(command)
    return found


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("readme", type=Path, help="the Markdown file")
    p.add_argument("prefix", help="how the command begins, for instance 'go test ./...'")
    a = p.parse_args()
    if not a.readme.is_file():
        sys.exit(f"{a.readme.name}: not found")
    found = find(a.readme.read_text(encoding="utf-8"), a.prefix)
    if len(found) != 1:
        what = "no command" if not found else f"{len(found)} different commands"
        sys.exit(f"{a.readme.name}: {what} in a fenced block begins with: {a.prefix}")
    print(found[0])


if __name__ == "__main__":
    main()
