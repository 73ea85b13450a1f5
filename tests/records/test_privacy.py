"""Words that say more of people than may be kept."""

from __future__ import annotations

import pytest

from huurdersapp.records import ALL
from huurdersapp.records.draft import Draft
from huurdersapp.records.privacy import sensitive


def _said(text: str) -> list[str]:
    draft = Draft(ALL["energiebezoek"], {"opmerking": text})
    return [fault.text for fault in sensitive(draft, "opmerking") if fault.warning]


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw heeft astma",
        "ASTMA",
        "Zij is astmapatiënt",
        "Hij is ziek.",
        "ligt in het ziekenhuis",
        "copd-patiënt",
        "een longziekte",
        "Burn-out",
        "rolstoelgebruiker",
        "(dementie)",
        "psychische klachten",
    ],
)
def test_words_on_health_are_seen(text: str) -> None:
    (told,) = _said(text)
    assert "gaat over gezondheid" in told


@pytest.mark.parametrize(
    "text",
    ["Er zijn schulden", "huurachterstanden", "Betalingsachterstand bij Lefier", "de deurwaarder", "WSNP"],
)
def test_words_on_debts_are_seen(text: str) -> None:
    (told,) = _said(text)
    assert "gaat over schulden" in told


@pytest.mark.parametrize("text", ["111222333", "bsn 1112.22.333", "111-222-333.", "111 222 333"])
def test_a_citizen_service_number_is_seen(text: str) -> None:
    (told,) = _said(text)
    assert "burgerservicenummer" in told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Achterstallig onderhoud aan het dak",
        "Het gebruik is beperkt tot de avond",
        "Iedereen is schuldig aan tocht, zei hij",
        "Meterstand 123456789012",
        "Bel 0591 123456",
        "Muziek en fysiek werk",
        "111222334",
        "Achterstandswijk",
    ],
)
def test_other_words_and_numbers_are_left_alone(text: str) -> None:
    assert _said(text) == []


def test_what_stood_there_already_is_not_said_again() -> None:
    before = Draft(ALL["energiebezoek"], {"opmerking": "Heeft astma"})
    after = Draft(ALL["energiebezoek"], {"opmerking": "Heeft astma"}, before=before)
    assert list(sensitive(after, "opmerking")) == []
