"""What the list to walk along the doors of a renovation says, read from the records at one moment.

The only paper of a renovation for which names are read, and only where they are asked for.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from huurdersapp.actions.afzender import own
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import printed
from huurdersapp.actions.renovatie_stand import eenheid_stand
from huurdersapp.actions.renovatie_tellen import natural
from huurdersapp.records.draagvlak import ANSWERED, EMPTY
from huurdersapp.records.renovatie_tables import UITKOMSTEN, Contactmoment, Renovatiewoning
from huurdersapp.reports import renovatiepapier_values as paper
from huurdersapp.store.step import ReadSession

ANSWERS_KNOWN = "Antwoord is er"
"""All that the walk list says of a home that answered."""


def lijst(
    ctx: Context,
    db: ReadSession,
    number: int,
    on: date,
    *,
    per_trappenhuis: bool,
    alleen_open: bool,
    met_namen: bool,
    loper: str,
    datum: date | None,
) -> paper.RenovatielijstValues:
    """The homes with a tenant, to walk along. Names only where they are asked for and there are any."""
    stand = eenheid_stand(db, number, on)
    query = select(Renovatiewoning).where(
        Renovatiewoning.eenheid_id == stand.id,
        Renovatiewoning.verwijderd.is_(None),
        Renovatiewoning.instemming != EMPTY,
    )
    if alleen_open:
        query = query.where(Renovatiewoning.instemming.not_in(ANSWERED))
    rows = sorted(db.scalars(query), key=lambda row: natural(row.trappenhuis or ""))
    met_namen = met_namen and any(row.huurder for row in rows)
    last = _contacts(db, stand.id)
    return paper.RenovatielijstValues(
        organisatie=own(db).naam,
        project=stand.project,
        eenheid=stand.naam,
        woningen=tuple(
            paper.LijstWoning(
                naam=row.naam,
                straat=row.straat or "",
                huisnummer=row.huisnummer,
                toevoeging=row.toevoeging or "",
                trappenhuis=row.trappenhuis or "",
                verdieping=row.verdieping,
                deur=row.deur,
                laatst=ANSWERS_KNOWN if row.instemming in ANSWERED else last.get(row.id, ""),
                huurder=(row.huurder or "") if met_namen else "",
            )
            for row in rows
        ),
        per_trappenhuis=per_trappenhuis,
        alleen_open=alleen_open,
        met_namen=met_namen,
        loper=loper,
        datum=datum,
        stand_op=on,
        voorbeeld=ctx.store.example,
    )


def _contacts(db: ReadSession, unit: str) -> dict[str, str]:
    """By home how the last contact went, and when somebody would come back."""
    query = (
        select(Contactmoment)
        .join(Renovatiewoning, Renovatiewoning.id == Contactmoment.ouder_id)
        .where(Renovatiewoning.eenheid_id == unit, Contactmoment.verwijderd.is_(None))
        .order_by(Contactmoment.datum, Contactmoment.volgorde)
    )
    found = {}
    for line in db.scalars(query):
        back = f"; terug {_brief(line.terug_op)}" if line.terug_op else ""
        found[line.ouder_id] = f"{printed(UITKOMSTEN, line.uitkomst)} {_brief(line.datum)}{back}"
    return found


def _brief(day: date) -> str:
    """A day in a narrow column; the list itself says of which day it is."""
    return f"{day.day}-{day.month}"
