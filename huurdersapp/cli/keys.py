"""The command `sleutel`: the password, the recovery code and the second board member of an administration."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from huurdersapp.base import paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.cli import output, secret
from huurdersapp.cli.dutch import DutchCommand, Wrong
from huurdersapp.cli.options import JSON, Folder, Form, readable
from huurdersapp.cli.papers import group

if TYPE_CHECKING:
    from huurdersapp.actions.sleutels import Eerste, Toestand

_PASSWORD_HELP = _(
    """Beveiligt de administratie met een wachtwoord, of wijzigt het.

    Bij het eerste wachtwoord krijgt de administratie een nieuwe sleutel. Daarna gaan de reservekopieën weg die nog
    zonder wachtwoord te lezen zijn. U krijgt een herstelcode op een blad om te bewaren:
    huurdersapp sleutel wachtwoord --uit herstelblad.pdf"""
)
_CODE_HELP = _("Maakt een nieuwe herstelcode. De vorige opent dan niets meer.")
_SECOND_HELP = _("Geeft een tweede bestuurslid een eigen wachtwoord, of haalt dat weg.")
_KEEP_HELP = _("Laat deze computer de sleutel onthouden, zodat u niets hoeft te typen.")
_NEW_HELP = _(
    "Vervangt de sleutel van de administratie, bijvoorbeeld na diefstal van een laptop. Het wachtwoord blijft gelijk."
)
_BACK_HELP = _(
    """Zet een verloren sleutelbestand terug uit een reservekopie. Uw gegevens zelf blijven zoals ze zijn.

    Had de administratie een wachtwoord? Dan is dat van de reservekopie nodig, of de herstelcode van toen."""
)
_SHOW_HELP = _("Toont hoe de administratie is beveiligd. Het wachtwoord zelf is nergens te zien.")
_KINDS = {
    "open": lazy("geen wachtwoord: wie deze computer kan openen, kan alles lezen"),
    "wachtwoord": lazy("wachtwoord"),
    "herstelcode": lazy("herstelcode"),
    "tweede": lazy("wachtwoord van een tweede bestuurslid"),
}
Sheet = Annotated[
    Path | None,
    typer.Option(
        "--uit", metavar="BESTAND", help=_("Zet het blad met de herstelcode in dit bestand (.pdf).")
    ),
]


def add_to(app: typer.Typer) -> None:
    """Give the program this command."""
    keys = group(app, "sleutel", _("Beveiligt de administratie met een wachtwoord."), _("Bewaren"))
    keys.command("toon", cls=DutchCommand, help=_SHOW_HELP)(show)
    keys.command("wachtwoord", cls=DutchCommand, help=_PASSWORD_HELP)(password)
    keys.command("herstelcode", cls=DutchCommand, help=_CODE_HELP)(code)
    keys.command("tweede", cls=DutchCommand, help=_SECOND_HELP)(second)
    keys.command("onthouden", cls=DutchCommand, help=_KEEP_HELP)(remember)
    keys.command("vernieuw", cls=DutchCommand, help=_NEW_HELP)(renew)
    keys.command("terugzetten", cls=DutchCommand, help=_BACK_HELP)(put_back)


def show(folder: Folder = None, form: Form = None) -> None:
    """How the administration is secured."""
    from huurdersapp.actions import sleutels

    found = sleutels.toestand(_place(folder))
    if form == JSON:
        output.say_json(asdict(found))
        return
    for slot in found.sloten:
        made = slot.gemaakt_op
        text = str(_KINDS[slot.soort])
        output.say(
            text if made is None else _("{kind}, ingesteld op {day}").format(kind=text, day=_day(made))
        )
    if found.beveiligd:
        output.say(_remembered(found))
    else:
        output.say(_("Beveilig de administratie met: huurdersapp sleutel wachtwoord --uit herstelblad.pdf"))


def password(target: Sheet = None, folder: Folder = None, form: Form = None) -> None:
    """The first password, or another one."""
    from huurdersapp.actions import sleutels

    place = _place(folder)
    if sleutels.toestand(place).beveiligd:
        if target is not None:
            raise Wrong(
                _("Een nieuw blad maakt u met: huurdersapp sleutel herstelcode --uit herstelblad.pdf")
            )
        old = secret.present()
        chosen = secret.new(_("Nieuw wachtwoord"))
        sleutels.wijzig(place, old, chosen)
        _say(form, {"gewijzigd": True}, _("Het wachtwoord is gewijzigd."))
        return
    _writable(target)
    chosen = secret.first(_("Nieuw wachtwoord"))
    done = output.run(sleutels.eerste_wachtwoord(place, chosen))
    _tell(done, place, target, form, _("De administratie is beveiligd met een wachtwoord."))


def renew(target: Sheet = None, folder: Folder = None, form: Form = None) -> None:
    """A new key of the store."""
    from huurdersapp.actions import sleutels

    place = _place(folder)
    _writable(target)
    known = secret.present()
    done = output.run(sleutels.nieuwe_sleutel(place, known))
    _tell(done, place, target, form, _("De administratie heeft een nieuwe sleutel."))


def put_back(folder: Folder = None, form: Form = None) -> None:
    """A lost key file comes back from a copy."""
    from huurdersapp.actions import sleutels

    place = _place(folder)
    asks = sleutels.is_terug_te_zetten(place) and sleutels.terug_vraagt(place)
    told = sleutels.terugzetten(place, secret.present() if asks else None)
    _say(form, {"teruggezet": True}, told)


def code(target: Sheet = None, folder: Folder = None, form: Form = None) -> None:
    """A new recovery code."""
    from huurdersapp.actions import sleutels

    place = _place(folder)
    _writable(target)
    known = secret.present()
    made = sleutels.nieuwe_herstelcode(place, known)
    _say_code(made, place, target, form, {}, [])


def second(
    name: Annotated[
        str,
        typer.Option(
            "--naam", metavar="NAAM", parser=readable, help=_("De naam van het tweede bestuurslid.")
        ),
    ] = "",
    away: Annotated[bool, typer.Option("--weg", help=_("Haalt het tweede wachtwoord weg."))] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """A password of their own for a second board member."""
    from huurdersapp.actions import sleutels

    place = _place(folder)
    if away == bool(name.strip()):
        raise Wrong(_("Noem --naam met een naam, of --weg."))
    known = secret.present()
    if away:
        sleutels.tweede_weg(place, known)
        _say(form, {"tweede": False}, _("Het tweede bestuurslid heeft geen wachtwoord meer."))
        return
    sleutels.tweede(place, known, name, secret.new(_("Wachtwoord van het tweede bestuurslid")))
    _say(form, {"tweede": True}, _("Het tweede bestuurslid heeft nu een eigen wachtwoord."))


def remember(
    forget: Annotated[
        bool, typer.Option("--niet", help=_("Vraagt voortaan weer om het wachtwoord."))
    ] = False,
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Whether this computer opens the administration by itself."""
    from huurdersapp.actions import sleutels

    place = _place(folder)
    if forget:
        sleutels.vergeet(place)
        _say(form, {"onthouden": False}, _("Deze computer vraagt weer om het wachtwoord."))
        return
    sleutels.onthoud(place, secret.present())
    _say(
        form,
        {"onthouden": True},
        _("Deze computer onthoudt de sleutel. Wie zich hier aanmeldt als u, opent de administratie."),
    )


