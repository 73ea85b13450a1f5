"""The commands that make the homes of a renovation, add a version of the proposal, and close a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, Folder, Form, administration, readable
from huurdersapp.cli.renovation_answers import day, home_numbers, text_option

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.actions.renovatie_woningen import Layout, Plan

_PROPOSE_HELP = _(
    """Voegt een versie van het voorstel toe, en legt vast wie opnieuw antwoordt.

    Een antwoord dat vervalt, blijft bij de woning staan als eerder antwoord. Voorbeeld:
    huurdersapp renovatie voorstel 3 --datum 28-6-2021 --opnieuw sommige --woningen 130-140"""
)
_HOMES_HELP = _(
    """Maakt de woningen van een bouwkundige eenheid in één keer.

    Uit de adressenlijst (--adressen), uit een straat met huisnummers (--straat) of uit een lijst van de verhuurder
    (--lijst). Wat er al staat, wordt overgeslagen. Kijk eerst met --proef wat er gebeurt. Voorbeeld:
    huurdersapp renovatie woningen 1 --straat Zuringhof --van 1 --tot 45 --per-laag 3 --proef
    huurdersapp renovatie woningen 2 --adressen --kant even
    huurdersapp renovatie woningen 3 --lijst woningen.xlsx"""
)
_CLOSE_HELP = _(
    """Sluit een project af en wist namen, telefoonnummers en de eigen peiling, ook uit de geschiedenis.

    De antwoorden en de tellingen blijven. Zonder --zeker ziet u alleen wat er weggaat. Voorbeeld:
    huurdersapp renovatie sluiten 1 --zeker"""
)
_OPEN_HELP = _("Opent een afgesloten project weer. Wat is gewist, komt niet terug.")
SHOWN = 20
"""Homes of a plan that are named."""
SIDES = ("alle", "even", "oneven")

Project = Annotated[
    str,
    typer.Argument(metavar="PROJECT", parser=readable, help=_("Nummer of titel van het renovatieproject.")),
]


def add_to(made: typer.Typer) -> None:
    """Give the group these commands."""
    made.command("voorstel", cls=DutchCommand, help=_PROPOSE_HELP)(propose)
    made.command("woningen", cls=DutchCommand, help=_HOMES_HELP)(homes)
    made.command("sluiten", cls=DutchCommand, help=_CLOSE_HELP)(close)
    made.command("openen", cls=DutchCommand, help=_OPEN_HELP)(reopen)


# -- a version -------------------------------------------------------------------------------------------------------


def propose(
    project: Project,
    on: Annotated[str, text_option("--datum", "DATUM", _("De dag van het voorstel."))],
    again: Annotated[
        str, text_option("--opnieuw", "WIE", _("Wie opnieuw antwoordt: alle, sommige of geen."))
    ],
    chosen: Annotated[
        Any,
        typer.Option(
            "--woningen",
            metavar="NUMMERS",
            parser=home_numbers,
            help=_("Bij sommige: welke woningen, zoals 12-20."),
        ),
    ] = None,
    document: Annotated[
        str | None, text_option("--document", "NAAM", _("Naam of kenmerk van het stuk."))
    ] = None,
    work: Annotated[str | None, text_option("--werk", "TEKST", _("Wat er gebeurt."))] = None,
    change: Annotated[
        str | None, text_option("--wijziging", "TEKST", _("Wat er anders is dan ervoor."))
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """A new version of the proposal."""
    from huurdersapp.actions import renovatie_voorstel
    from huurdersapp.actions.plain import number_of

    with administration(folder, form) as ctx:
        since = day(on)
        told = {"datum": since and since.isoformat(), "document": document, "werk": work, "wijziging": change}
        kept = {key: value for key, value in told.items() if value}
        number = number_of(ctx, "renovatieproject", project)
        done = renovatie_voorstel.propose(ctx, number, kept, again, chosen or ())
    if form == JSON:
        output.warn(done.warnings)
        output.say_json({"opnieuw": done.changed, "nummers": list(done.numbers)})
        return
    text = ngettext(
        "De versie staat erin. {count} woning antwoordt opnieuw.",
        "De versie staat erin. {count} woningen antwoorden opnieuw.",
        done.changed,
    )
    output.say_paragraph(" ".join([text.format(count=done.changed), *done.warnings]))


# -- homes -----------------------------------------------------------------------------------------------------------


def _whole(text: str | int) -> int:
    text = str(text)  # a default comes here as it is
    if not (text.isascii() and text.removeprefix("-").isdecimal() and len(text) < 7):
        raise Wrong(
            _("‘{text}’ is geen getal. Schrijf alleen cijfers, zoals 12.").format(text=readable(text)[:40])
        )
    return int(text)


def _side(text: str) -> str:
    if text not in SIDES:
        raise Wrong(
            _("De kant ‘{text}’ bestaat niet. Kies uit: alle, even, oneven.").format(text=readable(text)[:40])
        )
    return text


def _count(name: str, help_: str) -> Any:
    return typer.Option(name, metavar="AANTAL", parser=_whole, help=help_)


def homes(
    unit: Annotated[
        str,
        typer.Argument(
            metavar="EENHEID", parser=readable, help=_("Nummer of naam van de bouwkundige eenheid.")
        ),
    ],
    addresses: Annotated[
        bool, typer.Option("--adressen", help=_("Uit de adressenlijst, van het complex van de eenheid."))
    ] = False,
    complex_: Annotated[
        str | None,
        text_option("--complex", "COMPLEX", _("Bij --adressen: van dit complex (nummer of naam).")),
    ] = None,
    block: Annotated[
        str | None,
        text_option("--blok", "NAAM", _("Bij --adressen: alleen waar de adressenlijst deze eenheid noemt.")),
    ] = None,
    side: Annotated[
        str,
        typer.Option("--kant", metavar="KANT", parser=_side, help=_("alle, even of oneven.")),
    ] = "alle",
    street: Annotated[
        str | None, text_option("--straat", "STRAAT", _("De straat, met --van en --tot voor de huisnummers."))
    ] = None,
    first: Annotated[
        int | None, typer.Option("--van", metavar="NUMMER", parser=_whole, help=_("Het eerste huisnummer."))
    ] = None,
    last: Annotated[
        int | None, typer.Option("--tot", metavar="NUMMER", parser=_whole, help=_("Het laatste huisnummer."))
    ] = None,
    every: Annotated[
        bool, typer.Option("--elk", help=_("Elk huisnummer, en niet alleen even of oneven."))
    ] = False,
    additions: Annotated[
        str, text_option("--toevoegingen", "TEKST", _("Wat er achter elk huisnummer komt, zoals A-D."))
    ] = "",
    postcode: Annotated[
        str | None, text_option("--postcode", "POSTCODE", _("De postcode van alle woningen."))
    ] = None,
    source: Annotated[
        str | None,
        text_option("--lijst", "BESTAND", _("Een lijst van de verhuurder: csv, xlsx, xls of ods.")),
    ] = None,
    per_floor: Annotated[
        int | None, _count("--per-laag", _("Zoveel woningen naast elkaar op een verdieping."))
    ] = None,
    per_stair: Annotated[int | None, _count("--per-trap", _("Zoveel woningen aan één trappenhuis."))] = None,
    ground: Annotated[
        int,
        typer.Option(
            "--laag",
            metavar="VERDIEPING",
            parser=_whole,
            help=_("De laagste verdieping met woningen; 0 is de begane grond."),
        ),
    ] = 0,
    trial: Annotated[
        bool, typer.Option("--proef", help=_("Alleen nakijken; er wordt niets opgeslagen."))
    ] = False,
    sure: Annotated[
        bool, typer.Option("--zeker", help=_("Ook als het er meer worden dan de verhuurder noemt."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The homes of a building."""
    from huurdersapp.actions import renovatie_woningen
    from huurdersapp.actions.plain import number_of

    # Beside another way a street narrows the addresses, or is that of a list without one.
    ways = sum((addresses, source is not None)) or int(street is not None)
    if ways != 1:
        raise Wrong(_("Kies één manier: --adressen, --straat of --lijst."))
    layout = _layout(per_floor, per_stair, ground)
    with administration(folder, form) as ctx:
        number = number_of(ctx, "bouwkundige_eenheid", unit)
        if addresses:
            plan = _from_addresses(ctx, number, complex_, block, side, street, layout)
        elif source is not None:
            plan = renovatie_woningen.plan_from_list(ctx, number, Path(source), straat=street, layout=layout)
        else:
            if first is None or last is None:
                raise Wrong(_("Bij --straat horen ook --van en --tot, met huisnummers."))
            plan = renovatie_woningen.plan_from_pattern(
                ctx, number, straat=street or "", van=first, tot=last, stap=1 if every else 2,
                toevoegingen=additions, postcode=postcode, layout=layout,
            )  # fmt: skip
        made = None if trial else renovatie_woningen.make(ctx, plan, sure=sure)
    if form == JSON:
        output.say_json(_plan_json(plan, 0 if made is None else made.homes))
    elif made is not None:
        for text in made.sentences:
            output.say_paragraph(text)
    else:
        _say_plan(plan)


