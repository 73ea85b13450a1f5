"""The counts of an achterbanraadpleging as `Figures` protects them, with all sums that link them.

Every paper that tells of a raadpleging enters the same counts, so that two papers beside each other hide the same.
"""

from __future__ import annotations

from collections.abc import Hashable

from huurdersapp.reports.counting import Counter, add
from huurdersapp.reports.small_numbers import Figures, SmallNumberSettings
from huurdersapp.reports.values import Getal, Groep, Kanaal, Raadpleging, Vraag

KEY = "raadpleging"
"""The key of a raadpleging in a paper that is about that one alone."""


def counter_of(item: Raadpleging, small: SmallNumberSettings) -> Counter:
    """The protected counts of a paper about this raadpleging alone."""
    figures = Figures(small)
    enter_figures(figures, KEY, item)
    return Counter(figures.protect())


def enter_figures(figures: Figures, key: Hashable, item: Raadpleging) -> None:
    """Enter all counts of this raadpleging, with the sums that link them.

    Also those that a paper does not print, such as those of groups: another paper about it does.
    """
    persons = not item.open_stemming
    if item.populatie:
        add(figures, (key, "omvang"), item.populatie.omvang, persons, rank=3)
    add(figures, (key, "uitgenodigd"), item.uitgenodigd, persons, rank=3)
    known = add(figures, (key, "respons"), item.respons, persons, rank=3)
    _enter_channels(figures, key, item, persons)
    small = persons and known and figures.settings.is_small(item.respons.waarde or 0)
    for place, vraag in enumerate(item.vragen):
        enter_question(figures, (key, place), vraag, persons)
        if small:
            figures.close(table_name(key, place))
        if known:
            _link_to_response(figures, (key, place), vraag, persons)
        if vraag.eerder:
            _enter_earlier(figures, earlier_key(key, place), vraag)
    add(figures, (key, "aanwezigen"), item.aanwezigen, persons, rank=2)
    _enter_groups(figures, key, item)


def _enter_channels(figures: Figures, key: Hashable, item: Raadpleging, persons: bool) -> None:
    entered: dict[str, list[Hashable]] = {}
    for what in ("respons", "uitgenodigd", "bereikt", "deels"):
        values = [channel_count(channel, what) for channel in item.kanalen]
        entered[what] = [
            (key, what, place)
            for place, getal in enumerate(values)
            if getal and add(figures, (key, what, place), getal, persons, rank=0)
        ]
        figures.table(f"{key}-{what}", entered[what])
        if values and len(entered[what]) == len(values) and figures.has((key, what)):
            figures.total((key, what), entered[what])
    if entered["deels"] and len(entered["respons"]) == len(item.kanalen) and figures.has((key, "respons")):
        figures.total((key, "respons"), entered["respons"] + entered["deels"])


def channel_count(channel: Kanaal, what: str) -> Getal | None:
    """One count of a channel: "uitgenodigd", "bereikt", "respons" or "deels"."""
    if what == "respons":
        return channel.respons
    if what == "uitgenodigd":
        return channel.uitgenodigd
    return channel.bereikt if what == "bereikt" else channel.deels


def table_name(key: Hashable, place: int) -> str:
    """The name under which the answers to a question are protected."""
    return f"{key}-vraag-{place}"


def enter_question(figures: Figures, key: tuple[Hashable, int], vraag: Vraag, persons: bool) -> None:
    """Enter the counts of one question, with their sum."""
    keys = [(*key, place) for place in range(len(vraag.antwoorden))]
    for option, answer in zip(keys, vraag.antwoorden, strict=True):
        add(figures, option, Getal(answer.aantal), persons, rank=0)
    added = sum(answer.aantal for answer in vraag.antwoorden)
    add(figures, (*key, "n"), Getal(vraag.n), persons, rank=2)
    figures.answers(table_name(*key), keys, exclusive=vraag.soort == "keuze")
    if vraag.soort == "keuze":
        add(figures, (*key, "som"), Getal(added), persons, rank=2)
        figures.total((*key, "som"), keys)
        if vraag.n == added:
            figures.total((*key, "n"), [(*key, "som")])
    elif vraag.n and persons:
        _enter_others(figures, key, vraag, (*key, "n"))


def _link_to_response(figures: Figures, key: tuple[Hashable, int], vraag: Vraag, persons: bool) -> None:
    """Where everybody answered the question, its total is the response; so a reader may take it."""
    response = (key[0], "respons")
    for own in ((*key, "n"), (*key, "som")):
        if figures.has(own):
            figures.total(response, [own])
    if vraag.soort != "keuze" and vraag.n is None and persons:
        _enter_others(figures, key, vraag, response)


def _enter_others(figures: Figures, key: tuple[Hashable, int], vraag: Vraag, whole: Hashable) -> None:
    """More than one answer allowed: those who did not choose an option follow by subtraction."""
    n = figures.value(whole)
    for place, answer in enumerate(vraag.antwoorden):
        if answer.aantal == n:
            figures.close(table_name(*key))
        if answer.aantal < n:
            figures.persons((*key, "niet", place), n - answer.aantal, printed=False)
            figures.total(whole, [(*key, place), (*key, "niet", place)])


def divisions(item: Raadpleging) -> list[tuple[str, list[Groep]]]:
    """The groups by what they were told apart ("leeftijd"), in the order in which they were given."""
    names = list(dict.fromkeys(group.indeling for group in item.groepen))
    return [(name, [group for group in item.groepen if group.indeling == name]) for name in names]


def _enter_groups(figures: Figures, key: Hashable, item: Raadpleging) -> None:
    persons = not item.open_stemming
    for division, (_, groups) in enumerate(divisions(item)):
        for what, whole in (("reacties", "respons"), ("populatie", "omvang")):
            counts = [group.reacties if what == "reacties" else group.populatie for group in groups]
            keys = [
                group_key(key, division, place, what)
                for place, count in enumerate(counts)
                if add(figures, group_key(key, division, place, what), count, persons, rank=0)
            ]
            figures.table(f"{key}-groep-{division}-{what}", keys)
            if len(keys) == len(groups) and figures.has((key, whole)):
                _link_to_whole(figures, (key, whole), keys, persons)


def _link_to_whole(figures: Figures, whole: Hashable, keys: list[Hashable], persons: bool) -> None:
    """The groups make the whole together with those of whom the group is not known."""
    rest = figures.value(whole) - sum(figures.value(key) for key in keys)
    if rest > 0 and persons:
        figures.persons((*keys, "rest"), rest, printed=False)
        figures.total(whole, [*keys, (*keys, "rest")])
    elif not rest:
        figures.total(whole, keys)


def group_key(key: Hashable, division: int, place: int, what: str) -> Hashable:
    """The key of a count of a group: "reacties" or "populatie"."""
    return key, "groep", division, place, what


def earlier_key(key: Hashable, place: int) -> tuple[Hashable, int]:
    """The key of the earlier outcome of a question."""
    return (key, "eerder"), place


def _enter_earlier(figures: Figures, key: tuple[Hashable, int], vraag: Vraag) -> None:
    before = vraag.eerder
    if before is None:
        return
    persons = not before.open_stemming
    then = Vraag(vraag.tekst, vraag.soort, before.n, before.antwoorden)
    enter_question(figures, key, then, persons)
    add(figures, (*key, "omvang"), Getal(before.omvang), persons, rank=3)
    if persons and figures.settings.is_small(before.n or 0):
        figures.close(table_name(*key))
