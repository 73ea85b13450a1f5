"""The count per staircase for a notice board: neighbours know who lives there, so small groups are hidden.

The count of the whole building stays exact: it is what was counted together. Of a staircase the number of tenants is
known to everybody; how many of them agreed is printed by the rule for small numbers. Where all tenants of one staircase
answered the same, no staircase is told apart: hidden alone, it would follow from the whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.document import Block, Column, Paragraph, Table, Text
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.renovatiepapier_values import TelbladValues
from huurdersapp.reports.small_numbers import Figures

NIET_APART = "De trappenhuizen staan hier niet apart. Dan zou blijken wie wat antwoordde."
UITLEG = "Een aantal van één tot en met vier staat als <5. Een x staat waar een klein aantal anders uit te rekenen is."


def trappenhuizen(values: TelbladValues) -> Iterator[Block]:
    """A table with what may be told of each staircase; a sentence where that is nothing."""
    if len(values.delen) < 2:
        return
    figures = Figures(values.small)
    figures.free(("ja",), values.telling.ja)
    figures.free(("niet",), values.telling.huurders - values.telling.ja)
    for at, part in enumerate(values.delen):
        figures.free((at, "huurders"), part.telling.huurders)
        figures.persons((at, "ja"), part.telling.ja, rank=0)
        figures.persons((at, "niet"), part.telling.huurders - part.telling.ja, rank=0)
        figures.total((at, "huurders"), [(at, "ja"), (at, "niet")])
    for key in ("ja", "niet"):
        figures.total((key,), [(at, key) for at in range(len(values.delen))])
    shown = figures.protect()
    same = any(
        part.telling.huurders and part.telling.ja in (0, part.telling.huurders) for part in values.delen
    )
    if same or not any(shown.shows((at, "ja")) for at in range(len(values.delen))):
        yield Paragraph(NIET_APART)
        return
    columns = (
        Column("Trappenhuis", width=2),
        Column("Huurders", "right"),
        Column("Stemde in", "right"),
        Column("Stemde niet in, of geen antwoord", "right", 1.6),
    )
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            one_line(part.naam) or "Zonder trappenhuis",
            shown.text((at, "huurders")),
            shown.text((at, "ja")),
            shown.text((at, "niet")),
        )
        for at, part in enumerate(values.delen)
    )
    totals = ("Samen", *(_whole(values, key) for key in ("huurders", "ja", "niet")))
    hides = shown.any_small() or shown.any_hidden()
    yield Table("De telling per trappenhuis", columns, rows, totals, note=UITLEG if hides else None)


def _whole(values: TelbladValues, key: str) -> str:
    found = values.telling
    counts = {"huurders": found.huurders, "ja": found.ja, "niet": found.huurders - found.ja}
    return str(counts[key])
