"""Parts of letters: the program's own templates with any facts, and blocks as text that says the same."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.base import paths
from huurdersapp.base.sjabloon import Value, parse
from huurdersapp.records.brief_soorten import OF_A_CASE, SOORTEN
from huurdersapp.records.brief_velden import DELEN, velden
from huurdersapp.reports.adviesbrief import adviesbrief_document
from huurdersapp.reports.adviesbrief_feiten import adviesbrief_feiten
from huurdersapp.reports.brief_delen import (
    Feiten,
    as_fact,
    as_text,
    eigen_sjabloon,
    eigen_tekst,
    items,
    typed_blocks,
    voorstellen,
)
from huurdersapp.reports.document import Block, Bullets, Paragraph, Span, plain
from huurdersapp.reports.language import in_words
from huurdersapp.reports.prose import text_blocks
from tests.helpers_document import words
from tests.reports.example_values import BRIEF, ENQUETE

KINDS = [item.key for item in SOORTEN.items if eigen_tekst(item.key)]
TEXTS = st.text(st.sampled_from("ab *-1.\\ijé ‘’(),"), min_size=1, max_size=30).filter(str.strip)


def test_each_kind_that_answers_a_case_has_a_template() -> None:
    assert set(OF_A_CASE) <= set(KINDS)
    assert set(KINDS) == {path.stem for path in (paths.own("resources") / "brieven").glob("*.txt")}


def sample(name: str) -> Value:
    return 2 if name.startswith("aantal_") else f"Waarde van {name}"


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_no_subset_of_facts_leaves_a_trace_of_the_template(kind: str, data: st.DataObject) -> None:
    """A sentence with a fact that is absent is gone wholly: no sign of the template, no gap, no half sentence."""
    known = sorted(velden(kind))
    there = data.draw(st.sets(st.sampled_from(known)))
    values = {name: sample(name) for name in known if name in there}
    template = eigen_sjabloon(kind)
    for key in template.parts:
        for text in (template.fill(key, values, in_words), template.heading(key, values, in_words)):
            assert not re.search(r"[{}|\[\]]|None|  |\(\)|^[.,:]|\s[.,:]|\.\.", text)
            assert all(line == line.strip() and line for line in text.split("\n\n")) or not text


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_names_no_fact_that_is_not_known(kind: str) -> None:
    parse(eigen_tekst(kind), velden(kind), DELEN, name=kind)


def test_every_fact_of_a_case_is_described() -> None:
    for values in (BRIEF, replace(BRIEF, uitkomst="negatief", voorwaarden=())):
        facts = adviesbrief_feiten(values)
        assert {*facts.words, *facts.blocks} <= set(velden("advies"))


# -- blocks as text ------------------------------------------------------------------------------------------------


@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans())
def test_a_list_as_text_says_the_same_when_it_is_read(texts: list[str], numbered: bool) -> None:
    block = Bullets(tuple(" ".join(text.split()) for text in texts), numbered)
    (again,) = text_blocks(as_text([block])) if len(texts) > 1 or not numbered else (block,)
    assert isinstance(again, Bullets)
    assert [plain(item) for item in again.items] == [plain(item) for item in block.items]


@given(TEXTS, TEXTS)
def test_a_paragraph_as_text_says_the_same_when_it_is_read(first: str, second: str) -> None:
    text = (Span(" ".join(first.split()), bold=True), " ", " ".join(second.split()))
    again = text_blocks(as_text([Paragraph(text)]))
    assert " ".join(" ".join(map(said, again)).split()) == " ".join(plain(text).split())


def said(block: Block) -> str:
    if isinstance(block, Bullets):
        return " ".join(map(plain, block.items))
    assert isinstance(block, Paragraph)
    return plain(block.text)


@given(TEXTS, TEXTS)
def test_a_typed_text_in_a_sentence_keeps_its_stars(first: str, second: str) -> None:
    line = f"Over {as_fact(first)} en {as_fact(second)}."
    (block,) = text_blocks(line)
    assert said(block) == f"Over {' '.join(first.split())} en {' '.join(second.split())}."


def test_the_text_of_a_part_and_its_blocks_print_the_same() -> None:
    values = replace(BRIEF, raadplegingen=(ENQUETE, *BRIEF.raadplegingen))
    made = voorstellen(eigen_sjabloon("advies"), adviesbrief_feiten(values))
    typed = {item.key: item.tekst for item in made if item.tekst}
    again = words(adviesbrief_document(values, eigen=typed))
    assert again == words(adviesbrief_document(values)).replace("(note) ", "")  # small print is only a look


def test_what_follows_from_the_day_alone_is_not_in_the_basis() -> None:
    facts = adviesbrief_feiten(replace(BRIEF, datum=date(2020, 2, 29)))
    reply = next(item for item in voorstellen(eigen_sjabloon("advies"), facts) if item.key == "reactie")
    assert "14 maart 2020" in " ".join(reply.tekst.split())
    assert "14 maart" not in " ".join(reply.basis.split())


def test_an_announcement_stays_with_what_it_announces() -> None:
    first, _list = typed_blocks("Wij vragen u:\n\n- een\n- twee")
    assert isinstance(first, Paragraph)
    assert first.keep_with_next


def test_a_block_of_the_facts_is_printed_with_its_records() -> None:
    block = Paragraph("Zo is het.", "note")
    template = parse("[achterban] Kop\n{raadplegingen}", velden("advies"))
    (part,) = voorstellen(template, Feiten({}, {"raadplegingen": (block,)}))
    assert part.blokken == (block,)
    assert part.tekst == "Zo is het."


def test_a_list_has_an_item_on_each_line() -> None:
    assert items(" een \n\ntwee\n") == ("een", "twee")
