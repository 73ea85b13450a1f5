"""The facts that letters may name which are no answer in a case: requests, reminders, letters to tenants."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import lazy as _

OVER = {"over": _("het onderwerp van de zaak, of dat van de brief")}
WET = {"wet_stand": _("welke tekst van de Overlegwet bedoeld is")}
ANTWOORD = {
    "brief_van": _("de dag van de brief van de ander waarop u antwoordt"),
    "eerdere_brief_van": _("de dag van uw eigen brief waar deze op volgt"),
    "eerder_kenmerk": _("ons kenmerk van die eerdere brief"),
}
ZAAK = {
    "aanleiding": _("de aanleiding zoals u die bij de zaak opschreef (een eigen alinea)"),
    "commissie": _("de bewonerscommissie waarvoor u schrijft"),
    "overleg": _("het overleg waar de brief bij hoort, zoals ‘het bestuurlijk overleg van 12 mei 2026’"),
}
RAADPLEGING = {
    "raadpleging": _("de titel van de raadpleging"),
    "doel": _("waarvoor de raadpleging is (een eigen alinea)"),
    "vraag": _("de hoofdvraag van de raadpleging (een eigen alinea)"),
}
RECHTEN = {
    "project": _("de titel van het renovatieproject"),
    "eenheid": _("de naam van de bouwkundige eenheid"),
    "voorstel_van": _("de dag van het nieuwste voorstel van de verhuurder"),
    "gewijzigd": _("er was eerder een ander voorstel"),
    "werk": _("wat er volgens het voorstel gebeurt (een eigen alinea)"),
    "huur_erbij": _("met hoeveel de huur per maand omhoog gaat"),
    "blijven": _("bewoners blijven in de woning"),
    "enkele_dagen": _("bewoners zijn enkele dagen ergens anders"),
    "wisselwoning": _("bewoners gaan tijdelijk naar een wisselwoning"),
    "meting_tot": _("de laatste dag om te antwoorden, als die nog komt"),
    "tien_of_meer": _("de eenheid heeft tien of meer woningen"),
    "klein": _("de eenheid heeft minder dan tien woningen"),
    "huurders": _("hoeveel huurders er in de eenheid zijn"),
    "nodig": _("hoeveel huurders er moeten instemmen"),
    "aangezegd_op": _("de dag van de brief van de verhuurder dat 70 % instemde"),
    "rechter_tot": _("de laatste dag om naar de rechter te gaan"),
    "rechter_voorbij": _("die dag is voorbij"),
    "rechter_atw": _("de laatste dag volgens de Algemene termijnenwet, als die later is en nog komt"),
}
OVERIG: Mapping[str, Mapping[str, LazyText]] = {
    "informatie": {
        **OVER,
        **ANTWOORD,
        **ZAAK,
        **WET,
        "ontbreekt": _("wat er aan de informatie ontbreekt (een eigen alinea)"),
        "onderwerp_wet": _("het onderwerp in de Overlegwet, met de letter van artikel 3 lid 2"),
        "komend_jaar": _("de wet vraagt voor dit onderwerp cijfers over twaalf maanden"),
    },
    "agendering": {**OVER, **ANTWOORD, **ZAAK, **WET},
    "adressenlijst": {
        **WET,
        **RAADPLEGING,
        "gebied": _("over welke complexen of kernen het gaat"),
    },
    "herinnering": {
        **OVER,
        **ANTWOORD,
        **ZAAK,
        **WET,
        "advies_van": _("de dag waarop u het advies verstuurde"),
        "advies_kenmerk": _("ons kenmerk van dat advies"),
        "advies_aangekomen": _("de dag waarop de verhuurder het advies kreeg"),
        "zonder_reactie": _("de verhuurder heeft nog niet gereageerd"),
        "niet_gevolgd": _("de verhuurder volgt het advies niet of deels, en gaf nog geen redenen"),
        "reactie_op": _("de dag van de reactie van de verhuurder"),
        "redenen_termijn": _("binnen hoeveel dagen de verhuurder zijn redenen geeft"),
        "redenen_tot": _("de laatste dag daarvan, als die voorbij is"),
        "eigen_termijn": _("de termijn voor redenen is met de verhuurder afgesproken en wijkt af van de wet"),
    },
    "uitnodiging": {
        **RAADPLEGING,
        "start_op": _("de dag waarop de raadpleging begint"),
        "sluit_op": _("de laatste dag om mee te doen"),
        "inleveren": _("waar men de vragenlijst inlevert"),
        "enquete": _("het is een enquête"),
        "bijeenkomst": _("het is een bijeenkomst of vergadering"),
        "anoniem": _("u vraagt geen naam"),
        "naar_keuze": _("wie antwoordt, kiest zelf of hij een naam geeft"),
        "op_naam": _("u vraagt een naam"),
    },
    "terugkoppeling": {
        **RAADPLEGING,
        "uitslag": _("wat huurders antwoordden, met hoeveel het waren en wat u eruit haalt (eigen alinea’s)"),
    },
    "rechten": RECHTEN,
    "brief": {**OVER, **ANTWOORD, **ZAAK},
}
"""By the kind of letter."""
