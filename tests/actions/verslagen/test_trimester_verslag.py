"""The trimesterverslag as it is made from the store: each task of the huurdersorganisaties has its part, the short form its
two pages, the questions their records, and people outside read nothing that is confidential."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import akkoord, records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.trimester_vragen import ASKED
from huurdersapp.actions.verslagen import trimester
from huurdersapp.actions.verslagen.opdracht import Opdracht, Vraag
from huurdersapp.base import clock, jobs, period
from huurdersapp.records.akkoord_bestand import partijen_van, read_akkoord
from huurdersapp.reports.document import Bullets, Paragraph, Table, plain, spans
from huurdersapp.reports.rapport import Keuze, Onderdeel
from huurdersapp.reports.trimester_begin import EMPTY
from huurdersapp.reports.trimester_maten import MISSING, OFF
from huurdersapp.reports.trimester_themas import NO_ACTIVITY
from tests.actions.conftest import Made, numbers
from tests.akkoorden import EMMEN, FOREIGN
from tests.helpers_document import words
from tests.reports.paper_samples import pdf_of

PERIODS = (*(f"{year}-T{number}" for year in (2019, 2020, 2021) for number in (1, 2, 3)), "2020")


def made(ctx: Context, code: str, **given: Any) -> verslag.Gemaakt:
    return verslag.make(ctx, Opdracht("trimester", period.parse(code), **given), ())


@pytest.fixture(scope="module")
def full(example: Context) -> Callable[[str], verslag.Gemaakt]:
    kept: dict[str, verslag.Gemaakt] = {}

    def get(code: str) -> verslag.Gemaakt:
        if code not in kept:
            kept[code] = made(example, code, akkoord=1)
        return kept[code]

    return get


def rows_of_the_akkoord(source: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Of each theme in which a huurdersorganisatie has work: its name, the texts of its tasks and the codes of the measures
    that say how far these came."""
    told = read_akkoord(source)
    tenants = {item.naam for item in told.partijen if item.soort == "huurdersorganisatie"}

    def ours(item: Any) -> bool:
        return any(tenants & set(partijen_van(told, word)) for word in item.partijen)

    for thema in told.themas:
        tasks = [item.tekst for doel in thema.doelen for item in doel.afspraken if ours(item)]
        measures = [
            item.code
            for doel in thema.doelen
            for item in doel.indicatoren
            if ours(item) and item.soort != "verwijzing"
        ]
        if tasks or measures:
            yield thema.naam, tasks, measures


def part(gemaakt: verslag.Gemaakt, title: str) -> Onderdeel:
    return next(item for item in gemaakt.onderdelen if item.titel == title)


@pytest.mark.parametrize("code", PERIODS)
def test_each_row_of_the_akkoord_has_a_number_an_outcome_and_a_source_or_says_that_nothing_was_done(
    full: Callable[[str], verslag.Gemaakt], code: str
) -> None:
    found = full(code)
    rows = list(rows_of_the_akkoord(EMMEN))
    assert len(rows) >= 4
    sourced = 0
    for name, tasks, measures in rows:
        blocks = part(found, f"Thema: {name}").blocks
        for task in tasks:
            place = next(
                n
                for n, block in enumerate(blocks)
                if isinstance(block, Paragraph)
                and task.strip("….").strip().lower()[:40] in plain(block.text).lower()
                and plain(block.text).startswith("Afspraak: ")
            )
            after = blocks[place + 1]
            if after == Paragraph(NO_ACTIVITY):
                continue
            assert isinstance(after, Bullets)
            for line in after.items:
                hidden = "minder dan vijf" in plain(line).lower() or "niet getoond" in plain(line)
                assert hidden or any(span.source for span in spans(line)), plain(line)
                sourced += any(span.source is not None for span in spans(line))
        cells = {
            plain(row[0]).split("\u00a0")[0]: row[1]
            for block in blocks
            if isinstance(block, Table) and block.caption.startswith("Onze maten")
            for row in block.rows
        }
        for measure in measures:
            said = plain(cells[measure])
            known = said[:1].isdigit() and any(span.source for span in spans(cells[measure]))
            told = said in ("<5", "x", "–") or said.startswith(("niet aangeleverd door", "nog niet gemeten"))
            assert known or told or ":" in said or "niet vastgelegd" in said or ";" in said, (measure, said)
    assert sourced > (0 if code < "2020" else 3)


