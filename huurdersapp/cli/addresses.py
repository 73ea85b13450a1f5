"""The command that loads the addresses of a landlord, by the same plan as the window."""

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
    from huurdersapp.actions.adreslijst import Plan

_HELP = _("Leest adressen uit een lijst die de verhuurder u gaf.")
_LOAD_HELP = _(
    """Leest adressen uit een lijst: csv, xlsx, xls of ods. Rijen met een fout worden niet geladen.

    Kijk eerst met --proef wat er gebeurt. Voorbeeld:
    huurdersapp adressen laad lijst.xlsx --verhuurder Lefier --proef"""
)
SHOWN = 10
"""Rows with faults, and remarks, that are told; the rest goes to a file."""


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    made = group(app, "adressen", _HELP, _("Gegevens"))
    made.command("laad", cls=DutchCommand, help=_LOAD_HELP)(load)


def load(
    source: Annotated[Path, typer.Argument(metavar="BESTAND", help=_("De lijst met adressen."))],
    landlord: Annotated[
        str | None,
        typer.Option(
            "--verhuurder",
            metavar="NAAM",
            parser=readable,
            help=_("Van wie alle woningen zijn, als dat niet in de lijst staat."),
        ),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--kern",
            metavar="NAAM",
            parser=readable,
            help=_("In welke kern of wijk ze staan, als dat niet in de lijst staat."),
        ),
    ] = None,
    trial: Annotated[
        bool, typer.Option("--proef", help=_("Alleen nakijken; er wordt niets opgeslagen."))
    ] = False,
    faults: Annotated[
        Path | None,
        typer.Option(
            "--fouten", metavar="UIT.csv", help=_("Zet de rijen met een fout in dit bestand, met de reden.")
        ),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Addresses from a list."""
    from huurdersapp.actions import adreslijst
    from huurdersapp.actions.plain import number_of
    from huurdersapp.base import tables

    with administration(folder, form) as ctx:
        beside = adreslijst.Beside(
            verhuurder=number_of(ctx, "verhuurder", landlord) if landlord else None,
            kern=number_of(ctx, "kern", place) if place else None,
        )
        table = output.run(tables.reading(source))
        plan = output.run(adreslijst.plan(ctx, table, adreslijst.guess(ctx, table), beside))
        if faults is not None and plan.faults:
            adreslijst.faults_file(plan, faults)
        loaded = 0 if trial else output.run(adreslijst.load(ctx, plan))
    if form == JSON:
        output.say_json(_as_json(plan, loaded))
        return
    _tell(plan, faults)
    if trial:
        output.say(_("Dit was een proef: er is niets opgeslagen."))
    elif loaded:
        output.say(
            ngettext("{count} adres geladen.", "{count} adressen geladen.", loaded).format(count=loaded)
        )


def _tell(plan: Plan, faults: Path | None) -> None:
    output.say(plan.summary())
    for seen in plan.faults[:SHOWN]:
        text = _("- regel {line}, {address}: {reasons}")
        output.say(text.format(line=seen.line, address=seen.address, reasons=" ".join(seen.told)))
    output.say_rest(len(plan.faults) - SHOWN, "--fouten")
    for remark, count in plan.remarks.most_common(SHOWN):
        output.say(_("- {remark}: {count} keer").format(remark=remark, count=count))
    if names := plan.new_complexes:
        text = _("Nieuwe complexen: {names}")
        shown = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
        output.say(text.format(names=shown))
    if faults is not None and plan.faults:
        output.say(_("De rijen met een fout staan in {path}").format(path=faults))


def _as_json(plan: Plan, loaded: int) -> dict[str, Any]:
    from huurdersapp.actions import adreslijst

    return {
        **{outcome: plan.counts[outcome] for outcome in adreslijst.OUTCOMES},
        "geladen": loaded,
        "complexen": plan.new_complexes,
        "opmerkingen": dict(plan.remarks),
        "fouten": [
            {"regel": seen.line, "adres": seen.address, "redenen": list(seen.told)} for seen in plan.faults
        ],
    }
