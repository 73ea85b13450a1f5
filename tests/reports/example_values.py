"""Invented values for the papers: parties of the akkoord are real, everything else is made up."""

from __future__ import annotations

from datetime import date

from huurdersapp.reports.adviesbrief_values import (
    Aanvraag,
    AdviesbriefValues,
    Afzender,
    Geadresseerde,
    Overweging,
)
from huurdersapp.reports.document import Source
from huurdersapp.reports.trimester_values import (
    Activiteit,
    AdviesRegel,
    Afspraak,
    BezoekCijfers,
    BezoekRij,
    CampagneRegel,
    CommissieRegel,
    Indicator,
    KnelpuntCijfers,
    KnelpuntRij,
    Meetwaarde,
    OverlegRegel,
    Stand,
    Thema,
    Toezegging,
    TrimesterValues,
    UitgelichtKnelpunt,
    Vraagpunt,
)
from huurdersapp.reports.values import (
    Antwoord,
    Getal,
    Kanaal,
    Periode,
    Populatie,
    Raadpleging,
    Vraag,
)

T1 = Periode(date(2019, 1, 1), date(2019, 4, 30), 2019, 1)


def n(value: int | None, what: str = "knelpunt", door: str = "", **where: str) -> Getal:
    return Getal(value, Source(what, tuple(where.items())) if where else None, door)


ENQUETE = Raadpleging(
    titel="Enquête betaalbaarheid en betaalgedrag",
    doel="Horen wat huurders merken van hun woonlasten en welke hulp zij kennen",
    van=date(2019, 2, 4),
    tot=date(2019, 3, 8),
    populatie=Populatie(
        "huurders van Lefier in Emmerhout",
        Getal(1285),
        "adressenlijst van Lefier (Overlegwet art. 5c)",
        date(2019, 1, 15),
        "de zorgwoningen aan de Laan van de Iemenhees",
    ),
    selectie="iedereen",
    methoden=("een brief op papier", "een digitale vragenlijst"),
    uitgenodigd=Getal(1285),
    respons=Getal(285, Source("raadpleging", ids=("r-1",))),
    kanalen=(Kanaal("op papier", Getal(78), Getal(337)), Kanaal("digitaal", Getal(206), Getal(948))),
    vragen=(
        Vraag(
            "Kunt u uw woonlasten goed betalen?",
            n=285,
            antwoorden=(
                Antwoord("Ja, zonder moeite", 121),
                Antwoord("Meestal wel", 98),
                Antwoord("Vaak niet", 63),
                Antwoord("Weet ik niet", 3),
            ),
            conclusie="Ruim een op de vijf huurders kan de woonlasten vaak niet goed betalen.",
        ),
        Vraag(
            "Welke hulp kent u?",
            "meerkeuze",
            281,
            (
                Antwoord("De Voorzieningenwijzer", 64),
                Antwoord("Kwijtschelding van gemeentelijke belasting", 142),
                Antwoord("Geen van deze", 97),
            ),
        ),
    ),
    conclusies=(
        "De Voorzieningenwijzer is nog weinig bekend",
        "Persoonlijke uitleg werkt beter dan een folder",
    ),
    minderheid=("Een deel van de huurders wil geen hulp van de verhuurder bij geldzaken",),
    beperkingen=("Huurders tot 30 jaar antwoordden weinig: 6 % van de antwoorden",),
    terugkoppeling_op=date(2019, 4, 11),
    terugkoppeling="in het bewonersblad",
    vastgesteld_op=date(2019, 3, 26),
    vastgesteld_door="het bestuur van de Huurdersfederatie Zuidoost Drenthe",
    nummer="R-3",
    source=Source("raadpleging", ids=("r-1",)),
)
AVOND = Raadpleging(
    titel="Bewonersavond renovatie Bargeres",
    doel="Horen wat bewoners van het plan voor hun flat vinden",
    van=date(2019, 4, 16),
    populatie=Populatie("huurders van de flat aan de Wendeling", Getal(48), "Domesta", date(2019, 4, 1)),
    selectie="zelfselectie",
    methoden=("bewonersavond",),
    uitgenodigd=Getal(48),
    respons=Getal(19),
    vragen=(
        Vraag(
            "Bent u het eens met het plan?",
            n=19,
            antwoorden=(Antwoord("Ja", 12), Antwoord("Nee", 3), Antwoord("Weet ik nog niet", 4)),
            conclusie="De meeste aanwezigen zijn het eens met het plan.",
        ),
    ),
    beperkingen=("Wie niet kwam, is niet gehoord",),
    nummer="R-4",
    source=Source("raadpleging", ids=("r-2",)),
)

