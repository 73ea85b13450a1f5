"""Years of the agenda to put on paper and in a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from huurdersapp.records.jaaragenda import Note, Stage
from huurdersapp.records.jaaragenda_vorm import (
    ANCHOR,
    DONE,
    DROPPED,
    LEGAL,
    MEETING,
    OWN,
    Aim,
    Jaar,
    Meeting,
    Moment,
    Strip,
    WorkBack,
)

STRIP = Strip(
    1,
    "Lokaal Akkoord Emmen 2019-2024",
    (
        Stage(1, "voorbereiding", 2022, True),
        Stage(2, "uitvoering", 2021, True),
        Stage(3, "evaluatie", 2020, True),
    ),
)


def spring(day: date, number: int, begin: str = "19:30", end: str = "21:30") -> Meeting:
    """A BO."""
    return Meeting(
        number, "bo", f"BO {day:%d-%m-%Y}", day, begin, end, "Gemeentehuis", key=f"sleutel{number}"
    )


def single(
    key: str, name: str, first: date | None, last: date | None = None, phase: str = "", goal: int = 0
) -> Moment:
    """A moment with one aim."""
    last = last or first
    return Moment(
        key, ANCHOR, name, first, last, first, last, "uiterlijk" if first == last else "in", first != last,
        aims=(Aim(1, name, phase, goal, "Samen, op inhoud en proces.", source="Jaaragenda"),),
        reminder=14, akkoord=1, due=first,
    )  # fmt: skip


def _round() -> Moment:
    meeting = spring(date(2021, 3, 25), 4)
    return Moment(
        "anker-rg-2021", ANCHOR, "RG en BO maart", meeting.day, meeting.day,
        date(2021, 3, 1), date(2021, 3, 31), "in", False,
        aims=tuple(
            Aim(number, "RG en BO maart", stage.phase, stage.goal_year)
            for number, stage in enumerate(STRIP.stages, 1)
        ),
        meetings=(meeting,), reminder=7, akkoord=1, bodies=("RG", "BO"),
        back=(
            WorkBack("Stukken versturen", "stukken", date(2021, 3, 11), date(2021, 3, 11), meeting.day, True, meeting=4),
            WorkBack("Besluit", "bestuursbesluit", date(2021, 3, 4), date(2021, 3, 4), meeting.day, True, meeting=4,
                     done=True),
        ),
    )  # fmt: skip


MOMENTS = (
    single("anker-uitvoering-2021", "Prestatieafspraken uitvoeren", date(2021, 1, 1), date(2021, 12, 31), "uitvoering", 2021),
    single("anker-evaluatie-2021", "Gezamenlijke evaluatie", date(2021, 2, 1), date(2021, 2, 28), "evaluatie", 2020),
    replace(
        single("wet-kosten-2021", "Verantwoording van de kostenvergoeding", date(2021, 2, 28)),
        kind=LEGAL, date_kind="voor", akkoord=None,
        aims=(Aim(None, "Verantwoording van de kostenvergoeding", "", None, "", "wet", "Overlegwet, art. 7"),),
        notes=(Note("weekend", date(2021, 2, 28)),),
    ),
    _round(),
    replace(single("anker-rvc-2021", "RvC's en portefeuillehouder", date(2021, 4, 1), date(2021, 4, 30), "evaluatie", 2020),
            state=DROPPED, reason="Corona", due=None),
    replace(single("anker-af-2021", "Prestatieafspraken afgerond", date(2021, 11, 20), None, "voorbereiding", 2022),
            moved=True, reason="Het BO is later"),
    replace(single("moment-alv", "Ledenvergadering; met koffie, en taart", date(2021, 5, 12)), kind=OWN, aims=(), date_kind="",
            reminder=0),
    replace(single("overleg-x", "Overleg Lefier", date(2021, 10, 31)), kind=MEETING, aims=(), reminder=7,
            meetings=(replace(spring(date(2021, 10, 31), 9, "01:30", "03:30"), name="Overleg Lefier"),)),
    replace(single("anker-gedaan-2021", "Volkshuisvestingsverslag", date(2021, 7, 1), None, "evaluatie", 2020), state=DONE,
            done_on=date(2021, 6, 30), due=None),
    single("anker-overzicht-2021", "Overzicht van de gemeente", None, None, "evaluatie", 2020),
)  # fmt: skip
YEAR = Jaar(2021, date(2021, 1, 4), (STRIP,), MOMENTS, "Huurdersvereniging De Linde")
EXAMPLE = replace(YEAR, example=True)


def crowded(count: int) -> Jaar:
    """A year with so many moments, with long names, spread over the months and the three years."""
    made = []
    for number in range(count):
        stage = STRIP.stages[number % 3]
        day = date(2021, 1, 4) + timedelta(days=number * 360 // count)
        name = f"Overleg {number + 1} over de uitwerking van wijkplannen en woonruimteverdeling"
        made.append(single(f"anker-{number}-2021", name, day, None, stage.phase, stage.goal_year))
    return replace(YEAR, moments=tuple(made))
