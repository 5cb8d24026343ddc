"""The conditions under which the book must come out alike.

Other conditions are another folder, time zone and locale, a home with settings of its own, and other
processors: instructions that this one has and older ones lack are switched off, in numpy, in its linear
algebra and in the C library, and what no switch reaches is moved by one last bit.
"""

from __future__ import annotations

import io
import platform
import re
from contextlib import redirect_stdout
from dataclasses import dataclass

import numpy as np

#: variables that a user may have set, and that must not reach a page
NEUTRAL = (
    "TZ", "LC_ALL", "LANG", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "OMP_NUM_THREADS", "MPLCONFIGDIR",
    "XDG_CONFIG_HOME", "DOCUTILSCONFIG", "IPYTHONDIR", "NPY_DISABLE_CPU_FEATURES",
    "OPENBLAS_CORETYPE", "GLIBC_TUNABLES",
)  # fmt: skip

#: settings that a home may hold, and that must not reach a page
HOME = {
    ".docutils": "[general]\nsmart_quotes: no\n",
    ".config/matplotlib/matplotlibrc": "date.epoch: 0000-12-31T00:00:00\nfont.size: 23\n",
}
#: makes each Python process begin with another last bit
BESIDE = "from biometrics_china.building import last_bits\nlast_bits.move(upwards=True)\n"


def older_processor(kernels: str, without: str, numpy_keeps: int) -> dict[str, str]:
    """Return the variables under which this processor does as an older one.

    `kernels` names those of OpenBLAS, `without` what the C library may not use; numpy keeps that many
    of the sets of instructions that it has loops for. On other kinds of processor only numpy obeys.
    """
    has = _instruction_sets()[numpy_keeps:]
    found = {"NPY_DISABLE_CPU_FEATURES": " ".join(has)} if has else {}
    if platform.machine() in ("x86_64", "AMD64"):
        hidden = ",".join(f"-{name}" for name in without.split())
        found |= {"OPENBLAS_CORETYPE": kernels, "GLIBC_TUNABLES": f"glibc.cpu.hwcaps={hidden}"}
    return found


def _instruction_sets() -> list[str]:
    """Return the sets of instructions, oldest first, that numpy uses here and can do without."""
    said = io.StringIO()
    with redirect_stdout(said):
        np.show_runtime()
    found = re.search(r"'found': \[(.*?)\]", said.getvalue(), re.S)
    return re.findall(r"'(\w+)'", found[1]) if found else []


@dataclass(frozen=True)
class Conditions:
    """How a copy is built: in which folder, with which variables, umask and chapters at a time.

    `keeps` leaves every second chapter as it was made by the build before, in another folder;
    `beside` moves what a processor may choose by one last bit.
    """

    folder: str
    variables: dict[str, str]
    umask: int
    jobs: int
    keeps: bool = False
    beside: bool = False

    def __str__(self) -> str:
        """Return the conditions in a line."""
        said = " ".join(f"{name}={value}" for name, value in self.variables.items())
        kept = "every second chapter kept" if self.keeps else "nothing kept"
        bits = ", last bits moved" if self.beside else ""
        return f"folder {self.folder!r}, {said}, umask {self.umask:03o}, jobs {self.jobs}, {kept}{bits}"


def _variables(text: str, processor: dict[str, str] | None = None) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split()) | (processor or {})


_LOCAL = _variables("TZ=Asia/Urumqi LC_ALL=C PYTHONHASHSEED=4242 SOURCE_DATE_EPOCH=1")
_OLDER = _variables(
    "TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 PYTHONHASHSEED=7",
    older_processor("Haswell", "AVX512F AVX512VL", 1),
)
#: the oldest processor that the locked packages run on
_FLOOR = _variables(
    "TZ=America/St_Johns LC_ALL=POSIX PYTHONHASHSEED=0",
    older_processor("Prescott", "AVX512F AVX512VL AVX2 AVX FMA FMA4 SSE4_2", 0),
)
OTHERS = (
    Conditions("elsewhere/数 据", _LOCAL, umask=0o077, jobs=3, beside=True),
    Conditions("third", _OLDER, umask=0o002, jobs=1, keeps=True),
    Conditions("floor", _FLOOR, umask=0o022, jobs=2),
)
