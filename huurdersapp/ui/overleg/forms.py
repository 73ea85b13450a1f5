"""The small forms under an overleg: who was there, an item, bringing in, what was agreed, the minutes, the next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from huurdersapp.actions import actiepunten, finding, metingen, overleg_openstaand, overleggen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.knelpunt_status import OPEN
from huurdersapp.records.spec import PartSpec, RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import Editors
from huurdersapp.ui.forms.small_forms import SmallForm
from huurdersapp.ui.overleg.form import NAMES
from huurdersapp.ui.overleg.ticks import NamesEditor, Offer, TicksEditor

CHOSEN = "gekozen"
NEW_ITEM = ("onderwerp", "bedoeling", "eigen_punt", "minuten", "wie", "stuk")
ITEM = (
    *NEW_ITEM, "bespreking", "besluit", "geweigerd", "geweigerd_reden", "ingediend_op",
    "knelpunt", "indicator", "afspraak", "afwijking", "advies",
)  # fmt: skip
ACTION = ("wat", "partij", "persoon", "uiterlijk")
MANY = 400
"""Records that can be ticked in a small form; a line above them finds among these."""
Told = Sequence[str]


@dataclass(frozen=True, slots=True)
class Small:
    """A small form: its button, its title, what is said after it, and whether the next one can follow at once."""

    label: LazyText
    title: LazyText
    said: LazyText
    repeats: bool = False


FORMS: Mapping[str, Small] = {
    "wie": Small(lazy("Namen bijwerken…"), lazy("Wie erbij zijn"), lazy("Vastgelegd: wie erbij zijn.")),
    "punt": Small(lazy("+ Agendapunt"), lazy("Agendapunt"), lazy("Op de agenda gezet."), True),
    "openstaand": Small(
        lazy("Openstaand van vorige keer…"),
        lazy("Wat zet u op de agenda?"),
        lazy("Op de agenda gezet."),
    ),
    "stukken": Small(lazy("Stukken toevoegen…"), lazy("Stukken"), lazy("Opgeslagen: de stukken.")),
    "inbrengen": Small(
        lazy("Knelpunten inbrengen…"),
        lazy("Welke knelpunten brengt u in?"),
        lazy("De knelpunten staan op de agenda."),
    ),
    "maten": Small(
        lazy("Maten inbrengen…"),
        lazy("Welke maten van het akkoord brengt u in?"),
        lazy("De maten staan op de agenda."),
    ),
    "bevestigen": Small(
        lazy("Metingen bevestigen…"),
        lazy("Welke metingen zijn bevestigd?"),
        lazy("De metingen zijn bevestigd."),
    ),
    "metingen": Small(
        lazy("Metingen vaststellen…"),
        lazy("Welke metingen zijn vastgesteld?"),
        lazy("De metingen zijn vastgesteld."),
    ),
    "actie": Small(
        lazy("+ Actiepunt of toezegging"), lazy("Actiepunt of toezegging"), lazy("Vastgelegd: {what}."), True
    ),
    "verslag": Small(lazy("Verslag schrijven…"), lazy("Verslag"), lazy("Opgeslagen: het verslag.")),
    "vaststellen": Small(
        lazy("Verslag vaststellen…"),
        lazy("Wanneer is het verslag vastgesteld?"),
        lazy("Het verslag is vastgesteld."),
    ),
    "verstuurd": Small(
        lazy("Verstuurd op…"),
        lazy("Wanneer zijn agenda en verslag verstuurd?"),
        lazy("Vastgelegd: verstuurd."),
    ),
    "volgend": Small(
        lazy("Volgend overleg…"),
        lazy("Volgend overleg, met dezelfde mensen"),
        lazy("Het volgende overleg is gepland."),
    ),
    "afgelasten": Small(
        lazy("Gaat niet door…"),
        lazy("Waarom gaat het niet door?"),
        lazy("Vastgelegd: dit overleg gaat niet door."),
    ),
}
"""By the name that a concept has for the step."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a small form needs besides its words: the spec of its fields, which ones, how it begins, and what saves it."""

    spec: RecordSpec
    keys: tuple[str, ...]
    do: Callable[[dict[str, Any]], Told | None]
    values: Mapping[str, Any] = field(default_factory=dict)
    needed: tuple[str, ...] = ()
    editors: Editors = field(default_factory=dict)


