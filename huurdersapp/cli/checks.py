"""Commands that check: whether the administration is whole, and whether the program works here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from huurdersapp.base import paths
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import output, secret
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Call, Folder, Form, administration

if TYPE_CHECKING:
    from huurdersapp.actions.controle import Uitkomst
    from huurdersapp.actions.vooraf import Damaged

WITH_FAULTS = 1
"""The exit code when a check was done and found something."""
_CHECK_HELP = _(
    "Kijkt of alles in uw administratie nog heel is en bij elkaar past. Zonder --herstel wordt er niets gewijzigd."
)
_SELFTEST_HELP = _(
    "Kijkt of het programma zelf goed werkt op deze computer. Uw gegevens zijn er niet voor nodig."
)


def add_to(app: typer.Typer) -> None:
    """Give the program these commands."""
    panel = _("Nakijken")
    app.command("controle", cls=DutchCommand, help=_CHECK_HELP, rich_help_panel=panel)(check)
    app.command("zelftest", cls=DutchCommand, help=_SELFTEST_HELP, rich_help_panel=panel)(selftest)


def check(
    folder: Folder = None,
    form: Form = None,
    repair: Annotated[
        bool,
        typer.Option(
            "--herstel",
            help=_("Maak in orde wat zonder verlies kan, zoals het zoeken. Eerst komt er een reservekopie."),
        ),
    ] = False,
    rescue: Annotated[
        Path | None,
        typer.Option(
            "--redden",
            metavar="NAAR_MAP",
            help=_("Zet van een beschadigde administratie alles wat nog leesbaar is in een nieuwe map."),
        ),
    ] = None,
) -> None:
    """Whether the administration is whole; exit code 1 when it is not."""
    from huurdersapp.actions import controle, vooraf

    if rescue is not None:
        _rescue(paths.data_folder(folder), rescue, form)
        return
    try:
        with administration(folder, form) as ctx:
            done: tuple[str, ...] = ()
            found = output.run(controle.nakijken(ctx))
            if repair and found.herstelbaar:
                done = output.run(controle.herstel(ctx))
                found = output.run(controle.nakijken(ctx))
    except vooraf.Damaged as fault:
        _tell_damage(fault, form)
        raise typer.Exit(WITH_FAULTS) from fault
    _tell(found, done, form)
    if found.fouten:
        raise typer.Exit(WITH_FAULTS)


def _tell(found: Uitkomst, done: tuple[str, ...], form: str | None) -> None:
    if form == JSON:
        output.say_json(list(found.fouten))
        return
    for sentence in done:
        output.say(sentence)
    if not found.fouten:
        output.say(_("Nagekeken: {what}.").format(what=", ".join(found.bekeken)))
        output.say(_("De administratie is in orde."))
        return
    text = ngettext("Er klopt {count} ding niet:", "Er kloppen {count} dingen niet:", len(found.fouten))
    output.tell(text.format(count=len(found.fouten)))
    for fault in found.fouten:
        output.tell(f"- {fault}")
    output.tell(_("Nagekeken: {what}.").format(what=", ".join(found.bekeken)))
    for sentence in found.raad:
        output.tell(sentence)


def _tell_damage(fault: Damaged, form: str | None) -> None:
    from huurdersapp.actions import controle

    if form == JSON:
        output.say_json([fault.text])
        return
    output.tell(fault.text)
    for sentence in controle.schade(fault.folder):
        output.tell(sentence)


def _rescue(folder: Path, to: Path, form: str | None) -> None:
    from huurdersapp.actions import redden

    found = output.run(redden.redden(folder, to, **secret.way(folder)))
    if form == JSON:
        output.say_json(
            {
                "map": str(found.map),
                "alles": found.alles,
                "aantal": found.aantal,
                "woorden": list(found.woorden),
            }
        )
    else:
        for sentence in found.woorden:
            output.say(sentence)
        output.say(_("De nieuwe administratie staat in {folder}.").format(folder=found.map))
        output.say(_('Bekijk die met: huurdersapp --gegevens "{folder}"').format(folder=found.map))
    if not found.alles:
        raise typer.Exit(WITH_FAULTS)


def selftest(
    context: typer.Context,
    folder: Folder = None,
    form: Form = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--rapport",
            metavar="BESTAND",
            help=_(
                "Bewaar een probleemrapport voor wie u helpt: versies, aantallen en wat er misging. Zonder persoonsgegevens."
            ),
        ),
    ] = None,
) -> None:
    """Whether the program works on this computer; exit code 1 when it does not."""
    from huurdersapp.actions import zelftest

    found: list[dict[str, str | None]] = []
    window = context.ensure_object(Call).window
    for name, fault in zelftest.run(window.try_out if window is not None else None):
        found.append({"naam": name, "fout": fault})
        if form != JSON:
            output.say(f"{name}: {_('goed') if fault is None else _('FOUT ({fault})').format(fault=fault)}")
    failed = [item for item in found if item["fout"] is not None]
    if report is not None:
        _report(paths.data_folder(folder), report, [(str(item["naam"]), item["fout"]) for item in found])
    if form == JSON:
        output.say_json(found)
    elif not failed:
        output.say(_("Het programma werkt goed op deze computer."))
    if report is not None:
        output.tell(
            _("Het probleemrapport staat in {path}. Lees het na voor u het verstuurt.").format(path=report)
        )
    if failed:
        output.tell(_("Het programma werkt hier niet goed. Installeer het opnieuw."))
        raise typer.Exit(WITH_FAULTS)


def _report(folder: Path, target: Path, tested: list[tuple[str, str | None]]) -> None:
    """Keep a problem report; on the administration too where it opens by itself, only to look."""
    from huurdersapp.actions import probleemrapport, vooraf
    from huurdersapp.app import opened

    text, fault = None, None
    if vooraf.exists(folder) and not vooraf.needs_secret(folder):
        try:
            with opened(folder, read_only=True) as ctx:
                text = probleemrapport.tekst(folder, ctx, tested=tested, looking=True)
        except Exception as found:  # noqa: BLE001 - the report is for what does not open, and tells of it
            fault = found
    probleemrapport.bewaar(target, text or probleemrapport.tekst(folder, fault=fault, tested=tested))
