"""Products of simples, with exact real Clebsch-Gordan tensors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Iterable, List, Mapping, Optional, Tuple, Union

from .exact import Exact, ExactArray
from .groups import Group, Simple
from .tool import OptionValue, ask


@dataclass(frozen=True)
class Tensor:
    """One equivariant bilinear map L x K -> M: the coefficient of v_l w_k in coordinate m stands at ``values[l, k, m]``. A projection onto copy ``copy`` of M (from 1), then the unit ``unit`` of End(M)."""

    copy: int
    unit: str
    values: ExactArray


@dataclass(frozen=True)
class ProductComponent:
    """A simple M in a product, and a basis of all equivariant bilinear maps to it: dim End(M) times the multiplicity. ``squares`` are T T* for each copy, 1 where the tensors are orthonormal."""

    simple: Simple
    multiplicity: int
    endomorphisms: int
    squares: Tuple[Exact, ...]
    tensors: Tuple[Tensor, ...]

    @property
    def label(self) -> str:
        """The label of M."""
        return self.simple.label

    def tolist(self) -> List[Any]:
        """All tensors as floats, of shape (tensors, dim L, dim K, dim M)."""
        return [tensor.values.tolist() for tensor in self.tensors]

    def numpy(self) -> Any:
        """All tensors as one numpy array of shape (tensors, dim L, dim K, dim M)."""
        import numpy

        return numpy.array(self.tolist(), dtype=float)


@dataclass(frozen=True)
class Product:
    """The product of two simples decomposed. ``whole`` unless only some M were asked for; ``orthonormal`` if all bases and tensors are."""

    group: Group
    left: Simple
    right: Simple
    dimension: int
    whole: bool
    orthonormal: bool
    components: Tuple[ProductComponent, ...]
    raw: Mapping[str, Any] = field(repr=False, compare=False)

    def __getitem__(self, label: str) -> ProductComponent:
        for component in self.components:
            if component.label == label:
                return component
        raise KeyError(label)


def products(name: str, left: str, right: str, *, onto: Union[str, Iterable[str], None] = None, npz: Optional[str] = None, **options: OptionValue) -> Product:
    """The product of two simples as a sum of simples M, with exact tensors; ``onto`` names the M to look at, ``npz`` a file for numpy."""
    wanted = onto if onto is None or isinstance(onto, str) else ",".join(onto)
    raw = ask("products", name, left, right, onto=wanted, npz=npz, **options)
    components = tuple(
        ProductComponent(
            Simple.of(part),
            int(part["multiplicity"]),
            int(part["endomorphisms"]),
            tuple(map(Exact, part["squares"])),
            tuple(Tensor(tensor["copy"], tensor["unit"], ExactArray(tensor["values"])) for tensor in part["tensors"]),
        )
        for part in raw["components"]
    )
    return Product(Group.of(raw["group"]), Simple.of(raw["left"]), Simple.of(raw["right"]), int(raw["dimension"]), raw["whole"], raw["orthonormal"], components, raw)
