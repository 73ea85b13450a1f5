"""The house style for Word: the sizes, colours and white of the paper, as real styles.

The file begins as python-docx's own template. Of its styles those that we use stay, with our looks; the rest
goes, so that whoever edits the file sees the styles that are in it and no others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from huurdersapp.reports.fonts import FAMILY
from huurdersapp.reports.paper import style
from huurdersapp.reports.paper.metadata import LANGUAGE
from huurdersapp.reports.paper.style import ACCENT, GREY, RULE, TEXT_WIDTH, TINT, TextStyle
from huurdersapp.reports.word.text import colour, make

TABLE: Final = "Huurders tabel"
KEYS: Final = "Huurders kerncijfers"
SIGNERS: Final = "Huurders ondertekening"

_FALLBACK = "Segoe UI"
_SMALL = TextStyle(size=8.5, leading=12, colour=GREY, after=0)
_UNUSED = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects", "webSettings", "fontTable")
_OF_WORD = ("toc 1", "toc 2")
_BEGINNINGS = (
    "Title",
    "Subtitle",
    "Heading",
    "TOC Heading",
    "Figuur",
    "Kerncijfer",
    "Afzender naam",
    "Inleiding",
)
_WHOLE = ("Heading", "Caption", "Regels", "Afzender", "Ondertekening", "Vraag", "Uitleg", "Keuze", "Veld")

_LOOKS: dict[str, TextStyle] = {
    "Normal": style.BODY,
    "Title": style.TITLE,
    "Subtitle": style.SUBTITLE,
    "Heading 1": style.HEADINGS[1],
    "Heading 2": style.HEADINGS[2],
    "Heading 3": style.HEADINGS[3],
    "Inleiding": style.LEAD,
    "Kleine letters": style.NOTE,
    "Quote": style.QUOTE,
    "List Bullet": style.ITEM,
    "List Number": style.ITEM,
    "Caption": style.CAPTION,
    "Tabeltekst": style.CELL,
    "Kerncijfer": style.KEY_VALUE,
    "Uitleg kerncijfer": style.KEY_LABEL,
    "Regels": style.LINES,
    "Afzender": style.SENDER,
    "Afzender naam": style.SENDER_NAME,
    "Ondertekening": style.SIGNER,
    "Vraag": replace(style.QUESTION, before=14),
    "Uitleg bij vraag": style.QUESTION_HELP,
    "Keuze": style.OPTION,
    "Schrijfregel": style.FIELD_VALUE,
    "Veld": replace(style.FIELD_LABEL, before=8),
    "Ingevuld": style.FIELD_VALUE,
    "Figuur": TextStyle(before=10, after=4),
    "TOC Heading": style.CONTENTS_TITLE,
    "toc 1": TextStyle("semibold", before=5, after=2),
    "toc 2": TextStyle(indent=16, after=2),
    "Voorblad organisatie": replace(style.FRONT_ORGANISATION, face="regular"),
    "Voorblad voor": replace(style.FRONT_AUDIENCE, before=22),
    "Voorblad gegevens": style.FRONT_FACT,
    "Header": _SMALL,
    "Footer": _SMALL,
}
_GROWING = ("Normal", "Title", "Subtitle", "Heading", "Inleiding", "Kleine", "Quote", "List", "Regels")
"""Those that grow where a document asks for larger letters."""
_LISTS = ("ListBullet", "ListNumber")
_STAY = {*_LOOKS, "Default Paragraph Font", "Normal Table", "No List"}


def new_document(*, letter: bool, size: float = style.NORMAL) -> WordDocument:
    """An empty document in the house style, for running text of this size in points.

    The headings of a letter are no larger than its text.
    """
    document = docx.Document()
    _set_language(document)
    _set_parts(document)
    for old in document.styles:
        if old.name not in _STAY:
            old.delete()
    numbering: Any = document.part.numbering_part.element
    for level in numbering.xpath("w:abstractNum/w:lvl/w:pStyle"):
        if level.get(qn("w:val")) not in _LISTS:
            level.getparent().remove(level)
    for name, look in _LOOKS.items():
        chosen = style.LETTER_HEADING if letter and name.startswith("Heading") else look
        _set_style(document, name, style.scaled(chosen, size) if name.startswith(_GROWING) else chosen)
    for table in _tables():
        document.styles.element.append(table)
    return document


def _set_style(document: WordDocument, name: str, look: TextStyle) -> None:
    """Give a style our looks and no others; numbering and level of the template stay."""
    styles: Any = document.styles
    if name not in styles:
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _OF_WORD)
    made: ParagraphStyle = styles[name]
    for old in made.element.xpath("w:pPr/*[not(self::w:numPr or self::w:outlineLvl)] | w:rPr | w:link"):
        old.getparent().remove(old)
    made.hidden, made.quick_style = False, True
    made.font.bold = look.face in ("bold", "semibold", "bold_italic") or None
    made.font.italic = look.face in ("italic", "bold_italic") or None
    made.font.size, made.font.color.rgb = Pt(look.size), colour(look.colour)
    shape = made.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    # Lines that are not exact grow where a letter of another font needs more.
    shape.line_spacing, shape.line_spacing_rule = Pt(look.leading), WD_LINE_SPACING.AT_LEAST
    shape.left_indent = Pt(look.indent) if look.indent else None
    if name.startswith("List"):
        shape.first_line_indent = -Pt(look.indent)
    shape.keep_with_next = name.startswith(_BEGINNINGS) or None
    shape.keep_together = name.startswith(_WHOLE) or None
    if name in _OF_WORD:
        shape.tab_stops.add_tab_stop(Pt(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    if not look.hyphenate and look.size >= style.CAPTION.size:
        made.element.pPr.insert_element_before(make("suppressAutoHyphens"), "w:spacing")


def _tables() -> list[Any]:
    """The styles of tables: with thin lines between rows, and two that only put things side by side.

    python-docx knows the name of a table style and nothing of its looks.
    """
    tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT[1:]}"/>'
    lines = f"<w:tblBorders>{_edge('bottom', RULE, 4)}{_edge('insideH', RULE, 4)}</w:tblBorders>"
    head = f"<w:tcBorders>{_edge('bottom', ACCENT, 8)}</w:tcBorders>{tint}"
    totals = f"<w:tcBorders>{_edge('top', ACCENT, 8)}</w:tcBorders>"
    rows = "".join(
        f'<w:tblStylePr w:type="{where}"><w:tcPr>{looks}</w:tcPr></w:tblStylePr>'
        for where, looks in (("firstRow", head), ("lastRow", totals))
    )
    return [
        _table(TABLE, lines, (60, 100), rows),
        _table(KEYS, '<w:tblCellSpacing w:w="60" w:type="dxa"/>', (160, 160), f"<w:tcPr>{tint}</w:tcPr>"),
        _table(SIGNERS, "", (0, 0)),
    ]


def _table(name: str, looks: str, white: tuple[int, int], rest: str = "") -> Any:
    """A table style with white around each cell: above and below, and beside, in twentieths of a point."""
    sides = zip(("top", "left", "bottom", "right"), white * 2, strict=True)
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in sides)
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr>{looks}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{rest}</w:style>"
    )


def _edge(side: str, code: str, eighths: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{code[1:]}"/>'


def _set_language(document: WordDocument) -> None:
    """Dutch, our font, hyphenation, and no compatibility with older Words."""
    styles: Any = document.styles.element
    (fonts,), (language,) = styles.xpath("w:docDefaults//w:rFonts"), styles.xpath("w:docDefaults//w:lang")
    fonts.attrib.clear()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FAMILY)
    for kind in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{kind}"), LANGUAGE)
    settings: Any = document.settings.element
    settings[:] = parse_xml(
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:autoHyphenation/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )[:]


def _set_parts(document: WordDocument) -> None:
    """Leave out the template's preview and leftovers, and say what to take where our font is not installed."""
    package = document.part.package
    assert package is not None
    for relations in (package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_UNUSED)]:
            del relations[key]
    fonts = (
        f'<w:fonts {nsdecls("w")}><w:font w:name="{FAMILY}"><w:altName w:val="{_FALLBACK}"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
    part = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, fonts.encode("utf-8"), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)
