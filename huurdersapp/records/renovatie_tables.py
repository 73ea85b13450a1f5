"""The tables of a renovatieproject, its bouwkundige eenheden and their homes; the modules beside it have the rules."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.draagvlak import INSTEMMING

STATUS = Choices.of(
    voorbereiden=_("Voorbereiden"),
    meting=_("Draagvlakmeting loopt"),
    uitslag=_("Uitslag"),
    uitvoering=_("Uitvoering"),
    afgerond=_("Afgerond"),
    gestopt=_("Gestopt"),
)
SOCIAAL_PLAN = Choices.of(
    geen=_("Geen sociaal plan"), in_overleg=_("In overleg"), vastgesteld=_("Vastgesteld")
)
VERHUIZEN = Choices.of(
    nee=_("Nee, bewoners blijven in de woning"),
    enkele_dagen=_("Enkele dagen ergens anders"),
    tijdelijk=_("Tijdelijk naar een wisselwoning"),
)
OPNIEUW = Choices.of(
    alle=_("Alle huurders antwoorden opnieuw"),
    sommige=_("Een deel antwoordt opnieuw"),
    geen=_("Niemand antwoordt opnieuw"),
)
"""Who answers again after the proposal changed. Whoever does not, keeps the answer to the version before."""
BEPAALD_DOOR = Choices.of(
    verhuurder=_("De verhuurder"), wij=_("Wij"), samen=_("Samen afgesproken"), rechter=_("De rechter")
)
ZORGEN = Choices.of(
    huurprijs=_("Hogere huur of servicekosten"),
    energiekosten=_("Kosten van energie"),
    tijdelijk_verhuizen=_("Tijdelijk verhuizen"),
    overlast=_("Overlast tijdens het werk"),
    planning=_("Duur en planning"),
    zelf_aangebracht=_("Wat bewoners zelf aanbrachten"),
    keuzes=_("Weinig te kiezen"),
    techniek=_("Techniek en binnenklimaat"),
    vertrouwen=_("Vertrouwen in de verhuurder"),
    informatie=_("Te weinig informatie"),
    overig=_("Anders"),
)
"""What tenants worry about, counted per bouwkundige eenheid and never by home."""
VORMEN = Choices.of(
    akkoordverklaring=_("Akkoordverklaring op papier"),
    email=_("E-mail"),
    digitaal=_("Formulier op internet"),
    telling=_("Ondertekend telblad"),
    mondeling=_("Mondeling"),
)
"""How a tenant answered. What was only said counts, and is told apart, because it is hard to prove."""
PEILING = Choices.of(voor=_("Voor"), twijfel=_("Twijfelt"), tegen=_("Tegen"), onbekend=_("Weet niet"))
"""What we ourselves heard. No consent: it never counts."""
WIJZEN = Choices.of(
    deur=_("Aan de deur"),
    telefoon=_("Telefoon"),
    brief=_("Brief"),
    email=_("E-mail"),
    bijeenkomst=_("Bijeenkomst"),
    modelwoning=_("Modelwoning"),
)
UITKOMSTEN = Choices.of(
    gesproken=_("Gesproken"),
    niet_thuis=_("Niet thuis"),
    later=_("Komt later"),
    geen_contact=_("Wil geen contact"),
)
PERSONAL = ("huurder", "telefoon", "ondertekend_door", "peiling", "peiling_op", "bezwaar")
"""Columns of a home that are erased when its project is closed."""


class Renovatieproject(Record):
    """A renovation for which a landlord needs the consent of tenants, from the first plan to the works.

    `afgesproken_percentage` is what a landlord promised beyond the 70 % of the law; it never replaces that.
    """

    __tablename__ = "renovatieproject"
    titel: Mapped[str] = field(_("Titel"), index=True)
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="voorbereiden", filled=True, index=True)
    kern_id: Mapped[str | None] = reference(_("Kern of wijk"), "kern")
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    aanleiding: Mapped[str | None] = field(_("Waar het om gaat"), long=True)
    meting_van: Mapped[date | None] = field(_("Draagvlakmeting begint op"), index=True)
    meting_tot: Mapped[date | None] = field(_("Draagvlakmeting eindigt op"), index=True)
    meting_door: Mapped[str | None] = field(
        _("Wie de draagvlakmeting doet"), help=_("Het liefst iemand die bij geen van beide hoort")
    )
    afgesproken_percentage: Mapped[int | None] = field(
        _("Hoger percentage dat de verhuurder beloofde"),
        minimum=71,
        maximum=100,
        unit="%",
        help=_("Leeg als alleen de 70 % uit de wet geldt"),
    )
    afgesproken_bron: Mapped[str | None] = field(_("Waar die belofte staat"))
    uitvoering_van: Mapped[date | None] = field(_("Werk begint op"), index=True)
    uitvoering_tot: Mapped[date | None] = field(_("Werk eindigt op"))
    stand: Mapped[str | None] = field(
        _("Hoe het staat"), long=True, help=_("Een of twee zinnen voor het verslag")
    )
    gevraagd: Mapped[str | None] = field(
        _("Wat wij van het overleg vragen"),
        long=True,
        help=_("Komt in het verslag voor het bestuurlijk overleg"),
    )
    peiling_aan: Mapped[bool] = field(
        _("Eigen peiling bijhouden"),
        default=False,
        help=_("Wat u aan de deur hoort. Het telt niet mee en wordt bij het afsluiten gewist"),
    )
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)
    afgesloten_op: Mapped[date | None] = field(_("Afgesloten op"), filled=True, index=True)
    gewist_op: Mapped[date | None] = field(
        _("Namen en peiling gewist op"), filled=True, help=_("Gebeurt bij het afsluiten")
    )


class Voorstel(Part):
    """One version of the landlord's written proposal (BW 7:220 lid 2): what will be done, and what it means."""

    __tablename__ = "renovatie_voorstel"
    ouder_id: Mapped[str] = owner("renovatieproject")
    versie: Mapped[int | None] = field(_("Versie"), minimum=1, maximum=99, filled=True)
    datum: Mapped[date] = field(_("Datum van het voorstel"))
    document: Mapped[str | None] = field(_("Naam of kenmerk van het stuk"))
    werk: Mapped[str | None] = field(_("Wat er gebeurt"), long=True)
    huur_per_maand: Mapped[int | None] = field(_("Huur per maand erbij"), money=True)
    huur_toelichting: Mapped[str | None] = field(_("Toelichting op de huur"), long=True)
    sociaal_plan: Mapped[str | None] = field(_("Sociaal plan"), choices=SOCIAAL_PLAN)
    verhuizen: Mapped[str | None] = field(_("Moeten bewoners eruit"), choices=VERHUIZEN)
    wijziging: Mapped[str | None] = field(_("Wat er anders is dan ervoor"), long=True)
    opnieuw: Mapped[str | None] = field(_("Wie opnieuw antwoordt"), choices=OPNIEUW, filled=True)


