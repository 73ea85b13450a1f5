"""Every number of the trimesterverslag is the number of the list behind it, in every period, in both files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest

from huurdersapp.actions import akkoord, brieven, knelpunt_cijfers, lists, records, trimester_maten, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.telling import met
from huurdersapp.actions.verslagen import samen
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base import clock, i18n, jobs, period
from huurdersapp.base.errors import UserError
from huurdersapp.records.akkoord_bestand import partijen_van, read_akkoord
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Document,
    KeyFigures,
    Lines,
    Paragraph,
    Source,
    Span,
    Table,
    Text,
    plain,
    spans,
)
from huurdersapp.reports.language import aantal, in_words
from huurdersapp.reports.trimester import EMPTY, trimester_document
from huurdersapp.reports.trimester_knelpunten import PARTS, SIDES
from huurdersapp.reports.trimester_themas import NO_ACTIVITY
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.values import Getal
from tests.actions.conftest import Made, numbers
from tests.akkoorden import EMMEN, FOREIGN
from tests.helpers_document import check_reference, words
from tests.reports.paper_samples import docx_of, findings, pdf_of
from tools.paper_words import docx_words, pdf_words

TRIMESTERS = tuple(f"{year}-T{number}" for year in (2019, 2020, 2021) for number in (1, 2, 3))
HIDDEN = ("<5", "x", "minder dan vijf", "niet getoond", "een niet getoond aantal")


def values_of(ctx: Context, code: str, number: int | None = 1) -> TrimesterValues:
    return verslag.report_values(ctx, period.parse(code), number)


Report = Callable[[str], TrimesterValues]


@pytest.fixture(scope="module")
def report(example: Context) -> Report:
    """The report of the example about a period; each is made once."""
    return cache(lambda code: values_of(example, code))


def texts(blocks: Sequence[Block]) -> Iterator[Text]:
    """Every text that a block prints, cell by cell."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case Lines():
                yield from block.lines
            case KeyFigures():
                yield from (item.value for item in block.items)
            case Table():
                yield from (cell for row in (*block.rows, block.totals or ()) for cell in row)


def sourced(made: Document) -> Iterator[tuple[Span, Source]]:
    """The pieces of text behind which records stand."""
    for text in texts(made.blocks):
        for span in spans(text):
            if span.source is not None:
                yield span, span.source


def getallen(thing: object) -> Iterator[Getal]:
    """All counts in the values of a report, however deep."""
    if isinstance(thing, Getal):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from getallen(item)
    elif hasattr(thing, "__dataclass_fields__") and not isinstance(thing, Source):
        for name in thing.__dataclass_fields__:
            yield from getallen(getattr(thing, name))


def ids_of(ctx: Context, source: Source) -> set[str]:
    """The keys of the records that the list behind a number shows."""
    spec = ctx.spec(source.kind)
    with ctx.store.reading() as db:
        table = spec.table
        return set(
            db.scalars(table.select().with_only_columns(table.c.id).where(met(db, source.kind, source.where)))
        )


def counted(ctx: Context, source: Source) -> int:
    """How long that list is, asked as people ask it."""
    return lists.count(ctx, ctx.spec(source.kind), [f"{key}={value}" for key, value in source.where])


def said(text: str) -> int | None:
    """The number with which a text begins, in digits or words; None when it says no number."""
    first = text.split("\u00a0")[0].split(" ")[0].lower().replace(".", "")
    if first.isdecimal():
        return int(first)
    return next((number for number in range(21) if in_words(number) == first), None)


def check_counts(ctx: Context, made: TrimesterValues) -> int:
    """Hold every count against its list; tells how many were held."""
    held = 0
    for getal in getallen(made):
        source = getal.source
        if source is None or source.kind == "raadpleging" or _is_one(source):
            continue
        assert (getal.waarde, len(source.ids)) == (counted(ctx, source), counted(ctx, source)), source
        assert set(source.ids) == ids_of(ctx, source), source
        held += 1
    return held


