"""In which order and in which groups the fields of each kind stand, and what can be filled in beforehand.

A field that no layout names stands at the end, under "Meer gegevens": what is added to a record is never out of reach.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.spec import RecordSpec


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together. A `folded` group is opened by whoever wants it, and where something is filled in."""

    title: LazyText | None
    fields: tuple[str, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The form of a kind. `today` and `me`: fields that begin with this day and with the name of who works here;
    `last`: with what was used the last time. `hidden`: what is not typed in the form but follows from steps."""

    groups: tuple[Group, ...]
    today: tuple[str, ...] = ()
    me: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


MORE = _("Meer gegevens")
FILES = _("Bijlagen")
_SOURCE = ("bron", "letterlijk", "twijfel", "volgorde")
_COUNTS = Group(
    _("Telt vanzelf mee"),
    ("regel_telt", "regel_categorieen", "regel_overlegsoort", "regel_trefwoorden"),
    True,
)

LAYOUTS: Mapping[str, Layout] = {
    "knelpunt": Layout(
        (
            Group(None, ("titel", "categorie", "subcategorie", "kern", "complex", "omvang", "omschrijving")),
            Group(
                _("Melder"),
                (
                    "melder_naam",
                    "melder_telefoon",
                    "melder_email",
                    "melder_adres",
                    "toestemming_contact",
                    "toestemming_op",
                ),
                True,
            ),
            Group(
                MORE,
                (
                    "gemeld_op",
                    "bron",
                    "verhuurder",
                    "huurders_geraakt",
                    "ook_last_van",
                    "behandelaar",
                    "prioriteit",
                    "partij",
                    "periode_van",
                    "periode_tot",
                    "aanvulling",
                    "thema",
                    "afspraak",
                    "wohv_letter",
                    "relaties",
                ),
                True,
            ),
            Group(FILES, ("bijlagen",), True),
            Group(
                _("Verloop"),
                (
                    "geagendeerd_op",
                    "reactie_gevraagd_op",
                    "reactie_verwacht_op",
                    "reactie_ontvangen_op",
                    "teruggekoppeld_op",
                    "teruggekoppeld_hoe",
                    "stappen",
                    "inbreng",
                ),
                True,
            ),
        ),
        today=("gemeld_op",),
        me=("behandelaar",),
        last=("kern", "verhuurder", "bron"),
        hidden=("status",),
    ),
    "behandeltermijn": Layout(
        (Group(None, ("categorie", "verhuurder", "dagen", "soort", "bron")),),
        hidden=("naam",),
    ),
    "raadpleging": Layout(
        (
            Group(None, ("titel", "vraag", "doel", "start_op", "sluit_op")),
            Group(
                _("Wie u vroeg"),
                ("populatie_omschrijving", "populatie_aantal", "selectie", "anonimiteit", "methoden"),
            ),
            Group(_("Vragen en antwoorden"), ("vragen", "inleveren")),
            Group(_("Reacties"), ("kanalen", "respons_totaal", "aanwezigen", "groepen")),
            Group(
                _("Uitslag"),
                (
                    "conclusies",
                    "minderheid",
                    "samenstelling",
                    "beperkingen",
                    "vastgesteld_op",
                    "vastgesteld_door",
                ),
                True,
            ),
            Group(
                _("Terugkoppeling"), ("terugkoppeling_op", "terugkoppeling_hoe", "terugkoppeling_aan"), True
            ),
            Group(_("Citaten"), ("citaten",), True),
            Group(
                _("Waar het bij hoort"),
                ("verhuurder", "overleg", "thema", "afspraken", "complexen", "kernen"),
                True,
            ),
            Group(FILES, ("bijlagen",), True),
            Group(
                MORE,
                (
                    "status",
                    "open_stemming",
                    "populatie_bron",
                    "populatie_peildatum",
                    "uitsluitingen",
                    "organisaties_aanwezig",
                ),
                True,
            ),
        ),
        last=("verhuurder",),
    ),
    "overleg": Layout(
        (
            Group(None, ("soort", "datum", "werkgroep", "begintijd", "plaats", "verhuurder")),
            Group(_("Wie erbij zijn"), ("voorzitter", "eigen_aanwezig", "partijen", "aanwezig", "afgemeld")),
            Group(_("Agenda"), ("agendapunten",)),
            Group(_("Verslag"), ("verslag", "verslag_status", "verslag_vastgesteld_op", "volgende_op"), True),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("naam", "thema"), True),
        ),
    ),
    "actiepunt": Layout(
        (
            Group(None, ("wat", "partij", "persoon", "uiterlijk", "afgesproken_op", "overleg")),
            Group(_("Klaar"), ("gedaan_op", "vervallen_op"), True),
            Group(MORE, ("toelichting", "knelpunt", "thema", "afspraak"), True),
            Group(FILES, ("bijlagen",), True),
        ),
        today=("afgesproken_op",),
        last=("partij",),
    ),
    "advies": Layout(
        (
            Group(None, ("onderwerp", "soort", "verhuurder", "ontvangen_op", "termijn_dagen", "voornemen")),
            Group(_("Waar het over gaat"), ("complex", "wohv_letter", "thema", "afspraak", "namens"), True),
            Group(
                _("Brief van de verhuurder"),
                ("brief_verhuurder_op", "kenmerk_verhuurder", "volledig_op", "verlengd_tot", "ontbreekt"),
                True,
            ),
            Group(
                _("De brief"),
                (
                    "uitkomst",
                    "toelichting_advies",
                    "aanleiding",
                    "overwegingen",
                    "voorwaarden",
                    "aanbevelingen",
                    "proces",
                    "afwijkende_meningen",
                    "slot",
                    "ondertekenaars",
                    "bijlagen",
                    "kopie_aan",
                    "ons_kenmerk",
                ),
            ),
            Group(_("Onderbouwing"), ("raadplegingen", "knelpunten"), True),
            Group(
                _("Besluit en versturen"),
                (
                    "vastgesteld_op",
                    "vastgesteld_door",
                    "stemmen",
                    "verstuurd_op",
                    "verstuurd_wijze",
                    "verstuurd_bewijs",
                    "advies_ontvangen_op",
                ),
                True,
            ),
            Group(
                _("Reactie van de verhuurder"),
                (
                    "reactie",
                    "reactie_op",
                    "redenen_ontvangen_op",
                    "geen_bezwaar_ontvangen_op",
                    "reactie_toelichting",
                    "afgesloten_op",
                    "afgesloten_reden",
                ),
                True,
            ),
            Group(_("Stukken"), ("stukken",), True),
            Group(MORE, ("behandelaar", "vertrouwelijk", "status"), True),
        ),
        today=("ontvangen_op",),
        me=("behandelaar",),
        last=("verhuurder",),
    ),
    "akkoord": Layout(
        (
            Group(None, ("naam", "gemeente", "kern", "van_jaar", "tot_jaar", "geldig", "cyclus_jaren")),
            Group(_("Wie meedoet"), ("partijen", "kernen"), True),
            Group(_("Hoe het loopt"), ("cyclus", "overlegvormen", "diepte", "bijstelopties"), True),
            Group(_("Begrippen"), ("begrippen",), True),
            Group(MORE, ("bron", "toelichting"), True),
        ),
    ),
    "thema": Layout(
        (
            Group(None, ("akkoord", "code", "naam", "hoofddoel", "hoofddoel_jaar")),
            Group(MORE, ("toelichting", "bron", "volgorde"), True),
        ),
        last=("akkoord",),
    ),
    "doel": Layout(
        (
            Group(None, ("thema", "code", "tekst", "onderwerp", "trefwoord")),
            Group(_("Voor wie"), ("partijen", "kernen"), True),
            Group(MORE, ("toelichting", *_SOURCE), True),
        ),
        last=("thema",),
    ),
    "afspraak": Layout(
        (
            Group(None, ("code", "tekst", "doel", "akkoord", "trefwoord", "status", "van_jaar", "tot_jaar")),
            Group(_("Wie en waar"), ("partijen", "samen_met", "kernen", "verwijst_naar"), True),
            _COUNTS,
            Group(MORE, ("toelichting", *_SOURCE), True),
        ),
        last=("doel",),
    ),
    "indicator": Layout(
        (
            Group(None, ("code", "tekst", "doel", "soort", "eenheid", "norm", "hoofd")),
            Group(_("Streefwaarden"), ("streefwaarden",)),
            Group(_("Nulmeting"), ("nulmeting_waarde", "nulmeting_jaar", "nulmeting_bron"), True),
            Group(
                _("Hoe er wordt gemeten"),
                (
                    "definitie",
                    "meetwijze",
                    "frequentie",
                    "verantwoordelijk",
                    "richting",
                    "tijd",
                    "prijspeil",
                    "grensbedrag",
                    "klassen",
                    "let_op",
                ),
                True,
            ),
            Group(
                _("Wie en waar"), ("partijen", "kernen", "afspraken", "verwijzingen", "verwijst_naar"), True
            ),
            _COUNTS,
            Group(MORE, ("herkomst", "toelichting", *_SOURCE), True),
        ),
        last=("doel",),
    ),
    "anker": Layout(
        (
            Group(
                None, ("naam", "akkoord", "fase", "cyclusjaar", "soort_datum", "dag", "maand", "tot_maand")
            ),
            Group(_("Wat en wie"), ("tekst", "overleg", "partijen", "ronde"), True),
            Group(MORE, ("sleutel", "toelichting", "herkomst", *_SOURCE), True),
        ),
        last=("akkoord",),
    ),
    "partij": Layout(
        (
            Group(None, ("naam", "korte_naam", "soort", "plaats", "eigen", "actief")),
            Group(
                _("Contact"),
                ("contact_naam", "contact_telefoon", "contact_email", "contact_adres", "accounthouder"),
                True,
            ),
            Group(_("Bezit per jaar"), ("daeb_bezit",), True),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("andere_namen", "website", "toelichting"), True),
        ),
    ),
    "verhuurder": Layout(
        (
            Group(None, ("naam", "partij")),
            Group(
                _("Adres voor brieven"),
                ("afdeling", "ter_attentie_van", "straat", "postcode", "plaats", "aanhef"),
            ),
            Group(MORE, ("kenmerk_vorm", "adviestermijn_dagen", "opmerkingen"), True),
        ),
    ),
    "complex": Layout(
        (
            Group(None, ("naam", "code", "verhuurder", "kern", "aantal_woningen", "woningtype", "adressen")),
            Group(MORE, ("bouwjaar", "actief", "toelichting"), True),
        ),
        last=("verhuurder", "kern"),
    ),
    "kern": Layout(
        (Group(None, ("naam", "soort", "ligt_in")), Group(MORE, ("andere_namen", "toelichting"), True)),
        last=("ligt_in",),
    ),
    "energiebezoek": Layout(
        (
            Group(
                _("Het bezoek"),
                (
                    "datum",
                    "coach",
                    "postcode",
                    "huisnummer",
                    "toevoeging",
                    "formulier",
                    "zonder_adres",
                    "gesproken",
                    "straat",
                    "plaats",
                    "kern",
                    "complex",
                    "verhuurder",
                ),
            ),
            Group(
                _("De woning"),
                (
                    "woningtype",
                    "bouwjaar",
                    "aanvoertemperatuur",
                    "energielabel",
                    "verwarming",
                    "koken",
                    "glas",
                    "ventilatie",
                ),
            ),
            Group(
                _("De aanvraag"),
                ("aangevraagd_op", "herkomst", "aanleiding", "campagne", "thema", "wens"),
                True,
            ),
            Group(
                _("Gebruik"),
                (
                    "huishouden",
                    "gas_jaar",
                    "stroom_jaar",
                    "water_jaar",
                    "thermostaat_hoog",
                    "thermostaat_laag",
                    "grote_verbruikers",
                ),
            ),
            Group(None, ("meterstanden",)),
            Group(_("Comfort"), ("warmte",)),
            Group(
                _("Tocht, vocht en schimmel"),
                (
                    "tocht_gezegd",
                    "tocht_gezien",
                    "vocht_gezegd",
                    "vocht_gezien",
                    "schimmel_gezegd",
                    "schimmel_gezien",
                    "ventileren_gezegd",
                    "ventileren_gezien",
                    "bewoner_zegt",
                    "coach_ziet",
                ),
            ),
            Group(None, ("maatregelen",)),
            Group(_("Knelpunten"), ("knelpunten",)),
            Group(_("Afspraken"), ("opmerking", "nazorg_gepland_op", "duur", "doorverwezen")),
            Group(_("Bewoner"), ("bewoner_naam", "bewoner_telefoon", "bewoner_email"), True),
            Group(None, ("toestemmingen",)),
            Group(_("Afspraken en pogingen"), ("contactmomenten",), True),
            Group(_("Nazorg"), ("nazorg_op", "tevreden", "aanbevelen", "nazorg_opmerking"), True),
            Group(_("Gaat niet door"), ("vervallen_op", "vervallen_reden"), True),
            Group(FILES, ("bijlagen",), True),
        ),
        today=("datum",),
        last=("coach",),
        hidden=("status", "naam", "adres"),
    ),
    "energiecoach": Layout(
        (
            Group(None, ("naam", "actief_van", "actief_tot", "per_week", "kernen")),
            Group(
                _("Wat u moet weten vóór het eerste bezoek"),
                ("opleiding", "opleiding_op", "vog_gezien_op", "geheimhouding_op"),
            ),
            Group(_("Contact"), ("telefoon", "email"), True),
            Group(MORE, ("toelichting",), True),
        ),
    ),
    "maatregel": Layout(
        (
            Group(None, ("naam", "soort", "plek", "actief", "voorraad", "veiligheid")),
            Group(
                _("Wat het bespaart"),
                (
                    "overlap",
                    "per",
                    "gas_m3",
                    "stroom_kwh",
                    "water_liter",
                    "bron",
                    "bron_jaar",
                    "nagezocht",
                    "voorwaarden",
                ),
            ),
            Group(MORE, ("code",), True),
        ),
    ),
    "rekentarief": Layout(
        (
            Group(None, ("jaar",)),
            Group(_("Prijzen"), ("gas_euro", "stroom_euro", "peildatum", "bron_prijs")),
            Group(_("CO2"), ("gas_co2", "stroom_co2", "bron_co2", "nagezocht")),
            Group(MORE, ("toelichting",), True),
        ),
        hidden=("naam",),
    ),
    "campagne": Layout(
        (
            Group(None, ("titel", "soort", "onderwerp", "start_op", "eind_op")),
            Group(_("Doel"), ("doel", "doel_maat", "doel_aantal")),
            Group(_("Voor wie"), ("doelgroep", "complexen", "kernen", "doelgroep_aantal", "doelgroep_bron")),
            Group(_("Waar het bij hoort"), ("thema", "afspraken")),
            Group(_("Flyer"), ("flyer_tekst", "flyer_adres", "materialen"), True),
            Group(_("Acties"), ("acties",), True),
            Group(_("Effect en metingen"), ("effect_aantal", "effect_hoe", "conclusies", "metingen"), True),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("status", "verhuurder", "partners", "vorige", "deel_van", "budget"), True),
        ),
        hidden=("bereik", "contacten", "deelnemers", "aangemeld"),
    ),
    "commissie": Layout(
        (
            Group(None, ("naam", "verhuurder", "kern", "complexen", "aantal_woningen")),
            Group(_("Leden"), ("leden", "vacatures")),
            Group(_("Mandaat"), ("mandaat_getekend", "mandaat_op")),
            Group(
                _("Afspraken met de verhuurder"),
                ("opgericht_op", "erkend_op", "overeenkomst_op", "budget", "jaarverslag_op", "opgeheven_op"),
            ),
            Group(_("Bereiken"), ("voorkeur", "contact_telefoon", "contact_email"), True),
            Group(_("Wat er nog komt"), ("volgende_stap", "volgende_stap_op"), True),
            Group(_("Overleg en ondersteuning"), ("overleggen", "ondersteuning"), True),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("toelichting",), True),
        ),
        last=("verhuurder", "kern"),
    ),
    "contact": Layout(
        (
            Group(None, ("naam", "functie", "partij", "verhuurder", "commissie")),
            Group(_("Bereiken"), ("telefoon", "email", "adres_tekst", "waarvoor")),
            Group(MORE, ("gestopt_op", "toelichting"), True),
        ),
    ),
    "adres": Layout(
        (
            Group(None, ("postcode", "huisnummer", "toevoeging", "straat", "plaats")),
            Group(_("Waar het bij hoort"), ("kern", "complex", "verhuurder", "eenheid")),
            Group(_("De woning"), ("woningtype", "bouwjaar", "energielabel", "actief")),
            Group(MORE, ("bron",), True),
        ),
        last=("kern", "verhuurder", "plaats"),
        hidden=("naam",),
    ),
    "bezoekformulier": Layout(
        (
            Group(None, ("coach", "uitgegeven_op")),
            Group(_("Kwijt of niet gebruikt"), ("vervallen_op", "reden")),
            Group(MORE, ("naam",), True),
        ),
        today=("uitgegeven_op",),
        last=("coach",),
    ),
}


def layout_of(spec: RecordSpec) -> Layout:
    """The layout of a kind, with every field in it that it does not name."""
    known = LAYOUTS.get(spec.key, Layout(()))
    named = {key for group in known.groups for key in group.fields} | {"nummer", *known.hidden}
    rest = tuple(key for key in (*spec.fields, *spec.part) if key not in named)
    if not rest:
        return known
    # What must be filled in is not hidden away.
    folded = not any(spec.fields[key].required for key in rest if key in spec.fields)
    groups = (*known.groups, Group(MORE if known.groups else None, rest, folded and bool(known.groups)))
    return Layout(groups, known.today, known.me, known.last, known.hidden)