def small_form(
    desk: Desk, step: str, record: Mapping[str, Any], done: Callable[[str, Told], None]
) -> SmallForm:
    """The small form of a step of this meeting; "punt:KEY" changes an item. `done` with the step and what to look at."""
    kind, _colon, item = step.partition(":")
    asked = item_asked(desk, record, item) if item else MAKERS[kind](desk, record)

    def save(typed: dict[str, Any]) -> None:
        done(step, asked.do(typed) or ())

    title = _("Agendapunt wijzigen") if item else str(FORMS[kind].title)
    return SmallForm(asked.spec, asked.keys, title, save, asked.values, asked.needed, asked.editors)


def _meeting(desk: Desk) -> RecordSpec:
    return desk.ctx.spec(overleggen.KIND)


def _fields(
    desk: Desk, record: Mapping[str, Any], keys: tuple[str, ...], needed: tuple[str, ...] = (), **values: Any
) -> Asked:
    """Some fields of the meeting itself."""
    spec, number = _meeting(desk), record["nummer"]

    def save(typed: dict[str, Any]) -> Told:
        return records.save(desk.ctx, spec, typed, number).labelled

    return Asked(spec, keys, save, {**{key: record[key] for key in keys}, **values}, needed)


def _who(desk: Desk, record: Mapping[str, Any]) -> Asked:
    def people(desk: Desk) -> NamesEditor:
        editor = NamesEditor(desk)
        editor.offer = lambda: overleggen.people(desk.ctx, record["partijen"], record["verhuurder"])
        return editor

    asked = _fields(desk, record, ("partijen", "voorzitter", "notulist", *NAMES))
    return replace(asked, editors=dict.fromkeys(NAMES, people))


def _new_item(desk: Desk, record: Mapping[str, Any]) -> Asked:
    spec, number = _meeting(desk).part[overleggen.AGENDA].spec, record["nummer"]
    return Asked(
        spec,
        NEW_ITEM,
        lambda typed: overleggen.add_item(desk.ctx, number, typed),
        {"bedoeling": "bespreken"},
        ("onderwerp",),
    )


def item_asked(desk: Desk, record: Mapping[str, Any], item: str) -> Asked:
    """An item that is there: all of it, also what was said and decided."""
    spec, number = _meeting(desk).part[overleggen.AGENDA].spec, record["nummer"]
    line: Mapping[str, Any] = next((each for each in record[overleggen.AGENDA] if each["id"] == item), {})
    values = {key: line.get(key) for key in ITEM}
    return Asked(
        spec,
        ITEM,
        lambda typed: overleggen.change_item(desk.ctx, number, item, typed),
        values,
        ("onderwerp",),
    )


def _ticks(
    desk: Desk, offered: Offer, none: str, label: str, do: Callable[[list[Any]], Told | None]
) -> Asked:
    """Something to tick."""
    spec = _meeting(desk)
    part = PartSpec(CHOSEN, label, spec.part["partijen"].spec, "partij")
    return Asked(
        replace(spec, parts=(*spec.parts, part)),
        (CHOSEN,),
        lambda typed: do(typed[CHOSEN]),
        editors={CHOSEN: lambda desk: TicksEditor(desk, offered, none)},
    )


def _left(desk: Desk, record: Mapping[str, Any]) -> Asked:
    ctx, number = desk.ctx, record["nummer"]
    found = [
        (each.key, _("{subject}. {words}").format(subject=each.subject.rstrip("."), words=each.words))
        for each in overleg_openstaand.left_open(ctx, number)
    ]
    return _ticks(
        desk,
        found,
        _("Er staat niets meer open uit eerdere overleggen van deze soort."),
        _("Openstaand van vorige keer"),
        lambda chosen: overleggen.carry_on(ctx, number, chosen),
    )


