"""Long texts have signs for bold and italic; lists, titles and search show and find the words alone."""

from __future__ import annotations

from pathlib import Path

from huurdersapp.actions import akkoord_lezen, lists, records, rows, words, zoeken
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from tests.actions.conftest import Made

TYPED = "De **schim**mel zit in *alle* kamers, 2 * 3 keer"
PLAIN = "De schimmel zit in alle kamers, 2 * 3 keer"


def test_search_finds_a_word_that_is_bold_in_part_and_shows_no_signs(office: Context, made: Made) -> None:
    made("knelpunt", titel="Vocht", categorie="onderhoud", omschrijving=TYPED)
    for searched in ("schimmel", "alle"):
        (hit,) = zoeken.find(office, searched)
        assert (hit.field, hit.text) == ("Omschrijving", PLAIN)
        assert [hit.text[start:end] for start, end in hit.text_marks] == [searched]


def test_a_short_text_keeps_its_stars(office: Context, made: Made) -> None:
    made("knelpunt", titel="Een *ster* en **twee**", categorie="onderhoud")
    (hit,) = zoeken.find(office, "ster")
    assert hit.title == "Een *ster* en **twee**"


def test_a_cell_and_a_sheet_for_people_show_the_words_and_a_sheet_of_fields_what_was_typed(
    office: Context, made: Made, tmp_path: Path
) -> None:
    made("knelpunt", titel="Vocht", categorie="onderhoud", omschrijving=TYPED)
    spec = office.spec("knelpunt")
    with office.store.reading() as db:
        (line,) = rows.page(db, lists.build(db, spec), rows.shown_items(spec, ["omschrijving"]))
    assert line.words == (PLAIN,)
    for labels, text in ((True, PLAIN), (False, TYPED)):
        path = tmp_path / f"{labels}.csv"
        jobs.run(lists.export(office, spec, path, columns=("omschrijving",), labels=labels))
        assert path.read_text(encoding="utf-8-sig").splitlines()[1] == text


def test_a_record_reads_with_its_signs_and_is_called_without(office: Context, made: Made) -> None:
    made("akkoord", naam="Akkoord", van_jaar=2019, tot_jaar=2024)
    made("thema", naam="Wonen", akkoord=1, code="W")
    made("doel", tekst="Een **goed** doel", thema=1, code="W1")
    spec = office.spec("doel")
    view = words.read_view(office, spec, 1)
    assert view.title == "Een goed doel"
    assert next(each.text for each in view.fields if each.key == "tekst") == "Een **goed** doel"
    assert records.show(office, spec, 1)["tekst"] == "Een **goed** doel"
    reading = akkoord_lezen.read(office, 1)
    assert reading is not None
    assert [point.text for point in reading.points if point.kind == "doel"] == ["Een goed doel"]
