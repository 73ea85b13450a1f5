"""The file that the log is written in; apart from `log`, so that the window need not wait for it."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler


class LogFile(RotatingFileHandler):
    """A log that can no longer be written must not hinder the work."""

    def handleError(self, record: logging.LogRecord) -> None:
        pass
