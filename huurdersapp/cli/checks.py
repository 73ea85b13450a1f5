"""Commands that check: whether the administration is whole, and whether the program works here."""

from __future__ import annotations

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Call, Folder, Form, administration

WITH_FAULTS = 1
"""The exit code when a check was done and found something."""
_CHECK_HELP = _(
    "Kijkt of alles in uw administratie nog heel is en bij elkaar past. Er wordt niets gewijzigd."
)
_SELFTEST_HELP = _(
    "Kijkt of het programma zelf goed werkt op deze computer. Uw gegevens zijn er niet voor nodig."
)


def add_to(app: typer.Typer) -> None:
    """Give the program these commands."""
    panel = _("Nakijken")
    app.command("controle", cls=DutchCommand, help=_CHECK_HELP, rich_help_panel=panel)(check)
    app.command("zelftest", cls=DutchCommand, help=_SELFTEST_HELP, rich_help_panel=panel)(selftest)


def check(folder: Folder = None, form: Form = None) -> None:
    """Whether the administration is whole; exit code 1 when it is not."""
    from huurdersapp.actions import controle

    with administration(folder, form) as ctx:
        faults = output.run(controle.check(ctx))
    if form == JSON:
        output.say_json(faults)
    elif not faults:
        output.say(_("De administratie is in orde."))
    else:
        text = ngettext("Er klopt {count} ding niet:", "Er kloppen {count} dingen niet:", len(faults))
        output.tell(text.format(count=len(faults)))
        for fault in faults:
            output.tell(f"- {fault}")
    if faults:
        raise typer.Exit(WITH_FAULTS)


def selftest(context: typer.Context, folder: Folder = None, form: Form = None) -> None:
    """Whether the program works on this computer; exit code 1 when it does not."""
    from huurdersapp.actions import zelftest

    found: list[dict[str, str | None]] = []
    window = context.ensure_object(Call).window
    for name, fault in zelftest.run(window.try_out if window is not None else None):
        found.append({"naam": name, "fout": fault})
        if form != JSON:
            output.say(f"{name}: {_('goed') if fault is None else _('FOUT ({fault})').format(fault=fault)}")
    failed = [item for item in found if item["fout"] is not None]
    if form == JSON:
        output.say_json(found)
    elif not failed:
        output.say(_("Het programma werkt goed op deze computer."))
    if failed:
        output.tell(_("Het programma werkt hier niet goed. Installeer het opnieuw."))
        raise typer.Exit(WITH_FAULTS)
