"""Opening an administration beside the window: each way is a job, run on the worker thread.

The heavy imports happen there too. Python switches to the window's thread every few milliseconds, so that the window
moves and answers meanwhile; imports between two events of the window took blocks of hundreds of milliseconds, because a
package such as SQLAlchemy cannot be imported in pieces. It begins only after the window has been painted: until then two
threads would hinder each other.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.pages.registry import BY_KEY

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context


T = TypeVar("T")


class Opened:
    """What is open; `close` gives the folder free. Made by the window, filled by the worker thread."""

    def __init__(self) -> None:
        self._stack = ExitStack()

    def enter(self, way: AbstractContextManager[T]) -> T:
        """Open, and keep open until `close`."""
        return self._stack.enter_context(way)

    def close(self) -> None:
        """Close what is open; raises UserError when the file turns out to be damaged."""
        self._stack.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What is imported stays: the search for rubbish would go through all of it again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


_NEEDED = (
    "huurdersapp.app",
    "huurdersapp.actions.start",
    "huurdersapp.ui.today_read",
    "huurdersapp.ui.single",
    "qtawesome",
)
"""Modules by what they bring: SQLAlchemy and the records, checking, Vandaag, and the icons of the navigation."""


def prepare(*screens: str) -> Job[None]:
    """Import what opening needs, and the modules of these screens, while somebody still reads or types."""
    yield Progress(0, None, "")
    with _undisturbed():
        for name in (*_NEEDED, *(f"huurdersapp.ui.pages.{BY_KEY[key].module}" for key in screens)):
            with suppress(ImportError):  # told where it is used
                import_module(name)


@dataclass(frozen=True, slots=True)
class Way:
    """How an administration with a password is opened: with what somebody typed, or with the key itself. `read_only`: only
    to look at, as a copy is."""

    secret: str | None = None
    key: str | None = None
    read_only: bool = False


def existing(folder: Path, held: Opened, screen: str, way: Way | None = None) -> Job[Context]:
    """Open the administration of a folder, of which this screen comes first; raises UserError as `app.opened`."""
    yield from prepare(screen)
    from huurdersapp.app import opened

    way = way or Way()
    ctx = held.enter(opened(folder, secret=way.secret, key=way.key, read_only=way.read_only))
    _turn_the_clock(ctx, held)
    return ctx


def fresh(folder: Path, held: Opened, organisation: str, author: str) -> Job[Context]:
    """Make a new administration of this organisation; raises UserError when it cannot be made."""
    yield from prepare()
    from huurdersapp.actions import start
    from huurdersapp.app import opened

    start.check(organisation, author)
    ctx = held.enter(opened(folder, create=True, author=author.strip()))
    start.begin(ctx, organisation)
    return ctx


def example(folder: Path, held: Opened) -> Job[Context]:
    """Open the example, and make it where it is not there yet; stopped halfway it is made the next time."""
    yield from prepare()
    from huurdersapp.app import filled, opened_example

    ctx = held.enter(opened_example(folder))
    yield Progress(0, None, _("Voorbeeld maken"))
    yield from filled(ctx)
    _turn_the_clock(ctx, held)
    return ctx


def _turn_the_clock(ctx: Context, held: Opened) -> None:
    from huurdersapp.actions.voorbeeld import on_its_day

    held.enter(on_its_day(ctx))
