"""Forms of a renovation: the project, the buildings that are counted, and a home with its answer."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import FILES, MORE, Group, Layout

LAYOUTS: Mapping[str, Layout] = {
    "renovatieproject": Layout(
        (
            Group(None, ("titel", "verhuurder", "kern", "complexen", "aanleiding")),
            Group(_("Voorstellen van de verhuurder"), ("voorstellen",)),
            Group(_("Draagvlakmeting"), ("meting_van", "meting_tot", "meting_door", "peiling_aan")),
            Group(_("Uitvoering"), ("uitvoering_van", "uitvoering_tot"), True),
            Group(_("Voor het bestuurlijk overleg"), ("stand", "gevraagd"), True),
            Group(_("Meer dan de wet"), ("afgesproken_percentage", "afgesproken_bron"), True),
            Group(
                _("Waar het bij hoort"),
                ("thema", "afspraken", "adviezen", "raadplegingen", "campagnes"),
                True,
            ),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("status", "toelichting"), True),
        ),
        last=("verhuurder", "kern"),
        hidden=("afgesloten_op", "gewist_op"),
    ),
    "bouwkundige_eenheid": Layout(
        (
            Group(None, ("naam", "project", "complex", "omschrijving", "bepaald_door", "woningen_totaal")),
            Group(_("Telling van de verhuurder"), ("verhuurder_ja", "verhuurder_van", "verhuurder_op"), True),
            Group(_("Naar de rechter"), ("aangezegd_op",), True),
            Group(_("Zorgen van bewoners"), ("zorgen",), True),
            Group(MORE, ("toelichting",), True),
        ),
        last=("project",),
    ),
    "renovatiewoning": Layout(
        (
            Group(None, ("eenheid", "adres", "straat", "huisnummer", "toevoeging", "postcode")),
            Group(_("Plaats in het gebouw"), ("trappenhuis", "verdieping", "deur", "huurovereenkomst")),
            Group(
                _("Antwoord op het voorstel"),
                ("instemming", "instemming_op", "vorm", "formulier", "opgehaald_door", "versie"),
            ),
            Group(_("Contact"), ("contacten",), True),
            Group(_("Naar de rechter"), ("aangezegd_op", "rechter_op"), True),
            Group(
                _("Alleen voor ons, tot het afsluiten"),
                (
                    "huurder",
                    "telefoon",
                    "ondertekend_door",
                    "peiling",
                    "peiling_op",
                    "bezwaar",
                    "bezwaar_toestemming",
                ),
                True,
            ),
        ),
        last=("eenheid", "straat", "postcode", "trappenhuis"),
        hidden=("naam", "vraagt_versie", "eerder"),
    ),
}
