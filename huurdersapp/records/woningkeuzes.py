"""What a home is like, in words that an address and a visit share."""

from __future__ import annotations

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choice, Choices

ENERGIELABELS = Choices(
    tuple(
        Choice(key, label)
        for key, label in (
            ("a4", "A++++"),
            ("a3", "A+++"),
            ("a2", "A++"),
            ("a1", "A+"),
            *((letter.lower(), letter) for letter in "ABCDEFG"),
        )
    )
)
"""The classes of the energy label of a home in the Netherlands, A++++ to G (NTA 8800)."""

VERWARMING = Choices.of(
    cv_ketel=_("Cv-ketel"),
    blokverwarming=_("Blokverwarming"),
    warmtenet=_("Warmtenet"),
    warmtepomp=_("Warmtepomp"),
    hybride=_("Warmtepomp met cv-ketel"),
    gaskachel=_("Gaskachel"),
    anders=_("Anders"),
)
KOKEN = Choices.of(gas=_("Gas"), elektrisch=_("Elektrisch of inductie"))
GLAS = Choices.of(enkel=_("Enkel glas"), dubbel=_("Dubbel glas"), hr=_("HR-glas"), gemengd=_("Gemengd"))
VENTILATIE = Choices.of(
    natuurlijk=_("Roosters en ramen"),
    mechanisch=_("Mechanisch afzuigen"),
    balans=_("Balansventilatie"),
    onbekend=_("Weet ik niet"),
)
HUISHOUDENS = Choices.of(een=_("1 bewoner"), twee=_("2 bewoners"), drie_vier=_("3 of 4"), vijf=_("5 of meer"))
"""The size of a household in classes: the exact number tells more about people than anybody needs."""
