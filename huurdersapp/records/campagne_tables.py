"""The tables of a campagne and its lines; campagne.py has the rules and the counting."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference

STATUS = Choices.of(
    voorbereiden=_("Voorbereiden"), loopt=_("Loopt"), afgerond=_("Afgerond"), vervallen=_("Vervallen")
)
SOORTEN = Choices.of(
    voorlichting=_("Voorlichting"),
    werving=_("Werving voor energiebezoeken"),
    huisbezoeken=_("Huis aan huis"),
    bijeenkomsten=_("Bijeenkomsten"),
    leden=_("Werving van leden"),
    overig=_("Overig"),
)
ONDERWERPEN = Choices.of(
    betaalgedrag=_("Betaalgedrag"),
    voorzieningen=_("Sociale voorzieningen"),
    budget=_("Budgettering"),
    energie=_("Energie besparen"),
    renovatie=_("Renovatie"),
    leefbaarheid=_("Leefbaarheid"),
    wonen_zorg=_("Wonen en zorg"),
    overig=_("Overig"),
)
VORMEN = Choices.of(groepsgewijs=_("In een groep"), individueel=_("Eén voor één"))
"""How tenants are informed, as the Lokaal Akkoord Emmen 2019-2024 tells them apart: groepsgewijs or individueel."""
KANALEN = Choices.of(
    brief=_("Brief"),
    flyer=_("Flyer"),
    huis_aan_huis=_("Huis aan huis"),
    spreekuur=_("Spreekuur"),
    bijeenkomst=_("Bijeenkomst"),
    telefoon=_("Telefoon"),
    email=_("E-mail of nieuwsbrief"),
    social=_("Sociale media"),
    wijkkrant=_("Wijkkrant"),
    kraam=_("Kraam of loket in de buurt"),
    huisbezoek=_("Huisbezoek"),
)
MATEN = Choices.of(
    bereik=_("Bereik (hoeveel huishoudens iets kregen)"),
    contact=_("Contact (met hoeveel u sprak)"),
    deelname=_("Deelname (hoeveel er meededen)"),
    effect=_("Effect (bij hoeveel er iets veranderde)"),
)
"""Four things that are never taken for one another: sent, spoken with, took part, something came of it."""
COUNTED = ("bereik", "contacten", "deelnemers", "aangemeld")
"""What is counted at an action, and added up for its campagne. Effect is told of a campagne as a whole."""
_BY_ACTIONS = _("Telt de acties op. Leeg betekent: niet geteld.")
VRAAGSOORTEN = Choices.of(ja_nee=_("Ja of nee"), cijfer=_("Cijfer van 1 tot 5"))


class Campagne(Record):
    """What the organisation does to inform or reach tenants, with a goal that can be measured.

    Counts are totals per action and place: no list of people is kept. `bereik` to `aangemeld` are the sums of the
    actions, kept here so that lists, files and sums can have them.
    """

    __tablename__ = "campagne"
    titel: Mapped[str] = field(_("Titel"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, default="voorlichting", index=True)
    onderwerp: Mapped[str | None] = field(_("Onderwerp"), choices=ONDERWERPEN, index=True)
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="voorbereiden", filled=True, index=True)
    start_op: Mapped[date | None] = field(_("Begint op"), index=True)
    eind_op: Mapped[date | None] = field(_("Eindigt op"), index=True)
    doel: Mapped[str | None] = field(_("Doel"), long=True)
    doel_maat: Mapped[str | None] = field(_("Wanneer is het gelukt"), choices=MATEN)
    doel_aantal: Mapped[int | None] = field(_("Hoeveel wilt u er halen"), minimum=0)
    doelgroep: Mapped[str | None] = field(_("Voor wie"), long=True)
    doelgroep_aantal: Mapped[int | None] = field(
        _("Hoeveel huishoudens dat zijn"), minimum=0, unit=_("huishoudens"), index=True
    )
    doelgroep_bron: Mapped[str | None] = field(_("Bron van dat aantal"))
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    deel_van_id: Mapped[str | None] = reference(_("Deel van campagne"), "campagne")
    vorige_id: Mapped[str | None] = reference(_("Vergelijken met"), "campagne")
    partners: Mapped[str | None] = field(_("Samen met"))
    materialen: Mapped[str | None] = field(_("Wat er gemaakt is"), long=True)
    flyer_tekst: Mapped[str | None] = field(_("Tekst van de flyer"), long=True)
    flyer_adres: Mapped[str | None] = field(
        _("Adres achter de QR-code"), help=_("Een webadres of e-mailadres op de flyer")
    )
    budget: Mapped[int | None] = field(_("Budget"), minimum=0, money=True)
    conclusies: Mapped[str | None] = field(_("Wat wij ervan leerden"), long=True)
    effect_aantal: Mapped[int | None] = field(
        _("Bij hoeveel er iets veranderde"), minimum=0, unit=_("huishoudens")
    )
    effect_hoe: Mapped[str | None] = field(_("Hoe dat gemeten is"), long=True)
    bereik: Mapped[int | None] = field(
        _("Bereik"), filled=True, minimum=0, unit=_("huishoudens"), help=_BY_ACTIONS, index=True
    )
    contacten: Mapped[int | None] = field(
        _("Contact"), filled=True, minimum=0, unit=_("gesprekken"), help=_BY_ACTIONS, index=True
    )
    deelnemers: Mapped[int | None] = field(
        _("Deelname"), filled=True, minimum=0, unit=_("deelnemers"), help=_BY_ACTIONS, index=True
    )
    aangemeld: Mapped[int | None] = field(
        _("Aangemeld"), filled=True, minimum=0, unit=_("aanmeldingen"), help=_BY_ACTIONS, index=True
    )


class Actie(Part):
    """One thing that was done somewhere, with its counts. Empty is not counted; 0 is counted and was none."""

    __tablename__ = "campagne_actie"
    ouder_id: Mapped[str] = owner("campagne")
    datum: Mapped[date] = field(_("Datum"), index=True)
    naam: Mapped[str | None] = field(_("Wat"))
    vorm: Mapped[str] = field(_("Hoe"), choices=VORMEN, default="groepsgewijs")
    kanaal: Mapped[str] = field(_("Kanaal"), choices=KANALEN)
    kern_id: Mapped[str | None] = reference(_("Kern of wijk"), "kern")
    complex_id: Mapped[str | None] = reference(_("Complex"), "complex")
    plek: Mapped[str | None] = field(_("Straat of plek"))
    bereik: Mapped[int | None] = field(
        _("Bereik"), minimum=0, help=_("Hoeveel huishoudens iets kregen of zagen")
    )
    contacten: Mapped[int | None] = field(_("Contact"), minimum=0, help=_("Met hoeveel mensen u sprak"))
    deelnemers: Mapped[int | None] = field(_("Deelname"), minimum=0, help=_("Hoeveel er meededen of kwamen"))
    aangemeld: Mapped[int | None] = field(_("Aangemeld"), minimum=0, help=_("Voor een bezoek of vervolg"))
    doorverwezen: Mapped[int | None] = field(_("Doorverwezen"), minimum=0)
    doorverwezen_naar: Mapped[str | None] = field(_("Naar wie"))
    kosten: Mapped[int | None] = field(_("Kosten"), minimum=0, money=True)
    vrijwilligers_nodig: Mapped[int | None] = field(_("Vrijwilligers nodig"), minimum=0)
    vrijwilligers: Mapped[int | None] = field(_("Vrijwilligers aanwezig"), minimum=0)
    toelichting: Mapped[str | None] = field(_("Toelichting"))


class CampagneMeting(Part):
    """A question by which the success is measured, with its counted answers."""

    __tablename__ = "campagne_meting"
    ouder_id: Mapped[str] = owner("campagne")
    datum: Mapped[date | None] = field(_("Datum"))
    vraag: Mapped[str] = field(_("Vraag"))
    soort: Mapped[str] = field(_("Soort"), choices=VRAAGSOORTEN, default="ja_nee")
    gelukt_vanaf: Mapped[int | None] = field(_("Telt als gelukt vanaf"), minimum=1, maximum=5)
    beantwoord: Mapped[int | None] = field(_("Antwoorden"), minimum=0)
    gelukt: Mapped[int | None] = field(_("Daarvan gelukt"), minimum=0)


class CampagneAfspraak(Part):
    """An afspraak of the akkoord that it serves."""

    __tablename__ = "campagne_afspraak"
    ouder_id: Mapped[str] = owner("campagne")
    afspraak_id: Mapped[str] = reference(_("Afspraak"), "afspraak")


class CampagneComplex(Part):
    """A complex whose tenants it is for."""

    __tablename__ = "campagne_complex"
    ouder_id: Mapped[str] = owner("campagne")
    complex_id: Mapped[str] = reference(_("Complex"), "complex")


class CampagneKern(Part):
    """A place whose tenants it is for."""

    __tablename__ = "campagne_kern"
    ouder_id: Mapped[str] = owner("campagne")
    kern_id: Mapped[str] = reference(_("Kern"), "kern")


class CampagneBijlage(bijlage.Bestand):
    """A flyer, letter, photo or other file of a campagne."""

    __tablename__ = "campagne_bijlage"
    ouder_id: Mapped[str] = owner("campagne")
