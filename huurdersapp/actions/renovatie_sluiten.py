"""Closing a renovatieproject: names, telephone numbers and our own peiling are erased, the counts stay.

What is erased is gone from the records (those in the waste bin too), from the history, and from forms that were not saved.
What older reservekopieën hold is for whoever keeps them, and files that somebody attached are not looked into.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, or_, select

from huurdersapp.actions import reservekopie
from huurdersapp.actions.context import Context
from huurdersapp.actions.records import find, refuse, reviewed, write
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day, day_named
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.records.base import UNDONE
from huurdersapp.records.draagvlak import EMPTY, WITHOUT, court_days
from huurdersapp.records.renovatie_dag import notice
from huurdersapp.records.renovatie_tables import (
    PERSONAL,
    BouwkundigeEenheid,
    RenovatieBijlage,
    Renovatieproject,
    Renovatiewoning,
)
from huurdersapp.records.renovatieproject import homes_of, named_homes
from huurdersapp.store import backup
from huurdersapp.store.concepts import CONCEPT
from huurdersapp.store.erase import erase_many
from huurdersapp.store.journal import CHANGE
from huurdersapp.store.step import ReadSession

HOME = "renovatiewoning"
SOUNDING = ("peiling", "peiling_op")
LABELS = {
    "huurder": lazy("Namen van huurders"),
    "telefoon": lazy("Telefoonnummers"),
    "ondertekend_door": lazy("Namen van wie ondertekende"),
    "peiling": lazy("Eigen peiling"),
    "bezwaar": lazy("Wat huurders erover zeiden"),
}
"""What is erased, in the order in which it is shown; the day of a peiling goes along with it."""


@dataclass(frozen=True, slots=True)
class Left:
    """What closing a project erases, and what to think of first.

    Attributes:
        counts: per key of `LABELS` at how many homes it stands, those in the waste bin too.
        homes: how many homes have one of these.
        once: how many others had one, which only the history still knows (also homes whose making was undone).
        forms: forms of homes that were not saved; they go too.
        attachments: files at the project, which stay as they are.
        unanswered: tenants without an answer.
        court_until: the last day on which one of them can still go to court; None when that is over.
    """

    number: int
    title: str
    counts: Mapping[str, int]
    homes: int
    once: int
    forms: int
    attachments: int
    unanswered: int
    court_until: date | None

    @property
    def anything(self) -> bool:
        """Whether there is something to erase."""
        return bool(self.homes or self.once or self.forms)

    def lines(self) -> tuple[tuple[str, int], ...]:
        """What goes, in words with how many; what is not there is left out."""
        found = [(str(label), self.counts[key]) for key, label in LABELS.items()]
        found.append((_("Alleen nog in de geschiedenis"), self.once))
        found.append((_("Formulieren die niet zijn opgeslagen"), self.forms))
        return tuple((label, count) for label, count in found if count)

    def asked(self) -> tuple[str, ...]:
        """Reasons to wait, in sentences: with one of these closing asks whether somebody is sure."""
        found = []
        if self.court_until is not None:
            text = _("Huurders kunnen nog tot en met {day} naar de rechter.")
            found.append(text.format(day=day_named(self.court_until)))
        if self.unanswered:
            text = ngettext(
                "Van {count} huurder is er nog geen antwoord.",
                "Van {count} huurders is er nog geen antwoord.",
                self.unanswered,
            )
            found.append(text.format(count=written(self.unanswered)))
        return tuple(found)

    def notes(self) -> tuple[str, ...]:
        """What else to know before closing, in sentences."""
        found = [_("De antwoorden en de tellingen blijven, zonder namen.")]
        if self.attachments:
            text = ngettext(
                "Er is {count} bijlage. Staan er handtekeningen in? Die blijft staan: haal haar zelf weg.",
                "Er zijn {count} bijlagen. Staan er handtekeningen in? Die blijven staan: haal ze zelf weg.",
                self.attachments,
            )
            found.append(text.format(count=written(self.attachments)))
        if self.anything:
            found.append(_("Wat vóór het wissen gebeurde, kan daarna niet meer ongedaan."))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Closed:
    """What closing did: of how many homes something was erased, and the sentences to tell."""

    number: int
    homes: int
    sentences: tuple[str, ...]


def left(db: ReadSession, project: int) -> Left:
    """What closing this project would erase and what to think of first; raises UserError when there is no such one."""
    row = _project(db, project)
    columns = [func.count(getattr(Renovatiewoning, key)) for key in LABELS]
    counts = db.execute(select(*columns).where(homes_of(row.id), _seen())).one()
    named = set(db.scalars(select(Renovatiewoning.id).where(named_homes(row.id), _seen())))
    attachments = select(func.count()).where(
        RenovatieBijlage.ouder_id == row.id, RenovatieBijlage.verwijderd.is_(None)
    )
    return Left(
        number=row.nummer,
        title=row.titel,
        counts=dict(zip(LABELS, counts, strict=True)),
        homes=len(named),
        once=len(_in_history(db, row.id) - named),
        forms=len(_forms(db, row.id, PERSONAL)),
        attachments=db.scalar(attachments) or 0,
        unanswered=_unanswered(db, row.id),
        court_until=_court_until(db, row.id),
    )


def close(
    ctx: Context, project: int, on: date | None = None, *, sure: bool = False, origin: object | None = None
) -> Closed:
    """Erase what is personal of all homes of the project, then put down that it is closed (today, or `on`) and erased.

    Erasing comes first: cut off in between, the project is still open and can be closed again. Raises UserError when the
    project is not there, is closed already, or has reasons to wait (`Left.asked`) and nobody is `sure`; Refused when a rule
    forbids it. Then nothing is erased.
    """
    spec = ctx.spec("renovatieproject")
    with ctx.store.reading() as db:
        row = _project(db, project)
        going = left(db, project)
        if row.gewist_op is not None and row.afgesloten_op is not None and not going.anything:
            raise UserError(_("Dit project is al afgesloten, op {day}."), day=day(row.afgesloten_op))
        closing = (on or row.afgesloten_op or clock.today()).isoformat()
        refuse(spec, reviewed(db, spec, row, {"afgesloten_op": closing})[1])
        if (reasons := going.asked()) and not sure:
            raise UserError(
                " ".join(reasons),
                _("Wilt u nu toch afsluiten? Bevestig dat dan."),
                _("Zet er --zeker bij."),
            )
    if going.anything:
        jobs.run(reservekopie.before(ctx, reservekopie.ERASING))
    _erase(ctx, row, PERSONAL, _("Namen en peiling van een project gewist"), "project afgesloten")
    with ctx.store.step(_("Renovatieproject {number} afsluiten").format(number=project), origin=origin) as db:
        row = _project(db, project)
        said = {"afgesloten_op": closing, "gewist_op": clock.today().isoformat()}
        draft, faults = reviewed(db, spec, row, said)
        refuse(spec, faults)
        write(db, draft, row)
        for home in db.scalars(select(Renovatiewoning).where(homes_of(row.id))).all():
            home.bezwaar_toestemming = False  # it was given for what is gone
    return Closed(project, going.homes, (*_told(going), *_copies(ctx)))


def reopen(ctx: Context, project: int, *, origin: object | None = None) -> str:
    """Open a closed project again; gives the sentence to tell. What was erased does not come back.

    Raises UserError when the project is not there or not closed.
    """
    spec = ctx.spec("renovatieproject")
    with ctx.store.step(_("Renovatieproject {number} openen").format(number=project), origin=origin) as db:
        row = _project(db, project)
        if row.afgesloten_op is None and row.gewist_op is None:
            raise UserError(_("Dit project is niet afgesloten."))
        draft, faults = reviewed(db, spec, row, {"afgesloten_op": None, "gewist_op": None})
        refuse(spec, faults)
        write(db, draft, row)
    return _("Het project is weer open. Wat is gewist, komt niet terug.")


def soundings(db: ReadSession, project: int) -> int:
    """At how many homes of a project a peiling stands, those in the waste bin too."""
    row = _project(db, project)
    query = select(func.count(Renovatiewoning.peiling)).where(homes_of(row.id), _seen())
    return db.scalar(query) or 0


def forget_soundings(ctx: Context, project: int) -> int:
    """Erase our own peiling of all homes of a project, from the history too; gives at how many homes it stood.

    Raises UserError when the project is not there, or when there is nothing to erase.
    """
    with ctx.store.reading() as db:
        row, there = _project(db, project), soundings(db, project)
    jobs.run(reservekopie.before(ctx, reservekopie.ERASING))
    if not _erase(ctx, row, SOUNDING, _("Eigen peiling van een project gewist"), "peiling gewist"):
        raise UserError(_("Er is geen peiling om te wissen."))
    return there


def _project(db: ReadSession, number: int) -> Renovatieproject:
    row = find(db, db.catalogue.specs["renovatieproject"], number)
    assert isinstance(row, Renovatieproject)
    return row


def _erase(ctx: Context, row: Renovatieproject, columns: tuple[str, ...], label: str, reason: str) -> int:
    with ctx.store.reading() as db:
        homes = list(db.scalars(select(Renovatiewoning.id).where(homes_of(row.id))))
        forms = _new_forms(db, row.id, columns)
    return erase_many(ctx.store, HOME, homes, columns, label, reason, concepts=forms)


def _seen() -> ColumnElement[bool]:
    """Homes that somebody can still see, those in the waste bin too."""
    return Renovatiewoning.verwijderd.is_distinct_from(UNDONE)


def _in_history(db: ReadSession, project_id: str) -> set[str]:
    """The homes of which the history knows something personal."""
    homes = select(Renovatiewoning.id).where(homes_of(project_id))
    query = (
        select(CHANGE.c.row)
        .distinct()
        .where(
            CHANGE.c.entity == HOME,
            CHANGE.c.row.in_(homes),
            CHANGE.c.field.in_(PERSONAL),
            or_(CHANGE.c.old.is_not(None), CHANGE.c.new.is_not(None)),
        )
    )
    return set(db.connection().execute(query).scalars())


def _forms(db: ReadSession, project_id: str, columns: tuple[str, ...]) -> set[str]:
    """Keys of the forms of homes that were not saved, of those that are there and of new ones."""
    numbers = select(Renovatiewoning.nummer).where(homes_of(project_id))
    query = select(CONCEPT.c.id).where(CONCEPT.c.soort == HOME, CONCEPT.c.nummer.in_(numbers))
    return {*db.connection().execute(query).scalars(), *_new_forms(db, project_id, columns)}


def _new_forms(db: ReadSession, project_id: str, columns: tuple[str, ...]) -> set[str]:
    """Keys of the forms of new homes with something personal, unless they are plainly of another project."""
    asked = select(BouwkundigeEenheid.nummer).where(BouwkundigeEenheid.project_id != project_id)
    others = set(db.scalars(asked))
    query = select(CONCEPT.c.id, CONCEPT.c.gegevens).where(
        CONCEPT.c.soort == HOME, CONCEPT.c.nummer.is_(None)
    )
    found = set()
    for key, kept in db.connection().execute(query):
        try:
            typed = list(_typed(msgspec.json.decode(kept)))
        except msgspec.DecodeError:  # nobody can read it, so nobody can tell what is in it
            typed = [(columns[0], kept)]
        personal = any(name in columns and value not in (None, "", []) for name, value in typed)
        if personal and not any(
            name == "eenheid" and value in others for name, value in typed if _plain(value)
        ):
            found.add(key)
    return found


def _plain(value: Any) -> bool:
    return isinstance(value, int | str)


def _typed(kept: Any) -> Iterator[tuple[str, Any]]:
    """All fields in what a form kept, with their values."""
    if isinstance(kept, dict):
        for name, value in kept.items():
            yield str(name), value
            yield from _typed(value)


def _unanswered(db: ReadSession, project_id: str) -> int:
    query = select(func.count()).select_from(Renovatiewoning)
    return db.scalar(query.where(*_alive(project_id), Renovatiewoning.instemming.in_(WITHOUT))) or 0


def _court_until(db: ReadSession, project_id: str) -> date | None:
    """The later of the two last days: closing too early does the harm here."""
    told = (
        select(notice())
        .distinct()
        .where(
            *_alive(project_id),
            Renovatiewoning.instemming.not_in(("ja", EMPTY)),
            Renovatiewoning.rechter_op.is_(None),
            notice().is_not(None),
        )
    )
    last = max((max(court_days(on)) for on in db.scalars(told)), default=None)
    return last if last is not None and last >= clock.today() else None


def _alive(project_id: str) -> list[Any]:
    units = select(BouwkundigeEenheid.id).where(
        BouwkundigeEenheid.project_id == project_id, BouwkundigeEenheid.verwijderd.is_(None)
    )
    return [Renovatiewoning.eenheid_id.in_(units), Renovatiewoning.verwijderd.is_(None)]


def _told(went: Left) -> Iterator[str]:
    if went.homes:
        text = ngettext(
            "Het project is afgesloten. Bij {count} woning zijn namen en peiling gewist.",
            "Het project is afgesloten. Bij {count} woningen zijn namen en peiling gewist.",
            went.homes,
        )
        yield text.format(count=written(went.homes))
    elif went.anything:
        yield _("Het project is afgesloten. Ook wat vroeger was ingevuld, is gewist.")
    else:
        yield _("Het project is afgesloten. Er was niets om te wissen.")
    yield _("De antwoorden en de tellingen blijven.")


def _copies(ctx: Context) -> Iterator[str]:
    """What still has the names, and is not ours to erase: copies that somebody may need."""
    home = ctx.store.folder / backup.FOLDER
    count = sum(not each.name.startswith(".") for each in home.iterdir()) if home.is_dir() else 0
    if count:
        text = ngettext(
            "In de map {folder} staat {count} reservekopie van eerder. Daarin staan ze nog.",
            "In de map {folder} staan {count} reservekopieën van eerder. Daarin staan ze nog.",
            count,
        )
        yield text.format(folder=backup.FOLDER, count=count)
    yield _("Hebt u zelf kopieën of lijsten met namen? Vernietig die ook.")