class RenovatieComplex(Part):
    """A complex that the project is in."""

    __tablename__ = "renovatie_complex"
    ouder_id: Mapped[str] = owner("renovatieproject")
    complex_id: Mapped[str] = reference(_("Complex"), "complex")


class RenovatieAdvies(Part):
    """An advies about the plan. It may be negative while tenants agree: both are facts."""

    __tablename__ = "renovatie_advies"
    ouder_id: Mapped[str] = owner("renovatieproject")
    advies_id: Mapped[str] = reference(_("Advies"), "advies")


class RenovatieRaadpleging(Part):
    """A raadpleging about the plan."""

    __tablename__ = "renovatie_raadpleging"
    ouder_id: Mapped[str] = owner("renovatieproject")
    raadpleging_id: Mapped[str] = reference(_("Raadpleging"), "raadpleging")


class RenovatieCampagne(Part):
    """A campagne of information and support."""

    __tablename__ = "renovatie_campagne"
    ouder_id: Mapped[str] = owner("renovatieproject")
    campagne_id: Mapped[str] = reference(_("Campagne"), "campagne")


class RenovatieAfspraak(Part):
    """An afspraak of the akkoord that it serves."""

    __tablename__ = "renovatie_afspraak"
    ouder_id: Mapped[str] = owner("renovatieproject")
    afspraak_id: Mapped[str] = reference(_("Afspraak"), "afspraak")


