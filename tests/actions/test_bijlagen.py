"""Files that belong to a record: bytes kept once, lines like any other, and nothing kept longer than needed."""

from __future__ import annotations

import hashlib
import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import bekeken, bijlagen, concepten, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.records import ALL, bijlage
from huurdersapp.store import check, contents, undo
from huurdersapp.store.connection import permit
from huurdersapp.store.erase import erase

WITH = [key for key, spec in ALL.items() if bijlage.part_of(spec)]
REQUIRED: dict[str, dict[str, Any]] = {
    "knelpunt": {"titel": "Vocht", "categorie": "onderhoud"},
    "raadpleging": {"titel": "Isolatie"},
    "overleg": {"soort": "rg", "datum": "2019-05-01"},
    "actiepunt": {"wat": "Bellen", "persoon": "Jo"},
    "advies": {"onderwerp": "Verkoop"},
    "partij": {"naam": "Domesta", "soort": "corporatie"},
    "energiebezoek": {"zonder_adres": True, "aangevraagd_op": "2019-05-01"},
    "campagne": {"titel": "Warm wonen"},
    "commissie": {"naam": "De Beuk"},
    "meting": {"indicator": 1, "van": "2019-01-01", "tot": "2019-04-30", "waarde": 3},
    "bijstelling": {"doel": 1, "besloten_op": "2019-06-20", "optie": "doel", "reden": "Er is minder geld."},
    "afwijking": {"doel": 1, "gesignaleerd_op": "2019-05-01", "waarom": "Er zijn te weinig woningen."},
    "activiteitenoverzicht": {"akkoord": 1, "partij": 1, "jaar": 2020},
    "visie": {"naam": "Dorpsvisie Zwartemeer"},
    "brief": {"onderwerp": "Verkoop"},
    "renovatieproject": {"titel": "Gevels"},
    "briefpapier": {"naam": "Ons briefpapier"},
    "verhuurderjaar": {"verhuurder": 1, "jaar": 2019},
    "verslag": {"van": "2019-01-01", "tot": "2019-04-30"},
}
AROUND: list[tuple[str, dict[str, Any]]] = [
    ("partij", {"naam": "Lefier", "soort": "corporatie"}),
    (
        "akkoord",
        {
            "naam": "Akkoord",
            "van_jaar": 2019,
            "tot_jaar": 2024,
            "partijen": [{"partij": 1, "rol": "corporaties"}],
        },
    ),
    ("thema", {"akkoord": 1, "code": "A", "naam": "Wonen"}),
    ("doel", {"thema": 1, "code": "A1", "tekst": "Meer woningen."}),
    ("indicator", {"doel": 1, "code": "A1-I1", "tekst": "Woningen erbij.", "soort": "aantal"}),
    ("verhuurder", {"naam": "Lefier"}),
]
"""What a record of these stands in."""
NOT_ALONE = ("meting", "bijstelling", "afwijking", "activiteitenoverzicht", "verhuurderjaar")
PHOTO = bytes(range(256)) * 40


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "schimmel-slaapkamer.jpg"
    path.write_bytes(PHOTO)
    return path


def size_of(ctx: Context) -> list[tuple[str, int]]:
    with ctx.store.reading() as db:
        rows = db.connection().exec_driver_sql("SELECT sha256, length(bytes) FROM inhoud ORDER BY rowid")
        return [(row[0], row[1]) for row in rows]


def faults(ctx: Context) -> list[str]:
    return jobs.run(check.check(ctx.store))


def raw(ctx: Context, statement: str, *values: object) -> None:
    """Change the file behind everybody's back."""
    with (
        ctx.store.engine.execution_options(write=True).connect() as connection,
        connection.begin(),
        permit(connection),
    ):
        connection.exec_driver_sql(statement, values)


def knelpunt(ctx: Context, *lines: dict[str, Any]) -> dict[str, Any]:
    values = {**REQUIRED["knelpunt"], "bijlagen": list(lines)}
    (made,) = records.create(ctx, ctx.spec("knelpunt"), [values]).records
    return made


def surround(ctx: Context, kind: str) -> None:
    """Make what a record of this kind cannot do without."""
    for other, values in AROUND if kind in NOT_ALONE else ():
        records.create(ctx, ctx.spec(other), [values])


