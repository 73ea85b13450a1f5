"""Every kind of report from the example says the same on paper, in Word and in a browser, with the same figures in a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import papier, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.soorten import SOORTEN, Soort
from huurdersapp.base import jobs, period
from huurdersapp.base.errors import Stopped
from huurdersapp.reports.document import Document
from huurdersapp.reports.tables_file import tables_of
from tests.reports.paper_samples import check_forms, pdf_of

SPANS = {"jaar": "2020", "trimester": "2020-T2", "vrij": "2020-03-01..2020-09-30"}
FORMS = (".pdf", ".docx", ".html", ".xlsx", ".csv")
MADE = [soort for soort in SOORTEN.values() if not soort.bundel]


def jobs_of(soort: Soort) -> Iterator[Opdracht]:
    """The report in full for its usual readers, for the widest ones, and in short."""
    about: dict[str, Any] = dict.fromkeys(soort.needs, 1)
    usual = Opdracht(
        soort.key, period.parse(SPANS[soort.spans[0]]), publiek=soort.publieken[0], voorblad=True, **about
    )
    yield usual
    if "openbaar" in soort.publieken:
        yield replace(usual, publiek="openbaar", voorblad=False)
    if soort.kort:
        yield replace(usual, kort=True)


def documents(ctx: Context, soort: Soort) -> Iterator[Document]:
    for job in jobs_of(soort):
        yield verslag.make(ctx, job).document


@pytest.mark.parametrize("soort", MADE, ids=lambda soort: soort.key)
def test_every_kind_says_the_same_in_every_form(example: Context, soort: Soort) -> None:
    for document in documents(example, soort):
        check_forms(document, pdf_of(document)[0])


def test_a_report_is_saved_in_every_form_and_all_files_are_told(example: Context, tmp_path: Path) -> None:
    document = next(documents(example, SOORTEN["trimester"]))
    count = len(tables_of(document))
    for ending in FORMS:
        done = papier.write_document(document, tmp_path / f"verslag{ending}")
        assert len(done.files) == (count if ending == ".csv" else 1)
        assert all(path.stat().st_size > 20 for path in done.files)
    assert len(list(tmp_path.iterdir())) == len(FORMS) - 1 + count


@pytest.mark.parametrize("ending", FORMS)
def test_a_job_that_was_stopped_leaves_no_file(example: Context, tmp_path: Path, ending: str) -> None:
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 1

    job = Opdracht("trimester", period.parse("2020-T2"))
    with pytest.raises(Stopped):
        jobs.run(verslag.write(example, job, tmp_path / f"verslag{ending}"), stop=stop)
    assert list(tmp_path.iterdir()) == []
