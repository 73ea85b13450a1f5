"""What a campagne adds up to is one and the same everywhere, and every count is one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from huurdersapp.actions import (
    campagne_lopen,
    campagne_papier,
    campagne_stand,
    campagnes,
    history,
    lists,
    records,
)
from huurdersapp.actions.campagne_papier import Choices
from huurdersapp.actions.context import Context
from huurdersapp.actions.register_cijfers import campaign_lines
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.period import Period, parse
from huurdersapp.records import ALL
from huurdersapp.records.campagne import added
from tests.actions.conftest import Made, numbers
from tools.paper_words import pdf_words

DOOR = {"datum": "2019-09-02", "vorm": "individueel", "kanaal": "huis_aan_huis", "plek": "Brink"}
COUNTED = ("bereik", "contacten", "deelnemers")


@pytest.fixture
def place(made: Made) -> None:
    """An own organisation, a landlord, and a complex of six homes in one street of a kern."""
    made(
        "partij",
        naam="Huurdersvereniging",
        soort="huurdersorganisatie",
        eigen=True,
        contact_telefoon="0591-1",
    )
    made("kern", naam="Noord", soort="wijk")
    made("verhuurder", naam="Lefier")
    made("complex", naam="Brinkhof", verhuurder="Lefier", kern="Noord")
    for number in (4, 1, 3, 2, 6, 5):
        made(
            "adres",
            postcode="7811 AA",
            huisnummer=number,
            straat="Brink",
            plaats="Emmen",
            kern="Noord",
            complex="Brinkhof",
        )


def campaign(made: Made, **values: Any) -> int:
    return made("campagne", titel="Warm wonen", **values)


def actions(ctx: Context, number: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = records.show(ctx, ALL["campagne"], number)["acties"]
    return found


# -- one sum -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", [(), ("vorm=groepsgewijs",), ("vorm=individueel",), ("gehouden_in=2020",)])
def test_totals_above_a_list_are_those_of_its_rows_and_of_its_file(
    example: Context, where: tuple[str, ...], tmp_path: Path
) -> None:
    spec = example.spec("campagne")
    found = campagnes.list_totals(example, where)
    rows = lists.find(example, spec, where)
    assert found.campagnes == len(rows) > 3
    jobs.run(lists.export(example, spec, tmp_path / "lijst.xlsx", where, columns=COUNTED))
    cells = CalamineWorkbook.from_path(tmp_path / "lijst.xlsx").get_sheet_by_index(0).to_python()
    head = next(at for at, line in enumerate(cells) if tuple(line[:3]) == COUNTED)
    for at, key in enumerate(COUNTED):
        total = found.all.of(key)
        assert total == sum(row[key] or 0 for row in rows)
        assert total == sum(int(str(line[at] or 0).removesuffix(".0")) for line in cells[head + 1 :])
        assert total == sum(line[key] or 0 for row in rows for line in row["acties"])


@pytest.mark.parametrize("code", ["2020", "2020-T1", "2021-T2"])
def test_totals_of_a_period_are_those_of_the_trimesterverslag(example: Context, code: str) -> None:
    found = campagnes.list_totals(example, (f"gehouden_in={code}",)).within
    assert found is not None
    with example.store.reading() as db:
        lines = campaign_lines(db, parse(code))
    assert found.acties == sum(line.acties for line in lines)
    for key in (*COUNTED, "aangemeld"):
        assert found.of(key) == added(getattr(line, key).waarde for line in lines)


def test_a_whole_campaign_counts_the_same_on_its_page_and_in_a_report_about_all_its_days(
    example: Context,
) -> None:
    always = Period(date(2000, 1, 1), date(2100, 1, 1))
    with example.store.reading() as db:
        lines = {line.titel: line for line in campaign_lines(db, always)}
    for row in lists.find(example, example.spec("campagne")):
        if row["titel"] not in lines:
            continue
        total, line = campagne_stand.stand(example, row["nummer"]).total, lines[row["titel"]]
        for key in (*COUNTED, "aangemeld"):
            assert total.of(key) == row[key] == getattr(line, key).waarde


def test_each_table_holds_all_actions_and_leaves_not_counted_apart_from_zero(example: Context) -> None:
    for number in range(1, 15):
        found = campagne_stand.stand(example, number)
        for block in found.blocks:
            assert sum(row.counts.acties for row in block.rows) == found.total.acties
            for key in (*COUNTED, "aangemeld"):
                parts = [row.counts.of(key) for row in block.rows]
                assert found.total.of(key) == added(parts)


# -- how far it is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"doel_maat": "deelname", "doel_aantal": 150, "acties": [DOOR | {"deelnemers": 96}]},
         "Deelname 96 van 150 (64\N{NO-BREAK SPACE}%)"),
        ({"doel_maat": "deelname", "doel_aantal": 9, "acties": [DOOR | {"deelnemers": 6}]}, "Deelname 6 van 9"),
        ({"doel_maat": "contact", "doel_aantal": 20, "acties": [DOOR | {"contacten": 0}]},
         "Contact 0 van 20 (0\N{NO-BREAK SPACE}%)"),
        ({"doel_maat": "contact", "doel_aantal": 20, "acties": [DOOR | {"bereik": 5}]},
         "Contact: nog niet geteld. Het doel is 20."),
        ({"doel_maat": "effect", "doel_aantal": 20, "effect_aantal": 5},
         "Effect 5 van 20 (25\N{NO-BREAK SPACE}%)"),
    ],
)  # fmt: skip
def test_progress_is_told_in_words(office: Context, made: Made, values: dict[str, Any], words: str) -> None:
    progress = campagne_stand.stand(office, campaign(made, **values)).progress
    assert progress is not None
    assert progress.words == words


def test_without_a_goal_there_is_no_progress(office: Context, made: Made) -> None:
    assert campagne_stand.stand(office, campaign(made)).progress is None


def test_every_step_counts_the_records_of_its_list(example: Context) -> None:
    seen = 0
    for number in range(1, 15):
        found = campagne_stand.stand(example, number)
        places = [found.funnel, *(each.steps for each in found.complexes)]
        for step in (step for steps in places for step in steps):
            if step.kind not in ("", "campagne", "adres") or step.key == "adressen":
                assert lists.count(example, example.spec(step.kind), step.where) == (step.count or 0)
                seen += bool(step.count)
    assert seen > 10


def test_a_campaign_stands_beside_the_chosen_one_or_the_last_of_its_kind(office: Context, made: Made) -> None:
    first = campaign(made, start_op="2018-01-01", soort="werving", doelgroep_aantal=60)
    other = campaign(made, start_op="2018-06-01", soort="leden")
    gone = campaign(made, start_op="2018-09-01", soort="werving", status="vervallen")
    last = campaign(made, start_op="2019-01-01", soort="werving")
    assert gone == 3
    found = campagne_stand.stand(office, last).comparison
    assert found is not None
    assert found.number == first
    records.change(office, ALL["campagne"], last, {"vorige": other})
    found = campagne_stand.stand(office, last).comparison
    assert found is not None
    assert found.number == other
    assert campagne_stand.stand(office, first).comparison is None


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        (5, 3, "2 meer dan toen"),
        (3, 5, "2 minder dan toen"),
        (3, 3, "evenveel als toen"),
        (None, 3, "niet te vergelijken"),
        (0, None, "niet te vergelijken"),
    ],
)
def test_a_difference_is_told_in_words(now: int | None, then: int | None, words: str) -> None:
    assert campagne_stand.differs(now, then) == words


@pytest.mark.parametrize(("audience", "shown"), [(29, False), (30, True)])
def test_per_cents_are_compared_from_thirty_on(
    office: Context, made: Made, audience: int, shown: bool
) -> None:
    joined = {"acties": [DOOR | {"datum": "2018-01-01", "deelnemers": 6}]}
    campaign(made, start_op="2018-01-01", soort="werving", doelgroep_aantal=60, **joined)
    number = campaign(made, start_op="2019-01-01", soort="werving", doelgroep_aantal=audience, **joined)
    found = campagne_stand.stand(office, number).comparison
    assert found is not None
    shares = [row for row in found.rows if row.label == "Deelname van de doelgroep"]
    assert bool(shares) is shown
    if shown:
        assert (shares[0].now, shares[0].then) == ("20 %", "10 %")
        assert shares[0].words == "10 procentpunt meer dan toen"


# -- counting one --------------------------------------------------------------------------------------------------


def test_one_more_goes_to_the_action_of_today_and_can_be_taken_back(office: Context, made: Made) -> None:
    number = campaign(made, acties=[DOOR | {"contacten": 4}])
    done = campagnes.count_one(office, number, "contacten")
    assert (done.count, done.where) == (5, "Huis aan huis, Brink")
    assert [line["contacten"] for line in actions(office, number)] == [5]
    assert records.show(office, ALL["campagne"], number)["contacten"] == 5
    history.undo(office)
    assert [line["contacten"] for line in actions(office, number)] == [4]


def test_one_more_makes_an_action_of_today_like_the_last_one(office: Context, made: Made) -> None:
    number = campaign(made, acties=[DOOR | {"datum": "2019-08-01", "contacten": 4, "naam": "Ronde 1"}])
    campagnes.count_one(office, number, "deelnemers")
    campagnes.count_one(office, number, "deelnemers")
    old, new = actions(office, number)
    assert old["deelnemers"] is None
    assert (new["datum"], new["kanaal"], new["plek"], new["naam"]) == (
        "2019-09-02",
        "huis_aan_huis",
        "Brink",
        None,
    )
    assert (new["deelnemers"], new["contacten"]) == (2, None)


def test_without_an_action_nothing_is_made_up(office: Context, made: Made) -> None:
    with pytest.raises(UserError, match="nog geen actie"):
        campagnes.count_one(office, campaign(made), "contacten")


def test_only_what_is_odd_about_this_count_is_told(office: Context, made: Made) -> None:
    lines = [
        DOOR | {"datum": "2019-08-01", "bereik": 1, "contacten": 9},
        DOOR | {"contacten": 1, "bereik": 2},
    ]
    number = campaign(made, acties=lines)
    assert campagnes.count_one(office, number, "contacten").odd == ()
    assert len(campagnes.count_one(office, number, "contacten").odd) == 1


# -- addresses, walk and papers ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("place")
def test_known_addresses_are_counted_for_complexes_and_kernen(office: Context) -> None:
    assert campagnes.known_addresses(office, [1], []) == 6
    assert campagnes.known_addresses(office, [], [1]) == 6
    assert campagnes.known_addresses(office, [1], [1]) == 6
    records.change(office, ALL["adres"], 1, {"actief": False})
    assert campagnes.known_addresses(office, [1], []) == 5
    assert campagnes.known_addresses(office, [], []) == 0


@pytest.mark.usefixtures("place")
def test_a_walk_of_six_homes_becomes_one_action_with_sums_and_nothing_per_home(
    office: Context, made: Made
) -> None:
    number = campaign(made, complexen=["Brinkhof"])
    walk = campagne_lopen.walk(office, number, "Brink")
    assert [campagne_lopen.house(home) for home in walk.homes] == ["1", "3", "5", "2", "4", "6"]
    for key in "gndfg":
        assert walk.press(key)
    assert not walk.press("x")
    assert walk.undo()
    assert walk.at == 4
    for key in "dn":
        walk.press(key)
    sums = walk.sums(in_letterbox=True)
    assert (sums.homes, sums.bereik, sums.contacten, sums.deelnemers) == (6, 5, 3, 2)
    assert walk.sums(in_letterbox=False).bereik == 3
    again = campagne_lopen.walk(office, number, "Brink", walk.kept())
    assert again.sums(in_letterbox=True) == sums
    campagne_lopen.save(office, number, walk, street="Brink", on=date(2019, 9, 1), in_letterbox=True)
    (line,) = actions(office, number)
    wanted = {"datum": "2019-09-01", "kanaal": "huis_aan_huis", "vorm": "individueel", "plek": "Brink"}
    assert wanted.items() <= line.items()
    assert (line["bereik"], line["contacten"], line["deelnemers"], line["aangemeld"]) == (5, 3, 2, None)
    assert (line["kern"], line["complex"]) == (1, 1)
    assert line["toelichting"] == "6 woningen langs geweest. Niet thuis: 2. Geen folder: 1."


@pytest.mark.usefixtures("place")
def test_who_goes_over_a_home_again_puts_another_mark_there(office: Context, made: Made) -> None:
    walk = campagne_lopen.walk(office, campaign(made, complexen=["Brinkhof"]))
    walk.press("n")
    walk.at = 0
    walk.press("d")
    assert walk.mark(0) == "d"
    assert walk.sums(in_letterbox=True).homes == 1
    walk.undo()
    assert walk.mark(0) == "n"


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("kind", ["looplijst", "flyer", "etiketten"])
def test_each_paper_says_what_the_campaign_and_its_addresses_say(
    office: Context, made: Made, kind: str, tmp_path: Path
) -> None:
    number = campaign(made, complexen=["Brinkhof"], flyer_tekst="Wij komen langs.")
    path = tmp_path / "papier.pdf"
    jobs.run(campagne_papier.write(office, kind, number, path, Choices(loper="Jo")))
    words = " ".join(pdf_words(path.read_bytes()))
    wanted = {
        "looplijst": ("Looplijst Warm wonen", "Brink, oneven", "Jo"),
        "flyer": ("Warm wonen", "Wij komen langs.", "0591-1"),
        "etiketten": ("Brink 1", "7811 AA EMMEN", "Aan de bewoners van dit adres"),
    }[kind]
    for text in wanted:
        assert text in " ".join(words.split())


@pytest.mark.usefixtures("place")
def test_a_paper_can_be_of_one_street_only(office: Context, made: Made) -> None:
    made(
        "adres",
        postcode="7811 AB",
        huisnummer=9,
        straat="Hof",
        plaats="Emmen",
        kern="Noord",
        complex="Brinkhof",
    )
    number = campaign(made, complexen=["Brinkhof"])
    assert campagne_papier.streets(campagnes.homes(office, number)) == [("Brink", 6), ("Hof", 1)]
    paper = jobs.run(campagne_papier.preview(office, "etiketten", number, Choices(straten=("Hof",))))
    words = " ".join(pdf_words(paper.pdf))
    assert "Hof 9" in words
    assert "Brink" not in words
    with pytest.raises(UserError, match="In deze straten"):
        jobs.run(campagne_papier.preview(office, "looplijst", number, Choices(straten=("Laan",))))


@pytest.mark.usefixtures("place")
def test_papers_with_addresses_say_so_when_there_are_none(
    office: Context, made: Made, tmp_path: Path
) -> None:
    number = campaign(made)
    for kind in ("looplijst", "etiketten"):
        with pytest.raises(UserError, match="nog geen adressen"):
            jobs.run(campagne_papier.preview(office, kind, number))
    paper = jobs.run(campagne_papier.preview(office, "flyer", number))
    assert paper.warnings == ("De flyer heeft nog geen tekst. U typt die bij de campagne.",)
    with pytest.raises(UserError, match=r"alleen als \.pdf"):
        jobs.run(campagne_papier.write(office, "etiketten", number, tmp_path / "x.docx"))
    with pytest.raises(UserError, match="Dit papier"):
        jobs.run(campagne_papier.preview(office, "affiche", number))


@pytest.mark.usefixtures("place")
def test_a_flyer_says_when_and_where_people_can_come(office: Context, made: Made) -> None:
    coming = {"datum": "2019-10-03", "kanaal": "bijeenkomst", "plek": "Wijkgebouw"}
    number = campaign(made, acties=[DOOR | {"datum": "2019-10-01"}, coming, coming | {"datum": "2019-08-01"}])
    facts = campagne_papier.known_facts(office, number)
    assert facts == {"wanneer": "donderdag 3 oktober 2019", "waar": "Wijkgebouw", "contact": "0591-1"}
    paper = jobs.run(campagne_papier.preview(office, "flyer", number, Choices(waar="Brink 1", maat="A4")))
    words = " ".join(pdf_words(paper.pdf))
    assert "3 oktober 2019" in words
    assert "Brink 1" in words
    assert "Wijkgebouw" not in words


def test_a_campagne_for_a_complex_is_found_in_the_place_of_that_complex(office: Context, made: Made) -> None:
    village = made("kern", naam="Dorp")
    other = made("kern", naam="Elders")
    block = made("complex", naam="De Beuk", kern=village)
    audience = made("campagne", titel="Warm", complexen=[block])
    visited = made("campagne", titel="Langs de deur", acties=[{**DOOR, "complex": block}])
    assert numbers(office, "campagne", f"binnen={village}") == [audience, visited]
    assert numbers(office, "campagne", f"binnen={other}") == []
