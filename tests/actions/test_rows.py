"""A list on the screen reads in words, adds up, and says by which conditions it was made."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import event

from huurdersapp.actions import lists, rows
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, in_words
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import queries
from tests.actions.conftest import Made


def knelpunten(made: Made, amount: int) -> None:
    for at in range(amount):
        made("kern", naam=f"Dorp {at}")
        made(
            "knelpunt",
            titel=f"Lek {at}",
            categorie="onderhoud",
            kern=at + 1,
            huurders_geraakt=at or None,
            gemeld_op="2019-03-05",
        )


def test_a_page_reads_as_its_columns_say_and_the_next_one_follows(office: Context, made: Made) -> None:
    knelpunten(made, 5)
    spec = office.spec("knelpunt")
    items = rows.shown_items(spec, ("titel", "kern", "status", "gemeld_op"))
    with office.store.reading() as db:
        query = lists.build(db, spec, order="nummer")
        first = rows.page(db, query, items, size=3)
        rest = rows.page(db, query, items, queries.end_of(first), size=3)
    assert [line.words for line in first][:1] == [("Lek 0", "Dorp 0", "Gemeld", "05-03-2019")]
    assert [line.number for line in [*first, *rest]] == [1, 2, 3, 4, 5]


def test_the_words_are_those_of_one_value_at_a_time_for_every_column_of_the_example(example: Context) -> None:
    for spec in example.store.catalogue.specs.values():
        items = list(spec.fields.values())
        with example.store.reading() as db:
            lines = rows.page(db, lists.build(db, spec), items)
            for line in lines[:20]:
                record, names = db.get(spec.cls, line.id), Names(db)
                assert line.words == tuple(
                    in_words(item, getattr(record, item.column), names) for item in items
                )


def test_names_of_links_cost_one_question_however_long_the_page(office: Context, made: Made) -> None:
    knelpunten(made, 12)
    spec = office.spec("knelpunt")
    items = rows.shown_items(spec, ("titel", "kern"))
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(office.store.engine, "before_cursor_execute", note)
    with office.store.reading() as db:
        query = lists.build(db, spec)
        rows.page(db, query, items, size=12)
        names = [text for text in asked if "FROM kern" in text]
        assert len(names) == 1
    event.remove(office.store.engine, "before_cursor_execute", note)


def test_totals_count_and_add_what_has_a_unit(office: Context, made: Made) -> None:
    knelpunten(made, 4)
    with office.store.reading() as db:
        found = rows.totals(db, lists.build(db, office.spec("knelpunt"), ["nummer=2", "kern=2"]))
        whole = rows.totals(db, lists.build(db, office.spec("knelpunt")))
    assert (found.count, whole.count) == (1, 4)
    (tenants,) = [item for item in whole.sums if item.key == "huurders_geraakt"]
    assert (tenants.value, tenants.filled, tenants.unit) == (6, 3, "huurders")


def test_terms_and_years_are_not_added(office: Context) -> None:
    with office.store.reading() as db:
        for spec in office.store.catalogue.specs.values():
            units = {item.unit for item in rows.totals(db, lists.build(db, spec)).sums}
            assert not units & {"dagen", "jaar", ""}


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("status=gemeld", "Status: Gemeld"),
        ("Status=gemeld,opgelost", "Status: Gemeld of Opgelost"),
        ("open_op=2020-09-01", "Open op: 1 september 2020"),
        ("nieuw_in=2020", "Nieuw in: 2020"),
        ("nieuw_in=2020-T2", "Nieuw in: trimester 2 van 2020"),
        ("nieuw_in=2020-01-01..2020-01-31", "Nieuw in: 1 januari 2020 tot en met 31 januari 2020"),
        ("kern=1", "Kern of wijk: Emmen"),
        ("binnen=Emmen", "In kern, wijk of gebied: Emmen"),
        ("kern=", "Kern of wijk: niet ingevuld"),
        ("collectief=nee", "Van meer huurders: nee"),
        ("bevat=vocht,schimmel", "Bevat: vocht of schimmel"),
        ("huurders_geraakt=12", "Huurders die er last van hebben: 12"),
    ],
)
def test_a_condition_reads_in_words(office: Context, made: Made, condition: str, words: str) -> None:
    made("kern", naam="Emmen")
    assert rows.told(office, office.spec("knelpunt"), [condition]) == [words]


def test_a_condition_that_the_list_refuses_is_refused_here_too(office: Context) -> None:
    with pytest.raises(UserError, match="geen veld"):
        rows.told(office, office.spec("knelpunt"), ["zzz=1"])


def test_the_window_writes_the_columns_that_it_shows_in_words(
    office: Context, made: Made, tmp_path: Path
) -> None:
    knelpunten(made, 2)
    spec, csv, xlsx = office.spec("knelpunt"), tmp_path / "a.csv", tmp_path / "a.xlsx"
    for path in (csv, xlsx):
        columns = ("gemeld_op", "status", "kern", "melder_naam", "huurders_geraakt")
        jobs.run(lists.export(office, spec, path, order="nummer", columns=columns, labels=True))
    assert csv.read_bytes().startswith(b"\xef\xbb\xbf")
    assert csv.read_text(encoding="utf-8-sig").splitlines() == [
        "Gemeld op;Status;Kern of wijk;Huurders die er last van hebben",
        "05-03-2019;Gemeld;Dorp 0;",
        "05-03-2019;Gemeld;Dorp 1;1",
    ]
    sheet = CalamineWorkbook.from_path(str(xlsx)).get_sheet_by_index(0).to_python()
    assert sheet[0] == ["Gemeld op", "Status", "Kern of wijk", "Huurders die er last van hebben"]
    assert [str(sheet[2][0]), *sheet[2][1:]] == ["2019-03-05", "Gemeld", "Dorp 1", 1.0]


def test_a_column_that_does_not_exist_is_refused(office: Context, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="geen veld ‘zzz’"):
        jobs.run(lists.export(office, office.spec("kern"), tmp_path / "a.csv", columns=("zzz",)))
