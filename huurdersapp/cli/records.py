"""Commands for records of any kind: looking, making, changing, throwing away, and going back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Folder, Form, Kind, Number, administration, readable

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.actions.words import Shown, Table
    from huurdersapp.records.spec import RecordSpec

Source = Annotated[
    str,
    typer.Option(
        "--json", metavar="BESTAND", help=_("JSON-bestand met de gegevens, of - voor standaardinvoer.")
    ),
]


def add_to(app: typer.Typer) -> None:
    """Give the program these commands, in the order in which people meet them."""
    panel = _("Gegevens")
    for name, function, help_ in (
        ("soorten", kinds, _("Toont welke soorten gegevens er zijn.")),
        ("velden", fields, _FIELDS_HELP),
        ("lijst", list_, _LIST_HELP),
        ("toon", show, _SHOW_HELP),
        ("zoek", search, _SEARCH_HELP),
        ("nieuw", new, _NEW_HELP),
        ("wijzig", change, _CHANGE_HELP),
        ("verwijder", discard, _DISCARD_HELP),
        ("geschiedenis", history, _("Toont wie wanneer wat heeft gewijzigd, het nieuwste eerst.")),
        ("ongedaan", undo, _UNDO_HELP),
    ):
        app.command(name, cls=DutchCommand, help=help_, rich_help_panel=panel)(function)


_FIELDS_HELP = _(
    "Toont de velden van een soort: hoe elk veld heet, wat erin kan en of het verplicht is. Met deze namen werken "
    "nieuw, wijzig en lijst --waar."
)
_LIST_HELP = _(
    """Toont een lijst, of zet die in een bestand.

    Voorbeelden, te typen op één regel:
    huurdersapp lijst knelpunt --waar status=gemeld --waar kern=Klazienaveen
    huurdersapp lijst knelpunt --zoek schimmel --uit knelpunten.xlsx"""
)
_SHOW_HELP = _(
    "Toont alles van één record. Wat u met --formaat json krijgt, kunt u aanpassen en teruggeven aan wijzig."
)
_SEARCH_HELP = _(
    "Zoekt in alle soorten tegelijk naar records waar alle woorden in staan. Een deel van een woord mag ook."
)
_NEW_HELP = _(
    """Maakt nieuwe records uit een JSON-bestand: één record tussen accolades, of een lijst ervan.

    Klopt er iets niet, dan wordt er niets opgeslagen en leest u wat er mis is. Het nummer geeft het programma zelf.

    Voorbeeld van zo'n bestand, voor de soort knelpunt:
    {"titel": "Lekkage", "categorie": "onderhoud", "kern": "Klazienaveen"}"""
)
_CHANGE_HELP = _(
    "Wijzigt één record. Alleen de velden die in het JSON-bestand staan veranderen; null maakt een veld leeg."
)
_DISCARD_HELP = _("Gooit een record in de prullenbak. Met ongedaan haalt u het terug.")
_UNDO_HELP = _("Maakt de laatste wijziging ongedaan. Nog een keer: de wijziging daarvoor.")


def kinds(folder: Folder = None, form: Form = None) -> None:
    """The record types; needs no administration."""
    from huurdersapp.records import ALL

    if form == JSON:
        output.say_json(
            [
                {"soort": key, "naam": str(spec.label), "meervoud": str(spec.plural)}
                for key, spec in ALL.items()
            ]
        )
        return
    output.say_table([_("Soort"), _("Naam")], [[key, str(spec.label)] for key, spec in ALL.items()])


def fields(kind: Kind, folder: Folder = None, form: Form = None) -> None:
    """The fields of a kind; needs no administration."""
    from huurdersapp.actions.context import find_spec
    from huurdersapp.actions.records import described

    spec = find_spec(kind)
    items = described(spec)
    if form == JSON:
        output.say_json(items)
        return
    headings = [_("Veld"), _("Naam"), _("Type"), _("Verplicht"), _("Wat erin kan")]
    output.say_table(headings, _field_rows(items), whole=True)
    if spec.filters:
        named = ", ".join(f"{item.key} ({item.kind})" for item in spec.filters)
        output.say_paragraph(_("Alleen bij lijst --waar: {named}.").format(named=named))


def _field_rows(items: Sequence[Mapping[str, Any]], before: str = "") -> list[list[str]]:
    rows: list[list[str]] = []
    for item in items:
        needed = _("ja") if item["verplicht"] else ""
        rows.append([before + item["naam"], item["label"], item["type"], needed, _possible(item)])
        rows += _field_rows(item.get("velden") or (), f"{before}{item['naam']}.")
    return rows


def _possible(item: Mapping[str, Any]) -> str:
    if item["keuzes"]:
        return ", ".join(choice["sleutel"] for choice in item["keuzes"])
    if item["soort"]:
        return _("nummer of naam van een {kind}").format(kind=item["soort"])
    if item["type"] == "datum":
        return _("jaar-maand-dag")
    if item["type"] == "bedrag":
        return _("hele centen")
    return item["eenheid"] or ""


def list_(
    kind: Kind,
    words: Annotated[
        str,
        typer.Option(
            "--zoek", metavar="WOORDEN", parser=readable, help=_("Alleen waar deze woorden in staan.")
        ),
    ] = "",
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--waar",
            metavar="VELD=WAARDE",
            parser=readable,
            help=_(
                "Alleen waar dit veld deze waarde heeft; mag vaker. Zonder waarde: waar het veld leeg is."
            ),
        ),
    ] = None,
    order: Annotated[
        str,
        typer.Option(
            "--sorteer",
            metavar="VELD",
            parser=readable,
            help=_("Op welk veld; met een streepje ervoor (--sorteer=-gemeld_op) het hoogste eerst."),
        ),
    ] = "",
    target: Annotated[
        Path | None,
        typer.Option(
            "--uit", metavar="BESTAND", help=_("Zet de hele lijst in dit bestand (.csv, .xlsx of .json).")
        ),
    ] = None,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """A list on the screen, as JSON, or in a file."""
    from huurdersapp.actions import lists

    with administration(folder, form) as ctx:
        spec, conditions = ctx.spec(kind), where or []
        if target is not None:
            _export(ctx, spec, target, conditions, words, order, form)
        elif form == JSON:
            output.say_json(lists.find(ctx, spec, conditions, words, order))
        else:
            _say_list(ctx, spec, conditions, words, order)


def _export(
    ctx: Context, spec: RecordSpec, target: Path, where: list[str], words: str, order: str, form: str | None
) -> None:
    from huurdersapp.actions import lists

    count = output.run(lists.export(ctx, spec, target, where, words, order))
    if form == JSON:
        output.say_json({"bestand": str(target), "aantal": count})
    else:
        text = _("{path} is klaar. {kinds}: {count}.")
        output.say(text.format(path=target, kinds=spec.plural or spec.label, count=count))


def _say_list(ctx: Context, spec: RecordSpec, where: list[str], words: str, order: str) -> None:
    from huurdersapp.actions import lists

    total = lists.count(ctx, spec, where, words)
    size = output.shown_of(total)
    rows = lists.shown_rows(ctx, spec, words, where, order, size)
    if not total:
        output.say(_("Niets gevonden.") if where or words.strip() else _("Er staat nog niets in deze lijst."))
        return
    output.say_table([spec.fields[key].label for key in spec.columns], rows)
    output.say_rest(total - size, _("--uit of --formaat json"))


def show(kind: Kind, number: Number, folder: Folder = None, form: Form = None) -> None:
    """One record."""
    from huurdersapp.actions import records, words

    with administration(folder, form) as ctx:
        spec = ctx.spec(kind)
        if form == JSON:
            output.say_json(records.show(ctx, spec, number))
            return
        view = words.read_view(ctx, spec, number)
        output.say(f"{spec.label} {number}: {view.title}")
        for line in _in_lines(view.fields, view.tables):
            output.say(f"  {line}")


def _in_lines(fields: Iterable[Shown], tables: Sequence[Table]) -> Iterator[str]:
    """Labels in one column, values in the next; a list with its lines numbered below its label."""
    filled = [(item.label, item.text) for item in fields if item.text]
    labels = [label for label, _text in filled] + [table.label for table in tables if table.link]
    width = max(map(len, labels), default=0)
    for label, text in filled:
        yield from _said(label, text, width)
    for table in tables:
        if table.link:
            yield from _said(table.label, _links(table), width)
            continue
        yield table.label
        for place, row in enumerate(table.rows, 1):
            for index, line in enumerate(_in_lines(row.cells, row.tables)):
                yield f"{'' if index else f'{place}.':>5} {line}".rstrip()


def _said(label: str, text: str, width: int) -> Iterator[str]:
    first, *more = text.split("\n")
    yield f"{label.ljust(width)}  {first}"
    yield from (f"{'':{width}}  {line}".rstrip() for line in more)


def _links(table: Table) -> str:
    return "\n".join(cell.text for row in table.rows for cell in row.cells)


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WOORDEN", parser=readable, help=_("De woorden die u zoekt."))
    ],
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Records of any kind in which all words stand."""
    from huurdersapp.actions import lists
    from huurdersapp.records.text import fold

    asked = " ".join(words)
    with administration(folder, form) as ctx:
        if not fold(asked):
            raise UserError(_("Noem een woord om te zoeken."))
        found = lists.search(ctx, asked, limit=-1)
        if form == JSON:
            output.say_json(
                [{"soort": spec.key, "nummer": number, "titel": name} for spec, number, name in found]
            )
            return
        if not found:
            output.say(_("Niets gevonden."))
            return
        size = output.shown_of(len(found))
        rows = [[spec.key, str(number), name] for spec, number, name in found[:size]]
        output.say_table([_("Soort"), _("Nummer"), _("Titel")], rows)
        output.say_rest(len(found) - size, "--formaat json")


