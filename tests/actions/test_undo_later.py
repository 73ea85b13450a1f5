"""Bulk work is undone whole from the list of the last steps, also when other things were done since; and links of what
comes back from the waste bin work in whichever order it comes back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from huurdersapp.actions import history, metingen_laden, prullenbak, records, samen_wijzigen
from huurdersapp.actions.context import Context
from huurdersapp.actions.metingen_laden import Beside
from huurdersapp.actions.renovatie_antwoord import answer
from huurdersapp.base import clock, jobs
from huurdersapp.store import check
from tests.actions import test_adreslijst, test_metingen_laden
from tests.actions.conftest import Made, numbers, shown
from tests.actions.renovatie import homes, project, stand, unit
from tests.actions.test_metingen_laden import measures

__all__ = ["measures"]


def undone(ctx: Context, label: str) -> None:
    """Undo this step from the list, as somebody does who finds it there."""
    (step,) = [step for step in history.steps(ctx, floors=True) if step.label == label]
    assert step.can_undo, step.why
    history.undo(ctx, step.stored)


def done(ctx: Context) -> str:
    """The label of the last step."""
    return history.steps(ctx, 1)[0].label


def test_bulk_steps_are_undone_whole_from_the_list_when_other_work_was_done_since(
    office: Context, made: Made, measures: dict[str, int], tmp_path: Path
) -> None:
    ctx = office
    given = {"categorie": "onderhoud", "gemeld_op": "2019-01-05"}
    faults = [made("knelpunt", titel=f"Lek {place}", **given) for place in range(3)]
    flat = unit(ctx, project(ctx))
    doors = homes(ctx, flat, 4)
    labels = []
    samen_wijzigen.change_many(ctx, ctx.spec("knelpunt"), faults, {"status": "toegezegd"})
    labels.append(done(ctx))
    with clock.fixed(datetime(2021, 6, 1, tzinfo=UTC)):  # the figures are of 2020
        beside = Beside(maat=measures["LB1"], aangeleverd_door=1)
        plan = test_metingen_laden.planned(ctx, "labels-per-kern.csv", beside)
        assert jobs.run(metingen_laden.load(ctx, plan)) == 2
    labels.append(done(ctx))
    answer(ctx, doors, "ja")
    labels.append(done(ctx))
    (tmp_path / "lijst.csv").write_text(test_adreslijst.LIST, encoding="cp1252")
    test_adreslijst.loaded(ctx, tmp_path / "lijst.csv")
    labels.append(done(ctx))
    made("kern", naam="Zandpol")
    assert len(set(labels)) == 4
    for label in labels:  # the oldest first: none of them waits for what came after it
        undone(ctx, label)
    assert {shown(ctx, "knelpunt", number)["status"] for number in faults} == {"gemeld"}
    assert numbers(ctx, "meting") == []
    assert stand(ctx, flat).telling.niet_benaderd == 4
    assert numbers(ctx, "adres") == []
    assert "Zandpol" in {shown(ctx, "kern", number)["naam"] for number in numbers(ctx, "kern")}
    assert not any(step.can_undo for step in history.steps(ctx) if step.label in labels)
    assert jobs.run(check.check(ctx.store)) == []


@pytest.mark.parametrize("first", ["kern", "knelpunt"])
def test_links_work_again_in_whichever_order_both_ends_come_back(
    office: Context, made: Made, first: str
) -> None:
    made("kern", naam="Emmen")
    made("knelpunt", titel="Lek", categorie="onderhoud", kern=1)
    before = {kind: shown(office, kind, 1) for kind in ("kern", "knelpunt")}
    for kind in ("kern", "knelpunt"):
        records.discard(office, office.spec(kind), 1)
    for kind in sorted(before, key=lambda kind: kind != first):
        prullenbak.restore(office, kind, 1)
    assert {kind: shown(office, kind, 1) for kind in before} == before
    assert numbers(office, "knelpunt", "kern=Emmen") == [1]
    assert jobs.run(check.check(office.store)) == []
