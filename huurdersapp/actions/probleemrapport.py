"""The problem report: what helpers need to know when something goes wrong, on a page that people read before they send it.

It holds versions, numbers, moments and places in the code: no name, no address, no typed text, no name of a folder or a
file. It is made with an administration that is open, and of one that cannot be opened.
"""

from __future__ import annotations

import contextlib
import shutil
import textwrap
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions.context import Context
from huurdersapp.base import clock, fault_report, files, log, log_read, paths
from huurdersapp.base.formats import day, moment, number
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.settings import DECLARED, Setting, Settings
from huurdersapp.records.base import IN_BIN
from huurdersapp.store import copies, damage, driver, keys, place, preferences, sticks
from huurdersapp.store.check import LOOKED
from huurdersapp.store.concepts import CONCEPT

DAYS = 14
"""How far back faults are looked for."""
KINDS_OF_FAULT = 5
"""Different faults that are written out; of others only the count."""
LINES_OF_FAULT = 14
"""Lines of one fault: its class and the last places."""
COPIES = 5
WIDE = 92
MEGA = 1_000_000
Tested = Sequence[tuple[str, str | None]]
"""What `zelftest.run` gave: the name of each check, and the class of what failed."""


def name() -> str:
    """The name of the file in which a report is kept."""
    return f"probleemrapport-{clock.today().isoformat()}.txt"


def tekst(
    folder: Path,
    ctx: Context | None = None,
    *,
    fault: BaseException | None = None,
    tested: Tested = (),
    looking: bool = False,
) -> str:
    """The report on a data folder, with its administration where that is open; never raises.

    `fault`: what went wrong just now; of it the class and the places in the code. `looking`: the administration was opened
    to look for this report alone. What cannot be read is said so.
    """
    lines = [
        _("Probleemrapport van huurdersapp"),
        "",
        _("Hierin staan geen namen, geen adressen en geen teksten van u. Lees het na voor u het verstuurt."),
    ]
    parts: list[tuple[str, Callable[[], Iterator[str]]]] = [
        (_("Programma"), lambda: iter(fault_report.about())),
        (_("Administratie"), lambda: _administration(folder, ctx, looking)),
        (_("Plaats"), lambda: _place(folder)),
        (_("Reservekopieën"), lambda: _copies(folder, ctx)),
        (_("Instellingen"), lambda: _settings(folder, ctx)),
        (_("Wat er misging in de laatste {days} dagen").format(days=DAYS), lambda: _faults(folder)),
    ]
    if ctx is not None:
        parts.insert(2, (_("Aantallen"), lambda: _counts(ctx)))
    if tested:
        parts.append((_("Zelftest"), lambda: _tests(tested)))
    if fault is not None:
        parts.append((_("Wat er nu misging"), lambda: iter(log.trace(fault))))
    for heading, part in parts:
        lines += ["", heading, "-" * len(heading), *_read(part)]
    return "\n".join(lines) + "\n"


def bewaar(path: Path, text: str) -> None:
    """Keep a report in a file; raises UserError where that cannot be written."""
    files.write(path, text.encode("utf-8"))


def _read(part: Callable[[], Iterator[str]]) -> list[str]:
    """The lines of a part as far as they can be read: the report is for when something is broken."""
    lines: list[str] = []
    try:
        lines.extend(part())
    except Exception as fault:  # noqa: BLE001 - said in the report itself
        lines.append(_("Niet te lezen: {kind}").format(kind=type(fault).__name__))
        lines += log.trace(fault)[-3:]
    return lines


def _line(what: str, value: object) -> str:
    return _("{what}: {value}").format(what=what, value=value)


def _size(count: int) -> str:
    return _("{count} MB").format(count=number(max(1, round(count / MEGA)) if count else 0))


def _yes(yes: bool) -> str:
    return _("ja") if yes else _("nee")


def _administration(folder: Path, ctx: Context | None, looking: bool) -> Iterator[str]:
    yield _line(_("Open"), _yes(ctx is not None))
    for what, file in (
        (_("Grootte van het bestand"), driver.FILE),
        (_("Nog niet verwerkt"), f"{driver.FILE}-wal"),
    ):
        with contextlib.suppress(OSError):
            yield _line(what, _size((folder / file).stat().st_size))
    yield _line(_("Met wachtwoord"), _yes(keys.needs_secret(folder)))
    mark = damage.marked(folder)
    yield _line(_("Schade gezien"), _yes(False) if mark is None else moment(mark.gevonden_op))
    if ctx is None:
        return
    store = ctx.store
    yield _line(_("Voorbeeld"), _yes(store.example))
    if not looking:
        yield _line(_("Alleen lezen"), _yes(store.read_only is not None))
    yield _line(_("Laatst nagekeken"), _day(preferences.get(store, LOOKED)))
    yield _line(_("Stappen op deze laptop"), number(store.head.seq))


