"""The commands about one person: searching, what is kept of him on paper, erasing, and the certificate of that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, Folder, Form, administration, readable, record_number
from huurdersapp.cli.papers import Paper, told

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.actions.persoon import Treffer, Vraag

_SEARCH_HELP = _(
    """Zoekt alles wat over één persoon gaat, ook in de prullenbak en de geschiedenis.

    Elke vondst krijgt een merk. Dat gebruikt u bij inzage en wissen. Voorbeeld:
    huurdersapp privacy zoek --naam "J. van den Berg" --postcode "7811 AB" --huisnummer 12"""
)
_ACCESS_HELP = _(
    """Maakt het overzicht voor wie vraagt wat u van hem bewaart (AVG artikel 15).

    Zonder --toon komt alles erin wat het programma ‘zeker’ of ‘waarschijnlijk’ noemt. Voorbeeld:
    huurdersapp privacy inzage 3 --naam "J. Bakker" --zwart "d4e5f6=mevrouw Smit" --uit inzage.pdf"""
)
_ERASE_HELP = _(
    """Wist wat over één persoon gaat, overal. Zonder --ja ziet u alleen wat er weg zou gaan.

    Kies zelf met --wis wat weg moet. Voorbeeld:
    huurdersapp privacy wissen 3 --naam "J. Bakker" --wis a1b2c3 --houd "d4e5f6=Plicht" --ja"""
)
_PROOF_HELP = _(
    """Maakt het bewijs dat gegevens gewist zijn.

    Voorbeeld:
    huurdersapp privacy wisbewijs 3 --uit bewijs.pdf"""
)


def _text(name: str, help_: str) -> Any:
    return typer.Option(name, metavar="TEKST", parser=readable, help=help_)


Naam = Annotated[str, _text("--naam", _("Naam van de persoon; voorletters mogen ook."))]
Straat = Annotated[str, _text("--straat", _("Straat, zonder nummer."))]
Huisnummer = Annotated[str, _text("--huisnummer", _("Huisnummer met toevoeging, zoals 14-A."))]
Postcode = Annotated[str, _text("--postcode", _("Postcode, zoals 7811 AB."))]
Telefoon = Annotated[str, _text("--telefoon", _("Telefoonnummer, hoe dan ook geschreven."))]
Email = Annotated[str, _text("--email", _("E-mailadres."))]
Request = Annotated[
    int,
    typer.Argument(metavar="VERZOEK", parser=record_number, help=_("Nummer van het verzoek over privacy.")),
]


def _marks(name: str, metavar: str, help_: str) -> Any:
    return typer.Option(name, metavar=metavar, parser=readable, help=help_)


def add_to(made: typer.Typer) -> None:
    """Give the group `privacy` the commands about one person."""
    made.command("zoek", cls=DutchCommand, help=_SEARCH_HELP)(search)
    made.command("inzage", cls=DutchCommand, help=_ACCESS_HELP)(access)
    made.command("wissen", cls=DutchCommand, help=_ERASE_HELP)(erase)
    made.command("wisbewijs", cls=DutchCommand, help=_PROOF_HELP)(proof)


def search(
    naam: Naam = "",
    straat: Straat = "",
    huisnummer: Huisnummer = "",
    postcode: Postcode = "",
    telefoon: Telefoon = "",
    email: Email = "",
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Everything that may be of one person."""
    with administration(folder, form) as ctx:
        found = _found(ctx, _asked(naam, straat, huisnummer, postcode, telefoon, email))
        _say_found(found, form)


