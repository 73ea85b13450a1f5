"""Asking for a password: in the terminal without showing it, or from a file that another program names."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import TypedDict

import typer

from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output

VARIABLE = "HUURDERSAPP_WACHTWOORD_BESTAND"
"""Names a file with the password on its first line, and on the second line a new one; passwords in the environment or
on a command line can be read by other programs."""
_LARGEST = 100_000


class Way(TypedDict, total=False):
    """With what an administration is opened, as `app.opened` takes it; empty where nothing is needed."""

    secret: str
    key: str


def way(folder: Path) -> Way:
    """How the administration of this folder is opened: by itself, with the key that this computer remembers, or with a
    password that is asked for. Raises UserError where nobody can be asked."""
    from huurdersapp.actions import vooraf

    if not vooraf.needs_secret(folder):
        return {}
    from huurdersapp.actions import bekeken

    bekeken.remove_left(folder)
    if not _is_named():
        from huurdersapp.actions import sleutels

        if (key := sleutels.onthouden_sleutel(folder)) is not None:
            return {"key": key}
    return {"secret": present()}


def present() -> str:
    """The password as it is now (or the recovery code)."""
    return _line(0) if _is_named() else _asked(_("Wachtwoord of herstelcode"))


def new(question: str) -> str:
    """A new password, typed twice. With a file: its second line, or the first when there is no other."""
    if _is_named():
        return _line(1)
    first = _asked(question)
    if first != _asked(_("Nog een keer hetzelfde")):
        raise UserError(_("De twee wachtwoorden zijn niet gelijk. Er is niets gewijzigd."))
    return first


def first(question: str) -> str:
    """The first password of all: the first line of the file."""
    return _line(0) if _is_named() else new(question)


def _is_named() -> bool:
    """Whether a file is named; a variable without anything in it names none."""
    return bool(os.environ.get(VARIABLE))


def _asked(question: str) -> str:
    if not output.is_terminal(sys.stdin):
        raise UserError(
            _("Voor deze opdracht is een wachtwoord nodig."),
            command=_(
                "Typ de opdracht in een terminal, of zet het wachtwoord in een bestand en noem dat in {variable}."
            ),
            variable=VARIABLE,
        )
    try:
        return str(typer.prompt(question, hide_input=True, err=True))
    except typer.Abort as fault:
        raise Stopped from fault


def _line(number: int) -> str:
    path = Path(os.environ[VARIABLE])
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError
        content = path.read_bytes()
        # Windows PowerShell writes UTF-16 when its output goes to a file.
        coding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
        lines = content.decode(coding).splitlines()
    except (OSError, ValueError) as fault:
        raise UserError(
            _("Het bestand met het wachtwoord, {path}, is niet leesbaar."),
            _("Zet het wachtwoord op de eerste regel van een gewoon tekstbestand."),
            path=path,
        ) from fault
    if len(lines) <= number or not lines[number]:
        text = (
            _("Op de eerste regel van {path} staat geen wachtwoord.")
            if number == 0
            else _("Op de tweede regel van {path} staat geen nieuw wachtwoord.")
        )
        raise UserError(text, _("Zet het er als gewone tekst neer."), path=path)
    return lines[number]
