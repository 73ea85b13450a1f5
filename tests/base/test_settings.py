"""Settings are kept, and a file that is none is told in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.base import settings
from huurdersapp.base.errors import UserError
from huurdersapp.base.settings import Settings


def test_a_setting_is_kept_and_others_keep_their_default(tmp_path: Path) -> None:
    Settings(tmp_path).set(settings.AUTHOR, "Gül Yıldız")
    again = Settings(tmp_path)
    assert again.get(settings.AUTHOR) == "Gül Yıldız"
    assert again.get(settings.PERCENTAGE_FROM) == 10


def test_a_value_of_another_type_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_text('{"naam": 5, "procenten_vanaf": true, "onbekend": "x"}')
    found = Settings(tmp_path)
    assert found.get(settings.AUTHOR) == ""
    assert found.get(settings.PERCENTAGE_FROM) == 10


@pytest.mark.parametrize("content", ["", "{", "[]", '{"naam": {}}', "[" * 100_000, "\0"])
def test_a_file_that_is_none_is_told_in_words(tmp_path: Path, content: str) -> None:
    (tmp_path / settings.FILE).write_text(content)
    with pytest.raises(UserError, match="niet leesbaar"):
        Settings(tmp_path)
