"""The tables in files: write the next migration from the mapped classes, and the golden `db/schema.sql`.

python -m tools.schema migration 0002 "what it does"    compares the classes with the migrations so far
python -m tools.schema golden                           writes db/schema.sql from a freshly made store
python -m tools.schema first                            makes migration 0001 again (only before the first release)
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import api
from alembic.migration import MigrationContext
from alembic.operations import ops
from sqlalchemy import Engine
from sqlalchemy.types import TypeDecorator

from huurdersapp.base import paths
from huurdersapp.records import ALL
from huurdersapp.records.base import Base
from huurdersapp.store import concepts, keys, migrate, preferences, search
from huurdersapp.store.connection import make_engine
from huurdersapp.store.driver import connect
from huurdersapp.store.opening import open_store

TOP = Path(__file__).resolve().parent.parent
GOLDEN = TOP / "db" / "schema.sql"
_OWN = re.compile(r"search_index")
assert all((ALL, concepts, preferences))  # imported for their tables


def golden(engine: Engine) -> str:
    """The tables of a store as SQL, sorted by name, without those that SQLite keeps for itself."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        ).all()
    texts = [
        sql
        for name, sql in rows
        if not (_OWN.match(name) and name != "search_index") and not name.startswith("sqlite_")
    ]
    return "".join(f"{sql};\n" for sql in texts)


def differences(engine: Engine) -> list[Any]:
    """What the mapped classes have that the store has not, or the other way round."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        return list(api.compare_metadata(context, Base.metadata))


def _ours(name: str | None, kind: str, parents: object) -> bool:
    return not (kind == "table" and name is not None and _OWN.match(name))


def _plain_types(kind: str, item: Any, autogen: object) -> str | Literal[False]:
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl).__name__}()"
    return False


def _bodies(engine: Engine) -> str:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": _ours, "render_item": _plain_types, "render_as_batch": True}
        )
        script = api.produce_migrations(context, Base.metadata)
        assert script.upgrade_ops is not None
        _add_links_in_place(script.upgrade_ops)
        return api.render_python_code(script.upgrade_ops, render_as_batch=True, render_item=_plain_types)


def _add_links_in_place(steps: ops.UpgradeOps) -> None:
    """Add a column that refers to another table by one statement of SQLite's own. Alembic would make the whole table
    again for it, and that one would have forgotten that capitals do not matter in its texts."""
    for table in steps.ops:
        if not isinstance(table, ops.ModifyTableOps):
            continue
        links = {one.local_cols[0]: one for one in table.ops if isinstance(one, ops.CreateForeignKeyOp)}
        changed: list[ops.MigrateOperation] = []
        for one in table.ops:
            if isinstance(one, ops.AddColumnOp) and (link := links.get(one.column.name)) is not None:
                sql = (
                    f"ALTER TABLE {table.table_name} ADD COLUMN {one.column.name} VARCHAR "
                    f"CONSTRAINT {link.constraint_name} REFERENCES {link.referent_table} (id)"
                )
                changed.append(ops.ExecuteSQLOp(sql))
            elif not isinstance(one, ops.CreateForeignKeyOp):
                changed.append(one)
        table.ops[:] = changed


def _write(number: str, before: str | None, message: str, body: str) -> Path:
    text = (
        f'"""{message}"""\n\nimport sqlalchemy as sa\nfrom alembic import op\n\nrevision = "{number}"\n'
        f"down_revision = {before!r}\nbranch_labels = None\ndepends_on = None\n\n\ndef upgrade() -> None:\n    {body}\n"
    )
    path = TOP / "db" / "versions" / f"{number}_{re.sub('[^a-z0-9]+', '_', message.lower()).strip('_')}.py"
    path.write_text(text, encoding="utf-8")
    return path


def _temporary(folder: Path) -> Engine:
    key = keys.make(folder)
    path = folder / "temporary.store"
    connect(path, key, create=True).close()
    return make_engine(path, key)


def main(arguments: list[str]) -> None:
    """Run one of the three."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments[0] == "golden":
            with open_store(folder / "store", create=True) as store:
                GOLDEN.write_text(golden(store.engine), encoding="utf-8")
                print(GOLDEN.relative_to(TOP), differences(store.engine))
            return
        engine = _temporary(folder)
        if arguments[0] == "first":
            for old in (TOP / "db" / "versions").glob("0001_*.py"):
                old.unlink()
            search_index = "".join(f"\n    op.execute({sql!r})" for sql in search.CREATE_INDEX)
            path = _write("0001", None, "The first tables", _bodies(engine) + search_index)
        else:
            migrate.upgrade(engine)
            path = _write(arguments[1], migrate.HEAD, arguments[2], _bodies(engine))
        print(path.relative_to(TOP), "- look at it before you use it;", "db folder:", paths.own("db").name)
        engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1:])
