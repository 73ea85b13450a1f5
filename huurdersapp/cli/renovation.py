"""The commands about a renovation: how the 70 % stands, what it takes, and until when a tenant can go to court."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import output, renovation_answers, renovation_homes, renovation_sums
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, Folder, Form, administration, readable
from huurdersapp.cli.papers import group
from huurdersapp.cli.renovation_answers import day
from huurdersapp.cli.renovation_sums import percent

if TYPE_CHECKING:
    from huurdersapp.actions.renovatie_stand import EenheidStand, ProjectStand
    from huurdersapp.records.draagvlak import Telling

_HELP = _("Telt hoeveel huurders instemmen met een renovatie, en legt antwoorden vast.")
_STAND_HELP = _(
    """Toont hoeveel huurders instemmen, per bouwkundige eenheid en per trappenhuis.

    Wie niet antwoordt, telt mee en stemt niet in. Een lege woning telt niet mee. Voorbeeld:
    huurdersapp renovatie stand 1
    huurdersapp renovatie stand --eenheid 2 --op 1-9-2021"""
)
_IF_HELP = _(
    """Toont hoe de stand zou zijn als wie nog niet antwoordde ja of nee zegt.

    Voorbeeld:
    huurdersapp renovatie wat-als 1"""
)


def add_to(app: typer.Typer) -> None:
    """Give the program the group of commands `renovatie`."""
    made = group(app, "renovatie", _HELP, _("Gegevens"))
    made.command("stand", cls=DutchCommand, help=_STAND_HELP)(stand)
    renovation_sums.add_to(made)
    made.command("wat-als", cls=DutchCommand, help=_IF_HELP)(what_if)
    renovation_answers.add_to(made)
    renovation_homes.add_to(made)


# -- how it stands -------------------------------------------------------------------------------------------------

UnitOption = Annotated[
    str | None,
    typer.Option(
        "--eenheid",
        metavar="NUMMER",
        parser=readable,
        help=_("Alleen deze bouwkundige eenheid (nummer of naam)."),
    ),
]


def stand(
    project: Annotated[
        str | None,
        typer.Argument(
            metavar="PROJECT", parser=readable, help=_("Nummer of titel van het renovatieproject.")
        ),
    ] = None,
    unit: UnitOption = None,
    on: Annotated[
        str | None,
        typer.Option("--op", metavar="DATUM", parser=readable, help=_("Zoals het op deze dag stond.")),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """How a project or one building stands."""
    from huurdersapp.actions import renovatie_stand
    from huurdersapp.actions.plain import number_of

    if (project is None) == (unit is None):
        raise Wrong(_("Noem een project, of een eenheid met --eenheid."))
    with administration(folder, form) as ctx:
        since = day(on)
        kind = "renovatieproject" if project is not None else "bouwkundige_eenheid"
        number = number_of(ctx, kind, project or unit or "")
        with ctx.store.reading() as db:
            if project is not None:
                _say_project(renovatie_stand.project_stand(db, number, since), form)
                return
            found = renovatie_stand.eenheid_stand(db, number, since)
    if form == JSON:
        output.say_json(_unit_json(found))
    else:
        _say_unit(found)


def _say_project(found: ProjectStand, form: str | None) -> None:
    from huurdersapp.actions import renovatie_stand
    from huurdersapp.base.formats import day_named

    if form == JSON:
        output.say_json(_project_json(found))
        return
    title = _("Project {number}, {title}. Stand op {day}.")
    output.say_paragraph(title.format(number=found.nummer, title=found.titel, day=day_named(found.on)))
    if found.voorstel_op is not None:
        text = _("Versie {version} van het voorstel is van {day}.")
        output.say(text.format(version=found.versie, day=day_named(found.voorstel_op)))
    for number, subject, outcome in found.adviezen:
        output.say_paragraph(_advice(number, subject, outcome))
    if text := renovatie_stand.missing(found):
        output.say_paragraph(text)
        return
    for each in found.eenheden:
        output.say()
        _say_unit(each)


def _advice(number: int, subject: str, outcome: str | None) -> str:
    from huurdersapp.records.advies_tables import UITKOMSTEN

    said = str(UITKOMSTEN.label(outcome)).lower() if outcome else _("nog geen uitkomst")
    return _("Ons advies {number} over {subject}: {outcome}.").format(
        number=number, subject=subject, outcome=said
    )


def _say_unit(found: EenheidStand) -> None:
    from huurdersapp.actions import renovatie_stand

    title = _("Eenheid {number}, {name}")
    output.say(title.format(number=found.nummer, name=found.naam))
    headings = [
        _("Deel"), _("Woningen"), _("Leeg"), _("Huurders"), _("Ja"), _("Nee"), _("Geen reactie"),
        _("Niet benaderd"), _("Nodig"), _("Nog nodig"), _("Percentage"),
    ]  # fmt: skip
    # What a staircase needs on its own has no meaning: the building is counted as one.
    rows = [_row(_("Hele eenheid"), found.telling, whole=True)]
    if len(found.trappenhuizen) > 1:
        rows += [_row(name or _("Zonder trappenhuis"), each) for name, each in found.trappenhuizen]
    output.say_table(headings, rows)
    output.say_paragraph(renovatie_stand.verdict(found.telling))
    for text in _notes(found):
        output.say_paragraph(text)


def _row(name: str, found: Telling, *, whole: bool = False) -> list[str]:
    counts = [found.alle_woningen, found.leeg, found.huurders, found.ja, found.nee]
    counts += [found.geen_reactie, found.niet_benaderd]
    needs = [str(found.nodig), str(found.nog_nodig)] if whole else ["", ""]
    return [name, *map(str, counts), *needs, percent(found.percentage)]


def _notes(found: EenheidStand) -> list[str]:
    from huurdersapp.actions import renovatie_stand
    from huurdersapp.base.formats import day_named

    told = []
    if found.telling.vermoeden:
        told.append(_("Het wettelijk vermoeden geldt: de wet neemt aan dat het voorstel redelijk is."))
        told.append(_("De rechter kan daar anders over oordelen."))
    if found.afgesproken is not None:
        text = _("Beloofd is meer. {verdict}")
        told.append(text.format(verdict=renovatie_stand.verdict(found.afgesproken)))
    if found.verhuurder is not None:
        told.append(_landlord(found.verhuurder))
    if found.aangezegd_op is not None and found.rechter_dagen is not None:
        text = _("De verhuurder schreef op {day} dat 70 % instemde.")
        told.append(text.format(day=day_named(found.aangezegd_op)))
        last, moved = found.rechter_dagen
        text = _("Naar de rechter kan tot en met {day}.")
        if moved != last:
            text = _("Naar de rechter kan tot en met {day} (met de Algemene termijnenwet {moved}).")
        if moved < found.on:
            text = _("De acht weken na die brief zijn voorbij. De laatste dag was {day}.")
        told.append(text.format(day=day_named(last), moved=day_named(moved)))
    if found.naar_rechter:
        text = ngettext(
            "{count} huurder kan nog naar de rechter.",
            "{count} huurders kunnen nog naar de rechter.",
            found.naar_rechter,
        )
        told.append(text.format(count=found.naar_rechter))
    if found.mondeling:
        text = ngettext(
            "{count} antwoord is alleen mondeling.",
            "{count} antwoorden zijn alleen mondeling.",
            found.mondeling,
        )
        told.append(text.format(count=found.mondeling))
    return told


def _landlord(said: tuple[int, int | None, date | None]) -> str:
    from huurdersapp.base.formats import day_named

    yes, whole, on = said
    text = (
        _("De verhuurder telt {yes} van {whole}.")
        if on is None
        else _("De verhuurder telt op {day} {yes} van {whole}.")
    )
    return text.format(yes=yes, whole=whole, day=day_named(on) if on else "")


def _project_json(found: ProjectStand) -> dict[str, Any]:
    return {
        "nummer": found.nummer,
        "titel": found.titel,
        "status": found.status,
        "verhuurder": found.verhuurder,
        "op": found.on,
        "versie": found.versie,
        "voorstel_op": found.voorstel_op,
        "adviezen": [
            {"nummer": number, "onderwerp": subject, "uitkomst": outcome}
            for number, subject, outcome in found.adviezen
        ],
        "eenheden": [_unit_json(each) for each in found.eenheden],
        "afgesloten_op": found.afgesloten_op,
    }


def _unit_json(found: EenheidStand) -> dict[str, Any]:
    from huurdersapp.actions import renovatie_stand

    days = found.rechter_dagen
    return {
        "nummer": found.nummer,
        "naam": found.naam,
        "project": found.project_nummer,
        "op": found.on,
        **count_json(found.telling),
        "oordeel": renovatie_stand.verdict(found.telling),
        "beloofd": None if found.afgesproken is None else count_json(found.afgesproken),
        "trappenhuizen": [
            {"trappenhuis": name or None, **_answers_json(each)} for name, each in found.trappenhuizen
        ],
        "mondeling": found.mondeling,
        "verhuurder": None
        if found.verhuurder is None
        else dict(zip(("ja", "van", "op"), found.verhuurder, strict=True)),
        "aangezegd_op": found.aangezegd_op,
        "laatste_dag": days and days[0],
        "laatste_dag_atw": days and days[1],
        "naar_rechter": found.naar_rechter,
    }


def _answers_json(found: Telling) -> dict[str, Any]:
    return {
        "woningen": found.alle_woningen,
        "leeg": found.leeg,
        "huurders": found.huurders,
        "ja": found.ja,
        "nee": found.nee,
        "geen_reactie": found.geen_reactie,
        "niet_benaderd": found.niet_benaderd,
        "percentage": found.percentage,
    }


def count_json(found: Telling) -> dict[str, Any]:
    """A count as JSON."""
    return {
        **_answers_json(found),
        "deel": found.deel,
        "nodig": found.nodig,
        "nog_nodig": found.nog_nodig,
        "gehaald": found.gehaald,
        "kan_nog": found.kan_nog,
        "tien_of_meer": found.vermoeden_mogelijk,
        "vermoeden": found.vermoeden,
    }


# -- what if -------------------------------------------------------------------------------------------------------


def what_if(
    unit: Annotated[
        str,
        typer.Argument(
            metavar="EENHEID", parser=readable, help=_("Nummer of naam van de bouwkundige eenheid.")
        ),
    ],
    folder: Folder = None,
    form: Form = None,
) -> None:
    """What the count would be."""
    from huurdersapp.actions import renovatie_stand
    from huurdersapp.actions.plain import number_of

    with administration(folder, form) as ctx:
        number = number_of(ctx, "bouwkundige_eenheid", unit)
        with ctx.store.reading() as db:
            now = renovatie_stand.eenheid_stand(db, number)
        found = [(_("Nu"), now.telling), *renovatie_stand.wat_als(now)]
    if form == JSON:
        output.say_json([{"wat": text, **count_json(each)} for text, each in found])
        return
    headings = [_("Wat als"), _("Ja"), _("Huurders"), _("Nodig"), _("Percentage"), _("Gehaald")]
    rows = [
        [
            text,
            str(each.ja),
            str(each.huurders),
            str(each.nodig),
            percent(each.percentage),
            _yes_no(each.gehaald),
        ]
        for text, each in found
    ]
    output.say_table(headings, rows)


def _yes_no(value: bool) -> str:
    return _("ja") if value else _("nee")
