"""The values of a measure through the years, as a drawing and as a table: the same for the window and for paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from huurdersapp.actions.standen import Doelwaarde, Gemeten, Stand
from huurdersapp.base.formats import number
from huurdersapp.base.period import Period
from huurdersapp.records.indicator_zinnen import span
from huurdersapp.records.meting import STATUS
from huurdersapp.reports.document import Chart, Column, Series, Table, Trend, TrendTarget, TrendValue

Translate = Callable[[str], str]
_FALLING = ("hoogstens",)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a drawing must know of a measure besides its stand: the years of the akkoord, `norm` and `tijd` of the measure,
    and what stands above it."""

    first: int
    last: int
    norm: str
    tijd: str
    caption: str


def drawing(stand: Stand, shape: Shape, _: Translate) -> Trend | Chart | None:
    """The drawing of a measure: a line with its targets, lines of parties beside each other, or stacked classes; None
    where there is nothing to draw. `_` translates, and is `str` for paper."""
    if stand.soort == "klassenverdeling":
        return _classes(stand, shape, _)
    known = [one for one in stand.series if one.value is not None]
    if not known or stand.soort in ("ja_nee", "tekst"):
        return None
    groups = dict.fromkeys((one.party, one.place) for one in known if not one.earlier)
    if len(groups) > 1 and ("", "") not in groups:
        return _beside(stand, shape, known, list(groups), _)
    if ("", "") in groups:
        known = [one for one in known if one.earlier or not (one.party or one.place)]
    return _trend(stand, shape, known, _)


def table(stand: Stand, shape: Shape, _: Translate) -> Table:
    """The table that belongs to the drawing: every value with its state and source."""
    columns = (
        Column(_("Periode")), Column(_("Waarde"), "right"), Column(_("Van wie")), Column(_("Status")),
        Column(_("Bron"), width=2),
    )  # fmt: skip
    rows = tuple(
        (when(one), one.words, whose(one, _), state(one, _), one.source) for one in reversed(stand.series)
    )
    return Table(shape.caption, columns, rows)


def when(one: Gemeten) -> str:
    """The period of a value in words."""
    return span(Period(one.van, one.tot))


def whose(one: Gemeten, _: Translate) -> str:
    """Of whom and of where a value is."""
    return ", ".join(part for part in (one.party, one.place, one.project) if part) or _("Alle samen")


def state(one: Gemeten, _: Translate) -> str:
    """How far a value is settled; that it was counted, improved, or comes from an akkoord before this one."""
    words = STATUS.label(one.status) if one.status else _("Geteld uit onze eigen lijsten")
    if one.version > 1:
        words = _("{status}, versie {version}").format(status=words, version=one.version)
    if one.earlier:
        words = _("{status}, uit {code} van het vorige akkoord").format(status=words, code=one.earlier)
    return words


def _trend(stand: Stand, shape: Shape, known: Sequence[Gemeten], _: Translate) -> Trend:
    values = tuple(
        TrendValue(one.tot, float(one.value), number(one.value), one.status == "concept", bool(one.earlier))
        for one in known
        if one.value is not None
    )
    start = _start(stand)
    targets = tuple(_targets(stand, _))
    years = [value.on.year for value in values] + [each.last for each in targets if each.last]
    years += [start[0].year] if start else []
    said = [_("{value} in {year}").format(value=one.words, year=one.tot.year) for one in known]
    if start and stand.nulmeting is not None:
        said.insert(0, _("nulmeting {value}").format(value=f"{number(stand.nulmeting)} ({start[0].year})"))
    goal = _("Doel: {targets}.").format(targets="; ".join(one.words for one in stand.targets))
    text = _("Verloop van {name}: {values}.").format(name=shape.caption, values=", ".join(said))
    return Trend(
        shape.caption,
        f"{text} {goal}" if stand.targets else text,
        min([shape.first, *years]),
        max([shape.last, *years]),
        values,
        targets,
        _path(stand, shape, start),
        "%" if stand.soort == "aandeel" else stand.eenheid or ("€" if stand.soort == "bedrag" else ""),
        (_("Gemeten"), _("Nog niet vastgesteld"), _("Vorig akkoord"), _("Rechte lijn naar het doel")),
    )


