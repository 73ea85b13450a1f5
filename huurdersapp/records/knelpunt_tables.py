"""The tables of a knelpunt and its lines; knelpunt.py has the rules, knelpunt_filters.py the counting."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, and_
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.choices import WOHV_LETTERS
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN, SUBCATEGORIEEN
from huurdersapp.records.knelpunt_status import STATUS

OMVANG = Choices.of(
    individueel=_("Individueel (één huishouden)"),
    complex=_("Complex"),
    wijk=_("Wijk of dorp"),
    gemeente=_("Gemeente"),
)
BRONNEN = Choices.of(
    telefoon=_("Telefoon"),
    email=_("E-mail"),
    spreekuur=_("Spreekuur"),
    huisbezoek=_("Huisbezoek"),
    bijeenkomst=_("Bijeenkomst"),
    raadpleging=_("Raadpleging"),
    energiecoach=_("Energiecoach"),
    brief=_("Brief"),
    overig=_("Overig"),
)
PRIORITEITEN = Choices.of(laag=_("Laag"), normaal=_("Normaal"), hoog=_("Hoog"))
RELATIES = Choices.of(
    duplicaat=_("Duplicaat van"),
    verwant=_("Verwant met"),
    ook_last_van=_("Ook last van"),
    veroorzaakt_door=_("Veroorzaakt door"),
)


class Knelpunt(Record):
    """A problem, where it is, how wide it is, and how far we are with it.

    `status` follows from the lines of `stappen`. The contact block (`melder_…`) can be erased apart without
    any number changing.
    """

    __tablename__ = "knelpunt"
    titel: Mapped[str] = field(_("Titel"), index=True)
    omschrijving: Mapped[str | None] = field(_("Omschrijving"), long=True)
    aanvulling: Mapped[str | None] = field(_("Aanvulling"), long=True, help=_("Wat later bekend werd"))
    gemeld_op: Mapped[date] = field(_("Gemeld op"), filled=True, index=True)
    bron: Mapped[str | None] = field(_("Hoe gemeld"), choices=BRONNEN, index=True)
    categorie: Mapped[str] = field(_("Categorie"), choices=CATEGORIEEN, index=True)
    subcategorie: Mapped[str | None] = field(_("Onderdeel"), choices=SUBCATEGORIEEN, index=True)
    omvang: Mapped[str] = field(_("Omvang"), choices=OMVANG, default="individueel", index=True)
    kern_id: Mapped[str | None] = reference(_("Kern of wijk"), "kern")
    complex_id: Mapped[str | None] = reference(_("Complex"), "complex")
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    wohv_letter: Mapped[str | None] = field(
        _("Onderwerp in de Overlegwet"),
        choices=WOHV_LETTERS,
        index=True,
        help=_("Letter van artikel 3 lid 2"),
    )
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    afspraak_id: Mapped[str | None] = reference(_("Afspraak"), "afspraak")
    huurders_geraakt: Mapped[int | None] = field(
        _("Huurders die er last van hebben"), minimum=0, unit=_("huurders"), index=True
    )
    ook_last_van: Mapped[int | None] = field(
        _("Ook last van"),
        minimum=0,
        default=0,
        unit=_("meldingen"),
        help=_("Hoeveel anderen hetzelfde meldden"),
    )
    prioriteit: Mapped[str] = field(_("Prioriteit"), choices=PRIORITEITEN, default="normaal", index=True)
    periode_van: Mapped[date | None] = field(_("Speelt sinds"))
    periode_tot: Mapped[date | None] = field(_("Speelde tot"))
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="gemeld", filled=True, index=True)
    behandelaar: Mapped[str | None] = field(_("Behandelaar"), index=True)
    partij_id: Mapped[str | None] = reference(_("Voorgelegd aan"), "partij")
    geagendeerd_op: Mapped[date | None] = field(_("Geagendeerd op"))
    reactie_gevraagd_op: Mapped[date | None] = field(_("Reactie gevraagd op"))
    reactie_verwacht_op: Mapped[date | None] = field(_("Reactie verwacht op"), index=True)
    reactie_ontvangen_op: Mapped[date | None] = field(_("Reactie ontvangen op"))
    teruggekoppeld_op: Mapped[date | None] = field(_("Teruggekoppeld op"), index=True)
    teruggekoppeld_hoe: Mapped[str | None] = field(
        _("Hoe teruggekoppeld"), help=_("Zoals: gebeld, een brief, de nieuwsbrief")
    )
    melder_naam: Mapped[str | None] = field(_("Naam van de melder"), personal=True)
    melder_adres: Mapped[str | None] = field(_("Adres van de melder"), personal=True, long=True)
    melder_telefoon: Mapped[str | None] = field(_("Telefoon van de melder"), personal=True)
    melder_email: Mapped[str | None] = field(_("E-mail van de melder"), personal=True)
    toestemming_contact: Mapped[bool] = field(_("Melder vindt contact goed"), default=False)
    toestemming_op: Mapped[date | None] = field(_("Toestemming gegeven op"))


Index(  # a reaction that is still expected, without looking at all that came
    "ix_knelpunt_verwacht",
    Knelpunt.reactie_verwacht_op,
    Knelpunt.id,
    sqlite_where=and_(Knelpunt.reactie_ontvangen_op.is_(None), Knelpunt.verwijderd.is_(None)),
)


class Stap(Part):
    """One step in the life of a knelpunt; the last one makes its status."""

    __tablename__ = "knelpunt_stap"
    ouder_id: Mapped[str] = owner("knelpunt")
    datum: Mapped[date] = field(_("Datum"), filled=True, index=True)
    status: Mapped[str] = field(_("Stap"), choices=STATUS)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)
    reden: Mapped[str | None] = field(_("Reden"), long=True)
    organisatie: Mapped[str | None] = field(_("Organisatie"), help=_("Naar wie is doorverwezen"))
    overleg_id: Mapped[str | None] = reference(_("Overleg"), "overleg")
    gebundeld_in_id: Mapped[str | None] = reference(_("Gebundeld in"), "knelpunt")
    door: Mapped[str | None] = field(_("Door"), help=_("Wie deze stap zette of het besluit nam"))
    zichtbaar_voor_melder: Mapped[bool] = field(_("De melder mag dit zien"), default=False)


class Inbreng(Part):
    """That it was brought into an overleg, with the answer (ingebracht: discussed, with day, item and reaction)."""

    __tablename__ = "knelpunt_inbreng"
    ouder_id: Mapped[str] = owner("knelpunt")
    overleg_id: Mapped[str] = reference(_("Overleg"), "overleg")
    datum: Mapped[date | None] = field(_("Datum"), help=_("Leeg: de dag van het overleg"))
    agendapunt: Mapped[str | None] = field(_("Agendapunt"))
    reactie: Mapped[str | None] = field(_("Reactie"), long=True)
    reactie_op: Mapped[date | None] = field(_("Reactie op"))
    reactie_van: Mapped[str | None] = field(_("Reactie van"), help=_("Wie die reactie gaf"))


class Relatie(Part):
    """How this knelpunt hangs together with another one."""

    __tablename__ = "knelpunt_relatie"
    ouder_id: Mapped[str] = owner("knelpunt")
    soort: Mapped[str] = field(_("Soort"), choices=RELATIES)
    knelpunt_id: Mapped[str] = reference(_("Ander knelpunt"), "knelpunt")


class KnelpuntBijlage(bijlage.Bestand):
    """A photo, letter or other file about a knelpunt. Only what `mag_in_rapport` marks is printed."""

    __tablename__ = "knelpunt_bijlage"
    ouder_id: Mapped[str] = owner("knelpunt")
    mag_in_rapport: Mapped[bool | None] = field(_("Mag in een rapport"), default=False)
