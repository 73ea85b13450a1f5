"""The commands about the letter of an advies: its decision, its file, and what became of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, Folder, Form, Number, administration, readable
from huurdersapp.cli.papers import Paper, told

if TYPE_CHECKING:
    from huurdersapp.actions.brief_versturen import Klaargezet, Verstuurd

WAYS = {"post": "post", "hand": "hand", "e-mail": "email"}
"""How a letter goes, as it is typed and as it is kept."""
_LETTER_HELP = _(
    """Schrijft de adviesbrief aan de verhuurder als PDF of Word-bestand.

    Met --vastleggen wordt de brief een versie die niet meer verandert. Het bestuur moet het advies eerst vaststellen.
    Voorbeeld:
    huurdersapp advies brief 3 --uit brief.pdf --vastleggen"""
)
_DECIDE_HELP = _(
    """Schrijft op dat het bestuur het advies heeft vastgesteld.

    Voorbeeld:
    huurdersapp advies vaststel 3 --op 30-08-2021 --stemmen "5 voor, 1 tegen\""""
)
_SEND_HELP = _(
    """Schrijft op wanneer en hoe de vastgelegde brief is verstuurd.

    Met --uit zet u een e-mail klaar met de brief erbij. U verstuurt die zelf. Voorbeeld:
    huurdersapp advies verstuur 3 --op 02-09-2021 --wijze e-mail --uit brief.eml"""
)
_ARRIVED_HELP = _(
    """Schrijft op wanneer de verhuurder het advies ontving. Vanaf die dag lopen zijn 14 dagen voor de redenen.

    Voorbeeld:
    huurdersapp advies aangekomen 3 --op 03-09-2021 --bewijs "Bericht van ontvangst\""""
)
On = Annotated[
    str,
    typer.Option("--op", metavar="DATUM", parser=readable, help=_("De dag, zoals 02-09-2021 of gisteren.")),
]
Proof = Annotated[
    str | None,
    typer.Option("--bewijs", metavar="TEKST", parser=readable, help=_("Waaruit dat blijkt.")),
]


def add_to(cases: typer.Typer) -> None:
    """Give the group `advies` these commands."""
    cases.command("brief", cls=DutchCommand, help=_LETTER_HELP)(letter)
    cases.command("vaststel", cls=DutchCommand, help=_DECIDE_HELP)(decide)
    cases.command("verstuur", cls=DutchCommand, help=_SEND_HELP)(send)
    cases.command("aangekomen", cls=DutchCommand, help=_ARRIVED_HELP)(arrived)


