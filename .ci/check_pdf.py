"""Convert Word files to PDF with LibreOffice and check what came out.

Beside each NAME.docx stands NAME.html, the same document. The PDF must have more
than one page, and its text must hold the title and every heading. The PDFs are
left in the folder given, to look at.
"""
# SPDX-License-Identifier: Apache-2.0
import argparse
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import docx

from html_text import blocks, squeeze


def convert(files, out):
    """Convert all files in one run of LibreOffice, with a profile of its own."""
    with tempfile.TemporaryDirectory(prefix="samsvar-lo-") as home:
        command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{home}/profile", "--convert-to", "pdf", "--outdir", str(out)]
        run = subprocess.run(command + [str(f) for f in files], env=dict(os.environ, HOME=home), timeout=900,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(f"soffice exits {run.returncode}\n{run.stdout}")


def bare(s):
    """The text without spaces, and with ligatures as letters: a PDF breaks lines anywhere."""
    return "".join(unicodedata.normalize("NFKC", s).replace("\u00ad", "").split())


def tool(*command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=True, timeout=120).stdout


def problems(pdf, html, contains, title):
    pages = int(re.search(r"^Pages:\s+(\d+)", tool("pdfinfo", str(pdf)), re.M).group(1))
    if pages < 2:
        yield f"{pages} page; more are expected"
    text = bare(tool("pdftotext", str(pdf), "-"))
    wanted = [t for k, t in blocks(html) if k in ("title", "h2", "h3")]
    if len(wanted) < 2:
        yield f"{html.name} has no title or no headings"
    wanted = [t for t in wanted if t != squeeze(title)]  # a document without a cover has its title among its properties
    for t in wanted + contains:
        if bare(t) not in text:
            yield f"not in the pdf: {t}"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--out", type=Path, required=True, help="the folder for the PDFs")
    p.add_argument("--contains", action="append", default=[], metavar="TEXT", help="a text that must stand in every PDF, such as a letterhead")
    p.add_argument("files", nargs="+", type=Path)
    a = p.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    convert(a.files, a.out)
    failed = False
    for path in a.files:
        pdf = a.out / (path.stem + ".pdf")
        if not pdf.is_file():
            found = ["LibreOffice made no pdf"]
        else:
            title = docx.Document(str(path)).core_properties.title or ""
            found = list(problems(pdf, path.with_suffix(".html"), a.contains, title))
        for f in found:
            failed = True
            print(f"{path.name}: {f}", file=sys.stderr)
        if not found:
            print(f"{path.name}: opens in LibreOffice; title and headings are in the pdf")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
