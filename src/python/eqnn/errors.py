"""What the tool refuses, as exceptions: one class for each exit code."""

from __future__ import annotations

from typing import Sequence


class EqnnError(Exception):
    """The tool gave no answer.

    ``line`` is what it said, one line without the leading ``eqnn:``; ``exit_code`` its exit code; ``command`` the words it was called with.
    """

    def __init__(self, line: str, exit_code: int, command: Sequence[str] = ()) -> None:
        super().__init__(line)
        self.line = line
        self.exit_code = exit_code
        self.command = tuple(command)


class InputError(EqnnError, ValueError):
    """The input is wrong (exit code 2): what, where, and the nearest valid form."""


class LimitError(EqnnError):
    """A limit or the timeout was reached (exit code 3): which, and how to raise it. ``partial`` is what was found so far, if the tool wrote it."""

    def __init__(self, line: str, exit_code: int, command: Sequence[str] = (), partial: str = "") -> None:
        super().__init__(line, exit_code, command)
        self.partial = partial


class Cancelled(EqnnError):
    """The tool was interrupted (exit code 130)."""


class ToolError(EqnnError):
    """The tool found a contradiction inside (exit code 1), or died: a bug of the tool."""


class ToolNotFound(EqnnError):
    """There is no tool: none in the package, none that ``EQNN`` names, none on the path."""
