"""The rule behind a stand in words, with the numbers that it used."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from huurdersapp.base.formats import day_named, number, short_money
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period

if TYPE_CHECKING:
    from huurdersapp.records.indicator_grens import Bounds, Line
    from huurdersapp.records.indicator_jaren import Due
    from huurdersapp.records.indicator_stand import Measure, Value


def figure(soort: str, value: Decimal) -> str:
    """A value as short as it can be said: 80; 19,9 %; € 12,50; € 17.000; ja."""
    match soort:
        case "ja_nee":
            return _("ja") if value else _("nee")
        case "bedrag":
            return short_money(int((value * 100).to_integral_value(ROUND_HALF_UP)))
        case "aandeel" | "klassenverdeling":
            return _("{number} %").format(number=number(value))
    return number(value)


def with_unit(soort: str, unit: str, value: Decimal) -> str:
    """A value with its unit: 80 woningen; 19,9 % van het bezit."""
    text = figure(soort, value)
    if soort in ("ja_nee", "bedrag") or not unit:
        return text
    if soort in ("aandeel", "klassenverdeling"):
        return f"{text} {unit.lstrip('% ')}".rstrip()
    return f"{text} {unit}"


def span(period: Period) -> str:
    """A period as people say it: 2020, 2020-T1, 5 maart 2020 tot en met 8 april 2020."""
    if period.first == period.last:
        return day_named(period.last)
    code = period.code()
    if ".." not in code:
        return code
    return _("{first} tot en met {last}").format(first=day_named(period.first), last=day_named(period.last))


def norm_words(measure: Measure, bounds: Bounds) -> str:
    """What is asked: minstens 110; 110 tot en met 150; ongeveer 10 %."""
    low = None if bounds.low is None else figure(measure.soort, bounds.low)
    high = None if bounds.high is None else figure(measure.soort, bounds.high)
    if measure.soort == "ja_nee":
        return low or high or ""
    if measure.norm == "precies" and low is not None and (bounds.circa or measure.tijd != "jaargemiddelde"):
        return (_("ongeveer {value}") if bounds.circa else _("precies {value}")).format(value=low)
    if bounds.circa:
        low = None if low is None else _("ongeveer {value}").format(value=low)
        high = None if high is None else _("ongeveer {value}").format(value=high)
    if low is not None and high is not None:
        return _("{low} tot en met {high}").format(low=low, high=high)
    if low is not None:
        return _("minstens {value}").format(value=low)
    return _("hoogstens {value}").format(value=high or "")


def no_norm(measure: Measure, last: Value | None) -> str:
    """There is nothing to test."""
    if measure.soort == "tekst":
        return _("Dit is een beschrijving in woorden. Er is geen getal om mee te vergelijken.")
    said = _("Het akkoord noemt hier geen getal om mee te vergelijken.")
    return _joined(said, _measured(measure, last))


def not_delivered(due: Due) -> str:
    """A value did not come."""
    return _("Over {period} is nog geen waarde aangeleverd. Die werd verwacht tot en met {day}.").format(
        period=span(due.period), day=day_named(due.expected)
    )


def nothing_in(measure: Measure, bounds: Bounds, year: int) -> str:
    """The year is over without a value."""
    return _joined(
        _("Gehaald als de laatste waarde van {year} {norm} is.").format(
            year=year, norm=norm_words(measure, bounds)
        ),
        _("Over {year} is geen waarde aangeleverd.").format(year=year),
    )


def at_end(measure: Measure, bounds: Bounds, year: int, value: Value) -> str:
    """The last value of the year decides."""
    said = _("Gehaald als de laatste waarde van {year} {norm} is.")
    if value.tot.year < year:
        said = _("Gehaald als het uiterlijk in {year} {norm} is.")
    return _joined(
        said.format(year=year, norm=norm_words(measure, bounds)),
        _measured(measure, value),
        *_more(measure, bounds, value),
    )


def nothing_yet(measure: Measure, bounds: Bounds, year: int | None) -> str:
    """Nothing was measured, and nothing is late."""
    norm = norm_words(measure, bounds)
    if year is None:
        said = _("Het doel is: {norm}.").format(norm=norm)
    else:
        said = _("Het doel is: {norm} in {year}.").format(norm=norm, year=year)
    return _joined(said, _("Er is nog niets gemeten."))


def on_the_way(measure: Measure, bounds: Bounds, year: int, value: Value, line: Line | None, key: str) -> str:
    """The year has not ended yet."""
    norm = norm_words(measure, bounds)
    if key in ("gehaald", "boven_de_bandbreedte"):
        return at_end(measure, bounds, year, value)
    if bounds.band and key == "op_schema" and value.value is not None and bounds.meets(value.value):
        return _joined(
            _("Op schema als de waarde {norm} is, tot het eind van {year}.").format(norm=norm, year=year),
            _measured(measure, value),
            *_more(measure, bounds, value),
        )
    if line is not None and value.value is not None:
        said = _(
            "Op schema als de waarde op of voorbij de rechte lijn ligt van {start} in {first} naar {end} in {last}."
        )
        soort = measure.soort
        return _joined(
            said.format(
                start=figure(soort, line.start), first=line.start_year, end=figure(soort, line.end), last=year
            ),
            _("Op {day} is dat {line}; gemeten is {value}.").format(
                day=day_named(value.tot), line=figure(soort, line.at), value=figure(soort, value.value)
            ),
            *_more(measure, bounds, value),
        )
    if value.tot.year == year:
        return _joined(
            _("Gehaald als de laatste waarde van {year} {norm} is.").format(year=year, norm=norm),
            _measured(measure, value),
            _("Het jaar is nog niet voorbij."),
            *_more(measure, bounds, value),
        )
    return _joined(
        _("Het doel is: {norm} in {year}.").format(norm=norm, year=year),
        _("Zonder nulmeting is er geen rechte lijn om de waarde mee te vergelijken."),
        _measured(measure, value),
    )


def no_year(measure: Measure, bounds: Bounds, value: Value, last: int) -> str:
    """The akkoord names no year."""
    return _joined(
        _("Gehaald als de laatste waarde {norm} is.").format(norm=norm_words(measure, bounds)),
        _("Het akkoord noemt geen jaar; het loopt tot en met {year}.").format(year=last),
        _measured(measure, value),
        *_more(measure, bounds, value),
    )


def always(measure: Measure, bounds: Bounds, value: Value) -> str:
    """The last value decides, always."""
    return _joined(
        _("Gehaald zolang de laatste waarde {norm} is.").format(norm=norm_words(measure, bounds)),
        _measured(measure, value),
        *_more(measure, bounds, value),
    )


def no_whole_year(measure: Measure, bounds: Bounds, year: int | None) -> str:
    """A yearly norm, and no whole year yet."""
    norm = norm_words(measure, bounds)
    if year is None:
        said = _("Het doel is: {norm} per jaar.").format(norm=norm)
    else:
        said = _("Het doel is: {norm} in {year}.").format(norm=norm, year=year)
    return _joined(said, _("Een deel van een jaar zegt nog niets; er is nog geen heel jaar gemeten."))


def each_year(measure: Measure, bounds: Bounds, year: int, value: Decimal) -> str:
    """The last whole year decides."""
    return _joined(
        _("Gehaald als de waarde over een heel jaar {norm} is.").format(norm=norm_words(measure, bounds)),
        _("Over {year} is dat {value}.").format(year=year, value=figure(measure.soort, value)),
        *_of_number(measure, bounds, value),
    )


def on_average(
    measure: Measure, bounds: Bounds, years: tuple[int, int], mean: Decimal, until: int | None
) -> str:
    """The mean of whole years decides; before its last year it says how things go."""
    norm = norm_words(measure, bounds)
    if until is not None and years[1] < until:
        said = _("Op schema als het gemiddelde per jaar {norm} is, tot en met {year}.").format(
            norm=norm, year=until
        )
    else:
        said = _("Gehaald als het gemiddelde per jaar {norm} is.").format(norm=norm)
    value = figure(measure.soort, mean)
    if years[0] == years[1]:
        found = _("Over {year} is dat {value}.").format(year=years[0], value=value)
    else:
        found = _("Over {first} tot en met {last} is dat {value}.").format(
            first=years[0], last=years[1], value=value
        )
    return _joined(said, found, *_of_number(measure, bounds, mean))


def gaps(measure: Measure, bounds: Bounds, years: Iterable[int]) -> str:
    """A mean cannot be made."""
    return _joined(
        _("Gehaald als het gemiddelde per jaar {norm} is.").format(norm=norm_words(measure, bounds)),
        _("Dat is nog niet te zeggen: er is geen heel jaar gemeten over {years}.").format(
            years=", ".join(map(str, years))
        ),
    )


def _measured(measure: Measure, value: Value | None) -> str:
    if value is None or value.value is None:
        return ""
    if measure.counted:
        return _("Over {period} is {value} geteld.").format(
            period=span(Period(value.van, value.tot)), value=figure(measure.soort, value.value)
        )
    return _("Gemeten is {value}, op {day}.").format(
        value=figure(measure.soort, value.value), day=day_named(value.tot)
    )


def _more(measure: Measure, bounds: Bounds, value: Value) -> list[str]:
    return [] if value.value is None else _of_number(measure, bounds, value.value)


def _of_number(measure: Measure, bounds: Bounds, value: Decimal) -> list[str]:
    """What else counted: that more is fine as well, or how far from "ongeveer" it is."""
    found = []
    if bounds.more and bounds.low is not None and value > bounds.low:
        found.append(_("Meer dan het doel mag ook."))
    if bounds.circa:
        found.append(
            _("Tot 10 procent ernaast telt als gehaald; het verschil is {gap}.").format(
                gap=figure(measure.soort, bounds.gap(value))
            )
        )
    return found


def _joined(*sentences: str) -> str:
    return " ".join(one for one in sentences if one)
