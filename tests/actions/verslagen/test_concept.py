"""The draft of a report: what its writer chooses is kept, printed, undone, and carried to the next report."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import PIL.Image
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huurdersapp.actions import history, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import concept, trimester
from huurdersapp.actions.verslagen.opdracht import Opdracht, Vraag, gevraagd
from huurdersapp.base import period
from huurdersapp.base.errors import UserError
from huurdersapp.reports.document import Heading, Picture
from huurdersapp.reports.plain_text import plain_text
from huurdersapp.reports.rapport import Kader, Keuze, Onderdeel, geordend, rapport_document
from tests.actions.conftest import Made, changed, shown, steps

T1, T2 = period.parse("2019-T1"), period.parse("2019-T2")
NEXT_YEAR = period.parse("2020-T1")


@pytest.fixture
def draft(town: Context, made: Made) -> int:
    """A trimesterverslag about the second trimester of 2019, of which nothing was chosen yet."""
    made("partij", naam="Huurders Zuidoost", soort="huurdersorganisatie", eigen=True, plaats="Andersstad")
    return concept.ensure(town, Opdracht("trimester", T2))


def keys(ctx: Context, number: int, *, annex: bool = False) -> list[str]:
    """The keys of the parts that can be moved, in order."""
    return [part.key for part in concept.read(ctx, number).parts if not part.fixed and part.annex == annex]


def words(ctx: Context, number: int) -> str:
    return plain_text(verslag.make(ctx, Opdracht("trimester", T2, nummer=number)).document)


def chapters(ctx: Context, number: int) -> list[str]:
    document = verslag.make(ctx, Opdracht("trimester", T2, nummer=number)).document
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]


def test_looking_at_a_report_writes_nothing(town: Context, made: Made) -> None:
    made("partij", naam="Huurders", soort="huurdersorganisatie", eigen=True)
    before = steps(town)
    seen = concept.start(town, Opdracht("trimester", T2))
    assert (seen.number, seen.from_last, steps(town)) == (None, None, before)
    assert [part.place for part in seen.parts] == list(range(1, len(seen.parts) + 1))
    assert seen.parts[0].fixed
    assert concept.find(town, "trimester", T2) is None


def test_the_record_is_made_once_in_one_step(town: Context, made: Made) -> None:
    made("partij", naam="Huurders", soort="huurdersorganisatie", eigen=True)
    before = steps(town)
    number = concept.ensure(town, Opdracht("trimester", T2, publiek="rg", kort=True))
    assert steps(town) == before + 1
    assert concept.ensure(town, Opdracht("trimester", T2)) == number
    assert steps(town) == before + 1
    assert concept.find(town, "trimester", T2) == number
    assert concept.find(town, "trimester", T2, akkoord=1) is None
    assert concept.find(town, "trimester", T1) is None
    kept = shown(town, "verslag", number)
    assert (kept["publiek"], kept["vorm"], kept["titel"]) == ("rg", "kort", "Trimesterverslag 2019-T2")


def test_a_report_that_was_sent_is_not_found_and_does_not_change(town: Context, draft: int) -> None:
    changed(town, "verslag", draft, verstuurd_op="2019-09-01")
    assert concept.find(town, "trimester", T2) is None
    assert concept.read(town, draft).sent == date(2019, 9, 1)
    with pytest.raises(UserError, match="verstuurd"):
        concept.write_text(town, draft, "knelpunten", "Nog iets.")
    assert concept.ensure(town, Opdracht("trimester", T2)) != draft


def test_each_write_is_one_named_step_that_can_be_undone(town: Context, draft: int) -> None:
    first = concept.read(town, draft)
    writes: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: concept.choose(town, draft, publiek="leden"), "Verslag 1: bestemd voor kiezen"),
        (lambda: concept.switch(town, draft, "campagnes", False), "Verslag 1: deel weglaten"),
        (lambda: concept.move(town, draft, "knelpunten", -2), "Verslag 1: deel verplaatsen"),
        (lambda: concept.write_text(town, draft, "adviezen", "Eigen."), "Verslag 1: tekst schrijven"),
        (lambda: concept.title_part(town, draft, "adviezen", "Ons oordeel"), "Verslag 1: kop schrijven"),
        (
            lambda: concept.write_question(town, draft, None, tekst="Wilt u dit?"),
            "Verslag 1: vraag schrijven",
        ),
    )
    for write, name in writes:
        before = steps(town)
        assert write()
        assert steps(town) == before + 1
        assert concept.read(town, draft) != first
        done = history.undo(town)
        assert name in str(done)
        assert concept.read(town, draft) == first


def test_what_was_chosen_is_what_is_printed(town: Context, draft: int) -> None:
    before = chapters(town, draft)
    assert "Campagnes" in before
    concept.switch(town, draft, "campagnes", False)
    concept.title_part(town, draft, "adviezen", "Ons  oordeel\nin het kort")
    concept.write_text(town, draft, "adviezen", "Wij schreven **veel**.\n\n- een\n- twee")
    concept.move(town, draft, "adviezen", -99)
    after = chapters(town, draft)
    assert "Campagnes" not in after
    assert after[:2] == ["In het kort", "Ons oordeel in het kort"]
    assert "Wij schreven veel." in words(town, draft)
    concept.switch(town, draft, "campagnes", True)
    assert "Campagnes" in chapters(town, draft)
    concept.own_order(town, draft)
    assert [part.key for part in concept.read(town, draft).parts] == [
        part.key for part in concept.start(town, Opdracht("trimester", T1)).parts
    ]


def test_the_first_page_stays_where_it_is(town: Context, draft: int) -> None:
    with pytest.raises(UserError, match="altijd"):
        concept.switch(town, draft, "kort", False)
    with pytest.raises(UserError, match="vooraan"):
        concept.move(town, draft, "kort", 1)


def test_a_part_that_is_not_there_is_told(town: Context, draft: int) -> None:
    before = steps(town)
    for write in (concept.take_proposal, concept.keep_text):
        with pytest.raises(UserError, match="hoort niet bij dit verslag"):
            write(town, draft, "bestaat-niet")
    with pytest.raises(UserError, match="hoort niet bij dit verslag"):
        concept.write_text(town, draft, "bestaat-niet", "Tekst")
    assert steps(town) == before


def test_the_same_words_again_leave_no_step(town: Context, draft: int) -> None:
    assert concept.write_text(town, draft, "adviezen", "Eigen woorden.")
    before = steps(town)
    assert not concept.write_text(town, draft, "adviezen", "  Eigen woorden.\n")
    assert not concept.move(town, draft, keys(town, draft)[0], -1)
    assert not concept.choose(town, draft, publiek="bo")
    assert steps(town) == before
    assert concept.write_text(town, draft, "adviezen", "")
    assert shown(town, "verslag", draft)["delen"] == []


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(town: Context, draft: int) -> None:
    seen = concept.read(town, draft)
    concept.write_text(town, draft, "adviezen", "Van de ander.")
    with pytest.raises(UserError, match="ergens anders veranderd"):
        concept.write_text(town, draft, "adviezen", "Van mij.", was=seen.part("adviezen").own_text, seen=seen)
    assert concept.read(town, draft).part("adviezen").own_text == "Van de ander."
    assert concept.write_text(town, draft, "adviezen", "Van ons.", was="Van de ander.")


def test_a_text_of_fifty_pages_is_kept_printed_and_told_of(town: Context, draft: int) -> None:
    text = "\n\n".join(f"Alinea {number} vertelt iets over de buurt." * 20 for number in range(180))
    concept.write_text(town, draft, "knelpunten", text)
    made = verslag.make(town, Opdracht("trimester", T2, nummer=draft))
    assert any("Knelpunten" in told and "bladzijden" in told for told in made.warnings)
    assert "Alinea 179 vertelt" in plain_text(made.document)
    assert concept.read(town, draft).warnings == made.warnings


def test_who_wrote_a_text_is_told_when_its_facts_change(
    town: Context, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    says = {"voorstel": "Er waren drie adviezen."}

    def parts(*_args: object) -> tuple[Onderdeel, ...]:
        return (Onderdeel("adviezen", "Adviezen", (), voorstel=says["voorstel"]),)

    monkeypatch.setattr("huurdersapp.actions.verslagen.trimester.trimester_onderdelen", parts)
    assert concept.take_proposal(town, draft, "adviezen")
    part = concept.read(town, draft).part("adviezen")
    assert (part.own_text, part.basis, part.changed) == (says["voorstel"], says["voorstel"], False)
    assert not concept.take_proposal(town, draft, "adviezen")
    says["voorstel"] = "Er waren vier adviezen."
    part = concept.read(town, draft).part("adviezen")
    assert (part.changed, part.basis) == (True, "Er waren drie adviezen.")
    assert concept.keep_text(town, draft, "adviezen")
    part = concept.read(town, draft).part("adviezen")
    assert (part.changed, part.own_text) == (False, "Er waren drie adviezen.")
    concept.take_proposal(town, draft, "adviezen")
    assert concept.read(town, draft).part("adviezen").own_text == (
        "Er waren drie adviezen.\n\nEr waren vier adviezen."
    )


# -- last time -----------------------------------------------------------------------------------------------------


def test_last_times_choices_and_texts_are_the_start_of_the_next(town: Context, draft: int) -> None:
    concept.choose(town, draft, publiek="rg", vergelijken="jaar", voorblad=True)
    concept.switch(town, draft, "campagnes", False)
    concept.move(town, draft, "adviezen", -99)
    concept.title_part(town, draft, "adviezen", "Ons oordeel")
    concept.write_text(town, draft, "adviezen", "Zo werken wij.")
    concept.write_question(town, draft, None, tekst="Wilt u dit besluiten?")
    changed(town, "verslag", draft, verstuurd_op="2019-09-01")
    before = steps(town)
    seen = concept.start(town, Opdracht("trimester", NEXT_YEAR))
    assert (seen.number, seen.from_last, steps(town)) == (None, draft, before)
    number = concept.ensure(town, Opdracht("trimester", NEXT_YEAR))
    kept = concept.read(town, number)
    for each in (seen, kept):
        job = each.job
        assert (job.publiek, job.vergelijken, job.voorblad, job.kort) == ("rg", "jaar", True, False)
        assert not each.part("campagnes").on
        assert next(part.key for part in each.parts if not part.fixed) == "adviezen"
        assert (each.part("adviezen").title, each.part("adviezen").own_text) == (
            "Ons oordeel",
            "Zo werken wij.",
        )
        assert job.span == NEXT_YEAR
        assert all(question.own is None for question in each.questions), "asked last time, not again"
    assert kept.parts == seen.parts
    assert shown(town, "verslag", draft)["delen"][0]["tekst"] != "", "and the last one keeps its own"


def test_the_report_before_is_that_of_the_same_kind_and_the_latest_period(town: Context, draft: int) -> None:
    older = concept.ensure(town, Opdracht("trimester", T1))
    later = concept.ensure(town, Opdracht("trimester", period.parse("2021-T1")))
    assert concept.start(town, Opdracht("trimester", NEXT_YEAR)).from_last == draft
    assert concept.start(town, Opdracht("trimester", period.parse("2022"))).from_last == later
    assert concept.start(town, Opdracht("trimester", period.parse("2018-T1"))).from_last is None
    assert older != draft


# -- questions -----------------------------------------------------------------------------------------------------


PROPOSED = (
    Vraag("Herstel het dak.", herkomst="actiepunt 1"),
    Vraag("Kom uw toezegging na.", herkomst="actiepunt 2"),
)


@pytest.fixture
def proposing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of report that proposes two questions."""
    real = trimester.read
    monkeypatch.setattr(trimester, "read", lambda *args: replace(real(*args), vragen=PROPOSED))


