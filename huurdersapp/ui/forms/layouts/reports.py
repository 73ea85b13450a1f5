"""The form of a report: what it is about and whom it is for. Its parts, questions and pictures are made where it is shown."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import FILES, MORE, Group, Layout

LAYOUTS: Mapping[str, Layout] = {
    "verslag": Layout(
        (
            Group(None, ("soort", "van", "tot", "publiek", "vorm", "akkoord")),
            Group(_("Waar het over gaat"), ("overleg", "thema", "kern", "reden_leeg"), True),
            Group(_("Hoe het eruitziet"), ("titel", "datum", "voorblad", "vergelijken"), True),
            Group(_("Versturen"), ("verstuurd_op", "verstuurd_aan"), True),
            Group(FILES, ("bijlagen",), True),
            Group(MORE, ("status", "toelichting"), True),
        ),
        hidden=("delen", "vragen", "beelden", "versies"),
    ),
}