def _layout(per_floor: int | None, per_stair: int | None, ground: int) -> Layout | None:
    from huurdersapp.actions.renovatie_woningen import Layout

    if per_floor is None and per_stair is None:
        return None
    if any(count is not None and not 1 <= count <= 200 for count in (per_floor, per_stair)):
        raise UserError(_("Op een verdieping of aan een trappenhuis liggen 1 tot 200 woningen."))
    return Layout(per_floor=per_floor, first_floor=ground, per_stair=per_stair)


def _from_addresses(
    ctx: Context,
    number: int,
    complex_: str | None,
    block: str | None,
    side: Any,
    street: str | None,
    layout: Any,
) -> Plan:
    from huurdersapp.actions import renovatie_woningen
    from huurdersapp.actions.plain import number_of

    return renovatie_woningen.plan_from_addresses(
        ctx, number, complex=number_of(ctx, "complex", complex_) if complex_ else None,
        words=block, side=side, street=street, layout=layout,
    )  # fmt: skip


def _say_plan(plan: Plan) -> None:
    output.say(plan.summary())
    fresh = [each.home for each in plan.homes if each.outcome == "nieuw" and each.home is not None]
    for home in fresh[:SHOWN]:
        where = [
            home.trappenhuis or "",
            _("verdieping {number}").format(number=home.verdieping) if home.verdieping is not None else "",
        ]
        output.say(f"- {', '.join(filter(None, [home.name, *where]))}")
    if len(fresh) > SHOWN:
        output.say_rest(len(fresh) - SHOWN, "--formaat json")
    for text in (*plan.notes(), *plan.asked()):
        output.say_paragraph(text)
    output.say(_("Dit was een proef: er is niets opgeslagen."))


