"""An administration in which visits can be entered: a coach, measures, and one home that is known."""

from __future__ import annotations

import pytest

from huurdersapp.actions import energie, records
from huurdersapp.actions.context import Context


@pytest.fixture
def practice(office: Context) -> Context:
    """Jan de Vries visits; the home at 7822 AP 14 is known, with its complex and landlord."""
    energie.ready(office)

    def make(kind: str, **values: object) -> int:
        number: int = records.create(office, office.spec(kind), [values]).records[0]["nummer"]
        return number

    make("partij", naam="Huurdersfederatie", soort="huurdersorganisatie", eigen=True)
    make(
        "energiecoach",
        naam="Jan de Vries",
        opleiding="Basis",
        vog_gezien_op="2019-01-02",
        geheimhouding_op="2019-01-02",
    )
    place = make("kern", naam="Emmerhout", soort="wijk")
    landlord = make("verhuurder", naam="Lefier")
    block = make("complex", naam="112", verhuurder=landlord, kern=place)
    make(
        "adres",
        postcode="7822 AP",
        huisnummer=14,
        straat="Laan van de Marel",
        plaats="Emmen",
        kern=place,
        complex=block,
        verhuurder=landlord,
    )
    return office
