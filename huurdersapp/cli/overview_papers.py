"""The papers about activiteitenoverzichten after `papier`: one function for each, listed in register_papers.PAPERS."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.options import Folder, Form, Number, administration
from huurdersapp.cli.papers import Paper, told


def overview(number: Number, target: Paper, folder: Folder = None, form: Form = None) -> None:
    """The activiteitenoverzicht of a party."""
    _write("activiteitenoverzicht", number, target, folder, form)


def agreements(
    target: Paper,
    year: Annotated[int | None, typer.Option("--jaar", metavar="JAAR", help=_("Voor welk jaar."))] = None,
    akkoord: Annotated[
        int | None, typer.Option("--akkoord", metavar="NUMMER", help=_("Het nummer van het akkoord."))
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The prestatieafspraken of a year."""
    _write("prestatieafspraken", akkoord, target, folder, form, jaar=year)


def brought_in(
    target: Paper,
    meeting: Annotated[
        int,
        typer.Option(
            "--overleg",
            metavar="NUMMER",
            help=_("Het overleg waarin het wordt ingebracht. Zonder: alles wat nog is verzameld."),
        ),
    ] = 0,
    open_only: Annotated[
        bool, typer.Option("--onbeantwoord", help=_("Alleen wat nog niet beantwoord is."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The input for an overleg."""
    _write("inbreng", meeting, target, folder, form, onbeantwoord=open_only)


def vision(number: Number, target: Paper, folder: Folder = None, form: Form = None) -> None:
    """A wijk- or dorpsvisie."""
    _write("visie", number, target, folder, form)


def _write(
    kind: str, number: int | None, target: Path, folder: Path | None, form: str | None, **chosen: Any
) -> None:
    from huurdersapp.actions import overzicht_papier, overzichten_jaar

    choices = overzicht_papier.Choices(**chosen)
    with administration(folder, form) as ctx:
        number = overzichten_jaar.only_akkoord(ctx) if number is None else number
        told(output.run(overzicht_papier.write(ctx, kind, number, target, choices)), form)
