"""Help and usage errors in Dutch.

Typer's own sentences are English and not made to be translated. So nothing of them is shown: help pages are laid out
here from what each option says of itself, and a usage error is told here by what went wrong, not by its message.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from huurdersapp.base.i18n import gettext as _

WRONG_USAGE = 2
_TYPED = ("huurdersapp ", "{")
"""Lines of an explanation that begin so can be typed, and are not wrapped."""
_PARAGRAPHS = re.compile(r"\n\s*\n")


class Wrong(typer.BadParameter):
    """Wrong usage, told in a Dutch sentence of our own."""


class DutchCommand(TyperCommand):
    """A command whose help is Dutch and that says so itself when it gets too much."""

    allow_extra_args = True

    def get_help_option(self, ctx: Any) -> Any:
        return _explained(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return _pieces(self)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_page(self, ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with _about(ctx):
            rest = super().parse_args(ctx, args)
        if rest:
            text = _("Dit staat er te veel: {rest}. Zet woorden met een spatie tussen aanhalingstekens.")
            raise Wrong(text.format(rest=" ".join(rest)[:60]), ctx=ctx)
        return rest


class DutchGroup(TyperGroup):
    """A group of commands whose help is Dutch, and that says so itself when it does not know one."""

    def get_help_option(self, ctx: Any) -> Any:
        return _explained(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [*_pieces(self), self.subcommand_metavar]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(self, ctx, formatter)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_page(self, ctx, formatter)
        panels: dict[str, list[tuple[str, str]]] = {}
        for name in self.list_commands(ctx):
            command: Any = self.get_command(ctx, name)
            heading = getattr(command, "rich_help_panel", None) or _("Opdrachten")
            panels.setdefault(heading, []).append((name, _first_sentence(command.help or "")))
        for heading, rows in panels.items():
            _section(formatter, heading, rows)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with _about(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            raise Wrong(_no_such(_("De opdracht ‘{name}’ bestaat niet."), name, self.commands), ctx=ctx)
        return super().resolve_command(ctx, args)


@contextmanager
def _about(ctx: Any) -> Iterator[None]:
    """Let every usage error know which command it is about; Typer forgets it for some."""
    try:
        yield
    except typer.TyperException as fault:
        if getattr(fault, "ctx", None) is None:
            fault.__dict__["ctx"] = ctx
        raise


def _explained(option: Any) -> Any:
    if option is not None:
        option.help = _("Toon deze uitleg en stop.")
    return option


def _pieces(command: Any) -> list[str]:
    pieces = [command.options_metavar]
    for param in command.params:
        if param.param_type_name == "argument":
            more = " …" if param.nargs != 1 else ""
            pieces.append(f"{param.metavar}{more}" if param.required else f"[{param.metavar}{more}]")
    return pieces


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Gebruik:") + " ")


def _write_page(command: Any, ctx: Any, formatter: Any) -> None:
    command.format_usage(ctx, formatter)
    for paragraph in _PARAGRAPHS.split(command.help or ""):
        formatter.write_paragraph()
        with formatter.indentation():
            _write_paragraph(paragraph, formatter)
    shown = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [param for param in shown if param.param_type_name == "argument"]
    options = [param for param in shown if param.param_type_name == "option"]
    _section(formatter, _("Argumenten"), [(param.metavar, param.help or "") for param in arguments])
    _section(formatter, _("Opties"), [_option(param) for param in options])


def _write_paragraph(paragraph: str, formatter: Any) -> None:
    """Text as wide as fits; a line that can be typed stays as it is."""
    lines = [line.strip() for line in paragraph.strip().splitlines()]
    text = [line for line in lines if not line.startswith(_TYPED)]
    if text:
        formatter.write_text(" ".join(text))
    for line in lines[len(text) :]:
        formatter.write(f"{'':{formatter.current_indent + 2}}{line}\n")


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=\.)\s", text.strip(), maxsplit=1)[0]


def _section(formatter: Any, heading: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _option(param: Any) -> tuple[str, str]:
    metavar = "" if param.is_flag else f" {param.metavar}"
    need = f" {_('(verplicht)')}" if param.required else ""
    return ", ".join(param.opts) + metavar, (param.help or "") + need


def sentence(fault: Any) -> str:
    """What is wrong with a command line, in Dutch.

    By the name of the error's class: Typer has no public name for these, and a new version of it that renames one
    may cost a good sentence but not the program.
    """
    match type(fault).__name__:
        case "Wrong":
            return str(fault.message)
        case "NoSuchOption":
            return _no_such(
                _("De optie ‘{name}’ bestaat niet."), fault.option_name, fault.possibilities or ()
            )
        case "BadOptionUsage":
            return _option_value(fault)
        case "MissingParameter":
            return _missing(fault.param)
        case _:
            return _("Deze opdracht klopt niet.")


def _no_such(text: str, name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    hint = " " + _("Bedoelt u {close}?").format(close=close[0]) if close else ""
    return text.format(name=name[:40]) + hint


def _option_value(fault: Any) -> str:
    name = fault.option_name
    params = fault.ctx.command.get_params(fault.ctx)
    if any(name in param.opts and getattr(param, "is_flag", False) for param in params):
        return _("Achter de optie ‘{name}’ hoort geen waarde.").format(name=name)
    return _("Achter de optie ‘{name}’ hoort nog een waarde.").format(name=name)


def _missing(param: Any) -> str:
    if param is None:
        return _("Deze opdracht is niet af.")
    if param.param_type_name == "option":
        return _("De optie {name} ontbreekt. {help}").format(
            name=f"{param.opts[0]} {param.metavar}", help=param.help
        )
    return _("{name} ontbreekt. {help}").format(name=param.metavar, help=param.help)


def usage_error(fault: Any) -> str:
    """The whole message for wrong usage: what is wrong, how the command is typed, where it is explained."""
    explained = _("Uitleg: {command} --help").format(command=fault.ctx.command_path)
    return "\n".join([sentence(fault), fault.ctx.get_usage(), explained])
