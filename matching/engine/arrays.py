"""The one array type of the engine; shapes and units stand in the docstrings."""

from typing import Any

from numpy.typing import NDArray

Array = NDArray[Any]
