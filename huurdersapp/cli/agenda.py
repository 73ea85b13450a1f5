"""The command `agenda`: the year agenda to read, as JSON, on paper, or as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, AkkoordNumber, Folder, Form, administration
from huurdersapp.cli.papers import told

if TYPE_CHECKING:
    from huurdersapp.records.jaaragenda_vorm import Jaar, Moment, WorkBack

_HELP = _(
    """Toont de jaaragenda, of zet die in een bestand.

    Een .pdf is het jaar op één bladzijde, een .docx de lijst en een .ics is voor een agenda. Voorbeeld:
    huurdersapp agenda --jaar 2021 --uit agenda.ics"""
)


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command("agenda", cls=DutchCommand, help=_HELP, rich_help_panel=_("Papier"))(agenda)


def agenda(
    year: Annotated[
        int | None,
        typer.Option("--jaar", metavar="JAAR", help=_("Welk kalenderjaar. Noemt u niets, dan dit jaar.")),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option(
            "--uit",
            metavar="BESTAND",
            help=_("Het bestand dat u wilt maken (.pdf, .docx, .html, .xlsx, .csv of .ics)."),
        ),
    ] = None,
    large: Annotated[bool, typer.Option("--a3", help=_("Op A3 in plaats van A4."))] = False,
    as_list: Annotated[
        bool, typer.Option("--lijst", help=_("De lijst in plaats van het jaar op één bladzijde."))
    ] = False,
    akkoord: AkkoordNumber = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The year agenda."""
    from huurdersapp.actions import jaaragenda, jaaragenda_papier
    from huurdersapp.base import clock

    if target is None and (large or as_list):
        raise Wrong(_("Bij --a3 en --lijst hoort ook --uit, met de naam van een bestand."))
    if large and as_list:
        raise Wrong(_("De lijst staat altijd op A4. Laat --a3 of --lijst weg."))
    with administration(folder, form) as ctx:
        asked = clock.today().year if year is None else year
        if target is None:
            _say(jaaragenda.year(ctx, asked, akkoord), form)
            return
        job = jaaragenda_papier.write(
            ctx, asked, target, akkoord, form="lijst" if as_list else "vel", size="A3" if large else "A4"
        )
        told(output.run(job), form)


def _say(found: Jaar, form: str | None) -> None:
    if form == JSON:
        output.say_json(_plain(found))
        return
    from huurdersapp.records import jaaragenda_woorden as words

    output.say(_("Jaaragenda {year}").format(year=found.year))
    for strip in found.strips:
        busy = ", ".join(words.stage(stage) for stage in strip.stages if stage.within)
        output.say(f"{strip.name}: {busy}" if busy else strip.name)
    rows = [(words.when(moment), moment.name, _aims(moment), words.state(moment)) for moment in found.moments]
    if not rows:
        output.say(_("Er staat dit jaar niets in de agenda."))
        return
    output.say_table((_("Wanneer"), _("Wat"), _("Waarvoor"), _("Stand")), rows, whole=True)


def _aims(moment: Moment) -> str:
    from huurdersapp.records.jaaragenda_woorden import aim

    return ", ".join(dict.fromkeys(filter(None, (aim(item.phase, item.goal_year) for item in moment.aims))))


# -- JSON --------------------------------------------------------------------------------------------------------------


def _plain(found: Jaar) -> dict[str, Any]:
    return {
        "jaar": found.year,
        "akkoorden": [
            {
                "akkoord": strip.akkoord,
                "naam": strip.name,
                "fasen": [
                    {"cyclusjaar": stage.cycle_year, "fase": stage.phase, "doeljaar": stage.goal_year}
                    for stage in strip.stages
                    if stage.within
                ],
            }
            for strip in found.strips
        ],
        "momenten": [dict(_moment(moment)) for moment in found.moments],
    }


def _moment(moment: Moment) -> Iterator[tuple[str, Any]]:
    from huurdersapp.records.jaaragenda_woorden import note, when

    yield "sleutel", moment.key
    yield "soort", moment.kind
    yield "naam", moment.name
    yield "wanneer", when(moment)
    yield "van", _day(moment.first)
    yield "tot", _day(moment.last)
    yield "eerst_van", _day(moment.planned_first)
    yield "eerst_tot", _day(moment.planned_last)
    yield "stand", moment.state
    yield "verzet", moment.moved
    yield "reden", moment.reason or None
    yield "gedaan_op", _day(moment.done_on)
    yield "akkoord", moment.akkoord
    yield (
        "waarvoor",
        [{"anker": aim.anchor, "fase": aim.phase or None, "doeljaar": aim.goal_year} for aim in moment.aims],
    )
    yield "overleggen", [meeting.number for meeting in moment.meetings]
    yield "agendamoment", moment.agenda
    yield "herinnering_dagen", moment.reminder
    yield "let_op", [note(item) for item in moment.notes]
    yield "vooraf", [_work(line) for line in moment.back]


def _work(line: WorkBack) -> dict[str, Any]:
    return {
        "naam": line.name,
        "van": _day(line.first),
        "tot": _day(line.last),
        "overleg": line.meeting,
        "dag_bekend": line.certain,
        "actiepunt": line.action,
        "gedaan": line.done,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