def asked(ctx: Context, number: int) -> list[str]:
    return [each.vraag.tekst for each in concept.read(ctx, number).questions if each.on]


@pytest.mark.usefixtures("proposing")
def test_proposed_questions_are_asked_until_the_writer_decides(town: Context, draft: int) -> None:
    assert asked(town, draft) == ["Herstel het dak.", "Kom uw toezegging na."]
    concept.write_question(town, draft, None, tekst="Eigen vraag?", uiterlijk=date(2019, 12, 1))
    assert asked(town, draft) == ["Eigen vraag?", "Herstel het dak.", "Kom uw toezegging na."]
    concept.drop_question(town, draft, "actiepunt 1")
    assert asked(town, draft) == ["Eigen vraag?", "Kom uw toezegging na."]
    gone = next(each for each in concept.read(town, draft).questions if not each.on)
    concept.restore_question(town, draft, gone.key)
    assert sorted(asked(town, draft)) == sorted(["Eigen vraag?", "Herstel het dak.", "Kom uw toezegging na."])
    concept.write_question(town, draft, "actiepunt 2", tekst="Kom haar na.")
    assert "Kom haar na." in asked(town, draft)
    assert "Kom uw toezegging na." not in asked(town, draft)
    own = next(each for each in concept.read(town, draft).questions if each.vraag.tekst == "Eigen vraag?")
    concept.move_question(town, draft, own.key, 99)
    assert asked(town, draft)[-1] == "Eigen vraag?"
    concept.drop_question(town, draft, own.key)
    assert "Eigen vraag?" not in [each.vraag.tekst for each in concept.read(town, draft).questions]
    job = concept.read(town, draft).job
    assert [each.tekst for each in gevraagd(job.vragen, PROPOSED)] == asked(town, draft)


