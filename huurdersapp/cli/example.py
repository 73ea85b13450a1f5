"""The command that shows what the program can do, with invented data in a folder of their own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from huurdersapp.base import paths, period
from huurdersapp.base.files import not_writable
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output, secret
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Call, Folder, Form, readable

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.base.period import Period

_HELP = _(
    """Maakt een administratie met verzonnen gegevens over Emmen, en opent het venster erop.

    Zonder beeldscherm, of met --zonder-venster, maakt het een verslag en een adviesbrief. Uw eigen gegevens blijven
    ongemoeid: zonder --gegevens staat het voorbeeld in een eigen map."""
)


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command("voorbeeld", cls=DutchCommand, help=_HELP, rich_help_panel=_("Beginnen"))(example)


def example(
    context: typer.Context,
    target: Annotated[
        Path,
        typer.Option(
            "--uit", metavar="MAP", help=_("Waar het verslag en de brief komen: gewoonlijk voorbeeld-uit.")
        ),
    ] = Path("voorbeeld-uit"),
    span: Annotated[
        str,
        typer.Option(
            "--periode",
            metavar="PERIODE",
            parser=readable,
            help=_("De periode van het verslag: gewoonlijk 2020-T2 (mei tot en met augustus 2020)."),
        ),
    ] = "2020-T2",
    windowless: Annotated[
        bool,
        typer.Option("--zonder-venster", help=_("Opent geen venster, maar maakt de stukken.")),
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The example, made when it is not there yet: shown in the window, or its papers where nobody sees a window."""
    days = period.parse(span)
    place = _place(folder)
    window = context.ensure_object(Call).window
    if window is not None and not windowless and form != JSON and window.is_seen():
        with _opened(place, None, form):
            pass
        raise typer.Exit(window.open(place, paths.data_folder()))
    with _opened(place, target, form) as ctx:
        written = list(_papers(ctx, days, target))
        if window is not None:
            written += window.pictures(ctx, target, lambda name: name.endswith("-100-licht"))
    if form == JSON:
        output.say_json({"map": str(place), "bestanden": list(map(str, written))})
        return
    output.say(_("Het voorbeeld staat in {folder}").format(folder=place.absolute()))
    output.say(_("Deze stukken zijn gemaakt:"))
    for path in written:
        output.say(f"  {path.absolute()}")
    output.say(
        _('Rondkijken: huurdersapp lijst knelpunt --gegevens "{folder}"').format(folder=place.absolute())
    )


def _place(folder: Path | None) -> Path:
    named = folder is not None or os.environ.get(paths.DATA_VARIABLE)
    return paths.data_folder(folder) if named else paths.example_folder()


@contextmanager
def _opened(place: Path, target: Path | None, form: str | None) -> Iterator[Context]:
    """The example in this folder: as it is, or made in a folder that is missing or empty.

    Raises UserError where something else lies, and when `target` (None: no papers are wanted) cannot take the papers:
    before anything is made.
    """
    from huurdersapp.actions.voorbeeld import on_its_day
    from huurdersapp.app import filled, opened_example

    with opened_example(place, lambda: _try_out(target), **secret.way(place)) as ctx:
        output.mark_example(True, form == JSON)
        output.run(filled(ctx))
        with on_its_day(ctx):
            yield ctx


def _try_out(target: Path | None) -> None:
    """Make the folder for the papers, and see whether a file can be made in it."""
    if target is None:
        return
    try:
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=target):
            pass
    except OSError as fault:
        raise not_writable(target, fault) from fault


def _papers(ctx: Context, days: Period, target: Path) -> Iterator[Path]:
    from huurdersapp.actions import advies, lists, verslag
    from huurdersapp.actions.verslagen.opdracht import Opdracht

    for ending in ("pdf", "docx"):
        path = target / f"trimesterverslag-{days.code()}.{ending}"
        output.warn(output.run(verslag.write(ctx, Opdracht("trimester", days), path)).warnings)
        yield path
    found = lists.find(ctx, ctx.spec("advies"), order="nummer")
    number = next((item["nummer"] for item in found if item["uitkomst"]), None)
    if number is None:
        return
    for ending in ("pdf", "docx"):
        path = target / f"adviesbrief-{number}.{ending}"
        output.warn(output.run(advies.write_letter(ctx, number, path)).warnings)
        yield path
