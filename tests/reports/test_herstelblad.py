"""The sheet with the recovery code."""

from __future__ import annotations

from datetime import date

import pytest

from huurdersapp.reports.herstelblad import HerstelbladValues, herstelblad_document
from tests.reports.paper_samples import check_paper, pdf_of, text_of

CODE = "WWAH-1H8P-DR0A-9411-X46E-Z92X-NJXX-B2VP"


@pytest.mark.parametrize(
    "name",
    [
        "De Linde",
        "Huurdersvereniging De Lange Naam van Emmerhout, Angelslo, Rietlanden en Bargeres Zuid-Oost",
        "",
    ],
)
@pytest.mark.parametrize("example", [False, True])
def test_it_is_one_good_page_with_all_that_one_needs_when_the_password_is_gone(
    name: str, example: bool
) -> None:
    document = herstelblad_document(HerstelbladValues(name, CODE, date(2026, 3, 5), example))
    assert check_paper(document).pages == 1
    said = text_of(pdf_of(document)[0])
    assert CODE in said
    assert all(group in said for group in CODE.split("-"))
    assert name in " ".join(said.split())
    for words in ("5 maart 2026", "Wachtwoord vergeten", "niet bij de laptop", "opent deze niets meer"):
        assert words in " ".join(said.split())
