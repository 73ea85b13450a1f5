"""What is printed of a period is the same in every report, whichever is made first, and each number opens its list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from random import Random
from typing import Any

import pytest

from huurdersapp.actions import akkoord as akkoorden
from huurdersapp.actions import history, lists, records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.telling import met
from huurdersapp.actions.verslagen import concept, samen
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.samen import Beschermd, beschermd, earlier_span, part_of
from huurdersapp.actions.verslagen.soorten import SOORTEN, Soort
from huurdersapp.base import period
from huurdersapp.reports.document import Source, Span
from tests.actions.conftest import Made
from tests.actions.verslagen.getallen import NO_RECORDS, said

YEARS = ("2019", "2020", "2021")
SUMS = (*NO_RECORDS, "campagne")
"""Behind a number about these stand what one record says, and not as many records."""
FREE = "2020-03-01..2020-09-30"


def protected(ctx: Context, code: str) -> Beschermd:
    with ctx.store.reading() as db:
        return beschermd(ctx, db, akkoorden.find(db, None), period.parse(code))


def codes(soort: Soort, year: str) -> Iterator[str]:
    """The periods of a year that a kind of report can be about."""
    if "jaar" in soort.spans:
        yield year
    if "trimester" in soort.spans:
        yield from (f"{year}-T{number}" for number in (1, 2, 3))
    if soort.spans == ("vrij",):
        yield f"{year}-01-01..{year}-12-31"


def made(ctx: Context, soort: Soort, code: str, publiek: str, kort: bool = False) -> tuple[Any, ...]:
    """All parts of a report, also those that are left out of the document at first."""
    about: dict[str, Any] = dict.fromkeys(soort.needs, 1)
    found = verslag.make(ctx, Opdracht(soort.key, period.parse(code), publiek=publiek, kort=kort, **about))
    return found.onderdelen


def spans_of(thing: object) -> Iterator[tuple[Span, Source]]:
    """Every piece of text behind which records stand, wherever it stands."""
    if isinstance(thing, Span):
        if thing.source is not None:
            yield thing, thing.source
    elif isinstance(thing, tuple | list):
        for item in thing:
            yield from spans_of(item)
    elif is_dataclass(thing) and not isinstance(thing, type | Source):
        for item in fields(thing):
            yield from spans_of(getattr(thing, item.name))


def check_lists(ctx: Context, thing: object) -> int:
    """Hold every number against the list behind it, asked as people ask it; tells how many were numbers."""
    held = 0
    asked: dict[Source, int] = {}
    for span, source in spans_of(thing):
        spec = ctx.spec(source.kind)
        if source.where and source not in asked:
            with ctx.store.reading() as db:
                keys = spec.table.select().with_only_columns(spec.table.c.id)
                found = set(db.scalars(keys.where(met(db, source.kind, source.where))))
            assert found == set(source.ids), (span.text, source)
            asked[source] = lists.count(ctx, spec, [f"{key}={value}" for key, value in source.where])
        digits = span.text.replace(".", "").isdecimal()
        count = said(span.text)
        if count is None or (len(source.ids) == 1 and not digits):  # of one record it is the name
            continue
        if source.kind in SUMS and (source.kind != "knelpunt" or not digits):
            continue
        assert count == len(source.ids), (span.text, source)
        if source.where:
            assert asked[source] == count
        held += 1
    return held


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=lambda soort: soort.key)
def test_every_number_of_every_report_is_that_of_its_list(example: Context, soort: Soort) -> None:
    for code in codes(soort, "2020"):
        check_lists(example, made(example, soort, code, soort.publieken[0]))


@pytest.mark.soak
@pytest.mark.parametrize("year", ["2018", *YEARS, "2022"])
@pytest.mark.parametrize("soort", SOORTEN.values(), ids=lambda soort: soort.key)
def test_every_number_of_all_years_is_that_of_its_list(example: Context, soort: Soort, year: str) -> None:
    for code in codes(soort, year):
        for publiek in soort.publieken:
            check_lists(example, made(example, soort, code, publiek))
        if soort.kort:
            check_lists(example, made(example, soort, code, soort.publieken[0], kort=True))


def test_the_trimesterverslag_has_many_numbers_with_a_list(example: Context) -> None:
    """Were the check blind, this would fail."""
    assert check_lists(example, made(example, SOORTEN["trimester"], "2020-T1", "bo")) > 50


def hidden(ctx: Context, year: str) -> dict[tuple[str, frozenset[str]], str]:
    """The records of every count of one home each that the reports of a year hide."""
    found = {}
    for code in (year, *(f"{year}-T{number}" for number in (1, 2, 3))):
        safe = protected(ctx, code)
        for row in (*safe.values.knelpunten.per_categorie, *safe.values.knelpunten.per_kern):
            if row.individueel.source is not None and 0 < (row.individueel.waarde or 0) < 5:
                found[row.individueel.source.kind, frozenset(row.individueel.source.ids)] = code
    return found


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=lambda soort: soort.key)
def test_no_report_prints_what_the_reports_of_its_year_hide(example: Context, soort: Soort) -> None:
    secret = hidden(example, "2020")
    assert len(secret) > 10
    for code in codes(soort, "2020"):
        for span, source in spans_of(made(example, soort, code, soort.publieken[-1])):
            assert (source.kind, frozenset(source.ids)) not in secret, (code, span.text)


def test_a_trimester_prints_the_same_whatever_was_made_before_it(example: Context) -> None:
    samen.forget()
    first = protected(example, "2020-T2")
    samen.forget()
    protected(example, "2020")
    again = protected(example, "2020-T2")
    assert first is not again
    assert first.shown.entered() == again.shown.entered()
    assert all(first.shown.text(key) == again.shown.text(key) for key in first.shown.entered())


def test_it_is_read_again_after_something_was_written(town: Context, made_: Made) -> None:
    before = protected(town, "2019-T1")
    assert protected(town, "2019-T1") is before
    assert protected(town, "2019").values.knelpunten.individueel.nieuw.waarde == 0
    made_("knelpunt", titel="Lekkage", gemeld_op="2019-02-04", omvang="individueel", categorie="onderhoud")
    assert protected(town, "2019-T1") is not before
    assert protected(town, "2019").values.knelpunten.individueel.nieuw.waarde == 1


@pytest.fixture
def made_(town: Context) -> Made:
    """Make a record in the town."""

    def make(kind: str, **values: Any) -> int:
        (record,) = records.create(town, town.spec(kind), [values]).records
        return int(record["nummer"])

    return make


@pytest.mark.parametrize("year", YEARS)
def test_the_trimesters_add_up_to_the_year(example: Context, year: str) -> None:
    whole = protected(example, year).values
    parts = [protected(example, f"{year}-T{number}").values for number in (1, 2, 3)]
    for side in ("individueel", "collectief"):
        assert (
            sum(getattr(part.knelpunten, side).nieuw.waarde for part in parts)
            == getattr(whole.knelpunten, side).nieuw.waarde
        )
    for what in ("aan_de_deur", "gesproken", "niet_gesproken", "geplaatst", "met_knelpunt", "nazorg"):
        assert (
            sum(getattr(part.bezoeken, what).waarde for part in parts) == getattr(whole.bezoeken, what).waarde
        )


def test_what_two_years_share_is_shown_in_both_or_small_in_both(example: Context) -> None:
    key = ("stand", "individueel")
    for year in (2019, 2020):
        end = protected(example, str(year)).shown.text((*key, "eind"))
        for code in (f"{year + 1}", f"{year + 1}-T1"):
            assert protected(example, code).shown.text((*key, "begin")) == end
        assert end == "<5" or end.isdecimal()


def test_a_free_period_lies_by_itself_and_says_so(example: Context) -> None:
    assert protected(example, FREE).alleen
    assert not protected(example, "2020-T1").alleen
    assert part_of(period.parse(FREE)) is None
    assert earlier_span(period.parse(FREE), "vorige") is None


@pytest.mark.parametrize(
    ("code", "welke", "expected"),
    [
        ("2020-T1", "vorige", "2019-T3"),
        ("2020-T2", "vorige", "2020-T1"),
        ("2020-T2", "jaar", "2019-T2"),
        ("2020", "vorige", "2019"),
        ("2020", "jaar", "2019"),
        ("1900-T2", "jaar", None),
    ],
)
def test_the_periods_to_compare_with(code: str, welke: samen.Welke, expected: str | None) -> None:
    found = earlier_span(period.parse(code), welke)
    assert (found.code() if found else None) == expected


def test_a_kern_says_what_the_report_of_the_period_prints_of_it(example: Context) -> None:
    safe = protected(example, "2020")
    merged = {row.naam: safe.kern(row.naam) for row in safe.values.bezoeken.per_kern}
    assert merged
    assert any(one.bezoeken_samen_met for one in merged.values())
    for naam, one in merged.items():
        assert one.bezoeken is not None
        own = next(row for row in safe.values.bezoeken.per_kern if row.naam == naam)
        if not one.bezoeken_samen_met and safe.shown.shows(one.bezoeken):
            assert safe.shown.value(one.bezoeken) == own.gesproken.waarde
    assert safe.kern("Nergenshuizen").bezoeken is None


@pytest.mark.parametrize("seed", range(2))
def test_in_a_random_year_every_number_is_that_of_its_list_and_small_ones_are_hidden(
    town: Context, made_: Made, seed: int
) -> None:
    rng = Random(seed)
    for number in range(24):
        reported = date(2019, rng.randint(1, 8), rng.randint(1, 28))
        closed = date(2019, rng.randint(reported.month, 8), 28)
        steps = [{"datum": closed.isoformat(), "status": "opgelost"}] if rng.random() < 0.5 else []
        made_(
            "knelpunt",
            titel=f"Knelpunt {number}",
            gemeld_op=reported.isoformat(),
            omvang=rng.choice(("individueel", "individueel", "individueel", "complex")),
            categorie=rng.choice(("onderhoud", "vocht_schimmel", "overlast")),
            stappen=steps,
        )
    for code in codes(SOORTEN["trimester"], "2019"):
        parts = made(town, SOORTEN["trimester"], code, "bo")
        assert check_lists(town, parts) > 5
        safe = protected(town, code)
        counts = safe.values.knelpunten.individueel
        for what in ("begin", "nieuw", "heropend", "afgehandeld", "eind"):
            value = getattr(counts, what).waarde
            said_ = safe.shown.text(("stand", "individueel", what))
            assert said_ in (str(value), "x", "–") if value == 0 or value > 4 else said_ in ("<5", "–")


def test_what_a_writer_chooses_does_not_make_the_year_be_counted_again(town: Context, made_: Made) -> None:
    made_("knelpunt", titel="Lekkage", gemeld_op="2019-02-04", omvang="individueel", categorie="onderhoud")
    before = protected(town, "2019-T1")
    draft = concept.ensure(town, Opdracht("trimester", period.parse("2019-T1")))
    concept.write_text(town, draft, "knelpunten", "Dit merkten wij.")
    concept.write_question(town, draft, None, tekst="Wilt u dit?")
    assert protected(town, "2019-T1") is before
    history.undo(town)
    history.redo(town)
    assert protected(town, "2019-T1") is before
    history.undo(town)
    made_("knelpunt", titel="Tocht", gemeld_op="2019-02-05", omvang="individueel", categorie="onderhoud")
    assert protected(town, "2019-T1").values.knelpunten.individueel.nieuw.waarde == 2
    history.undo(town)
    assert protected(town, "2019-T1").values.knelpunten.individueel.nieuw.waarde == 1
