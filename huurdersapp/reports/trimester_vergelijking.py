"""The trimesterverslag beside earlier periods: the main figures in one table, and in a sentence what changed.

A figure of an earlier period is printed exactly as the report about that period prints it, so that two papers side by side
tell no more than each of them. What was not kept yet in a period has no figure there: nought would be untrue.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from huurdersapp.reports.counting import Counter, all_sources, plain_count
from huurdersapp.reports.document import Block, Column, Paragraph, Source, Span, Table, Text
from huurdersapp.reports.language import days_between, enumeration, number
from huurdersapp.reports.small_numbers import Protected
from huurdersapp.reports.trimester_overig import overdue_promises
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.values import Periode

NOT_KEPT = "–"
LEAST_KINDS = 3
"""From so many kinds of record that were kept on, a period has a column."""


def period_name(period: Periode) -> str:
    """The period as people call it: "1e trimester 2019", "2019", "maart tot en met mei 2019"."""
    if period.trimester and period.jaar:
        return f"{period.trimester}e trimester {period.jaar}"
    return str(period.jaar) if period.jaar else days_between(period.van, period.tot)


def in_sentence(period: Periode) -> str:
    """The same with its article: "het 1e trimester 2019"."""
    return f"het {period_name(period)}" if period.trimester else period_name(period)


def column_head(period: Periode) -> str:
    """The same above a column: "T1 2019"."""
    return f"T{period.trimester} {period.jaar}" if period.trimester else period_name(period)


@dataclass(frozen=True, slots=True)
class Eerder:
    """An earlier period to compare with, and what its own report prints."""

    values: TrimesterValues
    shown: Protected

    def counter(self) -> Counter:
        """Writes its counts."""
        return Counter(self.shown)

    @property
    def kop(self) -> str:
        """What stands above its column."""
        return column_head(self.values.periode)


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure that can be compared: `kind` says since when it is kept, `more` how a sentence tells of it."""

    label: str
    kind: str
    of: Callable[[Counter, TrimesterValues], Span | None]
    more: tuple[str, str] | None = None
    short: bool = True


def _counted(*keys: Hashable) -> Callable[[Counter, TrimesterValues], Span | None]:
    def cell(counter: Counter, _values: TrimesterValues) -> Span | None:
        key = next((key for key in keys if counter.shown.knows(key)), None)
        if key is None or counter.shown.state(key) == "gone":
            return None
        return counter.cell(key)

    return cell


def _listed(
    pick: Callable[[TrimesterValues], Sequence[Source | None]],
) -> Callable[[Counter, TrimesterValues], Span | None]:
    def cell(_counter: Counter, values: TrimesterValues) -> Span | None:
        sources = tuple(pick(values))
        return plain_count(len(sources), all_sources(sources))

    return cell


def _answers(counter: Counter, values: TrimesterValues) -> Span | None:
    if not values.raadplegingen:
        return plain_count(0)
    return _counted("antwoorden" if len(values.raadplegingen) > 1 else (0, "respons"))(counter, values)


ROWS = (
    _Row(
        "Achterbanraadplegingen",
        "raadpleging",
        _listed(lambda values: [item.source for item in values.raadplegingen]),
    ),
    _Row("Antwoorden daarop", "raadpleging", _answers, short=False),
    _Row(
        "Nieuwe knelpunten",
        "knelpunt",
        _counted(("samen", "nieuw")),
        ("kwamen er", "nieuwe knelpunten binnen"),
    ),
    _Row("Afgehandelde knelpunten", "knelpunt", _counted(("samen", "afgehandeld")), short=False),
    _Row(
        "Open knelpunten aan het eind",
        "knelpunt",
        _counted(("samen", "eind")),
        ("stonden er aan het eind", "knelpunten open"),
    ),
    _Row(
        "Energiebezoeken",
        "energiebezoek",
        _counted(("bezoek", "gesproken")),
        ("deden wij", "energiebezoeken"),
    ),
    _Row(
        "Campagnes",
        "campagne",
        _listed(lambda values: [item.source for item in values.campagnes]),
        short=False,
    ),
    _Row(
        "Bewonerscommissies die wij ondersteunden",
        "commissie",
        _listed(lambda values: [item.source for item in values.commissies]),
        short=False,
    ),
    _Row(
        "Adviezen verstuurd",
        "advies",
        _listed(lambda values: [item.source for item in values.adviezen if _sent(values, item.verstuurd_op)]),
        short=False,
    ),
    _Row(
        "Overleggen waaraan wij deelnamen",
        "overleg",
        _listed(lambda values: [item.source for item in values.overleggen]),
        short=False,
    ),
    _Row(
        "Open toezeggingen van andere partijen",
        "actiepunt",
        _listed(lambda values: [item.source for item in values.toezeggingen]),
    ),
    _Row(
        "Daarvan te laat",
        "actiepunt",
        _listed(lambda values: [item.source for item in overdue_promises(values)]),
    ),
)


