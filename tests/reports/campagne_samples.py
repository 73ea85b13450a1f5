"""Invented values for the papers of a campaign."""

from __future__ import annotations

from datetime import date

from huurdersapp.reports.adres import Adres
from huurdersapp.reports.campagne_values import EtikettenValues, FlyerValues, LooplijstValues

HOMES = (
    *(Adres("Brink", number, "", "7811 AA", "Emmen") for number in (10, 2, 3, 1)),
    *(Adres("Brink", 7, addition, "7811aa", "Emmen") for addition in ("bis", "b", "-10", "a", "", "-2")),
    *(
        Adres("Laan van de Iemenhees", number, "", "7823 AB" if number < 6 else "7823 AC", "Emmen")
        for number in (6, 4, 8, 2)
    ),
)
LOOPLIJST = LooplijstValues(
    "Kom uit de kou",
    HOMES,
    "Huurdersvereniging Samen Sterk",
    "Ineke",
    date(2026, 3, 3),
    straten=("Laan van de Iemenhees", "Brink"),
    voorbeeld=True,
)
FLYER = FlyerValues(
    "Kom uit de kou",
    "Huurdersvereniging Samen Sterk",
    "Is het thuis vaak te koud? Of is de **energierekening** te hoog? Onze energiecoaches komen gratis bij u langs."
    "\n\n- Wij kijken samen waar de warmte weglekt.\n- U krijgt folie en ledlampen.",
    ("Dinsdag 3 maart 2026", "van 14.00 tot 16.00 uur"),
    ("Buurthuis De Marke", "Brink 1, Emmen"),
    ("Bel 0591 00 00 00", "info@samensterk.example"),
    "https://www.samensterk.example/kou",
    "Meld u aan",
    voorbeeld=True,
)
ETIKETTEN = EtikettenValues(HOMES, organisatie="Huurdersvereniging Samen Sterk")
