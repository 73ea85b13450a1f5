"""What every kind of report must do, for the tests of each: its numbers are those of their lists, and what is confidential
stays inside."""

from __future__ import annotations

from huurdersapp.actions import verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslag import Gemaakt
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base import period
from huurdersapp.reports.document import Heading
from tests.actions.test_verslag import ids_of, said, sourced
from tests.helpers_document import words

SECRET = "Het geheime plan van de Zwaluwflat"


def report(ctx: Context, kind: str, code: str, **chosen: object) -> Gemaakt:
    """A report about a period, with these choices of its writer."""
    return verslag.make(ctx, Opdracht(kind, period.parse(code), **chosen))  # type: ignore[arg-type]


def told(ctx: Context, kind: str, code: str, **chosen: object) -> str:
    """All its words."""
    return words(report(ctx, kind, code, **chosen).document)


def part(made: Gemaakt, key: str) -> str:
    """The words of one of its parts, without the notes that its sources give it."""
    (found,) = [each for each in made.read.onderdelen if each.sleutel == key]
    document = made.document
    return words(type(document)(found.titel, document.author, (Heading(found.titel), *found.blocks)))


def check_numbers(ctx: Context, made: Gemaakt) -> int:
    """Hold every number that opens a list against that list; tells how many were held."""
    held = 0
    for span, source in sourced(made.document):
        if source.where:
            assert set(source.ids) == ids_of(ctx, source), source
        number = said(span.text)
        if (
            number is not None
            and [key for key, _value in source.where] != ["nummer"]
            and source.kind != "raadpleging"
        ):
            assert number == len(source.ids), (span.text, source)
            held += 1
    return held
