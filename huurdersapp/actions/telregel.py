"""What the rule of a point of an akkoord takes in, as one condition: `telt_voor=indicator:12`.

A rule narrows by what it is about: its theme, its words, its categories, its kinds of overleg. Somebody may also link a
record to an afspraak by hand. That says more than a word that happens to stand in a text, so it takes the place of
words and theme; categories and kinds of overleg are facts and hold for all. A link to an afspraak counts

- for that afspraak, and for each of its measures that counts such things without words;
- for a measure with words where it is the only one of that afspraak that counts such things. Where there are more
  (Besparing and Opwekking), a link to the afspraak does not say which is meant, so their words decide;
- a link to the measure itself always counts for it.

What lies in another municipality counts for none of them, linked or not (records/geldig.py). Each record is in the
condition or not, so nothing counts twice, whatever found it.

`telt_voor=akkoord:1:2020` is what counts anywhere in an akkoord in a period, each record once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, false, or_, select, true

from huurdersapp.base import period
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records import geldig
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.records.rules import lines_of
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.search import hits, terms
from huurdersapp.store.step import ReadSession

COUNTS_FOR = "telt_voor"
"""A condition of every kind that a rule can count."""
POINTS = ("afspraak", "indicator")
"""Kinds of point that may have a rule."""
_HIGHEST = 2**63 - 1


class Telt(NamedTuple):
    """What a rule counts: which kind, by which filter on a period, and of that kind only these."""

    kind: str
    named: str
    only: tuple[str, str] | None = None


COUNTED: Mapping[str, Telt] = {
    "raadplegingen": Telt("raadpleging", "gehouden_in"),
    "knelpunten_gemeld": Telt("knelpunt", "nieuw_in"),
    "knelpunten_ingebracht": Telt("knelpunt", "ingebracht_in"),
    "knelpunten_opgelost": Telt("knelpunt", "opgelost_in"),
    "overleggen": Telt("overleg", "bijgewoond_in"),
    "adviezen": Telt("advies", "verstuurd_in"),
    "actiepunten": Telt("actiepunt", "gedaan_in"),
    "bezoeken": Telt("energiebezoek", "gedaan_in"),
    "huishoudens": Telt("energiebezoek", "huishouden_in"),
    "coaches": Telt("energiecoach", "actief_in"),
    "campagnes": Telt("campagne", "gehouden_in"),
    "commissies": Telt("commissie", "ondersteund_in"),
    "visies": Telt("visie", "inbreng_in", ("soort", "visie")),
    "programmas": Telt("visie", "inbreng_in", ("soort", "programma")),
    "renovaties": Telt("renovatieproject", "meting_in"),
    "instemming": Telt("renovatieproject", "meting_in"),
}
PER_BUILDING = "instemming"
"""A rule whose measure is no number of records: it has a percentage of each building of the projects that it counts."""
KINDS = frozenset(item.kind for item in COUNTED.values())
"""Kinds of record that some rule counts."""
_OF_KIND = {"overleggen": "soort", "knelpunten_ingebracht": "ingebracht_bij", "actiepunten": "overlegsoort"}
"""By which field or filter that is narrowed to some kinds of overleg."""
WITHIN_THEME = (
    "raadplegingen",
    "adviezen",
    "knelpunten_gemeld",
    "knelpunten_ingebracht",
    "knelpunten_opgelost",
    "campagnes",
)
"""What is counted within the theme of the point, unless categories or words say what it is about."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule of a point, with what it stands under: its akkoord, and its theme (None: the akkoord itself)."""

    point: Any
    akkoord: Akkoord
    thema_id: str | None

    @property
    def telt(self) -> Telt:
        """What it counts."""
        return COUNTED[self.point.regel_telt]


def rule_of(db: ReadSession, point: Any) -> Rule | None:
    """The rule of an afspraak or a measure; None where it has none, nothing is kept of what it counts, or what it stands
    under is gone."""
    if point.regel_telt not in COUNTED:
        return None
    return db.once(("rule", point), partial(_rule_of, db, point))


def _rule_of(db: ReadSession, point: Any) -> Rule | None:
    specs = db.catalogue.specs
    akkoord_id, thema_id = getattr(point, "akkoord_id", None), None
    if point.doel_id is not None:
        doel: Any = db.get(specs["doel"].cls, point.doel_id)
        thema: Any = db.get(specs["thema"].cls, doel.thema_id)
        akkoord_id, thema_id = thema.akkoord_id, thema.id
    akkoord = db.get(Akkoord, akkoord_id) if akkoord_id else None
    return None if akkoord is None else Rule(point, akkoord, thema_id)


