"""Who answered a raadpleging, compared with who could have: per group, and which groups are heard too little.

A group is named only where the printed figures already say so, else the naming would give a hidden count away.
"""

from __future__ import annotations

from dataclasses import dataclass

from huurdersapp.reports.counting import UNCHANGED, Counter
from huurdersapp.reports.document import Block, Column, Paragraph, Span, Table, Text
from huurdersapp.reports.language import capital, enumeration, number, percent
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.raadpleging import sourced
from huurdersapp.reports.raadpleging_cijfers import KEY, divisions, group_key
from huurdersapp.reports.small_numbers import Key
from huurdersapp.reports.values import Groep, Raadpleging


@dataclass(frozen=True, slots=True)
class _Division:
    """The groups of one kind ("leeftijd"), with the keys of their counts."""

    name: str
    groups: list[Groep]
    replies: list[Key]
    people: list[Key]


@dataclass(frozen=True, slots=True)
class _Whole:
    """The counts of all groups of one kind, and the total to which they should add up."""

    word: str
    parts: list[Key]
    key: Key
    counts: list[int | None]
    told: int | None

    @property
    def added(self) -> int | None:
        """The sum, None where a group has no count."""
        return None if None in self.counts else sum(count or 0 for count in self.counts)


def group_blocks(counter: Counter, item: Raadpleging) -> list[Block]:
    """A table for each kind of group, with sentences about groups that are heard too little or too much."""
    blocks: list[Block] = []
    for place, (name, groups) in enumerate(divisions(item)):
        keys = [
            [group_key(KEY, place, at, what) for at in range(len(groups))]
            for what in ("reacties", "populatie")
        ]
        one = _Division(name, groups, *keys)
        if not counter.shown.prints(f"{KEY}-groep-{place}-reacties"):
            continue
        blocks.append(_table(counter, item, one))
        blocks += [Paragraph(text, "note") for text in _slips(counter, item, one)]
        blocks += [Paragraph(text) for text in _heard(counter, item, one)]
    return blocks


def _table(counter: Counter, item: Raadpleging, one: _Division) -> Table:
    known = any(counter.shown.knows(key) and counter.shown.state(key) != "gone" for key in one.people)
    columns = [Column(capital(one.name) or "Groep", width=2)]
    columns += [Column("In de doelgroep", "right")] if known else []
    columns.append(Column("Antwoorden", "right"))
    columns += [Column("Respons", "right")] if known else []
    rows: list[tuple[Text, ...]] = []
    for group, replies, people in zip(one.groups, one.replies, one.people, strict=True):
        rows.append(_row(counter, item, one_line(group.naam), replies, people, known))
    totals = None
    answers, _ = _wholes(item, one)
    if answers.added is not None and answers.added == answers.told:
        totals = _row(counter, item, "Totaal", (KEY, "respons"), (KEY, "omvang"), known)
    note = counter.hidden_note([*one.replies, *one.people]) or None
    return Table(f"Antwoorden per {one.name or 'groep'}", tuple(columns), tuple(rows), totals, note=note)


def _row(
    counter: Counter, item: Raadpleging, name: str, replies: Key, people: Key, with_people: bool
) -> tuple[Text, ...]:
    cells: list[Text] = [name]
    cells += [_cell(counter, item, people)] if with_people else []
    cells.append(_cell(counter, item, replies))
    if with_people:
        cells.append(counter.share(replies, people, counter.shown.settings.percent_from) or "–")
    return tuple(cells)


def _cell(counter: Counter, item: Raadpleging, key: Key) -> Span | str:
    if not counter.shown.knows(key) or counter.shown.state(key) == "gone":
        return "–"
    return sourced(counter.cell(key), item.source)


def _wholes(item: Raadpleging, one: _Division) -> tuple[_Whole, _Whole]:
    people = item.populatie.omvang.waarde if item.populatie else None
    return (
        _Whole(
            "antwoorden",
            one.replies,
            (KEY, "respons"),
            [g.reacties.waarde for g in one.groups],
            item.respons.waarde,
        ),
        _Whole("mensen", one.people, (KEY, "omvang"), [g.populatie.waarde for g in one.groups], people),
    )


def _slips(counter: Counter, item: Raadpleging, one: _Division) -> list[str]:
    """Groups that are not all replies, or more than all; told and not mended."""
    told = []
    for whole in _wholes(item, one):
        if whole.told is None or whole.added in (None, whole.told):
            continue
        if counter.shows(*whole.parts, whole.key):
            text = (
                f"De groepen zijn samen {number(whole.added or 0)} {whole.word}; als totaal is "
                f"{number(whole.told)} opgegeven."
            )
        else:
            text = f"De groepen ({whole.word}) tellen niet op tot het opgegeven totaal."
        told.append(f"{text} {UNCHANGED}")
    return told


def _heard(counter: Counter, item: Raadpleging, one: _Division) -> list[str]:
    answers, people = (_printed(counter, whole) for whole in _wholes(item, one))
    if not answers or not people or answers < counter.shown.settings.percent_from:
        return []
    told = []
    few = [
        one_line(group.naam)
        for group, replies, size in zip(one.groups, one.replies, one.people, strict=True)
        if _is_under(counter, replies, size, answers, people)
    ]
    if few:
        these = "is deze groep" if len(few) == 1 else "zijn deze groepen"
        told.append(
            f"Te weinig gehoord: {enumeration(few)}. In de antwoorden {these} minder dan half zo groot als in de "
            "doelgroep."
        )
    for group, replies, size in zip(one.groups, one.replies, one.people, strict=True):
        if not counter.shows(replies, size):
            continue
        given, there = counter.shown.value(replies) or 0, counter.shown.value(size) or 0
        if 2 * given > answers and 2 * there < people:
            told.append(
                f"Let op: meer dan de helft van de antwoorden komt uit één groep: {one_line(group.naam)} "
                f"({percent(given, answers)}). Die groep is {percent(there, people)} van de doelgroep. De uitkomst "
                "zegt vooral iets over die groep."
            )
    return told


def _is_under(counter: Counter, replies: Key, size: Key, answers: int, people: int) -> bool:
    """Whether the printed figures say that the group's share of the answers is less than half of what it should be.

    Of a small count only its highest value is certain to be not too low.
    """
    if not counter.shows(size):
        return False
    state = counter.shown.state(replies)
    if state not in ("shown", "small"):
        return False
    given = counter.shown.value(replies) if state == "shown" else counter.shown.settings.hide_below - 1
    return 2 * (given or 0) * people < (counter.shown.value(size) or 0) * answers


def _printed(counter: Counter, whole: _Whole) -> int:
    """All groups together, as far as a reader can know it; 0 where he cannot."""
    if counter.shows(*whole.parts):
        return sum(counter.shown.value(part) or 0 for part in whole.parts)
    return whole.told or 0 if whole.added == whole.told and counter.shows(whole.key) else 0
