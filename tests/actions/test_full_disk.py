"""A list or paper that does not fit on the disk leaves what was there, and comes out whole once there is room."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import files, jobs
from huurdersapp.base.errors import UserError
from tests.full_disk import fill, small_disk

POINTS = 20
BEFORE = "wat er al stond"


@pytest.fixture
def many(office: Context) -> Context:
    """An administration with a list of some tens of kB."""
    names = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(400)]
    records.create(office, office.spec("kern"), [{"naam": name} for name in names])
    return office


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_an_export_that_does_not_fit_leaves_what_was_there(
    many: Context, tmp_path: Path, ending: str
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        if disk is None:
            return
        path = disk / f"kernen.{ending}"
        spec = many.spec("kern")
        jobs.run(lists.export(many, spec, path))
        size = path.stat().st_size
        path.write_text(BEFORE, encoding="utf-8")
        for point in range(POINTS):
            ballast = fill(disk, size * point // POINTS)
            with pytest.raises(UserError, match="schijf is vol"):
                jobs.run(lists.export(many, spec, path))
            assert path.read_text(encoding="utf-8") == BEFORE
            assert {each.name for each in disk.iterdir()} == {path.name, ballast.name}
            ballast.unlink()
        jobs.run(lists.export(many, spec, path))
        assert path.stat().st_size == size


def test_the_harness_notices_an_export_that_writes_over_what_was_there(
    many: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: written in its place at once."""
    monkeypatch.setattr(files, "write", lambda path, content, private=False: path.write_bytes(content))
    with small_disk(tmp_path / "disk") as disk:
        if disk is None:
            return
        path = disk / "kernen.csv"
        path.write_text(BEFORE, encoding="utf-8")
        fill(disk, 4_096)
        with pytest.raises(OSError, match="No space"):
            files.write(path, b"x" * 100_000)
        assert path.read_bytes() != BEFORE.encode()