def _plan_json(plan: Plan, made: int) -> dict[str, Any]:
    from huurdersapp.actions import renovatie_woningen

    return {
        **{outcome: plan.count(outcome) for outcome in renovatie_woningen.OUTCOMES},
        "gemaakt": made,
        "woningen": [
            {
                "woning": each.name,
                "uitkomst": each.outcome,
                "trappenhuis": each.home and each.home.trappenhuis,
                "verdieping": each.home and each.home.verdieping,
                "deur": each.home and each.home.deur,
                "uitleg": each.told or None,
            }
            for each in plan.homes
        ],
        "opmerkingen": [*plan.notes(), *plan.asked()],
    }


# -- closing ---------------------------------------------------------------------------------------------------------


def close(
    project: Project,
    on: Annotated[
        str | None, text_option("--op", "DATUM", _("De dag van het afsluiten. Noemt u niets, dan vandaag."))
    ] = None,
    sure: Annotated[bool, typer.Option("--zeker", help=_("Sluit af, en wis wat er weggaat."))] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Close a project, or show what that would erase."""
    from huurdersapp.actions import renovatie_sluiten
    from huurdersapp.actions.plain import number_of

    with administration(folder, form) as ctx:
        number = number_of(ctx, "renovatieproject", project)
        if not sure:
            with ctx.store.reading() as db:
                going = renovatie_sluiten.left(db, number)
            _say_going(going, form)
            return
        done = renovatie_sluiten.close(ctx, number, day(on), sure=True)
    if form == JSON:
        output.say_json({"afgesloten": True, "woningen": done.homes, "opmerkingen": list(done.sentences)})
        return
    for text in done.sentences:
        output.say_paragraph(text)


def _say_going(going: Any, form: str | None) -> None:
    if form == JSON:
        output.say_json(
            {
                "afgesloten": False,
                "woningen": going.homes,
                "weg": [{"wat": label, "aantal": count} for label, count in going.lines()],
                "redenen": list(going.asked()),
                "opmerkingen": list(going.notes()),
            }
        )
        return
    output.say_paragraph(
        _("Project {number}, {title}. Bij het afsluiten gaat dit weg:").format(
            number=going.number, title=going.title
        )
    )
    for label, count in going.lines():
        output.say(f"- {label}: {count}")
    if not going.anything:
        output.say(_("- niets: er staan geen namen en geen peiling in."))
    for text in (*going.asked(), *going.notes()):
        output.say_paragraph(text)
    output.say(_("Er is nog niets afgesloten. Dat doet u met --zeker erbij."))


def reopen(project: Project, folder: Folder = None, form: Form = None) -> None:
    """Open a project again."""
    from huurdersapp.actions import renovatie_sluiten
    from huurdersapp.actions.plain import number_of

    with administration(folder, form) as ctx:
        told = renovatie_sluiten.reopen(ctx, number_of(ctx, "renovatieproject", project))
    if form == JSON:
        output.say_json({"open": True, "opmerking": told})
        return
    output.say_paragraph(told)
