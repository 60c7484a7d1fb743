"""Finds the tool and runs it."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shutil
import subprocess
from typing import Any, Dict, List, Union

from .errors import Cancelled, EqnnError, InputError, LimitError, ToolError, ToolNotFound

OptionValue = Union[str, int, float, bool, None]
"""The value of an option of the tool: ``True`` for a switch, ``None`` or ``False`` for one that is left out."""


def tool() -> List[str]:
    """The words that start the tool: that of the variable ``EQNN`` (a program, or ``eqnn.dll`` for dotnet), else the one inside the package, else ``eqnn`` on the path.

    Raises ToolNotFound if there is none.
    """
    named = os.environ.get("EQNN")
    if named:
        if not os.path.isfile(named):
            raise ToolNotFound(f"EQNN names '{named}', which is no file", 2)
        return ["dotnet", named] if named.endswith(".dll") else [named]
    inside = pathlib.Path(__file__).parent / "bin" / ("eqnn.exe" if os.name == "nt" else "eqnn")
    if inside.is_file():
        return [str(inside)]
    on_path = shutil.which("eqnn")
    if on_path:
        return [on_path]
    raise ToolNotFound("the tool eqnn is neither inside this package nor on the path; install it, or let the variable EQNN name it", 2)


def run(*arguments: str) -> str:
    """Runs ``eqnn ARGUMENTS...`` and gives its output. Raises an EqnnError for every exit code but 0."""
    words = [*tool(), *arguments]
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace")
    except OSError as failure:
        raise ToolNotFound(f"{words[0]} cannot be run: {failure.strerror}", 2, arguments) from failure
    if done.returncode == 0:
        return done.stdout
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    line = lines[-1] if lines else f"the tool ended with exit code {done.returncode} and said nothing"
    line = re.sub(r"^eqnn: ", "", line)
    if done.returncode == 3:
        raise LimitError(line, 3, arguments, done.stdout)
    kind = {2: InputError, 130: Cancelled}.get(done.returncode, ToolError)
    raise kind(line, done.returncode, arguments)


def ask(*arguments: str, **options: OptionValue) -> Dict[str, Any]:
    """Runs ``eqnn ARGUMENTS... --format json`` and gives the document.

    Options are named as those of the tool, with ``_`` for ``-``: ``max_order=1000`` is ``--max-order 1000``.
    """
    words = list(arguments)
    for name, value in options.items():
        if value is None or value is False:
            continue
        option = "--" + name.rstrip("_").replace("_", "-")
        words += [option] if value is True else [f"{option}={value}"]
    return json.loads(run(*words, "--format", "json", "--quiet"))


def version() -> str:
    """The release of the tool, as ``0.2.0``."""
    return ask("version")["version"]
