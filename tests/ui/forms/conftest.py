"""Forms on real administrations."""

from __future__ import annotations

from tests.example_store import samples_made
from tests.ui.forms.helpers import full, open_form

__all__ = ["full", "open_form", "samples_made"]
