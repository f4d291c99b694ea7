"""Write a copy of a Word file with a fault, to show that a check catches it.

The faults:
  element-in-text   an element inside w:t                       (Open XML SDK)
  part-missing      a part gone, its relationship left behind   (Open XML SDK)
  headings-swapped  the first two headings in the wrong order   (check_reading.py)
  paragraph-lost    a paragraph gone                            (check_reading.py)
"""
# SPDX-License-Identifier: Apache-2.0
import argparse
import sys
import zipfile
from pathlib import Path

import docx

from check_reading import outline_level, text_of


def edit_parts(source, target, change):
    """Copy the package; change(name, data) gives the new data, or None to drop it."""
    changed = False
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            before = old.read(name)
            after = change(name, before)
            changed = changed or after != before
            if after is not None:
                new.writestr(name, after)
    if not changed:
        sys.exit("nothing to break in the file")


def element_in_text(source, target):
    edit_parts(source, target, lambda name, data: data.replace(b"</w:t>", b"<w:b/></w:t>", 1) if name == "word/document.xml" else data)


def part_missing(source, target):
    edit_parts(source, target, lambda name, data: None if name == "word/styles.xml" else data)


def headings_swapped(source, target):
    d = docx.Document(str(source))
    headings = [p._p for p in d.paragraphs if outline_level(p.style) and text_of(p._p)]
    if len(headings) < 2:
        sys.exit("the file has fewer than two headings")
    first, second = headings[:2]
    second.addnext(first)
    d.save(str(target))


def paragraph_lost(source, target):
    d = docx.Document(str(source))
    seen = False
    for p in d.paragraphs:
        if outline_level(p.style):
            seen = True
        elif seen and text_of(p._p):
            p._p.getparent().remove(p._p)
            d.save(str(target))
            return
    sys.exit("the file has no paragraph after a heading")


FAULTS = {
    "element-in-text": element_in_text,
    "part-missing": part_missing,
    "headings-swapped": headings_swapped,
    "paragraph-lost": paragraph_lost,
}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("fault", choices=FAULTS)
    p.add_argument("source", type=Path)
    p.add_argument("target", type=Path)
    a = p.parse_args()
    FAULTS[a.fault](a.source, a.target)


if __name__ == "__main__":
    main()
