"""Groups, their simple real representations, functions on G-sets and the equivariant linear maps between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from .errors import LimitError
from .exact import Exact, ExactArray
from .tool import OptionValue, ask

Permutation = Tuple[int, ...]
"""The images of 1, 2, ..., n."""


@dataclass(frozen=True)
class Group:
    """A finite group as permutations: ``generators`` are image lists on 1..degree, products act from the left (the right factor first)."""

    name: str
    order: int
    degree: int
    generators: Tuple[Permutation, ...]
    exponent: Optional[int] = None

    def elements(self, limit: int = 100_000) -> Dict[Permutation, Tuple[int, ...]]:
        """All elements, each with a word in the generators: ``(i, j)`` is generator i times generator j, numbers from 0. The identity, the empty word, is first.

        Raises LimitError if the order exceeds ``limit``.
        """
        if self.order > limit:
            raise LimitError(f"limit reached: elements of a group to be listed is {limit}, {self.name} has {self.order}; to raise it: limit", 3)
        one = tuple(range(1, self.degree + 1))
        words: Dict[Permutation, Tuple[int, ...]] = {one: ()}
        queue = [one]
        for element in queue:
            for i, g in enumerate(self.generators):
                image = tuple(g[point - 1] for point in element)
                if image not in words:
                    words[image] = (i, *words[element])
                    queue.append(image)
        return words

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Group":
        """From the ``group`` of a document."""
        return cls(document["name"], int(document["order"]), document["degree"], tuple(map(tuple, document["generators"])), document.get("exponent") and int(document["exponent"]))


@dataclass(frozen=True)
class Simple:
    """A simple real representation. ``type`` is R, C or H; ``generators`` its exact matrices for the generators of the group, where they were asked for, orthogonal ones if ``orthonormal``.

    ``units`` are the matrices of 1; 1, i; or 1, i, j, k: a basis of the maps that commute with the group.
    """

    label: str
    type: str
    dimension: int
    kernel_order: int
    aliases: Tuple[str, ...] = ()
    character: Tuple[Exact, ...] = ()
    multiplicity: Optional[int] = None
    generators: Tuple[ExactArray, ...] = ()
    units: Tuple[ExactArray, ...] = ()
    orthonormal: Optional[bool] = None
    origin: Optional[str] = None
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def matrix(self, word: Sequence[int]) -> List[List[float]]:
        """The matrix of a word in the generators (see Group.elements), in floating point."""
        result = [[float(i == j) for j in range(self.dimension)] for i in range(self.dimension)]
        for i in word:
            factor = self.generators[i].tolist()
            result = [[sum(row[k] * factor[k][j] for k in range(self.dimension)) for j in range(self.dimension)] for row in result]
        return result

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Simple":
        """From a simple of a document; matrices stand beside its label, or under ``realization``."""
        matrices = document.get("realization", document)
        return cls(
            document["label"],
            document["type"],
            int(document["dimension"]),
            int(document["kernel"]["order"]),
            tuple(document.get("aliases", ())),
            tuple(map(Exact, document.get("values", ()))),
            None if document.get("multiplicity") is None else int(document["multiplicity"]),
            tuple(map(ExactArray, matrices.get("generators", ()))),
            tuple(ExactArray(unit["matrix"]) for unit in matrices.get("units", ())),
            matrices.get("orthonormal"),
            matrices.get("origin"),
            document,
        )


@dataclass(frozen=True)
class CharacterRow:
    """An irreducible complex character: its values on the classes, exact."""

    label: str
    degree: int
    indicator: int
    values: Tuple[Exact, ...]


@dataclass(frozen=True)
class Component:
    """An isotypic component of the functions on a G-set; ``projector`` the exact orthogonal projection onto it, where it was asked for."""

    simple: Simple
    multiplicity: int
    dimension: int
    projector: Optional[ExactArray] = None


@dataclass(frozen=True)
class Decomposition:
    """The functions on a G-set as a sum of simples."""

    group: Group
    on: str
    size: int
    components: Tuple[Component, ...]
    orbital_count: int
    raw: Mapping[str, Any] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Orbital:
    """One orbit of the group on pairs (y, x): one free weight of an equivariant linear map. Points count from 1."""

    representative: Tuple[int, int]
    ones: int


@dataclass(frozen=True)
class Homs:
    """The equivariant linear maps from functions on one G-set to functions on another; ``pattern[y][x]`` is the number, from 1, of the orbital of the entry."""

    group: Group
    on: str
    to: str
    orbitals: Tuple[Orbital, ...]
    pattern: Tuple[Tuple[int, ...], ...]
    raw: Mapping[str, Any] = field(repr=False, compare=False)

    @property
    def dimension(self) -> int:
        """The number of free weights."""
        return len(self.orbitals)

    def basis(self) -> List[List[List[int]]]:
        """The 0/1 matrices of the orbitals: a basis of all equivariant linear maps."""
        return [[[int(entry == k) for entry in row] for row in self.pattern] for k in range(1, self.dimension + 1)]

    def matrix(self, weights: Sequence[Any]) -> List[List[Any]]:
        """The map with one weight for each orbital, in their order."""
        if len(weights) != self.dimension:
            raise ValueError(f"{len(weights)} weights for {self.dimension} orbitals")
        return [[weights[entry - 1] for entry in row] for row in self.pattern]


def group(name: str, **options: OptionValue) -> Group:
    """The group of a name: ``C8``, ``SL(2,3)``, ``SmallGroup(24,3)``, ``perm:(1,2,3);(1,2)``, ``@group.json``."""
    return Group.of(ask("simples", name, rows="L0", **options)["group"])


def simples(name: str, *, on: Optional[str] = None, matrices: bool = False, **options: OptionValue) -> List[Simple]:
    """The simple real representations of a group; with ``on`` also how often they occur in the functions on that G-set, with ``matrices`` exact matrices of the generators and the units of End."""
    return [Simple.of(simple) for simple in ask("simples", name, on=on, orthonormal=matrices, **options)["simples"]]


def characters(name: str, **options: OptionValue) -> List[CharacterRow]:
    """The character table of a group, row by row; classes in the order of ``ask("characters", name)["classes"]``."""
    return [CharacterRow(row["label"], int(row["degree"]), row["indicator"], tuple(map(Exact, row["values"]))) for row in ask("characters", name, **options)["characters"]]


def decompose(name: str, on: str = "regular", *, projectors: bool = False, **options: OptionValue) -> Decomposition:
    """The functions on a G-set as a sum of simples."""
    raw = ask("decompose", name, on=on, projectors=projectors, **options)
    components = tuple(
        Component(Simple.of(part), int(part["multiplicity"]), int(part["isotypicDimension"]), ExactArray(part["projector"]) if "projector" in part else None) for part in raw["components"]
    )
    return Decomposition(Group.of(raw["group"]), raw["on"]["name"], int(raw["on"]["size"]), components, int(raw["orbitalCount"]), raw)


def projectors(name: str, on: str = "regular", **options: OptionValue) -> Dict[str, ExactArray]:
    """The exact orthogonal projections onto the isotypic components of the functions on a G-set, by the label of the simple."""
    return {part.simple.label: part.projector for part in decompose(name, on, projectors=True, **options).components if part.projector is not None}


def homs(name: str, on: str = "regular", to: Optional[str] = None, **options: OptionValue) -> Homs:
    """The equivariant linear maps between the functions on two G-sets, by their pattern of equal weights."""
    raw = ask("homs", name, on=on, to=to, pattern=True, **options)
    orbitals = tuple(Orbital(tuple(orbital["representative"]), int(orbital["ones"])) for orbital in raw["orbitals"])
    return Homs(Group.of(raw["group"]), raw["on"]["name"], raw["to"]["name"], orbitals, tuple(map(tuple, raw["pattern"])), raw)
