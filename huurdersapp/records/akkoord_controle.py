"""Is the akkoord sound? Names that exist, unique codes, dates that come every year, possible measures.

Runs on a file whose shape is right (akkoord_vorm.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_agenda import check_agenda
from huurdersapp.records.akkoord_dubbel import Delen, check_codes
from huurdersapp.records.akkoord_fouten import Fouten, Plek, bedoelt_u, kort
from huurdersapp.records.akkoord_maten import check_maat
from huurdersapp.records.akkoord_namen import Namen, check_jaar, check_partijen_lijst
from huurdersapp.records.akkoord_structuur import (
    Afspraak,
    Akkoordbestand,
    Doel,
    Indicator,
    Kern,
    Regel,
    Thema,
)

_KNELPUNTEN = frozenset({"knelpunten_gemeld", "knelpunten_ingebracht", "knelpunten_opgelost"})
_MET_OVERLEG = frozenset({"overleggen", "actiepunten", "knelpunten_ingebracht"})


def check_akkoord(bestand: Akkoordbestand, fouten: Fouten) -> None:
    """Note every fault in the whole akkoord."""
    top = Plek(())
    namen = Namen(bestand)
    check_partijen_lijst(bestand, top, fouten)
    doubled = check_codes(_gecodeerd(bestand, top), fouten)
    _check_top(bestand, doubled, top, fouten)
    _check_kernen(bestand.kernen, top, fouten)
    check_agenda(bestand, namen, top, fouten)
    afspraken = [afspraak for _plek, afspraak in _afspraken(bestand, top)]
    known = None if doubled else {afspraak.code for afspraak in afspraken}
    for plek, afspraak in _afspraken(bestand, top):
        _check_afspraak(afspraak, known, namen, plek, fouten)
    for plek, doel in _doelen(bestand, top):
        namen.check_partijen(doel.partijen, plek, fouten)
        namen.check_kernen(doel.kernen, plek, fouten)
        _check_twijfel(doel, plek, fouten)
    for plek, thema in _themas(bestand, top):
        if thema.hoofddoel is not None:
            check_jaar(thema.hoofddoel.jaar, "jaar", plek.veld("hoofddoel"), fouten)
    maten = {maat.code: maat for _plek, maat in _indicatoren(bestand, top)}
    for plek, maat in _indicatoren(bestand, top):
        _check_indicator(maat, None if doubled else set(maten), known, namen, plek, fouten)
    if not doubled:
        _check_kringen(bestand, afspraken, maten, namen, top, fouten)


def _themas(bestand: Akkoordbestand, top: Plek) -> Iterator[tuple[Plek, Thema]]:
    for number, thema in enumerate(bestand.themas, 1):
        yield top.element("themas", number, thema.naam), thema


def _doelen(bestand: Akkoordbestand, top: Plek) -> Iterator[tuple[Plek, Doel]]:
    for plek, thema in _themas(bestand, top):
        for number, doel in enumerate(thema.doelen, 1):
            yield plek.element("doelen", number), doel


def _afspraken(bestand: Akkoordbestand, top: Plek) -> Iterator[tuple[Plek, Afspraak]]:
    for number, afspraak in enumerate(bestand.werkafspraken, 1):
        yield top.element("werkafspraken", number), afspraak
    for plek, doel in _doelen(bestand, top):
        for number, afspraak in enumerate(doel.afspraken, 1):
            yield plek.element("afspraken", number), afspraak


def _indicatoren(bestand: Akkoordbestand, top: Plek) -> Iterator[tuple[Plek, Indicator]]:
    for plek, doel in _doelen(bestand, top):
        for number, maat in enumerate(doel.indicatoren, 1):
            yield plek.element("indicatoren", number), maat


def _check_top(bestand: Akkoordbestand, doubled: set[Delen], top: Plek, fouten: Fouten) -> None:
    if not bestand.themas:
        fouten.add(top, _("er staat geen thema in"), _("Zet bij ‘themas’ minstens één thema."))
    check_jaar(bestand.van, "van", top, fouten)
    check_jaar(bestand.tot, "tot", top, fouten)
    if bestand.van > bestand.tot:
        what = _("‘van’ ({first}) ligt na ‘tot’ ({last})").format(first=bestand.van, last=bestand.tot)
        fouten.add(top, what, _("Wissel de twee jaren om."))
    _check_dubbele_namen("themas", [thema.naam for thema in bestand.themas], top, fouten, doubled)
    _check_dubbele_namen("begrippen", [begrip.naam for begrip in bestand.begrippen], top, fouten)
    _check_dubbele_namen("bijstelopties", [optie.sleutel for optie in bestand.bijstelopties], top, fouten)


def _check_dubbele_namen(
    lijst: str, names: Sequence[str], top: Plek, fouten: Fouten, told: Collection[Delen] = ()
) -> None:
    """Note names that stand twice, except at the places that another fault is `told` of already."""
    seen: set[str] = set()
    for number, name in enumerate(names, 1):
        plek = top.element(lijst, number, name)
        if name.casefold() in seen and plek.delen not in told:
            fouten.add(plek, _("deze naam staat er al"), _("Geef elk een eigen naam."))
        seen.add(name.casefold())


def _check_kernen(kernen: Sequence[Kern], top: Plek, fouten: Fouten) -> None:
    _check_dubbele_namen("kernen", [kern.naam for kern in kernen], top, fouten)
    parents = {kern.naam: kern.in_ for kern in kernen}
    for number, kern in enumerate(kernen, 1):
        plek = top.element("kernen", number, kern.naam)
        if kern.in_ and kern.in_ not in parents:
            what = _("‘in’ noemt ‘{name}’, en die staat niet bij ‘kernen’").format(name=kort(kern.in_))
            fouten.add(plek, what, bedoelt_u(kern.in_, parents))
    for name in _in_kring({name: [parent] for name, parent in parents.items()}):
        number = list(parents).index(name) + 1
        what = _("deze plaats ligt via ‘in’ in zichzelf")
        fouten.add(top.element("kernen", number, name), what, _("Verbeter ‘in’."))


def _gecodeerd(bestand: Akkoordbestand, top: Plek) -> Iterator[tuple[Plek, str]]:
    for plek, thema in _themas(bestand, top):
        yield plek, thema.code
    for plek, doel in _doelen(bestand, top):
        yield plek, doel.code
    for plek, afspraak in _afspraken(bestand, top):
        yield plek, afspraak.code
    for plek, maat in _indicatoren(bestand, top):
        yield plek, maat.code


def _check_twijfel(item: Afspraak | Doel | Indicator, plek: Plek, fouten: Fouten) -> None:
    if item.letterlijk and not item.twijfel:
        what = _("‘letterlijk’ staat er zonder ‘twijfel’")
        fouten.add(plek, what, _("Zet er bij wat er onduidelijk is, of laat ‘letterlijk’ weg."))


def _check_afspraak(
    afspraak: Afspraak, codes: set[str] | None, namen: Namen, plek: Plek, fouten: Fouten
) -> None:
    namen.check_partijen(afspraak.partijen, plek, fouten, required=True)
    namen.check_partijen(afspraak.samen_met, plek, fouten, veld="samen_met")
    namen.check_kernen(afspraak.kernen, plek, fouten)
    check_jaar(afspraak.van, "van", plek, fouten)
    check_jaar(afspraak.tot, "tot", plek, fouten)
    if afspraak.van is not None and afspraak.tot is not None and afspraak.van > afspraak.tot:
        fouten.add(plek, _("‘van’ ligt na ‘tot’"), _("Wissel de twee jaren om."))
    _check_verwijzingen(afspraak.verwijst_naar, "verwijst_naar", codes, plek, fouten)
    _check_regel(afspraak.regel, afspraak.partijen, namen, plek, fouten)
    _check_twijfel(afspraak, plek, fouten)


def _check_indicator(
    maat: Indicator,
    maten: set[str] | None,
    afspraken: set[str] | None,
    namen: Namen,
    plek: Plek,
    fouten: Fouten,
) -> None:
    namen.check_partijen(maat.partijen, plek, fouten, required=True)
    namen.check_kernen(maat.kernen, plek, fouten)
    check_jaar(maat.prijspeil, "prijspeil", plek, fouten)
    check_maat(maat, plek, fouten)
    for number, doel in enumerate(maat.streefwaarden, 1):
        here = plek.element("streefwaarden", number)
        check_jaar(doel.jaar, "jaar", here, fouten)
        namen.check_kernen([doel.kern] if doel.kern else [], here, fouten)
    targets = [name for name in maat.verwijst_naar if not namen.kent(name)]
    _check_verwijzingen(targets, "verwijst_naar", maten, plek, fouten)
    _check_verwijzingen(maat.afspraken, "afspraken", afspraken, plek, fouten)
    _check_regel(maat.regel, maat.partijen, namen, plek, fouten)
    if maat.regel is not None and maat.soort in ("tekst", "verwijzing", "klassenverdeling", "bedrag"):
        what = _("een regel telt, en soort ‘{soort}’ is geen telling").format(soort=maat.soort)
        fouten.add(
            plek, what, _("Laat ‘regel’ weg of kies soort ‘aantal’, ‘aandeel’, ‘verhouding’ of ‘ja_nee’.")
        )
    _check_twijfel(maat, plek, fouten)


def _check_verwijzingen(
    codes: Iterable[str], veld: str, known: set[str] | None, plek: Plek, fouten: Fouten
) -> None:
    """Note codes that nothing has; with `known` None (a code is doubled) that cannot be said yet."""
    if known is None:
        return
    for code in codes:
        if code not in known:
            what = _("‘{field}’ noemt ‘{code}’, en die bestaat niet").format(field=veld, code=kort(code))
            fouten.add(plek, what, bedoelt_u(code, sorted(known)))


def _check_regel(
    regel: Regel | None, partijen: Sequence[str], namen: Namen, plek: Plek, fouten: Fouten
) -> None:
    if regel is None:
        return
    if not namen.raakt_huurders(partijen):
        what = _("een regel telt wat huurdersorganisaties vastleggen, en die staan niet bij ‘partijen’")
        fouten.add(plek, what, _("Laat ‘regel’ weg, of zet de huurdersorganisatie bij ‘partijen’."))
    here = plek.veld("regel")
    if regel.categorieen and regel.telt not in _KNELPUNTEN:
        what = _("‘categorieen’ hoort alleen bij knelpunten, en de regel telt ‘{what}’").format(
            what=regel.telt
        )
        fouten.add(here, what, _("Laat ‘categorieen’ weg."))
    if regel.overlegsoort and regel.telt not in _MET_OVERLEG:
        what = _("‘overlegsoort’ hoort niet bij ‘{what}’").format(what=regel.telt)
        fouten.add(here, what, _("Laat ‘overlegsoort’ weg."))


def _check_kringen(
    bestand: Akkoordbestand,
    afspraken: Sequence[Afspraak],
    maten: Mapping[str, Indicator],
    namen: Namen,
    top: Plek,
    fouten: Fouten,
) -> None:
    """Whoever follows references must arrive somewhere."""
    links = {afspraak.code: afspraak.verwijst_naar for afspraak in afspraken}
    links |= {code: [to for to in maat.verwijst_naar if not namen.kent(to)] for code, maat in maten.items()}
    round_trip = _in_kring(links)
    places: list[tuple[Plek, Afspraak | Indicator]] = [*_afspraken(bestand, top), *_indicatoren(bestand, top)]
    for plek, item in places:
        if item.code in round_trip:
            what = _("‘verwijst_naar’ komt via een omweg weer bij ‘{code}’ zelf uit").format(code=item.code)
            fouten.add(plek, what, _("Laat een van de verwijzingen weg."))


def _in_kring(links: Mapping[str, Sequence[str]]) -> set[str]:
    """The names from which following the links leads back to the name itself."""
    found: set[str] = set()
    for start in links:
        seen: set[str] = set()
        todo = list(links[start])
        while todo:
            name = todo.pop()
            if name == start:
                found.add(start)
                break
            if name not in seen:
                seen.add(name)
                todo.extend(links.get(name, ()))
    return found
