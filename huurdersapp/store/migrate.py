"""Bringing a store to the tables of this program: a copy first, then one transaction, then checks."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from huurdersapp.base import paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.log import LOGGER
from huurdersapp.store import backup, driver
from huurdersapp.store.connection import permit

HEAD = driver.HEAD


def version(engine: Engine) -> str | None:
    """The migration that the store has, None for a new empty file."""
    with engine.connect() as connection:
        known = connection.exec_driver_sql(
            "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        ).first()
        found = (
            connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if known else None
        )
    return str(found) if found else None


def bring_up(engine: Engine, path: Path, key: str) -> bool:
    """Upgrade the store when it is older; gives whether it was. Raises UserError for a store of a newer program."""
    have = version(engine)
    if have == HEAD:
        return False
    if have is not None:
        _refuse_newer(have)
        copy = backup.make(path, key, "voor-bijwerken")
        _upgrade_or_tell(engine, copy)
    else:
        upgrade(engine)
    return True


def is_older(engine: Engine) -> bool:
    """Whether the store waits for an upgrade; raises UserError for a store of a newer program."""
    have = version(engine)
    if have is not None:
        _refuse_newer(have)
    return have != HEAD


def _refuse_newer(have: str) -> None:
    if not have.isdigit() or have > HEAD:
        raise UserError(
            _("Deze administratie is gemaakt met een nieuwere versie van het programma ({version})."),
            _("Werk eerst het programma bij. Er is niets gewijzigd."),
            version=have,
        )


def _upgrade_or_tell(engine: Engine, copy: Path) -> None:
    """An upgrade of a store with work in it: when it fails that is our fault, but people must know where they are."""
    try:
        upgrade(engine)
    except Exception as fault:
        LOGGER.exception("The upgrade failed")
        raise UserError(
            _("Bijwerken is niet gelukt. De administratie is zoals zij was."),
            _("Werk verder met de vorige versie van het programma. Er staat ook een kopie in {copy}."),
            copy=copy,
        ) from fault


def upgrade(engine: Engine, to: str | None = None, *, loose: bool = False) -> None:
    """Run the migrations up to `to` (the newest) in one transaction; on any fault the store is as it was.

    `loose`: links to what is not there are mended later, by a rescue.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(paths.own("db")).replace("%", "%%"))
    with engine.execution_options(write=True).connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        # Only possible outside a transaction; rebuilding a table would else fire its cascades.
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin(), permit(connection):
                config.attributes["connection"] = connection
                command.upgrade(config, to or HEAD)
                if not loose:
                    _check(connection.exec_driver_sql("PRAGMA foreign_key_check").all(), "foreign keys")
                _check(
                    [row for row in connection.exec_driver_sql("PRAGMA quick_check").all() if row[0] != "ok"],
                    "pages",
                )
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def _check(faults: object, what: str) -> None:
    if faults:
        raise RuntimeError(f"The upgrade left faulty {what}")
