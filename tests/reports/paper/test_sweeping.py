"""While papers are made nobody looks for rubbish; afterwards it is looked for again, whatever happened."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from io import BytesIO
from threading import Barrier, Thread

import pytest

from huurdersapp.reports.paper.sweeping import no_sweeping
from huurdersapp.reports.pdf import write_pdf
from tests.reports.paper_samples import CREATED, pages_of


@pytest.fixture(autouse=True)
def _swept() -> Iterator[None]:
    assert gc.isenabled()
    yield
    gc.enable()


def test_nothing_is_swept_while_pages_are_made_and_it_is_afterwards() -> None:
    seen: list[bool] = []
    write_pdf(pages_of(3), BytesIO(), created=CREATED, at_page=lambda _page: seen.append(gc.isenabled()))
    assert seen == [False] * 3
    assert gc.isenabled()


def test_a_paper_that_is_stopped_leaves_it_on() -> None:
    def stop(_page: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pdf(pages_of(2), BytesIO(), created=CREATED, at_page=stop)
    assert gc.isenabled()


def test_the_last_of_several_papers_turns_it_on() -> None:
    begun, ended, seen = Barrier(2, timeout=10), Barrier(2, timeout=10), []

    def other() -> None:
        with no_sweeping():
            begun.wait()
            ended.wait()
            seen.append(gc.isenabled())

    thread = Thread(target=other)
    thread.start()
    with no_sweeping():
        begun.wait()
    seen.append(gc.isenabled())
    ended.wait()
    thread.join()
    assert seen == [False, False]
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    gc.disable()
    with no_sweeping():
        pass
    assert not gc.isenabled()
