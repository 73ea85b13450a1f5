"""Each figure of the Lokaal Akkoord Emmen stands on its screen: in its thema, under its party, with its year or price
level. The list (emmen_tabel.py) was read from the document itself; what is looked at here is what the screen shows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from babel.dates import get_month_names

from huurdersapp.actions import akkoord, akkoord_lezen, lists
from huurdersapp.actions.akkoord_lezen import Point
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import jobs
from huurdersapp.base.formats import LOCALE, number
from huurdersapp.base.paths import own
from huurdersapp.ui.akkoord.filtering import Filter
from huurdersapp.ui.akkoord.points import Text
from huurdersapp.ui.text_list import Row
from tests.records.emmen_tabel import DATA, HOOFDDOELEN, STREEFWAARDEN, TEKSTEN, Doelwaarde

Under = list[tuple[str, Point, Row]]
"""Rows with the heading of the party that they stand under."""


@pytest.fixture(scope="module")
def emmen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    with opened(tmp_path_factory.mktemp("emmen"), create=True, author="Jo") as ctx:
        jobs.run(akkoord.load(ctx, Path(own("resources")) / "akkoorden" / "emmen-2019-2024.json"))
        yield ctx


@pytest.fixture(scope="module")
def screen(emmen: Context) -> dict[str, Under]:
    """What stands on the screen per part of the akkoord, by the name of the theme ("" is working together)."""
    reading = akkoord_lezen.read(emmen)
    assert reading is not None
    text = Text(reading)
    found: dict[str, Under] = {}
    for scope, _level, _name in text.scopes():
        kind, at = scope
        if kind not in ("thema", "samen"):
            continue
        point = text.find(scope) if kind == "thema" else None
        heading, lines = "", found.setdefault(point.text if point else "", [])
        rows, _hits = text.rows(("thema", at) if kind == "thema" else scope, Filter())
        for row in rows:
            if row.key is None:
                heading = row.text()
            elif (one := text.find(row.key)) is not None:
                lines.append((heading, one, row))
    return found


def shown(value: object) -> str:
    return {True: "ja", False: "nee"}[value] if isinstance(value, bool) else number(Decimal(str(value)))


@pytest.mark.parametrize("figure", STREEFWAARDEN, ids=lambda one: one.wat)
def test_a_target_stands_in_its_thema_under_its_party_with_its_year(
    screen: dict[str, Under], figure: Doelwaarde
) -> None:
    limits = [key for key in ("min", "max", "waarde") if key in figure.doel]
    band = limits == ["min", "max"]
    wanted = [shown(figure.doel[key]) for key in limits]
    pieces = [" tot ".join(wanted)] if band else wanted
    if "jaar" in figure.doel:
        pieces.append(f"in {figure.doel['jaar']}")
    if "klasse" in figure.doel:
        pieces.append(str(figure.doel["klasse"]))
    fitting = []
    for heading, point, row in screen[figure.thema]:
        if point.kind != "indicator" or figure.partij not in point.roles:
            continue
        target = next((fact.words for fact in point.facts if fact.label == "Streefwaarde"), "")
        right = figure.woord.casefold() in f"{point.text} {target}".casefold()
        if right and any(all(piece in one for piece in pieces) for one in target.split("; ")):
            assert target in row.text()
            assert figure.partij in heading
            if level := figure.maat.get("prijspeil"):
                assert f"Prijspeil: {level}" in row.text()
            fitting.append(point)
    assert fitting, figure.wat


@pytest.mark.parametrize(("what", "thema", "party", "words"), TEKSTEN, ids=[row[0] for row in TEKSTEN])
def test_a_figure_in_a_text_stands_under_the_party_that_it_is_of(
    screen: dict[str, Under], what: str, thema: str, party: str, words: tuple[str, ...]
) -> None:
    kinds = ("afspraak", "indicator") if party else ("doel",)
    fitting = [
        (heading, row)
        for heading, point, row in screen[thema]
        if point.kind in kinds
        and (not party or party in point.roles)
        and all(word in row.text() for word in words)
    ]
    assert fitting, what
    if party and party != "alle partijen":
        assert any(party in heading for heading, _row in fitting), [heading for heading, _row in fitting]


@pytest.mark.parametrize(("thema", "year", "words"), HOOFDDOELEN)
def test_the_main_goal_of_a_thema_stands_under_its_name(
    screen: dict[str, Under], thema: str, year: int | None, words: tuple[str, ...]
) -> None:
    _heading, point, row = next(line for line in screen[thema] if line[1].kind == "thema")
    assert point.text == thema
    assert all(word in row.text() for word in words)
    assert any(fact.label == "Hoofddoel" for fact in point.facts)
    assert year is None or str(year) in row.text()


def test_every_date_of_the_year_stands_on_the_screen(emmen: Context) -> None:
    reading = akkoord_lezen.read(emmen)
    assert reading is not None
    text = Text(reading)
    rows, _hits = text.rows(("anker", 0), Filter())
    whole = "\n".join(row.text() for row in rows)
    assert len([row for row in rows if row.key is not None]) == len(lists.find(emmen, emmen.spec("anker")))
    months = list(get_month_names("wide", locale=LOCALE).values())
    for _phase, _cycle, _kind, month, day, until, _meetings in DATA:
        if month and day:
            assert f"{day} {months[month - 1]}" in whole
        elif month and until:
            assert f"{months[month - 1]} tot en met {months[until - 1]}" in whole
        elif month:
            assert f"In {months[month - 1]}" in whole
