"""The first record of a new administration: the organisation that keeps it."""

from __future__ import annotations

from typing import Any

from huurdersapp.actions import energie
from huurdersapp.actions.context import Context, find_spec
from huurdersapp.actions.records import create
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault, read
from huurdersapp.records.text import control_sign


def _organisation(name: str) -> dict[str, Any]:
    return {"naam": name, "soort": "huurdersorganisatie", "eigen": True}


def check(organisation: str, author: str) -> None:
    """Raise UserError for names that cannot be kept, before anything is made."""
    _draft, faults = read(find_spec("partij"), _organisation(organisation), _nothing_known)
    if faults:
        raise UserError(_("De organisatie kan zo niet heten. {why}"), why=faults[0].text)
    if control_sign(author) is not None or "\n" in author:
        raise UserError(_("In uw naam staat een teken dat niet kan."), _("Typ uw naam opnieuw."))


def _nothing_known(kind: str, value: int | str) -> str | Fault:
    return Fault(str(value))


def begin(ctx: Context, organisation: str) -> None:
    """Write the own organisation into a new administration, and the measures that come with the program."""
    create(ctx, ctx.spec("partij"), [_organisation(organisation)])
    energie.ready(ctx)
