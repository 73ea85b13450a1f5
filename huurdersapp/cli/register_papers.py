"""Commands for the papers of the registers: `papier SOORT …`, one entry in the table for each kind of paper.

Who adds a paper writes a function with its own arguments and puts it into `PAPERS`; the rest follows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import letter_papers, output, overview_papers, renovation_papers
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Folder, Form, Number, administration, readable
from huurdersapp.cli.papers import Paper, group, told

_HELP = _("Maakt de papieren van energiebezoeken, raadplegingen, campagnes, renovaties en overleggen.")
_VISIT_HELP = _("Schrijft voor de bewoner op wat er bij een energiebezoek is gedaan.")
_FORMS_HELP = _(
    """Maakt lege formulieren voor een energiecoach, met een nummer, en onthoudt wie ze meekreeg.

    Voorbeeld:
    huurdersapp papier bezoekformulier --aantal 10 --coach "J. Jansen" --uit formulieren.pdf"""
)


def add_to(app: typer.Typer) -> None:
    """Give the program these commands."""
    papers = group(app, "papier", _HELP)
    for name, (command, explained) in PAPERS.items():
        papers.command(name, cls=DutchCommand, help=explained)(command)


def visit_report(
    number: Number,
    target: Paper,
    by_post: Annotated[
        bool, typer.Option("--per-post", help=_("Het adres komt in het venster van de envelop."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The paper for the tenant of a visit."""
    from huurdersapp.actions import energie_papier

    with administration(folder, form) as ctx:
        told(output.run(energie_papier.write_visit(ctx, number, target, by_post=by_post)), form)


