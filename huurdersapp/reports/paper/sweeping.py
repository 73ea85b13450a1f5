"""No looking for rubbish while a paper is made.

ReportLab makes some thousands of small objects for each page, and all of them are needed until the file is written.
Python's search for rubbish goes through them again and again, so that a page of a long report would cost more than a page
of a short one. What became rubbish meanwhile is found afterwards.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_LOCK = Lock()
_busy = 0
_was_on = False


@contextmanager
def no_sweeping() -> Iterator[None]:
    """For the time of a `with`, also where several threads are in one; who had it off already keeps it off."""
    global _busy, _was_on
    with _LOCK:
        if not _busy:
            _was_on = gc.isenabled()
            gc.disable()
        _busy += 1
    try:
        yield
    finally:
        with _LOCK:
            _busy -= 1
            if not _busy and _was_on:
                gc.enable()
