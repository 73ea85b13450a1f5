"""Forms about privacy: what is kept of people, what they ask, the yearly round, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import MORE, Group, Layout

LAYOUTS: Mapping[str, Layout] = {
    "verwerking": Layout(
        (
            Group(None, ("naam", "soort", "doel", "betrokkenen", "gegevens", "ontvangers")),
            Group(_("Grondslag"), ("grondslag", "grondslag_toelichting")),
            Group(_("Hoe lang"), ("bewaarmaanden", "motivering")),
            Group(MORE, ("beveiliging", "sinds", "beeindigd_op"), True),
        ),
    ),
    "privacyverzoek": Layout(
        (
            Group(None, ("soort", "ontvangen_op", "vrager", "bereikbaar")),
            Group(_("Wie het is"), ("identiteit", "identiteit_op")),
            Group(_("Meer tijd"), ("verlengd_op", "verlengd_reden"), True),
            Group(_("Antwoord"), ("antwoord_op", "uitkomst", "reden"), True),
            Group(_("Wat er is besloten"), ("gegevens",), True),
        ),
        today=("ontvangen_op",),
        hidden=("naam", "bewijs_sha256"),
    ),
    "datalek": Layout(
        (
            Group(None, ("titel", "soort", "ontdekt_op", "ontdekt_om", "gebeurd_op", "omschrijving")),
            Group(_("Om wie en wat het gaat"), ("gegevens", "aantal", "beveiligd")),
            Group(_("Risico"), ("risico", "afweging")),
            Group(
                _("Wat u deed"),
                (
                    "gemeld_ap_op",
                    "gemeld_ap_om",
                    "waarom_later",
                    "gemeld_mensen_op",
                    "maatregelen",
                    "afgerond_op",
                ),
            ),
        ),
        today=("ontdekt_op",),
    ),
    "opschoonronde": Layout(
        (Group(None, ("gehouden_op", "soorten", "toelichting")),),
        today=("gehouden_op",),
        hidden=("naam",),
    ),
}
