"""The commands that write what tenants of a renovation answered, and how we were in touch with them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import jsonin, output
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, Folder, Form, administration, readable

if TYPE_CHECKING:
    from datetime import date

    from huurdersapp.actions.renovatie_antwoord import Done
    from huurdersapp.actions.renovatie_antwoordlijst import Line

_ANSWER_HELP = _(
    """Legt vast wat huurders antwoorden: ja, nee, geen_reactie, niet_benaderd of leeg.

    Alles gaat in één keer, en is in één keer ongedaan te maken. Met --lijst komen de antwoorden uit een bestand (csv of
    json). Elke regel heeft een nummer, of straat en huisnummer, en een antwoord. Klopt één regel niet, dan wordt niets
    opgeslagen. Voorbeeld:
    huurdersapp renovatie antwoord 12 ja --formulier ZH-017
    huurdersapp renovatie antwoord 12-20,25 geen_reactie
    huurdersapp renovatie antwoord --lijst antwoorden.csv --eenheid 1"""
)
_SOUND_HELP = _(
    """Legt vast wat u zelf aan de deur hoort: voor, twijfel, tegen, onbekend of geen (weer weg).

    Het telt nooit mee, en wordt bij het afsluiten gewist. Voorbeeld:
    huurdersapp renovatie peiling 12,14 twijfel"""
)
_CONTACT_HELP = _(
    """Legt vast dat u contact had met een of meer woningen.

    Voorbeeld:
    huurdersapp renovatie contact 12 --uitkomst niet_thuis --terug 8-9-2021"""
)
_WORRY_HELP = _(
    """Telt een zorg van bewoners bij een bouwkundige eenheid, zonder adres en zonder naam.

    Met --erbij -1 gaat er weer een af. Voorbeeld:
    huurdersapp renovatie zorg 1 huurprijs --erbij 3"""
)
_NOTICE_HELP = _(
    """Legt vast op welke dag deze huurders een eigen brief kregen dat 70 % instemde.

    Voorbeeld:
    huurdersapp renovatie bericht 12 27-8-2021"""
)
MOST = 2_000
"""Homes in one command."""


def add_to(made: typer.Typer) -> None:
    """Give the group these commands."""
    made.command("antwoord", cls=DutchCommand, help=_ANSWER_HELP)(answer)
    made.command("peiling", cls=DutchCommand, help=_SOUND_HELP)(sound)
    made.command("contact", cls=DutchCommand, help=_CONTACT_HELP)(contact)
    made.command("bericht", cls=DutchCommand, help=_NOTICE_HELP)(notice)
    made.command("zorg", cls=DutchCommand, help=_WORRY_HELP)(worry)


def home_numbers(text: str) -> list[int]:
    """The numbers of homes in a text such as 12-20,25; refuses what is none."""
    found: list[int] = []
    for part in text.split(","):
        ends = [end.strip() for end in part.split("-")]
        if len(ends) > 2 or not all(_is_number(end) for end in ends):
            text = _("‘{text}’ is geen nummer. Schrijf zoiets als 12, 12,14 of 12-20.")
            raise Wrong(text.format(text=readable(part).strip()[:40]))
        first, last = int(ends[0]), int(ends[-1])
        if last < first or last - first >= MOST:
            text = _("Bij ‘{text}’ kloppen begin en eind niet. Schrijf zoiets als 12-20.")
            raise Wrong(text.format(text=part.strip()))
        found += range(first, last + 1)
    return list(dict.fromkeys(found))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10 and int(text) > 0


Homes = Annotated[
    Any,
    typer.Argument(
        metavar="NUMMERS",
        parser=home_numbers,
        help=_("Nummers van woningen in het project, zoals 12, 12,14 of 12-20."),
    ),
]


def text_option(name: str, shown: str, help_: str) -> Any:
    """An option with readable text."""
    return typer.Option(name, metavar=shown, parser=readable, help=help_)


def day(text: str | None, prefer: Any = "past") -> date | None:
    """The day that was typed, if any; see `day_of`."""
    return day_of(text, prefer) if text else None


def day_of(text: str, prefer: Any = "past") -> date:
    """The day that was typed; of a day without a year the last one, or the next one where `prefer` says "future". Within
    an administration, as the example has its own today."""
    from huurdersapp.base import clock
    from huurdersapp.base.days import typed_day

    return typed_day(text, clock.today(), prefer)


def say_done(done: Done, form: str | None) -> None:
    """What was written."""
    if form == JSON:
        output.warn(done.warnings)
        output.say_json({"gewijzigd": done.changed, "nummers": list(done.numbers)})
        return
    output.say_paragraph(done.sentence())


def answer(
    homes: Annotated[
        Any,
        typer.Argument(
            metavar="NUMMERS",
            parser=home_numbers,
            help=_("Nummers van woningen in het project, zoals 12, 12,14 of 12-20."),
        ),
    ] = None,
    said: Annotated[
        str | None,
        typer.Argument(
            metavar="ANTWOORD",
            parser=readable,
            help=_("ja, nee, geen_reactie, niet_benaderd of leeg."),
        ),
    ] = None,
    on: Annotated[
        str | None, text_option("--op", "DATUM", _("De dag van het antwoord. Noemt u niets, dan vandaag."))
    ] = None,
    how: Annotated[
        str | None,
        text_option("--vorm", "VORM", _("akkoordverklaring, email, digitaal, telling of mondeling.")),
    ] = None,
    paper: Annotated[
        str | None, text_option("--formulier", "NUMMER", _("Het nummer van het formulier; bij één woning."))
    ] = None,
    by: Annotated[str | None, text_option("--door", "NAAM", _("Wie het antwoord aannam."))] = None,
    source: Annotated[
        str | None,
        text_option(
            "--lijst", "BESTAND", _("Een csv- of json-bestand met antwoorden, of - voor standaardinvoer.")
        ),
    ] = None,
    unit: Annotated[
        str | None,
        text_option(
            "--eenheid", "EENHEID", _("Bij --lijst: in welke eenheid de adressen staan (nummer of naam).")
        ),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Answers of tenants, typed or from a list."""
    from huurdersapp.actions import renovatie_antwoord, renovatie_antwoordlijst
    from huurdersapp.actions.plain import number_of

    if source is not None:
        if homes is not None or said is not None or any((on, how, paper, by)):
            raise Wrong(_("Bij --lijst staat alles in de lijst. Laat de rest weg."))
        lines = _lines(source)
        with administration(folder, form) as ctx:
            number = number_of(ctx, "bouwkundige_eenheid", unit) if unit else None
            say_done(renovatie_antwoordlijst.answer_lines(ctx, lines, number), form)
        return
    if homes is None or said is None:
        raise Wrong(_("Noem de woningen en het antwoord, of een bestand met --lijst."))
    if unit is not None:
        raise Wrong(_("De optie --eenheid hoort bij --lijst."))
    with administration(folder, form) as ctx:
        done = renovatie_antwoord.answer(ctx, homes, said, op=day(on), vorm=how, formulier=paper, door=by)
        say_done(done, form)


