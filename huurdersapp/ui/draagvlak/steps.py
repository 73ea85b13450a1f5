"""The small forms of the board: that somebody was in touch, and the number of the form of an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from huurdersapp.actions import records, renovatie_antwoord
from huurdersapp.actions.renovatie_antwoord import Done
from huurdersapp.actions.renovatie_stand import Deur
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draagvlak import ANSWERED
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.draagvlak.keys import StepForm
from huurdersapp.ui.renovatie.going import HOME

Tell = Callable[[Sequence[Deur], Done, str], None]
"""Says what was written: for which doors, and in words."""
OF_CONTACT = ("datum", "wijze", "uitkomst", "terug_op")


def told(doors: Sequence[Deur], done: Done, what: str) -> str:
    """What was written, with the name of the home where it is one."""
    if done.changed == 1:
        name = next(door.naam for door in doors if door.nummer == done.numbers[0])
        return _("{home}: {answer}.").format(home=name, answer=what)
    text = ngettext("{count} deur: {answer}.", "{count} deuren: {answer}.", done.changed)
    return text.format(count=written(done.changed), answer=what)


def contact(desk: Desk, doors: Sequence[Deur], tell: Tell) -> StepForm:
    """That somebody was in touch with these doors: how, and how it went."""

    def save(values: Mapping[str, Any]) -> None:
        back = values["terug_op"]
        done = renovatie_antwoord.contact(
            desk.ctx,
            [door.nummer for door in doors],
            datum=date.fromisoformat(values["datum"]),
            wijze=values["wijze"],
            uitkomst=values["uitkomst"],
            terug_op=date.fromisoformat(back) if back else None,
        )
        tell(doors, done, _("contact vastgelegd"))

    spec = desk.ctx.spec(HOME).part["contacten"].spec
    values = {"datum": clock.today().isoformat(), "wijze": "deur", "uitkomst": "gesproken"}
    title = _("Contact: {home}").format(home=_named(doors))
    return StepForm(desk, spec, OF_CONTACT, title, values, save)


def form_number(desk: Desk, doors: Sequence[Deur], tell: Tell) -> StepForm:
    """The number of the form of one answer; raises UserError for more doors, and where there is no answer."""
    if len(doors) > 1:
        raise UserError(_("Een formulier hoort bij één woning."), _("Kies één deur."))
    door = doors[0]
    if door.instemming not in ANSWERED:
        raise UserError(
            _("{home} heeft nog geen antwoord."), _("Druk eerst J of N, en dan F."), home=door.naam
        )

    spec = desk.ctx.spec(HOME)

    def save(values: Mapping[str, Any]) -> None:
        number = values["formulier"]
        if not number:  # it was the wrong one
            records.change(desk.ctx, spec, door.nummer, {"formulier": None})
            tell(doors, Done((door.nummer,)), _("geen nummer van een formulier"))
            return
        done = renovatie_antwoord.answer(desk.ctx, [door.nummer], door.instemming, formulier=number)
        tell(doors, done, _("formulier {number}").format(number=number))

    title = _("Formulier van {home}").format(home=door.naam)
    return StepForm(desk, spec, ("formulier",), title, {"formulier": door.formulier}, save)


def _named(doors: Sequence[Deur]) -> str:
    if len(doors) == 1:
        return doors[0].naam
    return ngettext("{count} deur", "{count} deuren", len(doors)).format(count=written(len(doors)))
