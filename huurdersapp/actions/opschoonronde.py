"""The yearly round in which data of people go whose term is over: first what would go, then the erasing itself.

What goes is blanked in records (those in the waste bin too), in their history and in forms that were not saved, in one
step. Wijk, month, measures and every count stay, so that a report of a past year says the same before and after. What a
term is stands in the processing register (AVG art. 5 lid 1 sub e); without one nothing of that kind goes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from huurdersapp.actions import opschoonronde_lezen as lezen
from huurdersapp.actions import reservekopie, verwerkingen, woningband
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Resolver
from huurdersapp.actions.records import refuse, write
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.period import months_later
from huurdersapp.records.bewaren import KINDS, OVER, PLEKKEN, STAYS
from huurdersapp.records.draft import read
from huurdersapp.records.opschoonronde import Opschoonronde
from huurdersapp.records.verwerking import SOORTEN
from huurdersapp.store.erase import Blank, Erasing, erase_all
from huurdersapp.store.journal import StepHeader, StepKind
from huurdersapp.store.step import ReadSession

KIND = "opschoonronde"
REASON = "bewaartermijn voorbij"
Los = lezen.Los


@dataclass(frozen=True, slots=True)
class Deel:
    """One kind of data in a round.

    Attributes:
        soort: key of `verwerking.SOORTEN`; `label` its words.
        maanden: the term; None where the register has none, and then nothing goes.
        tot: what was over by this day goes.
        kind, where: the list of the records, as it is typed after `--waar`; empty where nothing goes by itself.
        aantal: how many records that list has.
        in_bak: how many records more lie in the waste bin, and go too.
        ooit: how many others only the history still knows.
        velden: what goes, in words; `blijft` what stays.
    """

    soort: str
    label: str
    maanden: int | None
    tot: date | None
    kind: str
    where: tuple[str, ...]
    aantal: int
    in_bak: int
    ooit: int
    velden: tuple[str, ...]
    blijft: str

    @property
    def anything(self) -> bool:
        """Whether there is something to erase."""
        return bool(self.aantal or self.in_bak or self.ooit)


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What a round on `op` would do: its kinds in the order of the register, how many texts are to be read one by one,
    and how many records lie in the waste bin for more than thirty days."""

    op: date
    delen: tuple[Deel, ...]
    teksten: int
    oud_in_bak: int

    @property
    def anything(self) -> bool:
        """Whether there is something to erase."""
        return any(deel.anything for deel in self.delen)

    def zinnen(self) -> tuple[str, ...]:
        """What to know before beginning, in sentences."""
        return tuple(_before(self))


@dataclass(frozen=True, slots=True)
class Uitzondering:
    """A record that the board keeps this time, with its reason: a case that runs, a duty by law."""

    kind: str
    number: int
    reden: str


@dataclass(frozen=True, slots=True)
class Gehouden:
    """What a round did: the number of its record, at how many rows something was erased, and the sentences to tell."""

    number: int
    rows: int
    sentences: tuple[str, ...] = field(default=())


def voorstel(ctx: Context, op: date | None = None) -> Voorstel:
    """What a round on this day (today) would erase; nothing is changed."""
    on = op or clock.today()
    with ctx.store.reading() as db:
        delen = tuple(_deel(db, soort, on) for soort in KINDS)
        texts = len(lezen.los(db, _days(db, on)))
    return Voorstel(on, delen, texts, lezen.old_in_bin(ctx, on))


def teksten(ctx: Context, op: date | None = None) -> tuple[Los, ...]:
    """Free texts and files of what is over: only a person can see whether somebody can be recognised, so they are shown one
    by one and nothing of them goes by itself."""
    with ctx.store.reading() as db:
        return tuple(lezen.los(db, _days(db, op or clock.today())))


