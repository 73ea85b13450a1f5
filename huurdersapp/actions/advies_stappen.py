"""What one puts down of a case on one line: how far it is, what comes next, and each step as one that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NoReturn

from huurdersapp.actions import brief_versies, brieven, lists, records
from huurdersapp.actions.brief_versturen import TO_CASE
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunten import changed, lines
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.advies import ASKED, STATUS_BY_FACT
from huurdersapp.records.advies_termijn import feiten
from huurdersapp.records.advies_vervolg import early_positive
from huurdersapp.records.draft import Fault
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import StepSession

KIND = "advies"
LAST_DAY, WEEKS = "uiterste_datum", "weken"
"""How a landlord says his term: until which day, or how many weeks. Kept as days after the receipt."""
WEEK = 7
CONSULTED = ("raadplegen", "concept")
"""Steps that only an advies and a consent have."""
WITH_OUTCOME = (*ASKED, "ongevraagd")

TO_LETTER = {of_case: of_letter for of_letter, of_case in TO_CASE.items()}
"""Fields of a case that its letter has too."""
STEPS: Mapping[str, LazyText] = {
    "ontvangen": lazy("Ontvangen"),
    "raadplegen": lazy("Raadplegen"),
    "concept": lazy("Concept"),
    "akkoord": lazy("Bestuur akkoord"),
    "verstuurd": lazy("Verstuurd"),
    "ontvangen_door_verhuurder": lazy("Ontvangen door verhuurder"),
    "reactie": lazy("Reactie"),
    "afgesloten": lazy("Afgesloten"),
}
"""The way of a case, by the status that each step gives it."""
NAMES: Mapping[str, LazyText] = {
    "ontvangen": lazy("ontvangst"),
    "termijn": lazy("termijn"),
    "volledig": lazy("volledig"),
    "verlengd": lazy("termijn verlengd"),
    "raadplegen": lazy("waar het op steunt"),
    "advies": lazy("ons advies"),
    "besluit": lazy("besluit van het bestuur"),
    "verstuurd": lazy("verstuurd"),
    "aangekomen": lazy("ontvangen door verhuurder"),
    "geen_bezwaar": lazy("geen bezwaar"),
    "reactie": lazy("reactie van de verhuurder"),
    "herinnerd": lazy("herinnering gestuurd"),
    "overleg": lazy("overleg"),
    "geschil": lazy("geschil"),
    "stukken": lazy("stukken"),
    "gebeurtenis": lazy("wat er gebeurde"),
    "beantwoord": lazy("antwoord gekregen"),
    "antwoord": lazy("reactie op een punt"),
    "voldaan": lazy("voorwaarde voldaan"),
    "afsluiten": lazy("afgesloten"),
    "heropenen": lazy("weer open"),
}
"""How each step is called where it can be undone."""

Values = Mapping[str, Any]
Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Along:
    """A step on the way of a case: done, passed over, the one where it is now, or still to come."""

    key: str
    words: str
    state: str


def along(record: Values) -> list[Along]:
    """The way of a case as a record has it (JSON values), with how far it is.

    The states are "gedaan", "overgeslagen", "nu" and "straks". A case that we began ourselves begins with that.
    """
    keys = [key for key in STEPS if key not in CONSULTED or record["soort"] in WITH_OUTCOME]
    facts = dict(STATUS_BY_FACT)
    status = record["status"]
    at = keys.index(status) if status in keys else 0
    found = []
    for place, key in enumerate(keys):
        known = key == "ontvangen" or any(record[fact] for fact in facts.get(key, ()))
        state = "nu" if place == at else "straks" if place > at else "gedaan" if known else "overgeslagen"
        words = str(STEPS[key])
        if key == "ontvangen" and record["soort"] not in ASKED:
            words = _("Begonnen")
        found.append(Along(key, words, state))
    return found


def following(record: Values) -> str | None:
    """The step that one takes next; None when the case is closed."""
    status, asked = record["status"], record["soort"] in ASKED
    if status == "ontvangen":
        if asked and not record["ontvangen_op"]:
            return "ontvangen"
        return "raadplegen" if record["soort"] in WITH_OUTCOME else "besluit"
    if record["geen_bezwaar_ontvangen_op"] and status != "afgesloten":
        return "afsluiten"
    return {
        "raadplegen": "advies",
        "concept": "besluit",
        "akkoord": "verstuurd",
        "verstuurd": "aangekomen",
        "ontvangen_door_verhuurder": "reactie",
        "reactie": "afsluiten",
    }.get(status)


def term_of(record: Values) -> tuple[str | None, int | None]:
    """The landlord's term as he says it: its last day (ISO), and whole weeks where it is that."""
    days, received = record["termijn_dagen"], record["ontvangen_op"]
    if days is None:
        return None, None
    last = (date.fromisoformat(received) + timedelta(days=days)).isoformat() if received else None
    return last, None if last or days % WEEK else days // WEEK


def take(ctx: Context, number: int, step: str, values: Values, *, origin: object | None = None) -> list[str]:
    """Put down a step of a case (a key of `NAMES`), as one that can be undone; gives what to look at again.

    `values` are the fields of the record as JSON has them, for "termijn" also `LAST_DAY` or `WEEKS`, for "reactie"
    the reaction on a line as "voorwaarden:ID", for "antwoord", "beantwoord" and "voldaan" a line of `part` with its `id`.
    Raises Refused when a rule is broken, UserError when the case is not there.
    """
    spec = ctx.spec(KIND)
    label = _("Advies {number}: {step}").format(number=number, step=NAMES[step])
    with ctx.store.step(label, origin=origin) as db:
        row: Any = records.find(db, spec, number)
        raw = _MAKERS.get(step, _as_typed)(db, spec, row, values)
        told = changed(db, spec, row, raw)
        return [*told, *_on_letter(ctx, db, row, raw)]


