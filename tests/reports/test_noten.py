"""Notes stand behind what has a source, count on through the report, and are all in the annex."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.reports.document import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Source,
    Span,
    Table,
    plain,
    spans,
)
from huurdersapp.reports.noten import SLEUTEL, met_noten
from huurdersapp.reports.plain_text import plain_text
from huurdersapp.reports.rapport import Kader, Keuze, Onderdeel, geordend, rapport_document, staat_erin

TODAY = date(2026, 3, 12)
A, B, C = (Source("knelpunt", (("nummer", str(number)),), (str(number),)) for number in (1, 2, 3))
NUMBER = re.compile(r"\[(\d+)\]")
RUN = re.compile(r"\[(\d+)\](?:–\[(\d+)\])?")


def keys(source: Source) -> Sequence[Hashable]:
    return (source.ids,)


def note(key: Hashable, sources: Sequence[Source]) -> str:
    return f"over {key}, {len(sources)} keer."


def noted(*parts: Onderdeel, keuzes: Sequence[Keuze] = (), aan: bool = True) -> tuple[Onderdeel, ...]:
    return met_noten(parts, keuzes, keys, note, TODAY, aan=aan)


def part(key: str, *blocks: Block) -> Onderdeel:
    return Onderdeel(key, key.capitalize(), blocks)


def words(parts: Sequence[Onderdeel], keuzes: Sequence[Keuze] = ()) -> str:
    return plain_text(rapport_document(Kader("Titel", "Wij"), parts, keuzes))


def test_a_note_stands_behind_what_it_is_about_once_in_a_part() -> None:
    text = ("Er waren ", Span("twaalf", source=A), " en ", Span("drie", source=B), ".")
    again = Paragraph(("Die ", Span("twaalf", source=A), " zijn oud."))
    first, second, _annex = noted(part("een", Paragraph(text), again), part("twee", again))
    assert [plain(block.text) for block in first.blocks if isinstance(block, Paragraph)] == [
        "Er waren twaalf\u00a0[1] en drie\u00a0[2].",
        "Die twaalf zijn oud.",
    ]
    assert [plain(block.text) for block in second.blocks if isinstance(block, Paragraph)] == [
        "Die twaalf\u00a0[1] zijn oud."
    ]


def test_a_note_is_a_piece_of_its_own_that_leads_to_the_annex() -> None:
    first, annex = noted(part("een", Bullets((Span("twaalf", source=A),))))
    (block,) = first.blocks
    assert isinstance(block, Bullets)
    (item,) = block.items
    number, mark = spans(item)
    assert (number, mark.text, mark.source) == (Span("twaalf", source=A), "\u00a0[1]", None)
    assert mark.ref in [each.key for each in annex.blocks if isinstance(each, Paragraph)]


def test_behind_a_label_the_note_stands_at_the_end() -> None:
    first, _annex = noted(part("een", Paragraph((Span("Afspraak:", source=A), " dit doen wij."))))
    assert isinstance(first.blocks[0], Paragraph)
    assert plain(first.blocks[0].text) == "Afspraak: dit doen wij.\u00a0[1]"


def test_below_a_table_stand_the_numbers_of_all_its_sources() -> None:
    rows = (("Nieuw", Span("12", source=B)), ("Open", Span("7", source=A)))
    table = Table(
        "Stand", (Column("Wat"), Column("Aantal")), rows, ("Samen", Span("19", source=C)), note="Let op."
    )
    first, _annex = noted(part("een", Paragraph(Span("zeven", source=A)), table))
    assert isinstance(first.blocks[1], Table)
    assert first.blocks[1].note is not None
    assert plain(first.blocks[1].note) == "Let op. Bron: [1]–[3]."
    assert first.blocks[1].rows == rows


def test_key_figures_have_no_notes() -> None:
    figures = KeyFigures((KeyFigure(Span("12", source=A), "knelpunten"),))
    first, annex = noted(part("een", figures))
    assert first.blocks == (figures,)
    assert annex.leeg


def test_the_annex_says_where_it_comes_from_and_when_was_counted() -> None:
    *_parts, annex = noted(part("een", Paragraph(Span("twaalf", source=A))))
    assert (annex.sleutel, annex.bijlage, annex.aan) == (SLEUTEL, True, True)
    assert [plain(block.text) for block in annex.blocks if isinstance(block, Paragraph)][1:] == [
        "[1]\u00a0over ('1',), 1 keer.",
        "Geteld op 12\u00a0maart 2026.",
    ]


def test_without_the_annex_there_are_no_notes() -> None:
    text = part("een", Paragraph(Span("twaalf", source=A)))
    for parts, keuzes in (
        (noted(text, aan=False), ()),
        (noted(text, keuzes=[Keuze(SLEUTEL, weg=True)]), (Keuze(SLEUTEL, weg=True),)),
    ):
        assert parts[0] == text
        assert "[" not in words(parts, keuzes)
    on = [Keuze(SLEUTEL, bij=True)]
    assert "[1]" in words(noted(text, keuzes=on, aan=False), on)


def test_numbers_go_by_the_order_of_the_paper_and_skip_what_is_left_out() -> None:
    parts = (part("een", Paragraph(Span("a", source=A))), part("twee", Paragraph(Span("b", source=B))))
    turned = [Keuze("twee", plaats=1), Keuze("een", plaats=2)]
    assert "b [1]" in words(noted(*parts, keuzes=turned), turned)
    gone = [Keuze("een", weg=True)]
    made = noted(*parts, keuzes=gone)
    assert "b [1]" in words(made, gone)
    assert "('1',)" not in words(made, gone)


sources = st.builds(lambda number: Source("knelpunt", ids=(str(number),)), st.integers(1, 6))
texts = st.lists(st.one_of(st.just("woord "), st.builds(Span, st.just("aantal"), source=sources)), min_size=1)
blocks = st.one_of(
    st.builds(lambda text: Paragraph(tuple(text)), texts),
    st.builds(
        lambda items: Bullets(tuple(tuple(item) for item in items)), st.lists(texts, min_size=1, max_size=3)
    ),
    st.builds(
        lambda cells: Table("Tabel", (Column("Wat"),), tuple((tuple(cell),) for cell in cells)),
        st.lists(texts, min_size=1, max_size=3),
    ),
    st.builds(Heading, st.just("Kop"), st.just(2)),
)
reports = st.lists(st.lists(blocks, max_size=3), min_size=1, max_size=5)
switched = st.lists(st.tuples(st.integers(0, 4), st.none() | st.integers(1, 5), st.booleans()), max_size=4)


@given(reports, switched)
def test_every_number_is_in_the_annex_and_every_source_has_one(
    made: list[list[Block]], acts: list[tuple[int, int | None, bool]]
) -> None:
    parts = tuple(part(f"deel-{place}", *found) for place, found in enumerate(made))
    chosen = {f"deel-{place}": Keuze(f"deel-{place}", at, off) for place, at, off in acts}
    result = met_noten(parts, chosen.values(), keys, note, TODAY)
    assert result == met_noten(parts, chosen.values(), keys, note, TODAY)
    printed = [
        each for each in geordend(result, chosen.values()) if staat_erin(each, chosen.get(each.sleutel))
    ]
    said = [words_of(each) for each in printed]
    called = [number for text in said[:-1] for number in in_order(text)]
    listed = [int(number) for number in NUMBER.findall(said[-1])]
    assert listed == list(range(1, len(listed) + 1))
    assert set(called) == set(listed)
    first_calls = list(dict.fromkeys(called))
    assert first_calls == sorted(first_calls), "the numbers come in the order of the paper"
    there = {
        span.source.ids for each in parts if shown(each, chosen) for span in spans_in(each) if span.source
    }
    assert len(there) == len(listed)
    assert all(str(ids) in said[-1] for ids in there)


def in_order(text: str) -> list[int]:
    """The numbers as they are first called; below a table they stand sorted, and many in a row as "[3]–[9]"."""
    found: list[int] = []
    for number, runs_to in RUN.findall(text):
        found += range(int(number), int(runs_to or number) + 1)
    return found


def test_below_a_table_many_numbers_in_a_row_are_a_run_and_each_end_leads_to_the_annex() -> None:
    sources = [Source("knelpunt", ids=(str(n),)) for n in range(60)]
    first = Bullets(tuple(Span(f"stuk {n}", source=source) for n, source in enumerate(sources)))

    def told(*wanted: int) -> tuple[str, list[str]]:
        rows = tuple((f"rij {n}", Span("1", source=sources[n - 1])) for n in wanted)
        table = Table("Stand", (Column("Wat"), Column("Aantal")), rows)
        made, *_rest, annex = noted(part("een", first, table))
        note = made.blocks[1].note if isinstance(made.blocks[1], Table) else None
        assert isinstance(note, tuple)
        refs = [span.ref for span in note if isinstance(span, Span) and span.ref]
        assert set(refs) <= {each.key for each in annex.blocks if isinstance(each, Paragraph)}
        return plain(note), refs

    assert told(1, 2, 4, 6, 7, 8, 27, *range(28, 37))[0] == "Bron: [1], [2], [4], [6]–[8], [27]–[36]."
    assert told(1, 2, 3)[1] == ["bron-1", "bron-3"]
    many, _refs = told(*range(1, 60, 2))
    assert many.startswith("Bron, onder andere: [1], [3], [5]")
    assert len(many) < 100


def shown(each: Onderdeel, chosen: dict[str, Keuze]) -> bool:
    return staat_erin(each, chosen.get(each.sleutel))


def spans_in(each: Onderdeel) -> list[Span]:
    found: list[Span] = []
    for block in each.blocks:
        match block:
            case Paragraph(text=tuple() as text):
                found += [piece for piece in text if isinstance(piece, Span)]
            case Bullets(items=items):
                found += [piece for item in items for piece in spans(item)]
            case Table(rows=rows):
                found += [piece for (cell,) in rows for piece in spans(cell)]
    return found


def words_of(each: Onderdeel) -> str:
    return plain_text(Document("", "", each.blocks))
