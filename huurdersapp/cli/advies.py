"""The commands about an advies: a case under the Overlegwet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import advies_brief, output
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Folder, Form, Number, administration
from huurdersapp.cli.papers import group

if TYPE_CHECKING:
    from huurdersapp.actions.advies_termijnen import Klok
    from huurdersapp.actions.context import Context

_HELP = _("Toont de termijnen van een adviesaanvraag, en maakt de brief.")
_TERMS_HELP = _(
    """Toont de dagen van de Overlegwet bij een adviesaanvraag.

    Bij elke dag staat uit welke regel en welke gegevens die volgt. De Algemene termijnenwet schuift een dag soms op;
    waar dat zo is, staan beide dagen er. Voorbeeld:
    huurdersapp advies termijnen 3"""
)


def add_to(app: typer.Typer) -> None:
    """Give the program the group of commands `advies`."""
    cases = group(app, "advies", _HELP)
    cases.command("termijnen", cls=DutchCommand, help=_TERMS_HELP)(terms)
    advies_brief.add_to(cases)


def terms(number: Number, folder: Folder = None, form: Form = None) -> None:
    """The days of a case with their rules and facts."""
    from huurdersapp.actions import advies_termijnen

    with administration(folder, form) as ctx:
        found = advies_termijnen.klok(ctx, number)
        if form == JSON:
            output.say_json([advies_termijnen.as_json(ctx, each) for each in found.termijnen])
            return
        _say(ctx, found)


def _say(ctx: Context, found: Klok) -> None:
    from huurdersapp.actions import advies_termijnen
    from huurdersapp.base.formats import day_long

    title = _("Advies {number}, {subject}: {words}.")
    output.say_paragraph(title.format(number=found.number, subject=found.subject, words=found.words))
    for each in found.termijnen:
        output.say()
        output.say(f"{advies_termijnen.TITLES[each.sleutel]}: {day_long(each.datum)}")
        if each.datum_atw != each.datum:
            text = _("Met de Algemene termijnenwet: {day}.")
            output.say_paragraph(text.format(day=day_long(each.datum_atw)))
        output.say_paragraph(each.regel)
        for fact in each.feiten:
            output.say_paragraph(f"- {advies_termijnen.fact_in_words(ctx, fact)}")
    lines = [*found.warnings, *(way.tekst for way in found.ways_on)]
    if lines:
        output.say()
    for text in found.warnings:
        output.say_paragraph(_("Let op: {warning}").format(warning=text))
    for way in found.ways_on:
        output.say_paragraph(way.tekst)
