"""Forms of the registers in which the work of a year is kept: raadplegingen, knelpunten, campagnes."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import FILES, MORE, Group, Layout

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
}
