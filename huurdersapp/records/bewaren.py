"""Which data of people stand where, and from which day their term runs: the same for lists, counts and the yearly round.

A term runs from the day on which something was over: the last contact of a visit, the end of a knelpunt, the adoption of
a raadpleging. While that day is not there nothing goes. What lies in the table of a record is named here by its columns;
wijk, month, measures and every count stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Table,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
)

from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.records.base import Base
from huurdersapp.records.knelpunt_status import ENDS
from huurdersapp.records.spec import Filter

OVER = "bewaartermijn_tot"
"""The condition of every kind named here: data of people that were over by that day."""
GONE = "(gewist)"
"""What stands in a text that may not be empty after it was erased; `store.erase.GONE` is the same."""
_NEVER = date.min


@dataclass(frozen=True, slots=True)
class Plek:
    """Data of people of one kind, in one table.

    Attributes:
        soort: the kind of data, as `verwerking.SOORTEN` calls it.
        kind: the record type whose list shows them.
        entity: the table, of the record or of a part of it.
        columns: what goes when the term is over.
        texts: free texts, which only a person can judge: shown one by one.
        ended: the day from which the term runs, as a condition on the table; NULL while it goes on.
        only: which lines it is about, where not all.
    """

    soort: str
    kind: str
    entity: str
    columns: tuple[str, ...]
    ended: Callable[[], ColumnElement[Any]]
    texts: tuple[str, ...] = ()
    only: Callable[[], ColumnElement[bool]] | None = None

    @property
    def table(self) -> Table:
        """The table itself."""
        return _table(self.entity)

    def over(self, on: date) -> ColumnElement[bool]:
        """Rows of the table that were over by the end of that day."""
        ended = self.ended()
        found = and_(ended <= on, ended > _NEVER)
        return and_(found, self.only()) if self.only is not None else found

    def filled(self, columns: tuple[str, ...] | None = None) -> ColumnElement[bool]:
        """Rows in which something stands in one of these columns (else: in what goes)."""
        named = self.columns if columns is None else columns
        return or_(false(), *(_stands(self.table.c[name]) for name in named))

    def records(self, on: date) -> ColumnElement[bool]:
        """Records of `kind` with such rows, as a condition on their own table."""
        table = self.table
        rows = and_(self.over(on), self.filled())
        if self.entity == self.kind:
            return rows
        alive, owner = table.c.verwijderd.is_(None), _table(self.kind)
        found = select(table.c.id).where(table.c.ouder_id == owner.c.id, alive, rows)
        return exists(found.correlate(owner))


def _table(name: str) -> Table:
    return Base.metadata.tables[name]


def _stands(column: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column.is_not(None)
    return and_(found, column != GONE) if column.type.python_type is str and not column.nullable else found


def _latest(*days: Any) -> ColumnElement[Any]:
    """The last of these days, `_NEVER` where none of them is known."""
    none = literal(_NEVER, Date)
    return func.max(none, *(func.coalesce(day, none) for day in days), type_=Date)


def _of_owner(entity: str, owner: str, day: Callable[[Table], Any]) -> ColumnElement[Any]:
    table, above = _table(entity), _table(owner)
    return select(day(above)).where(above.c.id == table.c.ouder_id).correlate(table).scalar_subquery()


# -- from which day ------------------------------------------------------------------------------------------------


def _visit_of(visit: Any) -> ColumnElement[Any]:
    """The last contact: visit, aftercare (also planned), attempt, or that it does not go on."""
    line = _table("energiebezoek_contactmoment")
    last = (
        select(func.max(line.c.datum))
        .where(line.c.ouder_id == visit.c.id, line.c.verwijderd.is_(None))
        .correlate(visit)
        .scalar_subquery()
    )
    days = ("datum", "aangevraagd_op", "nazorg_gepland_op", "nazorg_op", "vervallen_op")
    return _latest(*(visit.c[name] for name in days), last)


def _visit() -> ColumnElement[Any]:
    return _visit_of(_table("energiebezoek"))


def _case_of(row: Any) -> ColumnElement[Any]:
    """The end of a knelpunt, or what was still heard or told after it; none while it is open."""
    line = _table("knelpunt_stap")
    last = (
        select(func.max(line.c.datum))
        .where(line.c.ouder_id == row.c.id, line.c.verwijderd.is_(None))
        .correlate(row)
        .scalar_subquery()
    )
    ended = _latest(row.c.gemeld_op, last, row.c.reactie_ontvangen_op, row.c.teruggekoppeld_op)
    return case((row.c.status.in_(ENDS), ended), else_=None)


def _case() -> ColumnElement[Any]:
    return _case_of(_table("knelpunt"))


def _home() -> ColumnElement[Any]:
    """The day on which the project was closed, else the last day of the works."""
    home, unit, project = (
        _table(name) for name in ("renovatiewoning", "bouwkundige_eenheid", "renovatieproject")
    )
    return (
        select(func.coalesce(project.c.afgesloten_op, project.c.uitvoering_tot))
        .where(unit.c.id == home.c.eenheid_id, project.c.id == unit.c.project_id)
        .correlate(home)
        .scalar_subquery()
    )


def _member() -> ColumnElement[Any]:
    """The end of a member's term, or of the commissie where that came first."""
    line, owner = _table("commissie_lid"), _table("commissie")
    stopped = (
        select(owner.c.opgeheven_op).where(owner.c.id == line.c.ouder_id).correlate(line).scalar_subquery()
    )
    return func.min(func.coalesce(line.c.tot, stopped), func.coalesce(stopped, line.c.tot), type_=Date)


