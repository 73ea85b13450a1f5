"""How an akkoord calls its meetings, on paper: which one decides, which one prepares, and what a meeting that was held is."""

from __future__ import annotations

from typing import Any

from huurdersapp.actions.papier import meeting_name, printed
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.overleg import SOORTEN, Overleg
from huurdersapp.store.step import ReadSession

_DECIDES, _PREPARES = "bo", "rg"


class Overlegvormen:
    """The meetings of one akkoord, by the names that it gives them."""

    def __init__(self, db: ReadSession, akkoord: Akkoord) -> None:
        parts = db.catalogue.specs["akkoord"].part
        self._forms: dict[str, Any] = {
            line.sleutel.casefold(): line for line in db.lines(parts["overlegvormen"].spec, akkoord.id)
        }
        options = db.lines(parts["bijstelopties"].spec, akkoord.id)
        named = [key.strip().casefold() for line in options for key in (line.overleg or "").splitlines()]
        known = [key for key in named if key in self._forms]
        self._decides = (
            known[0] if known else _DECIDES if _DECIDES in self._forms else next(iter(self._forms), "")
        )

    def name(self, row: Overleg) -> str:
        """A meeting without its day, which stands beside it."""
        form = self._forms.get(row.soort)
        own = meeting_name(row)
        return own if form is None or own != printed(SOORTEN, row.soort) else _long(form)

    @property
    def decides(self) -> str:
        """The meeting that judges the reports and decides, with its article where we know it: "het bestuurlijk overleg (BO)"."""
        form = self._forms.get(self._decides)
        if form is None:
            return "het bestuurlijk overleg"
        return f"het {_small(_long(form))}" if self._decides == _DECIDES else _long(form)

    @property
    def prepares(self) -> str:
        """The meeting that prepares what the other decides."""
        form = self._forms.get(_PREPARES)
        return "wie het overleg voorbereiden" if form is None else f"de {_small(_long(form))}"

    @property
    def asked(self) -> str:
        """The heading above what the meeting that decides is asked."""
        form = self._forms.get(self._decides)
        if form is None:
            return "Wat wij van het bestuurlijk overleg vragen"
        return "Wat wij van het BO vragen" if self._decides == _DECIDES else f"Wat wij vragen ({form.naam})"


def _long(form: Any) -> str:
    """Its name, with the letters that people use for it where these say something else."""
    return (
        form.naam if len(form.sleutel) > 4 or not form.sleutel.isupper() else f"{form.naam} ({form.sleutel})"
    )


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]
