"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from huurdersapp.base.figures import typed_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1250", "1250"),
        ("19,9", "19.9"),
        ("1.250,50", "1250.50"),
        ("€ 12,50", "12.50"),
        ("20 %", "20"),
        ("-5", "-5"),
        (",5", "0.5"),
    ],
)
def test_a_number_is_read_as_it_is_typed_here(text: str, number: str) -> None:
    assert typed_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "veel", "1e9", "NaN", "19.9", "1,2,3", "12 x"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        typed_number(text)
