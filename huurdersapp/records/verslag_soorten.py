"""The kinds of reports, whom they are for, and in which form they are written."""

from __future__ import annotations

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices

SOORTEN = Choices.of(
    trimester=_("Trimesterverslag"),
    input=_("Input op de activiteitenoverzichten"),
    evaluatie=_("Evaluatie van het jaar"),
    activiteitenoverzicht=_("Eigen activiteitenoverzicht"),
    jaar=_("Jaarverslag"),
    thema=_("Themarapport"),
    wijk=_("Wijkrapport"),
    overdracht=_("Overdrachtsdossier"),
    stukken=_("Stukken voor een overleg"),
)
PUBLIEK = Choices.of(
    bo=_("Bestuurlijk overleg"), rg=_("Regiegroep"), leden=_("Leden"), openbaar=_("Openbaar")
)
"""Whom a report is for. What is confidential never reaches the last two."""
BUITEN = ("leden", "openbaar")
"""For whom nothing confidential is printed."""
VORMEN = Choices.of(volledig=_("Volledig"), kort=_("Kort"))
VERGELIJKEN = Choices.of(
    geen=_("Niet vergelijken"),
    vorige=_("Met de vorige periode"),
    jaar=_("Met een jaar eerder"),
    beide=_("Met allebei"),
)
STATUS = Choices.of(concept=_("Concept"), vastgelegd=_("Vastgelegd"), verstuurd=_("Verstuurd"))
