"""Which points of an akkoord are shown, and how they read: rows in the order of the akkoord, grouped by party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from huurdersapp.actions.akkoord_feiten import Fact
from huurdersapp.actions.akkoord_lezen import Point, Reading
from huurdersapp.actions.akkoord_voortgang import Stands
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.ui.akkoord.filtering import Choice, Filter, Picker
from huurdersapp.ui.akkoord.standing import line as standing
from huurdersapp.ui.found import flat, says
from huurdersapp.ui.text_list import Paragraph, Row, Style

Scope = tuple[str, int]
Key = tuple[str, int]
WHOLE: Scope = ("alles", 0)
_SECTIONS = {
    "over": lazy("Over dit akkoord"),
    "anker": lazy("Vaste momenten in het jaar"),
    "samen": lazy("Zo werken de partijen samen"),
}
_KINDS = {
    "thema": lazy("Thema"),
    "doel": lazy("Doel"),
    "afspraak": lazy("Afspraak"),
    "indicator": lazy("Maat"),
    "anker": lazy("Vast moment"),
}
_SHORT, _LEFT = 70, 64
"""Signs of a fact that shares its line with others, and of a goal in the list at the left."""


def key_of(at: int, point: Point) -> Key:
    """What a row of the list stands for: a record, or the place among the points of what is none."""
    return (point.kind, point.number) if point.number else ("", at)


def scope_of(point: Point) -> Scope:
    """The part of the akkoord that a point is read in."""
    return ("thema", point.theme) if point.section == "thema" else (point.section, 0)


class Text:
    """A whole akkoord to show pieces of."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.own = reading.own()
        self.picker = Picker(reading, self._words)
        self.stands = Stands()

    def _words(self, point: Point) -> Iterator[str]:
        yield from (point.code, point.text, point.topic, self.who(point))
        for fact in point.facts:
            yield fact.words

    def find(self, key: Key) -> Point | None:
        """The point that a key stands for."""
        return next((point for at, point in enumerate(self.reading.points) if key_of(at, point) == key), None)

    # -- the list at the left --------------------------------------------------------------------------------------

    def scopes(self) -> list[tuple[Scope, int, str]]:
        """The parts that can be chosen, with how deep they stand and what they are called."""
        found: list[tuple[Scope, int, str]] = [(WHOLE, 0, _("Het hele akkoord"))]
        there = {point.section for point in self.reading.points}
        found += [((key, 0), 0, str(name)) for key, name in _SECTIONS.items() if key in there]
        for point in self.reading.points:
            if point.kind in ("thema", "doel"):
                level = int(point.kind == "doel")
                found.append(((point.kind, point.number), level, _short(f"{point.code} {point.text}")))
        return found

    def scope_rows(self) -> list[Row]:
        """The same as rows."""
        styles: tuple[Style, Style] = ("strong", "plain")
        return [Row((Paragraph(name, styles[level]),), scope, level) for scope, level, name in self.scopes()]

    # -- the points ------------------------------------------------------------------------------------------------

    def rows(self, scope: Scope, wanted: Filter) -> tuple[list[Row], list[Key]]:
        """The rows of a part of the akkoord, and the keys of the points that answer to the filter."""
        picked = [at for at, point in enumerate(self.reading.points) if _within(point, scope)]
        hits = {at for at in picked if self.picker.fits(at, wanted)}
        shown = picked if wanted.empty() else self._with_heads(picked, hits)
        if wanted.first:
            shown = self._ours_first(shown)
        found = [key_of(at, self.reading.points[at]) for at in sorted(hits)]
        return list(self._rows(shown, hits, wanted)), found

    def counts(self, scope: Scope, wanted: Filter, choice: Choice) -> Counter[Any]:
        """How many points of a part each option of a choice would leave."""
        picked = [at for at, point in enumerate(self.reading.points) if _within(point, scope)]
        return self.picker.counts(picked, wanted, choice)

    def know(self, stands: Stands) -> None:
        """How measures, goals and afspraken stand."""
        self.stands = stands
        self.picker.stands = stands.keys()

    def _with_heads(self, picked: Sequence[int], hits: set[int]) -> list[int]:
        """The hits with the theme and the goal that they stand under."""
        points = self.reading.points
        themes = {points[at].theme for at in hits}
        goals = {points[at].goal for at in hits}
        return [
            at
            for at in picked
            if at in hits
            or (points[at].kind == "thema" and points[at].theme in themes)
            or (points[at].kind == "doel" and points[at].goal in goals)
        ]

    def _ours_first(self, shown: Sequence[int]) -> list[int]:
        """Within each goal what our own organisation does before what others do, and of that what it does with the fewest
        others first."""
        points = self.reading.points

        def order(pair: tuple[int, int]) -> tuple[int, int]:
            _place, at = pair
            point = points[at]
            if point.kind not in ("afspraak", "indicator") or not self.ours(point):
                return (1, 0)
            return (0, len(point.parties))

        found: list[int] = []
        for _key, group in groupby(
            shown, key=lambda at: (points[at].section, points[at].theme, points[at].goal)
        ):
            heads: list[int] = []
            rest: list[int] = []
            for at in group:
                (rest if points[at].kind in ("afspraak", "indicator") else heads).append(at)
            found += heads + [at for _place, at in sorted(enumerate(rest), key=order)]
        return found

    def _rows(self, shown: Iterable[int], hits: set[int], wanted: Filter) -> Iterator[Row]:
        before: tuple[object, ...] = ()
        for at in shown:
            point = self.reading.points[at]
            if point.section != "thema" and before[:1] != (point.section,):
                yield Row((Paragraph(str(_SECTIONS[point.section]), "title"),))
            group = (point.section, point.theme, point.goal, point.kind, *self._group(point))
            if group != before and (words := self._heading(point)):
                yield Row((Paragraph(words, "heading"),), level=_level(point) - 1)
            before = group
            yield self.row(at, wanted.terms if at in hits else ())

    def _group(self, point: Point) -> tuple[str, ...]:
        if point.section == "over":
            return (point.topic,)
        return point.roles if point.kind in ("afspraak", "indicator") else ()

    def _heading(self, point: Point) -> str:
        if point.section == "over":
            return point.topic
        if point.kind not in ("afspraak", "indicator"):
            return ""
        who = self.who(point)
        if point.kind == "afspraak":
            words = _("Afspraken van {who}").format(who=who) if who else _("Afspraken")
        else:
            words = _("Zo wordt gemeten: {who}").format(who=who) if who else _("Zo wordt gemeten")
        if self.ours(point):
            words = _("{words} – ook uw organisatie").format(words=words)
        return words

    def ours(self, point: Point) -> bool:
        """Whether our own organisation is among those whom a point is about."""
        return bool(self.own & set(point.parties))

    def who(self, point: Point) -> str:
        """The parties of a point by name, with the word that the akkoord has for them."""
        names = self.reading.names(point.parties)
        roles = ", ".join(point.roles)
        if not names or roles == ", ".join(names) or len(names) == self._signing:
            return roles or ", ".join(names)
        if len(names) == 1:
            return names[0]
        return _("{roles} ({names})").format(roles=roles, names=", ".join(names))

    @property
    def _signing(self) -> int:
        return sum(party.signs for party in self.reading.parties)

    def row(self, at: int, terms: Sequence[str] = ()) -> Row:
        """How one point reads; what is told less often too where the words were found in it."""
        point = self.reading.points[at]
        parts = (*self._head(point), *self._standing(point), *_facts(point.facts, terms))
        spoken = " ".join(part.text for part in parts)
        if point.kind in _KINDS:
            spoken = _("{kind} {text}").format(kind=_KINDS[point.kind], text=spoken)
        if point.kind in ("afspraak", "indicator") and (who := self.who(point)):
            spoken = _("{text} Partijen: {who}.").format(text=spoken, who=who)
        if ours := self.ours(point):
            spoken = _("{text} Uw organisatie doet mee.").format(text=spoken)
        return Row(parts, key_of(at, point), _level(point), spoken, marked=ours)

    def _head(self, point: Point) -> Iterator[Paragraph]:
        match point.kind:
            case "thema":
                yield Paragraph(f"{point.code} {point.text}".strip(), "title")
            case "doel":
                yield Paragraph(f"{point.code} {point.text}".strip(), "strong")
                who = ", ".join(part for part in (point.topic, self.who(point)) if part)
                if who:
                    yield Paragraph(who, "muted")
            case "anker":
                yield Paragraph(point.text, "strong")
                yield Paragraph(", ".join(part for part in (point.topic, self.who(point)) if part), "muted")
            case "akkoord":
                yield Paragraph(point.text, "strong")
            case _:
                yield self._plain(point)

    def _standing(self, point: Point) -> Iterator[Paragraph]:
        """How the point stands; of a theme a line for each of its goals. That something was added by ourselves."""
        if point.added:
            yield Paragraph(_("Zelf toegevoegd, staat niet in het akkoord"), "muted")
        if point.kind == "thema":
            goals = (one for one in self.reading.points if one.kind == "doel" and one.theme == point.number)
            for goal in goals:
                if (told := self.stands.of("doel", goal.number)) is not None:
                    yield standing(told, _("{code}: ").format(code=goal.code))
        elif (told := self.stands.of(point.kind, point.number)) is not None:
            yield standing(told)

    def _plain(self, point: Point) -> Paragraph:
        text = f"{point.code}  {point.text}" if point.code else point.text
        if point.section == "over" and point.parties:
            text = _("{name}, {role}").format(name=point.text, role=", ".join(point.roles))
            if self.ours(point):
                text = _("{name} – uw organisatie").format(name=text)
        return Paragraph(text, bold=((0, len(point.code)),) if point.code else ())

    # -- the line on top ---------------------------------------------------------------------------------------------

    def summary(self) -> str:
        """Years and size in a line."""
        points = self.reading.points
        afspraken = sum(point.kind == "afspraak" for point in points)
        maten = sum(point.kind == "indicator" for point in points)
        counted = (
            _("{first} tot en met {last}").format(first=self.reading.first, last=self.reading.last),
            ngettext("{n} afspraak", "{n} afspraken", afspraken).format(n=afspraken),
            ngettext("{n} maat", "{n} maten", maten).format(n=maten),
        )
        return ", ".join(counted)


