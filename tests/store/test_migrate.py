"""Older stores are brought up to date with a copy first, or stay exactly as they were."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from huurdersapp.actions import records
from huurdersapp.app import opened
from huurdersapp.base import jobs, paths
from huurdersapp.base.errors import UserError
from huurdersapp.records import ALL
from huurdersapp.store import backup, check, keys, migrate, undo
from huurdersapp.store.driver import connect
from huurdersapp.store.opening import open_store
from tests.store import proef

PROJECT = Path(__file__).parents[2]
GOLDEN = """
import sys
from pathlib import Path
from huurdersapp.store.opening import open_store
from tools import schema
with open_store(Path(sys.argv[1]), create=True) as store:
    assert schema.differences(store.engine) == [], schema.differences(store.engine)
    assert schema.golden(store.engine) == schema.GOLDEN.read_text(encoding="utf-8"), "db/schema.sql is old"
"""


def test_the_migrations_make_the_tables_of_the_classes_and_the_golden_file(tmp_path: Path) -> None:
    """In a process of its own, where no test has added tables to the mapped classes."""
    subprocess.run([sys.executable, "-c", GOLDEN, str(tmp_path / "new")], cwd=PROJECT, check=True)


CAPITALS = """
import sys
from pathlib import Path
from huurdersapp.records.base import Base
from huurdersapp.store.opening import open_store
with open_store(Path(sys.argv[1]), create=True) as store, store.engine.connect() as db:
    for table in Base.metadata.tables.values():
        for index in table.indexes:
            wanted = [getattr(item.type, "collation", None) or "BINARY" for item in index.columns]
            rows = db.exec_driver_sql(f"PRAGMA index_xinfo('{index.name}')").all()
            assert [row[4] for row in rows if row[5]] == wanted, index.name
"""


def test_no_migration_forgets_that_capitals_do_not_matter_in_a_list(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CAPITALS, str(tmp_path / "new")], cwd=PROJECT, check=True)


def test_the_constant_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(paths.own("db")))
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.HEAD


def test_opening_a_store_that_is_up_to_date_needs_no_alembic(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from huurdersapp.store.opening import open_store\n"
        "open_store(Path(sys.argv[1])).close(); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(folder)], cwd=PROJECT, check=True)


def at_version(folder: Path, version: str) -> None:
    """Let the store say that it was made by another version."""
    driver = connect(folder / "huurdersapp.store", keys.read(folder))
    driver.execute("UPDATE alembic_version SET version_num = ?", (version,))
    driver.close()


@pytest.mark.parametrize("version", ["9999", "abcdef", "0001a"])
def test_a_store_of_a_newer_program_is_refused_and_left_alone(folder: Path, version: str) -> None:
    at_version(folder, version)
    before = (folder / "huurdersapp.store").read_bytes()
    with (
        pytest.raises(UserError, match=f"nieuwere versie van het programma .{version}."),
        proef.opened(folder),
    ):
        raise AssertionError
    assert (folder / "huurdersapp.store").read_bytes() == before
    assert not (folder / backup.FOLDER).exists()


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations, with room for one more."""
    copy = tmp_path / "db"
    shutil.copytree(paths.own("db"), copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "HEAD", "0999")
    monkeypatch.setattr(paths, "own", lambda name: copy)
    return copy


def add_migration(scripts: Path, body: str) -> None:
    head = ScriptDirectory(str(scripts)).get_current_head()
    (scripts / "versions" / "0999_next.py").write_text(
        f'import sqlalchemy as sa\nfrom alembic import op\nrevision = "0999"\ndown_revision = "{head}"\n'
        f"branch_labels = None\ndepends_on = None\ndef upgrade() -> None:\n{body}"
    )


GOOD = """
    op.execute("CREATE TABLE erbij (id INTEGER PRIMARY KEY)")
    with op.batch_alter_table("proef_vraag") as batch:
        batch.add_column(sa.Column("extra", sa.Text()))
"""


