"""The house style for Word: the same sizes, colours and white as on paper, as real styles."""

from __future__ import annotations

from typing import Final

from huurdersapp.reports.fonts import FAMILY
from huurdersapp.reports.paper import style
from huurdersapp.reports.paper.metadata import LANGUAGE
from huurdersapp.reports.paper.style import GREY, RULE, TextStyle
from huurdersapp.reports.word.xml import HEAD, NAMESPACES, run_looks, spacing, twips

TABLE: Final = "HuurdersTabel"
BULLETS: Final = 1
"""The list definition of bullets; numbered lists get one each, from 2, so that each begins at 1."""

_FALLBACK = "Segoe UI"
_SMALL = TextStyle(size=8.5, leading=12, colour=GREY, after=0)

# Style id: (name that Word knows or shows, looks, further paragraph properties before and after the white).
_PARAGRAPHS: dict[str, tuple[str, TextStyle, str, str]] = {
    "Title": ("Title", style.TITLE, "<w:keepNext/>", ""),
    "Subtitle": ("Subtitle", style.SUBTITLE, "<w:keepNext/>", ""),
    "Heading1": ("heading 1", style.HEADINGS[1], "<w:keepNext/><w:keepLines/>", '<w:outlineLvl w:val="0"/>'),
    "Heading2": ("heading 2", style.HEADINGS[2], "<w:keepNext/><w:keepLines/>", '<w:outlineLvl w:val="1"/>'),
    "Heading3": ("heading 3", style.HEADINGS[3], "<w:keepNext/><w:keepLines/>", '<w:outlineLvl w:val="2"/>'),
    "Lead": ("Inleiding", style.LEAD, "", ""),
    "Note": ("Kleine letters", style.NOTE, "", ""),
    "Quote": ("Quote", style.QUOTE, "", ""),
    "ListBullet": ("List Bullet", style.ITEM, "", ""),
    "ListNumber": ("List Number", style.ITEM, "", ""),
    "Caption": ("caption", style.CAPTION, "<w:keepLines/>", ""),
    "TableText": ("Tabeltekst", style.CELL, "", ""),
    "KeyValue": ("Kerncijfer", style.KEY_VALUE, "<w:keepNext/>", ""),
    "KeyLabel": ("Kerncijfer uitleg", style.KEY_LABEL, "", ""),
    "Lines": ("Regels", style.LINES, "<w:keepLines/>", ""),
    "Sender": ("Afzender", style.SENDER, "<w:keepLines/>", ""),
    "SenderName": ("Afzender naam", style.SENDER_NAME, "<w:keepNext/>", ""),
    "Signer": ("Ondertekening", style.SIGNER, "<w:keepLines/>", ""),
    "Figure": ("Figuur", TextStyle(before=10, after=4), "<w:keepNext/>", ""),
    "TOCHeading": ("TOC Heading", style.CONTENTS_TITLE, "<w:keepNext/>", ""),
    "TOC1": ("toc 1", TextStyle("semibold", before=5, after=2), "", ""),
    "TOC2": ("toc 2", TextStyle(indent=16, after=2), "", ""),
    "Header": ("header", _SMALL, "", ""),
    "Footer": ("footer", _SMALL, "", ""),
}


def styles_part(letter: bool = False) -> str:
    """The part styles.xml; the headings of a letter are no larger than its text."""
    normal = style.BODY
    looks = {key: style.LETTER_HEADING for key in _PARAGRAPHS if letter and key.startswith("Heading")}
    paragraphs = "".join(
        _paragraph_style(key, name, looks.get(key, look), before, after)
        for key, (name, look, before, after) in _PARAGRAPHS.items()
    )
    return (
        f"{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts()}{run_looks(normal)}"
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="{LANGUAGE}"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing(normal)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f"{paragraphs}{_table_style()}</w:styles>"
    )


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{FAMILY}" w:hAnsi="{FAMILY}" w:eastAsia="{FAMILY}" w:cs="{FAMILY}"/>'


def _paragraph_style(key: str, name: str, look: TextStyle, before: str, after: str) -> str:
    hanging = f' w:hanging="{twips(look.indent)}"' if key.startswith("List") else ""
    indent = f'<w:ind w:left="{twips(look.indent)}"{hanging}/>' if look.indent else ""
    rest = "" if look.hyphenate or look.size < 9.6 else "<w:suppressAutoHyphens/>"
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{before}{rest}{spacing(look)}{indent}{after}</w:pPr>"
        f"<w:rPr>{run_looks(look)}</w:rPr></w:style>"
    )


def _table_style() -> str:
    """Thin lines between rows; head and totals are formatted in place, for programs that do not know style parts."""

    def edge(side: str, colour: str, eighths: int) -> str:
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour[1:]}"/>'

    borders = edge("bottom", RULE, 4) + edge("insideH", RULE, 4)
    return (
        f'<w:style w:type="table" w:styleId="{TABLE}"><w:name w:val="Huurders tabel"/><w:basedOn w:val="TableNormal"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>'
        '<w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>'
        '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>"
    )


def numbering_part(lists: int) -> str:
    """The part numbering.xml, with bullets and `lists` numbered lists."""
    indent = twips(style.ITEM.indent)

    def level(kind: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
        )

    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>{level(*kind)}</w:abstractNum>'
        for number, kind in enumerate((("bullet", "•"), ("decimal", "%1.")))
    )
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbered = "".join(
        f'<w:num w:numId="{BULLETS + 1 + index}"><w:abstractNumId w:val="1"/>{restart}</w:num>'
        for index in range(lists)
    )
    bullets = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'
    return f"{HEAD}<w:numbering {NAMESPACES}>{kinds}{bullets}{numbered}</w:numbering>"


def settings_part() -> str:
    """The part settings.xml: Dutch, hyphenation, and no compatibility with older Words."""
    compatible = "http://schemas.microsoft.com/office/word"
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:autoHyphenation/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{compatible}" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def fonts_part() -> str:
    """The part fontTable.xml: what to take where the font is not installed."""
    return (
        f'{HEAD}<w:fonts {NAMESPACES}><w:font w:name="{FAMILY}"><w:altName w:val="{_FALLBACK}"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
