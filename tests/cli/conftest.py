"""Running the program as people do: words in, exit code and both streams out."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from huurdersapp.__main__ import main
from huurdersapp.actions.context import Context
from huurdersapp.base.i18n import gettext
from huurdersapp.cli import app
from huurdersapp.ui import screens
from huurdersapp.ui.screens import Scene
from tests.akkoorden import EMMEN
from tests.example_store import OfCopies, example_made, reports_kept

__all__ = ["ALL_SCENES", "example_made", "reports_kept"]
ALL_SCENES = screens.scenes
"""Every screen, while the tests here draw one of them."""


@dataclass(frozen=True)
class Ran:
    """How a command went."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stood on standard output, which must be JSON and nothing else."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(scope="session", autouse=True)
def _commands_are_put_together_once() -> Iterator[None]:
    """All commands with their options, for each language: putting them together takes longer than most of them."""
    made = dict[str, Any]()

    def get(program: Any) -> Any:
        language = gettext("[OPTIES]")
        if language not in made:
            made[language] = get_command(program)
        return made[language]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "get_command", get)
        yield


@pytest.fixture(autouse=True)
def _read_once(reports_kept: tuple[OfCopies, ...]) -> Iterator[None]:
    """What a command read for a report is there for the next command of the test."""
    with ExitStack() as stack:
        for kept in reports_kept:
            stack.enter_context(kept.one_test())
        yield


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in this process; `given` is what stands on standard input."""

    def go(*words: object, given: str | bytes = b"") -> Ran:
        data = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Ran(code, out, err)

    return go


@pytest.fixture(autouse=True)
def _one_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command draws one screen in a real window; tests/ui looks at all of them."""

    def one(ctx: Context) -> Iterator[Scene]:
        yield next(ALL_SCENES(ctx))

    monkeypatch.setattr(screens, "scenes", one)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An administration of De Linde with Emmen and Klazienaveen, to copy."""
    folder = tmp_path_factory.mktemp("klaar") / "gegevens"
    places = folder.parent / "kernen.json"
    places.write_text(
        json.dumps(
            [
                {"naam": "Emmen", "soort": "gemeente"},
                {"naam": "Klazienaveen", "ligt_in": "Emmen", "toelichting": "Veen\nen kanaal"},
            ]
        ),
        encoding="utf-8",
    )
    begin = ["start", "--organisatie", "Huurdersvereniging De Linde", "--naam", "Jo Prins"]
    assert main([*begin, "--gegevens", str(folder)]) == 0
    assert main(["nieuw", "kern", "--json", str(places), "--gegevens", str(folder)]) == 0
    return folder


@pytest.fixture
def office(prepared: Path, data_folder: Path) -> Path:
    """A copy of the prepared administration in the data folder of this test."""
    shutil.copytree(prepared, data_folder)
    return data_folder


@pytest.fixture(scope="session")
def loaded_made(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That administration with the akkoord of Emmen, to copy."""
    folder = tmp_path_factory.mktemp("klaar") / "gegevens"
    shutil.copytree(prepared, folder)
    assert main(["akkoord", "laad", str(EMMEN), "--gegevens", str(folder)]) == 0
    return folder


@pytest.fixture
def loaded(loaded_made: Path, data_folder: Path) -> Path:
    """An administration with the akkoord of Emmen in the data folder of this test."""
    shutil.copytree(loaded_made, data_folder)
    return data_folder


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height of a PNG in pixels, as its header has them."""
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person looks at standard output, on a terminal of 80 columns."""
    monkeypatch.setattr("huurdersapp.cli.output.is_terminal", lambda stream: True)
    monkeypatch.setenv("COLUMNS", "80")
