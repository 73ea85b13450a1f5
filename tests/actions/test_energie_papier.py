"""The paper for the tenant, and the sheets that go along with a coach."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import energie, energie_papier, lists, papier, records
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.base.jobs import run
from huurdersapp.reports.energie_values import BezoekVerslag
from tests.actions.conftest import Made, changed, numbers, shown, steps
from tests.helpers_document import words

VISIT: dict[str, Any] = {
    "datum": "2019-06-03",
    "coach": "Jan",
    "postcode": "7822 AP",
    "huisnummer": 14,
    "straat": "Laan van de Marel",
    "plaats": "Emmen",
}
AGREED = [{"doel": "contact"}, {"doel": "meterstanden"}]


@pytest.fixture
def ready(office: Context, made: Made) -> Context:
    """An office with measures, a sender and a coach of whom all is known."""
    energie.ready(office)
    made(
        "partij",
        naam="De Linde",
        soort="huurdersorganisatie",
        eigen=True,
        contact_adres="Brink 1\n7811 AA Emmen",
        plaats="Emmen",
    )
    known = {"opleiding": "Ja", "vog_gezien_op": "2019-01-01", "geheimhouding_op": "2019-01-01"}
    made("energiecoach", naam="Jan", **known)
    return office


def _values(ctx: Context, number: int, **how: Any) -> BezoekVerslag:
    with ctx.store.reading() as db:
        return energie_papier.visit_values(
            ctx, db, records.find(db, ctx.spec("energiebezoek"), number), **how
        )


def test_the_paper_says_what_was_done_and_what_it_may_save(ready: Context, made: Made) -> None:
    made("rekentarief", jaar=2019, gas_euro=0.75, bron_prijs="Proef")
    lines = [
        {"maatregel": "Radiatorfolie", "aantal": 4},
        {"maatregel": "Ledlampen", "aantal": 2, "hoe_ver": "uitgereikt", "stand": "te_doen"},
        {"maatregel": "Cv-water op 60 graden", "stand": "te_doen"},
    ]
    values = _values(ready, made("energiebezoek", **VISIT, maatregelen=lines))
    assert [(one.naam, one.stand, one.wanneer, one.aantal, one.eenheid) for one in values.maatregelen] == [
        ("Radiatorfolie", "geplaatst_coach", "gedaan", 4, "m²"),
        ("Ledlampen", "uitgereikt", "te_doen", 2, "stuks"),
        ("Cv-water op 60 graden", "besproken", "te_doen", None, ""),
    ]
    foil = values.maatregelen[0].besparing
    assert foil is not None
    assert (foil.gas_m3, foil.euro, foil.bron, foil.jaar) == (
        Decimal(40),
        Decimal(30),
        "Vuistregel van energiecoaches, eigen kennis",
        2026,
    )
    assert values.samen is not None
    assert (values.samen.gas_m3, values.samen.stroom_kwh) == (Decimal(40), Decimal(36))
    assert values.samen.euro is None  # the price of power is not known
    assert "60 graden of hoger" in values.maatregelen[2].let_op
    assert (values.coach, values.organisatie.naam, values.tarief and values.tarief.bron) == (
        "Jan",
        "De Linde",
        "Proef (niet nagezocht)",
    )


def test_name_readings_and_use_need_consent(ready: Context, made: Made) -> None:
    private = {
        "bewoner_naam": "P. Jansen",
        "gas_jaar": 1200,
        "meterstanden": [{"meter": "stroom", "stand": 5}],
    }
    silent = _values(ready, made("energiebezoek", **VISIT, **private))
    assert (silent.bewoner, silent.meterstanden, silent.verbruik, silent.nazorg_op) == ("", (), (), None)
    told = _values(ready, made("energiebezoek", **VISIT, **private, toestemmingen=AGREED))
    assert told.bewoner == "P. Jansen"
    assert [(one.naam, one.stand, one.eenheid) for one in told.meterstanden] == [
        ("stroom", Decimal(5), "kWh")
    ]
    assert [(one.naam, one.per_jaar) for one in told.verbruik] == [("gas", Decimal(1200))]
    assert told.nazorg_op == date(2019, 10, 3)
    assert [one.tekst[:25] for one in told.toestemmingen] == [
        "Ik vind goed dat u mij ov",
        "Ik vind goed dat u mijn m",
    ]
    assert told.bewaard is not None
    assert told.bewaard.wat == ("uw adres", "uw naam", "uw meterstanden", "uw verbruik", "wat wij bespraken")


def test_what_the_landlord_must_do_is_told_once_and_passed_on_only_with_consent(
    ready: Context, made: Made
) -> None:
    glass = {"maatregel": "Beter glas", "wie": "verhuurder", "toelichting": "Slaapkamer"}
    values = {**VISIT, "maatregelen": [glass]}
    (offered,) = energie.landlord_measures(ready, values)
    damp = {"categorie": "vocht_schimmel", "titel": "Schimmel", "toestemming": True}
    saved = energie.save_visit(ready, values, knelpunt=damp, landlord_measures=[offered])
    told = _values(ready, saved.records[0]["nummer"])
    assert told.voor_verhuurder == ("Beter glas: Slaapkamer", "Schimmel")
    assert told.doorgeven is True
    assert told.maatregelen == ()
    assert _values(ready, made("energiebezoek", **values)).doorgeven is None
    back = [{"doel": "verhuurder", "gegeven_op": "2019-06-03", "ingetrokken_op": "2019-06-04"}]
    assert _values(ready, made("energiebezoek", **values, toestemmingen=back)).doorgeven is False


def test_a_consent_to_an_older_text_is_told_by_what_it_was_for(ready: Context, made: Made) -> None:
    old = [{"doel": "foto", "tekstversie": "2018-01"}]
    (told,) = _values(ready, made("energiebezoek", **VISIT, toestemmingen=old)).toestemmingen
    assert (told.tekst, told.versie) == ("Foto's maken en bewaren", "2018-01")


def test_the_address_stands_in_the_window_only_by_post(ready: Context, made: Made) -> None:
    number = made("energiebezoek", **VISIT)
    assert not _values(ready, number).per_post
    assert _values(ready, number, by_post=True).per_post
    nowhere = made("energiebezoek", datum="2019-06-03", coach="Jan", zonder_adres=True)
    without = _values(ready, nowhere, by_post=True)
    assert (without.adres, without.per_post) == (None, False)


@pytest.mark.parametrize(
    "facts", [{"gesproken": False}, {"datum": "2019-12-01"}, {"vervallen_op": "2019-06-01"}]
)
def test_without_a_conversation_there_is_no_paper(ready: Context, made: Made, facts: dict[str, Any]) -> None:
    number = made("energiebezoek", **(VISIT | facts))
    with pytest.raises(UserError, match=f"Bij energiebezoek {number} is"):
        energie_papier.preview_visit(ready, number)


def test_the_paper_is_shown_and_saved(ready: Context, made: Made, tmp_path: Path) -> None:
    number = made("energiebezoek", **VISIT, maatregelen=[{"maatregel": "Tochtstrips"}])
    paper = energie_papier.preview_visit(ready, number)
    assert paper.pdf.startswith(b"%PDF")
    assert "indicatief" in words(paper.document)
    assert "VOORBEELD" not in words(paper.document)
    for ending in ("pdf", "docx"):
        written = run(energie_papier.write_visit(ready, number, tmp_path / f"v.{ending}"))
        assert written.path.stat().st_size > 1000


# Sheets


def test_sheets_are_kept_and_printed_in_one_step(ready: Context, tmp_path: Path) -> None:
    before = steps(ready)
    paper, names = energie_papier.issue_forms(ready, 3, "Jan", date(2019, 8, 1))
    assert names == ("B 0001", "B 0002", "B 0003")
    assert paper.pages == 6
    assert steps(ready) == before + 1
    row = shown(ready, "bezoekformulier", 2)
    assert (row["naam"], row["coach"], row["uitgegeven_op"]) == ("B 0002", 1, "2019-08-01")
    _paper, more = energie_papier.issue_forms(ready, 1)
    assert more == ("B 0004",)
    assert run(papier.save(paper, tmp_path / "f.pdf")).pages == 6
    with pytest.raises(UserError, match="kan alleen als"):
        run(papier.save(paper, tmp_path / "f.docx"))
    assert shown(ready, "bezoekformulier", 4)["uitgegeven_op"] == "2019-09-02"


def test_without_the_file_no_sheet_is_handed_out(ready: Context, tmp_path: Path) -> None:
    before = steps(ready)
    with pytest.raises(UserError, match="bestaat niet"):
        run(energie_papier.write_forms(ready, 2, tmp_path / "weg" / "f.pdf", "Jan"))
    with pytest.raises(UserError, match="alleen als"):
        run(energie_papier.write_forms(ready, 2, tmp_path / "f.docx", "Jan"))
    with pytest.raises(records.Refused, match="Piet"):
        energie_papier.issue_forms(ready, 2, "Piet")
    for count in (0, 101):
        with pytest.raises(UserError, match="1 tot en met 100"):
            energie_papier.issue_forms(ready, count)
    assert (steps(ready), numbers(ready, "bezoekformulier")) == (before, [])
    written, names = run(energie_papier.write_forms(ready, 1, tmp_path / "f.pdf", "Jan"))
    assert (written.pages, names) == (2, ("B 0001",))


def test_sheets_that_did_not_come_back_are_told_the_longest_first(ready: Context, made: Made) -> None:
    energie_papier.issue_forms(ready, 2, "Jan", date(2019, 8, 1))
    energie_papier.issue_forms(ready, 1, None, date(2019, 7, 1))
    made("energiebezoek", **VISIT, formulier="B 0001")
    found = energie_papier.sheets_out(ready)
    assert [(one.name, one.coach, one.days) for one in found] == [("B 0003", None, 63), ("B 0002", "Jan", 32)]
    assert lists.count(ready, ready.spec("bezoekformulier"), ["nog_uit_op=2019-09-02"]) == 2
    assert len(energie_papier.sheets_out(ready, date(2019, 7, 15))) == 1


def test_sheets_can_be_printed_again(ready: Context) -> None:
    energie_papier.issue_forms(ready, 2, "Jan")
    assert energie_papier.print_again(ready, [2]).pages == 2
    with pytest.raises(UserError):
        energie_papier.print_again(ready, [9])


def test_while_sheets_are_out_the_number_keys_follow_their_rows(ready: Context, made: Made) -> None:
    order = [one.number for one in energie.measures(ready)]
    energie_papier.issue_forms(ready, 1, "Jan")
    made("energiebezoek", **VISIT, maatregelen=[{"maatregel": "Deurdranger"}])
    assert [one.number for one in energie.measures(ready)] == order
    changed(ready, "bezoekformulier", 1, vervallen_op="2019-09-02")
    assert energie.printed_order(ready) is None
    assert energie.measures(ready)[0].name == "Deurdranger"


def test_a_long_list_of_measures_stays_on_one_piece_of_paper(ready: Context, made: Made) -> None:
    for count in range(20):
        made("maatregel", naam=f"Eigen maatregel {count}")
    paper, _names = energie_papier.issue_forms(ready, 1)
    assert paper.pages == 2
