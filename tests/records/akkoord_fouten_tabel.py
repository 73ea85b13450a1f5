"""A small sound akkoord, ways to spoil it, and the sentence that each fault must give."""

from __future__ import annotations

from typing import Any


def klein() -> dict[str, Any]:
    """A small sound akkoord as plain values, new for each test."""
    maat = {
        "code": "I1",
        "tekst": "Woningen erbij.",
        "partijen": ["corporaties"],
        "bron": "H1",
        "herkomst": "bron",
        "soort": "aantal",
        "norm": "tussen",
        "tijd": "uiterlijk",
        "streefwaarden": [{"jaar": 2027, "min": 10, "max": 60}],
    }
    return {
        "formaat": "huurdersapp-akkoord",
        "versie": 1,
        "naam": "Klein akkoord",
        "gemeente": "Kleinstad",
        "van": 2026,
        "tot": 2029,
        "partijen": [
            {"naam": "gemeente Kleinstad", "soort": "gemeente", "rol": "gemeente"},
            {"naam": "Woonkring", "soort": "corporatie", "rol": "corporaties"},
            {
                "naam": "Huurdersraad",
                "soort": "huurdersorganisatie",
                "rol": "huurders",
                "huurders_van": "Woonkring",
            },
        ],
        "cyclus_jaren": 3,
        "cyclus": [{"jaar": 1, "fase": "voorbereiding", "tekst": "Voorbereiden."}],
        "overleggen": [{"sleutel": "BO", "naam": "Bestuurlijk overleg"}],
        "ankers": [
            {
                "sleutel": "k",
                "naam": "Klaar",
                "fase": "voorbereiding",
                "jaar": 1,
                "soort_datum": "uiterlijk",
                "bron": "H1",
                "maand": 11,
                "dag": 15,
            }
        ],
        "diepte": [
            {"jaar_van": 1, "jaar_tot": 2, "precisie": "project", "tekst": "Per project.", "bron": "H1"}
        ],
        "kernen": [
            {"naam": "Kleinstad", "soort": "gemeente"},
            {"naam": "Dorp", "soort": "kern", "in": "Kleinstad"},
        ],
        "themas": [
            {"code": "T1", "naam": "Wonen", "doelen": []},
            {
                "code": "T2",
                "naam": "Duurzaamheid",
                "doelen": [
                    {
                        "code": "D1",
                        "tekst": "Meer woningen.",
                        "bron": "H1",
                        "afspraken": [
                            {"code": "A1", "tekst": "Bouwt.", "partijen": ["Woonkring"], "bron": "H1"}
                        ],
                        "indicatoren": [maat],
                    }
                ],
            },
        ],
    }


def maat(**fields: Any) -> dict[str, Any]:
    """The small akkoord with these fields of its one indicator changed; None takes a field away."""
    data = klein()
    doel = data["themas"][1]["doelen"][0]
    merged = {**doel["indicatoren"][0], **fields}
    doel["indicatoren"][0] = {name: value for name, value in merged.items() if value is not None}
    return data


def afspraak(**fields: Any) -> dict[str, Any]:
    """The small akkoord with these fields of its one afspraak changed."""
    data = klein()
    data["themas"][1]["doelen"][0]["afspraken"][0] |= fields
    return data


def anker(**fields: Any) -> dict[str, Any]:
    """The small akkoord with these fields of its one anchor changed; None takes a field away."""
    data = klein()
    merged = {**data["ankers"][0], **fields}
    data["ankers"][0] = {name: value for name, value in merged.items() if value is not None}
    return data


def top(**fields: Any) -> dict[str, Any]:
    """The small akkoord with these fields changed; None takes a field away."""
    return {name: value for name, value in {**klein(), **fields}.items() if value is not None}


MAAT = "emmen.json, thema 2 ‘Duurzaamheid’, doel 1, indicator 1"
AFSPRAAK = "emmen.json, thema 2 ‘Duurzaamheid’, doel 1, afspraak 1"
ANKER = "emmen.json, anker 1 ‘Klaar’"
DOEL = MAAT + ", streefwaarde 1"
LABELS = {"soort": "klassenverdeling", "klassen": ["A", "B"], "norm": "tussen"}
JA = {"soort": "ja_nee", "norm": "precies"}

