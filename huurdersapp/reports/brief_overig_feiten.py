"""The facts of letters that are no answer in a case, as words for their templates. What is not known is absent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from huurdersapp.base.sjabloon import Value
from huurdersapp.records.verhuurder import REASONS_DAYS
from huurdersapp.reports.brief_delen import as_fact
from huurdersapp.reports.document import Block
from huurdersapp.reports.language import aantal, clause, day_long, enumeration, subject
from huurdersapp.reports.prose import one_line, plain_line, text_blocks
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings
from huurdersapp.reports.terugkoppeling import letter_blocks
from huurdersapp.reports.values import Raadpleging

WET_STAND = "tekst van 27 juli 2015"
"""Which text of the Overlegwet is meant where a letter names an article."""
IN_THE_LAW: Mapping[str, str] = {
    "a": "onderhoud en voorzieningen",
    "b": "sloop, renovatie, aankoop en verkoop",
    "c": "toewijzen en verhuren",
    "d": "de algemene huurvoorwaarden",
    "e": "het huurprijsbeleid",
    "f": "de diensten die u levert",
    "g": "een voorstel tot fusie",
    "h": "leefbaarheid en herstructurering",
    "i": "de huisvesting van ouderen, gehandicapten en mensen die zorg nodig hebben",
    "j": "de servicekosten en beheerovereenkomsten",
    "k": "uitspraken van de klachtencommissie",
    "l": "de inhoud van de prestatieafspraken",
}
"""Subjects of Overlegwet art. 3 lid 2 under their letters, in our own words, as they go on in a sentence."""
A_YEAR_AHEAD = ("a", "e")
"""Of these the landlord tells about the next twelve months, with an indication of later years (art. 3 lid 4)."""
JA = "ja"
_LEAD = re.compile(
    r"(?:(?:ons|uw|een|nogmaals) )?(?:verzoek|vraag|herinnering|uitnodiging|brief|antwoord|reactie|agendering)"
    r"(?: (?:om|voor|tot) (?:informatie|te agenderen|agendering|advies))?(?: (?:over|van|voor|aan|op)|:) ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class VanAdvies:
    """What a letter says of an advies that went before it. `zonder_advies`: it abstained, or had no objection, so there is
    nothing to follow and there are no reasons to give."""

    onderwerp: str
    verstuurd_op: date | None = None
    aangekomen_op: date | None = None
    kenmerk: str = ""
    reactie_op: date | None = None
    gevolgd: str = ""
    redenen_op: date | None = None
    zonder_advies: bool = False
    redenen_tot: date | None = None
    redenen_dagen: int = REASONS_DAYS
    brief_van: date | None = None
    aanleiding: str = ""
    ontbreekt: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class OverigValues:
    """All that such a letter may name. `gevolgd` and `letter` of the advies are keys, as are methods and anonymity.

    `eerder` is the day and reference of the letter that this one answers or follows; `van_ons` whether it was ours.
    """

    onderwerp: str
    datum: date
    zaak: VanAdvies | None = None
    eerder_op: date | None = None
    eerder_kenmerk: str = ""
    van_ons: bool = False
    overleg: str = ""
    commissie: str = ""
    gebied: tuple[str, ...] = ()
    raadpleging: Raadpleging | None = None
    vraag: str = ""
    doel: str = ""
    start_op: date | None = None
    sluit_op: date | None = None
    inleveren: str = ""
    methoden: tuple[str, ...] = ()
    anonimiteit: str = ""
    small: SmallNumberSettings = DEFAULTS


def overige_feiten(values: OverigValues) -> tuple[dict[str, Value], dict[str, tuple[Block, ...]]]:
    """Words for in a sentence, and blocks for a line of its own."""
    words: dict[str, Value] = {
        "over": as_fact(_over(values)),
        "wet_stand": WET_STAND,
        "overleg": as_fact(values.overleg),
        "commissie": as_fact(values.commissie),
        "gebied": as_fact(enumeration(values.gebied)),
        ("eerdere_brief_van" if values.van_ons else "brief_van"): _day(values.eerder_op),
        "eerder_kenmerk": as_fact(values.eerder_kenmerk) if values.van_ons else "",
        **_of_advies(values),
        **_of_raadpleging(values),
    }
    return words, _blocks(values)


def _over(values: OverigValues) -> str:
    """What it is about: of the case, else what is left of the subject without "verzoek om informatie over"."""
    if values.zaak:
        return subject(one_line(values.zaak.onderwerp))
    return _LEAD.sub("", clause(one_line(values.onderwerp)), count=1)


def _day(day: date | None) -> str:
    return day_long(day) if day else ""


def _of_advies(values: OverigValues) -> dict[str, Value]:
    case = values.zaak
    if case is None:
        return {}
    sent, told = case.verstuurd_op is not None, case.reactie_op is not None or bool(case.gevolgd)
    waiting = case.redenen_op is None and not case.zonder_advies
    silent, unreasoned = waiting and sent and not told, waiting and case.gevolgd in ("deels", "niet")
    # Only who still owes an answer is told of a day that went by.
    due = case.redenen_tot if silent or unreasoned else None
    in_law = IN_THE_LAW.get(case.letter, "")
    found: dict[str, Value] = {
        "advies_van": _day(case.verstuurd_op),
        "advies_aangekomen": _day(case.aangekomen_op),
        "advies_kenmerk": as_fact(case.kenmerk),
        "zonder_reactie": JA if silent else "",
        "niet_gevolgd": JA if unreasoned else "",
        "reactie_op": _day(case.reactie_op),
        "redenen_termijn": aantal(case.redenen_dagen, "dag", "dagen", digits=True)
        if silent or unreasoned
        else "",
        "redenen_tot": _day(due) if due and due < values.datum else "",
        "eigen_termijn": JA if case.redenen_dagen != REASONS_DAYS else "",
        "onderwerp_wet": f"{in_law} (artikel 3 lid 2 onder {case.letter})" if in_law else "",
        "komend_jaar": JA if case.letter in A_YEAR_AHEAD else "",
    }
    if values.eerder_op is None and case.brief_van is not None:
        found["brief_van"] = _day(case.brief_van)
    return found


def _of_raadpleging(values: OverigValues) -> dict[str, Value]:
    if values.raadpleging is None:
        return {}
    meeting = {"bijeenkomst", "ledenvergadering"} & set(values.methoden)
    names = {"altijd_anoniem": "anoniem", "naar_keuze": "naar_keuze", "op_naam": "op_naam"}
    found: dict[str, Value] = {
        "raadpleging": as_fact(clause(one_line(values.raadpleging.titel))),
        "start_op": _day(values.start_op),
        "sluit_op": _day(values.sluit_op),
        "inleveren": as_fact(clause(plain_line(values.inleveren))),
        "enquete": JA if "enquete" in values.methoden else "",
        "bijeenkomst": JA if meeting and "enquete" not in values.methoden else "",
    }
    if values.anonimiteit in names:
        found[names[values.anonimiteit]] = JA
    return found


def _blocks(values: OverigValues) -> dict[str, tuple[Block, ...]]:
    case = values.zaak
    texts = {
        "aanleiding": case.aanleiding if case else "",
        "ontbreekt": case.ontbreekt if case else "",
        "doel": values.doel,
        "vraag": values.vraag,
    }
    found: dict[str, tuple[Block, ...]] = {
        name: tuple(text_blocks(text)) if text.strip() else () for name, text in texts.items()
    }
    if values.raadpleging is not None:
        found["uitslag"] = tuple(letter_blocks(values.raadpleging, values.small))
    return found
