"""Wires settings, events and store into a Context, once; needs no window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from huurdersapp.actions.context import Context
from huurdersapp.base import i18n, log, paths
from huurdersapp.base.events import Bus
from huurdersapp.base.settings import AUTHOR, LANGUAGE, Settings
from huurdersapp.store.opening import exists, open_store


@contextmanager
def opened(
    folder: Path, *, create: bool = False, example: bool = False, author: str | None = None
) -> Iterator[Context]:
    """The administration of a data folder, open until the block ends; raises UserError as `open_store`.

    `create` makes a new one, `example` one whose contents are invented; `author` is kept as the name on this laptop.
    """
    settings = Settings(folder)
    i18n.use_language(settings.get(LANGUAGE), paths.own("translations"))
    bus = Bus()
    store = open_store(folder, author=author or settings.get(AUTHOR), bus=bus, create=create, example=example)
    with store:
        log.start(folder)
        try:
            if author:
                settings.set(AUTHOR, author)
            yield Context(folder, settings, bus, store)
        finally:
            log.stop()


def has_administration(folder: Path) -> bool:
    """Whether there is an administration in this data folder, whatever its state."""
    return exists(folder)
