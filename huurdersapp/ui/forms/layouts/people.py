"""Forms of people, organisations, landlords, homes and places."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import FILES, MORE, Group, Layout

LAYOUTS: Mapping[str, Layout] = {
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
            Group(
                _("Termijnen bij adviezen"),
                ("adviestermijn_dagen", "redenen_dagen", "wacht_dagen", "termijnen_bron"),
                True,
            ),
            Group(MORE, ("kenmerk_vorm", "opmerkingen"), True),
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
}
