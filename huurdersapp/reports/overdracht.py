"""The overdrachtsdossier: what a new board takes over from the one that leaves, to be gone through together with a pen.

It stays inside the organisation, so its numbers are whole and it says so on every page.
"""

from __future__ import annotations

from collections.abc import Sequence

from huurdersapp.reports import overdracht_delen as delen
from huurdersapp.reports.document import Block, Bullets, KeyFigure, KeyFigures, Paragraph, Span, Text
from huurdersapp.reports.language import aantal, capital, clause, day_long, day_short, number
from huurdersapp.reports.overdracht_values import OverdrachtValues, Zaak
from huurdersapp.reports.prose import joined, one_line
from huurdersapp.reports.rapport import CONCEPT, Kader, Onderdeel
from huurdersapp.reports.renovatie_delen import TITLE as RENOVATIES
from huurdersapp.reports.renovatie_delen import renovatie_blocks
from huurdersapp.reports.values import Getal

INSIDE = "Alleen voor het eigen bestuur"
FIRST = 5
"""So many things with a day stand on the first page."""


def overdracht_kader(values: OverdrachtValues) -> Kader:
    """What stands around the parts of the dossier."""
    return Kader(
        titel="Overdrachtsdossier",
        ondertitel=values.organisatie,
        auteur=values.organisatie,
        over=(
            Span(f"{INSIDE}. Geef dit niet aan anderen.", bold=True),
            f"Stand van zaken op: {day_long(values.op)}",
            f"Besluiten van: {day_long(values.periode.van)} tot en met {day_long(values.periode.tot)}",
        ),
        onderwerp="Wat het nieuwe bestuur overneemt",
        trefwoorden=("overdracht", "bestuur", values.organisatie),
        voettekst=f"{INSIDE} · {values.organisatie}",
        versie=CONCEPT,
        versieregel=False,
        voorbeeld=values.voorbeeld,
    )


def is_empty(values: OverdrachtValues) -> bool:
    """Whether there is nothing at all to take over."""
    lists = (
        values.adviezen,
        values.voorwaarden,
        values.brieven_uit,
        values.brieven_binnen,
        values.brieven_concept,
        values.beloften,
        values.eigen,
        values.commissies,
        values.raadplegingen,
        values.campagnes,
        values.knelpunten,
    )
    return not (
        any(each.zaken for each in lists)
        or values.individueel.waarde
        or values.besluiten
        or values.personen
        or values.renovaties
    )


def overdracht_onderdelen(values: OverdrachtValues) -> tuple[Onderdeel, ...]:
    """All parts of the dossier."""
    parts = [Onderdeel("kort", "Begin hier", tuple(_first_page(values)), vast=True)]
    found: tuple[tuple[str, str, bool, Sequence[Block]], ...] = (
        ("klokken", "Adviezen die lopen", not values.adviezen.zaken, delen.clocks(values)),
        ("voorwaarden", "Voorwaarden om te bewaken", not values.voorwaarden.zaken, delen.conditions(values)),
        ("brieven", "Brieven zonder antwoord", delen.no_letters(values), delen.letters(values)),
        ("beloften", "Wat anderen ons beloofden", not values.beloften.zaken, delen.promises(values)),
        ("actiepunten", "Wat wij zelf nog doen", delen.no_tasks(values), delen.tasks(values)),
        ("lopend", "Wat nu loopt", delen.nothing_runs(values), delen.running(values)),
        ("knelpunten", "Knelpunten die wachten", delen.no_problems(values), delen.problems(values)),
        ("agenda", "Het komende jaar", not values.agenda, delen.agenda(values)),
        ("mensen", "Met wie u te maken krijgt", not values.personen, delen.people(values)),
        ("commissies", "Bewonerscommissies", not values.commissies.zaken, delen.committees(values)),
        ("besluiten", "Besluiten van het afgelopen jaar", not values.besluiten, delen.decisions(values)),
        ("sleutels", "Waar sleutels en wachtwoorden liggen", False, delen.keys()),
        ("administratie", "Hoe de administratie werkt", False, delen.administration(values)),
        ("aftekenen", "Samen aftekenen", False, delen.sign_off()),
    )
    for key, title, empty, blocks in found:
        parts.append(Onderdeel(key, title, tuple(blocks), _proposal(key, values), leeg=empty))
        if key == "lopend" and values.renovaties:
            parts.append(Onderdeel("renovaties", RENOVATIES, tuple(renovatie_blocks(values.renovaties))))
    return tuple(parts)


