"""The possible values of the records of an akkoord; the keys are those of an akkoord file (akkoord_structuur.py)."""

from __future__ import annotations

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices

FASEN = Choices.of(voorbereiding=_("Voorbereiding"), uitvoering=_("Uitvoering"), evaluatie=_("Evaluatie"))
SOORTEN_DATUM = {"in": _("In"), "uiterlijk": _("Uiterlijk op"), "voor": _("Vóór")}
SOORT_DATUM = Choices.of(**SOORTEN_DATUM)
PRECISIE = Choices.of(project=_("Per project"), wijk=_("Per wijk"), gemeente=_("Voor de hele gemeente"))
HERKOMST = Choices.of(
    bron=_("Staat in het akkoord"), uit_tekst=_("Volgt uit de tekst"), voorstel=_("Eigen voorstel")
)
HERKOMST_ANKER = Choices.of(
    bron=_("Staat in het akkoord"), wet=_("Uit de wet"), afgeleid=_("Afgeleid"), voorstel=_("Eigen voorstel")
)
AFSPRAAK_STATUS = Choices.of(lopend=_("Lopend"), gedaan=_("Gedaan"), vervallen=_("Vervallen"))
SOORTEN = Choices.of(
    aantal=_("Aantal"),
    aandeel=_("Aandeel (percentage)"),
    bedrag=_("Bedrag"),
    verhouding=_("Verhouding"),
    klassenverdeling=_("Verdeling over klassen"),
    ja_nee=_("Ja of nee"),
    tekst=_("In woorden"),
    verwijzing=_("Zie een andere maat"),
)
NORMEN = Choices.of(
    minstens=_("Minstens"),
    hoogstens=_("Hoogstens"),
    tussen=_("Tussen"),
    precies=_("Precies"),
    geen=_("Geen norm"),
)
RICHTINGEN = Choices.of(toename=_("Toename"), afname=_("Afname"), stand=_("Stand"))
TIJDEN = Choices.of(
    per_jaar=_("Per jaar"),
    jaargemiddelde=_("Gemiddeld per jaar"),
    uiterlijk=_("Uiterlijk in een jaar"),
    steeds=_("Steeds"),
)
FREQUENTIES = Choices.of(
    trimester=_("Elk trimester"), jaar=_("Elk jaar"), twee_jaar=_("Elke twee jaar"), eenmalig=_("Eén keer")
)
TELT = Choices.of(
    raadplegingen=_("Raadplegingen"),
    knelpunten_gemeld=_("Gemelde knelpunten"),
    knelpunten_ingebracht=_("Ingebrachte knelpunten"),
    knelpunten_opgelost=_("Opgeloste knelpunten"),
    overleggen=_("Overleggen"),
    adviezen=_("Adviezen"),
    actiepunten=_("Actiepunten"),
    bezoeken=_("Energiebezoeken"),
    coaches=_("Energiecoaches"),
    huishoudens=_("Huishoudens"),
    campagnes=_("Campagnes"),
    commissies=_("Bewonerscommissies"),
    visies=_("Wijk- en dorpsvisies"),
    programmas=_("Leefbaarheidsprogramma's"),
    renovaties=_("Renovaties met een draagvlakmeting"),
    instemming=_("Instemming met renovatie"),
)
STAND = Choices.of(
    nog_niet_te_zeggen=_("Nog niet te zeggen"),
    niet_aangeleverd=_("Niet aangeleverd"),
    op_schema=_("Op schema"),
    achter=_("Achter"),
    gehaald=_("Gehaald"),
    niet_gehaald=_("Niet gehaald"),
    boven_de_bandbreedte=_("Boven de bandbreedte"),
)
"""How a measure stands; by which rule says indicator_stand.py."""