def new(kind: Kind, source: Source, folder: Folder = None, form: Form = None) -> None:
    """New records from JSON, all or none."""
    from huurdersapp.actions import records
    from huurdersapp.cli import jsonin

    with administration(folder, form) as ctx:
        spec, raw = ctx.spec(kind), jsonin.read(source)
        objects = raw if isinstance(raw, list) else [raw]
        if not objects:
            raise UserError(_("De lijst is leeg."), _("Er is niets om op te slaan."))
        _told(ctx, spec, records.create(ctx, spec, objects), form)


def change(kind: Kind, number: Number, source: Source, folder: Folder = None, form: Form = None) -> None:
    """Other values for the given fields of one record."""
    from huurdersapp.actions import records
    from huurdersapp.cli import jsonin

    with administration(folder, form) as ctx:
        spec = ctx.spec(kind)
        _told(ctx, spec, records.change(ctx, spec, number, jsonin.read(source)), form)


def _told(ctx: Context, spec: RecordSpec, saved: Any, form: str | None) -> None:
    output.warn(saved.warnings if form == JSON else saved.labelled)
    if form == JSON:
        output.say_json(saved.records)
        return
    for record in saved.records:
        output.say(_("{kind} {number} is opgeslagen.").format(kind=spec.label, number=record["nummer"]))


