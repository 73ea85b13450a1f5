"""Forms of the brievenregister: letters in and out, letterheads, templates; and of the years with a landlord."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import FILES, MORE, Group, Layout

LAYOUTS: Mapping[str, Layout] = {
    "brief": Layout(
        (
            Group(None, ("richting", "soort", "onderwerp", "datum", "verhuurder", "partij", "aan")),
            Group(
                _("Kenmerken"), ("ons_kenmerk", "hun_kenmerk", "antwoord_op", "behandelaar", "vertrouwelijk")
            ),
            Group(_("Binnengekomen"), ("ontvangen_op", "tekst")),
            Group(
                _("Antwoord"),
                ("antwoord_voor", "beantwoord_op"),
            ),
            Group(
                _("Versturen"),
                (
                    "verstuurd_op",
                    "verstuurd_wijze",
                    "verstuurd_bewijs",
                    "aangekomen_op",
                    "aangekomen_bewijs",
                ),
                True,
            ),
            Group(
                _("Waar het bij hoort"),
                ("advies", "raadpleging", "overleg", "commissie", "eenheid", "namens"),
                True,
            ),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("registernummer", "status", "toelichting"), True),
        ),
        me=("behandelaar",),
        hidden=("delen", "versies"),
    ),
    "briefpapier": Layout(
        (
            Group(None, ("naam", "namens", "venster", "onderregel")),
            Group(_("Beeldmerk"), ("beeldmerk", "beeldmerk_breedte")),
        ),
    ),
    "briefsjabloon": Layout(
        (
            Group(None, ("naam", "soort", "verhuurder")),
            Group(_("Zinnen"), ("tekst",)),
            Group(MORE, ("toelichting",), True),
        ),
    ),
    "verhuurderjaar": Layout(
        (
            Group(None, ("verhuurder", "jaar")),
            Group(_("Jaarlijks overleg"), ("overleg_op", "overleg_bewijs")),
            Group(_("Scholing"), ("scholing_dagen", "scholingen")),
            Group(_("Kosten"), ("vergoeding", "besteed", "verantwoord_op", "verantwoord_bewijs")),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("naam", "toelichting"), True),
        ),
        last=("verhuurder",),
    ),
}
