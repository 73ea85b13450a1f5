"""The figures of the Lokaal Akkoord Emmen 2019-2024, as read from the document itself (not from the data file)."""

from __future__ import annotations

from typing import Any, NamedTuple

BB = "Beschikbaarheid en betaalbaarheid"
DU = "Duurzaamheid"
WZ = "Wonen, zorg en welzijn"
LW = "Leefbare wijken en dorpen"
WOONSERVICE = "Woonservice Drenthe"


class Doelwaarde(NamedTuple):
    """A figure that must be a target: of which measure, for which year, within which limits."""

    wat: str
    thema: str
    partij: str
    woord: str
    doel: dict[str, Any]
    maat: dict[str, Any]


def w(wat: str, thema: str, partij: str, woord: str, doel: dict[str, Any], **maat: Any) -> Doelwaarde:
    """Short for a table row; `woord` is a word of the measure's own text or unit."""
    return Doelwaarde(wat, thema, partij, woord, doel, maat)


A, B, C, DG = "A++, A+, A", "B", "C", "D, E, F, G"
STREEFWAARDEN = [
    w("binnen een jaar een woning", BB, "corporaties", "passende huurwoning", {"max": 1}, norm="hoogstens"),
    w("binnen een jaar, tweede vermelding", BB, "huurdersorganisaties", "passende huurwoning", {"max": 1}),
    w(
        "10 tot 60 eengezinswoningen",
        BB,
        "corporaties",
        "eengezins",
        {"jaar": 2021, "min": 10, "max": 60},
        richting="afname",
        tijd="uiterlijk",
    ),
    w(
        "270 tot 325 eengezinswoningen",
        BB,
        "corporaties",
        "eengezins",
        {"jaar": 2026, "min": 270, "max": 325},
        richting="afname",
        tijd="uiterlijk",
    ),
    w(
        "110 tot 150 levensloopgeschikt",
        BB,
        "corporaties",
        "levensloop",
        {"jaar": 2021, "min": 110, "max": 150},
        richting="toename",
        tijd="uiterlijk",
    ),
    w(
        "230 tot 270 levensloopgeschikt",
        BB,
        "corporaties",
        "levensloop",
        {"jaar": 2026, "min": 230, "max": 270},
        richting="toename",
        tijd="uiterlijk",
    ),
    w("2.000 sociale huurwoningen", BB, "corporaties", "toekomstwaarde", {"waarde": 2000}, soort="aantal"),
    w(
        "10% per jaar gemiddeld",
        BB,
        "corporaties",
        "2.000 woningen",
        {"waarde": 10},
        soort="aandeel",
        tijd="jaargemiddelde",
    ),
    w("4 visies per jaar", BB, "gemeente", "visies", {"min": 4}, norm="minstens", tijd="per_jaar"),
    w("visies in 2018 en 2019", BB, "gemeente", "6 genoemde gebieden", {"jaar": 2019, "min": 6}),
    w(
        "eind 2018 plan van aanpak",
        BB,
        "gemeente",
        "plan van aanpak",
        {"jaar": 2018, "waarde": True},
        soort="ja_nee",
    ),
    w("€ 17.000 grondprijs", BB, "gemeente", "grondprijs", {"waarde": 17000}, soort="bedrag", prijspeil=2018),
    w("1.000 koopwoningen", BB, "gemeente", "koopwoningen", {"waarde": 1000}, soort="aantal"),
    w("grondruil binnen een jaar", BB, "corporaties", "grondruil", {"max": 1}, norm="hoogstens"),
    w("grondruil binnen een jaar, gemeente", BB, "gemeente", "grondruil", {"max": 1}, norm="hoogstens"),
    w(
        "maximaal € 10 miljoen",
        BB,
        "gemeente",
        "lening",
        {"max": 10_000_000},
        soort="bedrag",
        norm="hoogstens",
    ),
    w("15 tot 35 per jaar", BB, "corporaties", "levensloop", {"min": 15, "max": 35}, tijd="jaargemiddelde"),
    w("200 moderniseren", BB, "corporaties", "gemoderniseerd", {"waarde": 200}, tijd="jaargemiddelde"),
    w(
        "maximaal 10% toewijzingen",
        BB,
        "corporaties",
        "toewijzingen",
        {"max": 10},
        soort="aandeel",
        norm="hoogstens",
    ),
    w("één plek", BB, "corporaties", "1 plek", {"waarde": True}, soort="ja_nee"),
    w("anderhalf jaar begeleiding", BB, "gemeente", "begeleiding", {"min": 1.5}, norm="minstens"),
    w(
        "80% tot € 596",
        BB,
        "corporaties",
        "aftoppingsgrens",
        {"min": 80},
        soort="aandeel",
        grensbedrag=596,
        prijspeil=2018,
    ),
    w(
        "ca. 10% tot € 417",
        BB,
        "corporaties",
        "kwaliteitskorting",
        {"waarde": 10, "circa": True},
        soort="aandeel",
        grensbedrag=417,
        prijspeil=2018,
    ),
    w("woonquote 30%", BB, "gemeente", "woonquote", {"waarde": 30}, soort="aandeel"),
    w("budget volledig benut", BB, "gemeente", "kwijtschelding", {"waarde": 100}, soort="aandeel"),
    w(
        "0 huisuitzettingen",
        BB,
        "corporaties",
        "huisuitzettingen",
        {"waarde": 0},
        soort="aantal",
        norm="precies",
    ),
    w(
        "energieneutraal in 2040",
        DU,
        "corporaties",
        "energieneutrale",
        {"jaar": 2040, "waarde": True},
        tijd="uiterlijk",
    ),
    w(
        "Emmerhout in 2027",
        DU,
        "alle partijen",
        "emmerhout",
        {"jaar": 2027, "waarde": True},
        tijd="uiterlijk",
    ),
    w(
        "alle woningen in 2050",
        DU,
        "Lefier",
        "nul-op-de-meter",
        {"jaar": 2050, "waarde": 100},
        soort="aandeel",
    ),
    w(
        "170 per jaar tot 2028",
        DU,
        "Lefier",
        "nul-op-de-meter",
        {"jaar": 2028, "waarde": 170},
        tijd="jaargemiddelde",
    ),
    w("35 per jaar", DU, "Lefier", "slecht label", {"waarde": 35}, tijd="jaargemiddelde"),
    w("label B en C in 2026", DU, "Domesta", "label B", {"jaar": 2026, "waarde": True}, tijd="uiterlijk"),
    *[
        w(
            f"labels A {jaar}",
            DU,
            "Domesta",
            "labelklassen",
            {"jaar": jaar, "klasse": A, "min": n},
            soort="klassenverdeling",
        )
        for jaar, n in ((2021, 20), (2023, 25), (2026, 30))
    ],
    *[
        w(f"label B {jaar}", DU, "Domesta", "labelklassen", {"jaar": jaar, "klasse": B, "min": n})
        for jaar, n in ((2021, 44), (2023, 47), (2026, 50))
    ],
    *[
        w(f"label C {jaar}", DU, "Domesta", "labelklassen", {"jaar": jaar, "klasse": C, "max": n})
        for jaar, n in ((2021, 30), (2023, 25), (2026, 20))
    ],
    *[
        w(f"labels D-G {jaar}", DU, "Domesta", "labelklassen", {"jaar": jaar, "klasse": DG, "max": n})
        for jaar, n in ((2021, 5), (2023, 3), (2026, 0))
    ],
    w(
        "65% label A of B in 2023",
        DU,
        WOONSERVICE,
        "label A of B",
        {"jaar": 2023, "min": 65},
        soort="aandeel",
    ),
    w(
        "70% medewerking",
        DU,
        "huurdersorganisaties",
        "huurders",
        {"min": 70, "precisie": "project"},
        soort="aandeel",
    ),
    w("zes gebiedsteams", WZ, "gemeente", "gebiedsteams", {"waarde": 6}, soort="aantal"),
    w(
        "100 eenheden 2016-2021",
        WZ,
        "corporaties",
        "2016 en 2021",
        {"jaar": 2021, "waarde": 100},
        tijd="uiterlijk",
    ),
    w(
        "100 eenheden geclusterd wonen",
        WZ,
        "corporaties",
        "geclusterd wonen",
        {"waarde": 100},
        herkomst="bron",
    ),
    w("geen wijken onvoldoende", LW, "alle partijen", "leefbaarheidsmonitor", {"waarde": 0}, soort="aantal"),
    w(
        "jaarlijkse activiteitenplannen",
        LW,
        "corporaties",
        "activiteitenplannen",
        {"waarde": True},
        tijd="per_jaar",
    ),
]

