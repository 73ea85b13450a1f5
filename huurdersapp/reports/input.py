"""The input of tenants on the activiteitenoverzichten of gemeente and corporaties, for the BO (Woningwet art. 42 to 44).

Per party: what it plans, what we think of it and on what that rests, and for which goals of the akkoord it plans nothing. All
counts of people obey the rule of small numbers together, also where one point rests on a part of what another rests on.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Sequence

from huurdersapp.reports.bronlijst import list_of
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Source,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.evaluatie import question, small_numbers_note
from huurdersapp.reports.inbreng import CONSULTED, ground_in_words, key_of, point_blocks
from huurdersapp.reports.input_values import Eerder, InputValues, Plan
from huurdersapp.reports.language import (
    aantal,
    capital,
    clause,
    day_long,
    day_short,
    enumeration,
    in_words,
    number,
    sentence,
)
from huurdersapp.reports.overzicht_tabellen import NO_THEME, planned
from huurdersapp.reports.overzicht_values import InbrengGrond, InbrengPunt
from huurdersapp.reports.prose import joined, one_line, plain_line, running
from huurdersapp.reports.raadpleging_cijfers import enter_figures
from huurdersapp.reports.rapport import CONCEPT, Kader, Onderdeel
from huurdersapp.reports.renovatie_delen import TITLE as RENOVATIES
from huurdersapp.reports.renovatie_delen import proposal as renovatie_zin
from huurdersapp.reports.renovatie_delen import renovatie_blocks
from huurdersapp.reports.small_numbers import Figures, Key
from huurdersapp.reports.trimester_values import Vraagpunt

FIRST = ("Bezwaar", "Wens", "Vraag", "Steun")
"""What is said first."""
LAW = (
    "Een corporatie draagt naar redelijkheid bij aan het volkshuisvestingsbeleid van de gemeente (Woningwet artikel 42). "
    "Zij maakt elk jaar een overzicht van haar voorgenomen werkzaamheden, over vijf kalenderjaren, en overlegt daarover met "
    "huurdersorganisaties en bewonerscommissies (artikel 43). Gemeente en huurdersorganisaties hebben het op 1 juli, met de "
    "uitnodiging om afspraken te maken (artikel 44). Tekst van 22 juli 2015."
)
SUBJECTS = (
    "Volgens het Besluit toegelaten instellingen volkshuisvesting 2015 (artikel 39) gaat zo’n overzicht over: bouwen en kopen; "
    "maatschappelijk vastgoed en leefbaarheid; verkoop en andere veranderingen van het bezit, per wijk of buurt; kwaliteit en "
    "duurzaamheid; betaalbaarheid; en bijzondere groepen."
)

_GAP_COLUMNS = (
    Column("Doel", width=0.7),
    Column("Thema", width=1.6),
    Column("Wat het akkoord wil", width=3.6),
    Column("Afspraken", width=1.5),
)
_EARLIER_COLUMNS = (
    Column("Overzicht", width=1.5),
    Column("Punt", width=2.4),
    Column("Ingebracht", width=1.1),
    Column("Reactie", width=2.8),
)


def input_kader(values: InputValues, kort: bool = False) -> Kader:
    """What stands around the parts of the input."""
    author = enumeration([one_line(name) for name in values.organisaties])
    akkoord = one_line(values.akkoord)
    meeting = one_line(values.overleg) or "bestuurlijk overleg"
    when = f" van {day_long(values.overleg_op)}" if values.overleg_op else ""
    return Kader(
        titel=f"Input op de overzichten {values.planjaar}",
        ondertitel=f"Voor het {meeting}{when} · {akkoord}",
        auteur=author,
        over=(
            f"Van: {author}",
            f"Akkoord: {akkoord}",
            f"Gemaakt op: {day_long(values.gemaakt_op)}",
        ),
        onderwerp=f"Input van huurders op de activiteitenoverzichten voor {values.planjaar}",
        trefwoorden=("input", "activiteitenoverzicht", akkoord),
        voettekst=author,
        versie=CONCEPT,
        voorbeeld=values.voorbeeld,
        inhoud=not kort,
    )


def input_onderdelen(values: InputValues, kort: bool = False) -> tuple[Onderdeel, ...]:
    """All parts of the input, counted and protected together; `kort` gives the short form of the same figures."""
    counter = protected(values)
    parts = [Onderdeel("kort", "In het kort", tuple(_in_short(counter, values, kort)), vast=True)]
    if kort:
        parts.append(
            Onderdeel("punten", "Onze inbreng", tuple(_points_short(counter, values)), leeg=not values.punten)
        )
    else:
        parts += [
            Onderdeel(
                f"partij-{plan.nummer}",
                one_line(plan.naam),
                tuple(_plan(counter, values, plan)),
                voorstel=_opinion(plan),
                leeg=not plan.aanwezig,
            )
            for plan in values.plannen
        ]
        parts.append(Onderdeel("eerder", "Eerdere inbreng", tuple(_earlier(values)), leeg=not values.eerder))
        if values.renovaties:
            blocks = tuple(renovatie_blocks(values.renovaties))
            parts.append(Onderdeel("renovaties", RENOVATIES, blocks, renovatie_zin(values.renovaties)))
    parts.append(Onderdeel("uitleg", "Bronnen en uitleg", tuple(_explanation(values, kort))))
    if not kort:
        rests = tuple(_grounds(counter, values))
        parts.append(
            Onderdeel(
                "gronden",
                "Raadplegingen achter onze inbreng",
                rests or (Paragraph("Onze punten noemen geen raadpleging."),),
                bijlage=True,
                aan=bool(rests),
                leeg=not rests,
            )
        )
    return tuple(parts)


def is_empty(values: InputValues) -> bool:
    """Whether there is no overview and no point at all."""
    return not values.punten and not any(plan.aanwezig for plan in values.plannen)


def protected(values: InputValues) -> Counter:
    """All counts of people of the whole report together: one may give another away."""
    figures = Figures(values.small)
    for nummer, item in values.raadplegingen.items():
        enter_figures(figures, (CONSULTED, nummer), item)
    sets: dict[Key, tuple[int, frozenset[str]]] = {}
    for punt in values.punten:
        for ground in punt.gronden:
            if ground.aantal is None or figures.has(key_of(ground)):
                continue
            figures.persons(key_of(ground), ground.aantal, ground.source)
            held = frozenset(ground.source.ids) if ground.source else frozenset[str]()
            if ground.soort == CONSULTED:
                _same_count(figures, values, ground)
            else:
                sets[key_of(ground)] = ground.aantal, held
    _enter_parts(figures, sets)
    return Counter(figures.protect())


def _same_count(figures: Figures, values: InputValues, ground: InbrengGrond) -> None:
    """The answers of a raadpleging are one count, wherever they are named."""
    for nummer, item in values.raadplegingen.items():
        whole = ((CONSULTED, nummer), "respons")
        if item.source == ground.source and figures.has(whole):
            figures.total(whole, [key_of(ground)])


def _enter_parts(figures: Figures, sets: dict[Key, tuple[int, frozenset[str]]]) -> None:
    """Where the knelpunten of one point are among those of another, the rest follows by subtracting."""
    for key, (count, held) in sets.items():
        for other, (less, part) in sets.items():
            if part and part < held and count > less:
                rest = ("rest", key, other)
                figures.persons(rest, count - less, printed=False)
                figures.total(key, [other, rest])


# -- the first page ------------------------------------------------------------------------------------------------


def _in_short(counter: Counter, values: InputValues, kort: bool) -> Iterator[Block]:
    yield KeyFigures(tuple(_key_figures(values)))
    if is_empty(values):
        why = capital(sentence(values.reden_leeg)) if values.reden_leeg else "De reden is niet ingevuld."
        yield Paragraph(
            f"Er is geen activiteitenoverzicht voor {values.planjaar} aangeleverd, en er is geen inbreng vastgelegd. {why}",
            "lead",
        )
    else:
        yield Paragraph(_lead(values), "lead")
    absent = [plan for plan in values.plannen if not plan.aanwezig]
    if absent:
        yield Bullets(tuple(_absent(plan) for plan in absent))
    yield Heading("Wat wij van het BO vragen", 2)
    if values.gevraagd:
        yield Bullets(
            tuple(_question(counter, values, item, kort) for item in values.gevraagd), numbered=True
        )
    else:
        yield Paragraph("Wij vragen geen besluit van het BO.")


def _key_figures(values: InputValues) -> Iterator[KeyFigure]:
    there = [plan for plan in values.plannen if plan.aanwezig]
    yield KeyFigure(
        Span(
            f"{number(len(there))} van {number(len(values.plannen))}",
            source=list_of(p.source for p in there),
        ),
        "overzichten aangeleverd",
    )
    yield KeyFigure(
        Span(number(len(values.punten)), source=list_of(p.source for p in values.punten)),
        "punt van huurders" if len(values.punten) == 1 else "punten van huurders",
    )
    told = [punt for punt in values.punten if punt.reactie]
    yield KeyFigure(
        Span(number(len(told)), source=list_of(p.source for p in told)),
        "punt beantwoord" if len(told) == 1 else "punten beantwoord",
    )
    goals = {gat.code: gat for plan in values.plannen for gat in plan.gaten}
    yield KeyFigure(
        Span(number(len(goals)), source=list_of(gat.source for gat in goals.values())),
        "doel waarvoor een partij niets plant"
        if len(goals) == 1
        else "doelen waarvoor een partij niets plant",
    )


def _lead(values: InputValues) -> str:
    there = [plan for plan in values.plannen if plan.aanwezig]
    total = sum(plan.aantal for plan in there)
    verb = "leverde" if len(there) == 1 else "leverden"
    parts = [
        f"{capital(aantal(len(there), 'partij', 'partijen'))} {verb} een overzicht voor {values.planjaar} aan, met samen "
        f"{aantal(total, 'activiteit', 'activiteiten')}."
        if there
        else f"Er is nog geen overzicht voor {values.planjaar} aangeleverd."
    ]
    tally = Tally(punt.soort for punt in values.punten)
    if tally:
        words = {"Bezwaar": "bezwaren", "Wens": "wensen", "Vraag": "vragen", "Steun": "keer steun"}
        told = [aantal(tally[soort], soort.lower(), words[soort]) for soort in FIRST if tally[soort]]
        told = ["één keer steun" if each == "één steun" else each for each in told]
        parts.append(
            f"Huurders geven daarop {aantal(len(values.punten), 'punt', 'punten')}: {enumeration(told)}."
        )
    else:
        parts.append("Wij hebben daar nog geen punten bij vastgelegd.")
    waiting = sum(not punt.reactie for punt in values.punten)
    if values.punten:
        left = "Op alle punten kwam een antwoord."
        if waiting:
            left = f"{capital(aantal(waiting, 'punt wacht', 'punten wachten'))} nog op antwoord."
        parts.append(left)
    return " ".join(parts)


def _absent(plan: Plan) -> Text:
    until = f" Het werd verwacht uiterlijk {day_long(plan.uiterlijk)}." if plan.uiterlijk else ""
    return joined(Span("Overzicht niet aangeleverd", bold=True), f" door {one_line(plan.naam)}.", until)


def _question(counter: Counter, values: InputValues, item: Vraagpunt, kort: bool) -> Text:
    """A question, and of a point of ours on what it rests."""
    asked = question(item, kort)
    punt = next((one for one in values.punten if one.source is not None and one.source == item.source), None)
    if kort or punt is None or not punt.gronden:
        return asked
    return joined(asked, " Dit steunt op ", _rests(counter, punt), ".")


def _rests(counter: Counter, punt: InbrengPunt) -> Text:
    parts: list[Text] = []
    for place, ground in enumerate(punt.gronden):
        parts += ["; " if place else "", ground_in_words(counter, ground)]
    return joined(*parts)


# -- a party -------------------------------------------------------------------------------------------------------


def _plan(counter: Counter, values: InputValues, plan: Plan) -> Iterator[Block]:
    name = one_line(plan.naam)
    if not plan.aanwezig:
        yield Paragraph(_absent(plan))
    else:
        yield from _plans(values, plan, name)
    yield Heading("Wat wij ervan vinden", 2)
    if not plan.punten:
        yield Paragraph(f"Wij hebben nog geen punten vastgelegd bij het overzicht van {name}.")
    for punt in sorted(plan.punten, key=lambda each: FIRST.index(each.soort)):
        yield from point_blocks(counter, punt, 3)
    if plan.aanwezig:
        yield Heading("Wat wij missen", 2)
        yield from _gaps(plan, name)


def _plans(values: InputValues, plan: Plan, name: str) -> Iterator[Block]:
    told = [
        f"{word} op {day_long(day)}"
        for word, day in (("aangeleverd", plan.aangeleverd_op), ("vastgesteld", plan.vastgesteld_op))
        if day is not None
    ]
    yield Heading(f"Wat {name} van plan is", 2)
    stand = enumeration(told) if told else "nog in voorbereiding"
    yield Paragraph(
        joined(Span("Het overzicht", source=plan.source), f" is {stand}."), keep_with_next=bool(plan.aantal)
    )
    if not plan.aantal:
        yield Paragraph("Er staan nog geen activiteiten in.")
    for thema in plan.themas:
        if thema.regels:
            yield planned(f"{name}: {one_line(thema.naam) or NO_THEME}", thema.regels, values.jaren)
    if plan.te_vaag:
        yield Paragraph("Minder precies dan het akkoord vraagt:", keep_with_next=True)
        yield Bullets(tuple(sentence(one_line(each)) for each in plan.te_vaag))


def _gaps(plan: Plan, name: str) -> Iterator[Block]:
    if not plan.gaten:
        yield Paragraph(
            f"Voor elk doel waar {name} volgens het akkoord iets voor doet, staat een activiteit in het overzicht."
        )
        return
    count = aantal(len(plan.gaten), "doel", "doelen")
    yield Paragraph(
        f"Bij {count} staat in het akkoord een afspraak voor {name}, maar in het overzicht geen activiteit die daarbij "
        "hoort.",
        keep_with_next=True,
    )
    yield Table(
        f"{name}: doelen zonder activiteit",
        (
            Column("Doel", width=0.7),
            Column("Thema", width=1.6),
            Column("Wat het akkoord wil", width=3.6),
            Column("Afspraken", width=1.5),
        ),
        tuple(
            (
                Span(one_line(gat.code), source=gat.source),
                one_line(gat.thema),
                clause(plain_line(gat.tekst).lstrip(".… ")),
                ", ".join(gat.afspraken) or "–",
            )
            for gat in plan.gaten
        ),
    )


def _opinion(plan: Plan) -> str:
    """Sentences that the writer may take over: what we support, object to, wish and miss."""
    name, lines = one_line(plan.naam), []
    if not plan.aanwezig:
        return f"Wij kunnen niet reageren: {name} leverde geen overzicht aan."
    for soort, words in (
        ("Steun", "Wij steunen"),
        ("Bezwaar", "Wij maken bezwaar tegen"),
        ("Wens", "Wij wensen"),
    ):
        named = [f"‘{clause(one_line(punt.naam))}’" for punt in plan.punten if punt.soort == soort]
        if named:
            lines.append(f"{words}: {enumeration(named)}.")
    if plan.gaten:
        codes = enumeration([one_line(gat.code) for gat in plan.gaten[:8]])
        more = " en andere" if len(plan.gaten) > 8 else ""
        lines.append(f"Wij missen een plan voor de doelen {codes}{more}.")
    return " ".join(lines)


# -- the other parts -----------------------------------------------------------------------------------------------


def _points_short(counter: Counter, values: InputValues) -> Iterator[Block]:
    rows: list[tuple[Text, ...]] = [
        (
            one_line(plan.naam),
            joined(f"{punt.soort}: ", Span(clause(one_line(punt.naam)), source=punt.source)),
            _rests(counter, punt) if punt.gronden else "–",
            punt.reactie or "nog niet",
        )
        for plan in values.plannen
        for punt in sorted(plan.punten, key=lambda each: FIRST.index(each.soort))
    ]
    if not rows:
        yield Paragraph("Er is nog geen inbreng vastgelegd.")
        return
    columns = (
        Column("Aan", width=1.3),
        Column("Punt", width=2.6),
        Column("Steunt op", width=2),
        Column("Reactie", width=1.1),
    )
    yield Table(f"Punten van huurders bij de overzichten voor {values.planjaar}", columns, tuple(rows))
    gaps = [(plan, len(plan.gaten)) for plan in values.plannen if plan.gaten]
    if gaps:
        told = [f"{one_line(plan.naam)} {in_words(count)}" for plan, count in gaps]
        yield Paragraph(f"Doelen zonder activiteit, per partij: {enumeration(told)}.")


def _earlier(values: InputValues) -> Iterator[Block]:
    if not values.eerder:
        yield Paragraph("Er is van eerdere jaren geen inbreng vastgelegd.")
        return
    told = sum(bool(item.reactie) for item in values.eerder)
    yield Paragraph(
        f"Van {aantal(len(values.eerder), 'eerder punt', 'eerdere punten')} {'is' if told == 1 else 'zijn'} er "
        f"{in_words(told) if told else 'geen'} beantwoord.",
        keep_with_next=True,
    )
    yield Table(
        "Wat met eerdere inbreng gebeurde",
        (
            Column("Overzicht", width=1.5),
            Column("Punt", width=2.4),
            Column("Ingebracht", width=1.1),
            Column("Reactie", width=2.8),
        ),
        tuple(_earlier_row(item) for item in values.eerder),
    )


def _earlier_row(item: Eerder) -> tuple[Text, ...]:
    answer: Text = "Niet beantwoord."
    if item.reactie:
        on = f" ({day_short(item.reactie_op)})" if item.reactie_op else ""
        said = running(item.reactie_tekst, sentence) if item.reactie_tekst else ""
        answer = joined(f"{item.reactie}{on}. ", said) if said else f"{item.reactie}{on}."
    return (
        f"{item.jaar} {one_line(item.partij)}",
        joined(f"{item.soort}: ", Span(clause(one_line(item.naam)), source=item.source)),
        day_short(item.ingebracht_op),
        answer,
    )


def _explanation(values: InputValues, kort: bool) -> Iterator[Block]:
    yield Paragraph(
        f"De gegevens komen uit onze administratie, zoals die was op {day_long(values.gemaakt_op)}. Bij elk punt staat waar "
        "het op steunt."
    )
    if kort:
        yield Paragraph(
            "De volledige input geeft per partij de plannen, onze punten en wat wij missen.", "note"
        )
        return
    if values.diepte:
        parts = [f"{year} {words.lower()}" for year, words in values.diepte]
        yield Paragraph(f"Zo precies vraagt het akkoord de plannen: {enumeration(parts)}.")
    yield Paragraph(LAW, "note")
    yield Paragraph(SUBJECTS, "note")
    if values.small.active:
        yield small_numbers_note(values.small)


def _grounds(counter: Counter, values: InputValues) -> Iterator[Block]:
    rows: list[tuple[Text, ...]] = []
    used = {ground.source for punt in values.punten for ground in punt.gronden if ground.soort == CONSULTED}
    for nummer, item in values.raadplegingen.items():
        if item.source not in used:
            continue
        rows.append(
            (
                Span(clause(one_line(item.titel)), source=item.source),
                day_short(item.tot or item.van),
                counter.cell(((CONSULTED, nummer), "uitgenodigd"), item.uitgenodigd, "aantal uitgenodigd"),
                counter.cell(((CONSULTED, nummer), "respons"), item.respons, "aantal antwoorden"),
                enumeration(_named_by(values.punten, item.source)),
            )
        )
    if rows:
        yield Table(
            "Raadplegingen achter onze inbreng",
            (
                Column("Raadpleging", width=2.6),
                Column("Tot en met", width=1.1),
                Column("Uitgenodigd", "right", 1.1),
                Column("Antwoorden", "right", 1.1),
                Column("Bij welk punt", width=2.2),
            ),
            tuple(rows),
        )


def _named_by(points: Sequence[InbrengPunt], source: Source | None) -> list[str]:
    return [
        clause(one_line(punt.naam))
        for punt in points
        if any(ground.source == source for ground in punt.gronden)
    ]
