"""What a meting has to be before it is kept: a value that fits its measure, in a period that can be, and settled once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, aliased

from huurdersapp.base.formats import number
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.doel import Doel
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.indicator import Indicator, Streefwaarde
from huurdersapp.records.indicator_grens import decimals_of, rounded
from huurdersapp.records.indicator_zinnen import span as in_words
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.rules import amended, lines_of, not_in_future
from huurdersapp.records.thema import Thema

HUNDRED = Decimal(100)
ROUNDING = Decimal("0.1")
"""How far classes together may be from 100 %, for each class: each was rounded to one decimal, or by an other program."""
SETTLED = "vastgesteld"
FREE = ("naam", "toelichting", "bron")
"""What may still change of a value that was settled; its files too."""
NUMBERS = ("aantal", "aandeel", "bedrag", "verhouding")


@dataclass(frozen=True, slots=True)
class About:
    """The measure that a value is of, with the classes that it knows and the last year that it looks at."""

    maat: Indicator
    klassen: tuple[str, ...]
    until: int

    @property
    def grows(self) -> bool:
        """Its values say how much more or less there is, so they may be below nothing."""
        return self.maat.richting != "stand"


def check(draft: Draft) -> Iterator[Fault]:
    """Faults that need no other record."""
    yield from not_in_future(draft, "tot")
    yield from _check_settled(draft)
    if draft["status"] == SETTLED and draft["vastgesteld_op"] is None and draft["vastgesteld_in"] is None:
        yield Fault(_("Vul in op welke dag, of in welk overleg, dit is vastgesteld."), ("vastgesteld_op",))
    if draft["noemer"] is not None and draft["noemer"] <= 0:
        yield Fault(_("Het geheel moet meer dan 0 zijn. Kijk het getal na."), ("noemer",))
    if draft["teller"] is not None and draft["noemer"] is None:
        yield Fault(_("Vul ook in hoeveel het geheel is, of laat dit leeg."), ("noemer",))
    if draft["teller"] is None and draft["noemer"] is not None:
        yield Fault(_("Vul ook in hoeveel het er van het geheel zijn."), ("teller",))
    if draft["vervangt"] is not None and not draft["correctie_reden"]:
        yield Fault(_("Vul in waarom deze waarde is verbeterd."), ("correctie_reden",))
    if draft["vervangt"] is not None and draft["vervangt"] == draft.id:
        yield Fault(_("Een meting kan zichzelf niet vervangen. Kies een andere."), ("vervangt",))


def _check_settled(draft: Draft) -> Iterator[Fault]:
    before = draft.before
    if before is None or before["status"] != SETTLED:
        return
    changed = [key for key in draft.spec.fields if key not in FREE and draft.changed(key)]
    if _classes(draft) != _classes(before):
        changed.append("klassen")
    for key in changed:
        yield Fault(
            _("Deze waarde is vastgesteld en verandert niet meer. Maak een verbeterde versie."), (key,)
        )


def _classes(draft: Draft) -> list[tuple[Any, ...]]:
    return [(line["klasse"], line["waarde"], line["aantal"]) for line in draft.lines("klassen")]


def verify(db: Session, draft: Draft) -> Iterator[Fault]:
    """Faults that need the measure, its akkoord or another meting; fills what follows from them."""
    _days_of_meetings(db, draft)
    about = _about(db, draft["indicator"])
    if about is None:
        return
    span = Period(draft["van"], draft["tot"])
    draft.values["naam"] = f"{about.maat.code} {in_words(span)}"
    if draft.before is not None and draft.before["status"] == SETTLED:
        return
    yield from _verify_period(about, span)
    yield from _verify_value(draft, about)
    if draft["vervangt"] is not None:
        yield from _verify_version(db, draft)
    yield from _verify_only_one(db, draft, span)
    yield from _verify_improved(db, draft)


def _days_of_meetings(db: Session, draft: Draft) -> None:
    for day, meeting in (("bevestigd_op", "bevestigd_in"), ("vastgesteld_op", "vastgesteld_in")):
        if draft[day] is None and draft[meeting] is not None:
            row = db.get(Overleg, draft[meeting])
            draft.values[day] = None if row is None else row.datum


def _about(db: Session, key: str | None) -> About | None:
    maat = db.get(Indicator, key) if key else None
    if maat is None:
        return None
    years = (
        select(Akkoord.tot_jaar)
        .join(Thema, Thema.akkoord_id == Akkoord.id)
        .join(Doel, Doel.thema_id == Thema.id)
        .where(Doel.id == maat.doel_id)
    )
    targets = select(func.max(Streefwaarde.jaar)).where(
        Streefwaarde.ouder_id == maat.id, Streefwaarde.verwijderd.is_(None)
    )
    last, target = db.scalar(years), db.scalar(targets)
    return About(maat, tuple(lines_of(maat.klassen)), max(last or 0, target or 0))


def _verify_period(about: About, span: Period) -> Iterator[Fault]:
    if span.last.year > about.until > 0:
        text = _("Deze maat loopt tot en met {year}. De periode ligt daarna; kijk de dagen na.")
        yield Fault(text.format(year=about.until), ("tot",))
    maat = about.maat
    if maat.tijd not in ("per_jaar", "jaargemiddelde") or maat.frequentie == "trimester":
        return
    if maat.soort in ("ja_nee", "tekst") or span.first == span.last:
        return
    if (span.first, span.last) != (date(span.last.year, 1, 1), date(span.last.year, 12, 31)):
        text = _("Deze maat geldt per jaar. Een deel van een jaar telt pas mee als het hele jaar er is.")
        yield Fault(text, ("tot",), warning=True)


def _verify_value(draft: Draft, about: About) -> Iterator[Fault]:
    soort = about.maat.soort
    if soort != "klassenverdeling" and draft.lines("klassen"):
        yield Fault(_("Klassen horen alleen bij een verdeling over klassen. Haal ze weg."), ("klassen",))
    match soort:
        case "klassenverdeling":
            yield from _verify_classes(draft, about)
        case "tekst":
            if not draft["tekst"]:
                yield Fault(_("Schrijf in woorden hoe het staat."), ("tekst",))
        case "verwijzing":
            text = _("Deze maat verwijst naar een andere. Vul de waarde bij die maat in.")
            yield Fault(text, ("indicator",))
        case _:
            yield from _verify_number(draft, about)


def _verify_number(draft: Draft, about: About) -> Iterator[Fault]:
    soort = about.maat.soort
    yield from _verify_parts(draft, soort)
    value: Decimal | None = draft["waarde"]
    if value is None:
        if draft["noemer"] is None:
            yield Fault(_("Vul de waarde in."), ("waarde",))
        return
    if soort == "ja_nee":
        if value not in (0, 1):
            yield Fault(_("Schrijf 1 voor ja of 0 voor nee."), ("waarde",))
        return
    if soort == "aandeel" and value > HUNDRED:
        text = _("{value} % is meer dan het geheel. Een aandeel is hoogstens 100 %.")
        yield Fault(text.format(value=number(value)), ("waarde",))
    if value < 0 and not about.grows:
        text = _("{value} is minder dan 0. Kijk het getal na.")
        yield Fault(text.format(value=number(value)), ("waarde",))
    if soort == "bedrag" and decimals_of(value) > 2:
        yield Fault(_("Schrijf het bedrag in euro, met hoogstens twee cijfers voor de centen."), ("waarde",))


def _verify_parts(draft: Draft, soort: str) -> Iterator[Fault]:
    """Fill the value of a share or a ratio from its numerator and denominator, or hold it to them."""
    part, whole = draft["teller"], draft["noemer"]
    if part is None or whole is None or whole <= 0:
        return
    if soort not in ("aandeel", "verhouding"):
        yield Fault(
            _("Een deel en een geheel horen bij een aandeel of verhouding. Maak dit leeg."), ("teller",)
        )
        return
    if part < 0:
        yield Fault(_("{value} is minder dan 0. Kijk het getal na.").format(value=number(part)), ("teller",))
        return
    found = Fraction(part) / Fraction(whole) * (100 if soort == "aandeel" else 1)
    if draft["waarde"] is None:
        draft.values["waarde"] = rounded(found, 1, ROUND_HALF_UP)
        return
    given: Decimal = draft["waarde"]
    if abs(Fraction(given) - found) > Fraction(1, 2) / 10 ** decimals_of(given):
        text = _("{part} van {whole} is {found}, en hier staat {value}. Kijk de getallen na.")
        said = text.format(
            part=number(part),
            whole=number(whole),
            found=number(rounded(found, max(1, decimals_of(given)), ROUND_HALF_UP)),
            value=number(given),
        )
        yield Fault(said, ("waarde",))


def _verify_classes(draft: Draft, about: About) -> Iterator[Fault]:
    for key in ("waarde", "teller", "noemer"):
        if draft[key] is not None:
            yield Fault(_("Bij een verdeling hoort elke waarde bij een klasse. Maak dit leeg."), (key,))
    lines = draft.lines("klassen")
    if not lines:
        yield Fault(_("Vul voor elke klasse een percentage in."), ("klassen",))
        return
    _fill_shares(draft)
    lines = draft.lines("klassen")
    faults = list(_odd_classes(lines, about.klassen))
    yield from faults
    if faults:
        return
    total = sum((line["waarde"] for line in lines), Decimal(0))
    if abs(total - HUNDRED) > ROUNDING * len(lines):
        text = _("De klassen zijn samen {sum} %. Samen moeten zij 100 % zijn; kijk de getallen na.")
        yield Fault(text.format(sum=number(total)), ("klassen",))


def _fill_shares(draft: Draft) -> None:
    """Percentages from the numbers, where nothing but numbers was given."""
    lines = draft.lines("klassen")
    counts = [line["aantal"] for line in lines]
    if any(line["waarde"] is not None for line in lines) or None in counts or not sum(counts):
        return
    total = sum(counts)
    draft.parts["klassen"] = [
        amended(line, waarde=rounded(Fraction(100 * count, total), 1, ROUND_HALF_UP))
        for line, count in zip(lines, counts, strict=True)
    ]


def _odd_classes(lines: Iterable[Draft], known: tuple[str, ...]) -> Iterator[Fault]:
    told = set()
    for index, line in enumerate(lines):
        told.add(line["klasse"])
        if line["klasse"] not in known:
            text = _("De klasse ‘{name}’ hoort niet bij deze maat. Kies uit: {known}.")
            yield Fault(
                text.format(name=line["klasse"], known="; ".join(known)), ("klassen", index, "klasse")
            )
        elif line["waarde"] is None:
            yield Fault(_("Vul het percentage van deze klasse in."), ("klassen", index, "waarde"))
        elif not 0 <= line["waarde"] <= HUNDRED:
            text = _("{value} % kan niet. Een aandeel is minstens 0 % en hoogstens 100 %.")
            yield Fault(text.format(value=number(line["waarde"])), ("klassen", index, "waarde"))
    missing = [name for name in known if name not in told]
    if missing:
        text = _("Er ontbreken klassen: {names}. Vul 0 in waar er geen zijn.")
        yield Fault(text.format(names="; ".join(missing)), ("klassen",))


def _verify_version(db: Session, draft: Draft) -> Iterator[Fault]:
    meting: Any = draft.spec.cls
    old = db.get(meting, draft["vervangt"])
    if old is None:
        return
    if old.indicator_id != draft["indicator"]:
        yield Fault(
            _("De meting die u verbetert, is van een andere maat. Kies dezelfde maat."), ("vervangt",)
        )
        return
    other = db.scalars(
        select(meting.nummer).where(
            meting.vervangt_id == old.id,
            meting.verwijderd.is_(None),
            meting.id != (draft.id or ""),
        )
    ).first()
    if other is not None:
        text = _("Meting {old} is al verbeterd. Verbeter meting {number}.")
        yield Fault(text.format(old=old.nummer, number=other), ("vervangt",))
        return
    seen: set[str] = set()
    row = old
    while row is not None and row.id not in seen:
        seen.add(row.id)
        row = db.get(meting, row.vervangt_id) if row.vervangt_id else None
    if row is not None or (draft.id is not None and draft.id in seen):
        yield Fault(_("Deze metingen verbeteren elkaar in een kring. Kies een andere."), ("vervangt",))
        return
    draft.values["versie"] = old.versie + 1


@cache
def _later(meting: Any) -> Any:
    """A second meting beside the one that is looked for; making it takes longer than asking for it."""
    return aliased(meting)


def _verify_only_one(db: Session, draft: Draft, span: Period) -> Iterator[Fault]:
    """Two values of the same: one beside what the BO settled would be a way round the correction with its reason."""
    meting: Any = draft.spec.cls
    later = _later(meting)
    same = select(meting.nummer, meting.status).where(
        meting.indicator_id == draft["indicator"],
        meting.van == span.first,
        meting.tot == span.last,
        *(
            getattr(meting, column).is_(None) if draft[key] is None else getattr(meting, column) == draft[key]
            for key, column in (("partij", "partij_id"), ("kern", "kern_id"), ("project", "project"))
        ),
        meting.verwijderd.is_(None),
        meting.id.not_in([key for key in (draft.id, draft["vervangt"]) if key]),
        ~exists().where(later.vervangt_id == meting.id, later.verwijderd.is_(None)),
    )
    found = db.execute(same.order_by(meting.nummer)).all()
    settled = next((number for number, status in found if status == SETTLED), None)
    if settled is not None:
        text = _(
            "Hierover is al een waarde vastgesteld: meting {number}. Maak daarvan een verbeterde versie."
        )
        yield Fault(text.format(number=settled), ("tot",))
    elif found:
        text = _(
            "Hierover is al een waarde: meting {number}. De nieuwste telt. Is de oude niet goed, verbeter die dan."
        )
        yield Fault(text.format(number=found[0][0]), ("tot",), warning=True)


def _verify_improved(db: Session, draft: Draft) -> Iterator[Fault]:
    """What was improved stays of the same measure, or its better version would be of another."""
    if draft.before is None or not draft.changed("indicator"):
        return
    meting: Any = draft.spec.cls
    later = db.scalars(
        select(meting.nummer).where(meting.vervangt_id == draft.id, meting.verwijderd.is_(None))
    ).first()
    if later is not None:
        text = _("Deze meting is verbeterd met meting {number}. De maat verandert niet meer.")
        yield Fault(text.format(number=later), ("indicator",))
