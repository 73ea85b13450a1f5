"""Whatever somebody asks of a list: an answer, or a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huurdersapp.records import ALL
from tests.cli.conftest import Run

WORDS = st.text(st.characters(exclude_characters="\0"), max_size=12)
VALUES = WORDS | st.sampled_from(
    (
        f"1 0 -1 1e9 {'9' * 30} 1e999 NaN Infinity 1,5 ½ ² ja 2019 2019-T2 2019-02-30 2019-03-05 0000-00-00 "
        "2019-03-05..2019-03-01 .. gemeld gemeld,opgelost Emmen kern,"
    ).split()
)


@pytest.mark.parametrize("kind", ["kern", "knelpunt"])
def test_no_question_is_ever_a_fault_of_ours(run: Run, prepared: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "proef"
    shutil.copytree(prepared, folder)
    keys = st.sampled_from([*ALL[kind].fields, *ALL[kind].filter]) | WORDS

    @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
    @given(keys, VALUES, WORDS, st.sampled_from(["", "nummer", "-naam", "x"]))
    def hold(key: str, value: str, words: str, order: str) -> None:
        asked = ["--waar", f"{key}={value}", f"--zoek={words}", f"--sorteer={order}"]
        for form in ("tekst", "json"):
            assert run("lijst", kind, *asked, "--gegevens", folder, "--formaat", form).code in (0, 1, 2)
        assert run("zoek", "--gegevens", folder, "--", words).code in (0, 1, 2)

    hold()
