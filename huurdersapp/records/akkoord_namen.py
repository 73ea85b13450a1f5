"""The names and roles an akkoord may use: which party or parties a word in the text stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_fouten import Fouten, Plek, bedoelt_u, kort
from huurdersapp.records.akkoord_structuur import ALLE_PARTIJEN, Akkoordbestand, Partij

EERSTE_JAAR = 1900
LAATSTE_JAAR = 2200


class Namen:
    """Parties, roles and places of one akkoord, found by the words people use for them (in any case)."""

    def __init__(self, bestand: Akkoordbestand) -> None:
        self._partijen = bestand.partijen
        self._kernen = {kern.naam.casefold() for kern in bestand.kernen}
        self._kern_namen = [kern.naam for kern in bestand.kernen]

    def partijen_van(self, word: str) -> list[Partij]:
        """The parties that a name or role stands for, in the order of the file; a name goes before a role."""
        folded = word.casefold()
        if folded == ALLE_PARTIJEN:
            return [partij for partij in self._partijen if partij.ondertekenaar]
        named = [partij for partij in self._partijen if folded in _namen(partij)]
        return named or [partij for partij in self._partijen if partij.rol.casefold() == folded]

    def kent(self, word: str) -> bool:
        """Whether the word stands for at least one party."""
        return bool(self.partijen_van(word))

    def raakt_huurders(self, words: Iterable[str]) -> bool:
        """Whether a huurdersorganisatie is among the parties that these words stand for."""
        found = [partij for word in words for partij in self.partijen_van(word)]
        return any(partij.soort == "huurdersorganisatie" for partij in found)

    def check_partijen(
        self,
        words: Sequence[str],
        plek: Plek,
        fouten: Fouten,
        *,
        veld: str = "partijen",
        required: bool = False,
    ) -> None:
        """Note names and roles that no party has, and an empty list where there must be one."""
        if required and not words:
            known = ", ".join(f"‘{rol}’" for rol in dict.fromkeys(p.rol for p in self._partijen))
            help_ = _("Zet er minstens één naam of rol in, bijvoorbeeld {known}.").format(known=known)
            fouten.add(plek, _("‘{field}’ is een lege lijst").format(field=veld), help_)
        for word in words:
            if not self.kent(word):
                what = _("‘{field}’ noemt ‘{word}’, en die staat niet in de lijst van partijen").format(
                    field=veld, word=kort(word)
                )
                known_words = [p.rol for p in self._partijen] + [p.naam for p in self._partijen]
                fouten.add(plek, what, bedoelt_u(word, known_words))

    def check_kernen(self, names: Sequence[str], plek: Plek, fouten: Fouten) -> None:
        """Note places that are not in the list of kernen."""
        for name in names:
            if name.casefold() not in self._kernen:
                what = _("de kern ‘{name}’ staat niet bij ‘kernen’").format(name=kort(name))
                fouten.add(plek, what, bedoelt_u(name, self._kern_namen))


def _namen(partij: Partij) -> set[str]:
    names = {partij.naam, partij.korte_naam, *partij.andere_namen} - {""}
    return {name.casefold() for name in names}


def check_partijen_lijst(bestand: Akkoordbestand, top: Plek, fouten: Fouten) -> None:
    """Note parties that share a name, a name that is another's role, and tenants of nobody we know."""
    if not bestand.partijen:
        fouten.add(top, _("er staat geen partij in"), _("Zet bij ‘partijen’ wie de afspraken maken."))
    taken: dict[str, str] = {}
    roles = {partij.rol.casefold() for partij in bestand.partijen}
    for number, partij in enumerate(bestand.partijen, 1):
        plek = top.element("partijen", number, partij.naam)
        for name in sorted(_namen(partij) | {partij.rol.casefold()}):
            if name == ALLE_PARTIJEN:
                what = _("‘{name}’ betekent in dit bestand al iedereen").format(name=name)
                fouten.add(plek, what, _("Kies een andere naam of rol."))
        for name in sorted(_namen(partij)):
            if name in taken:
                what = _("de naam ‘{name}’ heeft ook {other}").format(
                    name=kort(name), other=kort(taken[name])
                )
                fouten.add(plek, what, _("Geef elke partij eigen namen."))
            elif name in roles - {partij.rol.casefold()}:
                what = _("de naam ‘{name}’ is de rol van een andere partij").format(name=kort(name))
                fouten.add(plek, what, _("Geef de partij een andere naam."))
            taken.setdefault(name, partij.naam)
        _check_huurders_van(bestand, partij, plek, fouten)


def _check_huurders_van(bestand: Akkoordbestand, partij: Partij, plek: Plek, fouten: Fouten) -> None:
    if not partij.huurders_van:
        return
    if partij.soort != "huurdersorganisatie":
        what = _("‘huurders_van’ hoort alleen bij een huurdersorganisatie")
        fouten.add(plek, what, _("Laat het weg, of verbeter ‘soort’."))
        return
    landlords = [other for other in bestand.partijen if other.soort == "corporatie"]
    if not any(partij.huurders_van.casefold() in _namen(other) for other in landlords):
        what = _("‘huurders_van’ noemt ‘{name}’, en dat is geen corporatie in dit bestand").format(
            name=kort(partij.huurders_van)
        )
        fouten.add(plek, what, bedoelt_u(partij.huurders_van, [other.naam for other in landlords]))


def check_jaar(jaar: int | None, veld: str, plek: Plek, fouten: Fouten) -> None:
    """Note a year that must be a slip of the keyboard."""
    if jaar is not None and not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        what = _("‘{field}’ is {year}; dat is geen jaartal tussen {first} en {last}").format(
            field=veld, year=jaar, first=EERSTE_JAAR, last=LAATSTE_JAAR
        )
        fouten.add(plek, what, _("Schrijf het jaar met vier cijfers."))
