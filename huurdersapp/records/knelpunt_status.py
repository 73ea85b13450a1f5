"""The life of a knelpunt: which step may follow which, and what each step must say.

The steps are a log; `status` is what follows from the last of them. So a status is never written without its
day, and every number of a period can be counted afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choice, Choices
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import amended, new_line

STATUS = Choices(
    (
        Choice("gemeld", _("Gemeld")),
        Choice("beoordeeld", _("Beoordeeld")),
        Choice("ingebracht", _("Ingebracht")),
        Choice("toegezegd", _("Toegezegd")),
        Choice("opgelost", _("Opgelost")),
        Choice("doorverwezen", _("Doorverwezen")),
        Choice("gebundeld", _("Gebundeld")),
        Choice("afgewezen", _("Afgewezen")),
        Choice("niet_opgelost", _("Niet opgelost")),
        Choice("vervallen", _("Vervallen")),
        Choice("heropend", _("Heropend"), explanation=_("Daarna is het knelpunt weer beoordeeld")),
    )
)
ENDS = ("opgelost", "doorverwezen", "gebundeld", "afgewezen", "niet_opgelost", "vervallen")
"""With these a knelpunt is closed."""
OPEN = tuple(item.key for item in STATUS.items if item.key not in (*ENDS, "heropend"))
"""With these it is open; after `heropend` it is `beoordeeld`."""

NEXT: Mapping[str, tuple[str, ...]] = {
    "gemeld": ("beoordeeld", "ingebracht", "toegezegd", *ENDS),
    "beoordeeld": ("ingebracht", "toegezegd", *ENDS),
    "ingebracht": ("toegezegd", *ENDS),
    "toegezegd": ("ingebracht", *ENDS),
    **dict.fromkeys(ENDS, ("heropend",)),
}
"""Which steps may follow a status. Steps may be skipped, because a landlord sometimes promises on the telephone;
only a promise that is not kept goes back (to ingebracht). Out of an end there is one way: heropend."""

NEEDS: Mapping[str, tuple[str, ...]] = {
    "ingebracht": ("overleg",),
    "doorverwezen": ("organisatie",),
    "gebundeld": ("gebundeld_in",),
    "afgewezen": ("reden",),
    "niet_opgelost": ("reden",),
}
"""What a step must say besides its day."""


def status_after(step: str) -> str:
    """The status of a knelpunt whose last step this was."""
    return "beoordeeld" if step == "heropend" else step


def prepare_steps(draft: Draft) -> Iterator[Fault]:
    """Fill `gemeld_op`, the first step, `status` and the lines of `inbreng` that follow from the steps.

    A status that somebody gave is a step of today. Faults say which steps may follow, and what is missing.
    """
    if draft.before is not None and draft.before.lines("stappen") and not draft.lines("stappen"):
        text = _t(
            "Deze stappen zijn de geschiedenis van het knelpunt. Haal alleen de stap weg die niet klopt."
        )
        yield Fault(text, ("stappen",))
        return
    _fill_reported(draft)
    steps = [*_with_first(draft, draft.lines("stappen"))]
    added = _step_of_status(draft, steps)
    if added is not None:
        steps.append(added)
    for index, step in enumerate(steps):
        if step["datum"] is None:
            steps[index] = amended(step, datum=clock.today())
    if _same_as_before(draft, steps):
        draft.values["status"] = status_after(steps[-1]["status"])
        return
    draft.parts["stappen"] = steps
    draft.values["status"] = status_after(steps[-1]["status"])
    if added is None:
        yield from _check_order(draft, steps)
    else:
        yield from _check_order(draft, steps[:-1])
        yield from _check_added(draft, steps[-2], steps[-1])
    _add_inbreng(draft)


def _fill_reported(draft: Draft) -> None:
    if draft["gemeld_op"] is not None:
        return
    lines = draft.lines("stappen")
    first = lines[0]["datum"] if lines and lines[0]["status"] == "gemeld" else None
    draft.values["gemeld_op"] = first or clock.today()


def _with_first(draft: Draft, lines: list[Draft]) -> Iterable[Draft]:
    """The lines with a step `gemeld` on the day of reporting in front; it moves along with that day."""
    if not lines or lines[0]["status"] != "gemeld":
        spec = draft.spec.part["stappen"].spec
        yield new_line(spec, status="gemeld", datum=draft["gemeld_op"])
        yield from lines
        return
    first = lines[0]
    moved = draft.before is not None and first["datum"] == draft.before["gemeld_op"] != draft["gemeld_op"]
    if moved or first["datum"] is None:
        first = amended(first, datum=draft["gemeld_op"])
    yield first
    yield from lines[1:]


def _step_of_status(draft: Draft, steps: list[Draft]) -> Draft | None:
    """The step that a given status asks for, or None when the steps already lead to it."""
    wanted = draft["status"]
    last = steps[-1]["status"]
    now = status_after(last)
    if "status" not in draft.given or not draft.changed("status") or wanted in (now, last):
        return None
    if wanted == "beoordeeld" and now in ENDS:
        wanted = "heropend"
    step = new_line(draft.spec.part["stappen"].spec, status=wanted, datum=clock.today())
    if wanted == "ingebracht":
        step = _as_brought_in(draft, steps, step)
    return step


def _as_brought_in(draft: Draft, steps: list[Draft], step: Draft) -> Draft:
    """The step with overleg and day of the last line of `inbreng` that no step speaks of yet."""
    spoken = {earlier["overleg"] for earlier in steps}
    fresh = [line for line in draft.lines("inbreng") if line["overleg"] not in spoken]
    if not fresh:
        return step
    return amended(step, overleg=fresh[-1]["overleg"], datum=fresh[-1]["datum"] or step["datum"])


def _same_as_before(draft: Draft, steps: list[Draft]) -> bool:
    """Whether nothing about the steps is being written: then what two laptops once merged is left in peace."""
    before = draft.before
    if before is None:
        return False
    return [(step.id, step.values) for step in steps] == [
        (step.id, step.values) for step in before.lines("stappen")
    ]


def _check_order(draft: Draft, steps: list[Draft]) -> Iterator[Fault]:
    previous: Draft | None = None
    for index, step in enumerate(steps):
        place = ("stappen", index)
        if previous is None:
            yield from _check_first(draft, step)
        else:
            yield from (fault.at(*place) for fault in _check_follows(previous, step))
        yield from (fault.at(*place) for fault in _check_complete(draft, step))
        previous = step


def _check_first(draft: Draft, step: Draft) -> Iterator[Fault]:
    if step["datum"] != draft["gemeld_op"]:
        yield Fault(
            _t(
                "De eerste stap (gemeld) heeft een andere dag dan ‘gemeld op’ ({day}). Maak ze gelijk."
            ).format(day=day(draft["gemeld_op"])),
            ("stappen", 0, "datum"),
        )
    elif step["datum"] > clock.today():
        yield Fault(_t("Deze dag moet nog komen. Kijk de datum na."), ("gemeld_op",))


def _check_follows(previous: Draft, step: Draft) -> Iterator[Fault]:
    now = status_after(previous["status"])
    if step["status"] not in NEXT[now]:
        yield _not_allowed(now, step["status"])
    if step["datum"] < previous["datum"]:
        yield Fault(
            _t("Deze stap ligt vóór de vorige ({day}). Kijk de datum na.").format(day=day(previous["datum"])),
            ("datum",),
        )
    elif step["datum"] > clock.today():
        yield Fault(_t("Deze dag moet nog komen. Kijk de datum na."), ("datum",))


def _check_complete(draft: Draft, step: Draft) -> Iterator[Fault]:
    for key in NEEDS.get(step["status"], ()):
        if step[key] is None:
            yield Fault(
                _t("Vul bij deze stap ook ‘{label}’ in.").format(label=step.spec.fields[key].label), (key,)
            )
    if draft.id is not None and step["gebundeld_in"] == draft.id:
        yield Fault(
            _t("Een knelpunt kan niet in zichzelf worden gebundeld. Kies een ander."), ("gebundeld_in",)
        )


def _check_added(draft: Draft, previous: Draft, step: Draft) -> Iterator[Fault]:
    """Faults of the step that the given status stands for: they point at the status."""
    now = status_after(previous["status"])
    if step["status"] not in NEXT[now]:
        yield _not_allowed(now, step["status"])
        return
    missing = [step.spec.fields[key] for key in NEEDS.get(step["status"], ()) if step[key] is None]
    if missing:
        yield Fault(
            _t("Bij deze stap hoort ook: {missing}.").format(
                missing=", ".join(item.label.lower() for item in missing)
            ),
            ("status",),
            command=_t("Zet de stap als nieuwe regel in ‘stappen’, met status, datum en {missing}.").format(
                missing=", ".join(item.key for item in missing)
            ),
        )
    for fault in _check_follows(previous, step):
        yield Fault(fault.text, ("status",))


def _not_allowed(now: str, wanted: str) -> Fault:
    text = _t("Na ‘{now}’ kan geen stap ‘{wanted}’ komen. Kies uit: {options}.").format(
        now=STATUS.label(now),
        wanted=STATUS.label(wanted),
        options=", ".join(STATUS.label(key) for key in NEXT[now]),
    )
    return Fault(text, ("status",), command=_t("Typ: {options}.").format(options=", ".join(NEXT[now])))


def _add_inbreng(draft: Draft) -> None:
    """A line of `inbreng` for every meeting that a step speaks of and that has none yet."""
    lines = draft.lines("inbreng")
    known = {line["overleg"] for line in lines}
    for step in draft.lines("stappen"):
        if step["status"] == "ingebracht" and step["overleg"] is not None and step["overleg"] not in known:
            known.add(step["overleg"])
            spec = draft.spec.part["inbreng"].spec
            lines = [*lines, new_line(spec, overleg=step["overleg"], datum=step["datum"])]
    draft.parts["inbreng"] = lines
