"""Wires settings, events and store into a Context, once; needs no window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from huurdersapp.actions import bekeken
from huurdersapp.actions.context import Context
from huurdersapp.base import i18n, log, paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Bus
from huurdersapp.base.files import not_writable
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.base.settings import AUTHOR, LANGUAGE, Settings
from huurdersapp.store.opening import exists, open_store


@contextmanager
def opened(
    folder: Path,
    *,
    create: bool = False,
    example: bool = False,
    author: str | None = None,
    secret: str | None = None,
    key: str | None = None,
    read_only: bool = False,
) -> Iterator[Context]:
    """The administration of a data folder, open until the block ends; raises UserError as `open_store`.

    `create` makes a new one, `example` one whose contents are invented; `author` is kept as the name on this laptop.
    `secret` (password or code) or `key` open one that has a password. With `read_only`, and where nothing may be
    written, it is opened to look at: then nothing at all is written in its folder, no setting and no log either.
    """
    settings = Settings(folder)
    i18n.use_language(settings.get(LANGUAGE), paths.own("translations"))
    bus = Bus()
    store = open_store(
        folder,
        author=author or settings.get(AUTHOR),
        bus=bus,
        create=create,
        example=example,
        secret=secret,
        key=key,
        read_only=read_only,
    )
    with store:
        if store.read_only:
            settings.only_remember()
        else:
            log.start(folder)
            bekeken.remove(folder)
        try:
            if author:
                settings.set(AUTHOR, author)
            yield Context(folder, settings, bus, store)
        finally:
            if not store.read_only:
                bekeken.remove(folder)
            log.stop()


@contextmanager
def opened_example(
    folder: Path,
    check: Callable[[], object] = lambda: None,
    *,
    secret: str | None = None,
    key: str | None = None,
) -> Iterator[Context]:
    """The example of a folder: as it is, or a new one in a folder that is missing or empty. `filled` comes after it.

    Raises UserError where something else lies, and what `check` raises: before anything is made.
    """
    fresh = not exists(folder)
    if fresh and not _is_free(folder):
        raise UserError(
            _("In de map {folder} staan al andere bestanden. Daar komt geen voorbeeld bij."),
            command=_("Noem met --gegevens een andere map."),
            folder=folder,
        )
    if fresh:
        check()
    author = "Voorbeeld" if fresh else None
    with opened(folder, create=fresh, example=True, author=author, secret=secret, key=key) as ctx:
        if not ctx.store.example:
            raise UserError(
                _("In {folder} staat een echte administratie. Daar komt geen voorbeeld bij."),
                command=_("Noem met --gegevens een andere map."),
                folder=folder,
            )
        if not fresh:
            check()
        yield ctx


def _is_free(folder: Path) -> bool:
    try:
        return not folder.exists() or not any(folder.iterdir())
    except OSError as fault:
        raise not_writable(folder / "huurdersapp", fault) from fault


def filled(ctx: Context) -> Job[None]:
    """Make what stands in the example, where nothing does yet: it is new, or its making was cut off."""
    from huurdersapp.actions import lists, voorbeeld

    if not any(lists.count(ctx, spec) for spec in ctx.store.catalogue.specs.values()):
        yield from voorbeeld.make(ctx)


def has_administration(folder: Path) -> bool:
    """Whether there is an administration in this data folder, whatever its state."""
    return exists(folder)
