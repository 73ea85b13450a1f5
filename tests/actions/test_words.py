"""A record in words shows what is filled in, its links by name, and its lists line by line."""

from __future__ import annotations

from pathlib import Path

from huurdersapp.actions import lists, records, words
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from tests.actions.conftest import Made


def test_a_record_in_words(data_folder: Path) -> None:
    with opened(data_folder, create=True) as ctx:
        records.create(ctx, ctx.spec("kern"), [{"naam": "Klazienaveen"}])
        knelpunt = {"titel": "Lekkage", "categorie": "onderhoud", "kern": 1, "huurders_geraakt": 3}
        records.create(ctx, ctx.spec("knelpunt"), [knelpunt])
        view = words.read_view(ctx, ctx.spec("knelpunt"), 1)
    assert (view.kind, view.number, view.title) == ("knelpunt", 1, "Lekkage")
    texts = {item.label: item.text for item in view.fields}
    assert texts["Kern of wijk"] == "Klazienaveen"
    assert texts["Huurders die er last van hebben"] == "3 huurders"
    assert texts["Melder vindt contact goed"] == "nee"
    assert texts["Omschrijving"] == ""
    assert "Nummer" not in texts
    (steps,) = view.tables
    assert (steps.label, steps.columns[:2]) == ("Stappen", ("Datum", "Stap"))
    assert [cell.text for cell in steps.rows[0].cells][1] == "Gemeld"


def test_a_link_opens_what_it_names_as_long_as_that_is_there(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    made(
        "overleg",
        soort="rg",
        datum="2019-05-01",
        partijen=[made("partij", naam="Lefier", soort="corporatie")],
    )
    made("knelpunt", titel="Lek", categorie="onderhoud", kern=1, omschrijving="**Veel** water")
    fields = {item.key: item for item in words.read_view(office, office.spec("knelpunt"), 1).fields}
    assert fields["kern"].link == words.Link("kern", 1)
    assert (fields["omschrijving"].long, fields["titel"].long) == (True, False)
    records.discard(office, office.spec("kern"), 1)
    fields = {item.key: item for item in words.read_view(office, office.spec("knelpunt"), 1).fields}
    assert (fields["kern"].text, fields["kern"].link) == ("Emmen", None)
    (parties,) = words.read_view(office, office.spec("overleg"), 1).tables
    assert parties.link
    assert [cell.link for row in parties.rows for cell in row.cells] == [words.Link("partij", 1)]


def test_every_record_of_the_example_shows_each_of_its_lines(example: Context) -> None:
    for spec in example.store.catalogue.specs.values():
        for raw in lists.find(example, spec):
            view = words.read_view(example, spec, raw["nummer"])
            shown = {table.key: len(table.rows) for table in view.tables}
            assert shown == {part.key: len(raw[part.key]) for part in spec.parts if raw[part.key]}
            for table in view.tables:
                assert all(len(row.cells) == len(table.columns) for row in table.rows)
