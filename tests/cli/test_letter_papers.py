"""Letters to many homes, by typing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from tests.cli.conftest import Run
from tests.reports.paper_samples import extracted


@pytest.fixture
def folder(example_made: Path, tmp_path: Path) -> Path:
    """A copy of the example, with a letter to tenants."""
    copied = tmp_path / "gegevens"
    shutil.copytree(example_made, copied)
    with opened(copied) as ctx:
        made(ctx)
    return copied


def made(ctx: Context) -> None:
    values = {"soort": "uitnodiging", "onderwerp": "uitnodiging", "ons_kenmerk": "velen"}
    records.create(ctx, ctx.spec("brief"), [values])


def number_of(run: Run, folder: Path) -> int:
    rows = run(
        "lijst", "brief", "--waar", "ons_kenmerk=velen", "--gegevens", folder, "--formaat", "json"
    ).json
    return int(rows[0]["nummer"])


def test_letters_and_labels_for_chosen_addresses_can_be_made_by_typing(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    number, where = number_of(run, folder), ("--waar", "straat=Hommelbrink")
    for kind in ("brieven", "briefetiketten"):
        target = tmp_path / f"{kind}.pdf"
        done = run("papier", kind, number, *where, "--uit", target, "--gegevens", folder)
        assert done.code == 0, done.err
        assert all("Hommelbrink" in page for page in extracted(target.read_bytes()))


def test_without_addresses_it_is_told_what_to_do(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    done = run("papier", "brieven", number_of(run, folder), "--uit", target, "--gegevens", folder)
    assert done.code == 1
    assert "niet aan welke adressen" in done.err
    assert not target.exists()
