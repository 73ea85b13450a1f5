"""The scorecard on paper: without findings, the same words in both forms, and each number opens its list."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.actions import lists, scorekaart_papier
from huurdersapp.actions.context import Context
from huurdersapp.actions.scorekaart import scorekaart
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made
from tests.reports.paper_samples import findings
from tools.paper_words import docx_words, pdf_words


def test_the_paper_is_for_everyone_and_word_says_the_same(example: Context, tmp_path: Path) -> None:
    written = [tmp_path / name for name in ("kaart.pdf", "kaart.docx")]
    for path in written:
        jobs.run(scorekaart_papier.write(example, path))
    assert findings(written[0].read_bytes()) == []
    assert pdf_words(written[0].read_bytes()) == docx_words(written[1].read_bytes())


def test_a_number_opens_the_adviezen_that_it_counts(example: Context) -> None:
    paper = jobs.run(scorekaart_papier.preview(example))
    assert len(paper.links) > 40
    spec = example.spec("advies")
    for link in paper.links:
        if link.behind.number is None:
            assert 1 <= lists.count(example, spec, link.behind.where) <= int(link.says)
    told = {link.says for link in paper.links}
    assert "0" not in told


def test_one_landlord_and_one_year(example: Context, tmp_path: Path) -> None:
    some = jobs.run(scorekaart_papier.preview(example, 1, (2021, 2021))).document
    assert some.subtitle.endswith(" · 2021")
    with pytest.raises(UserError):
        jobs.run(scorekaart_papier.write(example, tmp_path / "kaart.xls"))


def test_without_adviezen_it_says_so(office: Context, made: Made) -> None:
    made("partij", naam="De Linde", soort="huurdersorganisatie", eigen=True)
    empty = jobs.run(scorekaart_papier.preview(office)).document
    assert len(empty.blocks) == 1


def test_a_spreadsheet_has_a_row_for_each_row(example: Context, tmp_path: Path) -> None:
    path = tmp_path / "kaart.csv"
    jobs.run(scorekaart_papier.write(example, path))
    lines = path.read_text("utf-8-sig").splitlines()
    card = scorekaart(example)
    assert lines[0] == "VOORBEELD – verzonnen gegevens"
    assert len(lines) == 3 + sum(len(group.rows) for group in card.groups)
    assert lines[2].startswith("2020-01-01..2021-12-31;Alle adviezen;10;")
    assert {line.count(";") for line in lines[1:]} == {len(card.total.cijfers) + 1}