KNELPUNTEN = KnelpuntCijfers(
    individueel=Stand(
        n(14, stand="begin"),
        n(21, stand="nieuw"),
        n(2, stand="heropend"),
        n(12, stand="weg"),
        n(25, stand="eind"),
    ),
    collectief=Stand(Getal(3), Getal(4), Getal(0), Getal(1), Getal(6)),
    ingebracht_individueel=Getal(6),
    ingebracht_collectief=Getal(3),
    per_categorie=(
        KnelpuntRij("vocht en schimmel", Getal(9), Getal(2)),
        KnelpuntRij("onderhoud", Getal(7), Getal(1)),
        KnelpuntRij("energie en isolatie", Getal(5), Getal(1)),
    ),
    per_kern=(
        KnelpuntRij("Emmerhout", Getal(8), Getal(2), ("Emmen-Oost", "gemeente Emmen")),
        KnelpuntRij("Angelslo", Getal(2), Getal(0), ("Emmen-Oost", "gemeente Emmen")),
        KnelpuntRij("Bargeres", Getal(6), Getal(1), ("Emmen-Zuid", "gemeente Emmen")),
        KnelpuntRij("Klazienaveen", Getal(5), Getal(1), ("De Velden", "gemeente Emmen")),
    ),
    per_status=(
        KnelpuntRij("gemeld", Getal(7), Getal(1)),
        KnelpuntRij("beoordeeld", Getal(9), Getal(1)),
        KnelpuntRij("ingebracht", Getal(6), Getal(3)),
        KnelpuntRij("toegezegd", Getal(3), Getal(1)),
    ),
)

THEMAS = (
    Thema(
        "Beschikbaarheid en betaalbaarheid",
        "In 2023 kan iedere woningzoekende in de sociale huursector in Emmen binnen een jaar een woning huren die "
        "passend is bij het inkomen en bij de huishoudenssamenstelling.",
        afspraken=(
            Afspraak(
                "informeren huurders, groepsgewijs of individueel over betaalgedrag, mogelijkheden van sociale "
                "voorzieningen en budgettering.",
                activiteiten=(
                    Activiteit(
                        "Spreekuur over geldzaken in De Marke",
                        date(2019, 3, 12),
                        aantal=Getal(17),
                        enkelvoud="bezoeker",
                        meervoud="bezoekers",
                    ),
                    Activiteit(
                        "Inloopmiddag in Zwartemeer",
                        date(2019, 4, 3),
                        aantal=Getal(3),
                        enkelvoud="bezoeker",
                        meervoud="bezoekers",
                    ),
                ),
            ),
            Afspraak(
                "signaleren knelpunten en brengen die in bij gezamenlijke overleggen.",
                activiteiten=(Activiteit("Knelpunten besproken in de regiegroep", date(2019, 2, 14)),),
            ),
        ),
        indicatoren=(
            Indicator(
                "Aantal deelnemers aan de Voorzieningenwijzer",
                waarde=Meetwaarde(Getal(None, door="gemeente Emmen")),
                personen=True,
            ),
        ),
    ),
    Thema(
        "Duurzaamheid",
        "In 2023 is een grote stap gezet richting een energieneutrale woningvoorraad in 2040, passend bij de "
        "Drentse Energiedeal.",
        afspraken=(
            Afspraak(
                "zetten energicoaches in.",
                activiteiten=(
                    Activiteit(
                        "Bezoeken door energiecoaches",
                        date(2019, 1, 1),
                        date(2019, 4, 30),
                        n(38, "energiebezoek", periode="2019-T1"),
                        "bezoek",
                        "bezoeken",
                    ),
                ),
                toelichting="De coaches bezochten vooral woningen van Lefier in Emmerhout.",
            ),
            Afspraak("participeren in aanpak Emmerhout, in zowel de werkgroepen Besparing en Opwekking."),
        ),
        indicatoren=(
            Indicator(
                "Bezochte huishoudens",
                waarde=Meetwaarde(n(38, "energiebezoek", periode="2019-T1"), peil="1e trimester 2019"),
                vorige=Meetwaarde(Getal(29), peil="3e trimester 2018"),
                streefwaarde="120 per jaar",
                eigen_voorstel=True,
                personen=True,
            ),
            Indicator(
                "Medewerking aan de renovatie Kerkhoflaan",
                "aandeel",
                Meetwaarde(Getal(16), Getal(23), peil="op 30 april 2019"),
                streefwaarde="minstens 70 %",
                grens=70,
                eigen_voorstel=True,
            ),
        ),
    ),
)

