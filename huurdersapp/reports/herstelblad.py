"""The sheet with the recovery code: to print, and to keep where the laptop is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Bullets,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    Paragraph,
    Span,
)
from huurdersapp.reports.language import day_long
from huurdersapp.reports.prose import one_line


@dataclass(frozen=True, slots=True)
class HerstelbladValues:
    """What stands on the sheet; `code` in groups with dashes between them."""

    organisatie: str
    code: str
    datum: date
    voorbeeld: bool = False


def herstelblad_document(values: HerstelbladValues) -> Document:
    """The sheet as a neutral document of one page."""
    groups = values.code.split("-")
    organisation = one_line(values.organisatie) or "uw huurdersorganisatie"
    return Document(
        title="Herstelcode",
        subtitle=f"Voor de administratie van {organisation}",
        author=organisation,
        subject="Herstelcode van de administratie",
        keywords=("herstelcode",),
        blocks=(
            Paragraph(
                (
                    "Met deze code opent u de administratie als niemand het wachtwoord meer weet. ",
                    Span("Wie deze code heeft, kan alles lezen.", bold=True),
                ),
                "lead",
            ),
            KeyFigures(tuple(KeyFigure(group, f"groep {number}") for number, group in enumerate(groups, 1))),
            Lines((("De code op één regel: ", Span(values.code, bold=True)),)),
            Paragraph(
                "De letters I, L, O en U komen niet voor. Een rondje is dus een nul en een streepje een een.",
                "note",
            ),
            Heading("Zo gebruikt u de code"),
            Bullets(
                (
                    "Open het programma. Kies bij het wachtwoord voor ‘Wachtwoord vergeten’.",
                    "Typ de acht groepen over. Hoofdletters en streepjes mag u weglaten.",
                    "Typt u een teken verkeerd, dan zegt het programma dat er een typefout in zit.",
                    "Kies daarna een nieuw wachtwoord. De code blijft geldig.",
                ),
                numbered=True,
            ),
            Heading("Hier bewaart u dit blad"),
            Bullets(
                (
                    "Bewaar dit blad niet bij de laptop en niet in de laptoptas.",
                    "Een goede plaats is een afgesloten kast, of thuis bij een ander bestuurslid.",
                    "Maak geen foto van dit blad en stuur het niet per e-mail.",
                    "Neem een nieuwe code als iemand dit blad zag die er niet bij mag.",
                )
            ),
            Paragraph(
                f"Deze code is gemaakt op {day_long(values.datum)}. Maakt u later een nieuwe herstelcode, dan opent deze"
                " niets meer. Verscheur dit blad dan. Zonder wachtwoord en zonder herstelcode kan niemand de gegevens"
                " nog lezen, ook de maker van het programma niet."
            ),
        ),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=f"{organisation} · Herstelcode · {day_long(values.datum)}",
    )
