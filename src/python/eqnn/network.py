"""Equivariant networks in files: ONNX models with a sidecar, and network files."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any, List, Mapping, Optional, Tuple, Union

from .tool import OptionValue, ask

Path = Union[str, "os.PathLike[str]"]


@dataclass(frozen=True)
class NetworkCheck:
    """Whether a network is equivariant within ``tolerance``; ``worst`` names the entry that is farthest off (for ONNX files), ``measured`` how far outputs of the equivariant network moved on random inputs."""

    equivariant: bool
    tolerance: float
    group: str
    group_order: int
    states: Tuple[str, ...]
    parameters: int
    dense_parameters: int
    worst: Optional[Mapping[str, Any]]
    distances: Tuple[Mapping[str, Any], ...]
    measured: Optional[Mapping[str, Any]]
    raw: Mapping[str, Any] = field(repr=False, compare=False)

    def __bool__(self) -> bool:
        return self.equivariant


@dataclass(frozen=True)
class Reach:
    """What inputs in one simple can populate: for each state the simples that are possible at all, and with these weights."""

    source: Tuple[str, ...]
    possible: Tuple[Tuple[str, ...], ...]
    these_weights: Tuple[Tuple[str, ...], ...]


def check(path: Path, *inputs: Path, **options: OptionValue) -> NetworkCheck:
    """Checks a network file or an ONNX model (its sidecar beside it, or ``group=``, ``layers=`` and so on as the tool takes them), on files of inputs too, where given."""
    raw = ask("network", "check", os.fspath(path), *map(os.fspath, inputs), **options)
    about = raw["network"]
    return NetworkCheck(
        raw["equivariant"],
        raw["tolerance"],
        about["group"]["name"],
        int(about["group"]["order"]),
        tuple(about["states"]),
        int(about["parameters"]),
        int(about["denseParameters"]),
        raw.get("worst"),
        tuple(raw.get("distances", ())),
        raw.get("measured"),
        raw,
    )


def reach(path: Path, **options: OptionValue) -> List[Reach]:
    """Which simples inputs in single simples can reach, layer by layer; ``from_="L1"`` asks for one."""
    raw = ask("network", "reach", os.fspath(path), **options)
    return [
        Reach(
            tuple(entry["from"]) if isinstance(entry["from"], list) else (entry["from"],),
            tuple(tuple(state["possible"]) for state in entry["states"]),
            tuple(tuple(state["theseWeights"]) for state in entry["states"]),
        )
        for entry in raw["reach"]
    ]


def explain(path: Path, inputs: Path, **options: OptionValue) -> Mapping[str, Any]:
    """Where the energy of data goes in a network, simple by simple: the document of ``eqnn network explain``."""
    return ask("network", "explain", os.fspath(path), os.fspath(inputs), **options)
