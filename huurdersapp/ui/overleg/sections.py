"""What each section of an overleg shows: plain values in, widgets out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import actiepunten, finding
from huurdersapp.base import markup
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.overleg import BEDOELING, VERSLAG, decision_code
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.record_parts import LinkButton, label, long_text
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

LINKS = ("knelpunt", "indicator", "afspraak", "afwijking", "advies")
Record = Mapping[str, Any]
ItemDo = Callable[[str, str], object]
"""What is done with an item: the name of it (omhoog, omlaag, wijzigen, weghalen) and the key of the item."""


def shown_day(text: str | None) -> str:
    """A day (ISO) in words."""
    return day_named(date.fromisoformat(text)) if text else ""


def who(desk: Desk, record: Record) -> Iterator[QWidget]:
    """Who leads it, who was asked, was there, and was not."""
    led = [
        _("{label}: {words}").format(label=name, words=record[key])
        for key, name in (("voorzitter", _("Voorzitter")), ("notulist", _("Wie notuleert")))
        if record[key]
    ]
    if led:
        yield label("  ·  ".join(led))
    if record["partijen"]:
        names = finding.called(desk.ctx, "partij", record["partijen"])
        yield label(_("Partijen"), "label")
        holder = QWidget()
        flow = FlowLayout(holder)
        for number in record["partijen"]:
            flow.addWidget(_link(desk, "partij", number, names.get(number, "")))
        yield holder
    for key, name in (
        ("uitgenodigd", _("Uitgenodigd")),
        ("aanwezig", _("Aanwezig")),
        ("afgemeld", _("Afgemeld")),
    ):
        if record[key]:
            yield label(name, "label")
            yield long_text(record[key])
    if not any(record[key] for key in ("partijen", "uitgenodigd", "aanwezig", "afgemeld")):
        yield label(_("Er staat nog niet bij wie erbij zijn."), "muted")


def _link(desk: Desk, kind: str, number: int, words: str) -> LinkButton:
    button = LinkButton(words)
    button.clicked.connect(lambda: desk.go(Place(page_of(kind), number, kind=kind)))
    return button


# -- the agenda ----------------------------------------------------------------------------------------------------


def agenda(desk: Desk, record: Record, do: ItemDo, buttons: dict[str, QPushButton]) -> Iterator[QWidget]:
    """The items in their order, each with its buttons, which are kept by name in `buttons`."""
    items = record["agendapunten"]
    if not items:
        yield label(_("De agenda is nog leeg."), "muted")
    names = {kind: _called(desk, kind, items) for kind in LINKS}
    for at, item in enumerate(items):
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(label(_title(at, item), "label"))
        for widget in _facts(desk, item, names):
            column.addWidget(widget)
        column.addWidget(_item_buttons(desk, at, len(items), item, do, buttons))
        yield frame


def _title(at: int, item: Record) -> str:
    text = _("{number}. {subject}").format(number=at + 1, subject=item["onderwerp"])
    return _("{item} (door ons ingebracht)").format(item=text) if item["eigen_punt"] else text


def _called(desk: Desk, kind: str, items: Sequence[Record]) -> dict[int, str]:
    numbers = [item[kind] for item in items if item[kind] is not None]
    return finding.called(desk.ctx, kind, numbers) if numbers else {}


def _minutes(count: int | None) -> str:
    return ngettext("{count} minuut", "{count} minuten", count).format(count=count) if count else ""


def _facts(desk: Desk, item: Record, names: Mapping[str, Mapping[int, str]]) -> Iterator[QWidget]:
    short = [
        BEDOELING.label(item["bedoeling"]) if item["bedoeling"] else "",
        _minutes(item["minuten"]),
        item["wie"] or "",
        _("Stuk: {name}").format(name=item["stuk"]) if item["stuk"] else "",
    ]
    if any(short):
        yield label("  ·  ".join(filter(None, short)), "muted")
    for kind in LINKS:
        if item[kind] is not None:
            yield _link(desk, kind, item[kind], names[kind].get(item[kind], ""))
    if item["geweigerd"]:
        why = " ".join(markup.words(item["geweigerd_reden"] or "").split())
        if why:
            yield label(_("Niet op de agenda gezet. Reden: {why}").format(why=why), "warning")
        else:
            yield label(
                _("Niet op de agenda gezet, zonder reden. Dat mag niet (Overlegwet, artikel 5b)."), "warning"
            )
    for key, name in (("bespreking", _("Wat er is gezegd")), ("besluit", _("Besluit"))):
        if item[key]:
            yield label(name, "muted")
            yield long_text(item[key])


def _item_buttons(
    desk: Desk, at: int, count: int, item: Record, do: ItemDo, buttons: dict[str, QPushButton]
) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, 0)
    offered = [("wijzigen", _("Wijzigen…"), "wijzigen", True)]
    if count > 1:
        offered += [
            ("omhoog", _("Omhoog"), "omhoog", at > 0),
            ("omlaag", _("Omlaag"), "omlaag", at < count - 1),
        ]
    offered.append(("weghalen", _("Weghalen"), "prullenbak", True))
    for what, words, picture, can in offered:
        button = QPushButton(words)
        button.setProperty("role", "link")
        button.setIcon(icon(picture, desk.look))
        button.setEnabled(can)
        name = _("Agendapunt {number}: {action}").format(number=at + 1, action=words)
        button.setAccessibleName(name)
        button.clicked.connect(
            lambda _on=False, what=what, key=item["id"]: desk.safely(lambda: do(what, key))
        )
        buttons[f"{what}:{item['id']}"] = button
        flow.addWidget(button)
    return holder


# -- documents, decisions, minutes ---------------------------------------------------------------------------------


def documents(desk: Desk, record: Record, mark: Callable[[str, bool], object]) -> Iterator[QWidget]:
    """The documents, each with a tick for what is confidential."""
    named = [item["stuk"] for item in record["agendapunten"] if item["stuk"]]
    if named:
        yield label(_("Genoemd op de agenda: {names}.").format(names=", ".join(named)), "muted")
    if not record["bijlagen"]:
        yield label(_("Er zijn nog geen stukken toegevoegd."), "muted")
    for line in record["bijlagen"]:
        yield label(line["naam"], "label")
        box = QCheckBox(_("Vertrouwelijk"))
        box.setAccessibleName(_("{name}: vertrouwelijk").format(name=line["naam"]))
        box.setChecked(bool(line["vertrouwelijk"]))
        box.clicked.connect(lambda on, key=line["id"]: desk.safely(lambda: mark(key, on)))
        yield box
    if record["bijlagen"]:
        yield label(_("Een vertrouwelijk stuk staat alleen op papier voor wie in dit overleg zit."), "muted")


def decisions(record: Record) -> Iterator[QWidget]:
    """What was decided, with the number that each decision has on paper."""
    told = [item for item in record["agendapunten"] if item["besluit"] and not item["geweigerd"]]
    if not told:
        yield label(_("Er zijn nog geen besluiten. U vult die in bij een agendapunt."), "muted")
    on = date.fromisoformat(record["datum"])
    for at, item in enumerate(told, 1):
        yield label(
            _("{code}: {subject}").format(code=decision_code(on, at), subject=item["onderwerp"]), "label"
        )
        yield long_text(item["besluit"])


def minutes(record: Record) -> Iterator[QWidget]:
    """The minutes and how far they are."""
    if record["verslag_status"]:
        yield label(VERSLAG.label(record["verslag_status"]), "label")
    days = (
        (_("Vastgesteld op {day}."), "verslag_vastgesteld_op"),
        (_("De agenda is verstuurd op {day}."), "agenda_verstuurd_op"),
        (_("Het verslag is verstuurd op {day}."), "verslag_verstuurd_op"),
        (_("Volgend overleg op {day}."), "volgende_op"),
    )
    for words, key in days:
        if record[key]:
            yield label(words.format(day=shown_day(record[key])))
    if record["verslag"]:
        yield long_text(record["verslag"])
    else:
        yield label(_("Er is nog geen verslag geschreven."), "muted")


# -- what was agreed -----------------------------------------------------------------------------------------------


def actions(desk: Desk, found: Sequence[Record]) -> Iterator[QWidget]:
    """What is still a task first, then what is a note."""
    if not found:
        yield label(_("Er is nog niets afgesproken."), "muted")
    names = _called_parties(desk, found)
    stands = [(actiepunten.stand(item), item) for item in found]
    for title, is_open in ((_("Nog te doen"), True), (_("Afgehandeld"), False)):
        items = [(stand, item) for stand, item in stands if stand.open is is_open]
        if not items:
            continue
        yield label(title, "heading")
        for stand, item in items:
            yield _link(desk, actiepunten.KIND, item["nummer"], item["wat"])
            whose = names.get(item["partij"], "") if item["partij"] is not None else ""
            told = [whose, item["persoon"] or "", stand.words]
            yield label("  ·  ".join(filter(None, told)), "warning" if stand.late else "muted")
            if item["uitkomst"]:
                yield long_text(item["uitkomst"])


def _called_parties(desk: Desk, found: Sequence[Record]) -> dict[int, str]:
    numbers = [item["partij"] for item in found if item["partij"] is not None]
    return finding.called(desk.ctx, "partij", numbers) if numbers else {}