def access(
    request: Request,
    target: Paper,
    naam: Naam = "",
    straat: Straat = "",
    huisnummer: Huisnummer = "",
    postcode: Postcode = "",
    telefoon: Telefoon = "",
    email: Email = "",
    show: Annotated[
        list[str] | None, _marks("--toon", "MERK", _("Deze vondst komt erin. Mag vaker."))
    ] = None,
    black: Annotated[
        list[str] | None,
        _marks("--zwart", "MERK=WOORDEN", _("Komt erin, met deze woorden over anderen zwart. Mag vaker.")),
    ] = None,
    away: Annotated[
        list[str] | None, _marks("--weg", "MERK", _("Komt er niet in: het gaat over anderen. Mag vaker."))
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The overview for who asks what is kept of him."""
    from huurdersapp.actions import inzage
    from huurdersapp.actions.inzage import Keuze

    asked = _asked(naam, straat, huisnummer, postcode, telefoon, email)
    with administration(folder, form) as ctx:
        found = _found(ctx, asked)
        chosen = {one.sleutel: Keuze(one.sleutel) for one in _by_marks(found, show or ())}
        if show is None:
            chosen = {one.sleutel: Keuze(one.sleutel) for one in found if one.zeker != "misschien"}
        for mark, words in _pairs(black or (), "--zwart"):
            (one,) = _by_marks(found, [mark])
            before = chosen.get(one.sleutel, Keuze(one.sleutel)).zwart
            chosen[one.sleutel] = Keuze(one.sleutel, "zwart", (*before, words))
        chosen |= {one.sleutel: Keuze(one.sleutel, "weg") for one in _by_marks(found, away or ())}
        told(output.run(inzage.geef(ctx, request, asked, list(chosen.values()), target)), form)


def erase(
    request: Request,
    naam: Naam = "",
    straat: Straat = "",
    huisnummer: Huisnummer = "",
    postcode: Postcode = "",
    telefoon: Telefoon = "",
    email: Email = "",
    go: Annotated[list[str] | None, _marks("--wis", "MERK", _("Dit gaat weg. Mag vaker."))] = None,
    keep: Annotated[
        list[str] | None, _marks("--houd", "MERK=REDEN", _("Dit blijft, met de reden. Mag vaker."))
    ] = None,
    sure: Annotated[
        bool, typer.Option("--ja", help=_("Wis nu. Zonder dit ziet u alleen wat weg zou gaan."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Erase what is of one person, or tell what would go."""
    from huurdersapp.actions import wissen
    from huurdersapp.actions.wissen import Besluit

    asked = _asked(naam, straat, huisnummer, postcode, telefoon, email)
    with administration(folder, form) as ctx:
        found = _found(ctx, asked)
        decided = [Besluit(one.sleutel, "gewist") for one in _by_marks(found, go or ())]
        for mark, reason in _pairs(keep or (), "--houd"):
            decided += [Besluit(one.sleutel, "bewaard", reason) for one in _by_marks(found, [mark])]
        if not sure:
            _say_plan(wissen.voorgenomen(found, decided), form)
            return
        done = output.run(wissen.wis(ctx, request, asked, decided))
        if form == JSON:
            output.say_json({"verzoek": request, "plaatsen": done.plaatsen, "zinnen": list(done.zinnen)})
            return
        for text in done.zinnen:
            output.say_paragraph(text)


def proof(
    request: Request,
    target: Paper,
    without_name: Annotated[
        bool, typer.Option("--zonder-naam", help=_("Voor uw eigen map: zonder de naam van de persoon."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The certificate of an erasing."""
    from huurdersapp.actions import wisbewijs

    with administration(folder, form) as ctx:
        told(output.run(wisbewijs.schrijf(ctx, request, target, met_naam=not without_name)), form)


def mark_of(key: str) -> str:
    """A short mark for a finding, that one can type: the same as long as nothing there changes."""
    return hashlib.sha256(key.encode()).hexdigest()[:6]


def _asked(naam: str, straat: str, huisnummer: str, postcode: str, telefoon: str, email: str) -> Vraag:
    from huurdersapp.actions.persoon import Vraag

    return Vraag(naam, straat, huisnummer, postcode, telefoon, email)


def _found(ctx: Context, asked: Vraag) -> tuple[Treffer, ...]:
    from huurdersapp.actions import persoon

    return output.run(persoon.zoek(ctx, asked))


def _by_marks(found: Iterable[Treffer], marks: Sequence[str]) -> list[Treffer]:
    known = {mark_of(each.sleutel): each for each in found}
    for mark in marks:
        if mark.strip() not in known:
            raise UserError(
                _("Het merk {mark} is er niet bij."),
                _("Zoek opnieuw met: huurdersapp privacy zoek"),
                mark=mark[:20],
            )
    return [known[mark.strip()] for mark in marks]


def _pairs(texts: Iterable[str], option: str) -> list[tuple[str, str]]:
    pairs = [text.partition("=") for text in texts]
    if any(not (mark.strip() and words.strip()) for mark, _sign, words in pairs):
        raise Wrong(_("Schrijf {option} als een merk, een =-teken en dan de woorden.").format(option=option))
    return [(mark, words.strip()) for mark, _sign, words in pairs]


def _say_found(found: Sequence[Treffer], form: str | None) -> None:
    if form == JSON:
        output.say_json(
            [
                {
                    "merk": mark_of(each.sleutel),
                    "zeker": each.zeker,
                    "aard": each.aard,
                    "soort": each.soort,
                    "nummer": each.nummer,
                    "velden": dict(zip(each.velden, each.waarden, strict=False)),
                    "tekst": each.vrije_tekst,
                    "waar": each.waar,
                    "waarom": each.waarom,
                    "kan_weg": each.kan_weg,
                }
                for each in found
            ]
        )
        return
    if not found:
        output.say(_("Er is niets gevonden."))
        return
    text = ngettext(
        "Er is {count} vondst. Kijk of het deze persoon is.",
        "Er zijn {count} vondsten. Kijk bij elk of het deze persoon is.",
        len(found),
    )
    output.say_paragraph(text.format(count=len(found)))
    headings = [_("Merk"), _("Zeker"), _("Wat"), _("Waar"), _("Wat er staat"), _("Waarom")]
    rows = [
        [
            mark_of(each.sleutel),
            each.zeker,
            f"{each.soort_naam} {each.nummer or ''}".strip(),
            each.waar,
            each.vrije_tekst or ", ".join(each.waarden),
            each.waarom,
        ]
        for each in found
    ]
    output.say_table(headings, rows)


def _say_plan(plan: Any, form: str | None) -> None:
    if form == JSON:
        output.say_json(
            {
                "weg": dict(plan.weg),
                "blijft": [
                    {"soort": kind, "nummer": number, "reden": why} for kind, number, why in plan.blijft
                ],
            }
        )
        return
    if plan.weg:
        output.say_table([_("Dit gaat weg"), _("Plaatsen")], [[kind, str(count)] for kind, count in plan.weg])
    for kind, number, why in plan.blijft:
        output.say(_("Dit blijft: {kind} {number}. {why}").format(kind=kind, number=number or "", why=why))
    for text in plan.zinnen:
        output.say_paragraph(text)
    output.say_paragraph(_("Er is niets gewist. Zet er --ja bij om te wissen."))
