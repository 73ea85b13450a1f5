"""What lists say of each kind: how a new one is called, and why one would keep them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from huurdersapp.base.formats import number
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec

NEW: Mapping[str, LazyText] = {
    "knelpunt": lazy("Nieuw knelpunt"),
    "raadpleging": lazy("Nieuwe raadpleging"),
    "overleg": lazy("Nieuw overleg"),
    "actiepunt": lazy("Nieuw actiepunt"),
    "advies": lazy("Nieuw advies"),
    "akkoord": lazy("Nieuw akkoord"),
    "thema": lazy("Nieuw thema"),
    "doel": lazy("Nieuw doel"),
    "afspraak": lazy("Nieuwe afspraak"),
    "indicator": lazy("Nieuwe indicator"),
    "anker": lazy("Nieuw anker"),
    "partij": lazy("Nieuwe partij"),
    "verhuurder": lazy("Nieuwe verhuurder"),
    "complex": lazy("Nieuw complex"),
    "kern": lazy("Nieuwe kern"),
}
WHY: Mapping[str, LazyText] = {
    "knelpunt": lazy(
        "Een knelpunt is een probleem dat huurders melden. "
        "Leg het vast. Dan kunt u het inbrengen in een overleg en volgen wat ervan komt."
    ),
    "raadpleging": lazy(
        "Met een raadpleging vraagt u huurders wat zij vinden. "
        "De uitslag gebruikt u in een advies of in een verslag."
    ),
    "overleg": lazy(
        "Hier staan uw overleggen met hun agenda en besluiten. "
        "Zo weet u later wat er is gezegd en wie wat zou doen."
    ),
    "actiepunt": lazy(
        "Een actiepunt zegt wie wat doet, en vóór welke dag. "
        "Ook wat anderen u toezeggen, staat hier. Zo vergeet niemand iets."
    ),
    "advies": lazy(
        "Een verhuurder vraagt uw advies over een plan. "
        "Leg de aanvraag vast. Dan bewaakt het programma de termijn en maakt u hier de brief."
    ),
    "partij": lazy("Hier staan de organisaties met wie u werkt, en bij wie u daar moet zijn."),
    "verhuurder": lazy("Hier staan de verhuurders. Hun adres komt boven uw brieven."),
    "complex": lazy("Een complex is een groep woningen van één verhuurder. Zo ziet u wat waar speelt."),
    "kern": lazy("Hier staan dorpen, wijken en gebieden. Zo ziet u waar knelpunten zijn."),
}


def new_label(spec: RecordSpec) -> str:
    """What stands on the button that makes one."""
    return str(NEW[spec.key]) if spec.key in NEW else _("Nieuw: {kind}").format(kind=spec.label)


def why(spec: RecordSpec) -> str:
    """What an empty list says."""
    return str(WHY[spec.key]) if spec.key in WHY else ""


def plural(spec: RecordSpec) -> str:
    """What many are called, inside a sentence."""
    return str(spec.plural or spec.label).lower()


def how_many(spec: RecordSpec, count: int) -> str:
    """'1.234 knelpunten', '1 knelpunt'."""
    name = str(spec.label).lower() if count == 1 else plural(spec)
    return _("{count} {records}").format(count=number(count), records=name)


def conditions(where: tuple[str, ...], today: date) -> tuple[str, ...]:
    """Ready conditions with the day in them: {today}, {trimester} (this one), {year}, {last_year}."""
    trimester = f"{today.year}-T{(today.month + 3) // 4}"
    return tuple(
        text.format(today=today, trimester=trimester, year=today.year, last_year=today.year - 1)
        for text in where
    )
