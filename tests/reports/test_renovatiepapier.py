"""The papers of a renovation: neutral, exact in whole numbers, and without anybody in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from huurdersapp.records.draagvlak import Telling, court_days, needed
from huurdersapp.reports.document import TICK, Document, Heading, Table, plain
from huurdersapp.reports.renovatie_woorden import belofte, gevolg, stand
from huurdersapp.reports.renovatielijst import MARK_SECRET, renovatielijst_document
from huurdersapp.reports.renovatiepapier_values import (
    RenovatieverslagValues,
    TelbladDeel,
    TelbladValues,
    TelbladWoning,
    VerslagEenheid,
)
from huurdersapp.reports.renovatieverslag import renovatieverslag_document
from huurdersapp.reports.telblad import TE_WEINIG, telblad_document
from huurdersapp.reports.telblad_prikbord import NIET_APART
from huurdersapp.reports.zorgenblad import MARK_INSIDE, zorgenblad_document
from tests.helpers_document import check_reference, words
from tests.reports.paper_samples import check_paper, extracted, out_of_bounds, pdf_of
from tests.reports.renovatie_samples import COUNT, DAY, LIJST, SMALL, TELBLAD, UNREACHED, VERSLAG, ZORGENBLAD

PAPERS: dict[str, Callable[[], Document]] = {
    "telblad": lambda: telblad_document(TELBLAD),
    "telblad-leeg": lambda: telblad_document(replace(TELBLAD, blanco=True)),
    "telblad-prikbord": lambda: telblad_document(replace(TELBLAD, zonder_adressen=True)),
    "renovatielijst": lambda: renovatielijst_document(LIJST),
    "renovatieverslag": lambda: renovatieverslag_document(VERSLAG),
    "zorgenblad": lambda: zorgenblad_document(ZORGENBLAD),
}
EMPTY: dict[str, Callable[[], Document]] = {
    "telblad": lambda: telblad_document(TelbladValues("", "P", "E", DAY, Telling())),
    "telblad-leeg": lambda: telblad_document(TelbladValues("", "P", "E", DAY, Telling(), blanco=True)),
    "renovatielijst": lambda: renovatielijst_document(replace(LIJST, woningen=(), alleen_open=True)),
    "renovatieverslag": lambda: renovatieverslag_document(RenovatieverslagValues("", "P", DAY)),
    "zorgenblad": lambda: zorgenblad_document(replace(ZORGENBLAD, eenheden=(), verhuurder="")),
}
SAID_EMPTY = {
    "telblad": "Er zijn geen huurders om te tellen.",
    "telblad-leeg": "In deze eenheid staan nog geen woningen.",
    "renovatielijst": "Er is niemand om langs te gaan.",
    "renovatieverslag": "Dit project heeft nog geen bouwkundige eenheid.",
    "zorgenblad": "Dit project heeft nog geen bouwkundige eenheid.",
}


def tables(document: Document) -> dict[str, Table]:
    return {block.caption: block for block in document.blocks if isinstance(block, Table)}


def cells(table: Table) -> list[list[str]]:
    return [[plain(cell).replace("\u00a0", " ") for cell in row] for row in table.rows]


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_reads_as_kept_and_is_a_good_pdf_with_the_words_of_word(name: str) -> None:
    document = PAPERS[name]()
    check_reference(document, name)
    check_paper(document)


@pytest.mark.parametrize("name", EMPTY)
def test_a_paper_of_which_nothing_is_known_says_so(name: str) -> None:
    document = EMPTY[name]()
    assert SAID_EMPTY[name] in words(document)
    check_paper(document)


# -- the count -----------------------------------------------------------------------------------------------------


def test_sixteen_of_twenty_three_is_not_reached_and_nowhere_printed_as_seventy() -> None:
    report = renovatieverslag_document(VERSLAG)
    for said in (words(telblad_document(TELBLAD)), words(report)):
        assert "69,57 %" in said
        assert "Nog 1 nodig: 16 van de 17." in said
        assert not re.search(r"\b70,0", said)
    (row,) = (
        row for row in cells(tables(report)["Instemming per bouwkundige eenheid"]) if row[0] == "Houtweg"
    )
    assert row == ["Houtweg", "25", "2", "23", "17", "16", "1", "69,57 %"]


def test_one_too_few_is_never_said_to_be_reached_whatever_the_number_of_tenants() -> None:
    for tenants in (*range(1, 400), 9_999, 10_000):
        want = needed(tenants)
        short = Telling(ja=want - 1, nee=tenants - want + 1, woningen=max(tenants, 10))
        told = words(telblad_document(replace(TELBLAD, telling=short, delen=())))
        assert "is gehaald" not in told
        assert "70,00 %" not in told
        enough = replace(short, ja=want, nee=tenants - want)
        assert "70 % is gehaald" in stand(enough).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (COUNT, "Nog 1 nodig: 16 van de 17. De wet neemt dan niet aan dat het voorstel redelijk is."),
        (Telling(ja=7, nee=3), "70 % is gehaald: 7 nodig, 7 gegeven. De wet neemt dan aan dat het voorstel redelijk is."),
        (Telling(ja=6, leeg=2, nee=2), "70 % is gehaald: 6 nodig, 6 gegeven. De wet neemt dan aan"),
        (Telling(ja=6, nee=4), "70 % is niet gehaald: 6 van de 7. De wet neemt dan niet aan"),
        (Telling(ja=4, nee=4, geen_reactie=2), "4 van de 7. Met wie nog niet antwoordde hoogstens 6. De wet"),
        (Telling(ja=7, nee=3), "binnen acht weken nadat de verhuurder hem schreef dat 70 % instemde."),
        (Telling(ja=6, nee=1, leeg=2), "Geen wettelijk vermoeden: minder dan tien woningen. Deze eenheid heeft 9 woningen"),
        (Telling(leeg=12), "Er zijn geen huurders om te tellen."),
    ],
)  # fmt: skip
def test_what_follows_from_a_count_is_said_as_the_law_says_it(counted: Telling, said: str) -> None:
    assert said in gevolg(counted).replace("\u00a0", " ")


def test_a_promise_beyond_the_law_stands_beside_it_and_does_not_replace_it() -> None:
    told = words(telblad_document(replace(TELBLAD, telling=replace(COUNT, ja=17, nee=3), afgesproken=80)))
    assert "70 % is gehaald: 17 nodig, 17 gegeven." in told
    assert "De verhuurder beloofde 80 %: 19 nodig, 17 gegeven, nog 2 nodig." in told
    assert belofte(COUNT, None) == ""
    # Whoever counts against the promise does not change what the law says.
    by_promise = replace(COUNT, ja=17, nee=3, deel=80)
    assert "70 % is gehaald" in gevolg(by_promise).replace("\u00a0", " ")
    unit = VerslagEenheid("Houtweg", by_promise)
    (row,) = cells(
        tables(renovatieverslag_document(replace(VERSLAG, eenheden=(unit,))))[
            "Instemming per bouwkundige eenheid"
        ]
    )
    assert row[4:7] == ["17", "17", "0"]


def test_below_ten_homes_the_report_says_that_the_law_presumes_nothing() -> None:
    told = words(renovatieverslag_document(replace(VERSLAG, eenheden=(SMALL,))))
    assert "Beukenlaan: Geen wettelijk vermoeden: minder dan tien woningen. 70 % is gehaald" in told
    assert "is 70 % gehaald" not in told  # beside the negative advies nothing is set


# -- telblad -------------------------------------------------------------------------------------------------------


def test_a_telblad_has_a_row_for_each_home_and_two_places_to_sign() -> None:
    document = telblad_document(TELBLAD)
    made = tables(document)
    first = " | ".join(cells(made["Woningen: portiek A"])[0])
    assert first == "Houtweg 1 | Ja | 02-05-2026 | Akkoordverklaring | HW-001 | 2"
    one_version = tables(telblad_document(replace(TELBLAD, versie=1)))["Woningen: portiek A"]
    assert [column.head for column in one_version.columns][-1] == "Formulier"
    assert [row[1] for row in cells(made["Woningen: Zonder trappenhuis"])] == [
        "Geen reactie",
        "Nog niet benaderd",
        "Ja",
    ]
    said = words(document)
    assert "Namens Huurdersvereniging De Deel" in said
    assert "Namens Woonstichting Het Erf" in said
    assert said.count("Naam:  | Functie:  | Datum: ") == 2


def test_an_empty_telblad_has_boxes_and_no_answer() -> None:
    document = telblad_document(replace(TELBLAD, blanco=True))
    rows = [row for table in tables(document).values() for row in table.rows]
    assert len(rows) == 6
    assert all(row[1:] == (TICK,) * 4 + ("", "") for row in rows)
    said = words(document)
    assert not any(word in said for word in ("HW-001", "02-05-2026", "69,57", "16"))


def test_of_a_few_tenants_nothing_is_counted_on_a_notice_board() -> None:
    few = replace(TELBLAD, telling=Telling(ja=3, nee=1, leeg=8), delen=())
    assert "Gegeven: stemde in" in words(telblad_document(few))
    hung = words(telblad_document(replace(few, zonder_adressen=True)))
    assert TE_WEINIG in hung
    assert not any(word in hung for word in ("Gegeven", "75,00", "is gehaald"))


def test_a_notice_board_reads_no_address_and_no_small_group() -> None:
    document = telblad_document(replace(TELBLAD, zonder_adressen=True))
    said = words(document)
    assert not re.search(r"Houtweg \d|HW-|Stemde niet in \|", said)
    assert "Stemde niet in, of geen antwoord | 7" in said
    assert NIET_APART in said
    parts = tuple(
        TelbladDeel(f"portiek {name}", (), Telling(ja=ja, nee=10)) for name, ja in (("A", 20), ("B", 30))
    )
    whole = Telling(ja=50, nee=20)
    shown = tables(telblad_document(replace(TELBLAD, zonder_adressen=True, delen=parts, telling=whole)))
    assert cells(shown["De telling per trappenhuis"]) == [
        ["portiek A", "30", "20", "10"],
        ["portiek B", "40", "30", "10"],
    ]


@pytest.mark.parametrize("same", [Telling(ja=12), Telling(nee=7, niet_benaderd=5)], ids=["all", "nobody"])
def test_where_a_whole_staircase_answered_the_same_none_is_told_apart(same: Telling) -> None:
    """Left out alone it would follow from the whole and the others."""
    parts = tuple(TelbladDeel(name, (), count) for name, count in (("A", same), ("B", Telling(ja=9, nee=9))))
    whole = Telling(ja=same.ja + 9, nee=same.huurders - same.ja + 9)
    document = telblad_document(replace(TELBLAD, zonder_adressen=True, delen=parts, telling=whole))
    assert "De telling per trappenhuis" not in tables(document)
    assert NIET_APART in words(document)


def test_four_hundred_doors_stay_on_their_pages_with_the_head_on_each() -> None:
    homes = tuple(TelbladWoning(f"Torenflat {at}", "ja", DAY, "digitaal", f"T-{at}") for at in range(1, 401))
    part = TelbladDeel("", homes, Telling(ja=400))
    data, written = pdf_of(telblad_document(replace(TELBLAD, delen=(part,), telling=Telling(ja=400))))
    assert 10 < written.pages < 20
    assert out_of_bounds(data) == []
    assert all("Formulier" in page for page in extracted(data)[1:-2])


# -- walk list -----------------------------------------------------------------------------------------------------


def test_odd_and_even_numbers_stand_apart_and_homes_without_an_address_by_themselves() -> None:
    made = tables(renovatielijst_document(LIJST))
    assert {name: [row[0] for row in cells(table)] for name, table in made.items()} == {
        "Houtweg, oneven nummers": ["Houtweg 7", "Houtweg 7-A"],
        "Houtweg, even nummers": ["Houtweg 2", "Houtweg 10"],
        "Zonder adres": ["Hal, begane grond, deur 1"],
    }


def test_per_staircase_they_come_in_the_given_order_from_the_ground_up() -> None:
    document = renovatielijst_document(replace(LIJST, per_trappenhuis=True))
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert heads == ["Portiek 2", "Portiek 10", "Zonder trappenhuis"]
    assert [row[0] for row in cells(tables(document)["Portiek 2"])] == ["Houtweg 2", "Houtweg 10"]


def test_names_are_there_only_when_asked_and_then_each_page_says_so() -> None:
    named = replace(LIJST, woningen=tuple(replace(home, huurder="A. Geheim") for home in LIJST.woningen))
    without = renovatielijst_document(named)
    assert "Geheim" not in words(without)
    assert without.mark is None
    asked = renovatielijst_document(replace(named, met_namen=True))
    assert words(asked).count("A. Geheim") == 5
    assert asked.mark == MARK_SECRET
    check_paper(asked)


def test_a_box_for_a_yes_or_a_no_is_not_on_a_walk_list() -> None:
    heads = {
        column.head for table in tables(renovatielijst_document(LIJST)).values() for column in table.columns
    }
    assert {"Ja", "Nee", "Instemming", "Peiling"} & heads == set()
    assert {"Niet thuis", "Gesproken", "Formulier", "Terugkomen op"} <= heads


# -- report and worries --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("landlord", "said"),
    [
        ((16, 23, DAY), "telde op 1 juni 2026 dat 16 van de 23 huurders instemden. Dat is hetzelfde als onze telling."),
        ((17, 23, None), "telde dat 17 van de 23 huurders instemden. Dat is anders dan onze telling: één instemming meer."),
        ((14, 20, None), "anders dan onze telling: twee instemmingen minder en drie huurders minder."),
        ((18, None, None), "telde dat 18 huurders instemden. Dat is anders dan onze telling: twee instemmingen meer."),
    ],
)  # fmt: skip
def test_the_count_of_the_landlord_stands_beside_ours_with_what_differs(
    landlord: tuple[int, int | None, date | None], said: str
) -> None:
    unit = replace(UNREACHED, verhuurder=landlord)
    assert said in words(renovatieverslag_document(replace(VERSLAG, eenheden=(unit,))))


def test_a_negative_advies_and_a_reached_count_are_both_told() -> None:
    said = words(renovatieverslag_document(VERSLAG))
    assert "Advies ‘de renovatie’: negatief." in said
    assert "Advies ‘het sociaal plan’: nog niet uitgebracht." in said
    assert "Het advies is negatief. In Eikenstraat is 70 % gehaald." in said


def test_the_eight_weeks_are_told_with_and_without_the_termijnenwet() -> None:
    said = words(renovatieverslag_document(VERSLAG))
    assert "De verhuurder schreef op 9 maart 2026 dat 70 % instemde." in said
    assert "Wie niet instemde, kon tot en met 4 mei 2026 naar de rechter." in said  # on the 1st of June
    early = words(renovatieverslag_document(replace(VERSLAG, op=date(2026, 5, 4))))
    assert "Wie niet instemde, kan tot en met 4 mei 2026 naar de rechter." in early
    # Eight weeks after 8 March 2026 is Sunday 3 May.
    sunday = replace(UNREACHED, aangezegd_op=date(2026, 3, 8), rechter_dagen=court_days(date(2026, 3, 8)))
    said = words(renovatieverslag_document(replace(VERSLAG, eenheden=(sunday,))))
    assert (
        "tot en met 3 mei 2026 naar de rechter; met de Algemene termijnenwet was dat tot en met 4 mei 2026."
        in said
    )


def test_buildings_are_never_added_up() -> None:
    table = tables(renovatieverslag_document(VERSLAG))["Instemming per bouwkundige eenheid"]
    assert table.totals is None


def test_a_worry_of_few_tenants_is_hidden_where_the_paper_leaves_the_house() -> None:
    outside, inside = (zorgenblad_document(replace(ZORGENBLAD, intern=which)) for which in (False, True))
    assert [row[1] for row in cells(tables(outside)["Zorgen: Eikenstraat"])] == ["<5", "11"]
    assert outside.mark is None
    assert [row[1] for row in cells(tables(inside)["Zorgen: Eikenstraat"])] == ["2", "11"]
    assert inside.mark == MARK_INSIDE
    said = words(renovatieverslag_document(VERSLAG))
    assert "Overlast tijdens het werk | <5 | 7" in said
    assert "minder dan vijf antwoorden" in said


def test_many_buildings_with_worries_are_told_one_by_one() -> None:
    units = tuple(VerslagEenheid(f"Blok {at}", COUNT, zorgen=UNREACHED.zorgen) for at in range(1, 7))
    document = renovatieverslag_document(replace(VERSLAG, eenheden=units))
    assert "Blok 6: overlast tijdens het werk 7." in words(document)
    check_paper(document)