def test_these_kinds_hold_files() -> None:
    assert sorted(WITH) == sorted(REQUIRED)


@pytest.mark.parametrize("kind", sorted(REQUIRED))
def test_a_file_is_a_line_like_any_other(office: Context, kind: str, photo: Path) -> None:
    """Shown, written back unchanged, found, told by history, undone and redone."""
    surround(office, kind)
    spec, begun = office.spec(kind), office.store.head.seq
    part = bijlage.part_of(spec)
    assert part is not None
    line = {**bijlagen.keep(office, photo), "toelichting": "Boven het raam"}
    (made,) = records.create(office, spec, [{**REQUIRED[kind], part.key: [line]}]).records
    number = made["nummer"]
    assert [{key: row[key] for key in line} for row in made[part.key]] == [line]
    assert records.change(office, spec, number, json.loads(json.dumps(made))).records == [made]
    assert office.store.head.seq == begun + 1, "writing back what was shown is no step"
    assert [row["nummer"] for row in lists.find(office, spec, words="schimmel slaapkamer raam")] == [number]
    records.change(office, spec, number, {part.key: []})
    assert bijlagen.unused(office) == [], "a line in the waste bin still has its bytes"
    assert lists.find(office, spec, words="schimmel") == []
    told = [item.event for item in history.history(office, spec, number)[0].happenings]
    assert told == ["weggegooid"]
    undo.undo(office.store)
    assert records.show(office, spec, number) == made
    undo.redo(office.store)
    assert records.show(office, spec, number)[part.key] == []
    assert bijlagen.content(office, line["inhoud"]) == PHOTO
    assert faults(office) == []


def test_what_comes_out_is_what_went_in(office: Context, photo: Path, tmp_path: Path) -> None:
    kept = bijlagen.keep(office, photo)
    assert kept == {
        "naam": "schimmel-slaapkamer.jpg",
        "inhoud": hashlib.sha256(PHOTO).hexdigest(),
        "grootte": len(PHOTO),
    }
    photo.unlink()
    assert bijlagen.content(office, kept["inhoud"]) == PHOTO
    bijlagen.save_as(office, kept["inhoud"], tmp_path / "elders.jpg")
    assert (tmp_path / "elders.jpg").read_bytes() == PHOTO


@pytest.mark.parametrize("size", [0, 1, contents.PIECE - 1, contents.PIECE, contents.PIECE * 2 + 7])
def test_files_of_any_length_are_kept_whole(office: Context, tmp_path: Path, size: int) -> None:
    data = random.Random(size).randbytes(size)
    (tmp_path / "x").write_bytes(data)
    kept = bijlagen.keep(office, tmp_path / "x")
    assert kept["grootte"] == size
    assert bijlagen.content(office, kept["inhoud"]) == data
    assert faults(office) == []


def test_the_same_bytes_are_kept_once(office: Context, photo: Path, tmp_path: Path) -> None:
    first = bijlagen.keep(office, photo)
    again = bijlagen.keep(office, photo.rename(tmp_path / "kopie.jpg"))
    assert (again["inhoud"], again["naam"]) == (first["inhoud"], "kopie.jpg")
    assert size_of(office) == [(first["inhoud"], len(PHOTO))]


def test_keeping_a_file_is_no_step_and_works_while_somebody_reads(office: Context, photo: Path) -> None:
    before = office.store.head.seq
    with office.store.reading() as db:
        db.connection().exec_driver_sql("SELECT count(*) FROM inhoud").scalar()
        kept = bijlagen.keep(office, photo)
        assert db.connection().exec_driver_sql("SELECT count(*) FROM inhoud").scalar() == 0
    assert bijlagen.content(office, kept["inhoud"]) == PHOTO
    assert office.store.head.seq == before


def test_what_is_no_file_to_keep_is_refused_in_words(
    office: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "LIMIT", 1024 * 1024)
    (tmp_path / "film.mp4").write_bytes(bytes(1024 * 1024 + 1))
    os.mkfifo(tmp_path / "pijp")
    for path, words in {
        tmp_path / "film.mp4": "te groot: meer dan 1 MB",
        tmp_path: "is een map",
        tmp_path / "weg.pdf": "bestaat niet",
        tmp_path / "pijp": "geen gewoon bestand",
        tmp_path / "nul\0": "bestaat niet",
    }.items():
        with pytest.raises(UserError, match=words) as told:
            bijlagen.keep(office, path)
        assert told.value.hint
    monkeypatch.setattr(Path, "open", refuse)
    (tmp_path / "dicht.pdf").touch()
    with pytest.raises(UserError, match="kan niet worden gelezen"):
        bijlagen.keep(office, tmp_path / "dicht.pdf")
    assert size_of(office) == []


