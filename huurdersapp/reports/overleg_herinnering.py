"""A text that reminds another party of what it promised; to copy into a mail or a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huurdersapp.reports.language import NBSP, clause, day_long
from huurdersapp.reports.prose import one_line


@dataclass(frozen=True, slots=True)
class Herinnering:
    """What was promised (`wat`), by whom, in which meeting and before when; `datum` is the day of the text."""

    wat: str
    afzender: str
    datum: date
    aan: str = ""
    uiterlijk: date | None = None
    afgesproken_op: date | None = None
    overleg: str = ""


def herinnering(values: Herinnering) -> str:
    """The text, friendly and without blame; what is not known is left out."""
    when = f"Op {day_long(values.afgesproken_op)}" if values.afgesproken_op else "Eerder"
    if values.overleg:
        when = f"In het overleg ‘{one_line(values.overleg)}’"
    lines = [
        f"Beste {one_line(values.aan)}," if values.aan else "Beste mensen,",
        f"{when} spraken wij dit met u af: {clause(one_line(values.wat))}.",
        *_last_day(values),
        "Wilt u ons laten weten hoe het ermee staat?",
        f"Met vriendelijke groet,\n{one_line(values.afzender)}",
    ]
    return "\n\n".join(lines).replace(NBSP, " ")  # it goes into a mail


def _last_day(values: Herinnering) -> list[str]:
    if values.uiterlijk is None:
        return []
    days = (values.uiterlijk - values.datum).days
    verb = "was" if days < 0 else "is"
    text = f"De laatste dag hiervoor {verb} {day_long(values.uiterlijk)}."
    if days < 0:
        ago = "gisteren" if days == -1 else f"{-days} dagen geleden"
        text = f"{text} Dat is {ago}." if days < -1 else f"{text} Dat was {ago}."
    return [text]
