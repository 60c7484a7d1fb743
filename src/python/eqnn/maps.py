"""Piecewise linear equivariant maps: which exist, what activations reach, what networks tell apart."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass, field
from typing import Any, Dict, FrozenSet, List, Mapping, Optional, Sequence, Tuple, Union, overload

from .exact import ExactArray, exact_text
from .groups import Group, Simple
from .tool import OptionValue, ask


@dataclass(frozen=True)
class MapAnswer:
    """Whether a nonzero piecewise linear equivariant map L -> K exists, and why.

    ``reason`` holds the kernels, or an element that acts trivially on L and not on K; ``one_layer`` says whether one layer of the activation gives a map;
    ``composite`` is that map, by rays and matrices on chambers, for L of dimension 1 or 2 (else None); ``map_space`` all maps on the fan, where ``enumerate`` was asked for.
    """

    group: Group
    source: Simple
    target: Simple
    exists: bool
    linear_exists: bool
    one_layer: bool
    reason: Mapping[str, Any]
    witness: Optional[Mapping[str, Any]]
    composite: Optional[Mapping[str, Any]]
    map_space: Optional[Mapping[str, Any]]
    raw: Mapping[str, Any] = field(repr=False, compare=False)

    def __bool__(self) -> bool:
        return self.exists

    def pieces(self) -> List[Tuple[ExactArray, ExactArray]]:
        """The map of one layer: for each chamber the rays that bound it, as rows, and its matrix. Empty where ``composite`` is None."""
        if not self.composite:
            return []
        rays = self.composite["rays"]
        return [(ExactArray([rays[ray - 1]["direction"] for ray in chamber["rays"]]), ExactArray(chamber["matrix"])) for chamber in self.composite["chambers"]]


@dataclass(frozen=True)
class MapTable:
    """The verdicts on all pairs of simples of a group, each set of pairs (label of L, label of K)."""

    group: Group
    simples: Tuple[Simple, ...]
    exists: FrozenSet[Tuple[str, str]]
    linear: FrozenSet[Tuple[str, str]]
    one_layer: FrozenSet[Tuple[str, str]]
    raw: Mapping[str, Any] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Node:
    """A simple in an interaction graph."""

    label: str
    type: str
    dimension: int
    multiplicity: int
    kernel_order: int


@dataclass(frozen=True)
class InteractionGraph:
    """Which simples an activation connects: an edge (L, K) if the part in K of f, applied to every coordinate of some vector of the component of L, is not zero."""

    group: Group
    on: str
    activation: str
    nodes: Tuple[Node, ...]
    edges: FrozenSet[Tuple[str, str]]
    raw: Mapping[str, Any] = field(repr=False, compare=False)

    def reaches(self, label: str) -> List[str]:
        """The simples to which there is an edge, in the order of the nodes."""
        return [node.label for node in self.nodes if (label, node.label) in self.edges]

    def adjacency(self) -> Dict[str, List[str]]:
        """The same for all nodes."""
        return {node.label: self.reaches(node.label) for node in self.nodes}


@dataclass(frozen=True)
class Separation:
    """Whether networks of a shape tell two inputs apart. ``depth_needed`` counts hidden layers, the last one repeated where the given ones do not do; None if none do. ``certificate`` is what ``eqnn verify`` checks."""

    group: Group
    architecture: str
    separated: bool
    depth_needed: Optional[int]
    certificate: Optional[Mapping[str, Any]]
    raw: Mapping[str, Any] = field(repr=False, compare=False)

    def __bool__(self) -> bool:
        return self.separated


@overload
def maps(group: str, source: str, target: str, *, on: str = ..., activation: str = ..., enumerate: bool = ..., **options: OptionValue) -> MapAnswer: ...


@overload
def maps(group: str, source: None = ..., target: None = ..., *, on: str = ..., activation: str = ..., enumerate: bool = ..., **options: OptionValue) -> MapTable: ...


def maps(
    group: str, source: Optional[str] = None, target: Optional[str] = None, *, on: str = "regular", activation: str = "relu", enumerate: bool = False, **options: OptionValue
) -> Union[MapAnswer, MapTable]:
    """Which piecewise linear equivariant maps exist between two simples, and why; without simples, for all pairs."""
    words = [word for word in (source, target) if word is not None]
    raw = ask("maps", group, *words, on=on, activation=activation, enumerate=enumerate, **options)
    if not words:
        def pairs(verdict: str) -> FrozenSet[Tuple[str, str]]:
            return frozenset((pair["source"], pair["target"]) for pair in raw["pairs"] if pair[verdict])

        return MapTable(Group.of(raw["group"]), tuple(map(Simple.of, raw["simples"])), pairs("exists"), pairs("linearExists"), pairs("activationNonzero"), raw)
    return MapAnswer(
        Group.of(raw["group"]),
        Simple.of(raw["source"]),
        Simple.of(raw["target"]),
        raw["exists"],
        raw["linearExists"],
        raw["activation"]["nonzero"],
        raw["reason"],
        raw.get("witness"),
        raw.get("composite"),
        raw.get("mapSpace"),
        raw,
    )


def interact(group: str, on: str = "regular", activation: str = "relu", **options: OptionValue) -> InteractionGraph:
    """The interaction graph of an activation on the functions on a G-set."""
    raw = ask("interact", group, on=on, activation=activation, **options)
    nodes = tuple(Node(node["label"], node["type"], int(node["dimension"]), int(node["multiplicity"]), int(node["kernelOrder"])) for node in raw["nodes"])
    return InteractionGraph(Group.of(raw["group"]), raw["on"]["name"], raw["activation"], nodes, frozenset(map(tuple, raw["edges"])), raw)


def separate(
    group: str,
    first: Sequence[Any],
    second: Sequence[Any],
    *,
    layers: str,
    on: Optional[str] = None,
    to: Optional[str] = None,
    biases: bool = True,
    activation: Optional[str] = None,
    **options: OptionValue,
) -> Separation:
    """Whether networks with the hidden G-sets ``layers`` tell two inputs apart, with a proof.

    An input is a list of |X| numbers, or one such list for each channel; numbers are taken exactly (a float is the binary fraction that it is).
    """
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, values in (("first", first), ("second", second)):
            path = os.path.join(folder, name + ".json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(_numbers(values), file)
            files.append("@" + path)
        raw = ask("separate", group, "--inputs", *files, layers=layers, on=on, to=to, no_bias=not biases, activation=activation, **options)
    return Separation(Group.of(raw["group"]), raw["architecture"], raw["separated"], raw["depthNeeded"], raw["certificate"], raw)


def _numbers(values: Any) -> Any:
    values = values.tolist() if hasattr(values, "tolist") else values
    return [_numbers(part) for part in values] if isinstance(values, (list, tuple)) else exact_text(values)
