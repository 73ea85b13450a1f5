"""The command `verslag`: a report of any kind, for any readers, in any form, and fixed as a version where that is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base import period
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import (
    JSON,
    AkkoordNumber,
    Folder,
    Form,
    administration,
    readable,
    record_number,
)
from huurdersapp.cli.papers import Paper, told

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.actions.papier import Printed
    from huurdersapp.actions.verslagen.opdracht import Opdracht
    from huurdersapp.actions.verslagen.soorten import Soort
    from huurdersapp.actions.verslagen.versies import Versie

HELP = _(
    """Schrijft een verslag over een periode in een bestand.

    Voor het bestuurlijk overleg: trimester. Inbreng op de activiteitenoverzichten: input. Terugblik op de afspraken van
    een jaar: evaluatie. Ons eigen overzicht van vijf jaar: activiteitenoverzicht. Voor de achterban: jaar. Over één thema:
    thema. Over een kern of wijk: wijk. Voor een nieuw bestuur: overdracht. Alle stukken voor een overleg: stukken.

    Is dit verslag in het venster al begonnen? Dan staan uw teksten en keuzes erin. Bij .csv komt er een bestand voor elke
    tabel: verslag-1.csv, verslag-2.csv en zo verder.

    Voorbeelden:
    huurdersapp verslag trimester --periode 2019-T2 --uit verslag.pdf
    huurdersapp verslag jaar --periode 2019 --voor leden --uit jaarverslag.html
    huurdersapp verslag thema --periode 2019 --thema 2 --uit thema.docx"""
)
_PERIOD = _("Een jaar (2019), een trimester (2019-T1) of twee dagen (2019-01-01..2019-04-30).")
_ANY_DAY = period.Period(date.min, date.min)
"""Until it is known of which day the meeting is."""
COMPARED = ("geen", "vorige", "jaar", "beide")


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command("verslag", cls=DutchCommand, help=HELP, rich_help_panel=_("Papier"))(report)


def report(
    kind: Annotated[
        str, typer.Argument(metavar="SOORT", parser=readable, help=_("Soort verslag, zoals trimester."))
    ],
    target: Paper,
    span: Annotated[
        str | None,
        typer.Option(
            "--periode",
            metavar="PERIODE",
            parser=readable,
            help=_PERIOD,
        ),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option(
            "--voor",
            metavar="LEZERS",
            parser=readable,
            help=_(
                "Voor wie het is: bo, rg, leden of openbaar. Wat vertrouwelijk is, staat niet in de laatste twee."
            ),
        ),
    ] = None,
    short: Annotated[
        bool, typer.Option("--kort", help=_("Alleen de hoofdzaken, op een paar bladzijden."))
    ] = False,
    fix: Annotated[
        bool, typer.Option("--vastleggen", help=_("Leg het verslag vast en schrijf die versie (.pdf)."))
    ] = False,
    version: Annotated[
        int | None,
        typer.Option(
            "--versie",
            metavar="NUMMER",
            parser=record_number,
            help=_("Schrijf een versie die al vastligt (.pdf)."),
        ),
    ] = None,
    compared: Annotated[
        str | None,
        typer.Option(
            "--vergelijken",
            metavar="WAARMEE",
            parser=readable,
            help=_("Waarmee de cijfers worden vergeleken: geen, vorige (periode), jaar (eerder) of beide."),
        ),
    ] = None,
    akkoord: AkkoordNumber = None,
    meeting: Annotated[
        int | None,
        typer.Option(
            "--overleg", metavar="NUMMER", parser=record_number, help=_("Het overleg waarvoor het is.")
        ),
    ] = None,
    theme: Annotated[
        int | None,
        typer.Option(
            "--thema", metavar="NUMMER", parser=record_number, help=_("Het thema waar het over gaat.")
        ),
    ] = None,
    place: Annotated[
        int | None,
        typer.Option(
            "--kern", metavar="NUMMER", parser=record_number, help=_("De kern of wijk waar het over gaat.")
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--datum",
            metavar="DAG",
            parser=readable,
            help=_("De dag die op het verslag staat, zoals 2019-09-10."),
        ),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """A report about a period."""
    from huurdersapp.actions.verslagen import getypt
    from huurdersapp.actions.verslagen.opdracht import Opdracht
    from huurdersapp.actions.verslagen.soorten import soort_of

    soort = soort_of(kind)
    if span is None and not soort.bundel:
        raise Wrong(_("De optie --periode PERIODE ontbreekt. {help}").format(help=_PERIOD))
    typed = None if span is None else period.parse(span)
    given = (("publiek", audience), ("kort", short), ("vergelijken", compared))
    job = Opdracht(
        kind,
        typed or _ANY_DAY,
        akkoord,
        publiek=audience or soort.publieken[0],
        kort=short,
        vergelijken=compared or "beide",
        overleg=meeting,
        thema=theme,
        kern=place,
        getypt=tuple(key for key, value in given if value),
    )
    _check(soort, job, audience, compared)
    if fix or version is not None:
        _check_fixed(soort, job, target, both=fix and version is not None)
    with administration(folder, form) as ctx:
        job = replace(job, span=typed or getypt.span_of_meeting(ctx, job), datum=_day(on) if on else None)
        if version is not None:
            _kept(ctx, getypt.recorded(ctx, job), version, target, form)
        elif fix:
            _fixed(ctx, job, target, form)
        else:
            _written(ctx, job, target, form)


def _check(soort: Soort, job: Opdracht, audience: str | None, compared: str | None) -> None:
    """Raise Wrong for options that do not go together, with the way out."""
    for wrong in (
        _not_its_span(soort, job.span),
        _not_its_readers(soort, audience),
        _not_its_form(soort, short=job.kort, compared=compared),
        *_not_about(soort, job),
    ):
        if wrong:
            raise Wrong(wrong)


def _not_its_span(soort: Soort, span: period.Period) -> str:
    known = {
        "jaar": _("een jaar, zoals 2019"),
        "trimester": _("een trimester, zoals 2019-T1"),
        "vrij": _("twee dagen, zoals 2019-01-01..2019-04-30"),
    }
    if span == _ANY_DAY or "vrij" in soort.spans or _kind_of(span) in soort.spans:
        return ""
    fitting = [words for key, words in known.items() if key in soort.spans]
    text = _("{kind} gaat niet over {span}. Kies {fitting}.")
    return text.format(kind=soort.label, span=span.code(), fitting=_(" of ").join(fitting))


def _kind_of(span: period.Period) -> str:
    code = span.code()
    return "vrij" if ".." in code else "trimester" if "-T" in code else "jaar"


def _not_its_readers(soort: Soort, audience: str | None) -> str:
    if audience is None or audience in soort.publieken:
        return ""
    text = _("{kind} is er niet voor ‘{readers}’. Kies uit: {known}.")
    return text.format(kind=soort.label, readers=audience[:40], known=", ".join(soort.publieken))


def _not_its_form(soort: Soort, *, short: bool, compared: str | None) -> str:
    if short and not soort.kort:
        return _("{kind} heeft geen korte vorm. Laat --kort weg.").format(kind=soort.label)
    if compared is None:
        return ""
    if compared not in COMPARED:
        text = _("Vergelijken met ‘{text}’ kan niet. Kies uit: {known}.")
        return text.format(text=compared[:40], known=", ".join(COMPARED))
    if not soort.vergelijkt:
        return _("{kind} vergelijkt niet met eerder. Laat --vergelijken weg.").format(kind=soort.label)
    return ""


def _not_about(soort: Soort, job: Opdracht) -> Iterator[str]:
    for key in ("akkoord", "overleg", "thema", "kern"):
        given = getattr(job, key) is not None
        if key in soort.needs and not given:
            text = _("Bij {kind} hoort --{option} NUMMER. De nummers ziet u met: huurdersapp lijst {option}")
            yield text.format(kind=soort.label.lower(), option=key)
        elif given and key not in (*soort.needs, *soort.takes):
            yield _("{kind} gaat niet over een {option}. Laat --{option} weg.").format(
                kind=soort.label, option=key
            )


def _check_fixed(soort: Soort, job: Opdracht, target: Path, *, both: bool) -> None:
    """Raise Wrong for what cannot be with a version that is fixed."""
    if both:
        raise Wrong(_("Kies --vastleggen of --versie, niet allebei."))
    if soort.bundel:
        raise Wrong(_("Stukken voor een overleg worden niet vastgelegd. Leg de verslagen daarin vast."))
    if target.suffix.lower() != ".pdf":
        raise Wrong(_("Een verslag dat vastligt, is een PDF. Laat de naam achter --uit op .pdf eindigen."))


def _fixed(ctx: Context, job: Opdracht, target: Path, form: str | None) -> None:
    """The report as a new version that never changes. It is made once before anything is kept: what cannot be made leaves
    no draft behind. And its file is begun before: where no file can be made, nothing is fixed."""
    from huurdersapp.actions import verslag
    from huurdersapp.actions.verslagen import getypt, versies
    from huurdersapp.base import files

    verslag.make(ctx, getypt.with_draft(ctx, job)[0])
    with files.written(target) as file:
        made = output.run(versies.fixing(ctx, getypt.to_fix(ctx, job), on=job.datum))
        file.write(versies.pdf(ctx, made.report, made.number))
    _tell_version(made, target, form)


def _kept(ctx: Context, number: int, version: int, target: Path, form: str | None) -> None:
    """A version as it was fixed."""
    from huurdersapp.actions.verslagen import versies
    from huurdersapp.base import files

    made = versies.version(ctx, number, version)
    files.write(target, versies.pdf(ctx, number, version))
    _tell_version(made, target, form)


def _tell_version(made: Versie, target: Path, form: str | None) -> None:
    from huurdersapp.actions.papier import Printed

    facts = {
        "verslag": made.report,
        "versie": made.number,
        "voor": made.audience,
        "sha256": made.sha256,
        "vastgelegd_op": made.fixed_at.isoformat(),
    }
    told(Printed(target, made.pages, list(made.warnings)), form, **facts)
    if form != JSON:
        output.say(_("Verslag {number}, versie {version}.").format(number=made.report, version=made.number))


def _written(ctx: Context, job: Opdracht, target: Path, form: str | None) -> None:
    """The report as it is now, with what was written in the window."""
    from huurdersapp.actions import verslag
    from huurdersapp.actions.verslagen.getypt import with_draft

    job, beside = with_draft(ctx, job)
    done = output.run(verslag.write(ctx, job, target))
    _told(replace(done, warnings=[*beside, *done.warnings]), form, verslag=job.nummer)


def _told(done: Printed, form: str | None, **facts: Any) -> None:
    told(done, form, **facts)
    if form != JSON and facts["verslag"] is not None:
        output.say(_("Met de teksten en keuzes van verslag {number}.").format(number=facts["verslag"]))


def _day(text: str) -> date:
    """The day that was typed. Within the administration, as the example has its own today."""
    from huurdersapp.base import clock
    from huurdersapp.base.days import typed_day

    return typed_day(text, clock.today(), "past")
