"""Several files at once: all of them, or what stood there before."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.base import files
from huurdersapp.base.errors import UserError


def test_all_files_are_there_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"oud")
    files.write_all({tmp_path / "a": b"een", tmp_path / "b": b"twee"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"een", "b": b"twee"}


@pytest.mark.parametrize("there", [False, True])
def test_where_the_last_cannot_be_written_the_first_is_as_it_was(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "a").write_bytes(b"oud")
    (tmp_path / "c").mkdir()
    with pytest.raises(UserError) as told:
        files.write_all({tmp_path / "a": b"een", tmp_path / "b": b"twee", tmp_path / "c": b"drie"})
    assert str(tmp_path / "c") in str(told.value)
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert left == ({"a": b"oud"} if there else {})


def test_a_file_that_another_program_holds_is_told_and_all_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that Excel has open can be neither replaced nor renamed."""
    held = tmp_path / "b"
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"oud")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if held in (self, target):
            raise PermissionError(13, "open in een ander programma")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError) as told:
        files.write_all({tmp_path / "a": b"een", held: b"twee"})
    assert str(held) in str(told.value)
    assert "sluit het bestand" in str(told.value.hint)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"oud", "b": b"oud"}
