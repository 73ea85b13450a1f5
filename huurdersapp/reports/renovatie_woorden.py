"""What a count of the 70 % says, in words on paper: facts alone, so that both sides can put their name under them.

Sources: Burgerlijk Wetboek boek 7 art. 220 lid 2 and 3 (BWBR0005290); see records/draagvlak.py.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from huurdersapp.records.draagvlak import EMPTY, FEWEST_HOMES, LEGAL_SHARE, Telling, needed
from huurdersapp.reports.language import NBSP, aantal, number

ANTWOORDEN = {
    "ja": "Ja",
    "nee": "Nee",
    "geen_reactie": "Geen reactie",
    "niet_benaderd": "Nog niet benaderd",
    EMPTY: "Leeg",
}
"""The answers in the order of a count, as they are printed."""
VORMEN = {
    "akkoordverklaring": "Akkoordverklaring",
    "email": "E-mail",
    "digitaal": "Internet",
    "telling": "Telblad",
    "mondeling": "Mondeling",
}
"""How an answer came, short enough for a column."""
BRON = "Burgerlijk Wetboek boek 7, artikel 220 lid 3"
REGEL = (
    f"De regel staat in {BRON}. Stemt 70{NBSP}% of meer van de huurders in, dan neemt de wet aan dat het voorstel "
    "redelijk is. De rechter kan daar anders over oordelen. Dat geldt voor tien of meer woningen die samen een "
    "bouwkundige eenheid zijn."
)
HOE_GETELD = (
    "Elke huurovereenkomst telt één keer. Wie samen huurt, telt samen als één huurder. "
    "Dat nemen wij aan: de wet zegt het niet.",
    "Wie niet antwoordt, telt mee als huurder en stemt niet in.",
    "Een lege woning heeft geen huurder en telt niet mee bij de huurders. "
    "Zij telt wel mee bij de tien woningen. Dat leiden wij af uit de tekst van de wet.",
    "Er wordt gerekend met hele aantallen, niet met een afgerond percentage.",
)
"""How the count was made, each in a sentence or two; what we assume is said to be so."""
NIET_GETELD = "Er is nog geen bouwkundige eenheid, dus er is niets geteld."
UITLEG = (
    f"De percentages zijn per bouwkundige eenheid en staan in twee decimalen. Of 70{NBSP}% is gehaald, volgt uit hele "
    f"aantallen huurders ({BRON})."
)
"""What a report says under percentages of tenants who agreed."""
TE_KLEIN = "Geen wettelijk vermoeden: minder dan tien woningen."
GEEN_HUURDERS = "Er zijn geen huurders om te tellen."


def volgens_wet(telling: Telling) -> Telling:
    """The count against the 70 % of the law, whatever else a landlord promised."""
    return replace(telling, deel=LEGAL_SHARE)


def procent(value: Decimal | None) -> str:
    """A percentage in two decimals, a dash where nobody was counted. It comes from `draagvlak.percentage`."""
    return "–" if value is None else f"{number(value, 2)}{NBSP}%"


def uitslag(telling: Telling) -> str:
    """Whether enough tenants agreed, without what follows from it: "Nog 1 nodig: 16 van de 17."."""
    if telling.huurders == 0:
        return GEEN_HUURDERS
    if not telling.ontbreekt:
        return _uitslag(telling)
    left = aantal(telling.ontbreekt, "woning", "woningen", digits=True)
    verb = "ontbreekt" if telling.ontbreekt == 1 else "ontbreken"
    return f"{_uitslag(telling)} De telling is niet compleet: er {verb} {left}."


def _uitslag(telling: Telling) -> str:
    share = f"{telling.deel}{NBSP}%"
    if telling.gehaald:
        return f"{share} is gehaald: {number(telling.nodig)} nodig, {number(telling.ja)} gegeven."
    left = f"{number(telling.ja)} van de {number(telling.nodig)}"
    if telling.kan_nog:
        return f"Nog {number(telling.nog_nodig)} nodig: {left}."
    # Whoever said no may still say yes, so nothing is told to be impossible.
    most = f" Met wie nog niet antwoordde hoogstens {number(telling.ja + telling.open)}."
    return f"{share} is niet gehaald: {left}.{most if telling.open else ''}"


def stand(telling: Telling) -> str:
    """The count against the law in a sentence or two: below ten homes the number has no such meaning, and that is said."""
    found = uitslag(volgens_wet(telling))
    if telling.huurders == 0 or telling.vermoeden_mogelijk:
        return found
    return f"{TE_KLEIN} {found}"


def gevolg(telling: Telling) -> str:
    """What the law says of a count like this one."""
    if telling.huurders == 0:
        return GEEN_HUURDERS
    if not telling.vermoeden_mogelijk:
        homes = aantal(telling.alle_woningen, "woning", "woningen", digits=True)
        return f"{TE_KLEIN} Deze eenheid heeft {homes}, lege meegeteld; de wet vraagt er {FEWEST_HOMES}."
    if telling.vermoeden:
        return (
            f"{uitslag(volgens_wet(telling))} De wet neemt dan aan dat het voorstel redelijk is. "
            "Een huurder die niet instemde, kan de rechter vragen of dat zo is: binnen acht weken nadat de verhuurder "
            f"hem schreef dat 70{NBSP}% instemde."
        )
    if telling.ontbreekt:
        return uitslag(volgens_wet(telling))
    return f"{uitslag(volgens_wet(telling))} De wet neemt dan niet aan dat het voorstel redelijk is."


def belofte(telling: Telling, share: int | None) -> str:
    """Where a landlord promised more than the law asks: what came of that; "" where he did not."""
    if share is None or telling.huurders == 0:
        return ""
    want = needed(telling.huurders, share)
    start = f"De verhuurder beloofde {share}{NBSP}%: {number(want)} nodig, {number(telling.ja)} gegeven"
    return f"{start}." if telling.ja >= want else f"{start}, nog {number(want - telling.ja)} nodig."
