"""Papers for the screen: each number leads to as many records as it says, and saving writes what was seen."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from huurdersapp.actions import advies, lists, papier, records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base import jobs, period
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.reports.document import Source
from tools.paper_words import docx_words, pdf_words

T2 = period.parse("2020-T2")
WORDS = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
)


@pytest.fixture
def report(example: Context) -> papier.Paper:
    """The report about the second trimester of 2020."""
    return jobs.run(verslag.preview(example, Opdracht("trimester", T2)))


def said(text: str) -> int | None:
    """The number that a link says, in digits or as a word in front."""
    if found := re.match(r"\d+", text):
        return int(found[0])
    first = text.split()[0].lower()
    return WORDS.index(first) if first in WORDS else None


def test_each_number_has_as_many_records_behind_it_as_it_says(example: Context, report: papier.Paper) -> None:
    wrong, seen = [], 0
    for link in report.links:
        if link.behind.where:
            seen += 1
            spec = example.spec(link.behind.kind)
            count = lists.count(example, spec, link.behind.where)
            if count != said(link.says) and link.behind.kind == "raadpleging":
                # Answers are no records of their own: they were given in these raadplegingen.
                found = lists.find(example, spec, link.behind.where)
                count = sum(record["respons_totaal"] or 0 for record in found)
            if count != said(link.says):
                wrong.append((link.says, link.behind.where, count))
    assert wrong == []
    assert seen > 80


def test_a_number_about_one_record_leads_to_it(example: Context, report: papier.Paper) -> None:
    singles = [link for link in report.links if link.behind.number is not None]
    assert len(singles) > 50
    for link in singles:
        where = [f"nummer={link.behind.number}"]
        assert lists.count(example, example.spec(link.behind.kind), where) == 1, link.says


def test_the_large_figures_of_the_first_page_open_their_lists(report: papier.Paper) -> None:
    first = [link for link in report.links if link.page == 0]
    assert {link.behind.kind for link in first if said(link.says) == 5} == {"raadpleging"}
    assert {"raadpleging", "knelpunt", "energiebezoek", "actiepunt"} <= {link.behind.kind for link in first}


def test_answers_lead_to_the_consultations_that_they_were_given_in(
    example: Context, report: papier.Paper
) -> None:
    (link,) = (link for link in report.links if link.says.endswith(" antwoorden"))
    assert lists.count(example, example.spec("raadpleging"), link.behind.where) == 5


def test_a_hidden_number_leads_nowhere(report: papier.Paper) -> None:
    assert "<5" in pdf_words(report.pdf)
    assert not [link.says for link in report.links if "<5" in link.says or "minder dan" in link.says]


def test_words_over_two_lines_are_one_link(report: papier.Paper) -> None:
    long = [link for link in report.links if len(link.boxes) > 1]
    assert long
    for link in long:
        tops = [box[1] for box in link.boxes]
        assert tops == sorted(set(tops))


def test_records_that_are_named_one_by_one_make_a_list_of_their_numbers(example: Context) -> None:
    with example.store.reading() as db:
        keys = tuple(row.id for row in db.alive(example.spec("knelpunt")) if row.nummer <= 3)
    found = papier.behind(example, Source("knelpunt", ids=keys))
    assert found is not None
    assert found.where == ("nummer=1,2,3",)
    assert lists.count(example, example.spec("knelpunt"), found.where) == len(keys) == 3


def test_records_that_are_gone_lead_nowhere(example: Context) -> None:
    assert papier.behind(example, Source("knelpunt", ids=("0" * 32,))) is None


@pytest.mark.parametrize("short", [False, True])
def test_saved_is_what_was_seen(example: Context, tmp_path: Path, short: bool) -> None:
    paper = jobs.run(verslag.preview(example, Opdracht("trimester", T2, kort=short)))
    pdf = jobs.run(papier.save(paper, tmp_path / "a.pdf"))
    assert pdf.path.read_bytes() == paper.pdf
    assert pdf.pages == paper.pages
    word = jobs.run(papier.save(paper, tmp_path / "a.docx"))
    assert docx_words(word.path.read_bytes()) == pdf_words(paper.pdf)
    jobs.run(verslag.write(example, Opdracht("trimester", T2, kort=short), tmp_path / "b.pdf"))
    assert (tmp_path / "b.pdf").read_bytes() == paper.pdf


def test_another_ending_is_refused_before_anything_is_made(report: papier.Paper, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        jobs.run(papier.save(report, tmp_path / "a.txt"))
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_longer_wanted_stops_at_the_next_page(example: Context) -> None:
    asked: list[int] = []

    def wanted() -> bool:
        asked.append(1)
        return len(asked) < 3

    with pytest.raises(Stopped):
        jobs.run(verslag.preview(example, Opdracht("trimester", T2), wanted=wanted))
    assert len(asked) == 3


def test_a_letter_has_the_day_that_is_chosen_until_it_is_sent(own_example: Context) -> None:
    day = date(2021, 2, 3)
    sent = next(facts for facts in advies.letters(own_example) if facts.sent_on is not None)
    fixed = jobs.run(advies.preview_letter(own_example, sent.number))
    assert jobs.run(advies.preview_letter(own_example, sent.number, on=day)).document == fixed.document
    waiting = next(facts for facts in advies.letters(own_example) if facts.sent_on is None)
    records.change(own_example, own_example.spec("advies"), waiting.number, {"uitkomst": "positief"})
    letter = jobs.run(advies.preview_letter(own_example, waiting.number, on=day))
    assert "3 februari 2021" in " ".join(pdf_words(letter.pdf))
