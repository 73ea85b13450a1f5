"""Which screens there are, in the order of the navigation. Each is imported when it is first opened."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from huurdersapp.base.i18n import LazyText, lazy

if TYPE_CHECKING:
    from huurdersapp.ui.desk import Desk
    from huurdersapp.ui.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """A screen: its name in the navigation (none: it is reached another way), the icon's meaning, where its class is, and
    the digit of Ctrl+1 to Ctrl+9. The digits stay the same when later screens come between."""

    key: str
    label: LazyText
    icon: str
    module: str
    group: LazyText | None = None
    digit: int | None = None
    listed: bool = True

    def make(self, desk: Desk) -> Page:
        """The screen itself; whatever its module raises comes out."""
        module = import_module(f"huurdersapp.ui.pages.{self.module}")
        page: Page = module.PAGE(desk, self.key)
        return page


_REGISTER = lazy("Registreren")
_FOLLOW = lazy("Adviseren en volgen")
_KEEP = lazy("Beheer")

ENTRIES: tuple[Entry, ...] = (
    Entry("vandaag", lazy("Vandaag"), "vandaag", "vandaag", digit=1),
    Entry("raadpleging", lazy("Raadplegingen"), "raadpleging", "raadpleging", _REGISTER, digit=2),
    Entry("energiebezoek", lazy("Energiebezoeken"), "energiebezoek", "energiebezoek", _REGISTER, digit=3),
    Entry("knelpunt", lazy("Knelpunten"), "knelpunt", "knelpunt", _REGISTER, digit=4),
    Entry("campagne", lazy("Campagnes"), "campagne", "campagne", _REGISTER, digit=5),
    Entry("advies", lazy("Adviezen"), "advies", "advies", _FOLLOW, digit=6),
    Entry("brieven", lazy("Brievenregister"), "brieven", "brieven", _FOLLOW),
    Entry("renovatie", lazy("Renovatie"), "renovatie", "renovatie", _FOLLOW),
    Entry("akkoord", lazy("Akkoord"), "akkoord", "akkoord", _FOLLOW, digit=7),
    Entry("jaaragenda", lazy("Jaaragenda"), "jaaragenda", "jaaragenda", _FOLLOW),
    Entry("overleg", lazy("Overleggen"), "overleg", "overleg", _FOLLOW, digit=8),
    Entry("actiepunt", lazy("Actiepunten"), "actiepunt", "actiepunt", _FOLLOW),
    Entry("toezegging", lazy("Toezeggingen"), "toezegging", "toezegging", _FOLLOW),
    Entry(
        "prestatieafspraken", lazy("Prestatieafspraken"), "prestatieafspraken", "prestatieafspraken", _FOLLOW
    ),
    Entry("visie", lazy("Wijk- en dorpsvisies"), "visie", "visie", _FOLLOW),
    Entry("commissie", lazy("Bewonerscommissies"), "commissie", "commissie", _FOLLOW),
    Entry("verslag", lazy("Verslagen"), "verslag", "verslag", _FOLLOW, digit=9),
    Entry("contacten", lazy("Contacten"), "contacten", "contacten", _FOLLOW),
    Entry("privacy", lazy("Privacy"), "privacy", "privacy", _KEEP),
    Entry("prullenbak", lazy("Prullenbak"), "prullenbak", "prullenbak", _KEEP),
    Entry("instellingen", lazy("Instellingen"), "instellingen", "instellingen", _KEEP),
    Entry("hulp", lazy("Hulp"), "hulp", "hulp", _KEEP),
    Entry("verslagen", lazy("Alle verslagen"), "verslag", "verslagen", listed=False),
    Entry("samenvoegen", lazy("Dubbelen"), "samenvoegen", "samenvoegen", listed=False),
    Entry("zoeken", lazy("Zoeken"), "zoeken", "zoeken", listed=False),
    Entry("brief", lazy("Brief"), "brief", "brief", listed=False),
    Entry("scorekaart", lazy("Scorekaart"), "scorekaart", "scorekaart", listed=False),
    Entry("tellen", lazy("Formulieren tellen"), "tellen", "tellen", listed=False),
    Entry("aantallen", lazy("Aantallen intypen"), "tellen", "aantallen", listed=False),
    Entry("raadpleging_papier", lazy("Papier"), "brief", "raadpleging_papier", listed=False),
    Entry("bezoekverslag", lazy("Bezoekverslag"), "brief", "bezoekverslag", listed=False),
    Entry("bezoekformulieren", lazy("Lege formulieren"), "afdrukken", "bezoekformulieren", listed=False),
    Entry("looplijst", lazy("Looplijst invullen"), "tellen", "looplijst", listed=False),
    Entry("campagne_papier", lazy("Papier"), "brief", "campagne_papier", listed=False),
    Entry("adreslijst", lazy("Adressen laden"), "lijst", "adreslijst", listed=False),
    Entry("akkoorden", lazy("Akkoorden naast elkaar"), "akkoord", "akkoorden", listed=False),
    Entry("aandelen", lazy("Bijdragen naar bezit"), "akkoord", "aandelen", listed=False),
    Entry("opvolging", lazy("Opvolging"), "akkoord", "opvolging", listed=False),
    Entry("jaaragenda_papier", lazy("Jaar op één blad"), "afdrukken", "jaaragenda_papier", listed=False),
    Entry("vaste_momenten", lazy("Vaste momenten"), "jaaragenda", "vaste_momenten", listed=False),
    Entry("metingen", lazy("Metingen"), "akkoord", "metingen", listed=False),
    Entry("overleg_papier", lazy("Papier"), "brief", "overleg_papier", listed=False),
    Entry("metingen_inlezen", lazy("Metingen laden"), "lijst", "metingen_inlezen", listed=False),
    Entry("prestatiejaar", lazy("Prestatieafspraken per jaar"), "akkoord", "prestatiejaar", listed=False),
    Entry("overzicht_papier", lazy("Papier"), "brief", "overzicht_papier", listed=False),
    Entry("draagvlak", lazy("Draagvlak"), "draagvlak", "draagvlak", listed=False),
    Entry("renovatie_papier", lazy("Papier"), "brief", "renovatie_papier", listed=False),
    Entry("persoon", lazy("Gegevens van één persoon"), "privacy", "persoon", listed=False),
    Entry("privacy_papier", lazy("Papier"), "brief", "privacy_papier", listed=False),
    Entry("opschonen", lazy("Opschonen"), "privacy", "opschonen", listed=False),
    Entry("reservekopieen", lazy("Reservekopieën"), "reservekopieen", "reservekopieen", listed=False),
    Entry("verhuizen", lazy("Verhuizen"), "instellingen", "verhuizen", listed=False),
    Entry("beveiliging", lazy("Beveiliging"), "beveiliging", "beveiliging", listed=False),
    Entry("stappen", lazy("Laatste stappen"), "geschiedenis", "stappen", listed=False),
    Entry("geschiedenis", lazy("Geschiedenis"), "geschiedenis", "geschiedenis", listed=False),
)
BY_KEY = {entry.key: entry for entry in ENTRIES}
PAGE_OF_KIND = {
    "behandeltermijn": "knelpunt",
    "contact": "contacten",
    "partij": "contacten",
    "verhuurder": "contacten",
    "complex": "contacten",
    "adres": "contacten",
    "kern": "contacten",
    "thema": "akkoord",
    "doel": "akkoord",
    "afspraak": "akkoord",
    "indicator": "akkoord",
    "anker": "akkoord",
    "meting": "metingen",
    "bijstelling": "metingen",
    "afwijking": "metingen",
    "agendamoment": "vaste_momenten",
    "voorbereidingsstap": "vaste_momenten",
    "activiteitenoverzicht": "prestatieafspraken",
    "activiteit": "prestatieafspraken",
    "inbrengpunt": "prestatieafspraken",
    "energiecoach": "energiebezoek",
    "maatregel": "energiebezoek",
    "rekentarief": "energiebezoek",
    "bezoekformulier": "energiebezoek",
    "brief": "brieven",
    "briefpapier": "brieven",
    "briefsjabloon": "brieven",
    "verhuurderjaar": "contacten",
    "verslag": "verslagen",
    "renovatieproject": "renovatie",
    "bouwkundige_eenheid": "renovatie",
    "renovatiewoning": "renovatie",
    "verwerking": "privacy",
    "privacyverzoek": "privacy",
    "opschoonronde": "privacy",
    "datalek": "privacy",
}
"""Kinds of record that are shown on a screen with another name."""


def page_of(kind: str) -> str:
    """The screen on which records of a kind are shown."""
    return PAGE_OF_KIND.get(kind, kind)
