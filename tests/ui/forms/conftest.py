"""Forms on real administrations."""

from __future__ import annotations

from tests.ui.forms.helpers import full, open_form, samples_made

__all__ = ["full", "open_form", "samples_made"]
