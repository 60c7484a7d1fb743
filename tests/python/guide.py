"""Runs the Python of a guide: blocks with prompts as doctests whose outputs must be as printed, others as they stand, all in one name space. usage: guide.py GUIDE.md"""

import contextlib
import doctest
import importlib.util
import pathlib
import re
import sys

here = pathlib.Path(__file__).resolve().parent
for name in ("cuequivariance", "escnn"):
    if importlib.util.find_spec(name) is None:
        sys.path.append(str(here / "standin"))

text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
names = {"__name__": "guide"}
runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
blocks = 0
for match in re.finditer(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
    blocks += 1
    line = text.count("\n", 0, match.start()) + 1
    if ">>>" in match[1]:
        test = doctest.DocTestParser().get_doctest(match[1], names, f"block at line {line}", sys.argv[1], line)
        runner.run(test, clear_globs=False)
        names.update(test.globs)
    else:
        exec(compile(match[1], f"{sys.argv[1]}:{line}", "exec"), names)
failed, tried = runner.summarize()
print(f"{blocks} blocks, {tried} examples, {failed} failed")
sys.exit(1 if failed or not tried else 0)
