"""The ways in which people were asked, with all that was counted of each, and sums that do not come out."""

from __future__ import annotations

from huurdersapp.reports.counting import UNCHANGED, Counter
from huurdersapp.reports.document import Block, Column, Paragraph, Table, Text
from huurdersapp.reports.language import capital, number
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.raadpleging import sourced
from huurdersapp.reports.raadpleging_cijfers import KEY, channel_count
from huurdersapp.reports.values import Raadpleging

_COLUMNS = (
    ("uitgenodigd", "Uitgenodigd"),
    ("bereikt", "Bereikt"),
    ("respons", "Volledig ingevuld"),
    ("deels", "Deels ingevuld"),
)


def channel_blocks(counter: Counter, item: Raadpleging) -> list[Block]:
    """A table of the channels, with notes where their sums and the totals that were told do not agree."""
    notes: list[Block] = [Paragraph(text, "note") for text in channel_slips(counter, item)]
    if not item.kanalen or not counter.shown.prints(f"{KEY}-respons"):
        return notes
    columns = [(what, head) for what, head in _COLUMNS if _is_told(counter, item, what)]
    shares = [_share(counter, place) for place in range(len(item.kanalen))]
    heads = [Column("Kanaal", width=1.7), *(Column(head, "right") for _, head in columns)]
    heads += [Column("Respons", "right")] if any(shares) else []
    rows: list[tuple[Text, ...]] = []
    for place, channel in enumerate(item.kanalen):
        cells: list[Text] = [capital(one_line(channel.naam))]
        for what, _ in columns:
            key = (KEY, what, place)
            cells.append(sourced(counter.cell(key), item.source) if counter.shown.knows(key) else "–")
        cells += [shares[place] or "–"] if any(shares) else []
        rows.append(tuple(cells))
    keys = [(KEY, what, place) for what, _ in columns for place in range(len(item.kanalen))]
    note = counter.hidden_note(keys) or None
    return [Table("Antwoorden per kanaal", tuple(heads), tuple(rows), note=note), *notes]


def _is_told(counter: Counter, item: Raadpleging, what: str) -> bool:
    known = any(counter.shown.knows((KEY, what, place)) for place in range(len(item.kanalen)))
    return known and counter.shown.prints(f"{KEY}-{what}")


def _share(counter: Counter, place: int) -> str:
    """The complete replies as a share of those invited by this channel."""
    return counter.share(
        (KEY, "respons", place), (KEY, "uitgenodigd", place), counter.shown.settings.percent_from
    )


def channel_slips(counter: Counter, item: Raadpleging) -> list[str]:
    """Sums of the channels that are not the total that was told; shown, and never mended."""
    told = []
    replies = _added(item, "respons")
    both = None if replies is None else replies + sum(_counts(item, "deels"))
    said = item.respons.waarde
    if replies is not None and said is not None and said not in (replies, both):
        told.append(_slip(counter, item, "respons", "De kanalen", replies, said))
    elif replies is not None and said == both != replies and _shows(counter, item, "respons", "deels"):
        told.append(f"De volledig en de deels ingevulde antwoorden zijn samen {number(both or 0)}.")
    invited, asked = _added(item, "uitgenodigd"), item.uitgenodigd.waarde
    if invited is not None and asked is not None and invited != asked:
        told.append(_slip(counter, item, "uitgenodigd", "De uitnodigingen per kanaal", invited, asked))
    if asked is not None and said is not None and said > asked:
        told.append(f"Let op: er zijn meer antwoorden dan uitnodigingen. {UNCHANGED}")
    return told


def _slip(counter: Counter, item: Raadpleging, what: str, subject: str, added: int, said: int) -> str:
    if _shows(counter, item, what) and counter.shows((KEY, what)):
        text = f"{subject} zijn samen {number(added)}; als totaal is {number(said)} opgegeven."
    else:
        text = f"{subject} tellen niet op tot het totaal dat is opgegeven."
    return f"{text} {UNCHANGED}"


def _shows(counter: Counter, item: Raadpleging, *kinds: str) -> bool:
    keys = [(KEY, what, place) for what in kinds for place in range(len(item.kanalen))]
    return counter.shows(*(key for key in keys if counter.shown.knows(key)))


def _counts(item: Raadpleging, what: str) -> list[int]:
    counts = [channel_count(channel, what) for channel in item.kanalen]
    return [count.waarde for count in counts if count and count.waarde is not None]


def _added(item: Raadpleging, what: str) -> int | None:
    """The sum over the channels, None where one of them is not known."""
    counts = _counts(item, what)
    return sum(counts) if counts and len(counts) == len(item.kanalen) else None
