"""When copies are made and cleared away, on what people are told, and the one on a stick."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from huurdersapp.actions import reservekopie, vandaag, verwerkingen
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import backup, copies, damage, sticks, tidying
from tests.actions.conftest import Made
from tests.full_disk import fill, small_disk

HOUR = timedelta(hours=1)
POINTS = 20


def made_kern(made: Made, name: str) -> None:
    made("kern", naam=name, soort="kern")


def test_a_copy_is_due_half_an_hour_after_the_last_and_only_when_something_changed(
    office: Context, made: Made
) -> None:
    start = clock.now()
    assert not reservekopie.due(office)
    assert not reservekopie.due(office, closing=True), "nothing was made yet"
    made_kern(made, "Een")
    assert reservekopie.due(office, closing=True)
    with clock.fixed(start + HOUR):
        copy = jobs.run(reservekopie.regular(office))
        assert copy is not None
        assert copy.name.endswith("-tussendoor")
        assert not reservekopie.due(office)
        assert jobs.run(reservekopie.regular(office, closing=True)) is None, "nothing changed since"
        made_kern(made, "Twee")
        assert not reservekopie.due(office), "not yet half an hour"
    with clock.fixed(start + 2 * HOUR):
        assert reservekopie.due(office)
        closing = jobs.run(reservekopie.regular(office, closing=True))
        assert closing is not None
        assert closing.name.endswith("-afsluiten")
        made_kern(made, "Drie")
    with clock.fixed(start):
        assert reservekopie.due(office), "a clock that was turned back is no reason to wait"


def test_a_copy_from_a_clock_that_was_wrong_is_not_the_newest_and_asks_for_no_more_of_them(
    office: Context, made: Made
) -> None:
    made_kern(made, "Een")
    with clock.fixed(clock.now() + timedelta(days=2000)):
        later = jobs.run(reservekopie.make(office))
    assert not reservekopie.due(office, closing=True), "nothing changed since"
    made_kern(made, "Twee")
    copy = jobs.run(reservekopie.make(office))
    assert reservekopie.laatste_goede(office.folder) == copies.read(copy)
    assert not reservekopie.due(office)
    assert not reservekopie.due(office, closing=True)
    made_kern(made, "Drie")
    assert not reservekopie.due(office), "not yet half an hour"
    assert reservekopie.lijst(office.folder)[-1].path == later
    tidying.tidy(office.folder, months=12, cap=0)
    assert copy.is_dir()


def test_a_clock_that_is_years_ahead_takes_no_copies_away(office: Context, made: Made) -> None:
    start = clock.now()
    for day in range(4):
        with clock.fixed(start + timedelta(days=day)):
            made_kern(made, str(day))
            jobs.run(reservekopie.make(office))
    with clock.fixed(start + timedelta(days=4000)):
        made_kern(made, "Later")
        jobs.run(reservekopie.make(office))
        assert len(reservekopie.lijst(office.folder)) == 5
    with clock.fixed(start + timedelta(days=4001)):
        made_kern(made, "De klok loopt")
        jobs.run(reservekopie.make(office))
        assert len(reservekopie.lijst(office.folder)) == 2


def test_no_copy_is_made_of_a_damaged_store_nor_of_what_may_only_be_read(office: Context, made: Made) -> None:
    made_kern(made, "Een")
    copy = jobs.run(reservekopie.make(office))
    made_kern(made, "Twee")
    damage.mark(office.folder, ("kapot",))
    assert not reservekopie.due(office, closing=True)
    for job in (reservekopie.make(office), reservekopie.before(office, reservekopie.LOADING)):
        with pytest.raises(UserError, match="omdat de administratie beschadigd is"):
            jobs.run(job)
    assert [each.path for each in reservekopie.lijst(office.folder)] == [copy]
    with opened(copy, read_only=True) as looked:
        assert not reservekopie.due(looked, closing=True)
        with pytest.raises(UserError, match="alleen lezen"):
            jobs.run(reservekopie.make(looked))
        lacking = reservekopie.vergelijk(office, copy)
    assert lacking.steps == 1
    assert lacking.kinds == (("kern", 1),)


def test_before_something_that_goes_deep_a_copy_is_made_once(office: Context, made: Made) -> None:
    made_kern(made, "Een")
    first = jobs.run(reservekopie.before(office, reservekopie.LOADING))
    assert first.name.endswith("-voor-laden")
    assert jobs.run(reservekopie.before(office, reservekopie.ERASING)) == first
    made_kern(made, "Twee")
    assert jobs.run(reservekopie.before(office, reservekopie.ERASING)) != first


def test_the_example_is_not_copied_by_itself(own_example: Context) -> None:
    with clock.fixed(clock.now() + 99 * HOUR):
        assert not reservekopie.due(own_example, closing=True)
    with pytest.raises(UserError, match="voorbeeld"):
        jobs.run(reservekopie.usb(own_example, own_example.folder))


def test_copies_older_than_contact_data_may_be_kept_go_with_the_next_one(
    office: Context, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = clock.now()
    for days in range(0, 500, 50):
        with clock.fixed(start + timedelta(days=days)):
            made_kern(made, f"Kern {days}")
            backup.make(office.store.path, office.store.key, copies.CLOSING)
    with clock.fixed(start + timedelta(days=451)):
        monkeypatch.setattr(verwerkingen, "langste_contact", lambda _ctx: 6)
        jobs.run(reservekopie.make(office))
        ages = [(clock.now() - copy.made_at).days for copy in reservekopie.lijst(office.folder)]
    assert ages == [0, 1, 51, 101, 151]


def test_an_older_copy_without_a_note_is_listed_by_its_name(office: Context) -> None:
    copy = jobs.run(reservekopie.make(office))
    (copy / copies.NOTE).unlink()
    old = copy.rename(copy.with_name("2019-03-05-120000-voor-bijwerken-2"))
    (copy.parent / "2019-03-05-130000-leeg").mkdir()
    (found,) = reservekopie.lijst(office.folder)
    assert (found.path, found.why, found.verified) == (old, "voor-bijwerken", False)
    assert f"{found.made_at:%Y-%m-%d %H:%M}" == "2019-03-05 12:00"
    assert found.words == "voor het bijwerken van het programma"
    copies.write_note(old, copies.Note(clock.now(), "met-de-hand", 1, True))
    assert not reservekopie.lijst(office.folder)[0].verified, "it is not as large as the note says"


def test_room_is_told_and_capped(office: Context, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        made_kern(made, f"Kern {number}")
        jobs.run(reservekopie.make(office))
    used = reservekopie.gebruik(office.folder)
    assert (used.grens, used.zinnen) == (2_000_000_000, ())
    assert used.bytes == sum(copy.size for copy in reservekopie.lijst(office.folder))
    monkeypatch.setattr(tidying, "MEGABYTE", 5_000)
    assert reservekopie.gebruik(office.folder).zinnen[0].startswith("De reservekopieën nemen meer ruimte")
    jobs.run(reservekopie.make(office))
    assert len(reservekopie.lijst(office.folder)) == 3
    tight = shutil.disk_usage(office.folder)._replace(free=499_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: tight)
    assert (
        reservekopie.gebruik(office.folder).zinnen[-1].startswith("Op de schijf is minder dan 500 MB vrij.")
    )


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    monkeypatch.setattr(sticks, "device_of", lambda path: hash(path))
    return place


def test_a_copy_on_a_stick_is_read_back_and_remembered(office: Context, made: Made, stick: Path) -> None:
    made_kern(made, "Een")
    assert reservekopie.usb_laatst(office) is None
    path = jobs.run(reservekopie.usb(office, stick))
    (found,) = reservekopie.zoek(stick)
    assert (found.path, found.verified) == (path, True)
    last = reservekopie.usb_laatst(office)
    assert last is not None
    assert (last.path, last.at) == (path, found.made_at)
    with opened(path, read_only=True) as ctx:
        assert ctx.store.read_only is not None
    made_kern(made, "Twee")
    second = jobs.run(reservekopie.usb(office, stick))
    assert [each.path for each in reservekopie.usb_gemaakt(office)] == [second, path]
    assert reservekopie.zoek(path / copies.STORE)[0].path == path


SPOILS: dict[str, Callable[[Path], object]] = {
    "another byte": lambda path: path.write_bytes(path.read_bytes()[:-1] + b"\0"),
    "shorter": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"\0"),
}


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_stick_that_gives_back_something_else_is_not_trusted(
    office: Context, stick: Path, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    real = sticks._compare

    def spoiled(source: Path, target: Path) -> jobs.Job[None]:
        if target.name == copies.STORE:
            SPOILS[spoil](target)
        return (yield from real(source, target))

    monkeypatch.setattr(sticks, "_compare", spoiled)
    with pytest.raises(UserError, match="iets anders terug"):
        jobs.run(reservekopie.usb(office, stick))
    assert list((stick / copies.ON_STICK).iterdir()) == []
    assert reservekopie.usb_laatst(office) is None


def test_a_place_on_the_same_disk_a_full_stick_and_one_that_is_gone_are_refused(
    office: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(reservekopie.SameDisk, match="dezelfde schijf"):
        jobs.run(reservekopie.usb(office, tmp_path))
    assert reservekopie.lijst(office.folder) == (), "nothing was made in vain"
    assert jobs.run(reservekopie.usb(office, tmp_path, sure=True)).is_dir()
    with pytest.raises(UserError, match="is er niet"):
        jobs.run(reservekopie.usb(office, tmp_path / "weg"))
    small = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: small)
    with pytest.raises(UserError, match="te weinig ruimte"):
        jobs.run(reservekopie.usb(office, tmp_path, sure=True))


def test_sticks_are_found_where_systems_mount_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huurdersapp.store.sticks.sys.platform", "win32")
    monkeypatch.setattr(sticks, "_letters", lambda: iter(["E:\\"]))
    assert [str(path) for path in sticks.places()] == ["E:\\"]
    monkeypatch.setattr("huurdersapp.store.sticks.sys.platform", "linux")
    inside = {"/media": ["jo", "cdrom"], "/media/jo": ["STICK"], "/run/media": [], "/media/cdrom": []}
    monkeypatch.setattr(
        sticks, "_inside", lambda home: [home / name for name in inside.get(home.as_posix(), [])]
    )
    monkeypatch.setattr(
        "huurdersapp.store.sticks.os.path.ismount", lambda path: path.name in ("STICK", "cdrom")
    )
    assert [path.as_posix() for path in sticks.places()] == ["/media/cdrom", "/media/jo/STICK"]


def test_a_copy_on_a_disk_that_fills_up_leaves_nothing_behind_and_loses_nothing(
    office_made: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        if disk is None:
            return
        folder = shutil.copytree(office_made, disk / "gegevens")
        with opened(folder) as ctx:
            size = ctx.store.path.stat().st_size
            for point in range(POINTS):
                ballast = fill(disk, size * point // POINTS)
                with pytest.raises(UserError, match="schijf is vol"):
                    jobs.run(reservekopie.make(ctx))
                assert list((folder / copies.FOLDER).iterdir()) == [], point
                ballast.unlink()
            assert jobs.run(reservekopie.make(ctx)).is_dir()
        print(f"{POINTS} keer vol tijdens een reservekopie: 0 half, 0 kwijt")


def test_vandaag_asks_for_a_copy_on_a_stick_after_a_month_without(
    office: Context, made: Made, stick: Path
) -> None:
    def asked() -> list[str]:
        return [line.words for line in vandaag.today(office).let_op if line.target.kind == "reservekopieen"]

    made_kern(made, "Een")
    start = clock.now()
    assert asked() == []
    with clock.fixed(start + timedelta(days=30)):
        assert asked()[0].startswith("Er is nog geen kopie op een usb-stick.")
        jobs.run(reservekopie.usb(office, stick))
        assert asked() == []
    with clock.fixed(start + timedelta(days=60)):
        assert asked() == ["De laatste kopie op een usb-stick is van 2 oktober 2019. Maak er weer een."]
