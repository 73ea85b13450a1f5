"""The processing register: what the program proposes for it, and how long data of people are kept by it.

Proposals are what this program really keeps, with purpose, lawful basis and term (AVG art. 6 lid 1 and art. 30 lid 1). The
AVG gives no terms: an organisation chooses and motivates them (art. 5 lid 1 sub e). A board takes proposals over or
writes its own; what it wrote is never changed by the program.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, func, select

from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, Resolver
from huurdersapp.actions.records import refuse, write
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.paths import own
from huurdersapp.records.draft import read
from huurdersapp.records.verwerking import Verwerking
from huurdersapp.store.step import ReadSession

KIND = "verwerking"
CATALOGUE = own("resources") / "catalogi" / "verwerkingen.json"
HERKOMST: Mapping[str, str] = {
    "energiebezoeken": "Van u, bij het energiebezoek, of van de lijst waarmee de coach op pad ging.",
    "knelpunten": "Van u, toen u het meldde, of van wie het voor u meldde.",
    "raadplegingen": "Van u, in uw antwoord.",
    "campagnes": "Van u, toen u zich aanmeldde.",
    "renovaties": "Van u, of van de lijst van de verhuurder.",
    "commissies": "Van u, of van uw bewonerscommissie.",
    "contacten": "Van u, of van de organisatie waarvoor u werkt.",
    "energiecoaches": "Van u.",
    "adressen": "Van de verhuurder (Overlegwet artikel 5c).",
    "brieven": "Van u, of uit onze eigen administratie.",
    "verzoeken": "Van u, bij uw verzoek.",
}
"""Where the data come from, for paper (AVG art. 14 lid 2 sub f and art. 15 lid 1 sub g)."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A processing activity as the program proposes it: `values` as `nieuw verwerking` takes them. `er_al`: the board has
    one for these data."""

    soort: str
    naam: str
    values: Plain
    er_al: bool

    @property
    def bewaarmaanden(self) -> int | None:
        """After how many months the data go; None where no term is proposed."""
        months = self.values["bewaarmaanden"]
        return None if months is None else int(months)


@cache
def _catalogue() -> tuple[Plain, ...]:
    return tuple(json.loads(CATALOGUE.read_text(encoding="utf-8"))["verwerkingen"])


def voorstellen(ctx: Context) -> tuple[Voorstel, ...]:
    """All proposals, in the order of the register; those that the board has already say so."""
    with ctx.store.reading() as db:
        known = _known(db)
    return tuple(Voorstel(item["soort"], item["naam"], item, item["soort"] in known) for item in _catalogue())


def overnemen(
    ctx: Context, soorten: Collection[str] | None = None, *, origin: object | None = None
) -> tuple[int, ...]:
    """Put the proposals (of these kinds of data; None: all) into the register in one step, and give their numbers.

    What is there stays: of a kind that has a running verwerking nothing is added, so doing it twice adds nothing.
    """
    wanted = [
        item.values
        for item in voorstellen(ctx)
        if not item.er_al and (soorten is None or item.soort in soorten)
    ]
    if not wanted:
        return ()
    spec, since = ctx.spec(KIND), clock.today().isoformat()
    numbers = []
    with ctx.store.step(_("Voorstellen voor verwerkingen overnemen"), origin=origin) as db:
        resolver, known = Resolver(db), _known(db)
        for values in wanted:
            if values["soort"] not in known:
                filled = {key: value for key, value in values.items() if value not in ("", None)}
                draft, faults = read(spec, {**filled, "sinds": since}, resolver)
                refuse(spec, faults)
                row = write(db, draft)
                assert isinstance(row, Verwerking)
                db.flush()
                numbers.append(row.nummer)
    return tuple(numbers)


def termijn(db: ReadSession, soort: str) -> int | None:
    """After how many months data of this kind go, by the register; None where no term was set.

    Of several running verwerkingen the shortest term counts.
    """
    query = select(func.min(Verwerking.bewaarmaanden)).where(*_running(), Verwerking.soort == soort)
    return db.scalar(query)


def langste_contact(ctx: Context) -> int:
    """The longest term of all in months: no copy needs to be older than this. Where the register is silent the proposal
    counts, so that it never is shorter than what the board may still choose without having said so."""
    with ctx.store.reading() as db:
        set_terms = {item["soort"]: termijn(db, item["soort"]) for item in _catalogue()}
        known = _known(db)
    terms = [
        set_terms[item["soort"]] if item["soort"] in known else item["bewaarmaanden"] for item in _catalogue()
    ]
    return max((months for months in terms if months is not None), default=12)


def lopend(db: ReadSession) -> list[Verwerking]:
    """All running verwerkingen: those of the program in the order of the proposals, then the others by name."""
    order = {item["soort"]: at for at, item in enumerate(_catalogue())}
    rows = db.scalars(select(Verwerking).where(*_running())).all()
    return sorted(rows, key=lambda row: (order.get(row.soort, len(order)), row.naam.casefold(), row.nummer))


def _running() -> tuple[ColumnElement[bool], ...]:
    today = clock.today()
    return (
        Verwerking.verwijderd.is_(None),
        Verwerking.beeindigd_op.is_(None) | (Verwerking.beeindigd_op > today),
    )


def _known(db: ReadSession) -> set[str]:
    return set(db.scalars(select(Verwerking.soort).where(*_running())))
