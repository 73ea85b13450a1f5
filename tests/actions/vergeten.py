"""A person in every place where the administration keeps a text: what a search must find and an erasing must take away."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.actions.persoon import Treffer, Vraag
from huurdersapp.actions.persoon_rijen import Soort, soorten
from huurdersapp.actions.wissen import Besluit
from huurdersapp.base import jobs
from huurdersapp.records.base import IN_BIN
from huurdersapp.records.brief import Brief, BriefVersie
from huurdersapp.records.knelpunt_tables import Knelpunt, KnelpuntBijlage
from huurdersapp.store import concepts, contents, preferences, undo
from huurdersapp.store.concepts import Concept

SURNAME = "Wxyqzvujk"
NAME = f"J. {SURNAME}"
VRAAG = Vraag(naam=f"Jip {SURNAME}")
GRAMS = [b"wxy", b"xyq", b"yqz", b"qzv", b"zvu", b"vuj", b"ujk"]
"""Three signs that no other text in the store holds, as the index has them."""
_LEFT = {("brief", "registernummer")}
"""Texts with a form of their own."""


def planted(ctx: Context) -> int:
    """The name in every text of one row of each kind, and in what lies outside records; gives in how many places."""
    count = 0
    with ctx.store.step("Naam overal") as db:
        for kind in soorten(db):
            row = db.scalars(select(kind.spec.cls).limit(1)).first()
            if row is None or kind.is_version:
                continue
            for column in _texts(kind):
                setattr(row, column, f"Plaats {count}: {NAME} gesproken")
                count += 1
    for place in (_file, _version, _history, _bin, _undone, _beside):
        place(ctx)
    return count + 12


def _case(title: str, **values: Any) -> Knelpunt:
    given = {"gemeld_op": date(2019, 9, 2), "bron": "spreekuur", "status": "ontvangen"}
    return Knelpunt(titel=title, categorie="onderhoud", **given, **values)


def _texts(kind: Soort) -> Iterator[str]:
    for column in (*kind.personal, *kind.texts):
        if kind.field(column).kind == "tekst" and (kind.key, column) not in _LEFT:
            yield column


def _file(ctx: Context) -> None:
    digest, size = jobs.run(contents.keep(ctx.store, io.BytesIO(f"{NAME} ".encode() * 900)))
    with ctx.store.step("Bestand") as db:
        owner = db.scalars(select(Knelpunt.id)).first()
        db.add(KnelpuntBijlage(ouder_id=owner, volgorde=9, naam=f"{NAME}.pdf", inhoud=digest, grootte=size))


def _version(ctx: Context) -> None:
    digest, size = jobs.run(contents.keep(ctx.store, io.BytesIO(f"Brief aan {NAME} ".encode() * 900)))
    with ctx.store.step("Versie") as db:
        owner = db.scalars(select(Brief.id)).first()
        made: dict[str, Any] = {
            "versie": 1,
            "vastgelegd_op": datetime(2019, 9, 2, tzinfo=UTC),
            "tekst": f"Beste {NAME},",
        }
        db.add(BriefVersie(ouder_id=owner, volgorde=0, naam="brief.pdf", inhoud=digest, grootte=size, **made))


def _history(ctx: Context) -> None:
    """What stands there no more: somebody else's name in a contact block, and a text that was mended."""
    with ctx.store.step("Melder") as db:
        row = _case("Tocht", melder_naam=NAME, melder_telefoon="0698765412")
        row.omschrijving = f"Gebeld met {NAME}"
        db.add(row)
    with ctx.store.step("Andere melder") as db:
        row = db.get_one(Knelpunt, row.id)
        row.melder_naam, row.melder_telefoon, row.omschrijving = "K. Anders", None, "Gebeld"


def _bin(ctx: Context) -> None:
    with ctx.store.step("Weg") as db:
        db.add(row := _case(f"Lek bij {NAME}", melder_naam=NAME))
        db.flush()
        row.verwijderd = IN_BIN


def _undone(ctx: Context) -> None:
    with ctx.store.step("Ongedaan") as db:
        db.add(_case(f"Kier bij {NAME}", melder_naam=NAME))
    undo.undo(ctx.store)


def _beside(ctx: Context) -> None:
    concepts.keep(
        ctx.store,
        Concept(soort="knelpunt", titel=NAME, gegevens={"melder_naam": NAME, "lijst": [{"a": NAME}]}),
    )
    concepts.keep(ctx.store, Concept(soort="knelpunt", nummer=1, gegevens={"titel": NAME}))
    preferences.put(ctx.store, "lijst.knelpunt.filters", [{"woorden": SURNAME}])


def all_of(found: tuple[Treffer, ...]) -> list[Besluit]:
    """Everything that can go, goes."""
    return [Besluit(each.sleutel, "gewist") for each in found if each.kan_weg]


def seen(data: bytes) -> list[str]:
    """What of the name, or of it as the index has it, can be read in these bytes."""
    found = [word.decode() for word in (SURNAME.encode(), SURNAME.lower().encode()) if word in data]
    # Three letters alone stand in any megabytes of keys and hashes: the index has them after its own sign "0", or after
    # how many signs are those of the word before (that one) and how many follow.
    return found + [gram.decode() for gram in GRAMS if b"0" + gram in data or b"\x01\x03" + gram in data]
