"""The key of the administration in the key ring of the computer, for who wants to open it without typing.

Whoever is logged in on this computer can then open it. The key ring of the system keeps it: Credential Locker of Windows,
Keychain of macOS, Secret Service of Linux.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar, cast

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.log import LOGGER

T = TypeVar("T")
SERVICE = "huurdersapp"
PATIENCE = 30.0
"""Seconds that a key ring may take, in which somebody can answer its question; after that the password is asked for."""
_silent: list[Any] = []
"""Key rings that did not answer: they are not asked again."""


class _Silence(Exception):
    """A key ring does not answer."""


def kan() -> bool:
    """Whether this computer has a key ring that keeps something."""
    return _ring() is not None


def onthoud(folder: Path, key: str) -> None:
    """Keep the key; raises UserError where that is not possible."""
    ring = _ring()
    if ring is None:
        raise UserError(
            _("Deze computer heeft geen plaats om een sleutel veilig te onthouden."),
            _("Typ bij het openen uw wachtwoord."),
        )
    try:
        _patiently(ring, lambda: ring.set_password(SERVICE, _name(folder), key))
        kept = _patiently(ring, lambda: ring.get_password(SERVICE, _name(folder)))
    except Exception as fault:  # key rings of systems raise what they like
        raise _refused() from fault
    if kept != key:
        raise _refused()


def vergeet(folder: Path) -> None:
    """Keep it no longer; where there is none all is well already."""
    ring = _ring()
    if ring is None or sleutel(folder) is None:
        return
    try:
        _patiently(ring, lambda: ring.delete_password(SERVICE, _name(folder)))
    except Exception as fault:
        raise UserError(
            _("De sleutelbos van deze computer geeft de sleutel niet vrij."),
            _("Verwijder ‘huurdersapp’ zelf uit de sleutelbos van deze computer."),
        ) from fault


def sleutel(folder: Path) -> str | None:
    """The key that was kept, None when there is none or the key ring is closed."""
    ring = _ring()
    if ring is None:
        return None
    try:
        found = _patiently(ring, lambda: ring.get_password(SERVICE, _name(folder)))
    except Exception:  # noqa: BLE001 - key rings of systems raise what they like
        LOGGER.info("The key ring did not answer")
        return None
    return found if isinstance(found, str) else None


def _refused() -> UserError:
    return UserError(
        _("De sleutelbos van deze computer heeft de sleutel niet bewaard."),
        _("Typ bij het openen uw wachtwoord, of probeer het opnieuw."),
    )


def _ring() -> Any:
    """The key ring, None where there is none, or one that only says that it cannot."""
    try:
        import keyring

        ring = keyring.get_keyring()
        return ring if ring.priority > 0 and not any(ring is each for each in _silent) else None
    except Exception:  # noqa: BLE001 - key rings of systems raise what they like
        return None


def _patiently(ring: Any, question: Callable[[], T]) -> T:
    """The answer of a key ring; raises what it raises, and _Silence when it takes too long: it may wait for something that
    nobody sees."""
    answers: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put((question(), None))
        except BaseException as fault:  # noqa: BLE001 - for who asked
            answers.put((None, fault))

    Thread(target=ask, daemon=True).start()
    try:
        answer, fault = answers.get(timeout=PATIENCE)
    except Empty:
        _silent.append(ring)
        raise _Silence from None
    if fault is not None:
        raise fault
    return cast("T", answer)


def _name(folder: Path) -> str:
    """A name that tells one folder from another, without the words in its path."""
    return hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
