"""Where else a person may stand: forms that were not saved, what screens remember, and who worked with the program."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import select

from huurdersapp.actions.persoon_lijkt import Gezocht, Zeker, sureness, texts_in, together
from huurdersapp.actions.persoon_treffer import Plek, Treffer, short
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store.concepts import CONCEPT, ENTITY
from huurdersapp.store.journal import STEP
from huurdersapp.store.preferences import VOORKEUR
from huurdersapp.store.step import ReadSession


def elders(db: ReadSession, wanted: Gezocht) -> Iterator[Treffer]:
    """What is found outside the records."""
    yield from _concepts(db, wanted)
    yield from _screens(db, wanted)
    yield from _authors(db, wanted)


def _concepts(db: ReadSession, wanted: Gezocht) -> Iterator[Treffer]:
    query = select(CONCEPT.c.id, CONCEPT.c.soort, CONCEPT.c.nummer, CONCEPT.c.gegevens, CONCEPT.c.titel)
    for key, soort, number, kept, title in db.connection().execute(query):
        if found := _found(wanted, [title, *_texts(kept)]):
            spec = db.catalogue.specs.get(soort)
            yield Treffer(
                f"concept:{key}",
                "concept",
                soort,
                str(spec.label) if spec else soort,
                number,
                title,
                _("Formulier dat niet is opgeslagen"),
                *found,
                plek=Plek(ENTITY, key),
            )


def _screens(db: ReadSession, wanted: Gezocht) -> Iterator[Treffer]:
    for key, value in db.connection().execute(select(VOORKEUR.c.sleutel, VOORKEUR.c.waarde)):
        if found := _found(wanted, _texts(value)):
            yield Treffer(
                f"scherm:{key}",
                "scherm",
                "scherm",
                _("Wat een scherm onthoudt"),
                None,
                "",
                "",
                *found,
                plek=Plek("", key),
            )


def _authors(db: ReadSession, wanted: Gezocht) -> Iterator[Treffer]:
    for author in db.scalars(select(STEP.c.author).distinct()):
        if found := _found(wanted, [author]):
            yield Treffer(
                f"auteur:{author}",
                "auteur",
                "geschiedenis",
                _("Wie wat deed"),
                None,
                "",
                _("Naam bij stappen in de geschiedenis"),
                *found,
                bewaren=_("De geschiedenis laat zien wie wat deed. Daarom blijft deze naam staan."),
                kan_weg=False,
            )


def _texts(kept: str) -> list[str]:
    try:
        return list(texts_in(msgspec.json.decode(kept)))
    except msgspec.DecodeError:  # nobody can read it as a form, but there are words in it
        return [kept]


def _found(wanted: Gezocht, texts: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], str, Zeker] | None:
    """Labels, values, why and how sure; None when nothing is found."""
    there = {text: hits for text in texts if (hits := wanted.find(text))}
    if not there:
        return None
    points, why = together(hit for hits in there.values() for hit in hits)
    return (), tuple(map(short, there)), " ".join(why), sureness(points)
