"""How the tool is found, and what it refuses."""

import os
import stat
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import eqnn


class RefusalTests(unittest.TestCase):
    def test_bad_input_has_the_line_of_the_tool(self):
        with self.assertRaises(eqnn.InputError) as caught:
            eqnn.maps("C8", "L1", "L9")
        self.assertEqual(caught.exception.exit_code, 2)
        self.assertIn("L9", caught.exception.line)
        self.assertNotIn("eqnn:", caught.exception.line)
        self.assertNotIn("\n", caught.exception.line)
        self.assertIsInstance(caught.exception, ValueError)
        self.assertEqual(caught.exception.command[0], "maps")

    def test_limits_have_a_class_of_their_own(self):
        with self.assertRaises(eqnn.LimitError) as caught:
            eqnn.products("S8", "L14", "L14")
        self.assertEqual(caught.exception.exit_code, 3)
        self.assertIn("limit reached", caught.exception.line)

    def test_options_are_those_of_the_tool(self):
        with self.assertRaises(eqnn.LimitError):
            eqnn.maps("PSL(2,17)", "L0", "L1", max_order=100)
        with self.assertRaises(eqnn.InputError):
            eqnn.maps("C8", "L1", "L2", no_such_option=1)

    def test_version_is_that_of_the_tool(self):
        self.assertRegex(eqnn.version(), r"^\d+\.\d+\.\d+")


class FindingTests(unittest.TestCase):
    def test_a_tool_that_is_not_there_is_named(self):
        with mock.patch.dict(os.environ, {"EQNN": os.path.join("no", "such", "tool")}), self.assertRaises(eqnn.ToolNotFound) as caught:
            eqnn.interact("C8")
        self.assertIn("EQNN names", str(caught.exception))

    @unittest.skipIf(os.name == "nt", "a shell script stands for the tool")
    def test_exit_codes_are_exceptions(self):
        for code, kind, said in [(1, eqnn.ToolError, "a bug"), (2, eqnn.InputError, "bad"), (3, eqnn.LimitError, "limit"), (130, eqnn.Cancelled, "cancelled"), (77, eqnn.ToolError, "")]:
            with self.subTest(code=code), tempfile.TemporaryDirectory() as folder:
                fake = os.path.join(folder, "eqnn")
                with open(fake, "w", encoding="utf-8") as file:
                    file.write(f"#!/bin/sh\necho part\n[ -z '{said}' ] || echo 'eqnn: {said}' >&2\nexit {code}\n")
                os.chmod(fake, stat.S_IRWXU)
                with mock.patch.dict(os.environ, {"EQNN": fake}), self.assertRaises(kind) as caught:
                    eqnn.run("maps")
                self.assertIs(type(caught.exception), kind)
                self.assertEqual(caught.exception.exit_code, code)
                self.assertEqual(caught.exception.line, said or f"the tool ended with exit code {code} and said nothing")
                if kind is eqnn.LimitError:
                    self.assertEqual(caught.exception.partial, "part\n")

    def test_the_module_runs_the_tool(self):
        done = subprocess.run([sys.executable, "-m", "eqnn", "maps", "C8", "L2", "L1"], stdout=subprocess.PIPE, encoding="utf-8", check=True)
        self.assertIn("ker L2 is not contained in ker L1", done.stdout)


if __name__ == "__main__":
    unittest.main()
