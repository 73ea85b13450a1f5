"""Forms of advising and following: overleg, actiepunten, adviezen, bewonerscommissies."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import FILES, MORE, Group, Layout

LAYOUTS: Mapping[str, Layout] = {
    "overleg": Layout(
        (
            Group(
                None,
                (
                    "soort",
                    "datum",
                    "werkgroep",
                    "verhuurder",
                    "begintijd",
                    "eindtijd",
                    "plaats",
                    "eigen_aanwezig",
                ),
            ),
            Group(
                _("Wie erbij zijn"),
                ("partijen", "voorzitter", "notulist", "uitgenodigd", "aanwezig", "afgemeld"),
            ),
            Group(_("Agenda"), ("agendapunten",)),
            Group(
                _("Verslag"),
                (
                    "verslag",
                    "verslag_status",
                    "verslag_vastgesteld_op",
                    "verslag_verstuurd_op",
                    "volgende_op",
                ),
                True,
            ),
            Group(FILES, ("bijlagen",), True),
            Group(_("Gaat niet door"), ("afgelast", "afgelast_reden"), True),
            Group(MORE, ("naam", "akkoord", "thema", "agenda_verstuurd_op"), True),
        ),
    ),
    "actiepunt": Layout(
        (
            Group(None, ("wat", "partij", "persoon", "uiterlijk", "afgesproken_op", "overleg")),
            Group(_("Klaar"), ("gedaan_op", "vervallen_op", "uitkomst"), True),
            Group(_("Waar het bij hoort"), ("knelpunt", "thema", "afspraak", "indicator", "afwijking"), True),
            Group(MORE, ("toelichting",), True),
            Group(FILES, ("bijlagen",), True),
        ),
        today=("afgesproken_op",),
        last=("partij",),
    ),
    "advies": Layout(
        (
            Group(None, ("onderwerp", "soort", "verhuurder", "ontvangen_op", "termijn_dagen", "voornemen")),
            Group(
                _("Waar het over gaat"),
                ("complex", "wohv_letter", "thema", "afspraak", "afspraken", "namens", "commissie"),
                True,
            ),
            Group(
                _("Brief van de verhuurder"),
                (
                    "brief_verhuurder_op",
                    "kenmerk_verhuurder",
                    "ontvangen_bewijs",
                    "termijn_bewijs",
                    "volledig_op",
                    "volledig_bewijs",
                    "ontbreekt",
                    "verlengd_tot",
                    "verlengd_mondeling",
                    "verlengd_bewijs",
                ),
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
                    "aanwezig",
                    "stemmen",
                    "verstuurd_op",
                    "verstuurd_wijze",
                    "verstuurd_bewijs",
                    "advies_ontvangen_op",
                    "advies_ontvangen_bewijs",
                    "geen_bezwaar_ontvangen_op",
                    "geen_bezwaar_bewijs",
                ),
                True,
            ),
            Group(
                _("Reactie van de verhuurder"),
                (
                    "reactie",
                    "reactie_op",
                    "reactie_bewijs",
                    "redenen_ontvangen_op",
                    "redenen_bewijs",
                    "reactie_toelichting",
                    "herinnerd_op",
                    "afgesloten_op",
                    "afgesloten_reden",
                ),
                True,
            ),
            Group(
                _("Overleg en geschil"),
                (
                    "overleg_gevraagd_op",
                    "overlegd_op",
                    "geschil_bij",
                    "geschil_op",
                    "uitspraak_op",
                    "uitspraak",
                ),
                True,
            ),
            Group(_("Wat er gebeurde"), ("gebeurtenissen",), True),
            Group(_("Stukken"), ("stukken",), True),
            Group(MORE, ("behandelaar", "vertrouwelijk", "status"), True),
        ),
        today=("ontvangen_op",),
        me=("behandelaar",),
        last=("verhuurder",),
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
}
