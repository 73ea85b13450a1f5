"""Shares: how many social homes each corporation has, beside what it contributes to a measure.

Lokaal Akkoord Emmen 2019-2024, "Bereiken van doelen: monitoring en verantwoording": corporations contribute in proportion
to their DAEB homes in the municipality. The program puts both shares beside each other and says the difference in
percentage points; what that means is for the parties to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import select

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.records import kern
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.kern import Kern
from huurdersapp.store.step import ReadSession

LANDLORD = "corporatie"
ADDED = ("aantal", "bedrag")
"""Kinds of measure of which values of parties can be added up."""
YEARLY = ("per_jaar", "jaargemiddelde")
"""Norms for a year: of these the parts of a year add up."""
ONE = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Homes:
    """The homes of a corporation in a year. `count` None: nobody told. `municipality`: of the municipality of the akkoord;
    else of its whole area of work. `share` is in per cent of those that are known."""

    party: int
    name: str
    count: int | None
    municipality: bool = False
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a corporation contributed to a measure in a year, its share of what all did, and how many percentage points
    that is above its share of the homes (below: negative). None: nobody told, or it cannot be reckoned."""

    party: int
    name: str
    value: Decimal | None
    share: Decimal | None
    difference: Decimal | None
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfMeasure:
    """A measure with the contributions of the corporations, and their sum."""

    number: int
    code: str
    text: str
    unit: str
    total: Decimal
    parties: tuple[Contribution, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The corporations of which nothing is known."""
        return tuple(each.name for each in self.parties if each.value is None)


@dataclass(frozen=True, slots=True)
class Shares:
    """Homes and contributions in a year. `mixed`: of some the homes in the municipality are known and of others those in
    the whole area of work, so that the shares cannot be compared."""

    akkoord: int
    year: int
    homes: tuple[Homes, ...]
    total: int
    measures: tuple[OfMeasure, ...]
    mixed: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """The corporations whose homes are not known."""
        return tuple(each.name for each in self.homes if each.count is None)


def shares(ctx: Context, akkoord: int, year: int) -> Shares:
    """The shares of the corporations of an akkoord in a year; raises UserError when the akkoord is not there."""
    row = records.show(ctx, ctx.spec("akkoord"), akkoord)
    with ctx.store.reading() as db:
        inside = _municipality(db, akkoord)
    parties = _corporations(ctx, row)
    homes = _with_shares([_homes(each, year, inside) for each in parties])
    known = [each for each in homes if each.count is not None]
    mixed = len({each.municipality for each in known}) > 1
    measures = _measures(ctx, akkoord, year, homes, comparable=not mixed and len(known) == len(homes))
    return Shares(akkoord, year, tuple(homes), sum(each.count or 0 for each in homes), tuple(measures), mixed)


def years(ctx: Context, akkoord: int) -> tuple[int, ...]:
    """The years of an akkoord, and those before it of which homes are known, the last first."""
    row = records.show(ctx, ctx.spec("akkoord"), akkoord)
    told = {line["jaar"] for each in _corporations(ctx, row) for line in each["daeb_bezit"]}
    return tuple(sorted(told | set(range(row["van_jaar"], row["tot_jaar"] + 1)), reverse=True))


def _corporations(ctx: Context, row: Plain) -> list[Plain]:
    """The corporations that signed, in the order of the akkoord."""
    known = {each["nummer"]: each for each in lists.find(ctx, ctx.spec("partij"), [f"soort={LANDLORD}"])}
    return [known[line["partij"]] for line in row["partijen"] if line["partij"] in known]


def _municipality(db: ReadSession, akkoord: int) -> frozenset[int]:
    """The numbers of the places that stand for the municipality of an akkoord."""
    place = select(Akkoord.kern_id).where(Akkoord.nummer == akkoord, Akkoord.kern_id.is_not(None))
    whole = kern.municipality(place)
    return frozenset(db.scalars(select(Kern.nummer).where(Kern.id.in_(whole) | Kern.id.in_(place))))


def _homes(party: Plain, year: int, inside: frozenset[int]) -> Homes:
    """Of the municipality where that is known, else of the whole area of work."""
    name = party["korte_naam"] or party["naam"]
    lines = [line for line in party["daeb_bezit"] if line["jaar"] == year]
    for here, line in sorted(
        ((line["kern"] in inside, line) for line in lines), key=lambda each: not each[0]
    ):
        if here or line["kern"] is None:
            return Homes(party["nummer"], name, line["aantal_woningen"], here)
    return Homes(party["nummer"], name, None)


def _with_shares(homes: Sequence[Homes]) -> list[Homes]:
    total = sum(each.count or 0 for each in homes)
    return [
        Homes(each.party, each.name, each.count, each.municipality, part(each.count, total)) for each in homes
    ]


def part(count: int | Decimal | None, total: int | Decimal) -> Decimal | None:
    """A share in per cent with one decimal; None where there is nothing to share."""
    if count is None or not total:
        return None
    return (Decimal(count) * 100 / Decimal(total)).quantize(ONE, ROUND_HALF_UP)


def _measures(
    ctx: Context, akkoord: int, year: int, homes: Sequence[Homes], *, comparable: bool
) -> list[OfMeasure]:
    """The measures that can be added up and of which some corporation's value ends in the year."""
    rows = lists.find(ctx, ctx.spec("indicator"), [f"in_akkoord={akkoord}"], order="volgorde")
    asked = [f"akkoord={akkoord}", f"gemeten_in={year}", "geldend=ja"]
    values: dict[tuple[int, int], list[Plain]] = {}
    for meting in lists.find(ctx, ctx.spec("meting"), asked, order="tot"):
        if meting["partij"] is not None and meting["waarde"] is not None and meting["kern"] is None:
            values.setdefault((meting["indicator"], meting["partij"]), []).append(meting)
    made = []
    for row in rows:
        if row["soort"] not in ADDED:
            continue
        told = {each.party: _value(row, year, values.get((row["nummer"], each.party), [])) for each in homes}
        if any(value is not None for value, _metingen in told.values()):
            made.append(_of_measure(row, homes, told, comparable))
    return made


def _value(row: Plain, year: int, metingen: Sequence[Plain]) -> tuple[Decimal | None, list[Plain]]:
    """What a party did in a year, and by which metingen. Values of projects add up where there is none of the whole."""
    whole = [each for each in metingen if not each["project"]]
    if whole or not metingen:
        return _over_time(row, year, whole)
    values = Decimal(0)
    used: list[Plain] = []
    for project in dict.fromkeys(each["project"] for each in metingen):
        value, some = _over_time(row, year, [each for each in metingen if each["project"] == project])
        values, used = values + (value or 0), [*used, *some]
    return values, used


def _over_time(row: Plain, year: int, metingen: Sequence[Plain]) -> tuple[Decimal | None, list[Plain]]:
    """One value over all of the year goes first; of a yearly norm the parts of the year add up as far as they do not
    overlap; else the last value says how far it is."""
    if not metingen:
        return None, []
    all_year = [
        each for each in metingen if each["van"] <= f"{year}-01-01" and each["tot"] == f"{year}-12-31"
    ]
    used = [(all_year or metingen)[-1]]
    if not all_year and row["tijd"] in YEARLY:
        used = []
        for each in sorted(metingen, key=lambda one: (str(one["van"]), one["nummer"])):
            if each["van"] >= f"{year}-01-01" and (not used or each["van"] > used[-1]["tot"]):
                used.append(each)
    if not used:
        return None, []
    return sum((Decimal(str(each["waarde"])) for each in used), Decimal(0)), used


def _of_measure(
    row: Plain,
    homes: Sequence[Homes],
    told: Mapping[int, tuple[Decimal | None, list[Plain]]],
    comparable: bool,
) -> OfMeasure:
    total = sum((value for value, _metingen in told.values() if value is not None), Decimal(0))
    whole = all(value is not None for value, _metingen in told.values())
    parties = []
    for each in homes:
        value, metingen = told[each.party]
        share = part(value, total) if whole else None
        apart = share - each.share if comparable and share is not None and each.share is not None else None
        where = (f"nummer={','.join(str(one['nummer']) for one in metingen)}",) if metingen else ()
        parties.append(Contribution(each.party, each.name, value, share, apart, where))
    return OfMeasure(row["nummer"], row["code"], row["tekst"], row["eenheid"] or "", total, tuple(parties))