FAULTS = [
    # shape
    (maat(partijen=None), f'{MAAT}: ‘partijen’ ontbreekt. Zet er "partijen": […] bij.'),
    (maat(herkomst=None), f'{MAAT}: ‘herkomst’ ontbreekt. Zet er "herkomst": "bron" bij.'),
    (maat(tekst="  "), f"{MAAT}: ‘tekst’ is leeg. Vul hier iets in."),
    (
        maat(tekst=7),
        f"{MAAT}: bij ‘tekst’ staat het getal 7. Hier hoort tekst tussen dubbele aanhalingstekens.",
    ),
    (maat(tekst="a\u0007b"), f"{MAAT}: in ‘tekst’ staat een onzichtbaar stuurteken (U+0007)."),
    (maat(tekst="a\rb"), "stuurteken (U+000D)"),
    (maat(tekst="a\ud800b"), "stuurteken (U+D800)"),
    (maat(tekst="a" * 10_001), f"{MAAT}: ‘tekst’ is langer dan 10000 tekens. Maak de tekst korter."),
    (maat(eenheidd="m"), f"{MAAT}: het veld ‘eenheidd’ hoort hier niet. Haal het weg. Bedoelt u ‘eenheid’?"),
    (
        maat(streefwaarden=[{"jaar": "2027", "min": 1, "max": 2}]),
        f"{DOEL}: bij ‘jaar’ staat de tekst ‘2027’. Hier hoort een getal, zonder aanhalingstekens.",
    ),
    (
        maat(streefwaarden=[{"jaar": 2027.5, "min": 1, "max": 2}]),
        f"{DOEL}: bij ‘jaar’ staat het getal 2027.5. Hier hoort een heel getal.",
    ),
    (
        maat(streefwaarden=[{"jaar": True, "min": 1, "max": 2}]),
        f"{DOEL}: bij ‘jaar’ staat true of false. Hier hoort een getal.",
    ),
    (maat(streefwaarden=[{"jaar": 2027, "min": 1, "max": 10**13}]), "Dat getal is te groot."),
    (
        maat(streefwaarden={"jaar": 2027}),
        f"{MAAT}: bij ‘streefwaarden’ staat een blok. Hier hoort een lijst tussen [ en ].",
    ),
    (maat(streefwaarden=[7]), f"{DOEL}: hier staat het getal 7. Hier hoort een blok tussen {{ en }}."),
    (maat(hoofd="ja"), f"{MAAT}: bij ‘hoofd’ staat de tekst ‘ja’. Schrijf true voor ja of false voor nee"),
    (maat(soort="aantalen"), f"{MAAT}: ‘soort’ kan niet de tekst ‘aantalen’ zijn. Bedoelt u ‘aantal’?"),
    (maat(tijd="ooit"), "Kies uit ‘jaargemiddelde’, ‘per_jaar’, ‘steeds’, ‘uiterlijk’."),
    (afspraak(twijfel=None), f"{AFSPRAAK}: bij ‘twijfel’ staat niets (null). Laat het veld weg"),
    (afspraak(regel=[]), f"{AFSPRAAK}, regel: hier staat een lijst. Hier hoort een blok tussen {{ en }}."),
    (afspraak(regel={"telt": "klachten"}), f"{AFSPRAAK}, regel: ‘telt’ kan niet de tekst ‘klachten’ zijn."),
    (
        afspraak(partijen=["Woonkring", "Woonkring"]),
        f"{AFSPRAAK}: bij ‘partijen’ staat ‘Woonkring’ twee keer. Haal er een weg.",
    ),
    (afspraak(partijen=[""]), f"{AFSPRAAK}: ‘partijen’ is leeg."),
    # names, codes, places
    (
        maat(partijen=["corporatie"]),
        f"{MAAT}: ‘partijen’ noemt ‘corporatie’, en die staat niet in de lijst van partijen. Bedoelt u ‘corporaties’?",
    ),
    (maat(partijen=[]), f"{MAAT}: ‘partijen’ is een lege lijst. Zet er minstens één naam of rol in"),
    (afspraak(samen_met=["Sedna"]), f"{AFSPRAAK}: ‘samen_met’ noemt ‘Sedna’"),
    (maat(kernen=["Drop"]), f"{MAAT}: de kern ‘Drop’ staat niet bij ‘kernen’. Bedoelt u ‘Dorp’?"),
    (
        maat(streefwaarden=[{"jaar": 2027, "min": 1, "max": 2, "kern": "Nergens"}]),
        f"{DOEL}: de kern ‘Nergens’ staat niet bij ‘kernen’.",
    ),
    (
        maat(code="a1"),
        f"{MAAT}: code ‘a1’ is al gebruikt bij thema 2 ‘Duurzaamheid’, doel 1, afspraak 1. Geef deze een eigen code.",
    ),
    (maat(code="I 1"), f"{MAAT}: code ‘I 1’ heeft tekens die niet kunnen"),
    (maat(afspraken=["A9"]), f"{MAAT}: ‘afspraken’ noemt ‘A9’, en die bestaat niet."),
    (maat(verwijst_naar=["I7"]), f"{MAAT}: ‘verwijst_naar’ noemt ‘I7’, en die bestaat niet. Kies uit ‘I1’."),
    (maat(verwijst_naar=["I1"]), f"{MAAT}: ‘verwijst_naar’ komt via een omweg weer bij ‘I1’ zelf uit."),
    (afspraak(verwijst_naar=["A1"]), f"{AFSPRAAK}: ‘verwijst_naar’ komt via een omweg"),
    (afspraak(verwijst_naar=["I1"]), f"{AFSPRAAK}: ‘verwijst_naar’ noemt ‘I1’, en die bestaat niet."),
    (afspraak(letterlijk="zoo"), f"{AFSPRAAK}: ‘letterlijk’ staat er zonder ‘twijfel’."),
    (afspraak(van=2028, tot=2026), f"{AFSPRAAK}: ‘van’ ligt na ‘tot’. Wissel de twee jaren om."),
    (afspraak(regel={"telt": "bezoeken"}), f"{AFSPRAAK}: een regel telt wat huurdersorganisaties vastleggen"),
    (
        afspraak(partijen=["huurders"], regel={"telt": "bezoeken", "categorieen": ["overlast"]}),
        f"{AFSPRAAK}, regel: ‘categorieen’ hoort alleen bij knelpunten",
    ),
    (
        afspraak(partijen=["huurders"], regel={"telt": "bezoeken", "overlegsoort": ["BO"]}),
        f"{AFSPRAAK}, regel: ‘overlegsoort’ hoort niet bij ‘bezoeken’.",
    ),
    (
        maat(
            partijen=["huurders"],
            soort="tekst",
            norm="geen",
            tijd=None,
            streefwaarden=[],
            regel={"telt": "visies"},
        ),
        f"{MAAT}: een regel telt, en soort ‘tekst’ is geen telling.",
    ),
    (top(partijen=[]), "emmen.json: er staat geen partij in."),
    (top(themas=[]), "emmen.json: er staat geen thema in."),
    (top(van=2030), "emmen.json: ‘van’ (2030) ligt na ‘tot’ (2029). Wissel de twee jaren om."),
    (top(tot=20299), "emmen.json: ‘tot’ is 20299; dat is geen jaartal tussen 1900 en 2200."),
    (top(naam=None), "emmen.json: ‘naam’ ontbreekt."),
    (
        top(kernen=[{"naam": "Dorp", "soort": "kern", "in": "Stad"}]),
        "emmen.json, kern 1 ‘Dorp’: ‘in’ noemt ‘Stad’, en die staat niet bij ‘kernen’.",
    ),
    (
        top(
            kernen=[
                {"naam": "Aa", "soort": "kern", "in": "Bee"},
                {"naam": "Bee", "soort": "kern", "in": "Aa"},
            ]
        ),
        "emmen.json, kern 1 ‘Aa’: deze plaats ligt via ‘in’ in zichzelf.",
    ),
    (
        top(kernen=[{"naam": "Dorp", "soort": "kern"}, {"naam": "dorp", "soort": "wijk"}]),
        "emmen.json, kern 2 ‘dorp’: deze naam staat er al.",
    ),
    (
        top(partijen=[*klein()["partijen"], {"naam": "Woonkring", "soort": "overig", "rol": "x"}]),
        "emmen.json, partij 4 ‘Woonkring’: de naam ‘woonkring’ heeft ook Woonkring.",
    ),
    (
        top(partijen=[*klein()["partijen"], {"naam": "gemeente", "soort": "overig", "rol": "x"}]),
        "de naam ‘gemeente’ is de rol van een andere partij.",
    ),
    (
        top(partijen=[*klein()["partijen"], {"naam": "Bond", "soort": "overig", "rol": "Alle partijen"}]),
        "‘alle partijen’ betekent in dit bestand al iedereen.",
    ),
    (
        top(
            partijen=[
                *klein()["partijen"],
                {"naam": "Bond", "soort": "huurdersorganisatie", "rol": "x", "huurders_van": "Woonring"},
            ]
        ),
        "‘huurders_van’ noemt ‘Woonring’, en dat is geen corporatie in dit bestand. Bedoelt u ‘Woonkring’?",
    ),
    (
        top(
            partijen=[
                *klein()["partijen"],
                {"naam": "Bond", "soort": "overig", "rol": "x", "huurders_van": "Woonkring"},
            ]
        ),
        "‘huurders_van’ hoort alleen bij een huurdersorganisatie.",
    ),
    (
        top(
            themas=[
                {"code": "T1", "naam": "Wonen", "doelen": []},
                {"code": "T2", "naam": "wonen", "doelen": []},
            ]
        ),
        "thema 2 ‘wonen’: deze naam staat er al.",
    ),
    # agenda
    (
        anker(maand=13),
        f"{ANKER}: ‘maand’ is 13, en een jaar heeft 12 maanden. Kies een getal van 1 tot en met 12.",
    ),
    (
        anker(maand=4, dag=31),
        f"{ANKER}: dag 31 van maand 4 bestaat niet elk jaar. Kies een dag van 1 tot en met 30.",
    ),
    (anker(maand=2, dag=29), f"{ANKER}: dag 29 van maand 2 bestaat niet elk jaar."),
    (anker(dag=0), f"{ANKER}: dag 0 van maand 11 bestaat niet elk jaar."),
    (anker(dag=None), f"{ANKER}: bij ‘uiterlijk’ hoort een dag."),
    (anker(maand=None), f"{ANKER}: de maand ontbreekt."),
    (anker(jaar=4), f"{ANKER}: ‘jaar’ is 4, en de cyclus heeft 3 jaar."),
    (anker(tot_maand=12), f"{ANKER}: ‘tot_maand’ hoort bij een periode van hele maanden."),
    (anker(soort_datum="in", dag=None, tot_maand=3), f"{ANKER}: ‘tot_maand’ ligt voor ‘maand’."),
    (anker(overleg=["RG"]), f"{ANKER}: ‘overleg’ noemt ‘RG’, en dat staat niet bij ‘overleggen’."),
    (anker(partijen=["RG"]), f"{ANKER}: ‘partijen’ noemt ‘RG’"),
    (top(ankers=klein()["ankers"] * 2), "emmen.json, anker 2 ‘Klaar’: de sleutel ‘k’ is al gebruikt."),
    (
        top(cyclus_jaren=0, ankers=None),
        "emmen.json: ‘cyclus_jaren’ is 0. Kies een getal van 1 tot en met 10.",
    ),
    (top(cyclus=klein()["cyclus"] * 2), "emmen.json, cyclusjaar 1: jaar 1 van de cyclus staat er twee keer."),
    (top(diepte=klein()["diepte"] * 2), "emmen.json, diepte 2: jaar 1 heeft al een diepte."),
    (
        top(bijstelopties=[{"sleutel": "x", "tekst": "x", "overleg": ["RG"]}]),
        "emmen.json, bijsteloptie 1: ‘overleg’ noemt ‘RG’",
    ),
    (
        top(diepte=[{"jaar_van": 3, "jaar_tot": 2, "precisie": "project", "tekst": "x", "bron": "x"}]),
        "emmen.json, diepte 1: de jaren 3 tot 2 kunnen niet.",
    ),
    (anker(letterlijk="zoo"), f"{ANKER}: ‘letterlijk’ staat er zonder ‘twijfel’."),
    # measures
    (
        maat(hoofd=None, streefwaarden=[{"jaar": None}]),
        f"{DOEL}: bij ‘jaar’ staat niets (null). Laat het veld weg",
    ),
    (maat(soort="aandeel", grensbedrag=0, prijspeil=2018), f"{MAAT}: ‘grensbedrag’ is geen bedrag in euro."),
    (
        maat(streefwaarden=[{"jaar": 2027, "min": 60, "max": 10}]),
        f"{DOEL}: ‘min’ (60) is meer dan ‘max’ (10). Wissel de twee getallen om.",
    ),
    (
        maat(streefwaarden=[{"jaar": 2027, "min": 10}]),
        f"{DOEL}: bij norm ‘tussen’ past niet: ‘min’. Gebruik hier alleen ‘min’ en ‘max’.",
    ),
    (
        maat(streefwaarden=[{"min": 10, "max": 60}]),
        f'{DOEL}: tijd is ‘uiterlijk’, maar het jaar ontbreekt. Zet er "jaar": … bij.',
    ),
    (maat(streefwaarden=[{"jaar": 27, "min": 10, "max": 60}]), f"{DOEL}: ‘jaar’ is 27; dat is geen jaartal"),
    (
        maat(streefwaarden=[{"jaar": 2027, "min": -5, "max": 60}]),
        f"{DOEL}: ‘min’ is kleiner dan 0. Schrijf het getal zonder min en kies richting ‘afname’.",
    ),
    (
        maat(streefwaarden=[{"jaar": 2027, "min": 1, "max": 2}] * 2),
        f"{MAAT}, streefwaarde 2: deze streefwaarde staat er al.",
    ),
    (maat(streefwaarden=[]), f"{MAAT}: bij norm ‘tussen’ hoort een streefwaarde."),
    (maat(norm="geen", streefwaarden=[]), f"{MAAT}: tijd is ‘uiterlijk’, maar er is geen jaar."),
    (maat(norm="geen"), f"{DOEL}: bij norm ‘geen’ past niet: ‘max’, ‘min’. Laat de getallen weg"),
    (
        maat(soort="aandeel", streefwaarden=[{"jaar": 2027, "min": 10, "max": 110}]),
        f"{DOEL}: ‘max’ is 110 %; een aandeel is hoogstens 100 %.",
    ),
    (
        maat(soort="bedrag", streefwaarden=[{"jaar": 2027, "min": 1.505, "max": 2}]),
        f"{DOEL}: ‘min’ heeft meer dan twee cijfers achter de punt.",
    ),
    (maat(soort="verhouding"), f"{MAAT}: een verhouding zonder eenheid zegt niets."),
    (
        maat(soort="verwijzing", norm="geen", tijd=None, streefwaarden=[]),
        f"{MAAT}: een verwijzing zonder ‘verwijst_naar’.",
    ),
    (
        maat(soort="verwijzing", norm="geen", streefwaarden=[], verwijst_naar=["gemeente"]),
        f"{MAAT}: ‘tijd’ kan bij soort ‘verwijzing’ niet ‘uiterlijk’ zijn: een verwijzing meet zelf niets",
    ),
    (
        maat(soort="ja_nee"),
        f"{MAAT}: ‘norm’ kan bij soort ‘ja_nee’ niet ‘tussen’ zijn: iets is er wel of niet",
    ),
    (
        maat(**JA, richting="toename", streefwaarden=[{"jaar": 2027, "waarde": True}]),
        f"{MAAT}: ‘richting’ kan bij soort ‘ja_nee’ niet ‘toename’ zijn",
    ),
    (
        maat(**JA, tijd="jaargemiddelde", streefwaarden=[{"waarde": True}]),
        f"{MAAT}: ‘tijd’ kan bij soort ‘ja_nee’ niet ‘jaargemiddelde’ zijn",
    ),
    (
        maat(**JA, eenheid="stuks", streefwaarden=[{"jaar": 2027, "waarde": True}]),
        f"{MAAT}: bij soort ‘ja_nee’ hoort geen eenheid.",
    ),
    (
        maat(**JA, streefwaarden=[{"jaar": 2027, "waarde": 1}]),
        f"{DOEL}: bij een ja_nee hoort geen getal. Schrijf true voor ja of false voor nee.",
    ),
    (
        maat(norm="precies", streefwaarden=[{"jaar": 2027, "waarde": True}]),
        f"{DOEL}: true en false horen alleen bij een ja_nee.",
    ),
    (maat(soort="tekst"), f"{MAAT}: ‘norm’ kan bij soort ‘tekst’ niet ‘tussen’ zijn"),
    (maat(prijspeil=2018), f"{MAAT}: ‘prijspeil’ hoort bij een bedrag, en soort is ‘aantal’."),
    (maat(grensbedrag=596), f"{MAAT}: een grensbedrag zonder prijspeil verandert elk jaar."),
    (
        maat(soort="bedrag", grensbedrag=596, prijspeil=2018),
        f"{MAAT}: ‘grensbedrag’ hoort bij een aandeel of aantal",
    ),
    (maat(klassen=["A", "B"]), f"{MAAT}: ‘klassen’ hoort alleen bij een klassenverdeling."),
    (
        maat(streefwaarden=[{"jaar": 2027, "min": 1, "max": 2, "klasse": "A"}]),
        f"{DOEL}: ‘klasse’ hoort alleen bij een klassenverdeling.",
    ),
    (
        maat(**{**LABELS, "klassen": ["A"]}, streefwaarden=[{"jaar": 2027, "klasse": "A", "min": 1}]),
        f"{MAAT}: een klassenverdeling heeft minstens 2 klassen.",
    ),
    (maat(**LABELS, streefwaarden=[{"jaar": 2027, "min": 1}]), f"{DOEL}: de klasse ontbreekt."),
    (
        maat(**LABELS, streefwaarden=[{"jaar": 2027, "klasse": "C", "min": 1}]),
        f"{DOEL}: klasse ‘C’ staat niet bij ‘klassen’.",
    ),
    (
        maat(
            **LABELS,
            streefwaarden=[
                {"jaar": 2027, "klasse": "A", "max": 60},
                {"jaar": 2027, "klasse": "B", "max": 30},
            ],
        ),
        f"{MAAT}: de bovengrenzen in 2027 zijn samen 90 %.",
    ),
    (
        maat(
            **LABELS,
            streefwaarden=[
                {"jaar": 2027, "klasse": "A", "min": 60},
                {"jaar": 2027, "klasse": "B", "min": 50},
            ],
        ),
        f"{MAAT}: de ondergrenzen in 2027 zijn samen 110 %.",
    ),
    (
        maat(**LABELS, tijd="per_jaar", streefwaarden=[{"klasse": "A", "min": 60}]),
        f"{MAAT}: ‘tijd’ kan bij soort ‘klassenverdeling’ niet ‘per_jaar’ zijn",
    ),
    (
        maat(**{**LABELS, "norm": "minstens"}, streefwaarden=[{"jaar": 2027, "klasse": "A", "min": 60}]),
        f"{MAAT}: ‘norm’ kan bij soort ‘klassenverdeling’ niet ‘minstens’ zijn",
    ),
]
