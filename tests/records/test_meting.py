"""A meting: a value with its period, its source and who settled it; what cannot be is told with how to mend it."""

from __future__ import annotations

from typing import Any

import pytest

from huurdersapp.records import afwijking, meting
from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "indicator": "Aandeel huurders dat instemt met een renovatie.",
    "van": "2019-01-01",
    "tot": "2019-04-30",
    "waarde": 61.5,
    "teller": 123,
    "noemer": 200,
    "tekst": "Bij twee projecten.",
    "partij": "Lefier",
    "kern": "Emmermeer",
    "precisie": "project",
    "project": "Kerkhoflaan",
    "bron": "Verzonnen telling",
    "aangeleverd_door": "Lefier",
    "aangeleverd_op": "2019-05-14",
    "status": "vastgesteld",
    "bevestigd_op": "2019-05-20",
    "bevestigd_in": "BO 12-02-2019",
    "vastgesteld_op": "2019-06-01",
    "vastgesteld_in": "BO 12-02-2019",
    "vervangt": None,
    "correctie_reden": None,
    "toelichting": "Een project telt nog niet mee.",
    "klassen": [],
}
MEASURES: dict[str, dict[str, Any]] = {
    "share": {"soort": "aandeel", "norm": "hoogstens", "tijd": "steeds", "streefwaarden": [{"max": 10}]},
    "count": {"soort": "aantal", "norm": "minstens", "tijd": "per_jaar", "streefwaarden": [{"min": 4}]},
    "growth": {"soort": "aantal", "richting": "toename"},
    "ratio": {"soort": "verhouding", "eenheid": "kamers per student"},
    "money": {"soort": "bedrag"},
    "yes": {"soort": "ja_nee"},
    "text": {"soort": "tekst"},
    "see": {"soort": "verwijzing", "verwijst_naar": "gemeente"},
    "classes": {"soort": "klassenverdeling", "klassen": "A\nB\nC"},
}


@pytest.fixture
def measured(world: World) -> World:
    """A measure of each sort in an akkoord of 2015 to 2018; today is 1 July 2019."""
    world.make("akkoord", naam="Akkoord", van_jaar=2015, tot_jaar=2018)
    world.make("thema", akkoord="Akkoord", code="T", naam="Thema")
    world.make("doel", thema="Thema", code="T1", tekst="Doel")
    for name, values in MEASURES.items():
        world.make("indicator", doel="Doel", code=name, tekst=name, **values)
    world.make("overleg", soort="bo", datum="2019-02-12")
    return world


def of(measure: str, **values: Any) -> dict[str, Any]:
    return {"indicator": measure, "van": "2018-01-01", "tot": "2018-12-31", **values}


def classes(*shares: float | None, names: str = "ABC") -> list[dict[str, Any]]:
    return [{"klasse": name, "waarde": share} for name, share in zip(names, shares, strict=True)]


@pytest.mark.parametrize(
    "values",
    [
        of("share", waarde=100),
        of("share", waarde=0),
        of("share", teller=1, noemer=3, waarde=33.3),
        of("share", teller=1, noemer=3, waarde=33),
        of("count", waarde=1.5),
        of("growth", waarde=-5),
        of("ratio", waarde=2.5),
        of("money", waarde=1250.5),
        of("yes", waarde=1),
        of("text", tekst="Het gaat goed."),
        of("classes", klassen=classes(20, 44.9, 35)),
        of("classes", klassen=classes(33.3, 33.3, 33.3)),
        of("share", waarde=9, van="2012-01-01", tot="2012-12-31"),
        of("share", waarde=9, van="2018-12-31"),
    ],
)
def test_what_fits_the_measure_is_kept(measured: World, values: dict[str, Any]) -> None:
    assert measured.refused("meting", values) == []
    assert measured.warned("meting", values) == []


