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
    "ziek", "ziekte", "astma", "copd", "kanker", "diabetes", "suikerziekte", "dement", "dementie", "alzheimer",
    "depressie", "depressief", "psychisch", "psychiatrisch", "verslaafd", "verslaving", "medicijn", "medicijnen",
    "zwanger", "beperking", "handicap", "gehandicapt", "diagnose", "longklachten", "luchtwegklachten", "allergie",
    "gezondheidsklachten", "hartpatiënt", "rolstoel", "burn-out",
)  # fmt: skip
_ARREARS = (
    "schuld", "schulden", "huurachterstand", "betaalachterstand", "achterstand", "deurwaarder", "incasso",
    "schuldhulp", "schuldsanering", "bewindvoering", "bewindvoerder", "wsnp", "faillissement", "beslaglegging",
    "loonbeslag",
)  # fmt: skip
_WORD = re.compile(r"[\w'-]+")
_DIGITS = re.compile(r"(?<!\d)\d[\d. ]{6,10}\d(?!\d)")


def sensitive(draft: Draft, *keys: str) -> Iterator[Fault]:
    """Warnings for words in free texts that say something about health or debts, and for a number that is a BSN."""
    for key in keys:
        text = draft[key]
        if not text or not draft.changed(key):
            continue
        words = {word.casefold() for word in _WORD.findall(text)}
        if found := sorted(words & set(_HEALTH)):
            yield _warning(
                _("‘{word}’ gaat over gezondheid. Schrijf alleen op wat er met de woning is."), found[0], key
            )
        if found := sorted(words & set(_ARREARS)):
            yield _warning(_("‘{word}’ gaat over schulden. Schrijf dat hier niet op."), found[0], key)
        if any(bsn.is_valid(number) for number in _DIGITS.findall(text)):
            yield Fault(
                _("Hier lijkt een burgerservicenummer te staan. Dat mag u niet bewaren: haal het weg."),
                (key,),
                warning=True,
            )


def _warning(text: str, word: str, key: str) -> Fault:
    return Fault(text.format(word=word), (key,), warning=True)
