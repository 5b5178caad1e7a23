"""Tables in and out: `read_workbook`, `safe_cell`. The child imports this too: nothing heavy belongs here."""

from core.tables.read import read_workbook, safe_cell
from core.tables.sheet import Cell, Sheet, TableProblem

__all__ = ["Cell", "Sheet", "TableProblem", "read_workbook", "safe_cell"]
