"""The commands about privacy: the register and the statement on paper, the yearly round, and what stood on a computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.cli import output, privacy_person
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, Folder, Form, administration, readable
from huurdersapp.cli.papers import Paper, group, told
from huurdersapp.cli.renovation_answers import day

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.actions.opschoonronde import Gehouden, Voorstel

_HELP = _("Regelt wat er over mensen bewaard wordt: register, verklaring, opschoonronde en datalek.")
_PROPOSALS_HELP = _(
    """Toont wat het programma voorstelt voor het register van verwerkingen, of neemt het over.

    Wat er al staat, blijft zoals het is. Voorbeeld:
    huurdersapp privacy voorstellen --overnemen"""
)
_REGISTER_HELP = _(
    """Maakt het register van verwerkingen (AVG artikel 30).

    Voorbeeld:
    huurdersapp privacy register --uit register.pdf"""
)
_STATEMENT_HELP = _("Maakt de privacyverklaring voor leden en huurders (AVG artikel 13).")
_ROUND_HELP = _(
    """Toont van wie de bewaartermijn voorbij is. Met --zeker worden die gegevens gewist.

    Aantallen blijven: een verslag over een eerder jaar blijft gelijk. Eerst komt er een reservekopie. Voorbeeld:
    huurdersapp privacy ronde
    huurdersapp privacy ronde --houd "knelpunt:12=De zaak loopt nog" --zeker"""
)
_ON_IT_HELP = _(
    """Maakt de bladzijde ‘Wat stond erop?’ voor een datalek: aantallen, geen namen.

    Voorbeeld:
    huurdersapp privacy stond-erop --op 3-5-2026 --uit erop.pdf"""
)
Keep = Annotated[
    list[str] | None,
    typer.Option(
        "--houd",
        metavar="SOORT:NUMMER=REDEN",
        parser=readable,
        help=_("Dit record blijft deze keer zoals het is, met de reden. Mag vaker."),
    ),
]


def add_to(app: typer.Typer) -> None:
    """Give the program the group of commands `privacy`."""
    made = group(app, "privacy", _HELP, _("Gegevens"))
    made.command("voorstellen", cls=DutchCommand, help=_PROPOSALS_HELP)(proposals)
    made.command("register", cls=DutchCommand, help=_REGISTER_HELP)(register)
    made.command("verklaring", cls=DutchCommand, help=_STATEMENT_HELP)(statement)
    made.command("ronde", cls=DutchCommand, help=_ROUND_HELP)(yearly)
    made.command("stond-erop", cls=DutchCommand, help=_ON_IT_HELP)(on_it)
    privacy_person.add_to(made)


def proposals(
    take: Annotated[
        bool, typer.Option("--overnemen", help=_("Zet de voorstellen in het register, in één keer."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The proposals for the register."""
    from huurdersapp.actions import verwerkingen

    with administration(folder, form) as ctx:
        numbers = verwerkingen.overnemen(ctx) if take else ()
        found = verwerkingen.voorstellen(ctx)
    if form == JSON:
        told_all = [{**item.values, "er_al": item.er_al} for item in found]
        output.say_json({"overgenomen": list(numbers), "voorstellen": told_all})
        return
    if take:
        text = ngettext(
            "{count} verwerking staat nu in het register.",
            "{count} verwerkingen staan nu in het register.",
            len(numbers),
        )
        output.say(text.format(count=len(numbers)) if numbers else _("Alles stond er al."))
        return
    headings = [_("Verwerking"), _("Maanden"), _("In het register")]
    rows = [[item.naam, str(item.bewaarmaanden or ""), _("ja") if item.er_al else _("nee")] for item in found]
    output.say_table(headings, rows)


def register(target: Paper, folder: Folder = None, form: Form = None) -> None:
    """The processing register on paper."""
    _paper("register", target, folder, form)


def statement(target: Paper, folder: Folder = None, form: Form = None) -> None:
    """The privacy statement on paper."""
    _paper("verklaring", target, folder, form)


