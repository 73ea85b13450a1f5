"""Forms of what parties plan for a year and for a wijk: overviews, activiteiten, input, visies."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import FILES, MORE, Group, Layout

LAYOUTS: Mapping[str, Layout] = {
    "activiteitenoverzicht": Layout(
        (
            Group(None, ("akkoord", "partij", "jaar", "status")),
            Group(_("Wanneer"), ("aangeleverd_op", "besproken_op", "vastgesteld_op", "overleg")),
            Group(_("Adviesrecht"), ("adviesrecht", "adviesrecht_op", "adviesrecht_reden", "advies"), True),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("naam", "bron", "toelichting"), True),
        ),
        last=("akkoord",),
    ),
    "activiteit": Layout(
        (
            Group(None, ("naam", "overzicht", "thema", "status", "eenheid")),
            Group(None, ("jaren",)),
            Group(_("Waar en met wie"), ("kern", "project", "samen_met"), True),
            Group(_("Prestatieafspraken"), ("afgesproken", "afgesproken_op"), True),
            Group(_("Wat eruit kwam"), ("resultaat", "indicator"), True),
            Group(MORE, ("afspraak", "trefwoord", "bron", "toelichting"), True),
        ),
        last=("overzicht",),
    ),
    "inbrengpunt": Layout(
        (
            Group(None, ("soort", "naam", "overzicht", "activiteit", "thema", "tekst")),
            Group(_("Waar het op steunt"), ("onderbouwing", "raadplegingen", "knelpunten")),
            Group(_("Inbrengen"), ("status", "overleg", "ingebracht_op"), True),
            Group(_("Reactie"), ("reactie", "reactie_tekst", "reactie_op"), True),
        ),
        last=("overzicht",),
    ),
    "visie": Layout(
        (
            Group(None, ("naam", "soort", "jaar", "status", "kernen")),
            Group(_("Onze inbreng"), ("eigen_inbreng", "inbreng_op")),
            Group(_("Meedoen"), ("bijeenkomsten",), True),
            Group(_("Onderdelen"), ("onderdelen",), True),
            Group(_("Wanneer en wie"), ("start_op", "vastgesteld_op", "trekker", "thema"), True),
            Group(_("Hoort bij"), ("raadplegingen", "afspraken"), True),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("inhoud", "bron", "toelichting"), True),
        ),
    ),
}
