"""The papers of the registers by typing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def visited(office: Path, run: Run) -> Path:
    """The office with a coach and a visit."""
    assert run("nieuw", "energiecoach", "--json", "-", given=json.dumps({"naam": "Jan"})).code == 0
    visit = {
        "datum": "2019-06-03",
        "coach": "Jan",
        "postcode": "7822AP",
        "huisnummer": 14,
        "straat": "Marel",
        "maatregelen": [{"maatregel": "Radiatorfolie", "aantal": 4}],
    }
    assert run("nieuw", "energiebezoek", "--json", "-", given=json.dumps(visit)).code == 0
    return office


@pytest.mark.usefixtures("visited")
def test_the_paper_of_a_visit_is_written_as_pdf_and_as_word(run: Run, tmp_path: Path) -> None:
    pdf, word = tmp_path / "v.pdf", tmp_path / "v.docx"
    done = run("papier", "bezoekverslag", 1, "--uit", pdf, "--per-post")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{pdf} is klaar: ")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert run("papier", "bezoekverslag", 1, "--uit", word, "--formaat", "json").json["bestand"] == str(word)
    assert word.read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("visited")
def test_sheets_are_handed_out_with_their_numbers(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "f.pdf"
    done = run("papier", "bezoekformulier", "--aantal", 10, "--coach", "Jan", "--uit", target)
    assert done.code == 0
    assert done.out == (
        f"{target} is klaar: 20 bladzijden.\nDe formulieren B 0001 tot en met B 0010 zijn nu uitgegeven.\n"
    )
    one = run("papier", "bezoekformulier", "--uit", target, "--formaat", "json").json
    assert one == {
        "bestand": str(target),
        "bestanden": [str(target)],
        "paginas": 2,
        "formulieren": ["B 0011"],
    }
    out = run("lijst", "bezoekformulier", "--waar", "coach=Jan", "--formaat", "json").json
    assert len(out) == 10


@pytest.mark.usefixtures("visited")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("bezoekverslag", 9, "--uit", "v.pdf"), "Energiebezoek 9 is er niet."),
        (
            ("bezoekverslag", 1, "--uit", "v.txt"),
            "Dit kan als .pdf, .docx (Word), .html, .xlsx (Excel) of .csv.",
        ),
        (("bezoekformulier", "--aantal", 0, "--uit", "f.pdf"), "Kies een aantal van 1 tot en met 100."),
        (("bezoekformulier", "--coach", "Piet", "--uit", "f.pdf"), "‘Piet’ is niet bekend"),
        (("bezoekformulier", "--uit", "f.docx"), "Een formulier kan alleen als .pdf."),
    ],
)
def test_what_cannot_be_made_is_said_and_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[object, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    failed = run("papier", *words)
    assert failed.code == 1
    assert says in failed.err
    assert [path.suffix for path in tmp_path.iterdir() if path.is_file()] == []
    assert run("lijst", "bezoekformulier", "--formaat", "json").json == []


@pytest.mark.usefixtures("visited")
def test_the_group_tells_which_papers_there_are(run: Run) -> None:
    failed = run("papier")
    assert failed.code == 2
    assert "bezoekverslag, bezoekformulier" in failed.err


def test_the_scorecard_can_be_made_by_typing(run: Run, tmp_path: Path) -> None:
    made = tmp_path / "kaart"
    run("start", "--organisatie", "De Linde", "--gegevens", made)
    for name in ("kaart.pdf", "kaart.csv"):
        done = run(
            "papier", "scorekaart", "--van", 2019, "--tot", 2020, "--uit", tmp_path / name, "--gegevens", made
        )
        assert done.code == 0, done.err
        assert (tmp_path / name).stat().st_size > 100
    told = run(
        "papier", "scorekaart", "--van", 2020, "--tot", 2019, "--uit", tmp_path / "x.pdf", "--gegevens", made
    )
    assert told.code == 1
    assert "Het laatste jaar ligt vóór het eerste." in told.err
