"""Invented values for the papers of an overleg."""

from __future__ import annotations

from datetime import date

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.document import Source
from huurdersapp.reports.overleg_values import Actie, Actielijst, OverlegPapier, Punt, Stuk

ORGANISATIE = Afzender("Huurdersvereniging Samen Sterk", ("Brink 1", "7811 AA  EMMEN"))
ACTIES = (
    Actie(
        "De afzuiging in zes badkamers nalopen",
        "Lefier",
        "J. Voorbeeld",
        date(2020, 8, 1),
        toezegging=True,
        overleg="BO 10-07-2020",
        source=Source("actiepunt", (("nummer", "1"),), ("a",)),
    ),
    Actie(
        "Verlichting in de achterpaden plaatsen",
        "gemeente Emmen",
        "",
        None,
        toezegging=True,
        overleg="BO 10-07-2020",
    ),
    Actie(
        "Folder over ventileren maken",
        "Samen Sterk",
        "",
        date(2020, 7, 20),
        date(2020, 7, 15),
        "De folder ligt in alle **trappenhuizen**.",
        overleg="BO 10-07-2020",
    ),
    Actie(
        "Bewoners van de Hommelbrink bellen", "", "A. Voorbeeld", date(2020, 9, 1), overleg="BO 10-07-2020"
    ),
)
OVERLEG = OverlegPapier(
    organisatie=ORGANISATIE,
    naam="Bestuurlijk overleg (BO)",
    datum=date(2020, 7, 10),
    datum_papier=date(2020, 8, 10),
    begintijd="15:00",
    eindtijd="16:30",
    plaats="Gemeentehuis Emmen",
    voorzitter="De wethouder",
    notulist="B. Voorbeeld",
    partijen=("Huurdersvereniging Samen Sterk", "Lefier", "gemeente Emmen"),
    uitgenodigd="- De wethouder\n- J. Voorbeeld, manager wonen (Lefier)",
    aanwezig="De wethouder en J. Voorbeeld",
    afgemeld="C. Voorbeeld",
    punten=(
        Punt(
            "Verslag van 14 februari",
            "Besluiten",
            minuten=5,
            besluit="Vastgesteld zonder wijzigingen.",
            code="2020-07-B1",
        ),
        Punt(
            "Vocht in badkamers.",
            "Bespreken",
            True,
            "Overzicht van meldingen",
            "Samen Sterk",
            20,
            "knelpunt ‘Schimmel aan de Kerkhoflaan’",
            "Lefier heeft zes meldingen.\n\n- Drie zijn nagelopen.\n- Drie komen nog.",
            "Lefier loopt de andere drie na voor 1 augustus.",
            "2020-07-B2",
        ),
        Punt("Huurprijzen", "Informeren", stuk="Begroting Lefier.pdf", minuten=10),
        Punt(
            "Plaats van de bushalte",
            "Bespreken",
            True,
            geweigerd=True,
            reden="Het BO gaat niet over busvervoer",
            gevraagd_op=date(2020, 6, 20),
        ),
    ),
    stukken=(Stuk("Overzicht van meldingen.pdf"), Stuk("Begroting Lefier.pdf", True)),
    acties=ACTIES,
    openstaand=(
        Actie(
            "Cijfers per wijk leveren",
            "Lefier",
            "",
            date(2020, 5, 1),
            toezegging=True,
            overleg="BO 14-02-2020",
        ),
    ),
    verslag="De vergadering begon **op tijd**.",
    volgende_op=date(2020, 10, 9),
    deelnemers=True,
)
KAAL = OverlegPapier(Afzender("De Deel"), "Regiegroep (RG)", date(2026, 3, 3), date(2026, 3, 1))
LIJST = Actielijst(
    ORGANISATIE,
    date(2020, 8, 10),
    ACTIES,
    deelnemers=True,
    toezeggingen_source=Source("actiepunt", (("toezegging", "ja"),)),
    eigen_source=Source("actiepunt", (("toezegging", "nee"),)),
)
