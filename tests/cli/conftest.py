"""Running the program as people do: words in, exit code and both streams out."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.__main__ import main


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


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person looks at standard output, on a terminal of 80 columns."""
    monkeypatch.setattr("huurdersapp.cli.output.is_terminal", lambda stream: True)
    monkeypatch.setenv("COLUMNS", "80")
