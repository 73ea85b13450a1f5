"""The log says what went wrong and where, and never what somebody typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.base import log


def fail(name: str) -> None:
    try:
        raise KeyError(name)
    except KeyError as fault:
        raise ValueError(f"niet gevonden: {name}") from fault


@pytest.mark.expects_log("mislukt")
def test_a_fault_is_logged_without_its_words(tmp_path: Path) -> None:
    log.start(tmp_path)
    try:
        try:
            fail("Gül Yıldız")
        except ValueError:
            log.LOGGER.exception("Opslaan mislukt")
    finally:
        log.stop()
    text = (tmp_path / log.FOLDER / "huurdersapp.log").read_text(encoding="utf-8")
    assert "Opslaan mislukt" in text
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_log.py" in text
    assert "Gül" not in text
    assert "gevonden" not in text


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / log.FOLDER).write_text("een bestand in de weg")
    log.start(tmp_path)
    log.LOGGER.info("gaat door")
    log.stop()


def test_the_log_keeps_five_files_of_a_megabyte(tmp_path: Path) -> None:
    log.start(tmp_path)
    try:
        for number in range(80):
            log.LOGGER.info("%s", f"{number} " + "." * 100_000)
    finally:
        log.stop()
    files = sorted((tmp_path / log.FOLDER).iterdir())
    assert [path.name for path in files] == [log.FILE, *(f"{log.FILE}.{number}" for number in range(1, 5))]
    assert all(path.stat().st_size <= 1_000_000 for path in files)
    assert " 79 ." in files[0].read_text("utf-8")[-100_100:]
