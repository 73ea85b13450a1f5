"""The waste bin tells what was thrown away, and what comes back comes back whole."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from huurdersapp.actions import history, lists, prullenbak, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from tests.actions.conftest import Made, numbers, shown, steps


def thrown(ctx: Context, kind: str, *numbers: int) -> None:
    records.discard_many(ctx, ctx.spec(kind), numbers)


def told(ctx: Context, kind: str | None = None) -> list[tuple[str, int, str]]:
    return [(item.kind, item.number, item.title) for item in prullenbak.page(ctx, kind)]


def test_the_bin_tells_what_was_thrown_away_by_whom_and_when(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    made("knelpunt", titel="Lek", categorie="onderhoud")
    with clock.fixed(datetime(2019, 9, 3, 10, tzinfo=UTC)):
        thrown(office, "kern", 1)
    with clock.fixed(datetime(2019, 9, 4, 10, tzinfo=UTC)):
        thrown(office, "knelpunt", 1)
    found = prullenbak.page(office)
    assert told(office) == [("knelpunt", 1, "Lek"), ("kern", 1, "Emmen")]
    assert told(office, "kern") == [("kern", 1, "Emmen")]
    assert (found[1].author, found[1].moment) == ("Jo Prins", datetime(2019, 9, 3, 10, tzinfo=UTC))
    assert (prullenbak.count(office), prullenbak.count(office, "kern")) == (2, 1)
    assert prullenbak.count(office, at_most=1) == 1


@pytest.mark.parametrize("few", [400, 2])
def test_pages_follow_each_other_without_loss(
    office: Context, made: Made, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prullenbak, "FEW", few)
    records.create(office, office.spec("kern"), [{"naam": f"Dorp {at}"} for at in range(9)])
    thrown(office, "kern", 4)
    prullenbak.restore(office, "kern", 4)  # was there before, and comes again at its new moment
    thrown(office, "kern", 1, 2, 3)
    thrown(office, "kern", 5)
    thrown(office, "kern", 4)
    thrown(office, "kern", 9)
    history.undo(office)
    first = prullenbak.page(office, size=2)
    rest = prullenbak.page(office, after=first[-1], size=9)
    assert [item.number for item in first] == [4, 5]
    assert sorted(item.number for item in rest) == [1, 2, 3]
    assert prullenbak.page(office, after=rest[-1]) == []


def test_a_line_that_was_thrown_away_is_no_record_in_the_bin(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    made("raadpleging", titel="Proef", doel="Weten", kernen=[1])
    records.change(office, office.spec("raadpleging"), 1, {"kernen": []})
    assert told(office) == []


def test_what_comes_back_is_whole_and_its_links_work_again(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    made("knelpunt", titel="Lek", categorie="onderhoud", kern=1)
    before = shown(office, "kern", 1)
    thrown(office, "kern", 1)
    news: list[Changes] = []
    office.bus.listen(news.append)
    screen = object()
    restored = prullenbak.restore(office, "kern", 1, origin=screen)
    assert (restored.label, restored.records) == ("Kern 1 terugzetten", (("kern", 1),))
    assert [(item.label, item.origin) for item in news] == [("Kern 1 terugzetten", screen)]
    assert shown(office, "kern", 1) == before
    assert numbers(office, "knelpunt", "kern=Emmen") == [1]
    assert [number for _spec, number, _name in lists.search(office, "Emmen")] == [1]
    history.undo(office)
    assert told(office) == [("kern", 1, "Emmen")]


def test_an_akkoord_comes_back_with_what_went_with_it_and_nothing_more(own_example: Context) -> None:
    ctx = own_example
    kinds = ("akkoord", "thema", "doel", "afspraak", "indicator", "anker")
    thrown(ctx, "thema", 1)  # was thrown away before, and stays there
    before = {kind: numbers(ctx, kind) for kind in kinds}
    thrown(ctx, "akkoord", 1)
    assert not any(numbers(ctx, kind) for kind in kinds)
    restored = prullenbak.restore(ctx, "akkoord", 1)
    assert {kind: numbers(ctx, kind) for kind in kinds} == before
    assert len(restored.records) == sum(map(len, before.values()))
    prullenbak.restore(ctx, "thema", 1)
    assert numbers(ctx, "thema")[0] == 1


def test_of_several_that_were_thrown_away_together_one_comes_back_alone(office: Context, made: Made) -> None:
    records.create(office, office.spec("kern"), [{"naam": f"Dorp {at}"} for at in range(3)])
    thrown(office, "kern", 1, 2, 3)
    prullenbak.restore(office, "kern", 2)
    assert numbers(office, "kern") == [2]


def test_what_stands_in_something_in_the_bin_waits_for_that(office: Context, made: Made) -> None:
    made("thema", code="T", naam="Thema")
    made("doel", thema=1, code="T1", tekst="Doel")
    thrown(office, "thema", 1)
    before = steps(office)
    with pytest.raises(UserError) as refused:
        prullenbak.restore(office, "doel", 1)
    assert refused.value.told() == (
        "Doel 1 hoort bij thema 1, en ook dat ligt in de prullenbak. Zet eerst thema 1 terug."
    )
    assert steps(office) == before
    prullenbak.restore(office, "thema", 1)
    assert numbers(office, "doel") == [1]


def test_a_code_that_another_has_by_now_does_not_come_back_twice(own_example: Context) -> None:
    ctx = own_example
    point = shown(ctx, "afspraak", 1)
    thrown(ctx, "afspraak", 1)
    fresh = {key: point[key] for key in ("code", "akkoord", "thema", "doel", "tekst") if point.get(key)}
    records.create(ctx, ctx.spec("afspraak"), [fresh])
    with pytest.raises(UserError, match=r"kan zo niet terug\. Code: Deze code is in dit akkoord al gebruikt"):
        prullenbak.restore(ctx, "afspraak", 1)


def test_what_is_not_in_the_bin_does_not_come_back(office: Context, made: Made) -> None:
    made("kern", naam="Emmen")
    with pytest.raises(UserError, match="Kern 1 ligt niet in de prullenbak"):
        prullenbak.restore(office, "kern", 1)
    for number in (2, 2**70):
        with pytest.raises(UserError, match="is er niet"):
            prullenbak.restore(office, "kern", number)
    history.undo(office)
    with pytest.raises(UserError, match="Kern 1 is er niet"):
        prullenbak.restore(office, "kern", 1)