def _letter_of(row: Any) -> ColumnElement[Any]:
    return _latest(*(row.c[name] for name in ("datum", "ontvangen_op", "verstuurd_op", "beantwoord_op")))


def _to_people(row: Any) -> ColumnElement[bool]:
    """A letter to or from somebody who is no landlord, organisation or commissie."""
    return and_(row.c.verhuurder_id.is_(None), row.c.partij_id.is_(None), row.c.commissie_id.is_(None))


def _letter() -> ColumnElement[Any]:
    return _letter_of(_table("brief"))


def _with_letter(entity: str) -> Callable[[], ColumnElement[bool]]:
    """Lines of a letter to people."""

    def only() -> ColumnElement[bool]:
        table, letter = _table(entity), _table("brief")
        found = select(letter.c.id).where(letter.c.id == table.c.ouder_id, _to_people(letter))
        return exists(found.where(letter.c.aan.is_not(None)).correlate(table))

    return only


def _day(entity: str, column: str) -> Callable[[], ColumnElement[Any]]:
    return lambda: _table(entity).c[column]


def _above(entity: str, owner: str, day: Callable[[Table], Any]) -> Callable[[], ColumnElement[Any]]:
    return lambda: _of_owner(entity, owner, day)


# -- where it stands -----------------------------------------------------------------------------------------------

