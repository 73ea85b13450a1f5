"""Each link between the reports of a year by itself: with it taken away, a small count could be worked out side by side."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from huurdersapp.reports.document import Source
from huurdersapp.reports.small_numbers import Protected
from huurdersapp.reports.trimester_cijfers import report_protected
from huurdersapp.reports.trimester_jaar import YEAR, year_protected
from huurdersapp.reports.trimester_values import (
    Activiteit,
    Afspraak,
    BezoekCijfers,
    BezoekRij,
    CampagneRegel,
    Indicator,
    KnelpuntCijfers,
    KnelpuntRij,
    Meetwaarde,
    Stand,
    Thema,
    TrimesterValues,
)
from huurdersapp.reports.values import ONBEKEND, Getal, Periode, Raadpleging

PARTS = ("Y", "T1", "T2", "T3")
YEARLY = {"T1": 2, "T2": 10, "T3": 20, "Y": 32}
"""The small count of the first trimester is what is left of the year."""
LATE = {"T1": 10, "T2": 2, "Y": 12}
"""The same, where the third trimester has nothing to tell."""
TWICE = {"T1": 10, "T2": 10, "T3": 10, "Y": 28}
"""Two homes count in more than one trimester: nowhere small, but what is left is."""
NO_STAND = Stand(ONBEKEND, ONBEKEND, ONBEKEND, ONBEKEND, ONBEKEND)
NO_KNELPUNTEN = KnelpuntCijfers(NO_STAND, NO_STAND, ONBEKEND, ONBEKEND)
NO_VISITS = BezoekCijfers(ONBEKEND, ONBEKEND, ONBEKEND, ONBEKEND, ONBEKEND, ONBEKEND)
Change = Callable[[TrimesterValues, int], TrimesterValues]


def values(part: str) -> TrimesterValues:
    """A report in which nothing was counted."""
    number = None if part == YEAR else int(part[1])
    days = Periode(date(2020, 1, 1), date(2020, 12, 31), 2020, number)
    return TrimesterValues(
        ("Samen Sterk",),
        "Lokaal Akkoord",
        days,
        date(2021, 1, 4),
        knelpunten=NO_KNELPUNTEN,
        bezoeken=NO_VISITS,
    )


def protected(counts: Mapping[str, int], change: Change) -> dict[str, Protected]:
    """The reports of a year in which only this was counted, this many times in each."""
    made = {part: values(part) for part in PARTS}
    return year_protected(
        {part: change(it, counts[part]) if part in counts else it for part, it in made.items()}
    )


def shown(year: Mapping[str, Protected], key: Hashable) -> dict[str, str]:
    return {part: one.text(key) for part, one in year.items() if one.knows(key)}


def holds(year: Mapping[str, Protected], key: Hashable, counts: Mapping[str, int]) -> None:
    """Of what is not small one is left out as well; else the small one is the rest of those that are printed."""
    said = shown(year, key)
    assert set(said) == set(counts)
    big = [part for part, count in counts.items() if count > 4]
    assert any(said[part] in ("x", "–") for part in big), said
    assert all(said[part] in ("<5", "–") for part in counts if part not in big), said


def stand(what: str) -> Change:
    def change(it: TrimesterValues, count: int) -> TrimesterValues:
        own = replace(NO_STAND, **{what: Getal(count)})
        return replace(it, knelpunten=replace(it.knelpunten, individueel=own))

    return change


def brought(it: TrimesterValues, count: int) -> TrimesterValues:
    return replace(it, knelpunten=replace(it.knelpunten, ingebracht_individueel=Getal(count)))


def visits(what: str) -> Change:
    def change(it: TrimesterValues, count: int) -> TrimesterValues:
        counted: dict[str, Any] = {what: Getal(count)}
        return replace(it, bezoeken=replace(it.bezoeken, **counted))

    return change


def indicator(it: TrimesterValues, count: int) -> TrimesterValues:
    item = Indicator("Bezochte woningen", waarde=Meetwaarde(Getal(count)), nummer="DU1-I1", personen=True)
    return replace(it, themas=(Thema("Duurzaamheid", sleutel="t1", indicatoren=(item,)),))


def share(it: TrimesterValues, count: int) -> TrimesterValues:
    """Nobody of so many: only the whole can be added up."""
    item = Indicator(
        "Tevreden", "aandeel", Meetwaarde(Getal(0), noemer=Getal(count)), nummer="DU1-I2", personen=True
    )
    return replace(it, themas=(Thema("Duurzaamheid", sleutel="t1", indicatoren=(item,)),))


def activity(
    it: TrimesterValues, count: int, source: Source | None = None, persons: bool = True
) -> TrimesterValues:
    work = Activiteit(
        "", aantal=Getal(count, source), enkelvoud="bezoek", meervoud="bezoeken", personen=persons
    )
    agreed = Afspraak("Zetten coaches in.", "DU1-A1", activiteiten=(work,))
    return replace(it, themas=(Thema("Duurzaamheid", sleutel="t1", afspraken=(agreed,)),))


def campaign(what: str) -> Change:
    def change(it: TrimesterValues, count: int) -> TrimesterValues:
        counted: dict[str, Any] = {what: Getal(count)}
        return replace(it, campagnes=(CampagneRegel("Warm wonen", acties=1, **counted),))

    return change


def outcome(it: TrimesterValues, count: int) -> TrimesterValues:
    others = 90 if it.periode.trimester is None else 30
    rows = (
        KnelpuntRij("Opgelost", Getal(count), Getal(0)),
        KnelpuntRij("Afgewezen", Getal(others), Getal(0)),
    )
    return replace(it, knelpunten=replace(it.knelpunten, per_afloop=rows))


WORK = ("activiteit", 0, 0, 0)
FLOWS: dict[str, tuple[Hashable, Change]] = {
    "nieuw": (("stand", "individueel", "nieuw"), stand("nieuw")),
    "heropend": (("stand", "individueel", "heropend"), stand("heropend")),
    "afgehandeld": (("stand", "individueel", "afgehandeld"), stand("afgehandeld")),
    "ingebracht": (("ingebracht", "individueel"), brought),
    "afloop": (("afloop", "individueel", 0), outcome),
    "indicator": (("indicator", (0, 0), "nu"), indicator),
    "activiteit": (WORK, activity),
    **{
        what: (("bezoek", what), visits(what))
        for what in ("aan_de_deur", "gesproken", "niet_gesproken", "geplaatst", "met_knelpunt", "nazorg")
    },
    **{
        what: (("campagne", 0, what), campaign(what))
        for what in ("bereik", "contacten", "deelnemers", "aangemeld")
    },
}


@pytest.mark.parametrize("name", FLOWS)
def test_what_came_in_during_the_year_does_not_give_one_trimester_away(name: str) -> None:
    key, change = FLOWS[name]
    holds(protected(YEARLY, change), key, YEARLY)


@pytest.mark.parametrize("name", FLOWS)
def test_what_counts_twice_over_the_trimesters_cannot_be_worked_out(name: str) -> None:
    key, change = FLOWS[name]
    holds(protected(TWICE, change), key, TWICE)


@pytest.mark.parametrize("name", ["activiteit", "bereik", "contacten", "deelnemers", "aangemeld"])
def test_a_trimester_that_tells_nothing_had_none(name: str) -> None:
    key, change = FLOWS[name]
    holds(protected(LATE, change), key, LATE)


def test_the_whole_of_a_share_adds_up_to_that_of_the_year() -> None:
    holds(protected(TWICE, share), ("indicator", (0, 0), "nu", "noemer"), TWICE)


def test_measures_of_different_agreements_are_not_added_up() -> None:
    def change(it: TrimesterValues, count: int) -> TrimesterValues:
        other = indicator(it, count)
        (thema,) = other.themas
        (item,) = thema.indicatoren
        mine = replace(item, nummer=f"DU1-I{count}")
        return replace(other, themas=(replace(thema, indicatoren=(mine,)),))

    said = shown(protected(YEARLY, change), ("indicator", (0, 0), "nu"))
    assert said == {"T1": "<5", "T2": "10", "T3": "20", "Y": "32"}


def full_stand(begin: int, nieuw: int, afgehandeld: int) -> Stand:
    return Stand(Getal(begin), Getal(nieuw), Getal(0), Getal(afgehandeld), Getal(begin + nieuw - afgehandeld))


def stands(**parts: Stand) -> dict[str, Protected]:
    made = {part: values(part) for part in PARTS}
    return year_protected(
        {
            part: replace(it, knelpunten=replace(it.knelpunten, individueel=parts[part]))
            if part in parts
            else it
            for part, it in made.items()
        }
    )


BEGIN, END = ("stand", "individueel", "begin"), ("stand", "individueel", "eind")


def test_what_was_open_at_the_end_of_a_trimester_is_hidden_where_the_next_begins_with_it() -> None:
    """By itself the second trimester hides its begin, for its two new ones; the first would print the same number."""
    for one, other in (("T1", "T2"), ("T2", "T3")):
        first, second = full_stand(12, 20, 20), full_stand(12, 2, 0)
        year = stands(**{one: first, other: second})
        alone = report_protected(
            replace(values(other), knelpunten=replace(NO_KNELPUNTEN, individueel=full_stand(12, 2, 0)))
        )
        assert alone.text(BEGIN) == "x"
        assert year[one].text(END) == year[other].text(BEGIN)


@pytest.mark.parametrize(("what", "other"), [("begin", "T1"), ("eind", "T3")])
def test_a_small_stand_on_the_edge_of_a_year_is_small_in_both_its_reports(what: str, other: str) -> None:
    small = replace(NO_STAND, begin=Getal(3)) if what == "begin" else replace(NO_STAND, eind=Getal(3))
    year = stands(Y=small, **{other: small})
    assert [year[part].text(("stand", "individueel", what)) for part in ("Y", other)] == ["<5", "<5"]


@pytest.mark.parametrize(("part", "key"), [("Y", BEGIN), ("T1", BEGIN), ("Y", END), ("T3", END)])
def test_the_stand_on_the_edge_of_a_year_is_never_hidden_for_another(part: str, key: Hashable) -> None:
    """Else the year before would have to hide it as well, and so on. It is the least one missed here, so it would go."""
    own = full_stand(12, 2, 0) if key == BEGIN else full_stand(20, 2, 16)
    year = stands(**{part: own})
    assert year[part].text(key) == str(12 if key == BEGIN else 6)
    assert year[part].text(("stand", "individueel", "nieuw")) in ("<5", "–")


KERNEN = {
    "Angelslo": {"T1": 10, "T2": 2, "T3": 0, "Y": 12},
    "Bargeres": {"T1": 12, "T2": 12, "T3": 12, "Y": 36},
    "Weiteveen": {"T1": 15, "T2": 15, "T3": 15, "Y": 45},
}


def by_kern(name: str, groups: tuple[str, ...]) -> dict[str, Protected]:
    """A kern with ten in the first trimester and two in the second, beside others with many in each."""
    reports = {}
    for part in PARTS:
        counts = [
            (kern, count[part], () if kern == "Weiteveen" else groups)
            for kern, count in KERNEN.items()
            if count[part]
        ]
        it = values(part)
        if name == "bezoek":
            visited = tuple(BezoekRij(kern, Getal(count), around) for kern, count, around in counts)
            reports[part] = replace(it, bezoeken=replace(NO_VISITS, per_kern=visited))
        else:
            divided = tuple(
                KnelpuntRij(kern, Getal(count), Getal(0), around) for kern, count, around in counts
            )
            own: dict[str, Any] = {f"per_{name}": divided}
            reports[part] = replace(it, knelpunten=replace(NO_KNELPUNTEN, **own))
    return year_protected(reports)


@pytest.mark.parametrize("groups", [(), ("Emmen",)], ids=["apart", "samen"])
@pytest.mark.parametrize("name", ["categorie", "kern", "bezoek"])
def test_a_kern_in_one_trimester_and_in_the_year_does_not_tell_of_it_in_another(
    name: str, groups: tuple[str, ...]
) -> None:
    """Whether it has a row of its own in the second trimester or was put together with its neighbour."""
    year = by_kern(name, groups)
    key: tuple[Hashable, ...] = ("bezoek", "kern", 0) if name == "bezoek" else (name, "individueel", 0)
    assert year["T2"].text(key) == "14" if groups else year["T2"].text(key) in ("<5", "–")
    assert not (year["T1"].text(key) == "10" and year["Y"].text(key) == "12")
    if groups:
        # Nor by its neighbour: what the two have together in the second trimester less what that one had there.
        places = {"T1": 1, "T3": 0, "Y": 1}
        said = {part: year[part].text((*key[:2], place)) for part, place in places.items()}
        assert said != {"T1": "12", "T3": "12", "Y": "36"}


ONE = Source("raadpleging", ids=("raadpleging-1",))
"""One record that tells of twelve people: it is not the records that are counted."""


def told_of(change: Change) -> dict[str, Protected]:
    """The twelve of the year are ten and two: those of the afspraak in the year may not be known. Of the ten everybody may."""
    return year_protected(
        {
            "Y": change(activity(values("Y"), 12, ONE), 12),
            "T1": change(activity(values("T1"), 10, persons=False), 12),
            "T2": activity(values("T2"), 2),
            "T3": values("T3"),
        }
    )


def consulted(it: TrimesterValues, respons: int) -> TrimesterValues:
    return replace(
        it, raadplegingen=(Raadpleging("Huurverhoging", respons=Getal(respons, ONE), nummer="R1"),)
    )


def test_a_raadpleging_that_two_reports_tell_of_is_hidden_in_both() -> None:
    year = told_of(consulted)
    assert shown(year, (0, "respons")) == {"Y": "x", "T1": "x"}


def test_another_raadpleging_with_as_many_answers_stays() -> None:
    def change(it: TrimesterValues, respons: int) -> TrimesterValues:
        one = consulted(it, respons)
        (item,) = one.raadplegingen
        return (
            one if it.periode.trimester is None else replace(one, raadplegingen=(replace(item, nummer="R2"),))
        )

    assert shown(told_of(change), (0, "respons")) == {"Y": "x", "T1": "12"}


@pytest.mark.parametrize("what", ["bereik", "contacten", "deelnemers", "aangemeld"])
def test_a_campagne_that_is_told_in_two_places_is_hidden_in_both(what: str) -> None:
    def change(it: TrimesterValues, count: int) -> TrimesterValues:
        counted: dict[str, Any] = {what: Getal(count, ONE)}
        return replace(it, campagnes=(CampagneRegel("Warm wonen", acties=1, **counted),)) if it.themas else it

    year = told_of(lambda it, count: change(it, count) if it.periode.trimester is None else it)
    assert year["Y"].text(WORK) == year["Y"].text(("campagne", 0, what)) == "x"
