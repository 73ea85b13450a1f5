"""Work for which the administration must be closed, such as putting a copy back: it is closed, and opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huurdersapp.base.jobs import Job

if TYPE_CHECKING:
    from huurdersapp.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Errand:
    """See `Desk.away`."""

    make_job: Callable[[Path, str], Job[Any]]
    title: str
    done: Callable[[Desk, Any], object]
    failed: Callable[[Desk, BaseException], object] | None = None
    secret: str | None = None
