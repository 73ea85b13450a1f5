"""Commands for the measures of an akkoord: putting in a value, and how all of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, AkkoordNumber, Folder, Form, administration, readable

if TYPE_CHECKING:
    pass

_HELP = _(
    """Voegt een meting toe aan een maat van het akkoord, of verbetert er een.

    Van een aandeel mag u ook het deel en het geheel geven; het programma rekent dan zelf. Voorbeelden:
    huurdersapp meting BB13-I1 --periode 2020 --waarde 9,5 --bron "Overzicht corporaties"
    huurdersapp meting DU2-I9 --periode 2020 --klasse "B=44,5" --klasse "C=30"
    huurdersapp meting BB13-I1 --verbetert 12 --waarde 9,8 --reden "Er was een complex vergeten" """
)
STAND_HELP = _("Toont hoe alle maten van het akkoord ervoor staan, met de regel in woorden.")
YES_NO = {"ja": 1, "nee": 0}


def add_to(app: typer.Typer) -> None:
    """Give the program the command for values; `akkoord stand` stands with the others of the akkoord."""
    app.command("meting", cls=DutchCommand, help=_HELP, rich_help_panel=_("Gegevens"))(measure)


def _number(text: str) -> Decimal:
    from huurdersapp.base.figures import typed_number

    if text.strip().casefold() in YES_NO:
        return Decimal(YES_NO[text.strip().casefold()])
    try:
        return typed_number(readable(text))
    except ValueError:
        raise Wrong(
            _("‘{text}’ is geen getal. Schrijf bijvoorbeeld 1250 of 19,9.").format(text=readable(text)[:40])
        ) from None


def _class(text: str) -> tuple[str, Decimal]:
    name, sign, value = readable(text).rpartition("=")
    if not sign or not name.strip():
        raise Wrong(_("‘{text}’ kan hier niet. Schrijf de klasse zoals B=44,5.").format(text=text[:40]))
    return name.strip(), _number(value)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong(
            _("{text} is geen datum. Schrijf de dag als jaar-maand-dag, zoals 2019-03-05.").format(
                text=f"‘{readable(text)[:40]}’"
            )
        ) from None


def _option(name: str, shown: str, help_: str, parser: Any = readable) -> Any:
    return typer.Option(name, metavar=shown, parser=parser, help=help_)


def measure(
    code: Annotated[
        str,
        typer.Argument(metavar="MAAT", parser=readable, help=_("Code of nummer van de maat, zoals BB13-I1.")),
    ],
    span: Annotated[
        str | None,
        _option(
            "--periode", "PERIODE", _("Een jaar (2020), trimester (2020-T1) of twee dagen met .. ertussen.")
        ),
    ] = None,
    value: Annotated[
        Decimal | None,
        _option("--waarde", "GETAL", _("Wat er is gemeten, zoals 19,9; of ja of nee."), _number),
    ] = None,
    part: Annotated[
        Decimal | None, _option("--teller", "GETAL", _("Hoeveel van het geheel."), _number)
    ] = None,
    whole: Annotated[
        Decimal | None, _option("--noemer", "GETAL", _("Hoeveel het geheel is."), _number)
    ] = None,
    classes: Annotated[
        list[Any] | None,
        _option("--klasse", "KLASSE=GETAL", _("Het percentage van een klasse; geef ze allemaal."), _class),
    ] = None,
    words: Annotated[str | None, _option("--tekst", "TEKST", _("Hoe het staat, in woorden."))] = None,
    party: Annotated[
        str | None, _option("--partij", "NAAM", _("Van welke partij de waarde is; leeg: van alle samen."))
    ] = None,
    place: Annotated[str | None, _option("--kern", "NAAM", _("Voor welke plaats de waarde geldt."))] = None,
    source: Annotated[str | None, _option("--bron", "TEKST", _("Waar de waarde vandaan komt."))] = None,
    by: Annotated[str | None, _option("--door", "NAAM", _("Welke partij de waarde aanleverde."))] = None,
    status: Annotated[
        str | None, _option("--status", "STATUS", _("concept (als u niets noemt), bevestigd of vastgesteld."))
    ] = None,
    meeting: Annotated[
        str | None, _option("--overleg", "NAAM", _("In welk overleg dat is bevestigd of vastgesteld."))
    ] = None,
    old: Annotated[
        int | None, typer.Option("--verbetert", metavar="NUMMER", min=1, help=_("Welke meting u verbetert."))
    ] = None,
    reason: Annotated[str | None, _option("--reden", "TEKST", _("Waarom u die verbetert."))] = None,
    akkoord: AkkoordNumber = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """A value of a measure, or a better version of one."""
    from huurdersapp.actions import metingen, standen

    given = {
        "periode": span, "waarde": _simple(value), "teller": _simple(part), "noemer": _simple(whole),
        "tekst": words, "partij": party, "kern": place, "bron": source, "aangeleverd_door": by, "status": status,
    }  # fmt: skip
    values: dict[str, Any] = {key: one for key, one in given.items() if one is not None}
    if classes:
        values["klassen"] = [{"klasse": name, "waarde": _simple(share)} for name, share in classes]
    if meeting is not None:
        if status not in ("bevestigd", "vastgesteld"):
            raise Wrong(_("Noem bij --overleg ook --status bevestigd of --status vastgesteld."))
        values[f"{status}_in"] = meeting
    if old is None and span is None:
        raise Wrong(_("Noem de periode, zoals --periode 2020."))
    if old is None and reason is not None:
        raise Wrong(_("Een reden hoort bij --verbetert, met het nummer van de meting."))
    with administration(folder, form) as ctx:
        number = metingen.measure_called(ctx, code, akkoord)
        if old is None:
            saved = metingen.enter(ctx, {"indicator": number, **values})
        else:
            saved = metingen.correct(ctx, old, {"indicator": number, **values}, reason or "")
        output.warn(saved.warnings if form == JSON else saved.labelled)
        _tell(saved.records[0], standen.stand(ctx, number), form)


def _simple(value: Decimal | None) -> int | float | None:
    from huurdersapp.actions.plain import simple

    found: int | float | None = simple(value)
    return found


def _tell(record: dict[str, Any], stand: Any, form: str | None) -> None:
    from huurdersapp.actions import standen

    if form == JSON:
        output.say_json({"meting": record, "stand": standen.as_json(stand)})
        return
    text = _("Meting {number} is opgeslagen: {name}.")
    output.say(text.format(number=record["nummer"], name=record["naam"]))
    output.say_paragraph(
        _("{code}: {stand}. {rule}").format(code=stand.code, stand=stand.shown_label, rule=stand.rule)
    )


def stands(
    party: Annotated[
        str | None, _option("--partij", "NAAM", _("Alleen de maten van deze partij, zoals corporaties."))
    ] = None,
    on: Annotated[
        date | None, _option("--op", "DAG", _("Hoe het op deze dag stond, zoals 2020-12-31."), _day)
    ] = None,
    akkoord: AkkoordNumber = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """How the measures of an akkoord stand."""
    from huurdersapp.actions import standen

    with administration(folder, form) as ctx:
        found = standen.standen(ctx, akkoord, on)
        if party is not None:
            wanted = standen.of_party(ctx, party, akkoord)
            found = {number: one for number, one in found.items() if number in wanted}
        if form == JSON:
            output.say_json([standen.as_json(one) for one in found.values()])
            return
        _say_stands(list(found.values()))


def _say_stands(found: Sequence[Any]) -> None:
    if not found:
        output.say(_("Er zijn geen maten."))
        return
    rows = []
    for one in found:
        said = one.shown_label
        if one.own_key:
            said = _("{stand} (volgens ons: {reason})").format(stand=said, reason=one.own_reason)
        rows.append([one.code, said, one.last.words if one.last else "", one.target, one.rule])
    headings = [_("Code"), _("Stand"), _("Waarde"), _("Doel"), _("Regel")]
    output.say_table(headings, rows, whole=True)
