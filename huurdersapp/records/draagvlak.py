"""The 70 % of a renovation, counted in whole numbers, and the eight weeks after it.

Sources: Burgerlijk Wetboek boek 7 art. 220 lid 2 and 3 (BWBR0005290): where a renovation concerns ten or more homes that
form a bouwkundige eenheid, the landlord's written proposal is presumed reasonable when 70 % or more of the tenants
agreed; a tenant who did not agree can ask the court within eight weeks after the landlord's written notice of that.
Whoever did not answer did not agree. A home without a tenant has nobody to ask, so it is not in the count; it does belong
to the building, so it is among the ten (afgeleid: the law speaks of tenants in one and of homes in the other). Co-tenants
have one huurovereenkomst together and count as one: an assumption, as the law does not say it.

Nothing here is decided on a percentage: 16 of 23 is 69,57 %, which rounds to 70 and is not reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.advies_termijn import with_atw
from huurdersapp.records.base import Choices

LEGAL_SHARE = 70
"""Percent of the tenants that must agree (BW 7:220 lid 3)."""
FEWEST_HOMES = 10
"""A bouwkundige eenheid of so many homes or more knows the presumption (BW 7:220 lid 3)."""
COURT_DAYS = 56
"""Eight weeks after the written notice (BW 7:220 lid 3)."""
INSTEMMING = Choices.of(
    ja=_("Ja"),
    nee=_("Nee"),
    geen_reactie=_("Geen reactie"),
    niet_benaderd=_("Nog niet benaderd"),
    leeg=_("Leeg"),
)
ANSWERED = ("ja", "nee")
WITHOUT = ("geen_reactie", "niet_benaderd")
"""There is a tenant who did not answer: in the count, and not agreed."""
EMPTY = "leeg"
_CENT = Decimal("0.01")

Uitslag = Literal["geen_huurders", "gehaald", "nog_niet"]


def needed(tenants: int, share: int = LEGAL_SHARE) -> int:
    """The smallest whole number of tenants that is `share` percent of all or more.

    Raises ValueError for a negative number, and for a share that is no percentage.
    """
    if tenants < 0 or not 0 < share <= 100:
        raise ValueError(f"not a number of tenants or a share: {tenants}, {share}")
    return -(-share * tenants // 100)


def percentage(part: int, whole: int, share: int = LEGAL_SHARE) -> Decimal | None:
    """Percent in two decimals; None of nothing. It never shows `share`, nor the 70 of the law, where that is not reached."""
    if whole == 0:
        return None
    exact = Decimal(100 * part) / Decimal(whole)
    shown = exact.quantize(_CENT, ROUND_HALF_UP)
    if any(part < needed(whole, each) and shown >= each for each in (share, LEGAL_SHARE)):
        shown = exact.quantize(_CENT, ROUND_DOWN)
    return shown


@dataclass(frozen=True, slots=True)
class Telling:
    """The count of one bouwkundige eenheid, or of a part of it: how many tenants said what, and how many homes are empty.

    `woningen` is how many homes the building has, which differs from the rows where one home has two
    huurovereenkomsten; 0 says that each row is a home. `ontbreekt` is how many more homes the landlord says there are: as
    long as those are not written down nothing can be concluded.
    """

    ja: int = 0
    nee: int = 0
    geen_reactie: int = 0
    niet_benaderd: int = 0
    leeg: int = 0
    woningen: int = 0
    deel: int = LEGAL_SHARE
    ontbreekt: int = 0

    @property
    def huurders(self) -> int:
        """Whoever has a huurovereenkomst: all that is counted in."""
        return self.ja + self.nee + self.open

    @property
    def open(self) -> int:
        """Tenants who did not answer."""
        return self.geen_reactie + self.niet_benaderd

    @property
    def alle_woningen(self) -> int:
        """All homes, empty ones included."""
        return self.woningen or self.huurders + self.leeg

    @property
    def nodig(self) -> int:
        """How many tenants must agree."""
        return needed(self.huurders, self.deel)

    @property
    def nog_nodig(self) -> int:
        """How many more must agree; 0 when it is reached."""
        return max(0, self.nodig - self.ja)

    @property
    def gehaald(self) -> bool:
        """Enough tenants agreed. Says nothing of whether the presumption applies."""
        return self.huurders > 0 and self.ja >= self.nodig

    @property
    def kan_nog(self) -> bool:
        """It is reached, or would be if all who did not answer yet agreed."""
        return self.huurders > 0 and self.ja + self.open >= self.nodig

    @property
    def vermoeden_mogelijk(self) -> bool:
        """The building is large enough for the presumption (BW 7:220 lid 3)."""
        return self.alle_woningen + self.ontbreekt >= FEWEST_HOMES

    @property
    def vermoeden(self) -> bool:
        """The proposal is presumed reasonable: large enough, all homes counted, and the legal share agreed (whatever else
        was agreed upon)."""
        whole = self.vermoeden_mogelijk and not self.ontbreekt
        return whole and self.huurders > 0 and self.ja >= needed(self.huurders)

    @property
    def percentage(self) -> Decimal | None:
        """Percent of the tenants that agreed, in two decimals."""
        return percentage(self.ja, self.huurders, self.deel)

    def als(self, more: int) -> Telling:
        """The count if so many of those who did not answer agreed.

        Raises ValueError when there are fewer.
        """
        if not 0 <= more <= self.open:
            raise ValueError(f"not among the open answers: {more}")
        silent = min(more, self.geen_reactie)
        return Telling(
            self.ja + more,
            self.nee,
            self.geen_reactie - silent,
            self.niet_benaderd - (more - silent),
            self.leeg,
            self.woningen,
            self.deel,
            self.ontbreekt,
        )


def court_days(notice: date) -> tuple[date, date]:
    """The last day on which a tenant who did not agree can ask the court, without and with the Algemene termijnenwet.

    A notice of 1 March: the day itself does not count, so the 56th day after it. For ourselves the earlier one counts.
    """
    return with_atw(notice, COURT_DAYS)
