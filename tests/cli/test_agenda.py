"""The command agenda: to read, as JSON, on paper and as a calendar file."""

from __future__ import annotations

from pathlib import Path

import pytest
import vobject
from pypdfium2 import PdfDocument

from tests.akkoorden import FOREIGN
from tests.cli.conftest import Run


@pytest.mark.usefixtures("loaded")
def test_the_agenda_can_be_read(run: Run) -> None:
    told = run("agenda", "--jaar", "2020")
    assert told.code == 0
    assert "Jaaragenda 2020" in told.out
    assert "Voorbereiding van 2021, Uitvoering van 2020, Evaluatie van 2019" in told.out
    for words in (
        "Uiterlijk 15 november 2020",
        "Vóór 15 december 2020",
        "Van maart tot en met juni",
        "In juli",
    ):
        assert words in told.out


@pytest.mark.usefixtures("loaded")
def test_the_agenda_as_json_has_the_days_and_what_they_serve(run: Run) -> None:
    told = run("agenda", "--jaar", "2020", "--formaat", "json").json
    (akkoord,) = told["akkoorden"]
    assert [(item["fase"], item["doeljaar"]) for item in akkoord["fasen"]] == [
        ("voorbereiding", 2021),
        ("uitvoering", 2020),
        ("evaluatie", 2019),
    ]
    by_name = {item["naam"]: item for item in told["momenten"]}
    done = by_name["Prestatieafspraken besloten en getekend"]
    assert (done["van"], done["tot"]) == ("2020-12-14", "2020-12-14")
    assert done["waarvoor"][0]["doeljaar"] == 2021
    assert [line["tot"] for line in by_name["RG en BO oktober"]["vooraf"]] == [
        "2020-08-27",
        "2020-09-10",
        "2020-09-17",
    ]
    assert not by_name["RG en BO oktober"]["vooraf"][0]["dag_bekend"]


@pytest.mark.usefixtures("office")
def test_without_an_akkoord_the_days_of_the_law_are_told(run: Run) -> None:
    told = run("agenda", "--jaar", "2024")
    assert "Verantwoording van de kostenvergoeding" in told.out
    assert "Vóór 1 maart 2024" in told.out


@pytest.mark.usefixtures("loaded")
def test_one_of_two_akkoorden_can_be_asked_for(run: Run) -> None:
    assert run("akkoord", "laad", FOREIGN).code == 0
    names = [
        item["naam"]
        for item in run("agenda", "--jaar", "2024", "--akkoord", "2", "--formaat", "json").json["momenten"]
    ]
    assert "Wijkschouw" in names
    assert "Gezamenlijke evaluatie" not in names
    assert run("agenda", "--akkoord", "3").code == 1


@pytest.mark.usefixtures("loaded")
def test_the_calendar_file_is_read_by_another_program(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "agenda.ics"
    told = run("agenda", "--jaar", "2020", "--uit", target)
    assert told.out == f"{target} is klaar.\n"
    assert "Overzicht van de gemeente" in told.err
    titles = [
        event.summary.value for event in vobject.readOne(target.read_text(encoding="utf-8")).vevent_list
    ]
    assert "Prestatieafspraken afgerond" in titles
    again = tmp_path / "nog.ics"
    run("agenda", "--jaar", "2020", "--uit", again)
    keys = [
        {event.uid.value for event in vobject.readOne(path.read_text(encoding="utf-8")).vevent_list}
        for path in (target, again)
    ]
    assert keys[0] == keys[1]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("options", "size", "pages"),
    [((), (842, 595), 1), (("--a3",), (1191, 842), 1), (("--lijst",), (595, 842), 3)],
)
def test_the_year_goes_on_paper(
    run: Run, tmp_path: Path, options: tuple[str, ...], size: tuple[int, int], pages: int
) -> None:
    target = tmp_path / "agenda.pdf"
    told = run("agenda", "--jaar", "2020", "--uit", target, *options, "--formaat", "json").json
    assert told == {"bestand": str(target), "bestanden": [str(target)], "paginas": pages}
    with PdfDocument(target) as shown:
        assert tuple(round(side) for side in shown[0].get_size()) == size


@pytest.mark.usefixtures("loaded")
def test_the_list_goes_to_word(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "agenda.docx"
    assert run("agenda", "--jaar", "2020", "--uit", target).code == 0
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--uit", "agenda.txt"), 1, ".pdf, .docx (Word), .html, .xlsx (Excel), .csv of .ics"),
        (("--a3",), 2, "--uit"),
        (("--a3", "--lijst", "--uit", "x.pdf"), 2, "A4"),
        (("--jaar", "9999"), 1, "9999"),
        (("--jaar", "twintig"), 2, ""),
    ],
)
def test_what_cannot_be_made_is_told(run: Run, options: tuple[str, ...], code: int, words: str) -> None:
    told = run("agenda", *options)
    assert told.code == code
    assert words in told.err