def houd(
    ctx: Context,
    uitzonderingen: Sequence[Uitzondering] = (),
    gekozen: Collection[Los] = (),
    *,
    op: date | None = None,
    toelichting: str = "",
) -> Job[Gehouden]:
    """Hold the round: a copy first, then everything whose term is over in one step, then the record of the round.

    `uitzonderingen` stay as they are; of `gekozen` (from `teksten`) the text goes too. Cut off before the erasing nothing
    is changed; cut off after it the next round finds nothing left. Raises UserError when an exception has no reason, when
    there is nothing to do, or when the copy is not made: then nothing is erased.
    """
    on = op or clock.today()
    if any(not each.reden.strip() for each in uitzonderingen):
        raise UserError(_("Schrijf bij elke uitzondering waarom u die gegevens houdt."))
    yield Progress(0, 4, _("Kijken wat weg kan"))
    with ctx.store.reading() as db:
        found = _going(db, on, uitzonderingen, gekozen)
    yield Progress(1, 4, _("Reservekopie maken"))
    yield from reservekopie.before(ctx, reservekopie.ERASING)
    yield Progress(2, 4, _("Gegevens wissen"))
    rows = 0
    if found.blanks:
        woningband.bind(ctx, found.visits)
        what = Erasing(found.blanks, contents=found.contents)
        rows = erase_all(ctx.store, what, _("Opschoonronde gehouden"), REASON)
    yield Progress(3, 4, _("Opschrijven wat er ging"))
    number = _put_down(ctx, on, found, toelichting)
    return Gehouden(number, rows, tuple(_after(found, rows)))


def laatste(db: ReadSession) -> date | None:
    """The day of the last round; None where there never was one."""
    return lezen.last_round(db)


# -- what would go -------------------------------------------------------------------------------------------------


def _days(db: ReadSession, on: date) -> dict[str, date]:
    """Per kind of data the last day of what is over; kinds without a term are not in it."""
    found = {}
    for soort in KINDS:
        if (months := verwerkingen.termijn(db, soort)) is not None:
            found[soort] = months_later(on, -months)
    return found


def _deel(db: ReadSession, soort: str, on: date) -> Deel:
    months, kind = verwerkingen.termijn(db, soort), KINDS[soort]
    until = months_later(on, -months) if months is not None else None
    counts = lezen.counted(db, soort, until) if until is not None else lezen.NOTHING
    return Deel(
        soort,
        str(SOORTEN.label(soort)),
        months,
        until,
        kind,
        (f"{OVER}={until}",) if until is not None and _blanked(soort) else (),
        *counts,
        tuple(lezen.labels(db, soort)),
        str(STAYS[soort]),
    )


def _blanked(soort: str) -> bool:
    """Whether something of this kind goes by itself; of campagnes there are only texts to read."""
    return any(plek.columns for plek in PLEKKEN if plek.soort == soort)


@dataclass(frozen=True, slots=True)
class _Going:
    """What goes of a round, and per kind of data: day, records, and records that are kept with their reasons."""

    blanks: tuple[Blank, ...]
    contents: frozenset[str]
    visits: frozenset[str]
    kinds: Mapping[str, tuple[int, date, int, tuple[Uitzondering, ...]]]


def _going(db: ReadSession, on: date, exceptions: Sequence[Uitzondering], chosen: Collection[Los]) -> _Going:
    days = _days(db, on)
    spared = lezen.keys_of(db, {(each.kind, each.number) for each in exceptions})
    blanks: list[Blank] = []
    contents: set[str] = set()
    owners: dict[str, set[str]] = {soort: set() for soort in days}
    kept: set[tuple[str, str]] = set()
    for plek in PLEKKEN:
        if plek.soort not in days or not plek.columns:
            continue
        stays = spared.get(plek.kind, {})
        found = lezen.rows(db, plek, days[plek.soort])
        kept |= {(plek.kind, owner) for _row, owner in found if owner in stays}
        rows = [(row, owner) for row, owner in found if owner not in stays]
        blanks += [Blank(plek.entity, row, column) for row, _owner in rows for column in plek.columns]
        owners[plek.soort] |= {owner for _row, owner in rows}
        contents |= lezen.contents_of(db, plek, [row for row, _owner in rows])
    blanks += _chosen(chosen, spared, days)
    kinds = {
        soort: (
            verwerkingen.termijn(db, soort) or 0,
            day,
            len(owners[soort]),
            tuple(
                each
                for each in exceptions
                if each.kind == KINDS[soort]
                and any(
                    (each.kind, key) in kept
                    for key, number in spared[each.kind].items()
                    if number == each.number
                )
            ),
        )
        for soort, day in days.items()
    }
    return _Going(tuple(blanks), frozenset(contents), frozenset(owners.get("energiebezoeken", ())), kinds)


