"""The letter of an advies on the command line: adopted, fixed, sent and received."""

from __future__ import annotations

import email
import hashlib
import json
from email.policy import default
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CASE = {
    "onderwerp": "de sloop van de Beukenhof",
    "verhuurder": "Lefier",
    "ontvangen_op": "2026-03-05",
    "termijn_dagen": 42,
    "uitkomst": "negatief",
    "overwegingen": "De woningen zijn nog goed.",
}


@pytest.fixture
def case(run: Run, office: Path) -> str:
    """A case with an outcome, not adopted yet."""
    landlord = {"naam": "Lefier", "straat": "Postbus 1", "postcode": "7800 AA", "plaats": "Emmen"}
    assert run("nieuw", "verhuurder", "--json", "-", given=json.dumps(landlord)).code == 0
    assert run("nieuw", "advies", "--json", "-", given=json.dumps(CASE)).code == 0
    return "1"


def test_from_a_decision_to_the_receipt_by_the_landlord(run: Run, case: str, tmp_path: Path) -> None:
    pdf, mail = tmp_path / "brief.pdf", tmp_path / "brief.eml"
    done = run("advies", "vaststel", case, "--op", "08-04-2026", "--aanwezig", "Allen", "--stemmen", "5 voor")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Het bestuur heeft advies 1 vastgesteld op woensdag 8 april 2026.\n"
    done = run("advies", "brief", case, "--uit", pdf, "--vastleggen")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == f"{pdf} is klaar: 1 bladzijde."
    assert lines[1].startswith("Brief 20")
    assert lines[1].endswith("-001, versie 1.")
    assert pdf.read_bytes().startswith(b"%PDF-")
    kept = run("toon", "brief", "1", "--formaat", "json").json
    assert kept["versies"][0]["inhoud"] == hashlib.sha256(pdf.read_bytes()).hexdigest()
    assert kept["versies"][0]["besluit"] == "Aanwezig: Allen. Stemmen: 5 voor"
    day = kept["datum"]
    done = run(
        "advies",
        "verstuur",
        case,
        "--op",
        day,
        "--wijze",
        "e-mail",
        "--uit",
        mail,
        "--aan",
        "a@lefier.example",
    )
    assert (done.code, done.err) == (0, "")
    assert f"{mail} is klaar. Open het bestand en verstuur de e-mail." in done.out
    message = email.message_from_bytes(mail.read_bytes(), policy=default)
    assert (message["X-Unsent"], message["To"].addresses[0].addr_spec) == ("1", "a@lefier.example")
    done = run("advies", "aangekomen", case, "--op", day, "--bewijs", "Bericht van ontvangst")
    assert (done.code, done.err) == (0, "")
    about = run("toon", "advies", case, "--formaat", "json").json
    assert (about["verstuurd_op"], about["verstuurd_wijze"], about["advies_ontvangen_op"]) == (
        day,
        "email",
        day,
    )
    assert about["advies_ontvangen_bewijs"] == "Bericht van ontvangst"
    assert about["status"] == "ontvangen_door_verhuurder"


def test_each_step_answers_in_json(run: Run, case: str, tmp_path: Path) -> None:
    pdf = tmp_path / "brief.pdf"
    told = run("advies", "vaststel", case, "--op", "2026-04-08", "--formaat", "json").json
    assert told["vastgesteld_op"] == "2026-04-08"
    told = run("advies", "brief", case, "--uit", pdf, "--vastleggen", "--formaat", "json").json
    assert (told["bestand"], told["versie"], told["paginas"]) == (str(pdf), 1, 1)
    assert told["sha256"] == hashlib.sha256(pdf.read_bytes()).hexdigest()
    day = told["vastgelegd_op"][:10]
    again = tmp_path / "nog-eens.pdf"
    told = run("advies", "brief", case, "--uit", again, "--versie", "1", "--formaat", "json").json
    assert again.read_bytes() == pdf.read_bytes()
    told = run("advies", "verstuur", case, "--op", day, "--wijze", "post", "--formaat", "json").json
    assert (told["wijze"], told["versie"], told["bestand"], told["waarschuwingen"]) == ("post", 1, None, [])
    told = run("advies", "aangekomen", case, "--op", day, "--formaat", "json").json
    assert told["aangekomen_op"] == day


