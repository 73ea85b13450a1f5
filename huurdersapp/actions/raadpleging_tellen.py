"""Counting paper forms: every key is kept, so that each can be taken back and none is lost, and all is saved at once.

A `Tally` is nothing but the keys that were pressed, gone over from the first: what is taken back was never there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.actions.records import Saved, find, refuse, reviewed, show, told, write
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draft import Draft
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.raadpleging import ONE_ANSWER
from huurdersapp.records.raadpleging_tables import KANALEN

STEP = "tellen"
"""How a concept says that it is a counting."""
SIGNS = "123456789abcdefghijklmopqrsuvwxyz"
"""The keys of the answers, in their order: a scale to ten needs one more than the digits. N and T do something else."""
BLANK, NEXT = "0", "e"
NEW, TEXT, GO = "+", "=", ">"
"""What a kept key begins with that has words: a new code, an answer in somebody's own words, another question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands on the form. `id` and those of the answers say where counts go to."""

    id: str
    text: str
    kind: str
    options: tuple[tuple[str, str], ...]

    @property
    def one(self) -> bool:
        """Whether it has one answer, so that a digit is enough."""
        return self.kind in ONE_ANSWER

    @property
    def open(self) -> bool:
        """Whether it is answered in one's own words, which are sorted by codes."""
        return self.kind == "open"


def asked(record: Mapping[str, Any]) -> tuple[Asked, ...]:
    """The questions of a raadpleging that can be counted."""
    return tuple(
        Asked(
            line["id"],
            " ".join((line["tekst"] or "").split()),
            line["soort"],
            tuple((option["id"], option["tekst"]) for option in line["opties"]),
        )
        for line in record["vragen"]
        if line["opties"] or line["soort"] == "open"
    )


