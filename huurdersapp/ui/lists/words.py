"""What lists say of each kind: how a new one is called, and why one would keep them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from huurdersapp.base.formats import number
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec

_NAMED_DAYS = re.compile(r"\{(?:today|trimester|year|last_year)\}")

NEW: Mapping[str, LazyText] = {
    "energiebezoek": lazy("Nieuw energiebezoek"),
    "energiecoach": lazy("Nieuwe energiecoach"),
    "maatregel": lazy("Nieuwe maatregel"),
    "rekentarief": lazy("Nieuw rekentarief"),
    "bezoekformulier": lazy("Nieuw formulier"),
    "knelpunt": lazy("Nieuw knelpunt"),
    "behandeltermijn": lazy("Nieuwe termijn"),
    "raadpleging": lazy("Nieuwe raadpleging"),
    "campagne": lazy("Nieuwe campagne"),
    "overleg": lazy("Nieuw overleg"),
    "actiepunt": lazy("Nieuw actiepunt"),
    "advies": lazy("Nieuw advies"),
    "akkoord": lazy("Nieuw akkoord"),
    "thema": lazy("Nieuw thema"),
    "doel": lazy("Nieuw doel"),
    "afspraak": lazy("Nieuwe afspraak"),
    "indicator": lazy("Nieuwe maat"),
    "anker": lazy("Nieuw vast moment"),
    "agendamoment": lazy("Nieuw moment"),
    "voorbereidingsstap": lazy("Nieuwe stap vooraf"),
    "meting": lazy("Nieuwe meting"),
    "bijstelling": lazy("Nieuwe bijstelling"),
    "afwijking": lazy("Nieuw doel niet op schema"),
    "activiteitenoverzicht": lazy("Nieuw overzicht"),
    "activiteit": lazy("Nieuwe activiteit"),
    "inbrengpunt": lazy("Nieuwe inbreng"),
    "visie": lazy("Nieuwe visie"),
    "partij": lazy("Nieuwe partij"),
    "verhuurder": lazy("Nieuwe verhuurder"),
    "complex": lazy("Nieuw complex"),
    "kern": lazy("Nieuwe kern"),
    "contact": lazy("Nieuw contact"),
    "adres": lazy("Nieuw adres"),
    "commissie": lazy("Nieuwe bewonerscommissie"),
    "verslag": lazy("Nieuw verslag"),
    "brief": lazy("Nieuwe brief"),
    "briefpapier": lazy("Nieuw briefpapier"),
    "briefsjabloon": lazy("Nieuw sjabloon"),
    "verhuurderjaar": lazy("Nieuw jaar"),
    "renovatieproject": lazy("Nieuw project"),
    "bouwkundige_eenheid": lazy("Nieuwe bouwkundige eenheid"),
    "renovatiewoning": lazy("Nieuwe woning"),
    "verwerking": lazy("Nieuwe verwerking"),
    "privacyverzoek": lazy("Nieuw verzoek"),
    "opschoonronde": lazy("Nieuwe opschoonronde"),
    "datalek": lazy("Nieuw datalek"),
}
WHY: Mapping[str, LazyText] = {
    "behandeltermijn": lazy(
        "Een termijn zegt hoe lang een verhuurder over een antwoord mag doen. "
        "Het programma rekent dan uit wanneer een reactie er moet zijn."
    ),
    "verwerking": lazy(
        "Een verwerking zegt welke gegevens van mensen u bewaart, waarvoor en hoe lang. "
        "De privacywet AVG vraagt daar een lijst van."
    ),
    "privacyverzoek": lazy(
        "Iedereen mag vragen wat er over hem of haar bekend is, en vragen om dat te wissen. "
        "Leg elk verzoek vast. Dan ziet u wanneer het antwoord er moet zijn."
    ),
    "opschoonronde": lazy(
        "Eén keer per jaar gaan de namen en adressen weg die u niet meer nodig hebt. Hier staat wanneer dat was."
    ),
    "datalek": lazy(
        "Een datalek is bijvoorbeeld een verloren laptop of een brief naar het verkeerde adres. "
        "Schrijf het altijd op, ook als u het niet hoeft te melden."
    ),
    "energiebezoek": lazy(
        "Een energiecoach gaat bij huurders langs en helpt met kleine maatregelen. "
        "Leg elk bezoek vast. Dan ziet u wat er is gedaan en wat dat bespaart."
    ),
    "energiecoach": lazy(
        "Hier staan de vrijwilligers die op bezoek gaan. Bij elk bezoek kiest u wie er was."
    ),
    "maatregel": lazy(
        "Hier staan de maatregelen die een coach kan nemen, met wat zij besparen en wie dat zegt."
    ),
    "rekentarief": lazy(
        "Hier staan de prijzen en de CO2 waarmee het programma rekent. Vul elk jaar nieuwe in, met de bron."
    ),
    "bezoekformulier": lazy(
        "Een coach kan een leeg formulier op papier meenemen. Hier ziet u welke nog niet terug zijn."
    ),
    "knelpunt": lazy(
        "Een knelpunt is een probleem dat huurders melden. "
        "Leg het vast. Dan kunt u het inbrengen in een overleg en volgen wat ervan komt."
    ),
    "campagne": lazy(
        "Met een campagne bereikt u huurders, aan de deur, met een brief of op een bijeenkomst. "
        "Leg vast wat u deed. Dan ziet u hoeveel mensen u bereikte, en of het hielp."
    ),
    "raadpleging": lazy(
        "Met een raadpleging vraagt u huurders wat zij vinden. "
        "De uitslag gebruikt u in een advies of in een verslag."
    ),
    "overleg": lazy(
        "Hier staan uw overleggen met hun agenda en besluiten. "
        "Zo weet u later wat er is gezegd en wie wat zou doen."
    ),
    "actiepunt": lazy(
        "Een actiepunt zegt wie wat doet, en vóór welke dag. "
        "Ook wat anderen u toezeggen, staat hier. Zo vergeet niemand iets."
    ),
    "anker": lazy(
        "Een vast moment komt elk jaar terug, zoals de laatste dag voor de afspraken. "
        "Het akkoord brengt ze mee. U kunt ze hier aanpassen."
    ),
    "voorbereidingsstap": lazy(
        "Een stap vooraf zegt wat u klaar wilt hebben vóór een overleg, en hoeveel dagen ervoor. "
        "De jaaragenda rekent dan terug vanaf elk overleg."
    ),
    "agendamoment": lazy(
        "Hier staat wat in één jaar anders is dan in het akkoord, en wat u zelf in de jaaragenda zette."
    ),
    "meting": lazy(
        "Een meting zegt hoe een maat van het akkoord ervoor staat, in een jaar of een andere periode. "
        "Zo ziet u of een doel op schema ligt."
    ),
    "bijstelling": lazy(
        "Een bijstelling is een besluit van de partijen om iets in het akkoord te veranderen. "
        "U maakt die bij het punt zelf, in het akkoord."
    ),
    "afwijking": lazy(
        "Ligt een doel niet op schema? Dan legt u dat voor aan de andere partijen. "
        "Hier volgt u wat ervan komt."
    ),
    "activiteitenoverzicht": lazy(
        "In een activiteitenoverzicht schrijft een partij op wat zij van plan is. "
        "Later komt erbij wat ervan is gehaald."
    ),
    "activiteit": lazy(
        "Een activiteit is één regel van een overzicht: wat een partij doet, in welk jaar en hoeveel."
    ),
    "inbrengpunt": lazy(
        "Inbreng is uw vraag, wens, bezwaar of steun bij het overzicht van een ander. "
        "U neemt die mee naar het overleg."
    ),
    "visie": lazy(
        "Een visie zegt hoe een wijk of dorp moet worden. Leg vast wie meededen en wat u inbracht."
    ),
    "advies": lazy(
        "Een verhuurder vraagt uw advies over een plan. "
        "Leg de aanvraag vast. Dan bewaakt het programma de termijn en maakt u hier de brief."
    ),
    "partij": lazy("Hier staan de organisaties met wie u werkt, en bij wie u daar moet zijn."),
    "verhuurder": lazy("Hier staan de verhuurders. Hun adres komt boven uw brieven."),
    "complex": lazy("Een complex is een groep woningen van één verhuurder. Zo ziet u wat waar speelt."),
    "kern": lazy("Hier staan dorpen, wijken en gebieden. Zo ziet u waar knelpunten zijn."),
    "contact": lazy("Hier staan de mensen met wie u werkt, met hun functie en telefoonnummer."),
    "adres": lazy(
        "Hier staan de adressen van de verhuurders. Typt u later een postcode en huisnummer? "
        "Dan vult het programma de rest in. Een hele lijst laadt u met Adressen laden."
    ),
    "commissie": lazy(
        "Een bewonerscommissie komt op voor de huurders van een complex. "
        "Houd bij wie erin zit en wat u voor haar doet. Dan telt dat mee in het verslag."
    ),
    "brief": lazy(
        "Hier staan de brieven die u schrijft en die u krijgt, elk met een nummer. "
        "Zo vindt u later terug wat er is gezegd, en wanneer."
    ),
    "briefpapier": lazy(
        "Briefpapier zegt hoe uw brieven eruitzien: uw beeldmerk, de plaats van het adres en de onderste regel."
    ),
    "briefsjabloon": lazy(
        "Het programma schrijft een brief met vaste zinnen. "
        "Met een eigen sjabloon verandert u die zinnen. U kunt het delen met andere organisaties."
    ),
    "verhuurderjaar": lazy(
        "De wet geeft u elk jaar een overleg, dagen scholing en een vergoeding van de verhuurder. "
        "Hier houdt u bij wat daarvan is gedaan."
    ),
    "renovatieproject": lazy(
        "Wil een verhuurder renoveren? Dan vraagt hij zijn huurders om instemming. "
        "Leg het project vast. Het programma telt per gebouw of 70 % is gehaald, zoals de wet het telt."
    ),
    "bouwkundige_eenheid": lazy(
        "Een bouwkundige eenheid is het gebouw waarover de 70 % telt. "
        "Maak eerst een project, en daarin elk gebouw."
    ),
    "renovatiewoning": lazy(
        "Hier staan de woningen van een renovatie, met wat de huurder antwoordde. "
        "Maak eerst een bouwkundige eenheid. Kies daar Woningen maken."
    ),
    "verslag": lazy(
        "Een verslag laat zien wat u deed en wat het opleverde. "
        "Het programma telt alles voor u. U kiest de delen en schrijft erbij wat u wilt."
    ),
}


def new_label(spec: RecordSpec) -> str:
    """What stands on the button that makes one."""
    return str(NEW[spec.key]) if spec.key in NEW else _("Nieuw: {kind}").format(kind=spec.label)


def why(spec: RecordSpec) -> str:
    """What an empty list says."""
    return str(WHY[spec.key]) if spec.key in WHY else ""


def plural(spec: RecordSpec) -> str:
    """What many are called, inside a sentence."""
    return str(spec.plural or spec.label).lower()


def how_many(spec: RecordSpec, count: int) -> str:
    """'1.234 knelpunten', '1 knelpunt'."""
    name = str(spec.label).lower() if count == 1 else plural(spec)
    return _("{count} {records}").format(count=number(count), records=name)


def conditions(where: tuple[str, ...], today: date) -> tuple[str, ...]:
    """Ready conditions with the day in them: {today}, {trimester} (this one), {year}, {last_year}. Other words in braces are
    those of somebody who searches for them."""
    named = {
        "{today}": today.isoformat(),
        "{trimester}": f"{today.year}-T{(today.month + 3) // 4}",
        "{year}": str(today.year),
        "{last_year}": str(today.year - 1),
    }
    return tuple(_NAMED_DAYS.sub(lambda found: named[found[0]], text) for text in where)