@pytest.mark.parametrize("code", ["2018-T3", *PERIODS, "2019", "2021"])
def test_the_short_form_has_two_pages_at_most_and_asks_on_the_first(example: Context, code: str) -> None:
    found = made(example, code, akkoord=1, kort=True)
    _pdf, written = pdf_of(found.document)
    assert written.pages <= 2, code
    first = next(item for item in found.onderdelen if item.vast)
    asked = next(
        n for n, block in enumerate(first.blocks) if getattr(block, "text", "") == "Wat wij van het BO vragen"
    )
    assert asked == len(first.blocks) - 2


def test_own_words_shorten_the_lists_of_the_short_form_and_no_page_has_a_note_alone(example: Context) -> None:
    for lines, pages in ((2, 2), (6, 2), (60, 3)):
        text = "\n\n".join("Dit najaar konden wij minder bij mensen thuis komen." for _ in range(lines // 2))
        job = Opdracht(
            "trimester",
            period.parse("2020-T3"),
            akkoord=1,
            kort=True,
            vragen=(Vraag("Meld wanneer de woning open is", "Huurders vragen ernaar."),),
        )
        found = verslag.make(example, job, [Keuze("kort", tekst=text)])
        _pdf, written = pdf_of(found.document)
        assert written.pages <= pages, lines
        assert isinstance(found.document.blocks[-1], Table)
        questions = next(
            block for block in found.document.blocks if isinstance(block, Bullets) and block.numbered
        )
        assert len(questions.items) == ASKED


def test_the_report_of_a_year_is_not_called_jaarverslag(full: Callable[[str], verslag.Gemaakt]) -> None:
    titles = {code: full(code).document.title for code in ("2020-T2", "2020")}
    assert titles == {"2020-T2": "Trimesterverslag", "2020": "Verslag over 2020"}


@pytest.mark.parametrize("code", ["2020-T2", "2021-T2"])
def test_the_first_page_of_the_full_form_stays_one_page(
    full: Callable[[str], verslag.Gemaakt], code: str
) -> None:
    import io

    import pypdfium2

    pdf, _written = pdf_of(full(code).document)
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as pages:
        text = pages[1].get_textpage().get_text_bounded()
    assert "Inhoud" in text


def test_the_measures_of_others_say_what_was_reached_what_was_not_and_who_did_not_tell(
    full: Callable[[str], verslag.Gemaakt], example: Context
) -> None:
    values = verslag.report_values(example, period.parse("2020-T2"), 1)
    stands = [maat for thema in values.themas for maat in thema.maten]
    off = [maat for maat in stands if maat.stand in OFF]
    missing = [maat for maat in stands if maat.stand == MISSING]
    assert len(off) > 5
    assert len(missing) > 5
    assert any("van" in maat.waarde and maat.oordeel == "achter" for maat in off)
    said = words(full("2020-T2").document)
    for maat in off:
        assert maat.nummer in said
        assert maat.waarde in said
    for maat in missing:
        assert maat.door
        assert f"niet aangeleverd door {maat.door}" in said.lower() or f"door {maat.door}" in said
    assert any(maat.verloop is not None for maat in off)


def test_what_we_count_ourselves_has_no_stand_that_prints_it_unprotected(example: Context) -> None:
    values = verslag.report_values(example, period.parse("2020-T2"), 1)
    counted = {item.nummer for thema in values.themas for item in thema.indicatoren if item.personen}
    assert counted
    assert not counted & {maat.nummer for thema in values.themas for maat in thema.maten}


def test_a_period_stands_beside_the_one_before_and_the_same_a_year_earlier(
    full: Callable[[str], verslag.Gemaakt], example: Context
) -> None:
    def columns(gemaakt: verslag.Gemaakt) -> list[str]:
        table = next(block for block in part(gemaakt, "In cijfers").blocks if isinstance(block, Table))
        return [column.head for column in table.columns]

    assert columns(full("2021-T2")) == ["Wat", "T2 2021", "T1 2021", "T2 2020"]
    assert columns(full("2020")) == ["Wat", "2020", "2019"]
    assert columns(made(example, "2021-T2", akkoord=1, vergelijken="geen")) == ["Wat", "T2 2021"]
    assert columns(made(example, "2021-T2", akkoord=1, vergelijken="jaar")) == ["Wat", "T2 2021", "T2 2020"]
    assert columns(full("2019-T1")) == ["Wat", "T1 2019"]  # nothing was kept before


def test_a_column_prints_what_the_report_of_that_period_prints(
    full: Callable[[str], verslag.Gemaakt],
) -> None:
    def figures(code: str, at: int) -> dict[str, str]:
        table = next(block for block in part(full(code), "In cijfers").blocks if isinstance(block, Table))
        return {plain(row[0]): plain(row[at]) for row in table.rows}

    own, beside = figures("2021-T1", 1), figures("2021-T2", 2)
    assert {name: count for name, count in beside.items() if count != "–"}.items() <= own.items()
    assert sum(count != "–" for count in beside.values()) > 6


def test_each_proposal_names_its_record_and_the_writer_leads(example: Context) -> None:
    job = Opdracht("trimester", period.parse("2020-T2"), 1)
    with example.store.reading() as db:
        found = trimester.voorstellen(example, db, job)
    kinds = {item.herkomst.split(" ")[0] for item in found}
    assert {"doel", "actiepunt", "knelpunt"} <= kinds
    for item in found:
        kind, number = item.herkomst.split(" ")
        assert item.source is not None
        assert (item.source.kind, item.source.where) == (kind, (("nummer", number),))
    first, second = found[0], found[1]
    own = (
        Vraag("Zet de servicekosten op de agenda"),
        Vraag("Kies nu", "Het duurt te lang.", herkomst=second.herkomst),
        Vraag(herkomst=first.herkomst, weg=True),
    )
    said = words(made(example, "2020-T2", akkoord=1, vragen=own).document)
    asked = said.split("## Wat wij van het BO vragen")[1].split("<page break>")[0]
    assert asked.index("Zet de servicekosten op de agenda") < asked.index("Kies nu")
    assert first.tekst not in asked
    assert second.tekst not in asked
    assert found[2].tekst in asked
    offered = made(example, "2020-T2", akkoord=1, vragen=own).read.vragen
    assert {item.herkomst for item in found[:3]} <= {item.herkomst for item in offered}
    assert len(offered) == 2 + ASKED


def test_conditions_and_answers_that_did_not_come_are_asked_for(office: Context, made_: Made) -> None:
    jobs.run(akkoord.load(office, EMMEN))
    with clock.fixed(date(2019, 12, 1)):
        landlord = made_("verhuurder", naam="Lefier Oost")
        sent = {"verhuurder": landlord, "ontvangen_op": "2019-01-10", "verstuurd_op": "2019-02-01"}
        sent |= {"advies_ontvangen_op": "2019-02-04", "uitkomst": "negatief"}
        made_("advies", onderwerp="de sloop", **sent)
        line = {"tekst": "Maak eerst de daken", "termijn": "2019-06-01", "reactie": "overgenomen"}
        came = {"reactie": "deels", "reactie_op": "2019-03-01"}
        made_(
            "advies",
            onderwerp="de ketels",
            **{**sent, "uitkomst": "positief_mits"},
            **came,
            voorwaarden=[line],
        )
        job = Opdracht("trimester", period.parse("2019-T2"))
        with office.store.reading() as db:
            told = {item.herkomst: item.tekst for item in trimester.voorstellen(office, db, job)}
    assert (
        told["advies 1"] == "Wij vragen Lefier Oost om een schriftelijke reactie op ons advies over de sloop"
    )
    assert (
        told["advies 2"]
        == "Wij vragen Lefier Oost om de voorwaarde uit ons advies over de ketels na te komen"
    )


@pytest.fixture
def made_(made: Made) -> Made:
    return made


@pytest.mark.parametrize("kort", [False, True])
def test_people_outside_read_nothing_confidential_and_count_the_same(
    own_example: Context, kort: bool
) -> None:
    (number, subject) = next(
        (row["nummer"], row["onderwerp"])
        for row in (
            records.show(own_example, own_example.spec("advies"), n) for n in numbers(own_example, "advies")
        )
        if row["verstuurd_op"] and row["verstuurd_op"].startswith("2020-06")
    )
    records.change(own_example, own_example.spec("advies"), number, {"vertrouwelijk": True})
    inside = made(own_example, "2020-T2", akkoord=1, kort=kort)
    outside = {
        key: made(own_example, "2020-T2", akkoord=1, kort=kort, publiek=key) for key in ("leden", "openbaar")
    }
    assert subject in words(inside.document) or subject[3:] in words(inside.document)

    def tables(found: verslag.Gemaakt) -> list[Table]:
        return [
            b for b in found.document.blocks if isinstance(b, Table) and b.caption.startswith("De periode")
        ]

    for key, found in outside.items():
        said = words(found.document)
        assert subject[3:] not in said, key
        assert [[plain(c) for row in t.rows for c in row] for t in tables(found)] == [
            [plain(c) for row in t.rows for c in row] for t in tables(inside)
        ]
        assert f"Voor: {'onze leden' if key == 'leden' else 'iedereen'}" in said
    if not kort:
        assert "Eén advies staat hier niet bij, omdat het vertrouwelijk is." in words(
            outside["leden"].document
        )
    assert "Voor: de regiegroep (RG)" in words(made(own_example, "2020-T2", akkoord=1, publiek="rg").document)


def test_an_empty_period_says_so_and_why(example: Context) -> None:
    found = made(example, "2018-T1", akkoord=1, reden_leeg="het bestuur was niet compleet")
    said = words(found.document)
    assert found.empty
    assert EMPTY in said
    assert "Het bestuur was niet compleet." in said
    assert "Vergeleken met" not in said


def test_another_akkoord_calls_its_meetings_by_their_own_names(office: Context, made_: Made) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    with clock.fixed(date(2024, 9, 1)):
        made_("overleg", soort="overig", werkgroep="Woontafel", datum="2024-06-03")
        said = words(made(office, "2024-T2").document)
    assert "Voor: Woontafel" in said
    assert "Wat wij vragen (Woontafel)" in said
    assert "BO" not in said
    assert "Emmen" not in said


def test_each_part_proposes_a_few_sentences_that_follow_from_the_facts_alone(
    full: Callable[[str], verslag.Gemaakt], example: Context
) -> None:
    with_words = 0
    for code in ("2020-T2", "2021-T1", "2020"):
        for item in full(code).onderdelen:
            assert not (item.leeg and item.voorstel)
            assert "None" not in item.voorstel
            assert "  " not in item.voorstel
            assert item.voorstel.count(". ") <= 4, item.sleutel
            with_words += bool(item.voorstel)
    assert with_words > 20
    assert full("2020-T2").onderdelen == made(example, "2020-T2", akkoord=1).onderdelen


def test_the_annexes_are_off_in_the_short_form_and_tell_what_was_not_kept(
    example: Context, full: Callable[[str], verslag.Gemaakt]
) -> None:
    short = made(example, "2020-T2", akkoord=1, kort=True)
    assert [
        item.sleutel for item in short.onderdelen if item.bijlage and item.aan and "bron" not in item.sleutel
    ] == []
    annexes = {item.sleutel: item for item in full("2021-T2").onderdelen if item.bijlage}
    late = next(block for block in annexes["bijlage-toezeggingen"].blocks if isinstance(block, Table))
    assert all("te laat" in plain(row[4]) for row in late.rows)
    assert {"bijlage-raadplegingen", "bijlage-adviezen", "bijlage-maten"} <= set(annexes)


def test_a_promise_that_was_not_kept_tells_in_which_meeting_it_came_up_again(
    office: Context, made_: Made
) -> None:
    jobs.run(akkoord.load(office, EMMEN))
    with clock.fixed(date(2019, 12, 1)):
        first = made_("overleg", soort="bo", datum="2019-01-14")
        what = "Een lijst van leegstaande woningen sturen"
        given = {"wat": what, "partij": "Lefier", "overleg": first, "afgesproken_op": "2019-01-14"}
        made_("actiepunt", **given, uiterlijk="2019-03-01")
        item = {"onderwerp": f"{what} (Lefier)"}
        made_("overleg", soort="rg", datum="2019-04-02", agendapunten=[item])
        made_("overleg", soort="rg", datum="2019-10-02", agendapunten=[item])
        told = verslag.report_values(office, period.parse("2019-T2"), 1).toezeggingen
        said = words(made(office, "2019-T2", akkoord=1).document)
    assert told[0].weer == ("Regiegroep (RG) van 2\u00a0april 2019",)
    (row,) = [line for line in said.splitlines() if "Regiegroep (RG) van 2" in line]
    assert "| 01-03-2019 |" in row
    assert "te laat" in row


def test_the_line_above_the_promises_that_were_not_kept_stays_with_their_table(
    full: Callable[[str], verslag.Gemaakt],
) -> None:
    annex = next(item for item in full("2020-T2").onderdelen if item.sleutel == "bijlage-toezeggingen")
    intro, table = annex.blocks
    assert isinstance(intro, Paragraph)
    assert isinstance(table, Table)
    assert intro.keep_with_next