def _sent(values: TrimesterValues, day: date | None) -> bool:
    return day is not None and values.periode.van <= day <= values.periode.tot


def kept(values: TrimesterValues, kind: str, period: Periode) -> bool:
    """Whether this kind of record was kept already in a period."""
    first = values.sinds.get(kind)
    return first is not None and first <= period.tot


def figures_blocks(
    counter: Counter, values: TrimesterValues, eerder: Sequence[Eerder], kort: bool = False
) -> list[Block]:
    """The main figures of the period, beside those of earlier ones where these can be compared. The short form has fewer
    of them, and tells what changed on its first page alone."""
    others = comparable(values, eerder)
    columns = [Column("Wat", width=3), Column(column_head(values.periode), "right")]
    columns += [Column(one.kop, "right") for one in others]
    counters = [one.counter() for one in others]
    body: list[tuple[Text, ...]] = []
    for row in ROWS:
        if kort and not row.short:
            continue
        cells: list[Text] = [row.of(counter, values) or NOT_KEPT]
        for one, count in zip(others, counters, strict=True):
            there = kept(values, row.kind, one.values.periode)
            cells.append((row.of(count, one.values) if there else None) or NOT_KEPT)
        body.append((row.label, *cells))
    told = [] if kort else changed(counter, values, others)
    return [
        *(Paragraph(text) for text in told),
        Table("De periode in cijfers", tuple(columns), tuple(body), note=None if kort else _note(body)),
    ]


def _note(body: Sequence[tuple[Text, ...]]) -> str | None:
    cells = [cell.text if isinstance(cell, Span) else cell for row in body for cell in row[1:]]
    notes = []
    if "x" in cells or any(isinstance(cell, str) and cell.startswith("<") for cell in cells):
        notes.append("< en x: niet getoond, zodat niemand te herkennen is.")
    if NOT_KEPT in cells:
        notes.append(f"{NOT_KEPT}: niet bijgehouden of niet getoond.")
    return " ".join(notes) or None


def comparable(values: TrimesterValues, eerder: Sequence[Eerder]) -> list[Eerder]:
    """The earlier periods in which enough was kept already: beside a column of dashes nothing can be compared."""
    kinds = {row.kind for row in ROWS}
    return [
        one for one in eerder if sum(kept(values, kind, one.values.periode) for kind in kinds) >= LEAST_KINDS
    ]


def changed(counter: Counter, values: TrimesterValues, eerder: Sequence[Eerder]) -> list[str]:
    """A sentence for each earlier period: what was more, less or as much. Only of figures that both reports print, and not
    while the period goes on."""
    if values.lopend:
        return []
    told = []
    for one in comparable(values, eerder):
        clauses = [text for row in ROWS if (text := _clause(row, counter, values, one))]
        if clauses:
            told.append(f"Vergeleken met {in_sentence(one.values.periode)} {enumeration(clauses)}.")
    return told


def _clause(row: _Row, counter: Counter, values: TrimesterValues, one: Eerder) -> str:
    if row.more is None or not kept(values, row.kind, one.values.periode):
        return ""
    now, before = _value(row.of(counter, values)), _value(row.of(one.counter(), one.values))
    if now is None or not before:
        return ""
    begin, end = row.more
    if now == before:
        return f"{begin} evenveel {end} ({number(now)})"
    return f"{begin} {'meer' if now > before else 'minder'} {end} ({number(now)} tegen {number(before)})"


def _value(cell: Span | None) -> int | None:
    text = "" if cell is None else cell.text.replace(".", "")
    return int(text) if text.isdecimal() else None
