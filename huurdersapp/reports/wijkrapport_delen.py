"""The parts of the wijkrapport, as blocks without their own heading."""

from __future__ import annotations

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.language import (
    aantal,
    capital,
    clause,
    day_long,
    day_short,
    number,
    sentence,
)
from huurdersapp.reports.language import in_words as words
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.raadpleging import raadpleging_blocks
from huurdersapp.reports.raadpleging_kort import and_more, in_lines
from huurdersapp.reports.rapport_lijsten import advice_blocks, campaign_blocks
from huurdersapp.reports.trimester_overig import ALONE
from huurdersapp.reports.trimester_registers import OTHERS
from huurdersapp.reports.values import Getal
from huurdersapp.reports.wijkrapport_cijfers import (
    Hier,
    cell,
    in_words,
    known,
    reports_here,
    total,
    visits_here,
)
from huurdersapp.reports.wijkrapport_values import FEWEST, WijkValues, Zaak

SAFE_VISITS = 10
"""From so many visits on it is told which measures were placed; without how many of each."""
SHORT = 5


def both(values: WijkValues, counter: Counter) -> tuple[Hier, Hier]:
    """The rows of visits and of problems in one home of this place."""
    return visits_here(values.basis, counter, values.plek), reports_here(values.basis, counter, values.plek)


def visits_cell(values: WijkValues, counter: Counter) -> Text:
    """The number of visits as it is printed."""
    return cell(counter, both(values, counter)[0])


def _count(getal: Getal, one: str, many: str) -> Span:
    return Span(aantal(getal.waarde or 0, one, many), source=getal.source)


def in_short(values: WijkValues, counter: Counter) -> list[Block]:
    """A few sentences for the first page."""
    visits, _reports = both(values, counter)
    parts: list[Text] = []
    if (done := in_words(counter, visits, "energiebezoek", "energiebezoeken")) is not None and visits.keys:
        parts.append(joined("Onze energiecoaches deden ", done, " bij huurders thuis."))
    if values.collectief_nieuw.waarde:
        new = _count(values.collectief_nieuw, "nieuw probleem", "nieuwe problemen")
        parts.append(joined("Bewoners meldden ", new, " waar meer huurders last van hebben."))
    if values.collectief_opgelost.waarde:
        solved = _count(values.collectief_opgelost, "probleem", "problemen")
        parts.append(joined("Opgelost: ", solved, "."))
    if values.raadplegingen:
        held = aantal(len(values.raadplegingen), "keer", "keer")
        parts.append(f"Wij vroegen bewoners {held} wat zij vinden.")
    blocks: list[Block] = []
    if parts:
        text = joined(*(joined(" " if at else "", each) for at, each in enumerate(parts)))
        blocks.append(Paragraph(text, "lead"))
    if waiting := [*values.beloften, *values.vragen][:3]:
        blocks.append(Paragraph("Wat het eerst moet gebeuren:", keep_with_next=True))
        blocks.append(Bullets(tuple(_line(each) for each in waiting)))
    return blocks


def _line(item: Zaak) -> Text:
    who = f"{capital(one_line(item.wie))}: " if item.wie else ""
    day = f" (afgesproken voor {day_long(item.op)})" if item.op else ""
    came = joined(" ", sentence(capital(plain_line(item.uitkomst)))) if item.uitkomst else ""
    return joined(who, Span(clause(plain_line(item.wat)), source=item.source), f"{day}.", came)


def place(values: WijkValues) -> list[Block]:
    """The complexes and bewonerscommissies there."""
    blocks: list[Block] = []
    if values.complexen or values.kleine_complexen:
        columns = (
            Column("Complex", width=2.4),
            Column("Verhuurder", width=1.6),
            Column("Woningen", "right"),
            Column("Bouwjaar", "right"),
        )
        rows: list[tuple[Text, ...]] = [
            (
                Span(one_line(item.naam), source=item.source),
                one_line(item.verhuurder) or "–",
                "niet bekend" if item.woningen is None else number(item.woningen),
                str(item.bouwjaar) if item.bouwjaar else "–",
            )
            for item in values.complexen
        ]
        if values.kleine_complexen:
            many = aantal(values.kleine_complexen, "klein complex", "kleine complexen")
            name = f"{many} samen" if values.kleine_complexen > 1 else many
            few = values.kleine_woningen < FEWEST
            rows.append((capital(name), "–", "minder dan 10" if few else number(values.kleine_woningen), "–"))
        note = (
            "Complexen met minder dan tien woningen staan samen op één regel."
            if values.kleine_complexen
            else None
        )
        blocks.append(Table("Complexen", columns, tuple(rows), note=note))
    else:
        blocks.append(Paragraph("Er zijn hier geen complexen vastgelegd."))
    blocks.append(Heading("Bewonerscommissies", 2))
    if values.commissies:
        blocks.append(Bullets(tuple(_line(item) for item in values.commissies)))
    else:
        blocks.append(Paragraph("Er is hier geen bewonerscommissie vastgelegd."))
    return blocks