def _chosen(
    chosen: Collection[Los], spared: Mapping[str, Mapping[str, int]], days: Mapping[str, date]
) -> Iterator[Blank]:
    for each in chosen:
        if each.soort in days and each.owner not in spared.get(each.kind, {}):
            yield from (Blank(each.entity, each.row, column) for column in each.columns)


# -- doing it ------------------------------------------------------------------------------------------------------


def _put_down(ctx: Context, on: date, found: _Going, remark: str) -> int:
    spec = ctx.spec(KIND)
    lines = [
        {
            "soort": soort,
            "bewaarmaanden": months,
            "tot": until.isoformat(),
            "aantal": count,
            "bewaard": len(kept),
            "reden": "; ".join(dict.fromkeys(each.reden.strip() for each in kept)) or None,
        }
        for soort, (months, until, count, kept) in found.kinds.items()
    ]
    raw = {"gehouden_op": on.isoformat(), "toelichting": remark.strip() or None, "soorten": lines}
    # A floor where something was erased: undoing this would bring nothing back.
    kind: StepKind = "erase" if found.blanks else "do"
    with ctx.store.special(StepHeader(ctx.store.author, _("Opschoonronde opschrijven"), kind)) as db:
        draft, faults = read(spec, raw, Resolver(db))
        refuse(spec, faults)
        row = write(db, draft)
        db.flush()
        assert isinstance(row, Opschoonronde)
        return row.nummer


def _before(found: Voorstel) -> Iterator[str]:
    if not found.anything:
        yield _("Van geen enkele soort is de termijn voorbij. Er is niets om te wissen.")
    else:
        yield _("Wat gewist is, komt niet terug. Wat u vóór de ronde deed, kan daarna niet meer ongedaan.")
        yield _("Alle aantallen blijven: een verslag over een eerder jaar blijft gelijk.")
    without = [deel.label for deel in found.delen if deel.maanden is None]
    if without:
        text = _("Zonder termijn in het register gaat er niets: {kinds}.")
        yield text.format(kinds=", ".join(without))
    if found.teksten:
        text = ngettext(
            "Lees {count} tekst of bestand zelf na. Daar kan een naam in staan.",
            "Lees {count} teksten en bestanden zelf na. Daar kunnen namen in staan.",
            found.teksten,
        )
        yield text.format(count=written(found.teksten))
    if found.oud_in_bak:
        text = ngettext(
            "In de prullenbak ligt {count} ding langer dan 30 dagen. Maak hem leeg.",
            "In de prullenbak liggen {count} dingen langer dan 30 dagen. Maak hem leeg.",
            found.oud_in_bak,
        )
        yield text.format(count=written(found.oud_in_bak))


def _after(found: _Going, rows: int) -> Iterator[str]:
    count = sum(count for _months, _day, count, _kept in found.kinds.values())
    if not rows:
        yield _("Er was niets om te wissen. De ronde staat opgeschreven.")
        return
    text = ngettext(
        "Bij {count} record zijn gegevens van mensen gewist.",
        "Bij {count} records zijn gegevens van mensen gewist.",
        count,
    )
    yield text.format(count=written(count))
    yield _("De aantallen blijven. Wat vóór de ronde gebeurde, kan niet meer ongedaan.")
    yield _("Reservekopieën van vóór de ronde hebben de gegevens nog. Die gaan weg als ze te oud zijn.")
    yield _("Hebt u zelf lijsten of papieren met namen? Vernietig die ook.")
