"""The options and arguments that commands share, and opening the administration they name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base import paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output, secret
from huurdersapp.cli.dutch import Wrong

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context

TEXT, JSON = "tekst", "json"
LONGEST_NUMBER = 40
"""Digits of what still may be a number that is not there; more are something else that was pasted."""


@dataclass(frozen=True, slots=True)
class Window:
    """The way to the window, which this layer does not know: `open` shows it on a data folder (with the folder that
    comes after the example) and gives the exit code; `is_seen` says whether somebody would see it; `pictures` draws its
    screens into a folder, those whose name is wanted; `try_out` raises what does not work in it."""

    open: Callable[[Path | None, Path | None], int]
    is_seen: Callable[[], bool]
    pictures: Callable[[Context, Path, Callable[[str], bool]], Iterator[Path]]
    try_out: Callable[[], None]


@dataclass(slots=True)
class Call:
    """One call of the program: the data folder that it names, for the report of a crash, and the way to the window
    where there is one."""

    folder: Path | None = None
    window: Window | None = None


def _named_anywhere(context: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
    """The value of the command, else the one given before the command."""
    outer = context.parent
    while value is None and outer is not None:
        value = outer.params.get(param.name)
        outer = outer.parent
    return value


def _folder(context: typer.Context, param: typer.CallbackParam, value: Path | None) -> Path | None:
    found: Path | None = _named_anywhere(context, param, value)
    if isinstance(context.obj, Call):
        context.obj.folder = found
    return found


def _form(text: str) -> str:
    if text not in (TEXT, JSON):
        raise Wrong(_("Het formaat ‘{text}’ bestaat niet. Kies uit: tekst, json.").format(text=text[:40]))
    return text


def readable(text: str) -> str:
    """Typed text; refuses bytes that are no letters in any text, which a terminal may pass on.

    Where the system says that it knows only ASCII, Python hands other letters over as bare bytes: these are UTF-8.
    """
    try:
        return text if _is_whole(text) else os.fsencode(text).decode()
    except UnicodeError:
        raise Wrong(
            _("In ‘{text}’ staat een teken dat niet leesbaar is. Typ het opnieuw.").format(
                text=text.encode(errors="replace").decode()[:60]
            )
        ) from None


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def record_number(text: str) -> int:
    """The number of a record as it was typed; refuses what is no number."""
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER and int(text) > 0):
        raise Wrong(
            _("‘{text}’ is geen nummer. Schrijf alleen cijfers, zoals 12.").format(text=readable(text)[:40])
        )
    return int(text)


Folder = Annotated[
    Path | None,
    typer.Option(
        "--gegevens",
        metavar="MAP",
        callback=_folder,
        help=_("De map met uw gegevens, in plaats van de gewone."),
    ),
]
Form = Annotated[
    str | None,
    typer.Option(
        "--formaat",
        metavar="FORMAAT",
        parser=_form,
        callback=_named_anywhere,
        help=_(
            "Hoe de uitkomst eruitziet: tekst om te lezen (als u niets noemt) of json voor een ander programma."
        ),
    ),
]
Kind = Annotated[
    str,
    typer.Argument(
        metavar="SOORT",
        parser=readable,
        help=_("Soort gegevens, zoals knelpunt of kern. Alle soorten: huurdersapp soorten"),
    ),
]
Number = Annotated[
    int, typer.Argument(metavar="NUMMER", parser=record_number, help=_("Nummer, zoals de lijst het toont."))
]
AkkoordNumber = Annotated[
    int | None,
    typer.Option(
        "--akkoord", metavar="NUMMER", parser=record_number, help=_("Welk akkoord, als er meer dan één is.")
    ),
]


@contextmanager
def _copied_when_due(ctx: Context) -> Iterator[None]:
    """After a command that changed something a copy is made, when the last one is older than half an hour. What goes
    wrong with it is told, and does not undo what the command did."""
    before = ctx.store.head.seq
    yield
    if ctx.store.head.seq == before:
        return
    from huurdersapp.actions import reservekopie

    try:
        output.run(reservekopie.regular(ctx))
    except UserError as fault:
        output.tell(fault.sentence())


@contextmanager
def administration(folder: Path | None, form: str | None = None) -> Iterator[Context]:
    """The administration that the command is about, with the mark of an example said first, and beside what it says why
    nothing can be changed where that is so."""
    from huurdersapp.actions.voorbeeld import on_its_day
    from huurdersapp.app import has_administration, opened

    if folder is not None and not has_administration(folder):
        raise UserError(
            _("Er is nog geen administratie in {folder}."),
            _(
                'Maak er een met: huurdersapp start --organisatie "Naam van uw organisatie" --gegevens "{folder}"'
            ),
            folder=folder,
        )
    place = paths.data_folder(folder)
    with opened(place, **secret.way(place)) as ctx, _copied_when_due(ctx):
        output.mark_example(ctx.store.example, form == JSON)
        if ctx.store.read_only:
            output.tell(_("Alleen lezen: {reason}").format(reason=ctx.store.read_only))
        with on_its_day(ctx):
            yield ctx
