"""A record in words shows what is filled in, its links by name, and its lists line by line."""

from __future__ import annotations

from pathlib import Path

from huurdersapp.actions import records, words
from huurdersapp.app import opened


def test_a_record_in_words(data_folder: Path) -> None:
    with opened(data_folder, create=True) as ctx:
        records.create(ctx, ctx.spec("kern"), [{"naam": "Klazienaveen"}])
        knelpunt = {"titel": "Lekkage", "categorie": "onderhoud", "kern": 1, "huurders_geraakt": 3}
        records.create(ctx, ctx.spec("knelpunt"), [knelpunt])
        name, shown = words.whole(ctx, ctx.spec("knelpunt"), 1)
    assert name == "Lekkage"
    texts = {item.label: item.text for item in shown}
    assert texts["Kern of wijk"] == "Klazienaveen"
    assert texts["Huurders die er last van hebben"] == "3 huurders"
    assert texts["Melder vindt contact goed"] == "nee"
    assert "Nummer" not in texts
    assert "Omschrijving" not in texts
    (steps,) = [item for item in shown if item.lines]
    assert steps.label == "Stappen"
    assert [item.text for item in steps.lines[0]][1] == "Gemeld"
