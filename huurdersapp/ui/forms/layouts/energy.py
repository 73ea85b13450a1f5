"""Forms of energy visits and of what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import FILES, MORE, Group, Layout

LAYOUTS: Mapping[str, Layout] = {
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
        hidden=("status", "naam", "adres", "zelfde_woning"),
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
