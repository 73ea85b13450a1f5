"""A list as a file: what a spreadsheet reads back, and nothing half, dangerous or private."""

from __future__ import annotations

import csv
import datetime
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from huurdersapp.actions import akkoord, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs, paths
from huurdersapp.base.csv_text import defused
from huurdersapp.base.errors import Stopped, UserError
from tests.actions.conftest import Made

FORMULA = '=HYPERLINK("http://kwaad.nl")'


def csv_rows(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def xlsx_rows(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def export(ctx: Context, kind: str, path: Path, *where: str) -> int:
    return jobs.run(lists.export(ctx, ctx.spec(kind), path, where))


@pytest.fixture
def full(office: Context, made: Made) -> Context:
    made("kern", naam="-Emmen", soort="gemeente")
    made(
        "knelpunt",
        titel=FORMULA,
        omschrijving="Twee\nregels; met ë",
        categorie="onderhoud",
        kern=1,
        gemeld_op="2019-03-05",
        huurders_geraakt=12,
        melder_naam="A. de Boer",
        melder_telefoon="0591 000000",
        toestemming_contact=True,
    )
    made("knelpunt", titel="Lekkage", categorie="onderhoud", gemeld_op="2019-04-06")
    thema = made("thema", code="T", naam="Thema")
    doel = made("doel", thema=thema, code="T1", tekst="Doel")
    measure = {"doel": doel, "tekst": "Tot een bedrag", "soort": "aandeel", "norm": "geen"}
    made("indicator", code="T1-I1", **measure, grensbedrag=59650, prijspeil=2018, nulmeting_waarde=-19.95)
    return office


def test_csv_is_what_dutch_excel_opens(full: Context, tmp_path: Path) -> None:
    path = tmp_path / "knelpunten.csv"
    assert export(full, "knelpunt", path) == 2
    newest, oldest = (dict(zip(csv_rows(path)[0], row, strict=True)) for row in csv_rows(path)[1:])
    assert newest["titel"] == "Lekkage"
    assert oldest["titel"] == f"'{FORMULA}"
    assert oldest["kern"] == "'-Emmen"
    assert oldest["gemeld_op"] == "2019-03-05"
    assert oldest["categorie"] == "onderhoud"
    assert oldest["huurders_geraakt"] == "12"
    assert oldest["toestemming_contact"] == "ja"
    assert oldest["teruggekoppeld_op"] == ""
    assert export(full, "indicator", path) == 1
    measure = dict(zip(*csv_rows(path), strict=True))
    assert measure["grensbedrag"] == "596,50"
    assert measure["nulmeting_waarde"] == "-19,95"


def test_excel_gets_real_days_and_numbers(full: Context, tmp_path: Path) -> None:
    path = tmp_path / "knelpunten.xlsx"
    assert export(full, "knelpunt", path, "titel=" + FORMULA) == 1
    found = dict(zip(*xlsx_rows(path), strict=True))
    assert found["titel"] == FORMULA
    assert found["omschrijving"] == "Twee\nregels; met ë"
    assert found["kern"] == "-Emmen"
    assert found["gemeld_op"] == date(2019, 3, 5)
    assert isinstance(found["gemeld_op"], datetime.date)
    assert found["huurders_geraakt"] == 12
    assert found["toestemming_contact"] == "ja"
    export(full, "indicator", path)
    measure = dict(zip(*xlsx_rows(path), strict=True))
    assert measure["grensbedrag"] == 596.5
    assert measure["nulmeting_waarde"] == -19.95


def test_json_has_everything_as_toon_shows_it(full: Context, tmp_path: Path) -> None:
    path = tmp_path / "knelpunten.json"
    assert export(full, "knelpunt", path) == 2
    spec = full.spec("knelpunt")
    assert json.loads(path.read_text(encoding="utf-8")) == [records.show(full, spec, n) for n in (2, 1)]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_table_names_nobody(full: Context, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"knelpunten.{ending}"
    export(full, "knelpunt", path)
    cells = [str(cell) for row in (csv_rows if ending == "csv" else xlsx_rows)(path) for cell in row]
    assert not any("de Boer" in cell or "0591" in cell or "melder_" in cell for cell in cells)


def test_a_table_of_visits_has_no_address_and_not_what_a_household_uses(
    office: Context, made: Made, tmp_path: Path
) -> None:
    made("energiecoach", naam="Coach")
    home = {"postcode": "7822 AP", "huisnummer": 14, "gas_jaar": 1357, "stroom_jaar": 2468, "water_jaar": 97}
    made("energiebezoek", datum="2019-06-03", coach="Coach", **home)
    path = tmp_path / "bezoeken.csv"
    jobs.run(lists.export(office, office.spec("energiebezoek"), path))
    text = path.read_text(encoding="utf-8-sig")
    assert not [word for word in ("7822", "1357", "2468", "97;", "gas_jaar") if word in text]


def test_an_empty_list_has_its_headings_and_may_be_filtered_in_excel(office: Context, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx"):
        path = tmp_path / f"leeg.{ending}"
        assert export(office, "overleg", path) == 0
        (head,) = csv_rows(path) if ending == "csv" else xlsx_rows(path)
        assert head[:3] == ["nummer", "naam", "soort"]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", " =1", "\t=1", "\n1", "＝1"])
def test_what_a_sheet_would_compute_is_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


def test_ordinary_text_stays_as_it_is() -> None:
    assert [defused(text) for text in ("Jan", " 1 = 1", "5-3", "")] == ["Jan", " 1 = 1", "5-3", ""]


def test_a_text_too_long_for_excel_says_so(office: Context, made: Made, tmp_path: Path) -> None:
    made("kern", naam="Emmen", toelichting="x" * 40_000)
    export(office, "kern", tmp_path / "kern.xlsx")
    cell = dict(zip(*xlsx_rows(tmp_path / "kern.xlsx"), strict=True))["toelichting"]
    assert len(cell) == 32_767
    assert cell.endswith("xxx … (te lang voor Excel; de rest staat in het programma)")


def test_a_day_that_excel_does_not_know_is_written_as_text(
    office: Context, made: Made, tmp_path: Path
) -> None:
    made("knelpunt", titel="Oud", categorie="onderhoud")
    with office.store.step("Van een andere laptop") as db:  # a form refuses such a day
        records.find(db, office.spec("knelpunt"), 1).periode_van = date(1899, 12, 31)  # type: ignore[attr-defined]
    export(office, "knelpunt", tmp_path / "a.xlsx")
    assert dict(zip(*xlsx_rows(tmp_path / "a.xlsx"), strict=True))["periode_van"] == "1899-12-31"


def test_the_example_says_that_it_is_invented(example: Context, tmp_path: Path) -> None:
    export(example, "kern", tmp_path / "a.csv")
    export(example, "kern", tmp_path / "a.xlsx")
    akkoord.export(example, tmp_path / "b.csv")
    for rows in (csv_rows(tmp_path / "a.csv"), xlsx_rows(tmp_path / "a.xlsx"), csv_rows(tmp_path / "b.csv")):
        assert rows[0][0] == "VOORBEELD – verzonnen gegevens"
    assert csv_rows(tmp_path / "a.csv")[1][:2] == ["nummer", "naam"]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_a_stopped_export_leaves_what_was_there(full: Context, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"knelpunten.{ending}"
    path.write_text("oud", encoding="utf-8")
    with pytest.raises(Stopped):
        jobs.run(lists.export(full, full.spec("knelpunt"), path), stop=lambda: True)
    assert path.read_text(encoding="utf-8") == "oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_told(full: Context, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"De map .* bestaat niet"):
        export(full, "kern", tmp_path / "weg" / "a.csv")
    with pytest.raises(UserError, match=r"Een lijst kan naar \.csv, \.xlsx of \.json"):
        export(full, "kern", tmp_path / "a.pdf")
    (tmp_path / "map.csv").mkdir()
    with pytest.raises(UserError, match="is een map"):
        export(full, "kern", tmp_path / "map.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["map.csv"]


def test_more_than_one_piece_comes_out_whole_and_in_order(
    office: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "STRIDE", 7)
    places = [{"naam": f"Dorp {count:02}", "ligt_in": None} for count in range(30)]
    records.create(office, office.spec("kern"), places)
    shown: list[jobs.Progress] = []
    jobs.run(lists.export(office, office.spec("kern"), tmp_path / "a.csv"), shown.append)
    assert [row[1] for row in csv_rows(tmp_path / "a.csv")[1:]] == [place["naam"] for place in places]
    assert [one.done for one in shown] == [0, 7, 14, 21, 28, 30]


def test_the_akkoord_as_a_table_has_a_row_for_each_point(office: Context, tmp_path: Path) -> None:
    jobs.run(akkoord.load(office, paths.own("resources") / "akkoorden" / "emmen-2019-2024.json"))
    path = tmp_path / "akkoord.csv"
    count = akkoord.export(office, path)
    head, *rows = csv_rows(path)
    assert len(rows) == count
    assert len({row[head.index("code")] for row in rows}) == count
    with pytest.raises(UserError, match=r"Een akkoord kan naar \.json of \.csv"):
        akkoord.export(office, tmp_path / "akkoord.xlsx")
