"""Forms of the jaaragenda: what differs in one year, and what is prepared before a meeting."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import MORE, Group, Layout

LAYOUTS: Mapping[str, Layout] = {
    "agendamoment": Layout(
        (
            Group(None, ("naam", "van", "tot", "gedaan_op")),
            Group(_("Anders dan in het akkoord"), ("akkoord", "anker", "jaar", "reden", "vervallen"), True),
            Group(MORE, ("overleg", "herinnering_dagen", "toelichting"), True),
        ),
    ),
    "voorbereidingsstap": Layout(
        (
            Group(None, ("naam", "soort", "overlegsoort", "dagen_ervoor", "duur", "actief")),
            Group(MORE, ("akkoord", "bron", "toelichting"), True),
        ),
    ),
}
