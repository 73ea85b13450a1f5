"""What every action needs: the open store, the settings and the bus, wired once by `app.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Bus
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.settings import Settings
from huurdersapp.records import ALL
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Context:
    """One opened administration."""

    folder: Path
    settings: Settings
    bus: Bus
    store: Store

    def spec(self, key: str) -> RecordSpec:
        """The record type of this name; raises UserError with the known names."""
        return find_spec(key, self.store.catalogue.specs)


def find_spec(key: str, specs: Mapping[str, RecordSpec] | None = None) -> RecordSpec:
    """The record type of this name; raises UserError with the known names."""
    known = ALL if specs is None else specs
    if (found := known.get(key.lower())) is None:
        raise UserError(
            _("De soort ‘{key}’ bestaat niet."), _("Kies uit: {known}."), key=key[:40], known=", ".join(known)
        )
    return found
