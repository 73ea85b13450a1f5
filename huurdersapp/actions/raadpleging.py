"""What a raadpleging needs for its next step, how many answered, which questions were put before, and its advies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, plain_of
from huurdersapp.actions.records import change, show
from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.raadpleging_tables import Raadpleging, Vraag
from huurdersapp.reports.language import rounded
from huurdersapp.store.step import ReadSession

NEXT = {"voorbereiden": "loopt", "loopt": "uitslag", "uitslag": "teruggekoppeld"}
"""The step that follows on each status."""


# -- steps ---------------------------------------------------------------------------------------------------------


def needed(record: Mapping[str, Any]) -> list[str]:
    """What the next step still needs, in words; nothing when it can be taken, or was the last one."""
    step = NEXT.get(record["status"])
    answered = replies(record)
    found = {
        "loopt": (
            (not record["vragen"] and not record["vraag"], _("de vragen")),
            (record["populatie_aantal"] is None and not _asked(record), _("hoeveel mensen u vraagt")),
            (not record["start_op"], _("begindatum")),
            (not record["sluit_op"], _("sluitdatum")),
        ),
        "uitslag": (
            (not record["sluit_op"], _("sluitdatum")),
            (answered is None, _("aantal reacties")),
            (not record["conclusies"], _("conclusies")),
        ),
        "teruggekoppeld": (
            (not record["conclusies"], _("conclusies")),
            (not record["terugkoppeling_op"], _("dag van de terugkoppeling")),
            (not record["terugkoppeling_hoe"], _("hoe de huurders het hoorden")),
        ),
    }
    return [words for missing, words in found.get(step or "", ()) if missing]


def untold(record: Mapping[str, Any]) -> str:
    """What is said of a raadpleging that is over while those who were asked heard nothing; "" where that is not so."""
    if record["terugkoppeling_op"]:
        return ""
    closed = record["sluit_op"]
    if closed and date.fromisoformat(closed) < clock.today():
        return _("Gesloten op {day}. De huurders hebben de uitslag nog niet gehoord.").format(
            day=day(date.fromisoformat(closed))
        )
    return _("De huurders hebben de uitslag nog niet gehoord.") if record["status"] == "uitslag" else ""


# -- response ------------------------------------------------------------------------------------------------------


def replies(record: Mapping[str, Any]) -> int | None:
    """How many answered: as it was told, else the sum of the channels where each is known."""
    total: int | None = record["respons_totaal"]
    lines = record["kanalen"]
    if total is None and lines and all(line["respons"] is not None for line in lines):
        total = sum(line["respons"] for line in lines)
    return total


def _asked(record: Mapping[str, Any]) -> int | None:
    lines = record["kanalen"]
    invited = [line["uitgenodigd"] for line in lines]
    return sum(invited) if invited and None not in invited else None


def response(record: Mapping[str, Any], percentages_from: int) -> str:
    """How many answered, of how many; a share only where there are enough answers. "" when nothing is known."""
    answered = replies(record)
    asked = record["populatie_aantal"]
    if asked is None:
        asked = _asked(record)
    if answered is None:
        return ""
    if not asked:
        return ngettext("{answered} reactie", "{answered} reacties", answered).format(
            answered=written(answered)
        )
    if answered < percentages_from or answered > asked:
        return _("{answered} van {asked} reacties").format(answered=written(answered), asked=written(asked))
    share = rounded(Fraction(100 * answered, asked), 0)
    return _("{answered} van {asked} reacties ({share} %)").format(
        answered=written(answered), asked=written(asked), share=share
    )


# -- earlier years -------------------------------------------------------------------------------------------------


def when_of(record: Plain) -> date | None:
    """The day by which years are told apart: when it closed, else began."""
    text = record["sluit_op"] or record["start_op"]
    return date.fromisoformat(text) if text else None


def compared_by(line: Plain) -> str:
    """The name under which a question is known from other years: its own, else its words."""
    return " ".join((line["sleutel"] or line["tekst"] or "").split()).casefold()


def earlier_of(db: ReadSession, record: Plain) -> dict[str, list[tuple[Plain, Plain]]]:
    """By `compared_by`, other raadplegingen that put a question of this one before, each with that question."""
    keys = {compared_by(line) for line in record["vragen"] if line["sleutel"]}
    found: dict[str, list[tuple[Plain, Plain]]] = {}
    if not keys:
        return found
    query = (
        select(Raadpleging.id, Vraag.sleutel, Vraag.tekst)
        .join(Vraag, Vraag.ouder_id == Raadpleging.id)
        .where(Vraag.verwijderd.is_(None), Raadpleging.verwijderd.is_(None))
        .order_by(Raadpleging.nummer)
    )
    owners = dict.fromkeys(
        owner
        for owner, key, text in db.execute(query)
        if compared_by({"sleutel": key, "tekst": text}) in keys
    )
    for other in plain_of(db, db.catalogue.specs["raadpleging"], list(owners)):
        if other["nummer"] == record["nummer"]:
            continue
        for line in other["vragen"]:
            if (key := compared_by(line)) in keys:
                found.setdefault(key, []).append((other, line))
    return found


@dataclass(frozen=True, slots=True)
class EarlierQuestion:
    """A question that was put before, with where: to put it again. `line` is it as a new line, without counts."""

    words: str
    source: str
    line: Plain


def earlier_questions(
    ctx: Context, number: int | None, words: str = "", most: int = 50
) -> list[EarlierQuestion]:
    """The questions of other raadplegingen than this one in which all words stand, newest first."""
    spec = ctx.spec("raadpleging")
    with ctx.store.reading() as db:
        rows = sorted(db.alive(spec), key=lambda row: row.sluit_op or row.start_op or date.min, reverse=True)
        plain = list(plain_of(db, spec, [row.id for row in rows]))
    found: list[EarlierQuestion] = []
    wanted = words.casefold().split()
    for record in plain:
        if record["nummer"] == number:
            continue
        when = when_of(record)
        source = f"{record['titel']} ({when.year})" if when else record["titel"]
        for line in record["vragen"]:
            text = " ".join((line["tekst"] or "").split())
            if all(word in f"{text} {source}".casefold() for word in wanted):
                found.append(EarlierQuestion(text, source, copied(line)))
            if len(found) == most:
                return found
    return found


def copied(line: Plain) -> Plain:
    """A question to put again: its text, kind, answers and what it is compared by, without any count."""
    return {
        "tekst": line["tekst"],
        "soort": line["soort"],
        "sleutel": line["sleutel"] or " ".join((line["tekst"] or "").split()),
        "opties": [{"tekst": option["tekst"]} for option in line["opties"]],
    }


# -- in an advies --------------------------------------------------------------------------------------------------


def open_adviezen(ctx: Context, number: int) -> list[tuple[int, str]]:
    """The adviezen that are still to be done and do not name this raadpleging yet: number and what it is about."""
    spec = ctx.spec("advies")
    found = lists.find(ctx, spec, [f"open_op={clock.today().isoformat()}"])
    return [(item["nummer"], item["onderwerp"]) for item in found if number not in item["raadplegingen"]]


def put_in_advies(ctx: Context, number: int, advies: int, *, origin: object | None = None) -> str:
    """Let an advies stand on this raadpleging as well, in one step; gives what the advies is about."""
    spec = ctx.spec("advies")
    record = show(ctx, spec, advies)
    if number not in record["raadplegingen"]:
        change(ctx, spec, advies, {"raadplegingen": [*record["raadplegingen"], number]}, origin=origin)
    return str(record["onderwerp"])
