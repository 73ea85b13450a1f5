"""The main job from the first start to a letter and a report, as somebody types it, with real files."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.__main__ import main
from huurdersapp.actions import lists
from huurdersapp.app import opened
from huurdersapp.base import clock, paths
from tests.akkoorden import EMMEN
from tools.paper_words import docx_words, pdf_words


@pytest.fixture(autouse=True)
def autumn() -> Iterator[None]:
    """It is the 16th of September 2019: the second trimester is over, the third is running."""
    with clock.fixed(date(2019, 9, 16)):
        yield


class Desk:
    """Types commands and reads what comes back."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def run(self, *words: object, given: object = None) -> tuple[int, str, str]:
        """Exit code and both streams; `given` goes to standard input as JSON."""
        data = json.dumps(given).encode()
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        self._capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = self._capsys.readouterr()
        return code, out, err

    def done(self, *words: object, given: object = None) -> str:
        """What a command that goes well says."""
        code, out, err = self.run(*words, given=given)
        assert (code, err) == (0, ""), err
        return out

    def told(self, *words: object, given: object = None) -> Any:
        """The same, as JSON."""
        return json.loads(self.done(*words, "--formaat", "json", given=given))

    def refused(self, *words: object, given: object = None) -> str:
        """The sentence of a command that does not go; nothing may be changed by it."""
        before = self.everything(), self.steps()
        code, out, err = self.run(*words, given=given)
        assert (code, out) == (1, "")
        assert "Traceback" not in err
        assert (self.everything(), self.steps()) == before
        return err

    def new(self, kind: str, **values: Any) -> int:
        """Make a record and give its number."""
        (record,) = self.told("nieuw", kind, "--json", "-", given=values)
        return int(record["nummer"])

    def numbers(self, kind: str, *where: str) -> list[int]:
        """The numbers in a list, lowest first."""
        conditions = [word for text in where for word in ("--waar", text)]
        rows = self.told("lijst", kind, *conditions, "--sorteer", "nummer")
        return [row["nummer"] for row in rows]

    def found(self, *words: str) -> list[tuple[str, int]]:
        """Kind and number of what a search finds."""
        return [(item["soort"], item["nummer"]) for item in self.told("zoek", *words)]

    def everything(self) -> dict[str, Any]:
        """All records of all kinds, as a list tells them; read at once, for a command of its own for each takes long."""
        with opened(paths.data_folder()) as ctx:
            kinds = ctx.store.catalogue.specs.items()
            return {kind: lists.find(ctx, spec, order="nummer") for kind, spec in kinds}

    def steps(self) -> int:
        """How many steps were written so far."""
        with opened(paths.data_folder()) as ctx:
            return ctx.store.head.seq


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A new administration of De Linde with the akkoord of Emmen."""
    desk = Desk(capsys, monkeypatch)
    desk.done("start", "--organisatie", "Huurdersvereniging De Linde", "--naam", "Jo Prins")
    desk.done("akkoord", "laad", EMMEN)
    return desk


def knelpunt(desk: Desk) -> int:
    return desk.new(
        "knelpunt",
        titel="Schimmel in het café aan de Kerkhoflaan",
        categorie="vocht_schimmel",
        omvang="complex",
        kern="Klazienaveen",
        verhuurder="Lefier",
        gemeld_op="2019-03-05",
        huurders_geraakt=12,
    )


def report(desk: Desk, tmp_path: Path, code: str) -> str:
    """The words of the report about a period, which are the same on paper and in Word."""
    words: list[list[str]] = []
    for ending, read in (("pdf", pdf_words), ("docx", docx_words)):
        path = tmp_path / f"{code}.{ending}"
        desk.done("verslag", "trimester", "--periode", code, "--uit", path)
        words.append(read(path.read_bytes()))
    assert words[0] == words[1]
    return " ".join(words[0])


def stand(text: str) -> dict[str, tuple[int, int]]:
    """The table of the stand in the words of a report: what is individual, and what collective."""
    names = (
        "Open op 1 januari 2019",
        "Open op 30 april 2019",
        "Open op 1 mei 2019",
        "Open op 31 augustus 2019",
        "Erbij: nieuw gemeld",
        "Eraf: afgehandeld",
    )
    rows: dict[str, tuple[int, int]] = {}
    for name in names:
        _before, there, after = text.partition(f"{name} ")
        if there:
            first, second, *_rest = after.split()
            rows[name] = (int(first), int(second))
    return rows


def test_a_knelpunt_is_found_listed_and_new_in_its_own_trimester_only(desk: Desk, tmp_path: Path) -> None:
    number = knelpunt(desk)
    for words in (("kerkhof",), ("CAFE",), ("erkhofl",), ("schim", "kerkh")):
        assert desk.found(*words) == [("knelpunt", number)]
    assert desk.found("schimmel", "zolder") == []
    assert desk.numbers("knelpunt", "kern=Klazienaveen", "nieuw_in=2019-T1") == [number]
    assert desk.numbers("knelpunt", "nieuw_in=2019-T2") == []
    assert "Schimmel in het café aan de Kerkhoflaan" in desk.done("lijst", "knelpunt")

    first, second = stand(report(desk, tmp_path, "2019-T1")), stand(report(desk, tmp_path, "2019-T2"))
    assert first["Erbij: nieuw gemeld"] == (0, 1)
    assert second["Erbij: nieuw gemeld"] == (0, 0)
    assert first["Open op 1 januari 2019"] == (0, 0)
    assert first["Open op 30 april 2019"] == second["Open op 1 mei 2019"] == (0, 1)
    assert second["Open op 31 augustus 2019"] == (0, 1)


def test_a_knelpunt_goes_to_an_overleg_and_every_step_is_remembered(desk: Desk, tmp_path: Path) -> None:
    number = knelpunt(desk)
    meeting = desk.new("overleg", soort="bo", datum="2019-07-11", partijen=["Lefier"])
    shown = desk.told("toon", "knelpunt", number)
    steps = [*shown["stappen"], {"status": "ingebracht", "datum": "2019-07-11", "overleg": meeting}]
    (changed,) = desk.told("wijzig", "knelpunt", number, "--json", "-", given={"stappen": steps})
    assert changed["status"] == "ingebracht"
    assert [line["overleg"] for line in changed["inbreng"]] == [meeting]
    assert desk.numbers("knelpunt", "ingebracht_in=2019-T2", "ingebracht_bij=bo") == [number]
    text = report(desk, tmp_path, "2019-T2")
    assert "Schimmel in het café aan de Kerkhoflaan" in text
    assert "Ingebracht op 11 juli 2019" in text

    past = desk.told("geschiedenis", "knelpunt", number)
    assert [(entry["wie"], entry["stap"]) for entry in past] == [
        ("Jo Prins", "Knelpunt 1 wijzigen"),
        ("Jo Prins", "Knelpunt opslaan"),
    ]
    assert "Status: Gemeld → Ingebracht" in desk.done("geschiedenis", "knelpunt", number)

    before = desk.everything()
    assert desk.told("ongedaan")["stap"] == "Knelpunt 1 wijzigen"
    assert desk.told("toon", "knelpunt", number) == shown
    assert desk.told("ongedaan")["stap"] == "Overleg opslaan"
    assert desk.numbers("overleg") == []
    assert desk.told("ongedaan", "--opnieuw")["stap"] == "Overleg opslaan"
    assert desk.told("ongedaan", "--opnieuw")["stap"] == "Knelpunt 1 wijzigen"
    assert desk.everything() == before
    assert desk.refused("ongedaan", "--opnieuw") == "Er is niets om opnieuw te doen.\n"


def test_a_raadpleging_and_an_advies_become_a_letter(desk: Desk, tmp_path: Path) -> None:
    raadpleging = desk.new(
        "raadpleging",
        titel="Enquête over de Kerkhoflaan",
        thema="Duurzaamheid",
        start_op="2019-05-06",
        sluit_op="2019-05-31",
        kanalen=[
            {"kanaal": "brief", "uitgenodigd": 96, "respons": 41},
            {"kanaal": "online", "uitgenodigd": 30, "respons": 20},
        ],
        respons_totaal=61,
        conclusies="De meeste huurders zijn voor.",
    )
    problem = knelpunt(desk)
    case = desk.new(
        "advies",
        onderwerp="de renovatie van de Kerkhoflaan",
        verhuurder="Lefier",
        ontvangen_op="2019-05-14",
        termijn_dagen=42,
        uitkomst="positief_mits",
        voorwaarden=[{"tekst": "De huur stijgt niet door de renovatie."}],
        overwegingen="# Vocht\n\nDe woningen zijn al jaren vochtig.",
        raadplegingen=["Enquête over de Kerkhoflaan"],
        knelpunten=[problem],
        ondertekenaars=[{"naam": "Jo Prins", "functie": "secretaris"}],
        vastgesteld_op="2019-06-18",
        verstuurd_op="2019-06-20",
    )
    words: list[list[str]] = []
    for ending, read in (("pdf", pdf_words), ("docx", docx_words)):
        path = tmp_path / f"brief.{ending}"
        assert f"{path} is klaar" in desk.done("advies", "brief", case, "--uit", path)
        words.append(read(path.read_bytes()))
    assert words[0] == words[1]
    text = " ".join(words[0])
    for sentence in (
        "Wij adviseren positief over de renovatie van de Kerkhoflaan, mits u voldoet aan de voorwaarde",
        "U gaf ons daarvoor zes weken.",
        "De huur stijgt niet door de renovatie.",
        "Vocht. De woningen zijn al jaren vochtig.",
        "20 juni 2019",
        "Huurdersvereniging De Linde",
    ):
        assert sentence in text
    assert "61" in text

    told = report(desk, tmp_path, "2019-T2")
    assert "Enquête over de Kerkhoflaan" in told
    assert "De renovatie van de Kerkhoflaan Lefier Positief, onder voorwaarden" in told
    assert desk.numbers("raadpleging", "gehouden_in=2019-T2") == [raadpleging]
    assert desk.numbers("advies", "verstuurd_in=2019-T2") == [case]


def test_what_goes_wrong_on_the_way_leaves_everything_as_it_was(desk: Desk, tmp_path: Path) -> None:
    number = knelpunt(desk)
    given = {"titel": "Tocht", "categorie": "tocht", "kern": "Atlantis", "gemeld_op": "2019-02-30"}
    told = desk.refused("nieuw", "knelpunt", "--json", "-", given=given)
    assert told.startswith("Er is niets opgeslagen. Er kloppen 3 dingen niet:")
    for part in (
        "categorie: ‘tocht’ kan hier niet",
        "Kern ‘Atlantis’ is niet bekend",
        "2019-02-30 bestaat niet",
    ):
        assert part in told
    good = {"titel": "Tocht", "categorie": "onderhoud"}
    assert "record 2, titel: Vul ‘Titel’ in." in desk.refused(
        "nieuw", "knelpunt", "--json", "-", given=[good, {"categorie": "onderhoud"}]
    )
    assert "De lijst is leeg." in desk.refused("nieuw", "knelpunt", "--json", "-", given=[])
    assert "bestaat niet" in desk.refused("nieuw", "knelpunt", "--json", tmp_path / "weg.json")
    step = {"stappen": [{"status": "opgelost", "datum": "2019-01-01"}]}
    assert "Deze stap ligt vóór de vorige" in desk.refused(
        "wijzig", "knelpunt", number, "--json", "-", given=step
    )
    assert "Knelpunt 9 is er niet." in desk.refused("verwijder", "knelpunt", 9)
    assert "is er al. Er is niets gewijzigd." in desk.refused("akkoord", "laad", EMMEN)
    assert "Trimester T4 bestaat niet" in desk.refused(
        "verslag", "trimester", "--periode", "2019-T4", "--uit", tmp_path / "a.pdf"
    )
    assert "bestaat niet" in desk.refused(
        "verslag", "trimester", "--periode", "2019-T2", "--uit", tmp_path / "weg" / "a.pdf"
    )
    assert "Advies 1 is er niet." in desk.refused("advies", "brief", 1, "--uit", tmp_path / "a.pdf")
    assert desk.refused("lijst", "knelpunt", "--waar", "kern=Atlantis").startswith("Kern ‘Atlantis’")
    assert list(tmp_path.iterdir()) == []
