"""Simples in the bases that other libraries expect. Needs numpy."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence

from .groups import Group, Permutation, Simple

_ORDER = {"R": (0,), "C": (0, 1), "H": (0, 3, 2, 1)}
"""Which units move the first block of the basis to the others in escnn's form."""


def escnn_basis(simple: Simple) -> Any:
    """A matrix whose columns are an orthonormal basis in which the units of End have the form that escnn expects (``IrreducibleRepresentation.endomorphism_basis``): for type C the coordinates are (b, i b), for type H (b, k b, j b, i b), b an orthonormal family over End.

    ``simple`` must have been asked for with its matrices. Raises ValueError if they are not orthogonal.
    """
    import numpy

    if not simple.generators or not simple.orthonormal:
        raise ValueError(f"{simple.label} needs orthogonal matrices: simples(..., matrices=True)")
    units = [numpy.asarray(unit) for unit in simple.units]
    moved = [units[i] for i in _ORDER[simple.type]]
    blocks: List[Any] = []
    covered = numpy.zeros((simple.dimension, simple.dimension))
    for position in range(simple.dimension):
        vector = numpy.eye(simple.dimension)[position]
        vector = vector - covered @ vector
        length = numpy.linalg.norm(vector)
        if length > 1e-6:
            block = [unit @ (vector / length) for unit in moved]
            blocks.append(block)
            covered = covered + sum(numpy.outer(column, column) for column in block)
    return numpy.stack([block[unit] for unit in range(len(moved)) for block in blocks], axis=1)


def escnn_matrices(simple: Simple) -> List[Any]:
    """The matrices of the generators in the basis of ``escnn_basis``."""
    import numpy

    basis = escnn_basis(simple)
    return [basis.T @ numpy.asarray(generator) @ basis for generator in simple.generators]


def all_matrices(group: Group, generators: Sequence[Any]) -> Dict[Permutation, Any]:
    """The matrices of all elements, from those of the generators."""
    import numpy

    dimension = len(generators[0]) if generators else 1
    matrices: Dict[Permutation, Any] = {}
    by_word: Dict[Any, Any] = {(): numpy.eye(dimension)}
    for element, word in group.elements().items():
        if word not in by_word:
            by_word[word] = numpy.asarray(generators[word[0]]) @ by_word[word[1:]]
        matrices[element] = by_word[word]
    return matrices
