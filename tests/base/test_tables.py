"""Lists in text files: letters, separators, heads and limits."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from huurdersapp.base import jobs
from huurdersapp.base.csv_text import csv_bytes, defused
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.tables import ENCODINGS, SEPARATORS, faults, read_table, reading, table
from tests.base.tables_files import Reader

LIST = [
    ["Naam", "Adres", "Opmerking"],
    ["J. de Vries", "Straat 1", "café, één keer"],
    ["Ünal", "Laan 12a", ""],
    ["Bakker", "Weg 3", 'zei "ja"\nen ging'],
]


def written(rows: list[list[str]], separator: str = ";", ending: str = "\r\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=ending).writerows(rows)
    return out.getvalue()


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-8", "cp1252", "utf-16", "utf-16-le-bom", "utf-16-be-bom"]
)
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_letters_and_separator_are_found_out(
    read: Reader, separator: str, encoding: str, ending: str
) -> None:
    text = written([[cell.replace("\n", ending) for cell in row] for row in LIST], separator, ending)
    mark = "\ufeff" if encoding.endswith("-bom") else ""
    got = read((mark + text).encode(encoding.removesuffix("-bom")))
    assert [list(got.head), *map(list, got.rows)] == LIST
    assert (got.separator, got.encoding) == (
        separator,
        encoding[:6] if encoding.startswith("utf-16") else encoding.removesuffix("-sig"),
    )
    assert (got.sheets, got.sheet, got.uneven) == ((), None, ())
    assert list(got.lines) == [2, 3, 4]


def test_a_row_with_line_breaks_counts_where_it_begins(read: Reader) -> None:
    got = read('a;b\n"1\n2\n3";x\n\n;;\n4;"y\n"\n5;z\n')
    assert list(zip(got.lines, got.rows, strict=True)) == [
        (2, ("1\n2\n3", "x")),
        (7, ("4", "y")),
        (9, ("5", "z")),
    ]
    assert (got.head_line, got.first_row, len(got.rows)) == (1, 2, 3)
    assert got.rows[-1] == ("5", "z")
    assert got.rows[1:] == [("4", "y"), ("5", "z")]


@pytest.mark.parametrize(
    ("text", "separator", "head"),
    [
        ("Bedrag;Btw;Som\n1,2;3,4;5,6\n7,8;9,1;2,3\n", ";", ("Bedrag", "Btw", "Som")),
        (
            "Lijst, mei\nNr;Adres;Plaats;Wie\n1;Straat 1, Emmen;E;J\n2;Laan 2, Emmen;E;K\n",
            ";",
            ("Nr", "Adres", "Plaats", "Wie"),
        ),
        ("Naam;Adres\nJan;Straat 1, Emmen\nPiet;Laan 2, Emmen\n", ";", ("Naam", "Adres")),
        ("id,naam,codes,plaats\n1,J,a;b,E\n2,K,c;d,E\n", ",", ("id", "naam", "codes", "plaats")),
        ("naam\tadres, plaats\nJ; de V\tS 1, E\nK; M\tL 2, E\n", "\t", ("naam", "adres, plaats")),
        ("naam|tel\na, b|1;2\nc, d|3;4\n", "|", ("naam", "tel")),
        ("sep=,\nnaam,adres\nJ;K;L,S;T;U\n", ",", ("naam", "adres")),
        ("mail\na@b.nl\nc@d.nl\n", None, ("mail",)),
        ('"naam", "adres"\n"J, K", "S 1"\n"L, M", "T 2"\n', ",", ("naam", "adres")),
    ],
)
def test_the_separator_is_the_one_that_the_head_agrees_with(
    read: Reader, text: str, separator: str | None, head: tuple[str, ...]
) -> None:
    got = read(text)
    assert (got.separator, got.head) == (separator, head)
    assert {len(row) for row in got.rows} == {len(head)}
    assert got.uneven == ()


def test_what_was_asked_for_is_not_guessed(read: Reader) -> None:
    old = "naam;plaats\nUnäl;é\n".encode("cp850")
    assert read(old, encoding="cp850").rows[0] == ("Unäl", "é")
    assert read("a,b;c\n1,2;3\n", separator=",").head == ("a", "b;c")
    assert read("a,b;c\n1,2;3\n", separator=";").head == ("a,b", "c")
    assert set(ENCODINGS) >= {"utf-8", "cp1252", "utf-16"}
    read.refused(b"naam;plaats\n\xff\xfe\n", "geen letters", encoding="utf-8")


def test_the_head_is_found_below_a_title(read: Reader) -> None:
    rows = [
        ["Ledenlijst"],
        [],
        ["Gemaakt op:", "12-3-2019"],
        ["Nr", "Naam", "", "Plaats", "Tel"],
        ["1", "J", "x", "E", "06"],
    ]
    got = read(written([*rows, ["2", "K", "y", "E", ""]]))
    assert got.head == ("Nr", "Naam", "", "Plaats", "Tel")
    assert (got.head_line, list(got.lines)) == (4, [5, 6])
    assert got.rows[0] == ("1", "J", "x", "E", "06")
    assert read("2019;2020;2021\n5;6;7\n").head == ("2019", "2020", "2021"), "the first of the fullest rows"
    assert read(written([["Nr", "  Naam\nvoluit "], ["1", "J"]])).head == ("Nr", "Naam voluit")


def test_rows_of_another_width_are_told_and_kept_whole(read: Reader) -> None:
    got = read("a;b;c\n1;2;3\n1;2;3\n1;2\n1;2;3;4\n1;2;3;\n;;3\nTotaal\n")
    assert list(got.rows) == [
        ("1", "2", "3"),
        ("1", "2", "3"),
        ("1", "2", ""),
        ("1", "2", "3", "4"),
        ("1", "2", "3"),
        ("", "", "3"),
        ("Totaal", "", ""),
    ]
    assert got.uneven == (2, 3, 6)
    assert [got.lines[place] for place in got.uneven] == [4, 5, 8]
    assert read("a;b;;\n1;2;;\n3;4\n").uneven == (), "columns without anything are no columns"


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), min_size=3, max_size=3
        ),
        max_size=30,
    ),
    st.sampled_from(SEPARATORS),
)
def test_what_a_csv_writer_writes_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], separator: str
) -> None:
    assume(all(any(table.clean(cell) for cell in row) for row in rows))
    path = tmp_path_factory.mktemp("lijst") / "lijst.csv"
    path.write_bytes(("\ufeff" + written([["nr", "naam", "plaats"], *rows], separator)).encode())
    got = read_table(path, separator=separator)
    assert list(got.rows) == [tuple(table.clean(cell) for cell in row) for row in rows]
    assert list(got.lines) == list(range(2, len(rows) + 2))


def test_our_own_list_comes_back_without_the_guard_against_formulas(read: Reader) -> None:
    cells = ["+31612345678", "=1+1", "-5 graden", "@jan", "'s Gravenweg", "'t Zand", "＝2", " =3"]
    rows = [[f"k{place}" for place in range(len(cells))], [defused(cell) for cell in cells]]
    assert list(read(csv_bytes(rows, None)).rows[0]) == [cell.strip() for cell in cells]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "Er staat niets in"),
        (" \n\r\n", "Er staat niets in"),
        ("\ufeff", "Er staat niets in"),
        (";;;\n;;;\n", "Er staat niets in"),
        ("a;b\n1;\x00\n", "geen letters"),
        ("a;b\n1;\x07\n", "geen letters"),
        ("a;b\n1;\x1f2\n", "geen letters"),
        ("naam;plaats".encode("utf-16-le"), "geen letters"),
        (b"a;b\n1;\x81\n", "geen letters"),
        (b"\xff\xfea", "geen letters"),
        ("<html><table><tr><td>a</td></tr></table>", "webpagina"),
        ("\n\n<?xml version='1.0'?><lijst/>", "webpagina"),
        ("%PDF-1.7\n", "geen lijst"),
        ("{\\rtf1 naam;plaats}", "geen lijst"),
        ('a;b\n"1;2\n3;4\n', "Bij regel 2 klopt een aanhalingsteken niet"),
        ('a;b\n1;2\n"J"an;4\n', "Bij regel 3 klopt een aanhalingsteken niet"),
        ('a;b\n"' + "x\n" * 2000, "Bij regel 2 klopt een aanhalingsteken niet"),
        (
            "Beste buren,\nkom morgen, als u kunt, naar\nde bus. Het is om\ntien uur, of later, of eerder, of niet\n",
            "niet even veel kolommen",
        ),
        ("a;b\n" + "x" * 200_000 + ";2\n", "niet even veel kolommen"),
        ("a;b\n" + "x" * 40_000 + ";2\n", "In rij 2 staat een tekst die te lang is"),
        (";".join("k" * 600) + "\n", "te breed"),
    ],
)
def test_what_is_no_list_is_refused_in_words(read: Reader, content: bytes | str, words: str) -> None:
    read.refused(content, words)


def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, words in {
        tmp_path: "is een map",
        tmp_path / "weg.csv": "bestaat niet",
        tmp_path / "n\0": "bestaat niet",
    }.items():
        with pytest.raises(UserError, match=words) as told:
            read_table(path)
        assert told.value.hint

    def refuse(self: Path, *how: object) -> None:
        raise PermissionError(13, "refused")

    (tmp_path / "dicht.csv").write_text("a;b\n", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UserError, match="kan niet worden gelezen"):
        read_table(tmp_path / "dicht.csv")


def test_a_list_may_be_so_long_and_no_longer(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "MOST_ROWS", 20)
    assert len(read("a;b\n" + "1;2\n" * 20).rows) == 20
    read.refused("a;b\n" + "1;2\n" * 21, "te lang: meer dan 20 rijen")
    monkeypatch.setattr(faults, "LARGEST", 100)
    assert len(read(("a;b\n" + "1;2\n" * 25)[:80]).rows) == 19
    read.refused("a;b\n" + "1;2\n" * 30, "te groot")


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("nr;naam\n" + "".join(f"{row};n{row}\n" for row in range(20_000)), encoding="utf-8")
    steps = list(iter_of(path))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert all(step.total is None or step.done <= step.total for step in steps)
    assert len({step.text for step in steps}) == 2
    seen: list[object] = []
    with pytest.raises(Stopped):
        jobs.run(reading(path), seen.append, stop=lambda: len(seen) == 3)
    assert len(seen) == 3 < len(steps)


def iter_of(path: Path) -> list[jobs.Progress]:
    steps: list[jobs.Progress] = []
    jobs.run(reading(path), steps.append)
    return steps
