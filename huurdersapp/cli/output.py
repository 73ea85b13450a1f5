"""What a command says: readable text or clean JSON on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import signal
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from types import FrameType
from typing import Any, TextIO, TypeVar

import msgspec

from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress

T = TypeVar("T")
SCREENFUL = 50
"""Rows of a table on a terminal; what goes to a file or another program is never cut."""
WIDEST = 60
"""Signs of a cell that are shown, also to a program: all of it stands in `toon`, CSV and JSON."""
PARAGRAPH = 80
"""Signs of a line of a long sentence."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Signs that steer a terminal or turn the order of letters around, and signs without width (Unicode TR 36, 2.5):
with them a text can look like another one."""


def in_utf8() -> None:
    """Make both streams speak UTF-8 whatever the system's locale is: Dutch letters must not stop a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is looking."""
    return stream is not None and stream.isatty()


def say(text: str = "") -> None:
    """One line (or more) on standard output, without signs that nobody sees; raises as `flush`."""
    _write(_seen(text))


def _write(text: str) -> None:
    with _reaching_out():
        sys.stdout.write(f"{text}\n")


def _seen(text: str) -> str:
    return _UNSEEN.sub("", text)


def flush() -> None:
    """Let everything that was said arrive.

    Raises BrokenPipeError when nobody reads on, UserError where it goes to a file that cannot take it.
    """
    with _reaching_out():
        sys.stdout.flush()


@contextmanager
def _reaching_out() -> Iterator[None]:
    if sys.stdout is None:  # a program without a console
        return
    try:
        yield
    except OSError as fault:
        let_go()
        if isinstance(fault, BrokenPipeError) or fault.errno == errno.EINVAL:  # Windows says EINVAL
            raise BrokenPipeError from fault
        raise cannot_write() from fault


def let_go() -> None:
    """Send what is still waiting nowhere: Python itself flushes at its end, and would complain again."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def cannot_write() -> UserError:
    """The sentence for output that has nowhere to go."""
    return UserError(_("De uitvoer kan niet worden opgeslagen."), _("Kijk of er nog ruimte op de schijf is."))


def tell(text: str) -> None:
    """One line on standard error: a fault, a warning, or the mark of JSON."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{_seen(text)}\n")
            sys.stderr.flush()


def warn(warnings: Iterable[str]) -> None:
    """Things to look at again; they stop nothing."""
    for warning in warnings:
        tell(_("Let op: {warning}").format(warning=warning))


def say_json(value: Any) -> None:
    """A value as JSON, and nothing else."""
    say_json_text(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def say_json_text(text: str) -> None:
    """JSON that is text already: as it is, and on a terminal with each sign that nobody sees by its code."""
    if is_terminal(sys.stdout):
        text = _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    _write(text)


def mark_example(example: bool, as_json: bool) -> None:
    """Say that all of it is invented: above text, beside JSON."""
    if example:
        (tell if as_json else say)(_("VOORBEELD – verzonnen gegevens"))


def shown_of(total: int) -> int:
    """How many of so many rows fit: a screenful on a terminal, else all."""
    return min(total, SCREENFUL) if is_terminal(sys.stdout) else total


def say_rest(count: int, otherwise: str) -> None:
    """That there are more rows than were shown, and with which options one sees them."""
    if count > 0:
        say(_("… en nog {count}; gebruik {otherwise}").format(count=count, otherwise=otherwise))


def say_paragraph(text: str) -> None:
    """A long sentence, over as many lines as it takes."""
    say(textwrap.fill(text, PARAGRAPH, break_long_words=False, break_on_hyphens=False))


def say_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, whole: bool = False) -> None:
    """Rows under headings, a line for each, with cells of no more than `WIDEST` signs; on a terminal what fits.

    `whole`: nothing is cut, however many lines a row takes.
    """
    flat = [[" ".join(_seen(cell).split()) for cell in row] for row in rows]
    if not whole:
        flat = [[_cut(cell) for cell in row] for row in flat]
    if is_terminal(sys.stdout):
        _say_fitted(headings, flat, whole)
        return
    lines = [list(headings), *(line for row in flat for line in _wrapped(row))]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for row in lines:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1].rstrip()}…"


def _wrapped(row: Sequence[str]) -> Iterator[list[str]]:
    """The lines that a row takes when no cell is wider than `WIDEST`; a word that is longer sticks out."""
    cells = [
        textwrap.wrap(cell, WIDEST, break_long_words=False, break_on_hyphens=False) if cell else []
        for cell in row
    ]
    yield from map(list, zip_longest(*cells, fillvalue="")) if any(cells) else [list(row)]


def _say_fitted(headings: Sequence[str], rows: Sequence[Sequence[str]], whole: bool) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    def cell(text: str) -> Text:
        return Text(text, no_wrap=not whole, overflow="fold" if whole else "ellipsis")

    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for heading in headings:
        table.add_column(Text(heading))
    for row in rows:
        table.add_row(*map(cell, row))
    Console(file=sys.stdout, highlight=False, markup=False, emoji=False).print(table)


def run(job: Job[T]) -> T:
    """Run a job to its end, with a bar on a terminal; Ctrl+C lets it stop by itself (Stopped), twice breaks it off."""
    with _stop_button() as stopped:
        if not is_terminal(sys.stderr):
            return jobs.run(job, stop=lambda: bool(stopped))
        return _run_with_bar(job, stopped)


def _run_with_bar(job: Job[T], stopped: list[bool]) -> T:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(progress: Progress) -> None:
            bar.update(task, description=progress.text, completed=progress.done, total=progress.total)

        return jobs.run(job, show, lambda: bool(stopped))


@contextmanager
def _stop_button() -> Iterator[list[bool]]:
    """Ctrl+C puts something in the list; the second one interrupts as always."""
    pressed: list[bool] = []

    def press(number: int, frame: FrameType | None) -> None:
        pressed.append(True)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)