def no_reports(values: WijkValues, counter: Counter) -> bool:
    """Whether no problem was reported and none is open."""
    counts = (values.collectief_nieuw, values.collectief_open, values.collectief_opgelost)
    return not any(each.waarde for each in counts) and not both(values, counter)[1].keys


def reported(values: WijkValues, counter: Counter, kort: bool) -> list[Block]:
    """The problems: counts, and those of more tenants one by one."""
    one_home = both(values, counter)[1]
    rows: list[tuple[Text, ...]] = [
        ("Nieuw gemeld, in één woning", _cell_of(counter, one_home)),
        ("Nieuw gemeld, bij meer huurders", _digits(values.collectief_nieuw)),
        ("Ingebracht in een overleg, bij meer huurders", _digits(values.collectief_ingebracht)),
        ("Opgelost, bij meer huurders", _digits(values.collectief_opgelost)),
        (
            f"Nog open op {day_long(values.basis.periode.tot)}, bij meer huurders",
            _digits(values.collectief_open),
        ),
    ]
    columns = (Column("Problemen", width=3), Column("Aantal", "right", 1.4))
    note = counter.hidden_note(one_home.keys) or None
    blocks: list[Block] = [
        Table("Gemelde problemen", columns, tuple(rows), note=note),
        *_together(one_home, "De problemen in één woning"),
    ]
    if not values.meldingen:
        return blocks
    told = values.meldingen[:SHORT] if kort else values.meldingen
    blocks.append(Heading("Problemen waar meer huurders last van hebben", 2))
    heads = (
        Column("Probleem", width=3),
        Column("Waar", width=1.5),
        Column("Gemeld", width=1.1),
        Column("Hoe het staat", width=1.5),
    )
    lines = tuple(
        (
            Span(clause(one_line(item.titel)), source=item.source),
            one_line(item.plaats) or "–",
            day_short(item.gemeld_op),
            capital(item.stand) or "–",
        )
        for item in told
    )
    blocks.append(Table("Problemen van meer huurders", heads, lines))
    if len(told) < len(values.meldingen):
        blocks.append(Paragraph(and_more(len(values.meldingen) - len(told)), "note"))
    return blocks


def _cell_of(counter: Counter, hier: Hier) -> Text:
    return cell(counter, hier) if hier.keys or hier.samen_met or not hier.verdeeld else "0"


def _digits(getal: Getal) -> Span:
    return Span(number(getal.waarde or 0), source=getal.source)


def _together(hier: Hier, what: str) -> list[Block]:
    if not hier.samen_met:
        return []
    where = one_line(hier.samen_met)
    where = where[:1].lower() + where[1:] if where == OTHERS else where
    text = (
        f"{what} noemen wij niet apart. Zijn ze er, dan staan ze samen met die van andere plaatsen bij {where}: "
        "anders zou iemand te herkennen zijn."
    )
    return [Paragraph(text, "note")]


def no_visits(values: WijkValues, counter: Counter) -> bool:
    """Whether no coach was there."""
    hier = both(values, counter)[0]
    return not hier.keys and not hier.samen_met and hier.verdeeld


def visited(values: WijkValues, counter: Counter) -> list[Block]:
    """How often a coach came by, and what he placed."""
    hier = both(values, counter)[0]
    if no_visits(values, counter):
        return [Paragraph("Er waren hier in deze periode geen energiebezoeken.")]
    if not hier.verdeeld:
        return [Paragraph("De energiebezoeken zijn niet verdeeld naar plaats: het zijn er te weinig.")]
    if hier.samen_met:
        return [
            *_per_kern(counter, hier),
            *_together(hier, "De andere energiebezoeken hier" if hier.keys else "De energiebezoeken hier"),
        ]
    done = in_words(counter, hier, "energiebezoek", "energiebezoeken")
    if done is None:
        return _per_kern(counter, hier)
    blocks: list[Block] = [Paragraph(joined("Onze energiecoaches deden hier ", done, "."))]
    if len(hier.keys) > 1:
        blocks += _per_kern(counter, hier)
    if values.maatregelen and known(counter, hier) and total(counter, hier) >= SAFE_VISITS:
        blocks.append(Paragraph("Dit kwam er bij die bezoeken in de woningen:", keep_with_next=True))
        blocks.append(Bullets(tuple(sentence(capital(one_line(each))) for each in values.maatregelen)))
    return blocks


