"""The command that loads figures of others as metingen, by the same plan as the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Folder, Form, administration, readable
from huurdersapp.cli.papers import group

if TYPE_CHECKING:
    from huurdersapp.actions.metingen_laden import Plan

_HELP = _("Laadt cijfers van anderen als metingen.")
_LOAD_HELP = _(
    """Laadt metingen uit een lijst: csv, xlsx, xls of ods. Wat er al is, of niet klopt, wordt niet geladen.

    Kijk eerst met --proef wat er gebeurt. Voorbeeld:
    huurdersapp metingen laad labels.csv --maat DU2-I9 --periode 2020 --proef"""
)
SHOWN = 10
"""Rows that cannot be loaded that are told; the rest goes to a file."""


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    made = group(app, "metingen", _HELP, _("Gegevens"))
    made.command("laad", cls=DutchCommand, help=_LOAD_HELP)(load)


def _option(name: str, shown: str, help_: str) -> Any:
    return typer.Option(name, metavar=shown, parser=readable, help=help_)


def load(
    source: Annotated[Path, typer.Argument(metavar="BESTAND", help=_("De lijst met cijfers."))],
    measure: Annotated[
        str | None, _option("--maat", "CODE", _("Van welke maat alles is, als dat niet in de lijst staat."))
    ] = None,
    period: Annotated[
        str | None, _option("--periode", "PERIODE", _("Over welke periode, als dat niet in de lijst staat."))
    ] = None,
    party: Annotated[str | None, _option("--partij", "NAAM", _("Van welke partij alles is."))] = None,
    place: Annotated[str | None, _option("--kern", "NAAM", _("Over welke plaats alles gaat."))] = None,
    giver: Annotated[str | None, _option("--door", "NAAM", _("Welke partij de cijfers aanleverde."))] = None,
    origin: Annotated[str | None, _option("--bron", "TEKST", _("Waar de cijfers vandaan komen."))] = None,
    counts: Annotated[
        bool, typer.Option("--aantallen", help=_("Bij klassen staan aantallen, geen percentages."))
    ] = False,
    trial: Annotated[
        bool, typer.Option("--proef", help=_("Alleen nakijken; er wordt niets opgeslagen."))
    ] = False,
    rest: Annotated[
        Path | None,
        typer.Option("--rest", metavar="UIT.csv", help=_("Zet wat niet kon in dit bestand, met de reden.")),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Metingen from a list."""
    from huurdersapp.actions import metingen_laden
    from huurdersapp.actions.metingen import measure_called
    from huurdersapp.actions.plain import number_of
    from huurdersapp.base import tables

    with administration(folder, form) as ctx:
        beside = metingen_laden.Beside(
            maat=measure_called(ctx, measure) if measure else None,
            periode=period,
            partij=number_of(ctx, "partij", party) if party else None,
            kern=number_of(ctx, "kern", place) if place else None,
            aangeleverd_door=number_of(ctx, "partij", giver) if giver else None,
            bron=origin,
            aantallen=counts,
        )
        table = output.run(tables.reading(source))
        found = metingen_laden.guess(ctx, table)
        plan = output.run(metingen_laden.plan(ctx, table, found, beside))
        if rest is not None and plan.left:
            metingen_laden.left_file(plan, rest)
        loaded = 0 if trial else output.run(metingen_laden.load(ctx, plan))
    if form == JSON:
        output.say_json(_as_json(plan, loaded))
        return
    _tell(plan, rest)
    if trial:
        output.say(_("Dit was een proef: er is niets opgeslagen."))
    elif loaded:
        text = ngettext("{count} meting geladen.", "{count} metingen geladen.", loaded)
        output.say(text.format(count=loaded))


def _tell(plan: Plan, rest: Path | None) -> None:
    output.say(plan.summary())
    for _place, seen in plan.left[:SHOWN]:
        text = _("- regel {line}, {what}: {reasons}")
        output.say(text.format(line=seen.line, what=seen.what, reasons=" ".join(seen.told)))
    output.say_rest(len(plan.left) - SHOWN, "--rest")
    for warning, count in plan.warnings.most_common(SHOWN):
        output.say(_("- {remark}: {count} keer").format(remark=warning, count=count))
    if rest is not None and plan.left:
        output.say(_("Wat niet kon, staat in {path}").format(path=rest))


def _as_json(plan: Plan, loaded: int) -> dict[str, Any]:
    from huurdersapp.actions import metingen_laden

    return {
        **{outcome: plan.counts[outcome] for outcome in metingen_laden.OUTCOMES},
        "geladen": loaded,
        "opmerkingen": dict(plan.warnings),
        "rest": [
            {"regel": seen.line, "wat": seen.what, "redenen": list(seen.told)} for _place, seen in plan.left
        ],
    }