def _day(value: object) -> str:
    with contextlib.suppress(ValueError):
        return day(date.fromisoformat(str(value)))
    return _("nog niet")


def _counts(ctx: Context) -> Iterator[str]:
    """How many records there are of each kind, and how many of them lie in the bin."""
    told: list[str] = []
    with ctx.store.reading() as db:
        for spec in ctx.store.catalogue.specs.values():
            column = spec.table.c.verwijderd
            query = select(column, func.count()).where(column.is_(None) | (column == IN_BIN)).group_by(column)
            found = {row[0]: int(row[1]) for row in db.connection().execute(query)}
            if found:
                told.append(
                    _counted(str(spec.plural or spec.label), found.get(None, 0), found.get(IN_BIN, 0))
                )
        forms = int(db.connection().execute(select(func.count()).select_from(CONCEPT)).scalar_one())
    told.append(_line(_("Niet opgeslagen formulieren"), number(forms)))
    yield from textwrap.wrap("; ".join(told), WIDE, break_on_hyphens=False)


def _counted(kind: str, live: int, binned: int) -> str:
    if not binned:
        return _line(kind, number(live))
    return _("{kind}: {live} (en {binned} in de prullenbak)").format(
        kind=kind, live=number(live), binned=number(binned)
    )


def _place(folder: Path) -> Iterator[str]:
    """Where the folder stands, in kinds: its path may hold somebody's name."""
    usual = folder.absolute() == paths.local_folder().absolute()
    yield _line(_("Map"), _("de gewone van het programma") if usual else _("zelf gekozen"))
    yield _line(_("Past daar"), _yes(place.unfit(folder, trying=False) is None))
    yield _line(_("Losse schijf of stick"), _yes(place.removable(folder) is not None))
    with contextlib.suppress(OSError):
        yield _line(_("Vrij op de schijf"), _size(shutil.disk_usage(folder).free))


def _copies(folder: Path, ctx: Context | None) -> Iterator[str]:
    found = copies.every(folder)
    yield _line(_("Op deze computer"), number(len(found)))
    for copy in found[:COPIES]:
        good = _("nagelezen en goed") if copy.verified else _("niet nagelezen")
        yield _("  {moment}, {size}, {good}").format(
            moment=moment(copy.made_at), size=_size(copy.size), good=good
        )
    yield _line(_("Bewaard na terugzetten"), number(len(copies.kept(folder))))
    if ctx is not None:
        last = next(iter(sticks.made(ctx.store)), None)
        yield _line(_("Laatste op een stick"), _("geen") if last is None else moment(last.at))


def _settings(folder: Path, ctx: Context | None) -> Iterator[str]:
    """What was set, where that is a number or a choice; of what is typed only whether there is something."""
    settings = ctx.settings if ctx is not None else Settings(folder)
    for setting in DECLARED:
        yield _line(str(setting.label), _set(settings, setting))


def _set(settings: Settings, setting: Setting[Any]) -> str:
    value = settings.get(setting)
    if isinstance(value, bool):
        return _yes(value)
    if isinstance(value, int):
        return str(value)
    if setting.choices:
        return next((str(words) for each, words in setting.choices if each == value), _("iets anders"))
    return _("ingevuld") if value else _("leeg")


def _faults(folder: Path) -> Iterator[str]:
    """Each fault once, the one that came last first, with how often and when last."""
    since = (clock.now().astimezone() - timedelta(days=DAYS)).replace(tzinfo=None)
    seen: dict[tuple[str, ...], list[log_read.Seen]] = {}
    for each in log_read.faults(folder, since):
        seen.setdefault(each.trace, []).append(each)
    if not seen:
        yield _("Geen.")
    order = sorted(seen.items(), key=lambda item: item[1][-1].moment, reverse=True)
    for trace, found in order[:KINDS_OF_FAULT]:
        often = ngettext("{count} keer", "{count} keer", len(found)).format(count=len(found))
        yield _("{often}, het laatst op {moment}").format(
            often=often, moment=f"{found[-1].moment:%d-%m-%Y %H:%M}"
        )
        lines = list(trace) or [_("een melding zonder plaats in het programma")]
        yield from lines if len(lines) <= LINES_OF_FAULT else [lines[0], "  …", *lines[2 - LINES_OF_FAULT :]]
    rest = len(order) - KINDS_OF_FAULT
    if rest > 0:
        text = ngettext(
            "Daarnaast ging het op {count} andere plaats mis.",
            "Daarnaast ging het op {count} andere plaatsen mis.",
            rest,
        )
        yield text.format(count=rest)


def _tests(tested: Tested) -> Iterator[str]:
    for each, failed in tested:
        yield _line(each, _("goed") if failed is None else _("FOUT ({fault})").format(fault=failed))
