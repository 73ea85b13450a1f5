"""JSON from a file or from standard input, refused in plain words when it is not what it should be."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from huurdersapp.base import json_text
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _

MAX_BYTES = 50 * 1024 * 1024
"""What is larger than this is hardly meant: a hundred thousand knelpunten stay below it."""
STANDARD_INPUT = "-"


def read(source: str) -> Any:
    """The values in a JSON file, or in standard input for "-"; raises UserError with what and where."""
    if source != STANDARD_INPUT:
        if not source:
            raise UserError(_("Er is geen bestand genoemd."), _("Geef de naam van een JSON-bestand."))
        return parse(json_text.read_file(Path(source), MAX_BYTES), source)
    name = _("standaardinvoer")
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        raise UserError(_("De {name} kan niet worden gelezen."), _("Geef een bestand."), name=name) from None
    return parse(data, name)


def parse(data: bytes, name: str) -> Any:
    """The values in JSON text in UTF-8; `name` is where it came from, for the sentence of a UserError."""
    example = _('Zet er gegevens in, zoals {"titel": "Lekkage"}.')
    rules = json_text.Rules(
        limit=MAX_BYTES,
        too_large=_("Verdeel het over meer bestanden."),
        empty=example,
        broken=_("Verbeter dit en probeer het opnieuw. Er is niets opgeslagen."),
        other=example,
    )
    return json_text.parse(data, name, rules)