class Tally:
    """The forms that were counted of these questions: all questions of a form after each other, or (`by_form` False) one
    question of all forms. Keys go in by `press`; `at` is the question that stands next."""

    def __init__(self, questions: Sequence[Asked], *, by_form: bool = True, keys: Sequence[str] = ()) -> None:
        self.questions = tuple(questions)
        self.by_form = by_form
        self.keys: list[str] = []
        self._clear()
        for key in keys:
            self.press(key)

    def _clear(self) -> None:
        self.at = 0
        self.chosen: set[int] = set()
        self.text = ""
        self.done: list[list[tuple[int, ...]]] = [[] for _question in self.questions]
        self.codes: list[list[str]] = [[] for _question in self.questions]
        self.texts: list[list[str]] = [[] for _question in self.questions]

    # -- what stands there -----------------------------------------------------------------------------------------

    @property
    def question(self) -> Asked:
        """The question that stands next."""
        return self.questions[self.at]

    def options(self, at: int) -> list[str]:
        """The answers to a question, those that were made while counting last."""
        return [text for _id, text in self.questions[at].options] + self.codes[at]

    @property
    def forms(self) -> int:
        """How many forms are counted wholly; question by question, those of the question that has most."""
        lengths = [len(done) for done in self.done]
        return min(lengths) if self.by_form else max(lengths)

    @property
    def form(self) -> int:
        """The number of the form that is being counted, from 1."""
        return len(self.done[self.at]) + 1

    @property
    def unfinished(self) -> bool:
        """Whether a form is begun and not counted wholly."""
        return bool(self.chosen or self.text) or (self.by_form and self.at > 0)

    def uneven(self) -> bool:
        """Whether not every question was counted of as many forms, where one counts question by question."""
        return not self.by_form and len({len(done) for done in self.done}) > 1

    def counts(self, at: int) -> list[int]:
        """How often each answer to a question was given."""
        found = Counter(choice for answer in self.done[at] for choice in answer)
        return [found[place] for place in range(len(self.options(at)))]

    def answered(self, at: int) -> int:
        """On how many forms a question was answered."""
        return sum(1 for answer in self.done[at] if answer)

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, key: str) -> bool:
        """Take a key: a sign of an answer, BLANK, NEXT, or one with words; whether it meant something here."""
        if not self.questions or not self._take(key):
            return False
        self.keys.append(key)
        return True

    def undo(self) -> str:
        """Take the last key back; which it was, or "" when there was none."""
        if not self.keys:
            return ""
        gone, rest = self.keys[-1], self.keys[:-1]
        self.keys = []
        self._clear()
        for key in rest:
            self.press(key)
        return gone

    def fill(self) -> None:
        """Count the rest of a form that is begun as not filled in."""
        while self.unfinished:
            self.press(NEXT if self.chosen else BLANK)

    def _take(self, key: str) -> bool:
        question = self.question
        if key == BLANK:
            self._finish(())
        elif key == NEXT:
            # Nothing filled in is always said with BLANK: who presses once too often must not count a form.
            if question.one or not self.chosen:
                return False
            self._finish(tuple(sorted(self.chosen)))
        elif key.startswith(GO):
            place = int(key[1:])
            if self.by_form or self.chosen or not 0 <= place < len(self.questions):
                return False
            self.at = place
        elif key.startswith(NEW):
            return question.open and self._new_code(key[1:].strip())
        elif key.startswith(TEXT):
            if not question.open:
                return False
            self.text = key[1:].strip()
        else:
            return self._choose(SIGNS.find(key))
        return True

    def _choose(self, place: int) -> bool:
        if not 0 <= place < len(self.options(self.at)):
            return False
        if self.question.one:
            self._finish((place,))
        else:
            self.chosen ^= {place}
        return True

    def _new_code(self, words: str) -> bool:
        if not words:
            return False
        names = [text.casefold() for text in self.options(self.at)]
        if words.casefold() not in names:
            self.codes[self.at].append(words)
            names.append(words.casefold())
        self.chosen.add(names.index(words.casefold()))
        return True

    def _finish(self, answer: tuple[int, ...]) -> None:
        self.done[self.at].append(answer)
        if self.text and answer:
            self.texts[self.at].append(self.text)
        self.chosen, self.text = set(), ""
        if self.by_form:
            self.at = (self.at + 1) % len(self.questions)

    # -- keeping ---------------------------------------------------------------------------------------------------

    def kept(self, channel: str) -> dict[str, Any]:
        """All of it as a concept keeps it."""
        questions = [
            {
                "id": each.id,
                "tekst": each.text,
                "soort": each.kind,
                "opties": [list(one) for one in each.options],
            }
            for each in self.questions
        ]
        return {
            "stap": STEP,
            "kanaal": channel,
            "per_formulier": self.by_form,
            "vragen": questions,
            "toetsen": list(self.keys),
        }


def restored(kept: Mapping[str, Any]) -> tuple[Tally, str]:
    """The counting that a concept keeps, and its channel."""
    questions = [
        Asked(each["id"], each["tekst"], each["soort"], tuple((one[0], one[1]) for one in each["opties"]))
        for each in kept["vragen"]
    ]
    return Tally(questions, by_form=kept["per_formulier"], keys=kept["toetsen"]), kept["kanaal"]


def privacy(ctx: Context, text: str) -> list[str]:
    """What is to be looked at in an answer in somebody's own words before it is kept."""
    draft = Draft(ctx.spec("raadpleging").part["citaten"].spec, {"tekst": text})
    return [fault.text for fault in sensitive(draft, "tekst")]


# -- saving --------------------------------------------------------------------------------------------------------


def save(ctx: Context, number: int, tally: Tally, channel: str, *, origin: object | None = None) -> Saved:
    """Add what was counted to the counts that stand there, and the forms to the replies of the channel, in one step.

    Raises UserError when nothing was counted, or a question or an answer is no longer there; Refused as a form.
    """
    forms = tally.forms
    if not forms:
        raise UserError(_("Er is nog geen formulier geteld."), _("Tel eerst een heel formulier."))
    spec = ctx.spec("raadpleging")
    record = show(ctx, spec, number)
    payload: Plain = {
        "vragen": _with_counts(record["vragen"], tally),
        "kanalen": _with_replies(record["kanalen"], channel, forms),
    }
    payload |= _total(record, payload["kanalen"], forms)
    if texts := [text for texts in tally.texts for text in texts]:
        payload["citaten"] = [
            *record["citaten"],
            *({"tekst": text, "mag_in_rapport": False} for text in texts),
        ]
    label = ngettext("Tellen: {count} formulier", "Tellen: {count} formulieren", forms).format(count=forms)
    return _written(ctx, number, payload, label, origin)


