"""Commands that put something on paper or in a file: reports, letters and the akkoord."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import measures, output
from huurdersapp.cli.dutch import DutchCommand, DutchGroup, Wrong
from huurdersapp.cli.options import (
    JSON,
    AkkoordNumber,
    Folder,
    Form,
    administration,
)

if TYPE_CHECKING:
    from huurdersapp.actions.papier import Printed


def add_to(app: typer.Typer) -> None:
    """Give the program these commands."""
    akkoord = group(app, "akkoord", _("Toont het Lokaal Akkoord, of haalt het uit of in een bestand."))
    akkoord.command("toon", cls=DutchCommand, help=_("Toont het hele akkoord in zijn eigen volgorde."))(
        akkoord_show
    )
    akkoord.command("stand", cls=DutchCommand, help=measures.STAND_HELP)(measures.stands)
    akkoord.command("export", cls=DutchCommand, help=_EXPORT_HELP)(akkoord_export)
    akkoord.command("laad", cls=DutchCommand, help=_LOAD_HELP)(akkoord_load)


def group(app: typer.Typer, name: str, help: str, panel: str | None = None) -> typer.Typer:
    """A new group of commands, of those that put something on paper or of another panel; it says itself which commands
    it has."""
    made = typer.Typer(
        cls=DutchGroup,
        rich_markup_mode=None,
        invoke_without_command=True,
        options_metavar=_("[OPTIES]"),
        subcommand_metavar=_("OPDRACHT …"),
    )
    made.callback()(_needs_command)
    app.add_typer(made, name=name, help=help, rich_help_panel=panel or _("Papier"))
    return made


def _needs_command(context: typer.Context, folder: Folder = None, form: Form = None) -> None:
    if context.invoked_subcommand is None:
        known = ", ".join(getattr(context.command, "commands", ()))
        raise Wrong(_("Hier hoort nog een opdracht achter: {known}.").format(known=known), ctx=context)


_EXPORT_HELP = _("Zet het akkoord in een bestand: .json (dat laad weer leest) of .csv (een regel per punt).")
_LOAD_HELP = _(
    "Leest een akkoord uit een JSON-bestand. Klopt er iets niet, dan wordt er niets opgeslagen en leest u wat er mis is."
)
Paper = Annotated[
    Path,
    typer.Option(
        "--uit",
        metavar="BESTAND",
        help=_("Het bestand dat u wilt maken (.pdf, .docx, .html, .xlsx of .csv)."),
    ),
]


def told(written: Printed, form: str | None, **facts: object) -> None:
    """Say which files are ready, with what the person should know; `facts` go along in JSON."""
    output.warn(written.warnings)
    if form == JSON:
        output.say_json(
            {
                "bestand": str(written.path),
                "bestanden": [str(path) for path in written.files],
                "paginas": written.pages or None,
                **facts,
            }
        )
    elif written.pages:
        text = ngettext(
            "{path} is klaar: {count} bladzijde.", "{path} is klaar: {count} bladzijden.", written.pages
        )
        output.say(text.format(path=written.path, count=written.pages))
    else:
        for path in written.files:
            output.say(_("{path} is klaar.").format(path=path))


def akkoord_show(akkoord: AkkoordNumber = None, folder: Folder = None, form: Form = None) -> None:
    """The akkoord to read."""
    from huurdersapp.actions import akkoord as action

    with administration(folder, form) as ctx:
        if form == JSON:
            output.say_json(action.overview(ctx, akkoord))
            return
        for line in action.overview_lines(ctx, akkoord):
            output.say(line)


def akkoord_export(
    target: Annotated[
        Path | None,
        typer.Option(
            "--uit",
            metavar="BESTAND",
            help=_(
                "Het bestand dat u wilt maken (.json of .csv). Noemt u niets, dan komt de JSON hier te staan."
            ),
        ),
    ] = None,
    akkoord: AkkoordNumber = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The akkoord as a file, or as JSON on standard output."""
    from huurdersapp.actions import akkoord as action

    if target is None:
        with administration(folder, JSON) as ctx:
            output.say_json_text(action.as_json(ctx, akkoord).rstrip("\n"))
        return
    with administration(folder, form) as ctx:
        count = action.export(ctx, target, akkoord)
    if form == JSON:
        output.say_json({"bestand": str(target), "aantal": count})
        return
    text = ngettext("{path} is klaar: {count} punt.", "{path} is klaar: {count} punten.", count)
    output.say(text.format(path=target, count=count))


def akkoord_load(
    source: Annotated[Path, typer.Argument(metavar="BESTAND", help=_("Het JSON-bestand met het akkoord."))],
    folder: Folder = None,
    form: Form = None,
) -> None:
    """An akkoord from a file."""
    from huurdersapp.actions import akkoord as action

    with administration(folder, form) as ctx:
        number, count = output.run(action.load(ctx, source))
    if form == JSON:
        output.say_json({"nummer": number, "aantal": count})
        return
    text = ngettext(
        "Akkoord {number} is geladen: {count} onderdeel.",
        "Akkoord {number} is geladen: {count} onderdelen.",
        count,
    )
    output.say(text.format(number=number, count=count))
