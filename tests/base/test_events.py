"""Everybody who asked is told, in the order in which they asked."""

from __future__ import annotations

import pytest

from huurdersapp.base.events import Bus, Changes

NEWS = Changes("Opslaan", frozenset({("proef", "1"), ("proef", "2"), ("regel", "3")}))


def test_listeners_are_told_in_order_until_they_stop_listening() -> None:
    bus = Bus()
    told: list[str] = []
    stop = bus.listen(lambda changes: told.append(f"een {changes.label}"))
    bus.listen(lambda changes: told.append("twee"))
    bus.publish(NEWS)
    stop()
    bus.publish(NEWS)
    assert told == ["een Opslaan", "twee", "twee"]


def test_changes_know_their_kinds() -> None:
    assert NEWS.kinds() == {"proef", "regel"}


def test_a_listener_that_fails_does_not_keep_the_news_from_others() -> None:
    bus = Bus()
    told: list[Changes] = []

    def fail(changes: Changes) -> None:
        raise KeyError("eerste")

    bus.listen(fail)
    bus.listen(told.append)
    with pytest.raises(KeyError, match="eerste"):
        bus.publish(NEWS)
    assert told == [NEWS]
