"""Simples in the form that escnn expects: matrices of 1, i, j, k as its endomorphism_basis has them."""

import unittest

import eqnn
from eqnn import adapt

try:
    import numpy
except ImportError:
    numpy = None


@unittest.skipIf(numpy is None, "numpy is not installed")
class AdaptTests(unittest.TestCase):
    def units(self, kind, size):
        turn = numpy.array([[0.0, -1.0], [1.0, 0.0]])
        i = numpy.array([[0.0, 0, 0, -1], [0, 0, 1, 0], [0, -1, 0, 0], [1, 0, 0, 0]])
        j = numpy.array([[0.0, 0, -1, 0], [0, 0, 0, -1], [1, 0, 0, 0], [0, 1, 0, 0]])
        small = {"R": [numpy.eye(1)], "C": [numpy.eye(2), turn], "H": [numpy.eye(4), i, j, i @ j]}[kind]
        return [numpy.kron(unit, numpy.eye(size // len(unit))) for unit in small]

    def test_the_units_have_their_form(self):
        for name in ["C7", "Q8", "SL(2,3)", "C7:C3", "C3xQ8"]:
            for simple in eqnn.simples(name, matrices=True):
                with self.subTest(name=name, simple=simple.label):
                    basis = adapt.escnn_basis(simple)
                    self.assertTrue(numpy.allclose(basis.T @ basis, numpy.eye(simple.dimension)))
                    for matrix in adapt.escnn_matrices(simple):
                        for unit in self.units(simple.type, simple.dimension):
                            self.assertTrue(numpy.allclose(unit @ matrix, matrix @ unit))

    def test_all_elements(self):
        group = eqnn.group("Q8")
        simple = eqnn.simples("Q8", matrices=True)[4]
        matrices = adapt.all_matrices(group, simple.generators)
        self.assertEqual(len(matrices), 8)
        for g, a in matrices.items():
            for h, b in matrices.items():
                self.assertTrue(numpy.allclose(matrices[tuple(g[i - 1] for i in h)], a @ b))

    def test_simples_without_matrices_are_refused(self):
        with self.assertRaises(ValueError):
            adapt.escnn_basis(eqnn.simples("C5")[1])


if __name__ == "__main__":
    unittest.main()