def save_totals(ctx: Context, number: int, payload: Plain, *, origin: object | None = None) -> Saved:
    """Save counts that were typed as they stand, in one step; raises Refused as a form."""
    return _written(
        ctx, number, payload, _("Aantallen van raadpleging {number}").format(number=number), origin
    )


def _written(ctx: Context, number: int, payload: Plain, label: str, origin: object | None) -> Saved:
    spec = ctx.spec("raadpleging")
    with ctx.store.step(label, origin=origin) as db:
        row = find(db, spec, number)
        draft, faults = reviewed(db, spec, row, payload)
        refuse(spec, faults)
        write(db, draft, row)
    return told(ctx, spec, [row], faults)


def _with_counts(lines: Sequence[Plain], tally: Tally) -> list[Plain]:
    """The questions with what was counted added to what was there."""
    there = {line["id"] for line in lines} | {option["id"] for line in lines for option in line["opties"]}
    for question in tally.questions:
        if question.id not in there or any(option not in there for option, _text in question.options):
            raise UserError(
                _("De vragen zijn veranderd sinds u begon te tellen."),
                _("Zet de vragen terug zoals ze waren, of tel opnieuw."),
            )
    places = {question.id: place for place, question in enumerate(tally.questions)}
    return [_counted(line, tally, places[line["id"]]) if line["id"] in places else line for line in lines]


def _counted(line: Plain, tally: Tally, place: int) -> Plain:
    counts = tally.counts(place)
    ids = [option for option, _text in tally.questions[place].options]
    found = dict(zip(ids, counts, strict=False))
    options = [
        {**option, "aantal": (option["aantal"] or 0) + found[option["id"]]}
        if option["id"] in found
        else option
        for option in line["opties"]
    ]
    options += [
        {"tekst": text, "aantal": count}
        for text, count in zip(tally.codes[place], counts[len(ids) :], strict=True)
        if count
    ]
    before = _answered_before(line)
    answered = None if before is None else before + tally.answered(place)
    return {**line, "opties": options, "beantwoord_door": answered}


def _answered_before(line: Plain) -> int | None:
    """How many answered before this counting: as it was told, else what the answers add up to; None where several answers
    were counted and nobody told by how many people."""
    if line["beantwoord_door"] is not None:
        return int(line["beantwoord_door"])
    counts = [option["aantal"] for option in line["opties"] if option["aantal"] is not None]
    return sum(counts) if line["soort"] in ONE_ANSWER or not any(counts) else None


def _with_replies(lines: Sequence[Plain], channel: str, forms: int) -> list[Plain]:
    found, seen = [], False
    for line in lines:
        if line["kanaal"] == channel and not seen:
            seen = True
            line = {**line, "respons": (line["respons"] or 0) + forms}
        found.append(line)
    return found if seen else [*found, {"kanaal": channel, "respons": forms}]


def _total(record: Plain, channels: Sequence[Plain], forms: int) -> Plain:
    """The total grows along; where none was told it is the sum, once every channel is known."""
    if record["respons_totaal"] is not None:
        return {"respons_totaal": record["respons_totaal"] + forms}
    known = [line.get("respons") for line in channels]
    return {} if None in known else {"respons_totaal": sum(count or 0 for count in known)}


def channels(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """By which channels paper may have come in: those of this raadpleging first."""
    own = [line["kanaal"] for line in record["kanalen"]]
    paper = ["brief", "huis_aan_huis", "bijeenkomst"]
    keys = dict.fromkeys([*(key for key in own if key in paper), *paper, *own, *KANALEN.keys()])
    return [(key, KANALEN.label(key)) for key in keys]
