"""Another processor, feigned: what differs between processors lies one last bit away.

The last of the sixteen digits of a logarithm, a power or a sum depend on the instructions of a
processor and on the libraries built for it. None of them may reach a page. `move` shifts them all up
or down, in this process and from now on; it is called before anything else is imported.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any

import numpy as np
import pandas as pd

#: module → functions whose last bit a processor may choose
FUNCTIONS = {
    "math": "acos asin atan atan2 cbrt cos cosh exp expm1 fsum hypot lgamma log log10 log1p log2 pow"
    " sin sinh sqrt tan tanh",
    "numpy": "arccos arcsin arctan arctan2 average cbrt cos cosh dot einsum exp exp2 expm1 float_power"
    " hypot inner log log10 log1p log2 logaddexp matmul mean nanmean nansum power prod sin sinh sqrt"
    " std sum tan tanh trapezoid var",
    "numpy.linalg": "det eigh eigvalsh inv lstsq norm pinv solve svd",
    "numpy.ma": "exp log log10 log2 power sqrt",
    "pandas.core.nanops": "nanmean nansum nanvar",
    "scipy.special": "bdtrc betainc betaincinv betaln chdtr chdtrc chdtri erf erfc erfinv expit gamma"
    " gammainc gammaincc gammaincinv gammaln log_ndtr logit ndtr ndtri stdtr stdtrit xlog1py xlogy",
}


class _Beside:
    """A function whose floating results lie one last bit beside; otherwise the function itself."""

    def __init__(self, function: Callable[..., Any], towards: float) -> None:
        self._function, self._towards = function, towards

    def __call__(self, *given: Any, **named: Any) -> Any:
        return beside(self._function(*given, **named), self._towards)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._function, name)


def beside(value: Any, towards: float) -> Any:
    """Return the next floating number in a direction, of each part; zero and infinity stay.

    Zero is where processors agree, and numbers beside it are of another kind. An array is changed in
    place, because the caller may have handed it in for the result.
    """
    if isinstance(value, tuple):
        parts = [beside(part, towards) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if isinstance(value, float):
        stays = value == 0 or math.isinf(value)
        return value if stays else type(value)(np.nextafter(value, towards))
    if type(value) is np.ndarray and value.dtype.kind == "f":
        np.nextafter(value, towards, out=value, where=(value != 0) & np.isfinite(value))
    elif isinstance(value, pd.Series) and value.dtype.kind == "f":
        return value.where(value == 0, np.nextafter(value, towards))
    return value


def move(upwards: bool) -> None:
    """Move results of `FUNCTIONS`, and the boxes of axes in drawings, up or down by one last bit."""
    towards = math.inf if upwards else -math.inf
    for name, functions in FUNCTIONS.items():
        module = import_module(name)
        for function in functions.split():
            if hasattr(module, function):
                setattr(module, function, _Beside(getattr(module, function), towards))
    _move_boxes(towards)


def _move_boxes(towards: float) -> None:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Bbox

    place = Axes._set_position  # type: ignore[attr-defined]

    @wraps(place)
    def moved(self: Axes, box: Any, *given: Any, **named: Any) -> None:
        bounds = box.bounds if isinstance(box, Bbox) else box
        place(self, Bbox.from_bounds(*(beside(float(b), towards) for b in bounds)), *given, **named)

    Axes._set_position = moved  # type: ignore[attr-defined]
