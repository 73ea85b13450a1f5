"""Letters in parts: what the program proposes from the facts, what somebody wrote instead, and the paper.

All of one letter is read at one moment. A part that was rewritten stays as it is; when the program proposes something else
than it did then, the writer is told and chooses. Reading writes nothing: the letter of a case can be seen before there is
a record of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from huurdersapp.actions import records
from huurdersapp.actions.brief_algemeen import general
from huurdersapp.actions.brief_feiten import addressed, letter_values
from huurdersapp.actions.briefpapier import letterhead
from huurdersapp.actions.briefsjablonen import template
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, Printed, laid_out, small_numbers, write_document, writer_for
from huurdersapp.actions.plain import plain_of
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.sjabloon import Sjabloon
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.brief import Brief
from huurdersapp.records.brief_soorten import OF_A_CASE
from huurdersapp.records.brief_velden import BIJLAGEN, DELEN, KOPIE, LIJSTEN, brief_soort
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.reports import adviesbrief
from huurdersapp.reports.adviesbrief_achterban import result_blocks
from huurdersapp.reports.adviesbrief_feiten import adviesbrief_feiten, annexes, counter_of
from huurdersapp.reports.brief import BriefValues, brief_document
from huurdersapp.reports.brief_bijlagen import with_annexes
from huurdersapp.reports.brief_delen import Feiten, Voorstel, as_text, voorstellen, with_parts
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Document
from huurdersapp.reports.raadpleging_cijfers import KEY
from huurdersapp.reports.raadpleging_cijfers import counter_of as counter_alone
from huurdersapp.store.step import ReadSession, StepSession

KIND = "brief"
SAME = ("verhuurder_id", "namens_id", "commissie_id", "behandelaar", "vertrouwelijk")
"""What a letter has from its case, by column."""


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of a letter. `proposal` is what the program says now, `own` what somebody wrote instead (None: nothing),
    `basis` the proposal that this replaced; `now` is the proposal as it is compared with it. `changed`: the facts have
    changed since somebody wrote."""

    key: str
    title: str
    proposal: str
    own: str | None
    basis: str
    text: str
    changed: bool
    now: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it stands: `number` of its record (None: there is none yet), `case` the number of its advies. `refusal`
    says what is missing before it can be printed, `warnings` what to know."""

    number: int | None
    kind: str
    case: int | None
    subject: str
    address: tuple[str, ...]
    sender: str
    day: date
    parts: tuple[Deel, ...]
    refusal: str = ""
    warnings: tuple[str, ...] = ()

    def part(self, key: str) -> Deel:
        """One of its parts; raises UserError for a part that this kind of letter has not."""
        for each in self.parts:
            if each.key == key:
                return each
        raise UserError(_("Het deel ‘{key}’ hoort niet bij deze brief."), key=key[:40])


@dataclass(frozen=True, slots=True)
class _Source:
    """All of one letter, read at one moment: its frame, facts, template, and what somebody wrote (key: text, basis)."""

    number: int | None
    kind: str
    case: int | None
    frame: BriefValues
    facts: Feiten
    template: Sjabloon
    own: dict[str, tuple[str, str | None]]
    refuse: Callable[[], None]
    warnings: tuple[str, ...] = ()
    annexes: Callable[[], dict[str, tuple[Block, ...]]] = dict

    def texts(self) -> dict[str, str]:
        return {key: text for key, (text, _basis) in self.own.items()}

    def document(self) -> Document:
        self.refuse()
        letter = with_parts(self.frame, self.template, self.facts, self.texts())
        return with_annexes(brief_document(letter), letter.bijlagen, self.annexes())

    def proposals(self) -> list[Voorstel]:
        lists = ((BIJLAGEN, self.frame.bijlagen), (KOPIE, self.frame.kopie_aan))
        found = [*voorstellen(self.template, self.facts)]
        return [
            *found,
            *(Voorstel(key, str(LIJSTEN[key]), text := "\n".join(of), text, ()) for key, of in lists),
        ]


# -- reading -------------------------------------------------------------------------------------------------------


def read(ctx: Context, number: int, on: date | None = None) -> Letter:
    """The letter with this number; `on` is its day as long as it was not sent. Raises UserError when it is not there."""
    with ctx.store.reading() as db:
        return _letter(_source(ctx, db, records.find(db, ctx.spec(KIND), number), on))


def read_case(ctx: Context, number: int, on: date | None = None) -> Letter:
    """The letter of the advies with this number, also while there is no record of it."""
    with ctx.store.reading() as db:
        return _letter(_of_case(ctx, db, records.find(db, ctx.spec("advies"), number), on))


def read_at(ctx: Context, db: ReadSession, row: Any, on: date | None = None) -> Letter:
    """The same for whoever reads more at this moment than the letter alone."""
    return _letter(_source(ctx, db, row, on))


def of_case(db: ReadSession, case: Any) -> Brief | None:
    """The record of the letter of an advies, the first one; None where there is none yet."""
    where = (Brief.advies_id == case.id, Brief.soort == brief_soort(case.soort), Brief.richting == "uit")
    found: list[Brief] = db.alive(db.catalogue.specs[KIND], *where)
    return min(found, key=lambda row: row.nummer, default=None)


def _of_case(ctx: Context, db: ReadSession, case: Any, on: date | None) -> _Source:
    return _source(ctx, db, of_case(db, case) or _unwritten(ctx, db, case), on)


def _unwritten(ctx: Context, db: ReadSession, case: Any) -> Brief:
    """The letter of a case as it would be made; it is in no session, so nothing is written."""
    same = {key: getattr(case, key) for key in SAME}
    return Brief(
        soort=brief_soort(case.soort),
        onderwerp=adviesbrief.betreft(letter_values(ctx, db, case)),
        advies_id=case.id,
        hun_kenmerk=case.kenmerk_verhuurder,
        richting="uit",
        status="concept",
        **same,
    )


def _source(ctx: Context, db: ReadSession, row: Any, on: date | None) -> _Source:
    if row.soort in OF_A_CASE and row.advies_id and (case := db.get(Advies, row.advies_id)) is not None:
        return _case(ctx, db, case, row, on)
    frame, facts = general(ctx, db, row, on)
    frame, warned = _headed(db, frame, row.namens_id)
    made, told = template(db, row.soort, row.verhuurder_id)
    case = db.get(Advies, row.advies_id) if row.advies_id else None
    return _Source(
        row.nummer,
        row.soort,
        case.nummer if case is not None else None,
        frame,
        facts,
        made,
        _own(db, row),
        lambda: None,
        (*told, *warned),
    )


def _case(ctx: Context, db: ReadSession, case: Any, row: Any, on: date | None) -> _Source:
    values = letter_values(ctx, db, case, on, row)
    kind = row.soort if row is not None else brief_soort(case.soort)
    made, told = template(db, kind, case.verhuurder_id)

    def refuse() -> None:
        addressed(case)
        adviesbrief.check(values)

    frame, warned = _headed(db, adviesbrief.brief_values(values), case.namens_id)
    own = _own(db, row) if row is not None else {}
    number = row.nummer if row is not None else None
    return _Source(
        number,
        kind,
        case.nummer,
        frame,
        adviesbrief_feiten(values),
        made,
        own,
        refuse,
        (*told, *warned),
        lambda: annexes(values),
    )


def _headed(
    db: ReadSession, frame: BriefValues, namens_id: str | None
) -> tuple[BriefValues, tuple[str, ...]]:
    """The letter on the letterhead of whoever writes it, and what of that could not be used."""
    head = letterhead(db, namens_id)
    made = replace(frame, venster=head.venster, onderregel=head.onderregel, beeldmerk=head.beeldmerk)
    return made, head.warnings


def _own(db: ReadSession, row: Any) -> dict[str, tuple[str, str | None]]:
    lines = db.lines(db.catalogue.specs[KIND].part["delen"].spec, row.id)
    return {line.sleutel: (line.tekst or "", line.basis) for line in lines}


def _letter(source: _Source) -> Letter:
    refusal = ""
    try:
        source.refuse()
    except UserError as fault:
        refusal = fault.told()
    return Letter(
        source.number,
        source.kind,
        source.case,
        source.frame.betreft,
        source.frame.aan,
        source.frame.afzender.naam,
        source.frame.datum,
        tuple(_part(item, source.own.get(item.key)) for item in source.proposals()),
        refusal,
        source.warnings,
    )


def _part(item: Voorstel, own: tuple[str, str | None] | None) -> Deel:
    title = item.kop or str({**DELEN, **LIJSTEN}.get(item.key, item.key))
    if own is None:
        return Deel(item.key, title, item.tekst, None, item.basis, item.tekst, False, item.basis)
    text, basis = own
    changed = basis is not None and basis != item.basis
    return Deel(item.key, title, item.tekst, text, basis or "", text, changed, item.basis)


def answer_subject(subject: str) -> str:
    """What a letter is about that answers one that came in: in Dutch, as it stands on paper."""
    return f"Antwoord op uw brief: {subject}"


# -- writing -------------------------------------------------------------------------------------------------------


def letter_of(ctx: Context, number: int, *, origin: object | None = None) -> int:
    """The number of the letter of an advies; it is made in one step where there is none yet."""
    with ctx.store.reading() as db:
        case: Any = records.find(db, ctx.spec("advies"), number)
        if (found := of_case(db, case)) is not None:
            return int(found.nummer)
        subject = adviesbrief.betreft(letter_values(ctx, db, case))
        plain = next(iter(plain_of(db, ctx.spec("advies"), [case.id])))
    raw = {
        "soort": brief_soort(plain["soort"]),
        "onderwerp": subject,
        "advies": number,
        "hun_kenmerk": plain["kenmerk_verhuurder"],
        **{key.removesuffix("_id"): plain[key.removesuffix("_id")] for key in SAME},
    }
    return int(records.save(ctx, ctx.spec(KIND), raw, origin=origin).records[0]["nummer"])


def write_part(ctx: Context, number: int, key: str, text: str, *, origin: object | None = None) -> None:
    """Keep what somebody wrote for a part; exactly what the program proposes is nothing of one's own. An empty text leaves
    the part out. Raises UserError for a part that this letter has not."""

    def own(part: Deel) -> tuple[str, str] | None:
        return None if text.strip() == part.proposal.strip() else (text, part.now)

    _rewrite(ctx, number, key, _("Brief {number}: {part} schrijven"), own, origin)


def restore_part(ctx: Context, number: int, key: str, *, origin: object | None = None) -> None:
    """Back to what the program proposes."""
    _rewrite(
        ctx, number, key, _("Brief {number}: {part} terug naar het voorstel"), lambda _part: None, origin
    )


def keep_part(ctx: Context, number: int, key: str, *, origin: object | None = None) -> None:
    """What somebody wrote stays, knowing what the program proposes now."""

    def own(part: Deel) -> tuple[str, str] | None:
        return None if part.own is None else (part.own, part.now)

    _rewrite(ctx, number, key, _("Brief {number}: {part} houden zoals die is"), own, origin)


def insert_result(
    ctx: Context, number: int, key: str, raadpleging: int, *, origin: object | None = None
) -> None:
    """Put the outcome of a raadpleging at the end of a part, with method, n, response and limits; the case is linked to it,
    so that it counts among the bijlagen. Where the program itself tells of it in this part, linking is enough.

    Its numbers are protected together with all others of the letter. Raises UserError when one of them is not there.
    """
    with ctx.store.step(_("Brief {number}: uitslag invoegen").format(number=number), origin=origin) as db:
        told: Any = records.find(db, ctx.spec("raadpleging"), raadpleging)
        row: Any = records.find(db, ctx.spec(KIND), number)
        _letter(_source(ctx, db, row, None)).part(key)
        _link(ctx, db, row, told)
        db.flush()
        source = _source(ctx, db, row, None)
        part = _letter(source).part(key)
        if part.own is None and key == "achterban" and source.case is not None:
            return
        text = as_text(_result(ctx, db, row, told))
        _put(ctx, db, row, key, ("\n\n".join(filter(None, (part.text, text))), part.now))


def _link(ctx: Context, db: StepSession, row: Any, told: Any) -> None:
    """The case stands on the raadpleging; a letter without a case names it itself."""
    if row.advies_id is None:
        if row.raadpleging_id is None:
            row.raadpleging_id = told.id
        return
    spec = ctx.spec("advies")
    case: Any = db.get_one(Advies, row.advies_id)
    there = [line.raadpleging_id for line in db.lines(spec.part["raadplegingen"].spec, case.id)]
    if told.id in there:
        return
    numbers = [db.get_one(Raadpleging, each).nummer for each in there]
    draft, faults = records.reviewed(db, spec, case, {"raadplegingen": [*numbers, told.nummer]})
    records.refuse(spec, faults)
    records.write(db, draft, case)


def _result(ctx: Context, db: ReadSession, row: Any, told: Any) -> list[Any]:
    """The outcome in blocks, its numbers protected with those of the whole letter."""
    item = raadpleging_values(db, told)
    if row.advies_id is not None:
        values = letter_values(ctx, db, db.get_one(Advies, row.advies_id), None, row)
        place = next((at for at, each in enumerate(values.raadplegingen) if each.source == item.source), None)
        if place is not None:
            return result_blocks(counter_of(values), place, item)
    alone: Counter = counter_alone(item, small_numbers(ctx))
    return result_blocks(alone, KEY, item)


def _rewrite(
    ctx: Context,
    number: int,
    key: str,
    label: str,
    own: Callable[[Deel], tuple[str, str] | None],
    origin: object | None,
) -> None:
    title = str({**DELEN, **LIJSTEN}.get(key, key))
    with ctx.store.step(label.format(number=number, part=title), origin=origin) as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        part = _letter(_source(ctx, db, row, None)).part(key)
        _put(ctx, db, row, key, own(part))


def _put(ctx: Context, db: StepSession, row: Any, key: str, own: tuple[str, str] | None) -> None:
    """Write (or with None take away) what somebody wrote for a part; other parts and versions stay."""
    spec = ctx.spec(KIND)
    part = spec.part["delen"].spec
    there = {line.sleutel: line for line in db.lines(part, row.id)}
    line = there.get(key)
    if own is None:
        if line is not None:
            db.discard(line)
    elif line is not None:
        line.tekst, line.basis = own
    else:
        made = part.cls(ouder_id=row.id, volgorde=len(there), sleutel=key, tekst=own[0], basis=own[1])
        db.add(made)


# -- paper ---------------------------------------------------------------------------------------------------------


def document(ctx: Context, number: int, on: date | None = None) -> Document:
    """The letter as a neutral document. Raises UserError when it is not there, or when something is missing without which
    it says nothing (an outcome, a landlord)."""
    with ctx.store.reading() as db:
        source = _source(ctx, db, records.find(db, ctx.spec(KIND), number), on)
    return source.document()


def document_at(ctx: Context, db: ReadSession, row: Any, on: date | None = None) -> Document:
    """The same for whoever reads more at this moment than the letter alone."""
    return _source(ctx, db, row, on).document()


def case_document(ctx: Context, number: int, on: date | None = None) -> Document:
    """The letter of the advies with this number, also while there is no record of it; raises as `document`."""
    with ctx.store.reading() as db:
        source = _of_case(ctx, db, records.find(db, ctx.spec("advies"), number), on)
    return source.document()


def preview(
    ctx: Context, number: int, on: date | None = None, wanted: Callable[[], bool] = lambda: True
) -> Job[Paper]:
    """The pages of a letter for the screen; stops when no longer `wanted`. Raises as `document`."""
    yield Progress(0, 2, _("Gegevens lezen"))
    made = document(ctx, number, on)
    yield Progress(1, 2, _("Brief maken"))
    return laid_out(ctx, made, wanted=wanted)


def write(ctx: Context, number: int, path: Path, on: date | None = None) -> Job[Printed]:
    """Write a letter to .pdf or .docx. Raises as `document`, and when the file cannot be written."""
    writer_for(path)
    yield Progress(0, 2, _("Gegevens lezen"))
    made = document(ctx, number, on)
    yield Progress(1, 2, _("Brief maken"))
    return write_document(made, path)