def refuse(self: Path, *how: object) -> None:
    raise PermissionError(13, "refused")


def test_a_file_that_changes_while_it_is_read_is_not_kept(office: Context, tmp_path: Path) -> None:
    class Growing:
        """Gives other bytes the second time."""

        def __init__(self) -> None:
            self.rounds, self.left = 0, 0
            self.seek(0)

        def seek(self, place: int) -> None:
            self.rounds, self.left = self.rounds + 1, 3

        def read(self, size: int) -> bytes:
            self.left -= 1
            return bytes([self.rounds]) if self.left >= 0 else b""

    with pytest.raises(UserError, match="veranderde terwijl het werd gelezen"):
        jobs.run(contents.keep(office.store, Growing()))  # type: ignore[arg-type]  # all that is asked of a file
    assert size_of(office) == []
    assert faults(office) == []


def test_a_line_without_its_bytes_is_refused_in_words(office: Context, photo: Path) -> None:
    kept = bijlagen.keep(office, photo)
    spec = office.spec("knelpunt")
    for wrong, words in [
        ({**kept, "inhoud": "0" * 64}, "ligt niet in de administratie"),
        ({**kept, "inhoud": kept["inhoud"].upper()}, "ligt niet in de administratie"),
        ({**kept, "grootte": 5}, f"is {len(PHOTO)} bytes groot"),
        ({"naam": "x.jpg"}, "Vul ‘Inhoud’ in"),
        ({"inhoud": kept["inhoud"]}, "Vul ‘Naam van het bestand’ in"),
    ]:
        with pytest.raises(UserError, match=words) as told:
            knelpunt(office, {**wrong})
        assert "bijlagen, regel 1" in told.value.text
    assert records.create(office, spec, [{**REQUIRED["knelpunt"]}]).records[0]["bijlagen"] == []
    del kept["grootte"]
    assert knelpunt(office, kept)["bijlagen"][0]["grootte"] == len(PHOTO)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "_.._.._etc_passwd"),
        ("CON.txt", "_CON.txt"),
        ('vraag? "ja".pdf', "vraag_ _ja_.pdf"),
        ("...", "bijlage"),
        (".verborgen", "_.verborgen"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("\u00e9\0.jpg", "\u00e9_.jpg"),
        ("C:\\map\\x.txt", "C__map_x.txt"),
    ],
)
def test_a_name_that_a_system_does_not_take_still_opens(
    office: Context, photo: Path, name: str, safe: str
) -> None:
    copy = bijlagen.open_copy(office, bijlagen.keep(office, photo)["inhoud"], name)
    assert copy.name == safe
    assert copy.parent.parent == office.folder / bekeken.COPIES
    assert copy.read_bytes() == PHOTO


def test_a_name_with_signs_that_no_text_has_is_kept_without_them(office: Context, tmp_path: Path) -> None:
    kept = bijlagen.keep(office, tmp_path / make(tmp_path, "foto\n1 e\u0301\udcff.txt"))
    assert kept["naam"] == "foto_1 \u00e9_.txt"
    assert knelpunt(office, kept)["bijlagen"][0]["naam"] == kept["naam"]


def make(folder: Path, name: str) -> str:
    (folder / name).write_bytes(b"inhoud")
    return name


def test_a_copy_to_look_at_is_private_read_only_and_goes_away(office: Context, photo: Path) -> None:
    kept = bijlagen.keep(office, photo)
    one = bijlagen.open_copy(office, kept["inhoud"], kept["naam"])
    two = bijlagen.open_copy(office, kept["inhoud"], kept["naam"])
    assert one != two
    assert one.read_bytes() == two.read_bytes() == PHOTO
    assert one.stat().st_mode & 0o777 == 0o400
    assert one.parent.stat().st_mode & 0o077 == 0
    bijlagen.remove_copies(office)
    assert not (office.folder / bekeken.COPIES).exists()
    bijlagen.remove_copies(office)
    with pytest.raises(UserError, match="staat niet in de administratie"):
        bijlagen.open_copy(office, "0" * 64, "x")


