"""The year agenda as it is: the fixed moments of every akkoord, what became of them, the overleggen that took their
place, own moments, and the work before each meeting."""

from __future__ import annotations

from datetime import date

from huurdersapp.actions.context import Context
from huurdersapp.records.jaaragenda_vorm import Jaar, Moment, Strip


def year(ctx: Context, jaar: int, akkoord: int | None = None) -> Jaar:
    """The agenda of a calendar year: of one akkoord, or of every akkoord that holds in it. Without any there are the
    legal dates, own moments and overleggen. Raises UserError when that akkoord is not there."""
    raise NotImplementedError


def next_moment(ctx: Context, on: date, akkoord: int | None = None) -> Moment | None:
    """The moment that comes first from a day on, that day included: neither done nor dropped, and no whole year."""
    raise NotImplementedError


def phases(ctx: Context, on: date, akkoord: int | None = None) -> tuple[Strip, ...]:
    """Per akkoord which goal year is prepared, carried out and evaluated on that day."""
    raise NotImplementedError


def move(
    ctx: Context,
    anker: int,
    jaar: int,
    van: date,
    tot: date | None,
    reden: str,
    *,
    origin: object | None = None,
) -> int:
    """Give the moment of an anchor (and of its round) other days in one calendar year; gives the number of its
    agendamoment. Raises Refused without a reason."""
    raise NotImplementedError


def done(ctx: Context, anker: int, jaar: int, on: date, *, origin: object | None = None) -> int:
    """Say that it was done on that day; raises Refused for a day that is still to come."""
    raise NotImplementedError


def drop(ctx: Context, anker: int, jaar: int, reden: str, *, origin: object | None = None) -> int:
    """Say that it does not take place this year, and why."""
    raise NotImplementedError


def restore(ctx: Context, anker: int, jaar: int, *, origin: object | None = None) -> None:
    """Let it be as the template says again."""
    raise NotImplementedError


def plan_back(
    ctx: Context, moment: str, jaar: int, akkoord: int | None = None, *, origin: object | None = None
) -> list[int]:
    """Put the work before a meeting in the list of actiepunten, in one step; gives their numbers.

    What was put there before is not made again: an empty list when all of it is there.
    """
    raise NotImplementedError