def test_an_older_store_is_copied_and_brought_up(folder: Path, scripts: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "HEAD", ScriptDirectory(str(scripts)).get_current_head())
        with proef.opened(folder) as store:
            proef.add_tree(store)
    add_migration(scripts, GOOD)
    with proef.opened(folder) as store:
        assert migrate.version(store.engine) == "0999"
        assert proef.rows(store, "SELECT count(*) FROM erbij") == [(0,)]
        assert proef.rows(store, "SELECT tekst, extra FROM proef_vraag") == [("Hoe vaak", None)]
        assert proef.rows(store, "PRAGMA foreign_keys") == [(1,)]
        assert jobs.run(check.check(store)) == []
        proef.add(store)
    (copy,) = (folder / backup.FOLDER).iterdir()
    assert copy.name.endswith("voor-bijwerken")
    with proef.opened(folder) as store:
        assert proef.rows(store, "SELECT count(*) FROM proef") == [(2,)]
    assert len(list((folder / backup.FOLDER).iterdir())) == 1, "brought up once"


BAD = {
    "an exception": GOOD + "    raise ValueError('kapot')\n",
    "bad SQL": GOOD + "    op.execute('CREATE TABEL x')\n",
    "a loose reference": GOOD
    + "    op.execute(\"INSERT INTO proef_vraag (id, ouder_id, volgorde, tekst) VALUES ('x', 'weg', 0, '')\")\n",
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD.keys())
@pytest.mark.expects_log("upgrade")
def test_a_failing_migration_leaves_the_old_state_and_a_good_copy(
    folder: Path, scripts: Path, body: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        old = ScriptDirectory(str(scripts)).get_current_head()
        patch.setattr(migrate, "HEAD", old)
        with proef.opened(folder) as store:
            key = proef.add(store)
            before = proef.content(store)
        add_migration(scripts, body)
        patch.setattr(migrate, "HEAD", "0999")
        with pytest.raises(UserError, match="Bijwerken is niet gelukt") as told, proef.opened(folder):
            raise AssertionError
        assert told.value.__cause__ is not None
        patch.setattr(migrate, "HEAD", old)
        (copy,) = (folder / backup.FOLDER).iterdir()
        for place in (folder, copy):
            with proef.opened(place) as store:
                assert proef.content(store) == before
                assert proef.values(store, key)["titel"] == "Lekkage"
                assert jobs.run(check.check(store)) == []


def test_a_copy_is_a_whole_store_by_itself(folder: Path) -> None:
    with proef.opened(folder) as store:
        (key, *_) = proef.add_tree(store)
        copy = backup.make(store.path, store.key, "met-de-hand")
        assert sorted(path.name for path in copy.iterdir()) == [
            "huurdersapp.store",
            "kopie.json",
            "sleutel.json",
        ]
        proef.add(store)
        again = backup.make(store.path, store.key, "met-de-hand")
    assert again != copy
    with proef.opened(copy) as store:
        assert proef.rows(store, "SELECT id FROM proef") == [(key,)]
        assert jobs.run(check.check(store)) == []
    with proef.opened(again) as store:
        assert proef.rows(store, "SELECT count(*) FROM proef") == [(2,)]


def test_a_copy_that_was_killed_half_way_is_cleared_away(folder: Path) -> None:
    half = folder / backup.FOLDER / ".2019-03-05-120000-gedood.deel"
    half.mkdir(parents=True)
    (half / "huurdersapp.store").write_bytes(b"half")
    with proef.opened(folder) as store:
        copy = backup.make(store.path, store.key, "heel")
    assert list((folder / backup.FOLDER).iterdir()) == [copy]
    assert (copy / keys.FILE).read_bytes() == (folder / keys.FILE).read_bytes()
    assert (copy / keys.FILE).stat().st_mode & 0o077 == 0


def test_a_copy_that_is_not_good_is_no_copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = connect

    def spoiling(path: Path, key: str, *, create: bool = False) -> object:
        if ".deel" in str(path) and not create:
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 1
            path.write_bytes(data)
        return real(path, key, create=create)

    with proef.opened(folder) as store:
        proef.add_tree(store)
        monkeypatch.setattr(backup, "connect", spoiling)
        with pytest.raises(UserError, match="reservekopie is niet gelukt"):
            backup.make(store.path, store.key, "slecht")
        assert list((folder / backup.FOLDER).iterdir()) == []


def test_a_new_store_is_example_or_not_for_good(tmp_path: Path) -> None:
    for example in (True, False):
        with open_store(tmp_path / str(example), create=True, example=example) as store:
            assert store.example is example
        with open_store(tmp_path / str(example)) as store:
            assert store.example is example
            assert jobs.run(check.check(store)) == []
    with pytest.raises(UserError, match="staat al een administratie"):
        open_store(tmp_path / "True", create=True)
    with pytest.raises(UserError, match="nog geen administratie") as told:
        open_store(tmp_path / "weg")
    assert "huurdersapp start" in told.value.sentence()
    assert "huurdersapp start" not in told.value.told(), "nobody types in a window"
    assert ALL


def test_a_making_that_was_cut_off_is_finished_or_done_again(tmp_path: Path) -> None:
    """Cut off before the first page: nothing is there. Cut off after it: opening finishes it."""
    keys.make(tmp_path)
    (tmp_path / "huurdersapp.store").touch()
    open_store(tmp_path, create=True).close()
    (tmp_path / "huurdersapp.store").unlink()
    connect(tmp_path / "huurdersapp.store", keys.read(tmp_path), create=True).close()
    with open_store(tmp_path) as store:
        assert store.head.seq == 1


def _as_told(shown: Any, told: Any) -> Any:
    """A value without the fields that came later, in lines too."""
    if isinstance(told, dict):
        return {key: _as_told(shown[key], value) for key, value in told.items()}
    if isinstance(told, list) and len(told) == len(shown):
        return [_as_told(one, other) for one, other in zip(shown, told, strict=True)]
    return shown


RELEASED = sorted((PROJECT / "db" / "released").glob("*.store"))


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_a_store_of_an_earlier_release_opens_with_all_that_was_in_it(path: Path, tmp_path: Path) -> None:
    """A real file of that release, with the key that was published with it, and what was counted in it then."""
    shutil.copy(path, tmp_path / "huurdersapp.store")
    shutil.copy(path.with_name(f"{path.stem}.sleutel.json"), tmp_path / keys.FILE)
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    with opened(tmp_path) as ctx:
        counts = {
            table: proef.rows(ctx.store, f'SELECT count(*) FROM "{table}"')[0][0]
            for table in told["tellingen"]
        }
        assert counts == told["tellingen"] | {"store_meta": 1}, "beside all that, on which laptop it is now"
        shown = records.show(ctx, ctx.spec("knelpunt"), 1)
        assert _as_told(shown, told["knelpunt 1"]) == told["knelpunt 1"]
        assert migrate.version(ctx.store.engine) == migrate.HEAD
        assert jobs.run(check.check(ctx.store)) == []
        records.change(ctx, ctx.spec("knelpunt"), 1, {**shown, "titel": "Anders"})
        assert undo.undo(ctx.store).label == "Knelpunt 1 wijzigen"
        assert records.show(ctx, ctx.spec("knelpunt"), 1) == shown
        assert undo.redoable(ctx.store)
        assert jobs.run(check.check(ctx.store)) == []
    (copy,) = (tmp_path / backup.FOLDER).iterdir()
    assert copy.name.endswith("voor-bijwerken")


def test_a_file_of_every_earlier_version_is_kept() -> None:
    versions = {path.name[:4] for path in paths.own("db").glob("versions/*.py")}
    assert {path.stem for path in RELEASED} == versions - {migrate.HEAD}
