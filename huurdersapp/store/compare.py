"""What would be missing with an older copy in the place of the store: steps and records since, in words.

Everything goes by the journals of both: the copy knows up to which step of each laptop it goes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from huurdersapp.base.formats import moment as shown
from huurdersapp.base.formats import number
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records import ALL
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import driver
from huurdersapp.store.catalogue import Catalogue
from huurdersapp.store.journal import moment_of

LATEST = 8
"""Steps that are named; of more only the count is told."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the copy lacks: the number of steps, sentences for people, and the number of records by kind.

    `steps` is None where the present store cannot be read: then nobody knows.
    """

    steps: int | None
    words: tuple[str, ...]
    kinds: tuple[tuple[str, int], ...] = ()


def unknown() -> Difference:
    """For a present store that cannot be read."""
    return Difference(
        None, (_("Wat er na deze kopie is gewijzigd, ontbreekt. Hoeveel dat is, is niet te zien."),)
    )


def since(now: Any, copy: Any, specs: Mapping[str, RecordSpec] = ALL) -> Difference:
    """What stands in the store behind the driver connection `now` and not in that behind `copy`."""
    known = dict(copy.execute("SELECT device, seq FROM journal_vector").fetchall())
    ours = now.execute("SELECT device, seq FROM journal_vector").fetchall()
    missing = [(device, known.get(device, 0), seq) for device, seq in ours if seq > known.get(device, 0)]
    latest: list[tuple[int, str]] = []
    count = 0
    rows: set[tuple[str, str]] = set()
    for device, seen, _last in missing:
        steps = now.execute(
            "SELECT hlc, label, kind FROM journal_step WHERE device = ? AND seq > ?", (device, seen)
        ).fetchall()
        told = [(hlc, label) for hlc, label, kind in steps if kind != "start"]
        count += len(told)
        latest += told
        rows |= set(
            now.execute(
                "SELECT DISTINCT entity, row FROM journal_change WHERE device = ? AND seq > ?", (device, seen)
            ).fetchall()
        )
    kinds = tuple(_kinds(rows, Catalogue(specs), _owner_of(now)))
    words = tuple(_words(count, sorted(latest, reverse=True), kinds, specs))
    if ours and known.keys().isdisjoint(device for device, _seq in ours):
        # Each store begins under a name of its own, and keeps those that it had.
        words = (
            _("Deze reservekopie is van een andere administratie. Wat u nu hebt, staat er niet in."),
            *words[1:],
        )
    return Difference(count, words, kinds)


def _owner_of(now: Any) -> Callable[[str, str], str | None]:
    def owner(table: str, row: str) -> str | None:
        found = now.execute(f'SELECT ouder_id FROM "{table}" WHERE id = ?', (row,)).fetchone()
        return str(found[0]) if found else None

    return owner


def _kinds(
    rows: set[tuple[str, str]], catalogue: Catalogue, owner: Callable[[str, str], str | None]
) -> Iterator[tuple[str, int]]:
    """Of how many records of each kind something would be missing; a line counts as its record."""
    found: dict[str, set[str]] = {}
    for entity, row in rows:
        table, key = entity, row
        while (above := catalogue.owner.get(table)) is not None:
            up = owner(table, key)
            if up is None:
                break
            table, key = above.key, up
        found.setdefault(table, set()).add(key)
    for table in sorted(found, key=lambda name: (-len(found[name]), name)):
        if table in catalogue.specs:
            yield table, len(found[table])


def _words(
    count: int,
    latest: list[tuple[int, str]],
    kinds: tuple[tuple[str, int], ...],
    specs: Mapping[str, RecordSpec],
) -> Iterator[str]:
    if not count:
        yield _("Sinds deze kopie is er niets gewijzigd.")
        return
    yield ngettext(
        "Sinds deze kopie is er {count} wijziging. Die ontbreekt na het terugzetten.",
        "Sinds deze kopie zijn er {count} wijzigingen. Die ontbreken na het terugzetten.",
        count,
    ).format(count=number(count))
    if kinds:
        names = [
            _("{kind}: {count}").format(
                kind=specs[kind].plural if much != 1 else specs[kind].label, count=number(much)
            )
            for kind, much in kinds
        ]
        yield _("Het gaat om: {what}.").format(what=", ".join(names))
    for hlc, label in latest[:LATEST]:
        yield _("{when}: {label}").format(when=shown(moment_of(hlc)), label=label)
    if count > LATEST:
        more = count - LATEST
        yield ngettext("En nog {count} eerdere.", "En nog {count} eerdere.", more).format(count=number(more))


def with_copy(
    now: Path, now_key: str, copy: Path, key: str, specs: Mapping[str, RecordSpec] = ALL
) -> Difference:
    """The same for two files, of which the copy lies still; what cannot be read tells that it is not known."""
    try:
        with (
            contextlib.closing(_reader(now, now_key)) as present,
            contextlib.closing(driver.look(copy, key)) as other,
        ):
            present.execute("BEGIN")
            return since(present, other, specs)
    except driver.DatabaseError:
        return unknown()


def _reader(path: Path, key: str) -> Any:
    """A store that lies still is only looked at; what stands in a log is read as a store that is open."""
    log = driver.log_of(path)
    return driver.connect(path, key) if log.exists() and log.stat().st_size else driver.look(path, key)
