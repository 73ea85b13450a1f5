"""The parts of which a letter is made, and the facts that its template may name (base/sjabloon.py has the signs)."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.brief_soorten import OF_A_CASE
from huurdersapp.records.brief_velden_overig import OVERIG

DELEN: Mapping[str, LazyText] = {
    "aanleiding": _("Aanleiding"),
    "advies": _("Ons advies"),
    "verzoek": _("Ons verzoek"),
    "toelichting": _("Toelichting"),
    "achterban": _("Hoe wij de achterban hebben geraadpleegd"),
    "overwegingen": _("Onze overwegingen"),
    "proces": _("Over de gevolgde weg"),
    "voorwaarden": _("Onze voorwaarden"),
    "aanbevelingen": _("Onze aanbevelingen"),
    "afwijkende_meningen": _("Afwijkende meningen"),
    "reactie": _("Verzoek om reactie"),
    "vervolg": _("Vervolg"),
}
"""The parts that a template may have, in the order of a letter, with what they are called on screen."""

BIJLAGEN, KOPIE = "bijlagen", "kopie_aan"
LIJSTEN: Mapping[str, LazyText] = {BIJLAGEN: _("Bijlagen"), KOPIE: _("Kopie aan")}
"""What stands under the signatures, an item on each line; it can be rewritten as a part, but is in no template."""

ALGEMEEN: Mapping[str, LazyText] = {
    "onderwerp": _("waar de brief over gaat, zoals ‘de sloop van twaalf woningen’"),
    "verhuurder": _("de naam van de verhuurder"),
    "afzender": _("de naam van de organisatie die schrijft"),
    "ons_kenmerk": _("ons kenmerk"),
    "uw_kenmerk": _("het kenmerk van wie de brief krijgt"),
    "datum": _("de dag van de brief"),
    "tekst": _("wat er bij de brief is opgeschreven"),
    "antwoord_voor": _("de dag waarop u uiterlijk antwoord wilt"),
}
"""Facts of every letter."""

VAN_EEN_ZAAK: Mapping[str, LazyText] = {
    "commissie": _("de bewonerscommissie waarvoor u schrijft"),
    "brief_van": _("de dag van de brief van de verhuurder"),
    "ontvangen_op": _("de dag waarop u die brief kreeg"),
    "voornemen": _("wat de verhuurder wil (een eigen alinea)"),
    "aanleiding": _("de aanleiding zoals u die opschreef (een eigen alinea)"),
    "termijn": _("de termijn van de verhuurder, zoals ‘zes weken’"),
    "korte_termijn": _("de verhuurder gaf minder dan zes weken"),
    "geen_termijn": _("de verhuurder gaf geen termijn"),
    "laatste_dag": _("de laatste dag van de termijn"),
    "verlengd_tot": _("tot en met welke dag op papier is verlengd"),
    "volledig_op": _("de dag waarop de informatie volgens u volledig was, als dat later was"),
    "laatste_dag_ons_standpunt": _("de laatste dag, geteld vanaf de dag waarop alles er was"),
    "mondeling": _("een zin: de verhuurder beloofde alleen mondeling meer tijd"),
    "onvolledig": _("een zin: wat er aan de informatie nog ontbreekt"),
    "besluit_op": _("de dag waarop het bestuur besloot"),
    "uitkomst": _("er is een uitkomst gekozen"),
    "positief": _("de uitkomst is positief"),
    "positief_mits": _("de uitkomst is positief onder voorwaarden"),
    "negatief": _("de uitkomst is negatief"),
    "onthouding": _("u onthoudt zich van advies"),
    "geen_bezwaar": _("u hebt geen bezwaar"),
    "instemming": _("u stemt in"),
    "instemming_mits": _("u stemt in onder voorwaarden"),
    "geen_instemming": _("u stemt niet in"),
    "vraagt_redenen": _("de wet vraagt redenen als de verhuurder het advies niet volgt"),
    "wat": _("‘advies’, of ‘standpunt’ als u niet adviseert"),
    "toelichting": _("de toelichting op het advies (een eigen alinea)"),
    "raadplegingen": _("hoe u de achterban raadpleegde en wat eruit kwam (eigen alinea’s)"),
    "aantal_raadplegingen": _("hoeveel raadplegingen het zijn"),
    "meer_raadplegingen": _("het is meer dan één raadpleging"),
    "draagvlak": _("hoeveel huurders instemden met de renovatie waar het advies bij hoort (eigen alinea’s)"),
    "overwegingen": _("uw overwegingen per punt (eigen alinea’s)"),
    "proces": _("wat u van de gevolgde weg vindt (een eigen alinea)"),
    "voorwaarden": _("de voorwaarden (een genummerde lijst)"),
    "aantal_voorwaarden": _("hoeveel voorwaarden het zijn"),
    "aanbevelingen": _("de aanbevelingen (een genummerde lijst)"),
    "aantal_aanbevelingen": _("hoeveel aanbevelingen het zijn"),
    "afwijkende_meningen": _("de afwijkende meningen (een lijst)"),
    "aantal_meningen": _("hoeveel afwijkende meningen het zijn"),
    "redenen_termijn": _("binnen hoeveel dagen de verhuurder zijn redenen geeft"),
    "reactie_voor": _("de laatste dag daarvan, als de brief aankomt op zijn eigen datum"),
    "eigen_termijn": _("de termijn voor redenen is met de verhuurder afgesproken en wijkt af van de wet"),
    "wet_stand": _("welke tekst van de Overlegwet bedoeld is"),
    "slot": _("het slot zoals u dat opschreef (een eigen alinea)"),
}
"""Facts of a case under the Overlegwet."""


def velden(soort: str) -> dict[str, str]:
    """The facts that a template of this kind of letter may name, with what each is."""
    own = VAN_EEN_ZAAK if soort in OF_A_CASE else OVERIG.get(soort, {})
    return {name: str(words) for name, words in {**ALGEMEEN, **own}.items()}


SOORT_VAN_ZAAK: Mapping[str, str] = {"adviesaanvraag": "advies"}
"""The kind of letter of a case, where it has another name than the case."""


def brief_soort(zaak: str) -> str:
    """The kind of letter that a case of this kind asks for."""
    return SOORT_VAN_ZAAK.get(zaak, zaak)