def _place(folder: Path | None) -> Path:
    from huurdersapp.actions import vooraf

    place = paths.data_folder(folder)
    if not vooraf.exists(place):
        raise UserError(
            _("Er is nog geen administratie in {folder}."),
            command=_('Maak er een met: huurdersapp start --organisatie "Naam van uw organisatie"'),
            folder=place,
        )
    return place


def _writable(target: Path | None) -> None:
    """Before a code is made that has to get there."""
    if target is not None and target.suffix.lower() != ".pdf":
        raise Wrong(_("Het blad met de herstelcode is een PDF. Noem een bestand dat eindigt op .pdf."))
    if target is not None and not target.absolute().parent.is_dir():
        raise UserError(
            _("De map {folder} bestaat niet."),
            _("Maak de map eerst of kies een andere map."),
            folder=target.absolute().parent,
        )


def _tell(done: Eerste, place: Path, target: Path | None, form: str | None, said: str) -> None:
    facts = {"verwijderd": done.weg, "elders": done.elders, "let_op": done.let_op}
    words = [said]
    if done.weg:
        words.append(
            _("Deze oude reservekopieën zijn verwijderd: {names}.").format(names=", ".join(done.weg))
        )
    if done.elders:
        words.append(
            _("Deze kopieën elders zijn nog met de oude sleutel te lezen: {names}.").format(
                names=", ".join(done.elders)
            )
        )
    _say_code(done.herstelcode, place, target, form, facts, words)
    if done.let_op:
        output.warn([done.let_op])


def _say_code(
    code: str,
    place: Path,
    target: Path | None,
    form: str | None,
    facts: dict[str, Any],
    words: list[str],
) -> None:
    """The code on a sheet, else in words: it stands nowhere else."""
    if target is not None:
        try:
            _write_sheet(place, target, code)
        except UserError as fault:
            output.warn([fault.sentence()])
            target = None
    if form == JSON:
        sheet = {"blad": str(target)} if target is not None else {"herstelcode": code}
        output.say_json(facts | sheet)
        return
    for line in words:
        output.say_paragraph(line)
    if target is not None:
        output.say(_("Het blad met de herstelcode staat in {path}").format(path=target.absolute()))
        output.say_paragraph(
            _("Druk het af, bewaar het niet bij de computer en verwijder daarna het bestand.")
        )
    else:
        output.say(_("De herstelcode is: {code}").format(code=code))
        output.say_paragraph(
            _("Schrijf deze op en bewaar haar niet bij de computer. U ziet haar maar één keer.")
        )


def _write_sheet(place: Path, target: Path, code: str) -> None:
    from huurdersapp.actions import herstelblad
    from huurdersapp.app import opened

    # With the code that was just made: what was typed may have been the one before it, which opens nothing any more.
    with opened(place, secret=code) as ctx:
        organisation, example = herstelblad.organisatie(ctx), ctx.store.example
    herstelblad.schrijf(target, organisation, code, example=example)


def _say(form: str | None, facts: dict[str, Any], words: str) -> None:
    if form == JSON:
        output.say_json(facts)
    else:
        output.say(words)


def _remembered(found: Toestand) -> str:
    if found.onthouden:
        return _("Deze computer onthoudt de sleutel en vraagt niet om het wachtwoord.")
    if found.onthouden_kan:
        return _("Deze computer vraagt om het wachtwoord.")
    return _("Deze computer vraagt om het wachtwoord en kan de sleutel niet onthouden.")


def _day(moment: Any) -> str:
    from huurdersapp.base.formats import day

    return day(moment.astimezone().date())
