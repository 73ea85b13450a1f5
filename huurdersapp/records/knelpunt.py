"""Knelpunt: a problem that tenants report and that the organisation can bring into an overleg."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bewaren, bijlage, kern
from huurdersapp.records import knelpunt_filters as counting
from huurdersapp.records.complex import fill_place
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN, PARENT
from huurdersapp.records.knelpunt_status import STATUS, prepare_steps
from huurdersapp.records.knelpunt_tables import Inbreng, Knelpunt, KnelpuntBijlage, Relatie, Stap
from huurdersapp.records.knelpunt_termijn import fill_expected
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.rules import in_order, not_in_future, only_once
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec


def _prepare(draft: Draft) -> Iterable[Fault]:
    if draft["categorie"] is None and draft["subcategorie"] is not None:
        draft.values["categorie"] = PARENT[draft["subcategorie"]]
    yield from prepare_steps(draft)


def _check(draft: Draft) -> Iterable[Fault]:
    sub = draft["subcategorie"]
    if sub is not None and PARENT[sub] != draft["categorie"]:
        yield Fault(
            _t("Dit hoort bij de categorie ‘{category}’. Kies een ander onderdeel of die categorie.").format(
                category=CATEGORIEEN.label(PARENT[sub])
            ),
            ("subcategorie",),
        )
    yield from in_order(draft, "periode_van", "periode_tot")
    yield from in_order(draft, "gemeld_op", "reactie_gevraagd_op", "reactie_ontvangen_op")
    yield from in_order(draft, "reactie_gevraagd_op", "reactie_verwacht_op")
    yield from in_order(draft, "gemeld_op", "teruggekoppeld_op")
    yield from not_in_future(draft, "reactie_gevraagd_op", "reactie_ontvangen_op", "teruggekoppeld_op")
    for index, line in enumerate(draft.lines("inbreng")):
        faults = (*not_in_future(line, "datum", "reactie_op"), *in_order(line, "datum", "reactie_op"))
        yield from (fault.at("inbreng", index) for fault in faults)
    yield from only_once(draft, "relaties", "knelpunt", "soort")
    yield from _check_relations(draft)
    yield from _check_contact(draft)
    yield from _check_words(draft)


def _check_relations(draft: Draft) -> Iterator[Fault]:
    for index, line in enumerate(draft.lines("relaties")):
        if draft.id is not None and line["knelpunt"] == draft.id:
            yield Fault(_t("Dit is het knelpunt zelf. Kies een ander."), ("relaties", index, "knelpunt"))


def _check_contact(draft: Draft) -> Iterator[Fault]:
    """Contact data without consent is kept (somebody may have phoned just now) but said."""
    filled = [key for key in draft.spec.personal() if draft[key]]
    if filled and not draft["toestemming_contact"]:
        yield Fault(
            _t("Er staan gegevens van de melder, maar niet dat die contact goed vindt. Vraag dat na."),
            ("toestemming_contact",),
            warning=True,
        )


def _check_words(draft: Draft) -> Iterator[Fault]:
    """Health and debts of people need not be written down; who does is told, and what was written is kept."""
    yield from sensitive(draft, "titel", "omschrijving", "aanvulling")
    for index, step in enumerate(draft.lines("stappen")):
        if step.id is None or step.before is not None:  # else it is not being written
            yield from (fault.at("stappen", index) for fault in sensitive(step, "toelichting"))


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    """Fill what follows from other records. A step `ingebracht` before its meeting is probably a slip: a warning, as the
    meeting may be dated wrong."""
    yield from bijlage.verify(db, draft)
    fill_place(db, draft)
    yield from fill_expected(db, draft)
    for index, step in enumerate(draft.lines("stappen")):
        if step["status"] != "ingebracht" or (step.before is not None and step.before.values == step.values):
            continue
        meeting = db.get(Overleg, step["overleg"]) if step["overleg"] else None
        if meeting is not None and meeting.datum > step["datum"]:
            yield Fault(
                _t("Dit overleg is pas op {day}. Kijk de datum van de stap na.").format(
                    day=day(meeting.datum)
                ),
                ("stappen", index, "datum"),
                warning=True,
            )


def _inside(kern_id: str) -> ColumnElement[bool]:
    return kern.inside(Knelpunt.kern_id, kern_id)


SPEC = RecordSpec(
    Knelpunt,
    label=_("Knelpunt"),
    plural=_("Knelpunten"),
    columns=("nummer", "gemeld_op", "titel", "categorie", "kern", "status"),
    search=("titel", "omschrijving", "aanvulling", "behandelaar", "melder_naam"),
    name=("titel",),
    order="-gemeld_op",
    parts=(
        PartSpec(
            "stappen",
            _("Stappen"),
            RecordSpec(Stap, label=_("Stap"), search=("toelichting", "reden", "organisatie")),
        ),
        PartSpec(
            "inbreng",
            _("Inbreng in overleg"),
            RecordSpec(Inbreng, label=_("Inbreng"), search=("agendapunt", "reactie")),
        ),
        PartSpec("relaties", _("Hangt samen met"), RecordSpec(Relatie, label=_("Relatie"))),
        bijlage.listed(KnelpuntBijlage),
    ),
    filters=(
        Filter("open_op", _("Open op"), "datum", counting.open_on),
        Filter("nieuw_in", _("Nieuw in"), "periode", counting.new_in),
        Filter("heropend_in", _("Heropend in"), "periode", counting.reopened_in),
        Filter("afgehandeld_in", _("Afgehandeld in"), "periode", counting.handled_in),
        Filter("ingebracht_in", _("Ingebracht in"), "periode", counting.brought_in),
        Filter("toegezegd_in", _("Toegezegd in"), "periode", counting.promised_in),
        Filter("opgelost_in", _("Opgelost in"), "periode", counting.solved_in),
        Filter("wacht_op_reactie_op", _("Wacht op reactie op"), "datum", counting.awaiting_on),
        Filter("reactie_te_laat_op", _("Reactie te laat op"), "datum", counting.reaction_late_on),
        Filter("vaker_te_laat", _("Drie keer de termijn voorbij op"), "datum", counting.late_thrice_on),
        *(
            Filter(f"stand_{item.key}", item.label, "datum", counting.stand(item.key))
            for item in STATUS.items
            if item.key != "heropend"
        ),
        Filter("ingebracht_bij", _("Ingebracht bij"), "keuze", counting.brought_into, choices=OVERLEGSOORTEN),
        Filter("collectief", _("Van meer huurders"), "ja_nee", counting.collective),
        Filter("teruggekoppeld", _("Teruggekoppeld"), "ja_nee", counting.told_back),
        bewaren.kept("knelpunt"),
        Filter("binnen", _("In kern, wijk of gebied"), "verwijzing", _inside, ref="kern"),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
