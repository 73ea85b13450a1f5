"""The words of the program for who prefers English: from the code to a catalogue and back.

`python -m tools.catalogue extract` gathers every text of the code in translations/huurdersapp.pot, `update` brings
the English file in step with it, `compile` makes what the program reads, and `missing` names what is not translated
and ends with 1 if there is any. `make catalogue` does the first three. The files hold no days, lines or versions:
they change only when a text does. A text that is no longer in the code leaves the English file too.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "huurdersapp"
TEMPLATE = PROJECT / "translations" / "huurdersapp.pot"
ENGLISH = PROJECT / "translations" / "en" / "LC_MESSAGES" / "huurdersapp.po"
COMPILED = ENGLISH.with_suffix(".mo")
KEYWORDS = {"_": None, "_t": None, "gettext": None, "lazy": None, "ngettext": (1, 2)}
"""How the code calls the functions of `huurdersapp.base.i18n`."""
WIDTH = 100


class Plain(Catalog):
    """A catalogue whose head says only what a reader of it needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        heads = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit")]
        if self.locale:
            heads += [("Language", str(self.locale)), ("Plural-Forms", "nplurals=2; plural=(n != 1);")]
        return heads


def in_code() -> Plain:
    """Every text of the code that is marked for translation."""
    found = texts()
    catalogue = Plain(fuzzy=False, header_comment="# Texts of huurdersapp, as they stand in the code.")
    for ids in sorted(found, key=key):
        catalogue.add(ids)
    return catalogue


def texts() -> set[str | tuple[str, str]]:
    """The texts themselves; a pair where there is one for one and one for many."""
    found: set[str | tuple[str, str]] = set()
    for _path, _line, ids, _comments, _context in extract_from_dir(
        PACKAGE, [("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    ):
        found.add((str(ids[0]), str(ids[1])) if isinstance(ids, tuple | list) else str(ids))
    plural = {pair[0] for pair in found if isinstance(pair, tuple)}
    return {ids for ids in found if ids not in plural}


def key(ids: str | Sequence[str]) -> str:
    """What a text is known by in a catalogue."""
    return ids if isinstance(ids, str) else ids[0]


def read(path: Path) -> Catalog:
    """A catalogue as it stands in its file."""
    with path.open("rb") as file:
        return read_po(file, locale="en" if path == ENGLISH else None, charset="utf-8")


def merged() -> Plain:
    """The English catalogue with exactly the texts of the template, translated where they were."""
    known = read(ENGLISH) if ENGLISH.exists() else Catalog("en")
    catalogue = Plain("en", fuzzy=False, header_comment="# English texts of huurdersapp; see glossary.md.")
    for message in messages(read(TEMPLATE)):
        before = known.get(key(message.id))
        catalogue.add(message.id, before.string if before and before.id == message.id else None)
    return catalogue


def messages(catalogue: Catalog) -> Iterator[Message]:
    """The texts of a catalogue without its head."""
    return (message for message in catalogue if message.id)


def as_text(catalogue: Catalog) -> bytes:
    """A catalogue as its file holds it."""
    written = io.BytesIO()
    write_po(written, catalogue, width=WIDTH, sort_output=True, no_location=True, ignore_obsolete=True)
    return written.getvalue()


def as_compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it; what is not translated is left out and shown in Dutch."""
    written = io.BytesIO()
    plain = Plain("en", fuzzy=False)
    for message in messages(catalogue):
        plain.add(message.id, message.string)
    write_mo(written, plain)
    return written.getvalue()


def translated(message: Message) -> bool:
    """Whether every form of a text has its translation."""
    found = message.string or ""
    return all([found] if isinstance(found, str) else found)


def extract() -> int:
    """Write the template."""
    TEMPLATE.write_bytes(as_text(in_code()))
    return 0


def update() -> int:
    """Bring the English file in step with the template."""
    text = as_text(merged())
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    ENGLISH.write_bytes(text)
    return 0


def compile_() -> int:
    """Write what the program reads."""
    COMPILED.write_bytes(as_compiled(read(ENGLISH)))
    return 0


def untranslated() -> list[str]:
    """The texts of the code that are not in the English file, or without one of their forms."""
    known = {key(message.id) for message in messages(read(ENGLISH)) if translated(message)}
    return sorted({key(ids) for ids in texts()} - known)


def missing() -> int:
    """Name what is not translated."""
    lacking = untranslated()
    for text in lacking:
        print(repr(text))
    print(f"{len(lacking)} teksten zijn nog niet vertaald.")
    return 1 if lacking else 0


COMMANDS: dict[str, Callable[[], int]] = {
    "extract": extract,
    "update": update,
    "compile": compile_,
    "missing": missing,
}


def main(arguments: list[str]) -> int:
    """Carry out the commands named, until one fails."""
    if not arguments or set(arguments) - set(COMMANDS):
        print(f"Kies uit: {', '.join(COMMANDS)}")
        return 2
    return next((code for name in arguments if (code := COMMANDS[name]())), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
