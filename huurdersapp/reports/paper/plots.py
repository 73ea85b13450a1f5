"""Which drawing belongs to which kind of figure, for every writer and for the screen."""

from __future__ import annotations

from huurdersapp.reports.document import Chart, DrawnFigure, Funnel, Progress, Shares, Trend
from huurdersapp.reports.paper.charts import Plot
from huurdersapp.reports.paper.funnels import FunnelPlot
from huurdersapp.reports.paper.progress import ProgressPlot
from huurdersapp.reports.paper.shares import SharesPlot
from huurdersapp.reports.paper.trends import Drawable, TrendPlot


def plot_of(block: DrawnFigure, wide: float) -> Drawable:
    """The drawing of a figure at a width in points."""
    match block:
        case Chart():
            return Plot(block, wide)
        case Trend():
            return TrendPlot(block, wide)
        case Progress():
            return ProgressPlot(block, wide)
        case Shares():
            return SharesPlot(block, wide)
        case Funnel():
            return FunnelPlot(block, wide)
