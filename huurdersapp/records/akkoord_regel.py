"""The rule by which an afspraak or a measure fills itself from what the organisation logs."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.akkoord import EACH_ON_A_LINE
from huurdersapp.records.akkoord_keuzes import TELT
from huurdersapp.records.base import field
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.records.rules import lines_of

OF_KNELPUNTEN = ("knelpunten_gemeld", "knelpunten_ingebracht", "knelpunten_opgelost")
WITH_OVERLEG = ("overleggen", "actiepunten", "knelpunten_ingebracht")


class WithRegel:
    """The columns of the rule: count what `regel_telt` names, narrowed by the lists (a line for each value)."""

    regel_telt: Mapped[str | None] = field(_("Telt vanzelf"), choices=TELT)
    regel_categorieen: Mapped[str | None] = field(
        _("Alleen deze categorieën"), long=True, help=EACH_ON_A_LINE
    )
    regel_overlegsoort: Mapped[str | None] = field(
        _("Alleen deze soorten overleg"), long=True, help=EACH_ON_A_LINE
    )
    regel_trefwoorden: Mapped[str | None] = field(
        _("Alleen met deze woorden"), long=True, help=EACH_ON_A_LINE
    )


def check_regel(draft: Draft) -> Iterator[Fault]:
    """Faults of a rule that narrows nothing, or by what does not exist."""
    telt = draft["regel_telt"]
    lists = ("regel_categorieen", "regel_overlegsoort", "regel_trefwoorden")
    if telt is None:
        for key in lists:
            if draft[key]:
                yield Fault(_t("Kies eerst wat er vanzelf wordt geteld."), (key,))
        return
    if draft["regel_categorieen"] and telt not in OF_KNELPUNTEN:
        yield Fault(_t("Categorieën horen alleen bij knelpunten. Maak dit leeg."), ("regel_categorieen",))
    if draft["regel_overlegsoort"] and telt not in WITH_OVERLEG:
        yield Fault(
            _t("Een soort overleg past niet bij wat er wordt geteld. Maak dit leeg."), ("regel_overlegsoort",)
        )
    yield from _unknown(draft, "regel_categorieen", CATEGORIEEN.keys())
    yield from _unknown(draft, "regel_overlegsoort", OVERLEGSOORTEN.keys())


def _unknown(draft: Draft, key: str, known: tuple[str, ...]) -> Iterator[Fault]:
    for word in lines_of(draft[key]):
        if word not in known:
            yield Fault(
                _t("‘{word}’ kan hier niet. Kies uit: {known}.").format(word=word, known=", ".join(known)),
                (key,),
                warning=key == "regel_overlegsoort",
            )
