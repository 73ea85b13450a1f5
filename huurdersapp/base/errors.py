"""Errors for people, and the signal that somebody asked to stop."""

from __future__ import annotations


class UserError(Exception):
    """Something the person at the keyboard can understand and act on.

    `text` says what is the matter and `hint` how to mend it, both in plain Dutch; `command` is a sentence for who types
    commands, with the line to type; `facts` fill the places in braces. Whatever is not a UserError is a fault of the
    program itself.
    """

    def __init__(
        self, text: str, /, hint: str | None = None, command: str | None = None, **facts: object
    ) -> None:
        self.text = text.format(**facts) if facts else text
        self.hint = hint.format(**facts) if hint and facts else hint
        self.command = command.format(**facts) if command and facts else command
        super().__init__(self.text)

    def sentence(self) -> str:
        """What and how in one line, for the command line."""
        return " ".join(filter(None, (self.text, self.hint, self.command)))

    def told(self) -> str:
        """What and how in one line, for the window: without commands to type."""
        return " ".join(filter(None, (self.text, self.hint)))


class Stopped(Exception):
    """The person asked to stop a long job; nothing half made is left behind."""
