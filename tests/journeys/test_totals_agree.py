"""What is logged once counts everywhere: screen, command line, Excel file and trimesterverslag say the same number."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from python_calamine import CalamineWorkbook

from huurdersapp.__main__ import main
from huurdersapp.actions import campagnes, commissies, energie_cijfers, lists, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import samen
from huurdersapp.base import period
from huurdersapp.records.energie_besparing import PLACED
from huurdersapp.reports.document import Source, plain
from huurdersapp.reports.small_numbers import DEFAULTS
from huurdersapp.reports.trimester import trimester_document
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.actions.test_verslag import said, sourced
from tests.windows import OpenWindow

PERIODS = ("2020-T1", "2020-T3", "2021-T1", "2020")
KINDS = {
    "energiebezoek": "gedaan_in",
    "raadpleging": "gehouden_in",
    "knelpunt": "nieuw_in",
    "campagne": "gehouden_in",
    "commissie": "ondersteund_in",
}
Plain = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """What the screen says of a list: how long it is, the line with its totals, and the file that it was written to."""

    count: int
    totals: str
    rows: int


@pytest.fixture(scope="module", params=PERIODS)
def code(request: pytest.FixtureRequest) -> str:
    """A period as people type it."""
    return str(request.param)


@pytest.fixture
def screens(
    open_window: OpenWindow,
    example: Context,
    settled: Callable[[MainWindow], None],
    tmp_path: Path,
    code: str,
) -> dict[str, Seen]:
    """Each register on its own screen, asked for the period, and written to Excel there."""
    window, found = open_window(example), {}
    for kind, named in KINDS.items():
        window.go(Place(kind, where=(f"{named}={code}",), kind=kind))
        settled(window)
        page = window.page
        assert isinstance(page, ListPage)
        assert page.kind == kind
        path = tmp_path / f"{kind}.xlsx"
        page.export_to(path)
        settled(window)
        count = page.pane.model.count
        assert count is not None
        found[kind] = Seen(count, _totals(page), _records_in(path))
    return found


def _totals(page: ListPage) -> str:
    """The line with totals: a screen's own, and what stands under every list."""
    own: QLabel | None = getattr(page, "totals", None) or getattr(page, "sums", None)
    return " ".join((own.text() if own is not None else "", page.pane.status.text())).strip()


def _records_in(path: Path) -> int:
    """How many rows with a number of a record the first sheet has."""
    lines = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    head = next(at for at, line in enumerate(lines) if "Nummer" in line)
    column = lines[head].index("Nummer")
    return sum(isinstance(line[column], float) for line in lines[head + 1 :])


@pytest.fixture
def typed(
    example_made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str
) -> Callable[..., list[Plain]]:
    """The records that the command line lists, of the same example in another folder."""
    folder = tmp_path / "zelfde"

    def run(kind: str, *where: str) -> list[Plain]:
        if not folder.exists():
            shutil.copytree(example_made, folder)
        capsys.readouterr()
        named = where or (f"{KINDS[kind]}={code}",)
        conditions = [word for text in named for word in ("--waar", text)]
        asked = ["lijst", kind, *conditions, "--formaat", "json", "--gegevens", str(folder)]
        assert main(asked) == 0
        found: list[Plain] = json.loads(capsys.readouterr().out)
        return found

    return run


@pytest.fixture
def values(example: Context, code: str) -> TrimesterValues:
    """The report about the period as it is counted, before anything small is hidden."""
    made = verslag.report_values(example, period.parse(code), 1)
    return replace(made, small=replace(DEFAULTS, active=False))


def counted(values: TrimesterValues) -> dict[str, int | None]:
    """How many of each register the report counts."""
    new = values.knelpunten
    return {
        "energiebezoek": values.bezoeken.gesproken.waarde,
        "raadpleging": len(values.raadplegingen),
        "knelpunt": (new.individueel.nieuw.waarde or 0) + (new.collectief.nieuw.waarde or 0),
        "campagne": len(values.campagnes),
        "commissie": len(values.commissies),
    }


def test_each_register_counts_the_same_everywhere(
    screens: dict[str, Seen], typed: Callable[..., list[Plain]], values: TrimesterValues
) -> None:
    reported = counted(values)
    for kind, seen in screens.items():
        on_screen = _first_number(seen.totals, kind)
        found = (on_screen, seen.count, len(typed(kind)), seen.rows, reported[kind])
        assert len(set(found)) == 1, (kind, seen.totals, found)
    assert sum(seen.count for seen in screens.values()) > 20


def _first_number(text: str, kind: str) -> int:
    """The number before the name of the register."""
    word = {"energiebezoek": "bezoek", "commissie": "commissie"}.get(kind, kind)
    found = re.search(rf"([\d.]+) {word}", text)
    assert found is not None, (kind, text)
    return int(found[1].replace(".", ""))