def _lines(source: str) -> list[Line]:
    """The lines of a list; what begins with a bracket is JSON."""
    from huurdersapp.actions import renovatie_antwoordlijst
    from huurdersapp.base import tables
    from huurdersapp.base.tables import texts

    if source != jsonin.STANDARD_INPUT:
        if source.lower().endswith(".json"):
            return renovatie_antwoordlijst.lines_of_objects(jsonin.read(source))
        return renovatie_antwoordlijst.lines_of_table(output.run(tables.reading(Path(source))))
    try:
        data = sys.stdin.buffer.read(jsonin.MAX_BYTES + 1)
    except (OSError, ValueError):
        raise UserError(_("De standaardinvoer kan niet worden gelezen."), _("Geef een bestand.")) from None
    if data.lstrip().startswith((b"[", b"{")) or not data.strip():
        return renovatie_antwoordlijst.lines_of_objects(jsonin.parse(data, _("standaardinvoer")))
    return renovatie_antwoordlijst.lines_of_table(output.run(texts.reading_text(data, None, None)))


def sound(
    homes: Homes,
    heard: Annotated[
        str,
        typer.Argument(metavar="PEILING", parser=readable, help=_("voor, twijfel, tegen, onbekend of geen.")),
    ],
    on: Annotated[
        str | None, text_option("--op", "DATUM", _("De dag waarop u het hoorde. Noemt u niets, dan vandaag."))
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """What we heard ourselves."""
    from huurdersapp.actions import renovatie_antwoord

    with administration(folder, form) as ctx:
        kept = None if heard == "geen" else heard
        say_done(renovatie_antwoord.sound(ctx, homes, kept, day(on)), form)


def contact(
    homes: Homes,
    on: Annotated[
        str | None, text_option("--op", "DATUM", _("De dag van het contact. Noemt u niets, dan vandaag."))
    ] = None,
    how: Annotated[
        str,
        text_option("--wijze", "WIJZE", _("deur, telefoon, brief, email, bijeenkomst of modelwoning.")),
    ] = "deur",
    outcome: Annotated[
        str, text_option("--uitkomst", "UITKOMST", _("gesproken, niet_thuis, later of geen_contact."))
    ] = "gesproken",
    by: Annotated[str | None, text_option("--door", "NAAM", _("Wie van u dat was."))] = None,
    back: Annotated[str | None, text_option("--terug", "DATUM", _("De dag waarop u terugkomt."))] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """That we were in touch."""
    from huurdersapp.actions import renovatie_antwoord

    with administration(folder, form) as ctx:
        done = renovatie_antwoord.contact(
            ctx, homes, datum=day(on), wijze=how, uitkomst=outcome, door=by, terug_op=day(back, "future")
        )
        say_done(done, form)


def notice(
    homes: Homes,
    on: Annotated[
        str, typer.Argument(metavar="DATUM", parser=readable, help=_("De dag van de brief, of geen."))
    ],
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The landlord's notice to some tenants on a day of its own."""
    from huurdersapp.actions import renovatie_antwoord

    with administration(folder, form) as ctx:
        say_done(renovatie_antwoord.notice(ctx, homes, None if on == "geen" else day(on)), form)


def _step(text: str | int) -> int:
    text = str(text)  # a default comes here as it is
    digits = text.removeprefix("+").removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 5 and int(digits)):
        raise Wrong(
            _("‘{text}’ is geen aantal. Schrijf bijvoorbeeld 1, 3 of -1.").format(text=readable(text)[:40])
        )
    return int(text)


def worry(
    unit: Annotated[
        str,
        typer.Argument(
            metavar="EENHEID", parser=readable, help=_("Nummer of naam van de bouwkundige eenheid.")
        ),
    ],
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ONDERWERP", parser=readable, help=_("Waar het over gaat, zoals huurprijs of overlast.")
        ),
    ],
    by: Annotated[
        int,
        typer.Option("--erbij", metavar="AANTAL", parser=_step, help=_("Hoeveel erbij; met - ervoor eraf.")),
    ] = 1,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """A worry that tenants have."""
    from huurdersapp.actions import renovatie_antwoord
    from huurdersapp.actions.plain import number_of

    with administration(folder, form) as ctx:
        number = number_of(ctx, "bouwkundige_eenheid", unit)
        say_done(renovatie_antwoord.worry(ctx, number, subject, by), form)