@pytest.mark.usefixtures("proposing")
def test_a_proposal_that_was_moved_still_says_what_is_proposed_now(town: Context, draft: int) -> None:
    concept.move_question(town, draft, "actiepunt 2", -1)
    assert asked(town, draft) == ["Kom uw toezegging na.", "Herstel het dak."]
    (first, second) = concept.read(town, draft).questions
    assert first.own is not None
    assert first.own.tekst == ""
    concept.take_question(town, draft, first.key)
    taken = concept.read(town, draft).questions[0]
    assert taken.own is not None
    assert taken.own.tekst == "Kom uw toezegging na."
    assert second.vraag == PROPOSED[0]


def test_a_proposal_whose_record_is_gone_is_not_asked() -> None:
    kept = (Vraag(herkomst="actiepunt 9"), Vraag("Eigen"), Vraag(herkomst="actiepunt 1", weg=True))
    assert [each.tekst for each in gevraagd(kept, PROPOSED)] == ["Eigen", "Kom uw toezegging na."]


# -- pictures ------------------------------------------------------------------------------------------------------


def photo(path: Path, size: tuple[int, int] = (40, 30), kind: str = "JPEG") -> Path:
    """A photo with a place in it, as a telephone writes it."""
    notes = PIL.Image.Exif()
    notes[0x8825] = {1: "N", 2: (52.0, 47.0, 0.0)}
    out = io.BytesIO()
    PIL.Image.new("RGB", size, "green").save(out, kind, exif=notes)
    path.write_bytes(out.getvalue())
    return path