class RenovatieBijlage(bijlage.Bestand):
    """The proposal itself, the sociaal plan, a signed telblad or another file."""

    __tablename__ = "renovatie_bijlage"
    ouder_id: Mapped[str] = owner("renovatieproject")


class BouwkundigeEenheid(Record):
    """Homes that are one building: what the 70 % is counted over (BW 7:220 lid 3).

    Not the wooncomplex of the Overlegwet and not the landlord's complex (records/complex.py). `aangezegd_op` is the
    landlord's written notice to all tenants at once; a home may have a day of its own. The landlord's own count stands
    beside ours and is never mixed with it.
    """

    __tablename__ = "bouwkundige_eenheid"
    naam: Mapped[str] = field(_("Naam"), index=True)
    project_id: Mapped[str] = reference(_("Renovatieproject"), "renovatieproject")
    complex_id: Mapped[str | None] = reference(_("Complex"), "complex")
    omschrijving: Mapped[str | None] = field(
        _("Waarom dit één gebouw is"), long=True, help=_("Zoals: één fundering, één dak, één installatie")
    )
    bepaald_door: Mapped[str | None] = field(_("Wie dit zo indeelde"), choices=BEPAALD_DOOR)
    woningen_totaal: Mapped[int | None] = field(
        _("Aantal woningen volgens de verhuurder"),
        minimum=1,
        unit=_("woningen"),
        help=_("Met de lege woningen erbij"),
    )
    aangezegd_op: Mapped[date | None] = field(
        _("Brief van de verhuurder dat 70 % instemde"),
        index=True,
        help=_("Vanaf die dag zijn er acht weken om naar de rechter te gaan"),
    )
    verhuurder_ja: Mapped[int | None] = field(_("Telling van de verhuurder: ja"), minimum=0)
    verhuurder_van: Mapped[int | None] = field(_("Telling van de verhuurder: van hoeveel"), minimum=0)
    verhuurder_op: Mapped[date | None] = field(_("Datum van die telling"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class Zorg(Part):
    """How many tenants of the building worry about something: for the talks with the landlord. No address, no name."""

    __tablename__ = "renovatie_zorg"
    ouder_id: Mapped[str] = owner("bouwkundige_eenheid")
    onderwerp: Mapped[str] = field(_("Onderwerp"), choices=ZORGEN)
    aantal: Mapped[int] = field(_("Hoe vaak genoemd"), minimum=0, default=1)
    gevraagd: Mapped[str | None] = field(_("Wat wij daarvoor vragen"), long=True)


class Renovatiewoning(Record):
    """One huurovereenkomst in a bouwkundige eenheid (or an empty home) with its answer to the proposal.

    Co-tenants are one row: they have one huurovereenkomst together. A home with two huurovereenkomsten has two rows and is
    one home. `vraagt_versie` is the version on which this tenant must answer; `versie` the one that the answer is about.
    Names, the peiling and what somebody said stay here only, and are erased when the project is closed.
    """

    __tablename__ = "renovatiewoning"
    naam: Mapped[str] = field(_("Woning"), filled=True, index=True)
    eenheid_id: Mapped[str] = reference(_("Bouwkundige eenheid"), "bouwkundige_eenheid")
    adres_id: Mapped[str | None] = reference(_("Adres uit de adressenlijst"), "adres")
    straat: Mapped[str | None] = field(_("Straat"), index=True)
    huisnummer: Mapped[int | None] = field(_("Huisnummer"), minimum=1, maximum=99_999, index=True)
    toevoeging: Mapped[str | None] = field(_("Toevoeging"))
    postcode: Mapped[str | None] = field(_("Postcode"))
    huurovereenkomst: Mapped[str | None] = field(
        _("Huurovereenkomst"), help=_("Alleen als er op dit adres meer dan één is, zoals: kamer 2")
    )
    trappenhuis: Mapped[str | None] = field(_("Trappenhuis"), index=True, help=_("Zoals: portiek A"))
    verdieping: Mapped[int | None] = field(
        _("Verdieping"), minimum=-5, maximum=100, help=_("De begane grond is 0")
    )
    deur: Mapped[int | None] = field(_("Deur"), minimum=1, maximum=200, help=_("Van links naar rechts"))
    instemming: Mapped[str] = field(_("Instemming"), choices=INSTEMMING, default="niet_benaderd", index=True)
    instemming_op: Mapped[date | None] = field(_("Antwoord van"), index=True)
    vorm: Mapped[str | None] = field(_("Hoe het antwoord kwam"), choices=VORMEN)
    formulier: Mapped[str | None] = field(
        _("Nummer van het formulier"), help=_("Elk formulier telt één keer")
    )
    opgehaald_door: Mapped[str | None] = field(_("Aangenomen door"))
    versie: Mapped[int | None] = field(_("Antwoord op versie"), minimum=1, maximum=99, filled=True)
    vraagt_versie: Mapped[int | None] = field(
        _("Moet antwoorden op versie"), minimum=1, maximum=99, default=1, filled=True
    )
    aangezegd_op: Mapped[date | None] = field(
        _("Eigen brief dat 70 % instemde"), help=_("Alleen als de dag anders is dan bij de eenheid")
    )
    rechter_op: Mapped[date | None] = field(_("Naar de rechter op"))
    huurder: Mapped[str | None] = field(_("Naam van de huurder"), personal=True)
    telefoon: Mapped[str | None] = field(_("Telefoon"), personal=True)
    ondertekend_door: Mapped[str | None] = field(_("Ondertekend door"), personal=True)
    peiling: Mapped[str | None] = field(_("Eigen peiling"), choices=PEILING, personal=True)
    peiling_op: Mapped[date | None] = field(_("Peiling van"), personal=True)
    bezwaar: Mapped[str | None] = field(
        _("Wat de huurder erover zegt"),
        long=True,
        personal=True,
        help=_("Alleen als de huurder dat goed vindt. Tel het anders bij de zorgen van de eenheid"),
    )
    bezwaar_toestemming: Mapped[bool] = field(
        _("De huurder vindt goed dat dit bij het adres staat"), default=False
    )


class Contactmoment(Part):
    """That somebody of us was in touch, and how it went. What was said has no place here."""

    __tablename__ = "renovatie_contact"
    ouder_id: Mapped[str] = owner("renovatiewoning")
    datum: Mapped[date] = field(_("Datum"))
    wijze: Mapped[str] = field(_("Hoe"), choices=WIJZEN, default="deur")
    uitkomst: Mapped[str] = field(_("Uitkomst"), choices=UITKOMSTEN, default="gesproken")
    door: Mapped[str | None] = field(_("Door wie"))
    terug_op: Mapped[date | None] = field(_("Terugkomen op"))


class EerderAntwoord(Part):
    """An answer that held until `vervallen_op`: the day of the version that asked again, or of the answer after it.

    That a home was empty is kept here in the same way, so that the count of an earlier day stays what it was.
    """

    __tablename__ = "renovatie_eerder"
    ouder_id: Mapped[str] = owner("renovatiewoning")
    versie: Mapped[int] = field(_("Versie"), minimum=1)
    instemming: Mapped[str] = field(_("Instemming"), choices=INSTEMMING)
    datum: Mapped[date | None] = field(_("Antwoord van"))
    vervallen_op: Mapped[date] = field(_("Vervallen op"))
    vorm: Mapped[str | None] = field(_("Hoe het antwoord kwam"), choices=VORMEN)
    formulier: Mapped[str | None] = field(_("Nummer van het formulier"))
    opgehaald_door: Mapped[str | None] = field(_("Aangenomen door"))
