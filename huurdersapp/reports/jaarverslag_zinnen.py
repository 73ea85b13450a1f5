"""The sentences of the jaarverslag: those of its first page, and those that its writer may take over for each part."""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.counting import Counter, all_sources
from huurdersapp.reports.document import Span, Text, plain
from huurdersapp.reports.jaarverslag_values import Antwoord, JaarValues
from huurdersapp.reports.language import aantal, capital, enumeration
from huurdersapp.reports.prose import joined
from huurdersapp.reports.values import Getal, Periode

VISITS = ("bezoek", "gesproken")
HEARD: tuple[tuple[Antwoord, str], ...] = (("gevolgd", "helemaal"), ("deels", "voor een deel"))


def during(period: Periode) -> str:
    """The period inside a sentence: "in 2020", or "in deze periode"."""
    return f"in {period.jaar}" if period.jaar and not period.trimester else "in deze periode"


def counted(getal: Getal, one: str, many: str, *, first: bool = False) -> Span:
    """A count of our own work in words, with the list behind it; with a capital as `first` word."""
    text = aantal(getal.waarde or 0, one, many)
    return Span(capital(text) if first else text, source=getal.source)


def first_sentences(counter: Counter, values: JaarValues) -> list[Text]:
    """Two short paragraphs for the first page: what was done, and what came of it."""
    both = (list(_done(counter, values)), list(_came(values)))
    return [_spaced(sentences) for sentences in both if sentences]


def _spaced(sentences: list[Text]) -> Text:
    return joined(*(joined(" " if at else "", each) for at, each in enumerate(sentences)))


def _done(counter: Counter, values: JaarValues) -> Iterator[Text]:
    basis = values.basis
    if counter.shown.knows(VISITS) and basis.bezoeken.gesproken.waarde:
        visits = counter.counted(VISITS, "bezoek", "bezoeken")
        yield joined(
            capital(during(basis.periode)), " deden onze energiecoaches ", visits, " bij huurders thuis."
        )
    if basis.raadplegingen:
        behind = all_sources(tuple(item.source for item in basis.raadplegingen))
        times = Span(aantal(len(basis.raadplegingen), "keer", "keer"), source=behind)
        yield joined(
            "Wij vroegen ", times, " aan huurders wat zij ergens van vinden.", *_answers(counter, values)
        )
    if values.adviezen_verstuurd.waarde:
        yield joined(
            "Wij stuurden ", counted(values.adviezen_verstuurd, "advies", "adviezen"), " aan verhuurders."
        )
    if values.overleggen.waarde:
        times = counted(values.overleggen, "keer", "keer")
        yield joined("Wij zaten ", times, " aan tafel om voor huurders op te komen.")


def _answers(counter: Counter, values: JaarValues) -> Iterator[Text]:
    """How many answers came in together, where that may be printed."""
    key = "antwoorden" if len(values.basis.raadplegingen) > 1 else (0, "respons")
    if counter.shown.knows(key) and counter.shown.shows(key):
        yield " Daarop kwam " if counter.shown.value(key) == 1 else " Daarop kwamen "
        yield counter.counted(key, "antwoord", "antwoorden")
        yield "."


def _came(values: JaarValues) -> Iterator[Text]:
    solved = values.collectief_opgelost
    if solved.waarde:
        problems = counted(solved, "probleem", "problemen", first=True)
        verb = "is" if solved.waarde == 1 else "zijn"
        yield joined(problems, f" waar meer huurders last van hadden, {verb} opgelost.")
    answers = dict(values.per_antwoord)
    for key, words in HEARD:
        getal = answers.get(key)
        if getal is not None and getal.waarde:
            advice = counted(getal, "advies", "adviezen", first=True)
            verb = "is" if getal.waarde == 1 else "zijn"
            yield joined(advice, f" van ons {verb} {words} gevolgd.")
    if values.nagekomen_aantal.waarde:
        kept = counted(values.nagekomen_aantal, "belofte", "beloften")
        yield joined("Anderen kwamen ", kept, " aan ons na.")
    if values.te_laat_aantal.waarde:
        late = counted(values.te_laat_aantal, "belofte", "beloften")
        yield joined("Op ", late, " wachten wij te lang.")


def proposals(counter: Counter, values: JaarValues) -> dict[str, str]:
    """Sentences that the writer may take over, by the key of their part; of counts of persons only what may be printed."""
    basis = values.basis
    told: dict[str, str] = {}
    if values.organisaties and values.verhuurders:
        told["wij"] = (
            f"Wij komen op voor huurders van {enumeration(values.verhuurders)}. "
            "Dat doen wij voor alle huurders, ook als u geen lid bent."
        )
    if basis.raadplegingen:
        held = aantal(len(basis.raadplegingen), "raadpleging", "raadplegingen")
        told["raadplegingen"] = (
            f"{capital(during(basis.periode))} hielden wij {held}. Wij danken alle huurders die hun mening gaven. "
            "Uw antwoorden geven ons een sterker verhaal bij de verhuurder en de gemeente."
        )
    if (problems := _said(counter, ("samen", "nieuw"), "probleem", "problemen")) is not None:
        told["knelpunten"] = f"{capital(during(basis.periode))} meldden huurders {problems} bij ons."
    if (visits := _said(counter, VISITS, "bezoek", "bezoeken")) is not None:
        placed = _said(counter, ("bezoek", "geplaatst"), "bezoek", "bezoeken")
        more = f" Bij {placed} plaatsten zij meteen iets dat energie bespaart." if placed else ""
        told["bezoeken"] = f"Onze energiecoaches deden {visits} bij huurders thuis.{more}"
    if values.adviezen_verstuurd.waarde:
        told["adviezen"] = " ".join(_followed(values))
    if values.nagekomen_aantal.waarde:
        kept = aantal(values.nagekomen_aantal.waarde, "belofte", "beloften")
        told["gelukt"] = f"Andere partijen kwamen {kept} aan ons na. Daar zijn wij blij mee."
    if values.te_laat_aantal.waarde:
        late = aantal(values.te_laat_aantal.waarde, "belofte is", "beloften zijn")
        told["niet-gelukt"] = f"{capital(late)} nog niet nagekomen, terwijl de afgesproken dag voorbij is."
    return told


def _followed(values: JaarValues) -> Iterator[str]:
    sent = aantal(values.adviezen_verstuurd.waarde or 0, "advies", "adviezen")
    yield f"Wij stuurden {sent} aan verhuurders."
    answers = dict(values.per_antwoord)
    for key, words in (*HEARD, ("niet", "niet")):
        getal = answers.get(key)
        if getal is not None and getal.waarde:
            advice = aantal(getal.waarde, "advies is", "adviezen zijn")
            yield f"{capital(advice)} {words} gevolgd."


def _said(counter: Counter, key: object, one: str, many: str) -> str | None:
    """A count of persons in words; None where it is nought, unknown or may not be printed."""
    if not counter.shown.knows(key) or not counter.shown.shows(key) or not counter.shown.value(key):
        return None
    return plain(counter.counted(key, one, many))
