"""The command `reservekopie`: making copies, seeing which there are, looking into one and putting one back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base import paths
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.formats import moment, number
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.cli import output, secret
from huurdersapp.cli.dutch import DutchCommand
from huurdersapp.cli.options import JSON, Folder, Form, administration
from huurdersapp.cli.papers import group

if TYPE_CHECKING:
    from huurdersapp.actions.reservekopie import Copy, Difference, Restored

_MAKE_HELP = _(
    """Maakt een reservekopie en leest haar na.

    Noemt u een map op een usb-stick, dan komt daar ook een kopie:
    huurdersapp reservekopie maak --naar MAP"""
)
_LIST_HELP = _("Toont de reservekopieën, de nieuwste bovenaan.")
_LOOK_HELP = _("Vertelt wat er in een reservekopie staat en wat er ontbreekt. Er wordt niets gewijzigd.")
_BACK_HELP = _(
    """Zet een reservekopie terug in de plaats van de administratie van nu.

    De administratie van nu blijft 30 dagen bewaard. Zonder --ja vertelt de opdracht alleen wat er gaat gebeuren."""
)
_KEPT = lazy("bewaard")
Which = Annotated[
    str | None,
    typer.Argument(
        metavar="KOPIE",
        help=_(
            "De naam uit de lijst, of de map van een kopie. Noemt u niets, dan de nieuwste goede reservekopie."
        ),
    ),
]
To = Annotated[
    Path | None,
    typer.Option("--naar", metavar="MAP", help=_("Een map op een usb-stick, voor een kopie daar.")),
]
From = Annotated[
    Path | None,
    typer.Option("--van", metavar="MAP", help=_("Een andere map met kopieën, zoals een usb-stick.")),
]
Sure = Annotated[
    bool, typer.Option("--zeker", help=_("Ook als de map op dezelfde schijf staat als de administratie."))
]
Yes = Annotated[bool, typer.Option("--ja", help=_("Zet echt terug, zonder nog te vragen."))]


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    backups = group(app, "reservekopie", _("Maakt reservekopieën en zet ze terug."), _("Bewaren"))
    backups.command("maak", cls=DutchCommand, help=_MAKE_HELP)(make)
    backups.command("lijst", cls=DutchCommand, help=_LIST_HELP)(show)
    backups.command("bekijk", cls=DutchCommand, help=_LOOK_HELP)(look)
    backups.command("terugzetten", cls=DutchCommand, help=_BACK_HELP)(back)


def make(to: To = None, sure: Sure = False, folder: Folder = None, form: Form = None) -> None:
    """A copy here, and one on a stick."""
    from huurdersapp.actions import reservekopie

    with administration(folder, form) as ctx:
        job = reservekopie.make(ctx) if to is None else reservekopie.usb(ctx, to, sure=sure)
        made = output.run(job)
        told = reservekopie.gebruik(ctx.folder).zinnen
    output.warn(told)
    if form == JSON:
        output.say_json({"map": str(made)})
    else:
        output.say(_("De reservekopie staat in {path}.").format(path=made))


def show(source: From = None, folder: Folder = None, form: Form = None) -> None:
    """The copies; nothing is opened, so no password is asked."""
    from huurdersapp.actions import reservekopie

    place = paths.data_folder(folder)
    found = reservekopie.zoek(source) if source else reservekopie.lijst(place)
    kept = () if source else reservekopie.bewaard(place)
    use = reservekopie.gebruik(place)
    if form == JSON:
        output.say_json(
            {
                "kopieen": [_plain(copy) for copy in found],
                "bewaard": [_plain(copy) for copy in kept],
                "bytes": use.bytes,
                "grens": use.grens,
            }
        )
        return
    if not found and not kept:
        output.say(_("Er zijn nog geen reservekopieën."))
        return
    for copy in found:
        output.say(_line(copy))
    for copy in kept:
        output.say(f"{_line(copy)} ({_KEPT})")
    if not source:
        size, most = number(round(use.bytes / 1_000_000)), number(round(use.grens / 1_000_000))
        output.say(_("Samen {size} MB. Er is ruimte voor {most} MB.").format(size=size, most=most))
    output.warn(use.zinnen)


def _line(copy: Copy) -> str:
    text = (
        _("{name}: {when}, {why}, {size} MB, nagelezen")
        if copy.verified
        else _("{name}: {when}, {why}, {size} MB, niet nagelezen")
    )
    size = number(max(round(copy.size / 1_000_000), 1))
    return text.format(name=copy.path.name, when=moment(copy.made_at), why=copy.words, size=size)


def _plain(copy: Copy) -> dict[str, Any]:
    return {
        "naam": copy.path.name,
        "map": str(copy.path),
        "gemaakt_op": copy.made_at.isoformat(timespec="seconds"),
        "waarom": copy.why,
        "bytes": copy.size,
        "nagelezen": copy.verified,
    }


def look(which: Which = None, source: From = None, folder: Folder = None, form: Form = None) -> None:
    """What is in a copy, and what it lacks."""
    from huurdersapp.actions import lists, reservekopie
    from huurdersapp.app import opened

    place = paths.data_folder(folder)
    copy = _chosen(place, which, source)
    with opened(copy.path, read_only=True, **secret.way(copy.path)) as ctx:
        key = ctx.store.key
        counts = {
            str(spec.plural): count
            for spec in ctx.store.catalogue.specs.values()
            if (count := lists.count(ctx, spec))
        }
    lacking = reservekopie.vergelijk(place, copy.path, key)
    if form == JSON:
        output.say_json({**_plain(copy), "aantallen": counts, **_lacking(lacking)})
        return
    output.say(_line(copy))
    for kind, count in counts.items():
        output.say(_("{kind}: {count}").format(kind=kind, count=number(count)))
    for sentence in lacking.words:
        output.say(sentence)


def _lacking(found: Difference) -> dict[str, Any]:
    return {"ontbreekt_stappen": found.steps, "ontbreekt": list(found.words)}


def back(
    which: Which = None,
    source: From = None,
    yes: Yes = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Put a copy back; without --ja only what would happen is told, or asked where somebody can answer."""
    from huurdersapp.actions import reservekopie

    place = paths.data_folder(folder)
    copy = _chosen(place, which, source)
    key, present = _keys(place, copy.path)
    if not yes:
        lacking = reservekopie.vergelijk(place, copy.path, key, present)
        _ask(copy, lacking)
    done = output.run(reservekopie.terugzetten(place, copy.path, key, present_key=present))
    if form == JSON:
        output.say_json(_done(done))
        return
    output.say(_("De reservekopie van {when} is teruggezet.").format(when=moment(copy.made_at)))
    for sentence in (*done.missing, *done.words):
        output.say(sentence)
    if done.kept is not None:
        output.say(_("Daarvoor staat in {path}.").format(path=done.kept))


