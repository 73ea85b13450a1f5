"""Looking over the whole administration: is everything still whole, does it fit together, and what to do when not?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from huurdersapp.actions import reservekopie
from huurdersapp.actions.context import Context
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job
from huurdersapp.store import check as store_check
from huurdersapp.store import damage, repair

BEFORE_REPAIR = "voor-herstellen"


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What was looked at, what is not right, and what to do about it, as sentences; `herstelbaar`: `herstel` mends all of
    it."""

    bekeken: tuple[str, ...]
    fouten: tuple[str, ...]
    raad: tuple[str, ...]
    herstelbaar: bool


def check(ctx: Context) -> Job[list[str]]:
    """What is not right, as plain sentences; an empty list when all is well. Nothing is changed."""
    return (yield from store_check.check(ctx.store))


def nakijken(ctx: Context) -> Job[Uitkomst]:
    """The same, with what was looked at, what to do and whether there is a good copy."""
    found = yield from store_check.looked(ctx.store)
    advice: tuple[str, ...] = ()
    if found.only_search:
        advice = (
            _("Uw gegevens zelf zijn heel. Het zoeken kan het programma opnieuw opbouwen."),
            _("Dat doet u met: huurdersapp controle --herstel"),
        )
    elif found.faults:
        advice = tuple(_advice(ctx.folder))
    return Uitkomst(tuple(_looked_at(found)), found.faults, advice, found.only_search)


def _looked_at(found: store_check.Looked) -> Iterator[str]:
    yield ngettext(
        "{count} bladzijde van het bestand", "{count} bladzijden van het bestand", found.pages
    ).format(count=found.pages)
    yield ngettext("{count} regel met gegevens", "{count} regels met gegevens", found.records).format(
        count=found.records
    )
    yield ngettext(
        "{count} stap van de geschiedenis", "{count} stappen van de geschiedenis", found.steps
    ).format(count=found.steps)
    yield ngettext("{count} bijlage", "{count} bijlagen", found.contents).format(count=found.contents)


def schade(folder: Path) -> tuple[str, ...]:
    """What to do with an administration that cannot be opened because it is damaged, and since when that is known."""
    mark = damage.marked(folder)
    since = [] if mark is None else [_("Gezien op {when}.").format(when=moment(mark.gevonden_op))]
    return (*since, *_advice(folder))


def _advice(folder: Path) -> Iterator[str]:
    good = reservekopie.laatste_goede(folder)
    if good is not None:
        yield _("Laatste goede reservekopie: {when} ({why}, {size} MB).").format(
            when=moment(good.made_at), why=good.words, size=max(1, good.size // 1024 // 1024)
        )
        yield _("Zet die terug in het programma, bij Reservekopieën. Het kapotte bestand blijft bewaard.")
    else:
        yield _("Er is geen goede reservekopie op deze computer. Kijk of er een op een USB-stick staat.")
    yield _("Redden wat nog leesbaar is, doet u met: huurdersapp controle --redden NIEUWE_MAP")


def herstel(ctx: Context) -> Job[tuple[str, ...]]:
    """Mend what can be made again from the records themselves, after a backup; gives what was done, as sentences.

    All of it in one transaction. Raises UserError when the backup cannot be made: then nothing is changed.
    """
    copy = yield from reservekopie.before(ctx, BEFORE_REPAIR)
    count = yield from repair.search_again(ctx.store)
    return (
        _("Er staat een reservekopie in {copy}.").format(copy=copy),
        ngettext(
            "Het zoeken is opnieuw opgebouwd voor {count} gegeven.",
            "Het zoeken is opnieuw opgebouwd voor {count} gegevens.",
            count,
        ).format(count=count),
    )


def due(ctx: Context) -> bool:
    """Whether the file itself was not looked over today: then `file` is for the background, after the start."""
    return store_check.due(ctx.store)


def file(ctx: Context, stop: Callable[[], bool] = lambda: False) -> Job[list[str]]:
    """What is wrong with the pages of the file; an empty list when all is well, and then it is not due again today.

    Opening reads only a few of them, whatever the size. `stop` breaks off a page count that takes long (Stopped).
    """
    return (yield from store_check.file(ctx.store, stop))
