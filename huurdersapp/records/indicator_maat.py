"""The measure of an indicator, held to the same rules as one in an akkoord file (akkoord_maten.py)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.records import akkoord_structuur as structuur
from huurdersapp.records.akkoord_fouten import Fouten, Plek
from huurdersapp.records.akkoord_maten import check_maat
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import lines_of

YES_NO = (Decimal(1), Decimal(0))


@dataclass
class _Found(Fouten):
    """Collects faults of the form instead of sentences about a file."""

    faults: list[Fault] = field(default_factory=list)

    def add(self, plek: Plek, wat: str, herstel: str) -> None:
        self.regels.append(wat)
        place = ("streefwaarden", int(plek.delen[0].rsplit(" ", 1)[1]) - 1) if plek.delen else ()
        self.faults.append(Fault(f"{wat[0].upper()}{wat[1:]}. {herstel}", place))


def check_measure(draft: Draft) -> Iterator[Fault]:
    """Faults of a combination of soort, norm, richting, tijd and targets that cannot be."""
    odd = list(_odd_yes_no(draft))
    if odd:
        yield from odd
        return
    found = _Found("")
    check_maat(as_in_file(draft), Plek(()), found)
    yield from found.faults


def _odd_yes_no(draft: Draft) -> Iterator[Fault]:
    if draft["soort"] != "ja_nee":
        return
    for index, line in enumerate(draft.lines("streefwaarden")):
        if line["waarde"] is not None and line["waarde"] not in YES_NO:
            yield Fault(_t("Schrijf 1 voor ja of 0 voor nee."), ("streefwaarden", index, "waarde"))


def as_in_file(draft: Draft) -> structuur.Indicator:
    """The measure as an akkoord file has it, as far as the rules look at it."""
    values = {
        key: draft[key]
        for key in ("soort", "norm", "richting", "tijd", "eenheid", "prijspeil")
        if draft[key] is not None
    }
    if draft["grensbedrag"] is not None:
        values["grensbedrag"] = draft["grensbedrag"] / 100
    targets = [_target(line, yes_no=draft["soort"] == "ja_nee") for line in draft.lines("streefwaarden")]
    referred = lines_of(draft["verwijst_naar"]) or [
        str(line["indicator"]) for line in draft.lines("verwijzingen")
    ]
    return structuur.Indicator(
        code=draft["code"],
        tekst=draft["tekst"],
        partijen=[],
        bron=draft["bron"] or "",
        herkomst=draft["herkomst"],
        klassen=lines_of(draft["klassen"]),
        verwijst_naar=referred,
        streefwaarden=targets,
        **values,
    )


def _target(line: Draft, *, yes_no: bool) -> structuur.Streefwaarde:
    """One target; a number stays whole when it is, so that it reads as it was written."""
    waarde = plain(line["waarde"])
    return structuur.Streefwaarde(
        jaar=line["jaar"],
        waarde=bool(waarde) if yes_no and waarde is not None else waarde,
        min=plain(line["min"]),
        max=plain(line["max"]),
        klasse=line["klasse"] or "",
        precisie=line["precisie"],
        kern=line["kern"] or "",
        circa=bool(line["circa"]),
    )


def plain(value: Decimal | None) -> int | float | None:
    """A number as JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