def _paper(kind: str, target: Path, folder: Path | None, form: str | None) -> None:
    from huurdersapp.actions import privacy_papier

    with administration(folder, form) as ctx:
        told(output.run(privacy_papier.write(ctx, kind, target)), form)


def on_it(
    target: Paper,
    on: Annotated[
        str | None,
        typer.Option(
            "--op",
            metavar="DAG",
            parser=readable,
            help=_("De dag waarop het wegraakte: dan telt de laatste reservekopie van vóór die dag."),
        ),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """What stood on a computer that is gone."""
    from huurdersapp.actions import stond_erop

    with administration(folder, form) as ctx:
        told(output.run(stond_erop.write(ctx, target, day(on))), form)


# -- the yearly round ----------------------------------------------------------------------------------------------


def yearly(
    keep: Keep = None,
    remark: Annotated[
        str, typer.Option("--toelichting", metavar="TEKST", parser=readable, help=_("Komt bij de ronde."))
    ] = "",
    sure: Annotated[
        bool, typer.Option("--zeker", help=_("Wis nu. Zonder dit ziet u alleen wat weg zou gaan."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """The yearly round: what would go, or the round itself."""
    from huurdersapp.actions import opschoonronde

    with administration(folder, form) as ctx:
        kept = [_exception(ctx, text) for text in keep or ()]
        if sure:
            _say_done(output.run(opschoonronde.houd(ctx, kept, toelichting=remark)), form)
        else:
            _say_plan(opschoonronde.voorstel(ctx), form)


def _exception(ctx: Context, text: str) -> Any:
    from huurdersapp.actions import records
    from huurdersapp.actions.opschoonronde import Uitzondering

    what, _sign, why = text.partition("=")
    kind, _colon, number = what.partition(":")
    if not (kind.strip() and number.strip().isdecimal()):
        raise Wrong(_("Schrijf --houd als SOORT:NUMMER=REDEN, zoals knelpunt:12=De zaak loopt nog."))
    if not why.strip():
        raise UserError(_("Schrijf bij elke uitzondering waarom u die gegevens houdt."))
    spec = ctx.spec(kind.strip())
    with ctx.store.reading() as db:
        records.find(db, spec, int(number))
    return Uitzondering(spec.key, int(number), why.strip())


def _say_plan(found: Voorstel, form: str | None) -> None:
    from huurdersapp.base.formats import day as written

    if form == JSON:
        parts = [
            {
                "soort": deel.soort,
                "maanden": deel.maanden,
                "tot": deel.tot.isoformat() if deel.tot else None,
                "lijst": {"soort": deel.kind, "waar": list(deel.where)},
                "aantal": deel.aantal,
                "in_prullenbak": deel.in_bak,
                "alleen_geschiedenis": deel.ooit,
                "gaat": list(deel.velden),
            }
            for deel in found.delen
        ]
        output.say_json({"op": found.op.isoformat(), "delen": parts, "teksten": found.teksten})
        return
    headings = [
        _("Soort"),
        _("Maanden"),
        _("Afgelopen tot en met"),
        _("Records"),
        _("Prullenbak"),
        _("Geschiedenis"),
    ]
    rows = [
        [
            deel.label,
            str(deel.maanden or ""),
            written(deel.tot) if deel.tot else "",
            *(str(count) for count in (deel.aantal, deel.in_bak, deel.ooit)),
        ]
        for deel in found.delen
    ]
    output.say_table(headings, rows)
    for deel in found.delen:
        if deel.aantal:
            line = _("{label}: huurdersapp lijst {kind} --waar {where}")
            output.say(line.format(label=deel.label, kind=deel.kind, where=" --waar ".join(deel.where)))
    for text in found.zinnen():
        output.say_paragraph(text)
    if found.anything:
        output.say_paragraph(_("Er is niets gewist. Zet er --zeker bij om de ronde te houden."))


def _say_done(done: Gehouden, form: str | None) -> None:
    if form == JSON:
        output.say_json({"nummer": done.number, "zinnen": list(done.sentences)})
        return
    for text in done.sentences:
        output.say_paragraph(text)
