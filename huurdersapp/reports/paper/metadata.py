"""What a PDF says about itself: title, author, moment, language, and which standards it keeps to.

The same facts stand twice, in the old information dictionary and in XMP, and must agree (ISO 19005-2,
6.6.3). The colours get the profile of an ordinary screen (sRGB), so that paper and screen agree in time.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFInfo, PDFName

from huurdersapp.reports.document import Document
from huurdersapp.reports.paper.objects import Ready, stream, text_string
from huurdersapp.reports.paper.tagging import TaggedCanvas

LANGUAGE = "nl-NL"
PROGRAM = "huurdersapp"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """The facts about a document; `created` without a time zone is written without one."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    created: datetime


def about(document: Document, created: datetime) -> About:
    """The facts about a document, each on one line."""
    return About(
        _one_line(document.title),
        _one_line(document.author),
        _one_line(document.subject or document.subtitle),
        tuple(map(_one_line, document.keywords)),
        created,
    )


def _one_line(text: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(sign for sign in text if sign >= " " and sign not in "\ufffe\uffff")


class _Info(PDFInfo):
    """ReportLab's information dictionary, with the moment that we tell it."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.facts = info_of(about)

    def format(self, document: object) -> bytes:
        return f"<<{''.join(f'/{key}{text_string(value)}' for key, value in self.facts.items())}>>".encode(
            "ascii"
        )


def info_of(about: About) -> dict[str, str]:
    """The entries of the information dictionary."""
    created = f"D:{about.created:%Y%m%d%H%M%S}{_zone(about.created, quote=True)}"
    return {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Keywords": ", ".join(about.keywords),
        "Creator": PROGRAM,
        "Producer": PROGRAM,
        "CreationDate": created,
        "ModDate": created,
    }


def write_facts(canvas: TaggedCanvas, about: About) -> None:
    """Put the facts, the language and the meaning of the colours into the file of a canvas."""
    canvas.set_info(_Info(about))
    # XMP stays uncompressed, so that any tool can read it.
    facts = stream(xmp_of(about), compress=False, Type=PDFName("Metadata"), Subtype=PDFName("XML"))
    canvas.setCatalogEntry("Metadata", facts)
    profile = stream(_srgb(), N=3, Alternate=PDFName("DeviceRGB"))
    number = canvas.add_object(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {canvas.number_of(profile)} 0 R>>"
    )
    canvas.set_extra("OutputIntents", Ready(f"[{number} 0 R]"))


def xmp_of(about: About) -> bytes:
    """The facts as XMP."""
    return _XMP.format(
        title=escape(about.title),
        author=escape(about.author),
        subject=escape(about.subject),
        keywords=escape(", ".join(about.keywords)),
        language=LANGUAGE,
        program=PROGRAM,
        moment=f"{about.created:%Y-%m-%dT%H:%M:%S}{_zone(about.created)}",
    ).encode("utf-8")


def _zone(moment: datetime, quote: bool = False) -> str:
    """The distance to UTC: "+01:00", or "+01'00'" in the old dictionary; nothing if unknown."""
    if moment.tzinfo is None:
        return ""
    zone = f"{moment:%z}"
    return f"{zone[:3]}'{zone[3:5]}'" if quote else f"{zone[:3]}:{zone[3:5]}"


@cache
def _srgb() -> bytes:
    """The sRGB profile, always the same bytes: its date is set to a fixed day, its version to ICC 4.2."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[8:12] = bytes((4, 0x20, 0, 0))
    profile[24:36] = b"".join(part.to_bytes(2, "big") for part in (2024, 1, 1, 0, 0, 0))
    return bytes(profile)
