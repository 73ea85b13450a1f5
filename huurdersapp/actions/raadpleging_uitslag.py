"""The outcome of a raadpleging for the screen: response, how exact it is, groups, and the answers to each question.

All reckoning that also stands on paper (margin, rounding, shares) is done by what the paper uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, plain_of
from huurdersapp.actions.raadpleging import compared_by, earlier_of, replies, response, when_of
from huurdersapp.actions.raadpleging_waarden import SELECTIE
from huurdersapp.actions.records import find, reviewed
from huurdersapp.base.formats import day
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.settings import PERCENTAGE_ANSWERS_FROM
from huurdersapp.records.raadpleging import ONE_ANSWER
from huurdersapp.records.raadpleging_tables import KANALEN
from huurdersapp.reports.language import number as decimal
from huurdersapp.reports.language import percent, rounded
from huurdersapp.reports.raadpleging import exactness, margin, printed_sum

LEAST_EXPECTED = 5
"""Replies that a group should have had before its absence says anything."""
MOST_EARLIER = 2
"""Earlier years beside this one: more bars than three are not told apart in grey."""


def precision(selectie: str | None, people: int | None, answered: int | None, least: int) -> str:
    """How exact the outcome is, in one sentence: a margin only for everybody asked or a random sample."""
    asked = SELECTIE.get(selectie or "")
    if asked not in (None, "zelfselectie") and (not people or answered is None):
        return _("geen steekproefmarge: vul in hoeveel mensen het zijn en hoeveel er antwoordden")
    match exactness(asked, answered or 0, people or 0, least):
        case "indicatief":
            return _("indicatief, geen steekproefmarge")
        case "te_weinig":
            return _("geen steekproefmarge: daarvoor zijn minstens {least} reacties nodig").format(
                least=least
            )
        case "te_veel":
            return _("geen steekproefmarge: er zijn meer reacties dan mensen")
        case "iedereen":
            return _("iedereen antwoordde, dus er is geen steekproefmarge")
    return _("±{points} procentpunt (alleen toeval; wie niet antwoordde kan anders denken)").format(
        points=decimal(margin(answered or 0, people or 0), 1)
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, how many gave it (None: not counted), and its share as it is printed ("" where it is not)."""

    text: str
    count: int | None
    share: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """The answers to a question in one year, in the order of this year's answers."""

    words: str
    number: int
    answered: int | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """The outcome of a question: this year first, then earlier ones; `notes` are told under it."""

    words: str
    kind: str
    years: tuple[Year, ...]
    notes: tuple[str, ...]
    conclusion: str = ""

    @property
    def now(self) -> Year:
        """This year's answers."""
        return self.years[0]

    @property
    def counted(self) -> bool:
        """Whether anything was counted yet."""
        return any(answer.count is not None for answer in self.now.answers)


@dataclass(frozen=True, slots=True)
class Line:
    """A channel or a group: its name, what stands beside it, and whether there is something to look at."""

    name: str
    words: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A raadpleging in numbers: the response in all, per channel and per group, how exact it is, and the questions."""

    number: int
    response: str
    precision: str
    channels: tuple[Line, ...]
    groups: tuple[Line, ...]
    warnings: tuple[str, ...]
    slips: tuple[str, ...]
    questions: tuple[Question, ...]


def outcome(ctx: Context, number: int) -> Outcome:
    """The outcome as it is known now; raises UserError when the raadpleging is not there."""
    least: int = ctx.settings.get(PERCENTAGE_ANSWERS_FROM)
    spec = ctx.spec("raadpleging")
    with ctx.store.reading() as db:
        row = find(db, spec, number)
        record = next(iter(plain_of(db, spec, [row.id])))
        faults = [fault for fault in reviewed(db, spec, row, {})[1] if fault.warning]
        before = earlier_of(db, record)
    answered = replies(record)
    groups, warnings = _groups(record["groepen"], least)
    return Outcome(
        number,
        response(record, least),
        precision(record["selectie"], record["populatie_aantal"], answered, least)
        if answered is not None
        else "",
        tuple(_channels(record["kanalen"], answered, least)),
        groups,
        warnings,
        tuple(fault.told_for(spec) for fault in faults),
        tuple(
            _question(
                place, line, record, before.get(compared_by(line), ()) if line["sleutel"] else (), least
            )
            for place, line in enumerate(record["vragen"], 1)
        ),
    )


def _channels(lines: Sequence[Plain], answered: int | None, least: int) -> list[Line]:
    found = []
    for line in lines:
        count, invited = line["respons"], line["uitgenodigd"]
        if count is None:
            words = _("nog niet geteld")
        elif invited and count <= invited:
            words = _("{count} van {invited} uitgenodigd").format(
                count=written(count), invited=written(invited)
            )
            if invited >= least:
                words = _("{words} ({share} %)").format(
                    words=words, share=rounded(Fraction(100 * count, invited), 0)
                )
        else:
            words = ngettext("{count} reactie", "{count} reacties", count).format(count=written(count))
        if count and answered and count < answered and answered >= least:
            part = _("{share} % van alle reacties").format(share=rounded(Fraction(100 * count, answered), 0))
            words = f"{words}, {part}"
        found.append(Line(KANALEN.label(line["kanaal"]), words))
    return found


def _groups(lines: Sequence[Plain], least: int) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The groups with their response, and what to look at: who is too few, and who are most."""
    found: list[Line] = []
    warnings: list[str] = []
    for division in dict.fromkeys(line["indeling"] or "" for line in lines):
        members = [line for line in lines if (line["indeling"] or "") == division]
        people = _all(members, "aantal")
        answers = _all(members, "respons")
        for line in members:
            few = _is_few(line, people, answers)
            found.append(Line(line["naam"], _group_words(line, least, few), few))
            if few:
                warnings.append(_("Weinig reacties van: {group}.").format(group=line["naam"]))
            elif len(members) > 1 and _is_most(line, people, answers):
                text = _("De meeste reacties ({count} van {all}) komen uit één groep: {group}.")
                warnings.append(
                    text.format(count=written(line["respons"]), all=written(answers or 0), group=line["naam"])
                )
    return tuple(found), tuple(warnings)


