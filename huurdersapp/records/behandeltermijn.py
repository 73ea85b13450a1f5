"""Behandeltermijn: how long a reaction to a knelpunt of a category may take, in calendar or working days."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices, Record, field, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN
from huurdersapp.records.spec import RecordSpec

DAGEN = Choices.of(kalenderdagen=_("Kalenderdagen"), werkdagen=_("Werkdagen"))


class Behandeltermijn(Record):
    """What was agreed, with a landlord or for all: counted from the day that a reaction was asked."""

    __tablename__ = "behandeltermijn"
    naam: Mapped[str] = field(_("Naam"), filled=True, index=True)
    categorie: Mapped[str] = field(_("Categorie"), choices=CATEGORIEEN, index=True)
    verhuurder_id: Mapped[str | None] = reference(
        _("Verhuurder"), "verhuurder", help=_("Leeg: voor alle verhuurders zonder eigen afspraak")
    )
    dagen: Mapped[int] = field(_("Hoeveel dagen"), minimum=1, maximum=730)
    soort: Mapped[str] = field(_("Welke dagen"), choices=DAGEN, default="kalenderdagen")
    bron: Mapped[str | None] = field(_("Waar dat is afgesproken"))


def _prepare(draft: Draft) -> Iterable[Fault]:
    if draft["categorie"] is not None and draft["dagen"] is not None:
        # Kept as data, so it is not translated.
        kind = "werkdagen" if draft["soort"] == "werkdagen" else "dagen"
        draft.values["naam"] = f"{CATEGORIEEN.label(draft['categorie'])}: {draft['dagen']} {kind}"
    return ()


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    same = select(Behandeltermijn).where(
        Behandeltermijn.categorie == draft["categorie"],
        Behandeltermijn.verhuurder_id.is_not_distinct_from(draft["verhuurder"]),
        Behandeltermijn.verwijderd.is_(None),
    )
    if any(row.id != draft.id for row in db.scalars(same)):
        yield Fault(
            _t("Voor deze categorie staat er al een termijn. Wijzig liever die."),
            ("categorie",),
            warning=True,
        )


SPEC = RecordSpec(
    Behandeltermijn,
    label=_("Behandeltermijn"),
    plural=_("Behandeltermijnen"),
    columns=("nummer", "categorie", "verhuurder", "dagen", "soort", "bron"),
    search=("naam", "bron"),
    name=("naam",),
    order="naam",
    prepare=_prepare,
    verify=_verify,
)
