"""One map from meaning to picture, drawn from a package of icons in the colours of the theme; never without a word beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QIcon

from huurdersapp.ui.look import Look

PICTURES: Mapping[str, str] = {
    "vandaag": "home",
    "raadpleging": "comments",
    "knelpunt": "exclamation-triangle",
    "advies": "envelope-open-text",
    "akkoord": "handshake",
    "overleg": "users",
    "actiepunt": "tasks",
    "verslag": "file-alt",
    "contacten": "address-book",
    "prullenbak": "trash-alt",
    "instellingen": "sliders-h",
    "hulp": "question-circle",
    "zoeken": "search",
    "brief": "envelope",
    "geschiedenis": "history",
    "nieuw": "plus",
    "wijzigen": "pen",
    "opslaan": "check",
    "ongedaan": "undo",
    "afdrukken": "print",
    "bijlage": "paperclip",
    "datum": "calendar-alt",
    "goed": "check-circle",
    "let_op": "exclamation-triangle",
    "fout": "times-circle",
    "terug": "arrow-left",
    "sluiten": "times",
    "openen": "arrow-right",
    "kolommen": "columns",
    "excel": "file-excel",
    "filter": "filter",
    "pdf": "file-pdf",
    "word": "file-word",
    "omhoog": "arrow-up",
    "omlaag": "arrow-down",
}
"""Names of Font Awesome 5 Free, solid."""


def icon(meaning: str, look: Look, colour: str = "text") -> QIcon:
    """The picture for a meaning, in a colour of the theme, inverse where its row or button is selected."""
    import qtawesome

    tokens = look.tokens
    made: QIcon = qtawesome.icon(
        f"fa5s.{PICTURES[meaning]}",
        color=getattr(tokens, colour),
        color_selected=tokens.on_selected,
        color_on=tokens.on_main,
        color_disabled=tokens.disabled,
    )
    return made