TEKSTEN = [
    # figure, theme ("" is the part about working together), party, words that must stand together in one text
    ("in 10 jaar", BB, "", ("2.000", "10 jaar", "10 %")),
    ("10-60 en 270-325", BB, "", ("2021", "10 tot 60", "2026", "270 tot 325")),
    ("110-150 en 230-270", BB, "", ("2021", "110 tot 150", "2026", "230 tot 270")),
    ("woningmarktonderzoek 2016", BB, "", ("woningmarktonderzoek 2016",)),
    ("1.000 koopwoningen", BB, "", ("1.000 koopwoningen",)),
    ("10% toewijzingen", BB, "", ("10 %", "toewijzingen", "statushouders")),
    ("4 visies", BB, "gemeente", ("elk jaar 4", "visies")),
    ("visies 2018 en 2019", BB, "gemeente", ("2018 en 2019", "Zwartemeer", "Angelslo")),
    ("€ 17.000", BB, "gemeente", ("€ 17.000", "zonder btw", "prijspeil 2018")),
    ("€ 10 miljoen", BB, "gemeente", ("€ 10 miljoen",)),
    ("binnen een jaar grondruil", BB, "gemeente", ("binnen 1 jaar",)),
    ("15 tot 35", BB, "corporaties", ("gemiddeld 15 tot 35",)),
    ("200 per jaar", BB, "corporaties", ("gemiddeld 200",)),
    ("anderhalf jaar", BB, "gemeente", ("1,5 jaar",)),
    ("80%, 596, 417, 10%", BB, "corporaties", ("80 %", "€ 596", "€ 417", "prijspeil 2018", "10 %")),
    ("2021 en 2026 toevoegingen", BB, "corporaties", ("toevoegingen", "2021", "2026")),
    ("2021 en 2026 onttrekkingen", BB, "corporaties", ("onttrekkingen", "2021", "2026")),
    ("woonvisie 2018-2023", BB, "gemeente", ("30 %", "woonvisie 2018-2023")),
    ("2040 eigen agenda's", DU, "", ("duurzaamheidsagenda", "2040")),
    ("2027 Emmerhout", DU, "", ("Emmerhout", "2027")),
    ("energienota 2017-2020", DU, "gemeente", ("Energienota 2017-2020",)),
    ("2050", DU, "Lefier", ("2050", "nul-op-de-meter")),
    ("2028 en 170", DU, "Lefier", ("2028", "170")),
    ("35", DU, "Lefier", ("35 woningen", "slecht label")),
    ("2026 label B en C", DU, "Domesta", ("label B", "label C", "2026")),
    ("fasering", DU, "Domesta", ("2021, 2023 en 2026",)),
    ("65% in 2023", DU, WOONSERVICE, ("2023", "65 %", "A of B")),
    ("70% medewerking", DU, "huurdersorganisaties", ("70 %",)),
    ("zes gebiedsteams", WZ, "gemeente", ("6 (sociale) gebiedsteams",)),
    ("100 eenheden 2016-2021", WZ, "", ("100 eenheden", "woningmarktonderzoek 2016", "2016 en 2021")),
    ("100 eenheden", WZ, "corporaties", ("100 eenheden", "nieuwbouw")),
    ("doorkijk 3 jaar", "", "alle partijen", ("doorkijk voor 3 jaar",)),
    ("accent eerste drie jaar", "", "alle partijen", ("eerste 3 jaar",)),
    ("jaaragenda van drie jaar", "", "alle partijen", ("jaaragenda van 3 jaar",)),
    ("15 november en 15 december", "", "alle partijen", ("15 november", "15 december")),
    ("twee opties", "", "alle partijen", ("2 opties", "extra inspanning")),
    ("woonvisie 2018-2023", "", "alle partijen", ("Woonvisie 2018-2023",)),
]

