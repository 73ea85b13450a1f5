"""Saving what can still be read of a damaged administration, told in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job
from huurdersapp.base.settings import AUTHOR, Settings
from huurdersapp.records import ALL
from huurdersapp.store import driver, keys, rescue
from huurdersapp.store.rescue import OfKind, Rescued

MANY = 30
"""Numbers that are named one by one."""


@dataclass(frozen=True, slots=True)
class Gered:
    """What a rescue brought: the folder of the new administration, whether nothing at all is lost, how many records came
    through, and what there is to tell."""

    map: Path
    alles: bool
    aantal: int
    woorden: tuple[str, ...]


def voorstel(folder: Path) -> Path:
    """A folder beside the damaged one that is not there yet."""
    wanted, count = folder.with_name(f"{folder.name}-gered"), 1
    while wanted.exists():
        count += 1
        wanted = folder.with_name(f"{folder.name}-gered-{count}")
    return wanted


def redden(folder: Path, to: Path, *, secret: str | None = None, key: str | None = None) -> Job[Gered]:
    """Save what can be read of the administration in `folder` into a new one in `to`, which is missing or empty.

    The damaged one must be closed and is only read. `secret` or `key` as `app.opened` takes them; neither for an
    administration without a password. The new one opens with the same password. Raises UserError when the folder is in
    use or full, when nothing can be read, and for a wrong password.
    """
    raw, _slot = keys.opened(folder, secret, key)
    author = Settings(folder).get(AUTHOR)
    found = yield from rescue.rescue(folder / driver.FILE, raw, to, author=author)
    return Gered(to, not _lost(found), sum(one.saved for one in found.kinds), tuple(_told(found)))


def _lost(found: Rescued) -> bool:
    return bool(
        any(one.lost or one.maybe or one.lines_lost for one in found.kinds)
        or not found.journal_whole
        or found.links_emptied
        or found.concepts_lost
        or found.beside_hurt
        or found.loose
        or found.log_broken
        or found.left
    )


def _told(found: Rescued) -> Iterator[str]:
    yield ngettext(
        "{count} bladzijde van het bestand is bekeken.",
        "{count} bladzijden van het bestand zijn bekeken.",
        found.pages,
    ).format(count=found.pages)
    if found.damaged:
        yield ngettext(
            "Daarvan is {count} beschadigd.", "Daarvan zijn er {count} beschadigd.", found.damaged
        ).format(count=found.damaged)
    if not _lost(found):
        yield _("Er is niets verloren.")
    for one in found.kinds:
        yield from _of_kind(one)
    yield from _of_links(found)
    if found.loose:
        yield ngettext(
            "Van {count} bladzijde is niet zeker waar de gegevens horen. Die zijn niet overgenomen.",
            "Van {count} bladzijden is niet zeker waar de gegevens horen. Die zijn niet overgenomen.",
            len(found.loose),
        ).format(count=len(found.loose))
    if found.concepts_lost:
        yield ngettext(
            "Van {count} formulier is het concept niet gered.",
            "Van {count} formulieren is het concept niet gered.",
            found.concepts_lost,
        ).format(count=found.concepts_lost)
    if found.beside_hurt:
        yield _("Formulieren die nog niet waren opgeslagen en instellingen van schermen kunnen ontbreken.")
    if found.log_broken:
        yield _("De laatste wijzigingen waren nog niet in het bestand zelf. Een deel daarvan kan ontbreken.")
    yield from _of_history(found)
    if not found.all_is_named:
        yield _("Er kan daardoor meer ontbreken dan hier staat. Kijk alles goed na.")
    yield from found.left


def _of_kind(one: OfKind) -> Iterator[str]:
    spec = ALL.get(one.key)
    label = str(spec.plural if spec is not None else one.key)
    yield ngettext("{kind}: {count} gered.", "{kind}: {count} gered.", one.saved).format(
        kind=label, count=one.saved
    )
    if one.from_history:
        yield ngettext(
            "{kind}: {count} daarvan is teruggehaald uit de geschiedenis.",
            "{kind}: {count} daarvan zijn teruggehaald uit de geschiedenis.",
            one.from_history,
        ).format(kind=label, count=one.from_history)
    if one.lost:
        yield ngettext(
            "{kind}: niet gered is nummer {numbers}.",
            "{kind}: niet gered zijn de nummers {numbers}.",
            len(one.lost),
        ).format(kind=label, numbers=_numbers(one.lost))
    if one.maybe:
        yield ngettext(
            "{kind}: misschien ontbreekt ook nummer {numbers}.",
            "{kind}: misschien ontbreken ook de nummers {numbers}.",
            len(one.maybe),
        ).format(kind=label, numbers=_numbers(one.maybe))
    if one.lines_lost:
        yield ngettext(
            "{kind}: {count} regel in een lijst is niet gered.",
            "{kind}: {count} regels in lijsten zijn niet gered.",
            one.lines_lost,
        ).format(kind=label, count=one.lines_lost)


def _of_links(found: Rescued) -> Iterator[str]:
    if found.links_emptied:
        yield ngettext(
            "{count} verwijzing naar iets wat verloren is, is leeggemaakt.",
            "{count} verwijzingen naar iets wat verloren is, zijn leeggemaakt.",
            found.links_emptied,
        ).format(count=found.links_emptied)
    if found.rows_left_out:
        yield ngettext(
            "{count} regel is weggelaten, omdat verloren is waar die bij hoort.",
            "{count} regels zijn weggelaten, omdat verloren is waar die bij horen.",
            found.rows_left_out,
        ).format(count=found.rows_left_out)


def _of_history(found: Rescued) -> Iterator[str]:
    if found.journal_whole:
        yield _("De geschiedenis is heel.")
    elif found.steps_broken:
        yield ngettext(
            "In de geschiedenis is {count} stap niet meer heel.",
            "In de geschiedenis zijn {count} stappen niet meer heel.",
            found.steps_broken,
        ).format(count=found.steps_broken)
    else:
        yield _("Van de geschiedenis ontbreekt een deel.")


def _numbers(numbers: Iterable[int]) -> str:
    named = list(numbers)
    shown = ", ".join(str(number) for number in named[:MANY])
    if len(named) <= MANY:
        return shown
    rest = len(named) - MANY
    return ngettext("{numbers} en nog {count}", "{numbers} en nog {count}", rest).format(
        numbers=shown, count=rest
    )
