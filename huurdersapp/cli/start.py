"""The command to begin with: a new administration."""

from __future__ import annotations

from typing import Annotated

import typer

from huurdersapp.base import paths
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Folder, Form, readable

_HELP = _(
    """Maakt een nieuwe, lege administratie voor uw organisatie.

    Voorbeeld:
    huurdersapp start --organisatie "Huurdersvereniging De Linde" --naam "J. Jansen" """
)


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command("start", cls=DutchCommand, help=_HELP, rich_help_panel=_("Beginnen"))(start)


def start(
    organisation: Annotated[
        str,
        typer.Option(
            "--organisatie", metavar="NAAM", parser=readable, help=_("De naam van uw huurdersorganisatie.")
        ),
    ],
    name: Annotated[
        str,
        typer.Option(
            "--naam",
            metavar="NAAM",
            parser=readable,
            help=_("Uw eigen naam. Die staat bij elke wijziging in de geschiedenis."),
        ),
    ] = "",
    folder: Folder = None,
    form: Form = None,
) -> None:
    """A new administration with the own organisation in it."""
    from huurdersapp.actions import start as beginning
    from huurdersapp.app import opened

    beginning.check(organisation, name)
    place = paths.data_folder(folder)
    with opened(place, create=True, author=name.strip() or None) as ctx:
        beginning.begin(ctx, organisation)
    if form == JSON:
        output.say_json({"map": str(place), "organisatie": organisation.strip()})
        return
    output.say(_("De administratie van {name} is gemaakt.").format(name=organisation.strip()))
    output.say(_("De gegevens staan in {folder}").format(folder=place))
    output.say(_("Ze zijn nog niet beveiligd: wie deze computer kan openen, kan ze lezen."))
    output.say(_("Beveiligen doet u met: huurdersapp sleutel wachtwoord --uit herstelblad.pdf"))
    output.say(
        _("Begin met de plaatsen waar uw huurders wonen. De velden ziet u met: huurdersapp velden kern")
    )
