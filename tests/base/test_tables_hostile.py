"""Files that were damaged, or made to do harm: a sentence or a list comes out, and the memory stays small.

What would end the whole program is read in a program of its own, which may have a gigabyte and no more.
"""

from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import tracemalloc
import zipfile
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.tables import archive, faults, old, read_table
from tests.base.tables_files import MAIN, Reader, bare_xlsx, ods, ods_table, ods_times, packed, xlsx

PROJECT = Path(__file__).parents[2]
OLD = (PROJECT / "tests" / "data" / "ledenlijst.xls").read_bytes()
GOOD = xlsx({"Leden": [["Nr", "Naam", "Plaats"], *([row, f"Naam {row}", "Emmen"] for row in range(50))]})
OPEN = ods(ods_table("Leden", [["Nr", "Naam"], ["1", "J"], ["2", "K"]]))
TEXT = "Nr;Naam;Plaats\r\n" + "".join(f'{row};"Naam {row}";Emmen\r\n' for row in range(50))
NUMBER = '<c r="{}"><v>1</v></c>'
GIGABYTE = 1 << 30
ALONE = """
import resource, sys
from pathlib import Path
from huurdersapp.base.errors import UserError
from huurdersapp.base.tables import read_table
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2)
for name in sys.argv[2:]:
    try:
        print(len(read_table(Path(name)).rows))
    except UserError as told:
        print(told.sentence())
"""


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


