"""Loading the addresses of a landlord: 100,000 rows read, looked at and written, and taken back, against plain SQL.

Plain SQL means: the same rows of addresses in the same columns by one executemany in one transaction of the same
encrypted store, without history, undo or search. So it says what those cost.
"""

from __future__ import annotations

import csv
import resource
import shutil
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from bench.ratio import Measured, seconds, show
from huurdersapp.actions import adreslijst, history
from huurdersapp.actions.adreslijst import Plan
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import jobs
from huurdersapp.base.tables import Table, read_table
from huurdersapp.store.driver import connect
from huurdersapp.store.undo import undoing

ROWS = 100_000
AIM, UNDO_AIM = 12.0, 8.0
HEAD = (
    "Postcode",
    "Huisnummer",
    "Toevoeging",
    "Straat",
    "Plaats",
    "Complexnummer",
    "Energielabel",
    "Bouwjaar",
)


def written(path: Path, amount: int = ROWS) -> None:
    """A list of homes as a landlord gives it."""
    with path.open("w", encoding="cp1252", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(HEAD)
        for number in range(amount):
            street, home = divmod(number, 80)
            code = f"{7811 + street // 60} {chr(65 + street % 20)}{chr(65 + street // 20 % 20)}"
            row = (
                code,
                home // 2 + 1,
                "AB"[number % 2],
                f"Straat {street}",
                "Emmen",
                f"C-{street % 300}",
                "ABCD"[home % 4],
            )
            out.writerow((*row, 1950 + street % 60))


def plain(ctx: Context, into: Path, number: int) -> float:
    """Seconds for the same rows by executemany in a copy of an empty store."""
    driver = connect(ctx.store.path, ctx.store.key)
    found = driver.execute("SELECT * FROM adres")
    columns = ", ".join(f'"{each[0]}"' for each in found.description)
    marks = ", ".join("?" * len(found.description))
    rows: list[tuple[Any, ...]] = found.fetchall()
    driver.close()
    fresh = into.with_name(f"{into.name}-{number}")
    shutil.copytree(into, fresh)
    target = connect(fresh / ctx.store.path.name, ctx.store.key)
    target.execute("PRAGMA foreign_keys = OFF")

    def insert() -> None:
        target.execute("BEGIN IMMEDIATE")
        target.executemany(f"INSERT INTO adres ({columns}) VALUES ({marks})", rows)
        target.execute("COMMIT")

    took = seconds(insert)
    target.close()
    return took


def measure() -> list[Measured]:
    """Read, plan and load against plain SQL, with the parts; and undoing it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "lijst.csv"
        written(path)
        with opened(folder / "administratie", create=True, author="Fatima"):
            pass
        shutil.copytree(folder / "administratie", folder / "kaal")
        with opened(folder / "administratie") as ctx:
            return _measured(ctx, path, folder / "kaal")


def _measured(ctx: Context, path: Path, empty: Path) -> list[Measured]:
    table: list[Table] = []
    plans: list[Plan] = []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    reading = seconds(lambda: table.append(read_table(path)))
    columns = adreslijst.guess(ctx, table[0])
    planning = seconds(lambda: plans.append(jobs.run(adreslijst.plan(ctx, table[0], columns))))
    loading = seconds(lambda: jobs.run(adreslijst.load(ctx, plans[0])))
    assert plans[0].counts == {"nieuw": ROWS}
    bare = [plain(ctx, empty, 0)]
    again = seconds(lambda: plans.append(jobs.run(adreslijst.plan(ctx, table[0], columns))))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bare.append(plain(ctx, empty, 1))
    undo = seconds(lambda: jobs.run(undoing(ctx.store)))
    bare.append(plain(ctx, empty, 2))  # what else the machine does comes and goes
    usual = median(bare)
    assert history.next_undo(ctx) is None
    print(
        f"100.000 adressen: lezen {reading:.1f} s, nakijken {planning:.1f} s, laden {loading:.1f} s,"
        f" nog eens nakijken {again:.1f} s, ongedaan {undo:.1f} s, kaal {usual:.2f} s;"
        f" geheugen {before // 1024} MB, hoogstens {most // 1024} MB"
    )
    return [
        ("100.000 adressen lezen, nakijken en laden tegen kaal", (reading + planning + loading) / usual, AIM),
        ("100.000 adressen ongedaan maken tegen kaal", undo / usual, UNDO_AIM),
    ]


if __name__ == "__main__":
    show(measure())
