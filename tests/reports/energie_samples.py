"""Invented values for the papers of an energy visit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from huurdersapp.reports.adres import Adres
from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.energie_values import (
    Besparing,
    Bewaard,
    BezoekFormulier,
    BezoekVerslag,
    Co2Factor,
    FormulierToestemming,
    Maatregel,
    Meterstand,
    Tarief,
    Toestemming,
    Verbruik,
)

ORGANISATIE = Afzender(
    "Huurdersvereniging Samen Sterk",
    ("Brink 1", "7811 AA  EMMEN"),
    "0591 00 00 00",
    "info@samensterk.example",
    "www.samensterk.example",
)
BEZOEK = BezoekVerslag(
    organisatie=ORGANISATIE,
    datum=date(2026, 3, 3),
    coach="Jan",
    adres=Adres("Laan van de Marel", 14, "a", "7822ap", "Emmen"),
    maatregelen=(
        Maatregel(
            "Radiatorfolie",
            "geplaatst_coach",
            "gedaan",
            Decimal(4),
            "stuks",
            besparing=Besparing(
                Decimal(40),
                euro=Decimal(54),
                co2_kg=Decimal("85.36"),
                bron="vuistregel van de energiecoaches",
                jaar=2022,
                voorwaarde="dit geldt achter radiatoren aan een buitenmuur zonder isolatie",
            ),
        ),
        Maatregel(
            "Ledlampen",
            "uitgereikt",
            "te_doen",
            Decimal(3),
            "stuks",
            "Draai ze in de lampen die het langst branden.",
            besparing=Besparing(
                stroom_kwh=Decimal(54),
                euro=Decimal("15.12"),
                co2_kg=Decimal("17.7"),
                bron="NRC over Milieu Centraal",
                jaar=2019,
            ),
        ),
        Maatregel(
            "Cv-water op 60 graden",
            "besproken",
            "te_doen",
            uitleg="Zet alleen de temperatuur van het cv-water lager",
            let_op="laat de boiler en het kraanwater op minstens 60 graden staan",
        ),
        Maatregel(
            "Korter douchen",
            "besproken",
            "later",
            uitleg="Probeer vijf minuten",
            besparing=Besparing(
                Decimal(60),
                None,
                Decimal(15000),
                Decimal(81),
                Decimal("128.04"),
                "Trouw over Milieu Centraal",
                2022,
            ),
        ),
        Maatregel("Ventileren", "besproken"),
    ),
    verhuurder="Lefier",
    voor_verhuurder=("het rooster in de badkamer is kapot", "Het slaapkamerraam heeft enkel glas."),
    doorgeven=True,
    meterstanden=(
        Meterstand("gas", Decimal("12345.678"), "m³"),
        Meterstand("stroom, hoog tarief", Decimal(5432), "kWh"),
        Meterstand("stroom, laag tarief", Decimal(4321), "kWh"),
    ),
    verbruik=(
        Verbruik("gas", Decimal(1180), "m³", "uw jaarrekening van 2025"),
        Verbruik("stroom", Decimal(2150), "kWh"),
    ),
    samen=Besparing(Decimal(100), Decimal(54), euro=Decimal("150.12"), co2_kg=Decimal(231)),
    tarief=Tarief(Decimal("1.35"), Decimal("0.28"), date(2026, 1, 1), "eigen keuze van de vereniging"),
    co2=Co2Factor(Decimal("2.134"), Decimal("0.328"), 2024, "co2emissiefactoren.nl"),
    vervolg_op=date(2026, 3, 17),
    vervolg="Dan plaatsen wij samen de **tochtstrips**.",
    nazorg_op=date(2026, 9, 1),
    toestemmingen=(
        Toestemming(
            "U mag mijn gegevens bewaren voor een volgend bezoek", "2 van 1 maart 2026", date(2026, 3, 3)
        ),
        Toestemming("U mag knelpunten doorgeven aan Lefier.", "2 van 1 maart 2026", date(2026, 3, 3)),
    ),
    bewaard=Bewaard(
        ("uw adres", "uw meterstanden", "wat wij bespraken"),
        "Zo kunnen wij later vragen of het gelukt is",
        maanden=12,
    ),
    voorbeeld=True,
)
FORMULIER = BezoekFormulier(
    "Huurdersvereniging Samen Sterk",
    (
        "Radiatorfolie",
        "Tochtstrips",
        "Ledlampen",
        "Waterbesparende douchekop",
        "Leidingisolatie",
        "Thermostaat 1 graad lager",
        "’s Nachts 15 graden",
        "Cv-water op 60 graden",
        "Korter douchen",
        "Brievenbusborstel",
        "Standby-killer",
        "Waterzijdig inregelen",
    ),
    (
        FormulierToestemming(
            "Huurdersvereniging Samen Sterk mag mijn adres en dit formulier 12 maanden bewaren voor een volgend bezoek.",
            "versie 2, 1 maart 2026",
        ),
        FormulierToestemming(
            "Huurdersvereniging Samen Sterk mag punten voor de verhuurder met mijn adres aan de verhuurder doorgeven.",
            "versie 2, 1 maart 2026",
        ),
    ),
    terug_naar="Brink 1 in Emmen",
    voorbeeld=True,
)
