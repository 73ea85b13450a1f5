"""Random years for tests: knelpunten, visits and a campagne one by one, counted here by hand for the reports of the year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from random import Random

from hypothesis import strategies as st

from huurdersapp.base import period
from huurdersapp.reports.document import Source
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
from huurdersapp.reports.values import ONBEKEND, Getal, Periode

PARTS = {"T1": (1, 1), "T2": (2, 2), "T3": (3, 3), "Y": (1, 3)}
"""The first and last trimester of each report."""
KERNEN = {
    "Angelslo": "Oost",
    "Emmerhout": "Oost",
    "Bargeres": "Zuid",
    "Rietlanden": "Zuid",
    "Weiteveen": "Velden",
}
CATEGORIEEN = ("Onderhoud", "Vocht", "Overlast")
STATUS = ("Gemeld", "Toegezegd")
AFLOOP = ("Opgelost", "Afgewezen")
UNBORN, OPEN = "ongeboren", "open"


@dataclass(frozen=True)
class Melding:
    """A knelpunt: `was` is what it was at the end of each trimester, before the year first."""

    nummer: int
    individueel: bool
    kern: str
    categorie: str
    status: str
    was: tuple[str, ...]
    ingebracht: tuple[int, ...]

    def at(self, when: int, *states: str) -> bool:
        return self.was[when] in states

    def closed(self, when: int) -> bool:
        return self.was[when] in AFLOOP

    def new(self, first: int, last: int) -> bool:
        return self.was[first - 1] == UNBORN and self.was[last] != UNBORN

    def reopened(self, first: int, last: int) -> bool:
        return self.closed(first - 1) and any(self.was[t] == OPEN for t in range(first, last + 1))

    def handled(self, first: int, last: int) -> bool:
        there = self.was[first - 1] == OPEN or self.new(first, last) or self.reopened(first, last)
        return there and self.was[last] != OPEN


@dataclass(frozen=True)
class Bezoek:
    nummer: int
    kern: str
    in_: int
    gesproken: bool
    geplaatst: bool
    knelpunt: bool
    nazorg: int
    woning: int


@dataclass(frozen=True)
class World:
    """A year, record by record."""

    meldingen: tuple[Melding, ...]
    bezoeken: tuple[Bezoek, ...]
    deelnemers: tuple[int | None, ...]
    """How many took part in the campagne, by trimester; None where nobody counted."""

    def reports(self) -> dict[str, TrimesterValues]:
        """The values of the four reports."""
        return {part: _values(self, part) for part in ("Y", "T1", "T2", "T3")}


def _life(rng: Random, before: float) -> tuple[str, ...]:
    state = OPEN if rng.random() < before else UNBORN
    if state == OPEN and rng.random() < 0.25:
        state = rng.choice(AFLOOP)
    was = [state]
    for _ in range(3):
        if state == UNBORN:
            state = rng.choice((UNBORN, OPEN, OPEN, *AFLOOP))
        elif state == OPEN:
            state = rng.choice((OPEN, OPEN, *AFLOOP))
        elif rng.random() < 0.12:
            state = OPEN
        was.append(state)
    return tuple(was)


def world(seed: int, meldingen: int, bezoeken: int) -> World:
    """A year with so many knelpunten and visits; the same seed gives the same year."""
    rng = Random(seed)
    kernen = rng.sample(list(KERNEN), rng.randint(1, len(KERNEN)))
    soorten = rng.sample(CATEGORIEEN, rng.randint(1, len(CATEGORIEEN)))
    before = rng.choice((0.1, 0.4))
    made = [
        Melding(
            number,
            rng.random() < 0.8,
            rng.choice(kernen),
            rng.choice(soorten),
            rng.choice(STATUS),
            _life(rng, before),
            tuple(t for t in (1, 2, 3) if rng.random() < 0.15),
        )
        for number in range(1, meldingen + 1)
    ]
    visits = [
        Bezoek(
            number,
            rng.choice(kernen),
            rng.randint(1, 3),
            rng.random() < 0.85,
            rng.random() < 0.6,
            rng.random() < 0.2,
            rng.choice((0, 0, 1, 2, 3)),
            rng.randint(1, 2 * bezoeken),
        )
        for number in range(1, bezoeken + 1)
    ]
    took_part = tuple(rng.choice((None, 0, rng.randint(1, 6), rng.randint(5, 30))) for _ in range(3))
    return World(tuple(made), tuple(visits), took_part)


def worlds(most: int = 40) -> st.SearchStrategy[World]:
    """Years from nearly empty to full enough to have counts of all sizes."""
    return st.builds(world, st.integers(0, 10**9), st.integers(0, most), st.integers(0, most))


def days(part: str) -> period.Period:
    """The days of a report."""
    return period.parse("2020") if part == "Y" else period.trimester(2020, int(part[1]))


def _getal(kind: str, what: str, rows: Iterable[Melding | Bezoek]) -> Getal:
    ids = tuple(f"{kind}-{row.nummer}" for row in rows)
    where = tuple((key, value) for key, _sign, value in (item.partition("=") for item in what.split(";")))
    return Getal(len(ids), Source(kind, where, ids))


def _values(world: World, part: str) -> TrimesterValues:
    first, last = PARTS[part]
    span = days(part)
    visits = [row for row in world.bezoeken if first <= row.in_ <= last]
    spoken = [row for row in visits if row.gesproken]
    homes = list({row.woning: row for row in spoken}.values())
    brought = [row for row in world.meldingen if any(first <= t <= last for t in row.ingebracht)]
    thema = Thema(
        naam="Duurzaamheid",
        sleutel="thema-1",
        afspraken=(
            Afspraak(
                "Zetten energiecoaches in.",
                "DU1-A1",
                activiteiten=(
                    Activiteit(
                        "",
                        aantal=_getal("energiebezoek", f"telt_voor=afspraak:1;gedaan_in={part}", spoken),
                        enkelvoud="energiebezoek",
                        meervoud="energiebezoeken",
                    ),
                )
                if spoken
                else (),
            ),
        ),
        indicatoren=(
            Indicator(
                "Huishoudens die wij bezochten",
                waarde=Meetwaarde(_getal("energiebezoek", f"huishouden_in={part}", homes)),
                nummer="DU1-I1",
                personen=True,
            ),
            Indicator(
                "Ingebrachte knelpunten",
                waarde=Meetwaarde(_getal("knelpunt", f"ingebracht_in={part};telt_voor=indicator:2", brought)),
                nummer="DU1-I2",
                personen=True,
            ),
        ),
    )
    return TrimesterValues(
        ("Huurdersvereniging Samen Sterk",),
        "Lokaal Akkoord",
        Periode(span.first, span.last, 2020, None if part == "Y" else int(part[1])),
        date(2021, 1, 4),
        gevraagd=(),
        themas=(thema,),
        knelpunten=_knelpunten(world, part),
        bezoeken=BezoekCijfers(
            _getal("energiebezoek", f"aan_de_deur_in={part}", visits),
            _getal("energiebezoek", f"gedaan_in={part}", spoken),
            _getal(
                "energiebezoek",
                f"aan_de_deur_in={part};status=niet_gesproken",
                [v for v in visits if not v.gesproken],
            ),
            _getal("energiebezoek", f"gedaan_in={part};geplaatst=ja", [v for v in spoken if v.geplaatst]),
            _getal("energiebezoek", f"gedaan_in={part};met_knelpunt=ja", [v for v in spoken if v.knelpunt]),
            _getal(
                "energiebezoek", f"nazorg_op={part}", [v for v in world.bezoeken if first <= v.nazorg <= last]
            ),
            tuple(_visit_rows(part, spoken)),
        ),
        campagnes=_campagnes(world, first, last),
    )


def _visit_rows(part: str, spoken: list[Bezoek]) -> Iterable[BezoekRij]:
    rows = []
    for kern, gebied in KERNEN.items():
        here = [row for row in spoken if row.kern == kern]
        if here:
            rows.append(
                BezoekRij(
                    kern, _getal("energiebezoek", f"gedaan_in={part};kern={kern}", here), (gebied, "gemeente")
                )
            )
    return sorted(rows, key=lambda row: (-(row.gesproken.waarde or 0), row.naam))


def _campagnes(world: World, first: int, last: int) -> tuple[CampagneRegel, ...]:
    counts = [
        count for t, count in enumerate(world.deelnemers, 1) if first <= t <= last and count is not None
    ]
    source = Source("campagne", (("nummer", "1"),), ("campagne-1",))
    total = Getal(sum(counts), source) if counts else ONBEKEND
    return (CampagneRegel("Warm wonen", date(2020, 1, 14), acties=1, deelnemers=total, source=source),)


def _knelpunten(world: World, part: str) -> KnelpuntCijfers:
    first, last = PARTS[part]

    def count(what: str, test: Callable[[Melding], bool], individueel: bool) -> Getal:
        rows = [row for row in world.meldingen if row.individueel == individueel and test(row)]
        return _getal("knelpunt", f"{what};collectief={'nee' if individueel else 'ja'}", rows)

    def stand(side: bool) -> Stand:
        before, end = f"open_op={days(part).before}", f"open_op={days(part).last}"
        return Stand(
            count(before, lambda row: row.at(first - 1, OPEN), side),
            count(f"nieuw_in={part}", lambda row: row.new(first, last), side),
            count(f"heropend_in={part}", lambda row: row.reopened(first, last), side),
            count(f"afgehandeld_in={part}", lambda row: row.handled(first, last), side),
            count(end, lambda row: row.at(last, OPEN), side),
        )

    def split(
        what: str, names: Iterable[str], of: str, test: Callable[[Melding, str], bool], fixed: bool = False
    ) -> tuple[KnelpuntRij, ...]:
        rows = []
        for name in names:
            own, shared = (
                count(f"{of};{what}={name}", partial(_named, test, name), side) for side in (True, False)
            )
            if fixed or own.waarde or shared.waarde:
                rows.append(
                    KnelpuntRij(name, own, shared, (KERNEN[name], "gemeente") if name in KERNEN else ())
                )
        if fixed:
            return tuple(rows)
        return tuple(sorted(rows, key=lambda row: (-_size(row), row.naam)))

    new, end = f"nieuw_in={part}", f"op={days(part).last}"
    handled = f"afgehandeld_in={part};{end}"

    def brought(row: Melding) -> bool:
        return any(first <= t <= last for t in row.ingebracht)

    return KnelpuntCijfers(
        individueel=stand(True),
        collectief=stand(False),
        ingebracht_individueel=count(f"ingebracht_in={part}", brought, True),
        ingebracht_collectief=count(f"ingebracht_in={part}", brought, False),
        per_categorie=split(
            "categorie", CATEGORIEEN, new, lambda row, name: row.new(first, last) and row.categorie == name
        ),
        per_kern=split("kern", KERNEN, new, lambda row, name: row.new(first, last) and row.kern == name),
        per_status=split(
            "stand", STATUS, end, lambda row, name: row.at(last, OPEN) and row.status == name, fixed=True
        ),
        per_afloop=split(
            "afloop", AFLOOP, handled, lambda row, name: row.handled(first, last) and row.at(last, name), True
        ),
    )


def _named(test: Callable[[Melding, str], bool], name: str, row: Melding) -> bool:
    return test(row, name)


def _size(row: KnelpuntRij) -> int:
    return (row.individueel.waarde or 0) + (row.collectief.waarde or 0)
