"""How far a campagne is: against its goal, per place and channel, step by step, and beside an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.campagnes import KIND, NAMES, Counts, actions_in, place_of, said, summed, way_of
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.records import find
from huurdersapp.actions.register_cijfers import PLACED
from huurdersapp.actions.telling import Where, met
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText, lazy, ngettext
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.settings import PERCENTAGE_FROM
from huurdersapp.records.campagne_tables import KANALEN, VORMEN, Campagne, CampagneComplex
from huurdersapp.records.energiebezoek_filters import DONE
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.reports.language import percent, rounded
from huurdersapp.store.step import ReadSession

COMPARED_FROM = 30
"""With fewer than this two campagnes are compared in whole numbers only: a few people more or less is chance."""
MEASURES = {"bereik": "bereik", "contact": "contacten", "deelname": "deelnemers", "effect": "effect_aantal"}
"""Which count a goal is about."""
_MEASURED = {
    "bereik": lazy("Bereik"),
    "contact": lazy("Contact"),
    "deelname": lazy("Deelname"),
    "effect": lazy("Effect"),
}
VISITS: tuple[tuple[str, LazyText, Where], ...] = (
    ("bezoek", lazy("Energiebezoek gedaan"), (("status", ",".join(DONE)),)),
    ("geplaatst", lazy("Iets geplaatst"), (("status", ",".join(DONE)), PLACED)),
    ("nazorg", lazy("Nazorg gedaan"), (("status", "nazorg_gedaan"),)),
)
"""The steps that are counted from visits, each with the conditions of its list."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is to the goal: in words, and as a share from 0 (may be above 1; None: not counted, or no goal)."""

    words: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """What the actions of one place, channel or form add up to."""

    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Block:
    """A table of totals; its rows together are always all actions."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step from audience to aftercare: a count, and the list behind it (`kind` empty: the actions themselves)."""

    key: str
    label: str
    count: int | None
    kind: str = ""
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComplexSteps:
    """The steps within one complex."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One count now and then, and what differs, in words."""

    label: str
    now: str
    then: str
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Another campagne beside this one."""

    number: int
    title: str
    rows: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """One action in words, with its counts: what opens behind a number."""

    day: date
    name: str
    where: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Stand:
    """All that the page of a campagne tells; `last` is the way and place of the action that was put in last."""

    number: int
    title: str
    progress: Progress | None
    effect: str
    total: Counts
    blocks: tuple[Block, ...]
    funnel: tuple[Step, ...]
    complexes: tuple[ComplexSteps, ...]
    comparison: Comparison | None
    actions: tuple[Behind, ...]
    last: str


def stand(ctx: Context, number: int) -> Stand:
    """Read it at one moment; raises UserError when the campagne is not there."""
    least = ctx.settings.get(PERCENTAGE_FROM)
    with ctx.store.reading() as db:
        row = find(db, ctx.spec(KIND), number)
        assert isinstance(row, Campagne)
        names = Names(db)
        lines = actions_in(db, row.id)
        total = summed(lines)
        return Stand(
            row.nummer,
            row.titel,
            _progress(row, total, least),
            _effect(row),
            total,
            tuple(_blocks(names, lines)),
            tuple(_funnel(db, row, total)),
            tuple(_per_complex(db, row, names, lines)),
            _comparison(db, row, total),
            tuple(_actions(names, lines)),
            way_of(names, lines[-1]) if lines else "",
        )


def _progress(row: Campagne, total: Counts, least: int) -> Progress | None:
    if row.doel_maat is None or not row.doel_aantal:
        return None
    key, goal, name = MEASURES[row.doel_maat], row.doel_aantal, str(_MEASURED[row.doel_maat])
    done = row.effect_aantal if key == "effect_aantal" else total.of(key)
    if done is None:
        words = _("{name}: nog niet geteld. Het doel is {goal}.").format(name=name, goal=written(goal))
        return Progress(words, None)
    text = _("{name} {done} van {goal} ({share})") if goal >= least else _("{name} {done} van {goal}")
    words = text.format(
        name=name, done=written(done), goal=written(goal), share=percent(done, goal, decimals=0)
    )
    return Progress(words, done / goal)


def _effect(row: Campagne) -> str:
    if row.effect_aantal is None:
        return ""
    text = ngettext(
        "Effect: bij {count} huishouden veranderde er iets.",
        "Effect: bij {count} huishoudens veranderde er iets.",
        row.effect_aantal,
    )
    return text.format(count=written(row.effect_aantal))


# -- tables --------------------------------------------------------------------------------------------------------


def _blocks(names: Names, lines: Sequence[Any]) -> Iterator[Block]:
    """Channels and forms always; streets, complexes and kernen where some action says one."""
    kinds: tuple[tuple[str, Callable[[Any], str], str], ...] = (
        (_("In een groep of één voor één"), lambda line: VORMEN.label(line.vorm), ""),
        (_("Per kanaal"), lambda line: KANALEN.label(line.kanaal), ""),
        (_("Per straat of plek"), lambda line: line.plek or "", _("Geen straat of plek")),
        (_("Per complex"), lambda line: _named(names, "complex", line.complex_id), _("Geen complex")),
        (_("Per kern of wijk"), lambda line: _named(names, "kern", line.kern_id), _("Geen kern of wijk")),
    )
    for title, name_of, without in kinds:
        groups: dict[str, list[Any]] = {}
        for line in lines:
            groups.setdefault(name_of(line), []).append(line)
        if any(groups):
            ordered = sorted(groups.items(), key=lambda group: (not group[0], -len(group[1]), group[0]))
            yield Block(title, tuple(Row(name or without, summed(rows)) for name, rows in ordered))


def _named(names: Names, kind: str, key: str | None) -> str:
    return names.of(kind, key) if key else ""


def _actions(names: Names, lines: Sequence[Any]) -> Iterator[Behind]:
    for line in sorted(lines, key=lambda line: line.datum):
        channel = KANALEN.label(line.kanaal)
        yield Behind(line.datum, line.naam or channel, place_of(names, line), summed([line]))


# -- steps ---------------------------------------------------------------------------------------------------------


def _funnel(db: ReadSession, row: Campagne, total: Counts) -> Iterator[Step]:
    homes: Where = ((KIND, str(row.nummer)), ("actief", "ja"))
    known = bool(_count(db, "adres", homes))
    yield Step(
        "doelgroep",
        _("Doelgroep"),
        row.doelgroep_aantal,
        "adres" if known else KIND,
        _texts(homes) if known else (),
    )
    yield from _counted(total)
    yield from _visits(db, ((KIND, str(row.nummer)),))


def _counted(total: Counts) -> Iterator[Step]:
    for key in ("bereik", "contacten", "aangemeld"):
        yield Step(key, str(NAMES[key]), total.of(key))


def _visits(db: ReadSession, of: Where) -> Iterator[Step]:
    for key, label, more in VISITS:
        where = (*of, *more)
        yield Step(key, str(label), _count(db, "energiebezoek", where), "energiebezoek", _texts(where))


def _count(db: ReadSession, kind: str, where: Where) -> int:
    table = db.catalogue.specs[kind].table
    return len(db.scalars(select(table.c.id).where(met(db, kind, where))).all())


def _texts(where: Where) -> tuple[str, ...]:
    return tuple(f"{key}={value}" for key, value in where)


def _per_complex(
    db: ReadSession, row: Campagne, names: Names, lines: Sequence[Any]
) -> Iterator[ComplexSteps]:
    """Complexes that it is for, and those where something was done or visited."""
    own = db.scalars(
        select(CampagneComplex.complex_id).where(
            CampagneComplex.ouder_id == row.id, CampagneComplex.verwijderd.is_(None)
        )
    )
    visited = select(Energiebezoek.complex_id).where(
        met(db, "energiebezoek", ((KIND, str(row.nummer)),)), Energiebezoek.complex_id.is_not(None)
    )
    keys = dict.fromkeys(
        [*own, *(line.complex_id for line in lines if line.complex_id), *db.scalars(visited)]
    )
    found = [(names.of("complex", key), key) for key in keys if key]
    for name, key in sorted(found):
        number = names.number("complex", key)
        if number is None:
            continue
        here: Where = (("complex", str(number)),)
        homes: Where = (*here, ("actief", "ja"))
        total = summed(line for line in lines if line.complex_id == key)
        known = _count(db, "adres", homes) or None
        steps = [
            Step("adressen", _("Adressen die wij kennen"), known, "adres", _texts(homes)),
            *_counted(total),
            *_visits(db, ((KIND, str(row.nummer)), *here)),
        ]
        yield ComplexSteps(name, tuple(steps))


# -- beside another ------------------------------------------------------------------------------------------------


def _comparison(db: ReadSession, row: Campagne, total: Counts) -> Comparison | None:
    other = _other(db, row)
    if other is None:
        return None
    then = summed(actions_in(db, other.id))
    return Comparison(other.nummer, other.titel, tuple(_compared(db, row, total, other, then)))


def _other(db: ReadSession, row: Campagne) -> Campagne | None:
    """The campagne that was chosen to compare with, else the last one of the same soort before it."""
    if row.vorige_id is not None:
        chosen = db.get(Campagne, row.vorige_id)
        if chosen is not None and chosen.verwijderd is None and chosen.id != row.id:
            return chosen
    if row.start_op is None:
        return None
    before = (
        select(Campagne)
        .where(
            Campagne.soort == row.soort,
            Campagne.start_op < row.start_op,
            Campagne.status != "vervallen",
            Campagne.verwijderd.is_(None),
        )
        .order_by(Campagne.start_op.desc(), Campagne.nummer.desc())
    )
    return db.scalars(before).first()


def _compared(
    db: ReadSession, row: Campagne, now: Counts, other: Campagne, then: Counts
) -> Iterator[Compared]:
    yield _pair(_("Doelgroep"), row.doelgroep_aantal, other.doelgroep_aantal)
    for key, name in NAMES.items():
        yield _pair(str(name), now.of(key), then.of(key))
    yield _pair(_("Effect"), row.effect_aantal, other.effect_aantal)
    for one, two in zip(
        _visits(db, ((KIND, str(row.nummer)),)), _visits(db, ((KIND, str(other.nummer)),)), strict=True
    ):
        yield _pair(one.label, one.count, two.count)
    yield from _share(
        _("Deelname van de doelgroep"),
        (now.deelnemers, row.doelgroep_aantal),
        (then.deelnemers, other.doelgroep_aantal),
    )
    yield from _share(
        _("Aangemeld van wie u sprak"), (now.aangemeld, now.contacten), (then.aangemeld, then.contacten)
    )


def _pair(label: str, now: int | None, then: int | None) -> Compared:
    return Compared(label, said(now), said(then), differs(now, then))


def _share(
    label: str, now: tuple[int | None, int | None], then: tuple[int | None, int | None]
) -> Iterator[Compared]:
    """A part of a whole now and then, where both wholes are large enough to speak of per cents.

    A part that is more than its whole was counted in another way, and says nothing.
    """
    shares = []
    for part, whole in (now, then):
        if part is None or whole is None or whole < COMPARED_FROM or part > whole:
            return
        shares.append(int(rounded(Fraction(100 * part, whole), 0)))
    first, second = shares
    words = _("een even groot deel als toen")
    if first > second:
        words = _("{count} procentpunt meer dan toen").format(count=first - second)
    elif first < second:
        words = _("{count} procentpunt minder dan toen").format(count=second - first)
    texts = [_("{share} %").format(share=share) for share in shares]
    yield Compared(label, texts[0], texts[1], words)


def differs(now: int | None, then: int | None) -> str:
    """What differs between two counts, in words."""
    if now is None or then is None:
        return _("niet te vergelijken")
    if now == then:
        return _("evenveel als toen")
    text = _("{count} meer dan toen") if now > then else _("{count} minder dan toen")
    return text.format(count=written(abs(now - then)))
