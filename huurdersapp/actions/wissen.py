"""Forgetting one person (AVG art. 17): what the board ticked goes for good, and it is put down what stays and why.

All that goes, goes in one step or not at all: from records, history, search, forms and screens, the waste bin too. Of
letters to the person number, date, kind and SHA-256 stay, so that the register of letters stays whole. Older copies may
still hold it; restoring one erases once more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import select

from huurdersapp.actions import persoon, reservekopie, verwerkingen, woningband
from huurdersapp.actions.context import Context
from huurdersapp.actions.persoon import Treffer, Vraag
from huurdersapp.actions.persoon_rijen import Soort
from huurdersapp.actions.records import find
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.period import months_later
from huurdersapp.records.privacyverzoek import Privacygegeven, Privacyverzoek
from huurdersapp.store import sticks
from huurdersapp.store.erase import GONE, Blank, Erasing, erase_all
from huurdersapp.store.journal import StepHeader
from huurdersapp.store.step import ReadSession, StepSession

KIND = "privacyverzoek"
Keuze = Literal["gewist", "bewaard"]


@dataclass(frozen=True, slots=True)
class Besluit:
    """What the board decided of one finding; `reden` why it stays, which the person is told."""

    sleutel: str
    keuze: Keuze
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Voorgenomen:
    """What erasing would do: per kind of record in how many places, what stays with its reason, and what to know before."""

    weg: tuple[tuple[str, int], ...]
    blijft: tuple[tuple[str, int | None, str], ...]
    zinnen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gewist:
    """What erasing did: of how many rows something went, and until when older copies may still hold it."""

    verzoek: int
    rijen: int
    plaatsen: int
    kopieen: int
    kopieen_tot: date
    zinnen: tuple[str, ...]


def voorgenomen(treffers: Sequence[Treffer], besluiten: Iterable[Besluit]) -> Voorgenomen:
    """What these decisions would do; nothing is changed. Raises UserError as `wis`."""
    going, staying = _chosen(treffers, besluiten)
    weg = Counter(each.soort_naam for each in going)
    told = [_("Dit kan niet ongedaan worden gemaakt. Wat ervoor gebeurde, kan dan ook niet meer ongedaan.")]
    if any(each.aard in ("brief", "versie") for each in going):
        told.append(
            _("Van een brief blijven nummer, datum, soort en kenmerk. De tekst en de bladzijden gaan weg.")
        )
    if any(each.aard in ("bijlage", "erbij") for each in going):
        told.append(_("Een bestand dat weggaat, is daarna nergens meer in de administratie."))
    told.append(_("In foto’s en bestanden zelf zoekt het programma niet. Kijk die zelf na."))
    return Voorgenomen(
        tuple(sorted(weg.items())),
        tuple((each.soort_naam, each.nummer, reason) for each, reason in staying),
        tuple(told),
    )


def wis(
    ctx: Context, verzoek: int, vraag: Vraag, besluiten: Sequence[Besluit], *, origin: object | None = None
) -> Job[Gewist]:
    """Erase what the board ticked, after a copy, and put the decisions down with the request.

    The search is done once more, so that what changed since is not erased unseen. Raises UserError when the identity of the
    person was not checked, when a finding is not there (any more), when something stays without a reason, when there is
    nothing to erase, and when the copy is not made: then nothing is erased.
    """
    with ctx.store.reading() as db:
        request_of(db, verzoek)
    found = yield from persoon.zoek(ctx, vraag)
    going, staying = _chosen(found, besluiten)
    if not going:
        raise UserError(_("U hebt niets aangevinkt om te wissen."))
    yield Progress(0, 3, _("Reservekopie maken"))
    yield from _copy(ctx)
    with ctx.store.reading() as db:
        what = _erasing(db, going)
    yield Progress(1, 3, _("Gegevens wissen"))
    visits = {
        each.plek.row for each in going if each.plek.entity == "energiebezoek" and each.aard == "contactblok"
    }
    if visits:
        woningband.bind(ctx, visits)
    label = _("Gegevens van een persoon gewist (verzoek {number})").format(number=verzoek)
    rows = erase_all(ctx.store, what, label, f"verzoek {verzoek}")
    yield Progress(2, 3, _("Besluiten opschrijven"))
    # A floor too: undoing what was put down would take the proof away, and bring nothing back.
    said = StepHeader(ctx.store.author, _("Besluiten bij verzoek {number}").format(number=verzoek), "erase")
    with ctx.store.special(said, origin) as db:
        put_down(db, request_of(db, verzoek), [*((each, "gewist", "") for each in going), *_kept(staying)])
    return Gewist(verzoek, rows, len(going), kopieen(ctx), kopieen_tot(ctx), tuple(_told(ctx, len(going))))


def kopieen_tot(ctx: Context, since: date | None = None) -> date:
    """Until when copies of before that day (today) may still hold what went: none gets older than the longest term."""
    return months_later(since or clock.today(), verwerkingen.langste_contact(ctx))


def kopieen(ctx: Context, before: datetime | None = None) -> int:
    """How many copies lie on this computer, of before a moment: what was made later does not hold what went. An
    administration that made room for a restored copy is one too."""
    found = (*reservekopie.lijst(ctx.folder), *reservekopie.bewaard(ctx.folder))
    return sum(before is None or each.made_at <= before for each in found)


def put_down(db: StepSession, request: Privacyverzoek, decided: Iterable[tuple[Treffer, str, str]]) -> None:
    """Put decisions with a request: what, per record, and why, without names. Of one record something may go while something
    else stays; the same decision stands there once."""
    part = db.catalogue.specs[KIND].part["gegevens"].spec
    lines = {(line.soort, line.recordnummer, line.besluit): line for line in db.lines(part, request.id)}
    place = max((line.volgorde for line in lines.values()), default=-1)
    for each, choice, reason in decided:
        key = (each.soort, each.nummer, choice)
        if (line := lines.get(key)) is None:
            place += 1
            line = Privacygegeven(
                ouder_id=request.id, volgorde=place, soort=key[0], recordnummer=key[1], besluit=choice
            )
            lines[key] = line
            db.add(line)
        line.reden = reason or line.reden


def request_of(db: ReadSession, number: int) -> Privacyverzoek:
    """The request with this number; raises UserError when it is not there, and when nobody checked who asks: nobody's data
    are given or erased for somebody else (AVG art. 12 lid 6)."""
    row = find(db, db.catalogue.specs[KIND], number)
    assert isinstance(row, Privacyverzoek)
    if row.identiteit is None:
        raise UserError(
            _("U hebt nog niet nagegaan wie dit vraagt."),
            _("Schrijf bij het verzoek op hoe u weet dat dit de persoon zelf is. Ga dan verder."),
        )
    return row


def _chosen(
    found: Sequence[Treffer], besluiten: Iterable[Besluit]
) -> tuple[list[Treffer], list[tuple[Treffer, str]]]:
    """What goes, and what stays with its reason. Of what nobody decided nothing is said: it is not this person."""
    known = {each.sleutel: each for each in found}
    going: list[Treffer] = []
    staying: list[tuple[Treffer, str]] = []
    for one in besluiten:
        if (each := known.get(one.sleutel)) is None:
            raise UserError(
                _("Intussen is er iets gewijzigd bij wat u hebt aangevinkt."),
                _("Zoek opnieuw en vink opnieuw aan."),
            )
        if one.keuze == "gewist" and not each.kan_weg:
            raise UserError(
                _("Dit kan niet weg: {what}."), why=each.bewaren, what=f"{each.soort_naam} {each.titel}"
            )
        if one.keuze == "gewist":
            going.append(each)
        elif reason := (one.reden.strip() or each.bewaren):
            staying.append((each, reason))
        else:
            raise UserError(
                _("Schrijf erbij waarom u {kind} {number} bewaart."),
                _("De persoon hoort die reden te weten."),
                kind=each.soort_naam.lower(),
                number=each.nummer or "",
            )
    return going, staying


def _kept(staying: Iterable[tuple[Treffer, str]]) -> Iterator[tuple[Treffer, str, str]]:
    return ((each, "bewaard", reason) for each, reason in staying)


# -- what that is in the tables --------------------------------------------------------------------------------------


def _erasing(db: ReadSession, going: Sequence[Treffer]) -> Erasing:
    whole: dict[tuple[str, str, str], Blank] = {}
    parts: dict[tuple[str, str, str], list[Treffer]] = {}
    contents: set[str] = set()
    for each in going:
        at = each.plek
        if each.aard == "vrije_tekst":
            parts.setdefault((at.entity, at.row, at.columns[0]), []).append(each)
            continue
        if each.aard == "brief":
            blanks, bytes_of = _letter(db, at.row)
        elif each.aard == "versie":
            kind = Soort(db.catalogue.tree[at.entity])
            blanks, bytes_of = _files(db, kind, kind.spec.table.c.id == at.row)
        else:
            keep = each.aard == "geschiedenis"
            blanks, bytes_of = [Blank(at.entity, at.row, column, keep=keep) for column in at.columns], set()
        contents |= bytes_of
        for blank in blanks:
            key = (blank.entity, blank.row, blank.column)
            if key not in whole or not blank.keep:
                whole[key] = blank
    for key, hits in parts.items():
        if key not in whole or whole[key].keep:
            whole[key] = Blank(*key, text=_without(db, key, hits))
    return Erasing(
        blanks=list(whole.values()),
        concepts=[each.plek.row for each in going if each.aard == "concept"],
        preferences=[each.plek.row for each in going if each.aard == "scherm"],
        contents=contents,
    )


def _without(db: ReadSession, key: tuple[str, str, str], hits: Sequence[Treffer]) -> str:
    """The text with each of these places said to be erased."""
    entity, row, column = key
    table = db.catalogue.tree[entity].table
    text = db.execute(select(table.c[column]).where(table.c.id == row)).scalar() or ""
    for each in sorted(hits, key=lambda one: one.plek.begin, reverse=True):
        at = each.plek
        if text[at.begin : at.eind] != at.gevonden:
            raise UserError(_("Intussen is een tekst gewijzigd."), _("Zoek opnieuw en vink opnieuw aan."))
        text = text[: at.begin] + GONE + text[at.eind :]
    return str(text)


def _letter(db: ReadSession, row: str) -> tuple[list[Blank], set[str]]:
    """A letter to the person: its addressee, text, parts, files, and the words and pages of its fixed versions."""
    spec = db.catalogue.specs["brief"]
    blanks = [Blank("brief", row, column) for column in ("aan", "tekst", "toelichting")]
    bytes_of: set[str] = set()
    for part in spec.parts:
        kind, mine = Soort(part.spec), part.spec.table.c.ouder_id == row
        if kind.is_file:
            more, digests = _files(db, kind, mine)
        else:
            keys = db.scalars(select(part.spec.table.c.id).where(mine))
            more, digests = [Blank(kind.key, key, column) for key in keys for column in kind.long], set()
        blanks += more
        bytes_of |= digests
    return blanks, bytes_of


def _files(db: ReadSession, kind: Soort, which: Any) -> tuple[list[Blank], set[str]]:
    """Lines that hold a file: what is said of it goes, of a fixed version its SHA-256 stays while its bytes go."""
    table = kind.spec.table
    blanks: list[Blank] = []
    digests: set[str] = set()
    for key, digest in db.execute(select(table.c.id, table.c.inhoud).where(which)).all():
        blanks += [Blank(kind.key, key, column) for column in kind.whole]
        if kind.is_version:
            digests.add(digest)
    return blanks, digests


# -- around it -------------------------------------------------------------------------------------------------------


def _copy(ctx: Context) -> Job[None]:
    yield from reservekopie.before(ctx, reservekopie.ERASING)


def _told(ctx: Context, places: int) -> Iterator[str]:
    from huurdersapp.base.formats import day
    from huurdersapp.base.i18n import ngettext

    text = ngettext("Op {count} plaats is gewist.", "Op {count} plaatsen is gewist.", places)
    yield text.format(count=places)
    if count := kopieen(ctx):
        text = ngettext(
            "Er is {count} reservekopie van eerder. Daarin staat het nog, uiterlijk tot {day}.",
            "Er zijn {count} reservekopieën van eerder. Daarin staat het nog, uiterlijk tot {day}.",
            count,
        )
        yield text.format(count=count, day=day(kopieen_tot(ctx)))
        yield _("Zet u zo’n kopie terug, dan wist het programma dit opnieuw.")
    if sticks.made(ctx.store):
        yield _("Ook op een stick staat een kopie van eerder. Maak daar een nieuwe kopie en wis de oude.")
    yield _("Kreeg iemand anders deze gegevens van u? Laat weten dat ze gewist zijn (AVG artikel 19).")
    yield _("Hebt u zelf lijsten, brieven of e-mail over deze persoon? Vernietig die ook.")
