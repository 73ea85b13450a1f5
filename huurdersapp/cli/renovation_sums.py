"""The commands about a renovation that open no administration: how many tenants must agree, and until when one can go to
court."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, Folder, Form, readable
from huurdersapp.cli.renovation_answers import day_of

if TYPE_CHECKING:
    from huurdersapp.records.draagvlak import Telling

_SUM_HELP = _(
    """Rekent uit hoeveel huurders moeten instemmen, zonder administratie.

    Het is het kleinste hele aantal dat 70 % of meer is. Voorbeeld:
    huurdersapp renovatie rekenen 23 16"""
)
_TERM_HELP = _(
    """Rekent uit tot wanneer een huurder naar de rechter kan: acht weken na de brief van de verhuurder.

    Voorbeeld:
    huurdersapp renovatie termijn 23-8-2021"""
)
MOST = 100_000
"""Tenants that the calculator takes; no landlord has more in one building."""


def add_to(made: typer.Typer) -> None:
    """Give the group these commands."""
    made.command("rekenen", cls=DutchCommand, help=_SUM_HELP)(calculate)
    made.command("termijn", cls=DutchCommand, help=_TERM_HELP)(term)


def percent(value: Decimal | None) -> str:
    """A percentage in two decimals, as it is counted; "" of nothing."""
    return "" if value is None else f"{value:.2f} %".replace(".", ",")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text) <= MOST):
        raise Wrong(_("‘{text}’ is geen aantal. Schrijf alleen cijfers, zoals 23.").format(text=text[:40]))
    return int(text)


# -- the calculator ------------------------------------------------------------------------------------------------


def calculate(
    tenants: Annotated[
        int,
        typer.Argument(metavar="HUURDERS", parser=_count, help=_("Hoeveel woningen een huurder hebben.")),
    ],
    agreed: Annotated[
        int | None,
        typer.Argument(metavar="JA", parser=_count, help=_("Hoeveel huurders instemden.")),
    ] = None,
    homes: Annotated[
        int | None,
        typer.Option("--woningen", metavar="AANTAL", parser=_count, help=_("Alle woningen, ook de lege.")),
    ] = None,
    share: Annotated[
        int | None,
        typer.Option(
            "--deel",
            metavar="PROCENT",
            parser=_count,
            help=_("Reken ook met een hoger percentage dat de verhuurder beloofde."),
        ),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """How many must agree, and whether they did; it opens nothing, so `folder` is as with every command and not used."""
    from huurdersapp.records.draagvlak import LEGAL_SHARE, Telling

    if share is not None and not LEGAL_SHARE <= share <= 100:
        raise Wrong(_("Een beloofd percentage ligt tussen 70 en 100."))
    if tenants == 0:
        raise UserError(_("Zonder huurders valt er niets te tellen."), _("Noem ten minste 1 huurder."))
    if agreed is not None and agreed > tenants:
        raise UserError(
            _("Meer antwoorden dan huurders: {agreed} van de {tenants}."),
            _("Kijk de aantallen na."),
            agreed=agreed,
            tenants=tenants,
        )
    found = [
        Telling(agreed or 0, niet_benaderd=tenants - (agreed or 0), woningen=homes or 0, deel=each)
        for each in dict.fromkeys((LEGAL_SHARE, share or LEGAL_SHARE))
    ]
    if form == JSON:
        output.say_json([_sum_json(each, agreed, homes) for each in found])
        return
    for each in found:
        output.say_paragraph(" ".join(_sum_said(each, agreed)))
    if agreed is None or found[0].gehaald:
        output.say_paragraph(_presumed_of(found[0], homes))


def _sum_json(found: Telling, agreed: int | None, homes: int | None) -> dict[str, Any]:
    return {
        "deel": found.deel,
        "huurders": found.huurders,
        "nodig": found.nodig,
        "ja": agreed,
        "nog_nodig": None if agreed is None else found.nog_nodig,
        "percentage": None if agreed is None else found.percentage,
        "gehaald": None if agreed is None else found.gehaald,
        "woningen": homes,
        "tien_of_meer": found.vermoeden_mogelijk if homes is not None or found.vermoeden_mogelijk else None,
    }


def _sum_said(found: Telling, agreed: int | None) -> list[str]:
    from huurdersapp.records.draagvlak import LEGAL_SHARE

    facts = {"needed": found.nodig, "count": found.huurders, "share": found.deel}
    if found.deel == LEGAL_SHARE:
        text = ngettext(
            "{count} huurder: {needed} nodig.", "{count} huurders: {needed} nodig.", found.huurders
        )
    else:
        text = _("Voor de beloofde {share} %: {needed} nodig.")
    told = [text.format(**facts)]
    if agreed is not None:
        text = (
            _("{given} is {percent}: gehaald.") if found.gehaald else _("{given} is {percent}: niet gehaald.")
        )
        told.append(text.format(given=agreed, percent=percent(found.percentage)))
        if found.nog_nodig:
            told.append(_("Nog {more} nodig.").format(more=found.nog_nodig))
    return told


def _presumed_of(found: Telling, homes: int | None) -> str:
    if found.vermoeden_mogelijk:
        return _("Het wettelijk vermoeden kan gelden: het zijn tien woningen of meer.")
    if homes is None:
        return _("Zijn het met de lege woningen minder dan tien? Dan geldt er geen wettelijk vermoeden.")
    return _("Geen wettelijk vermoeden: minder dan tien woningen.")


# -- eight weeks ---------------------------------------------------------------------------------------------------


def term(
    notice: Annotated[
        str,
        typer.Argument(metavar="DATUM", parser=readable, help=_("De dag van de brief van de verhuurder.")),
    ],
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The eight weeks after a notice; it opens nothing."""
    from huurdersapp.base.formats import day_long
    from huurdersapp.records.draagvlak import court_days

    since = day_of(notice)
    last, moved = court_days(since)
    if form == JSON:
        output.say_json(
            {"brief_op": since, "laatste_dag": last, "laatste_dag_atw": moved, "reden": _why(last)}
        )
        return
    output.say(_("Brief van {day}.").format(day=day_long(since)))
    output.say(_("Acht weken: tot en met {day}.").format(day=day_long(last)))
    if moved != last:
        text = _("Met de Algemene termijnenwet: tot en met {day}, want de laatste dag is {reason}.")
        output.say_paragraph(text.format(day=day_long(moved), reason=_why(last)))
        output.say_paragraph(_("Wij houden de eerste dag aan: dan bent u zeker op tijd."))


def _why(last: date) -> str | None:
    """Why the Algemene termijnenwet moves this last day; None when it does not."""
    from huurdersapp.base.working_days import holiday

    if name := holiday(last):
        return name
    return {5: _("een zaterdag"), 6: _("een zondag")}.get(last.weekday())
