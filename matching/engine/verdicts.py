"""The four answers a limit can give about a pair."""

import numpy as np

from matching.engine.arrays import Array

NO, OK, UNKNOWN, NOT_ASKED = (np.int8(code) for code in range(4))
WORDS = {0: "no", 1: "ok", 2: "unknown", 3: "not_asked"}


def judge(asked: Array, known: Array | bool, ok: Array | bool) -> Array:
    """int8 codes: NOT_ASKED where the limit does not apply, UNKNOWN where the facts are missing, else OK or NO."""
    met = np.where(known, np.where(ok, OK, NO), UNKNOWN)
    return np.where(asked, met, NOT_ASKED)
