"""What an HTML file of ours must keep to: read by a strict parser (justhtml, the HTML Standard), and looked at for what a
parser does not ask: headings, tables, alternatives, ids, names, and that nothing is fetched from anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from justhtml import Element, JustHTML, Node, Text

from huurdersapp.reports.web.style import DARK, LIGHT, TEXTS

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FORBIDDEN = (
    "script",
    "iframe",
    "object",
    "embed",
    "link",
    "base",
    "form",
    "input",
    "button",
    "audio",
    "video",
    "template",
)
_LEADS_TO = re.compile(r"(https?://|mailto:|tel:|#)")
_OUTSIDE = re.compile(r"@import|url\s*\(|expression\s*\(|javascript:", re.IGNORECASE)
_TEXT_CONTRAST = 7.0


def html_findings(data: bytes) -> list[str]:
    """Everything that is wrong with a file; nothing when it is right."""
    text = data.decode("utf-8")
    page = JustHTML(text, collect_errors=True, sanitize=False, strict=False)
    found = [f"ontleden: {fault}" for fault in page.errors]
    for look in (_frame, _headings, _tables, _alternatives, _figures, _ids, _links, _nothing_outside, _lists):
        found += look(page)
    if not text.startswith("<!DOCTYPE html>"):
        found.append("geen doctype")
    return found


def contrast(one: str, other: str) -> float:
    """How much two colours differ (WCAG 2.2, relative luminance): 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colour_findings() -> list[str]:
    """Letters that do not stand out enough, in light or dark."""
    return [
        f"{scheme}: {letters} op {ground} {contrast(colours[letters], colours[ground]):.2f}"
        for scheme, colours in (("licht", LIGHT), ("donker", DARK))
        for letters in TEXTS
        for ground in ("ground", "tint")
        if contrast(colours[letters], colours[ground]) < _TEXT_CONTRAST
    ]


def _luminance(code: str) -> float:
    parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _query(node: JustHTML | Element, selector: str) -> list[Element]:
    return [found for found in node.query(selector) if isinstance(found, Element)]


def _all(page: JustHTML) -> list[Element]:
    return _query(page, "*")


def _children(node: Element) -> list[Element]:
    return [child for child in (node.children or []) if isinstance(child, Element)]


def _attrs(node: Element) -> dict[str, str]:
    return {name: value or "" for name, value in (node.attrs or {}).items()}


def _words(node: Node) -> str:
    return " ".join(node.to_text().split())


def _inner(node: Node | Text) -> str:
    """All text in a node, also what a page does not show, such as a style or the title of a drawing."""
    return node.data or "" if isinstance(node, Text) else "".join(map(_inner, node.children or []))


def _frame(page: JustHTML) -> Iterator[str]:
    for name, count in (("html", 1), ("title", None), ("main", 1), ("h1", 1), ("body > header", 1)):
        found = _query(page, name)
        if not found or (count and len(found) != count):
            yield f"{name}: {len(found)} keer"
    (html,) = _query(page, "html")
    if _attrs(html).get("lang") != "nl":
        yield "geen taal"
    if not _words(_query(page, "head > title")[0]):
        yield "lege titel"
    names = {_attrs(meta).get("name"): _attrs(meta).get("content") for meta in _query(page, "meta")}
    yield from (f"geen {name}" for name in ("author", "dcterms.created", "viewport") if not names.get(name))
    if "initial-scale=1" not in (names["viewport"] or "") or "maximum-scale" in (names["viewport"] or ""):
        yield "kan niet worden vergroot"
    if not any("default-src 'none'" in _attrs(meta).get("content", "") for meta in _query(page, "meta")):
        yield "mag dingen ophalen"


def _headings(page: JustHTML) -> Iterator[str]:
    found = [node for node in _all(page) if node.name in _HEADINGS]
    levels = [int(node.name[1]) for node in found]
    if levels[:1] != [1]:
        yield "de eerste kop is geen h1"
    yield from (f"van h{one} naar h{other}" for one, other in pairwise(levels) if other > one + 1)
    yield from (f"lege {node.name}" for node in found if not _words(node))