def doctored(data: bytes, change: Callable[[zipfile.ZipFile, zipfile.ZipInfo, bytes], None]) -> bytes:
    """A workbook packed again, part by part, by `change`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            change(new, part, old.read(part))
    return out.getvalue()


def far(*places: str) -> str:
    return "".join(f'<row r="{place.lstrip("ABCDEFXZ")}">{NUMBER.format(place)}</row>' for place in places)


def patched(place: int, form: str, *values: int) -> bytes:
    """The old workbook with other numbers at one place."""
    data = bytearray(OLD)
    struct.pack_into(form, data, place, *values)
    return bytes(data)


def where(place: int) -> int:
    (number,) = struct.unpack_from("<I", OLD, place)
    assert isinstance(number, int)
    return number


OLD_SIZE = OLD.index(b"\0\2\x0e\0") + 4
"""Where a sheet tells its size."""
OLD_FOLDER = where(48)
"""The sector with the names of the streams; the next number tells where each sector has the one that follows it."""
OLD_CHAINS = (where(76) + 1) * 512
OLD_SHEET = OLD.index(b"\x85\0") + 4
"""Where the first sheet is said to begin."""

BOMBS: dict[str, tuple[bytes, str]] = {
    "a cell far away": (bare_xlsx(far("A1", "XFD1048576")), "te lang"),
    "a cell that no sheet has": (bare_xlsx(far("A1", "ZZZZZZ99999999")), "te lang"),
    "a column that no sheet has": (bare_xlsx(far("A1", "ZZZZZZZZZZ2")), "te breed"),
    "a cell in a wrong row": (bare_xlsx('<row r="1"><c r="B99999999"><v>1</v></c></row>'), "te lang"),
    "wide and high without places": (
        bare_xlsx("<row>" + "<c><v>1</v></c>" * 20_000 + "</row>" + "<row><c><v>1</v></c></row>" * 20_000),
        "te breed",
    ),
    "one long text that all cells show": (
        bare_xlsx(
            "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 60_001)),
            f"<si><t>{'x' * 30_000}</t></si>",
        ),
        "te groot",
    ),
    "a long text in many columns": (ods(ods_times(1000, 16_000, "x" * 3000)), "te"),
    "a text that stands a million times": (ods(ods_times(100_000, 2, "x" * 5000)), "te groot"),
    "more rows than there are": (ods(ods_times(10**12, 1)), "te lang"),
    "more columns than there are": (ods(ods_times(1000, 10**12)), "te breed"),
    "a million million texts that are not there": (
        bare_xlsx(far("A1"), **{"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" uniqueCount="42949672965"/>'}),
        "beschadigd",
    ),
    "old sheet that is larger than memory": (patched(OLD_SIZE, "<IIHH", 0, 2**31, 0, 9), "te lang"),
    "old sheet that ends before it begins": (patched(OLD_SIZE, "<IIHH", 9, 2, 0, 9), "beschadigd"),
    "old file with a chain that goes round": (
        patched(OLD_CHAINS + 4 * OLD_FOLDER, "<I", OLD_FOLDER),
        "beschadigd",
    ),
    "old file with more chains than sectors": (patched(64, "<I", 0x7FFF), "beschadigd"),
    "old sheets that begin at one place": (
        patched(OLD_SHEET, "<I", where(OLD.index(b"\x85\0", OLD_SHEET) + 4)),
        "beschadigd",
    ),
    "old cell far away": (OLD.replace(b"\xfd\0\x0a\0\3\0\1\0", b"\xfd\0\x0a\0\xff\xff\xff\xff"), "te breed"),
}


def test_no_file_takes_more_memory_than_a_list_may(tmp_path: Path) -> None:
    """Most of these end the program when they come to the library as they are."""
    for place, (content, _words) in enumerate(BOMBS.values()):
        (tmp_path / f"{place}.xlsx").write_bytes(content)
    names = [str(tmp_path / f"{place}.xlsx") for place in range(len(BOMBS))]
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(GIGABYTE), *names],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    for (name, (_content, words)), line in zip(BOMBS.items(), lines, strict=True):
        assert words in line, name


def test_a_list_lies_in_little_memory(tmp_path: Path) -> None:
    line = "123;J. de Vries;Straat;12;;7811 AB;Emmen;06-12345678;j@voorbeeld.nl;2019-03-04;ja;\n"
    path = tmp_path / "lijst.csv"
    path.write_text("a;b;c;d;e;f;g;h;i;j;k;l\n" + line * 20_000, encoding="utf-8")
    size = path.stat().st_size
    tracemalloc.start()
    try:
        table = read_table(path)
        kept, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(table.rows) == 20_000
    assert kept < 2.5 * size
    assert most < 5 * size


def test_what_a_zip_says_of_itself_is_believed_only_when_it_is_so(read: Reader) -> None:
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c></row>'
    for megabytes, fits in [(0.9, True), (3, False)]:  # three megabytes in three thousand bytes
        book = bare_xlsx(row, **{"docProps/app.xml": f"<a>{' ' * int(megabytes * 2**20)}</a>"})
        if fits:
            assert read(book).head == ("Naam",)
        else:
            read.refused(book, "beschadigd")
    whole = packed({archive.XLSX: random.Random(1).randbytes(50_000), "b.xml": "<a/>"})
    # The size of the first part, in its own header and in the list at the end, says less than there is.
    lied = whole.replace(struct.pack("<I", 50_000), struct.pack("<I", 1_000))
    assert lied != whole
    read.refused(lied, "beschadigd")
    read.refused(whole.replace(struct.pack("<I", 50_000), struct.pack("<I", 2**31)), "te groot")


def test_parts_that_two_readers_could_see_otherwise_are_refused(read: Reader) -> None:
    def twice(new: zipfile.ZipFile, part: zipfile.ZipInfo, content: bytes) -> None:
        new.writestr(part.filename, content)
        if part.filename == archive.XLSX:
            with pytest.warns(UserWarning, match="Duplicate name"):
                new.writestr(part.filename, content)

    def remark(new: zipfile.ZipFile, part: zipfile.ZipInfo, content: bytes) -> None:
        new.writestr(part.filename, content)
        new.comment = b"PK"

    def other(new: zipfile.ZipFile, part: zipfile.ZipInfo, content: bytes) -> None:
        new.writestr(part.filename, content, zipfile.ZIP_LZMA)

    assert (
        len(read(doctored(GOOD, lambda new, part, content: new.writestr(part.filename, content))).rows) == 50
    )
    for change in (twice, remark, other):
        read.refused(doctored(GOOD, change), "beschadigd")


@pytest.mark.parametrize(
    "begin",
    [
        '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        "<!DOCTYPE a>",
    ],
)
def test_definitions_of_its_own_are_refused(read: Reader, begin: str) -> None:
    good = '<row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c></row>'
    assert read(bare_xlsx(good)).head == ("Naam",)
    read.refused(bare_xlsx(good, begin=begin), "beschadigd")
    read.refused(bare_xlsx(good, **{"xl/styles.xml": f"{begin}<a/>"}), "beschadigd")


def test_a_workbook_with_a_password_says_so(read: Reader) -> None:
    read.refused(
        ods(ods_table("a", [["x"]]), "<manifest><encryption-data/></manifest>"), "met een wachtwoord"
    )
    locked = bytearray(GOOD)
    place = locked.rindex(b"PK\1\2")
    locked[place + 8] |= 1
    read.refused(bytes(locked), "met een wachtwoord")
    # The record that says so in an old file, in the place of the one that tells its writer.
    writer = OLD.index(b"\x5c\0\x70\0")
    read.refused(OLD[:writer] + b"\x2f\0\x70\0" + OLD[writer + 4 :], "met een wachtwoord")
    name = "Workbook".encode("utf-16-le")
    renamed = OLD.replace(name, "Verborge".encode("utf-16-le"))
    read.refused(renamed, "ander soort Office-bestand")


def test_parts_that_are_missing_or_broken_are_damage(read: Reader) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as book:
        names = book.namelist()
    for lost in names:

        def without(new: zipfile.ZipFile, part: zipfile.ZipInfo, content: bytes, lost: str = lost) -> None:
            if part.filename != lost:
                new.writestr(part.filename, content)

        def cut(new: zipfile.ZipFile, part: zipfile.ZipInfo, content: bytes, lost: str = lost) -> None:
            new.writestr(part.filename, content[: len(content) // 2] if part.filename == lost else content)

        read.refused(doctored(GOOD, cut), "beschadigd")
        list_or_sentence(read, doctored(GOOD, without))
    for data in (GOOD, OPEN, OLD):
        read.refused(data[: len(data) // 2], "beschadigd")
    read.refused(b"PK\3\4" + bytes(100), "beschadigd")
    read.refused(OLD[:8] + bytes(600), "beschadigd")


def list_or_sentence(read: Reader, content: bytes) -> bool:
    """Whether it was a list. Anything but a list or a sentence fails the test."""
    try:
        table = read(content)
    except UserError:
        return False
    assert all(len(row) >= len(table.head) for row in table.rows)
    assert len(table.lines) == len(table.rows)
    return True


@pytest.mark.parametrize(
    ("whole", "turns"),
    [(TEXT.encode(), 150), (TEXT.encode("utf-16"), 60), (GOOD, 150), (OPEN, 100), (OLD, 300)],
)
def test_a_damaged_file_gives_a_list_or_a_sentence(read: Reader, whole: bytes, turns: int) -> None:
    dice = random.Random(2019)
    for _turn in range(turns):
        data = bytearray(whole)
        for _spot in range(dice.choice([1, 1, 3, 20])):
            data[dice.randrange(len(data))] = dice.choice([0, 255, dice.randrange(256)])
        if dice.random() < 0.2:
            del data[dice.randrange(len(data)) :]
        list_or_sentence(read, bytes(data))


@pytest.mark.parametrize(("whole", "turns"), [(GOOD, 150), (OPEN, 150)])
def test_a_workbook_that_is_whole_but_says_strange_things_gives_a_list_or_a_sentence(
    read: Reader, whole: bytes, turns: int
) -> None:
    """The zip is right, its parts are not: other signs, other numbers, elements that are doubled or gone."""
    dice = random.Random(2020)
    lists = 0
    for _turn in range(turns):

        def change(new: zipfile.ZipFile, part: zipfile.ZipInfo, content: bytes) -> None:
            if content.startswith(b"<") and dice.random() < 0.4:
                content = strange(dice, content)
            new.writestr(part.filename, content)

        lists += list_or_sentence(read, doctored(whole, change))
    assert lists > turns // 10


def strange(dice: random.Random, content: bytes) -> bytes:
    numbers = [place for place, sign in enumerate(content) if chr(sign).isdigit()]
    words = [b"-1", b"99999999999", b"1e400", b"", b"4294967296", b"70000", b"A", b"0"]
    if numbers and dice.random() < 0.7:
        place = dice.choice(numbers)
        return content[:place] + dice.choice(words) + content[place + 1 :]
    elements = content.split(b"<")
    place = dice.randrange(1, len(elements))
    elements[place : place + 1] = dice.choice([[], [elements[place]] * 2, [elements[place][:-1] + b"/>"]])
    return b"<".join(elements)


def test_the_limits_are_those_that_were_agreed() -> None:
    assert (faults.LARGEST, faults.UNPACKED) == (50 * 1024 * 1024, 200 * 1024 * 1024)
    assert (faults.RATIO, faults.MOST_ROWS) == (100, 200_000)


def old_text(text: str, *, wide: bool = False, styled: int = 0, spoken: int = 0) -> bytes:
    """A text as an old workbook keeps it, with room for what tells its style and its sound."""
    flags = wide | (8 if styled else 0) | (4 if spoken else 0)
    head = struct.pack("<HB", len(text), flags)
    head += struct.pack("<H", styled) if styled else b""
    head += struct.pack("<I", spoken) if spoken else b""
    return head + text.encode("utf-16-le" if wide else "latin-1") + bytes(4 * styled + spoken)


def test_texts_of_an_old_workbook_are_counted_where_they_go_on_in_a_next_piece() -> None:
    first, second = old_text("abc"), old_text("defgh", styled=2, spoken=5)
    last = old_text("ijkl", wide=True)
    whole = bytes(8) + first + second + last
    assert list(old._lengths([whole])) == [3, 5, 4]
    at = 8 + len(first)
    inside = at + 3 + 2 + 4 + 2  # two of the five signs
    wide = struct.pack("<HB", 5, 12) + second[3:9]
    pieces = [
        whole[:inside],
        b"\1"
        + "fgh".encode("utf-16-le")
        + bytes(7),  # which is wider there, and ends in what follows the signs
        bytes(6) + last,
    ]
    assert whole[at : at + 9] == wide
    assert list(old._lengths(pieces)) == [3, 5, 4]


def test_a_text_that_all_cells_of_an_old_workbook_show_is_refused() -> None:
    texts = [bytes(8) + old_text("x" * 8000), b"\0" + b"x" * 5]
    texts[0] += struct.pack("<HB", 10, 0) + b"x" * 5
    old._check_texts(texts, array("L", [0, 1, 9] * 5000))
    with pytest.raises(UserError, match="te groot"):
        old._check_texts(texts, array("L", [0] * 30_000))
    with pytest.raises(UserError) as told:
        old._check_texts(texts[:1], array("L", [0] * 30_000))
    assert "beschadigd" in told.value.sentence()


def record(kind: int, *numbers: int) -> bytes:
    """Of an old workbook; each number takes two bytes."""
    return struct.pack(f"<HH{len(numbers)}H", kind, 2 * len(numbers), *numbers)


def test_a_sheet_with_a_chart_in_it_is_one_sheet() -> None:
    """A cell far down before the chart, and one far to the right behind it."""
    begin, end = record(0x809, 0x600, 0x10), record(0x0A)
    down, right = record(0x203, 65_535, 0, 0), record(0x203, 0, 2_000, 0)
    jobs.run(old._records(begin + down + end + begin + right + end))
    with pytest.raises(UserError, match="te breed"):
        jobs.run(old._records(begin + down + begin + end + right + end))
