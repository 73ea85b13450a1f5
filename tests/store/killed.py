"""The process that test_kill.py kills: writes steps for ever and says on a pipe what is safely written."""

from __future__ import annotations

import random
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy.orm import configure_mappers

from huurdersapp.base import jobs
from huurdersapp.store import bulk, concepts, erase, undo
from huurdersapp.store.concepts import Concept
from huurdersapp.store.store import Store
from tests.store import proef
from tests.store.proef import Proef

configure_mappers()  # once, before the forks


def main(folder: Path, pipe: Connection, too_early: bool) -> None:
    """Steps of every kind, each told with its number in the journal; `too_early` tells it before it is true."""
    dice = random.Random()
    with proef.opened(folder) as store:
        pipe.send(store.head.seq)
        while True:
            if too_early:
                pipe.send(store.head.seq + 1)
            one_step(store, dice)
            pipe.send(store.head.seq)


def one_step(store: Store, dice: random.Random) -> None:
    """A new record with lines, a change of all earlier ones, a load, an erasing of some, or an undo."""
    choice = dice.random()
    if choice < 0.5:
        proef.add_tree(store, f"Record {dice.random()}", verhaal="Tekst " * dice.randrange(40), aantal=1)
    elif choice < 0.7:
        with store.step("Samen") as db:
            for row in db.alive(proef.SPEC)[-10:]:
                row.aantal = (row.aantal or 0) + 1
                row.titel = f"Anders {dice.random()}"
            db.add(Proef(titel="Slot"))
    elif choice < 0.8:
        rows = [{"titel": f"Geladen {number}", "aantal": 1} for number in range(dice.randrange(1, 60))]
        jobs.run(bulk.load(store, "Laden", bulk.drafts_of(proef.SPEC, rows)))
    elif choice < 0.85:
        with store.reading() as db:
            keys = [row.id for row in db.alive(proef.SPEC, Proef.verhaal.is_not(None))[-5:]]
        erase.erase_many(store, "proef", keys, ["verhaal"], "Gewist", "verzoek")
    else:
        if undo.undoable(store, 1):
            undo.undo(store)
        if undo.redoable(store, 1) and dice.random() < 0.5:
            undo.redo(store)


def concepts_main(folder: Path, pipe: Connection, too_early: bool) -> None:
    """The same concept kept for ever, each round told when it is kept (or, `too_early`, just before)."""
    with proef.opened(folder) as store:
        found = concepts.every(store)
        concept = found[0] if found else Concept(soort="proef", gegevens={"ronde": 0})
        number = concept.gegevens["ronde"]
        while True:
            number += 1
            values = {"ronde": number, "verhaal": "x" * (number % 5000)}
            if too_early:
                pipe.send(number)
            concept = concepts.keep(store, replace(concept, gegevens=values))
            pipe.send(number)
