"""What the program proposes for the register, beside the list: ticked ones are taken over in one step."""

from __future__ import annotations

from huurdersapp.actions import verwerkingen
from huurdersapp.actions.verwerkingen import Voorstel
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.privacy.hits import Ticks
from huurdersapp.ui.renovatie.closing import Question
from huurdersapp.ui.verslag.tick_list import Tick


class ProposalsCard(Question):
    """Ticks before all that the board does not have yet; what is there stays as it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Voorstellen voor het register"), _("Overnemen"))
        found = verwerkingen.voorstellen(desk.ctx)
        self.offers = tuple(each for each in found if not each.er_al)
        self.list = Ticks(desk, _("Voorstellen"))
        self.list.setAccessibleDescription(_("Spatie zet een vinkje."))
        self.list.setToolTip(self.list.accessibleDescription())
        self.list.show_rows([Tick(each.soort, each.naam, _note(each), True, None) for each in self.offers])
        if not self.offers:
            self.say((_("Alle voorstellen staan al in uw register."),))
            self.yes.hide()
            self.list.hide()
            self.no.setText(_("Sluiten"))
        else:
            self.say((_("Dit bewaart het programma van mensen, met een voorstel voor hoe lang."),))
            self.say((_("U kunt alles daarna wijzigen. Wat al in het register staat, blijft zo."),))
        if there := len(found) - len(self.offers):
            text = ngettext("{count} staat er al.", "{count} staan er al.", there)
            self.say((text.format(count=written(there)),), "muted")
        self.column.addWidget(self.list)
        self.finish()

    def do(self) -> None:
        """Take the ticked ones over."""
        wanted = [row.key for row in self.list.rows if row.on]
        if not wanted:
            self.tell_fault(_("Zet eerst een vinkje bij wat u wilt overnemen."))
            self.list.setFocus()
            return
        count = len(verwerkingen.overnemen(self.desk.ctx, wanted))
        text = ngettext("{count} verwerking overgenomen.", "{count} verwerkingen overgenomen.", count)
        self.done.emit()
        self.desk.say(text.format(count=written(count)), undo=True)


def _note(offer: Voorstel) -> str:
    """How long, and for what."""
    if offer.bewaarmaanden is None:
        return str(offer.values["doel"] or "")
    text = ngettext("{count} maand bewaren. {why}", "{count} maanden bewaren. {why}", offer.bewaarmaanden)
    return text.format(count=written(offer.bewaarmaanden), why=offer.values["doel"] or "").strip()
