"""The kinds of reports that can be made. A new kind is one module here with `read`, and one line in `SOORTEN`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.verslag_soorten import SOORTEN as NAMES
from huurdersapp.store.step import ReadSession

Span = Literal["trimester", "jaar", "vrij"]
Read = Callable[[Context, ReadSession, Opdracht], Gelezen]
ALL_AUDIENCES = ("bo", "rg", "leden", "openbaar")


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of report. `module` (in this package) has its `read`. `spans` are the periods that fit it, the usual one
    first; `publieken` whom it can be for, the usual one first; `kort`: there is a short form; `vergelijkt`: it can stand
    beside earlier periods; `bundel`: it is papers put together, a PDF alone (see `stukken`); `needs` the
    fields without which it cannot be made, and `takes` those that it can use."""

    key: str
    module: str
    spans: tuple[Span, ...]
    publieken: tuple[str, ...] = ALL_AUDIENCES
    kort: bool = True
    vergelijkt: bool = False
    bundel: bool = False
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ("akkoord", "overleg")

    @property
    def label(self) -> str:
        """What people call it, in the language of the screen."""
        return NAMES.label(self.key)

    def read(self) -> Read:
        """What reads it from the store."""
        found: Read = import_module(f"huurdersapp.actions.verslagen.{self.module}").read
        return found


SOORTEN: Mapping[str, Soort] = {
    soort.key: soort
    for soort in (
        Soort("trimester", "trimester", ("trimester", "jaar", "vrij"), vergelijkt=True),
        Soort("input", "input", ("jaar", "trimester", "vrij")),
        Soort("evaluatie", "evaluatie", ("jaar",), takes=("akkoord",)),
        Soort("activiteitenoverzicht", "overzicht", ("jaar",), takes=("akkoord",)),
        Soort("jaar", "jaar", ("jaar",), ("leden", "openbaar", "bo", "rg"), takes=("akkoord",)),
        Soort("thema", "thema", ("jaar", "trimester", "vrij"), needs=("thema",), takes=("thema",)),
        Soort("wijk", "wijk", ("jaar", "trimester", "vrij"), needs=("kern",), takes=("akkoord", "kern")),
        Soort("overdracht", "overdracht", ("jaar", "vrij"), ("bo",), kort=False, takes=()),
        Soort(
            "stukken", "stukken", ("vrij",), kort=False, bundel=True, needs=("overleg",), takes=("akkoord",)
        ),
    )
}


def soort_of(key: str) -> Soort:
    """The kind with this key; raises UserError, with the kinds that there are, for another."""
    if key not in SOORTEN:
        raise UserError(
            _("Het verslag ‘{kind}’ bestaat niet."),
            _("Kies uit: {known}."),
            kind=key[:40],
            known=", ".join(SOORTEN),
        )
    return SOORTEN[key]
