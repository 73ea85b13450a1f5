"""Invented values for the papers about overviews."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from huurdersapp.reports.document import Source
from huurdersapp.reports.overzicht_values import (
    AfspraakPartij,
    InbrengGrond,
    InbrengPunt,
    InbrengValues,
    OverzichtJaar,
    OverzichtRegel,
    OverzichtSom,
    OverzichtThema,
    OverzichtValues,
    PrestatieafsprakenValues,
    VisieBijeenkomst,
    VisieOnderdeel,
    VisieValues,
)

SOURCE = Source("activiteit", (("nummer", "1"),), ("a",))
LINE = OverzichtRegel(
    "Energiebezoeken",
    "Duurzaamheid",
    "bezoeken",
    "Emmermeer",
    "Kerkhoflaan",
    "gemeente",
    "Loopt",
    "Er kwamen *twee* coaches bij.",
    True,
    (
        OverzichtJaar(2020, Decimal(60), 1_500_00, Decimal(42), 1_250_50),
        OverzichtJaar(2021, Decimal(80), 2_000_00),
    ),
    SOURCE,
)
OTHER = OverzichtRegel(
    "Spreekuren", "Duurzaamheid", "spreekuren", jaren=(OverzichtJaar(2022, Decimal("12.5")),)
)
EMPTY = OverzichtRegel("Nog te bedenken")
SUMS = (
    OverzichtSom("", 2020, Decimal(1_500_00), Decimal(1_250_50)),
    OverzichtSom("bezoeken", 2020, Decimal(60), Decimal(42)),
)
OVERZICHT = OverzichtValues(
    organisatie="Huurdersvereniging De Linde",
    partij="Huurdersvereniging De Linde",
    akkoord="Lokaal Akkoord",
    jaar=2020,
    jaren=(2020, 2021, 2022, 2023, 2024),
    themas=(OverzichtThema("Duurzaamheid", (LINE, OTHER), SUMS), OverzichtThema("", (EMPTY,))),
    sommen=SUMS,
    diepte=((2020, "Per project"), (2021, "Per project"), (2022, "Per wijk")),
    status="Aangeleverd",
    aangeleverd_op=date(2019, 6, 20),
    datum=date(2021, 9, 1),
    voorbeeld=True,
)
AFSPRAKEN = PrestatieafsprakenValues(
    organisatie="Huurdersvereniging De Linde",
    akkoord="Lokaal Akkoord",
    jaar=2020,
    jaren=(2020, 2021, 2022, 2023),
    partijen=(
        AfspraakPartij("Huurdersvereniging De Linde", (OverzichtThema("Duurzaamheid", (LINE,)),), SUMS),
        AfspraakPartij(
            "Lefier",
            (),
            vastgesteld_op=date(2019, 12, 10),
            adviesrecht="Ja, wij gebruiken het",
            adviesrecht_op=date(2019, 10, 8),
            adviesrecht_reden="Er speelt sloop",
        ),
        AfspraakPartij("gemeente Emmen", (), aangeleverd=False, verwacht_op=date(2019, 6, 30)),
    ),
    datum=date(2021, 9, 1),
)
CONSULTED = InbrengGrond("raadpleging", "Renovatie", 43, Source("raadpleging", (("nummer", "1"),), ("r",)))
INBRENG = InbrengValues(
    organisatie="Huurdersvereniging De Linde",
    overleg="BO",
    overleg_op=date(2019, 7, 2),
    partijen=(
        (
            "Lefier",
            (
                InbrengPunt(
                    "Wens",
                    "Eerst de slechtste woningen",
                    "Duurzaamheid",
                    "Isoleren",
                    "Begin met label F en G.",
                    "Daar zijn de meeste klachten.",
                    (CONSULTED, InbrengGrond("knelpunt", "vocht en schimmel", 3)),
                    "Deels overgenomen",
                    "Fase 1 begint met label G.",
                    date(2019, 9, 1),
                ),
                InbrengPunt("Vraag", "Wanneer begint fase 2?"),
            ),
        ),
        ("gemeente Emmen", (InbrengPunt("Steun", "Goed plan", gronden=(CONSULTED,)),)),
    ),
)
VISIE = VisieValues(
    organisatie="Huurdersvereniging De Linde",
    naam="Dorpsvisie Klazienaveen",
    soort="Wijk- of dorpsvisie",
    kernen=("Klazienaveen", "Klazienaveen-Noord"),
    jaar=2020,
    vastgesteld_op=date(2020, 11, 3),
    trekker="gemeente Emmen",
    inhoud="Meer groen.",
    eigen_inbreng="Wij vroegen om verlichting.",
    inbreng_op=date(2020, 3, 5),
    bijeenkomsten=(
        VisieBijeenkomst("Avond in het dorpshuis", date(2020, 2, 3), 43, True, "Er komt een speelplek."),
        VisieBijeenkomst("Gesprek met jongeren", date(2020, 2, 10), 3),
        VisieBijeenkomst("Wandeling", None, None),
    ),
    onderdelen=(
        VisieOnderdeel("Bankjes", "gemeente Emmen", False, 300_000, date(2020, 5, 1), date(2020, 5, 3)),
        VisieOnderdeel("Buurtfeest", "Huurdersvereniging De Linde", True, 45_050),
    ),
    raadplegingen=(CONSULTED,),
    afspraken=("Wij betrekken bewoners.",),
)