@pytest.mark.parametrize("code", [*TRIMESTERS, "2019", "2019-05-15..2019-06-30"])
def test_every_count_is_the_number_of_its_list(example: Context, report: Report, code: str) -> None:
    least = (
        20 if code < "2019" else 40
    )  # the akkoord began in 2019: before that nothing counts for its points
    assert check_counts(example, report(code)) > least


@pytest.mark.parametrize("kort", [False, True])
@pytest.mark.parametrize("code", [*TRIMESTERS, "2019"])
def test_every_printed_number_opens_the_records_that_it_counts(
    example: Context, report: Report, code: str, kort: bool
) -> None:
    held = 0
    for span, source in sourced(trimester_document(report(code), kort)):
        if source.where:
            assert set(source.ids) == ids_of(example, source), source
        number = said(span.text)
        if number is not None and source.kind != "raadpleging" and not _is_one(source):
            assert number == len(source.ids), (span.text, source)
            held += 1
    if code >= "2019":  # the akkoord began then: before that hardly any number stands in the report
        assert held > (3 if kort else 10)


def _is_one(source: Source) -> bool:
    """Whether it stands behind a record that is named, and not behind a number."""
    return [key for key, _value in source.where] == ["nummer"]


def test_what_is_behind_a_raadpleging_is_what_it_says_itself(example: Context, report: Report) -> None:
    for item in report("2019").raadplegingen:
        shown = records.show(example, example.spec("raadpleging"), int(item.nummer))
        assert item.titel == shown["titel"]
        if shown["respons_totaal"] is not None:
            assert item.respons.waarde == shown["respons_totaal"]
        assert [answer.aantal for question in item.vragen for answer in question.antwoorden] == [
            option["aantal"]
            for question in shown["vragen"]
            for option in question["opties"]
            if option["aantal"] is not None
        ]