def _all(lines: Sequence[Plain], key: str) -> int | None:
    values = [line[key] for line in lines]
    return None if None in values else sum(values)


def _is_few(line: Plain, people: int | None, answers: int | None) -> bool:
    """Less than two thirds of what its size would give, where that is not a mere handful."""
    if not people or not answers or not line["aantal"]:
        return False
    expected = Fraction(answers * line["aantal"], people)
    return expected >= LEAST_EXPECTED and line["respons"] < expected * Fraction(2, 3)


def _is_most(line: Plain, people: int | None, answers: int | None) -> bool:
    """More than half of the answers, unless the group is nearly as large a part of the people itself."""
    if not answers or not line["respons"] or 2 * line["respons"] <= answers:
        return False
    return not people or not line["aantal"] or 3 * line["aantal"] * answers < 2 * line["respons"] * people


def _group_words(line: Plain, least: int, few: bool) -> str:
    count, people = line["respons"], line["aantal"]
    if count is None:
        return _("nog niet geteld")
    if not people:
        words = ngettext("{count} reactie", "{count} reacties", count).format(count=written(count))
    else:
        words = _("{count} van {people}").format(count=written(count), people=written(people))
        if people >= least and count <= people:
            words = _("{words} ({share} %)").format(
                words=words, share=rounded(Fraction(100 * count, people), 0)
            )
    return _("{words}: weinig").format(words=words) if few else words


def _question(
    place: int, line: Plain, record: Plain, before: Sequence[tuple[Plain, Plain]], least: int
) -> Question:
    texts = [option["tekst"] for option in line["opties"]]
    own = when_of(record)
    then = [
        (when, earlier, other)
        for earlier, other in before
        if (when := when_of(earlier)) is not None and (own is None or when < own)
    ]
    then.sort(key=lambda each: (each[0], each[1]["nummer"]), reverse=True)
    then = then[:MOST_EARLIER]
    days = [own, *(when for when, _earlier, _other in then)]
    names = [str(when.year) if when else _("nu") for when in days]
    if len(set(names)) < len(names):
        # Twice in one year: then the day tells them apart.
        names = [day(when) if when else _("nu") for when in days]
    years = [_year(line, names[0], record["nummer"], texts, least)]
    for name, (_when_then, earlier, other) in zip(names[1:], then, strict=True):
        years.append(_year(other, name, earlier["nummer"], texts, least))
    text = _("{place}. {question}").format(place=place, question=" ".join((line["tekst"] or "").split()))
    return Question(
        text, line["soort"], tuple(years), tuple(_notes(line, years[0], least)), line["toelichting"] or ""
    )


def _year(line: Plain, name: str, number: int, texts: Sequence[str], least: int) -> Year:
    counts = {option["tekst"].casefold(): option["aantal"] for option in line["opties"]}
    known = [count for count in counts.values() if count is not None]
    whole = line["beantwoord_door"] if line["beantwoord_door"] is not None else sum(known)
    answers = []
    for text in texts:
        count = counts.get(text.casefold())
        shown = count is not None and whole >= max(1, least) and count <= whole
        answers.append(Answer(text, count, percent(count or 0, whole) if shown else ""))
    return Year(name, number, line["beantwoord_door"], tuple(answers))


def _notes(line: Plain, year: Year, least: int) -> list[str]:
    counts = [answer.count for answer in year.answers]
    known = [count for count in counts if count is not None]
    notes = []
    if line["soort"] == "meer_keuzes":
        notes.append(_("Meer antwoorden mogelijk."))
    if line["soort"] == "open" and known:
        notes.append(_("Antwoorden in eigen woorden, door u ingedeeld."))
    if year.answered is not None:
        notes.append(
            ngettext(
                "{count} mens beantwoordde deze vraag.",
                "{count} mensen beantwoordden deze vraag.",
                year.answered,
            ).format(count=written(year.answered))
        )
    whole = year.answered if year.answered is not None else sum(known)
    if known and whole < least:
        notes.append(_("Bij minder dan {least} antwoorden geven wij geen percentages.").format(least=least))
    if rounding_shows(line["soort"], year):
        notes.append(_("Telt door afronding niet op tot 100."))
    return notes


def rounding_shows(kind: str, year: Year) -> bool:
    """Whether the printed shares of a question with one answer do not make 100 while its counts are whole."""
    counts = [answer.count for answer in year.answers]
    if kind not in ONE_ANSWER or None in counts or not all(answer.share for answer in year.answers):
        return False
    added = sum(count or 0 for count in counts)
    if not added or year.answered not in (None, added):
        return False
    return printed_sum([count or 0 for count in counts]) != 100
