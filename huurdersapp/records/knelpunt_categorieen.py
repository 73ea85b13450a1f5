"""The categories of knelpunten in two levels, from the catalogue that comes with the program."""

from __future__ import annotations

import json

from huurdersapp.base.paths import own
from huurdersapp.records.base import Choice, Choices

CATALOGUE = own("resources") / "catalogi" / "knelpunt_categorieen.json"
"""Says itself where its division comes from, and of which year it is."""


def _read() -> tuple[Choices, Choices]:
    categories: list[Choice] = []
    below: list[Choice] = []
    for item in json.loads(CATALOGUE.read_text(encoding="utf-8"))["categorieen"]:
        categories.append(Choice(item["sleutel"], item["naam"]))
        below += [Choice(sub["sleutel"], sub["naam"], parent=item["sleutel"]) for sub in item["onder"]]
    return Choices(tuple(categories)), Choices(tuple(below))


CATEGORIEEN, SUBCATEGORIEEN = _read()
PARENT = {item.key: item.parent for item in SUBCATEGORIEEN.items}
"""To which category a subcategory belongs."""