def test_a_report_that_counts_wrong_is_noticed(example: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    real = knelpunt_cijfers._count

    def one_too_many(db: object, where: tuple[tuple[str, str], ...]) -> Getal:
        getal = real(db, where)  # type: ignore[arg-type]
        wrong = where[0][0] == "nieuw_in" and getal.waarde is not None
        return replace(getal, waarde=(getal.waarde or 0) + 1) if wrong else getal

    monkeypatch.setattr(samen, "_kept", WeakKeyDictionary())
    monkeypatch.setattr(knelpunt_cijfers, "_count", one_too_many)
    with pytest.raises(AssertionError):
        check_counts(example, values_of(example, "2020-T2"))


def test_a_period_begins_where_the_one_before_it_ended(report: Report) -> None:
    reports = [report(code).knelpunten for code in TRIMESTERS]
    moved = 0
    for before, after in pairwise(reports):
        for side in SIDES:
            first, second = getattr(before, side), getattr(after, side)
            assert first.eind.waarde == second.begin.waarde
            assert set(first.eind.source.ids) == set(second.begin.source.ids)
    for cijfers in reports:
        for side in SIDES:
            begin, new, again, closed, end = (getattr(getattr(cijfers, side), part).waarde for part in PARTS)
            assert begin + new + again - closed == end
            moved += new + again + closed
    assert moved > 50


@pytest.mark.parametrize("code", TRIMESTERS)
def test_each_breakdown_adds_up_to_what_it_divides(report: Report, code: str) -> None:
    cijfers = report(code).knelpunten
    for side in SIDES:
        stand = getattr(cijfers, side)
        for rows, whole in (
            (cijfers.per_categorie, stand.nieuw),
            (cijfers.per_kern, stand.nieuw),
            (cijfers.per_status, stand.eind),
            (cijfers.per_afloop, stand.afgehandeld),
        ):
            assert sum(getattr(row, side).waarde for row in rows) == whole.waarde
            names = [row.naam for row in rows]
            assert len(set(names)) == len(names)


def test_a_knelpunt_is_new_in_one_trimester_only(example: Context, report: Report) -> None:
    new = [
        key
        for code in TRIMESTERS
        for side in SIDES
        for key in getattr(report(code).knelpunten, side).nieuw.source.ids
    ]
    assert len(new) == len(set(new)) == lists.count(example, example.spec("knelpunt"))


def test_small_numbers_of_persons_have_no_list_on_paper(report: Report) -> None:
    hidden = 0
    for code in TRIMESTERS:
        for text in texts(trimester_document(report(code)).blocks):
            for span in spans(text):
                if span.text in HIDDEN:
                    hidden += 1
                    assert span.source is None
    assert hidden > 5


def test_an_empty_period_says_so(report: Report) -> None:
    told = words(trimester_document(report("2018-T1")))
    assert EMPTY in told
    assert "Er waren in deze periode geen knelpunten: niet open en niet gemeld." in told
    assert NO_ACTIVITY in told


def huurders(source: Path) -> list[str]:
    """The texts of the afspraken of the themes in which a huurdersorganisatie takes part."""
    akkoord_ = read_akkoord(source)
    tenants = {item.naam for item in akkoord_.partijen if item.soort == "huurdersorganisatie"}
    return [
        item.tekst
        for thema in akkoord_.themas
        for doel in thema.doelen
        for item in doel.afspraken
        if any(tenants & set(partijen_van(akkoord_, word)) for word in item.partijen)
    ]


@pytest.mark.parametrize("code", ["2018-T1", "2019-T3", "2020-T2", "2021-T1"])
def test_each_afspraak_of_the_huurdersorganisaties_says_what_was_done_or_that_nothing_was(
    report: Report, code: str
) -> None:
    made = report(code)
    afspraken = [item for thema in made.themas for item in thema.afspraken]
    assert set(huurders(EMMEN)) <= {item.tekst for item in afspraken}
    assert {"SW-9", "SW-14"} <= {item.nummer for item in afspraken}
    blocks = trimester_document(made).blocks
    for item in afspraken:
        place = next(
            n
            for n, block in enumerate(blocks)
            if isinstance(block, Paragraph) and plain(block.text).startswith(f"Afspraak: {item.nummer}\u00a0")
        )
        after = blocks[place + 1]
        if item.activiteiten:
            assert isinstance(after, Bullets)
            assert len(after.items) == len(item.activiteiten)
        else:
            assert after == Paragraph(NO_ACTIVITY)


@pytest.mark.parametrize("code", ["2018-T1", "2020-T2", "2021"])
def test_pdf_and_word_say_the_same_and_can_be_read_aloud(report: Report, code: str) -> None:
    made = trimester_document(report(code))
    pdf, _written = pdf_of(made)
    assert pdf_words(pdf) == docx_words(docx_of(made))
    assert findings(pdf) == []


def test_each_letter_says_the_same_in_both_files_and_can_be_read_aloud(example: Context) -> None:
    for letter in letters(example):
        pdf, _written = pdf_of(letter)
        assert pdf_words(pdf) == docx_words(docx_of(letter))
        assert findings(pdf) == []


def letters(ctx: Context) -> list[Document]:
    rows = lists.find(ctx, ctx.spec("advies"), order="nummer")
    made = [
        brieven.case_document(ctx, row["nummer"])
        for row in rows
        if row["uitkomst"] or row["soort"] in ("agendering", "informatie")
    ]
    assert made
    return made


def test_the_report_and_letter_of_the_example_are_as_they_were_read_and_found_right(
    example: Context, report: Report
) -> None:
    check_reference(trimester_document(report("2020-T2")), "voorbeeld-trimesterverslag-2020-T2")
    check_reference(letters(example)[0], "voorbeeld-adviesbrief")


def test_a_report_reads_one_moment_and_writes_nothing(example: Context) -> None:
    seq = example.store.head.seq
    values_of(example, "2020-T2")
    assert example.store.head.seq == seq


def test_a_foreign_akkoord_works_without_touching_code(office: Context, made: Made) -> None:
    with clock.fixed(date(2024, 9, 1)):
        jobs.run(akkoord.load(office, FOREIGN))
        assert numbers(office, "afspraak", "thema=Water in de wijk")
        table = made("overleg", soort="overig", werkgroep="Woontafel", datum="2024-06-03")
        other = made("overleg", soort="bo", datum="2024-06-04")
        for title, meeting in (("Natte kelders", table), ("Schimmel", other)):
            step = {"status": "ingebracht", "overleg": meeting, "datum": "2024-06-04"}
            given = {
                "titel": title,
                "categorie": "vocht_schimmel",
                "gemeld_op": "2024-05-01",
                "omvang": "wijk",
            }
            made("knelpunt", **given, stappen=[step])
        theme = numbers(office, "thema")[0]
        dated = {"start_op": "2024-05-01", "sluit_op": "2024-05-20"}
        made("raadpleging", titel="Wonen op de campus", thema=theme, respons_totaal=80, **dated)
        report = values_of(office, "2024-T2")
        check_counts(office, report)
        done = {item.nummer: item.activiteiten for thema in report.themas for item in thema.afspraken}
        assert [item.omschrijving for item in done["A1b"]] == ["Raadpleging ‘Wonen op de campus’"]
        assert [item.aantal.waarde for item in done["B1a"] if item.aantal] == [1]
        assert set(huurders(FOREIGN)) <= {i.tekst for thema in report.themas for i in thema.afspraken}
        assert "Emmen" not in words(trimester_document(report))


def test_what_was_thrown_away_leaves_the_report_whole(own_example: Context, report: Report) -> None:
    before = report("2020-T2")
    kinds = {"partij": ("eigen=nee",), "kern": (), "verhuurder": (), "complex": ()}
    for kind, where in kinds.items():
        for number in numbers(own_example, kind, *where):
            records.discard(own_example, own_example.spec(kind), number)
    after = values_of(own_example, "2020-T2")
    assert check_counts(own_example, after) > 40
    assert after.knelpunten == before.knelpunten
    assert after.toezeggingen == before.toezeggingen
    assert trimester_document(after).author == "Huurdersfederatie Zuidoost Drenthe"


def test_a_rule_that_counts_adviezen_tells_them_one_by_one(office: Context, made: Made) -> None:
    jobs.run(akkoord.load(office, EMMEN))
    (number,) = numbers(office, "afspraak", "code=DU3-A3")
    other = numbers(office, "afspraak", "code=BB1-A9")[0]
    given = {"regel_telt": "adviezen", "regel_overlegsoort": None, "regel_trefwoorden": None}
    records.change(office, office.spec("afspraak"), number, given)
    asked = {"thema": "Duurzaamheid", "ontvangen_op": "2019-05-01", "verstuurd_op": "2019-06-01"}
    made("advies", onderwerp="de zonnepanelen", **asked)
    made("advies", onderwerp="de ketels", afspraak=number, **asked)
    made("advies", onderwerp="de sloop", afspraak=other, **asked)
    done = {
        i.nummer: i.activiteiten for thema in values_of(office, "2019-T2").themas for i in thema.afspraken
    }
    assert [item.omschrijving for item in done["DU3-A3"]] == [
        "Advies over de zonnepanelen",
        "Advies over de ketels",
        "Advies over de sloop",
    ]


def test_in_a_running_period_nothing_is_late_before_its_day(office: Context, made: Made) -> None:
    jobs.run(akkoord.load(office, EMMEN))
    given = {"wat": "Een lijst sturen", "partij": "Lefier", "afgesproken_op": "2019-05-01"}
    made("actiepunt", **given, uiterlijk="2019-08-01")
    with clock.fixed(period.parse("2019-06-15..2019-06-15").first):
        running = values_of(office, "2019-T2")
    assert running.gevraagd == ()
    assert len(running.toezeggingen) == 1
    over = values_of(office, "2019-T2")
    assert over.gevraagd is not None
    assert [item.tekst for item in over.gevraagd] == ["Wij vragen Lefier om na te komen: een lijst sturen"]
    assert "De afgesproken dag was 1 augustus 2019." in words(trimester_document(over))


def test_an_answer_of_after_the_period_is_not_told_in_it(office: Context, made: Made) -> None:
    jobs.run(akkoord.load(office, EMMEN))
    meeting = made("overleg", soort="bo", datum="2019-03-04")
    line = {"overleg": meeting, "reactie": "Wij komen kijken.", "reactie_op": "2019-05-06"}
    given = {"titel": "Lekke daken", "categorie": "onderhoud", "omvang": "complex", "gemeld_op": "2019-02-01"}
    step = {"status": "ingebracht", "overleg": meeting, "datum": "2019-03-04"}
    made("knelpunt", **given, stappen=[step], inbreng=[line])
    (told,) = values_of(office, "2019-T1").uitgelicht
    assert (told.ingebracht_in, told.status, told.reactie) == (
        "Bestuurlijk overleg (BO)",
        "ingebracht",
        "",
    )


def test_places_that_lie_in_each_other_do_not_stop_the_report(office: Context, made: Made) -> None:
    jobs.run(akkoord.load(office, EMMEN))
    first, second = made("kern", naam="A", soort="gebied"), made("kern", naam="B", soort="gemeente")
    made("knelpunt", titel="Lekkage", categorie="onderhoud", kern=first, gemeld_op="2019-05-01")
    with office.store.step("samengevoegd") as db:  # as two laptops may have merged it
        a, b = (records.find(db, office.spec("kern"), number) for number in (first, second))
        vars(a)["ligt_in_id"], vars(b)["ligt_in_id"] = None, None
        setattr(a, "ligt_in_id", b.id)  # noqa: B010 - the type of a record of any kind has no such field
        setattr(b, "ligt_in_id", a.id)  # noqa: B010
    (row,) = values_of(office, "2019-T2").knelpunten.per_kern
    assert (row.naam, row.groepen) == ("A", ("gemeente B",))


def test_paper_is_dutch_when_the_screen_is_not(
    example: Context, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters_before, before = letters(example), report("2020-T2")
    monkeypatch.setattr(samen, "_kept", WeakKeyDictionary())
    monkeypatch.setattr(trimester_maten, "_kept", WeakKeyDictionary())
    monkeypatch.setattr(i18n, "_catalogue", i18n._Stretched())
    assert i18n.gettext("Op schema") != "Op schema"
    assert values_of(example, "2020-T2") == before
    assert letters(example) == letters_before


def test_without_an_akkoord_or_with_two_the_person_is_told(office: Context, tmp_path: Path) -> None:
    path = tmp_path / "verslag.pdf"
    span = period.parse("2019-T2")
    with pytest.raises(UserError, match="Er is nog geen akkoord"):
        jobs.run(verslag.write(office, Opdracht("trimester", span), path))
    jobs.run(akkoord.load(office, EMMEN))
    assert values_of(office, "2019-T2", None).akkoord.startswith("Lokaal Akkoord")
    second = json.loads(EMMEN.read_text(encoding="utf-8")) | {"naam": "Nog een akkoord"}
    (tmp_path / "tweede.json").write_text(json.dumps(second), encoding="utf-8")
    jobs.run(akkoord.load(office, tmp_path / "tweede.json"))
    with pytest.raises(UserError, match="Er zijn meer akkoorden"):
        jobs.run(verslag.write(office, Opdracht("trimester", span), path))
    assert values_of(office, "2019-T2", 2).akkoord == "Nog een akkoord"
    assert not path.exists()


def test_a_kind_of_report_that_is_not_there_is_told(office: Context, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Het verslag ‘week’ bestaat niet") as told:
        jobs.run(verslag.write(office, Opdracht("week", period.parse("2019-T2")), tmp_path / "a.pdf"))
    assert (told.value.hint or "").startswith("Kies uit: trimester")


def test_the_words_of_a_count_are_understood() -> None:
    for number in (1, 2, 12, 20, 21, 1234):
        assert said(aantal(number, "knelpunt", "knelpunten")) == number
    assert said("Drie toezeggingen") == 3
    assert said("Lekkage in de hal") is None
