"""A letter is fixed as it is at one moment, and what was fixed never changes."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from huurdersapp.actions import (
    brief_bronnen,
    brief_versies,
    brief_zaak,
    brieven,
    prullenbak,
    records,
    reservekopie,
)
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import jobs, paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.text_difference import changed as changes_of
from huurdersapp.records import ALL
from huurdersapp.records.brief import BriefVersie
from huurdersapp.store import check, contents, migrate, undo
from huurdersapp.store.erase import erase
from tests.actions.conftest import Made, changed, shown

PERSONAL = "Wilhelmina Geheim"


@pytest.fixture
def letter(office: Context, made: Made) -> int:
    """A letter about a case that stands on a raadpleging and a knelpunt, adopted but not fixed."""
    made(
        "partij",
        naam="Huurdersvereniging De Linde",
        soort="huurdersorganisatie",
        eigen=True,
        plaats="Emmen",
        accounthouder=PERSONAL,
        contact_naam=PERSONAL,
    )
    made("verhuurder", naam="Lefier", straat="Postbus 1", postcode="7800 AA", plaats="Emmen")
    made(
        "raadpleging",
        titel="Isolatie",
        start_op="2019-05-01",
        sluit_op="2019-05-20",
        respons_totaal=90,
        methoden=[{"methode": "enquete"}],
    )
    made(
        "knelpunt",
        titel="Tocht",
        categorie="onderhoud",
        melder_naam=PERSONAL,
        melder_adres=f"{PERSONAL}laan 1",
        melder_telefoon="0591-123456",
    )
    case = made(
        "advies",
        onderwerp="de isolatie van de Kerkhoflaan",
        verhuurder=1,
        ontvangen_op="2019-08-01",
        uitkomst="positief_mits",
        voorwaarden=[{"tekst": "De huur blijft gelijk."}],
        raadplegingen=[1],
        knelpunten=[1],
        vastgesteld_op="2019-08-30",
        aanwezig="Alle vijf",
        stemmen="5 voor, 0 tegen",
    )
    return made(
        "brief", soort="advies", onderwerp="ons advies over de Kerkhoflaan", advies=case, verhuurder=1
    )


def test_fixing_keeps_pdf_words_decision_and_sources(office: Context, letter: int) -> None:
    version = brief_versies.fix(office, letter)
    assert (version.number, version.registered, version.fixed_by) == (1, "2019-001", "Jo Prins")
    assert version.decision.op == date(2019, 8, 30)
    assert version.decision.tekst == "Aanwezig: Alle vijf. Stemmen: 5 voor, 0 tegen"
    data = brief_versies.pdf(office, letter, 1)
    assert data.startswith(b"%PDF-")
    assert (hashlib.sha256(data).hexdigest(), len(data)) == (version.sha256, version.size)
    assert "De huur blijft gelijk." in brief_versies.words(office, letter, 1)
    assert version.name == "2019-001 ons advies over de Kerkhoflaan, versie 1.pdf"
    after = shown(office, "brief", letter)
    assert (after["status"], after["registernummer"], after["datum"]) == (
        "vastgelegd",
        "2019-001",
        "2019-09-02",
    )
    assert jobs.run(check.check(office.store)) == []


def test_a_fixed_letter_is_no_concept_any_more(office: Context, letter: int) -> None:
    read = brief_versies.reading(office, letter)
    assert read.document.mark is None


def test_the_sources_are_the_records_with_the_values_that_were_used(office: Context, letter: int) -> None:
    brief_versies.fix(office, letter)
    found = {(one.kind, one.number): one.values for one in brief_versies.sources(office, letter, 1)}
    assert set(found) == {
        *(("brief", letter), ("advies", 1), ("verhuurder", 1), ("partij", 1), ("raadpleging", 1)),
        ("knelpunt", 1),
    }
    assert found["raadpleging", 1]["respons_totaal"] == 90
    assert found["raadpleging", 1]["methoden"] == [{"methode": "enquete"}]
    assert found["advies", 1]["voorwaarden"] == [{"tekst": "De huur blijft gelijk."}]


def test_no_contact_block_goes_along(office: Context, letter: int) -> None:
    brief_versies.fix(office, letter)
    kept = msgspec.json.encode([one.values for one in brief_versies.sources(office, letter, 1)]).decode()
    for word in (PERSONAL, "0591-123456"):
        assert word not in kept
        assert word not in brief_versies.words(office, letter, 1)


def test_a_name_and_address_that_were_typed_by_hand_are_kept_in_the_letter_alone(
    office: Context, made: Made
) -> None:
    made("partij", naam="Huurders", soort="huurdersorganisatie", eigen=True, plaats="Emmen")
    number = made(
        "brief", soort="brief", onderwerp="uw vraag", aan="Mevrouw Veenstra\nBrink 1\n7811 AB Emmen"
    )
    brief_versies.fix(office, number, decision=brief_versies.Besluit(date(2019, 9, 1), ""))
    kept = msgspec.json.encode([one.values for one in brief_versies.sources(office, number, 1)]).decode()
    assert "Veenstra" not in kept
    assert "Brink" not in kept
    assert "Veenstra" in brief_versies.words(office, number, 1)


def test_no_list_of_used_values_names_a_contact_block() -> None:
    for kind, keys in brief_bronnen.USED.items():
        spec = ALL[kind]
        for key in keys:
            assert key in spec.fields or key in spec.part, (kind, key)
            assert key in spec.part or not spec.fields[key].note.personal, (kind, key)
            for inner in brief_bronnen.OF_LINES[key] if key in spec.part else ():
                part = spec.part[key].spec
                assert inner in part.part or not part.fields[inner].note.personal, (kind, key, inner)


def test_a_contact_block_stays_out_even_where_a_list_names_it(
    office: Context, letter: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        brief_bronnen, "USED", {**brief_bronnen.USED, "partij": ("naam", "accounthouder", "contact_naam")}
    )
    (party,) = [one for one in brief_versies.reading(office, letter).sources if one.kind == "partij"]
    assert party.values == {"naam": "Huurdersvereniging De Linde"}


def test_without_a_decision_of_the_board_nothing_is_fixed(office: Context, letter: int) -> None:
    changed(office, "advies", 1, vastgesteld_op=None)
    begun = office.store.head.seq
    with pytest.raises(UserError, match="nog niet vastgesteld") as told:
        brief_versies.fix(office, letter)
    assert told.value.hint
    assert office.store.head.seq == begun
    assert brief_versies.versions(office, letter) == []
    brief_zaak.decide(office, 1, date(2019, 9, 1), present="Vier van de vijf", votes="3 voor, 1 tegen")
    assert (
        brief_versies.fix(office, letter).decision.tekst
        == "Aanwezig: Vier van de vijf. Stemmen: 3 voor, 1 tegen"
    )


def test_a_case_without_outcome_cannot_be_adopted(office: Context, made: Made) -> None:
    case = made("advies", onderwerp="de verkoop")
    with pytest.raises(UserError, match="nog geen uitkomst"):
        brief_zaak.decide(office, case, date(2019, 9, 1))


def test_the_same_letter_is_not_fixed_twice(office: Context, letter: int) -> None:
    brief_versies.fix(office, letter)
    with pytest.raises(UserError, match=r"Versie 1 van brief .* zegt hetzelfde"):
        brief_versies.fix(office, letter)
    changed(office, "advies", 1, toelichting_advies="Het plan is goed voor wie er woont.")
    assert brief_versies.fix(office, letter).number == 2
    assert [one.number for one in brief_versies.versions(office, letter)] == [1, 2]


def test_a_letter_that_came_in_or_went_out_cannot_be_fixed(office: Context, made: Made, letter: int) -> None:
    incoming = made("brief", richting="binnen", onderwerp="x", ontvangen_op="2019-08-01")
    with pytest.raises(UserError, match="kwam binnen"):
        brief_versies.fix(office, incoming)
    brief_versies.fix(office, letter)
    changed(office, "brief", letter, verstuurd_op="2019-09-02")
    changed(office, "advies", 1, toelichting_advies="Nog iets.")
    with pytest.raises(UserError, match="is op 02-09-2019 verstuurd"):
        brief_versies.fix(office, letter)


def test_what_changed_since_is_told_of_a_draft(office: Context, made: Made, letter: int) -> None:
    assert brief_versies.stale(office, letter) == []
    brief_versies.fix(office, letter)
    assert brief_versies.stale(office, letter) == []
    changed(office, "raadpleging", 1, respons_totaal=96)
    assert [one.text for one in brief_versies.stale(office, letter)] == [
        "Raadpleging 1: reacties samen 96, was 90."
    ]
    second = made("raadpleging", titel="Nog een")
    voorwaarden = [*shown(office, "advies", 1)["voorwaarden"], {"tekst": "U meldt de planning."}]
    changed(
        office,
        "advies",
        1,
        raadplegingen=[second],
        voorwaarden=voorwaarden,
        uitkomst="positief_mits",
        slot="Dag",
    )
    assert [one.text for one in brief_versies.stale(office, letter)] == [
        "Advies 1: ‘Slot’ is veranderd.",
        "Advies 1: voorwaarden 2, was 1.",
        "Raadpleging 2 is erbij gekomen.",
        "Raadpleging 1 hoort er niet meer bij.",
    ]
    changed(office, "verhuurder", 1, plaats="Assen")
    assert "Verhuurder 1: plaats ‘Assen’, was ‘Emmen’." in [
        one.text for one in brief_versies.stale(office, letter)
    ]
    changed(office, "brief", letter, verstuurd_op="2019-09-02")
    assert brief_versies.stale(office, letter) == []


def test_contact_data_that_change_are_no_source(office: Context, letter: int) -> None:
    brief_versies.fix(office, letter)
    changed(office, "knelpunt", 1, melder_naam="Iemand anders")
    changed(office, "partij", 1, accounthouder="Iemand anders")
    assert brief_versies.stale(office, letter) == []


def test_the_difference_with_an_earlier_version_and_with_now_can_be_read(
    office: Context, letter: int
) -> None:
    brief_versies.fix(office, letter)
    line = shown(office, "advies", 1)["voorwaarden"][0]
    changed(office, "advies", 1, voorwaarden=[{**line, "tekst": "De huur blijft drie jaar gelijk."}])
    (now,) = changes_of(brief_versies.difference(office, letter, 1))
    assert now.kind == "anders"
    assert [piece.text.strip() for piece in now.pieces if piece.kind == "erbij"] == ["drie jaar"]
    brief_versies.fix(office, letter)
    changed(office, "advies", 1, voorwaarden=[line])
    assert changes_of(brief_versies.difference(office, letter, 1, 2)) == [now]
    assert changes_of(brief_versies.difference(office, letter, 1)) == []
    with pytest.raises(UserError, match="geen versie 3"):
        brief_versies.difference(office, letter, 1, 3)


def test_undo_takes_a_version_away_and_its_number_is_not_used_again(office: Context, letter: int) -> None:
    brief_versies.fix(office, letter)
    undo.undo(office.store)
    assert brief_versies.versions(office, letter) == []
    assert shown(office, "brief", letter)["registernummer"] is None
    again = brief_versies.fix(office, letter)
    assert (again.number, again.registered) == (2, "2019-002")


def test_redo_brings_the_same_version_back(office: Context, letter: int) -> None:
    first = brief_versies.fix(office, letter)
    data = brief_versies.pdf(office, letter, 1)
    undo.undo(office.store)
    contents.tidy(office.store)
    undo.redo(office.store)
    assert brief_versies.versions(office, letter) == [first]
    assert brief_versies.pdf(office, letter, 1) == data


def test_a_version_of_a_letter_that_was_sent_cannot_be_undone(office: Context, letter: int) -> None:
    brief_versies.fix(office, letter)
    step = undo.undoable(office.store)[0]
    changed(office, "brief", letter, verstuurd_op="2019-09-02")
    with pytest.raises(UserError, match="kan niet ongedaan worden gemaakt"):
        undo.undo(office.store, step)
    assert len(brief_versies.versions(office, letter)) == 1


@pytest.mark.parametrize(
    "given",
    [
        {"versies": []},
        {"versies": [{"tekst": "Iets anders."}]},
        {"versies": [{"inhoud": "a" * 64}]},
        {"versies": [{"besluit_op": "2019-01-01"}]},
        {"versies": [{"bronnen": "[]"}]},
        {"versies": [{"vastgelegd_door": "Iemand anders"}]},
        {"versies": [{"versie": 7}]},
    ],
)
def test_no_change_of_the_letter_reaches_a_version(
    office: Context, letter: int, given: dict[str, Any]
) -> None:
    brief_versies.fix(office, letter)
    line = shown(office, "brief", letter)["versies"][0]
    begun = office.store.head.seq
    lines = [{**line, **each} for each in given["versies"]]
    with pytest.raises(records.Refused, match=r"verandert niet meer|kan niet weg"):
        changed(office, "brief", letter, versies=lines)
    assert office.store.head.seq == begun


def test_a_letter_written_back_as_it_was_shown_is_accepted(office: Context, letter: int) -> None:
    brief_versies.fix(office, letter)
    kept = shown(office, "brief", letter)
    assert (
        changed(office, "brief", letter, **{**kept, "toelichting": "Ook per e-mail."})["versies"]
        == kept["versies"]
    )
    line = {**kept["versies"][0], "vastgelegd_op": "gisteren"}
    with pytest.raises(records.Refused, match="geen moment"):
        changed(office, "brief", letter, versies=[line])


def test_code_that_would_change_a_version_is_stopped(office: Context, letter: int) -> None:
    brief_versies.fix(office, letter)

    def change() -> None:
        with office.store.step("Fout") as db:
            line = db.alive(office.spec("brief").part["versies"].spec)[0]
            assert isinstance(line, BriefVersie)
            line.tekst = "Iets anders."

    with pytest.raises(RuntimeError, match=r"never changes: brief_versie\.tekst"):
        change()
    assert "Iets anders." not in brief_versies.words(office, letter, 1)


def frozen(ctx: Context, number: int) -> list[Any]:
    """All of the versions of a letter, bytes too."""
    lines = shown(ctx, "brief", number)["versies"]
    found = brief_versies.versions(ctx, number)
    return [lines, found, [brief_versies.pdf(ctx, number, one.number) for one in found]]


def test_a_fixed_version_is_the_same_after_whatever_happens(
    office: Context, made: Made, letter: int, tmp_path: Path
) -> None:
    """Changes of all it stands on, undo of other steps, erasing of contact data, the waste bin, tidying, a copy."""
    other = made("brief", onderwerp="Een andere brief")
    brief_versies.fix(office, letter)
    kept = frozen(office, letter)
    changed(office, "raadpleging", 1, respons_totaal=12, titel="Heel anders")
    changed(office, "verhuurder", 1, naam="Woonstichting De Brink", plaats="Assen")
    changed(office, "partij", 1, naam="Een andere vereniging")
    changed(office, "advies", 1, onderwerp="de sloop", uitkomst="negatief", voorwaarden=[])
    assert frozen(office, letter) == kept
    for _ in range(4):
        undo.undo(office.store)
        assert frozen(office, letter) == kept
    for _ in range(4):
        undo.redo(office.store)
    changed(office, "brief", other, onderwerp="Nog anders")
    for kind, number in (("raadpleging", 1), ("knelpunt", 1)):
        records.discard(office, office.spec(kind), number)
    with office.store.reading() as db:
        row = db.alive(office.spec("partij"))[0].id
    erase(office.store, "partij", row, ("accounthouder", "contact_naam"), "Wissen", "op verzoek")
    records.discard(office, office.spec("brief"), letter)
    contents.tidy(office.store)
    prullenbak.restore(office, "brief", letter)
    assert frozen(office, letter) == kept
    assert jobs.run(check.check(office.store)) == []
    copy = jobs.run(reservekopie.make(office))
    office.store.close()
    for folder in (office.folder, copy):
        with opened(folder) as again:
            assert frozen(again, letter) == kept


UPGRADE = """
import sqlalchemy as sa
from alembic import op
revision = "0999"
down_revision = "{head}"
branch_labels = None
depends_on = None
def upgrade() -> None:
    for table in ("brief", "brief_versie", "inhoud"):
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("extra", sa.Text()))
"""


def test_an_upgrade_that_writes_its_tables_again_leaves_a_version_as_it_was(
    office: Context, letter: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief_versies.fix(office, letter)
    kept = frozen(office, letter)
    office.store.close()
    scripts, own = tmp_path / "db", paths.own
    shutil.copytree(own("db"), scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "0999_next.py").write_text(UPGRADE.format(head=migrate.HEAD))
    monkeypatch.setattr(migrate, "HEAD", "0999")
    monkeypatch.setattr(paths, "own", lambda name: scripts if name == "db" else own(name))
    with opened(office.folder) as again:
        assert migrate.version(again.store.engine) == "0999"
        assert frozen(again, letter) == kept


def test_facts_that_changed_under_a_part_somebody_rewrote_are_told(office: Context, letter: int) -> None:
    brieven.write_part(office, letter, "advies", "Wij vinden het een goed plan.")
    assert brief_versies.stale(office, letter) == []
    changed(office, "advies", 1, toelichting_advies="Het comfort wordt beter.")
    (told,) = brief_versies.stale(office, letter)
    assert told.text == "Onder het deel ‘Ons advies’ is iets veranderd sinds u het herschreef."
    assert "Wij vinden het een goed plan." in brief_versies.reading(office, letter).words


def test_what_somebody_rewrote_is_what_is_fixed(office: Context, letter: int) -> None:
    brieven.write_part(office, letter, "advies", "Wij vinden het een goed plan.")
    brief_versies.fix(office, letter)
    assert "Wij vinden het een goed plan." in brief_versies.words(office, letter, 1)
    brieven.write_part(office, letter, "advies", "Wij vinden het een slecht plan.")
    assert "Wij vinden het een goed plan." in brief_versies.words(office, letter, 1)
    assert brief_versies.stale(office, letter) == []


def test_a_template_and_a_letterhead_are_sources_too(office: Context, made: Made, letter: int) -> None:
    made("briefpapier", naam="Ons papier", onderregel="Rekening NL00")
    made("briefsjabloon", naam="Ons sjabloon", soort="advies", tekst="[vervolg]\nTot ziens.")
    brief_versies.fix(office, letter)
    kinds = {one.kind for one in brief_versies.sources(office, letter, 1)}
    assert {"briefpapier", "briefsjabloon"} <= kinds
    changed(office, "briefpapier", 1, onderregel="Rekening NL11")
    changed(office, "briefsjabloon", 1, tekst="[vervolg]\nTot spoedig.")
    assert [one.text for one in brief_versies.stale(office, letter)] == [
        "Briefpapier 1: regel onder aan de brief ‘Rekening NL11’, was ‘Rekening NL00’.",
        "Briefsjabloon 1: ‘Tekst’ is veranderd.",
    ]


def test_another_letter_is_fixed_without_a_case_with_its_own_decision(
    office: Context, made: Made, letter: int
) -> None:
    other = made(
        "brief", soort="brief", onderwerp="de vergadering", verhuurder=1, tekst="Wij komen graag langs."
    )
    brieven.write_part(office, other, "vervolg", "Wij komen graag langs.")
    decision = brief_versies.Besluit(date(2019, 9, 1), "Met algemene stemmen")
    version = brief_versies.fix(office, other, on=date(2019, 9, 2), decision=decision)
    assert (version.decision, version.registered) == (decision, "2019-001")
    assert "Wij komen graag langs." in brief_versies.words(office, other, 1)
