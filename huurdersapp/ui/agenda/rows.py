"""The moments of a year as the rows of the list, under their months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from huurdersapp.actions import jaaragenda_zinnen as said
from huurdersapp.actions.jaaragenda_wij import Known, is_ours
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import jaaragenda_woorden as words
from huurdersapp.records.jaaragenda_vorm import OPEN, PAST, Jaar, Moment
from huurdersapp.ui.text_list import Paragraph, Row


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which moments are shown: of a phase ("" of all), only those in which we do something, only what is still to do."""

    phase: str = ""
    ours: bool = False
    to_do: bool = False

    def all(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


def shown(year: Jaar, wanted: Wanted, known: Mapping[int, Known]) -> tuple[Moment, ...]:
    """The moments that answer to a filter, in the order of the year."""
    return tuple(moment for moment in year.moments if _answers(moment, wanted, known))


def _answers(moment: Moment, wanted: Wanted, known: Mapping[int, Known]) -> bool:
    if wanted.phase and wanted.phase not in moment.phases:
        return False
    if wanted.to_do and moment.state not in (OPEN, PAST):
        return False
    return not wanted.ours or is_ours(moment, known)


def rows(year: Jaar, moments: Sequence[Moment]) -> list[Row]:
    """Headings and moments. Where several akkoorden are shown each moment says whose it is."""
    return list(_rows(year, moments))


def _rows(year: Jaar, moments: Sequence[Moment]) -> Iterator[Row]:
    names = {strip.akkoord: strip.name for strip in year.strips} if len(year.strips) > 1 else {}
    last = ""
    for moment in _in_order(moments):
        heading = said.heading(moment)
        if heading != last:
            last = heading
            yield Row((Paragraph(heading, "heading"),))
        yield _row(year, moment, names.get(moment.akkoord or 0, ""))


def _in_order(moments: Sequence[Moment]) -> list[Moment]:
    """What lasts all year and what has no month stand last."""

    def place(moment: Moment) -> int:
        if moment.first is None:
            return 2
        return 1 if moment.whole_year else 0

    return sorted(moments, key=place)


def _row(year: Jaar, moment: Moment, akkoord: str) -> Row:
    parts = [Paragraph(_("{when}: {what}").format(when=words.when(moment), what=moment.name), "strong")]
    under = " · ".join(filter(None, (said.aims(moment), ", ".join(moment.parties), akkoord)))
    if under:
        parts.append(Paragraph(under, "muted"))
    late = said.is_late(moment)
    if state := said.state(moment, year.today):
        parts.append(Paragraph(state, "warning" if late else "plain"))
    if told := said.moved(moment):
        parts.append(Paragraph(told))
    parts += [Paragraph(words.note(note), "muted") for note in moment.notes]
    return Row(tuple(parts), moment.key, marked=said.is_now(moment, year.today) or late)