def held(akkoord: Akkoord, span: Period) -> Period | None:
    """The days of a period on which the akkoord holds; None when there are none."""
    first = max(span.first, date(akkoord.van_jaar, 1, 1))
    last = min(span.last, date(akkoord.tot_jaar, 12, 31))
    return Period(first, last) if first <= last else None


def takes_in(db: ReadSession, rule: Rule) -> ColumnElement[bool]:
    """That a record of the kind that the rule counts is what it is about; on any day."""
    return db.once(("takes in", rule), partial(_takes_in, db, rule))


def _takes_in(db: ReadSession, rule: Rule) -> ColumnElement[bool]:
    spec, point = db.catalogue.specs[rule.telt.kind], rule.point
    found: list[ColumnElement[bool]] = []
    if spec.key in geldig.KINDS:
        about = spec.key, rule.akkoord.id
        found.append(db.once(("counts for", *about), partial(geldig.counts_for, *about)))
    if rule.telt.only is not None:
        found.append(_is(spec, *rule.telt.only))
    categories, words = lines_of(point.regel_categorieen), lines_of(point.regel_trefwoorden)
    if categories:
        found.append(spec.table.c.categorie.in_(categories))
    if kinds := lines_of(point.regel_overlegsoort):
        named = _OF_KIND.get(point.regel_telt)
        if named is not None:
            found.append(or_(*(_is(spec, named, kind) for kind in dict.fromkeys(map(_our_kind, kinds)))))
    if words:
        found.append(or_(_says(spec, words), _linked(db, spec, rule)))
    elif rule.thema_id is not None and point.regel_telt in WITHIN_THEME and not categories:
        found.append(or_(_is(spec, "thema", rule.thema_id), _linked(db, spec, rule)))
    return and_(true(), *found)


def _is(spec: RecordSpec, key: str, value: str) -> ColumnElement[bool]:
    """A field or a filter of this name says this; a link by its key."""
    if (named := spec.filter.get(key)) is not None:
        return named.where(value)
    same: ColumnElement[bool] = spec.table.c[spec.fields[key].column] == value
    return same


def _says(spec: RecordSpec, words: Sequence[str]) -> ColumnElement[bool]:
    searches = [found for word in words if (found := terms(word))]
    return or_(false(), *(spec.table.c.id.in_(hits(spec.key, found)) for found in searches))


def _our_kind(word: str) -> str:
    """The kind of overleg as we keep it; an akkoord may have its own, such as a woontafel: those are `overig`."""
    key = word.casefold()
    return key if any(key == item.key for item in OVERLEGSOORTEN.items) else "overig"


# -- links by hand -----------------------------------------------------------------------------------------------------


def _linked(db: ReadSession, spec: RecordSpec, rule: Rule) -> ColumnElement[bool]:
    """That it, or one of its lines, names the point or one of the afspraken that the point is about."""
    if rule.point.__tablename__ == "afspraak":
        return _names(spec, "afspraak", [rule.point.id])
    direct = _names(spec, "indicator", [rule.point.id])
    return or_(direct, _names(spec, "afspraak", _afspraken_of(db, rule.point)))


def _names(spec: RecordSpec, kind: str, keys: Sequence[str]) -> ColumnElement[bool]:
    found = [spec.table.c[item.column].in_(keys) for item in spec.fields.values() if item.note.ref == kind]
    for part in spec.parts:
        line = part.spec.table
        for item in part.spec.fields.values():
            if item.note.ref == kind:
                lines = select(line.c.ouder_id).where(
                    line.c.verwijderd.is_(None), line.c[item.column].in_(keys)
                )
                found.append(spec.table.c.id.in_(lines))
    return or_(false(), *found)


def _afspraken_of(db: ReadSession, indicator: Any) -> list[str]:
    """The afspraken whose links count for a measure: all of its own, or with words only those that no other measure
    counts the same of."""
    specs = db.catalogue.specs
    line = specs["indicator"].part["afspraken"].spec.table
    own = select(line.c.afspraak_id).where(line.c.ouder_id == indicator.id, line.c.verwijderd.is_(None))
    keys = list(dict.fromkeys(db.scalars(own)))
    if not indicator.regel_trefwoorden:
        return keys
    other = specs["indicator"].table
    shared = (
        select(line.c.afspraak_id)
        .join(other, other.c.id == line.c.ouder_id)
        .where(
            line.c.verwijderd.is_(None),
            line.c.afspraak_id.in_(keys),
            other.c.id != indicator.id,
            other.c.verwijderd.is_(None),
            other.c.regel_telt == indicator.regel_telt,
        )
    )
    taken = set(db.scalars(shared))
    return [key for key in keys if key not in taken]


