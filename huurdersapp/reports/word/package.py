"""The parts of a Word file in one archive (ECMA-376, part 2), the same bytes every time.

The parts are ours to the last style, so a library that begins with a template of other styles and today's
date would only have to be undone.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape

from huurdersapp.reports.paper.metadata import LANGUAGE, PROGRAM, About
from huurdersapp.reports.word.xml import HEAD, attribute

_DAY = (1980, 1, 1, 0, 0, 0)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
}


@dataclass(slots=True)
class Package:
    """What goes into the file.

    Attributes:
        parts: XML by name below word/, without its ending: "document", "styles", "header1".
        pictures: PNG files by the id with which the document names them.
        addresses: for each address that a link leads to the id with which the document names it.
    """

    parts: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)

    def finished(self, about: About) -> bytes:
        """The whole file."""
        files: dict[str, bytes] = {
            "[Content_Types].xml": self._types().encode("utf-8"),
            "_rels/.rels": _relations(
                [
                    ("document", f"{_RELATION}/officeDocument", "word/document.xml"),
                    ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ]
            ).encode("utf-8"),
            "docProps/core.xml": _core(about).encode("utf-8"),
            "word/_rels/document.xml.rels": self._document_relations().encode("utf-8"),
        }
        files |= {f"word/{name}.xml": xml.encode("utf-8") for name, xml in self.parts.items()}
        files |= {f"word/media/{name}.png": data for name, data in self.pictures.items()}
        archive = BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, data in files.items():
                entry = zipfile.ZipInfo(name, _DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o600 << 16
                entry.create_system = 0
                zipped.writestr(entry, data)
        return archive.getvalue()

    def _types(self) -> str:
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_KINDS[name.rstrip("0123456789")]}"/>'
            for name in self.parts
        )
        return (
            f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            '<Override PartName="/docProps/core.xml"'
            f' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{overrides}</Types>'
        )

    def _document_relations(self) -> str:
        rows = [
            (name, f"{_RELATION}/{name.rstrip('0123456789')}", f"{name}.xml")
            for name in self.parts
            if name != "document"
        ]
        rows += [(name, f"{_RELATION}/image", f"media/{name}.png") for name in self.pictures]
        rows += [(name, f"{_RELATION}/hyperlink", address) for address, name in self.addresses.items()]
        return _relations(rows)


def _relations(rows: list[tuple[str, str, str]]) -> str:
    outside = ' TargetMode="External"'
    parts = [
        f'<Relationship Id="{name}" Type="{kind}" Target={attribute(target)}'
        f"{outside if kind.endswith('/hyperlink') else ''}/>"
        for name, kind, target in rows
    ]
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(parts)}</Relationships>'


def _core(about: About) -> str:
    moment = f"{_utc(about.created):%Y-%m-%dT%H:%M:%SZ}"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(about.title)}</dc:title><dc:subject>{escape(about.subject)}</dc:subject>"
        f"<dc:creator>{escape(about.author)}</dc:creator><cp:keywords>{escape(', '.join(about.keywords))}</cp:keywords>"
        f"<dc:language>{LANGUAGE}</dc:language><cp:lastModifiedBy>{PROGRAM}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )


def _utc(moment: datetime) -> datetime:
    """A moment without a time zone is written as it stands: Word has no way to leave the zone out."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC)
