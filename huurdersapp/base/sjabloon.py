"""Templates of letters: plain text that an organisation can change, filled with facts that may be absent.

    # A line that begins with # is a remark.
    [aanleiding] Aanleiding
    In uw brief van {brief_van} vraagt u ons advies over {onderwerp}.
    als niet termijn: U noemde geen termijn.
    als voorwaarden: Er {aantal!w:is|zijn} {aantal:voorwaarde|voorwaarden}:
    {voorwaarden}

`[sleutel]` begins a part, with its heading behind it. A line stands or falls as a whole: it is left out when a fact in it
is absent. `als veld:` prints a line only with that fact, `als niet veld:` only without; more of them may stand after each
other. An empty line ends a paragraph. A line that is one field alone is a paragraph, or a list, of its own.
`{veld:enkel|meer}` is a number with its noun, `{veld!w:enkel|meer}` the noun alone. `{{` and `}}` are braces that mean
themselves. The braces are read by string.Formatter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _

Value = str | int
"""A fact: words, or a number where a noun goes with it. "" and 0 are absent facts."""
CONDITION = re.compile(r"als\s+(?P<no>niet\s+)?(?P<field>[^\s:{}]+)\s*:\s*(?P<rest>.*)", re.IGNORECASE)
PART = re.compile(r"\[(?P<key>[^\]]*)\]\s*(?P<heading>.*)")
LONGEST = 100_000
"""Signs in a template; more is some other file."""


@dataclass(frozen=True, slots=True)
class Fout:
    """What is wrong in a template: the line (from 1; 0 is the whole), what, and how to mend it."""

    line: int
    text: str
    hint: str
    field: str = ""

    def sentence(self) -> str:
        """In one sentence or two, with the line."""
        where = _("Regel {line}: {text}").format(line=self.line, text=self.text) if self.line else self.text
        return f"{where} {self.hint}"


class SjabloonFault(UserError):
    """A template that cannot be used; `faults` are all that is wrong in it, in the order of its lines."""

    def __init__(self, faults: Collection[Fout], name: str = "") -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        where = (
            _("Regel {line}: {text}").format(line=first.line, text=first.text) if first.line else first.text
        )
        super().__init__(f"{name}. {where}" if name else where, first.hint)


@dataclass(frozen=True, slots=True)
class Gat:
    """The place of a fact; `forms` are a noun for one and for more, `bare` leaves the number itself out."""

    field: str
    forms: tuple[str, str] | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Regel:
    """A line that stands or falls as a whole. `needs` are its conditions: a fact, and whether it must be there."""

    number: int
    pieces: tuple[str | Gat, ...]
    needs: tuple[tuple[str, bool], ...] = ()

    @property
    def alone(self) -> str:
        """The field that is all of this line, else ""."""
        gat = self.pieces[0] if len(self.pieces) == 1 else ""
        return gat.field if isinstance(gat, Gat) and gat.forms is None else ""

    def stands(self, values: Mapping[str, Value]) -> bool:
        """Whether its conditions hold and all its facts are there."""
        if any(bool(values.get(field)) != there for field, there in self.needs):
            return False
        return all(values.get(piece.field) for piece in self.pieces if isinstance(piece, Gat))


@dataclass(frozen=True, slots=True)
class Blok:
    """The place of a fact that is a paragraph or a list of its own."""

    field: str


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the letter: its heading, and its paragraphs of lines."""

    key: str
    heading: tuple[str | Gat, ...]
    paragraphs: tuple[tuple[Regel, ...], ...]


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template that was read and found right."""

    parts: Mapping[str, Onderdeel]

    def over(self, other: Sjabloon) -> Sjabloon:
        """This template, with the parts of the other one where this one lacks them; the order of the other one leads."""
        keys = [*other.parts, *(key for key in self.parts if key not in other.parts)]
        return Sjabloon({key: self.parts.get(key) or other.parts[key] for key in keys})

    def blocks(
        self, key: str, values: Mapping[str, Value], words: Callable[[int], str] = str
    ) -> list[str | Blok]:
        """The paragraphs of a part with these facts; a Blok where a fact is one of its own. `words` writes a number."""
        part = self.parts.get(key)
        found: list[str | Blok] = []
        for paragraph in part.paragraphs if part else ():
            run: list[str] = []
            for line in paragraph:
                if not line.stands(values):
                    continue
                if line.alone:
                    found += [" ".join(run)] if run else []
                    found.append(Blok(line.alone))
                    run = []
                else:
                    run.append(_filled(line.pieces, values, words))
            found += [" ".join(run)] if run else []
        return found

    def fill(self, key: str, values: Mapping[str, Value], words: Callable[[int], str] = str) -> str:
        """The part as text with these facts: paragraphs with an empty line between them; "" when nothing stands."""
        found = self.blocks(key, values, words)
        texts = (_said(values[item.field], words) if isinstance(item, Blok) else item for item in found)
        return "\n\n".join(text for text in texts if text)

    def heading(self, key: str, values: Mapping[str, Value], words: Callable[[int], str] = str) -> str:
        """The heading of a part; "" where it has none."""
        part = self.parts.get(key)
        return _filled(part.heading, values, words) if part else ""


def _filled(pieces: tuple[str | Gat, ...], values: Mapping[str, Value], words: Callable[[int], str]) -> str:
    return "".join(
        piece if isinstance(piece, str) else _put(piece, values.get(piece.field, ""), words)
        for piece in pieces
    ).strip(" ")


def _put(gat: Gat, value: Value, words: Callable[[int], str]) -> str:
    if gat.forms is None:
        return _said(value, words)
    noun = gat.forms[0] if value in (1, "1") else gat.forms[1]
    return noun if gat.bare else f"{_said(value, words)} {noun}"


def _said(value: Value, words: Callable[[int], str]) -> str:
    return words(value) if isinstance(value, int) else value.strip()


# -- reading -------------------------------------------------------------------------------------------------------


def parse(
    text: str, fields: Mapping[str, str], parts: Collection[str] | None = None, *, name: str = ""
) -> Sjabloon:
    """Read a template whose facts are `fields` (name and what it is) and whose parts are `parts` (None: any).

    `name` (of the file) is told in front of a fault. Raises SjabloonFault with every fault: an unknown field or part, a
    brace without its fellow, text before the first part, a part that stands there twice.
    """
    reader = _Reader(fields, parts)
    if len(text) > LONGEST:
        reader.fault(0, _("Dit is te lang voor een sjabloon."), _("Kies een ander bestand."))
    else:
        reader.read(text.removeprefix("\ufeff"))
    if reader.faults:
        raise SjabloonFault(sorted(reader.faults, key=lambda fault: fault.line), name)
    return Sjabloon(reader.parts)


class _Reader:
    def __init__(self, fields: Mapping[str, str], known: Collection[str] | None) -> None:
        self.fields, self.known = fields, known
        self.faults: list[Fout] = []
        self.parts: dict[str, Onderdeel] = {}

    def fault(self, line: int, text: str, hint: str, field: str = "") -> None:
        self.faults.append(Fout(line, text, hint, field))

    def read(self, text: str) -> None:
        key, heading = "", tuple[str | Gat, ...]()
        paragraphs: list[list[Regel]] = [[]]

        def close() -> None:
            if key:
                self.parts[key] = Onderdeel(
                    key, heading, tuple(tuple(lines) for lines in paragraphs if lines)
                )

        for number, typed in enumerate(text.splitlines(), 1):
            line = typed.strip()
            if line.startswith("#"):
                continue
            if not line:
                paragraphs.append([])
            elif found := PART.fullmatch(line):
                close()
                key, paragraphs = self._key(number, found["key"].strip()), [[]]
                heading = tuple(self._pieces(number, found["heading"].strip()))
            elif not key:
                self._before_parts(number)
                key = "?"
            else:
                paragraphs[-1].append(self._line(number, line))
        close()
        if not self.parts and not self.faults:
            self.fault(0, _("Dit sjabloon is leeg."), _("Begin een deel met een regel als [aanleiding]."))

    def _before_parts(self, number: int) -> None:
        self.fault(
            number,
            _("deze tekst staat nog in geen deel."),
            _("Zet erboven welk deel het is, zoals [aanleiding]."),
        )

    def _key(self, number: int, key: str) -> str:
        if self.known is not None and key not in self.known:
            self.fault(
                number, _("het deel ‘{key}’ bestaat niet.").format(key=key[:40]), nearest(key, self.known)
            )
        elif key in self.parts:
            text = _("het deel ‘{key}’ staat er al.").format(key=key[:40])
            self.fault(number, text, _("Voeg de twee samen."))
        return key or "?"

    def _line(self, number: int, line: str) -> Regel:
        needs: list[tuple[str, bool]] = []
        while found := CONDITION.fullmatch(line):
            self._check(number, found["field"])
            needs.append((found["field"], not found["no"]))
            line = found["rest"]
        if needs and not line:
            self.fault(
                number, _("na de voorwaarde staat geen zin."), _("Zet de zin erachter, op dezelfde regel.")
            )
        return Regel(number, tuple(self._pieces(number, line)), tuple(needs))

    def _pieces(self, number: int, line: str) -> Iterator[str | Gat]:
        try:
            found = list(Formatter().parse(re.sub(r" {2,}", " ", line)))
        except ValueError:
            text = _("een accolade heeft geen tweede.")
            self.fault(number, text, _("Schrijf een veld als {example}.").format(example="{onderwerp}"))
            return
        for literal, field, forms, conversion in found:
            if literal:
                yield literal
            if field is not None and self._check(number, field):
                yield from self._gat(number, field, forms or "", conversion)

    def _gat(self, number: int, field: str, forms: str, conversion: str | None) -> Iterator[Gat]:
        nouns = [noun.strip() for noun in forms.split("|")]
        if not forms and not conversion:
            yield Gat(field)
        elif conversion not in (None, "", "w") or len(nouns) != 2 or not all(nouns) or set(forms) & set("{}"):
            text = _("achter ‘{field}’ staat iets wat wij niet kennen.").format(field=field)
            example = f"{{{field}:dag|dagen}}"
            self.fault(number, text, _("Schrijf het als {example}.").format(example=example), field)
        else:
            yield Gat(field, (nouns[0], nouns[1]), bool(conversion))

    def _check(self, number: int, field: str) -> bool:
        if field in self.fields:
            return True
        text = _("het veld ‘{field}’ bestaat niet.").format(field=field[:40])
        self.fault(number, text, nearest(field, self.fields), field)
        return False


def nearest(name: str, known: Collection[str]) -> str:
    """How to mend a name that is not known: the one most like it, else all of them."""
    from rapidfuzz import process

    found = process.extractOne(name.lower(), list(known), score_cutoff=65)
    if found:
        return _("Bedoelt u ‘{name}’?").format(name=found[0])
    return _("Kies uit: {names}.").format(names=", ".join(known))
