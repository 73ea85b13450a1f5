"""The plain values of renovations in reports for others: a line for each project, with the count of each building.

What may not be printed is not in here: see `FEW`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from huurdersapp.records.draagvlak import Telling, percentage
from huurdersapp.reports.document import Source
from huurdersapp.reports.renovatie_woorden import volgens_wet
from huurdersapp.reports.values import ONBEKEND, Getal

FEW = 4
"""Where so many tenants or fewer agreed, or did not, the count would tell neighbours who they are. Then only how many
tenants there are, how many are needed and whether it is reached is printed, for every audience. Of a building with so few
tenants that is not told either: of three all have to agree, so "reached" would say what each of them answered."""


@dataclass(frozen=True, slots=True)
class Gebouw:
    """The count of one bouwkundige eenheid, by the 70 % of the law. `ja` and `percentage` are unknown where they may not be
    printed; `tien_of_meer`: it is large enough for the presumption of the law."""

    naam: str
    huurders: Getal
    nodig: int
    gehaald: bool
    tien_of_meer: bool
    ja: Getal = ONBEKEND
    percentage: Decimal | None = None
    source: Source | None = None

    @property
    def telt(self) -> bool:
        """There are enough tenants to say whether 70 % of them agreed."""
        return (self.huurders.waarde or 0) > FEW


@dataclass(frozen=True, slots=True)
class Renovatie:
    """A project: `stand` and `gevraagd` in the words of the organisation, `advies` the outcomes of its adviezen (`advies_buiten`
    those that people outside may know), `loopt` whether tenants may still answer (`loopt_tot`: until that day), and `gemeten`
    whether they were asked in the period."""

    nummer: int
    titel: str
    verhuurder: str = ""
    gebouwen: tuple[Gebouw, ...] = ()
    stand: str = ""
    gevraagd: str = ""
    advies: str = ""
    advies_buiten: str = ""
    loopt: bool = False
    loopt_tot: date | None = None
    gemeten: bool = False
    source: Source | None = None


def gebouw(
    naam: str,
    telling: Telling,
    huurders: Source | None = None,
    ja: Source | None = None,
    source: Source | None = None,
) -> Gebouw:
    """A building with what may be printed of its count; `huurders` and `ja` are the lists of these tenants."""
    found = volgens_wet(telling)
    made = Gebouw(
        naam,
        Getal(found.huurders, huurders),
        found.nodig,
        found.gehaald,
        found.vermoeden_mogelijk,
        source=source,
    )
    if is_few(found) or not (made.telt or found.huurders == 0):
        return made
    return Gebouw(
        made.naam,
        made.huurders,
        made.nodig,
        made.gehaald,
        made.tien_of_meer,
        Getal(found.ja, ja),
        percentage(found.ja, found.huurders),
        source,
    )


def is_few(telling: Telling) -> bool:
    """Whether so few tenants agreed, or did not, that the count would tell who they are."""
    return any(1 <= part <= FEW for part in (telling.ja, telling.huurders - telling.ja))
