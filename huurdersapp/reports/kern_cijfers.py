"""What may be said of one kern in a period: what the report about that period prints of it, and no more."""

from __future__ import annotations

from dataclasses import dataclass

from huurdersapp.reports.small_numbers import Key, Protected
from huurdersapp.reports.trimester_knelpunten import merged_rows
from huurdersapp.reports.trimester_registers import merged_visits
from huurdersapp.reports.trimester_values import TrimesterValues


@dataclass(frozen=True, slots=True)
class KernCijfers:
    """The keys of the counts of a kern in the report of a period, for `Counter.cell`; None where it has no row.

    With `samen_met` the counts are of a wider row ("Emmen-Oost"), in which the kern was put because it is small: a report about
    the kern then prints no count of it, and may say that it is among those of that row. Without a row (and where the report
    divides nothing) there was nothing, or too little to divide: `verdeeld` tells which.
    """

    bezoeken: Key | None = None
    bezoeken_samen_met: str = ""
    bezoeken_verdeeld: bool = True
    individueel: Key | None = None
    collectief: Key | None = None
    knelpunten_samen_met: str = ""
    knelpunten_verdeeld: bool = True


def kern_figures(values: TrimesterValues, shown: Protected, naam: str) -> KernCijfers:
    """Where the visits and the new knelpunten of a kern stand in the report with these values."""
    visits, visits_with = None, ""
    for place, (row, members) in enumerate(merged_visits(values.bezoeken, values.small)):
        if any(member.naam == naam for member in members):
            visits, visits_with = ("bezoek", "kern", place), "" if len(members) == 1 else row.naam
    individual = collective = None
    reports_with = ""
    for place, (line, parts) in enumerate(merged_rows(values.knelpunten, "kern", values.small)):
        if any(member.naam == naam for member in parts):
            individual, collective = ("kern", "individueel", place), ("kern", "collectief", place)
            reports_with = "" if len(parts) == 1 else line.naam
    return KernCijfers(
        visits,
        visits_with,
        shown.prints("bezoek-kern"),
        individual,
        collective,
        reports_with,
        shown.prints("kern-individueel"),
    )