def test_a_draft_is_written_without_fixing_anything(run: Run, case: str, tmp_path: Path) -> None:
    for name in ("brief.pdf", "brief.docx"):
        assert run("advies", "brief", case, "--uit", tmp_path / name).code == 0
        assert (tmp_path / name).stat().st_size > 1000
    assert run("lijst", "brief", "--formaat", "json").json == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["brief", "1", "--uit", "x.pdf", "--vastleggen"],
            "Het bestuur heeft advies 1 nog niet vastgesteld.",
        ),
        (["brief", "1", "--uit", "x.pdf", "--versie", "1"], "De brief van advies 1 is nog niet vastgelegd."),
        (
            ["verstuur", "1", "--op", "vandaag", "--wijze", "post"],
            "De brief van advies 1 is nog niet vastgelegd.",
        ),
        (["aangekomen", "1", "--op", "vandaag"], "De brief van advies 1 is nog niet vastgelegd."),
        (["vaststel", "1", "--op", "31-02-2026"], "februari"),
        (["vaststel", "1", "--op", "ooit"], "Dit is geen datum."),
        (["vaststel", "7", "--op", "vandaag"], "Advies 7 is er niet."),
        (["vaststel", "1", "--op", "01-01-2026"], "Deze dag ligt vóór"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(run: Run, case: str, words: list[str], sentence: str) -> None:
    done = run("advies", *words)
    assert done.code == 1
    assert done.out == ""
    assert sentence in done.err
    assert run("lijst", "brief", "--formaat", "json").json == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["brief", "1", "--uit", "x.docx", "--vastleggen"], "is een PDF"),
        (["brief", "1", "--uit", "x.pdf", "--vastleggen", "--versie", "1"], "niet allebei"),
        (["verstuur", "1", "--op", "vandaag", "--wijze", "duif"], "Kies uit: post, hand, e-mail."),
        (["verstuur", "1", "--op", "vandaag", "--wijze", "post", "--uit", "x.eml"], "hoort: --wijze e-mail"),
        (["verstuur", "1", "--op", "vandaag", "--wijze", "e-mail", "--aan", "a@b.nl"], "hoort ook --uit"),
        (["verstuur", "1", "--op", "vandaag"], "--wijze"),
        (["vaststel", "1"], "--op"),
    ],
)
def test_wrong_use_is_told(run: Run, case: str, words: list[str], sentence: str) -> None:
    done = run("advies", *words)
    assert done.code == 2
    assert sentence in done.err


def test_an_email_that_cannot_be_written_leaves_the_letter_unsent(
    run: Run, case: str, tmp_path: Path
) -> None:
    run("advies", "vaststel", case, "--op", "2026-04-08")
    run("advies", "brief", case, "--uit", tmp_path / "brief.pdf", "--vastleggen")
    away = tmp_path / "er-is-geen-map" / "brief.eml"
    assert run("advies", "verstuur", case, "--op", "vandaag", "--wijze", "e-mail", "--uit", away).code == 1
    assert run("toon", "brief", "1", "--formaat", "json").json["verstuurd_op"] is None


def test_a_positive_letter_is_sent_with_a_warning(run: Run, case: str, tmp_path: Path) -> None:
    positive = json.dumps({"uitkomst": "positief"})
    assert run("wijzig", "advies", case, "--json", "-", given=positive).code == 0
    run("advies", "vaststel", case, "--op", "2026-04-08")
    run("advies", "brief", case, "--uit", tmp_path / "brief.pdf", "--vastleggen")
    done = run("advies", "verstuur", case, "--op", "vandaag", "--wijze", "post")
    assert done.code == 0
    assert done.err == "Let op: Met een positieve brief mag de verhuurder meteen beginnen.\n"


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("verb", ["brief", "vaststel", "verstuur", "aangekomen"])
def test_each_verb_explains_itself(run: Run, verb: str) -> None:
    told = run("advies", verb, "--help")
    assert told.code == 0
    assert f"huurdersapp advies {verb} 3 --" in told.out
