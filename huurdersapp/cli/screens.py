"""The command that draws every screen."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Call, Folder, Form

_HELP = _("Tekent elk scherm als plaatje, met de verzonnen gegevens van het voorbeeld.")


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command("schermen", cls=DutchCommand, help=_HELP, rich_help_panel=_("Nakijken"))(screens)


def screens(
    context: typer.Context,
    target: Annotated[Path, typer.Option("--uit", metavar="MAP", help=_("Waar de plaatjes komen."))],
    names: Annotated[
        str,
        typer.Option(
            "--alleen", metavar="NAAM", help=_("Alleen schermen waarvan de naam zo begint, zoals knelpunt.")
        ),
    ] = "",
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Every screen at 100 and 200 %, light and dark, and in a small window; needs no administration."""
    from huurdersapp.app import filled, opened_example

    window = context.ensure_object(Call).window
    if window is None:
        raise UserError(_("Deze versie heeft geen venster en dus geen schermen."))
    with (
        tempfile.TemporaryDirectory(prefix="huurdersapp-") as home,
        opened_example(Path(home) / "voorbeeld") as ctx,
    ):
        output.mark_example(True, form == JSON)
        output.run(filled(ctx))
        paths = []
        for path in window.pictures(ctx, target, lambda name: name.startswith(names)):
            paths.append(str(path.absolute()))
            if form != JSON:
                output.say(f"  {path.absolute()}")
    if form == JSON:
        output.say_json(paths)
