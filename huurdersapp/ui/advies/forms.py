"""The small form of each step of a case: a few fields of which the day is filled in, saved on one press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from huurdersapp.actions import advies_stappen, advies_verloop
from huurdersapp.actions.advies_stappen import LAST_DAY, WEEKS
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.text import LineEditor
from huurdersapp.ui.forms.field_set import Editors
from huurdersapp.ui.forms.small_forms import SmallForm

Record = Mapping[str, Any]
LINES = {
    "voorwaarden": lazy("Voorwaarde {place}: {text}"),
    "aanbevelingen": lazy("Aanbeveling {place}: {text}"),
}
"""Parts on which the landlord reacts line by line."""
BOARD = "het bestuur"
"""Who settles a letter. The letter prints it, so it is Dutch in every language of the screen."""
LONGEST = 60
"""Signs of a voorwaarde that stand above its choice."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a step asks: its button, its title, its fields, which of these must be filled, which begin with today, what
    is said when it was put down."""

    label: LazyText
    title: LazyText
    said: LazyText
    keys: tuple[str, ...]
    needed: tuple[str, ...] = ()
    today: tuple[str, ...] = ()
    editors: Editors = field(default_factory=dict)


STEPS: Mapping[str, Step] = {
    "ontvangen": Step(
        lazy("Ontvangst vastleggen…"),
        lazy("Wanneer kwam de brief van de verhuurder binnen?"),
        lazy("Vastgelegd: de ontvangst."),
        ("ontvangen_op", "ontvangen_bewijs", "brief_verhuurder_op", "kenmerk_verhuurder"),
        ("ontvangen_op",),
        ("ontvangen_op",),
    ),
    "termijn": Step(
        lazy("Termijn van de verhuurder…"),
        lazy("Hoe lang geeft de verhuurder?"),
        lazy("Vastgelegd: de termijn."),
        (LAST_DAY, WEEKS, "termijn_bewijs"),
    ),
    "volledig": Step(
        lazy("Volledig…"),
        lazy("Wanneer was alles er volgens u?"),
        lazy("Vastgelegd: volledig."),
        ("volledig_op", "volledig_bewijs", "ontbreekt"),
        (),
        ("volledig_op",),
        {"ontbreekt": LineEditor},
    ),
    "verlengd": Step(
        lazy("Verlengd…"),
        lazy("Tot wanneer is de termijn verlengd?"),
        lazy("Vastgelegd: de verlenging."),
        ("verlengd_tot", "verlengd_mondeling", "verlengd_bewijs"),
        ("verlengd_tot",),
    ),
    "raadplegen": Step(
        lazy("Raadpleging koppelen…"),
        lazy("Waar steunt dit advies op?"),
        lazy("Vastgelegd: waar het op steunt."),
        ("raadplegingen", "knelpunten", "afspraken"),
    ),
    "advies": Step(
        lazy("Ons advies…"),
        lazy("Wat adviseert u?"),
        lazy("Vastgelegd: ons advies."),
        ("uitkomst", "toelichting_advies", "voorwaarden"),
        ("uitkomst",),
    ),
    "besluit": Step(
        lazy("Besluit van het bestuur…"),
        lazy("Wat besloot het bestuur?"),
        lazy("Vastgelegd: het besluit van het bestuur."),
        ("vastgesteld_op", "uitkomst", "vastgesteld_door", "aanwezig", "stemmen"),
        ("vastgesteld_op",),
        ("vastgesteld_op",),
    ),
    "verstuurd": Step(
        lazy("Verstuurd…"),
        lazy("Hoe is de brief verstuurd?"),
        lazy("Vastgelegd: verstuurd."),
        ("verstuurd_op", "verstuurd_wijze", "verstuurd_bewijs"),
        ("verstuurd_op",),
        ("verstuurd_op",),
    ),
    "aangekomen": Step(
        lazy("Ontvangen door verhuurder…"),
        lazy("Wanneer ontving de verhuurder uw brief?"),
        lazy("Vastgelegd: ontvangen door de verhuurder."),
        ("advies_ontvangen_op", "advies_ontvangen_bewijs"),
        ("advies_ontvangen_op",),
        ("advies_ontvangen_op",),
    ),
    "geen_bezwaar": Step(
        lazy("Geen bezwaar…"),
        lazy("Wanneer kreeg de verhuurder uw ‘geen bezwaar’?"),
        lazy("Vastgelegd: geen bezwaar."),
        ("geen_bezwaar_ontvangen_op", "geen_bezwaar_bewijs"),
        ("geen_bezwaar_ontvangen_op",),
        ("geen_bezwaar_ontvangen_op",),
    ),
    "reactie": Step(
        lazy("Reactie van de verhuurder…"),
        lazy("Wat deed de verhuurder met uw advies?"),
        lazy("Vastgelegd: de reactie."),
        ("reactie", "reactie_op", "reactie_bewijs", "redenen_ontvangen_op", "reactie_toelichting"),
        ("reactie",),
        ("reactie_op",),
    ),
    "herinnerd": Step(
        lazy("Herinnering gestuurd…"),
        lazy("Wanneer stuurde u de herinnering?"),
        lazy("Vastgelegd: de herinnering."),
        ("herinnerd_op",),
        ("herinnerd_op",),
        ("herinnerd_op",),
    ),
    "overleg": Step(
        lazy("Overleg…"),
        lazy("Is er overlegd?"),
        lazy("Vastgelegd: het overleg."),
        ("overleg_gevraagd_op", "overlegd_op"),
    ),
    "geschil": Step(
        lazy("Geschil…"),
        lazy("Waar legt u het geschil voor?"),
        lazy("Vastgelegd: het geschil."),
        ("geschil_bij", "geschil_op", "uitspraak_op", "uitspraak"),
        ("geschil_bij",),
        ("geschil_op",),
    ),
    "stukken": Step(
        lazy("Stukken toevoegen…"),
        lazy("Stukken"),
        lazy("Vastgelegd: de stukken."),
        ("stukken", "vertrouwelijk"),
    ),
    "afsluiten": Step(
        lazy("Afsluiten…"),
        lazy("Waarom is dit klaar?"),
        lazy("Afgesloten."),
        ("afgesloten_op", "afgesloten_reden"),
        ("afgesloten_op",),
        ("afgesloten_op",),
        {"afgesloten_reden": LineEditor},
    ),
}
"""By the name that a concept has for the step."""


def step_form(desk: Desk, record: Record, step: str) -> SmallForm:
    """The small form of a step of this case; `record` has its values as JSON."""
    asked = STEPS[step]
    spec, keys = desk.ctx.spec(advies_stappen.KIND), asked.keys
    values = {key: record[key] for key in keys if key in record}
    today = clock.today().isoformat()
    values |= {key: today for key in asked.today if not values.get(key)}
    needed = asked.needed
    if step == "termijn":
        spec, keys = _with_term(spec), keys if record["ontvangen_op"] else ("ontvangen_op", *keys)
        values[LAST_DAY], values[WEEKS] = advies_stappen.term_of(record)
        values.setdefault("ontvangen_op", record["ontvangen_op"])
        needed = () if record["ontvangen_op"] else ("ontvangen_op",)
    if step == "besluit":
        if record["uitkomst"] or record["soort"] not in advies_stappen.WITH_OUTCOME:
            keys = tuple(key for key in keys if key != "uitkomst")
        else:
            needed = (*needed, "uitkomst")
        if not values["vastgesteld_door"]:
            values["vastgesteld_door"] = BOARD
    if step == "reactie":
        values["reactie"] = values["reactie"] or advies_verloop.proposed_reaction(record)
        spec, keys, more = _with_lines(spec, keys, record)
        values |= more
    title = str(asked.title)
    return SmallForm(spec, keys, title, saver(desk, record, step, asked.said), values, needed, asked.editors)


def saver(
    desk: Desk, record: Record, step: str, said: LazyText, **fixed: Any
) -> Callable[[dict[str, Any]], None]:
    """What puts down a step with what was typed and what is `fixed`, and says so."""

    def save(typed: dict[str, Any]) -> None:
        told = advies_stappen.take(desk.ctx, record["nummer"], step, {**typed, **fixed})
        desk.say_done(str(said), told)

    return save


def happened_form(desk: Desk, record: Record) -> SmallForm:
    """The small form of something that happened besides the days that the law counts from."""
    return SmallForm(
        desk.ctx.spec(advies_stappen.KIND).part["gebeurtenissen"].spec,
        ("datum", "tekst", "soort", "richting", "met", "antwoord_voor"),
        _("Wat gebeurde er?"),
        saver(desk, record, "gebeurtenis", lazy("Vastgelegd: wat er gebeurde.")),
        {"datum": clock.today().isoformat()},
        ("datum", "tekst"),
        {"tekst": LineEditor},
    )


def answered_form(desk: Desk, record: Record, key: str) -> SmallForm:
    """The small form of the answer that came to something that happened."""
    part, day = "gebeurtenissen", "beantwoord_op"
    said = lazy("Vastgelegd: het antwoord.")
    return SmallForm(
        desk.ctx.spec(advies_stappen.KIND).part[part].spec,
        (day,),
        _("Wanneer kwam het antwoord?"),
        saver(desk, record, "beantwoord", said, part=part, id=key),
        {day: clock.today().isoformat()},
        (day,),
    )


def line_form(desk: Desk, record: Record, part: str, key: str, *, met: bool) -> SmallForm:
    """The small form of one voorwaarde or aanbeveling: what the landlord said of it, or that it is `met`."""
    line: Record = next((each for each in record[part] if each["id"] == key), {})
    keys = ("voldaan_op", "voldaan_bewijs") if met else ("reactie", "reactie_reden")
    values = {name: line.get(name) for name in keys}
    if met and not values["voldaan_op"]:
        values["voldaan_op"] = clock.today().isoformat()
    said = lazy("Vastgelegd: voldaan.") if met else lazy("Vastgelegd: de reactie.")
    return SmallForm(
        desk.ctx.spec(advies_stappen.KIND).part[part].spec,
        keys,
        _("Wanneer is hieraan voldaan?") if met else _("Wat zegt de verhuurder hiervan?"),
        saver(desk, record, "voldaan" if met else "antwoord", said, part=part, id=key),
        values,
        keys[:1],
        {} if met else {"reactie_reden": LineEditor},
    )


def named(spec: RecordSpec, more: Mapping[str, Field]) -> RecordSpec:
    """The spec with fields of this form's own."""
    made = replace(spec)
    made.__dict__["fields"] = {**spec.fields, **more}
    return made


