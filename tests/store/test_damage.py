"""Damage to the file is always noticed, never taken for data."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import backup, check
from tests.store import proef

SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
FLIPS = 5_000 if SOAK else 300
SEED = random.randrange(2**32) if SOAK else 20190305


@pytest.fixture
def filled(folder: Path) -> Path:
    """The closed file of a store with some hundreds of pages, and a copy of it beside."""
    with proef.opened(folder) as store:
        for number in range(30):
            proef.add_tree(store, f"Boom {number}", verhaal="Tekst " * 40)
        backup.make(store.path, store.key, "vooraf")
    return folder / "huurdersapp.store"


def looked_over(path: Path) -> str:
    """How the damage shows: the sentence at opening or at the check, or that it does not."""
    try:
        with proef.opened(path.parent) as store:
            faults = jobs.run(check.check(store))
    except UserError as fault:
        return fault.text
    return faults[0] if faults else ""


def test_every_flipped_bit_is_noticed(filled: Path) -> None:
    whole = filled.read_bytes()
    dice = random.Random(SEED)
    seen: Counter[str] = Counter()
    for _ in range(FLIPS):
        place, bit = dice.randrange(len(whole)), dice.randrange(8)
        damaged = bytearray(whole)
        damaged[place] ^= 1 << bit
        filled.write_bytes(damaged)
        told = looked_over(filled)
        assert told, f"seed {SEED}: bit {bit} of byte {place} was not noticed"
        assert "beschadigd" in told
        seen["check" if "bladzijde" in told else "opening"] += 1
    print(f"seed {SEED}: {FLIPS} flipped bits, noticed {sum(seen.values())}: {dict(seen)}")
    filled.write_bytes(whole)
    assert looked_over(filled) == "", "the harness sees damage where there is none"


def test_the_copy_puts_a_damaged_store_right(filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:8192])
    assert "beschadigd" in looked_over(filled)
    (copy,) = (filled.parent / backup.FOLDER).iterdir()
    filled.write_bytes((copy / filled.name).read_bytes())
    assert looked_over(filled) == ""


CUTS: dict[str, Callable[[bytes], bytes]] = {
    "a page short": lambda data: data[:-4096],
    "half": lambda data: data[: len(data) // 2],
    "half a page short": lambda data: data[:-2048],
    "one page": lambda data: data[:4096],
    "a few bytes": lambda data: data[:100],
    "nothing": lambda data: b"",
    "zeroes": lambda data: bytes(len(data)),
    "a page of zeroes": lambda data: data[: 4096 * 9] + bytes(4096) + data[4096 * 10 :],
    "two pages exchanged": lambda data: data[: 4096 * 9] + data[4096 * 10 : 4096 * 11] + data[4096 * 9 : 4096 * 10]
    + data[4096 * 11 :],
    "text": lambda data: b"Dit is geen administratie\n" * 1000,
}  # fmt: skip


@pytest.mark.parametrize("cut", CUTS)
def test_a_file_that_is_not_whole_is_noticed(filled: Path, cut: str) -> None:
    filled.write_bytes(CUTS[cut](filled.read_bytes()))
    before = filled.read_bytes()
    assert "beschadigd" in looked_over(filled)
    assert filled.read_bytes() == before, "a damaged file must stay as it is, for whoever may mend it"


def test_a_damaged_store_is_not_copied_over_good_copies(filled: Path) -> None:
    data = bytearray(filled.read_bytes())
    data[len(data) // 2] ^= 1
    filled.write_bytes(data)
    key = (filled.parent / "sleutel.json").read_text()
    with pytest.raises(UserError, match="reservekopie is niet gelukt"):
        backup.make(filled, key.split('"sleutel": "')[1][:96], "beschadigd")
    assert len(list((filled.parent / backup.FOLDER).iterdir())) == 1