def visit_forms(
    target: Annotated[
        Path, typer.Option("--uit", metavar="BESTAND", help=_("Het bestand dat u wilt maken (.pdf)."))
    ],
    count: Annotated[int, typer.Option("--aantal", metavar="AANTAL", help=_("Hoeveel formulieren."))] = 1,
    coach: Annotated[
        str | None,
        typer.Option(
            "--coach",
            metavar="NAAM",
            parser=readable,
            help=_("Naam of nummer van de energiecoach die ze meekrijgt."),
        ),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Empty visit sheets with numbers."""
    from huurdersapp.actions import energie_papier

    with administration(folder, form) as ctx:
        written, names = output.run(energie_papier.write_forms(ctx, count, target, coach))
    told(written, form, formulieren=list(names))
    if form != JSON:
        text = ngettext(
            "Formulier {first} is nu uitgegeven.",
            "De formulieren {first} tot en met {last} zijn nu uitgegeven.",
            count,
        )
        output.say(text.format(first=names[0], last=names[-1]))


def questionnaire(
    number: Number,
    target: Paper,
    count: Annotated[
        int,
        typer.Option(
            "--aantal",
            metavar="AANTAL",
            help=_("Hoeveel formulieren met een nummer; 0 is één zonder nummer."),
        ),
    ] = 0,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The questionnaire of a raadpleging."""
    _consultation("vragenlijst", number, target, folder, form, count)


def feedback(number: Number, target: Paper, folder: Folder = None, form: Form = None) -> None:
    """The result of a raadpleging for the tenants who were asked."""
    _consultation("terugkoppeling", number, target, folder, form)


def outcome(number: Number, target: Paper, folder: Folder = None, form: Form = None) -> None:
    """The full report of a raadpleging."""
    _consultation("uitslag", number, target, folder, form)


def _consultation(
    kind: str, number: int, target: Path, folder: Path | None, form: str | None, count: int = 0
) -> None:
    from huurdersapp.actions import raadpleging_papier

    with administration(folder, form) as ctx:
        told(output.run(raadpleging_papier.write(ctx, kind, number, target, forms=count)), form)


Streets = Annotated[
    list[str] | None,
    typer.Option("--straat", metavar="STRAAT", help=_("Alleen deze straat. U mag er meer noemen.")),
]


def walk_list(
    number: Number,
    target: Paper,
    street: Streets = None,
    walker: Annotated[
        str, typer.Option("--loper", metavar="NAAM", parser=readable, help=_("Wie langs de deuren gaat."))
    ] = "",
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The list with which somebody walks along the doors."""
    _campaign("looplijst", number, target, folder, form, straten=tuple(street or ()), loper=walker)


def flyer(
    number: Number,
    target: Paper,
    size: Annotated[Literal["A4", "A5"], typer.Option("--maat", metavar="MAAT", help=_("A4 of A5."))] = "A5",
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The flyer of a campagne."""
    _campaign("flyer", number, target, folder, form, maat=size)


def labels(
    number: Number,
    target: Annotated[
        Path, typer.Option("--uit", metavar="BESTAND", help=_("Het bestand dat u wilt maken (.pdf)."))
    ],
    street: Streets = None,
    sheet: Annotated[
        str, typer.Option("--vel", metavar="VEL", parser=readable, help=_("Het vel etiketten: 3x8 of 2x7."))
    ] = "3x8",
    start: Annotated[
        int,
        typer.Option("--vanaf", metavar="NUMMER", help=_("Het eerste etiket dat nog op het vel zit.")),
    ] = 1,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Labels with the addresses that a campagne is for."""
    chosen = {"straten": tuple(street or ()), "vel": sheet, "vanaf": start}
    _campaign("etiketten", number, target, folder, form, **chosen)


def _campaign(
    kind: str, number: int, target: Path, folder: Path | None, form: str | None, **chosen: Any
) -> None:
    from huurdersapp.actions import campagne_papier

    choices = campagne_papier.Choices(**chosen)
    with administration(folder, form) as ctx:
        told(output.run(campagne_papier.write(ctx, kind, number, target, choices)), form)


Audience = Annotated[
    bool | None,
    typer.Option(
        "--deelnemers/--iedereen",
        help=_("Voor wie in het overleg zit (met namen en vertrouwelijke stukken), of voor iedereen."),
    ),
]


def agenda(
    number: Number, target: Paper, members: Audience = None, folder: Folder = None, form: Form = None
) -> None:
    """The agenda of an overleg."""
    _meeting("agenda", number, target, folder, form, deelnemers=members)


def minutes(
    number: Number, target: Paper, members: Audience = None, folder: Folder = None, form: Form = None
) -> None:
    """The minutes of an overleg."""
    _meeting("verslag", number, target, folder, form, deelnemers=members)


def action_list(
    target: Paper,
    meeting: Annotated[
        int | None,
        typer.Option("--overleg", metavar="NUMMER", help=_("Alleen wat in dit overleg is afgesproken.")),
    ] = None,
    party: Annotated[
        int | None, typer.Option("--partij", metavar="NUMMER", help=_("Alleen wat deze partij doet."))
    ] = None,
    members: Audience = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """What is still to be done, by others and by ourselves."""
    _meeting("actielijst", meeting, target, folder, form, deelnemers=members, partij=party)


def _meeting(
    kind: str, number: int | None, target: Path, folder: Path | None, form: str | None, **chosen: Any
) -> None:
    from huurdersapp.actions import overleg_papier

    choices = overleg_papier.Choices(**chosen)
    with administration(folder, form) as ctx:
        told(output.run(overleg_papier.write(ctx, kind, number, target, choices)), form)


def scorecard(
    target: Annotated[
        Path,
        typer.Option(
            "--uit",
            metavar="BESTAND",
            help=_("Het bestand dat u wilt maken (.pdf, .docx, .html, .xlsx of .csv)."),
        ),
    ],
    landlord: Annotated[
        int | None,
        typer.Option("--verhuurder", metavar="NUMMER", help=_("Alleen van deze verhuurder.")),
    ] = None,
    first: Annotated[int | None, typer.Option("--van", metavar="JAAR", help=_("Vanaf dit jaar."))] = None,
    last: Annotated[
        int | None,
        typer.Option("--tot", metavar="JAAR", help=_("Tot en met dit jaar.")),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """What landlords did with adviezen."""
    from huurdersapp.actions import scorekaart_papier

    years = None
    if first is not None or last is not None:
        years = (first or last or 0, last or first or 0)
        if years[0] > years[1]:
            raise UserError(_("Het laatste jaar ligt vóór het eerste."), _("Kijk de jaren na."))
    with administration(folder, form) as ctx:
        told(output.run(scorekaart_papier.write(ctx, target, landlord, years)), form)


PAPERS: Mapping[str, tuple[Callable[..., Any], str]] = {
    "bezoekverslag": (visit_report, _VISIT_HELP),
    "bezoekformulier": (visit_forms, _FORMS_HELP),
    "vragenlijst": (questionnaire, _("Maakt de vragenlijst van een raadpleging om op papier in te vullen.")),
    "terugkoppeling": (feedback, _("Vertelt de huurders wat er uit een raadpleging kwam.")),
    "uitslag": (outcome, _("Schrijft het hele verslag van een raadpleging.")),
    "looplijst": (walk_list, _("Maakt een lijst om met een campagne langs de deuren te gaan.")),
    "flyer": (flyer, _("Maakt de flyer van een campagne.")),
    "etiketten": (labels, _("Maakt etiketten met de adressen van een campagne.")),
    "brieven": (letter_papers.letters, letter_papers.LETTERS_HELP),
    "briefetiketten": (letter_papers.labels, letter_papers.LABELS_HELP),
    "activiteitenoverzicht": (
        overview_papers.overview,
        _("Schrijft op wat een partij van plan is, met wat eruit kwam."),
    ),
    "prestatieafspraken": (overview_papers.agreements, _("Schrijft de prestatieafspraken van een jaar.")),
    "inbreng": (overview_papers.brought_in, _("Schrijft de inbreng van huurders voor een overleg.")),
    "visie": (overview_papers.vision, _("Schrijft een wijk- of dorpsvisie op, met wie meededen.")),
    "agenda": (agenda, _("Maakt de agenda van een overleg.")),
    "verslag": (minutes, _("Maakt het verslag van een overleg, met besluiten en actiepunten.")),
    "scorekaart": (scorecard, _("Schrijft op wat verhuurders met uw adviezen deden.")),
    "actielijst": (action_list, _("Maakt een lijst van wat nog te doen is, ook door anderen.")),
    "telblad": (renovation_papers.count_sheet, renovation_papers.TELBLAD_HELP),
    "renovatielijst": (renovation_papers.walk_list, renovation_papers.LIST_HELP),
    "renovatieverslag": (renovation_papers.report, renovation_papers.REPORT_HELP),
    "rechtenbrief": (renovation_papers.letter, renovation_papers.LETTER_HELP),
    "zorgenblad": (renovation_papers.worries, renovation_papers.WORRIES_HELP),
}
"""The commands after `papier`: name, function and help."""