BEZOEKEN = BezoekCijfers(
    aan_de_deur=Getal(47),
    gesproken=Getal(41),
    niet_gesproken=Getal(6),
    geplaatst=Getal(33),
    met_knelpunt=Getal(7),
    nazorg=Getal(12),
    per_kern=(
        BezoekRij("Emmerhout", Getal(19), ("Emmen-Oost", "gemeente Emmen")),
        BezoekRij("Bargeres", Getal(15), ("Emmen-Zuid", "gemeente Emmen")),
        BezoekRij("Angelslo", Getal(5), ("Emmen-Oost", "gemeente Emmen")),
        BezoekRij("Weiteveen", Getal(2), ("De Velden", "gemeente Emmen")),
    ),
)
CAMPAGNES = (
    CampagneRegel(
        "Warm de winter door",
        date(2019, 1, 14),
        date(2019, 3, 29),
        ("in een groep", "eén voor één"),
        5,
        Getal(640),
        Getal(112),
        Getal(58),
        Getal(31),
        "40 deelnemers",
    ),
    CampagneRegel("Weet u van de huurtoeslag?", date(2019, 4, 1), None, ("in een groep",), 1, Getal(3200)),
)
COMMISSIES = (
    CommissieRegel(
        "Bewonerscommissie De Wendeling", 3, ("Advies of uitleg", "Bij een vergadering geholpen"), 7
    ),
    CommissieRegel("Bewonerscommissie Laan van het Kinholt", 1, ("Training",)),
)
TRIMESTER = TrimesterValues(
    organisaties=(
        "Huurdersfederatie Zuidoost Drenthe",
        "Stichting Bewonersraad Domesta",
        "Huurdersvereniging Samen Sterk",
    ),
    akkoord="Lokaal Akkoord Emmen 2019-2024",
    periode=T1,
    gemaakt_op=date(2019, 5, 14),
    samenvatting=("De woonlasten drukken zwaarder dan een jaar geleden.",),
    gevraagd=(
        Vraagpunt(
            "Maak de Voorzieningenwijzer bekend bij alle huurders.",
            "Uit de enquête blijkt dat de meeste huurders hem niet kennen",
            date(2019, 10, 1),
        ),
        Vraagpunt("Lever het aantal deelnemers aan de Voorzieningenwijzer aan"),
    ),
    themas=THEMAS,
    raadplegingen=(ENQUETE, AVOND),
    knelpunten=KNELPUNTEN,
    uitgelicht=(
        UitgelichtKnelpunt(
            "Vocht en schimmel in de flat aan de Wendeling",
            "Bewoners melden op alle verdiepingen schimmel in de slaapkamers",
            "K-31",
            "Bargeres",
            "vocht en schimmel",
            date(2019, 2, 20),
            "ingebracht",
            date(2019, 3, 14),
            "het overleg met Domesta",
            "Domesta laat de ventilatie onderzoeken",
            22,
            Source("knelpunt", ids=("k-31",)),
        ),
    ),
    bezoeken=BEZOEKEN,
    campagnes=CAMPAGNES,
    commissies=COMMISSIES,
    toezeggingen=(
        Toezegging(
            "Domesta",
            "Uitkomst van het onderzoek naar de ventilatie",
            date(2019, 3, 14),
            "overleg",
            date(2019, 4, 15),
        ),
        Toezegging(
            "gemeente Emmen", "Planning van de wijkvisie Bargeres", date(2019, 2, 14), "BO", date(2019, 6, 1)
        ),
    ),
    adviezen=(
        AdviesRegel(
            "huurverhoging per 1 juli 2019",
            "Lefier",
            "advies",
            "positief, mits",
            "A-2",
            date(2019, 3, 28),
            date(2019, 4, 9),
            "deels",
            "De hoogste huren worden wel bevroren, de andere niet",
        ),
    ),
    overleggen=(
        OverlegRegel("Regiegroep", date(2019, 2, 14), "alle partijen", ("bekendheid Voorzieningenwijzer",)),
        OverlegRegel("Overleg met verhuurder", date(2019, 3, 14), "Domesta", ("schimmel aan de Wendeling",)),
    ),
    voorbeeld=True,
)

