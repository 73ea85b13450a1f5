"""What tenants told in the year, and the energiecoaches at their homes: parts of the jaarverslag, as blocks without heading."""

from __future__ import annotations

from collections.abc import Sequence

from huurdersapp.reports.counting import Counter, all_sources, plain_count
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Chart,
    Column,
    Heading,
    KeyFigure,
    Paragraph,
    Series,
    Span,
    Table,
    Text,
    plain,
)
from huurdersapp.reports.jaarverslag_values import JaarValues
from huurdersapp.reports.jaarverslag_zinnen import VISITS
from huurdersapp.reports.language import (
    aantal,
    capital,
    clause,
    day_long,
    days_between,
    enumeration,
    in_words,
    number,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, running
from huurdersapp.reports.small_numbers import Key
from huurdersapp.reports.trimester_knelpunten import any_knelpunten, rows_of
from huurdersapp.reports.trimester_registers import visit_rows
from huurdersapp.reports.values import Getal, Raadpleging

STILL_RUNS = "Wij zijn hier nog mee bezig."
SIDES = {"individueel": "In één woning", "collectief": "Bij meer huurders"}
SHORT = 2
"""So many raadplegingen the short form tells of."""
NOTHING = {
    "raadplegingen": "Wij hebben huurders dit keer niet naar hun mening gevraagd.",
    "knelpunten": "Er zijn geen problemen bij ons gemeld.",
    "bezoeken": "Onze energiecoaches gingen niet op bezoek.",
    "adviezen": "Wij hebben geen adviezen verstuurd.",
    "campagnes": "Er waren geen campagnes.",
    "overleggen": "Er zijn geen overleggen vastgelegd.",
    "gelukt": "Er is nog niets vastgelegd dat is opgelost of nagekomen.",
    "niet-gelukt": "Er staat niets open dat te laat is.",
    "geld": "Over het geld is niets vastgelegd in onze administratie.",
    "vooruit": "Onze plannen voor het nieuwe jaar staan nog niet in de administratie.",
}


def digits(getal: Getal) -> Span:
    """A count of our own work in digits, with the list behind it."""
    return Span(number(getal.waarde or 0), source=getal.source)


def own_figure(items: Sequence[Raadpleging], one: str, many: str) -> KeyFigure:
    """A key figure that counts what is told of one by one."""
    behind = all_sources(tuple(item.source for item in items))
    return KeyFigure(plain_count(len(items), behind), one if len(items) == 1 else many)


def who(values: JaarValues) -> list[Block]:
    """Who we are and for whom we work."""
    names = enumeration([one_line(each.naam) for each in values.organisaties])
    if not names:
        return [
            Paragraph(
                "Het programma weet nog niet wie u bent. Vul uw organisatie in bij Contacten, Partijen. "
                "Dan staat zij hier met haar gegevens."
            )
        ]
    several = len(values.organisaties) > 1
    comes = "zijn organisaties" if several else "is een organisatie"
    text = f"{names} {comes} voor huurders."
    if values.verhuurders:
        landlords = enumeration([one_line(each) for each in values.verhuurders])
        text += f" Wij komen op voor de huurders van {landlords}."
    return [
        Paragraph(text),
        Paragraph(
            "Wij luisteren naar huurders en zeggen tegen de verhuurder en de gemeente wat er beter kan. "
            "De verhuurder moet naar ons luisteren: dat staat in de wet."
        ),
    ]


def consulted(counter: Counter, values: JaarValues, kort: bool) -> list[Block]:
    """Each raadpleging: what people said, and what happened with it."""
    held = values.basis.raadplegingen
    if not held:
        return [Paragraph(NOTHING["raadplegingen"])]
    told = [(at, item) for at, item in enumerate(held) if item.nummer not in values.geheim]
    blocks: list[Block] = []
    if kort:
        lines = [_consulted_line(counter, at, item) for at, item in told[:SHORT]]
        if len(told) > SHORT:
            lines.append(f"en nog {in_words(len(told) - SHORT)}; die staan in het volledige verslag.")
        blocks += [Bullets(tuple(lines))] if lines else []
    else:
        used = dict(values.gebruikt)
        for at, item in told:
            running_still = item.tot is not None and item.tot >= values.basis.gemaakt_op
            after = STILL_RUNS if running_still else _afterwards(item, used.get(item.nummer, ()))
            blocks += _consulted(counter, at, item, after)
    if len(told) < len(held):
        many = aantal(len(held) - len(told), "raadpleging gaat", "raadplegingen gaan")
        blocks.append(Paragraph(f"{capital(many)} over iets waarover wij nog niets mogen vertellen.", "note"))
    return blocks


def _answered(counter: Counter, at: int) -> Text:
    key = (at, "respons")
    return counter.counted(key, "antwoord", "antwoorden") if counter.shown.knows(key) else ""


def _when(item: Raadpleging) -> str:
    last = item.tot or item.van
    return days_between(item.van or last, last) if last else ""


def _consulted_line(counter: Counter, at: int, item: Raadpleging) -> Text:
    title = Span(clause(one_line(item.titel)), bold=True, source=item.source)
    answers = _answered(counter, at)
    between = joined(" (", answers, ")") if plain(answers) else ""
    said = joined(": ", running(item.conclusies[0], sentence)) if item.conclusies else "."
    return joined(title, between, said)


def _consulted(counter: Counter, at: int, item: Raadpleging, after: str) -> list[Block]:
    blocks: list[Block] = [Heading(clause(one_line(item.titel)), 2)]
    answers, when = _answered(counter, at), _when(item)
    facts: list[Text] = [f"Wanneer: {when}." if when else ""]
    if plain(answers):
        facts.append(joined(" " if when else "", "Wij kregen ", answers, "."))
    if item.source is not None and any(plain(each) for each in facts):
        blocks.append(Paragraph(joined(*facts), keep_with_next=True))
    if item.conclusies:
        said = joined(
            *(joined(" " if n else "", running(text, sentence)) for n, text in enumerate(item.conclusies))
        )
        blocks.append(Paragraph(joined(Span("U zei:", bold=True), " ", said)))
    blocks.append(Paragraph(joined(Span("Wat er daarna gebeurde:", bold=True), " ", after)))
    return blocks


def _afterwards(item: Raadpleging, used: tuple[str, ...]) -> str:
    told = [sentence(capital(text)) for text in used]
    if item.terugkoppeling_op:
        how = f" ({clause(one_line(item.terugkoppeling))})" if item.terugkoppeling else ""
        told.append(f"Wij lieten op {day_long(item.terugkoppeling_op)} weten wat eruit kwam{how}.")
    return " ".join(told) or "Dit moeten wij u nog laten weten."


def no_knelpunten(values: JaarValues) -> bool:
    """Whether no problem was open or reported."""
    return not any_knelpunten(values.basis.knelpunten)


def knelpunten(counter: Counter, values: JaarValues, kort: bool) -> list[Block]:
    """How many problems were reported and closed, and what they were about."""
    if no_knelpunten(values):
        return [Paragraph(NOTHING["knelpunten"])]
    flows = [_flow(counter, side) for side in SIDES if counter.shown.knows(("stand", side, "nieuw"))]
    blocks: list[Block] = [Bullets(tuple(flows))] if flows else []
    return blocks if kort else [*blocks, *_categories(counter, values), *_highlights(values)]


def _flow(counter: Counter, side: str) -> Text:
    def figure(part: str) -> Span:
        return counter.figure(("stand", side, part))

    which = "Over één woning" if side == "individueel" else "Waar meer huurders last van hebben"
    return joined(
        Span(f"{which}:", bold=True),
        " ",
        figure("nieuw"),
        " gemeld en ",
        figure("afgehandeld"),
        " afgerond. Nog open: ",
        figure("eind"),
        ".",
    )


def _categories(counter: Counter, values: JaarValues) -> list[Block]:
    rows = rows_of(values.basis.knelpunten, "categorie", values.basis.small)
    individual = counter.shown.prints("categorie-individueel")
    sides = tuple(SIDES) if individual else ("collectief",)
    kept = [at for at, row in enumerate(rows) if individual or row.collectief.waarde]
    keys = [("categorie", side, at) for side in sides for at in kept]
    if not kept or not all(counter.shown.knows(key) for key in keys):
        return []
    if not individual:
        # The rows stand in order of all their problems, which are not all told here.
        kept.sort(key=lambda at: (-(rows[at].collectief.waarde or 0), rows[at].naam.casefold()))
    elif not counter.shows(*keys):
        # Rows in order of size would say between which figures a hidden one lies.
        kept.sort(key=lambda at: rows[at].naam.casefold())
    labels = [capital(rows[at].naam) for at in kept]
    by_side = [[("categorie", side, at) for at in kept] for side in sides]
    note = counter.hidden_note(keys)
    if not individual:
        note = "De problemen in één woning zijn hier niet verdeeld: het zijn er te weinig."
    return figure_with_table(
        counter,
        "Waar gingen de gemelde problemen over?",
        "Onderwerp",
        labels,
        [SIDES[side] for side in sides],
        by_side,
        note,
    )


def figure_with_table(
    counter: Counter,
    caption: str,
    head: str,
    labels: Sequence[str],
    names: Sequence[str],
    keys: Sequence[Sequence[Key]],
    note: str = "",
) -> list[Block]:
    """Bars with the same figures in a table below them; a single row, or nothing to draw, has the table alone."""
    shown = tuple(tuple(counter.shown.text(key) for key in line) for line in keys)
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (label, *(counter.cell(line[at]) for line in keys)) for at, label in enumerate(labels)
    )
    columns = (Column(head, width=2.4), *(Column(name, "right") for name in names))
    table = Table(caption, columns, rows, note=note or None)
    series = tuple(
        Series(name, tuple(counter.shown.value(key) for key in line))
        for name, line in zip(names, keys, strict=True)
    )
    if len(labels) < 2 or not any(value for line in series for value in line.values):
        return [table]
    said = "; ".join(
        f"{label}: " + ", ".join(f"{shown[n][at]} {names[n].lower()}" for n in range(len(names)))
        for at, label in enumerate(labels)
    )
    alternative = f"Staafdiagram. {said}. Dezelfde cijfers staan in de tabel eronder."
    return [Chart(caption, alternative, tuple(labels), series, shown=shown), table]