def _done(done: Restored) -> dict[str, Any]:
    return {
        "laptop": done.device,
        "bewaard": str(done.kept) if done.kept else None,
        "opnieuw_gewist": done.erased_again,
        "ontbreekt": list(done.missing),
        "zinnen": list(done.words),
    }


def _ask(copy: Copy, lacking: Difference) -> None:
    for sentence in lacking.words:
        output.tell(sentence)
    question = _("De reservekopie van {when} terugzetten?").format(when=moment(copy.made_at))
    if not _agreed(question):
        raise UserError(
            _("Er is niets teruggezet."),
            command=_("Zet er --ja bij om deze reservekopie echt terug te zetten."),
        )


def _agreed(question: str) -> bool:
    if not output.is_terminal(sys.stdin):
        return False
    try:
        said = str(typer.prompt(_("{question} Typ ja of nee").format(question=question), err=True))
    except typer.Abort as fault:
        raise Stopped from fault
    return said.strip().lower() in ("ja", "j")


def _keys(place: Path, copy: Path) -> tuple[str, str | None]:
    """The key that opens the copy, and that of the present store where it can be had: one password may open both."""
    from huurdersapp.actions import reservekopie

    present = reservekopie.sleutel(place, **secret.way(place)) if place.is_dir() else None
    if present is not None and reservekopie.past(copy, present):
        return present, present
    own = reservekopie.sleutel(copy, **secret.way(copy))
    return own or present or "", present


def _chosen(place: Path, which: str | None, source: Path | None) -> Copy:
    from huurdersapp.actions import reservekopie

    known = (
        (*reservekopie.zoek(source),)
        if source
        else (*reservekopie.lijst(place), *reservekopie.bewaard(place))
    )
    if which is None:
        if (good := next((copy for copy in known if copy.verified), None)) is not None:
            return good
        raise UserError(_("Er is geen goede reservekopie."), _("Noem zelf de map van een kopie."))
    for copy in known:
        if copy.path.name == which:
            return copy
    if pointed := reservekopie.zoek(Path(which)):
        return pointed[0]
    count = len(known)
    raise UserError(
        ngettext(
            "De kopie ‘{which}’ is er niet. Er is {count} kopie.",
            "De kopie ‘{which}’ is er niet. Er zijn {count} kopieën.",
            count,
        ).format(which=which[:60], count=count),
        command=_("Kijk welke er zijn: huurdersapp reservekopie lijst"),
    )
