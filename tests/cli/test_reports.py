"""Reports by typing: every form, every reader, what does not go together, and what was written in the window."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from huurdersapp.actions.verslagen import soorten
from huurdersapp.actions.verslagen.soorten import Soort
from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.cli.reports import HELP
from tests.cli.conftest import Run
from tests.html_rules import html_findings
from tools.paper_words import docx_words, html_words, pdf_words

TRIMESTER = ("verslag", "trimester", "--periode", "2019-T2")


@pytest.mark.usefixtures("loaded")
def test_every_form_has_the_same_words_and_one_file_each(run: Run, tmp_path: Path) -> None:
    made = {ending: tmp_path / f"verslag{ending}" for ending in (".pdf", ".docx", ".html", ".xlsx")}
    for path in made.values():
        done = run(*TRIMESTER, "--uit", path)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(f"{path} is klaar")
    said = pdf_words(made[".pdf"].read_bytes())
    assert docx_words(made[".docx"].read_bytes()) == said
    assert html_words(made[".html"].read_bytes()) == said
    assert html_findings(made[".html"].read_bytes()) == []
    assert sorted(tmp_path.iterdir()) == sorted(made.values())


@pytest.mark.usefixtures("loaded")
def test_a_csv_has_a_file_for_each_sheet_and_all_are_named(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "verslag.xlsx"
    assert run(*TRIMESTER, "--uit", book).code == 0
    sheets = CalamineWorkbook.from_path(str(book)).sheet_names
    told = run(*TRIMESTER, "--uit", tmp_path / "verslag.csv", "--formaat", "json").json
    assert told["bestanden"] == [str(tmp_path / f"verslag-{at}.csv") for at in range(1, len(sheets) + 1)]
    assert told["bestand"] == told["bestanden"][0]
    assert told["paginas"] is None
    for path, sheet in zip(told["bestanden"], sheets, strict=True):
        first = next(csv.reader(Path(path).read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        assert first[0].startswith(f"Tabel {sheet.split()[0]}. ")
    said = run(*TRIMESTER, "--uit", tmp_path / "verslag.csv")
    assert said.out == "".join(f"{path} is klaar.\n" for path in told["bestanden"])


@pytest.mark.usefixtures("loaded")
def test_a_table_of_an_earlier_time_is_pointed_at(run: Run, tmp_path: Path) -> None:
    told = run(*TRIMESTER, "--uit", tmp_path / "v.csv", "--formaat", "json").json
    left = tmp_path / f"v-{len(told['bestanden']) + 1}.csv"
    left.write_text("oud", encoding="utf-8")
    done = run(*TRIMESTER, "--uit", tmp_path / "v.csv")
    assert done.err == f"Let op: {left} stond er al en hoort hier niet bij.\n"
    assert left.read_text(encoding="utf-8") == "oud"


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".xlsx", ".csv"])
def test_a_file_that_cannot_be_written_leaves_none(
    run: Run, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where Word or Excel has it open: the sentence says so, and no piece of a file is left."""

    def held(self: Path, target: object) -> Path:
        raise PermissionError(13, "open in een ander programma")

    monkeypatch.setattr(Path, "replace", held)
    done = run(*TRIMESTER, "--uit", tmp_path / f"verslag{ending}")
    assert done.code == 1
    assert "sluit het bestand als het open staat" in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("loaded")
