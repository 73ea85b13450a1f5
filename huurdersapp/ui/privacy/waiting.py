"""Which request must be answered first and which breach must be told first, in one sentence above the list."""

from __future__ import annotations

from datetime import date

from huurdersapp.actions import datalek, lists
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.privacyverzoek_termijn import termijn
from huurdersapp.ui.privacy.going import BREACH, REQUEST


def words(ctx: Context, kind: str) -> str:
    """The sentence for the list of this kind; "" when nothing waits."""
    if kind == REQUEST:
        return _requests(ctx)
    return _breaches(ctx) if kind == BREACH else ""


def _requests(ctx: Context) -> str:
    found = lists.find(ctx, ctx.spec(REQUEST), ("open=ja",))
    if not found:
        return ""
    ends = [
        termijn(
            date.fromisoformat(each["ontvangen_op"]),
            date.fromisoformat(each["verlengd_op"]) if each["verlengd_op"] else None,
        ).uiterlijk
        for each in found
    ]
    first, late = min(ends), sum(end < clock.today() for end in ends)
    text = ngettext(
        "{count} verzoek wacht op antwoord, uiterlijk {day}.",
        "{count} verzoeken wachten op antwoord, het eerste uiterlijk {day}.",
        len(found),
    ).format(count=written(len(found)), day=day(first))
    if late:
        more = ngettext("{count} is te laat.", "{count} zijn te laat.", late).format(count=written(late))
        text = _("{sentence} {more}").format(sentence=text, more=more)
    return text


def _breaches(ctx: Context) -> str:
    with ctx.store.reading() as db:
        found = datalek.lopend(db)
        if not found:
            return ""
        row, hours = found[0]
        return _("Datalek {number}: {clock}").format(number=row.nummer, clock=hours.zin)
