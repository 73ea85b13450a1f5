"""The evaluatie of a year, on content and on process: what the parties agreed, what was reached, and how they worked together.

The parties make it together in the first quarter of the next year. The first page says which goals are off schedule, and for
which of these somebody still has to choose a way on. All counts of people obey the rule of small numbers together.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Sequence

from huurdersapp.reports.bronlijst import list_of
from huurdersapp.reports.counting import Counter, add
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Chart,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Series,
    Source,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.evaluatie_doelen import (
    achter_blocks,
    deel_van_thema,
    maten_met_regel,
    themas_kort,
)
from huurdersapp.reports.evaluatie_proces import (
    adviezen_blocks,
    nakomen_blocks,
    overleg_blocks,
    overzichten_blocks,
    proces_kort,
    raadpleging_blocks,
)
from huurdersapp.reports.evaluatie_values import STANDEN, Doel, EvaluatieValues
from huurdersapp.reports.evaluatie_zinnen import anders, houden
from huurdersapp.reports.language import aantal, capital, day_long, enumeration, in_words, number, sentence
from huurdersapp.reports.prose import joined, one_line
from huurdersapp.reports.raadpleging_cijfers import enter_figures
from huurdersapp.reports.rapport import CONCEPT, Kader, Onderdeel
from huurdersapp.reports.small_numbers import Figures, SmallNumberSettings
from huurdersapp.reports.trimester_values import Vraagpunt

EMPTY = "Over dit jaar is niets vastgelegd."
CHOOSE = "Kies een weg voor doel"
"""With what the program asks for a choice about a goal."""


def evaluatie_kader(values: EvaluatieValues, kort: bool = False) -> Kader:
    """What stands around the parts of the evaluatie."""
    author = enumeration([one_line(name) for name in values.organisaties])
    akkoord = one_line(values.akkoord)
    return Kader(
        titel=f"Evaluatie {values.jaar}",
        ondertitel=f"Op inhoud en op proces · {akkoord}",
        auteur=author,
        over=(
            f"Van: {author}",
            f"Akkoord: {akkoord}",
            f"Over: {day_long(values.van)} tot en met {day_long(values.tot)}",
            f"Gemaakt op: {day_long(values.gemaakt_op)}",
        ),
        onderwerp=f"Evaluatie van {akkoord} over {values.jaar}",
        trefwoorden=("evaluatie", "lokaal akkoord", akkoord),
        voettekst=author,
        versie=CONCEPT,
        voorbeeld=values.voorbeeld,
        inhoud=not kort,
    )


def evaluatie_onderdelen(values: EvaluatieValues, kort: bool = False) -> tuple[Onderdeel, ...]:
    """All parts of the evaluatie, counted and protected together; `kort` gives the short form of the same figures."""
    counter = protected(values)
    parts = [Onderdeel("kort", "In het kort", tuple(_in_short(values, kort)), vast=True)]
    achter = [doel for doel in values.doelen if doel.achter or doel.afwijkingen]
    if kort:
        parts.append(Onderdeel("themas", "Wat er is bereikt", tuple(themas_kort(values))))
    else:
        parts += [
            Onderdeel(
                thema.sleutel, f"Thema: {one_line(thema.naam)}", tuple(deel_van_thema(counter, values, thema))
            )
            for thema in values.themas
        ]
    parts.append(
        Onderdeel(
            "niet-op-schema",
            "Doelen die niet op schema liggen",
            tuple(achter_blocks(values, kort)),
            leeg=not achter,
        )
    )
    if kort:
        parts.append(Onderdeel("proces", "Hoe wij samenwerkten", tuple(proces_kort(counter, values))))
    else:
        parts += [
            Onderdeel("overleggen", "Overleg en jaaragenda", tuple(overleg_blocks(values))),
            Onderdeel(
                "overzichten", "Activiteitenoverzichten en afspraken", tuple(overzichten_blocks(values))
            ),
            Onderdeel("toezeggingen", "Toezeggingen", tuple(nakomen_blocks(values))),
            Onderdeel("adviezen", "Adviezen", tuple(adviezen_blocks(values))),
            Onderdeel("raadplegingen", "Achterbanraadplegingen", tuple(raadpleging_blocks(counter, values))),
        ]
    keep, change = houden(values), anders(values)
    parts += [
        Onderdeel(
            "houden",
            "Wat goed ging",
            tuple(_facts(keep, "Uit onze gegevens blijkt niet wat op tijd en volgens afspraak ging.")),
            voorstel=_proposal("Dit willen wij zo houden:", keep),
            leeg=not keep,
            aan=not kort,
        ),
        Onderdeel(
            "anders",
            "Wat anders moet",
            tuple(_facts(change, "Uit onze gegevens blijkt niet wat te laat of niet is gegaan.")),
            voorstel=_proposal("Dit willen wij anders doen:", change),
            leeg=not change,
            aan=not kort,
        ),
    ]
    # Last, because it tells what the parts before it missed.
    parts.append(Onderdeel("uitleg", "Bronnen en uitleg", tuple(_explanation(counter, values, kort))))
    if not kort:
        rules = tuple(maten_met_regel(counter, values))
        parts.append(
            Onderdeel("regels", "Hoe elke maat is beoordeeld", rules, bijlage=True, aan=False, leeg=not rules)
        )
    return tuple(parts)


def protected(values: EvaluatieValues) -> Counter:
    """All counts of people of the whole report together: one may give another away."""
    figures = Figures(values.small)
    for doel in values.doelen:
        for maat in doel.maten:
            if maat.telling is not None:
                add(figures, ("maat", maat.nummer), maat.telling, rank=2)
    for place, item in enumerate(values.raadplegingen):
        enter_figures(figures, place, item)
    return Counter(figures.protect())


def is_empty(values: EvaluatieValues) -> bool:
    """Whether nothing at all was measured, done or discussed in the year."""
    measured = any(maat.bereikt and not maat.nul for doel in values.doelen for maat in doel.maten)
    done = any(doel.gedaan or doel.afwijkingen for doel in values.doelen)
    return not (
        measured
        or done
        or values.overleggen
        or values.nakomen
        or values.raadplegingen
        or _count(values, "totaal")
        or any(one.aangeleverd_op for one in values.overzichten)
    )


def _count(values: EvaluatieValues, key: str) -> int:
    found = values.adviezen.get(key)
    return (found.waarde or 0) if found else 0


# -- the first page ------------------------------------------------------------------------------------------------


def _in_short(values: EvaluatieValues, kort: bool) -> Iterator[Block]:
    yield KeyFigures(tuple(_key_figures(values)))
    if is_empty(values):
        why = capital(sentence(values.reden_leeg)) if values.reden_leeg else "De reden is niet ingevuld."
        yield Paragraph(
            f"{EMPTY} Er is geen meting, activiteit, overleg, toezegging, advies of raadpleging met een datum in "
            f"{values.jaar}. {why}",
            "lead",
        )
    else:
        yield Paragraph(_lead(values), "lead")
    yield Heading("Wat wij van het BO vragen", 2)
    open_goals = [doel for doel in values.doelen if doel.achter and not doel.gekozen]
    if open_goals:
        yield Paragraph(_to_choose(values, open_goals))
    yield from _asked(values, kort)
    if values.doelen and not kort:
        yield from _chart(values)


def _key_figures(values: EvaluatieValues) -> Iterator[KeyFigure]:
    reached = [doel for doel in values.doelen if doel.stand in ("gehaald", "op_schema")]
    behind = [doel for doel in values.doelen if doel.achter]
    absent = [doel for doel in values.doelen if doel.stand == "niet_aangeleverd"]
    unknown = [doel for doel in values.doelen if doel.stand in ("nog_niet_te_zeggen", "boven_de_bandbreedte")]
    for goals, one, many in (
        (reached, "doel gehaald of op schema", "doelen gehaald of op schema"),
        (behind, "doel niet op schema", "doelen niet op schema"),
        (absent, "doel zonder aangeleverde cijfers", "doelen zonder aangeleverde cijfers"),
        (unknown, "ander doel: er is geen oordeel", "andere doelen: er is geen oordeel"),
    ):
        yield KeyFigure(Span(number(len(goals)), source=of_goals(goals)), one if len(goals) == 1 else many)


def of_goals(goals: Iterable[Doel]) -> Source | None:
    """The list with these goals."""
    return list_of(doel.source for doel in goals)


def _lead(values: EvaluatieValues) -> Text:
    goals = values.doelen
    if not goals:
        return "In dit akkoord staan geen doelen."
    reached = [doel for doel in goals if doel.stand in ("gehaald", "op_schema")]
    behind = [doel for doel in goals if doel.achter]
    chosen = [doel for doel in behind if doel.gekozen]
    parts: list[Text] = [
        f"Van de {in_words(len(goals))} doelen uit het akkoord "
        f"{'is' if len(reached) == 1 else 'zijn'} er {in_words(len(reached)) if reached else 'geen'} gehaald of op "
        "schema."
        if len(goals) > 1
        else f"Het ene doel uit het akkoord is {'wel' if reached else 'niet'} gehaald of op schema."
    ]
    if behind:
        parts.append(
            f" {capital(aantal(len(behind), 'doel ligt', 'doelen liggen'))} niet op schema. "
            + _chosen(len(behind), len(chosen), values)
        )
    held = [one for one in values.overleggen if one.datum <= values.gemaakt_op]
    if held:
        many = aantal(len(held), "keer", "keer")
        parts.append(f" Partijen kwamen {many} bij elkaar in de regiegroep of het bestuurlijk overleg.")
    late = sum((one.te_laat.waarde or 0) + (one.open_te_laat.waarde or 0) for one in values.nakomen)
    every = sum(one.alle for one in values.nakomen)
    if every:
        parts.append(
            f" Er liepen {aantal(every, 'toezegging', 'toezeggingen')}; "
            f"{in_words(late) if late else 'geen'} daarvan {'werd' if late == 1 else 'werden'} te laat of nog niet "
            "nagekomen."
        )
    return joined(*parts)


def _chosen(behind: int, chosen: int, values: EvaluatieValues) -> str:
    if chosen == behind:
        return "Daarvoor is een weg gekozen." if behind == 1 else "Voor al die doelen is een weg gekozen."
    left = behind - chosen
    if not chosen:
        return (
            f"Daarvoor moet {values.kiest} nog kiezen."
            if left == 1
            else f"Voor geen daarvan koos {values.kiest}."
        )
    return f"Voor {in_words(left)} daarvan moet {values.kiest} nog kiezen."


def _asked(values: EvaluatieValues, kort: bool) -> Iterator[Block]:
    waiting = any(doel.achter and not doel.gekozen for doel in values.doelen)
    # The short form names the goals that wait for a choice already, in one sentence.
    items = [item for item in values.gevraagd if not (kort and waiting and item.tekst.startswith(CHOOSE))]
    if items:
        yield Bullets(tuple(question(item, kort) for item in items), numbered=True)
    elif not waiting:
        yield Paragraph("Wij vragen over dit jaar geen besluit van het BO.")


def question(item: Vraagpunt, kort: bool = False) -> Text:
    """A question as it stands on the first page; in the short form what follows from a record goes without explanation."""
    parts: list[Text] = [Span(sentence(one_line(item.tekst)), bold=True, source=item.source)]
    if item.toelichting and not (kort and item.source):
        parts.append(f" {sentence(one_line(item.toelichting))}")
    if item.uiterlijk:
        parts.append(f" Graag uiterlijk {day_long(item.uiterlijk)}.")
    return joined(*parts)


def _to_choose(values: EvaluatieValues, goals: Sequence[Doel]) -> Text:
    named: list[Text] = []
    for place, doel in enumerate(goals):
        named += [", " if place else "", Span(one_line(doel.code), source=doel.source)]
    head = Span(f"Nog te kiezen door {values.kiest}:", bold=True)
    return joined(
        head, f" een weg voor {aantal(len(goals), 'doel', 'doelen')} (", *named, f"). {_ways(values)}"
    )


def _ways(values: EvaluatieValues) -> str:
    if not values.opties:
        return "Het akkoord noemt geen mogelijkheden voor een doel dat niet op schema ligt."
    words = [sentence(one_line(each)).rstrip(".") for each in values.opties]
    said = "; of ".join(each[:1].lower() + each[1:] for each in words)
    return f"Het akkoord noemt voor zo’n doel {in_words(len(words))} {_ways_word(len(words))}: {said}."


def _ways_word(count: int) -> str:
    return "mogelijkheid" if count == 1 else "mogelijkheden"


def _chart(values: EvaluatieValues) -> Iterator[Block]:
    """The stands of the goals per theme, as a chart and in a table."""
    yield Heading("Hoe de doelen ervoor staan", 2)
    themes = [thema for thema in values.themas if thema.doelen]
    tallies = [Tally(doel.stand for doel in thema.doelen) for thema in themes]
    used = [(key, label) for key, label in STANDEN if any(tally[key] for tally in tallies)]
    names = tuple(one_line(thema.naam) for thema in themes)
    told = [
        f"{name}: {enumeration([f'{tally[key]} {label.lower()}' for key, label in used if tally[key]])}"
        for name, tally in zip(names, tallies, strict=True)
    ]
    yield Chart(
        f"Stand van de doelen na {values.jaar}, per thema",
        f"Gestapelde staven. {'. '.join(told)}.",
        names,
        tuple(Series(label, tuple(float(tally[key]) for tally in tallies)) for key, label in used),
        kind="stacked_hbar",
        unit="doelen",
    )
    columns = (Column("Thema", width=2.4), *(Column(label, "right") for _key, label in used))
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (name, *(_goals(thema.doelen, key) for key, _label in used))
        for name, thema in zip(names, themes, strict=True)
    )
    totals: tuple[Text, ...] = ("Samen", *(_goals(values.doelen, key) for key, _label in used))
    yield Table("Aantal doelen per stand", columns, rows, totals if len(themes) > 1 else None)


def _goals(goals: Iterable[Doel], key: str) -> Span:
    found = [doel for doel in goals if doel.stand == key]
    return Span(number(len(found)), source=of_goals(found))


# -- the last parts ------------------------------------------------------------------------------------------------


def _facts(facts: Sequence[Text], none: str) -> Iterator[Block]:
    if facts:
        yield Paragraph("Dit blijkt uit onze gegevens:", keep_with_next=True)
        yield Bullets(tuple(facts))
    else:
        yield Paragraph(none)


def _proposal(head: str, facts: Sequence[str]) -> str:
    return "\n".join([head, "", *(f"- {fact}" for fact in facts)]) if facts else ""


def _explanation(counter: Counter, values: EvaluatieValues, kort: bool) -> Iterator[Block]:
    known = (
        f"De gegevens komen uit onze administratie, zoals die was op {day_long(values.gemaakt_op)}. Wat is bereikt, gaat "
        f"over {day_long(values.van)} tot en met {day_long(values.tot)}. Wij beoordelen een jaar met wat op "
        f"{day_long(values.bekend_tot)} bekend moest zijn."
    )
    if kort:
        yield Paragraph(f"{known} De volledige evaluatie geeft elke maat en de uitleg.", "note")
        return
    yield Paragraph(known)
    yield Paragraph(
        "De stand van een doel is die van zijn slechtste hoofdmaat. Zonder hoofdmaat tellen alle maten waarover iets te "
        "zeggen is. ‘Niet aangeleverd’ betekent: de dag waarop het cijfer er moest zijn is voorbij."
    )
    if values.small.active:
        yield small_numbers_note(values.small)
    lines = dict.fromkeys(
        f"{capital(one_line(item.what))}: niet aangeleverd door {item.by}."
        for item in counter.absent
        if item.by
    )
    if lines:
        yield Heading("Wat niet is aangeleverd", 2)
        yield Bullets(tuple(lines))


def small_numbers_note(small: SmallNumberSettings) -> Paragraph:
    """Why some counts are not shown."""
    return Paragraph(
        f"‘{small.small_text}’ is een aantal personen, huishoudens of woningen van één tot en met "
        f"{in_words(small.hide_below - 1)} dat wij zelf telden; ‘x’ of een streepje staat waar een cijfer zo’n aantal "
        "zou verraden. Wij tonen ze niet, zodat niemand te herkennen is. Aantallen van eigen werk, zoals overleggen en adviezen, "
        "tonen wij altijd.",
        "note",
    )
