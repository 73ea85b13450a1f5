"""What must not be written down about people: health, debts and the citizen service number have no field.

A free text warns on such words and keeps them, as only the writer knows what they mean. Health is a special category
of personal data (AVG art. 9); a citizen service number may only be used where a law says so (UAVG art. 46).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.nl import bsn

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Draft, Fault

_HEALTH = (
    "ziek", "zieke", "ziekte", "ziektes", "ziekenhuis*", "astma*", "copd*", "kanker*", "diabet*", "suikerziekte",
    "suikerpatiënt*", "dement*", "alzheimer*", "depress*", "psychi*", "psychose*", "verslaafd*", "verslaving*",
    "medicijn*", "medicatie", "zwanger*", "beperking", "beperkingen", "handicap*", "gehandicapt*", "diagnose*",
    "longklacht*", "longpatiënt*", "longziekte*", "luchtweg*", "benauwd*", "allergi*", "gezondheid*", "hartpatiënt*",
    "hartklacht*", "reuma*", "rolstoel*", "burn-out*", "burnout*", "thuiszorg*", "ggz", "autis*", "overspannen",
)  # fmt: skip
_ARREARS = (
    "schuld", "schulden", "schuldeis*", "schuldhulp*", "schuldsaner*", "huurschuld*", "huurachterstand*",
    "betaalachterstand*", "betalingsachterstand*", "achterstand", "achterstanden", "deurwaarder*", "incasso*",
    "aanmaning*", "bewindvoer*", "wsnp", "failliet*", "faillissement*", "beslaglegging*", "loonbeslag*",
    "budgetbeheer*", "huisuitzetting*",
)  # fmt: skip
"""Words, or with a star their beginning: whole words where the beginning may mean something else (beperkt, schuldig)."""


def _finds(words: tuple[str, ...]) -> re.Pattern[str]:
    found = "|".join(re.escape(word).replace(r"\*", r"[\w-]*") for word in words)
    return re.compile(rf"(?<![\w-])(?:{found})(?!\w)")


_OF_HEALTH, _OF_ARREARS = _finds(_HEALTH), _finds(_ARREARS)
_DIGITS = re.compile(r"(?<!\d)\d[\d. -]{6,10}\d(?!\d)")


def sensitive(draft: Draft, *keys: str) -> Iterator[Fault]:
    """Warnings for words in free texts that say something about health or debts, and for a number that is a BSN."""
    for key in keys:
        text = draft[key]
        if not text or not draft.changed(key):
            continue
        folded = text.casefold()
        if found := _OF_HEALTH.search(folded):
            told = _("‘{word}’ gaat over gezondheid. Schrijf alleen op wat er met de woning is.")
            yield Fault(told.format(word=found[0]), (key,), warning=True)
        if found := _OF_ARREARS.search(folded):
            told = _("‘{word}’ gaat over schulden. Schrijf dat hier niet op.")
            yield Fault(told.format(word=found[0]), (key,), warning=True)
        if any(bsn.is_valid(number) for number in _DIGITS.findall(text)):
            yield Fault(
                _("Hier lijkt een burgerservicenummer te staan. Dat mag u niet bewaren: haal het weg."),
                (key,),
                warning=True,
            )