@pytest.mark.parametrize(
    ("values", "places", "sentence"),
    [
        (of("share", waarde=100.1), ["waarde"], "100,1 % is meer dan het geheel."),
        (of("share", teller=12, noemer=10), ["waarde"], "120 % is meer dan het geheel."),
        (of("share", waarde=-1), ["waarde"], "-1 is minder dan 0."),
        (of("count", waarde=-1), ["waarde"], "-1 is minder dan 0."),
        (of("share", teller=5, noemer=0), ["noemer"], "Het geheel moet meer dan 0 zijn."),
        (of("share", teller=5), ["noemer"], "Vul ook in hoeveel het geheel is"),
        (of("share", noemer=5), ["teller"], "Vul ook in hoeveel het er van het geheel zijn."),
        (of("share", teller=-5, noemer=10), ["teller"], "-5 is minder dan 0."),
        (of("share", teller=5, noemer=10, waarde=51), ["waarde"], "5 van 10 is 50, en hier staat 51."),
        (of("money", teller=5, noemer=10, waarde=1), ["teller"], "Een deel en een geheel horen bij"),
        (of("money", waarde=1.234), ["waarde"], "hoogstens twee cijfers voor de centen"),
        (of("yes", waarde=2), ["waarde"], "Schrijf 1 voor ja of 0 voor nee."),
        (of("count"), ["waarde"], "Vul de waarde in."),
        (of("text", waarde=1), ["tekst"], "Schrijf in woorden hoe het staat."),
        (of("see", waarde=1), ["indicator"], "Deze maat verwijst naar een andere."),
        (of("count", waarde=1, klassen=classes(1, 1, 98)), ["klassen"], "Klassen horen alleen bij"),
        (of("classes"), ["klassen"], "Vul voor elke klasse een percentage in."),
        (of("classes", klassen=classes(20, 30, 45)), ["klassen"], "De klassen zijn samen 95 %."),
        (of("classes", klassen=classes(33.3, 33.3, 33.0)), ["klassen"], "De klassen zijn samen 99,6 %."),
        (of("classes", klassen=classes(50, 50, names="AB")), ["klassen"], "Er ontbreken klassen: C."),
        (of("classes", klassen=classes(20, 30, 50, names="ABX")), ["klassen.2.klasse", "klassen"], "‘X’ hoort niet"),
        (of("classes", klassen=classes(20, 30, None)), ["klassen.2.waarde"], "Vul het percentage van deze klasse in."),
        (of("classes", klassen=classes(120, -20, 0)), ["klassen.0.waarde", "klassen.1.waarde"], "120 % kan niet."),
        (of("classes", waarde=5, klassen=classes(20, 30, 50)), ["waarde"], "hoort elke waarde bij een klasse"),
        (of("share", waarde=9, van="2019-01-01", tot="2019-12-31"), ["tot"], "Deze dag moet nog komen."),
        (of("share", waarde=9, van="2019-01-01", tot="2019-04-30"), ["tot"], "loopt tot en met 2018"),
        (of("share", waarde=9, tot="2017-12-31"), ["tot"], "Deze dag ligt vóór het begin"),
        (of("share", waarde=9, status="vastgesteld"), ["vastgesteld_op"], "op welke dag, of in welk overleg"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(
    measured: World, values: dict[str, Any], places: list[str], sentence: str
) -> None:
    assert measured.refused("meting", values) == places
    faults = measured.read("meting", values)[1]
    assert sentence in faults[0].text


def test_a_measure_with_a_later_target_may_be_measured_until_then(measured: World) -> None:
    measured.make(
        "indicator", doel="Doel", code="late", tekst="late", soort="aantal", norm="minstens", tijd="uiterlijk",
        streefwaarden=[{"jaar": 2026, "min": 4}],
    )  # fmt: skip
    assert measured.refused("meting", of("late", waarde=2, van="2019-01-01", tot="2019-04-30")) == []


@pytest.mark.parametrize(
    ("measure", "span", "warned"),
    [
        ("count", ("2018-01-01", "2018-06-30"), ["tot"]),
        ("count", ("2018-01-01", "2018-12-31"), []),
        ("count", ("2018-12-31", "2018-12-31"), []),
        ("share", ("2018-01-01", "2018-06-30"), []),
    ],
)
def test_half_a_year_of_a_yearly_measure_is_warned_for(
    measured: World, measure: str, span: tuple[str, str], warned: list[str]
) -> None:
    assert measured.warned("meting", of(measure, waarde=4, van=span[0], tot=span[1])) == warned


def test_a_share_follows_from_its_parts(measured: World) -> None:
    found = measured.make("meting", **of("share", teller=2, noemer=3))
    assert str(found.waarde) == "66.7"
    assert found.naam == "share 2018"
    assert str(measured.make("meting", **of("ratio", teller=5, noemer=2)).waarde) == "2.5"
    counted = of(
        "classes",
        klassen=[{"klasse": name, "aantal": count} for name, count in zip("ABC", (1, 1, 1), strict=True)],
    )
    shares = [str(line.waarde) for line in measured.lines(measured.make("meting", **counted), "klassen")]
    assert shares == ["33.3", "33.3", "33.3"]


def test_the_day_follows_from_the_meeting(measured: World) -> None:
    found = measured.make(
        "meting", **of("share", waarde=9, status="vastgesteld", vastgesteld_in="BO 12-02-2019")
    )
    assert found.vastgesteld_op.isoformat() == "2019-02-12"


def test_what_was_settled_stays(measured: World) -> None:
    found = measured.make(
        "meting", **of("share", waarde=9, status="vastgesteld", vastgesteld_op="2019-02-12")
    )
    shares = measured.make(
        "meting",
        **of("classes", klassen=classes(20, 30, 50), status="vastgesteld", vastgesteld_op="2019-02-12"),
    )
    for values in ({"waarde": 8}, {"status": "concept"}, {"tot": "2018-06-30"}, {"indicator": "count"}):
        assert measured.refused("meting", values, found) == list(values)
    assert measured.refused("meting", {"klassen": classes(30, 20, 50)}, shares) == ["klassen"]
    for values in ({"toelichting": "Zie bijlage."}, {"bron": "Jaarverslag"}, {"waarde": 9}):
        assert measured.refused("meting", values, found) == []
    text = measured.read("meting", {"waarde": 8}, found)[1][0].text
    assert text.endswith("Maak een verbeterde versie.")


def test_a_better_version_names_its_reason_and_counts_on(measured: World) -> None:
    first = measured.make("meting", **of("share", waarde=9))
    other = measured.make("meting", **of("count", waarde=4))
    better = of("share", waarde=8, vervangt=first.nummer)
    assert measured.refused("meting", better) == ["correctie_reden"]
    better["correctie_reden"] = "Er was een complex vergeten."
    assert measured.refused("meting", better | {"vervangt": other.nummer}) == ["vervangt"]
    second = measured.make("meting", **better)
    assert second.versie == 2
    assert measured.refused("meting", better) == ["vervangt"]
    assert measured.make("meting", **(better | {"vervangt": second.nummer})).versie == 3


def test_versions_do_not_go_round(measured: World) -> None:
    first = measured.make("meting", **of("share", waarde=9))
    better = {"vervangt": first.nummer, "correctie_reden": "Geteld."}
    second = measured.make("meting", **of("share", waarde=8), **better)
    assert measured.refused("meting", better, first) == ["vervangt"]
    assert measured.refused("meting", better | {"vervangt": second.nummer}, first) == ["vervangt"]


# -- the measure itself: the same sentences on its form ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "places", "sentence"),
    [
        (
            {"soort": "aantal", "norm": "minstens", "tijd": "uiterlijk", "streefwaarden": [{"min": 4}]},
            ["streefwaarden.0"],
            "het jaar ontbreekt",
        ),
        (
            {"soort": "aantal", "norm": "tussen", "tijd": "steeds", "streefwaarden": [{"min": 150, "max": 110}]},
            ["streefwaarden.0"],
            "Wissel de twee getallen om.",
        ),
        (
            {"soort": "aandeel", "norm": "minstens", "tijd": "steeds", "streefwaarden": [{"min": 101}]},
            ["streefwaarden.0"],
            "een aandeel is hoogstens 100 %",
        ),
    ],
)  # fmt: skip
def test_a_measure_that_cannot_be_is_told_on_its_form(
    measured: World, values: dict[str, Any], places: list[str], sentence: str
) -> None:
    made = {"doel": "Doel", "code": "X", "tekst": "X", **values}
    assert measured.refused("indicator", made) == places
    assert sentence in measured.read("indicator", made)[1][0].text


def test_measures_do_not_refer_to_each_other_in_a_circle(measured: World) -> None:
    def refer(row: Any, *to: str) -> list[str]:
        return measured.refused("indicator", {"verwijzingen": list(to)}, row)

    first = measured.make(
        "indicator", doel="Doel", code="V1", tekst="V1", soort="verwijzing", verwijzingen=["share"]
    )
    second = measured.make(
        "indicator", doel="Doel", code="V2", tekst="V2", soort="verwijzing", verwijzingen=["V1"]
    )
    assert refer(first, "V2") == ["verwijzingen.0"]
    assert refer(first, "V1") == ["verwijzingen.0"]
    assert refer(second, "V1", "count") == []
    assert "via een omweg terug" in measured.read("indicator", {"verwijzingen": ["V2"]}, first)[1][0].text
    third = measured.make(
        "indicator", doel="Doel", code="V3", tekst="V3", soort="verwijzing", verwijzingen=["V2"]
    )
    assert refer(first, "V3", "share") == ["verwijzingen.0"]
    assert refer(third, "V1") == []


def test_no_step_is_called_after_a_meeting_that_another_municipality_does_not_have() -> None:
    words = " ".join(
        str(item.label) for choices in (meting.STATUS, afwijking.STATUS) for item in choices.items
    )
    assert not {"RG", "BO"} & set(words.split())