def test_contents_are_kept_as_long_as_anything_may_ask_for_them(office: Context, tmp_path: Path) -> None:
    """By a line, in the waste bin, in a step to undo or to redo, in a concept; the rest goes."""
    spec = office.spec("knelpunt")
    kept = {name: bijlagen.keep(office, tmp_path / make_with(tmp_path, name)) for name in "abcdefg"}
    key = {name: line["inhoud"] for name, line in kept.items()}
    knelpunt(office, kept["a"])
    binned = knelpunt(office, kept["b"])
    records.discard(office, spec, binned["nummer"])
    changed = knelpunt(office, kept["c"])
    (line,) = changed["bijlagen"]
    records.change(office, spec, changed["nummer"], {"bijlagen": [{**line, **kept["d"]}]})
    concept = concepten.keep(office, concepten.Concept(soort="knelpunt", gegevens={"bijlagen": [kept["f"]]}))
    knelpunt(office, kept["e"])
    undo.undo(office.store)
    assert bijlagen.unused(office) == [key["g"]]
    assert bijlagen.tidy(office) == 1
    assert sorted(sha for sha, _ in size_of(office)) == sorted(key[name] for name in "abcdef")
    undo.redo(office.store)
    undo.undo(office.store)
    knelpunt(office)
    assert bijlagen.unused(office) == [key["e"]], "what was undone cannot be redone after something new"
    concepten.drop(office, concept.id)
    assert bijlagen.tidy(office) == 2
    assert faults(office) == []
    while undo.undoable(office.store):
        undo.undo(office.store)
    assert faults(office) == []


def make_with(folder: Path, name: str) -> str:
    (folder / name).write_bytes(name.encode() * 5000)
    return name


def test_erasing_an_attachment_takes_its_bytes_along(office: Context, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_bytes(b"Wxyqz Vujkpelstra " * 900)
    (tmp_path / "ander.txt").write_bytes(b"gedeeld")
    secret = bijlagen.keep(office, tmp_path / "brief.txt")
    shared = bijlagen.keep(office, tmp_path / "ander.txt")
    made = knelpunt(office, secret, shared)
    other = knelpunt(office, shared)
    spec = office.spec("knelpunt")
    first, second = made["bijlagen"]
    # It was another content before: that one goes too.
    records.change(office, spec, made["nummer"], {"bijlagen": [{**first, **shared}, second]})
    for line in (first, second):
        erase(
            office.store,
            "knelpunt_bijlage",
            line["id"],
            ["naam", "inhoud", "toelichting"],
            "Gewist",
            "verzoek",
        )
    assert [sha for sha, _ in size_of(office)] == [shared["inhoud"]], "another record has it too"
    shown = records.show(office, spec, made["nummer"])
    assert [line["naam"] for line in shown["bijlagen"]] == ["(gewist)", "(gewist)"]
    assert faults(office) == []
    # What was erased stands in nobody's way.
    records.change(office, spec, made["nummer"], {**shown, "titel": "Anders"})
    erase(office.store, "knelpunt_bijlage", other["bijlagen"][0]["id"], ["inhoud"], "Gewist", "verzoek")
    assert size_of(office) == []
    assert faults(office) == []


def test_the_check_finds_bytes_that_are_gone_or_changed(office: Context, photo: Path) -> None:
    kept = bijlagen.keep(office, photo)
    knelpunt(office, kept)
    assert faults(office) == []
    raw(office, "UPDATE inhoud SET bytes = zeroblob(grootte)")
    assert [fault for fault in faults(office) if "later veranderd" in fault]
    raw(office, "UPDATE inhoud SET bytes = ?", PHOTO)
    assert faults(office) == []
    raw(office, "UPDATE inhoud SET grootte = 5")
    assert len(faults(office)) == 2
    raw(office, "DELETE FROM inhoud")
    assert faults(office) == ["De inhoud van bijlage ‘schimmel-slaapkamer.jpg’ ontbreekt."]
    with pytest.raises(UserError, match="staat niet in de administratie"):
        bijlagen.content(office, kept["inhoud"])