def _number_of(text: str, pattern: str) -> int:
    found = re.search(pattern, text)
    assert found is not None, (pattern, text)
    return int(found[1].replace(".", ""))


def test_the_sums_of_a_register_are_the_same_everywhere(
    screens: dict[str, Seen], typed: Callable[..., list[Plain]], values: TrimesterValues, code: str
) -> None:
    span = period.parse(code)
    # Campagnes: the actions of the period, of which the report tells.
    shown = screens["campagne"].totals
    within = shown.partition("Van de acties in die periode: ")[2] or shown
    lines = [
        action
        for record in typed("campagne")
        for action in record["acties"]
        if date.fromisoformat(action["datum"]) in span
    ]
    for key, word in (("bereik", "bereik"), ("contacten", "contact"), ("deelnemers", "deelname")):
        total = sum(line[key] or 0 for line in lines)
        assert sum(getattr(item, key).waarde or 0 for item in values.campagnes) == total, key
        if total:
            assert _number_of(within, rf"(?i){word} ([\d.]+)") == total, within
    # Commissies: hours, and how many were supported.
    hours = sum(
        line["uren"] or 0
        for record in typed("commissie")
        for line in record["ondersteuning"]
        if date.fromisoformat(line["datum"]) in span
    )
    assert sum(item.uren or 0 for item in values.commissies) == hours
    assert _number_of(screens["commissie"].totals, r"([\d.]+) uur") == hours
    supported = _number_of(screens["commissie"].totals, r"([\d.]+) ondersteund in")
    assert supported == len(values.commissies)
    # Raadplegingen: replies.
    replies = sum(record["respons_totaal"] or 0 for record in typed("raadpleging"))
    assert sum(item.respons.waarde or 0 for item in values.raadplegingen) == replies
    assert _number_of(screens["raadpleging"].totals, r"([\d.]+) reactie") == replies
    # Visits: measures that were put in place, and at how many visits.
    visits = typed("energiebezoek")
    placed = [sum(line["hoe_ver"] in PLACED for line in record["maatregelen"]) for record in visits]
    assert values.bezoeken.geplaatst.waarde == sum(count > 0 for count in placed)
    if visits:
        shown = screens["energiebezoek"].totals
        assert _number_of(shown, r"([\d.]+) maatregel") == sum(placed), shown
        assert _number_of(shown, r"([\d.]+) gesproken") == len(visits)


def test_households_are_counted_as_their_list(
    example: Context, typed: Callable[..., list[Plain]], code: str
) -> None:
    found = energie_cijfers.overview(example, period.parse(code))
    homes = typed("energiebezoek", f"huishouden_in={code}")
    assert found.households.number == len(homes)
    visits = typed("energiebezoek")
    known = {
        (each["postcode"], each["huisnummer"], each["toevoeging"]) for each in visits if each["postcode"]
    }
    assert len(homes) == len(known) + sum(not each["postcode"] for each in visits)


def test_each_number_on_paper_opens_a_list_of_that_length(
    example: Context, values: TrimesterValues, code: str
) -> None:
    held: dict[str, int] = {}
    for span, source in sourced(trimester_document(values)):
        number = said(plain(span.text))
        if number is None or not source.where or _is_one(source) or source.kind == "raadpleging":
            continue
        where = [f"{key}={value}" for key, value in source.where]
        assert lists.count(example, example.spec(source.kind), where) == number, (span.text, where)
        held[source.kind] = held.get(source.kind, 0) + 1
    assert held["knelpunt"] > 5
    assert held["energiebezoek"] >= 5 or not values.bezoeken.aan_de_deur.waarde


def _is_one(source: Source) -> bool:
    return [key for key, _value in source.where] == ["nummer"]


@pytest.fixture
def counted_anew() -> Iterator[None]:
    """What is kept of the years of a report is from before the fault, and with it in there it is of no use to others."""
    samen.forget()
    yield
    samen.forget()


def test_a_total_that_forgets_a_line_is_noticed(
    example: Context,
    typed: Callable[..., list[Plain]],
    code: str,
    monkeypatch: pytest.MonkeyPatch,
    counted_anew: None,
) -> None:
    """Screen and report add up by the same two functions, so that neither can forget what the other counts."""
    span = period.parse(code)
    real = campagnes.summed
    monkeypatch.setattr(campagnes, "summed", lambda lines: real(list(lines)[1:]))
    wrong = verslag.report_values(example, span, 1).campagnes
    shown = campagnes.list_totals(example, [f"gehouden_in={code}"]).within
    assert shown is not None
    actions = sum(date.fromisoformat(a["datum"]) in span for r in typed("campagne") for a in r["acties"])
    assert shown.acties == max(actions - 1, 0)
    assert sum(item.acties for item in wrong) < max(actions, 1)
    monkeypatch.setattr(commissies, "support", lambda *_asked: {})
    assert commissies.totals(example, [f"ondersteund_in={code}"]).hours == 0