def _targets(stand: Stand, _: Translate) -> Iterator[TrendTarget]:
    for one in stand.targets:
        if one.place or (one.low is None and one.high is None):
            continue
        words = _("doel {target}").format(target=_bounds(one, _))
        low, high = (None if limit is None else float(limit) for limit in (one.low, one.high))
        yield TrendTarget(low, high, words, one.year, one.year)


def _bounds(one: Doelwaarde, _: Translate) -> str:
    low = "" if one.low is None else number(one.low)
    high = "" if one.high is None else number(one.high)
    if low and high and low != high:
        words = _("{low} tot {high}").format(low=low, high=high)
    elif low == high:
        words = low
    else:
        words = _("minstens {low}").format(low=low) if low else _("hoogstens {high}").format(high=high)
    return _("{year}: {target}").format(year=one.year, target=words) if one.year else words


def _start(stand: Stand) -> tuple[date, float] | None:
    if stand.nulmeting is None or stand.nulmeting_jaar is None:
        return None
    return date(stand.nulmeting_jaar, 12, 31), float(stand.nulmeting)


def _path(stand: Stand, shape: Shape, start: tuple[date, float] | None) -> tuple[tuple[date, float], ...]:
    """The straight line from the nulmeting to each next target; only what must be there by a year has one."""
    if start is None or shape.tijd != "uiterlijk":
        return ()
    ends = []
    for one in sorted(stand.targets, key=lambda each: each.year or 0):
        limit = one.high if shape.norm in _FALLING else one.low if one.low is not None else one.high
        if one.year and limit is not None and not one.place:
            ends.append((date(one.year, 12, 31), float(limit)))
    return (start, *ends) if ends else ()


def _classes(stand: Stand, shape: Shape, _: Translate) -> Chart | None:
    known = [one for one in stand.series if one.classes]
    if not known:
        return None
    names = list(dict.fromkeys(name for one in known for name, _share in one.classes))
    labels = tuple(_label(one) for one in known)
    shares = [dict(one.classes) for one in known]
    series = tuple(
        Series(name, tuple(float(each[name]) if name in each else None for each in shares)) for name in names
    )
    shown = tuple(
        tuple(f"{number(each[name])} %" if name in each else "–" for each in shares) for name in names
    )
    said = "; ".join(f"{label}: {one.words}" for label, one in zip(labels, known, strict=True))
    text = _("Verdeling van {name}. {values}.").format(name=shape.caption, values=said)
    return Chart(shape.caption, text, labels, series, "stacked_hbar", "%", shown)


def _label(one: Gemeten) -> str:
    who = ", ".join(part for part in (one.party, one.place) if part)
    return f"{when(one)} ({who})" if who else when(one)


def _beside(
    stand: Stand, shape: Shape, known: Sequence[Gemeten], groups: Sequence[tuple[str, str]], _: Translate
) -> Chart:
    """A line for each party or place, where nobody told the whole."""
    own = [one for one in known if not one.earlier]
    periods = sorted(dict.fromkeys((one.tot, one.van) for one in own))
    found: dict[tuple[str, str], dict[tuple[date, date], Decimal | None]] = {group: {} for group in groups}
    for one in own:
        found[one.party, one.place][one.tot, one.van] = one.value
    series = []
    for party, place in groups:
        values = [found[party, place].get(period) for period in periods]
        name = ", ".join(part for part in (party, place) if part)
        series.append(Series(name, tuple(None if value is None else float(value) for value in values)))
    labels = tuple(span(Period(van, tot)) for tot, van in periods)
    said = ", ".join(f"{whose(one, _)} {one.words} ({when(one)})" for one in own)
    text = _("Verloop van {name}: {values}.").format(name=shape.caption, values=said)
    kind: Literal["line", "hbar"] = "line" if len(periods) > 1 else "hbar"
    unit = "%" if stand.soort == "aandeel" else stand.eenheid
    return Chart(shape.caption, text, labels, tuple(series), kind, unit)
