"""Texts as ReportLab's paragraphs: our spans as its fragments, each knowing the element that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Protocol

from reportlab.lib.abag import ABag
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.paragraph import (
    Paragraph,
    _InjectedFrag,
    _SplitFragHY,
    _SplitFragLL,
    _SplitWord,
    _SplitWordEnd,
    _SplitWordHY,
    _SplitWordLL,
)
from reportlab.platypus.paraparser import ParaFrag

from huurdersapp.reports.document import Span, Text, spans
from huurdersapp.reports.fonts import SOFT_HYPHEN, FaceName, font_name, tidy, width
from huurdersapp.reports.paper.hyphens import SHORTEST, breaks, running_breaks, widest_piece
from huurdersapp.reports.paper.style import ACCENT, PAGE_HEIGHT, TextStyle
from huurdersapp.reports.paper.tagging import LINK, Element, Target, place_of

_ALIGN = {"left": TA_LEFT, "right": TA_RIGHT, "center": TA_CENTER}
_TALLEST = PAGE_HEIGHT / 2
_BREAK_AFTER = frozenset("-/–—_@=&?+")
_WIDEST = 1.2  # no letter is wider than this share of its size


@cache
def colour(code: str) -> HexColor:
    """A colour such as "#0B5394" as ReportLab knows it."""
    return HexColor(code)


@lru_cache(maxsize=1_000)
def paragraph_style(style: TextStyle, room: float = 0.0) -> ParagraphStyle:
    """One of our styles as ReportLab's; with `room` a word that is wider than that is hyphenated in any style."""

    def wide_breaks(word: str) -> Sequence[tuple[str, str]]:
        return breaks(word) if width(word, style.face, style.size) > room else ()

    hyphens = running_breaks if style.hyphenate else wide_breaks
    return ParagraphStyle(
        "",
        fontName=font_name(style.face),
        fontSize=style.size,
        leading=style.leading,
        textColor=colour(style.colour),
        spaceBefore=style.before,
        spaceAfter=style.after,
        leftIndent=style.indent,
        alignment=_ALIGN[style.align],
        allowWidows=0,
        allowOrphans=0,
        hyphenationLang=hyphens,
        hyphenationMinWordLength=SHORTEST,
        embeddedHyphenation=1,
        spaceShrinkage=0,
    )


class Heading(Protocol):
    """What a heading must know for bookmarks: its words and level, a key of its own, the page where it stands."""

    text: str
    level: int
    key: str
    page: int


class TextBlock(Paragraph):
    """A paragraph, heading, caption or cell.

    Attributes:
        element: what it is part of; None for decoration.
        whole: keep all lines together.
        once: only the first time that it is drawn counts; a table head returns as decoration.
        bar: the line beside a quotation.
        label: a bullet or number that hangs before the first line.
        goes_on: more of the same text follows, on the next page or below.
        cut: what follows begins inside a word.
        keep: the next block must begin on the same page.
        entry: the heading as bookmark and contents list know it.
        anchor: the key by which texts of the document lead here.
    """

    element: Element | None = None
    whole = False
    once = False
    bar = False
    label: tuple[str, Element] | None = None
    goes_on = False
    cut = False
    keep = False
    entry: Heading | None = None
    anchor = ""
    _wrapped_at: float | None = None

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """Break the lines, once for each width."""
        if room != self._wrapped_at or not hasattr(self, "blPara"):
            super().wrap(room, height)
            self._wrapped_at = room
        return self.width, self.height

    @property
    def least(self) -> float:
        """The height of the least that may stand at the foot of a page; known once it is wrapped."""
        count = len(self.blPara.lines)
        return float(self.height if self.whole or count <= 3 else 2 * self.style.leading)

    def split(self, room: float, height: float) -> list[TextBlock]:
        if self.whole and self.height <= _TALLEST:
            return []
        parts: list[TextBlock] = super().split(room, height)
        if len(parts) == 2:
            first, rest = parts
            for part in parts:
                part.element, part.bar, part.whole = self.element, self.bar, False
            first.label, first.entry, first.goes_on = self.label, self.entry, True
            first.anchor = self.anchor
            first.cut = isinstance(first.frags[-1], _SplitFragLL)
            rest.goes_on, rest.cut = self.goes_on, self.cut
        return parts

    def draw(self) -> None:
        canvas = self.canv
        if self.entry:
            self.entry.page = canvas.page
            canvas.bookmarkHorizontal(self.entry.key, 0, self.height + 6)
            canvas.addOutlineEntry(tidy(self.entry.text), self.entry.key, self.entry.level - 1, closed=True)
        if self.anchor:
            canvas.bookmarkHorizontal(place_of(self.anchor), 0, self.height + 6)
        if self.bar:
            canvas.begin_artifact()
            canvas.setFillColor(colour(ACCENT))
            canvas.rect(self.style.leftIndent - 18, 2, 2.5, self.height - 4, stroke=0, fill=1)
            canvas.end()
        if self.label:
            self._draw_label(*self.label)
        if not self.blPara.lines:
            return
        link = self.finish_lines()
        if self.element is None:
            canvas.begin_artifact()
            super().draw()
            canvas.end()
            return
        canvas.owner = self.element
        canvas.opening = link.within(self.element) if link else None
        super().draw()
        canvas.owner = canvas.opening = None
        if self.once:
            self.element = None

    def _draw_label(self, text: str, element: Element) -> None:
        style = self.style
        self.canv.setFont(style.fontName, style.fontSize)
        self.canv.setFillColor(style.textColor)
        self.canv.owner = element
        self.canv.drawString(0, self.height - style.fontSize, text)
        self.canv.owner = None

    def finish_lines(self) -> Target | None:
        """A space at the end of each line, a soft hyphen where a word was broken: whoever listens gets words.

        Returns the link with which the text begins, where that began on the page before.
        """
        if self.blPara.kind:
            return self._finish_mixed()
        *lines, (_, last) = self.blPara.lines
        for _, words in lines:
            _end_line(words)
        if self.goes_on:
            _end_line(last)
        return None

    def _finish_mixed(self) -> Target | None:
        lines = self.blPara.lines
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            if following is None and not self.goes_on:
                break
            texts = [part for part in line.words if part.text]
            if not texts or getattr(line.words[-1], "within_word", False):
                continue
            cut = following and isinstance(self.frags[following.sFW], _InjectedFrag)
            if self.cut and not following:
                texts[-1].text = texts[-1].text.removesuffix("-") + SOFT_HYPHEN
            elif not cut and not texts[-1].text.endswith(" "):
                texts[-1].text += " "
            elif cut and isinstance(self.frags[following.sFW - 1], _SplitFragHY):
                texts[-1].text = texts[-1].text[:-1] + SOFT_HYPHEN
        for line in lines:
            for link in dict.fromkeys(part.link[0] for part in line.words if part.link):
                parts = [part.text for part in line.words if link in part.link]
                link[1].lines.append("".join(parts).replace(SOFT_HYPHEN, "").strip())
        first = lines[0].words[0]
        target = first.link[0][1] if first.link else None
        return target if isinstance(target, Target) and target.element else None


