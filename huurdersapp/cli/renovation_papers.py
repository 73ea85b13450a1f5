"""The papers of a renovation after `papier`: one function for each, listed in register_papers.PAPERS."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.options import Folder, Form, Number, administration, readable
from huurdersapp.cli.papers import Paper, told
from huurdersapp.cli.renovation_answers import day

TELBLAD_HELP = _(
    """Maakt het telblad van een bouwkundige eenheid: wie instemde, zonder namen, om samen te ondertekenen.

    Voorbeeld:
    huurdersapp papier telblad 3 --uit telblad.pdf"""
)
LIST_HELP = _("Maakt een lijst om bij een renovatie langs de deuren van een bouwkundige eenheid te gaan.")
REPORT_HELP = _("Schrijft op hoe een renovatieproject ervoor staat, voor het bestuurlijk overleg.")
LETTER_HELP = _(
    """Schrijft aan de huurders van een bouwkundige eenheid wat hun rechten zijn bij de renovatie.

    Voorbeeld:
    huurdersapp papier rechtenbrief 3 --per-woning --uit brieven.pdf"""
)
WORRIES_HELP = _("Maakt een blad met de zorgen van bewoners, om met de verhuurder te bespreken.")
OnDay = Annotated[
    str | None,
    typer.Option(
        "--op",
        metavar="DAG",
        parser=readable,
        help=_("Hoe het op deze dag stond. Zonder dit is dat vandaag."),
    ),
]


def count_sheet(
    number: Number,
    target: Paper,
    on: OnDay = None,
    blank: Annotated[
        bool, typer.Option("--leeg", help=_("Zonder antwoorden, om met de hand in te vullen."))
    ] = False,
    public: Annotated[
        bool, typer.Option("--zonder-adressen", help=_("Alleen de aantallen, voor een prikbord."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The telblad of a building."""
    _write("telblad", number, target, folder, form, on, blanco=blank, zonder_adressen=public)


def walk_list(
    number: Number,
    target: Paper,
    stairs: Annotated[
        bool, typer.Option("--per-trappenhuis", help=_("Per trappenhuis, in plaats van oneven en even."))
    ] = False,
    open_only: Annotated[bool, typer.Option("--open", help=_("Alleen wie nog niet antwoordde."))] = False,
    names: Annotated[
        bool, typer.Option("--met-namen", help=_("Met de namen van huurders. De lijst is dan vertrouwelijk."))
    ] = False,
    walker: Annotated[
        str, typer.Option("--loper", metavar="NAAM", parser=readable, help=_("Wie langs de deuren gaat."))
    ] = "",
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The list with which somebody walks along the doors of a building."""
    chosen = {"per_trappenhuis": stairs, "alleen_open": open_only, "met_namen": names, "loper": walker}
    _write("renovatielijst", number, target, folder, form, None, **chosen)


def report(number: Number, target: Paper, on: OnDay = None, folder: Folder = None, form: Form = None) -> None:
    """A project for the bestuurlijk overleg."""
    _write("renovatieverslag", number, target, folder, form, on)


def worries(
    number: Number,
    target: Paper,
    inside: Annotated[
        bool, typer.Option("--intern", help=_("Met precieze aantallen. Het blad blijft dan binnen."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """What tenants worry about, to talk about with the landlord."""
    _write("zorgenblad", number, target, folder, form, None, intern=inside)


def letter(
    number: Number,
    target: Paper,
    each: Annotated[
        bool,
        typer.Option(
            "--per-woning", help=_("Eén bestand (.pdf) met een brief voor elke woning waar iemand woont.")
        ),
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """What tenants of a building should know of their rights."""
    if not each:
        _write("rechtenbrief", number, target, folder, form, None)
        return
    from huurdersapp.actions import renovatie_papier

    with administration(folder, form) as ctx:
        told(output.run(renovatie_papier.write_letters(ctx, number, target)), form)


def _write(
    kind: str,
    number: int,
    target: Path,
    folder: Path | None,
    form: str | None,
    on: str | None,
    **chosen: Any,
) -> None:
    from huurdersapp.actions import renovatie_papier

    with administration(folder, form) as ctx:
        choices = renovatie_papier.Choices(op=day(on), **chosen)
        told(output.run(renovatie_papier.write(ctx, kind, number, target, choices)), form)