def discard(kind: Kind, number: Number, folder: Folder = None, form: Form = None) -> None:
    """A record into the waste bin."""
    from huurdersapp.actions import records

    with administration(folder, form) as ctx:
        spec = ctx.spec(kind)
        output.warn(records.discard(ctx, spec, number))
        if form == JSON:
            output.say_json({"soort": spec.key, "nummer": number})
            return
        text = _("{kind} {number} staat in de prullenbak. Terughalen: huurdersapp ongedaan")
        output.say(text.format(kind=spec.label, number=number))


def history(kind: Kind, number: Number, folder: Folder = None, form: Form = None) -> None:
    """Who changed what and when."""
    from huurdersapp.actions import history as past

    with administration(folder, form) as ctx:
        entries = past.history(ctx, ctx.spec(kind), number)
        if form == JSON:
            output.say_json(past.plain(entries))
            return
        for line in past.lines(entries):
            output.say(line)


def undo(
    again: Annotated[
        bool, typer.Option("--opnieuw", help=_("Doet opnieuw wat u het laatst ongedaan maakte."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """One step back, or forward again."""
    from huurdersapp.actions import history as past

    with administration(folder, form) as ctx:
        label = (past.redo(ctx) if again else past.undo(ctx)).label
        if form == JSON:
            output.say_json({"stap": label, "opnieuw": again})
            return
        text = _("Opnieuw gedaan: {label}") if again else _("Ongedaan gemaakt: {label}")
        output.say(text.format(label=label))
