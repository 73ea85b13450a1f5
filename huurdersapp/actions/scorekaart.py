"""The scorecard: what became of our adviezen over the years, per landlord, theme, letter of the Overlegwet and year.

Of each number it is known which list lies behind it. What is counted are cases that were sent and that carry an advies:
a request for information or for the agenda has no outcome to follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.telling import Where, met
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import FIRST_YEAR, Period
from huurdersapp.records.advies_tables import OVERGENOMEN, REACTIES, UITKOMSTEN, Voorwaarde
from huurdersapp.records.advies_termijn import feiten, in_time
from huurdersapp.records.advies_vervolg import reasons_late, reminder_from
from huurdersapp.records.choices import WOHV_LETTERS
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.store.step import ReadSession

KIND = "advies"
COUNTED = ("adviesaanvraag", "instemming", "ongevraagd")
NOBODY = ("nummer", "0")
"""A condition that no record meets: the list behind a nought."""


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A number with the conditions of its list. `records` is how long that list is: for adviezen the number itself, for
    voorwaarden in how many adviezen they stand."""

    key: str
    label: str
    count: int
    where: Where
    records: int
    kind: str = KIND


@dataclass(frozen=True, slots=True)
class Rij:
    """The numbers of one landlord, theme, letter or year. `key` is the letter where it is one; `known` says whether the
    cases of this row say what it is about."""

    name: str
    cijfers: tuple[Cijfer, ...]
    key: str = ""
    known: bool = True

    def __getitem__(self, key: str) -> Cijfer:
        return next(item for item in self.cijfers if item.key == key)


@dataclass(frozen=True, slots=True)
class Groep:
    """Rows that together are the whole, by `key`: verhuurder, thema, wohv_letter or jaar."""

    key: str
    title: str
    rows: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Scorekaart:
    """The whole, and the same by each way of looking at it; `span` are the years that were asked."""

    span: Period
    landlord: str
    total: Rij
    groups: tuple[Groep, ...]


@dataclass(frozen=True, slots=True)
class _Zaak:
    """A case with what is counted of it."""

    row: Any
    lines: Sequence[Any]
    term: str | None
    reasons: str | None


_TERMS = {"ja": lazy("Op tijd"), "omstreden": lazy("Op tijd volgens ons"), "nee": lazy("Te laat")}
_REASONS = {
    "op_tijd": lazy("Redenen op tijd"),
    "te_laat": lazy("Redenen te laat"),
    "uitgebleven": lazy("Geen redenen gekregen"),
}
_GROUPS: tuple[tuple[str, LazyText], ...] = (
    ("verhuurder", lazy("Per verhuurder")),
    ("thema", lazy("Per thema")),
    ("wohv_letter", lazy("Per onderwerp in de Overlegwet")),
    ("jaar", lazy("Per jaar")),
)


def scorekaart(
    ctx: Context,
    landlord: int | None = None,
    years: tuple[int, int] | None = None,
    *,
    on: date | None = None,
) -> Scorekaart:
    """The scorecard of a landlord (all of them) and of these years, both included (all in which an advies was sent), as
    it is known on a day (today), read at one moment. Raises UserError when the landlord is not there."""
    on = on or clock.today()
    with ctx.store.reading() as db:
        base: Where = (("soort", ",".join(COUNTED)),)
        if landlord is not None:
            base = (*base, ("verhuurder", str(landlord)))
        rows = [row for row in db.alive(ctx.spec(KIND), met(db, KIND, base)) if row.verstuurd_op is not None]
        span = _span(rows, years, on)
        base = (*base, ("verstuurd_in", span.code()))
        cases = list(_cases(db, [row for row in rows if row.verstuurd_op in span], on))
        names = Names(db)
        name = ""
        if landlord is not None:
            name = db.alive(ctx.spec("verhuurder"), Verhuurder.nummer == landlord)[0].naam
        total = _row(_("Alle adviezen"), cases, base, on)
        groups = tuple(
            Groep(key, str(title), tuple(_rows(names, key, cases, base, on))) for key, title in _GROUPS
        )
    return Scorekaart(span, name, total, groups)


def totals(db: ReadSession, period: Period, on: date, beside: Where = ()) -> Rij:
    """The numbers of the adviezen that were sent in a period, as known on a day, within a reading that goes on. `beside` are
    more conditions that the list behind each number has as well."""
    base: Where = (("soort", ",".join(COUNTED)), *beside, ("verstuurd_in", period.code()))
    rows = db.alive(db.catalogue.specs[KIND], met(db, KIND, base))
    return _row(_("Alle adviezen"), list(_cases(db, rows, on)), base, on)


def _span(rows: Sequence[Any], years: tuple[int, int] | None, on: date) -> Period:
    first, last = years or (
        min((row.verstuurd_op.year for row in rows), default=on.year),
        max((row.verstuurd_op.year for row in rows), default=on.year),
    )
    return Period(date(first, 1, 1), date(last, 12, 31))


