"""Stands for cuEquivariance where it is not installed: the base class of irreps with the members that its documentation asks of a group of one's own."""

import abc


class Irrep(abc.ABC):
    """A real irreducible representation of a group."""

    @classmethod
    @abc.abstractmethod
    def regexp_pattern(cls): ...

    @classmethod
    @abc.abstractmethod
    def from_string(cls, string): ...

    @classmethod
    @abc.abstractmethod
    def iterator(cls): ...

    @classmethod
    @abc.abstractmethod
    def clebsch_gordan(cls, rep1, rep2, rep3): ...

    @property
    @abc.abstractmethod
    def dim(self): ...

    @abc.abstractmethod
    def __mul__(self, other): ...

    @abc.abstractmethod
    def __lt__(self, other): ...

    @abc.abstractmethod
    def discrete_generators(self): ...

    @abc.abstractmethod
    def continuous_generators(self): ...

    @abc.abstractmethod
    def algebra(self): ...
