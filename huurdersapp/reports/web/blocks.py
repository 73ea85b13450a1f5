"""Turns the blocks of a document into HTML, one by one in their order."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence

from huurdersapp.reports import document as doc
from huurdersapp.reports.numbering import NUMBERED, caption, caption_word
from huurdersapp.reports.paper.captions import heading_levels
from huurdersapp.reports.paper.forms import SIGNS, columns_for
from huurdersapp.reports.paper.photo import INSTEAD, photo_of, size_of, told
from huurdersapp.reports.paper.plots import plot_of
from huurdersapp.reports.paper.qrpanel import says
from huurdersapp.reports.paper.style import TEXT_WIDTH
from huurdersapp.reports.paper.tables import side_of
from huurdersapp.reports.web.drawings import PER_REM, svg_chart, svg_qr
from huurdersapp.reports.web.text import escaped, inline

_FEW = 3
"""A table of so many columns fits in any window, if need be with words broken off. A wider one scrolls in a narrow window,
so it can be reached with the keyboard."""


class Body:
    """Writes the blocks of one document, numbered already. Whatever has an id gets it here, each once."""

    def __init__(self, document: doc.Document) -> None:
        self.document = document
        self._ids = dict(_named(document.blocks))
        keys = {at: getattr(block, "key", "") for at, block in enumerate(document.blocks)}
        self._anchors = {keys[at]: name for at, name in self._ids.items() if keys[at]}
        headings = [at for at, block in enumerate(document.blocks) if isinstance(block, doc.Heading)]
        self._levels = dict(zip(headings, heading_levels(document), strict=True))
        self._begun = False
        self._broken = True
        """Whether a page has just begun: a second break would leave an empty page on the printer."""

    def written(self, blocks: Iterable[tuple[int, doc.Block]]) -> Iterator[str]:
        """The HTML of blocks, each with its place in the document."""
        for at, block in blocks:
            made = self._written(at, block)
            self._begun = True
            if made:
                self._broken = isinstance(block, doc.PageBreak)
                yield made

    def _written(self, at: int, block: doc.Block) -> str:
        match block:
            case doc.Heading():
                return self._heading(at, block)
            case doc.Paragraph():
                return self._paragraph(at, block)
            case doc.Bullets():
                tag = "ol" if block.numbered else "ul"
                return f"<{tag}>{''.join(f'<li>{self._text(item)}</li>' for item in block.items)}</{tag}>"
            case doc.Table():
                return self._table(at, block)
            case doc.Picture():
                return self._picture(at, block)
            case doc.Chart() | doc.Trend() | doc.Progress() | doc.Shares() | doc.Funnel():
                return self._drawn(at, block)
            case doc.KeyFigures():
                return self._figures(block)
            case doc.PageBreak(part=part):
                return self._break(part)
            case doc.Lines(lines=lines, role=role):
                return self.lines(lines, role)
            case doc.Signatures():
                return _signatures(block)
            case doc.Contents():
                return self._contents(block)
            case doc.QrCode(address=address):
                return f"<p>{svg_qr(address, says(address))}</p>"
            case doc.Choices():
                return _choices(block)
            case doc.WritingLines():
                return _writing_lines(block)
            case doc.FieldRow():
                return _field_row(block)

    def lines(self, lines: Sequence[doc.Text], role: str) -> str:
        """Short lines below each other; the first of a sender is its name."""
        # Between postcode and town stand two spaces, which a browser would make one.
        made = [self._text(line).replace("  ", "\u00a0 ") for line in lines]
        if role == "sender" and made:
            made[0] = f"<strong>{made[0]}</strong>"
        return f'<p class="{role}">{"<br>".join(made)}</p>' if made else ""

    def _text(self, text: doc.Text) -> str:
        return inline(text, self._anchors)

    def _id(self, at: int) -> str:
        return f' id="{self._ids[at]}"' if at in self._ids else ""

    def _heading(self, at: int, block: doc.Heading) -> str:
        """Below the title, which is the only heading of level 1."""
        level = self._levels[at] + 1
        return f"<h{level}{self._id(at)}>{escaped(block.text)}</h{level}>"

    def _paragraph(self, at: int, block: doc.Paragraph) -> str:
        text = self._text(block.text)
        if block.style == "quote":
            return f"<blockquote{self._id(at)}><p>{text}</p></blockquote>"
        look = "" if block.style == "body" else f' class="{block.style}"'
        return f"<p{self._id(at)}{look}>{text}</p>"

    # -- tables and figures ----------------------------------------------------------------------------------------

    def _table(self, at: int, block: doc.Table) -> str:
        name = self._ids[at]
        heads = "".join(
            f'<th scope="col"{_side(column)}>{self._head(column.head)}</th>' for column in block.columns
        )
        rows = "\n".join(f"<tr>{self._cells(block, row)}</tr>" for row in block.rows)
        totals = (
            "" if block.totals is None else f"\n<tfoot><tr>{self._cells(block, block.totals)}</tr></tfoot>"
        )
        few = len(block.columns) <= _FEW
        around = "few" if few else "wide"
        reached = "" if few else f' role="group" aria-labelledby="{name}-naam" tabindex="0"'
        note = f'\n<p class="note">{self._text(block.note)}</p>' if block.note else ""
        return (
            f'<div class="{around}"{reached}>\n<table id="{name}">\n'
            f'<caption id="{name}-naam">{escaped(caption(block))}</caption>\n'
            f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>{totals}\n</table>\n</div>{note}"
        )

    def _head(self, text: str) -> str:
        return escaped(text).replace("\n", "<br>")

    def _cells(self, block: doc.Table, row: Sequence[doc.Text]) -> str:
        made = []
        for at, (column, cell) in enumerate(zip(block.columns, row, strict=True)):
            text = self._text(cell)
            is_head = at == 0 and block.row_heads and doc.plain(cell).strip()
            made.append(
                f'<th scope="row"{_side(column, cell)}>{text}</th>'
                if is_head
                else f"<td{_side(column, cell)}>{text}</td>"
            )
        return "".join(made)

    def _drawn(self, at: int, block: doc.DrawnFigure) -> str:
        name = self._ids[at]
        drawing = plot_of(block, TEXT_WIDTH).drawing()
        svg = svg_chart(drawing, name, block.caption, block.alternative)
        return (
            f'<figure id="{name}" class="drawing" aria-labelledby="{name}-tekst" tabindex="0">\n{svg}\n'
            f'<figcaption id="{name}-tekst">{escaped(caption(block))}</figcaption>\n</figure>'
        )

    def _picture(self, at: int, block: doc.Picture) -> str:
        photo = photo_of(block)
        if photo is None:
            shown = f"<p>{INSTEAD}</p>"
        else:
            wide, _high = size_of(block, photo)
            shown = image_of(photo.data, told(block), f"width:{wide / PER_REM:.4g}rem")
        return (
            f'<figure id="{self._ids[at]}">\n{shown}\n'
            f"<figcaption>{escaped(caption(block))}</figcaption>\n</figure>"
        )

    def _figures(self, block: doc.KeyFigures) -> str:
        items = "".join(
            f"<li><strong>{self._text(item.value)}</strong> {escaped(item.label)}</li>"
            for item in block.items
        )
        return f'<ul class="figures">{items}</ul>' if items else ""

    # -- the order of the document ---------------------------------------------------------------------------------

    def _break(self, part: str) -> str:
        """A new page on the printer; a part that is handed out by itself begins with the title again."""
        if not part:
            return "" if self._broken else '<div class="break"></div>'
        if self.document.kind == "letter":
            return ""
        named = f'<p class="part break">{escaped(part)}</p>'
        return f"{named}\n{self._title_again()}" if self._begun else named

    def _title_again(self) -> str:
        subtitle = (
            f'\n<p class="subtitle">{escaped(self.document.subtitle)}</p>' if self.document.subtitle else ""
        )
        return f'<p class="title">{escaped(self.document.title)}</p>{subtitle}'

    def _contents(self, block: doc.Contents) -> str:
        """The headings of its levels, each leading to its place."""
        entries = [
            (level, self._ids[at], self.document.blocks[at])
            for at, level in self._levels.items()
            if level <= block.depth
        ]
        if not entries:
            return ""
        made: list[str] = []
        before = 0
        for level, name, heading in entries:
            if level > before:
                made.append("<ul><li>" * (level - before))
            elif level < before:
                made.append("</li></ul></li><li>")
            else:
                made.append("</li><li>")
            before = level
            made.append(f'<a href="#{name}">{escaped(getattr(heading, "text", ""))}</a>')
        made.append("</li></ul>" * before)
        title = f'<h2 id="inhoud">{escaped(block.title)}</h2>'
        return f'<nav aria-labelledby="inhoud">\n{title}\n{"".join(made)}\n</nav>'


def image_of(data: bytes, alternative: str, style: str = "", look: str = "") -> str:
    """A picture inside the file itself."""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    looks = (f' class="{look}"' if look else "") + (f' style="{style}"' if style else "")
    return (
        f'<img alt="{escaped(alternative)}"{looks} src="data:image/{kind};base64,{b64encode(data).decode()}">'
    )


def _named(blocks: Sequence[doc.Block]) -> Iterator[tuple[int, str]]:
    """The ids by the place of their block: kop-1, tabel-1, figuur-1, alinea-1."""
    counts: dict[str, int] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, NUMBERED):
            word = caption_word(block).lower()
        elif isinstance(block, doc.Heading):
            word = "kop"
        elif isinstance(block, doc.Paragraph) and block.key:
            word = "alinea"
        else:
            continue
        counts[word] = counts.get(word, 0) + 1
        yield at, f"{word}-{counts[word]}"


def _side(column: doc.Column, text: doc.Text = "") -> str:
    side = side_of(text, column.align)
    return "" if side == "left" else f' class="{side}"'


def _signatures(block: doc.Signatures) -> str:
    items = "".join(
        f"<li><strong>{escaped(name)}</strong>{f'<br>{escaped(role)}' if role else ''}</li>"
        for name, role in block.signers
    )
    return f'<ul class="signers">{items}</ul>' if items else ""


def _asked(question: str, extra: str) -> str:
    made = f'<p class="question">{escaped(question)}</p>\n' if question else ""
    return f'{made}<p class="help">{escaped(extra)}</p>\n' if extra else made


def _choices(block: doc.Choices) -> str:
    items = []
    for place, option in enumerate(block.options):
        sign = SIGNS[block.many, place in block.chosen]
        blank = '<span class="blank"></span>' if option.endswith(":") else ""
        items.append(f'<li><span class="box">{sign}</span> {escaped(option)}{blank}</li>')
    down = "" if columns_for(block) > 1 else " down"
    return f'{_asked(block.question, block.help)}<ul class="choices{down}">{"".join(items)}</ul>'


def _writing_lines(block: doc.WritingLines) -> str:
    value = f"<p>{inline(block.value)}</p>\n" if block.value else ""
    lines = '<div class="line"></div>' * block.lines
    return f"{_asked(block.label, block.help)}{value}{lines}"


def _field_row(block: doc.FieldRow) -> str:
    values = block.values or ("",) * len(block.fields)
    fields = "".join(
        f'<p style="flex-grow:{share:g}"><span class="label">{escaped(label)}</span> <span>{escaped(value)}</span></p>'
        for (label, share), value in zip(block.fields, values, strict=True)
    )
    return f'<div class="fields">{fields}</div>'
