"""What the builder reads: the report of a record, its state and its pages of one moment, and what it says of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from huurdersapp.actions import finding, lists, records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, laid_out
from huurdersapp.actions.verslagen import concept as concepts
from huurdersapp.actions.verslagen.concept import Concept
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.soorten import soort_of
from huurdersapp.base import period
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.verslag_soorten import STATUS
from huurdersapp.ui.verslag.choices import ABOUT

KIND = "verslag"


def pages(
    ctx: Context, job: Opdracht, tell: Callable[[Concept], object], wanted: Callable[[], bool]
) -> Job[Paper]:
    """Read the report, `tell` at once how it stands (on the thread of the work), and lay its pages out."""
    yield Progress(0, 2, _("Gegevens lezen"))
    found = concepts.start(ctx, job)
    tell(found)
    if soort_of(job.soort).bundel:  # it has papers of its own in it
        return (yield from verslag.preview(ctx, found.job, found.keuzes, wanted=wanted))
    yield Progress(1, 2, _("Verslag maken"))
    assert found.made is not None
    return laid_out(ctx, found.made.document, warnings=found.warnings, empty=found.empty, wanted=wanted)


def of_record(ctx: Context, number: int) -> Opdracht | None:
    """What the record with this number is about; None when it is not there (any more)."""
    try:
        row = records.show(ctx, ctx.spec(KIND), number)
    except UserError:
        return None
    about = {key: row[key] for key in ABOUT}
    span = period.parse(f"{row['van']}..{row['tot']}")
    return Opdracht(row["soort"], span, row["akkoord"], publiek=row["publiek"], nummer=number, **about)


def told(ctx: Context, fields: Mapping[str, Any]) -> str:
    """What somebody chose, in words: Vorm: Kort."""
    spec = ctx.spec(KIND)
    words = []
    for key, value in fields.items():
        item = spec.fields[key]
        if item.note.choices is not None:
            shown = item.note.choices.label(value)
        elif isinstance(value, bool):
            shown = _("ja") if value else _("nee")
        elif item.note.ref is not None and value is not None:
            shown = finding.called(ctx, item.note.ref, [value]).get(value, str(value))
        else:
            shown = _("geen") if value is None else str(value)
        words.append(_("{field}: {value}").format(field=str(item.label), value=shown))
    return ", ".join(words)


def stands(ctx: Context, found: Concept) -> str:
    """Which report is shown, and whether it is kept, in a sentence or two."""
    job = found.job
    if found.number is None:
        title = found.made.document.title if found.made is not None else soort_of(job.soort).label
        called = named(title, job)
        return _("{report}. Nog niet bewaard: dat gebeurt zodra u iets kiest of schrijft.").format(
            report=called
        )
    try:
        row = records.show(ctx, ctx.spec(KIND), found.number)
    except UserError:  # thrown away while it was read
        return ""
    papers = found.made if soort_of(job.soort).bundel else None  # these are called after their meeting
    return _("Verslag {number}: {report}. Status: {status}. Alles is opgeslagen.").format(
        number=found.number,
        report=row["titel"] if papers is None else papers.document.title,
        status=STATUS.label(row["status"]),
    )


def named(title: str, job: Opdracht) -> str:
    """What a report is called, as its file is: Trimesterverslag 2019-T2. Papers of a meeting name that meeting, and some
    titles name their year."""
    days = job.span.code().replace("..", " tot ")
    return title if soort_of(job.soort).bundel or days in title else f"{title} {days}"


def begun(ctx: Context, found: Concept) -> str:
    """With what a new report began, and that there is one which was sent, in sentences; "" when it has its own choices."""
    if found.number is not None:
        return ""
    told = []
    if found.from_last is not None and of_record(ctx, found.from_last) is not None:
        name = finding.called(ctx, KIND, [found.from_last]).get(found.from_last, "")
        told.append(_("Begonnen met de keuzes van {report}.").format(report=name))
    job = found.job
    if not soort_of(job.soort).needs:
        same = (f"soort={job.soort}", f"van={job.span.first}", f"tot={job.span.last}", "status=verstuurd")
        told += [
            _("Over deze periode is verslag {number} al verstuurd.").format(number=row["nummer"])
            for row in lists.find(ctx, ctx.spec(KIND), same)[:1]
        ]
    return " ".join(told)
