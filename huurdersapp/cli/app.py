"""The commands together, and what each ending of one means for the person and for the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer
from typer.main import get_command

from huurdersapp.base import paths
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import (
    addresses,
    advies,
    agenda,
    backups,
    checks,
    example,
    figures,
    keys,
    measures,
    output,
    papers,
    place,
    privacy,
    records,
    register_papers,
    renovation,
    report,
    reports,
    screens,
    start,
)
from huurdersapp.cli.dutch import DutchGroup, usage_error
from huurdersapp.cli.options import Call, Folder, Form, Window

DONE, FOR_PEOPLE, OUR_BUG, INTERRUPTED = 0, 1, 70, 130
"""Exit codes; wrong usage is 2. 70 is EX_SOFTWARE of sysexits.h, 130 is what a shell says after Ctrl+C."""
PROGRAM = "huurdersapp"
_HELP = _(
    """Vastleggen, volgen en verantwoorden voor huurdersorganisaties, op één computer, zonder internet.

    Zonder opdracht opent het venster, met --veilig in de veilige stand. Met een opdracht werkt u zonder venster. Uitleg
    over een opdracht krijgt u met --help erachter, zoals: huurdersapp lijst --help"""
)


def _start_page(context: typer.Context, folder: Folder = None, form: Form = None) -> None:
    if context.invoked_subcommand is not None:
        return
    if (window := context.ensure_object(Call).window) is not None:
        raise typer.Exit(window.open(folder, None))
    output.say(context.get_help())


def program() -> typer.Typer:
    """All commands."""
    app = typer.Typer(
        cls=DutchGroup,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        help=_HELP,
        options_metavar=_("[OPTIES]"),
        subcommand_metavar=_("OPDRACHT …"),
    )
    app.callback()(_start_page)
    start.add_to(app)
    example.add_to(app)
    records.add_to(app)
    addresses.add_to(app)
    measures.add_to(app)
    figures.add_to(app)
    reports.add_to(app)
    papers.add_to(app)
    advies.add_to(app)
    register_papers.add_to(app)
    renovation.add_to(app)
    agenda.add_to(app)
    privacy.add_to(app)
    backups.add_to(app)
    checks.add_to(app)
    keys.add_to(app)
    place.add_to(app)
    screens.add_to(app)
    return app


def run(arguments: Sequence[str], window: Window | None = None) -> int:
    """Do what the arguments say, tell how it went, and give the exit code; nothing is ever raised.

    `window` is opened when there is no command; without one the program explains itself.
    """
    output.in_utf8()
    call = Call(window=window)
    try:
        code = _carried_out(arguments, call)
        output.flush()
    except typer.TyperException as fault:
        output.tell(usage_error(fault))
        code = fault.exit_code
    except UserError as fault:
        output.tell(fault.sentence())
        code = FOR_PEOPLE
    except (KeyboardInterrupt, Stopped):
        output.tell(_("Gestopt. Er is niets half opgeslagen."))
        code = INTERRUPTED
    except BrokenPipeError:
        output.let_go()  # a help page is written by Typer
        code = DONE
    except Exception as fault:  # noqa: BLE001 - the one place that tells a person of a fault of ours
        output.tell(report.sentences(fault, paths.data_folder(call.folder), _command(arguments)))
        code = OUR_BUG
    return code


def _carried_out(arguments: Sequence[str], call: Call) -> int:
    """Not Typer's own main(): that tells and ends in its own way, in English."""
    try:
        command: Any = get_command(program())
        with command.make_context(PROGRAM, list(arguments), obj=call) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return DONE


def _command(arguments: Sequence[str]) -> str:
    """The name of the command among the arguments, and nothing else of them."""
    known: Any = get_command(program())
    return next((word for word in arguments if word in known.commands), "")