def test_of_many_tables_the_last_that_fails_takes_all_away(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, done = files.write, []

    def fails_late(path: Path, content: bytes, *, private: bool = False) -> None:
        done.append(path)
        if len(done) == 3:
            raise UserError("De schijf is vol.")
        write(path, content, private=private)

    monkeypatch.setattr(files, "write", fails_late)
    assert run(*TRIMESTER, "--uit", tmp_path / "verslag.csv").code == 1
    assert len(done) == 3
    assert list(tmp_path.iterdir()) == []


STRICT = Soort(
    "jaar", "jaar", ("jaar",), ("leden", "openbaar"), kort=False, needs=("thema",), takes=("kern",)
)
YEAR = ("jaar", "--periode", "2019", "--thema", "1")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("jaar", "--periode", "2019-T2"), "Jaarverslag gaat niet over 2019-T2. Kies een jaar, zoals 2019."),
        ((*YEAR, "--voor", "bo"), "Jaarverslag is er niet voor ‘bo’. Kies uit: leden, openbaar."),
        ((*YEAR, "--kort"), "Jaarverslag heeft geen korte vorm. Laat --kort weg."),
        ((*YEAR, "--vergelijken", "jaar"), "vergelijkt niet met eerder. Laat --vergelijken weg."),
        (("jaar", "--periode", "2019"), "Bij jaarverslag hoort --thema NUMMER."),
        ((*YEAR, "--overleg", "1"), "Jaarverslag gaat niet over een overleg. Laat --overleg weg."),
        ((*YEAR, "--kern", "Emmen"), "‘Emmen’ is geen nummer."),
        (
            ("trimester", "--periode", "2019", "--voor", "pers"),
            "is er niet voor ‘pers’. Kies uit: bo, rg, leden, openbaar.",
        ),
        (
            ("trimester", "--periode", "2019", "--vergelijken", "alles"),
            "Vergelijken met ‘alles’ kan niet. Kies uit: geen, vorige, jaar, beide.",
        ),
        (("trimester",), "De optie --periode PERIODE ontbreekt."),
    ],
)
def test_what_does_not_go_together_is_told_with_the_way_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    monkeypatch.setattr(soorten, "SOORTEN", {**soorten.SOORTEN, "jaar": STRICT})
    done = run("verslag", *words, "--uit", tmp_path / "x.pdf")
    assert done.code == 2
    assert says in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--akkoord", "9"), "Akkoord 9 is er niet."),
        (("--overleg", "9"), "Overleg 9 is er niet."),
        (("--datum", "gisterochtend 9"), "Dit is geen datum."),
    ],
)
def test_what_is_not_there_is_a_sentence(run: Run, tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    done = run(*TRIMESTER, *words, "--uit", tmp_path / "x.pdf")
    assert done.code == 1
    assert says in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("loaded")
def test_what_was_written_in_the_window_stands_in_it(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "verslag.json"
    text = {"sleutel": "raadplegingen", "tekst": "Wij spraken veel huurders aan de deur."}
    draft.write_text(
        json.dumps({"soort": "trimester", "van": "2019-05-01", "tot": "2019-08-31", "delen": [text]}),
        encoding="utf-8",
    )
    assert run("nieuw", "verslag", "--json", draft).code == 0
    page = tmp_path / "verslag.html"
    done = run(*TRIMESTER, "--uit", page)
    assert done.out.endswith("Met de teksten en keuzes van verslag 1.\n")
    assert "huurders aan de deur" in " ".join(html_words(page.read_bytes()))
    assert run(*TRIMESTER, "--kort", "--uit", page, "--formaat", "json").json["verslag"] == 1


@pytest.mark.usefixtures("loaded")
def test_a_text_for_some_readers_is_not_handed_to_others(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "verslag.json"
    text = {"sleutel": "raadplegingen", "tekst": "Onder ons gezegd: dit gaat niet goed."}
    draft.write_text(
        json.dumps({"soort": "trimester", "van": "2019-05-01", "tot": "2019-08-31", "delen": [text]}),
        encoding="utf-8",
    )
    assert run("nieuw", "verslag", "--json", draft).code == 0
    page = tmp_path / "verslag.html"
    done = run(*TRIMESTER, "--voor", "openbaar", "--uit", page)
    assert done.err == (
        "Let op: Verslag 1 over deze periode is voor andere lezers. Zijn teksten staan er niet in.\n"
    )
    assert "Onder ons" not in page.read_text(encoding="utf-8")
    assert run(*TRIMESTER, "--voor", "bo", "--uit", page).err == ""
    assert "Onder ons" in page.read_text(encoding="utf-8")


def test_the_help_names_every_kind_in_words() -> None:
    assert [key for key in soorten.SOORTEN if f": {key}. " not in " ".join(HELP.split())] == []


@pytest.mark.usefixtures("loaded")
def test_the_papers_of_a_meeting_need_no_period_and_are_a_pdf(run: Run, tmp_path: Path) -> None:
    meeting = tmp_path / "overleg.json"
    meeting.write_text('{"soort": "bo", "datum": "2019-09-12"}', encoding="utf-8")
    assert run("nieuw", "overleg", "--json", meeting).code == 0
    pdf = tmp_path / "stukken.pdf"
    done = run("verslag", "stukken", "--overleg", "1", "--uit", pdf)
    assert (done.code, done.out.startswith(f"{pdf} is klaar: ")) == (0, True)
    assert (
        "Bij stukken voor een overleg hoort --overleg NUMMER." in run("verslag", "stukken", "--uit", pdf).err
    )
    assert run("verslag", "stukken", "--overleg", "9", "--uit", pdf).err.startswith("Overleg 9 is er niet.")
    word = run("verslag", "stukken", "--overleg", "1", "--uit", tmp_path / "stukken.docx")
    assert (word.code, word.err) == (1, "Dit kan alleen als .pdf. Geef een naam die zo eindigt.\n")
    assert not (tmp_path / "stukken.docx").exists()


@pytest.mark.usefixtures("loaded")
def test_a_report_is_fixed_once_and_written_again_as_it_was(run: Run, tmp_path: Path) -> None:
    first, again = tmp_path / "een.pdf", tmp_path / "nog-eens.pdf"
    done = run(*TRIMESTER, "--vastleggen", "--datum", "10-09-2019", "--uit", first)
    assert (done.code, done.out.splitlines()[-1]) == (0, "Verslag 1, versie 1.")
    assert "vastgelegd" in " ".join(pdf_words(first.read_bytes()))
    same = run(*TRIMESTER, "--vastleggen", "--uit", again)
    assert same.code == 1
    assert same.err.startswith("Versie 1 van verslag 1 zegt hetzelfde.")
    assert not again.exists()
    told = run(*TRIMESTER, "--versie", 1, "--uit", again, "--formaat", "json").json
    assert (told["verslag"], told["versie"], told["voor"]) == (1, 1, "bo")
    assert again.read_bytes() == first.read_bytes()
    assert told["sha256"] == hashlib.sha256(first.read_bytes()).hexdigest()
    assert run("toon", "verslag", 1, "--formaat", "json").json["status"] == "vastgelegd"


@pytest.mark.usefixtures("loaded")
def test_nothing_is_fixed_where_its_file_cannot_be_made(run: Run, tmp_path: Path) -> None:
    done = run(*TRIMESTER, "--vastleggen", "--uit", tmp_path / "weg" / "v.pdf")
    assert done.code == 1
    assert done.err.startswith(f"De map {tmp_path / 'weg'} bestaat niet.")
    assert run("lijst", "verslag", "--formaat", "json").json == []


@pytest.mark.usefixtures("loaded")
def test_a_new_report_is_fixed_for_the_readers_that_were_typed(run: Run, tmp_path: Path) -> None:
    pdf = tmp_path / "leden.pdf"
    told = run(
        *TRIMESTER, "--vastleggen", "--voor", "leden", "--kort", "--uit", pdf, "--formaat", "json"
    ).json
    assert told["voor"] == "leden"
    kept = run("toon", "verslag", 1, "--formaat", "json").json
    assert (kept["publiek"], kept["vorm"]) == ("leden", "kort")


@pytest.mark.usefixtures("loaded")
def test_a_draft_is_fixed_as_it_is_or_not_at_all(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "verslag.json"
    draft.write_text('{"soort": "trimester", "van": "2019-05-01", "tot": "2019-08-31"}', encoding="utf-8")
    assert run("nieuw", "verslag", "--json", draft).code == 0
    pdf = tmp_path / "v.pdf"
    other = run(*TRIMESTER, "--vastleggen", "--voor", "openbaar", "--kort", "--uit", pdf)
    assert other.code == 1
    assert other.err == (
        "Verslag 1 over deze periode is er al, met andere keuzes. Er is niets vastgelegd. "
        "Laat --voor en --kort weg, of wijzig eerst het verslag.\n"
    )
    assert not pdf.exists()
    assert run("toon", "verslag", 1, "--formaat", "json").json["versies"] == []
    assert run(*TRIMESTER, "--vastleggen", "--voor", "bo", "--uit", pdf).code == 0


@pytest.mark.usefixtures("office")
def test_what_cannot_be_made_is_not_kept_either(run: Run, tmp_path: Path) -> None:
    done = run(*TRIMESTER, "--vastleggen", "--uit", tmp_path / "v.pdf")
    assert (done.code, done.err.startswith("Er is nog geen akkoord.")) == (1, True)
    assert run("lijst", "verslag", "--formaat", "json").json == []


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--vastleggen", "--versie", "1"), "Kies --vastleggen of --versie, niet allebei."),
        (("--vastleggen", "--uit", "x.docx"), "Een verslag dat vastligt, is een PDF."),
        (("--versie", "1", "--uit", "x.html"), "Een verslag dat vastligt, is een PDF."),
        (("--versie", "1"), "Over deze periode is zo'n verslag nog niet begonnen."),
    ],
)
def test_what_does_not_go_with_a_fixed_version_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*TRIMESTER, *(() if "--uit" in words else ("--uit", "x.pdf")), *words)
    assert done.code in (1, 2)
    assert says in done.err
    assert list(tmp_path.iterdir()) == []
