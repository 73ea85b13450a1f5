"""Templates of letters: a line stands only with its facts, and a fault is told with its line and how to mend it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.base.sjabloon import Blok, Fout, SjabloonFault, Value, parse

FIELDS = {name: name for name in ("onderwerp", "brief_van", "kenmerk", "aantal", "voorwaarden")}
TEXT = """\
# Een opmerking met een {accolade}
[aanleiding] Aanleiding
In uw brief van {brief_van} vraagt u advies over {onderwerp}.
als niet brief_van: U vraagt advies over {onderwerp}.
als brief_van: als niet kenmerk: Uw brief had geen kenmerk.

Er {aantal!w:is|zijn} {aantal:voorwaarde|voorwaarden}:
{voorwaarden}

[verzoek] Onze {aantal!w:vraag|vragen}
Wilt u  antwoorden?
"""
ALL: dict[str, Value] = {
    "onderwerp": "de huur",
    "brief_van": "5 maart 2026",
    "kenmerk": "X-1",
    "aantal": 2,
    "voorwaarden": "1. een\n2. twee",
}


def test_a_part_holds_its_lines_as_paragraphs() -> None:
    filled = parse(TEXT, FIELDS).fill("aanleiding", ALL, lambda count: ["nul", "één", "twee"][count])
    assert filled == (
        "In uw brief van 5 maart 2026 vraagt u advies over de huur.\n\n"
        "Er zijn twee voorwaarden:\n\n1. een\n2. twee"
    )


@pytest.mark.parametrize(
    ("absent", "expected"),
    [
        ("brief_van", "U vraagt advies over de huur.\n\nEr zijn 2 voorwaarden:\n\n1. een\n2. twee"),
        (
            "kenmerk",
            "In uw brief van 5 maart 2026 vraagt u advies over de huur. Uw brief had geen kenmerk.\n\n"
            "Er zijn 2 voorwaarden:\n\n1. een\n2. twee",
        ),
        ("aantal", "In uw brief van 5 maart 2026 vraagt u advies over de huur.\n\n1. een\n2. twee"),
        ("onderwerp", "Er zijn 2 voorwaarden:\n\n1. een\n2. twee"),
    ],
)
def test_a_line_stands_only_with_its_facts(absent: str, expected: str) -> None:
    values = {**ALL, absent: 0 if absent == "aantal" else ""}
    assert parse(TEXT, FIELDS).fill("aanleiding", values) == expected
    del values[absent]
    assert parse(TEXT, FIELDS).fill("aanleiding", values) == expected


def test_one_is_told_apart_from_many() -> None:
    template = parse(TEXT, FIELDS)
    assert "Er is 1 voorwaarde:" in template.fill("aanleiding", {**ALL, "aantal": 1})
    assert template.heading("verzoek", {"aantal": 1}) == "Onze vraag"
    assert template.heading("verzoek", ALL) == "Onze vragen"


def test_a_fact_alone_on_a_line_is_a_block_of_its_own() -> None:
    assert parse(TEXT, FIELDS).blocks("aanleiding", ALL)[-1] == Blok("voorwaarden")


def test_spaces_in_a_template_do_not_add_up() -> None:
    assert parse(TEXT, FIELDS).fill("verzoek", {}) == "Wilt u antwoorden?"


def test_double_braces_mean_themselves() -> None:
    assert parse("[a]\nEen {{brace}}.", {}).fill("a", {}) == "Een {brace}."


def test_what_an_own_template_lacks_comes_from_the_other_one() -> None:
    own = parse("[verzoek] Vraag\nZegt u het maar.", FIELDS)
    both = own.over(parse(TEXT, FIELDS))
    assert list(both.parts) == ["aanleiding", "verzoek"]
    assert both.fill("verzoek", {}) == "Zegt u het maar."
    assert both.fill("aanleiding", ALL).startswith("In uw brief")


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ("[a]\nOver {onderwrp}.", 2, "het veld ‘onderwrp’ bestaat niet", "Bedoelt u ‘onderwerp’?"),
        ("[a]\n\nals brief_von: Ja.", 3, "het veld ‘brief_von’ bestaat niet", "Bedoelt u ‘brief_van’?"),
        ("[a]\nOver {zzz}.", 2, "het veld ‘zzz’ bestaat niet", "Kies uit: onderwerp"),
        ("[a]\nOver {}.", 2, "het veld ‘’ bestaat niet", "Kies uit: onderwerp"),
        ("[a]\nOver {onderwerp.__class__}.", 2, "bestaat niet", "Bedoelt u ‘onderwerp’?"),
        ("[a]\nOver {onderwerp.", 2, "accolade", "{onderwerp}"),
        ("[a]\nOver onderwerp}.", 2, "accolade", "{onderwerp}"),
        ("[a]\nEr {aantal:is}.", 2, "achter ‘aantal’", "{aantal:dag|dagen}"),
        ("[a]\nEr {aantal!r:is|zijn}.", 2, "achter ‘aantal’", "{aantal:dag|dagen}"),
        ("[a]\nEr {aantal:{kenmerk}|x}.", 2, "achter ‘aantal’", "{aantal:dag|dagen}"),
        ("[a]\nals aantal:", 2, "geen zin", "dezelfde regel"),
        ("[b]\nJa.", 1, "het deel ‘b’ bestaat niet", "Kies uit: a"),
        ("[a]\nJa.\n[a]\nNee.", 3, "staat er al", "samen"),
        ("Ja.\n[a]", 1, "in geen deel", "[aanleiding]"),
        ("# niets\n", 0, "leeg", "[aanleiding]"),
        ("x" * 200_000, 0, "te lang", "ander bestand"),
    ],
)
def test_a_fault_is_told_with_its_line_and_how_to_mend_it(text: str, line: int, said: str, hint: str) -> None:
    with pytest.raises(SjabloonFault) as found:
        parse(text, FIELDS, ("a",), name="mijn.txt")
    first = found.value.faults[0]
    assert first.line == line
    assert said in first.text
    assert hint in first.hint
    assert found.value.text.startswith("mijn.txt. ")
    assert not line or f"Regel {line}: " in found.value.text


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(SjabloonFault) as found:
        parse("[a]\n{x} {y}\n{", FIELDS)
    assert [(fault.line, fault.field) for fault in found.value.faults] == [(2, "x"), (2, "y"), (3, "")]


@given(st.sets(st.sampled_from(sorted(FIELDS))))
def test_no_subset_of_facts_leaves_a_trace_of_the_template(there: set[str]) -> None:
    template = parse(TEXT, FIELDS)
    for key in template.parts:
        filled = template.fill(key, {name: value for name, value in ALL.items() if name in there})
        assert not re.search(r"[{}|]|None|  |^[.:]|\s[.,]", filled)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    faults: tuple[Fout, ...] = ()
    try:
        parse(text, FIELDS)
    except SjabloonFault as fault:
        faults = fault.faults
    assert all(item.text and item.hint for item in faults)