def _highlights(values: JaarValues) -> list[Block]:
    found = values.basis.uitgelicht
    if not found:
        return []
    items = []
    for item in found:
        where = f" ({clause(one_line(item.plaats))})" if item.plaats else ""
        stand = f". Hoe het ervoor staat: {clause(item.status)}." if item.status else "."
        items.append(joined(Span(clause(one_line(item.titel)), bold=True, source=item.source), where, stand))
    return [Heading("Problemen waar meer huurders last van hebben", 2), Bullets(tuple(items))]


def no_visits(values: JaarValues) -> bool:
    """Whether no coach spoke with anybody."""
    return not values.basis.bezoeken.gesproken.waarde


def visits(counter: Counter, values: JaarValues, kort: bool) -> list[Block]:
    """How often a coach came by, what he did, and where."""
    if no_visits(values) or not counter.shown.knows(VISITS):
        return [Paragraph(NOTHING["bezoeken"])]
    done = counter.counted(VISITS, "keer", "keer")
    text: list[Text] = ["Onze energiecoaches kwamen ", done, " bij een huurder thuis."]
    for key, before, after in (
        ("geplaatst", " Bij ", " plaatsten zij meteen iets dat energie bespaart."),
        ("met_knelpunt", " Bij ", " hoorden zij van een probleem in de woning."),
    ):
        at = ("bezoek", key)
        if counter.shown.knows(at) and counter.shown.state(at) in ("shown", "small"):
            text += [before, counter.counted(at, "bezoek", "bezoeken"), after]
    blocks: list[Block] = [Paragraph(joined(*text))]
    return blocks if kort else [*blocks, *_per_place(counter, values)]


def _per_place(counter: Counter, values: JaarValues) -> list[Block]:
    rows = list(enumerate(visit_rows(values.basis.bezoeken, values.basis.small)))
    if not rows or not counter.shown.prints("bezoek-kern"):
        return []
    if not counter.shows(*(("bezoek", "kern", at) for at, _row in rows)):
        # Rows in order of size would say between which figures a hidden one lies.
        rows.sort(key=lambda item: item[1].naam.casefold())
    keys = [("bezoek", "kern", at) for at, _row in rows]
    labels = [capital(row.naam) for _at, row in rows]
    return figure_with_table(
        counter,
        "Waar kwamen de energiecoaches?",
        "Kern of gebied",
        labels,
        ["Bezoeken"],
        [keys],
        counter.hidden_note(keys),
    )
