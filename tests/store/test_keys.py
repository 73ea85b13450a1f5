"""The slots of the key file: what opens them, what does not, and that damage is never taken for a wrong password."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from huurdersapp.actions import sleutels, vooraf
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.store import attempts, driver, keys, recovery_code, securing, slots
from huurdersapp.store.damage import Damaged
from huurdersapp.store.slots import Cost
from tests.readonly import state
from tests.store import proef, secured
from tests.store.secured import OTHER, PASSWORD, cheap

__all__ = ["cheap"]
ODD = {
    "quotes": "a'b\"c`d''; --",
    "percent": "100% van %s en {naam}",
    "euro and at": "€uro@thuis.nl",
    "spaces at the ends": "  twee voor, een na ",
    "accents": "crème brûlée één",
    "a thousand signs": "woord " * 166 + "slot",
    "an emoji": "fiets 🚲",
    "a tab and a zero": "a\tb\x00c",
}


@pytest.fixture(scope="module")
def locked(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A store with a password: its folder, recovery code and key."""
    folder = proef.copied(prepared, tmp_path_factory.mktemp("dicht") / "administratie")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "COST", secured.CHEAP)
        return folder, *secured.first(folder)


@pytest.fixture
def own(locked: tuple[Path, str, str], tmp_path: Path) -> tuple[Path, str, str]:
    """The same for this test alone."""
    return proef.copied(locked[0], tmp_path / "administratie"), *locked[1:]


def test_the_costs_are_those_that_keep_a_thief_busy(tmp_path: Path) -> None:
    assert Cost(64 * 1024, 3, 4) == slots.COST
    key = keys.new_key()
    slot = slots.seal(slots.PASSWORD, PASSWORD, key)
    assert slots.unseal(slot, PASSWORD) == key
    assert slots.unseal(slot, OTHER) is None


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_odd_passwords_open_and_nothing_like_them_does(odd: str, cheap: None) -> None:
    key = keys.new_key()
    slot = slots.seal(slots.PASSWORD, odd, key)
    assert slots.unseal(slot, odd) == key
    assert slots.unseal(slot, unicodedata.normalize("NFD", odd)) == key
    for other in (odd.strip() + " x", odd.swapcase(), odd[:-1], odd + " ", odd.replace("é", "e") + "e"):
        assert slots.unseal(slot, other) is None


@pytest.mark.parametrize(
    "refused", ["", "x" * 10_001, "half \ud83d teken"], ids=["empty", "endless", "half a sign"]
)
def test_what_is_no_password_is_refused_in_words(refused: str, own: tuple[Path, str, str]) -> None:
    with pytest.raises(UserError, match="leeg|te lang|niet leesbaar"):  # noqa: RUF043
        keys.unlock(own[0], refused)


def test_each_secret_opens_and_says_which_it_was(own: tuple[Path, str, str], cheap: None) -> None:
    folder, code, key = own
    with secured.held(folder):
        securing.second(folder, PASSWORD, "Fatima", OTHER)
    ways = {
        PASSWORD: "wachtwoord",
        code: "herstelcode",
        code.lower().replace("-", " "): "herstelcode",
        OTHER: "tweede",
    }
    for secret, kind in ways.items():
        assert keys.opened(folder, secret) == (key, kind)
    with proef.opened(folder, secret=code) as store:
        assert (store.opened_with, store.key) == ("herstelcode", key)
    with proef.opened(folder, key=key) as store:
        assert store.opened_with == "sleutel"


def test_without_the_right_secret_nothing_opens(own: tuple[Path, str, str]) -> None:
    folder = own[0]
    assert keys.needs_secret(folder)
    before = (folder / driver.FILE).read_bytes()
    for key in (None, keys.new_key(), "niets"):
        with pytest.raises(keys.Locked, match="beveiligd"):
            keys.opened(folder, key=key)
    with pytest.raises(keys.WrongSecret, match="Het wachtwoord klopt niet"):
        keys.opened(folder, OTHER)
    with pytest.raises(keys.Locked), proef.opened(folder):
        pass
    assert (folder / driver.FILE).read_bytes() == before


def edit(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        content = msgspec.json.decode(path.read_bytes())
        change(content)
        path.write_bytes(msgspec.json.encode(content))

    return do


def flip(path: Path) -> None:
    text = path.read_text()
    at = text.index("gesloten") + 30
    path.write_text(text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :])


