"""One list behind a number whose records are known one by one."""

from __future__ import annotations

from collections.abc import Iterable

from huurdersapp.reports.document import Source


def list_of(sources: Iterable[Source | None]) -> Source | None:
    """The list with all these records, each the source of something by its number; None without any."""
    known = list(dict.fromkeys(source for source in sources if source is not None))
    if not known:
        return None
    numbers = ",".join(dict.fromkeys(number for each in known for number in each.where[0][1].split(",")))
    keys = tuple(dict.fromkeys(key for each in known for key in each.ids))
    return Source(known[0].kind, (("nummer", numbers),), keys)
