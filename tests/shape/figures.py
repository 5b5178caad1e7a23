"""Sizes of files and functions: `python -m tests.shape.figures` prints them."""

import ast
from dataclasses import dataclass
from functools import cached_property
from statistics import median, quantiles

from tests.shape.repo import ending, named


@dataclass(frozen=True)
class Sizes:
    files: dict[str, int]
    functions: dict[str, int]

    def __str__(self) -> str:
        files, functions = self.files.values(), self.functions.values()
        return (
            f"{len(files)} files: median {median(files):.0f}, p90 {self.p90(files):.0f}, longest {max(files)} lines; "
            f"{len(functions)} functions: median {median(functions):.0f}, p90 {self.p90(functions):.0f}, "
            f"longest {max(functions)}; {self.lines} lines"
        )

    @cached_property
    def lines(self) -> int:
        return sum(self.files.values())

    @staticmethod
    def p90(values) -> float:
        return quantiles(values, n=10)[-1]


def measure(*, tests: bool) -> Sizes:
    """Source (without migrations and empty __init__) or tests."""
    files, functions = {}, {}
    for path in ending(".py"):
        name = named(path)
        text = path.read_text(encoding="utf-8")
        if "/migrations/" in name or not text.strip() or name.startswith("tests/") is not tests:
            continue
        files[name] = text.count("\n")
        functions |= function_sizes(name, text)
    return Sizes(files, functions)


def function_sizes(name: str, text: str) -> dict[str, int]:
    """Lines of each function, its docstring included, decorators not."""
    found = [
        node for node in ast.walk(ast.parse(text, name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return {f"{name}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1 for node in found}


def largest(sizes: dict[str, int], limit: int) -> dict[str, int]:
    return {name: lines for name, lines in sorted(sizes.items(), key=lambda row: -row[1]) if lines > limit}


if __name__ == "__main__":
    source, tests = measure(tests=False), measure(tests=True)
    print(f"source  {source}\ntests   {tests}\ntests : source  {tests.lines / source.lines:.2f}")
    print("files over 400:", largest(source.files, 400), "functions over 30:", largest(source.functions, 30))
