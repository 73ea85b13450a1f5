"""Lists that several reports share tell what a hidden count is, wherever they stand."""

from __future__ import annotations

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Bullets, Paragraph, plain
from huurdersapp.reports.rapport_lijsten import campaign_blocks
from huurdersapp.reports.small_numbers import Figures
from huurdersapp.reports.trimester_values import CampagneRegel


def test_a_hidden_count_of_a_campagne_is_explained_below_the_list() -> None:
    figures = Figures()
    figures.persons(("campagne", 0, "bereik"), 120)
    figures.persons(("campagne", 1, "bereik"), 3)
    every = (CampagneRegel("Warm wonen"), CampagneRegel("Bel ons"))
    counter = Counter(figures.protect())
    (shown,) = campaign_blocks(counter, every, [0])
    assert isinstance(shown, Bullets)
    assert plain(shown.items[0]) == "Warm wonen: bereik 120."
    hidden, note = campaign_blocks(counter, every, [1])
    assert isinstance(hidden, Bullets)
    assert isinstance(note, Paragraph)
    assert plain(hidden.items[0]) == "Bel ons: bereik <5."
    assert "niet getoond" in plain(note.text)
