"""What hangs together with a record is found from both sides, and each list behind it is the same."""

from __future__ import annotations

import pytest

from huurdersapp.actions import lists, records, related
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made


def test_what_a_record_names_and_what_names_it(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    meeting = made("overleg", soort="rg", datum="2019-05-01")
    number = made("knelpunt", titel="Lek", categorie="onderhoud", kern=1, inbreng=[{"overleg": meeting}])
    made("actiepunt", wat="Bellen", persoon="Jo", knelpunt=number)
    found = related.related(office, office.spec("knelpunt"), number)
    assert [(item.kind, item.label, item.items, item.count, item.where) for item in found] == [
        ("kern", "Kern of wijk", ((1, "Emmen"),), 1, ()),
        ("overleg", "Inbreng in overleg", ((1, "RG 01-05-2019"),), 1, ()),
        ("actiepunt", "Actiepunten", ((1, "Bellen"),), 1, ("knelpunt=1",)),
    ]
    (seen,) = related.related(office, office.spec("overleg"), meeting)
    assert (seen.items, seen.where) == (((1, "Lek"),), ("inbreng.overleg=1",))
    assert seen.label == "Knelpunten (bij ‘Inbreng in overleg’)"


def test_what_lies_in_the_bin_hangs_together_with_nothing(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    made("knelpunt", titel="Lek", categorie="onderhoud", kern=1)
    records.discard(office, office.spec("knelpunt"), 1)
    assert related.related(office, office.spec("kern"), 1) == []
    with pytest.raises(UserError, match="Knelpunt 1 is er niet"):
        related.related(office, office.spec("knelpunt"), 1)


def test_a_few_are_named_and_all_are_in_the_list(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    many = [{"titel": f"Lek {at}", "categorie": "onderhoud", "kern": 1} for at in range(related.MOST + 5)]
    records.create(office, office.spec("knelpunt"), many)
    (found,) = related.related(office, office.spec("kern"), 1)
    assert len(found.items) == related.MOST
    assert found.count == len(many) == lists.count(office, office.spec("knelpunt"), found.where)


def test_the_lists_of_the_example_have_what_they_are_said_to_have(example: Context) -> None:
    for spec in example.store.catalogue.specs.values():
        for raw in lists.find(example, spec)[:10]:
            for found in related.related(example, spec, raw["nummer"]):
                if found.where:
                    behind = lists.find(example, example.spec(found.kind), found.where)
                    assert {row["nummer"] for row in behind} >= {number for number, _title in found.items}
                    assert len(behind) == found.count
