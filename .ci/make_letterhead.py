"""Write a Word file such as a customer has: a letterhead and styles of its own.

Made from the file that python-docx begins with, which Word has written. The ids of
the heading styles are made Norwegian, as in a Norwegian Word; the name stays
"heading 1". The text in its body must never turn up in a document made with it.
"""
# SPDX-License-Identifier: Apache-2.0
import argparse
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.shared import RGBColor

LETTERHEAD = "Fjelldal kommune, helse og mestring"
BODY = "Gammel tekst som ikke skal bli med"


def rename_styles(document):
    """Give the heading styles the ids of a Norwegian Word, wherever they are named."""
    new = {f"Heading{i}": f"Overskrift{i}" for i in range(1, 10)}
    root = document.styles.element
    for e in root.iter():
        if e.get(qn("w:styleId")) in new:
            e.set(qn("w:styleId"), new[e.get(qn("w:styleId"))])
        elif e.tag in (qn("w:basedOn"), qn("w:next"), qn("w:link")) and e.get(qn("w:val")) in new:
            e.set(qn("w:val"), new[e.get(qn("w:val"))])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--print-letterhead", action="store_true", help="print the text in the header and write nothing")
    p.add_argument("target", nargs="?", type=Path)
    a = p.parse_args()
    if a.print_letterhead:
        print(LETTERHEAD)
        return
    if a.target is None:
        p.error("a file to write is needed")
    d = docx.Document()
    d.add_paragraph(BODY)
    d.sections[0].header.paragraphs[0].text = LETTERHEAD
    d.styles["Heading 1"].font.color.rgb = RGBColor(0x7A, 0x1F, 0x1F)
    rename_styles(d)
    d.save(str(a.target))


if __name__ == "__main__":
    main()
