"""Privacyverzoek: somebody asks what is kept about them, or to mend or erase it (AVG art. 15 to 21)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import Mapped

from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bewaren
from huurdersapp.records.base import Choices, Part, Record, field, owner
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.privacyverzoek_termijn import termijn
from huurdersapp.records.rules import in_order, not_in_future
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

SOORTEN = Choices.of(
    inzage=_("Inzage"),
    correctie=_("Verbeteren"),
    verwijdering=_("Wissen"),
    beperking=_("Minder gebruiken"),
    bezwaar=_("Bezwaar"),
    overdracht=_("Meenemen in een bestand"),
)
"""AVG art. 15, 16, 17, 18, 21 and 20."""
IDENTITEIT = Choices.of(
    bekend=_("Persoonlijk bekend"),
    teruggebeld=_("Teruggebeld op een bekend nummer"),
    adres=_("Antwoord naar het bekende adres"),
    document=_("Document laten zien, geen kopie bewaard"),
)
UITKOMSTEN = Choices.of(
    ingewilligd=_("Gedaan wat gevraagd werd"),
    deels=_("Deels gedaan"),
    niets=_("Er staan geen gegevens"),
    afgewezen=_("Afgewezen"),
    ingetrokken=_("Ingetrokken"),
)
GIVING = ("ingewilligd", "deels")
"""Outcomes by which somebody got or changed something: only for who it is about (AVG art. 12 lid 6)."""
BESLUITEN = Choices.of(getoond=_("Getoond"), gewist=_("Gewist"), bewaard=_("Bewaard"))


class Privacyverzoek(Record):
    """A request, its clock and its answer. Who asked is personal, and can be erased apart when all is done."""

    __tablename__ = "privacyverzoek"
    naam: Mapped[str] = field(_("Naam"), filled=True, index=True)
    soort: Mapped[str] = field(_("Wat er gevraagd is"), choices=SOORTEN, index=True)
    ontvangen_op: Mapped[date] = field(_("Ontvangen op"), index=True)
    vrager: Mapped[str | None] = field(_("Naam van wie vraagt"), personal=True)
    bereikbaar: Mapped[str | None] = field(_("Waar het antwoord heen gaat"), personal=True, long=True)
    identiteit: Mapped[str | None] = field(_("Hoe u weet wie het is"), choices=IDENTITEIT)
    identiteit_op: Mapped[date | None] = field(_("Nagegaan op"))
    verlengd_op: Mapped[date | None] = field(_("Verlengd op"))
    verlengd_reden: Mapped[str | None] = field(_("Waarom verlengd"), long=True)
    antwoord_op: Mapped[date | None] = field(_("Beantwoord op"), index=True)
    uitkomst: Mapped[str | None] = field(_("Uitkomst"), choices=UITKOMSTEN, index=True)
    reden: Mapped[str | None] = field(_("Waarom niet of niet alles"), long=True)
    bewijs_sha256: Mapped[str | None] = field(_("Kenmerk van het bewijs"), filled=True)


class Privacygegeven(Part):
    """What was decided of one record that is about the person; no name, no address."""

    __tablename__ = "privacyverzoek_gegeven"
    ouder_id: Mapped[str] = owner("privacyverzoek")
    soort: Mapped[str] = field(_("Soort"))
    recordnummer: Mapped[int | None] = field(_("Nummer"), minimum=1)
    besluit: Mapped[str] = field(_("Besluit"), choices=BESLUITEN)
    reden: Mapped[str | None] = field(_("Waarom"))


def _prepare(draft: Draft) -> Iterable[Fault]:
    if draft["soort"] is not None and draft["ontvangen_op"] is not None:
        # Kept as data, so it is not translated; who asked is not in it, as it may have to go.
        draft.values["naam"] = f"{SOORTEN.label(draft['soort'])}, {day(draft['ontvangen_op'])}"
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    yield from not_in_future(draft, "ontvangen_op", "identiteit_op", "verlengd_op", "antwoord_op")
    for later in ("verlengd_op", "antwoord_op"):
        yield from in_order(draft, "ontvangen_op", later)
    if draft["verlengd_op"] is not None and not draft["verlengd_reden"]:
        text = _t("Schrijf erbij waarom u meer tijd nodig hebt. Dat hoort ook de vrager te weten.")
        yield Fault(text, ("verlengd_reden",), warning=True)
    if draft["ontvangen_op"] and draft["verlengd_op"]:
        clock = termijn(draft["ontvangen_op"], draft["verlengd_op"])
        if clock.te_laat_verlengd:
            text = _t("Meer tijd nemen kon tot en met {day}. Geef nu zo snel mogelijk antwoord.")
            yield Fault(text.format(day=day(clock.eerste)), ("verlengd_op",), warning=True)
    if draft["antwoord_op"] and not draft["identiteit"] and draft["uitkomst"] in GIVING:
        text = _t("Ga eerst na of dit de persoon zelf is. Pas daarna geeft of wist u iets.")
        yield Fault(text, ("identiteit",))
    if draft["antwoord_op"] is not None and draft["uitkomst"] is None:
        yield Fault(_t("Er is een antwoord, maar nog geen uitkomst. Kies die erbij."), ("uitkomst",))
    if draft["uitkomst"] in ("afgewezen", "deels") and not draft["reden"]:
        yield Fault(_t("Schrijf erbij waarom niet alles gebeurd is."), ("reden",), warning=True)


def open_on(on: date) -> ColumnElement[bool]:
    """Received by that day and not answered by then."""
    return and_(
        Privacyverzoek.ontvangen_op <= on,
        or_(Privacyverzoek.antwoord_op.is_(None), Privacyverzoek.antwoord_op > on),
    )


def _open(yes: bool) -> ColumnElement[bool]:
    return Privacyverzoek.antwoord_op.is_(None) if yes else Privacyverzoek.antwoord_op.is_not(None)


SPEC = RecordSpec(
    Privacyverzoek,
    label=_("Verzoek over privacy"),
    plural=_("Verzoeken over privacy"),
    columns=("nummer", "soort", "ontvangen_op", "antwoord_op"),
    search=("naam", "vrager", "reden"),
    name=("naam",),
    order="-ontvangen_op",
    parts=(PartSpec("gegevens", _("Wat er is besloten"), RecordSpec(Privacygegeven, label=_("Besluit"))),),
    filters=(
        Filter("open", _("Nog niet beantwoord"), "ja_nee", _open),
        Filter("open_op", _("Open op"), "datum", open_on),
        bewaren.kept("privacyverzoek"),
    ),
    prepare=_prepare,
    check=_check,
)
