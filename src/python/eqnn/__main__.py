"""``python -m eqnn ...`` runs the tool that the package uses."""

import subprocess
import sys

from .errors import ToolNotFound
from .tool import tool


def main() -> int:
    """Runs the tool with the arguments of this process; its exit code."""
    try:
        return subprocess.run([*tool(), *sys.argv[1:]]).returncode
    except ToolNotFound as missing:
        print(f"eqnn: {missing}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
