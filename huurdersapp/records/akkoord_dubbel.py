"""One code, one thing: reports and exchange point at themes, goals, afspraken and measures by code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_fouten import Fouten, Plek, kort

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_COPY = 3
"""From so many doubled codes on, a part is told as a whole: somebody copied it."""
Delen = tuple[str, ...]


def check_codes(coded: Iterable[tuple[Plek, str]], fouten: Fouten) -> set[Delen]:
    """Note codes that cannot be and codes that something else has; the places of what is doubled.

    Parts that were copied with all that is in them give one fault. While a code is doubled, nobody can say
    which other one is lost by it: what points at an unknown code is not to be told then.
    """
    first: dict[str, Plek] = {}
    twins: dict[tuple[Delen, Delen], list[tuple[Plek, Plek, str]]] = defaultdict(list)
    for plek, code in coded:
        if not _CODE.fullmatch(code):
            what = _("code ‘{code}’ heeft tekens die niet kunnen, of is te lang").format(code=kort(code))
            fouten.add(plek, what, _("Gebruik letters, cijfers, punt en streepje, hoogstens 40 tekens."))
        other = first.setdefault(code.casefold(), plek)
        if other is not plek:
            twins[_parts(plek, other)].append((plek, other, code))
    doubled: set[Delen] = set()
    for (part, twin), found in twins.items():
        doubled |= {plek.delen for plek, _other, _code in found}
        if len(found) >= _COPY or (len(found) > 1 and found[0][0].delen == part):
            doubled.add(part)
            what = _("{count} codes zijn al gebruikt bij {place}, zoals ‘{code}’").format(
                count=len(found), place=", ".join(twin), code=kort(found[0][2])
            )
            fouten.add(Plek(part), what, _("Haal dit dubbele deel weg, of geef alles erin een eigen code."))
            continue
        for plek, other, code in found:
            what = _("code ‘{code}’ is al gebruikt bij {place}").format(code=kort(code), place=other)
            fouten.add(plek, what, _("Geef deze een eigen code."))
    return doubled


def _parts(plek: Plek, other: Plek) -> tuple[Delen, Delen]:
    """The largest parts of the file that hold one place and not the other."""
    pairs = zip(plek.delen, other.delen, strict=False)
    depth = next((at for at, (own, its) in enumerate(pairs) if own != its), len(plek.delen))
    return plek.delen[: depth + 1], other.delen[: depth + 1]
