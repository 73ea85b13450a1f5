"""A letter to many: a letter for each home, labels for the same homes, no names, and no half file."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.actions import brieven_velen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.jobs import Progress
from tests.actions.conftest import Made, changed
from tests.reports.paper_samples import extracted, findings

COUNT = 24


@pytest.fixture
def letter(office: Context, made: Made) -> int:
    """An invitation for the homes of one complex, beside a home that lies elsewhere and one that is not let."""
    made("partij", naam="De Deel", soort="huurdersorganisatie", eigen=True, plaats="Emmen")
    made("kern", naam="Emmen", soort="kern")
    made("complex", naam="Hommelbrink", kern=1)
    made("complex", naam="Elders", kern=1)
    home = {"straat": "Hommelbrink", "postcode": "7812 AB", "plaats": "Emmen", "kern": 1}
    rows = [home | {"huisnummer": n, "complex": 1} for n in range(1, COUNT + 1)]
    rows.append(home | {"huisnummer": 90, "complex": 1, "actief": False})
    rows.append(home | {"straat": "Elders", "postcode": "7812 AC", "huisnummer": 5, "complex": 2})
    records.create(office, office.spec("adres"), rows)
    made("raadpleging", titel="Wonen in de Hommelbrink", complexen=[1], sluit_op="2019-09-20")
    return made("brief", soort="uitnodiging", onderwerp="uitnodiging", raadpleging=1)


def numbers_of(pages: list[str]) -> list[int]:
    return [
        int(line.split()[1])
        for page in pages
        for line in page.splitlines()
        if line.startswith("Hommelbrink ")
    ]


def test_each_home_of_the_raadpleging_gets_one_letter_in_walking_order(
    office: Context, letter: int, tmp_path: Path
) -> None:
    target = tmp_path / "brieven.pdf"
    done = jobs.run(brieven_velen.write(office, letter, target))
    data = target.read_bytes()
    pages = extracted(data)
    assert done.pages == len(pages) == COUNT
    assert numbers_of(pages) == [*range(1, COUNT, 2), *range(2, COUNT + 1, 2)]
    assert all("Aan de bewoners van dit adres" in page and "7812 AB EMMEN" in page for page in pages)
    assert all("U kunt meedoen tot en met 20 september 2019." in page for page in pages)
    assert findings(data) == []
    assert any("één kant" in text for text in done.warnings)


def test_labels_are_for_the_same_homes_in_the_same_order(office: Context, letter: int) -> None:
    paper = brieven_velen.labels(office, letter)
    assert numbers_of(extracted(paper.pdf)) == [
        home.huisnummer for home in brieven_velen.homes(office, letter)
    ]


def test_somebody_may_choose_other_addresses_and_those_that_are_not_let_stay_out(
    office: Context, letter: int
) -> None:
    assert [home.straat for home in brieven_velen.homes(office, letter, ("complex=Elders",))] == ["Elders"]
    assert len(brieven_velen.homes(office, letter, ("binnen=Emmen",))) == COUNT + 1
    with pytest.raises(UserError, match="geen adressen"):
        brieven_velen.homes(office, letter, ("straat=Nergens",))


def test_no_name_of_a_tenant_comes_on_a_letter(
    office: Context, letter: int, made: Made, tmp_path: Path
) -> None:
    person = {"bewoner_naam": "Geheim van der Naam", "bewoner_telefoon": "0591 12 34 56"}
    home = {"straat": "Hommelbrink", "huisnummer": 1, "postcode": "7812 AB", "plaats": "Emmen"}
    made("energiebezoek", aangevraagd_op="2019-05-01", **home, **person)
    target = tmp_path / "brieven.pdf"
    jobs.run(brieven_velen.write(office, letter, target))
    assert not any("Geheim" in page for page in extracted(target.read_bytes()))


@pytest.mark.parametrize("after", [1, 2, 5])
def test_stopped_there_is_no_file_and_an_old_one_stays(
    office: Context, letter: int, tmp_path: Path, after: int
) -> None:
    target = tmp_path / "brieven.pdf"
    target.write_bytes(b"oud")
    seen: list[Progress] = []
    with pytest.raises(Stopped):
        jobs.run(brieven_velen.write(office, letter, target), seen.append, lambda: len(seen) >= after)
    assert target.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [target] or [path.name for path in tmp_path.iterdir()] == [
        "brieven.pdf"
    ]


def test_how_far_it_is_is_told_by_letter(office: Context, letter: int, tmp_path: Path) -> None:
    seen: list[Progress] = []
    jobs.run(brieven_velen.write(office, letter, tmp_path / "x.pdf"), seen.append)
    counted = [each.done for each in seen if each.total == COUNT]
    assert counted == sorted(counted)
    assert counted[-1] >= 1


def test_what_cannot_be_is_told(office: Context, letter: int, made: Made, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"alleen als \.pdf"):
        jobs.run(brieven_velen.write(office, letter, tmp_path / "x.docx"))
    other = made("brief", soort="brief", onderwerp="x")
    with pytest.raises(UserError, match="één adres"):
        brieven_velen.homes(office, other)
    alone = made("brief", soort="terugkoppeling", onderwerp="x")
    with pytest.raises(UserError, match="niet aan welke adressen"):
        brieven_velen.homes(office, alone)
    changed(office, "raadpleging", 1, complexen=[])
    with pytest.raises(UserError, match="geen adressen"):
        brieven_velen.homes(office, letter)
