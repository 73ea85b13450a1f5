"""Keys are unique, sort by time, and can be made the same again for examples."""

from __future__ import annotations

from threading import Thread
from uuid import UUID

from huurdersapp.base import ids


def test_keys_are_unique_and_later_ones_sort_later() -> None:
    made = [ids.new_id() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert all(UUID(key).version == 7 and len(key) == 32 for key in made)


def test_keys_of_more_threads_do_not_meet() -> None:
    made: list[str] = []
    threads = [Thread(target=lambda: made.extend(ids.new_id() for _ in range(5_000))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 20_000


def test_a_seed_makes_the_same_keys_and_only_inside_its_block() -> None:
    def some() -> list[object]:
        with ids.seeded(5):
            return [ids.new_id(), ids.new_id(), ids.new_device(), ids.random_bytes(16)]

    first = some()
    assert first == some()
    assert first[0] != first[1]
    assert UUID(str(first[0])).version == 7
    assert ids.random_bytes(16) != ids.random_bytes(16)
    assert ids.new_id() not in first
