"""The papers of a meeting as one file: what goes in, in which order, as it was fixed, and who may read it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from page import ValidationProfile

from huurdersapp.actions import brief_versies, brieven, lists, records, verslag, voorbeeld
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper
from huurdersapp.actions.verslagen import concept, getypt, versies
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.app import opened
from huurdersapp.base import jobs, period
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.reports.rapport import Keuze
from tests.reports.paper_samples import findings

YEAR = period.parse("2021")
ADVIES = "Ons advies over de renovatie van 77 woningen in de Zilverschoonflat in Angelslo"


@pytest.fixture
def ctx(example: Context) -> Iterator[Context]:
    with voorbeeld.on_its_day(example):
        yield example


@pytest.fixture(scope="module")
def whole(example_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """The papers of the next BO of the example."""
    folder = tmp_path_factory.mktemp("stukken") / "voorbeeld"
    shutil.copytree(example_made, folder)
    with opened(folder, author="Voorbeeld") as ctx, voorbeeld.on_its_day(ctx):
        return made(ctx, meeting(ctx, "08-10-2021"))


def meeting(ctx: Context, day: str) -> int:
    return int(lists.find(ctx, ctx.spec("overleg"), [f"naam=BO {day}"])[0]["nummer"])


def made(ctx: Context, number: int, *keuzes: Keuze, publiek: str = "bo") -> Paper:
    job = Opdracht("stukken", YEAR, overleg=number, publiek=publiek)
    return jobs.run(verslag.preview(ctx, job, keuzes))


def without_reports(ctx: Context, number: int) -> list[Keuze]:
    """The choices that leave the reports out, which take long to write, for who looks at another paper."""
    rows = lists.find(ctx, ctx.spec("verslag"), [f"overleg={number}"])
    return [Keuze(f"verslag-{row['nummer']}", weg=True) for row in rows]


def pages(paper: Paper) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(paper.pdf)]


def bookmarks(paper: Paper) -> list[tuple[str, int]]:
    document = pypdfium2.PdfDocument(paper.pdf)
    found = [(item.get_title(), item.get_dest().get_index()) for item in document.get_toc() if not item.level]
    return found[1:]


def test_agenda_what_is_open_and_the_report_are_one_file_that_is_read_aloud(whole: Paper) -> None:
    paper = whole
    assert [name for name, _page in bookmarks(paper)] == [
        "Agenda",
        "Actielijst BO 09-07-2021",
        "Trimesterverslag 2021-T2",
        ADVIES,
    ]
    for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A):
        assert findings(paper.pdf, profile) == []
    told = pages(paper)
    assert len(told) == paper.pages
    for place, text in enumerate(told[1:], 2):
        assert f"{place} van {paper.pages}" in text
    for name, page in bookmarks(paper):
        assert name.split()[0] in told[page]


def test_the_front_says_on_which_page_each_paper_begins(whole: Paper) -> None:
    paper = whole
    words = pages(paper)[0].split()
    ends = [*[page for _name, page in bookmarks(paper)][1:], paper.pages]
    for (_name, page), end in zip(bookmarks(paper), ends, strict=True):
        assert any(pair == (str(page + 1), str(end - page)) for pair in pairwise(words))


def test_a_number_opens_its_list_on_its_page_in_the_whole(ctx: Context, whole: Paper) -> None:
    number, paper = meeting(ctx, "08-10-2021"), whole
    start = dict(bookmarks(paper))["Trimesterverslag 2021-T2"]
    report = lists.find(ctx, ctx.spec("verslag"), [f"overleg={number}", "soort=trimester"])[0]["nummer"]
    alone = jobs.run(verslag.preview(ctx, Opdracht("trimester", period.parse("2021-T2"), nummer=int(report))))
    end = dict(bookmarks(paper))[ADVIES]
    inside = [link for link in paper.links if start <= link.page < end]
    assert [(link.page - start, link.says, link.behind) for link in inside] == [
        (link.page, link.says, link.behind) for link in alone.links
    ]
    assert inside


def test_the_writer_leaves_out_moves_and_names_papers(ctx: Context) -> None:
    number = meeting(ctx, "08-10-2021")
    keys = verslag.make(ctx, Opdracht("stukken", YEAR, overleg=number)).onderdelen
    report, advies = (key.sleutel for key in keys[-2:])
    paper = made(
        ctx,
        number,
        Keuze(report, plaats=1, kop="Ons verslag"),
        Keuze("agenda", plaats=2),
        Keuze("actielijst", weg=True),
        Keuze(advies, weg=True),
        Keuze("voorkant", tekst="Wij zien u graag op **8 oktober**."),
    )
    assert [name for name, _page in bookmarks(paper)] == ["Ons verslag", "Agenda"]
    assert "Wij zien u graag op 8 oktober." in pages(paper)[0]


def test_an_advies_goes_in_as_it_was_fixed(ctx: Context) -> None:
    number = meeting(ctx, "08-10-2021")
    case = records.create(
        ctx,
        ctx.spec("advies"),
        [
            {
                "onderwerp": "de vloeren van de Turfstekershof",
                "soort": "ongevraagd",
                "verhuurder": "Domesta",
                "uitkomst": "positief",
                "vastgesteld_op": "2021-08-20",
                "aanwezig": "Alle vijf",
                "stemmen": "5 voor, 0 tegen",
            }
        ],
    ).records[0]["nummer"]
    letter = brieven.letter_of(ctx, case)
    brieven.write_part(ctx, letter, "advies", "Zoals het op de dag zelf was.")
    fixed = brief_versies.fix(ctx, letter, on=date(2021, 8, 23))
    brieven.write_part(ctx, letter, "advies", "Zoals het later werd.")
    records.change(ctx, ctx.spec("brief"), letter, {"verstuurd_op": "2021-08-23"})
    paper = made(ctx, number, *without_reports(ctx, number))
    name, page = bookmarks(paper)[-2]
    told = pages(paper)[page]
    assert "vloeren van de Turfstekershof" in name
    assert "Zoals het op de dag zelf was." in told
    assert "Zoals het later werd." not in "".join(pages(paper))
    assert len(pypdfium2.PdfDocument(BytesIO(brief_versies.pdf(ctx, letter, fixed.number)))) >= 1
    records.change(ctx, ctx.spec("advies"), case, {"vertrouwelijk": True})
    assert "Turfstekershof" not in str(bookmarks(made(ctx, number, *without_reports(ctx, number))))


def test_a_confidential_file_and_names_of_people_are_not_for_outsiders(ctx: Context) -> None:
    number = meeting(ctx, "08-10-2021")
    none = without_reports(ctx, number)
    inside, outside = (pages(made(ctx, number, *none, publiek=who))[0] for who in ("bo", "openbaar"))
    assert "concept-prestatieafspraken-2022.txt" in inside
    assert "concept-prestatieafspraken-2022.txt" not in outside
    assert "Roelof" not in "".join(
        pages(made(ctx, number, *none, Keuze("actielijst"), publiek="openbaar"))[:3]
    )


def test_without_a_meeting_a_sentence_says_what_is_missing(ctx: Context) -> None:
    with pytest.raises(UserError, match="overleg"):
        jobs.run(verslag.preview(ctx, Opdracht("stukken", YEAR)))
    with pytest.raises(UserError):
        jobs.run(verslag.preview(ctx, Opdracht("stukken", YEAR, overleg=9999)))


def test_when_it_is_no_longer_wanted_it_stops(ctx: Context) -> None:
    job = Opdracht("stukken", YEAR, overleg=meeting(ctx, "08-10-2021"))
    asked = iter([True] * 5)
    with pytest.raises(Stopped):
        jobs.run(verslag.preview(ctx, job, wanted=lambda: next(asked, False)))


def test_it_is_a_pdf_alone(ctx: Context, tmp_path: Path) -> None:
    job = Opdracht("stukken", YEAR, overleg=meeting(ctx, "08-10-2021"))
    done = jobs.run(verslag.write(ctx, job, tmp_path / "stukken.pdf"))
    assert done.pages == len(pypdfium2.PdfDocument(tmp_path / "stukken.pdf"))
    with pytest.raises(UserError, match="pdf"):
        next(verslag.write(ctx, job, tmp_path / "stukken.docx"))
    assert [path.name for path in tmp_path.iterdir()] == ["stukken.pdf"]


def test_a_meeting_without_anything_has_its_agenda(office: Context) -> None:
    records.create(
        office,
        office.spec("partij"),
        [{"naam": "Huurdersbelang", "soort": "huurdersorganisatie", "eigen": True}],
    )
    number = records.create(office, office.spec("overleg"), [{"soort": "bestuur", "datum": "2019-09-10"}])
    job = Opdracht("stukken", YEAR, overleg=int(number.records[0]["nummer"]))
    paper = jobs.run(verslag.preview(office, job))
    assert [name for name, _page in bookmarks(paper)] == ["Agenda"]


@pytest.fixture
def ours(office: Context) -> Context:
    """A new administration of our own organisation, with two landlords."""
    for name, kind, own in (("Huurdersbelang", "huurdersorganisatie", True), ("Lefier", "corporatie", False)):
        new(office, "partij", naam=name, soort=kind, eigen=own)
    for name in ("Lefier", "Domesta"):
        new(office, "verhuurder", naam=name)
    return office


def new(ctx: Context, kind: str, **values: object) -> int:
    return int(records.create(ctx, ctx.spec(kind), [values]).records[0]["nummer"])


def advies(ctx: Context, about: str, landlord: str, **more: object) -> int:
    values = {"soort": "ongevraagd", "uitkomst": "positief", "vastgesteld_op": "2019-08-01"} | more
    case = new(ctx, "advies", onderwerp=about, verhuurder=landlord, aanwezig="Allen", stemmen="3", **values)
    letter = brieven.letter_of(ctx, case)
    records.change(ctx, ctx.spec("brief"), letter, {"verstuurd_op": "2019-08-02"})
    return case


def test_the_papers_of_a_meeting_are_found_by_their_meeting_whatever_the_days(ours: Context) -> None:
    one, other = (new(ours, "overleg", soort="bestuur", datum=f"2019-09-{day}") for day in (10, 20))
    own = new(ours, "verslag", soort="stukken", van="2019-01-01", tot="2019-12-31", overleg=one)
    day = period.parse("2019-09-10..2019-09-10")
    assert concept.find(ours, "stukken", day, overleg=one) == own
    assert concept.find(ours, "stukken", period.parse("2019"), overleg=other) is None
    assert concept.find(ours, "stukken", period.parse("2019")) is None
    asked = Opdracht("stukken", day, overleg=one)
    assert getypt.recorded(ours, asked) == own
    assert concept.ensure(ours, asked) == own


def test_a_paper_that_cannot_be_made_is_named_and_the_others_are_there(ours: Context) -> None:
    case = advies(ours, "de vloeren van de hal", "Lefier")
    records.change(ours, ours.spec("advies"), case, {"uitkomst": None})
    paper = made(ours, new(ours, "overleg", soort="bestuur", datum="2019-09-01"))
    assert [name for name, _page in bookmarks(paper)] == ["Agenda"]
    told = " ".join(paper.warnings)
    assert "vloeren" in told
    assert "De uitkomst van het advies is nog niet ingevuld." in told


def test_a_landlord_gets_nothing_of_what_another_landlord_was_told(ours: Context) -> None:
    for landlord in ("Domesta", "Lefier"):
        about = f"de lift van {landlord}"
        new(ours, "overleg", soort="verhuurder", datum="2019-07-01", verhuurder=landlord, verslag=about)
        advies(ours, about, landlord)
    number = new(ours, "overleg", soort="verhuurder", datum="2019-09-01", verhuurder="Domesta")
    told = "".join(pages(made(ours, number)))
    assert told.count("lift van Domesta") >= 2
    assert "lift van Lefier" not in told


def test_people_outside_do_not_get_what_was_written_for_the_meeting(ours: Context) -> None:
    meeting = new(ours, "overleg", soort="alv", datum="2019-09-01")
    report = new(
        ours,
        "verslag",
        soort="jaar",
        van="2018-01-01",
        tot="2018-12-31",
        publiek="bo",
        overleg=meeting,
        delen=[{"sleutel": "bezoeken", "tekst": "Alleen voor bestuurders."}],
    )
    new(ours, "verslag", soort="overdracht", van="2018-01-01", tot="2018-12-31", overleg=meeting)
    inside, outside = (made(ours, meeting, publiek=who) for who in ("bo", "leden"))
    names = ["Agenda", "Jaarverslag 2018"]
    assert [name for name, _page in bookmarks(inside)] == names
    assert [name for name, _page in bookmarks(outside)] == names
    assert "Alleen voor bestuurders." in "".join(pages(inside))
    assert "Alleen voor bestuurders." not in "".join(pages(outside))
    versies.fix(ours, report)
    assert "Alleen voor bestuurders." not in "".join(pages(made(ours, meeting, publiek="openbaar")))


def test_a_confidential_advies_is_no_item_that_people_outside_read_of(ours: Context) -> None:
    case = advies(ours, "de geheime verkoop", "Lefier", vertrouwelijk=True)
    items = [
        {"onderwerp": "Verkoop van de flat", "advies": case, "besluit": "Wij verkopen."},
        {"onderwerp": "Huurbeleid", "stuk": "Plan van de erkoop"},
    ]
    meeting = new(ours, "overleg", soort="alv", datum="2019-09-01", agendapunten=items)
    inside, outside = ("".join(pages(made(ours, meeting, publiek=who))) for who in ("bo", "leden"))
    assert "Verkoop van de flat" in inside
    assert "erkoop" not in outside
    assert "Vertrouwelijk punt" in outside
