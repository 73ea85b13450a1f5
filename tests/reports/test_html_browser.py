"""The HTML in a real browser: what a screen reader is told, that it fits, and that nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.reports.document import Document
from tests.browser import NO_BROWSER, Tab, found_browser, tab_in
from tests.reports.long_report import long_report
from tests.reports.paper_samples import html_of, letter, plain_report, report
from tests.reports.test_form_blocks import FORM

pytestmark = pytest.mark.soak
DOCUMENTS: dict[str, Document] = {
    "report": report(2),
    "long report": long_report(6),
    "letter": letter(),
    "form": plain_report(*FORM),
}
WIDTHS = (1280, 640, 320)
"""A laptop, the same at 200 % text, and a telephone (or 400 %, WCAG 2.2, 1.4.10)."""


@pytest.fixture
def tab(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Tab | None]:
    """A page in the browser of this machine; where it has none that is said, and nothing is looked at."""
    browser = found_browser()
    if browser is None:
        with capsys.disabled():
            print(f"\n{NO_BROWSER}")
        yield None
        return
    with tab_in(browser, tmp_path / "browser") as made:
        yield made


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_browser_shows_all_of_it_and_fetches_nothing(tab: Tab | None, tmp_path: Path, name: str) -> None:
    if tab is None:
        return
    path = tmp_path / "papier.html"
    path.write_bytes(html_of(DOCUMENTS[name]))
    for width in WIDTHS:
        for dark in (False, True):
            tab.show(path, width, dark=dark)
            wide = tab.value("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide == 0, (width, wide)
    asked = [
        event["params"]["request"]["url"]
        for event in tab.events
        if event.get("method") == "Network.requestWillBeSent"
    ]
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert [event for event in tab.events if event.get("method") == "Log.entryAdded"] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_screen_reader_is_told_what_everything_is(tab: Tab | None, tmp_path: Path, name: str) -> None:
    if tab is None:
        return
    path = tmp_path / "papier.html"
    path.write_bytes(html_of(DOCUMENTS[name]))
    tab.show(path, 1280)
    nodes = tab.tree()
    roles = [_role(node) for node in nodes]
    assert {"main", "banner"} <= set(roles)
    for role, query in (
        ("table", "table"),
        ("columnheader", "thead th"),
        ("rowheader", "tbody th, tfoot th"),
    ):
        assert roles.count(role) == tab.value(f"document.querySelectorAll('{query}').length"), role
    pictures = tab.value("document.querySelectorAll('img, svg').length")
    assert sum(role in ("image", "img") for role in roles) == pictures
    named = ("table", "image", "img", "heading", "link", "navigation", "RootWebArea")
    assert [_role(node) for node in nodes if _role(node) in named and not _name(node).strip()] == []
    levels = [_level(node) for node in nodes if _role(node) == "heading"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def _role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", ""))


def _name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", ""))


def _level(node: dict[str, Any]) -> int:
    (level,) = [each["value"]["value"] for each in node["properties"] if each["name"] == "level"]
    return int(level)
