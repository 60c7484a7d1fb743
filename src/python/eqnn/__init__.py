"""Exact piecewise linear representation theory of finite groups, and equivariant networks: a thin client of the ``eqnn`` tool.

Every function runs the tool once, reads its JSON answer and gives it back as a frozen dataclass; ``raw`` has the whole document.
Exact numbers stay text (``.text``, in GAP's notation) beside floats. What the tool refuses is an exception that has its line and its exit code.
"""

from . import adapt, network
from .errors import Cancelled, EqnnError, InputError, LimitError, ToolError, ToolNotFound
from .exact import Exact, ExactArray
from .groups import (
    Component,
    Decomposition,
    Group,
    Homs,
    Orbital,
    Simple,
    characters,
    CharacterRow,
    decompose,
    group,
    homs,
    projectors,
    simples,
)
from .maps import InteractionGraph, MapAnswer, MapTable, Node, Separation, interact, maps, separate
from .products import Product, ProductComponent, Tensor, products
from .tool import ask, run, tool, version

__all__ = [
    "Cancelled", "CharacterRow", "Component", "Decomposition", "EqnnError", "Exact", "ExactArray", "Group", "Homs", "InputError", "InteractionGraph", "LimitError", "MapAnswer", "MapTable", "Node",
    "Orbital", "Product", "ProductComponent", "Separation", "Simple", "Tensor", "ToolError", "ToolNotFound", "adapt", "ask", "characters", "decompose", "group", "homs", "interact", "maps", "network",
    "products", "projectors", "run", "separate", "simples", "tool", "version",
]