def _cases(db: ReadSession, rows: Sequence[Any], on: date) -> Iterator[_Zaak]:
    part = db.catalogue.specs[KIND].part["voorwaarden"].spec
    lines: dict[str, list[Any]] = {row.id: [] for row in rows}
    for line in db.alive(part, Voorwaarde.ouder_id.in_(list(lines))) if lines else ():
        lines[line.ouder_id].append(line)
    landlords = {row.id: row for row in db.alive(db.catalogue.specs["verhuurder"])}
    for row in rows:
        known = feiten(row, landlords.get(row.verhuurder_id))
        reasons = None
        if reasons_late(known):
            reasons = "te_laat"
        elif row.redenen_ontvangen_op is not None:
            reasons = "op_tijd"
        elif (due := reminder_from(known)) is not None and due <= on:
            reasons = "uitgebleven"
        yield _Zaak(row, lines[row.id], in_time(known), reasons)


# -- rows --------------------------------------------------------------------------------------------------------------


def _rows(names: Names, key: str, cases: Sequence[_Zaak], base: Where, on: date) -> Iterator[Rij]:
    found: dict[Any, list[_Zaak]] = {}
    for case in cases:
        found.setdefault(_value(key, case.row), []).append(case)
    made = [(_called(names, key, value, found[value]), found[value]) for value in found]
    for (name, only), some in sorted(made, key=lambda item: (not item[0][0], item[0][0])):
        row = _row(name or _("Niet ingevuld"), some, (*base, only), on)
        yield replace(row, key=only[1] if only[0] == "wohv_letter" else "", known=bool(name))


def _value(key: str, row: Any) -> Any:
    match key:
        case "jaar":
            return row.verstuurd_op.year
        case "wohv_letter":
            return row.wohv_letter
        case _:
            return getattr(row, f"{key}_id")


def _called(names: Names, key: str, value: Any, cases: Sequence[_Zaak]) -> tuple[str, tuple[str, str]]:
    """How a row is called, and the condition that makes its list; by number where what it is about was thrown away."""
    if value is None:
        return "", (key, "")
    if key == "jaar":
        return str(value), ("verstuurd_in", str(value))
    if key == "wohv_letter":
        return WOHV_LETTERS.label(value), (key, value)
    number = names.number(key, value)
    return names.of(key, value), (key, str(number)) if number is not None else _these(cases)


def _these(cases: Iterable[_Zaak]) -> tuple[str, str]:
    numbers = ",".join(str(case.row.nummer) for case in cases)
    return ("nummer", numbers) if numbers else NOBODY


def _row(name: str, cases: Sequence[_Zaak], base: Where, on: date) -> Rij:
    return Rij(name, (*_of_cases(cases, base), *_of_terms(cases, base), *_of_lines(cases, base, on)))


def _of_cases(cases: Sequence[_Zaak], base: Where) -> Iterator[Cijfer]:
    yield Cijfer("totaal", _("Adviezen"), len(cases), base, len(cases))
    for field, choices, empty in (
        ("uitkomst", UITKOMSTEN, _("Zonder uitkomst")),
        ("reactie", REACTIES, _("Nog niets gezegd")),
    ):
        for key in (*choices.keys(), ""):
            count = sum((getattr(case.row, field) or "") == key for case in cases)
            label = choices.label(key) if key else empty
            yield Cijfer(f"{field}:{key}", label, count, (*base, (field, key)), count)


def _of_terms(cases: Sequence[_Zaak], base: Where) -> Iterator[Cijfer]:
    for name, labels in (("term", _TERMS), ("reasons", _REASONS)):
        for key, label in labels.items():
            some = [case for case in cases if getattr(case, name) == key]
            shown = "termijn" if name == "term" else "redenen"
            yield Cijfer(f"{shown}:{key}", str(label), len(some), (*base, _these(some)), len(some))


def _of_lines(cases: Sequence[_Zaak], base: Where, on: date) -> Iterator[Cijfer]:
    def counted(key: str, label: str, takes: Callable[[Any], bool], only: Where = ()) -> Cijfer:
        some = [(case, sum(map(takes, case.lines))) for case in cases]
        some = [(case, count) for case, count in some if count]
        where = (*base, *(only or (_these(case for case, _count in some),)))
        return Cijfer(key, label, sum(count for _case, count in some), where, len(some))

    yield counted("voorwaarden", _("Voorwaarden"), lambda line: True)
    for key in (*OVERGENOMEN.keys(), ""):
        label = OVERGENOMEN.label(key) if key else _("Nog geen antwoord")
        yield counted(
            f"voorwaarden:{key}",
            label,
            partial(_said, key),
            (("voorwaarden.reactie", key),),
        )
    yield counted(
        "voorwaarden_voldaan",
        _("Voldaan"),
        lambda line: line.voldaan_op is not None and line.voldaan_op <= on,
        (("voorwaarden.voldaan_op", f"{FIRST_YEAR}-01-01..{on}"),),
    )
    yield counted("voorwaarden_laat", _("Na de afgesproken dag, of nog niet"), lambda line: _late(line, on))


def _said(key: str, line: Any) -> bool:
    return (line.reactie or "") == key


def _late(line: Any, on: date) -> bool:
    """Met after its day, or past its day and not met; what the landlord refused is not late."""
    if line.termijn is None or line.reactie == "niet":
        return False
    return bool((line.voldaan_op or on) > line.termijn)
