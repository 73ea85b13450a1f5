"""The addresses that a landlord supplies: matched, looked at, loaded in one step, and the same file twice is nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from huurdersapp.actions import adreslijst, history, lists, records
from huurdersapp.actions.adreslijst import Beside, Plan
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.tables import read_table
from huurdersapp.store import check
from tests.actions.conftest import Made

HEAD = "Postcode;Huisnr;Toev;Straatnaam;Woonplaats;Complexnummer;Energie label;Bouwjaar"
LIST = f"""Adressen van Lefier, 1 maart 2019
{HEAD}
7822ap;14;A;Laan van de Marel;Emmen;C-1204;D;1974
7822 AP;16;;Laan van de Marel;Emmen;C-1204;d;1974
7824 AA;3-b;;Kerkhoflaan;Emmen;C-9;A+;onbekend
"""


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "lijst.csv"
        path.write_text(text, encoding="cp1252")
        return path

    return write


def planned(ctx: Context, path: Path, beside: Beside | None = None) -> Plan:
    table = read_table(path)
    return jobs.run(adreslijst.plan(ctx, table, adreslijst.guess(ctx, table), beside))


def loaded(ctx: Context, path: Path, beside: Beside | None = None) -> Plan:
    made = planned(ctx, path, beside)
    jobs.run(adreslijst.load(ctx, made))
    return made


def homes(ctx: Context) -> list[dict[str, object]]:
    return lists.find(ctx, ctx.spec("adres"))


def test_a_list_is_matched_looked_at_and_loaded_in_one_step(
    office: Context, made: Made, written: Callable[[str], Path]
) -> None:
    landlord = made("verhuurder", naam="Lefier")
    block = made("complex", naam="Kerkhoflaan", code="C-1204", verhuurder=landlord)
    before = office.store.head.seq
    path = written(LIST)
    plan = planned(office, path, Beside(verhuurder=landlord, bron="Lijst van maart"))
    assert office.store.head.seq == before
    assert plan.summary() == "3 nieuwe adressen, 0 gewijzigd, 0 al bekend, 0 met een fout."
    assert plan.new_complexes == ["C-9"]
    assert dict(plan.remarks) == {"Bouwjaar niet begrepen, leeg gelaten": 1}
    jobs.run(adreslijst.load(office, plan))
    assert office.store.head.seq == before + 1
    found = {row["naam"]: row for row in homes(office)}
    assert set(found) == {
        "Laan van de Marel 14-A, 7822 AP Emmen",
        "Laan van de Marel 16, 7822 AP Emmen",
        "Kerkhoflaan 3-B, 7824 AA Emmen",
    }
    first = found["Laan van de Marel 14-A, 7822 AP Emmen"]
    assert (first["complex"], first["verhuurder"], first["energielabel"], first["bouwjaar"], first["bron"]) == (
        block, landlord, "d", 1974, "Lijst van maart",
    )  # fmt: skip
    assert jobs.run(check.check(office.store)) == []
    assert len(lists.find(office, office.spec("adres"), words="marel")) == 2


def test_the_same_file_twice_changes_nothing(office: Context, written: Callable[[str], Path]) -> None:
    loaded(office, written(LIST))
    steps = office.store.head.seq
    again = loaded(office, written(LIST))
    assert again.summary() == "Alles uit dit bestand was al bekend (0 nieuw)."
    assert again.counts == {"hetzelfde": 3}
    assert office.store.head.seq == steps


def test_one_undo_takes_the_whole_load_back_and_redo_brings_it_again(
    office: Context, written: Callable[[str], Path]
) -> None:
    loaded(office, written(LIST))
    shown = homes(office)
    history.undo(office)
    assert homes(office) == []
    assert lists.count(office, office.spec("complex")) == 0
    history.redo(office)
    assert homes(office) == shown
    assert jobs.run(check.check(office.store)) == []


def test_a_newer_list_changes_what_it_says_and_empties_nothing(
    office: Context, written: Callable[[str], Path]
) -> None:
    loaded(office, written(LIST))
    newer = f"{HEAD}\n7822 AP;14;a;;;;B;\n7822 AP;16;;Laan van de Marel;Emmen;C-1204;D;1974\n"
    plan = loaded(office, written(newer))
    assert plan.counts == {"gewijzigd": 1, "hetzelfde": 1}
    first = next(row for row in homes(office) if row["huisnummer"] == 14)
    assert (first["energielabel"], first["straat"], first["bouwjaar"]) == ("b", "Laan van de Marel", 1974)
    assert jobs.run(check.check(office.store)) == []
    history.undo(office)
    assert next(row for row in homes(office) if row["huisnummer"] == 14)["energielabel"] == "d"


def test_rows_with_a_fault_are_told_and_saved_and_the_rest_is_loaded(
    office: Context, written: Callable[[str], Path], tmp_path: Path
) -> None:
    rows = ("7822 AP;14", ";15", "78 AP;16", "7822 AP;nul", "7822 AP;14")
    text = "\n".join([HEAD, *(f"{row};;Marel;Emmen;;;" for row in rows), "=1+1;2;;;;;;", ""])
    plan = loaded(office, written(text))
    assert plan.counts == {"nieuw": 1, "fout": 4, "dubbel": 1}
    assert [(seen.line, seen.told) for seen in plan.faults] == [
        (3, ("De postcode ontbreekt.",)),
        (4, ("‘78 AP’ is geen postcode, zoals 7824 AA.",)),
        (5, ("‘nul’ is geen huisnummer.",)),
        (7, ("‘=1+1’ is geen postcode, zoals 7824 AA.",)),
    ]
    out = tmp_path / "fouten.csv"
    adreslijst.faults_file(plan, out)
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Regel;Postcode;Huisnr")
    assert lines[0].endswith("Wat er niet klopt")
    assert lines[1] == "3;;15;;Marel;Emmen;;;;De postcode ontbreekt."
    assert lines[4].startswith("7;'=1+1;")
    mended = read_table(out)
    assert {"postcode", "huisnummer"} <= set(adreslijst.guess(office, mended))


def test_street_and_number_in_one_column_are_taken_apart(
    office: Context, written: Callable[[str], Path]
) -> None:
    text = "Adres;Postcode;Plaats\n1e Zandwijk 12-A;7822 AP;Emmen\nPlein 1945 3;7822 AP;Emmen\nKerkhoflaan;7824 AA;Emmen\n"
    plan = loaded(office, written(text))
    assert sorted(str(row["naam"]) for row in homes(office)) == [
        "1e Zandwijk 12-A, 7822 AP Emmen", "Plein 1945 3, 7822 AP Emmen",
    ]  # fmt: skip
    assert plan.faults[0].told == ("In ‘Kerkhoflaan’ staat geen huisnummer.",)


def test_an_excel_sheet_loads_like_a_text_file(office: Context, tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Woningen")
        sheet.write_row(0, 0, ["Postcode", "Huisnummer", "Straat", "Plaats"])
        sheet.write_row(1, 0, ["7822AP", 14, "Laan van de Marel", "Emmen"])
    assert loaded(office, path).counts == {"nieuw": 1}
    assert homes(office)[0]["naam"] == "Laan van de Marel 14, 7822 AP Emmen"


def test_what_was_chosen_is_remembered_for_a_list_with_the_same_columns(
    office: Context, written: Callable[[str], Path]
) -> None:
    table = read_table(written("Kol1;Kol2;Kol3\n7822 AP;14;Marel\n"))
    assert adreslijst.guess(office, table) == {}
    with pytest.raises(UserError, match="Postcode, Huisnummer"):
        jobs.run(adreslijst.plan(office, table, {}))
    chosen = {"postcode": 0, "huisnummer": 1, "straat": 2}
    adreslijst.remember(office, table, chosen)
    assert adreslijst.guess(office, table) == chosen
    assert adreslijst.examples(table, 2) == ["Marel"]


def test_a_change_after_looking_stops_the_load(
    office: Context, made: Made, written: Callable[[str], Path]
) -> None:
    plan = planned(office, written(LIST))
    made("kern", naam="Emmen")
    with pytest.raises(UserError, match="Intussen"):
        jobs.run(adreslijst.load(office, plan))
    assert homes(office) == []


def test_a_load_that_is_stopped_leaves_nothing(office: Context, written: Callable[[str], Path]) -> None:
    rows = "".join(f"7822 AP;{number};;Marel;Emmen;C{number % 7};;\n" for number in range(1, 5001))
    plan = planned(office, written(f"{HEAD}\n{rows}"))
    before = office.store.head.seq
    job = adreslijst.load(office, plan)
    for _step in range(3):
        next(job)
    job.close()
    assert homes(office) == []
    assert lists.count(office, office.spec("complex")) == 0
    assert office.store.head.seq == before
    assert jobs.run(check.check(office.store)) == []


def test_a_postcode_of_elsewhere_is_told_and_loaded(
    office: Context, made: Made, written: Callable[[str], Path]
) -> None:
    made("kern", naam="gemeente Emmen", soort="gemeente", postcodes="7822")
    plan = loaded(office, written(LIST))
    assert plan.remarks["Postcode buiten de gemeente die u kent"] == 1
    assert len(homes(office)) == 3
    assert records.show(office, office.spec("adres"), 1)["postcode"] == "7822 AP"
