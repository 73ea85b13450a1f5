"""How long others take for the same report: typst, LibreOffice (from our Word file) and WeasyPrint (from our HTML).

All make some forty tagged pages with twelve tables and six charts, from the same words, in the same font, warm. Each
round has another report, because typst remembers what it laid out before. typst and WeasyPrint come into a small
environment of their own in build/naast, once; LibreOffice is used where it is installed. What cannot be had is said in
its row, and fails nothing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from statistics import median

from pypdfium2 import PdfDocument

from bench.bench_pdf import CREATED, report
from bench.ratio import Measured, seconds
from bench.typst_source import write_typst
from huurdersapp.reports.document import Document
from huurdersapp.reports.docx import write_docx
from huurdersapp.reports.html import write_html
from huurdersapp.reports.pdf import write_pdf

AIM = 1.0
ROUNDS = 5
ENVIRONMENT = Path("build") / "naast"
PACKAGES = ("typst==0.15.2", "weasyprint==70.0")
_TYPST = """
import json, sys, time, typst
*sources, fonts, target = sys.argv[1:]
times = []
for source in sources:
    start = time.perf_counter()
    data = typst.compile(source, font_paths=[fonts], format="pdf")
    times.append(time.perf_counter() - start)
open(target, "wb").write(data)
print(json.dumps(times[1:]))
"""
_WEASYPRINT = """
import json, sys, time, weasyprint
from weasyprint.text.fonts import FontConfiguration
*sources, fonts, target = sys.argv[1:]
faces = "".join(
    f"@font-face {{ font-family: 'Open Sans'; src: url('file://{fonts}/OpenSans-{face}.ttf'); {looks} }}"
    for face, looks in (
        ("Regular", ""), ("Bold", "font-weight: bold"), ("SemiBold", "font-weight: 600"), ("Italic", "font-style: italic")
    )
)
times = []
for source in sources:
    start = time.perf_counter()
    known = FontConfiguration()
    style = weasyprint.CSS(string=faces, font_config=known)
    data = weasyprint.HTML(source).write_pdf(stylesheets=[style], font_config=known, pdf_variant="pdf/ua-1")
    times.append(time.perf_counter() - start)
open(target, "wb").write(data)
print(json.dumps(times[1:]))
"""


def measure() -> list[Measured]:
    """What was measured, ours in times of theirs, and the ratio that we aim for."""
    reports = [report(seed=seed) for seed in range(2019, 2020 + ROUNDS)]
    found: list[Measured] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, way in (("typst", _typst), ("LibreOffice", _libreoffice), ("WeasyPrint", _weasyprint)):
            found += _beside(name, way, reports, Path(folder))
    return found


def _beside(
    name: str,
    way: Callable[[Sequence[Document], Path], list[float]],
    reports: Sequence[Document],
    folder: Path,
) -> list[Measured]:
    """Ours before and after theirs, so that a slow moment of the machine falls on both."""
    before = [_ours(document) for document in reports]
    try:
        theirs = way(reports, folder)
    except (OSError, subprocess.SubprocessError, ValueError) as fault:
        print(f"naast {name}: niet te meten ({type(fault).__name__})")
        return [(f"naast {name}: niet te krijgen op deze computer", 0.0, AIM)]
    ours = [*before[1:], *(_ours(document) for document in reports[1:])]
    with PdfDocument(folder / f"{name}.pdf") as pdf:
        pages = len(pdf)
    what = f"verslag van 41 pagina's tegen {name} ({pages} pagina's)"
    print(f"{what}: {median(ours) / median(theirs):.2f} × ({median(theirs) * 1000:.0f} ms)")
    return [(what, median(ours) / median(theirs), AIM)]


def _ours(document: Document) -> float:
    return seconds(lambda: write_pdf(document, BytesIO(), created=CREATED))


def _typst(reports: Sequence[Document], folder: Path) -> list[float]:
    sources = [write_typst(document, folder / f"{place}.typ") for place, document in enumerate(reports)]
    return _in_environment(_TYPST, sources, folder / "typst.pdf")


def _weasyprint(reports: Sequence[Document], folder: Path) -> list[float]:
    sources = [folder / f"{place}.html" for place in range(len(reports))]
    for source, document in zip(sources, reports, strict=True):
        write_html(document, source, created=CREATED)
    return _in_environment(_WEASYPRINT, sources, folder / "WeasyPrint.pdf")


def _libreoffice(reports: Sequence[Document], folder: Path) -> list[float]:
    """What one file more costs, so without starting the program; its own profile, so that nobody's is touched."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise FileNotFoundError("soffice")
    sources = [folder / f"{place}.docx" for place in range(len(reports))]
    for source, document in zip(sources, reports, strict=True):
        write_docx(document, source, created=CREATED)
    how = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    begin = [
        program,
        f"-env:UserInstallation={(folder / 'profiel').as_uri()}",
        "--headless",
        "--convert-to",
        how,
    ]

    def convert(chosen: Sequence[Path]) -> float:
        command = [*begin, "--outdir", str(folder), *map(str, chosen)]
        return seconds(lambda: subprocess.run(command, check=True, capture_output=True, timeout=300))

    convert(sources[:1])
    one = convert(sources[:1])
    more = convert(sources)
    shutil.copy(folder / "0.pdf", folder / "LibreOffice.pdf")
    return [(more - one) / (len(sources) - 1)]


def _in_environment(script: str, sources: Sequence[Path], target: Path) -> list[float]:
    python = _environment()
    with as_file(files("ttf_opensans") / "ttf") as fonts:
        command = [str(python), "-c", script, *map(str, sources), str(fonts), str(target)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    return [float(each) for each in json.loads(done.stdout)]


def _environment() -> Path:
    """The Python that has the others; made the first time."""
    python = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (ENVIRONMENT / "klaar").exists():
        subprocess.run(
            [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True, capture_output=True
        )
        install = [str(python), "-m", "pip", "install", "--quiet", *PACKAGES]
        subprocess.run(install, check=True, capture_output=True, timeout=300)
        (ENVIRONMENT / "klaar").touch()
    return python


if __name__ == "__main__":
    measure()
