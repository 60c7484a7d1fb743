"""Exact numbers: every form that the tool writes, and what it never writes."""

import math
import unittest
from fractions import Fraction

from eqnn import Exact, ExactArray
from eqnn.exact import exact_text


class ExactTests(unittest.TestCase):
    def test_values_of_all_forms(self):
        for text, value in [
            ("0", 0), ("-7", -7), ("3/4", 0.75), ("-1/3", -1 / 3), ("E(4)", 1j), ("-E(4)", -1j), ("E(8)-E(8)^3", math.sqrt(2)), ("1/2*E(8)-1/2*E(8)^3", math.sqrt(2) / 2),
            ("-E(5)^2-E(5)^3", (1 + math.sqrt(5)) / 2), ("2*E(3)+1/2*E(3)^2", 2 * (-0.5 + 0.75 ** 0.5 * 1j) + 0.5 * (-0.5 - 0.75 ** 0.5 * 1j)), ("1+E(4)", 1 + 1j),
        ]:
            with self.subTest(text):
                self.assertAlmostEqual(complex(Exact(text)), complex(value), delta=1e-14)

    def test_float_refuses_what_is_not_real(self):
        self.assertAlmostEqual(float(Exact("E(5)+E(5)^4")), 2 * math.cos(2 * math.pi / 5))
        with self.assertRaises(ValueError):
            float(Exact("E(4)"))

    def test_what_is_no_number_is_refused(self):
        for text in ["", "E", "E()", "x", "1+", "E(4)^", "--1", "1 2", "1/"]:
            with self.subTest(text), self.assertRaises(ValueError):
                if not text:
                    raise ValueError
                complex(Exact(text))

    def test_equal_texts_are_equal_numbers(self):
        self.assertEqual(Exact("1/2"), Exact("1/2"))
        self.assertNotEqual(Exact("1/2"), Exact("1/3"))
        self.assertEqual(len({Exact("1/2"), Exact("1/2")}), 1)
        self.assertEqual(Exact("-2/3").fraction(), Fraction(-2, 3))

    def test_arrays(self):
        array = ExactArray([["1", "1/2"], ["0", "E(8)-E(8)^3"]])
        self.assertEqual(array.shape, (2, 2))
        self.assertEqual(array[0, 1], Exact("1/2"))
        self.assertEqual(array[1].shape, (2,))
        self.assertEqual(array.tolist()[0], [1.0, 0.5])
        self.assertAlmostEqual(array.tolist()[1][1], math.sqrt(2))
        self.assertEqual(array, ExactArray((("1", "1/2"), ("0", "E(8)-E(8)^3"))))
        self.assertEqual([row.shape for row in array], [(2,), (2,)])

    def test_arrays_become_those_of_numpy(self):
        try:
            import numpy
        except ImportError:
            self.skipTest("numpy is not installed")
        array = numpy.asarray(ExactArray([["1", "1/2"], ["0", "-1"]]))
        self.assertEqual(array.dtype, float)
        self.assertTrue(numpy.array_equal(array, [[1, 0.5], [0, -1]]))

    def test_numbers_given_to_the_tool_are_exact(self):
        self.assertEqual([exact_text(value) for value in (3, Fraction(1, 3), "E(8)", Exact("1/2"), 0.5, 2.0)], [3, "1/3", "E(8)", "1/2", "1/2", 2])
        self.assertEqual(Fraction(exact_text(0.1)), Fraction(0.1))


if __name__ == "__main__":
    unittest.main()
