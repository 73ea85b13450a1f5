"""Loading figures of others: every row checked as a form does, loaded once, undone in one step, nothing left when stopped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from huurdersapp.actions import akkoord as akkoorden
from huurdersapp.actions import history, metingen, metingen_cellen, metingen_laden, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.metingen_laden import Beside, Plan
from huurdersapp.base import clock, jobs, tables
from huurdersapp.base.errors import Stopped, UserError
from tests.actions.conftest import Made, changed, numbers, shown, steps

DATA = Path(__file__).parents[1] / "data"
CLASSES = "A++/A+/A\nB\nC\nD–G"


@pytest.fixture(autouse=True)
def _later(office: Context) -> Iterator[None]:
    """Two years later than other tests: an akkoord has figures by then."""
    with clock.fixed(date(2021, 9, 1)):
        yield


@pytest.fixture
def measures(made: Made) -> dict[str, int]:
    """An akkoord with a measure of labels, a score, and two shares; three places and three landlords."""
    akkoord = made("akkoord", naam="LA", van_jaar=2019, tot_jaar=2024)
    made("thema", naam="Wonen", code="W", akkoord=akkoord)
    doel = made("doel", thema="Wonen", code="W1", tekst="Goed wonen.")
    for name in ("Emmermeer", "Klazienaveen", "Angelslo"):
        made("kern", naam=name)
    for name, other in (("Lefier", None), ("Domesta", None), ("Woonservice Drenthe", "Woonservice")):
        made("partij", naam=name, soort="corporatie", andere_namen=other)
    kinds = {
        "LB1": {"soort": "klassenverdeling", "klassen": CLASSES},
        "LM1": {"soort": "verhouding", "eenheid": "rapportcijfer"},
        "WL1": {"soort": "aandeel"},
        "TW1": {"soort": "aandeel"},
    }
    return {
        code: made("indicator", doel=doel, code=code, tekst=f"Maat {code}", **values)
        for code, values in kinds.items()
    }


def planned(
    ctx: Context, name: str | Path, beside: Beside | None = None, columns: dict[str, int] | None = None
) -> Plan:
    """What loading a file would do."""
    table = tables.read_table(DATA / name)
    found = metingen_laden.guess(ctx, table) if columns is None else columns
    return jobs.run(metingen_laden.plan(ctx, table, found, beside))


def reasons(plan: Plan) -> dict[int, str]:
    """Why rows cannot be loaded, by line."""
    return {seen.line: " ".join(seen.told) for _place, seen in plan.left}


def test_labels_per_kern_come_from_columns_that_have_the_names_of_the_classes(
    office: Context, measures: dict[str, int]
) -> None:
    plan = planned(office, "labels-per-kern.csv", Beside(maat=measures["LB1"]))
    assert plan.summary() == "2 nieuwe metingen, 0 al bekend, 2 niet te laden."
    assert reasons(plan) == {
        5: "De klassen zijn samen 105 %. Samen moeten zij 100 % zijn; kijk de getallen na.",
        6: "Kern ‘Nergenshuizen’ is niet bekend.",
    }


def test_a_load_is_one_step_and_the_same_file_again_is_nothing(
    office: Context, measures: dict[str, int]
) -> None:
    beside = Beside(maat=measures["LB1"], aangeleverd_door=1)
    before = steps(office)
    assert jobs.run(metingen_laden.load(office, planned(office, "labels-per-kern.csv", beside))) == 2
    assert steps(office) == before + 1
    record = shown(office, "meting", 1)
    assert (record["van"], record["tot"], record["status"]) == ("2020-01-01", "2020-12-31", "concept")
    assert record["naam"] == "LB1 2020"
    assert {line["klasse"]: line["waarde"] for line in record["klassen"]} == {
        "A++/A+/A": 19.9, "B": 44.1, "C": 31.0, "D–G": 5.0
    }  # fmt: skip
    assert record["bron"] == "Opgave verhuurder, één overzicht"
    again = planned(office, "labels-per-kern.csv", beside)
    assert (again.to_write, again.counts["hetzelfde"], again.counts["fout"]) == (0, 2, 2)
    assert jobs.run(metingen_laden.load(office, again)) == 0
    history.undo(office)
    assert numbers(office, "meting") == []


def test_a_score_per_wijk_over_years_is_loaded_by_the_code_in_the_list(
    office: Context, measures: dict[str, int]
) -> None:
    plan = planned(office, "leefbaarheidsmonitor.csv", Beside(bron="Leefbaarheidsmonitor"))
    assert plan.to_write == 3
    assert "nog komen" in reasons(plan)[5]
    jobs.run(metingen_laden.load(office, plan))
    found = [shown(office, "meting", number) for number in numbers(office, "meting")]
    assert [(each["waarde"], each["tot"], each["bron"]) for each in found] == [
        (7.1, "2018-12-31", "Leefbaarheidsmonitor"),
        (7.3, "2020-12-31", "Leefbaarheidsmonitor"),
        (6.9, "2020-12-31", "Leefbaarheidsmonitor"),
    ]


def test_a_share_above_the_whole_is_told_with_its_row(office: Context, measures: dict[str, int]) -> None:
    plan = planned(office, "woonlastenonderzoek.csv")
    assert plan.to_write == 1
    assert plan.drafts[0]["waarde"] == Decimal("31.1")
    assert list(reasons(plan)) == [3]
    sheet = planned(office, "toewijzingen.xlsx")
    assert [draft["waarde"] for draft in sheet.drafts] == [Decimal("96.4"), Decimal("97.25")]
    assert "101 % is meer dan het geheel" in reasons(sheet)[4]


def test_what_is_there_with_another_value_is_never_written_over(
    office: Context, measures: dict[str, int]
) -> None:
    jobs.run(metingen_laden.load(office, planned(office, "leefbaarheidsmonitor.csv")))
    changed(office, "meting", 1, waarde=8)
    plan = planned(office, "leefbaarheidsmonitor.csv")
    assert (plan.counts["anders"], plan.counts["hetzelfde"], plan.to_write) == (1, 2, 0)
    assert reasons(plan)[2] == "Er is al een andere waarde (meting 1). Verbeter die als deze klopt."


def test_a_list_that_was_settled_is_known_and_another_value_is_told(
    office: Context, measures: dict[str, int], tmp_path: Path
) -> None:
    path = tmp_path / "toewijzingen.csv"
    path.write_text("Jaar;Waarde\n2020;12\n", encoding="utf-8")
    jobs.run(metingen_laden.load(office, planned(office, path, Beside(maat=measures["TW1"]))))
    metingen.settle(office, numbers(office, "meting"), on=date(2021, 6, 1))
    assert planned(office, path, Beside(maat=measures["TW1"])).counts == {"hetzelfde": 1}
    path.write_text("Jaar;Waarde\n2020;13\n", encoding="utf-8")
    assert planned(office, path, Beside(maat=measures["TW1"])).counts == {"anders": 1}


def test_a_row_for_each_class_makes_one_meting(
    office: Context, measures: dict[str, int], tmp_path: Path
) -> None:
    path = tmp_path / "lang.csv"
    rows = "".join(
        f"2020;Emmermeer;{name};{count}\n"
        for name, count in zip(CLASSES.split("\n"), (20, 45, 30, 5), strict=True)
    )
    path.write_text(f"Jaar;Plaats;Label;Aantal\n{rows}2020;Emmermeer;Z;3\n", encoding="utf-8")
    plan = planned(office, path, Beside(maat=measures["LB1"], aantallen=True))
    assert plan.counts["fout"] == 5
    assert "De klasse ‘Z’ hoort niet bij deze maat." in reasons(plan)[2]
    path.write_text(f"Jaar;Plaats;Label;Aantal\n{rows}", encoding="utf-8")
    plan = planned(office, path, Beside(maat=measures["LB1"], aantallen=True))
    assert (plan.counts["nieuw"], plan.to_write) == (4, 1)
    jobs.run(metingen_laden.load(office, plan))
    assert [line["aantal"] for line in shown(office, "meting", 1)["klassen"]] == [20, 45, 30, 5]
    assert [line["waarde"] for line in shown(office, "meting", 1)["klassen"]] == [20, 45, 30, 5]


def test_the_same_value_twice_in_a_list_is_told(
    office: Context, measures: dict[str, int], tmp_path: Path
) -> None:
    path = tmp_path / "dubbel.csv"
    path.write_text("Jaar;Waarde\n2020;12\n2020;12\n2021-T1;x\n", encoding="utf-8")
    plan = planned(office, path, Beside(maat=measures["LM1"]))
    assert (plan.counts["nieuw"], plan.counts["dubbel"]) == (1, 1)
    assert reasons(plan) == {3: "Deze waarde staat ook op regel 2.", 4: "‘x’ is geen getal."}


def test_what_cannot_be_loaded_goes_to_a_file_with_the_reason(
    office: Context, measures: dict[str, int], tmp_path: Path
) -> None:
    out = tmp_path / "rest.csv"
    metingen_laden.left_file(planned(office, "labels-per-kern.csv", Beside(maat=measures["LB1"])), out)
    said = out.read_text(encoding="utf-8-sig").splitlines()
    assert [line[:2] for line in said[1:]] == ["5;", "6;"]
    assert said[0].startswith("Regel;Kern;Jaar;")
    assert len(said) == 3
    assert "Nergenshuizen" in said[2]
    assert "is niet bekend" in said[2]


def test_a_load_that_is_stopped_leaves_nothing(office: Context, measures: dict[str, int]) -> None:
    plan = planned(office, "leefbaarheidsmonitor.csv")
    with pytest.raises(Stopped):
        jobs.run(metingen_laden.load(office, plan), stop=lambda: True)
    job = metingen_laden.load(office, plan)
    next(job)
    next(job)
    job.close()
    assert numbers(office, "meting") == []


def test_a_plan_holds_only_as_long_as_nothing_else_is_written(
    office: Context, measures: dict[str, int]
) -> None:
    plan = planned(office, "leefbaarheidsmonitor.csv")
    changed(office, "partij", 1, plaats="Emmen")
    with pytest.raises(UserError, match="Intussen is er iets gewijzigd"):
        jobs.run(metingen_laden.load(office, plan))
    assert numbers(office, "meting") == []


def test_a_percentage_of_a_workbook_that_is_a_part_of_one_is_told(
    office: Context, measures: dict[str, int], tmp_path: Path
) -> None:
    path = tmp_path / "toewijzingen.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Jaar", "Waarde"])
        sheet.write_row(1, 0, [2020, 0.199], book.add_format({"num_format": "0.0%"}))
        sheet.write_row(2, 0, [2019, 19.9])
    sheet_years = planned(office, path, Beside(maat=measures["TW1"]))
    assert [text for text in sheet_years.warnings if "100 keer zo veel" in text]
    assert not planned(office, path, Beside(maat=measures["LM1"])).warnings


def test_without_a_measure_or_a_period_it_is_asked_for(office: Context, measures: dict[str, int]) -> None:
    with pytest.raises(UserError, match="de maat, het jaar of de periode"):
        planned(office, "labels-per-kern.csv", columns={"kern": 0})


def test_what_was_loaded_is_what_the_form_would_have_saved(office: Context, measures: dict[str, int]) -> None:
    jobs.run(metingen_laden.load(office, planned(office, "woonlastenonderzoek.csv")))
    loaded = shown(office, "meting", 1)
    records.discard(office, office.spec("meting"), 1)
    values = {key: loaded[key] for key in ("indicator", "van", "tot", "teller", "noemer", "toelichting")}
    (typed,) = records.create(office, office.spec("meting"), [values]).records
    assert {**typed, "nummer": 1} == loaded


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2020", "2020"),
        ("2020,0", "2020"),
        ("2020-T2", "2020-T2"),
        ("T2 2020", "2020-T2"),
        ("trimester 2 van 2020", "2020-T2"),
        ("2e kwartaal 2020", "2020-04-01..2020-06-30"),
        ("Q2 2020", "2020-04-01..2020-06-30"),
        ("2020-Q2", "2020-04-01..2020-06-30"),
        ("2020-06", "2020-06-01..2020-06-30"),
        ("juni 2020", "2020-06-01..2020-06-30"),
        ("maart 2020", "2020-03-01..2020-03-31"),
        ("31-12-2018", "2018-12-31..2018-12-31"),
        ("2018-12-31", "2018-12-31..2018-12-31"),
    ],
)
def test_periods_are_read_as_people_write_them(office: Context, text: str, code: str) -> None:
    found = metingen_cellen.days(text)
    assert not isinstance(found, str)
    assert found.code() == code


@pytest.mark.parametrize(
    "text", ["ooit", "2020-13", "0-2020", "32-01-2020", "T4 2020", "mm 2020", "T1 0000", "kwartaal 1 0000"]
)
def test_what_is_no_period_is_told(office: Context, text: str) -> None:
    assert metingen_cellen.days(text) == f"‘{text}’ is geen jaar of dag."


@pytest.mark.parametrize(
    ("text", "workbook", "value"),
    [
        ("19,9", False, "19.9"),
        ("19.9 %", False, "19.9"),
        ("1.250", False, "1250"),
        ("1.25", True, "1.25"),
        ("1.255", True, "1.255"),
        ("€ 1.250,50", False, "1250.50"),
        ("ja", False, "1"),
        ("-3", True, "-3"),
    ],
)
def test_numbers_are_read_as_their_file_writes_them(text: str, workbook: bool, value: str) -> None:
    assert metingen_cellen.figure(text, workbook) == Decimal(value)


def test_the_foreign_akkoord_takes_figures_too(office: Context, tmp_path: Path) -> None:
    jobs.run(akkoorden.load(office, DATA / "akkoord-andersstad.json"))
    record = next(
        record
        for record in (
            shown(office, "indicator", number) for number in numbers(office, "indicator", "soort=aantal")
        )
        if record["richting"] == "stand"
    )
    path = tmp_path / "cijfers.csv"
    path.write_text(f"Maat;Dag;Waarde\n{record['code']};01-03-2019;12\n", encoding="utf-8")
    plan = planned(office, path, columns={"maat": 0, "tot": 1, "waarde": 2})
    assert reasons(plan) == {}
    assert plan.to_write == 1