def _problems(desk: Desk, record: Mapping[str, Any]) -> Asked:
    ctx, number = desk.ctx, record["nummer"]
    status = f"status={','.join(OPEN)}"
    return _ticks(
        desk,
        _listed(ctx, "knelpunt", (status,)),
        _("Er zijn geen open knelpunten."),
        _("Open knelpunten"),
        lambda chosen: overleggen.bring_in(ctx, number, chosen),
    )


def _measures(desk: Desk, record: Mapping[str, Any]) -> Asked:
    ctx, number = desk.ctx, record["nummer"]
    return _ticks(
        desk,
        _listed(ctx, "indicator", ()),
        _("Er zijn nog geen maten. Laad eerst een akkoord."),
        _("Maten van het akkoord"),
        lambda chosen: overleggen.bring_indicators(ctx, number, chosen),
    )


def _values(desk: Desk, record: Mapping[str, Any], *, settle: bool) -> Asked:
    ctx, number = desk.ctx, record["nummer"]
    do = metingen.settle if settle else metingen.confirm
    status = "status=concept,bevestigd" if settle else "status=concept"
    none = (
        _("Er zijn geen metingen om vast te stellen.") if settle else _("Er zijn geen metingen in concept.")
    )

    def save(chosen: list[Any]) -> Told:
        return do(ctx, chosen, number).labelled if chosen else ()

    return _ticks(desk, _listed(ctx, "meting", (status, "geldend=ja")), none, _("Metingen"), save)


def _listed(ctx: Context, kind: str, where: tuple[str, ...]) -> Offer:
    return [
        (each.number, _("{name} ({more})").format(name=each.name, more=each.more))
        for each in finding.listed(ctx, kind, where, MANY)
    ]


def _action(desk: Desk, record: Mapping[str, Any]) -> Asked:
    ctx, number = desk.ctx, record["nummer"]

    def save(typed: dict[str, Any]) -> None:
        actiepunten.add_many(ctx, number, [typed])

    return Asked(ctx.spec(actiepunten.KIND), ACTION, save, needed=("wat",))


def _settle(desk: Desk, record: Mapping[str, Any]) -> Asked:
    ctx, number, key = desk.ctx, record["nummer"], "verslag_vastgesteld_op"
    day = overleggen.settling_day(ctx, number) or clock.today()
    return Asked(
        _meeting(desk),
        (key,),
        lambda typed: overleggen.settle(ctx, number, typed[key]),
        {key: record[key] or day.isoformat()},
        (key,),
    )


def _next(desk: Desk, record: Mapping[str, Any]) -> Asked:
    ctx, number = desk.ctx, record["nummer"]
    values = {"datum": record["volgende_op"], "begintijd": record["begintijd"], "plaats": record["plaats"]}

    def save(typed: dict[str, Any]) -> None:
        overleggen.plan_next(ctx, number, typed)

    return Asked(_meeting(desk), ("datum", "begintijd", "plaats"), save, values, ("datum",))


def _off(desk: Desk, record: Mapping[str, Any]) -> Asked:
    key = "afgelast_reden"
    return Asked(
        _meeting(desk),
        (key,),
        lambda typed: overleggen.call_off(desk.ctx, record["nummer"], typed[key]),
        {key: record[key]},
        (key,),
    )


MAKERS: Mapping[str, Callable[[Desk, Mapping[str, Any]], Asked]] = {
    "wie": _who,
    "punt": _new_item,
    "openstaand": _left,
    "stukken": lambda desk, record: _fields(desk, record, ("bijlagen",)),
    "inbrengen": _problems,
    "maten": _measures,
    "bevestigen": partial(_values, settle=False),
    "metingen": partial(_values, settle=True),
    "actie": _action,
    "verslag": lambda desk, record: _fields(desk, record, ("verslag",)),
    "vaststellen": _settle,
    "verstuurd": lambda desk, record: _fields(desk, record, ("agenda_verstuurd_op", "verslag_verstuurd_op")),
    "volgend": _next,
    "afgelasten": _off,
}
