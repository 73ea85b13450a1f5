"""The wijkrapport: what happened in a place, without giving away what the trimesterverslag hides of a kern."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen.jaar import counts_of
from huurdersapp.base import period
from huurdersapp.base.errors import UserError
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.reports.document import Bullets
from huurdersapp.reports.merging import TOGETHER
from huurdersapp.reports.trimester_knelpunten import merged_rows
from huurdersapp.reports.trimester_registers import merged_visits
from huurdersapp.reports.values import Getal
from huurdersapp.reports.wijkrapport_cijfers import Hier, Plek, _rows, known, reports_here, total, visits_here
from tests.actions.conftest import Made, numbers
from tests.actions.rapporten import SECRET, check_numbers, part, report, told
from tests.reports.paper_samples import findings, pdf_of

CODES = ("2020", "2020-T2", "2021-T1")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kern", ["Emmerhout", "Emmen-Oost", "gemeente Emmen", "Klazienaveen"])
def test_every_number_is_that_of_its_list(example: Context, kern: str, code: str) -> None:
    (number,) = numbers(example, "kern", f"naam={kern}")
    for kort in (False, True):
        assert check_numbers(example, report(example, "wijk", code, kern=number, kort=kort)) > 3


@pytest.mark.parametrize("code", CODES)
def test_a_place_tells_no_more_than_the_rows_of_the_trimesterverslag(example: Context, code: str) -> None:
    """Of each place: a number is printed only when all rows that may hold it are printed whole and hold nothing else."""
    with example.store.reading() as db:
        (akkoord,) = db.alive(example.spec("akkoord"))
        assert isinstance(akkoord, Akkoord)
        safe = counts_of(example, db, period.parse(code), akkoord)
        kernen: dict[str, Any] = {row.id: row for row in db.alive(example.spec("kern"))}
    counter, values, printed = safe.counter(), safe.values, 0
    rows: dict[str, Any] = {
        "bezoek": merged_visits(values.bezoeken, values.small),
        "kern": merged_rows(values.knelpunten, "kern", values.small),
    }
    for place in kernen.values():
        here = frozenset(row.naam for row in kernen.values() if _lies_in(row, place, kernen))
        plek = Plek(
            here, frozenset(row.naam for row in kernen.values() if _lies_in(place, row, kernen)) - here
        )
        for which, hier in (
            ("bezoek", visits_here(values, counter, plek)),
            ("kern", reports_here(values, counter, plek)),
        ):
            if not known(counter, hier) or not hier.keys:
                continue
            printed += 1
            inside = [
                [each.naam for each in members]
                for _row, members in rows[which]
                if {each.naam for each in members} & here
            ]
            assert all(set(members) <= here for members in inside)
            assert len(inside) == len(hier.keys)
            assert total(counter, hier) == sum(_shown(counter.shown.text(key)) for key in hier.keys)
    assert printed or code != "2020"


def _shown(text: str) -> int:
    return int(text.replace(".", ""))


def _lies_in(row: Any, place: Any, kernen: dict[str, Any]) -> bool:
    while row is not None and row is not place:
        row = kernen.get(row.ligt_in_id or "")
    return row is place


def test_a_row_that_holds_other_places_is_named_and_not_counted(example: Context) -> None:
    (number,) = numbers(example, "kern", "naam=Barger-Oosterveld")
    made = report(example, "wijk", "2020", kern=number)
    text = part(made, "gemeld")
    assert "Nieuw gemeld, in één woning | niet apart" in text
    assert "bij gemeente Emmen (samengevoegd): anders zou iemand te herkennen zijn" in text
    assert "gemeente gemeente" not in text


def visited(ctx: Context, where: int, day: str, times: int) -> None:
    """So many homes, each with a visit."""
    spec = ctx.spec("energiebezoek")
    home = {"postcode": "9400 AA", "kern": where, "datum": day, "coach": 1}
    records.create(ctx, spec, [{**home, "huisnummer": where * 100 + at} for at in range(times)])


def test_a_place_with_few_visits_reads_as_one_without(office: Context, made: Made) -> None:
    """Else the reports of all places tell which of them are in a row of eight, of which each has at most four."""
    town = made("kern", naam="Grootstad", soort="gemeente")
    few, also, none = (made("kern", naam=name, ligt_in=town) for name in ("Noord", "Zuid", "West"))
    made("energiecoach", naam="Bo Bakker")
    for place, times in ((few, 4), (also, 4), (made("kern", naam="Oost", ligt_in=town), 6)):
        visited(office, place, "2019-02-01", times)
    texts = [
        part(report(office, "wijk", "2019-T1", kern=place), "bezoeken").replace(name, "Hier")
        for place, name in ((few, "Noord"), (also, "Zuid"), (none, "West"))
    ]
    assert len(set(texts)) == 1
    assert "noemen wij niet apart" in texts[0]


def test_a_place_is_in_the_row_put_together_also_where_the_wider_place_has_its_own() -> None:
    """The name of a row that was put together says so where the town was told of as well."""
    rows = (("een", "Grootstad", ["Grootstad"]), ("twee", f"Grootstad{TOGETHER}", ["Noord", "Zuid"]))
    asked = [(key, Getal(6), name, members) for key, name, members in rows]
    inside = _rows(asked, Plek(frozenset({"West"}), frozenset({"Grootstad"})), True)
    assert (inside.keys, inside.samen_met) == ((), f"Grootstad{TOGETHER}")
    whole = _rows(asked, Plek(frozenset({"Grootstad", "Noord", "Zuid", "West"})), True)
    assert (whole.keys, whole.samen_met) == (("een", "twee"), "")
    elsewhere = _rows(asked, Plek(frozenset({"Dorp"}), frozenset({"Buiten"})), True)
    assert (elsewhere.keys, elsewhere.samen_met) == ((), "")


def test_without_an_akkoord_too_the_reports_of_a_year_hide_together(office: Context, made: Made) -> None:
    town = made("kern", naam="Grootstad")
    made("energiecoach", naam="Bo Bakker")
    for day, times in (("2018-02-01", 10), ("2018-06-01", 12), ("2018-10-01", 3)):
        visited(office, town, day, times)
    shown = []
    for code in ("2018-T1", "2018-T2", "2018-T3", "2018"):
        with office.store.reading() as db:
            safe = counts_of(office, db, period.parse(code), None)
        shown.append(safe.shown.shows(("bezoek", "gesproken")))
    assert not shown[2]
    assert not all(shown[:2] + shown[3:])


def test_a_free_period_says_that_it_stands_by_itself(office: Context, made: Made) -> None:
    here = made("kern", naam="Het Midden")
    apart = "Leg het niet naast het verslag van een trimester"
    assert apart in told(office, "wijk", "2019-03-01..2019-03-09", kern=here)
    assert apart not in told(office, "wijk", "2019", kern=here)


def test_nothing_is_known_of_a_hidden_row(example: Context) -> None:
    with example.store.reading() as db:
        (akkoord,) = db.alive(example.spec("akkoord"))
        safe = counts_of(example, db, period.parse("2020"), akkoord)
    counter = safe.counter()
    keys = [("bezoek", "kern", at) for at in range(20)]
    hidden = [key for key in keys if counter.shown.knows(key) and not counter.shown.shows(key)]
    assert hidden
    assert not known(counter, Hier(tuple(hidden[:1])))
    assert not known(counter, Hier((), (), (), "Emmen-Oost"))


def test_a_place_of_a_few_homes_is_told_with_the_place_it_lies_in(office: Context, made: Made) -> None:
    town = made("kern", naam="Grootstad", soort="gemeente")
    few, many = made("kern", naam="Het Eind", ligt_in=town), made("kern", naam="Het Midden", ligt_in=town)
    landlord = made("verhuurder", naam="Woonstad")
    made("complex", naam="De Hoek", verhuurder=landlord, kern=few, aantal_woningen=6)
    made("complex", naam="De Flat", verhuurder=landlord, kern=many, aantal_woningen=60)
    text = told(office, "wijk", "2019", kern=few)
    assert "Het Eind heeft minder dan tien woningen." in text
    assert "gaat dit rapport over Grootstad" in text
    assert "De Hoek" not in text
    assert "Eén klein complex | – | minder dan 10 |" in text
    own = told(office, "wijk", "2019", kern=many)
    assert "minder dan tien woningen." not in own
    assert "Wijkrapport Het Midden" in report(office, "wijk", "2019", kern=many).document.title


def test_small_complexes_are_told_together_without_giving_one_away(office: Context, made: Made) -> None:
    town, landlord = made("kern", naam="Grootstad"), made("verhuurder", naam="Woonstad")
    for name, homes in (("De Hoek", 6), ("De Punt", 7), ("De Flat", 60)):
        made("complex", naam=name, verhuurder=landlord, kern=town, aantal_woningen=homes)
    text = told(office, "wijk", "2019", kern=town)
    assert "Twee kleine complexen samen | – | 13 |" in text
    assert "De Punt" not in text


def test_people_outside_read_nothing_that_is_confidential(office: Context, made: Made) -> None:
    here = made("kern", naam="Het Midden")
    landlord = made("verhuurder", naam="Woonstad")
    flat = made("complex", naam="De Flat", verhuurder=landlord, kern=here, aantal_woningen=60)
    secret = made("advies", onderwerp=SECRET, soort="ongevraagd", verhuurder=landlord, complex=flat,
                  verstuurd_op="2019-05-01", uitkomst="negatief", vertrouwelijk=True)  # fmt: skip
    made("overleg", soort="rg", datum="2019-06-01",
         agendapunten=[{"onderwerp": SECRET, "besluit": "Uitgesteld", "advies": secret}])  # fmt: skip
    for publiek in ("leden", "openbaar"):
        text = told(office, "wijk", "2019", kern=here, publiek=publiek)
        assert SECRET not in text
        assert "Uitgesteld" not in text
        assert "Eén advies gaat over iets waarover wij nog niets mogen vertellen." in text
    inside = report(office, "wijk", "2019", kern=here)
    assert SECRET in part(inside, "adviezen")
    assert "Uitgesteld" in part(inside, "besluiten")


def test_a_decision_about_a_confidential_advies_is_not_told_by_way_of_a_problem(
    office: Context, made: Made
) -> None:
    here, landlord = made("kern", naam="Het Midden"), made("verhuurder", naam="Woonstad")
    secret = made("advies", onderwerp=SECRET, soort="ongevraagd", verhuurder=landlord, vertrouwelijk=True)
    problem = made("knelpunt", titel="De lift", categorie="onderhoud", gemeld_op="2019-05-01", kern=here,
                   omvang="complex")  # fmt: skip
    made("overleg", soort="rg", datum="2019-06-01",
         agendapunten=[{"onderwerp": "De lift", "besluit": SECRET, "knelpunt": problem, "advies": secret}])  # fmt: skip
    assert SECRET not in told(office, "wijk", "2019", kern=here, publiek="leden")
    assert SECRET in told(office, "wijk", "2019", kern=here)


def test_measures_are_named_without_counts_and_only_from_ten_visits_on(example: Context) -> None:
    (number,) = numbers(example, "kern", "naam=Emmerhout")
    text = part(report(example, "wijk", "2020", kern=number), "bezoeken")
    assert "29 energiebezoeken" in text
    assert "Dit kwam er bij die bezoeken in de woningen:" in text
    assert "Radiatorfolie" in text
    (few,) = numbers(example, "kern", "naam=Roswinkel")
    assert "Dit kwam er" not in part(report(example, "wijk", "2020", kern=few), "bezoeken")


def test_the_short_form_tells_of_raadplegingen_in_lines(example: Context) -> None:
    (number,) = numbers(example, "kern", "naam=gemeente Emmen")
    made = report(example, "wijk", "2020", kern=number, kort=True)
    (found,) = [each for each in made.read.onderdelen if each.sleutel == "raadplegingen"]
    assert [type(block) for block in found.blocks] == [Bullets]
    assert "En nog vijf: die staan in het volledige rapport." in part(made, "raadplegingen")
    assert pdf_of(made.document)[1].pages <= 5


def test_it_asks_for_a_place(office: Context) -> None:
    with pytest.raises(UserError, match="Kies de kern of wijk"):
        report(office, "wijk", "2019")


def test_a_place_where_nothing_happened_says_so(office: Context, made: Made) -> None:
    here = made("kern", naam="Het Midden")
    empty = report(office, "wijk", "2019", kern=here)
    assert empty.empty
    text = told(office, "wijk", "2019", kern=here)
    assert "Over Het Midden is in deze periode niets vastgelegd." in text
    assert "Zo begint u:" in text


def test_the_pages_pass_the_checker(example: Context) -> None:
    (number,) = numbers(example, "kern", "naam=gemeente Emmen")
    file, done = pdf_of(report(example, "wijk", "2020", kern=number).document)
    assert findings(file) == []
    assert done.pages > 5


def test_the_day_on_the_report_is_that_of_the_writer(example: Context) -> None:
    text = told(example, "wijk", "2020", kern=33, datum=date(2021, 2, 3))
    assert "Gemaakt op: 3 februari 2021" in text
