"""A report in parts: what the writer chose is what is printed, and no part is lost or doubled by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.reports.document import Contents, FrontPage, Heading, Lines, PageBreak, Paragraph, plain
from huurdersapp.reports.rapport import CONCEPT, Kader, Keuze, Onderdeel, geordend, rapport_document

FIRST = Onderdeel("kort", "In het kort", (Paragraph("Kort."),), vast=True)
BODY = tuple(Onderdeel(key, key.upper(), (Paragraph(f"Over {key}."),)) for key in ("a", "b", "c", "d"))
ANNEXES = (
    Onderdeel("x", "Raadplegingen", (Paragraph("Lijst."),), bijlage=True),
    Onderdeel("y", "Adviezen", (Paragraph("Lijst."),), bijlage=True, aan=False),
)
PARTS = (FIRST, *BODY, *ANNEXES)
KADER = Kader("Verslag", "Huurdersfederatie", over=("Van: ons",))


def headings(*keuzes: Keuze) -> list[str]:
    made = rapport_document(KADER, PARTS, keuzes)
    return [block.text for block in made.blocks if isinstance(block, Heading)]


def test_without_choices_everything_stands_in_its_natural_order() -> None:
    assert headings() == ["In het kort", "A", "B", "C", "D", "Bijlage A: Raadplegingen"]


def test_a_part_that_is_left_out_is_not_printed_and_annexes_keep_counting() -> None:
    assert headings(Keuze("b", weg=True), Keuze("y", bij=True)) == [
        "In het kort",
        "A",
        "C",
        "D",
        "Bijlage A: Raadplegingen",
        "Bijlage B: Adviezen",
    ]
    assert headings(Keuze("x", weg=True), Keuze("y", bij=True))[-1] == "Bijlage A: Adviezen"


def test_the_first_page_cannot_be_left_out_or_moved() -> None:
    assert headings(Keuze("kort", plaats=9, weg=True))[0] == "In het kort"


def test_own_words_and_an_own_heading_stand_above_the_facts() -> None:
    made = rapport_document(KADER, PARTS, [Keuze("c", kop="Wat opviel", tekst="Veel **schimmel**.")])
    at = next(i for i, block in enumerate(made.blocks) if block == Heading("Wat opviel"))
    told = [plain(block.text) for block in made.blocks[at + 1 : at + 3] if isinstance(block, Paragraph)]
    assert told == ["Veel schimmel.", "Over c."]


def test_a_short_report_has_no_contents_list() -> None:
    def contents(inhoud: bool) -> int:
        made = rapport_document(Kader("Verslag", "Wij", inhoud=inhoud), PARTS)
        return sum(isinstance(block, Contents) for block in made.blocks)

    assert (contents(True), contents(False)) == (1, 0)


@given(st.dictionaries(st.sampled_from([part.sleutel for part in PARTS]), st.integers(1, 9)))
def test_no_order_loses_or_doubles_a_part(places: dict[str, int]) -> None:
    keuzes = [Keuze(key, plaats=place) for key, place in places.items()]
    found = [part.sleutel for part in geordend(PARTS, keuzes)]
    assert sorted(found) == sorted(part.sleutel for part in PARTS)
    assert found[0] == "kort"
    assert set(found[-2:]) == {"x", "y"}
    chosen = [key for key in found if key in places and key in "abcd"]
    assert [places[key] for key in chosen] == sorted(places[key] for key in chosen)


def test_a_part_without_a_place_follows_the_one_it_follows_by_nature() -> None:
    keuzes = [Keuze("d", plaats=1), Keuze("a", plaats=2), Keuze("b", plaats=3)]
    assert [part.sleutel for part in geordend(BODY, keuzes)] == ["d", "a", "b", "c"]


def test_a_front_page_has_the_lines_about_the_report_and_the_first_page_does_not_say_them_again() -> None:
    over = ("Voor: het bestuurlijk overleg", "Van: Huurdersfederatie", "Versie: 2", "Niet voor publicatie")
    plainly = rapport_document(replace(KADER, over=over), PARTS)
    made = rapport_document(replace(KADER, over=over, voorblad=True), PARTS)
    assert plainly.front is None
    assert made.front == FrontPage(
        ("Huurdersfederatie",),
        "Voor het bestuurlijk overleg\nNiet voor publicatie",
        (("Versie", "2"),),
    )
    assert made.blocks == plainly.blocks[1:]


def test_every_report_says_its_version_at_the_foot_and_most_on_a_line_too() -> None:
    def said(**given: Any) -> tuple[list[str], str]:
        made = rapport_document(replace(KADER, voettekst="Huurdersfederatie", **given), PARTS)
        lines = next((block.lines for block in made.blocks if isinstance(block, Lines)), ())
        return [plain(line) for line in lines], made.footer

    fixed = "2, vastgelegd op 3 maart 2026"
    assert said() == (["Van: ons"], "Huurdersfederatie")
    assert said(versie=CONCEPT) == (["Van: ons", "Versie: concept"], "Concept · Huurdersfederatie")
    assert said(versie=fixed) == (["Van: ons", f"Versie: {fixed}"], "Versie 2 · Huurdersfederatie")
    assert said(versie=fixed, versieregel=False) == (["Van: ons"], "Versie 2 · Huurdersfederatie")


def test_the_contents_list_begins_where_the_first_page_ends_and_stays_within_a_page() -> None:
    def contents(headings: int) -> Contents:
        many = replace(BODY[0], blocks=tuple(Heading(f"kop {n}", 2) for n in range(headings)))
        made = rapport_document(KADER, (FIRST, many, *ANNEXES))
        at = next(n for n, block in enumerate(made.blocks) if isinstance(block, Contents))
        assert not isinstance(made.blocks[at - 1], PageBreak)
        found = made.blocks[at]
        assert isinstance(found, Contents)
        return found

    assert (contents(5).depth, contents(60).depth) == (2, 1)
