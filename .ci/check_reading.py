"""Check that a Word file says the same as the HTML of the same document.

Reads the Word file with python-docx and compares: the headings with their levels,
the paragraphs, captions and cells in reading order, and the footnotes must be the
same; what stands on the cover, in the table of contents and by the signatures must
be there in any order; and nothing else may stand in the Word file. Exits 1 and
says where they part when they do.
"""
# SPDX-License-Identifier: Apache-2.0
import argparse
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from html_text import blocks, squeeze


def text_of(element):
    """The text as Word shows it: runs in links, fields and controls included, and marks of footnotes not."""
    parts = {qn("w:t"): lambda e: e.text or "", qn("w:br"): lambda e: " ", qn("w:tab"): lambda e: " ", qn("w:noBreakHyphen"): lambda e: "\u2011"}
    out, mark = [], False
    for e in element.iter():
        if e.tag == qn("w:instrText") and (e.text or "").split()[:1] == ["NOTEREF"]:
            mark = True
        elif e.tag == qn("w:fldChar") and e.get(qn("w:fldCharType")) == "end":
            mark = False
        elif e.tag in parts and not mark and not is_tab_stop(e):
            out.append(parts[e.tag](e))
    return squeeze("".join(out))


def is_tab_stop(e):
    return e.tag == qn("w:tab") and e.get(qn("w:val")) is not None


def outline_level(style):
    """1 or more for the style of a heading, 0 for others."""
    while style is not None:
        found = style.element.find(qn("w:pPr") + "/" + qn("w:outlineLvl"))
        if found is not None:
            level = int(found.get(qn("w:val"))) + 1
            return level if level <= 9 else 0
        style = style.base_style
    return 0


def read_word(path):
    """The paragraphs as (kind, text), kinds as in html_text."""
    document = docx.Document(str(path))
    out = []
    for p in document.element.body.iter(qn("w:p")):
        style = Paragraph(p, document).style
        text = text_of(p)
        if text:
            level = outline_level(style)
            out.append((f"h{level + 1}" if level else "text", text))
    return out, read_notes(document)


def read_notes(document):
    for rel in document.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            root = ET.fromstring(rel.target_part.blob)
            notes = [n for n in root if n.get(qn("w:type")) in (None, "normal")]
            return [text_of(n) for n in notes]
    return []


def first_difference(what, want, got):
    for i in range(max(len(want), len(got))):
        a = want[i] if i < len(want) else "(nothing)"
        b = got[i] if i < len(got) else "(nothing)"
        if a != b:
            yield f"{what} {i + 1} differs\n  html: {a}\n  word: {b}"
            return


def compare(html, word, notes, title):
    """What differs, as messages. A document without a cover has its title among the properties of the Word file."""
    head = lambda bs: [f"{k} {t}" for k, t in bs if k in ("h2", "h3")]
    yield from first_difference("heading", head(html), head(word))
    yield from first_difference("footnote", [t for k, t in html if k == "note"], notes)

    # What has a fixed order must be found in that order; what is left over must
    # be the rest of the page and nothing else.
    ordered = [b for b in html if b[0] in ("h2", "h3", "text")]
    aside = [t for k, t in html if k in ("title", "aside")]
    left, at = [], 0
    for block in word:
        if at < len(ordered) and block == ordered[at]:
            at += 1
        else:
            left.append(block[1])
    if at < len(ordered):
        yield f"paragraph {at + 1} of {len(ordered)} is missing or out of order in the word file\n  html: {ordered[at][1]}"
        return
    joined = "\n".join(left)
    for text in aside:
        if text not in joined and text != squeeze(title):
            yield f"missing in the word file: {text}"
    longest = sorted(set(aside), key=len, reverse=True)
    for text in left:
        rest = text
        for known in longest:
            rest = rest.replace(known, "")
        if rest.strip(" :"):  # the colon between a label and its value
            yield f"only in the word file: {text}"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("docx", type=Path)
    p.add_argument("html", type=Path)
    a = p.parse_args()
    html = blocks(a.html)
    word, notes = read_word(a.docx)
    headings = sum(k in ("h2", "h3") for k, _ in html)
    if not headings or not any(k == "text" for k, _ in html):
        sys.exit(f"{a.html.name}: no headings or no text; nothing to compare")
    title = docx.Document(str(a.docx)).core_properties.title or ""
    problems = list(compare(html, word, notes, title))
    for problem in problems:
        print(f"{a.docx.name}: {problem}", file=sys.stderr)
    if problems:
        sys.exit(1)
    print(f"{a.docx.name}: {headings} headings, {len(word)} paragraphs and {len(notes)} footnotes as in {a.html.name}")


if __name__ == "__main__":
    main()
