"""The kinds of letters, for the letters themselves and for their templates."""

from __future__ import annotations

from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.base import Choices

SOORTEN = Choices.of(
    advies=_("Advies"),
    instemming=_("Antwoord op een verzoek om instemming"),
    ongevraagd=_("Ongevraagd advies"),
    informatie=_("Verzoek om informatie"),
    agendering=_("Verzoek om te agenderen"),
    adressenlijst=_("Verzoek om een adressenlijst"),
    herinnering=_("Herinnering"),
    uitnodiging=_("Uitnodiging voor een raadpleging"),
    terugkoppeling=_("Terugkoppeling aan huurders"),
    rechten=_("Uitleg aan huurders bij een renovatie"),
    brief=_("Gewone brief"),
)
"""What the organisation writes. The first three are the letter of a case; informatie rests on Overlegwet art. 3 lid 3,
agendering on art. 5b lid 4, adressenlijst on art. 5c and herinnering on art. 5 lid 2."""

OF_A_CASE = ("advies", "instemming", "ongevraagd")
"""Letters that carry an outcome."""

TO_TENANTS = ("uitnodiging", "terugkoppeling", "rechten")
"""Letters that go to many addresses."""
