"""The tables of an advies and its lines; advies.py has the rules."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.choices import WOHV_LETTERS

SOORTEN = Choices.of(
    adviesaanvraag=_("Adviesaanvraag"),
    instemming=_("Verzoek om instemming"),
    ongevraagd=_("Ongevraagd advies"),
    agendering=_("Agendering"),
    informatie=_("Verzoek om informatie"),
)
UITKOMSTEN = Choices.of(
    positief=_("Positief"),
    positief_mits=_("Positief, onder voorwaarden"),
    negatief=_("Negatief"),
    onthouding=_("Onthouding"),
    geen_bezwaar=_("Geen bezwaar"),
    instemming=_("Instemming"),
    instemming_mits=_("Instemming, onder voorwaarden"),
    geen_instemming=_("Geen instemming"),
)
STATUS = Choices.of(
    ontvangen=_("Ontvangen"),
    raadplegen=_("Achterban raadplegen"),
    concept=_("Concept"),
    akkoord=_("Akkoord van het bestuur"),
    verstuurd=_("Verstuurd"),
    ontvangen_door_verhuurder=_("Ontvangen door de verhuurder"),
    reactie=_("Reactie gekregen"),
    afgesloten=_("Afgesloten"),
)
REACTIES = Choices.of(
    gevolgd=_("Gevolgd"), deels=_("Deels gevolgd"), niet=_("Niet gevolgd"), geen=_("Geen reactie")
)
OVERGENOMEN = Choices.of(
    overgenomen=_("Overgenomen"), deels=_("Deels overgenomen"), niet=_("Niet overgenomen")
)
"""What the landlord says of one condition or recommendation; empty is no reaction yet."""
GESCHIL = Choices.of(huurcommissie=_("Huurcommissie"), kantonrechter=_("Kantonrechter"))
"""Where a dispute is brought: one of the two, not both (Overlegwet art. 8)."""
GEBEURTENISSEN = Choices.of(
    brief=_("Brief"),
    email=_("E-mail"),
    telefoon=_("Telefoon"),
    gesprek=_("Gesprek"),
    overleg=_("Overleg"),
    bestuur=_("Bestuur"),
    overig=_("Anders"),
)
RICHTINGEN = Choices.of(uit=_("Van ons"), van_buiten=_("Aan ons"), intern=_("Onder elkaar"))
WIJZEN = Choices.of(post=_("Post"), hand=_("Zelf afgegeven"), email=_("E-mail"))


class Advies(Record):
    """The whole case, from what the landlord sent to what he did with our advies.

    Each day is a fact with its own proof; the terms of Overlegwet art. 5 follow from them elsewhere. The landlord
    counts from `ontvangen_op`; `volledig_op` is when his information was complete in our view (art. 4: motives and
    consequences belong to it). Only an extension that he confirmed in writing counts.
    """

    __tablename__ = "advies"
    onderwerp: Mapped[str] = field(_("Onderwerp"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, default="adviesaanvraag", index=True)
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    namens_id: Mapped[str | None] = reference(
        _("Namens"), "partij", help=_("Als het advies van een bewonerscommissie of andere organisatie is")
    )
    commissie_id: Mapped[str | None] = reference(
        _("Bewonerscommissie"), "commissie", help=_("Als de zaak van een bewonerscommissie is")
    )
    complex_id: Mapped[str | None] = reference(_("Complex"), "complex")
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    afspraak_id: Mapped[str | None] = reference(_("Afspraak"), "afspraak")
    wohv_letter: Mapped[str | None] = field(
        _("Onderwerp in de Overlegwet"),
        choices=WOHV_LETTERS,
        index=True,
        help=_("Letter van artikel 3 lid 2"),
    )
    behandelaar: Mapped[str | None] = field(_("Behandelaar"), index=True)
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="ontvangen", filled=True, index=True)
    brief_verhuurder_op: Mapped[date | None] = field(_("Brief van de verhuurder van"))
    kenmerk_verhuurder: Mapped[str | None] = field(_("Kenmerk van de verhuurder"), index=True)
    ontvangen_op: Mapped[date | None] = field(_("Ontvangen op"), index=True)
    ontvangen_bewijs: Mapped[str | None] = field(
        _("Bewijs van ontvangst"), help=_("Zoals een poststempel of de e-mail zelf")
    )
    volledig_op: Mapped[date | None] = field(_("Volgens ons volledig op"))
    volledig_bewijs: Mapped[str | None] = field(_("Waarmee het volledig werd"))
    ontbreekt: Mapped[str | None] = field(
        _("Wat er ontbreekt"), long=True, help=_("Zoals de redenen of de gevolgen voor huurders")
    )
    vertrouwelijk: Mapped[bool] = field(_("Vertrouwelijk"), default=False)
    voornemen: Mapped[str | None] = field(_("Wat de verhuurder wil"), long=True)
    termijn_dagen: Mapped[int | None] = field(
        _("Termijn van de verhuurder"),
        minimum=1,
        maximum=730,
        unit=_("dagen"),
        help=_("Leeg als de verhuurder geen termijn gaf"),
    )
    termijn_bewijs: Mapped[str | None] = field(_("Waar de termijn staat"))
    verlengd_tot: Mapped[date | None] = field(_("Verlengd tot en met"))
    verlengd_mondeling: Mapped[bool | None] = field(
        _("Alleen mondeling verlengd"),
        default=False,
        help=_("Wat niet op papier staat, telt niet. Vraag om een bevestiging"),
    )
    verlengd_bewijs: Mapped[str | None] = field(_("Bewijs van de verlenging"))
    aanleiding: Mapped[str | None] = field(_("Aanleiding"), long=True)
    uitkomst: Mapped[str | None] = field(_("Ons advies"), choices=UITKOMSTEN, index=True)
    toelichting_advies: Mapped[str | None] = field(_("Toelichting op ons advies"), long=True)
    overwegingen: Mapped[str | None] = field(
        _("Overwegingen"), long=True, help=_("Een regel die met # begint, wordt een kop: # Woonlasten")
    )
    proces: Mapped[str | None] = field(_("Over de gevolgde weg"), long=True)
    afwijkende_meningen: Mapped[str | None] = field(_("Afwijkende meningen"), long=True)
    slot: Mapped[str | None] = field(_("Slot"), long=True)
    ons_kenmerk: Mapped[str | None] = field(_("Ons kenmerk"), index=True)
    vastgesteld_op: Mapped[date | None] = field(_("Vastgesteld op"))
    vastgesteld_door: Mapped[str | None] = field(_("Vastgesteld door"))
    aanwezig: Mapped[str | None] = field(_("Aanwezig bij het besluit"))
    stemmen: Mapped[str | None] = field(_("Stemmen"), help=_("Zoals 5 voor, 1 tegen"))
    verstuurd_op: Mapped[date | None] = field(_("Verstuurd op"), index=True)
    verstuurd_wijze: Mapped[str | None] = field(_("Verstuurd met"), choices=WIJZEN)
    verstuurd_bewijs: Mapped[str | None] = field(_("Bewijs van versturen"))
    advies_ontvangen_op: Mapped[date | None] = field(_("Verhuurder ontving ons advies op"))
    advies_ontvangen_bewijs: Mapped[str | None] = field(_("Bewijs dat de verhuurder het ontving"))
    geen_bezwaar_ontvangen_op: Mapped[date | None] = field(_("Verhuurder ontving ‘geen bezwaar’ op"))
    geen_bezwaar_bewijs: Mapped[str | None] = field(_("Bewijs van ‘geen bezwaar’"))
    reactie: Mapped[str | None] = field(_("Wat de verhuurder deed"), choices=REACTIES, index=True)
    reactie_op: Mapped[date | None] = field(_("Reactie gekregen op"), index=True)
    reactie_bewijs: Mapped[str | None] = field(_("Bewijs van de reactie"))
    redenen_ontvangen_op: Mapped[date | None] = field(_("Schriftelijke redenen ontvangen op"))
    redenen_bewijs: Mapped[str | None] = field(_("Bewijs van de redenen"))
    reactie_toelichting: Mapped[str | None] = field(_("Redenen van de verhuurder"), long=True)
    herinnerd_op: Mapped[date | None] = field(_("Herinnering gestuurd op"))
    overleg_gevraagd_op: Mapped[date | None] = field(_("Overleg gevraagd op"))
    overlegd_op: Mapped[date | None] = field(_("Overleg gehad op"))
    geschil_bij: Mapped[str | None] = field(
        _("Geschil bij"),
        choices=GESCHIL,
        index=True,
        help=_("De huurcommissie of de kantonrechter, niet allebei"),
    )
    geschil_op: Mapped[date | None] = field(_("Geschil voorgelegd op"))
    uitspraak_op: Mapped[date | None] = field(_("Uitspraak verzonden op"))
    uitspraak: Mapped[str | None] = field(_("Wat de uitspraak is"), long=True)
    afgesloten_op: Mapped[date | None] = field(_("Afgesloten op"), index=True)
    afgesloten_reden: Mapped[str | None] = field(_("Waarom afgesloten"), long=True)


class AdviesRaadpleging(Part):
    """A raadpleging that the advies stands on."""

    __tablename__ = "advies_raadpleging"
    ouder_id: Mapped[str] = owner("advies")
    raadpleging_id: Mapped[str] = reference(_("Raadpleging"), "raadpleging")


class AdviesKnelpunt(Part):
    """A knelpunt that the advies stands on."""

    __tablename__ = "advies_knelpunt"
    ouder_id: Mapped[str] = owner("advies")
    knelpunt_id: Mapped[str] = reference(_("Knelpunt"), "knelpunt")


class Voorwaarde(Part):
    """A condition under which we agree; later it is ticked as met."""

    __tablename__ = "advies_voorwaarde"
    ouder_id: Mapped[str] = owner("advies")
    tekst: Mapped[str] = field(_("Voorwaarde"), long=True)
    toetsbaar_aan: Mapped[str | None] = field(_("Waaraan te zien is dat het klopt"))
    termijn: Mapped[date | None] = field(_("Uiterlijk"))
    reactie: Mapped[str | None] = field(_("Reactie van de verhuurder"), choices=OVERGENOMEN)
    reactie_reden: Mapped[str | None] = field(_("Waarom"), long=True)
    voldaan_op: Mapped[date | None] = field(_("Voldaan op"))
    voldaan_bewijs: Mapped[str | None] = field(_("Waaruit dat blijkt"))


class Aanbeveling(Part):
    """What we would like, without making our agreement depend on it."""

    __tablename__ = "advies_aanbeveling"
    ouder_id: Mapped[str] = owner("advies")
    tekst: Mapped[str] = field(_("Aanbeveling"), long=True)
    reactie: Mapped[str | None] = field(_("Reactie van de verhuurder"), choices=OVERGENOMEN)
    reactie_reden: Mapped[str | None] = field(_("Waarom"), long=True)


class AdviesAfspraak(Part):
    """Another afspraak of the akkoord that it is about; the first one stands on the case itself."""

    __tablename__ = "advies_afspraak"
    ouder_id: Mapped[str] = owner("advies")
    afspraak_id: Mapped[str] = reference(_("Afspraak"), "afspraak")


class AdviesGebeurtenis(Part):
    """What happened in the case besides the days that the law counts from: a call, a talk, an e-mail."""

    __tablename__ = "advies_gebeurtenis"
    ouder_id: Mapped[str] = owner("advies")
    datum: Mapped[date] = field(_("Datum"))
    soort: Mapped[str] = field(_("Soort"), choices=GEBEURTENISSEN, default="overig")
    richting: Mapped[str | None] = field(_("Richting"), choices=RICHTINGEN)
    met: Mapped[str | None] = field(_("Met wie"))
    tekst: Mapped[str] = field(_("Wat er gebeurde"), long=True)
    antwoord_voor: Mapped[date | None] = field(_("Antwoord verwacht op"))
    beantwoord_op: Mapped[date | None] = field(_("Beantwoord op"))


class Ondertekenaar(Part):
    """Who signs the letter."""

    __tablename__ = "advies_ondertekenaar"
    ouder_id: Mapped[str] = owner("advies")
    naam: Mapped[str] = field(_("Naam"))
    functie: Mapped[str | None] = field(_("Functie"))


class Bijlage(Part):
    """What goes along with the letter."""

    __tablename__ = "advies_bijlage"
    ouder_id: Mapped[str] = owner("advies")
    omschrijving: Mapped[str] = field(_("Omschrijving"))


class KopieAan(Part):
    """Who gets a copy of the letter."""

    __tablename__ = "advies_kopie"
    ouder_id: Mapped[str] = owner("advies")
    tekst: Mapped[str] = field(_("Kopie aan"))


class AdviesStuk(bijlage.Bestand):
    """A document of the case, such as what the landlord sent. What goes along with our letter is a Bijlage."""

    __tablename__ = "advies_stuk"
    ouder_id: Mapped[str] = owner("advies")
