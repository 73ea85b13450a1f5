"""The moments of one calendar year, built from the template, what became of it, the overleggen and the steps before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from huurdersapp.actions.jaaragenda_bronnen import DECIDES, OTHER, Agreement, Told, catalogue
from huurdersapp.records import jaaragenda as reckoned
from huurdersapp.records.agendamoment import Agendamoment
from huurdersapp.records.jaaragenda import Anchor, Planned, Step, Summer
from huurdersapp.records.jaaragenda_vorm import (
    ANCHOR,
    DONE,
    DROPPED,
    LEGAL,
    MEETING,
    OPEN,
    OWN,
    PAST,
    Aim,
    Meeting,
    Moment,
    WorkBack,
)
from huurdersapp.records.overleg import KORT, Overleg

LONGEST = 62
"""Days: of a longer period nobody is told that a part of it lies in the summer."""


def action_text(step: Step, meeting: Overleg) -> str:
    """What the actiepunt of a step is called. It is kept as data, so it is not translated."""
    return f"{step.name} voor {KORT[meeting.soort] if meeting.soort != OTHER else meeting.naam}"


@dataclass(slots=True)
class Builder:
    """Builds the moments of a year, as of `today`."""

    year: int
    today: date
    agreements: Sequence[Agreement]
    told: Told
    summer: Summer

    def moments(self) -> tuple[Moment, ...]:
        """All of them, in the order of their days; those without a month come last."""
        found = [moment for agreement in self.agreements for moment in self._of_akkoord(agreement)]
        found += list(self._legal(found))
        found += [self._own(row) for row in self.told.own if not self._is_legal(row)]
        taken = {meeting.number for moment in found for meeting in moment.meetings}
        found += [self._meeting(row) for row in self.told.meetings if row.nummer not in taken]
        return tuple(_work_once(sorted(found, key=_order)))

    # -- moments of an akkoord -----------------------------------------------------------------------------------------

    def _of_akkoord(self, agreement: Agreement) -> Iterator[Moment]:
        for planned in reckoned.planned(agreement.anchors, agreement.cycle, self.year):
            keys = [agreement.keys[aim.anchor.number] for aim in planned.aims]
            said = next((self.told.of_anchor[key] for key in keys if key in self.told.of_anchor), None)
            yield self._anchored(agreement, planned, said, keys[0])

    def _anchored(
        self, agreement: Agreement, planned: Planned, said: Agendamoment | None, key: str
    ) -> Moment:
        anchor = planned.anchor
        first, last, moved = _days(planned.first, planned.last, said)
        moment = Moment(
            key=f"anker-{key}-{self.year}",
            kind=ANCHOR,
            name=anchor.own_name,
            first=first,
            last=last,
            planned_first=planned.first,
            planned_last=planned.last,
            date_kind=anchor.kind,
            whole_months=anchor.day is None and not moved,
            aims=tuple(
                Aim(
                    aim.anchor.number,
                    aim.anchor.own_name,
                    aim.anchor.phase,
                    aim.goal_year,
                    aim.anchor.text,
                    aim.anchor.origin,
                    aim.anchor.source,
                    aim.anchor.doubt,
                )
                for aim in planned.aims
            ),
            moved=moved,
            akkoord=agreement.number,
            parties=tuple(dict.fromkeys(word for aim in planned.aims for word in aim.anchor.parties)),
            bodies=_bodies(planned),
        )
        moment = self._with_meetings(moment, agreement, anchor, said)
        return self._finished(moment, said, catalogue().remind_anchor, agreement)

    def _with_meetings(
        self, moment: Moment, agreement: Agreement, anchor: Anchor, said: Agendamoment | None
    ) -> Moment:
        """With the overleggen that take the place of a month: those linked by hand, else those of its bodies in it."""
        if said is not None and said.overleg_id in self.told.linked:
            linked = self.told.linked[said.overleg_id]
            found = [linked]
        else:
            found = self._held_in(moment, agreement, anchor)
        if not found:
            return moment
        met = tuple(as_meeting(row, said is not None and row.id == said.overleg_id) for row in found)
        missing = {body for body in moment.bodies if not any(_is(row, body, agreement) for row in found)}
        first, last = min(row.day for row in met), max(row.day for row in met)
        if missing and not met[0].linked:
            return replace(moment, meetings=met)
        return replace(moment, meetings=met, first=first, last=last, whole_months=False)

    def _held_in(self, moment: Moment, agreement: Agreement, anchor: Anchor) -> list[Overleg]:
        """Overleggen of its bodies within its one month; of a longer period and of a last day nobody can tell."""
        one_month = anchor.kind == "in" and anchor.day is None and anchor.until in (None, anchor.month)
        if not one_month or moment.first is None or moment.last is None:
            return []
        return [
            row
            for row in self.told.meetings
            if moment.first <= row.datum <= moment.last
            and row.akkoord_id in (None, agreement.id)
            and any(_is(row, body, agreement) for body in moment.bodies)
        ]

    # -- moments without an akkoord ------------------------------------------------------------------------------------

    def _legal(self, known: Sequence[Moment]) -> Iterator[Moment]:
        """Days of the law that no anchor has already."""
        there = {moment.planned_last for moment in known if moment.planned_first == moment.planned_last}
        for anchor in catalogue().dates:
            planned_first, planned_last = anchor.days(self.year)
            said = next((row for row in self.told.own if row.naam == anchor.name), None)
            if planned_last in there and said is None:
                continue
            first, last, moved = _days(planned_first, planned_last, said)
            moment = Moment(
                key=f"wet-{anchor.key}-{self.year}",
                kind=LEGAL,
                name=anchor.name,
                first=first,
                last=last,
                planned_first=planned_first,
                planned_last=planned_last,
                date_kind=anchor.kind,
                aims=(
                    Aim(None, anchor.name, "", None, anchor.text, anchor.origin, anchor.source, anchor.doubt),
                ),
                moved=moved,
            )
            yield self._finished(moment, said, catalogue().remind_anchor)

    def _is_legal(self, row: Agendamoment) -> bool:
        return any(row.naam == anchor.name for anchor in catalogue().dates)

    def _own(self, row: Agendamoment) -> Moment:
        agreement = next((item for item in self.agreements if item.id == row.akkoord_id), None)
        last = row.tot or row.van
        moment = Moment(
            key=f"moment-{row.id}",
            kind=OWN,
            name=row.naam,
            first=row.van,
            last=last,
            planned_first=row.van,
            planned_last=last,
            akkoord=agreement.number if agreement else None,
        )
        if row.overleg_id in self.told.linked:
            moment = replace(moment, meetings=(as_meeting(self.told.linked[row.overleg_id], True),))
        return self._finished(moment, row, catalogue().remind_anchor, agreement)

    def _meeting(self, row: Overleg) -> Moment:
        agreement = next((item for item in self.agreements if item.id == row.akkoord_id), None)
        moment = Moment(
            key=f"overleg-{row.id}",
            kind=MEETING,
            name=row.naam,
            first=row.datum,
            last=row.datum,
            planned_first=row.datum,
            planned_last=row.datum,
            akkoord=agreement.number if agreement else None,
            meetings=(as_meeting(row, False),),
        )
        return self._finished(moment, None, catalogue().remind_meeting, agreement)

    # -- what holds for each -------------------------------------------------------------------------------------------

    def _finished(
        self, moment: Moment, said: Agendamoment | None, remind: int, agreement: Agreement | None = None
    ) -> Moment:
        """With state, reason, notes, work before it and reminder."""
        if moment.meetings and moment.kind == ANCHOR:
            remind = catalogue().remind_meeting
        done_on = said.gedaan_op if said is not None else None
        state = self._state(moment, said)
        moment = replace(
            moment,
            state=state,
            done_on=done_on if state == DONE else None,
            reason=(said.reden or "") if said is not None else "",
            remark=(said.toelichting or "") if said is not None else "",
            agenda=said.nummer if said is not None else None,
            reminder=remind if said is None or said.herinnering_dagen is None else said.herinnering_dagen,
            notes=_notes(moment, self.summer),
        )
        due = reckoned.due(moment.first, moment.last, self.today) if state == OPEN else None
        back = () if state == DROPPED else tuple(self._back(moment, agreement))
        return replace(moment, due=due, back=back)

    def _state(self, moment: Moment, said: Agendamoment | None) -> str:
        if said is not None and said.vervallen:
            return DROPPED
        if said is not None and said.gedaan_op is not None and said.gedaan_op <= self.today:
            return DONE
        last = moment.last or date(self.year, 12, 31)
        if last >= self.today:
            return OPEN
        # The days of a moment that is made of overleggen are those of the overleggen: it was held.
        held = moment.meetings and moment.last == max(row.day for row in moment.meetings)
        return DONE if held else PAST

    def _back(self, moment: Moment, agreement: Agreement | None) -> Iterator[WorkBack]:
        """The work before its meetings; before the first day of the month where no day is known yet."""
        by_number = {row.nummer: row for row in self.told.meetings}
        met = [by_number[item.number] for item in moment.meetings if item.number in by_number]
        for row in met:
            for step in self.steps_before(row):
                yield self._before(step, row.datum, row)
        if agreement is None or moment.first is None or moment.last is None:
            return
        # Who links an overleg says that it is the meeting: no other one is waited for.
        if (moment.last - moment.first).days > LONGEST // 2 or any(item.linked for item in moment.meetings):
            return
        missing = [body for body in moment.bodies if not any(_is(row, body, agreement) for row in met)]
        for step, akkoord in self.told.steps:
            mine = akkoord in (None, agreement.id)
            if mine and any(_serves(step, body, agreement) for body in missing):
                yield self._before(step, moment.first, None)

    def steps_before(self, row: Overleg) -> list[Step]:
        """The steps that go before this overleg: by its kind, or as the meeting in which an akkoord decides."""
        found = []
        for step, akkoord in self.told.steps:
            held: list[Agreement | None] = [
                item
                for item in self.agreements
                if akkoord in (None, item.id) and row.akkoord_id in (None, item.id)
            ]
            if akkoord is None and not held:
                held = [None]
            if any(_asks(step, row, item) for item in held):
                found.append(step)
        return found

    def _before(self, step: Step, meeting: date, row: Overleg | None) -> WorkBack:
        first, last = step.days(meeting)
        known = self.told.actions.get((row.id, action_text(step, row))) if row is not None else None
        return WorkBack(
            name=step.name,
            kind=step.kind,
            first=first,
            last=last,
            counted_from=meeting,
            certain=row is not None,
            notes=reckoned.notes(last, span=(first, last), summer=self.summer),
            step=step.number,
            meeting=row.nummer if row is not None else None,
            source=step.source,
            action=known.nummer if known is not None else None,
            done=known is not None and known.gedaan_op is not None,
        )


def _days(
    first: date | None, last: date | None, said: Agendamoment | None
) -> tuple[date | None, date | None, bool]:
    """The days as they are now, and whether somebody moved them."""
    if said is None or said.van is None:
        return first, last, False
    days = said.van, said.tot or said.van
    return *days, days != (first, last)


def _bodies(planned: Planned) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body for aim in planned.aims for body in aim.anchor.meetings))


def _notes(moment: Moment, summer: Summer) -> tuple[reckoned.Note, ...]:
    """Weekend and holiday of a single day and of each overleg; the summer of what does not last too long."""
    if moment.first is None or moment.last is None:
        return ()
    days = [moment.first] if moment.first == moment.last else [row.day for row in moment.meetings]
    span = (moment.first, moment.last) if (moment.last - moment.first).days <= LONGEST else None
    return reckoned.notes(*days, span=span, summer=summer)


def as_meeting(row: Overleg, linked: bool = False) -> Meeting:
    """An overleg as the agenda tells of it."""
    return Meeting(
        row.nummer,
        row.soort,
        row.naam,
        row.datum,
        row.begintijd or "",
        row.eindtijd or "",
        row.plaats or "",
        linked,
        row.id,
    )


def _is(row: Overleg, body: str, agreement: Agreement) -> bool:
    """Whether an overleg is this meeting of the akkoord: by its kind, or where we have no such kind by its name."""
    kind = agreement.kind_of(body)
    if kind != OTHER:
        return row.soort == kind
    if row.soort != OTHER:
        return False
    text = f"{row.naam} {row.werkgroep or ''}"
    return any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
        for word in (body, agreement.forms.get(body, body))
    )


def _asks(step: Step, row: Overleg, agreement: Agreement | None) -> bool:
    """Whether a step goes before this overleg."""
    if row.soort == step.meeting:
        return True
    if agreement is None or step.meeting != DECIDES:
        return False
    return any(
        body.casefold() in agreement.deciding and _is(row, body, agreement) for body in agreement.forms
    )


def _serves(step: Step, body: str, agreement: Agreement) -> bool:
    """Whether a step goes before this meeting of the akkoord."""
    key = body.casefold()
    return key == step.meeting or (step.meeting == DECIDES and key in agreement.deciding)


def _work_once(moments: Iterable[Moment]) -> Iterator[Moment]:
    """The same meeting may stand at two moments (a round, and the evaluation in it): its work stands at one, the round."""
    items = list(moments)
    taken: set[tuple[int | None, str, date, int | None]] = set()
    kept: dict[str, tuple[WorkBack, ...]] = {}
    for moment in sorted(items, key=lambda item: -len(item.aims)):
        lines = []
        for line in moment.back:
            same = (moment.akkoord if line.meeting is None else None, line.name, line.last, line.meeting)
            if same not in taken:
                taken.add(same)
                lines.append(line)
        kept[moment.key] = tuple(lines)
    return (replace(moment, back=kept[moment.key]) for moment in items)


def _order(moment: Moment) -> tuple[date, date, str]:
    return moment.first or date.max, moment.last or date.max, moment.name
