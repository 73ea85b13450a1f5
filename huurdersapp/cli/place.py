"""The command that brings the administration to another folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huurdersapp.base import paths
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output, secret
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Folder, Form

_HELP = _(
    """Verhuist uw administratie naar een andere map op deze computer, met alle reservekopieën en instellingen.

    Nodig als uw gegevens in een map staan die wordt gesynchroniseerd, of op een netwerkschijf. Sluit het programma eerst.
    In de oude map komt een briefje dat vertelt waar alles staat.

    Voorbeeld:
    huurdersapp verhuis --naar D:\\Huurders"""
)


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command("verhuis", cls=DutchCommand, help=_HELP, rich_help_panel=_("Bewaren"))(move)


def move(
    to: Annotated[
        Path,
        typer.Option("--naar", metavar="MAP", help=_("De nieuwe map. Die is leeg, of wordt voor u gemaakt.")),
    ],
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The administration in another folder of this computer."""
    from huurdersapp.actions import plaats

    place = paths.data_folder(folder)
    moved = output.run(plaats.verhuis(place, to, **secret.way(place)))
    if form == JSON:
        output.say_json({"map": str(moved.to.absolute()), "van": str(place), "oude_map_blijft": moved.stays})
    else:
        output.say(_("Uw gegevens staan nu in {folder}").format(folder=moved.to.absolute()))
        output.say(_("De oude map {folder} kunt u weggooien als alles werkt.").format(folder=place))
    if moved.stays:
        output.warn([_("de oude map is alleen te lezen. Werk daar niet meer in.")])
    if moved.warning:
        output.warn([moved.warning])
