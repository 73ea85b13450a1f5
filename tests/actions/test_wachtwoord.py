"""How strong a password is said to be, and the words of a proposal."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from huurdersapp.actions import wachtwoord
from huurdersapp.base.errors import UserError

WEAK = (
    "wachtwoord", "Wachtwoord1!", "huurders2026", "Emmen", "qwerty123", "geheim", "Fatima2026", "aaaaaaaaaaaaaaaa" * 9,
    "banaan banaan banaan banaan", "12-03-1961", "drie natte jassen", "huurdersvereniging emmen",
    "de het een van en is", "ik zit op de bank",
)  # fmt: skip
STRONG = (
    "vier gele fietsen zingen",
    "qV7pLz0mXw4TgR2kZ9bN",
    "de kat van Rooie Siemen eet 14 dropjes",
    "qvkzmwtrplxjhgnbdsfywz",
)


@pytest.mark.parametrize("text", WEAK)
def test_what_is_easy_to_guess_is_called_weak_and_refused(text: str) -> None:
    found = wachtwoord.sterkte(text)
    assert not found.genoeg
    assert found.zin.startswith(("Zwak:", "Redelijk"))
    with pytest.raises(UserError, match="niet sterk genoeg"):
        wachtwoord.eis(text)


@pytest.mark.parametrize("text", STRONG)
def test_what_is_hard_to_guess_is_enough_without_any_rule_about_signs(text: str) -> None:
    assert wachtwoord.sterkte(text).genoeg
    wachtwoord.eis(text)


def test_names_of_ones_own_make_it_weaker() -> None:
    text = "Bargermeerxq Zandzuigerpad 7"
    assert (
        wachtwoord.sterkte(text, ["Bargermeerxq", "Zandzuigerpad"]).bits < wachtwoord.sterkte(text).bits - 10
    )


def test_longer_is_hardly_ever_said_to_be_weaker() -> None:
    bits = [
        wachtwoord.sterkte("kwelder tuba penseel klooster zinken koffie"[:end]).bits for end in range(1, 44)
    ]
    assert all(later > earlier - 6 for earlier, later in pairwise(bits))
    assert bits[-1] > 60 > bits[30]
    assert wachtwoord.sterkte("").bits == 0


def test_a_proposal_is_enough_also_for_who_knows_the_list() -> None:
    proposals = {wachtwoord.voorstel() for _time in range(20)}
    assert len(proposals) == 20
    for proposal in proposals:
        assert len(proposal.split()) == wachtwoord.aantal() == 6
        found = wachtwoord.sterkte(proposal)
        assert found.genoeg
        assert found.bits <= wachtwoord.voorstel_bits() + 0.01
    assert 60 <= wachtwoord.voorstel_bits() < 72


def test_the_words_are_short_plain_and_not_taken_for_each_other() -> None:
    words = wachtwoord.woorden()
    assert len(words) == len(set(words)) >= 2048
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)
    shapes = [word[:at] + "*" + word[at + 1 :] for word in words for at in range(len(word))]
    assert len(shapes) == len(set(shapes)), "two words differ by one letter"
    known = set(words)
    assert not [word for word in words if any(word[:at] + word[at + 1 :] in known for at in range(len(word)))]
