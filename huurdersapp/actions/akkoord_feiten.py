"""What a point of an akkoord says beside its text, in words: targets, first measurement, places, doubt, source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import Literal

from babel.dates import get_month_names

from huurdersapp.actions.plain import Plain
from huurdersapp.actions.streefwaarden import target_in_words
from huurdersapp.base.formats import LOCALE, money, number
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_keuzes import FREQUENTIES, HERKOMST, HERKOMST_ANKER
from huurdersapp.records.spec import RecordSpec

Weight = Literal["main", "more", "doubt", "source"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing about a point. `main` and `doubt` are told with its text, `source` under it, `more` where somebody
    asks for everything or searches for it."""

    label: str
    words: str
    weight: Weight = "main"


@dataclass(frozen=True, slots=True)
class Words:
    """What points are called that others refer to: codes and names by number, per kind."""

    codes: Mapping[str, Mapping[int, str]]
    names: Mapping[str, Mapping[int, str]]
    specs: Mapping[str, RecordSpec]

    def label(self, kind: str, key: str, value: str | None) -> str:
        """A choice in words."""
        choices = self.specs[kind].fields[key].choices
        return choices.label(value) if value and choices else ""

    def code(self, kind: str, numbers: list[int]) -> str:
        """The codes of points, those that are no longer there left out."""
        return ", ".join(self.codes[kind][one] for one in numbers if one in self.codes[kind])

    def places(self, numbers: list[int]) -> str:
        """The names of places."""
        return ", ".join(self.names["kern"].get(one, "") for one in numbers)

    def common(self, item: Plain) -> Iterator[Fact]:
        """What every part of an akkoord may have: a note, a doubt about the words, and where it stands."""
        yield Fact(_("Toelichting"), item.get("toelichting") or "", "more")
        yield Fact(_("Let op, dit is niet zeker"), item.get("twijfel") or "", "doubt")
        weight: Weight = "doubt" if item.get("twijfel") else "more"
        yield Fact(_("Zo staat het in het akkoord"), item.get("letterlijk") or "", weight)
        yield Fact(_("Staat in"), item.get("bron") or "", "source")


def facts_of_point(words: Words, kind: str, item: Plain) -> Iterator[Fact]:
    """What a doel or an afspraak says beside its text."""
    if kind == "afspraak":
        yield Fact(_("Samen met"), ", ".join(line["naam"] for line in item["samen_met"]))
        yield Fact(_("Jaren"), _years(item["van_jaar"], item["tot_jaar"]))
        if item["status"] != "lopend":
            yield Fact(_("Status"), words.label(kind, "status", item["status"]))
        yield Fact(_("Verwijst naar"), words.code("afspraak", item["verwijst_naar"]), "more")
        yield Fact(_("Telt vanzelf"), words.label(kind, "regel_telt", item["regel_telt"]), "more")
    yield Fact(_("Trefwoord in de kantlijn"), item["trefwoord"] or "", "more")
    yield Fact(_("Plaatsen"), words.places(item["kernen"]), "more")
    yield from words.common(item)


