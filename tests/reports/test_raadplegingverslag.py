"""The full report of a raadpleging: complete as text, sums shown as they were told, and nobody to be recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from huurdersapp.reports.document import MARK_EXAMPLE, Contents, Document, Heading, Table, plain
from huurdersapp.reports.raadpleging_values import RaadplegingverslagValues
from huurdersapp.reports.raadplegingverslag import raadplegingverslag_document
from huurdersapp.reports.small_numbers import Figures
from huurdersapp.reports.trimester import trimester_document
from huurdersapp.reports.values import (
    Antwoord,
    EerdereUitslag,
    Getal,
    Groep,
    Kanaal,
    Populatie,
    Raadpleging,
    Vraag,
)
from tests.helpers_document import check_reference, words
from tests.reports.paper_samples import check_paper, pdf_of
from tests.reports.raadpleging_samples import HZD, RAADPLEGING, VERSLAG
from tests.reports.test_small_numbers import SMALL, fits
from tests.reports.test_trimester import EMPTY as NOTHING

EMPTY = RaadplegingverslagValues(HZD, Raadpleging("Avond"), date(2026, 3, 5))
ANSWERS = (Antwoord("Ja", 60), Antwoord("Nee", 40))


def report(item: Raadpleging) -> Document:
    return raadplegingverslag_document(replace(EMPTY, raadpleging=item))


def said(item: Raadpleging) -> str:
    return words(report(item))


def tables(document: Document) -> dict[str, Table]:
    return {block.caption: block for block in document.blocks if isinstance(block, Table)}


def channels(*replies: int, total: int, partly: Sequence[int | None] = ()) -> Raadpleging:
    ways = tuple(
        Kanaal(f"k{place}", Getal(count), deels=Getal(partly[place]) if partly else None)
        for place, count in enumerate(replies)
    )
    return Raadpleging("Enquête", respons=Getal(total), kanalen=ways)


def groups(*pairs: tuple[str, int | None, int | None], total: int = 100, people: int = 1000) -> Raadpleging:
    return Raadpleging(
        "Enquête",
        respons=Getal(total),
        populatie=Populatie("huurders", Getal(people)),
        groepen=tuple(Groep(name, Getal(replies), Getal(size), "straat") for name, size, replies in pairs),
    )


def test_the_whole_report_reads_as_kept() -> None:
    check_reference(raadplegingverslag_document(VERSLAG), "raadplegingverslag")


def test_a_raadpleging_of_which_little_is_known_reads_as_kept() -> None:
    check_reference(raadplegingverslag_document(replace(EMPTY, concept=True)), "raadplegingverslag-kaal")


@pytest.mark.parametrize("values", [VERSLAG, EMPTY], ids=["whole", "empty"])
def test_it_can_be_read_aloud_and_says_the_same_in_word(values: RaadplegingverslagValues) -> None:
    check_paper(raadplegingverslag_document(values))


def test_channels_that_are_not_the_total_are_told_and_not_mended() -> None:
    item = channels(78, 206, total=285)
    told = "De kanalen zijn samen 284; als totaal is 285 opgegeven. Wij hebben de cijfers niet aangepast."
    assert told in said(item)
    assert "| Antwoorden | 285 |" in said(item)
    assert "opgegeven" not in said(channels(78, 207, total=285))


def test_partly_filled_in_replies_may_make_the_total() -> None:
    assert "De volledig en de deels ingevulde antwoorden zijn samen 285." in said(
        channels(70, 200, total=285, partly=(8, 7))
    )
    assert "De kanalen zijn samen 270; als totaal is 285 opgegeven." in said(
        channels(70, 200, total=285, partly=(8, 8))
    )


def test_channels_with_a_small_count_tell_no_sum() -> None:
    told = said(channels(3, 282, total=284))
    assert "De kanalen tellen niet op tot het totaal dat is opgegeven." in told
    assert "285" not in told


def test_invitations_and_answers_that_do_not_fit_are_told() -> None:
    ways = (Kanaal("brief", Getal(50), Getal(60)), Kanaal("online", Getal(60), Getal(40)))
    told = said(Raadpleging("E", uitgenodigd=Getal(105), respons=Getal(110), kanalen=ways))
    assert "De uitnodigingen per kanaal zijn samen 100; als totaal is 105 opgegeven." in told
    assert "Let op: er zijn meer antwoorden dan uitnodigingen." in told


def test_a_group_that_is_heard_less_than_half_as_much_is_named() -> None:
    told = said(groups(("jong", 250, 12), ("midden", 500, 55), ("oud", 250, 33)))
    assert "Te weinig gehoord: jong. In de antwoorden is deze groep minder dan half zo groot" in told
    just_half = said(groups(("jong", 240, 12), ("midden", 510, 55), ("oud", 250, 33)))
    assert "Te weinig gehoord" not in just_half


def test_more_than_half_of_the_answers_from_one_smaller_street_is_warned_of() -> None:
    told = said(groups(("Kerkhoflaan", 200, 62), ("elders", 800, 38)))
    assert (
        "Let op: meer dan de helft van de antwoorden komt uit één groep: Kerkhoflaan (62,0 %). Die groep is 20,0 % "
        "van de doelgroep." in told
    )
    assert "meer dan de helft van de antwoorden" not in said(groups(("a", 200, 50), ("b", 800, 50)))
    assert "meer dan de helft van de antwoorden" not in said(groups(("a", 600, 62), ("b", 400, 38)))


def test_groups_that_are_not_all_replies_are_told() -> None:
    told = said(groups(("a", 400, 40), ("b", 600, 50)))
    assert "De groepen zijn samen 90 antwoorden; als totaal is 100 opgegeven." in told
    assert tables(report(groups(("a", 400, 40), ("b", 600, 50))))["Antwoorden per straat"].totals is None


def test_a_group_without_counts_stays_open() -> None:
    table = tables(report(groups(("a", None, 40), ("b", None, None))))["Antwoorden per straat"]
    assert [plain(cell) for cell in table.rows[1]] == ["b", "–"]


@given(st.integers(1, 4), st.integers(40, 900))
def test_whether_a_group_with_a_hidden_count_is_named_does_not_depend_on_that_count(
    few: int, size: int
) -> None:
    def named(replies: int) -> bool:
        rest = 1000 - size - 30
        item = groups(("x", size, replies), ("y", rest, 60), ("z", 30, 40 - replies))
        return "gehoord: x" in said(item)

    assert named(few) == (size * 100 > 2 * 4 * 1000)


def test_an_earlier_year_stands_beside_this_one_with_what_chance_can_do() -> None:
    table = tables(raadplegingverslag_document(VERSLAG))["Vraag 1 vergeleken met 2017"]
    rows = {plain(row[0]): [plain(cell).replace("\u00a0", " ") for cell in row[1:]] for row in table.rows}
    assert rows["Meestal wel"] == ["71", "29,6 %", "98", "34,4 %", "+4,8"]
    assert rows["Geen antwoord"][2:] == ["–", "–", "–"]
    assert list(rows)[:4] == ["Ja, zonder moeite", "Meestal wel", "Vaak niet", "Weet ik niet"]
    assert table.note is not None
    assert "±5,7 procentpunt in 2017 en ±5,1 procentpunt nu" in plain(table.note)
    assert "Verschillen tot 7,7 procentpunt vallen binnen die marges samen: zij zeggen niets." in plain(
        table.note
    )


def test_without_a_margin_for_both_years_a_difference_may_be_chance() -> None:
    before = EerdereUitslag(2024, 50, (Antwoord("Ja", 25), Antwoord("Nee", 25)), "zelfselectie", 500)
    vraag = Vraag("Eens?", n=100, antwoorden=ANSWERS, eerder=before)
    told = said(Raadpleging("E", respons=Getal(100), vragen=(vraag,)))
    assert "Niet voor beide jaren is er een steekproefmarge: een verschil kan toeval zijn." in told
    assert "+10,0" in told


def test_few_answers_in_an_earlier_year_are_compared_in_counts() -> None:
    before = EerdereUitslag(2024, 20, (Antwoord("Ja", 12), Antwoord("Nee", 8)))
    vraag = Vraag("Eens?", n=28, antwoorden=(Antwoord("Ja", 15), Antwoord("Nee", 13)), eerder=before)
    table = tables(report(Raadpleging("E", respons=Getal(28), van=date(2026, 1, 5), vragen=(vraag,))))
    assert [column.head for column in table["Vraag 1 vergeleken met 2024"].columns] == [
        "Antwoord",
        "Aantal 2024",
        "Aantal 2026",
    ]


def test_answers_that_cannot_be_are_told() -> None:
    more = Vraag("a", n=120, antwoorden=(Antwoord("Ja", 60), Antwoord("Nee", 60)))
    often = Vraag("b", "meerkeuze", 50, (Antwoord("Ja", 60), Antwoord("Nee", 40)))
    assert "bij deze vraag staan meer mensen dan er antwoorden zijn" in said(
        Raadpleging("E", respons=Getal(100), vragen=(more,))
    )
    assert "een antwoord is vaker gegeven dan er mensen antwoordden" in said(
        Raadpleging("E", respons=Getal(100), vragen=(often,))
    )


def test_open_answers_are_counted_by_subject_and_quoted_without_a_name() -> None:
    told = said(RAADPLEGING)
    assert "| Onderwerp | Aantal | Aandeel |" in told
    assert "Antwoorden in eigen woorden, door ons ingedeeld." in told
    assert "‘Kom gewoon eens langs!’" in told
    assert "Huurders schreven:" in told


def test_what_happens_after_the_day_of_the_report_is_planned() -> None:
    early = raadplegingverslag_document(replace(VERSLAG, datum=date(2019, 4, 9)))
    assert "De terugkoppeling is gepland op 11 april 2019." in words(early)
    assert "gepland" not in words(raadplegingverslag_document(VERSLAG))


def test_a_report_of_many_questions_has_a_contents_list_and_a_short_one_has_not() -> None:
    many = replace(RAADPLEGING, vragen=RAADPLEGING.vragen[1:2] * 4)
    assert any(isinstance(block, Contents) for block in report(many).blocks)
    assert not any(isinstance(block, Contents) for block in report(RAADPLEGING).blocks)


def test_what_is_absent_is_told() -> None:
    told = words(raadplegingverslag_document(EMPTY))
    for missing in ("geen vragen", "geen conclusies", "geen afwijkende meningen", "geen beperkingen"):
        assert missing in told
    headings = [
        block.text for block in raadplegingverslag_document(EMPTY).blocks if isinstance(block, Heading)
    ]
    assert "Bijlagen" not in headings
    assert "Wie antwoordde" not in headings
    assert raadplegingverslag_document(VERSLAG).mark == MARK_EXAMPLE


def test_numbers_know_their_records() -> None:
    places = pdf_of(raadplegingverslag_document(VERSLAG))[1].places
    assert {"1.285", "285", "78", "246", "151", "121", "132", "41"} <= {place.says for place in places}
    before = {place.says for place in places if place.source.ids == ("r-0",)}
    assert before == {"132", "71", "31", "6"}


# What a reader can work out.

count = st.one_of(st.integers(0, 5), st.integers(0, 14))


def parts(draw: st.DrawFn, whole: int, most: int) -> list[int]:
    edges = [0, *sorted(draw(st.lists(st.integers(0, whole), min_size=1, max_size=most))), whole]
    return [b - a for a, b in pairwise(edges)]


@st.composite
def raadplegingen(draw: st.DrawFn) -> Raadpleging:
    """A raadpleging whose figures fit together: channels, groups and a question over the same people."""
    options = draw(st.lists(count, min_size=2, max_size=4))
    replies = sum(options)
    people = replies + draw(st.integers(0, 20))
    full, partly = replies, 0
    if draw(st.booleans()):
        full = draw(st.integers(0, replies))
        partly = replies - full
    ways = parts(draw, full, 2)
    partly_ways = [partly] + [0] * (len(ways) - 1)
    sizes = parts(draw, people, 2)
    heard: list[int] = []
    for place, size in enumerate(sizes):
        left, room = replies - sum(heard), sum(sizes[place + 1 :])
        heard.append(draw(st.integers(max(0, left - room), min(size, left))))
    before = draw(st.lists(count, min_size=len(options), max_size=len(options)))
    answers = tuple(Antwoord(f"a{i}", value) for i, value in enumerate(options))
    earlier = EerdereUitslag(2024, sum(before), tuple(Antwoord(f"a{i}", v) for i, v in enumerate(before)))
    return Raadpleging(
        "Enquête",
        respons=Getal(replies),
        populatie=Populatie("huurders", Getal(people)),
        kanalen=tuple(
            Kanaal(f"k{i}", Getal(value), deels=Getal(partly_ways[i])) for i, value in enumerate(ways)
        ),
        groepen=tuple(
            Groep(f"g{i}", Getal(got), Getal(size), "wijk")
            for i, (size, got) in enumerate(zip(sizes, heard, strict=True))
        ),
        vragen=(Vraag("Een?", n=replies, antwoorden=answers, eerder=earlier),),
    )


def domain(text: str) -> list[int]:
    """What a reader knows of a printed count."""
    return {"<5": list(SMALL), "x": list(range(5, 80)), "–": list(range(80))}.get(text) or [int(text)]


def worked_out(document: Document) -> list[str]:
    """The cells with "<5" of which a reader can rule out a value, from nothing but the tables."""
    found = tables(document)
    domains: dict[str, list[int]] = {}
    sums: list[list[tuple[str, int]]] = []

    def note(cell: str, text: str) -> str:
        domains[cell] = domain(text)
        return cell

    facts = {plain(row[0]): plain(row[1]) for row in found["Zo is geraadpleegd"].rows}
    note("respons", facts["Antwoorden"])
    note("omvang", facts["Doelgroep"].split(": ")[1].rstrip("."))
    asked = found.get("Antwoorden op vraag 1")
    if asked:
        cells = [note(f"optie {i}", plain(row[1])) for i, row in enumerate(asked.rows)]
        sums.append([("respons", -1), *((cell, 1) for cell in cells)])
    earlier = found.get("Vraag 1 vergeleken met 2024")
    if earlier:
        for i, row in enumerate(earlier.rows):
            note(f"eerder {i}", plain(row[1]))
    ways = found.get("Antwoorden per kanaal")
    if ways:
        heads = [column.head for column in ways.columns]
        cells = [
            note(f"kanaal {i} {head}", plain(row[heads.index(head)]))
            for head in heads
            if head.endswith("ingevuld")
            for i, row in enumerate(ways.rows)
        ]
        if "Deels ingevuld" in heads:
            sums.append([("respons", -1), *((cell, 1) for cell in cells)])
    heard = found.get("Antwoorden per wijk")
    if heard:
        heads = [column.head for column in heard.columns]
        for head, whole in (("In de doelgroep", "omvang"), ("Antwoorden", "respons")):
            if head in heads:
                cells = [
                    note(f"groep {i} {head}", plain(row[heads.index(head)]))
                    for i, row in enumerate(heard.rows)
                ]
                sums.append([(whole, -1), *((cell, 1) for cell in cells)])
    small = [cell for cell, values in domains.items() if values == list(SMALL)]
    return [cell for cell in small if not all(fits({**domains, cell: [value]}, sums) for value in SMALL)]


@given(raadplegingen())
def test_a_reader_of_the_report_cannot_work_out_a_small_count(item: Raadpleging) -> None:
    assert worked_out(report(item)) == []


def test_the_attack_succeeds_when_nothing_more_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: were the attack blind, this would fail."""
    protect = Figures.protect
    monkeypatch.setattr(Figures, "protect", lambda self: protect(self, secondary=False))
    find(raadplegingen(), lambda item: bool(worked_out(report(item))))


@given(raadplegingen())
def test_a_count_that_this_report_hides_is_hidden_in_the_trimesterverslag_too(item: Raadpleging) -> None:
    def outcome(document: Document) -> list[list[str]]:
        table = tables(document).get("Antwoorden op vraag 1")
        return [[plain(cell) for cell in row] for row in table.rows] if table else []

    assert outcome(report(item)) == outcome(trimester_document(replace(NOTHING, raadplegingen=(item,))))
