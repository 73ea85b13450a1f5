"""What a letter stands on: the records that its sentences come from, with the values that they had.

Kept with a fixed version, and compared with what is there now. What identifies a tenant stays out: of each kind only the
named values are read, and none of a contact block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from huurdersapp.actions import afzender, briefpapier
from huurdersapp.actions.plain import simple, title
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import ALL
from huurdersapp.records.briefsjabloon import Briefsjabloon
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession

USED: Mapping[str, tuple[str, ...]] = {
    # Not "aan": a name and address typed by hand may be a tenant's. The PDF has it.
    "brief": ("soort", "onderwerp", "ons_kenmerk", "hun_kenmerk", "antwoord_voor", "tekst", "delen"),
    "advies": (
        *("soort", "onderwerp", "wohv_letter", "brief_verhuurder_op", "kenmerk_verhuurder", "ontvangen_op"),
        *("volledig_op", "ontbreekt", "voornemen", "termijn_dagen", "verlengd_tot", "verlengd_mondeling"),
        *("aanleiding", "uitkomst", "toelichting_advies", "overwegingen", "proces", "afwijkende_meningen"),
        *("slot", "ons_kenmerk", "vastgesteld_op", "vastgesteld_door", "aanwezig", "stemmen"),
        *("voorwaarden", "aanbevelingen", "ondertekenaars", "bijlagen", "kopie_aan"),
    ),
    "raadpleging": (
        *("titel", "doel", "vraag", "start_op", "sluit_op", "populatie_omschrijving", "populatie_aantal"),
        *("populatie_bron", "populatie_peildatum", "uitsluitingen", "selectie", "open_stemming"),
        *("respons_totaal", "samenstelling", "aanwezigen", "conclusies", "minderheid", "beperkingen"),
        *("vastgesteld_op", "vastgesteld_door", "terugkoppeling_op", "terugkoppeling_hoe"),
        *("terugkoppeling_aan", "methoden", "kanalen", "vragen"),
    ),
    "verhuurder": (
        *("naam", "afdeling", "ter_attentie_van", "straat", "postcode", "plaats", "aanhef"),
        *("adviestermijn_dagen", "redenen_dagen", "wacht_dagen"),
    ),
    "partij": ("naam", "plaats", "website"),
    "commissie": ("naam",),
    "complex": ("naam", "aantal_woningen"),
    "thema": ("naam",),
    "afspraak": ("code", "tekst"),
    "knelpunt": ("titel", "categorie", "subcategorie", "omvang", "huurders_geraakt", "ook_last_van"),
    "overleg": ("naam", "soort", "datum"),
    "briefpapier": ("naam", "venster", "onderregel", "beeldmerk_breedte", "beeldmerk"),
    "briefsjabloon": ("naam", "tekst"),
}
"""Of each kind the fields and lists that a letter may say something of."""
OF_LINES: Mapping[str, tuple[str, ...]] = {
    "delen": ("sleutel", "tekst"),
    "voorwaarden": ("tekst", "toetsbaar_aan", "termijn"),
    "aanbevelingen": ("tekst",),
    "ondertekenaars": ("naam", "functie"),
    "bijlagen": ("omschrijving",),
    "kopie_aan": ("tekst",),
    "methoden": ("methode", "toelichting"),
    "kanalen": ("kanaal", "uitgenodigd", "respons"),
    "vragen": ("tekst", "soort", "beantwoord_door", "toelichting", "opties"),
    "opties": ("tekst", "aantal"),
    "beeldmerk": ("naam", "inhoud"),
}
"""Of the lines of such a list what counts."""
OWN = "brief"
"""The letter itself: whoever rewrites it knows that it changed."""


@dataclass(frozen=True, slots=True)
class Bron:
    """A record that a letter stands on: its kind, number and name, and its values as JSON has them."""

    kind: str
    number: int
    name: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Veranderd:
    """A source that is not what it was, in one sentence; the record can be opened where it is still there."""

    kind: str
    number: int
    text: str


class _Stored(msgspec.Struct):
    soort: str
    nummer: int
    naam: str
    waarden: dict[str, Any]


def sources(db: ReadSession, letter: Any) -> list[Bron]:
    """All that the letter stands on, at this moment of the store; each record once."""
    found: dict[tuple[str, int], Bron] = {}
    for spec, row in _records(db, letter):
        if (spec.key, row.nummer) not in found:
            found[spec.key, row.nummer] = Bron(spec.key, row.nummer, title(spec, row), _values(db, spec, row))
    return list(found.values())


def as_text(found: Sequence[Bron]) -> str:
    """The sources as they are kept with a version."""
    stored = [_Stored(one.kind, one.number, one.name, dict(one.values)) for one in found]
    return msgspec.json.format(msgspec.json.encode(stored), indent=1).decode()


def from_text(text: str | None) -> list[Bron]:
    """The sources of a version, as they were then."""
    stored = msgspec.json.decode(text or "[]", type=list[_Stored])
    return [Bron(one.soort, one.nummer, one.naam, one.waarden) for one in stored]


def changes(before: Sequence[Bron], now: Sequence[Bron]) -> list[Veranderd]:
    """What is not as it was, in words, the letter itself left out."""
    then = {(one.kind, one.number): one for one in before if one.kind != OWN}
    there = {(one.kind, one.number): one for one in now if one.kind != OWN}
    told: list[Veranderd] = []
    for key, one in there.items():
        if key not in then:
            told.append(Veranderd(*key, _("{name} is erbij gekomen.").format(name=_called(one))))
        else:
            told += [Veranderd(*key, text) for text in _moved(then[key], one)]
    for key, one in then.items():
        if key not in there:
            told.append(Veranderd(*key, _("{name} hoort er niet meer bij.").format(name=_called(one))))
    return told


def _records(db: ReadSession, letter: Any) -> Iterator[tuple[RecordSpec, Any]]:
    specs = db.catalogue.specs

    def named(kind: str, *keys: str | None) -> Iterator[tuple[RecordSpec, Any]]:
        for key in keys:
            row = db.get(specs[kind].cls, key) if key else None
            if row is not None:
                yield specs[kind], row
                return

    def listed(part: str, kind: str) -> Iterator[tuple[RecordSpec, Any]]:
        """What a list of the case names, without what was thrown away since."""
        for line in db.lines(specs["advies"].part[part].spec, case.id) if case is not None else ():
            for spec, row in named(kind, getattr(line, f"{kind}_id")):
                if row.verwijderd is None:
                    yield spec, row

    yield specs[OWN], letter
    case: Any = db.get(specs["advies"].cls, letter.advies_id) if letter.advies_id else None
    if case is not None:
        yield specs["advies"], case
    yield from named("verhuurder", letter.verhuurder_id, getattr(case, "verhuurder_id", None))
    yield from named("partij", letter.partij_id)
    yield from _sender(db, letter.namens_id or getattr(case, "namens_id", None))
    yield from named("commissie", letter.commissie_id, getattr(case, "commissie_id", None))
    for kind in ("complex", "thema", "afspraak"):
        yield from named(kind, getattr(case, f"{kind}_id", None))
    yield from listed("afspraken", "afspraak")
    yield from listed("raadplegingen", "raadpleging")
    yield from named("raadpleging", letter.raadpleging_id)
    yield from listed("knelpunten", "knelpunt")
    yield from named("overleg", letter.overleg_id)
    on_behalf = letter.namens_id or getattr(case, "namens_id", None)
    if (paper := briefpapier.letterhead(db, on_behalf).nummer) is not None:
        yield specs["briefpapier"], queries.by_number(db, specs["briefpapier"], paper)
    yield from _templates(db, letter.soort, letter.verhuurder_id or getattr(case, "verhuurder_id", None))


def _templates(db: ReadSession, kind: str, landlord: str | None) -> Iterator[tuple[RecordSpec, Any]]:
    """The own templates for this kind of letter: for all landlords, and for this one; the newest of each."""
    spec = db.catalogue.specs["briefsjabloon"]
    rows = db.alive(spec, Briefsjabloon.soort == kind)
    for whose in dict.fromkeys((None, landlord)):
        yield from [(spec, row) for row in rows if row.verhuurder_id == whose][-1:]


def _sender(db: ReadSession, on_behalf: str | None) -> Iterator[tuple[RecordSpec, Any]]:
    spec = db.catalogue.specs["partij"]
    try:
        yield spec, db.get_one(spec.cls, on_behalf) if on_behalf else afzender.own(db)
    except UserError:
        return  # without an own organisation the letter itself says what to do


def _values(db: ReadSession, spec: RecordSpec, row: Any) -> dict[str, Any]:
    """The used values that are filled in; what is part of a contact block never is one."""
    return _filled(db, spec, row, USED[spec.key])


def _filled(db: ReadSession, spec: RecordSpec, row: Any, keys: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in keys:
        if key in spec.part:
            part = spec.part[key].spec
            lines = [_filled(db, part, line, OF_LINES[key]) for line in db.lines(part, row.id)]
            if lines:
                found[key] = lines
        elif not spec.fields[key].note.personal:
            value = getattr(row, spec.fields[key].column)
            if value is not None:
                found[key] = simple(value)
    return found


def _moved(before: Bron, now: Bron) -> Iterator[str]:
    spec = ALL[now.kind]
    for key in USED[now.kind]:
        old, new = before.values.get(key), now.values.get(key)
        if old == new:
            continue
        item = spec.fields.get(key)
        if item is None or item.note.long:
            label = item.label if item else str(spec.part[key].label)
            counts = (len(old or ()), len(new or ())) if item is None else (0, 0)
            if counts[0] != counts[1]:
                yield _said(now, label, str(counts[1]), str(counts[0]))
            else:
                yield _("{name}: ‘{label}’ is veranderd.").format(name=_called(now), label=label)
        else:
            yield _said(now, item.label, _in_words(item, new), _in_words(item, old))


def _said(one: Bron, label: str, new: str, old: str) -> str:
    words = _("{name}: {label} {new}, was {old}.")
    return words.format(name=_called(one), label=f"{label[:1].lower()}{label[1:]}", new=new, old=old)


def _called(one: Bron) -> str:
    return _("{kind} {number}").format(kind=ALL[one.kind].label, number=one.number)


def _in_words(item: Field, value: Any) -> str:
    """A kept value as people read it."""
    if value is None:
        return _("leeg")
    if item.choices:
        return item.choices.label(value)
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if item.type is date:
        return day(date.fromisoformat(value))
    return f"‘{value}’" if isinstance(value, str) else str(value)
