"""The photos of a knelpunt: small beside their captions, larger when somebody wants, with a tick for reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import bijlagen, fotos, knelpunten
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label

SMALL, LARGE = 200, 900
"""Pixels at 100 % of the longest side."""
ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff")
MOST_BYTES = 8_000_000
"""A photo that was made smaller has some hundreds of kilobytes."""
MOST = 12


@dataclass(frozen=True, slots=True)
class Photo:
    """The line of an attachment, and its picture."""

    line: Mapping[str, Any]
    image: QImage


def photos_of(lines: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The attachments that may be photos."""
    return [
        line
        for line in lines
        if str(line["naam"]).lower().endswith(ENDINGS) and (line["grootte"] or 0) <= MOST_BYTES
    ][:MOST]


class PhotoPanel(QFrame):
    """Hidden until the pictures were read, beside the window."""

    def __init__(
        self, desk: Desk, number: int, lines: Sequence[Mapping[str, Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self._number = desk, number
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.addWidget(label(_("Foto’s"), "heading"))
        self.ticks: list[QCheckBox] = []
        self.pictures: list[QLabel] = []
        self.hide()
        wanted, ctx = photos_of(lines), desk.ctx

        def question() -> list[Photo]:
            found = []
            for line in wanted:
                try:
                    data = bijlagen.content(ctx, line["inhoud"])
                except UserError:  # it is not there: the list of files tells
                    continue
                image = QImage.fromData(data) if fotos.is_picture(data[: fotos.HEAD]) else QImage()
                if not image.isNull():
                    found.append(Photo(line, _within(image, LARGE * 2)))
            return found

        if wanted:
            desk.ask(self, "foto’s", question, self._show)

    def _show(self, photos: list[Photo]) -> None:
        for photo in photos:
            self._add(photo)
        self.setVisible(bool(photos))

    def _add(self, photo: Photo) -> None:
        caption = str(photo.line.get("toelichting") or photo.line["naam"])
        picture = QLabel()
        picture.setAccessibleName(_("Foto: {caption}").format(caption=caption))
        self.pictures.append(picture)
        larger = QPushButton(_("Groter"))
        larger.setAccessibleName(_("Foto groter: {caption}").format(caption=caption))
        larger.setCheckable(True)

        def resize(on: bool) -> None:
            longest = min(LARGE, max(self.width() - 32, SMALL)) if on else self.desk.look.px(SMALL)
            picture.setPixmap(QPixmap.fromImage(_within(photo.image, longest)))
            larger.setText(_("Kleiner") if on else _("Groter"))

        resize(False)
        larger.toggled.connect(resize)
        tick = QCheckBox(_("Mag in een rapport"))
        tick.setAccessibleName(_("Mag in een rapport: {caption}").format(caption=caption))
        tick.setChecked(bool(photo.line.get("mag_in_rapport")))
        tick.clicked.connect(lambda on: self.desk.safely(lambda: self._mark(photo.line["id"], on)))
        self.ticks.append(tick)
        self._column.addWidget(picture)
        self._column.addWidget(label(caption))
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(larger)
        row.addWidget(tick)
        self._column.addWidget(holder)

    def _mark(self, line: str, on: bool) -> None:
        knelpunten.may_be_printed(self.desk.ctx, self._number, line, on)
        text = _("Deze foto mag in een rapport.") if on else _("Deze foto komt niet in een rapport.")
        self.desk.say(text, undo=True)


def _within(image: QImage, longest: int) -> QImage:
    if max(image.width(), image.height()) <= longest:
        return image
    mode = Qt.TransformationMode.SmoothTransformation
    return image.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio, mode)
