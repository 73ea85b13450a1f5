"""Invented values for the papers about one raadpleging; the parties are real, all else is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.document import Source
from huurdersapp.reports.raadpleging_values import (
    FormulierVraag,
    RaadplegingverslagValues,
    TerugkoppelingValues,
    VragenlijstValues,
)
from huurdersapp.reports.values import Antwoord, EerdereUitslag, Getal, Groep, Kanaal, Vraag
from tests.reports.example_values import ENQUETE

HZD = Afzender(
    "Huurdersfederatie Zuidoost Drenthe",
    ("Voorbeeldstraat 12", "7811 AB  EMMEN"),
    "0591 00 00 00",
    "info@voorbeeld.example",
    "www.voorbeeld.example",
)
SOURCE = Source("raadpleging", ids=("r-1",))


def told(count: int | None) -> Getal:
    return Getal(count, SOURCE)


VRAGENLIJST = VragenlijstValues(
    HZD,
    "Wat merkt u van uw woonlasten?",
    (
        FormulierVraag(
            "Kunt u uw woonlasten goed betalen?",
            opties=("Ja, zonder moeite", "Meestal wel", "Vaak niet", "Weet ik niet"),
            toelichting="Woonlasten zijn huur, servicekosten, energie en water",
        ),
        FormulierVraag("Kent u de Voorzieningenwijzer?", "ja_nee"),
        FormulierVraag(
            "Welke hulp kent u?",
            "meer_keuzes",
            ("De Voorzieningenwijzer", "Kwijtschelding van gemeentelijke belasting", "Geen", "Anders:"),
        ),
        FormulierVraag(
            "Hoe tevreden bent u over de hulp van uw verhuurder bij geldzaken?",
            "schaal",
            tuple(str(n) for n in range(1, 11)),
            laag="heel ontevreden",
            hoog="heel tevreden",
        ),
        FormulierVraag("Wat zou u het meeste helpen?", "open", regels=4),
    ),
    waarom=(
        "De energie en de huur worden duurder. Wij willen weten wat u daarvan merkt.\n\nWij vragen het aan alle "
        "huurders van Lefier in Emmerhout."
    ),
    overleg="het bestuurlijk overleg van 12 april 2019",
    sluit_op=date(2019, 3, 8),
    anonimiteit="altijd_anoniem",
    inleveren="in de bus bij buurthuis De Marke, of met de envelop zonder postzegel",
    vragen_aan="het spreekuur in De Marke, elke dinsdag van 10 tot 12 uur, telefoon 0591 00 00 00",
    voorbeeld=True,
)

BETALEN = replace(
    ENQUETE.vragen[0],
    eerder=EerdereUitslag(
        2017,
        240,
        (
            Antwoord("Ja, zonder moeite", 132),
            Antwoord("Meestal wel", 71),
            Antwoord("Vaak niet", 31),
            Antwoord("Geen antwoord", 6),
        ),
        "iedereen",
        1310,
        source=Source("raadpleging", ids=("r-0",)),
    ),
)
OPEN = Vraag(
    "Wat zou u het meeste helpen?",
    "open",
    96,
    (Antwoord("Uitleg aan huis", 41), Antwoord("Lagere servicekosten", 37), Antwoord("Een nieuwe ketel", 3)),
    "Uitleg aan huis wordt het meest genoemd.",
    ("Ik weet niet waar ik moet beginnen met al die papieren.", "Kom gewoon eens langs!"),
)
RAADPLEGING = replace(
    ENQUETE,
    hoofdvraag="Wat merken huurders van hun woonlasten, en welke hulp kennen zij?",
    overleg="het bestuurlijk overleg van 12 april 2019",
    anonimiteit="altijd_anoniem",
    uitgenodigd=told(1285),
    kanalen=(
        Kanaal("op papier", told(78), told(337), told(329), told(9)),
        Kanaal("digitaal", told(206), told(948), told(911), told(14)),
    ),
    vragen=(BETALEN, ENQUETE.vragen[1], OPEN),
    groepen=(
        Groep("tot 30 jaar", told(17), told(246), "leeftijd"),
        Groep("30 tot 65 jaar", told(151), told(684), "leeftijd"),
        Groep("65 jaar en ouder", told(117), told(355), "leeftijd"),
    ),
    bijlagen=("De vragenlijst", "De brief aan de huurders van 4 februari 2019"),
)
TERUGKOPPELING = TerugkoppelingValues(
    HZD,
    RAADPLEGING,
    date(2019, 4, 9),
    vragen=(0, 1),
    standpunt=(
        "Wij vragen Lefier en de gemeente om uitleg aan huis",
        "Wij vragen het bestuurlijk overleg om de Voorzieningenwijzer bij alle huurders bekend te maken",
    ),
    vervolg=(
        "Op 12 april bespreken wij de uitkomst in het bestuurlijk overleg",
        "In mei leest u hier wat eruit kwam",
    ),
    voorbeeld=True,
)
VERSLAG = RaadplegingverslagValues(HZD, RAADPLEGING, date(2019, 4, 16), voorbeeld=True)