def _tables(page: JustHTML) -> Iterator[str]:
    for table in _query(page, "table"):
        children = _children(table)
        names = [child.name for child in children]
        name = _words(children[0])[:40]
        if names not in (["caption", "thead", "tbody"], ["caption", "thead", "tbody", "tfoot"]):
            yield f"{name}: {names}"
        if not name:
            yield "tabel zonder bijschrift"
        heads = _query(table, "thead th")
        for row in _query(table, "tr"):
            cells = _children(row)
            if len(cells) != len(heads):
                yield f"{name}: {len(cells)} cellen, {len(heads)} koppen"
        if any(_attrs(head).get("scope") != "col" for head in heads):
            yield f"{name}: kop zonder scope"
        if any(
            _attrs(head).get("scope") != "row"
            for head in (*_query(table, "tbody th"), *_query(table, "tfoot th"))
        ):
            yield f"{name}: rijkop zonder scope"


def _alternatives(page: JustHTML) -> Iterator[str]:
    ids = {_attrs(node).get("id"): node for node in _all(page)}
    for image in _query(page, "img"):
        if not _attrs(image).get("alt", "").strip():
            yield "beeld zonder tekst"
    for svg in _query(page, "svg"):
        own = _attrs(svg)
        named = own.get("aria-label", "") + "".join(
            _inner(ids[name]) for name in own.get("aria-labelledby", "").split() if name in ids
        )
        if own.get("role") != "img" or not named.strip():
            yield "tekening zonder naam"
    for node in _all(page):
        own = _attrs(node)
        is_part = node.name == "figure" or own.get("role")
        if "tabindex" in own and (own["tabindex"] != "0" or not is_part or not own.get("aria-labelledby")):
            yield f"{node.name} met tabindex zonder rol of naam"


def _figures(page: JustHTML) -> Iterator[str]:
    for scrolls in (*_query(page, ".wide"), *_query(page, ".drawing")):
        if "tabindex" not in _attrs(scrolls):
            yield f"{scrolls.name} schuift niet met het toetsenbord"
    for figure in _query(page, "figure"):
        captions = [child for child in _children(figure) if child.name == "figcaption"]
        if len(captions) != 1 or not _words(captions[0]):
            yield "figuur zonder bijschrift"


def _ids(page: JustHTML) -> Iterator[str]:
    counts = Counter(_attrs(node)["id"] for node in _all(page) if "id" in _attrs(node))
    yield from (f"id {name} {count} keer" for name, count in counts.items() if count > 1)
    for node in _all(page):
        own = _attrs(node)
        wanted = [*own.get("aria-labelledby", "").split(), *own.get("aria-describedby", "").split()]
        if node.name == "a" and own.get("href", "").startswith("#"):
            wanted.append(own["href"][1:])
        yield from (f"id {name} is er niet" for name in wanted if name not in counts)


def _links(page: JustHTML) -> Iterator[str]:
    for link in _query(page, "a"):
        if not _words(link):
            yield "koppeling zonder tekst"
        if not _LEADS_TO.match(_attrs(link).get("href", "")):
            yield f"koppeling naar {_attrs(link).get('href', '')[:40]}"


def _nothing_outside(page: JustHTML) -> Iterator[str]:
    for node in _all(page):
        own = _attrs(node)
        if node.name in _FORBIDDEN:
            yield f"<{node.name}>"
        yield from (
            f"{node.name} met {name}" for name in own if name.startswith("on") or name in ("srcset", "action")
        )
        if "src" in own and not re.match(r"data:image/(png|jpeg);base64,", own["src"]):
            yield f"src {own['src'][:40]}"
        if "href" in own and node.name != "a":
            yield f"{node.name} met href"
        if _OUTSIDE.search(own.get("style", "")):
            yield "stijl die iets ophaalt"
    for style in _query(page, "style"):
        if _OUTSIDE.search(_inner(style)):
            yield "stijl die iets ophaalt"


def _lists(page: JustHTML) -> Iterator[str]:
    for name in ("ul", "ol"):
        for node in _query(page, name):
            others = {child.name for child in _children(node)} - {"li"}
            if others or not _query(node, "li"):
                yield f"{name} met {others or 'niets'}"