def _proposal(key: str, values: OverdrachtValues) -> str:
    """Sentences that the leaving board may take over."""
    if key == "beloften" and values.beloften_te_laat.waarde:
        late = aantal(values.beloften_te_laat.waarde, "belofte is", "beloften zijn")
        return f"{capital(late)} te laat. Vraag er in het eerste overleg naar."
    if key == "sleutels":
        return (
            "Schrijf hier op waar het wachtwoord van de administratie ligt, wie de sleutels van het kantoor heeft, "
            "en wie bij de bank en de e-mail kan. Schrijf het wachtwoord zelf niet op."
        )
    if key == "mensen" and values.personen:
        return "Stel u in de eerste weken aan deze mensen voor. Het oude bestuur gaat de eerste keer mee."
    return ""


def _first_page(values: OverdrachtValues) -> list[Block]:
    blocks: list[Block] = [KeyFigures(_figures(values))]
    if is_empty(values):
        blocks.append(Paragraph("Er is nog niets vastgelegd om over te dragen.", "lead"))
        blocks.append(
            Paragraph(
                "Zo begint u: zet bij Contacten met wie u werkt, bij Overleggen uw afspraken, en bij Adviezen wat er loopt. "
                "Dan vult dit dossier zichzelf."
            )
        )
        return blocks
    blocks.append(
        Paragraph(
            "Dit dossier laat zien wat het nieuwe bestuur overneemt. Loop het samen door, en zet een kruisje in het vakje "
            "als iets is overgedragen. Aan het eind tekent u allebei.",
            "lead",
        )
    )
    if urgent := _urgent(values):
        blocks.append(Paragraph("Dit kan niet wachten:", keep_with_next=True))
        blocks.append(Bullets(tuple(urgent)))
    return blocks


def _figures(values: OverdrachtValues) -> tuple[KeyFigure, ...]:
    def figure(getal: Getal, one: str, many: str) -> KeyFigure:
        count = getal.waarde or 0
        return KeyFigure(Span(number(count), source=getal.source), one if count == 1 else many)

    return (
        figure(values.adviezen.aantal, "advies loopt", "adviezen lopen"),
        figure(values.beloften.aantal, "belofte van anderen", "beloften van anderen"),
        figure(values.eigen.aantal, "taak van onszelf", "taken van onszelf"),
        figure(values.knelpunten.aantal, "knelpunt van meer huurders", "knelpunten van meer huurders"),
    )


def _urgent(values: OverdrachtValues) -> list[Text]:
    """What is late or due first, of what we must do or ask for ourselves."""
    named: list[tuple[str, Zaak]] = [("Advies", each) for each in values.adviezen.zaken]
    named += [("Taak", each) for each in values.eigen.zaken]
    named += [("Belofte", each) for each in values.beloften.zaken]
    named += [("Brief", each) for each in values.brieven_binnen.zaken]
    named += [("Verantwoorden", each) for each in values.verantwoorden]
    dated = [(each.dag, label, each) for label, each in named if each.dag is not None]
    dated.sort(key=lambda each: (each[0], each[1]))
    lines: list[Text] = []
    for day, label, each in dated[:FIRST]:
        who = f" ({one_line(each.wie)})" if each.wie else ""
        late = "was" if day < values.op else "is"
        what = Span(clause(one_line(each.wat)), source=each.source)
        lines.append(
            joined(Span(f"{label}:", bold=True), " ", what, f"{who}. De laatste dag {late} {day_short(day)}.")
        )
    return lines
