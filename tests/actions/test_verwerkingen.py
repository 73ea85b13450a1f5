"""The processing register: proposals that are true of this program, taken over once, and the terms that follow from it."""

from __future__ import annotations

from huurdersapp.actions import history, verwerkingen
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.records.bewaren import KINDS, STAYS
from huurdersapp.records.toestemming import text_of
from huurdersapp.records.verwerking import SOORTEN
from tests.actions.conftest import TODAY, Made, changed, numbers, shown, steps


def _term(ctx: Context, soort: str) -> int | None:
    with ctx.store.reading() as db:
        return verwerkingen.termijn(db, soort)


def test_every_kind_of_data_in_the_program_has_a_proposal(office: Context) -> None:
    found = {item.soort: item for item in verwerkingen.voorstellen(office)}
    assert set(found) == {item.key for item in SOORTEN.items} - {"anders"}
    assert set(KINDS) == set(STAYS) <= set(found)
    for item in found.values():
        said = [item.values[key] for key in ("doel", "betrokkenen", "gegevens", "ontvangers", "motivering")]
        assert all(said), item.soort
        assert "AVG artikel" in item.values["grondslag_toelichting"]
    assert {soort for soort, item in found.items() if item.bewaarmaanden is None} == {"adressen"}


def test_the_proposed_term_is_the_one_to_which_tenants_agree(office: Context) -> None:
    (visits,) = (item for item in verwerkingen.voorstellen(office) if item.soort == "energiebezoeken")
    assert visits.bewaarmaanden == 12
    assert "twaalf maanden na het laatste contact" in text_of("bezoek", "2026-11")


def test_proposals_are_taken_over_in_one_step_and_only_once(office: Context) -> None:
    before = steps(office)
    assert len(verwerkingen.overnemen(office)) == 11
    assert (steps(office), verwerkingen.overnemen(office)) == (before + 1, ())
    assert shown(office, "verwerking", 1)["sinds"] == TODAY.isoformat()
    assert steps(office) == before + 1
    history.undo(office)
    assert numbers(office, "verwerking") == []


def test_what_the_board_wrote_itself_stays_and_counts(office: Context, made: Made) -> None:
    made(
        "verwerking", naam="Onze bezoeken", soort="energiebezoeken", grondslag="toestemming", bewaarmaanden=8
    )
    assert len(verwerkingen.overnemen(office, ["energiebezoeken", "knelpunten"])) == 1
    assert shown(office, "verwerking", 1)["naam"] == "Onze bezoeken"
    assert (_term(office, "energiebezoeken"), _term(office, "knelpunten")) == (8, 6)
    assert _term(office, "brieven") is None


def test_of_several_terms_the_shortest_counts_and_one_that_ended_does_not(
    office: Context, made: Made
) -> None:
    for months in (30, 7, 9):
        made("verwerking", naam=f"Contact {months}", soort="contacten", bewaarmaanden=months)
    assert _term(office, "contacten") == 7
    changed(office, "verwerking", 2, beeindigd_op=TODAY.isoformat())
    assert _term(office, "contacten") == 9
    with clock.fixed(TODAY):
        assert _term(office, "contacten") == 9


def test_copies_are_kept_no_longer_than_the_longest_term(office: Context, made: Made) -> None:
    assert verwerkingen.langste_contact(office) == 24, "letters, by the proposals"
    made("verwerking", naam="Bezoeken", soort="energiebezoeken", bewaarmaanden=40)
    assert verwerkingen.langste_contact(office) == 40
    changed(office, "verwerking", 1, bewaarmaanden=3)
    assert verwerkingen.langste_contact(office) == 24
    made("verwerking", naam="Brieven", soort="brieven", bewaarmaanden=2)
    made("verwerking", naam="Campagnes", soort="campagnes", bewaarmaanden=2)
    assert verwerkingen.langste_contact(office) == 12