def _end_line(words: list[str]) -> None:
    last = words[-1]
    if isinstance(last, (_SplitWordHY, _SplitWordLL)):
        words[-1] = last[:-1] + SOFT_HYPHEN
    elif isinstance(last, _SplitWordEnd) or not isinstance(last, _SplitWord):
        words.append("")


def text_block(text: Text, style: TextStyle, element: Element | None, room: float) -> TextBlock:
    """A text as a paragraph for a column `room` points wide.

    Words are hyphenated where the style says so; elsewhere only a word wider than the column.
    """
    pieces = [(tidy(span.text), span) for span in spans(text) if span.text]
    if not style.hyphenate:  # short lines keep the two spaces after a postcode
        pieces = [(words.replace("  ", " \u00a0"), span) for words, span in pieces]
    looks = paragraph_style(style, 0.0 if style.hyphenate else room - style.indent)
    block = TextBlock("", looks, frags=_fragments(pieces, style, room - style.indent))
    block.element = element
    return block


def _fragments(pieces: Sequence[tuple[str, Span]], style: TextStyle, room: float) -> list[ParaFrag]:
    """ReportLab's fragments; made here, because its parser for markup is slow and we have no markup."""
    fragments: list[ParaFrag] = []
    for number, (text, span) in enumerate(pieces):
        look = _look(_face(span, style.face), style.size, ACCENT if span.href else style.colour)
        links: list[tuple[int, Target]] = []
        leads = bool(span.href or span.ref)
        if leads or span.source:
            links = [(number, Target(span.href, span.source, text, span.ref))]
        if leads:
            fragments.append(_switch(look, links[0][1]))
        for row, line in enumerate(text.split("\n")):
            if row:
                fragments.append(_line_end(look))
            for part in _fitting(line, look, room):
                if isinstance(part, str):
                    fragments.append(look.clone(text=part, link=links, us_lines=[], nobr=leads))
                else:
                    fragments.append(_line_end(look, within_word=part))
        if leads:
            fragments.append(_switch(look, None))
    return fragments or [_look(style.face, style.size, style.colour).clone(text="", link=[], us_lines=[])]


def _fitting(text: str, look: ParaFrag, room: float) -> Iterator[str | bool]:
    """The text, cut inside words that are wider than the column and cannot be hyphenated (addresses of pages).

    Between the parts stands whether a line ends there within a word. ReportLab cuts such a word too, but not
    what is left of it after a hyphen.
    """
    if max(map(len, text.split(" "))) * look.fontSize * _WIDEST < room:
        yield from (text,) if text else ()
        return
    before = ""
    for word in text.split(" "):
        if widest_piece(word, lambda part: _width(part, look)) <= room:
            before += f"{word} "
            continue
        if before.strip():
            yield before
            yield False
        *parts, rest = _parts(word, look, room)
        for part in parts:
            yield part
            yield True
        before = f"{rest} "
    yield before[:-1]


def _parts(word: str, look: ParaFrag, room: float) -> list[str]:
    """A word in parts that fit in the column, cut behind a sign such as a slash where one is near."""
    parts, start = [], 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and _width(word[start:end], look) > room:
            signs = [place for place in range(start + 1, end) if word[place - 1] in _BREAK_AFTER]
            cut = signs[-1] if signs and signs[-1] - start > (end - start) / 2 else end - 1
            parts.append(word[start:cut])
            start = cut
    return [*parts, word[start:]]


def _width(text: str, look: ParaFrag) -> float:
    return float(stringWidth(text, look.fontName, look.fontSize))


def _line_end(look: ParaFrag, within_word: bool = False) -> ParaFrag:
    return look.clone(text="", lineBreak=True, within_word=within_word, link=[], us_lines=[])


def _switch(look: ParaFrag, target: Target | None) -> ParaFrag:
    callback = ABag(kind="onDraw", name=LINK, label=target, width=0)
    return look.clone(text="", link=[], us_lines=[], cbDefn=callback)


@cache
def _look(name: FaceName, size: float, code: str) -> ParaFrag:
    return ParaFrag(fontName=font_name(name), fontSize=size, textColor=colour(code), rise=0)


def _face(span: Span, base: FaceName) -> FaceName:
    bold = span.bold or base in ("bold", "semibold")
    italic = span.italic or base == "italic"
    if span.bold and not italic:
        return "bold"
    return "bold_italic" if bold and italic else "italic" if italic else base
