"""Concepts of the small forms under a record: a step, an outcome. They lie among the others, and say which step it is."""

from __future__ import annotations

from huurdersapp.actions import concepten
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.context import Context
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

STEP, FIELDS = "stap", "velden"
"""What `Concept.gegevens` of a small form has."""
LETTER = "brief"
SCREENS = {
    **{step: step for step in ("tellen", "aantallen", "looplijst", "opvolging")},
    **dict.fromkeys(("verslag_tekst", "verslag_vraag", "verslag_vastleggen", "verslag_versturen"), "verslag"),
    **dict.fromkeys((LETTER, "brief_vastleggen", "brief_versturen", "brief_aangekomen"), LETTER),
}
"""Steps that have a screen of their own, as they need its whole width."""

OF_A_YEAR = frozenset({"verzetten", "vervallen", "toelichting", "koppelen"})
"""Steps of a moment of the jaaragenda; the year stands behind the name."""


def is_step(concept: Concept) -> bool:
    """Whether it belongs to a small form and not to the form of the whole record."""
    return STEP in concept.gegevens


def begun(ctx: Context, kind: str, number: int, *steps: str) -> Concept | None:
    """What was typed last in a small form of this record: of these steps, or (none told) of any; None when
    nothing was."""
    return next(
        (
            each
            for each in concepten.every(ctx)
            if (each.soort, each.nummer) == (kind, number)
            and is_step(each)
            and (not steps or each.gegevens[STEP] in steps)
        ),
        None,
    )


def place_of(concept: Concept) -> Place:
    """Where somebody goes on with a concept: in its form, or at the record under which its small form opens by itself."""
    page, number, kind = page_of(concept.soort), concept.nummer, concept.soort
    if is_step(concept):
        name, _space, year = str(concept.gegevens[STEP]).partition(" ")
        if name in OF_A_YEAR and year.isdigit():
            return Place("jaaragenda", number, kind=kind, values={"jaar": int(year)})
        own = SCREENS.get(name)
        if own == LETTER:  # of an advies, or of the register
            return Place(own, number, kind=kind)
        return Place(own, number) if own else Place(page, number, kind=kind)
    return Place(page, number, doing="nieuw" if number is None else "wijzigen", concept=concept.id, kind=kind)
