"""Stands for escnn.group where escnn is not installed: the abstract group, its elements, and an irreducible representation that checks what it is given."""

import abc

import numpy


class Group(abc.ABC):
    def __init__(self, name, continuous, abelian):
        self.name, self.continuous, self.abelian = name, continuous, abelian

    def order(self):
        return len(self.elements)

    def element(self, element, param=None):
        return GroupElement(element, self, param or self.PARAM)

    @property
    @abc.abstractmethod
    def PARAM(self): ...

    @property
    @abc.abstractmethod
    def PARAMETRIZATIONS(self): ...

    @property
    @abc.abstractmethod
    def identity(self): ...

    @property
    @abc.abstractmethod
    def elements(self): ...

    @property
    @abc.abstractmethod
    def generators(self): ...

    @property
    @abc.abstractmethod
    def subgroup_trivial_id(self): ...

    @property
    @abc.abstractmethod
    def subgroup_self_id(self): ...

    @property
    @abc.abstractmethod
    def trivial_representation(self): ...

    @abc.abstractmethod
    def _combine(self, e1, e2, param, param1=None, param2=None): ...

    @abc.abstractmethod
    def _inverse(self, element, param): ...

    @abc.abstractmethod
    def _is_element(self, element, param, verbose=False): ...

    @abc.abstractmethod
    def _equal(self, e1, e2, param, param1=None, param2=None): ...

    @abc.abstractmethod
    def _change_param(self, element, p_from, p_to): ...

    @abc.abstractmethod
    def _hash_element(self, element, param): ...

    @abc.abstractmethod
    def _repr_element(self, element, param): ...

    @abc.abstractmethod
    def sample(self): ...

    @abc.abstractmethod
    def _subgroup(self, id): ...

    @abc.abstractmethod
    def irrep(self, *id): ...


class GroupElement:
    def __init__(self, value, group, param):
        assert group._is_element(value, param)
        self.value, self.group, self.param = value, group, param

    def __matmul__(self, other):
        return self.group.element(self.group._combine(self.value, other.value, self.param))

    def __invert__(self):
        return self.group.element(self.group._inverse(self.value, self.param))

    def __eq__(self, other):
        return self.group._equal(self.value, other.value, self.param)

    def __hash__(self):
        return self.group._hash_element(self.value, self.param)

    def __repr__(self):
        return self.group._repr_element(self.value, self.param)


class IrreducibleRepresentation:
    """Refuses matrices that are not orthogonal, no homomorphism, or do not commute with the endomorphisms in the form that escnn fixes for each type."""

    def __init__(self, group, id, name, representation, size, type, supported_nonlinearities, character=None, **kwargs):
        self.group, self.id, self.name, self.size, self.type = group, id, name, size, type
        self._matrices = representation
        for a in group.generators:
            assert numpy.allclose(self(a).T @ self(a), numpy.eye(size))
            assert all(numpy.allclose(unit @ self(a), self(a) @ unit) for unit in self.endomorphism_basis())
            for b in group.elements:
                assert numpy.allclose(self(a) @ self(b), self(a @ b))

    def __call__(self, element):
        return self._matrices[element]

    def endomorphism_basis(self):
        turn = numpy.array([[0.0, -1.0], [1.0, 0.0]])
        flip = numpy.diag([1.0, -1.0])
        units = {
            "R": [numpy.eye(1)],
            "C": [numpy.eye(2), turn],
            # e1 to e4, to e3, to e2
            "H": [numpy.eye(4), numpy.kron(turn, numpy.array([[0.0, 1.0], [1.0, 0.0]])), numpy.kron(turn, numpy.eye(2)), numpy.kron(flip, turn)],
        }[self.type]
        if self.type == "H":
            units[1] = numpy.array([[0.0, 0, 0, -1], [0, 0, 1, 0], [0, -1, 0, 0], [1, 0, 0, 0]])
        return [numpy.kron(unit, numpy.eye(self.size // len(unit))) for unit in units]
