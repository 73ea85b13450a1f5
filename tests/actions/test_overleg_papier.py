"""The papers of an overleg from its records."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.actions import bijlagen, overleg_papier
from huurdersapp.actions.context import Context
from huurdersapp.actions.overleg_papier import Choices
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made, numbers
from tests.helpers_document import words


@pytest.fixture
def meeting(office: Context, made: Made, tmp_path: Path) -> int:
    secret = tmp_path / "Begroting.pdf"
    secret.write_bytes(b"%PDF-1.4 geheim")
    line = jobs.run(bijlagen.keeping(office, secret))
    made("partij", naam="Wij", soort="huurdersorganisatie", eigen=True)
    made("partij", naam="Lefier", soort="corporatie")
    before = made("overleg", soort="bo", datum="2019-05-01")
    made("actiepunt", wat="Cijfers leveren", partij="Lefier", overleg=before, uiterlijk="2019-06-01")
    items = [
        {"onderwerp": "Vocht", "eigen_punt": True, "besluit": "Doen."},
        {"onderwerp": "Bus", "eigen_punt": True, "geweigerd": True, "besluit": "Nee."},
        {"onderwerp": "Huur", "besluit": "Ook doen."},
    ]
    number = made(
        "overleg",
        soort="bo",
        datum="2019-08-20",
        partijen=["Lefier"],
        aanwezig="J. Voorbeeld",
        agendapunten=items,
        bijlagen=[{**line, "vertrouwelijk": True}],
    )
    made("actiepunt", wat="Ramen nalopen", partij="Lefier", persoon="J. Voorbeeld", overleg=number)
    made("actiepunt", wat="Vervallen", partij="Lefier", overleg=number, vervallen_op="2019-08-25")
    return number


def said(ctx: Context, kind: str, number: int | None, choices: Choices | None = None) -> str:
    return words(overleg_papier.document_of(ctx, kind, number, choices))


def test_decisions_are_numbered_within_the_meeting(office: Context, meeting: int) -> None:
    text = said(office, "verslag", meeting)
    assert "Besluit 2019-08-B1: Doen." in text
    assert "Besluit 2019-08-B2: Ook doen." in text
    assert "Bus. Een reden is niet gegeven." in text


def test_the_agenda_tells_what_earlier_meetings_left_open(office: Context, meeting: int) -> None:
    text = said(office, "agenda", meeting)
    assert "Cijfers leveren" in text
    assert "ruim drie maanden te laat" in text
    assert "Ramen nalopen" not in text  # that was agreed here


def test_a_paper_of_a_bo_is_for_who_sits_in_it_unless_somebody_chooses_otherwise(
    office: Context, made: Made, meeting: int
) -> None:
    assert "Begroting.pdf (vertrouwelijk)" in said(office, "agenda", meeting)
    assert "J. Voorbeeld" in said(office, "verslag", meeting)
    others = Choices(deelnemers=False)
    assert "Begroting" not in said(office, "agenda", meeting, others)
    assert "J. Voorbeeld" not in said(office, "verslag", meeting, others)
    alv = made("overleg", soort="alv", datum="2019-08-20", aanwezig="J. Voorbeeld")
    assert "J. Voorbeeld" not in said(office, "verslag", alv)
    assert "J. Voorbeeld" in said(office, "verslag", alv, Choices(deelnemers=True))


def test_the_list_has_all_that_is_open_or_that_of_one(office: Context, made: Made, meeting: int) -> None:
    made("actiepunt", wat="Bellen", partij="Wij")
    text = said(office, "actielijst", None)
    assert all(what in text for what in ("Cijfers leveren", "Ramen nalopen", "Bellen"))
    assert "Vervallen" not in text
    of_meeting = said(office, "actielijst", meeting)
    assert "Ramen nalopen" in of_meeting
    assert "Cijfers" not in of_meeting
    (lefier,) = numbers(office, "partij", "naam=Lefier")
    assert "Bellen" not in said(office, "actielijst", None, Choices(partij=lefier))


def test_each_number_opens_the_records_behind_it(office: Context, meeting: int) -> None:
    paper = jobs.run(overleg_papier.preview(office, "actielijst", None))
    opened = [
        numbers(office, link.behind.kind, *link.behind.where) for link in paper.links if link.behind.where
    ]
    assert [len(found) for found in opened if found] == [2]


def test_what_cannot_be_made_says_so(office: Context, meeting: int, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="overleg nodig"):
        overleg_papier.document_of(office, "agenda", None)
    with pytest.raises(UserError, match="kennen wij niet"):
        overleg_papier.document_of(office, "brief", meeting)
    done = jobs.run(overleg_papier.write(office, "verslag", meeting, tmp_path / "v.docx"))
    assert done.path.stat().st_size > 1000