def _within(point: Point, scope: Scope) -> bool:
    kind, number = scope
    match kind:
        case "alles":
            return True
        case "thema":
            return point.theme == number
        case "doel":
            return point.goal == number
        case _:
            return point.section == kind


def _level(point: Point) -> int:
    if point.section != "thema":
        return 1
    return {"thema": 0, "doel": 1}.get(point.kind, 2)


def _facts(facts: Sequence[Fact], terms: Sequence[str]) -> Iterator[Paragraph]:
    together = [fact for fact in facts if fact.weight == "main" and len(fact.words) <= _SHORT]
    if together:
        yield _line(together)
    for fact in facts:
        if fact in together or (fact.weight == "more" and not _hit(fact, terms)):
            continue
        styles: dict[str, Style] = {"doubt": "warning", "source": "muted"}
        yield _line([fact], styles.get(fact.weight, "plain"))


def _hit(fact: Fact, terms: Sequence[str]) -> bool:
    words = flat(fact.words) if terms else ""
    return any(says(words, [term]) for term in terms)


def _line(facts: Sequence[Fact], style: Style = "plain") -> Paragraph:
    told: Callable[..., str] = _("{label}: {words}").format
    pieces = [told(label=fact.label, words=fact.words) for fact in facts]
    bold, at = [], 0
    for fact, piece in zip(facts, pieces, strict=True):
        if piece.startswith(fact.label) and style != "muted":
            bold.append((at, at + len(fact.label) + 1))
        at += len(piece) + len(_BETWEEN)
    return Paragraph(_BETWEEN.join(pieces), style, tuple(bold))


_BETWEEN = "   "


def _short(text: str) -> str:
    return text if len(text) <= _LEFT else f"{text[:_LEFT].rsplit(' ', 1)[0]}…"