def letter(
    number: Number,
    target: Paper,
    fix: Annotated[
        bool, typer.Option("--vastleggen", help=_("Leg de brief vast en schrijf die versie (.pdf)."))
    ] = False,
    version: Annotated[
        int | None,
        typer.Option("--versie", metavar="NUMMER", help=_("Schrijf een versie die al vastligt (.pdf).")),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The letter of an advies, as it is now or as it was fixed."""
    from huurdersapp.actions import advies, brief_versies, brief_zaak, papier
    from huurdersapp.base import files

    if fix and version is not None:
        raise Wrong(_("Kies --vastleggen of --versie, niet allebei."))
    if (fix or version is not None) and target.suffix.lower() != ".pdf":
        raise Wrong(_("Een brief die vastligt, is een PDF. Laat de naam achter --uit op .pdf eindigen."))
    with administration(folder, form) as ctx:
        if not fix and version is None:
            told(output.run(advies.write_letter(ctx, number, target)), form)
            return
        if fix:
            made = output.run(brief_zaak.fixing_case(ctx, number))
        else:
            of = brief_zaak.letter_of_case(ctx, number)
            made = brief_versies.version(ctx, of, version or 0)
        files.write(target, brief_versies.pdf(ctx, made.letter, made.number))
    facts = {
        "registernummer": made.registered,
        "versie": made.number,
        "sha256": made.sha256,
        "vastgelegd_op": made.fixed_at.isoformat(),
    }
    told(papier.Printed(target, made.pages, list(made.warnings)), form, **facts)
    if form != JSON:
        text = _("Brief {registered}, versie {version}.")
        output.say(text.format(registered=made.registered, version=made.number))


def decide(
    number: Number,
    on: On,
    present: Annotated[
        str | None,
        typer.Option("--aanwezig", metavar="TEKST", parser=readable, help=_("Wie er bij het besluit waren.")),
    ] = None,
    votes: Annotated[
        str | None,
        typer.Option("--stemmen", metavar="TEKST", parser=readable, help=_("Hoe er gestemd is.")),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The decision of the board."""
    from huurdersapp.actions import brief_zaak
    from huurdersapp.base.formats import day_long

    with administration(folder, form) as ctx:
        when = _day(on)
        saved = brief_zaak.decide(ctx, number, when, present=present, votes=votes)
    output.warn(saved.warnings)
    if form == JSON:
        output.say_json(saved.records[0])
    else:
        text = _("Het bestuur heeft advies {number} vastgesteld op {day}.")
        output.say(text.format(number=number, day=day_long(when)))


def send(
    number: Number,
    on: On,
    way: Annotated[
        str,
        typer.Option("--wijze", metavar="WIJZE", parser=readable, help=_("Kies uit: post, hand, e-mail.")),
    ],
    proof: Proof = None,
    target: Annotated[
        Path | None,
        typer.Option("--uit", metavar="BESTAND", help=_("Het bestand voor de e-mail (.eml).")),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            "--aan", metavar="ADRES", parser=readable, help=_("Een ander e-mailadres dan bekend is.")
        ),
    ] = "",
    folder: Folder = None,
    form: Form = None,
) -> None:
    """How and when the letter went out, and the e-mail to send it with."""
    from huurdersapp.actions import brief_versturen, brief_zaak

    if way not in WAYS:
        raise Wrong(_("‘{way}’ kan hier niet. Kies uit: post, hand, e-mail.").format(way=way[:40]))
    if (target is not None or to) and way != "e-mail":
        raise Wrong(_("Bij --uit en --aan hoort: --wijze e-mail."))
    if to and target is None:
        raise Wrong(_("Bij --aan hoort ook --uit, met de naam van een bestand."))
    with administration(folder, form) as ctx:
        of, when = brief_zaak.letter_of_case(ctx, number), _day(on)
        ready = brief_versturen.write_email(ctx, of, target, to=to) if target is not None else None
        sent = brief_versturen.send(ctx, of, when, WAYS[way], proof=proof)
    _say_sent(number, when, way, sent, ready, form)


def arrived(number: Number, on: On, proof: Proof = None, folder: Folder = None, form: Form = None) -> None:
    """When the landlord received the letter."""
    from huurdersapp.actions import brief_versturen, brief_zaak
    from huurdersapp.base.formats import day_long

    with administration(folder, form) as ctx:
        of, when = brief_zaak.letter_of_case(ctx, number), _day(on)
        found = brief_versturen.arrived(ctx, of, when, proof=proof)
    if form == JSON:
        output.say_json({"registernummer": found.registered, "aangekomen_op": when.isoformat()})
    else:
        text = _("De verhuurder ontving advies {number} op {day}.")
        output.say(text.format(number=number, day=day_long(when)))


def _say_sent(
    number: int, when: date, way: str, sent: Verstuurd, ready: Klaargezet | None, form: str | None
) -> None:
    from huurdersapp.base.formats import day_long

    output.warn(sent.warnings)
    if form == JSON:
        output.say_json(
            {
                "registernummer": sent.registered,
                "versie": sent.version,
                "verstuurd_op": when.isoformat(),
                "wijze": way,
                "bestand": str(ready.path) if ready else None,
                "aan": (ready.to or None) if ready else None,
                "waarschuwingen": list(sent.warnings),
            }
        )
        return
    text = _("Advies {number} is verstuurd op {day} (brief {registered}, versie {version}).")
    output.say(
        text.format(number=number, day=day_long(when), registered=sent.registered, version=sent.version)
    )
    if ready is not None:
        output.say(_("{path} is klaar. Open het bestand en verstuur de e-mail.").format(path=ready.path))


def _day(text: str) -> date:
    """The day that was typed; of a day without a year the last one. Within the administration, as the example has its
    own today."""
    from huurdersapp.base import clock
    from huurdersapp.base.days import typed_day

    return typed_day(text, clock.today(), "past")