# -- as a typed condition ----------------------------------------------------------------------------------------------


def meets(db: ReadSession, spec: RecordSpec, value: str) -> ColumnElement[bool]:
    """What `telt_voor=` means for a kind; raises UserError for what cannot be counted so."""
    kind, number, span = parted(value)
    if kind == "akkoord":
        akkoord = _there(db, kind, number)
        assert isinstance(akkoord, Akkoord)
        return _counts_anywhere(db, spec, rules_in(db, akkoord), span)
    rule = rule_of(db, _there(db, kind, number))
    if rule is None or rule.telt.kind != spec.key:
        raise UserError(
            _("Dit punt telt geen {records}."),
            _("Kijk bij het punt wat er vanzelf wordt geteld."),
            records=str(spec.plural or spec.label).lower(),
        )
    found = takes_in(db, rule)
    return found if span is None else and_(found, _within(spec, rule, span))


def _counts_anywhere(
    db: ReadSession, spec: RecordSpec, rules: Iterable[Rule], span: Period | None
) -> ColumnElement[bool]:
    """That a record of a kind counts for one of these rules, in a period where one is given."""
    found: list[ColumnElement[bool]] = []
    for rule in rules:
        if rule.telt.kind == spec.key:
            one = takes_in(db, rule)
            found.append(one if span is None else and_(one, _within(spec, rule, span)))
    return or_(false(), *found)


def _within(spec: RecordSpec, rule: Rule, span: Period) -> ColumnElement[bool]:
    days = held(rule.akkoord, span)
    return false() if days is None else spec.filter[rule.telt.named].where((days.first, days.last))


def rules_in(db: ReadSession, akkoord: Akkoord) -> list[Rule]:
    """The rules of all live points of an akkoord."""
    return list(_rules(db, akkoord))


def _rules(db: ReadSession, akkoord: Akkoord) -> Iterator[Rule]:
    specs = db.catalogue.specs
    themas = [row.id for row in db.alive(specs["thema"], specs["thema"].table.c.akkoord_id == akkoord.id)]
    goals = specs["doel"].table
    thema_of = {row.id: row.thema_id for row in db.alive(specs["doel"], goals.c.thema_id.in_(themas))}
    for kind in POINTS:
        table = specs[kind].table
        under: ColumnElement[bool] = table.c.doel_id.in_(list(thema_of))
        if "akkoord_id" in table.c:
            under = or_(under, table.c.akkoord_id == akkoord.id)
        for point in db.alive(specs[kind], under, table.c.regel_telt.in_(list(COUNTED))):
            yield Rule(point, akkoord, thema_of.get(point.doel_id))


def parted(value: str) -> tuple[str, int, Period | None]:
    """Kind, number and period of a value as `indicator:12` or `akkoord:1:2020`; raises UserError."""
    kind, _colon, rest = value.partition(":")
    number, colon, code = rest.partition(":")
    kind, number = kind.strip().lower(), number.strip()
    if kind not in (*POINTS, "akkoord") or not number.isdecimal() or int(number) > _HIGHEST:
        raise UserError(
            _("‘{value}’ kan hier niet."),
            _("Schrijf bijvoorbeeld indicator:12 of akkoord:1."),
            value=value[:40],
        )
    return kind, int(number), period.parse(code) if colon else None


def _there(db: ReadSession, kind: str, number: int) -> Any:
    spec = db.catalogue.specs[kind]
    if (row := db.once((kind, number), partial(queries.by_number, db, spec, number))) is None:
        raise UserError(
            _("{label} {number} is er niet."), label=db.catalogue.specs[kind].label, number=number
        )
    return row


def named(db: ReadSession, value: str) -> str:
    """What a value is called: the code of the point, or the name of the akkoord, with the period."""
    kind, number, span = parted(value)
    row = _there(db, kind, number)
    name = row.naam if kind == "akkoord" else row.code
    return name if span is None else _("{name} in {period}").format(name=name, period=span.code())