DAMAGE = {
    "a flipped sign in a slot": flip,
    "half a file": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "no slots": edit(lambda content: content.update(sloten=[])),
    "a slot gone": edit(lambda content: content["sloten"].pop()),
    "no sum": edit(lambda content: content.pop("som")),
    "another mark": edit(lambda content: content.update(merk="0" * 16)),
    "a cost that would choke": lambda path: path.write_text(
        path.read_text().replace('"geheugen": 8', '"geheugen": 1048577')
    ),
    "rounds without end": lambda path: path.write_text(
        path.read_text().replace('"rondes": 1', '"rondes": 11')
    ),
    "brackets without end": lambda path: path.write_bytes(b"[" * 90_000),
    "another file under its name": lambda path: path.write_bytes(path.read_bytes() + b" " * 20_000_000),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_key_file_is_told_as_that(
    damage: Callable[[Path], None], own: tuple[Path, str, str]
) -> None:
    folder = own[0]
    damage(folder / keys.FILE)
    with pytest.raises(UserError, match="sleutelbestand") as told:
        keys.unlock(folder, PASSWORD)
    assert not isinstance(told.value, keys.WrongSecret)
    assert not (folder / attempts.FILE).exists()


def test_a_slot_is_bound_to_its_kind_its_name_and_its_cost(cheap: None) -> None:
    slot = slots.seal(slots.CODE, PASSWORD, keys.new_key())
    for change in ({"waarmee": slots.PASSWORD}, {"id": "0" * 16}, {"kosten": Cost(16, 1, 1)}):
        assert slots.unseal(msgspec.structs.replace(slot, **change), PASSWORD) is None


def test_a_damaged_store_is_told_as_that_with_the_right_password(own: tuple[Path, str, str]) -> None:
    path = own[0] / driver.FILE
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged), proef.opened(own[0], secret=PASSWORD):
        pass
    with pytest.raises(keys.WrongSecret), proef.opened(own[0], secret=OTHER):
        pass


def test_a_key_file_of_before_passwords_is_still_read(folder: Path) -> None:
    key = keys.read(folder)
    old = {"formaat": 1, "sloten": [{"soort": "open", "sleutel": key}], "in_gebruik": True}
    (folder / keys.FILE).write_bytes(msgspec.json.encode(old))
    with proef.opened(folder) as store:
        assert (store.key, store.opened_with) == (key, "open")


def test_wrong_ones_make_it_wait_longer_and_the_right_one_ends_it(own: tuple[Path, str, str]) -> None:
    folder, waits = own[0], []
    now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    for _try in range(12):
        with clock.fixed(now), pytest.raises(keys.WrongSecret) as told:
            keys.unlock(folder, OTHER)
        waits.append(told.value.wait)
        now += timedelta(seconds=told.value.wait)
    assert waits == [0, 0, 0, 0, 5, 10, 20, 40, 60, 60, 60, 60]
    with clock.fixed(now - timedelta(seconds=1)), pytest.raises(keys.WrongSecret, match="te vaak") as told:
        keys.unlock(folder, PASSWORD)
    assert told.value.wait == 1
    assert told.value.hint == "Over 1 seconde kunt u het opnieuw proberen."
    with clock.fixed(now):
        assert keys.unlock(folder, PASSWORD) == own[2]
    assert not (folder / attempts.FILE).exists()


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=4000)])
def test_a_clock_that_was_set_back_neither_opens_nor_locks_for_ever(back: timedelta, tmp_path: Path) -> None:
    now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    with clock.fixed(now):
        for _try in range(9):
            attempts.missed(tmp_path)
    with clock.fixed(now - back):
        assert attempts.wait(tmp_path) == 60
    with clock.fixed(now - back + timedelta(seconds=59)):
        assert attempts.wait(tmp_path) == 1
    with clock.fixed(now - back + timedelta(seconds=60)):
        assert attempts.wait(tmp_path) == 0


def test_what_is_kept_of_tries_holds_nothing_secret(own: tuple[Path, str, str]) -> None:
    with pytest.raises(keys.WrongSecret):
        keys.unlock(own[0], "bijna goed wachtwoord")
    kept = msgspec.json.decode((own[0] / attempts.FILE).read_bytes())
    assert set(kept) == {"mis", "op"}


def test_every_single_wrong_sign_in_a_code_is_told_as_a_typing_error(own: tuple[Path, str, str]) -> None:
    code = recovery_code.read(own[1])
    assert code is not None
    for at, sign in enumerate(code):
        for other in recovery_code.SIGNS:
            changed = code[:at] + other + code[at + 1 :]
            assert (recovery_code.read(changed) is None) == (other != sign)
    for at in range(30):
        turned = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert turned == code or recovery_code.read(turned) is None
    with pytest.raises(keys.WrongSecret, match="typefout"):
        keys.unlock(own[0], own[1][:-1])
    with pytest.raises(keys.WrongSecret, match="hoort niet bij"):
        keys.unlock(own[0], recovery_code.make())


