"""The tables of a raadpleging and its lines; raadpleging.py has the rules."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference

METHODEN = Choices.of(
    enquete=_("Enquête"),
    bijeenkomst=_("Bijeenkomst"),
    ledenvergadering=_("Ledenvergadering"),
    gesprekken=_("Gesprekken"),
    panel=_("Panel"),
    werkgroep=_("Werkgroep of adviesgroep"),
    stemming=_("Stemming"),
    overig=_("Overig"),
)
KANALEN = Choices.of(
    brief=_("Brief"),
    email=_("E-mail"),
    online=_("Online"),
    bijeenkomst=_("Bijeenkomst"),
    huis_aan_huis=_("Huis aan huis"),
    telefoon=_("Telefoon"),
    panel=_("Panel"),
    huisbezoek=_("Huisbezoek"),
)
SELECTIE = Choices.of(
    allen=_("Alle huurders gevraagd"),
    steekproef=_("Steekproef"),
    zelfselectie=_("Wie zich zelf meldde"),
    uitgenodigd=_("Uitgenodigde groep"),
)
ANONIMITEIT = Choices.of(op_naam=_("Op naam"), naar_keuze=_("Naar keuze"), altijd_anoniem=_("Altijd anoniem"))
VRAAGSOORTEN = Choices.of(
    ja_nee=_("Ja of nee"),
    keuze=_("Eén antwoord kiezen"),
    meer_keuzes=_("Meer antwoorden kiezen"),
    schaal=_("Schaal"),
    open=_("Open vraag"),
)
STATUS = Choices.of(
    voorbereiden=_("Voorbereiden"), loopt=_("Loopt"), uitslag=_("Uitslag"), teruggekoppeld=_("Teruggekoppeld")
)


class Raadpleging(Record):
    """One achterbanraadpleging: whom it was about, how people were asked, what they said, what they heard back.

    Counts stand as they were told and are never recomputed: a total that differs from its parts is asked
    about, not mended. Asking the achterban is part of what makes a huurdersorganisatie (Overlegwet art. 1f, text of
    27-07-2015), so this record is the proof.
    """

    __tablename__ = "raadpleging"
    titel: Mapped[str] = field(_("Titel"), index=True)
    doel: Mapped[str | None] = field(_("Waarvoor"), long=True)
    vraag: Mapped[str | None] = field(_("Hoofdvraag"), long=True)
    start_op: Mapped[date | None] = field(_("Begint op"), index=True)
    sluit_op: Mapped[date | None] = field(_("Sluit op"), index=True)
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    overleg_id: Mapped[str | None] = reference(_("Voor overleg"), "overleg")
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="voorbereiden", filled=True, index=True)
    populatie_omschrijving: Mapped[str | None] = field(_("Over wie het gaat"), long=True)
    populatie_aantal: Mapped[int | None] = field(_("Hoeveel dat er zijn"), minimum=0, unit=_("huishoudens"))
    populatie_bron: Mapped[str | None] = field(_("Bron van dat aantal"))
    populatie_peildatum: Mapped[date | None] = field(_("Peildatum van dat aantal"))
    uitsluitingen: Mapped[str | None] = field(_("Wie niet meedeed en waarom"), long=True)
    selectie: Mapped[str | None] = field(_("Wie er gevraagd is"), choices=SELECTIE, index=True)
    anonimiteit: Mapped[str | None] = field(_("Naam van wie antwoordt"), choices=ANONIMITEIT)
    open_stemming: Mapped[bool] = field(
        _("Open stemming"),
        default=False,
        help=_("Iedereen in de zaal kon de stemmen zien, dus kleine aantallen mogen op papier"),
    )
    respons_totaal: Mapped[int | None] = field(_("Reacties samen"), minimum=0, unit=_("reacties"), index=True)
    samenstelling: Mapped[str | None] = field(
        _("Wie er antwoordde"), long=True, help=_("Vergeleken met alle huurders, zoals weinig jongeren")
    )
    aanwezigen: Mapped[int | None] = field(_("Aanwezigen"), minimum=0, unit=_("mensen"))
    inleveren: Mapped[str | None] = field(_("Waar men de vragenlijst inlevert"))
    organisaties_aanwezig: Mapped[str | None] = field(_("Organisaties die er waren"))
    conclusies: Mapped[str | None] = field(_("Conclusies"), long=True)
    minderheid: Mapped[str | None] = field(_("Wat een minderheid vond"), long=True)
    beperkingen: Mapped[str | None] = field(_("Wat de uitslag niet zegt"), long=True)
    vastgesteld_op: Mapped[date | None] = field(_("Vastgesteld op"))
    vastgesteld_door: Mapped[str | None] = field(_("Vastgesteld door"))
    terugkoppeling_op: Mapped[date | None] = field(_("Teruggekoppeld op"), index=True)
    terugkoppeling_hoe: Mapped[str | None] = field(_("Teruggekoppeld met"))
    terugkoppeling_aan: Mapped[str | None] = field(_("Teruggekoppeld aan"))


class RaadplegingMethode(Part):
    """One of the methods."""

    __tablename__ = "raadpleging_methode"
    ouder_id: Mapped[str] = owner("raadpleging")
    methode: Mapped[str] = field(_("Methode"), choices=METHODEN)
    toelichting: Mapped[str | None] = field(_("Toelichting"))


class RaadplegingAfspraak(Part):
    """An afspraak of the akkoord that it serves."""

    __tablename__ = "raadpleging_afspraak"
    ouder_id: Mapped[str] = owner("raadpleging")
    afspraak_id: Mapped[str] = reference(_("Afspraak"), "afspraak")


class RaadplegingComplex(Part):
    """A complex whose tenants were asked."""

    __tablename__ = "raadpleging_complex"
    ouder_id: Mapped[str] = owner("raadpleging")
    complex_id: Mapped[str] = reference(_("Complex"), "complex")


class RaadplegingKern(Part):
    """A place whose tenants were asked."""

    __tablename__ = "raadpleging_kern"
    ouder_id: Mapped[str] = owner("raadpleging")
    kern_id: Mapped[str] = reference(_("Kern"), "kern")


class Kanaal(Part):
    """One way in which people were asked. `respons` counts complete replies, `respons_gedeeltelijk` the others."""

    __tablename__ = "raadpleging_kanaal"
    ouder_id: Mapped[str] = owner("raadpleging")
    kanaal: Mapped[str] = field(_("Kanaal"), choices=KANALEN)
    uitgenodigd: Mapped[int | None] = field(_("Uitgenodigd"), minimum=0)
    bereikt: Mapped[int | None] = field(_("Bereikt"), minimum=0)
    respons: Mapped[int | None] = field(_("Reacties"), minimum=0)
    respons_gedeeltelijk: Mapped[int | None] = field(_("Deels ingevuld"), minimum=0)
    toelichting: Mapped[str | None] = field(_("Toelichting"))


class Groep(Part):
    """A group among those asked (an age, a street, a kern): how large it is and how many of it replied."""

    __tablename__ = "raadpleging_groep"
    ouder_id: Mapped[str] = owner("raadpleging")
    naam: Mapped[str] = field(_("Groep"), help=_("Zoals 18 tot 30 jaar, of een straat"))
    indeling: Mapped[str | None] = field(_("Soort indeling"), help=_("Zoals leeftijd of straat"))
    aantal: Mapped[int | None] = field(_("Hoeveel dat er zijn"), minimum=0)
    respons: Mapped[int | None] = field(_("Reacties"), minimum=0)


class Vraag(Part):
    """A question as it was put; `beantwoord_door` is the number of people who answered it.

    `sleutel` is the same for one question in several years, so that their answers can be compared.
    """

    __tablename__ = "raadpleging_vraag"
    ouder_id: Mapped[str] = owner("raadpleging")
    tekst: Mapped[str] = field(_("Vraag"), long=True)
    soort: Mapped[str] = field(_("Soort vraag"), choices=VRAAGSOORTEN, default="keuze")
    beantwoord_door: Mapped[int | None] = field(_("Beantwoord door"), minimum=0, unit=_("mensen"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)
    sleutel: Mapped[str | None] = field(
        _("Vergelijken als"), help=_("Dezelfde naam in een ander jaar zet de antwoorden naast elkaar")
    )


class Optie(Part):
    """An answer and how many people gave it."""

    __tablename__ = "raadpleging_optie"
    ouder_id: Mapped[str] = owner("raadpleging_vraag")
    tekst: Mapped[str] = field(_("Antwoord"))
    aantal: Mapped[int | None] = field(_("Aantal"), minimum=0)


class Citaat(Part):
    """What somebody said, without a name; only what `mag_in_rapport` marks is printed."""

    __tablename__ = "raadpleging_citaat"
    ouder_id: Mapped[str] = owner("raadpleging")
    tekst: Mapped[str] = field(_("Citaat"), long=True)
    mag_in_rapport: Mapped[bool] = field(_("Mag in een rapport"), default=False)


class RaadplegingBijlage(bijlage.Bestand):
    """A file of a raadpleging: the questionnaire, a photo of the evening, the results."""

    __tablename__ = "raadpleging_bijlage"
    ouder_id: Mapped[str] = owner("raadpleging")
