"""A letter tells of one moment, however much is written while it is made; and the test sees it where it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import event

from huurdersapp.actions import brief_versies, brieven, bronnen
from huurdersapp.actions.context import Context
from huurdersapp.store.step import ReadSession
from huurdersapp.store.store import Store
from tests.actions.conftest import Made

LETTERS = 500
TOKEN = re.compile(r"moment (\d+)")
WRITTEN = (
    ("advies", "toelichting_advies"),
    ("advies_voorwaarde", "tekst"),
    ("verhuurder", "straat"),
    ("raadpleging", "conclusies"),
    ("brief_deel", "tekst"),
    ("partij", "plaats"),
)
"""Where the same moment is written in one step, all of it printed on the letter."""


@pytest.fixture
def letter(office: Context, made: Made) -> int:
    made("partij", naam="De Linde", soort="huurdersorganisatie", eigen=True, plaats="moment 0")
    made("verhuurder", naam="Lefier", straat="moment 0", postcode="7800 AA", plaats="Emmen")
    made(
        "raadpleging",
        titel="Isolatie",
        start_op="2019-05-01",
        sluit_op="2019-05-20",
        respons_totaal=90,
        conclusies="moment 0",
        methoden=[{"methode": "enquete"}],
    )
    made(
        "advies",
        onderwerp="de isolatie",
        verhuurder=1,
        uitkomst="positief_mits",
        toelichting_advies="moment 0",
        voorwaarden=[{"tekst": "moment 0"}],
        raadplegingen=[1],
        vastgesteld_op="2019-08-30",
    )
    number = made("brief", soort="advies", onderwerp="ons advies", advies=1, verhuurder=1)
    brieven.write_part(office, number, "vervolg", "moment 0")
    return number


def write_moment(ctx: Context, moment: int) -> None:
    """Everything becomes this moment, in one step."""
    with ctx.store.step("Moment") as db:
        for kind, column in WRITTEN:
            (row,) = db.alive(db.catalogue.tree[kind])
            setattr(row, column, f"moment {moment}")


def moments(ctx: Context, number: int) -> set[str]:
    """All moments that a letter tells of, in what it says and in what it says to stand on."""
    read = brief_versies.reading(ctx, number)
    told, kept = TOKEN.findall(read.words), TOKEN.findall(bronnen.as_text(read.sources))
    assert len(told) >= len(WRITTEN), read.words
    assert len(kept) >= len(WRITTEN) - 1
    return {*told, *kept}


@contextmanager
def writing_beside(ctx: Context) -> Iterator[list[int]]:
    """Another thread writes moment after moment, as long as this lasts; gives those that were written."""
    done, written = Event(), [0]

    def work() -> None:
        for moment in count(1):
            if done.wait(0.01):
                return
            write_moment(ctx, moment)
            written.append(moment)

    thread = Thread(target=work)
    thread.start()
    try:
        yield written
    finally:
        done.set()
        thread.join()


def test_of_500_letters_made_while_the_data_change_none_mixes_two_moments(
    office: Context, letter: int
) -> None:
    seen: set[str] = set()
    with writing_beside(office) as written:
        for _ in range(LETTERS):
            found = moments(office, letter)
            assert len(found) == 1, found
            seen |= found
    assert len(written) > 10
    assert len(seen) > 10, "the letters were made of what changed"


def between_queries(monkeypatch: pytest.MonkeyPatch, do: Callable[[ReadSession], None]) -> None:
    """Let something happen before each query of each reading."""
    reading = Store.reading

    @contextmanager
    def watched(self: Store, *given: Any) -> Iterator[ReadSession]:
        with reading(self, *given) as db:
            event.listen(db, "do_orm_execute", lambda state: do(db))
            yield db

    monkeypatch.setattr(Store, "reading", watched)


def test_a_change_between_any_two_of_its_queries_does_not_reach_a_letter(
    office: Context, letter: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = count(1)
    between_queries(monkeypatch, lambda db: write_moment(office, next(numbers)))
    assert len(moments(office, letter)) == 1
    assert next(numbers) > 20


def test_a_letter_read_in_several_moments_is_found_out(
    office: Context, letter: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same letter without the one reading transaction: this is what the tests above would see."""
    numbers = count(1)

    def change_and_look_again(db: ReadSession) -> None:
        write_moment(office, next(numbers))
        db.rollback()

    between_queries(monkeypatch, change_and_look_again)
    assert len(moments(office, letter)) > 1


def test_what_is_fixed_is_one_moment_too(office: Context, letter: int) -> None:
    with writing_beside(office):
        for _ in range(5):
            version = brief_versies.fix(office, letter)
            text = brief_versies.words(office, letter, version.number)
            kept = bronnen.as_text(brief_versies.sources(office, letter, version.number))
            assert len({*TOKEN.findall(text), *TOKEN.findall(kept)}) == 1
