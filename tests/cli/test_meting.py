"""Values of measures put in by typing, and how the akkoord stands."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from huurdersapp.actions import akkoord
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from tests.akkoorden import EMMEN
from tests.cli.conftest import Run

OTHER = "tests/data/akkoord-andersstad.json"


@pytest.fixture(scope="module")
def with_akkoord(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An administration with the akkoord of Emmen, made once."""
    folder = tmp_path_factory.mktemp("akkoord") / "gegevens"
    with opened(folder, create=True, author="Jo") as ctx:
        jobs.run(akkoord.load(ctx, EMMEN))
    return folder


@pytest.fixture(autouse=True)
def _in_2022(with_akkoord: Path, data_folder: Path) -> Iterator[None]:
    shutil.copytree(with_akkoord, data_folder)
    with clock.fixed(date(2022, 1, 10)):
        yield


def test_a_value_is_put_in_and_the_measure_tells_how_it_stands(run: Run) -> None:
    done = run("meting", "BB13-I1", "--periode", "2021", "--waarde", "10,0", "--bron", "Overzicht")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Meting 1 is opgeslagen: BB13-I1 2021.")
    assert " ".join(done.out.split()).endswith(
        "BB13-I1: Gehaald. Gehaald zolang de laatste waarde hoogstens 10 % is. Gemeten is 10 %, op 31 december 2021."
    )
    told = run(
        "meting",
        "BB13-I1",
        "--periode",
        "2021-T3",
        "--teller",
        "101",
        "--noemer",
        "1.000",
        "--formaat",
        "json",
    )
    assert told.json["meting"]["waarde"] == 10.1
    assert told.json["stand"]["stand"] == "niet_gehaald"


def test_the_classes_of_a_distribution_are_named_one_by_one(run: Run) -> None:
    shares = {"A++, A+, A": "19,9", "B": "45", "C": "30", "D, E, F, G": "5,1"}
    words = [word for name, share in shares.items() for word in ("--klasse", f"{name}={share}")]
    told = run("meting", "DU2-I9", "--periode", "2021", *words, "--formaat", "json").json
    assert told["stand"]["stand"] == "niet_gehaald"
    assert told["stand"]["in_woorden"] == "A++, A+, A: 19,9 %; B: 45 %; C: 30 %; D, E, F, G: 5,1 %"
    refused = run("meting", "DU2-I9", "--periode", "2021", *words[:6], "--klasse", "D, E, F, G=9")
    assert refused.code == 1
    assert "De klassen zijn samen 103,9 %." in refused.err


def test_a_settled_value_is_corrected_by_its_number(run: Run) -> None:
    run("meting", "BB14-I8", "--periode", "2021", "--waarde", "0")
    told = run(
        "meting", "BB14-I8", "--verbetert", "1", "--waarde", "1", "--reden", "Eén zaak telde niet mee.",
        "--formaat", "json",
    ).json  # fmt: skip
    assert (told["meting"]["versie"], told["meting"]["vervangt"]) == (2, 1)
    assert told["stand"]["stand"] == "niet_gehaald"
    assert run("ongedaan").out.startswith("Ongedaan gemaakt: Meting 1 verbeteren")
    assert _stand_of(run, "BB14-I8") == "gehaald"


def _stand_of(run: Run, code: str, *words: str) -> str:
    found = run("akkoord", "stand", "--formaat", "json", *words).json
    return str(next(one["stand"] for one in found if one["code"] == code))


def test_the_stand_of_all_measures_of_a_party_on_a_day(run: Run) -> None:
    assert len(run("akkoord", "stand", "--formaat", "json").json) == 134
    run("meting", "BB13-I1", "--periode", "2020", "--waarde", "12")
    assert _stand_of(run, "BB13-I1", "--op", "2021-01-31") == "niet_gehaald"
    assert _stand_of(run, "BB13-I1", "--op", "2020-06-30") == "niet_aangeleverd"
    some = run("akkoord", "stand", "--partij", "Domesta", "--formaat", "json").json
    assert 0 < len(some) < 134
    assert "DU2-I9" in {one["code"] for one in some}
    table = run("akkoord", "stand", "--partij", "corporaties").out
    assert "BB13-I1" in table
    assert "Niet gehaald" in table


def test_two_akkoorden_may_have_a_measure_of_the_same_code(run: Run) -> None:
    run("akkoord", "laad", OTHER)
    done = run("meting", "A1y", "--periode", "2021", "--waarde", "3", "--akkoord", "2")
    assert done.code == 0
    assert _stand_of(run, "A1y", "--akkoord", "2") == "gehaald"
    assert run("meting", "A1y", "--periode", "2021", "--waarde", "3", "--akkoord", "1").code == 1


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["XX-1", "--periode", "2020", "--waarde", "1"], 1, "De maat ‘XX-1’ is er niet."),
        (["BB13-I1", "--periode", "2020", "--waarde", "101"], 1, "101 % is meer dan het geheel."),
        (["BB13-I1", "--periode", "2020", "--waarde", "veel"], 2, "‘veel’ is geen getal."),
        (["BB13-I1", "--waarde", "1"], 2, "Noem de periode"),
        (["BB13-I1", "--periode", "2023", "--waarde", "1"], 1, "Deze dag moet nog komen."),
        (["BB13-I1", "--periode", "2020-T4", "--waarde", "1"], 1, "T1, T2 en T3"),
        (["BB13-I1", "--periode", "2020"], 1, "Vul de waarde in."),
        (["DU2-I9", "--periode", "2020", "--klasse", "B"], 2, "Schrijf de klasse zoals B=44,5."),
        (["BB13-I1", "--verbetert", "9", "--waarde", "1", "--reden", "x"], 1, "Meting 9 is er niet."),
        (["BB13-I1", "--periode", "2020", "--waarde", "1", "--reden", "x"], 2, "Een reden hoort bij"),
        (["BB13-I1", "--periode", "2020", "--waarde", "1", "--overleg", "x"], 2, "Noem bij --overleg"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_in_a_sentence(run: Run, words: list[str], code: int, sentence: str) -> None:
    done = run("meting", *words)
    assert done.code == code
    assert sentence in done.err
    assert done.out == ""
    assert run("lijst", "meting", "--formaat", "json").json == []


def test_an_unknown_party_or_day_is_told(run: Run) -> None:
    assert "doet niet mee in dit akkoord" in run("akkoord", "stand", "--partij", "NS").err
    assert "is geen datum" in run("akkoord", "stand", "--op", "gisteren").err
