"""A file is there whole, or as it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from huurdersapp.base import files
from huurdersapp.base.errors import UserError


def test_a_written_file_has_all_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    for content in (b"een", b"", b"drie" * 100_000):
        files.write(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_writing_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    files.write(path, b"oud")

    def half() -> None:
        with files.written(path) as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_private_file_is_for_this_user_alone(tmp_path: Path) -> None:
    files.write(tmp_path / "sleutel", b"x", private=True)
    files.write(tmp_path / "brief", b"x")
    assert (tmp_path / "sleutel").stat().st_mode & 0o077 == 0
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "brief").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "schijf is vol"), (errno.EDQUOT, "schijf is vol"), (errno.EIO, "kan hier niet")],
)
def test_what_the_system_refuses_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(code, "x")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError, match=words):
        files.write(tmp_path / "brief.txt", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_or_is_a_folder_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="bestaat niet"):
        files.write(tmp_path / "weg" / "brief.txt", b"x")
    with pytest.raises(UserError, match="is een map"):
        files.write(tmp_path, b"x")
