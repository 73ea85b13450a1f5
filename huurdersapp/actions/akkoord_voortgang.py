"""How the points of an akkoord stand, in a few words each: "42 van 60 bezoeken in 2021, op schema"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from huurdersapp.actions.akkoord_lezen import Point, Reading
from huurdersapp.actions.context import Context
from huurdersapp.actions.standen import Doelwaarde, Gemeten, Stand, of_goal, standen
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.akkoord_keuzes import STAND
from huurdersapp.records.indicator_stand import WORST_FIRST, worst
from huurdersapp.records.indicator_zinnen import with_unit

_COUNTED = ("aantal", "bedrag")


@dataclass(frozen=True, slots=True)
class Progress:
    """`key` of STAND (empty where nothing is measured), `words` for a line in a list, and for a count towards a number
    which `share` of it is there, from 0 to 1."""

    key: str
    words: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Stands:
    """How measures, goals and afspraken stand, by their number."""

    measures: Mapping[int, Progress] = field(default_factory=dict)
    goals: Mapping[int, Progress] = field(default_factory=dict)
    afspraken: Mapping[int, Progress] = field(default_factory=dict)

    def of(self, kind: str, number: int) -> Progress | None:
        """How a point stands; None for what has no stand, and as long as that is not known."""
        found = {"indicator": self.measures, "doel": self.goals, "afspraak": self.afspraken}.get(kind, {})
        return found.get(number)

    def keys(self) -> dict[tuple[str, int], str]:
        """The keys of all stands by kind and number of the point."""
        kinds = (("indicator", self.measures), ("doel", self.goals), ("afspraak", self.afspraken))
        return {(kind, at): one.key for kind, told in kinds for at, one in told.items() if one.key}


def stands(ctx: Context, reading: Reading, on: date | None = None) -> Stands:
    """How the points of this akkoord stand on a day (by default that of the administration)."""
    found = standen(ctx, reading.number, on)
    measures = {at: progress(one) for at, one in found.items()}
    goals: dict[int, list[tuple[Stand, bool]]] = {
        point.number: [] for point in reading.points if point.kind == "doel"
    }
    for point in reading.points:
        if point.kind == "indicator" and point.number in found and point.goal in goals:
            goals[point.goal].append((found[point.number], point.main))
    return Stands(
        measures,
        {at: _goal(told) for at, told in goals.items()},
        {point.number: _task(point, found) for point in reading.points if point.kind == "afspraak"},
    )


def progress(stand: Stand) -> Progress:
    """How a measure stands, in a line."""
    label = verdict(stand)
    if stand.last is None:
        words = _("Geen meting, {stand}") if stand.shown != "nog_niet_te_zeggen" else _("Geen meting")
        return Progress(stand.shown, words.format(stand=label))
    said, share = measured(stand, stand.last)
    return Progress(stand.shown, _("{value}, {stand}").format(value=said, stand=label), share)


def verdict(stand: Stand) -> str:
    """How a measure stands, as the end of a line; our own opinion says that it is ours."""
    label = stand.shown_label.lower()
    return label if stand.own_key is None else _("volgens ons {stand}").format(stand=label)


def measured(stand: Stand, last: Gemeten) -> tuple[str, float | None]:
    """The value of a measure beside what was wanted, in words, and which share of a count is there."""
    target, share, year = deciding(stand), None, str(last.tot.year)
    if stand.mean:
        year = _("{first} tot en met {last}").format(first=last.van.year, last=last.tot.year)
    said = _value(stand, last.value, last.words)
    wanted = target.words if target is not None and last.value is not None and stand.soort != "ja_nee" else ""
    if target is not None and last.value is not None and stand.soort in _COUNTED and target.low:
        share = min(1.0, max(0.0, float(last.value / target.low)))
        if target.high is None or target.high == target.low:
            whole = with_unit(stand.soort, stand.eenheid, target.low)
            now = with_unit(stand.soort, "", last.value)
            said, wanted = _("{value} van {whole}").format(value=now, whole=whole), ""
    if stand.mean and said:
        said = _("gemiddeld {value}").format(value=said)
    said = (
        _("{value} in {year}").format(value=said, year=year)
        if said
        else _("Gemeten in {year}").format(year=year)
    )
    if wanted:
        said = _("{value}, doel {target}").format(value=said, target=wanted)
    return said, share


def deciding(stand: Stand) -> Doelwaarde | None:
    """The target that decides now, where there is one."""
    return next((one for one in stand.targets if one.words == stand.target), None)


def _value(stand: Stand, value: Decimal | None, words: str) -> str:
    if value is not None:
        return with_unit(stand.soort, "" if stand.soort == "aandeel" else stand.eenheid, value)
    if stand.soort == "klassenverdeling":
        now = deciding(stand)
        # Of all years together nobody can say much: what is asked now are the classes of one year.
        asked = [one for one in stand.targets if now is None or one.year == now.year]
        reached = sum(one.key in ("gehaald", "op_schema") for one in asked)
        return _("{count} van {all} doelen per klasse").format(count=reached, all=len(asked))
    return words if len(words) <= 40 else ""


def _goal(told: Iterable[tuple[Stand, bool]]) -> Progress:
    """The stand of a goal with how many of its measures stand how."""
    told = list(told)
    if not told:
        return Progress("", _("Geen maat bij dit doel"))
    key = of_goal(told)
    counts = Counter(one.shown for one, _main in told)
    parts = [f"{counts[each]} {STAND.label(each).lower()}" for each in WORST_FIRST if counts[each]]
    many = ngettext("{n} maat", "{n} maten", len(told)).format(n=len(told))
    said = _("{stand} ({measures}: {parts})")
    return Progress(key, said.format(stand=STAND.label(key), measures=many, parts=", ".join(parts)))


def _task(point: Point, found: Mapping[int, Stand]) -> Progress:
    """The stand of an afspraak: that of its measure, of several the worst."""
    measures = [found[at] for at in point.measures if at in found]
    if not measures:
        return Progress("", _("Geen meting"))
    key = worst(one.shown for one in measures)
    one = progress(next(each for each in measures if each.shown == key))
    if len(measures) == 1:
        return one
    more = ngettext("nog {n} maat", "nog {n} maten", len(measures) - 1).format(n=len(measures) - 1)
    return Progress(key, _("{progress} (en {more})").format(progress=one.words, more=more), one.share)
