"""Where addresses are loaded."""

from __future__ import annotations

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.pages.registry import BY_KEY, page_of
from huurdersapp.ui.place import Place

SCREEN = "adreslijst"
"""The screen that reads a list of addresses."""


def load_place() -> Place:
    """The screen where a list of addresses is read, or where they are kept; raises UserError where there is none."""
    if SCREEN in BY_KEY:
        return Place(SCREEN)
    if (page := page_of("adres")) in BY_KEY:
        return Place(page, kind="adres")
    raise UserError(_("Er is geen scherm om adressen te laden."))
