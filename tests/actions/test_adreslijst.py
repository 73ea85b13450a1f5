"""The addresses that a landlord supplies: matched, looked at, loaded in one step, and the same file twice is nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from huurdersapp.actions import adreslijst, history, lists, records
from huurdersapp.actions.adreslijst import Beside, Plan, cells
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.tables import read_table
from huurdersapp.store import check
from tests.actions.conftest import Made
from tests.base.tables_files import ods

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
    assert adreslijst.guess(office, table) == {"postcode": 0}  # seen by its values
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


# -- what cells say ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "letter", "addition", "door"),
    [
        ("12", "", "", (12, None)),
        ("12 bis", "", "", (12, "BIS")),
        ("12-2", "", "", (12, "2")),
        ("12A-3", "", "", (12, "A-3")),
        ("12 a", "", "3", (12, "A-3")),
        ("12a", "", "A", (12, "A")),
        ("12", "a", "hs", (12, "A-HS")),
        ("12/3", "", "", (12, "3")),
        ("14.0", "", "", (14, None)),
        ("12-", "", "", (12, None)),
    ],
)
def test_a_house_number_is_read_with_its_addition(
    number: str, letter: str, addition: str, door: tuple[int, str | None]
) -> None:
    found = cells.door({"huisnummer": number, "huisletter": letter, "toevoeging": addition})
    assert isinstance(found, cells.Door), found
    assert (found.number, found.addition) == door


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("2026-02-12", "datum"),
        ("12-feb", "datum"),
        ("123456", "geen huisnummer"),
        ("0", "geen huisnummer"),
        ("12 t/m 18", "meer dan één adres"),
        ("12, 14", "meer dan één adres"),
        ("12 tweede deur achter", "geen toevoeging"),
        ("12 *", "geen toevoeging"),
    ],
)
def test_what_could_be_another_home_is_a_fault(number: str, reason: str) -> None:
    found = cells.door({"huisnummer": number})
    assert isinstance(found, str)
    assert reason in found


@pytest.mark.parametrize(
    ("whole", "street", "number", "addition"),
    [
        ("Laan van de Marel 14 A-3", "Laan van de Marel", 14, "A-3"),
        ("1e Zandwijk 12 bis", "1e Zandwijk", 12, "BIS"),
        ("Plein 1945 3", "Plein 1945", 3, None),
        ("Plein 1940-1945 3-b", "Plein 1940-1945", 3, "B"),
        ("Kerkhoflaan, 3", "Kerkhoflaan", 3, None),
        ("Kerkhoflaan 12 2", "Kerkhoflaan", 12, "2"),
    ],
)
def test_a_street_and_its_number_are_parted(
    whole: str, street: str, number: int, addition: str | None
) -> None:
    assert cells.door({"straat_en_nummer": whole}) == cells.Door(number, addition, street)


@pytest.mark.parametrize("text", ["7822ap", "7822 AP", " 7822  Ap ", "7822\xa0AP", "7822-ap", "7822.AP"])
def test_a_postcode_may_be_written_in_any_way(text: str) -> None:
    assert cells.postcode(text) == "7822 AP"


def test_the_same_door_is_known_however_it_is_written(
    office: Context, written: Callable[[str], Path]
) -> None:
    loaded(office, written("Postcode;Huisnummer\n7822 AP;12A-3\n7822 AP;1-1\n7822 AP;11\n"))
    again = loaded(
        office, written("Postcode;Huisnummer\n7822AP;12 a3\n7822 ap;12 A 3\n7822AP;1 1\n7822AP;11\n")
    )
    assert again.counts == {"hetzelfde": 3, "dubbel": 1}


def test_a_column_that_holds_something_else_is_told_at_once(
    office: Context, written: Callable[[str], Path]
) -> None:
    rows = "".join(f"Laan;{number};7822 AP\n" for number in range(1, 10))
    table = read_table(written(f"Postcode;Huisnummer;Code\n{rows}"))
    with pytest.raises(
        UserError, match="In de kolom ‘Postcode’ staat geen postcode, maar bijvoorbeeld ‘Laan’"
    ):
        jobs.run(adreslijst.plan(office, table, {"postcode": 0, "huisnummer": 1}))
    with pytest.raises(UserError, match="geen huisnummer"):
        jobs.run(adreslijst.plan(office, table, {"postcode": 2, "huisnummer": 0}))


# -- what is there already --------------------------------------------------------------------------------------------


def test_two_landlords_may_have_a_complex_of_the_same_code(
    office: Context, made: Made, written: Callable[[str], Path]
) -> None:
    one, other = made("verhuurder", naam="Lefier"), made("verhuurder", naam="Domesta")
    theirs = made("complex", naam="Kerkhoflaan", code="C-12", verhuurder=other)
    rows = ("1;c-12;Lefier", "2;kerkhoflaan;Domesta", "3;C-12;Woonservice")
    text = "".join(
        f"{row}\n"
        for row in ("Postcode;Huisnummer;Complex;Verhuurder", *(f"7822 AP;{each}" for each in rows))
    )
    plan = loaded(office, written(text))
    assert plan.new_complexes == ["c-12"]
    assert dict(plan.remarks) == {
        "Complex ‘c-12’ is er al bij Domesta: u krijgt er een bij": 1,
        "Verhuurder ‘Woonservice’ niet bekend, leeg gelaten": 1,
    }
    found = {row["huisnummer"]: row for row in homes(office)}
    assert (found[1]["verhuurder"], found[2]["verhuurder"], found[3]["verhuurder"]) == (one, other, None)
    assert found[2]["complex"] == theirs
    assert found[1]["complex"] not in (theirs, None)
    assert found[3]["complex"] is None
    again = planned(office, written(text))
    assert again.counts["nieuw"] == 0
    assert again.new_complexes == []


def test_another_landlord_in_the_list_is_never_taken_for_that_of_the_whole_list(
    office: Context, made: Made, written: Callable[[str], Path]
) -> None:
    landlord = made("verhuurder", naam="Lefier")
    loaded(
        office, written("Postcode;Huisnummer;Verhuurder\n7822 AP;1;Domesta\n7822 AP;2;\n"), Beside(landlord)
    )
    assert {row["huisnummer"]: row["verhuurder"] for row in homes(office)} == {1: None, 2: landlord}


def test_an_address_in_the_waste_bin_is_told_and_an_undone_load_is_new_again(
    office: Context, written: Callable[[str], Path]
) -> None:
    loaded(office, written(LIST))
    number = next(row["nummer"] for row in homes(office) if row["huisnummer"] == 16)
    records.discard(office, office.spec("adres"), int(str(number)))
    plan = planned(office, written(LIST))
    assert plan.counts == {"hetzelfde": 2, "nieuw": 1}
    assert plan.remarks["Ligt ook in de prullenbak, en komt er nu opnieuw bij"] == 1
    history.undo(office)
    history.undo(office)
    plan = loaded(office, written(LIST))
    assert plan.counts == {"nieuw": 3}
    assert "Ligt ook in de prullenbak, en komt er nu opnieuw bij" not in plan.remarks


def test_a_home_that_was_no_longer_let_is_let_again_when_the_list_has_it(
    office: Context, made: Made, written: Callable[[str], Path]
) -> None:
    made("adres", postcode="7822 AP", huisnummer=16, actief=False)
    assert loaded(office, written("Postcode;Huisnummer\n7822 AP;16\n")).counts == {"gewijzigd": 1}
    assert homes(office)[0]["actief"] is True


# -- files ------------------------------------------------------------------------------------------------------------

ROW = ("7822 AP", "14", "A", "Caféstraat é ★", "Emmen")
NAMES = ("Postcode", "Huisnummer", "Toevoeging", "Straat", "Plaats")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_usual_text_file_loads(office: Context, tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "lijst.csv"
    street = ROW[3] if encoding != "cp1252" else "Caféstraat é"
    rows = [NAMES, (*ROW[:3], street, ROW[4]), ("7822AP", "16", "", street, "Emmen")]
    path.write_text("\r\n".join(separator.join(row) for row in rows), encoding=encoding)
    assert loaded(office, path).counts == {"nieuw": 2}
    assert {row["straat"] for row in homes(office)} == {street}


def test_an_opendocument_sheet_loads(office: Context, tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        inner = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in cells
        )
        return f"<table:table-row>{inner}</table:table-row>"

    path = tmp_path / "lijst.ods"
    path.write_bytes(
        ods(
            f'<table:table table:name="Woningen">{row(*NAMES)}{row("7822 AP", "14", "A", "Marel", "Emmen")}</table:table>'
        )
    )
    assert loaded(office, path).counts == {"nieuw": 1}
    assert homes(office)[0]["naam"] == "Marel 14-A, 7822 AP Emmen"


def test_what_is_loaded_is_what_was_shown(office: Context, written: Callable[[str], Path]) -> None:
    rows = "".join(
        f"{7811 + n % 9} AB;{n % 700};{'AB'[n % 2]};Straat {n % 40};Emmen;C-{n % 7};{'ABCX'[n % 4]};{1900 + n}\n"
        for n in range(2000)
    )
    plan = planned(office, written(f"{HEAD}\n{rows}"))
    wanted = [{key: draft[key] for key in ("naam", "bouwjaar", "energielabel")} for draft in plan.homes]
    jobs.run(adreslijst.load(office, plan))
    shown = {str(row["naam"]): row for row in homes(office)}
    assert len(shown) == plan.to_write == len(wanted)
    assert sum(plan.counts.values()) == 2000
    for each in wanted:
        assert {key: shown[each["naam"]][key] for key in each} == each
    assert lists.count(office, office.spec("complex")) == len(plan.new_complexes) == 7
