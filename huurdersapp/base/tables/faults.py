"""The sentences for a list that cannot be read: what is the matter, and how to mend it."""

from __future__ import annotations

from pathlib import Path

from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number
from huurdersapp.base.i18n import gettext as _

LARGEST = 50 * 1024 * 1024
"""Bytes of a file; the same as for an attachment."""
UNPACKED = 200 * 1024 * 1024
"""Bytes of a workbook without its zip, and of all texts that its cells show."""
RATIO = 100
"""How many times as large a workbook may become: a sheet is seldom packed to less than a twentieth."""
MOST_ROWS = 200_000
MOST_COLUMNS = 500
MOST_CELLS = 6_000_000
"""Cells of the rectangle around a sheet: the library makes all of them, also where nothing stands."""
LONGEST_CELL = 32_767
"""Signs in a cell, as in Excel."""


def no_table(reason: str, **facts: str) -> UserError:
    """The file is something else; `reason` says what, and what to do."""
    return UserError(_("Dit bestand is geen gewone tabel."), reason, **facts)


def unreadable(path: Path) -> UserError:
    """The system does not let us read it."""
    return UserError(
        _("Het bestand {path} kan niet worden gelezen."),
        _("Kijk of u het mag openen, en of het niet open staat in een ander programma."),
        path=path,
    )


def no_file(path: Path) -> UserError:
    """There is nothing there, or no file."""
    if path.is_dir():
        return UserError(_("{path} is een map."), _("Kies een bestand met een lijst."), path=path)
    return UserError(_("Het bestand {path} bestaat niet."), _("Kijk de naam en de map na."), path=path)


def too_large(limit: int) -> UserError:
    """Too many bytes, packed or unpacked; `limit` in bytes."""
    return UserError(
        _("Dit bestand is te groot: meer dan {limit} MB."),
        _("Verdeel de lijst over meer bestanden."),
        limit=limit // 1024 // 1024,
    )


def too_long() -> UserError:
    """More rows than are read."""
    return UserError(
        _("Deze lijst is te lang: meer dan {limit} rijen."),
        _("Verdeel de lijst over meer bestanden. Haal ook weg wat ver onder de lijst staat."),
        limit=number(MOST_ROWS),
    )


def too_wide() -> UserError:
    """More columns than are read, or something that stands far beside the list."""
    return UserError(
        _("Deze lijst is te breed."),
        _("Haal weg wat ver naast of onder de lijst staat. Of bewaar alleen de kolommen die u nodig hebt."),
    )


def too_much_text(line: int) -> UserError:
    """A cell with a whole book in it."""
    return UserError(
        _("In rij {line} staat een tekst die te lang is voor een lijst."),
        _("Maak de tekst korter en probeer het opnieuw."),
        line=number(line),
    )


def password() -> UserError:
    """Nobody can read it without."""
    return UserError(
        _("Dit bestand is beveiligd met een wachtwoord."),
        _("Open het in Excel, haal het wachtwoord eraf en bewaar het opnieuw."),
    )


def no_sheet(name: str) -> UserError:
    """The sheet asked for is not there."""
    return UserError(_("Het blad ‘{name}’ staat niet in dit bestand."), _("Kies een ander blad."), name=name)


def empty() -> UserError:
    """Nothing in it."""
    return no_table(_("Er staat niets in. Kies een ander bestand."))


def damaged() -> UserError:
    """A workbook that is not whole, or not what it says."""
    return no_table(_("Het is beschadigd. Open het in Excel, bewaar het opnieuw en kies dat bestand."))


def binary() -> UserError:
    """Bytes that are no letters."""
    return no_table(
        _("Er staan tekens in die geen letters zijn. Bewaar de lijst in Excel als xlsx en kies die.")
    )


def quotes(line: int) -> UserError:
    """A quoted text that does not end where it should."""
    return no_table(
        _(
            "Bij regel {line} klopt een aanhalingsteken niet."
            " Verbeter die regel, of bewaar de lijst in Excel als xlsx."
        ),
        line=number(line),
    )


def ragged() -> UserError:
    """Lines of text, but no columns."""
    return no_table(
        _("De regels hebben niet even veel kolommen. Bewaar de lijst in Excel als xlsx en kies die.")
    )