def test_a_picture_is_printed_in_its_part_without_the_place_where_it_was_taken(
    town: Context, draft: int, tmp_path: Path
) -> None:
    path = photo(tmp_path / "hof.jpg")
    assert concept.add_picture(town, draft, "adviezen", path, "De hof", "Een groene hof")
    (kept,) = concept.read(town, draft).pictures
    assert (kept.part, kept.name, kept.caption, kept.alternative) == (
        *("adviezen", "hof.jpg", "De hof", "Een groene hof"),
    )
    document = verslag.make(town, Opdracht("trimester", T2, nummer=draft)).document
    (picture,) = [block for block in document.blocks if isinstance(block, Picture)]
    assert (picture.caption, picture.alternative) == ("De hof", "Een groene hof")
    with PIL.Image.open(io.BytesIO(picture.data)) as found:
        assert not found.getexif()
    with pytest.raises(UserError, match="staat al"):
        concept.add_picture(town, draft, "adviezen", path, "", "")
    concept.change_picture(town, draft, kept.key, caption="De binnenhof", part="campagnes")
    (kept,) = concept.read(town, draft).pictures
    assert (kept.caption, kept.part) == ("De binnenhof", "campagnes")
    concept.change_picture(town, draft, kept.key, confidential=True)
    assert "De binnenhof" in words(town, draft)
    concept.choose(town, draft, publiek="openbaar")
    assert "De binnenhof" not in words(town, draft)
    concept.drop_picture(town, draft, kept.key)
    assert concept.read(town, draft).pictures == ()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("brief.txt", b"Geachte heer", "geen foto"),
        ("film.gif", b"GIF89a" + bytes(40), "geen foto"),
        ("stuk.jpg", b"\xff\xd8\xff" + bytes(60), "beschadigd"),
        ("leeg.png", b"", "geen foto"),
    ],
)
def test_what_is_no_good_picture_gets_a_sentence_and_leaves_nothing(
    town: Context, draft: int, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    before = steps(town)
    with pytest.raises(UserError, match=told):
        concept.add_picture(town, draft, "adviezen", path, "", "")
    assert steps(town) == before


def test_a_picture_that_is_not_there_or_is_too_large_is_told(
    town: Context, draft: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserError, match="bestaat niet"):
        concept.add_picture(town, draft, "adviezen", tmp_path / "weg.jpg", "", "")
    monkeypatch.setattr("huurdersapp.actions.verslagen.concept_beelden.LARGEST_PICTURE", 100)
    with pytest.raises(UserError, match="te groot"):
        concept.add_picture(town, draft, "adviezen", photo(tmp_path / "a.jpg"), "", "")


# -- order ---------------------------------------------------------------------------------------------------------


PARTS = (
    Onderdeel("eerste", "Eerste", (), vast=True),
    *(Onderdeel(f"deel-{each}", f"Deel {each}", ()) for each in range(6)),
    *(Onderdeel(f"bijlage-{each}", f"Aanhang {each}", (), bijlage=True, aan=each > 0) for each in range(3)),
)
choices = st.lists(
    st.builds(
        Keuze,
        st.sampled_from([part.sleutel for part in PARTS] + ["was-er-vroeger"]),
        st.none() | st.integers(1, 12),
        st.booleans(),
        st.booleans(),
    ),
    unique_by=lambda keuze: keuze.sleutel,
)


@given(choices)
@settings(deadline=None)
def test_whatever_is_chosen_no_part_is_lost_or_doubled(kept: list[Keuze]) -> None:
    ordered = geordend(PARTS, kept)
    assert sorted(part.sleutel for part in ordered) == sorted(part.sleutel for part in PARTS)
    assert [part.bijlage for part in ordered] == sorted(part.bijlage for part in ordered)
    assert ordered[0].vast
    document = rapport_document(Kader("Titel", "Wij"), PARTS, kept)
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    off = {keuze.sleutel for keuze in kept if keuze.weg and not keuze.bij} - {"eerste"}
    on = {keuze.sleutel for keuze in kept if keuze.bij}
    expected = [p for p in ordered if (p.aan or p.sleutel in on) and p.sleutel not in off]
    assert len(titles) == len(expected)
    for title, part in zip(titles, expected, strict=True):
        assert title.endswith(part.titel)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(-4, 4), st.booleans()), max_size=5))
@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_moving_and_switching_in_any_order_keeps_every_part(
    town: Context, draft: int, acts: list[tuple[int, int, bool]]
) -> None:
    """Each example goes on where the one before it stopped."""
    seen = concept.read(town, draft)
    expected = sorted(part.key for part in seen.parts)
    off = {part.key for part in seen.parts if not part.on}
    for which, by, on in acts:
        loose = [part for part in seen.parts if not part.fixed]
        key = loose[which % len(loose)].key
        group = [part.key for part in loose if part.annex == seen.part(key).annex]
        at = group.index(key)
        group.insert(min(max(at + by, 0), len(group) - 1), group.pop(at))
        concept.move(town, draft, key, by, seen=seen)
        concept.switch(town, draft, key, on, seen=seen)
        off = off - {key} if on else off | {key}
        seen = concept.read(town, draft)
        assert [part.key for part in seen.parts if part.key in group] == group
        assert {part.key for part in seen.parts if not part.on} == off
    assert sorted(part.key for part in seen.parts) == expected
