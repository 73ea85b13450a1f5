"""Renovations count for the akkoord: the measure of who agreed moves by itself, per building and in whole numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from huurdersapp.actions import lists, metingen, records, standen, verslag
from huurdersapp.actions.akkoord_telling import counted
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base import clock
from huurdersapp.base.period import parse
from huurdersapp.reports.trimester_values import Indicator
from tests.actions.conftest import Made, changed, numbers
from tests.helpers_document import words

END = date(2020, 1, 31)
Built = Callable[..., int]


@pytest.fixture
def built(emmen: Context, made: Made) -> Built:
    """Makes a building of a project with so many tenants who said yes and no, and so many empty homes."""

    def build(project: int, name: str, yes: int, no: int = 0, silent: int = 0, empty: int = 0) -> int:
        unit = made("bouwkundige_eenheid", naam=name, project=project)
        said = ["ja"] * yes + ["nee"] * no + ["geen_reactie"] * silent + ["leeg"] * empty
        for at, answer in enumerate(said, 1):
            day = {"instemming_op": "2019-05-20"} if answer in ("ja", "nee") else {}
            made("renovatiewoning", eenheid=unit, straat=name, huisnummer=at, instemming=answer, **day)
        return unit

    return build


def project(made: Made, title: str = "Gevels", **values: object) -> int:
    asked = {"meting_van": "2019-05-01", "meting_tot": "2019-06-30"}
    return made("renovatieproject", titel=title, voorstellen=[{"datum": "2019-04-01"}], **{**asked, **values})


def measure(ctx: Context, on: date = END) -> standen.Stand:
    return standen.stand(ctx, metingen.measure_called(ctx, "DU2-I12"), on)


def printed(ctx: Context, code: str = "2019") -> Indicator:
    values = verslag.report_values(ctx, parse(code), 1)
    return next(item for thema in values.themas for item in thema.indicatoren if item.nummer == "DU2-I12")


def test_the_measure_moves_by_itself_and_opens_the_tenants_that_it_counts(
    emmen: Context, made: Made, built: Built
) -> None:
    assert (measure(emmen).key, measure(emmen).last) == ("nog_niet_te_zeggen", None)
    unit = built(project(made), "Dreef", 16, 4, 3, empty=2)
    found = measure(emmen)
    assert found.last is not None
    assert (found.key, found.last.value, found.counted) == ("niet_gehaald", Decimal("69.57"), True)
    assert found.last.words == "69,57 % van de huurders"
    assert found.last.where == (f"eenheid={unit}", "telt_mee_op=2019-12-31")
    assert lists.count(emmen, emmen.spec(found.last.kind), found.last.where) == 23
    (silent,) = numbers(emmen, "renovatiewoning", "straat=Dreef", "huisnummer=21")
    changed(emmen, "renovatiewoning", silent, instemming="ja", instemming_op="2019-08-30")
    found = measure(emmen)
    assert found.last is not None
    assert (found.key, found.last.value) == ("gehaald", Decimal("73.91"))
    with clock.fixed(date(2019, 8, 29)):
        assert measure(emmen, date(2019, 8, 29)).key == "niet_gehaald", "as it stood on that day"


def test_each_building_has_to_reach_it_and_the_lowest_decides(
    emmen: Context, made: Made, built: Built
) -> None:
    made_one = project(made)
    built(made_one, "Dreef", 10)
    built(made_one, "Laan", 6, 5)
    found = measure(emmen)
    assert [str(one.value) for one in found.series] == ["100.00", "54.55"]
    assert found.last is not None
    assert (found.key, found.last.project) == ("niet_gehaald", "Gevels: Laan"), "16 of 21 together is 76 %"
    (count,) = {item.count for item in [counted(emmen, "indicator", found.indicator, parse("2019"))] if item}
    assert count == 1


def test_while_tenants_may_answer_nothing_is_judged_yet(emmen: Context, made: Made, built: Built) -> None:
    running = project(made, meting_tot="2020-06-30")
    built(running, "Dreef", 6, 4)
    found = measure(emmen)
    assert found.last is not None
    assert (found.key, str(found.last.value)) == ("nog_niet_te_zeggen", "60.00")
    assert found.last.note == "Huurders kunnen nog antwoorden."
    built(project(made, "Daken", meting_tot=None), "Laan", 8, 2)
    assert measure(emmen).key == "nog_niet_te_zeggen", "each building has to reach it, and one may still"
    changed(emmen, "renovatieproject", running, status="gestopt")
    assert measure(emmen).key == "niet_gehaald"
    records.discard(emmen, emmen.spec("renovatieproject"), running)
    assert measure(emmen).key == "gehaald", "80 % cannot be undone by who still has to answer"


def test_a_building_where_it_failed_is_not_hidden_by_one_that_may_still_reach_it(
    emmen: Context, made: Made, built: Built
) -> None:
    built(project(made, meting_tot="2020-06-30"), "Dreef", 1, 0, silent=9)
    assert measure(emmen).key == "nog_niet_te_zeggen"
    built(project(made, "Daken"), "Laan", 6, 4)
    assert measure(emmen).key == "niet_gehaald"


def test_a_renovation_of_another_municipality_does_not_count(
    emmen: Context, made: Made, built: Built
) -> None:
    elsewhere = made("kern", naam="gemeente Heide", soort="gemeente")
    block = made("complex", naam="De Hei", kern=made("kern", naam="Heidorp", ligt_in=elsewhere))
    built(project(made, kern=elsewhere), "Dreef", 1, 9)
    built(project(made, "Daken", complexen=[block]), "Laan", 1, 9)
    assert measure(emmen).last is None
    assert printed(emmen).waarde.getal.waarde is None


def test_on_paper_stands_in_how_many_buildings_enough_agreed(
    emmen: Context, made: Made, built: Built
) -> None:
    made_one = project(made)
    built(made_one, "Dreef", 17, 6)
    built(made_one, "Laan", 3, 2)
    built(made_one, "Hof", 3)
    built(made_one, "Leeg", 0, empty=3)
    found = printed(emmen)
    assert found.waarde.noemer is not None
    assert (found.soort, found.waarde.getal.waarde, found.waarde.noemer.waarde) == ("deel", 1, 2)
    assert found.eenheid == "gebouwen: 70\u00a0% gehaald"
    assert found.waarde.getal.source is not None
    assert len(found.waarde.getal.source.ids) == 1
    assert found.stand is None or not found.stand.waarde, (
        "the share of tenants stands in the part about renovations"
    )
    (task,) = [
        item
        for thema in verslag.report_values(emmen, parse("2019"), 1).themas
        for item in thema.afspraken
        if item.nummer == "DU2-A10"
    ]
    (work,) = task.activiteiten
    assert work.omschrijving == "Draagvlakmeting ‘Gevels’"
    assert work.uitkomst == "70\u00a0% gehaald in 1 van 2 gebouwen"


@pytest.mark.parametrize("few", [False, True])
def test_the_evaluation_of_a_year_tells_no_share_of_tenants(
    emmen: Context, made: Made, built: Built, few: bool
) -> None:
    one = project(made)
    built(one, "Dreef", 16, 4, 3)
    built(one, "Laan", 9, 1, empty=1)
    if few:
        built(one, "Hof", 0, 2)
    with clock.fixed(END):
        text = words(verslag.make(emmen, Opdracht("evaluatie", parse("2019"), akkoord=1)).document)
    row = "".join(line for line in text.splitlines() if "DU2-I12" in line)
    assert "1 van de 2 gebouwen: 70 % gehaald" in row.replace("\u00a0", " ")
    assert "69" not in row
    assert ("Niet gehaald" in row) is not few, "with a building of two tenants the verdict would be theirs"
