"""Exact numbers as the tool writes them, in GAP's notation, beside floats."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import Any, Iterator, List, Sequence, Tuple, Union

Nested = Union[str, Sequence[Any]]

_TERM = re.compile(r"([+-]?)(?:(\d+(?:/\d+)?)(?:\*(?=E))?)?(?:E\((\d+)\)(?:\^(\d+))?)?(?:/(\d+))?")


def _parts(text: str) -> Iterator[Tuple[Fraction, int, int]]:
    """The terms c E(n)^k of a sum, as (c, n, k)."""
    at = 0
    while at < len(text):
        term = _TERM.match(text, at)
        if term is None or term.end() == at or (term[2] is None and term[3] is None):
            raise ValueError(f"'{text}' is no exact number of the tool")
        coefficient = Fraction(term[2] or 1) / int(term[5] or 1)
        yield (-coefficient if term[1] == "-" else coefficient), int(term[3] or 1), int(term[4] or (1 if term[3] else 0))
        at = term.end()


class Exact:
    """An exact number: a cyclotomic number as text in GAP's notation, E(n) being exp(2 pi i/n).

    ``float(x)`` and ``complex(x)`` are its values in floating point, ``x.fraction()`` the value of a rational one. Equal if and only if the numbers are equal: the tool writes each number in one way.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __complex__(self) -> complex:
        parts = [(float(c), 2 * math.pi * k / n) for c, n, k in _parts(self.text)]
        return complex(math.fsum(c * math.cos(angle) for c, angle in parts), math.fsum(c * math.sin(angle) for c, angle in parts))

    def __float__(self) -> float:
        if "E" not in self.text:
            return float(Fraction(self.text))
        value = complex(self)
        if abs(value.imag) > 1e-9 * max(1.0, abs(value)):
            raise ValueError(f"{self.text} is not real")
        return value.real

    def fraction(self) -> Fraction:
        """The value of a rational number; raises ValueError for others."""
        return Fraction(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Exact({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Exact) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)


class ExactArray:
    """An array of exact real numbers of one shape: ``text`` nested tuples of texts, ``tolist()`` nested lists of floats, ``numpy()`` (or ``numpy.asarray``) an array in double precision."""

    __slots__ = ("text", "shape")

    def __init__(self, nested: Nested) -> None:
        self.text = _frozen(nested)
        shape: List[int] = []
        level: Any = self.text
        while isinstance(level, tuple):
            shape.append(len(level))
            level = level[0] if level else ""
        self.shape: Tuple[int, ...] = tuple(shape)

    def tolist(self) -> Any:
        """Nested lists of floats."""
        return _floats(self.text)

    def numpy(self) -> Any:
        """A numpy array of doubles; raises ImportError where numpy is not installed."""
        import numpy

        return numpy.array(self.tolist(), dtype=float).reshape(self.shape)

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        array = self.numpy()
        return array if dtype is None else array.astype(dtype)

    def __getitem__(self, index: Union[int, Tuple[int, ...]]) -> Union[Exact, "ExactArray"]:
        level: Any = self.text
        for i in index if isinstance(index, tuple) else (index,):
            level = level[i]
        return Exact(level) if isinstance(level, str) else ExactArray(level)

    def __len__(self) -> int:
        return self.shape[0]

    def __iter__(self) -> Iterator[Union[Exact, "ExactArray"]]:
        return (self[i] for i in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, ExactArray) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"ExactArray({_nested_text(self.text)})"


def _frozen(nested: Nested) -> Any:
    return nested if isinstance(nested, str) else tuple(_frozen(part) for part in nested)


def _floats(text: Any) -> Any:
    return float(Exact(text)) if isinstance(text, str) else [_floats(part) for part in text]


def _nested_text(text: Any) -> str:
    return text if isinstance(text, str) else "[" + ", ".join(map(_nested_text, text)) + "]"


def exact_text(value: Any) -> Union[int, str]:
    """A number as the tool reads it, exactly: integers, fractions, texts, exact numbers; a float is the binary fraction that it is."""
    if isinstance(value, Exact):
        return value.text
    if isinstance(value, str):
        return value
    number = Fraction(value)
    return number.numerator if number.denominator == 1 else f"{number.numerator}/{number.denominator}"
