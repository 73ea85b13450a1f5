"""Loading figures of others (a leefbaarheidsmonitor, labels per kern, toewijzingen) as metingen: look first, then all in one
step.

The plan says of every row what would happen, the load does it. Each row is checked as a form checks it; what is there
already, with whatever value, is never written over: correcting needs a reason, so that is done by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from huurdersapp.actions import kolommen, reservekopie
from huurdersapp.actions.context import Context
from huurdersapp.actions.kolommen import Wanted
from huurdersapp.actions.metingen_planning import OUTCOMES, PIECE, Beside, Outcome, Plan, Planner, Seen
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.tables.table import Table
from huurdersapp.store import bulk

_REMEMBERED = "metingen.kolommen"
__all__ = [
    "COLUMNS",
    "OUTCOMES",
    "Beside",
    "Outcome",
    "Plan",
    "Seen",
    "guess",
    "left_file",
    "load",
    "plan",
    "remember",
    "words",
]

COLUMNS: tuple[Wanted, ...] = (
    Wanted("maat", lazy("Maat (code)"), ("maat", "maatcode", "indicator", "code")),
    Wanted("periode", lazy("Jaar of periode"), ("periode", "jaar", "peiljaar", "meetjaar", "trimester", "kwartaal", "maand")),
    Wanted("van", lazy("Van"), ("van", "vanaf", "begin", "startdatum")),
    Wanted("tot", lazy("Tot en met"), ("tot", "tot en met", "t m", "einddatum", "peildatum", "datum")),
    Wanted("waarde", lazy("Waarde"), ("waarde", "percentage", "aandeel", "score", "aantal", "bedrag", "cijfer")),
    Wanted("teller", lazy("Teller (hoeveel van het geheel)"), ("teller", "aantal met")),
    Wanted("noemer", lazy("Noemer (het geheel)"), ("noemer", "totaal", "geheel", "totaal aantal")),
    Wanted("klasse", lazy("Klasse"), ("klasse", "label", "energielabel", "categorie", "groep")),
    Wanted("kern", lazy("Plaats"), ("plaats", "kern", "wijk", "dorp", "gebied", "wijk of kern", "woonplaats")),
    Wanted("partij", lazy("Van welke partij"), ("partij", "corporatie", "verhuurder", "organisatie")),
    Wanted("project", lazy("Project"), ("project", "complex")),
    Wanted("bron", lazy("Bron"), ("bron", "herkomst")),
    Wanted("toelichting", lazy("Toelichting"), ("toelichting", "opmerking", "opmerkingen")),
)  # fmt: skip


def guess(ctx: Context, table: Table) -> dict[str, int]:
    """Which column of the list is which wanted one, by place: as the last time for these names, else by name."""
    kept = kolommen.remembered(ctx, _REMEMBERED, table, COLUMNS)
    return kept if kept is not None else kolommen.by_name(table, COLUMNS)


def remember(ctx: Context, table: Table, columns: Mapping[str, int]) -> None:
    """Keep what was chosen for the next list with the same names of columns."""
    kolommen.remember(ctx, _REMEMBERED, table, columns)


def plan(ctx: Context, table: Table, columns: Mapping[str, int], beside: Beside | None = None) -> Job[Plan]:
    """Look at every row: what is new, what is there already, what cannot be and why. Nothing is written.

    `columns` says at which place of a row each key of `COLUMNS` stands. The columns of classes are found by the names that
    the measure has for them. Raises UserError when the measure, the period or the figures are nowhere.
    """
    beside = beside or Beside()
    _needed(columns, beside)
    with ctx.store.reading() as db:
        planner = Planner(db, columns, beside, Plan(table, ctx.store.head.seq))
        for place, row in enumerate(table.rows):
            if place % PIECE == 0:
                yield Progress(place, len(table.rows), _("Rijen nakijken"))
            planner.take(place, row)
        for count, group in enumerate(planner.groups()):
            if count % PIECE == 0:
                yield Progress(count, None, _("Waarden nakijken"))
            planner.decide(*group)
    planner.made.left.sort(key=lambda each: each[0])
    return planner.made


def _needed(columns: Mapping[str, int], beside: Beside) -> None:
    missing = []
    if "maat" not in columns and beside.maat is None:
        missing.append(_("de maat"))
    if not {"periode", "tot"} & set(columns) and not beside.periode:
        missing.append(_("het jaar of de periode"))
    if missing:
        raise UserError(
            _("Wij weten nog niet waar dit staat: {what}."),
            _("Kies de kolom, of vul in wat voor de hele lijst geldt."),
            what=", ".join(missing),
        )


def left_file(plan: Plan, path: Path) -> None:
    """Write the rows that cannot be loaded, as they were, with the reason behind them: to mend and load again."""
    kolommen.rest_file(plan.table, [(place, seen.line, seen.told) for place, seen in plan.left], path)


def words(plan: Plan) -> str:
    """What the load is called, on its button and as the step that can be undone: 12 metingen laden."""
    text = ngettext("{count} meting laden", "{count} metingen laden", plan.to_write)
    return text.format(count=written(plan.to_write))


def load(ctx: Context, plan: Plan) -> Job[int]:
    """Write what was planned, after a copy, and tell how many metingen that were; a load that is stopped leaves nothing.

    Raises UserError when something was changed since the plan was made: then it has to be looked at again.
    """
    if not plan.to_write:
        return 0
    yield from reservekopie.before(ctx, reservekopie.LOADING)
    yield from bulk.load(ctx.store, words(plan), plan.drafts, plan.to_write, since=plan.seq)
    return plan.to_write
