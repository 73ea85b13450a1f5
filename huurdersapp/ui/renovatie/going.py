"""The ways from a number of a renovation to the homes behind it, and to the screens where one works on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from huurdersapp.actions import renovatie_stand
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import LinkButton
from huurdersapp.ui.place import Place

PAGE = "renovatie"
PROJECT, UNIT, HOME = "renovatieproject", "bouwkundige_eenheid", "renovatiewoning"
TASK = "taak"
"""The value of a place that opens a task beside the list: one of the names in pages/renovatie.py."""


def task(kind: str, number: int, name: str) -> Place:
    """A task of a project or a building."""
    return Place(PAGE, number, kind=kind, values={TASK: name})


def counted(
    desk: Desk,
    words: str,
    count: int,
    unit: int,
    name: str,
    what: str,
    on: date,
    staircase: str | None = None,
    *,
    bare: bool = False,
) -> LinkButton:
    """A number that opens the list of homes behind it; `bare` where its words stand above it."""
    said = _("{label}: {count}").format(label=words, count=written(count))
    button = LinkButton(written(count) if bare else said)
    where = name
    if staircase is not None:
        where = _("{name}, {staircase}").format(name=name, staircase=staircase or _("zonder trappenhuis"))
    button.setAccessibleName(_("{said}, {where}. Toon deze woningen.").format(said=said, where=where))
    title = _("{label} in {where}").format(label=words, where=where)
    conditions = renovatie_stand.conditions(unit, what, on, staircase)
    place = Place(PAGE, kind=HOME, where=conditions, title=title)
    button.clicked.connect(lambda _on=False: desk.safely(lambda: desk.go(place)))
    return button


def goer(desk: Desk, place: Place) -> Callable[[], None]:
    """Go somewhere."""
    return lambda: desk.go(place)
