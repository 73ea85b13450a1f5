"""No line of the log can hold what somebody typed: every call in the program is looked at."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import huurdersapp
from huurdersapp.ui.application import who_said

LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
ROOT = Path(huurdersapp.__file__).parent
SOURCES = {
    path.relative_to(ROOT).as_posix(): source
    for path in sorted(ROOT.rglob("*.py"))
    if re.search(r"LOGGER|[gG]etLogger|import logging|logging\.", source := path.read_text(encoding="utf-8"))
}
"""The files of the program in which something is logged."""
VALUES = {
    "actions/zelftest.py": {"'\\n'.join(log.trace(fault))"},
    "store/concepts.py": {"row['id']", "row['soort']"},
    "ui/application.py": {"who_said(text)"},
    "ui/main_window.py": {"place.page"},
    "ui/moments.py": {"block"},
    "ui/safe/idle.py": {"type(fault).__name__"},
}
"""What is filled in into a line, by file: keys and kinds of our own, names of screens and classes, numbers."""


def calls(source: str) -> Iterator[ast.Call]:
    """The calls of a logger."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS:
            owner = ast.unparse(node.func.value)
            if owner.split(".")[-1].lower() in ("logger", "logging", "log") or "getLogger" in owner:
                yield node


def told(source: str) -> Iterator[str]:
    """What a call says besides a fixed sentence, as it stands in the code."""
    for call in calls(source):
        words, *values = call.args
        if not (isinstance(words, ast.Constant) and isinstance(words.value, str)):
            yield ast.unparse(words)
        yield from (ast.unparse(value) for value in values)
        for more in call.keywords:
            if ast.unparse(more) not in ("exc_info=fault", "exc_info=True"):
                yield ast.unparse(more)


def test_every_line_of_the_log_is_a_fixed_sentence_with_kinds_and_numbers_at_most() -> None:
    found: dict[str, set[str]] = {}
    count = 0
    for name, source in SOURCES.items():
        count += sum(1 for _call in calls(source))
        if values := set(told(source)):
            found[name] = values
    assert found == VALUES
    assert count >= 20


@pytest.mark.parametrize(
    "line",
    [
        'LOGGER.info(f"Opgeslagen {naam}")',
        'log.LOGGER.error("Openen van %s", folder)',
        "LOGGER.warning(str(fault))",
        'logging.getLogger("x").info("Zoeken " + words)',
        'LOGGER.info("Bewaard", extra={"naam": naam})',
    ],
)
def test_a_line_with_what_was_typed_is_noticed(line: str) -> None:
    assert list(told(line)) != []


def test_nobody_prints_or_makes_a_log_of_his_own() -> None:
    """Another logger would pass the formatter by which faults lose their words."""
    own = {name for name, source in SOURCES.items() if "getLogger(" in source}
    assert own == {"base/log.py"}


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("QFont::fromString: Invalid description 'Jansen'", "QFont::fromString"),
        ('qt.qpa.plugin: Could not load "xcb" in "/home/jansen"', "qt.qpa.plugin"),
        ("QPixmap(/thuis/jansen/a.png) cannot be read", "QPixmap"),
        ("QObject::~QObject: Timers cannot be stopped", "QObject::~QObject"),
        ("Quirijn Jansen: brief.docx", "?"),
        ("Jansen", "?"),
        ("", "?"),
    ],
)
def test_of_what_qt_says_only_its_own_part_is_kept(said: str, kept: str) -> None:
    assert who_said(said) == kept
