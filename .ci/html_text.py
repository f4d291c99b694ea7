"""Print the text of a document that samsvar wrote as HTML, one block a line.

Each line is KIND<TAB>TEXT. The kinds: title, h2, h3; text for paragraphs,
captions and cells in reading order; aside for what Word lays out differently
(cover, table of contents, signatures); note for footnotes. Numbers of headings
and paragraphs are left out, since Word counts them itself; those in the table of
contents are kept. Other scripts here import blocks().
"""
# SPDX-License-Identifier: Apache-2.0
import argparse
from html.parser import HTMLParser
from pathlib import Path

BLOCKS = {"h1", "h2", "h3", "p", "div", "li", "ol", "td", "th", "tr", "caption", "dt", "dd", "dl", "section", "nav", "header", "main", "table", "footer"}
ASIDE = {"cover", "signatures"}
VOID = {"br", "col", "meta", "link", "img", "hr", "input", "wbr"}


def squeeze(s):
    """The text with every run of space, no-break space and break as one space."""
    return " ".join(s.split())


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.stack, self.text = [], [], ""

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        if tag in VOID:
            self.text += " " if tag == "br" else ""
            return
        if tag in BLOCKS:
            self.flush()
        role = ""
        if tag == "nav" or (tag == "div" and ASIDE & set(classes)):
            role = "aside"
        elif tag == "section" and "notes" in classes:
            role = "notes"
        elif (tag == "span" and "n" in classes and not any(t == "nav" for t, _ in self.stack)) or (tag == "a" and set(classes) & {"permalink", "skip", "back"}):
            role = "skip"
        elif tag in ("sup", "head", "style", "script", "title", "footer"):
            role = "skip"
        elif tag == "p" and "classification" in classes:
            role = "skip"  # stands in the header of the page
        elif tag in ("h1", "h2", "h3"):
            role = "title" if tag == "h1" else tag
        self.stack.append((tag, role))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if tag in BLOCKS:
            self.flush()
        while self.stack:
            if self.stack.pop()[0] == tag:
                return
        raise ValueError(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if not any(role == "skip" for _, role in self.stack):
            self.text += data

    def flush(self):
        text, self.text = squeeze(self.text), ""
        roles = [role for _, role in self.stack if role]
        if not text or "skip" in roles:
            return
        if "title" in roles:
            kind = "title"
        elif "aside" in roles:
            kind = "aside"
        elif "notes" in roles:
            kind = "" if "h2" in roles else "note"  # Word has no heading over its footnotes
        else:
            kind = roles[-1] if roles else "text"
        if kind:
            self.out.append((kind, text))


def blocks(path):
    """The blocks of the file as (kind, text)."""
    r = Reader()
    r.feed(Path(path).read_text(encoding="utf-8"))
    r.close()
    return r.out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("html", type=Path)
    for kind, text in blocks(p.parse_args().html):
        print(kind, text, sep="\t")


if __name__ == "__main__":
    main()