def _per_kern(counter: Counter, hier: Hier) -> list[Block]:
    """The rows of a place one by one."""
    if not hier.keys:
        return []
    rows: list[tuple[Text, ...]] = [
        (capital(name), counter.cell(key))
        for name, key in sorted(zip(hier.names, hier.keys, strict=True), key=lambda row: row[0].casefold())
    ]
    columns = (Column("Kern of wijk", width=3), Column("Bezoeken", "right"))
    return [
        Table(
            "Energiebezoeken per kern of wijk",
            columns,
            tuple(rows),
            note=counter.hidden_note(hier.keys) or None,
        )
    ]


def consulted(values: WijkValues, counter: Counter, kort: bool) -> list[Block]:
    """Each raadpleging that was held there, with its outcome."""
    if not values.raadplegingen:
        return [Paragraph("Wij hielden hier in deze periode geen raadpleging.")]
    if kort:
        return in_lines(counter, values.basis.raadplegingen, values.raadplegingen)
    blocks: list[Block] = []
    for at in values.raadplegingen:
        blocks += raadpleging_blocks(counter, at, values.basis.raadplegingen[at])
    return blocks


def advised(values: WijkValues) -> list[Block]:
    """Adviezen about complexes there, and what the landlord did."""
    blocks = advice_blocks("Adviezen", values.adviezen, values.verzwegen)
    return blocks or [Paragraph("Er waren geen adviezen over woningen hier.")]


def campaigns(values: WijkValues, counter: Counter) -> list[Block]:
    """Campagnes that were held there."""
    if not values.campagnes:
        return [Paragraph("Er waren hier in deze periode geen campagnes.")]
    return [
        *campaign_blocks(counter, values.basis.campagnes, values.campagnes),
        Paragraph("De getallen zijn die van de hele campagne, ook buiten deze plaats.", "note"),
    ]


def visions(values: WijkValues) -> list[Block]:
    """Visies and programmes about the place, and what we brought in."""
    if not values.visies:
        return [Paragraph("Er is hier geen wijk- of dorpsvisie vastgelegd.")]
    return [Bullets(tuple(_line(item) for item in values.visies))]


def decided(values: WijkValues) -> list[Block]:
    """What was decided in meetings about problems and adviezen there."""
    if not values.besluiten:
        return [Paragraph("Er zijn geen besluiten vastgelegd over wat hier speelt.")]
    columns = (
        Column("Datum", width=1.1),
        Column("Overleg", width=1.6),
        Column("Waarover", width=2.2),
        Column("Besluit", width=2.8),
    )
    rows = tuple(
        (
            day_short(item.op),
            Span(one_line(item.wie), source=item.source),
            clause(plain_line(item.wat)),
            sentence(plain_line(item.uitkomst)),
        )
        for item in values.besluiten
    )
    return [Table("Besluiten in overleggen", columns, rows)]


def still_open(values: WijkValues) -> list[Block]:
    """Promises that are open, and problems of which a reaction did not come."""
    blocks: list[Block] = []
    for title, those in (
        ("Beloften van anderen", values.beloften),
        ("Waarop een reactie moet komen", values.vragen),
    ):
        if those:
            blocks += [Heading(title, 2), Bullets(tuple(_line(item) for item in those))]
    return blocks or [Paragraph("Er staan geen beloften of reacties over deze plaats open.")]


def explained(values: WijkValues) -> list[Block]:
    """Where the figures come from, and why some are not shown."""
    basis = values.basis
    blocks: list[Block] = [
        Paragraph(
            f"De cijfers komen uit onze administratie van {day_long(basis.gemaakt_op)}. Geteld is wat een datum heeft van "
            f"{day_long(basis.periode.van)} tot en met {day_long(basis.periode.tot)}."
        )
    ]
    if basis.small.active:
        blocks.append(
            Paragraph(
                "Niemand mag te herkennen zijn. Aantallen bezoeken en problemen in één woning staan hier precies zoals in het "
                f"trimesterverslag over dezelfde tijd. Bij één tot en met {words(basis.small.hide_below - 1)} staat "
                f"‘{basis.small.small_text}’. Een ‘x’ of een streepje staat waar een "
                "cijfer zo’n klein aantal zou verraden. Een kleine "
                "plaats staat samen met de plaatsen eromheen."
            )
        )
    if basis.los:
        blocks.append(Paragraph(ALONE))
    return blocks