BRIEF = AdviesbriefValues(
    afzender=Afzender(
        "Huurdersfederatie Zuidoost Drenthe",
        ("Voorbeeldstraat 12", "7811 AB  EMMEN"),
        "0591 00 00 00",
        "info@voorbeeld.example",
        "www.voorbeeld.example",
    ),
    geadresseerde=Geadresseerde(
        "Lefier", "Het bestuur", "mevrouw J. Voorbeeld", ("Postbus 1000", "7800 BA  EMMEN")
    ),
    plaats="Emmen",
    datum=date(2020, 3, 5),
    onderwerp="de renovatie van 23 woningen aan de Kerkhoflaan",
    uitkomst="positief_mits",
    ons_kenmerk="A-7",
    uw_kenmerk="2020/114",
    aanvraag=Aanvraag(
        date(2020, 1, 22),
        date(2020, 1, 23),
        kenmerk="2020/114",
        voornemen="U wilt 23 woningen aan de Kerkhoflaan isoleren en van zonnepanelen voorzien.",
        termijn_dagen=42,
        laatste_dag=date(2020, 3, 5),
    ),
    besluit_op=date(2020, 3, 3),
    raadplegingen=(
        Raadpleging(
            "Bewonersavond Kerkhoflaan",
            van=date(2020, 2, 11),
            populatie=Populatie("huurders van de Kerkhoflaan", Getal(23), "Lefier", date(2020, 1, 23)),
            selectie="zelfselectie",
            methoden=("bewonersavond",),
            uitgenodigd=Getal(23),
            respons=Getal(14),
            conclusies=("De bewoners willen de isolatie graag, maar maken zich zorgen over de overlast",),
            beperkingen=("Negen huishoudens zijn niet gehoord",),
        ),
    ),
    overwegingen=(
        Overweging("De isolatie verlaagt de energierekening. Dat is goed voor de woonlasten.", "Woonlasten"),
        Overweging("Het werk duurt zes weken, terwijl de bewoners thuis blijven wonen.", "Overlast"),
    ),
    voorwaarden=(
        "De huur stijgt door deze renovatie niet",
        "Iedere bewoner krijgt minstens twee weken van tevoren een planning voor de eigen woning",
    ),
    afwijkende_meningen=("Een deel van de bewoners wil geen zonnepanelen.",),
    ondertekenaars=(("A. Voorbeeld", "voorzitter"), ("B. Voorbeeld", "secretaris")),
    bijlagen=("Verslag van de bewonersavond van 11 februari 2020",),
    kopie_aan=("gemeente Emmen, afdeling wonen",),
    voorbeeld=True,
)