HOOFDDOELEN = [(BB, 2023, ("1 jaar",)), (DU, 2023, ("2040",)), (WZ, 2023, ()), (LW, None, ())]

DATA = [
    # fase, cycle year, kind of date, month, day, until month, meetings
    ("evaluatie", 3, "in", 2, None, None, ("RG", "BO")),
    *[
        (fase, jaar, "in", maand, None, None, ("RG", "BO"))
        for fase, jaar in (("voorbereiding", 1), ("uitvoering", 2), ("evaluatie", 3))
        for maand in (2, 7, 10)
    ],
    ("voorbereiding", 1, "in", 4, None, 6, ()),
    ("voorbereiding", 1, "in", 3, None, 6, ("BO",)),
    ("evaluatie", 3, "in", 4, None, None, ("RvC",)),
    ("evaluatie", 3, "in", 4, None, 6, ()),
    ("evaluatie", 3, "uiterlijk", 7, 1, None, ()),
    ("voorbereiding", 1, "in", 10, None, None, ()),
    ("voorbereiding", 1, "uiterlijk", 11, 15, None, ()),
    ("voorbereiding", 1, "voor", 12, 15, None, ()),
    ("evaluatie", 3, "in", 1, None, 3, ()),
    ("evaluatie", 3, "in", None, None, None, ()),
]
