"""The password of the administration, as window and command line ask for it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from huurdersapp.actions import plaats, records, sleutelbos, sleutels, wachtwoord
from huurdersapp.actions.sleutels import Eerste
from huurdersapp.app import opened
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import backup, driver, keys, preferences, slots, sticks
from huurdersapp.store.lock import FolderLock

FIRST, OTHER, THIRD = (
    "kwelder tuba penseel klooster zinken koffie",
    "loslaten lijster prei kennis bassist tunnel",
    "postbode marmer rubber deurknop erven lepel",
)


class Ring(KeyringBackend):
    """A key ring in memory."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.shut = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.shut:
            raise KeyringLocked
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.shut:
            raise KeyringLocked
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]


class Nothing(Ring):
    """What is there where no system has one."""

    priority = 0


@pytest.fixture(autouse=True, scope="module")
def _cheap() -> Iterator[None]:
    """New slots cost nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "COST", slots.Cost(8, 1, 1))
        yield


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    """The key ring of this computer."""
    made = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    return made


@pytest.fixture
def folder(office_made: Path, data_folder: Path) -> Path:
    """A closed administration without a password."""
    shutil.copytree(office_made, data_folder)
    return data_folder


@pytest.fixture(scope="module")
def dicht(office_made: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Eerste]:
    """One with a password."""
    folder = tmp_path_factory.mktemp("dicht") / "gegevens"
    shutil.copytree(office_made, folder)
    return folder, jobs.run(sleutels.eerste_wachtwoord(folder, FIRST))


@pytest.fixture
def locked(dicht: tuple[Path, Eerste], data_folder: Path) -> Path:
    """A copy of it for this test alone."""
    shutil.copytree(dicht[0], data_folder)
    return data_folder


def kinds(folder: Path) -> list[str]:
    return [slot.soort for slot in sleutels.toestand(folder).sloten]


def test_the_first_password_tells_what_went_and_what_lies_elsewhere(folder: Path) -> None:
    with opened(folder) as ctx:
        copy = backup.make(ctx.store.path, ctx.store.key, "met-de-hand")
        noted = [{"map": "E:/huurdersapp-reservekopie/2026-01-03", "op": "2026-01-03T12:00:00Z"}]
        preferences.put(ctx.store, sticks.KEY, noted)
    assert kinds(folder) == ["open"]
    done = jobs.run(sleutels.eerste_wachtwoord(folder, FIRST))
    assert (done.weg, done.elders, done.let_op) == (
        (copy.name,),
        ("E:/huurdersapp-reservekopie/2026-01-03",),
        "",
    )
    assert kinds(folder) == ["wachtwoord", "herstelcode"]
    with pytest.raises(UserError, match="al een wachtwoord"):
        jobs.run(sleutels.eerste_wachtwoord(folder, OTHER))
    with opened(folder, secret=done.herstelcode) as ctx:
        assert ctx.store.opened_with == "herstelcode"


def test_the_code_reaches_the_person_also_when_no_copy_can_be_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> Path:
        raise UserError("De schijf is vol.", "Maak ruimte vrij.")

    monkeypatch.setattr(backup, "make", full)
    done = jobs.run(sleutels.eerste_wachtwoord(folder, FIRST))
    assert done.let_op == "De schijf is vol. Maak ruimte vrij."
    assert keys.opened(folder, done.herstelcode)[1] == "herstelcode"


def test_each_changes_their_own_and_the_last_one_stays(locked: Path, dicht: tuple[Path, Eerste]) -> None:
    code = dicht[1].herstelcode
    sleutels.tweede(locked, FIRST, " Fatima ", OTHER)
    key = keys.unlock(locked, OTHER)
    assert [slot.naam for slot in sleutels.toestand(locked, key).sloten] == ["", "", "Fatima"]
    assert [slot.naam for slot in sleutels.toestand(locked).sloten] == ["", "", ""]
    assert b"Fatima" not in (locked / keys.FILE).read_bytes()
    sleutels.wijzig(locked, OTHER, THIRD)
    assert [keys.opened(locked, each)[1] for each in (FIRST, THIRD, code)] == [
        "wachtwoord",
        "tweede",
        "herstelcode",
    ]
    assert sleutels.toestand(locked, key).sloten[-1].naam == "Fatima"
    with pytest.raises(UserError, match="andere bestuurslid"):
        sleutels.wijzig(locked, FIRST, THIRD)
    sleutels.wijzig(locked, code, OTHER)
    with pytest.raises(keys.WrongSecret):
        keys.unlock(locked, FIRST)
    sleutels.tweede_weg(locked, THIRD)
    assert kinds(locked) == ["herstelcode", "wachtwoord"]
    assert keys.unlock(locked, OTHER) == key
    with pytest.raises(UserError, match="geen tweede"):
        sleutels.tweede_weg(locked, OTHER)


def test_the_password_of_a_second_one_is_never_the_last(locked: Path) -> None:
    sleutels.tweede(locked, FIRST, "Fatima", OTHER)
    content = keys.content(locked)
    content.sloten = [slot for slot in content.sealed() if slot.waarmee != "wachtwoord"]
    keys.write(locked, content)
    with pytest.raises(UserError, match="enige wachtwoord"):
        sleutels.tweede_weg(locked, OTHER)


def test_a_new_key_asks_for_the_password_itself(locked: Path, dicht: tuple[Path, Eerste]) -> None:
    sleutels.tweede(locked, FIRST, "Fatima", OTHER)
    before = keys.unlock(locked, FIRST)
    for secret in (OTHER, dicht[1].herstelcode):
        with pytest.raises(UserError, match="wachtwoord zelf"):
            jobs.run(sleutels.nieuwe_sleutel(locked, secret))
    done = jobs.run(sleutels.nieuwe_sleutel(locked, FIRST))
    assert keys.unlock(locked, FIRST) != before
    assert kinds(locked) == ["wachtwoord", "herstelcode"]
    for void in (OTHER, dicht[1].herstelcode):
        with pytest.raises(keys.WrongSecret):
            keys.unlock(locked, void)
    assert len(done.weg) == 1


def test_nothing_is_changed_while_somebody_has_it_open(locked: Path) -> None:
    lock = FolderLock(locked)
    lock.acquire()
    before = (locked / keys.FILE).read_bytes()
    for work in (
        lambda: sleutels.wijzig(locked, FIRST, OTHER),
        lambda: sleutels.nieuwe_herstelcode(locked, FIRST),
        lambda: jobs.run(sleutels.nieuwe_sleutel(locked, FIRST)),
    ):
        with pytest.raises(UserError, match="al geopend"):
            work()
    lock.release()
    assert (locked / keys.FILE).read_bytes() == before


def test_this_computer_remembers_the_key_until_it_is_told_to_forget_it(locked: Path, ring: Ring) -> None:
    assert sleutels.toestand(locked).onthouden_kan
    assert sleutels.onthouden_sleutel(locked) is None
    sleutels.onthoud(locked, FIRST)
    key = sleutels.onthouden_sleutel(locked)
    assert sleutels.toestand(locked).onthouden
    with opened(locked, key=key) as ctx:
        assert ctx.store.path == locked / driver.FILE
    sleutels.wijzig(locked, FIRST, OTHER)
    assert sleutels.onthouden_sleutel(locked) == key, "another password is the same key"
    sleutels.vergeet(locked)
    assert ring.kept == {}
    assert not sleutels.toestand(locked).onthouden


def test_a_remembered_key_that_no_longer_fits_is_not_used(locked: Path, ring: Ring) -> None:
    sleutels.onthoud(locked, FIRST)
    old = dict(ring.kept)
    jobs.run(sleutels.nieuwe_sleutel(locked, FIRST))
    assert ring.kept == {}
    ring.kept = old
    assert sleutels.onthouden_sleutel(locked) is None


def test_without_a_key_ring_it_says_so(locked: Path, monkeypatch: pytest.MonkeyPatch, ring: Ring) -> None:
    ring.shut = True
    with pytest.raises(UserError, match="niet bewaard"):
        sleutels.onthoud(locked, FIRST)
    assert sleutels.onthouden_sleutel(locked) is None
    monkeypatch.setattr(keyring, "get_keyring", Nothing)
    assert not sleutels.toestand(locked).onthouden_kan
    with pytest.raises(UserError, match="geen plaats"):
        sleutels.onthoud(locked, FIRST)
    sleutels.vergeet(locked)


def test_a_key_ring_that_never_answers_is_not_waited_for(
    locked: Path, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = Event()
    asked: list[str] = []

    def hangs(service: str, username: str) -> None:
        asked.append(service)
        never.wait()

    sleutels.onthoud(locked, FIRST)
    monkeypatch.setattr(sleutelbos, "PATIENCE", 0.01)
    monkeypatch.setattr(ring, "get_password", hangs)
    assert sleutels.onthouden_sleutel(locked) is None
    found = sleutels.toestand(locked)
    assert (found.onthouden, found.onthouden_kan) == (False, False)
    assert len(asked) == 1, "it is not asked again"
    never.set()


def test_what_is_remembered_goes_along_with_a_move(locked: Path, ring: Ring, tmp_path: Path) -> None:
    sleutels.onthoud(locked, FIRST)
    key = sleutels.onthouden_sleutel(locked)
    moved = jobs.run(plaats.verhuis(locked, tmp_path / "nieuw", key=key))
    assert sleutels.onthouden_sleutel(moved.to) == key
    assert len(ring.kept) == 1


def test_the_name_of_the_organisation_is_no_password(folder: Path) -> None:
    name = "Huurdersvereniging De Linde 2026 Klazienaveen"
    assert wachtwoord.sterkte(name).genoeg, "only who knows the organisation guesses it"
    before = (folder / keys.FILE).read_bytes()
    with opened(folder) as ctx:
        own = {"naam": "Huurdersvereniging De Linde", "plaats": "Klazienaveen", "eigen": True}
        records.create(ctx, ctx.spec("partij"), [own | {"soort": "huurdersorganisatie"}])
    with pytest.raises(UserError, match="niet sterk genoeg"):
        jobs.run(sleutels.eerste_wachtwoord(folder, name))
    assert (folder / keys.FILE).read_bytes() == before
    jobs.run(sleutels.eerste_wachtwoord(folder, FIRST))
    with pytest.raises(UserError, match="niet sterk genoeg"):
        sleutels.wijzig(folder, FIRST, name)
    with pytest.raises(UserError, match="niet sterk genoeg"):
        sleutels.tweede(folder, FIRST, "Fatima", name)
