"""The part of a report about renovations: one line for each project with who agreed, how it stands and what we ask.

A number is always that of one building, because the law counts there. Where few agreed or did not, only the outcome is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from huurdersapp.reports.counting import all_sources
from huurdersapp.reports.document import Block, Column, Paragraph, Source, Span, Table, Text
from huurdersapp.reports.language import (
    NBSP,
    aantal,
    capital,
    clause,
    day_short,
    in_words,
    number,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.renovatie_values import FEW, Gebouw, Renovatie
from huurdersapp.reports.renovatie_woorden import NIET_GETELD, UITLEG, procent

TITLE = "Renovatie en draagvlak"
NOTHING = "Er is in deze periode geen renovatie waarover huurders beslissen."
CAPTION = "Renovaties: instemming, stand en wat wij vragen"
WITHOUT_QUESTIONS = "Renovaties: instemming en stand"
HIDDEN = (
    f"Zijn het er {in_words(1)} tot en met {in_words(FEW)} die wel of niet instemden, dan staat het aantal er niet: buren "
    "zouden dan weten wie het zijn. U leest dan alleen hoeveel huurders er zijn, hoeveel er nodig zijn en of dat is gehaald."
)
"""The rule of small numbers of this part, where it hides something."""
TOO_FEW = "er zijn te weinig huurders om hier meer te zeggen"


def renovatie_blocks(items: Sequence[Renovatie], *, asked: bool = True) -> list[Block]:
    """The part without its heading; `asked`: with what we ask of the meeting."""
    if not items:
        return [Paragraph(NOTHING)]
    columns = [
        Column("Project", width=1.5),
        Column("Instemming", width=1.8),
        Column("Stand", width=2.1),
    ]
    if asked:
        columns.append(Column("Wat wij vragen", width=1.8))
    rows = tuple(_row(item, asked) for item in items)
    hides = any(hidden(unit) for item in items for unit in item.gebouwen)
    note = f"{UITLEG} {HIDDEN}" if hides else UITLEG
    return [Table(CAPTION if asked else WITHOUT_QUESTIONS, tuple(columns), rows, note=note)]


def hidden(unit: Gebouw) -> bool:
    """Whether how many agreed there may not be printed."""
    return unit.ja.waarde is None


def _row(item: Renovatie, asked: bool) -> tuple[Text, ...]:
    landlord = f" ({one_line(item.verhuurder)})" if item.verhuurder else ""
    cells: list[Text] = [
        joined(Span(clause(one_line(item.titel)), source=item.source), landlord),
        agreed(item.gebouwen),
        standing(item),
    ]
    if asked:
        cells.append(sentence(plain_line(item.gevraagd)) or "–")
    return tuple(cells)


def agreed(units: Sequence[Gebouw]) -> Text:
    """How many agreed in each building: "16 van de 23 huurders (69,57 %)", or where few did how many tenants there are."""
    if not units:
        return "–"
    told = [_agreed(unit, _name(unit, units)) for unit in units]
    return joined(*(joined("; " if place else "", each) for place, each in enumerate(told)))


def _agreed(unit: Gebouw, name: str) -> Text:
    if not unit.huurders.waarde:
        return f"{name}geen huurders"
    tenants = Span(number(unit.huurders.waarde), source=unit.huurders.source)
    word = "huurder" if unit.huurders.waarde == 1 else "huurders"
    if unit.ja.waarde is None:
        return joined(name, tenants, f" {word}")
    count = Span(number(unit.ja.waarde), source=unit.ja.source)
    return joined(name, count, " van de ", tenants, f" {word} ({procent(unit.percentage)})")


def standing(item: Renovatie) -> str:
    """How it stands: each building against the law, what we advised (the two may differ), and our own words."""
    told = [
        sentence(
            capital("; ".join(_stand(unit, _name(unit, item.gebouwen), _not(item)) for unit in item.gebouwen))
        )
    ]
    if not item.gebouwen:
        told = [NIET_GETELD]
    if item.loopt_tot is not None:
        told.append(f"De draagvlakmeting loopt tot en met {day_short(item.loopt_tot)}.")
    if item.advies:
        told.append(f"Ons advies: {clause(item.advies)}.")
    if item.stand:
        told.append(sentence(plain_line(item.stand)))
    return " ".join(told)


def _not(item: Renovatie) -> str:
    return "nog niet" if item.loopt else "niet"


def _stand(unit: Gebouw, name: str, not_yet: str) -> str:
    if not unit.huurders.waarde:
        return f"{name}er zijn geen huurders om te tellen"
    if not unit.telt:
        return f"{name}{TOO_FEW}"
    needed = f"{number(unit.nodig)} nodig"
    if unit.gehaald:
        said = f"{name}70{NBSP}% is gehaald ({needed})"
    elif unit.ja.waarde is None:
        said = f"{name}70{NBSP}% is {not_yet} gehaald ({needed})"
    else:
        said = f"{name}70{NBSP}% is {not_yet} gehaald ({needed}, nog {number(unit.nodig - unit.ja.waarde)})"
    return said if unit.tien_of_meer else f"{said}, geen wettelijk vermoeden: minder dan tien woningen"


def _name(unit: Gebouw, units: Sequence[Gebouw]) -> str:
    return f"{one_line(unit.naam)}: " if len(units) > 1 else ""


def for_outside(items: Sequence[Renovatie]) -> tuple[Renovatie, ...]:
    """The same for people outside, who read nothing of a confidential advies."""
    return tuple(replace(item, advies=item.advies_buiten) for item in items)


def reached(items: Sequence[Renovatie]) -> tuple[list[Gebouw], list[Gebouw]]:
    """The buildings where 70 % agreed, and all that have enough tenants to say so."""
    counted = [unit for item in items for unit in item.gebouwen if unit.telt]
    return [unit for unit in counted if unit.gehaald], counted


def behind(units: Sequence[Gebouw]) -> Source | None:
    """The list of these buildings."""
    return all_sources(tuple(unit.source for unit in units))


def in_short(item: Renovatie) -> str:
    """How a project stands in one cell: in how many of its buildings 70 % agreed."""
    done, counted = reached((item,))
    if not counted:
        few = any(unit.huurders.waarde for unit in item.gebouwen)
        return capital(TOO_FEW) if few else "Nog niet geteld"
    if len(counted) == 1:
        return f"70{NBSP}% is {'gehaald' if done else f'{_not(item)} gehaald'}"
    return f"70{NBSP}% gehaald in {number(len(done))} van {number(len(counted))} gebouwen"


def proposal(items: Sequence[Renovatie]) -> str:
    """A sentence from the facts that the writer may take over; empty where nothing was counted."""
    done, counted = reached(items)
    if not counted:
        return ""
    many = aantal(len(items), "renovatie", "renovaties")
    if len(counted) == 1:
        came = "stemde 70 % of meer van de huurders in" if done else "stemde nog geen 70 % van de huurders in"
        return f"Het gaat om {many}. In het ene gebouw dat telt, {came}."
    return (
        f"Het gaat om {many}. In {in_words(len(done)) if done else 'geen'} van de {in_words(len(counted))} gebouwen stemde "
        "70 % of meer van de huurders in."
    )
