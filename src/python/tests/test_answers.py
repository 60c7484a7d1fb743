"""The answers of the tool through the client, checked by mathematics and not by what the client was told."""

import itertools
import os
import unittest

import eqnn

ROOT = os.environ.get("EQNN_REPOSITORY")


def product(a, b):
    return [[sum(x * b[k][j] for k, x in enumerate(row)) for j in range(len(b[0]))] for row in a]


def transpose(a):
    return [list(column) for column in zip(*a)]


class AnswerTests(unittest.TestCase):
    def assert_close(self, a, b, message=None):
        self.assertEqual(len(a), len(b), message)
        for row, other in zip(a, b):
            for x, y in zip(row, other):
                self.assertAlmostEqual(x, y, delta=1e-12, msg=message)

    def test_maps_between_two_simples(self):
        answer = eqnn.maps("C8", "L1", "L2")
        self.assertTrue(answer)
        self.assertTrue(answer.exists and answer.one_layer and not answer.linear_exists)
        self.assertEqual((answer.group.name, answer.source.label, answer.target.label), ("C8", "L1", "L2"))
        self.assertEqual(len(answer.pieces()), 8)
        rays, matrix = answer.pieces()[0]
        self.assertEqual((rays.shape, matrix.shape), ((2, 2), (2, 2)))
        values = [ray["value"] for ray in answer.composite["rays"]]
        self.assert_close(product(matrix.tolist(), transpose(rays.tolist())), transpose([eqnn.ExactArray(value).tolist() for value in values[:2]]))

    def test_no_map_has_an_obstruction(self):
        answer = eqnn.maps("C8", "L2", "L1")
        self.assertFalse(answer)
        self.assertEqual(answer.reason["kind"], "obstruction")
        self.assertIsNone(answer.witness)

    def test_all_maps_on_the_fan(self):
        space = eqnn.maps("S4", "standard", "L4", on="points", enumerate=True).map_space
        self.assertIsNotNone(space)
        self.assertEqual(len(space["basis"]), space["dimension"])

    def test_all_pairs(self):
        table = eqnn.maps("D4")
        self.assertEqual({k for l, k in table.exists if l == "L4"}, {"L0", "L1", "L2", "L3", "L4"})
        self.assertEqual(table.linear, {(s.label, s.label) for s in table.simples})
        self.assertLessEqual(table.linear, table.exists)

    def test_interaction_graph(self):
        graph = eqnn.interact("C8")
        self.assertEqual(graph.reaches("L1"), ["L0", "L1", "L2", "L4"])
        self.assertEqual(graph.adjacency()["L4"], ["L0", "L4"])
        self.assertEqual(sum(node.dimension * node.multiplicity for node in graph.nodes), 8)

    def test_matrices_of_simples_are_a_representation(self):
        for name in ["C5", "Q8", "S4", "SL(2,3)"]:
            group = eqnn.group(name)
            words = group.elements()
            self.assertEqual(len(words), group.order)
            for simple in eqnn.simples(name, matrices=True):
                with self.subTest(name=name, simple=simple.label):
                    self.assertTrue(simple.orthonormal)
                    self.assertEqual(len(simple.units), {"R": 1, "C": 2, "H": 4}[simple.type])
                    one = [[float(i == j) for j in range(simple.dimension)] for i in range(simple.dimension)]
                    for generator in simple.generators:
                        self.assert_close(product(transpose(generator.tolist()), generator.tolist()), one)
                        for unit in simple.units:
                            self.assert_close(product(generator.tolist(), unit.tolist()), product(unit.tolist(), generator.tolist()))
                    for (g, word), (h, other) in itertools.islice(itertools.product(words.items(), repeat=2), 40):
                        gh = tuple(g[i - 1] for i in h)
                        self.assert_close(simple.matrix(words[gh]), product(simple.matrix(word), simple.matrix(other)))

    def test_multiplicities(self):
        self.assertEqual({simple.label: simple.multiplicity for simple in eqnn.simples("S4", on="points")}, {"L0": 1, "L1": 0, "L2": 0, "L3": 1, "L4": 0})

    def test_characters_are_orthonormal(self):
        rows = eqnn.characters("SL(2,3)")
        sizes = [int(c["size"]) for c in eqnn.ask("characters", "SL(2,3)")["classes"]]
        for a, b in itertools.product(rows, repeat=2):
            value = sum(n * complex(x) * complex(y).conjugate() for n, x, y in zip(sizes, a.values, b.values)) / 24
            self.assertAlmostEqual(value, float(a.label == b.label), delta=1e-12)

    def test_projectors_add_up_to_one(self):
        parts = eqnn.projectors("S4", "points")
        self.assertEqual(set(parts), {"L0", "L3"})
        self.assert_close([[sum(p.tolist()[i][j] for p in parts.values()) for j in range(4)] for i in range(4)], [[float(i == j) for j in range(4)] for i in range(4)])
        for part in parts.values():
            self.assert_close(product(part.tolist(), part.tolist()), part.tolist())
        decomposition = eqnn.decompose("S4", "points")
        self.assertEqual(decomposition.orbital_count, sum(part.multiplicity ** 2 for part in decomposition.components))

    def test_homs_are_equivariant(self):
        homs = eqnn.homs("S4", "points", "subsets:2")
        self.assertEqual(homs.dimension, 2)
        self.assertEqual([sum(map(sum, matrix)) for matrix in homs.basis()], [orbital.ones for orbital in homs.orbitals])
        self.assertEqual(homs.matrix([5, 7])[0], [5 if k == 1 else 7 for k in homs.pattern[0]])
        with self.assertRaises(ValueError):
            homs.matrix([1])

    def test_separation(self):
        told = eqnn.separate("S4", [0, 1, 2, 5], [4, 3, 2, -1], layers="points", on="points", to="points")
        self.assertTrue(told)
        self.assertEqual(told.depth_needed, 1)
        self.assertEqual(told.certificate["kind"], "separation")
        self.assertFalse(eqnn.separate("S4", [0, "1/2", 2.5, 5], [2.5, 5, 0, 0.5], layers="points", on="points"))

    def test_products_are_equivariant_and_orthonormal(self):
        for name, left, right in [("C5", "L1", "L2"), ("Q8", "L4", "L4"), ("S4", "L3", "L3"), ("SL(2,3)", "L3", "L4"), ("C7:C3", "L2", "L1")]:
            with self.subTest(name=name, left=left, right=right):
                answer = eqnn.products(name, left, right)
                self.assertTrue(answer.whole and answer.orthonormal)
                self.assertEqual(answer.dimension, sum(part.multiplicity * part.simple.dimension for part in answer.components))
                for part in answer.components:
                    self.assertEqual(len(part.tensors), part.multiplicity * part.endomorphisms)
                    for number, tensor in enumerate(part.tolist()):
                        for a, b, c in zip(answer.left.generators, answer.right.generators, part.simple.generators):
                            # T(g e_i, g e_j) = g T(e_i, e_j)
                            a, b, c = transpose(a.tolist()), transpose(b.tolist()), c.tolist()
                            for i, j in itertools.product(range(len(a)), range(len(b))):
                                moved = [sum(a[i][l] * b[j][k] * tensor[l][k][m] for l in range(len(a)) for k in range(len(b))) for m in range(len(c))]
                                here = [sum(c[m][n] * tensor[i][j][n] for n in range(len(c))) for m in range(len(c))]
                                self.assert_close([moved], [here])
                        for other in part.tolist()[: number + 1]:
                            inner = sum(x * y for t, u in zip(tensor, other) for r, s in zip(t, u) for x, y in zip(r, s))
                            self.assertAlmostEqual(inner, part.simple.dimension * float(other is part.tolist()[number] or other == tensor), delta=1e-12)

    def test_products_onto_some(self):
        answer = eqnn.products("S4", "standard", "standard", onto=["L2", "[2,1,1]"])
        self.assertFalse(answer.whole)
        self.assertEqual([part.label for part in answer.components], ["L2", "L4"])
        self.assertEqual(answer["L2"].multiplicity, 1)
        with self.assertRaises(KeyError):
            answer["L9"]

    def test_networks(self):
        if not ROOT:
            self.skipTest("EQNN_REPOSITORY does not name the repository with the example networks")
        good = eqnn.network.check(os.path.join(ROOT, "docs", "examples", "c8.json"))
        self.assertTrue(good)
        self.assertEqual((good.group, good.group_order, good.parameters), ("C8", 8, 199))
        broken = eqnn.network.check(os.path.join(ROOT, "tests", "oracles", "networks", "onnx", "d6_polygon_broken.onnx"))
        self.assertFalse(broken)
        self.assertEqual(broken.worst["layer"], 2)
        reach = eqnn.network.reach(os.path.join(ROOT, "docs", "examples", "c8.json"), from_="L2")
        self.assertEqual(reach[0].source, ("L2",))
        self.assertNotIn("L1", reach[0].possible[-1])

    def test_long_lists_of_elements_are_refused(self):
        with self.assertRaises(eqnn.LimitError):
            eqnn.group("S5").elements(limit=100)


if __name__ == "__main__":
    unittest.main()
