"""Text in HTML: escaped, with its looks, its line breaks and its links."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

from huurdersapp.reports.document import Text, spans
from huurdersapp.reports.fonts import BOX

_SCHEMES = ("http", "https", "mailto", "tel")
_NO_ANCHORS: Mapping[str, str] = {}


def is_allowed(sign: str) -> bool:
    """Whether HTML may hold a sign (HTML Standard, 13.2.3.5): no control characters, halves of pairs or noncharacters."""
    code = ord(sign)
    if sign in "\n\t":
        return True
    return unicodedata.category(sign) not in ("Cc", "Cs") and not (
        0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    )


def allowed(text: str) -> str:
    """The text in composed form, with □ for the signs that HTML may not hold."""
    text = unicodedata.normalize("NFC", text).replace("\r", "")
    if text.isprintable():
        return text
    return "".join(sign if is_allowed(sign) else BOX for sign in text)


def escaped(text: str) -> str:
    """Text that can stand in an element or an attribute."""
    return escape(allowed(text))


def inline(text: Text, anchors: Mapping[str, str] = _NO_ANCHORS) -> str:
    """A text with its looks; `anchors` are the ids of what `Span.ref` may lead to. Numbers do not lead to records."""
    return "".join(
        _span(span.text, span.bold, span.italic, _way(span.href, span.ref, anchors)) for span in spans(text)
    )


def _span(text: str, bold: bool, italic: bool, way: str) -> str:
    made = escaped(text).replace("\n", "<br>")
    words = made.lstrip("\u00a0 ")
    if way and text.strip():  # the white before it is no part of a link
        made = f'{made[: len(made) - len(words)]}<a href="{escaped(way)}">{words}</a>'
    if italic:
        made = f"<em>{made}</em>"
    return f"<strong>{made}</strong>" if bold else made


def _way(href: str | None, ref: str, anchors: Mapping[str, str]) -> str:
    if ref in anchors:
        return f"#{anchors[ref]}"
    return href if href is not None and _is_address(href) else ""


def _is_address(href: str) -> bool:
    """Whether it leads to a page, a mailbox or a telephone; anything else could run a program in the browser."""
    try:
        return urlsplit(href).scheme.lower() in _SCHEMES and not any(sign <= " " for sign in href)
    except ValueError:
        return False
