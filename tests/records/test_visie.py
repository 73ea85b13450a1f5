"""A wijk- or dorpsvisie with our input."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "Dorpsvisie Nieuw-Weerdinge",
    "soort": "visie",
    "jaar": 2019,
    "status": "vastgesteld",
    "start_op": "2019-01-10",
    "vastgesteld_op": "2019-06-01",
    "trekker": "Lefier",
    "thema": "Duurzaamheid",
    "inhoud": "Meer woningen zonder trap.",
    "eigen_inbreng": "Een lift in de flat aan het plein.",
    "inbreng_op": "2019-03-05",
    "bron": "Visie van de gemeente",
    "toelichting": "Met het dorpsbelang.",
    "kernen": ["Emmermeer"],
    "bijeenkomsten": [
        {
            "datum": "2019-02-20",
            "wat": "Avond in het dorpshuis",
            "bewoners": 43,
            "eigen_aanwezig": True,
            "uitkomst": "Wens: een lift.",
        }
    ],
    "onderdelen": [
        {
            "wat": "Opschoondag",
            "partij": "Lefier",
            "eigen": True,
            "kosten": 25000,
            "gepland_op": "2019-05-18",
            "gedaan_op": "2019-05-18",
            "toelichting": "Met 20 bewoners.",
        }
    ],
    "raadplegingen": ["Renovatie Kerkhoflaan"],
    "afspraken": ["De huurdersorganisaties zetten energiecoaches in."],
}