_FILE = ("naam", "inhoud", "toelichting")
_ADDRESS = ("naam", "postcode", "huisnummer", "toevoeging", "straat", "plaats", "adres_id")
_SAID = (
    "wens",
    "bewoner_zegt",
    "coach_ziet",
    "grote_verbruikers",
    "opmerking",
    "nazorg_opmerking",
    "vervallen_reden",
)
PLEKKEN: tuple[Plek, ...] = (
    Plek(
        "energiebezoeken",
        "energiebezoek",
        "energiebezoek",
        (*_ADDRESS, "bewoner_naam", "bewoner_telefoon", "bewoner_email"),
        _visit,
        _SAID,
    ),
    Plek(
        "energiebezoeken",
        "energiebezoek",
        "energiebezoek_bijlage",
        _FILE,
        _above("energiebezoek_bijlage", "energiebezoek", _visit_of),
    ),
    Plek(
        "energiebezoeken",
        "energiebezoek",
        "energiebezoek_contactmoment",
        (),
        _above("energiebezoek_contactmoment", "energiebezoek", _visit_of),
        ("toelichting",),
    ),
    Plek(
        "knelpunten",
        "knelpunt",
        "knelpunt",
        ("melder_naam", "melder_adres", "melder_telefoon", "melder_email"),
        _case,
        ("omschrijving", "aanvulling"),
    ),
    Plek(
        "knelpunten",
        "knelpunt",
        "knelpunt_stap",
        (),
        _above("knelpunt_stap", "knelpunt", _case_of),
        ("toelichting",),
    ),
    Plek(
        "raadplegingen",
        "raadpleging",
        "raadpleging_citaat",
        ("tekst",),
        _above("raadpleging_citaat", "raadpleging", lambda above: above.c.vastgesteld_op),
        only=lambda: _table("raadpleging_citaat").c.mag_in_rapport.is_not(True),
    ),
    Plek(
        "campagnes",
        "campagne",
        "campagne_actie",
        (),
        _above("campagne_actie", "campagne", lambda above: above.c.eind_op),
        ("toelichting", "doorverwezen_naar"),
    ),
    Plek(
        "renovaties",
        "renovatiewoning",
        "renovatiewoning",
        ("huurder", "telefoon", "ondertekend_door", "peiling", "peiling_op", "bezwaar"),
        _home,
    ),
    Plek(
        "commissies",
        "commissie",
        "commissie",
        ("contact_telefoon", "contact_email"),
        _day("commissie", "opgeheven_op"),
    ),
    Plek("commissies", "commissie", "commissie_lid", ("naam", "telefoon", "email"), _member),
    Plek(
        "contacten",
        "contact",
        "contact",
        ("naam", "telefoon", "email", "adres_tekst"),
        _day("contact", "gestopt_op"),
        ("waarvoor", "toelichting"),
    ),
    Plek(
        "energiecoaches",
        "energiecoach",
        "energiecoach",
        ("naam", "telefoon", "email"),
        _day("energiecoach", "actief_tot"),
        ("toelichting",),
    ),
    Plek(
        "brieven",
        "brief",
        "brief",
        ("aan", "tekst"),
        _letter,
        ("onderwerp", "toelichting"),
        only=lambda: and_(_to_people(_table("brief")), _table("brief").c.aan.is_not(None)),
    ),
    *(
        Plek(
            "brieven",
            "brief",
            entity,
            columns,
            _above(entity, "brief", _letter_of),
            only=_with_letter(entity),
        )
        for entity, columns in (
            ("brief_deel", ("tekst", "basis")),
            ("brief_versie", ("tekst", "bronnen")),
            ("brief_bijlage", _FILE),
        )
    ),
    Plek(
        "verzoeken",
        "privacyverzoek",
        "privacyverzoek",
        ("vrager", "bereikbaar"),
        _day("privacyverzoek", "antwoord_op"),
        ("reden",),
    ),
)
"""Everything that has a term. What a household uses in a year and its meter readings stay without the address: savings are
reckoned with them. An address of the adreslijst has no name and no end."""
KINDS: Mapping[str, str] = {plek.soort: plek.kind for plek in PLEKKEN}
"""The record type whose list shows each kind of data."""
STAYS: Mapping[str, LazyText] = {
    "energiebezoeken": lazy("Wijk, complex, dag, maatregelen en wat het bespaart blijven."),
    "knelpunten": lazy("Het knelpunt zelf, zijn stappen en alle aantallen blijven."),
    "raadplegingen": lazy("De aantallen en citaten die in een rapport mogen, blijven."),
    "campagnes": lazy("Alle aantallen blijven."),
    "renovaties": lazy("De antwoorden en de tellingen blijven, zonder namen."),
    "commissies": lazy("De commissie en de rollen blijven, zonder namen."),
    "contacten": lazy("Functie en organisatie blijven, zonder naam."),
    "energiecoaches": lazy("De bezoeken van de coach blijven, zonder naam."),
    "brieven": lazy("Nummer, dag, soort en onderwerp blijven."),
    "verzoeken": lazy("Soort, dagen en uitkomst blijven, zonder naam."),
}
"""What a round leaves of each kind, in words."""


def of_kind(kind: str) -> tuple[Plek, ...]:
    """The places that the list of a record type shows."""
    return tuple(plek for plek in PLEKKEN if plek.kind == kind)


def over_by(kind: str, on: date) -> ColumnElement[bool]:
    """Records of a type with data of people that were over by the end of that day."""
    return or_(false(), *(plek.records(on) for plek in of_kind(kind) if plek.columns))


def kept(kind: str) -> Filter:
    """The condition for the list of a record type."""
    return Filter(OVER, lazy("Gegevens van mensen, afgelopen op of vóór"), "datum", partial(over_by, kind))
