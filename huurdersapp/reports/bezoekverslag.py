"""The paper that a tenant gets after an energy visit: what was done, what it may save, what we keep.

The only paper with the readings of the meters: they are the tenant's own. Savings are called indicatief and stand
each with their source; a sum is only printed as the caller reckoned it, with overlapping savings counted once. What
the landlord must do is only said to be passed on where the tenant agreed. What is kept, why and how long, and how to
withdraw consent stand on it, because the tenant must be told that (AVG art. 13, and art. 7 lid 3 on withdrawing).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from huurdersapp.reports.adres import place_line, said, street_line
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Document,
    Heading,
    Lines,
    Paragraph,
    Span,
    Text,
)
from huurdersapp.reports.energie_values import (
    Besparing,
    Bewaard,
    BezoekVerslag,
    Maatregel,
    Meterstand,
    Stand,
    Toestemming,
    Verbruik,
)
from huurdersapp.reports.language import NBSP, capital, clause, day_long, enumeration, number, sentence
from huurdersapp.reports.prose import joined, one_line, plain_line, text_blocks, titled

TEXT_SIZE = 12.0
"""In points: many tenants read better with larger letters than those of a report."""
_CHANGED: dict[Stand, str] = {
    "uitgereikt": "die hebt u gekregen",
    "geplaatst_coach": "geplaatst door de coach",
    "geplaatst_bewoner": "geplaatst door uzelf",
}
_NOT_ADDED = "Sommige maatregelen besparen op hetzelfde gas of dezelfde stroom. Die besparingen tellen wij niet bij elkaar op."


def bezoekverslag_document(values: BezoekVerslag) -> Document:
    """The paper as a neutral document: a letter without anything that a stranger could not understand."""
    title = f"Uw energiebezoek van {day_long(values.datum)}"
    blocks: list[Block] = [
        *_head(values, title),
        *_greeting(values),
        *_measures(values.maatregelen),
        *_landlord(values),
        *_meters(values.meterstanden, values.verbruik),
        *_savings(values),
        *_next(values),
        *_kept(values),
        *_contact(values),
    ]
    return Document(
        title=title,
        author=values.organisatie.naam,
        subject="Verslag van een energiebezoek, voor de bewoner",
        keywords=("energiebezoek",),
        blocks=tuple(blocks),
        kind="letter",
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=values.organisatie.naam,
        window=values.venster,
        text_size=TEXT_SIZE,
    )


def _head(values: BezoekVerslag, title: str) -> list[Block]:
    sender = values.organisatie
    reach = (sender.telefoon, sender.email, sender.website)
    lines = tuple(line for line in (*sender.adres, *reach) if line)
    made: list[Block] = [Lines((Span(sender.naam, bold=True), *lines), "sender")]
    address = values.adres
    if values.per_post and address:
        to = one_line(values.bewoner) or "Aan de bewoners van dit adres"
        made.append(Lines((to, street_line(address), place_line(address)), "addressee"))
    about: list[Text] = [Span(title, bold=True)]
    if address and not values.per_post:
        about.append(said(address))
    if values.coach:
        about.append(f"Uw energiecoach: {one_line(values.coach)}")
    return [*made, Lines(tuple(about), "reference")]


def _greeting(values: BezoekVerslag) -> list[Block]:
    who = one_line(values.bewoner) or "bewoner"
    coach = one_line(values.coach)
    came = f"{coach} kwam bij u langs" if coach else "Onze energiecoach kwam bij u langs"
    return [
        Paragraph(f"Beste {who},"),
        Paragraph(
            f"Dank u wel dat u tijd had. {came} om te kijken hoe u energie kunt besparen. "
            "Hier leest u wat wij samen bespraken."
        ),
    ]


def _measures(measures: Sequence[Maatregel]) -> list[Block]:
    done = [
        one
        for one in measures
        if one.stand in _CHANGED or (one.wanneer == "gedaan" and one.stand != "niet_geplaatst")
    ]
    to_do = [one for one in measures if one.wanneer == "te_doen"]
    later = [one for one in measures if one.wanneer == "later"]
    rest = [one for one in measures if one not in (*done, *to_do, *later)]
    return [
        *_list("Dit deden wij vandaag", [_done(one) for one in done]),
        *_list("Dit kunt u zelf doen", [_to_do(one) for one in to_do]),
        *_list("Dit is voor later", [_to_do(one) for one in later]),
        *_also(rest),
    ]


def _also(rest: Sequence[Maatregel]) -> list[Block]:
    """What was only talked about: in one sentence where there is no more to say."""
    if any(one.uitleg or one.let_op for one in rest):
        return _list("Dit bespraken wij ook", [_to_do(one) for one in rest])
    return [Paragraph(f"Wij bespraken ook: {enumeration([_name(one) for one in rest])}.")] if rest else []


def _list(title: str, items: Sequence[Text]) -> list[Block]:
    return [Heading(title), Bullets(tuple(items))] if items else []


def _done(one: Maatregel) -> Text:
    amount = ""
    if one.aantal is not None:
        amount = f" ({' '.join(part for part in (number(one.aantal), one_line(one.eenheid)) if part)})"
    how = _CHANGED.get(one.stand, "")
    text = f"{capital(_name(one))}{amount}"
    careful = "" if one.wanneer in ("te_doen", "later") else one.let_op
    return _careful(f"{text}: {how}." if how else sentence(text), careful)


def _to_do(one: Maatregel) -> Text:
    name = Span(sentence(capital(_name(one))), bold=bool(one.uitleg))
    how = f" {sentence(plain_line(one.uitleg))}" if one.uitleg else ""
    return _careful(joined(name, how), one.let_op)


def _careful(text: Text, warning: str) -> Text:
    return joined(text, f" Let op: {sentence(plain_line(warning))}") if warning else text


def _name(one: Maatregel) -> str:
    return clause(one_line(one.naam))


def _landlord(values: BezoekVerslag) -> list[Block]:
    if not values.voor_verhuurder:
        return []
    points = Bullets(tuple(sentence(capital(plain_line(point))) for point in values.voor_verhuurder))
    name = one_line(values.verhuurder) or "uw verhuurder"
    if values.doorgeven:
        told = f"U vond dit goed. Daarom geven wij dit door aan {name}:"
        return [Heading("Dit melden wij aan uw verhuurder"), Paragraph(told, keep_with_next=True), points]
    asked = "U wilt niet dat wij het doorgeven." if values.doorgeven is False else "Wij geven het niet door."
    told = f"Alleen {name} kan dit doen. {asked} U kunt het zelf melden."
    return [Heading("Dit is voor uw verhuurder"), Paragraph(told, keep_with_next=True), points]


def _meters(readings: Sequence[Meterstand], use: Sequence[Verbruik]) -> list[Block]:
    lines: list[Text] = []
    if readings:
        told = "; ".join(f"{one_line(one.naam)} {_amount(one.stand, one.eenheid)}" for one in readings)
        lines.append((Span("Meterstanden:", bold=True), f" {told}."))
    if use:
        lines.append((Span("Verbruik per jaar:", bold=True), f" {'; '.join(map(_used, use))}."))
    if not lines:
        return []
    return [Heading("Uw meters en uw verbruik"), Bullets(tuple(lines))]


def _used(one: Verbruik) -> str:
    source = f" (volgens {clause(one_line(one.bron))})" if one.bron else ""
    return f"{one_line(one.naam)} {_amount(one.per_jaar, one.eenheid)}{source}"


def _amount(value: Decimal, unit: str) -> str:
    return f"{number(value)}{NBSP}{one_line(unit)}".rstrip()


def _savings(values: BezoekVerslag) -> list[Block]:
    told = [(one, one.besparing) for one in values.maatregelen if one.besparing and _gains(one.besparing)]
    together = values.samen if values.samen and _gains(values.samen) else None
    if not told and together is None:
        return []
    made: list[Block] = [
        Heading("Wat u kunt besparen (indicatief)"),
        Paragraph("Dit zijn gemiddelden per jaar. Bij u kan het meer of minder zijn."),
    ]
    if told:
        made.append(Bullets(tuple(_saving(_name(one), saving) for one, saving in told)))
    if len(told) > 1:
        made.append(Paragraph(_NOT_ADDED))
    if together:
        text = f"Samen ongeveer {enumeration(_gains(together))} per jaar, zonder dubbel te tellen."
        made.append(Paragraph(Span(text, bold=True)))
    savings = [saving for _, saving in told] + ([together] if together else [])
    reckoned = [*_prices(values, savings), *_factors(values, savings)]
    return [*made, Paragraph(" ".join(reckoned))] if reckoned else made


def _saving(name: str, saving: Besparing) -> Text:
    source = ", ".join(part for part in (clause(one_line(saving.bron)), str(saving.jaar or "")) if part)
    condition = f" {sentence(capital(plain_line(saving.voorwaarde)))}" if saving.voorwaarde else ""
    return (
        Span(f"{capital(name)}:", bold=True),
        f" ongeveer {enumeration(_gains(saving))}.{condition}",
        f" Bron: {source}." if source else "",
    )


def _gains(saving: Besparing) -> list[str]:
    """The amounts of a saving that are known and more than nothing, as whole numbers: they are no more exact."""
    amounts = (
        (saving.gas_m3, f"{{}}{NBSP}m³ gas"),
        (saving.stroom_kwh, f"{{}}{NBSP}kWh stroom"),
        (saving.water_liter, f"{{}}{NBSP}liter water"),
        (saving.euro, f"€{NBSP}{{}}"),
        (saving.co2_kg, f"{{}}{NBSP}kg CO2"),
    )
    return [
        words.format(number(value, 0))
        for value, words in amounts
        if value is not None and value >= Decimal("0.5")
    ]


def _prices(values: BezoekVerslag, savings: Sequence[Besparing]) -> list[str]:
    tariff = values.tarief
    if tariff is None or not any(saving.euro is not None for saving in savings):
        return []
    parts = [
        f"€{NBSP}{_price(price)} per {unit}"
        for price, unit in ((tariff.gas_per_m3, "m³"), (tariff.stroom_per_kwh, "kWh"))
        if price is not None
    ]
    if not parts:
        return []
    day = f", peildatum {day_long(tariff.peildatum)}" if tariff.peildatum else ""
    source = f" Bron: {sentence(one_line(tariff.bron))}" if tariff.bron else ""
    return [f"De euro’s zijn gerekend met {enumeration(parts)}{day}.{source}"]


def _price(value: Decimal) -> str:
    """A price with cents, and with more decimals where it has them: "1,35", "0,2833"."""
    return number(value, max(2, -int(value.normalize().as_tuple().exponent)))


def _factors(values: BezoekVerslag, savings: Sequence[Besparing]) -> list[str]:
    factor = values.co2
    if factor is None or not any(saving.co2_kg is not None for saving in savings):
        return []
    parts = [
        f"{number(amount)}{NBSP}kg per {unit}"
        for amount, unit in ((factor.gas_per_m3, "m³"), (factor.stroom_per_kwh, "kWh"))
        if amount is not None
    ]
    if not parts:
        return []
    source = ", ".join(part for part in (clause(one_line(factor.bron)), str(factor.jaar or "")) if part)
    return [f"De CO2 is gerekend met {enumeration(parts)}.{f' Bron: {source}.' if source else ''}"]


def _next(values: BezoekVerslag) -> list[Block]:
    made = text_blocks(values.vervolg)
    if values.vervolg_op:
        made = titled(Span(f"Wij komen weer langs op {day_long(values.vervolg_op)}."), made)
    if values.nazorg_op:
        made.append(Paragraph(f"Rond {day_long(values.nazorg_op)} vragen wij u hoe het gaat."))
    return [Heading("Onze volgende afspraak"), *made] if made else []


def _kept(values: BezoekVerslag) -> list[Block]:
    given = [one for one in values.toestemmingen if one.gegeven_op and not one.ingetrokken_op]
    gone = [one for one in values.toestemmingen if one.ingetrokken_op]
    made: list[Block] = []
    if values.bewaard:
        made += _keeping(values.bewaard)
    if given:
        made += _consents("U gaf toestemming hiervoor", [(one, one.gegeven_op) for one in given])
        how = "Bel of mail ons" if _reach(values) else "Zeg het tegen onze energiecoach"
        made.append(Paragraph(f"U mag uw toestemming altijd intrekken, zonder reden. {how}."))
    if gone:
        made += _consents("Deze toestemming trok u in", [(one, one.ingetrokken_op) for one in gone])
    return [Heading("Wat wij van u bewaren"), *made] if made else []


def _keeping(kept: Bewaard) -> list[Block]:
    told = []
    if kept.wat:
        told.append(f"Wij bewaren {enumeration([clause(one_line(part)) for part in kept.wat])}.")
    if kept.waarom:
        told.append(sentence(plain_line(kept.waarom)))
    if kept.tot:
        told.append(f"Dat doen wij tot en met {day_long(kept.tot)}.")
    elif kept.maanden is not None:
        months = "1 maand" if kept.maanden == 1 else f"{kept.maanden} maanden"
        told.append(f"Dat doen wij tot {months} na ons laatste contact.")
    if kept.tot or kept.maanden is not None:
        told.append(
            "Daarna halen wij uw gegevens weg. Alleen de wijk, de maand en de maatregelen blijven over."
        )
    if not told:
        return []
    right = (
        "U mag uw gegevens altijd zien, laten verbeteren of laten wissen. "
        "Bent u het niet met ons eens? Dan kunt u klagen bij de Autoriteit Persoonsgegevens."
    )
    return [Paragraph(" ".join(told)), Paragraph(right)]


def _consents(title: str, given: Sequence[tuple[Toestemming, date | None]]) -> list[Block]:
    """The texts that the tenant saw, with day and version: once above them where these are the same for all."""
    facts = [_facts(one, on) for one, on in given]
    same = facts[0] if len(set(facts)) == 1 else ""
    above = f"{title} ({same}):" if same else f"{title}:"
    items = [
        sentence(plain_line(one.tekst)) + (f" ({fact})" if fact and not same else "")
        for (one, _), fact in zip(given, facts, strict=True)
    ]
    return [Paragraph(above, keep_with_next=True), Bullets(tuple(items))]


def _facts(one: Toestemming, on: date | None) -> str:
    version = f"tekst {one_line(one.versie)}" if one.versie else ""
    return ", ".join(part for part in (day_long(on) if on else "", version) if part)


def _reach(values: BezoekVerslag) -> str:
    sender = values.organisatie
    ways = [f"bel {sender.telefoon.replace(' ', NBSP)}"] if sender.telefoon else []
    ways += [f"mail naar {sender.email}"] if sender.email else []
    return f"{capital(enumeration(ways, 'of'))}." if ways else ""


def _contact(values: BezoekVerslag) -> list[Block]:
    reach, coach = _reach(values), one_line(values.coach)
    name = values.organisatie.naam
    who: tuple[Text, ...] = (Span(coach or name, bold=True), *([f"energiecoach van {name}"] if coach else []))
    return [
        Paragraph(f"Hebt u een vraag? {reach or 'Stel hem gerust.'}"),
        Paragraph("Met vriendelijke groet,", keep_with_next=True),
        Lines(who),
    ]