def _with_term(spec: RecordSpec) -> RecordSpec:
    """With the term as the landlord says it: a last day, or weeks."""
    last, days = spec.fields["verlengd_tot"], spec.fields["termijn_dagen"]
    return named(
        spec,
        {
            LAST_DAY: _renamed(last, LAST_DAY, lazy("Uiterste datum volgens de verhuurder"), help=None),
            WEEKS: _renamed(
                days,
                WEEKS,
                lazy("Of het aantal weken"),
                unit=lazy("weken"),
                help=lazy("Laat beide leeg als de verhuurder geen termijn gaf"),
            ),
        },
    )


def _renamed(item: Field, key: str, label: LazyText, **more: Any) -> Field:
    return replace(item, key=key, note=replace(item.note, label=label, **more))


def _with_lines(
    spec: RecordSpec, keys: tuple[str, ...], record: Record
) -> tuple[RecordSpec, tuple[str, ...], dict[str, Any]]:
    """With a choice for each voorwaarde and aanbeveling."""
    more, values = dict[str, Field](), dict[str, Any]()
    for part, words in LINES.items():
        item = spec.part[part].spec.fields["reactie"]
        for place, line in enumerate(record[part], 1):
            key = f"{part}:{line['id']}"
            label = str(words).format(place=place, text=shortened(line["tekst"]))
            more[key] = replace(item, key=key, note=replace(item.note, label=label))
            values[key] = line["reactie"]
    return named(spec, more), (*keys, *more), values


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
