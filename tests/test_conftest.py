"""The nets of conftest.py catch what they are for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).with_name("conftest.py")


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_the_network_is_refused(family: socket.AddressFamily) -> None:
    with pytest.raises(AssertionError, match="without network"):
        socket.socket(family)


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(AssertionError, match="without network"):
        socket.getaddrinfo("example.org", 443)


def test_the_data_folder_is_one_of_this_test_alone(data_folder: Path) -> None:
    assert os.environ["HUURDERSAPP_GEGEVENS"] == str(data_folder)
    assert not data_folder.exists()


def test_windows_stay_off_the_screen() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (
            "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()",
            "threads left",
        ),
        ("import logging; logging.getLogger('huurdersapp.store').warning('vol')", "unexpected in the log"),
        ("import logging; logging.getLogger('huurdersapp').exception('stuk')", "unexpected in the log"),
        ("import warnings; warnings.warn('oud', DeprecationWarning)", "DeprecationWarning: oud"),
    ],
)
def test_what_is_left_behind_or_logged_fails_the_test(
    pytester: pytest.Pytester, body: str, complaint: str
) -> None:
    result = run_inside(pytester, f"def test_it():\n    {body}\n")
    assert result.ret != 0
    result.stdout.fnmatch_lines([f"*{complaint}*"])


def test_an_expected_warning_is_fine_and_must_come(pytester: pytest.Pytester) -> None:
    mark = "import logging, pytest\n@pytest.mark.expects_log('schijf .* vol')\ndef test_it():\n    "
    log = "logging.getLogger('huurdersapp.store').warning('de schijf is %s', 'vol')\n"
    assert run_inside(pytester, mark + log).ret == 0
    result = run_inside(pytester, mark + "pass\n")
    assert result.ret != 0
    result.stdout.fnmatch_lines(["*expected in the log but not seen*"])


def run_inside(pytester: pytest.Pytester, test: str) -> pytest.RunResult:
    """Run one test under our conftest, in a process of its own."""
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8").replace("join(5)", "join(0.1)"))
    pytester.makeini("[pytest]\nmarkers = expects_log(pattern): x\nfilterwarnings = error\n")
    pytester.makepyfile(test)
    return pytester.runpytest_subprocess("-p", "no:xdist", "-p", "no:pytest-qt", "-p", "no:cacheprovider")