def facts_of_indicator(words: Words, kind: str, item: Plain) -> Iterator[Fact]:
    """What a measure says beside its text: norm, targets and first measurement in words with their unit."""
    yield Fact(_("Streefwaarde"), "; ".join(_targets(words, item)))
    if item["norm"] != "geen":
        yield Fact(_("Norm"), words.label(kind, "norm", item["norm"]))
    yield Fact(_("Nulmeting"), _first_measurement(item))
    if item["herkomst"] != "bron":
        yield Fact(_("Herkomst"), HERKOMST.label(item["herkomst"]))
    yield Fact(_("Wanneer"), words.label(kind, "tijd", item["tijd"]))
    yield Fact(_("Soort maat"), words.label(kind, "soort", item["soort"]), "more")
    if item["richting"] != "stand":
        yield Fact(_("Richting"), words.label(kind, "richting", item["richting"]), "more")
    if item["hoofd"]:
        yield Fact(_("Hoofdmaat"), _("ja"), "more")
    if item["prijspeil"]:
        yield Fact(_("Prijspeil"), str(item["prijspeil"]))
    if item["grensbedrag"]:
        yield Fact(_("Tot een bedrag van"), money(item["grensbedrag"]))
    yield Fact(_("Klassen"), ", ".join((item["klassen"] or "").splitlines()), "more")
    yield Fact(_("Plaatsen"), words.places(item["kernen"]), "more")
    yield Fact(_("Hoort bij"), words.code("afspraak", item["afspraken"]), "more")
    seen = ", ".join((item["verwijst_naar"] or "").splitlines())
    yield Fact(_("Zie bij"), seen)
    yield Fact(_("Zie de maten"), words.code("indicator", item["verwijzingen"]), "more")
    yield Fact(_("Wat er precies telt"), item["definitie"] or "", "more")
    yield Fact(_("Hoe er wordt gemeten"), item["meetwijze"] or "", "more")
    often = item["frequentie"]
    yield Fact(_("Hoe vaak"), FREQUENTIES.label(often) if often else "", "more")
    yield Fact(_("Wie levert het aan"), words.names["partij"].get(item["verantwoordelijk"], ""), "more")
    yield Fact(_("Let op"), item["let_op"] or "", "doubt")
    yield from words.common(item)


def facts_of_anker(words: Words, item: Plain) -> Iterator[Fact]:
    """When a fixed moment of the year is, and what happens then."""
    yield Fact(_("Wanneer"), day_of_anker(words, item))
    if item["cyclusjaar"]:
        yield Fact(_("Jaar van de cyclus"), str(item["cyclusjaar"]))
    yield Fact(_("Wat"), item["tekst"] or "")
    yield Fact(_("Overleg"), ", ".join((item["overleg"] or "").splitlines()))
    if item["herkomst"] != "bron":
        yield Fact(_("Herkomst"), HERKOMST_ANKER.label(item["herkomst"]))
    yield from words.common(item)


def day_of_anker(words: Words, item: Plain) -> str:
    """ "Uiterlijk op 15 november", "In april tot en met juni"; empty when the akkoord names no month."""
    if item["maand"] is None:
        return ""
    months = get_month_names("wide", locale=LOCALE)
    kind, month = words.label("anker", "soort_datum", item["soort_datum"]), months[item["maand"]]
    if item["tot_maand"]:
        return _("{kind} {first} tot en met {last}").format(
            kind=kind, first=month, last=months[item["tot_maand"]]
        )
    if item["dag"]:
        return _("{kind} {day} {month}").format(kind=kind, day=item["dag"], month=month)
    return _("{kind} {month}").format(kind=kind, month=month)


def _years(first: int | None, last: int | None) -> str:
    if first and last and first != last:
        return _("{first} tot en met {last}").format(first=first, last=last)
    if first and last:
        return str(first)
    if first:
        return _("vanaf {year}").format(year=first)
    return _("tot en met {year}").format(year=last) if last else ""


def _targets(words: Words, item: Plain) -> Iterator[str]:
    maat = SimpleNamespace(norm=item["norm"], soort=item["soort"], eenheid=item["eenheid"])
    for line in item["streefwaarden"]:
        values = {key: _exact(line[key]) for key in ("waarde", "min", "max")}
        target = SimpleNamespace(klasse=line["klasse"], jaar=line["jaar"], **values)
        text = target_in_words(maat, target, _)
        if line["circa"]:
            text = _("ongeveer {target}").format(target=text)
        if line["kern"]:
            text = _("{place}: {target}").format(place=words.names["kern"].get(line["kern"], ""), target=text)
        if line["toelichting"]:
            text = _("{target} ({note})").format(target=text, note=line["toelichting"].rstrip("."))
        yield text


def _first_measurement(item: Plain) -> str:
    value, year = _exact(item["nulmeting_waarde"]), item["nulmeting_jaar"]
    if value is None:
        return ""
    text = number(value)
    if item["soort"] == "ja_nee":
        text = _("ja") if value else _("nee")
    elif item["eenheid"]:
        text = f"{text} {item['eenheid']}"
    if year:
        text = _("{value} in {year}").format(value=text, year=year)
    return f"{text} ({item['nulmeting_bron']})" if item["nulmeting_bron"] else text


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
