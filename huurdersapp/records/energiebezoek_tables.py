"""The tables of an energiebezoek and its lines; energiebezoek.py has the rules, energie_besparing.py the reckoning."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import Index, and_
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.adres import HIGHEST_HOUSE_NUMBER
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.choices import WONINGTYPEN
from huurdersapp.records.energie_besparing import PLACED
from huurdersapp.records.woningkeuzes import (
    ENERGIELABELS,
    GLAS,
    HUISHOUDENS,
    KOKEN,
    VENTILATIE,
    VERWARMING,
)

STATUS = Choices.of(
    aangevraagd=_("Aangevraagd"),
    gepland=_("Gepland"),
    gedaan=_("Gedaan"),
    niet_gesproken=_("Niemand gesproken"),
    nazorg_gedaan=_("Nazorg gedaan"),
    vervallen=_("Vervallen"),
)
HERKOMST = Choices.of(
    campagne=_("Campagne"),
    zelf_gemeld=_("Meldde zich zelf"),
    verhuurder=_("Verhuurder"),
    gemeente=_("Gemeente of gebiedsteam"),
    aan_de_deur=_("Aan de deur"),
    overig=_("Overig"),
)
AANLEIDING = Choices.of(
    comfort=_("Comfort"), besparing=_("Besparen"), milieu=_("Milieu"), vocht=_("Vocht"), overig=_("Overig")
)
WARMTE = Choices.of(goed=_("Goed"), matig=_("Matig"), slecht=_("Slecht"), weet_niet=_("Weet ik niet"))
GEZEGD = Choices.of(ja=_("Ja"), nee=_("Nee"), weet_niet=_("Weet ik niet"))
"""What the tenant said."""
GEZIEN = Choices.of(ja=_("Ja"), nee=_("Nee"), niet_gekeken=_("Niet gekeken"))
"""What the coach saw; never put together with what was said."""
HOE_VER = Choices.of(
    besproken=_("Besproken"),
    uitgereikt=_("Uitgereikt"),
    geplaatst_coach=_("Geplaatst door de coach"),
    geplaatst_bewoner=_("Geplaatst door de bewoner"),
    niet_geplaatst=_("Niet geplaatst"),
)
GEPLAATST = PLACED
STAND = Choices.of(gedaan=_("Gedaan"), te_doen=_("Te doen"), later=_("Later"))
WIE = Choices.of(coach=_("Coach"), bewoner=_("Bewoner"), verhuurder=_("Verhuurder"))
METERS = Choices.of(
    gas=_("Gas"),
    stroom=_("Stroom"),
    stroom_hoog=_("Stroom, hoog tarief"),
    stroom_laag=_("Stroom, laag tarief"),
    teruglevering=_("Teruglevering"),
    water=_("Water"),
    warmte=_("Warmte"),
)
MOMENTEN = Choices.of(
    bij_bezoek=_("Bij het bezoek"), na_een_jaar=_("Ongeveer een jaar later"), anders=_("Anders")
)
POGINGEN = Choices.of(
    telefoon=_("Telefoon"),
    email=_("E-mail"),
    brief=_("Brief of kaartje"),
    aan_de_deur=_("Aan de deur"),
    afspraak=_("Afspraak thuis"),
)
UITKOMSTEN = Choices.of(
    gepland=_("Staat gepland"),
    gelukt=_("Gelukt"),
    geen_gehoor=_("Geen gehoor"),
    niet_thuis=_("Niet thuis bij afspraak"),
    verzet=_("Verzet"),
    afgezegd=_("Afgezegd"),
)
DOELEN = Choices.of(
    bezoek=_("Gegevens van dit bezoek bewaren"),
    contact=_("Contact voor nazorg"),
    verhuurder=_("Melden bij de verhuurder"),
    meterstanden=_("Meterstanden bewaren"),
    foto=_("Foto's maken en bewaren"),
)
WIJZEN = Choices.of(
    mondeling=_("Mondeling"), schriftelijk=_("Schriftelijk"), email=_("E-mail"), telefoon=_("Telefoon")
)
AANBEVELEN = Choices.of(ja=_("Ja"), misschien=_("Misschien"), nee=_("Nee"))


class Energiebezoek(Record):
    """One visit of an energiecoach to a home, from the request to the aftercare.

    Address, contact data and what a household uses can be erased apart, and stay out of tables for others: kern, complex,
    measures and counts stay. What the tenant says (`…_gezegd`) and what the coach sees (`…_gezien`) are kept apart. There
    is no field for health or debts: `doorverwezen` is one tick without a reason.

    `zelfde_woning` is the first visit to this home. It is filled when the addresses of a home are erased that was visited
    more than once: without it such a home would count for two from then on.
    """

    __tablename__ = "energiebezoek"
    naam: Mapped[str | None] = field(_("Adres en dag"), filled=True, index=True, personal=True)
    datum: Mapped[date | None] = field(_("Datum van het bezoek"), filled=True, index=True)
    coach_id: Mapped[str | None] = reference(_("Energiecoach"), "energiecoach")
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="gedaan", filled=True, index=True)
    gesproken: Mapped[bool] = field(_("Iemand gesproken"), default=True, index=True)
    zonder_adres: Mapped[bool] = field(_("Zonder adres"), default=False)
    postcode: Mapped[str | None] = field(_("Postcode"), personal=True)
    huisnummer: Mapped[int | None] = field(
        _("Huisnummer"), personal=True, minimum=1, maximum=HIGHEST_HOUSE_NUMBER
    )
    toevoeging: Mapped[str | None] = field(_("Toevoeging"), personal=True)
    straat: Mapped[str | None] = field(_("Straat"), personal=True)
    plaats: Mapped[str | None] = field(_("Plaats"), personal=True)
    adres_id: Mapped[str | None] = reference(_("Bekend adres"), "adres", filled=True, personal=True)
    zelfde_woning_id: Mapped[str | None] = reference(_("Zelfde woning als"), "energiebezoek", filled=True)
    kern_id: Mapped[str | None] = reference(_("Kern of wijk"), "kern")
    complex_id: Mapped[str | None] = reference(_("Complex"), "complex")
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    formulier_id: Mapped[str | None] = reference(_("Van formulier"), "bezoekformulier")
    campagne_id: Mapped[str | None] = reference(_("Door campagne"), "campagne")
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    aangevraagd_op: Mapped[date | None] = field(_("Aangevraagd op"), index=True)
    herkomst: Mapped[str | None] = field(_("Hoe aangemeld"), choices=HERKOMST, index=True)
    aanleiding: Mapped[str | None] = field(_("Waarom"), choices=AANLEIDING, index=True)
    wens: Mapped[str | None] = field(_("Wens van de bewoner"), long=True)
    bewoner_naam: Mapped[str | None] = field(_("Naam van de bewoner"), personal=True)
    bewoner_telefoon: Mapped[str | None] = field(_("Telefoon"), personal=True)
    bewoner_email: Mapped[str | None] = field(_("E-mail"), personal=True)
    # 1 woning
    woningtype: Mapped[str | None] = field(_("Woningtype"), choices=WONINGTYPEN, index=True)
    bouwjaar: Mapped[int | None] = field(_("Bouwjaar"), minimum=1500, maximum=2200)
    energielabel: Mapped[str | None] = field(_("Energielabel"), choices=ENERGIELABELS, index=True)
    verwarming: Mapped[str | None] = field(_("Verwarming"), choices=VERWARMING, index=True)
    koken: Mapped[str | None] = field(_("Koken"), choices=KOKEN)
    glas: Mapped[str | None] = field(_("Glas"), choices=GLAS)
    ventilatie: Mapped[str | None] = field(_("Ventilatie"), choices=VENTILATIE)
    aanvoertemperatuur: Mapped[int | None] = field(
        _("Water van de cv"), minimum=20, maximum=100, unit=_("graden")
    )
    # 2 gebruik
    huishouden: Mapped[str | None] = field(_("Bewoners"), choices=HUISHOUDENS)
    gas_jaar: Mapped[int | None] = field(
        _("Gas per jaar"), minimum=0, maximum=99_999, unit=_("m³"), personal=True
    )
    stroom_jaar: Mapped[int | None] = field(
        _("Stroom per jaar"), minimum=0, maximum=99_999, unit=_("kWh"), personal=True
    )
    water_jaar: Mapped[int | None] = field(
        _("Water per jaar"), minimum=0, maximum=9_999, unit=_("m³"), personal=True
    )
    thermostaat_hoog: Mapped[Decimal | None] = field(
        _("Thermostaat overdag"), minimum=5, maximum=35, unit=_("graden")
    )
    thermostaat_laag: Mapped[Decimal | None] = field(
        _("Thermostaat 's nachts"), minimum=5, maximum=35, unit=_("graden")
    )
    grote_verbruikers: Mapped[str | None] = field(_("Wat veel stroom vraagt"), long=True)
    # 3 comfort en vocht
    warmte: Mapped[str | None] = field(_("Hoe warm krijgt men het huis"), choices=WARMTE, index=True)
    tocht_gezegd: Mapped[str | None] = field(_("Bewoner: tocht"), choices=GEZEGD)
    vocht_gezegd: Mapped[str | None] = field(_("Bewoner: vocht"), choices=GEZEGD)
    schimmel_gezegd: Mapped[str | None] = field(_("Bewoner: schimmel"), choices=GEZEGD)
    ventileren_gezegd: Mapped[str | None] = field(_("Bewoner: lucht elke dag"), choices=GEZEGD)
    bewoner_zegt: Mapped[str | None] = field(_("Wat de bewoner vertelt"), long=True)
    tocht_gezien: Mapped[str | None] = field(_("Coach: tocht"), choices=GEZIEN)
    vocht_gezien: Mapped[str | None] = field(_("Coach: vocht"), choices=GEZIEN)
    schimmel_gezien: Mapped[str | None] = field(_("Coach: schimmel"), choices=GEZIEN)
    ventileren_gezien: Mapped[str | None] = field(_("Coach: roosters open"), choices=GEZIEN)
    coach_ziet: Mapped[str | None] = field(_("Wat de coach zag"), long=True)
    # 5 afspraken
    doorverwezen: Mapped[bool] = field(
        _("Doorverwezen"), default=False, help=_("Alleen dat het gebeurde, nooit waarom"), index=True
    )
    duur: Mapped[int | None] = field(_("Duur"), minimum=0, maximum=1440, unit=_("minuten"))
    opmerking: Mapped[str | None] = field(_("Opmerking"), long=True)
    nazorg_gepland_op: Mapped[date | None] = field(_("Nazorg gepland op"), index=True)
    nazorg_op: Mapped[date | None] = field(_("Nazorg gedaan op"), index=True)
    tevreden: Mapped[int | None] = field(_("Tevreden, 1 tot 5"), minimum=1, maximum=5)
    aanbevelen: Mapped[str | None] = field(_("Raadt het anderen aan"), choices=AANBEVELEN)
    nazorg_opmerking: Mapped[str | None] = field(_("Opmerking bij nazorg"), long=True)
    vervallen_op: Mapped[date | None] = field(_("Gaat niet door, bekend op"))
    vervallen_reden: Mapped[str | None] = field(_("Waarom het niet doorgaat"))


Index(  # aftercare that is still to be given, without looking at all visits
    "ix_energiebezoek_nazorg",
    Energiebezoek.nazorg_op,
    Energiebezoek.nazorg_gepland_op,
    Energiebezoek.id,
    sqlite_where=and_(Energiebezoek.nazorg_op.is_(None), Energiebezoek.verwijderd.is_(None)),
)
Index("ix_energiebezoek_adres", Energiebezoek.postcode, Energiebezoek.huisnummer)  # earlier visits to a home


class BezoekMaatregel(Part):
    """A measure at a visit: how far it came, and what is still to be done by whom."""

    __tablename__ = "energiebezoek_maatregel"
    ouder_id: Mapped[str] = owner("energiebezoek")
    maatregel_id: Mapped[str] = reference(_("Maatregel"), "maatregel")
    hoe_ver: Mapped[str] = field(_("Hoe ver"), choices=HOE_VER, default="geplaatst_coach")
    stand: Mapped[str | None] = field(_("Stand"), choices=STAND)
    wie: Mapped[str | None] = field(_("Wie doet het"), choices=WIE)
    aantal: Mapped[Decimal | None] = field(_("Aantal"), minimum=0)
    toelichting: Mapped[str | None] = field(_("Toelichting"))
    na_nazorg: Mapped[str | None] = field(_("Zit het er bij nazorg nog"), choices=GEZEGD)


class Meterstand(Part):
    """What a meter showed on a day."""

    __tablename__ = "energiebezoek_meterstand"
    ouder_id: Mapped[str] = owner("energiebezoek")
    meter: Mapped[str] = field(_("Meter"), choices=METERS)
    moment: Mapped[str] = field(_("Moment"), choices=MOMENTEN, default="bij_bezoek")
    datum: Mapped[date | None] = field(_("Datum"))
    stand: Mapped[Decimal] = field(_("Stand"), minimum=0)


class Contactmoment(Part):
    """An appointment or an attempt to get one, and what came of it."""

    __tablename__ = "energiebezoek_contactmoment"
    ouder_id: Mapped[str] = owner("energiebezoek")
    datum: Mapped[date] = field(_("Datum"), index=True)
    tijd: Mapped[str | None] = field(_("Tijd"), help=_("Zoals 14:30"))
    soort: Mapped[str] = field(_("Hoe"), choices=POGINGEN, default="afspraak")
    uitkomst: Mapped[str] = field(_("Uitkomst"), choices=UITKOMSTEN, default="gepland")
    toelichting: Mapped[str | None] = field(_("Toelichting"))


class Toestemming(Part):
    """A consent as it can be shown later: for what, to which text, when, how, and whether it was withdrawn.

    Withdrawing must be as easy as giving (AVG art. 7 lid 3).
    """

    __tablename__ = "energiebezoek_toestemming"
    ouder_id: Mapped[str] = owner("energiebezoek")
    doel: Mapped[str] = field(_("Waarvoor"), choices=DOELEN)
    tekstversie: Mapped[str] = field(_("Versie van de tekst"), filled=True)
    gegeven_op: Mapped[date] = field(_("Gegeven op"), filled=True)
    hoe: Mapped[str] = field(_("Hoe gegeven"), choices=WIJZEN, default="mondeling")
    ingetrokken_op: Mapped[date | None] = field(_("Ingetrokken op"))


class BezoekKnelpunt(Part):
    """A knelpunt that came out of the visit."""

    __tablename__ = "energiebezoek_knelpunt"
    ouder_id: Mapped[str] = owner("energiebezoek")
    knelpunt_id: Mapped[str] = reference(_("Knelpunt"), "knelpunt")


class BezoekBijlage(bijlage.Bestand):
    """A file of a visit."""

    __tablename__ = "energiebezoek_bijlage"
    ouder_id: Mapped[str] = owner("energiebezoek")