def test_a_code_has_room_for_more_than_can_be_guessed_and_is_read_as_it_is_typed() -> None:
    codes = {recovery_code.make() for _time in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert [len(group) for group in code.split("-")] == [4] * 8
        assert not set(code) & set("ILOU")
        bare = code.replace("-", "")
        for typed in (code.lower(), bare, code.replace("-", " – "), bare.replace("0", "o").replace("1", "l")):
            assert recovery_code.read(typed) == bare
    assert 5 * (recovery_code.LENGTH - 1) >= 128


def test_words_that_are_as_long_as_a_code_are_no_code_with_a_typing_error(own: tuple[Path, str, str]) -> None:
    words = "kwelder tuba penseel kloosters zin"
    assert len(words.replace(" ", "")) == 30
    with pytest.raises(keys.WrongSecret, match="Het wachtwoord klopt niet"):
        keys.unlock(own[0], words)
    assert sum(map(recovery_code.looks_like, (recovery_code.make() for _time in range(300)))) > 280


def test_a_key_file_of_a_later_program_says_so(own: tuple[Path, str, str]) -> None:
    edit(lambda content: content.update(formaat=3, nieuws="iets"))(own[0] / keys.FILE)
    with pytest.raises(keys.Newer, match=r"nieuwere versie van het programma \(3\)"):
        keys.unlock(own[0], PASSWORD)
    assert not vooraf.is_incomplete(own[0]), "a copy with an older key file would not mend it"


def test_a_key_file_with_many_slots_is_none_of_ours(own: tuple[Path, str, str], cheap: None) -> None:
    content = keys.content(own[0])
    content.sloten += [slots.seal(slots.SECOND, OTHER, keys.new_key()) for _slot in range(2)]
    content.som = content.sum()
    (own[0] / keys.FILE).write_bytes(msgspec.json.encode(content))
    with pytest.raises(UserError, match="niet leesbaar"):
        keys.unlock(own[0], PASSWORD)


def test_what_somebody_wrote_into_the_key_file_stops_nobody(own: tuple[Path, str, str]) -> None:
    folder, _code, key = own
    content = keys.content(folder)
    content.sloten = [msgspec.structs.replace(slot, gemaakt_op="ooit") for slot in content.sealed()]
    content.binnen = "!"
    content.som = content.sum()
    (folder / keys.FILE).write_bytes(msgspec.json.encode(content))
    assert [slot.gemaakt_op for slot in sleutels.toestand(folder, key).sloten] == [None, None]
    assert keys.unlock(folder, PASSWORD) == key
    with pytest.raises(keys.Locked):
        keys.opened(folder, key=key)


def test_a_clock_set_back_does_not_lock_a_folder_that_may_only_be_read(
    own: tuple[Path, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    with clock.fixed(now):
        for _try in range(9):
            attempts.missed(own[0])

    def refused(*_args: object, **_more: object) -> None:
        raise UserError("Alleen lezen.")

    monkeypatch.setattr("huurdersapp.store.attempts.files.write", refused)
    with clock.fixed(now - timedelta(days=1)):
        assert keys.unlock(own[0], PASSWORD) == own[2]
    for odd in ("0001-01-01T00:00:00", "gisteren"):
        (own[0] / attempts.FILE).write_text(f'{{"mis": 9, "op": "{odd}"}}')
        assert attempts.wait(own[0]) == 0


def test_looking_leaves_no_trace_of_a_wrong_password_and_takes_none_away(
    own: tuple[Path, str, str], cheap: None
) -> None:
    folder = own[0]
    before = state(folder)
    with (
        pytest.raises(keys.WrongSecret, match="Het wachtwoord klopt niet"),
        proef.opened(folder, secret=OTHER, read_only=True),
    ):
        pass
    with pytest.raises(keys.WrongSecret, match="Het wachtwoord klopt niet"):
        vooraf.key_to(folder, keys.new_key(), OTHER)
    assert state(folder) == before
    now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    with clock.fixed(now):
        for _try in range(5):
            attempts.missed(folder)
    before = state(folder)
    look = proef.opened(folder, secret=PASSWORD, read_only=True)
    with clock.fixed(now), pytest.raises(keys.WrongSecret, match="te vaak"), look:
        pass
    for later in (timedelta(seconds=5), timedelta(days=-1)):
        with clock.fixed(now + later), proef.opened(folder, secret=PASSWORD, read_only=True):
            pass
    assert state(folder) == before
