"""Forms on real administrations."""

from __future__ import annotations

from tests.ui.forms.helpers import open_form

__all__ = ["open_form"]
