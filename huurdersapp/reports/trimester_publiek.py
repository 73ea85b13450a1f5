"""The trimesterverslag for people outside: what is confidential is counted, and neither named nor described."""

from __future__ import annotations

from dataclasses import replace

from huurdersapp.reports.renovatie_delen import for_outside
from huurdersapp.reports.trimester_values import (
    Activiteit,
    Afspraak,
    OverlegRegel,
    Thema,
    Toezegging,
    TrimesterValues,
)
from huurdersapp.reports.values import Raadpleging

_INSTEAD = {
    "advies": "Een vertrouwelijk advies",
    "raadpleging": "Een vertrouwelijke raadpleging",
    "overleg": "Een vertrouwelijk overleg",
    "actiepunt": "Een vertrouwelijk actiepunt",
}


def for_audience(values: TrimesterValues, outside: bool) -> TrimesterValues:
    """The values as this audience may read them. All counts stay, so that two papers beside each other tell nothing."""
    if not outside:
        return replace(
            values,
            adviezen=tuple(replace(item, geheim=False) for item in values.adviezen),
            geheim=frozenset(),
        )
    return replace(
        values,
        themas=tuple(_thema(thema) for thema in values.themas),
        raadplegingen=tuple(
            _raadpleging(item) if item.nummer in values.geheim else item for item in values.raadplegingen
        ),
        toezeggingen=tuple(_promise(item) for item in values.toezeggingen),
        overleggen=tuple(_meeting(item) for item in values.overleggen),
        renovaties=for_outside(values.renovaties),
    )


def _thema(thema: Thema) -> Thema:
    return replace(thema, afspraken=tuple(_afspraak(item) for item in thema.afspraken))


def _afspraak(item: Afspraak) -> Afspraak:
    return replace(item, activiteiten=tuple(_work(work) for work in item.activiteiten))


def _work(item: Activiteit) -> Activiteit:
    if not item.geheim:
        return item
    return replace(item, omschrijving=_INSTEAD[item.soort], uitkomst="", source=None)


def _raadpleging(item: Raadpleging) -> Raadpleging:
    return replace(
        item,
        titel=_INSTEAD["raadpleging"],
        doel="",
        hoofdvraag="",
        conclusies=(),
        minderheid=(),
        beperkingen=(),
        terugkoppeling="",
        citaten=(),
        bijlagen=(),
        source=None,
    )


def _promise(item: Toezegging) -> Toezegging:
    if not item.geheim:
        return item
    return replace(item, wat="een vertrouwelijke toezegging", overleg="", weer=(), source=None)


def _meeting(item: OverlegRegel) -> OverlegRegel:
    return replace(
        item, eigen_punten=tuple(point for point in item.eigen_punten if point not in item.geheime_punten)
    )
