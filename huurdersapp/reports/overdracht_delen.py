"""The parts of the overdrachtsdossier, as blocks without their own heading: lists with a box to tick, and what to know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from huurdersapp.reports.document import (
    TICK,
    Block,
    Bullets,
    Column,
    FieldRow,
    Heading,
    Paragraph,
    Signatures,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import aantal, capital, clause, day_short, sentence
from huurdersapp.reports.overdracht_values import Lijst, OverdrachtValues, Zaak
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.values import Getal

DONE = "Gedaan"
"""The head of the column with the box to tick."""


def _count(getal: Getal, one: str, many: str) -> Span:
    return Span(capital(aantal(getal.waarde or 0, one, many)), source=getal.source)


def _table(
    caption: str,
    heads: Sequence[tuple[str, float]],
    zaken: Sequence[Zaak],
    on: date | None,
    *,
    day: bool = True,
) -> Table:
    """Things with a box: what, of whom, the day (with how late it is) and what to know, as far as there is a head."""
    columns = [Column(head, width=width) for head, width in heads]
    columns.append(Column(DONE, "center", 0.8))
    rows = []
    for each in zaken:
        cells: list[Text] = [
            Span(clause(plain_line(each.wat)), source=each.source),
            one_line(each.wie) or "–",
        ]
        if day:
            late = bool(each.dag and on and each.dag < on)
            cells.append(f"{day_short(each.dag)}, te laat" if late else day_short(each.dag))
        if len(heads) > len(cells):
            cells.append(capital(plain_line(each.weten)) or "–")
        rows.append((*cells, TICK))
    return Table(caption, tuple(columns), tuple(rows))


def clocks(values: OverdrachtValues) -> list[Block]:
    """The adviezen that are open, with the days that are left, and for which answers we wait."""
    if not values.adviezen.zaken:
        return [
            Paragraph(
                "Er loopt geen advies. Vraagt een verhuurder iets? Leg dan meteen vast wanneer zijn brief kwam."
            )
        ]
    heads = (("Onderwerp", 2.6), ("Verhuurder", 1.2), ("Laatste dag", 1.1), ("Hoe het staat", 1.9))
    blocks: list[Block] = [
        Paragraph(
            joined(
                _count(values.adviezen.aantal, "advies is", "adviezen zijn"),
                " nog niet afgesloten. Let op de laatste dag: daarna mag de verhuurder zonder ons advies verder.",
            )
        ),
        _table("Adviezen die nog lopen", heads, values.adviezen.zaken, None),
    ]
    if values.wachten.zaken:
        heads = (("Onderwerp", 2.6), ("Verhuurder", 1.2), ("Verstuurd", 1.1), ("Hoe het staat", 1.9))
        blocks.append(
            _table("Adviezen waarop wij een antwoord verwachten", heads, values.wachten.zaken, None)
        )
    return blocks


def conditions(values: OverdrachtValues) -> list[Block]:
    """What landlords still have to do of what we asked as a condition."""
    if not values.voorwaarden.zaken:
        return [Paragraph("Er staan geen voorwaarden van onze adviezen open.")]
    heads = (("Voorwaarde", 2.5), ("Verhuurder", 1.2), ("Uiterlijk", 1.2), ("Uit ons advies over", 2.3))
    many = _count(values.voorwaarden.aantal, "advies heeft", "adviezen hebben")
    return [
        Paragraph(
            joined(
                many,
                " een voorwaarde waaraan nog niet is voldaan. Kijk of de verhuurder doet wat hij toezegde.",
            )
        ),
        _table("Voorwaarden die nog open staan", heads, values.voorwaarden.zaken, values.op),
    ]


def no_letters(values: OverdrachtValues) -> bool:
    """Whether no letter waits for anything."""
    return not (values.brieven_uit.zaken or values.brieven_binnen.zaken or values.brieven_concept.zaken)


def letters(values: OverdrachtValues) -> list[Block]:
    """Letters of ours without answer, letters that we should answer, and those that were not sent yet."""
    if no_letters(values):
        return [Paragraph("Er wacht geen brief op antwoord.")]
    heads = (("Brief", 2.8), ("Met", 1.3), ("Antwoord voor", 1.4), ("Van wanneer", 1.5))
    blocks: list[Block] = []
    for title, those in (
        ("Brieven die wij nog moeten beantwoorden", values.brieven_binnen),
        ("Brieven van ons waarop een antwoord moet komen", values.brieven_uit),
    ):
        if those.zaken:
            blocks.append(_table(title, heads, those.zaken, values.op))
    if values.brieven_concept.zaken:
        drafts = (("Brief", 3.4), ("Aan", 1.5), ("Van wanneer", 2.0))
        table = _table(
            "Brieven die nog niet zijn verstuurd", drafts, values.brieven_concept.zaken, None, day=False
        )
        blocks.append(table)
    return blocks


_TASK = (("Wat", 2.8), ("Wie", 1.4), ("Uiterlijk", 1.2), ("Waar afgesproken", 2.1))


def promises(values: OverdrachtValues) -> list[Block]:
    """What other parties promised, the latest first."""
    if not values.beloften.zaken:
        return [Paragraph("Er staan geen beloften van anderen open.")]
    return [_late(values.beloften, values.beloften_te_laat, "belofte van een ander", "beloften van anderen"),
            _table("Beloften van anderen", _TASK, values.beloften.zaken, values.op)]  # fmt: skip


def _late(those: Lijst, late: Getal, one: str, many: str) -> Paragraph:
    count = those.aantal.waarde or 0
    text: list[Text] = [_count(those.aantal, one, many), " staat open." if count == 1 else " staan open."]
    if late.waarde:
        verb = "is" if late.waarde == 1 else "zijn"
        text += [f" Te laat {verb}: ", Span(str(late.waarde), source=late.source), "."]
    return Paragraph(joined(*text))


def no_tasks(values: OverdrachtValues) -> bool:
    """Whether we have nothing to do."""
    return not values.eigen.zaken and not values.verantwoorden


def tasks(values: OverdrachtValues) -> list[Block]:
    """What we said that we would do, and the accounts that landlords must get."""
    if no_tasks(values):
        return [Paragraph("Er staan geen taken van onszelf open.")]
    blocks: list[Block] = []
    if values.eigen.zaken:
        blocks.append(_late(values.eigen, values.eigen_te_laat, "taak van onszelf", "taken van onszelf"))
        blocks.append(_table("Taken van onszelf", _TASK, values.eigen.zaken, values.op))
    if values.verantwoorden:
        heads = (("Wat", 2.8), ("Aan", 1.5), ("Uiterlijk", 1.9))
        blocks.append(_table("Geld dat wij nog moeten verantwoorden", heads, values.verantwoorden, values.op))
    return blocks


def nothing_runs(values: OverdrachtValues) -> bool:
    """Whether no raadpleging or campagne is going on."""
    return not values.raadplegingen.zaken and not values.campagnes.zaken


def running(values: OverdrachtValues) -> list[Block]:
    """Raadplegingen and campagnes that are going on."""
    if nothing_runs(values):
        return [Paragraph("Er loopt nu geen raadpleging en geen campagne.")]
    blocks: list[Block] = []
    for title, heads, those in (
        (
            "Raadplegingen die lopen",
            (("Raadpleging", 2.4), ("Voor", 1.6), ("Sluit op", 1.1), ("Doel", 2.2)),
            values.raadplegingen,
        ),
        (
            "Campagnes die lopen",
            (("Campagne", 2.4), ("Voor", 1.6), ("Tot en met", 1.1), ("Doel", 2.2)),
            values.campagnes,
        ),
    ):
        if those.zaken:
            blocks.append(_table(title, heads, those.zaken, None))
    return blocks


def no_problems(values: OverdrachtValues) -> bool:
    """Whether no knelpunt is open."""
    return not values.knelpunten.zaken and not values.individueel.waarde


def problems(values: OverdrachtValues) -> list[Block]:
    """Knelpunten that are open: those of more tenants one by one, those of one home as a number."""
    if no_problems(values):
        return [Paragraph("Er staan geen knelpunten open.")]
    blocks: list[Block] = []
    if values.knelpunten.zaken:
        heads = (("Knelpunt", 3), ("Waar", 1.4), ("Reactie voor", 1.4), ("Hoe het staat", 1.4))
        blocks.append(_table("Knelpunten van meer huurders", heads, values.knelpunten.zaken, values.op))
    if values.individueel.waarde:
        verb = "staat" if values.individueel.waarde == 1 else "staan"
        text: list[Text] = [
            _count(values.individueel, "knelpunt van één huishouden", "knelpunten van één huishouden"),
            f" {verb} ook nog open",
        ]
        if values.individueel_wacht.waarde:
            waiting = Span(str(values.individueel_wacht.waarde), source=values.individueel_wacht.source)
            text += [", waarvan ", waiting, " wachten op een reactie"]
        text.append(". Wie dat zijn, staat niet op papier: kijk daarvoor in het programma.")
        blocks.append(Paragraph(joined(*text)))
    return blocks


def agenda(values: OverdrachtValues) -> list[Block]:
    """What comes in the year ahead, and what must be ready before it."""
    if not values.agenda:
        return [Paragraph("Er staat nog niets in de agenda van het komende jaar.")]
    columns = (
        Column("Wanneer", width=1.5),
        Column("Wat", width=2.3),
        Column("Vooraf klaar", width=2.8),
        Column(DONE, "center", 0.8),
    )
    rows = tuple(
        (
            capital(one_line(each.wanneer)),
            Span(clause(one_line(each.wat)), source=each.source),
            "; ".join(one_line(step) for step in each.vooraf) or "–",
            TICK,
        )
        for each in values.agenda
    )
    return [Table("De agenda van het komende jaar", columns, rows)]


def people(values: OverdrachtValues) -> list[Block]:
    """Names and functions of those we work with, per party, landlord and commissie."""
    if not values.personen:
        return [
            Paragraph("Er staan nog geen mensen bij Contacten. Zet erin met wie u werkt, met hun functie.")
        ]
    columns = (
        Column("Van", width=1.9),
        Column("Naam", width=1.6),
        Column("Functie", width=1.6),
        Column("Waarvoor", width=2),
        Column("Ontmoet", "center", 0.8),
    )
    rows: list[tuple[Text, ...]] = []
    for each in values.personen:
        of = one_line(each.van) or "Anderen"
        name = Span(one_line(each.naam), source=each.source)
        rows.append(
            (
                of,
                name,
                one_line(each.functie) or "–",
                capital(one_line(each.waarvoor)) or "–",
                TICK,
            )
        )
    return [
        Paragraph(
            "Telefoonnummers en e-mailadressen staan in het programma, bij Contacten. Adressen staan niet op papier."
        ),
        Table("Mensen met wie wij werken", columns, tuple(rows), row_heads=False),
    ]


def committees(values: OverdrachtValues) -> list[Block]:
    """The bewonerscommissies, and the next step with each."""
    if not values.commissies.zaken:
        return [Paragraph("Er zijn geen bewonerscommissies vastgelegd.")]
    heads = (("Bewonerscommissie", 2.4), ("Waar", 1.8), ("Dag", 1), ("Volgende stap", 2.2))
    return [_table("Bewonerscommissies", heads, values.commissies.zaken, None)]


def decisions(values: OverdrachtValues) -> list[Block]:
    """What was decided in the meetings of the year, in order of time."""
    if not values.besluiten:
        return [Paragraph("Er zijn in deze tijd geen besluiten vastgelegd bij de overleggen.")]
    columns = (
        Column("Datum", width=1.1),
        Column("Overleg", width=1.6),
        Column("Onderwerp", width=2),
        Column("Besluit", width=2.8),
    )
    rows = tuple(
        (
            day_short(each.dag),
            Span(one_line(each.wie), source=each.source),
            plain_line(each.weten),
            sentence(plain_line(each.wat)),
        )
        for each in values.besluiten
    )
    return [Table("Besluiten in overleggen", columns, rows)]


def keys() -> list[Block]:
    """Where things lie, to be filled in; never what a password is."""
    fields = (
        "Wachtwoord van deze administratie: waar ligt het, wie kan erbij?",
        "Reservekopie op usb-stick: waar ligt die?",
        "Sleutels van kantoor en postbus: wie heeft ze?",
        "Bank: wie mag betalen, wie moet eraf en erbij?",
        "E-mail en website: wie beheert ze, waar ligt het wachtwoord?",
    )
    return [
        Paragraph(
            joined(
                Span("Schrijf nooit een wachtwoord of pincode op dit papier.", bold=True),
                " Schrijf alleen op waar het ligt, en wie erbij kan.",
            )
        ),
        *(FieldRow(((label, 1),)) for label in fields),
    ]


def administration(values: OverdrachtValues) -> list[Block]:
    """How the administration works, in ten lines."""
    where = f" ‘{values.map}’" if values.map else ""
    lines: tuple[Text, ...] = (
        "Alles staat in één programma op één laptop. Er is geen internet bij nodig.",
        f"De gegevens staan in de map{where}. Verander of verplaats daar zelf niets in.",
        "De gegevens zijn versleuteld. De sleutel hoort bij die map: kopieer de map altijd in haar geheel.",
        "Zet bij Instellingen een wachtwoord op de administratie, en bewaar het op een vaste plek.",
        "Maak elke week een reservekopie: bij Instellingen, met de knop ‘Nu een reservekopie maken’.",
        "Zet een kopie op een usb-stick en bewaar die ergens anders dan de laptop.",
        "Begin elke keer bij Vandaag: daar staat wat er moet gebeuren en wat te laat is.",
        "Leg alles meteen vast met de dag erbij: dan komt het vanzelf in verslagen en brieven.",
        "Een vergissing maakt u ongedaan met Ctrl+Z. Wat u weggooit, staat nog in de prullenbak.",
        "Uitleg staat in het handboek, in het menu Help.",
    )
    return [Bullets(lines, numbered=True)]


CHECKS = (
    "Alle lijsten in dit dossier zijn samen doorgelopen.",
    "De laptop met het programma is overgedragen.",
    "Het wachtwoord is doorgegeven, en werkt.",
    "Er is een reservekopie gemaakt en op een usb-stick gezet.",
    "De sleutels zijn overgedragen.",
    "De bank weet wie er nu mag betalen.",
    "De Kamer van Koophandel kent het nieuwe bestuur.",
    "De e-mail en de website zijn overgedragen.",
    "De verhuurders en de gemeente weten wie het nieuwe bestuur is.",
    "Het papieren archief is overgedragen.",
)


def sign_off() -> list[Block]:
    """What has to be done together, and the signatures of both boards."""
    columns = (Column("Wat", width=5), Column("Wie", width=1.6), Column(DONE, "center", 0.8))
    rows = tuple((line, "", TICK) for line in CHECKS)
    return [
        Table("Afvinklijst van de overdracht", columns, rows),
        Heading("Handtekeningen", 2),
        Signatures(
            (
                ("Namens het oude bestuur", "naam en functie"),
                ("Namens het nieuwe bestuur", "naam en functie"),
            )
        ),
        FieldRow((("Plaats", 1), ("Datum", 1))),
    ]