def _on_letter(ctx: Context, db: StepSession, case: Any, raw: Values) -> list[str]:
    """The days of sending and arrival on the letter of the case too, once it was fixed; a draft is told of."""
    same = {TO_LETTER[key]: value for key, value in raw.items() if key in TO_LETTER}
    letter = brieven.of_case(db, case) if same else None
    if letter is None:
        return []
    if brief_versies.last_version(db, letter) is None:
        return [
            _("De brief zelf is nog niet vastgelegd. Doe dat bij de brief. Dan staat vast wat u verstuurde.")
        ]
    changed(db, ctx.spec("brief"), letter, same)
    return []


def is_fixed(ctx: Context, number: int) -> bool:
    """Whether the letter of a case was fixed; raises UserError when the case is not there."""
    with ctx.store.reading() as db:
        letter = brieven.of_case(db, records.find(db, ctx.spec(KIND), number))
        return letter is not None and brief_versies.last_version(db, letter) is not None


def before_sending(ctx: Context, number: int) -> list[str]:
    """What to know before the letter of a case goes out (Overlegwet art. 5 lid 3); raises UserError when it is not there."""
    with ctx.store.reading() as db:
        text = early_positive(feiten(records.find(db, ctx.spec(KIND), number)))
        return [] if text is None else [text]


def reminder(ctx: Context, number: int, *, origin: object | None = None) -> int:
    """The number of the letter that reminds the landlord of a case (Overlegwet art. 5 lid 2): the one that was begun and
    not sent, or else a new one. Raises UserError when the case is not there."""
    spec, letters = ctx.spec(KIND), ctx.spec("brief")
    found = lists.find(ctx, letters, (f"advies={number}", "soort=herinnering", "richting=uit"))
    begun = [int(each["nummer"]) for each in found if not each["verstuurd_op"]]
    if begun:
        return begun[0]
    case = records.show(ctx, spec, number)
    values = {
        "soort": "herinnering",
        "onderwerp": f"Herinnering: {case['onderwerp']}",  # the letter prints it: Dutch in every language
        "verhuurder": case["verhuurder"],
        "namens": case["namens"],
        "advies": number,
        "hun_kenmerk": case["kenmerk_verhuurder"],
        "behandelaar": case["behandelaar"],
    }
    filled = {key: value for key, value in values.items() if value is not None}
    made = records.create(ctx, letters, [filled], origin=origin)
    return int(made.records[0]["nummer"])


def _as_typed(_db: StepSession, _spec: RecordSpec, _row: Any, values: Values) -> Raw:
    return dict(values)


def _term(_db: StepSession, spec: RecordSpec, row: Any, values: Values) -> Raw:
    """The term in days, from its last day or its weeks. Under six weeks is told by the record, and kept."""
    raw = {key: value for key, value in values.items() if key not in (LAST_DAY, WEEKS)}
    received = _day(raw["ontvangen_op"]) if "ontvangen_op" in raw else row.ontvangen_op
    last, weeks = _day(values.get(LAST_DAY)), values.get(WEEKS)
    if last is not None and weeks is not None:
        _refuse(spec, _("Vul de uiterste datum in, of het aantal weken. Niet allebei."), WEEKS)
    if weeks is not None and weeks < 1:
        _refuse(spec, _("Vul minstens één week in. Gaf de verhuurder geen termijn? Laat dit leeg."), WEEKS)
    if last is None:
        return {**raw, "termijn_dagen": None if weeks is None else weeks * WEEK}
    if received is None:
        _refuse(spec, _("Vul in wanneer u de brief ontving. Vanaf die dag telt de termijn."), "ontvangen_op")
    if last <= received:
        _refuse(spec, _("Deze dag moet na de dag van ontvangst liggen. Kijk de datum na."), LAST_DAY)
    return {**raw, "termijn_dagen": (last - received).days}


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _refuse(spec: RecordSpec, text: str, key: str) -> NoReturn:
    raise records.Refused(spec, [Fault(text, (key,))])


def _reaction(db: StepSession, spec: RecordSpec, row: Any, values: Values) -> Raw:
    """What the landlord did, and what he said of each line."""
    raw = {key: value for key, value in values.items() if ":" not in key}
    said: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        part, colon, line = key.partition(":")
        if colon:
            said.setdefault(part, {})[line] = value
    for part, by_line in said.items():
        raw[part] = [
            {**line, "reactie": by_line[line["id"]]} if line["id"] in by_line else line
            for line in lines(db, spec, part, row.id)
        ]
    return raw


def _on_line(db: StepSession, spec: RecordSpec, row: Any, values: Values) -> Raw:
    part, key = values["part"], values["id"]
    more = {name: value for name, value in values.items() if name not in ("part", "id")}
    return {part: [{**line, **more} if line["id"] == key else line for line in lines(db, spec, part, row.id)]}


def _happened(db: StepSession, spec: RecordSpec, row: Any, values: Values) -> Raw:
    part = "gebeurtenissen"
    line = {key: value for key, value in values.items() if value is not None}
    return {part: [*lines(db, spec, part, row.id), line]}


def _opened(_db: StepSession, _spec: RecordSpec, _row: Any, _values: Values) -> Raw:
    return {"afgesloten_op": None, "afgesloten_reden": None}


_MAKERS: Mapping[str, Callable[[StepSession, RecordSpec, Any, Values], Raw]] = {
    "termijn": _term,
    "reactie": _reaction,
    "antwoord": _on_line,
    "beantwoord": _on_line,
    "voldaan": _on_line,
    "gebeurtenis": _happened,
    "heropenen": _opened,
}
