"""What is drawn in a document: charts, measures on their way, wholes in their classes, funnels and photos.

A chart never shows what its table hides, and always has its figures in words (`alternative`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values of a chart; None is a value that may not be shown (small number) or is unknown."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its alternative text. The figures also stand in a table: a report always adds one."""

    caption: str
    alternative: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Literal["bar", "hbar", "stacked_hbar", "line"] = "hbar"
    unit: str = ""
    shown: tuple[tuple[str, ...], ...] | None = None
    """Direct labels per series and value where they differ from the plain number, such as "<5"."""
    key: str = ""
    number: int = 0
    """As for a `Table`; all figures are counted together."""


@dataclass(frozen=True, slots=True)
class TrendValue:
    """A value on a day with the figure that stands at it; `provisional` is not settled yet, `earlier` belongs to what was
    measured before this measure."""

    on: date
    value: float
    shown: str
    provisional: bool = False
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class TrendTarget:
    """What should be reached in these years (None: in all of them): at least `low`, at most `high`, or both (a band);
    one number has them equal. `shown` says it in words."""

    low: float | None
    high: float | None
    shown: str
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """A measure through the years `first` to `last`: its values, its targets, and the straight `path` from the first
    measurement to them. `names` are the words of the legend: measured, provisional, earlier, path. The figures also
    stand in a table: a report always adds one."""

    caption: str
    alternative: str
    first: int
    last: int
    values: tuple[TrendValue, ...]
    targets: tuple[TrendTarget, ...] = ()
    path: tuple[tuple[date, float], ...] = ()
    unit: str = ""
    names: tuple[str, str, str, str] = (
        "Gemeten",
        "Nog niet vastgesteld",
        "Vorig akkoord",
        "Rechte lijn naar het doel",
    )
    key: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One measure on its way: where it is and where it should be.

    `low` and `high` are what should be reached: at least `low`, at most `high`, or between both (a band); one number has
    them equal. `shown` says where it is in words ("42 van 60 woningen", "<5", "niet aangeleverd door Lefier"); with None
    as value there is no bar. `goal` says the target in words ("doel 60", "110 tot 150"), `state` how it stands
    ("op schema", "loopt achter"); colour alone says nothing.
    """

    label: str
    value: float | None
    shown: str
    low: float | None = None
    high: float | None = None
    goal: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Measures below each other, each with a bar towards its target or band.

    Each bar has a scale of its own, such that the targets stand below each other: the measures may have different units.
    The figures also stand in a table: a report always adds one.
    """

    caption: str
    alternative: str
    rows: tuple[ProgressRow, ...]
    key: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class SharesRow:
    """One whole in its classes: a value for each, None where it may not be shown or is unknown, and what stands there."""

    label: str
    values: tuple[float | None, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Wholes below each other, divided in classes that have an order, such as energy labels A to G.

    A bar is as long as the known classes together; those that are not shown stand beside it in words. From dark to light,
    with the name of the class in or below its piece. The figures also stand in a table: a report always adds one.
    """

    caption: str
    alternative: str
    classes: tuple[str, ...]
    rows: tuple[SharesRow, ...]
    key: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step of a funnel: how many came so far (None: not shown or unknown), in words, and what was aimed for."""

    label: str
    value: float | None
    shown: str
    goal: float | None = None
    goal_shown: str = ""


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many are left at each step, from benaderd to nazorg; all on one scale, with the targets beside the bars.

    The figures also stand in a table: a report always adds one.
    """

    caption: str
    alternative: str
    steps: tuple[FunnelStep, ...]
    key: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo or drawing: the bytes of a JPEG or PNG, its caption, and in words what is to be seen on it.

    `width` is its share of the width of the text, 0 to 1; it becomes smaller where it would be too high for a page. It is
    put upright and printed without what a telephone wrote in it (`paper/photo.py`). One that cannot be read leaves a line
    that says so; whoever adds one should have checked it (`actions.fotos.cleaned`).
    """

    data: bytes
    caption: str
    alternative: str
    width: float = 1.0
    key: str = ""
    number: int = 0


DrawnFigure = Chart | Trend | Progress | Shares | Funnel
"""What is drawn from figures; `paper.plots.plot_of` makes the drawing of each."""
