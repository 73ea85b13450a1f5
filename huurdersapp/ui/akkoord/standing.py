"""How a stand looks: a picture and a colour, always with its words. Grey for what nobody can be blamed for."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.actions.akkoord_voortgang import Progress
from huurdersapp.ui.text_list import Paragraph, Style

PICTURES: Mapping[str, tuple[str, Style]] = {
    "nog_niet_te_zeggen": ("stand_stil", "muted"),
    "niet_aangeleverd": ("stand_leeg", "muted"),
    "op_schema": ("stand_op_schema", "good"),
    "gehaald": ("goed", "good"),
    "achter": ("stand_achter", "warning"),
    "boven_de_bandbreedte": ("omhoog", "warning"),
    "niet_gehaald": ("fout", "fault"),
}
"""The meaning of the icon and the style of the words, by the key of STAND."""
ROLES: Mapping[Style, str] = {"muted": "muted", "good": "good", "warning": "warning", "fault": "fault"}
"""The role of a label in the window for a style."""
COLOURS: Mapping[Style, str] = {"muted": "muted", "good": "good", "warning": "warning", "fault": "error"}


def line(progress: Progress, before: str = "") -> Paragraph:
    """A stand as a line of a list."""
    picture, style = PICTURES.get(progress.key, ("", "muted"))
    return Paragraph(f"{before}{progress.words}", style, icon=picture, share=progress.share)
