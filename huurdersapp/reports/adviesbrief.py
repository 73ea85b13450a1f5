"""The letter of advice to a landlord under the Overlegwet (Wet op het overleg huurders verhuurder).

The outcome stands in one sentence that cannot be misread. Every other sentence is printed only if its fact is known.
The sentences are those of a template (resources/brieven); a part that somebody rewrote is printed as it was written.
Where the landlord does not follow a requested advice wholly, the law gives it 14 days after receipt to say why in writing
(art. 5 lid 2); a change of the policy on servicekosten needs consent beforehand (art. 5a).
"""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.errors import UserError
from huurdersapp.base.sjabloon import Sjabloon
from huurdersapp.records.brief_velden import brief_soort
from huurdersapp.reports.adviesbrief_feiten import (
    WANTS_REASONS,
    adviesbrief_feiten,
    annexes,
    their_reference,
)
from huurdersapp.reports.adviesbrief_values import AdviesbriefValues
from huurdersapp.reports.brief import BriefValues, address_lines, brief_document
from huurdersapp.reports.brief_bijlagen import with_annexes
from huurdersapp.reports.brief_delen import eigen_sjabloon, with_parts
from huurdersapp.reports.document import Document
from huurdersapp.reports.language import subject
from huurdersapp.reports.prose import one_line

MITS = ("positief_mits", "instemming_mits")
INSTEMMING = ("instemming", "instemming_mits", "geen_instemming")

SUBJECTS = {
    "ongevraagd": "ongevraagd advies over",
    "agendering": "verzoek om te agenderen:",
    "informatie": "verzoek om informatie over",
}
"""What stands before the subject in a letter that the landlord did not ask for."""


def adviesbrief_document(
    values: AdviesbriefValues, sjabloon: Sjabloon | None = None, eigen: Mapping[str, str] | None = None
) -> Document:
    """The letter as a neutral document, by its template (the program's own by default); `eigen` are the parts that
    somebody rewrote, by their keys.

    Raises UserError when there is no outcome, when it does not fit the kind of request, or when conditions
    and outcome contradict each other.
    """
    check(values)
    template = sjabloon or eigen_sjabloon(brief_soort(values.soort))
    letter = with_parts(brief_values(values), template, adviesbrief_feiten(values), eigen)
    return with_annexes(brief_document(letter), letter.bijlagen, annexes(values))


def brief_values(values: AdviesbriefValues) -> BriefValues:
    """The letter without its parts: from whom, to whom, about what, and what stands under it."""
    return BriefValues(
        afzender=values.afzender,
        aan=address_lines(values.geadresseerde),
        plaats=values.plaats,
        datum=values.datum,
        betreft=betreft(values),
        aanhef=values.aanhef,
        ons_kenmerk=values.ons_kenmerk,
        uw_kenmerk=their_reference(values),
        ondertekenaars=values.ondertekenaars,
        bijlagen=values.bijlagen,
        kopie_aan=values.kopie_aan,
        venster=values.venster,
        trefwoorden=("advies", "Overlegwet", values.geadresseerde.naam),
        concept=values.concept,
        voorbeeld=values.voorbeeld,
    )


def check(values: AdviesbriefValues) -> None:
    """Refuse what would contradict itself, in a sentence that says how to mend it; raises UserError."""
    if values.soort in ("agendering", "informatie"):
        raise UserError(
            "Dit is een verzoek aan de verhuurder en geen advies.",
            "Maak er een gewone brief van, of kies een andere soort.",
        )
    if values.uitkomst is None:
        raise UserError(
            "De uitkomst van het advies is nog niet ingevuld.",
            "Kies eerst de uitkomst, bijvoorbeeld positief of negatief.",
        )
    if (values.uitkomst in INSTEMMING) != (values.soort == "instemming"):
        raise UserError(
            "De uitkomst past niet bij de soort.",
            "Bij een verzoek om instemming past: instemming, instemming mits of geen instemming. "
            "Die horen alleen daarbij.",
        )
    if values.uitkomst in MITS and not values.voorwaarden:
        raise UserError(
            "Bij ‘mits’ hoort minstens één voorwaarde.",
            "Vul een voorwaarde in, of kies een uitkomst zonder ‘mits’.",
        )
    if values.uitkomst not in MITS and values.voorwaarden:
        raise UserError(
            "Voorwaarden passen alleen bij een uitkomst met ‘mits’.",
            "Kies een uitkomst met ‘mits’, of maak van de voorwaarden aanbevelingen.",
        )


def betreft(values: AdviesbriefValues) -> str:
    """What stands after "Betreft:"."""
    if values.betreft:
        return one_line(values.betreft)
    about = subject(one_line(values.onderwerp))
    if values.soort == "instemming":
        return f"uw verzoek om instemming met {about}"
    if values.soort in SUBJECTS:
        return f"{SUBJECTS[values.soort]} {about}"
    return f"{'ons advies' if values.uitkomst in WANTS_REASONS else 'uw verzoek om advies'} over {about}"
