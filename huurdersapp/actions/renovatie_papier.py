"""The papers of a renovation: telblad, walk list, report for the bestuurlijk overleg, zorgenblad, and a letter on rights.

A name of a tenant comes on one of them alone: the walk list, where somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from huurdersapp.actions import brieven, brieven_velen, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.papier import Paper, Printed, laid_out, save, writer_for
from huurdersapp.actions.renovatie_stand import counted_day
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.brief import Brief
from huurdersapp.records.renovatie_tables import BouwkundigeEenheid, Renovatieproject
from huurdersapp.reports.document import Document
from huurdersapp.store.step import ReadSession

PAPERS: Mapping[str, LazyText] = {
    "telblad": lazy("Telblad"),
    "renovatielijst": lazy("Looplijst"),
    "rechtenbrief": lazy("Brief over rechten"),
    "renovatieverslag": lazy("Verslag voor het overleg"),
    "zorgenblad": lazy("Zorgenblad"),
}
"""The papers, by the name that a place and the command line have for them."""
OF_PROJECT = ("renovatieverslag", "zorgenblad")
"""Papers of which the number is that of a project; of the others it is that of a bouwkundige eenheid."""
RIGHTS = "rechten"
"""The kind of letter that tells tenants what their rights are."""
SUBJECT = "Uw rechten bij de renovatie"
"""What that letter is about: on paper, so in Dutch."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose for a paper.

    All but the letter and the walk list: as it stood `op` a day (None: today). Telblad: `blanco` to fill in by hand,
    `zonder_adressen` for a notice board. Walk list: `per_trappenhuis`, `alleen_open` without those who answered,
    `met_namen`, who walks (`loper`) and when (`datum`). Zorgenblad: `intern` with the exact numbers.
    """

    op: date | None = None
    blanco: bool = False
    zonder_adressen: bool = False
    per_trappenhuis: bool = False
    alleen_open: bool = False
    met_namen: bool = False
    loper: str = ""
    datum: date | None = None
    intern: bool = False


NONE = Choices()


def make(ctx: Context, soort: str, number: int, **choices: Any) -> Job[Paper]:
    """`preview` with the choices by their names."""
    return preview(ctx, soort, number, Choices(**choices))


def preview(
    ctx: Context,
    soort: str,
    number: int,
    choices: Choices = NONE,
    *,
    wanted: Callable[[], bool] = lambda: True,
) -> Job[Paper]:
    """The pages of a paper (see `PAPERS`) as they are shown, saved and printed; `number` is that of the eenheid, or of the
    project for one of `OF_PROJECT`.

    Raises UserError when that is not there or there is no such paper, Stopped when no longer `wanted`.
    """
    yield Progress(0, 2, _("Gegevens lezen"))
    document = document_of(ctx, soort, number, choices)
    yield Progress(1, 2, _("Bladzijden maken"))
    return laid_out(ctx, document, wanted=wanted)


def write(ctx: Context, soort: str, number: int, path: Path, choices: Choices = NONE) -> Job[Printed]:
    """Write a paper to a file by its ending; raises UserError as `preview`, and when it cannot be written."""
    writer_for(path)
    found = yield from preview(ctx, soort, number, choices)
    return (yield from save(found, path))


def document_of(ctx: Context, soort: str, number: int, choices: Choices = NONE) -> Document:
    """The paper as a neutral document; raises UserError as `preview`."""
    makers: dict[str, Callable[[Context, ReadSession, int, Choices], Document]] = {
        "telblad": _telblad,
        "renovatielijst": _walk_list,
        "rechtenbrief": _letter,
        "renovatieverslag": _report,
        "zorgenblad": _worries,
    }
    if soort not in makers:
        raise UserError(_("Dit papier kennen wij niet: {kind}."), kind=soort[:40])
    with ctx.store.reading() as db:
        return makers[soort](ctx, db, number, choices)


def _telblad(ctx: Context, db: ReadSession, number: int, choices: Choices) -> Document:
    from huurdersapp.actions.renovatie_papier_waarden import telblad
    from huurdersapp.reports.telblad import telblad_document

    on = counted_day(choices.op)
    if choices.blanco and choices.zonder_adressen:
        raise UserError(
            _("Een leeg telblad zonder adressen heeft niets om in te vullen."), _("Kies een van de twee.")
        )
    values = telblad(ctx, db, number, on, blanco=choices.blanco, zonder_adressen=choices.zonder_adressen)
    return telblad_document(values)


def _walk_list(ctx: Context, db: ReadSession, number: int, choices: Choices) -> Document:
    from huurdersapp.actions.renovatie_lijst_waarden import lijst
    from huurdersapp.reports.renovatielijst import renovatielijst_document

    values = lijst(
        ctx,
        db,
        number,
        clock.today(),
        per_trappenhuis=choices.per_trappenhuis,
        alleen_open=choices.alleen_open,
        met_namen=choices.met_namen,
        loper=choices.loper,
        datum=choices.datum,
    )
    return renovatielijst_document(values)


def _report(ctx: Context, db: ReadSession, number: int, choices: Choices) -> Document:
    from huurdersapp.actions.renovatie_papier_waarden import verslag
    from huurdersapp.reports.renovatieverslag import renovatieverslag_document

    return renovatieverslag_document(verslag(ctx, db, number, counted_day(choices.op)))


def _worries(ctx: Context, db: ReadSession, number: int, choices: Choices) -> Document:
    from huurdersapp.actions.renovatie_papier_waarden import zorgenblad
    from huurdersapp.reports.zorgenblad import zorgenblad_document

    # Worries are counted as they are now, whatever the day.
    return zorgenblad_document(zorgenblad(ctx, db, number, clock.today(), intern=choices.intern))


# -- the letter ------------------------------------------------------------------------------------------------------


def _letter(ctx: Context, db: ReadSession, number: int, choices: Choices) -> Document:
    unit: Any = records.find(db, ctx.spec("bouwkundige_eenheid"), number)
    return brieven.document_at(ctx, db, _of_unit(db, unit) or _unwritten(db, unit), choices.op)


def _of_unit(db: ReadSession, unit: BouwkundigeEenheid) -> Brief | None:
    """The letter on rights of a building that is being written; None where there is none. What was sent stays as it was."""
    where = (Brief.eenheid_id == unit.id, Brief.soort == RIGHTS, Brief.status == "concept")
    found: list[Brief] = db.alive(db.catalogue.specs[brieven.KIND], *where)
    return max(found, key=lambda row: row.nummer, default=None)


def _unwritten(db: ReadSession, unit: BouwkundigeEenheid) -> Brief:
    """The letter as it would be made; it is in no session, so nothing is written."""
    project = db.get_one(Renovatieproject, unit.project_id)
    return Brief(
        soort=RIGHTS,
        onderwerp=SUBJECT,
        eenheid_id=unit.id,
        verhuurder_id=project.verhuurder_id,
        richting="uit",
        status="concept",
    )


def letter_of(ctx: Context, number: int, *, origin: object | None = None) -> int:
    """The number of the letter on rights of a building, to change and to send; it is made in one step where there is none
    that is being written. Raises UserError when the building is not there."""
    with ctx.store.reading() as db:
        unit: Any = records.find(db, ctx.spec("bouwkundige_eenheid"), number)
        if (found := _of_unit(db, unit)) is not None:
            return int(found.nummer)
        project = db.get_one(Renovatieproject, unit.project_id)
        landlord = Names(db).number("verhuurder", project.verhuurder_id) if project.verhuurder_id else None
    raw = {"soort": RIGHTS, "onderwerp": SUBJECT, "eenheid": number, "verhuurder": landlord}
    return int(records.save(ctx, ctx.spec(brieven.KIND), raw, origin=origin).records[0]["nummer"])


def write_letters(ctx: Context, number: int, path: Path) -> Job[Printed]:
    """Write one PDF with the letter on rights for each home of a building; the letter comes into the register as a concept.

    Raises UserError as `brieven_velen.write`.
    """
    brieven_velen.check_ending(path)
    letter = letter_of(ctx, number)
    return (yield from brieven_velen.write(ctx, letter, path))
