"""Sizes stay readable, dependencies carry reasons, and no file tells which machine it was written on."""

import re

from tests.shape.figures import largest, measure
from tests.shape.repo import ROOT, ending, files, named, nothing

BINARY = {".png", ".jpg", ".xlsx", ".xls", ".zip", ".ico", ".woff2", ".sqlite3"}
# Written with classes of one letter, so that this file does not find itself.
REGISTRIES = re.compile(r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian")
MACHINE = re.compile(r"/wor[k]/|/roo[t]/|/far[m]/|bash_[j]obs|/hom[e]/\w+/|shared/[d]esign|/tmp/(?!doorstep)\w+/")


def lines_with(pattern: re.Pattern) -> list[str]:
    return [
        f"{named(path)}:{number}: {line.strip()[:100]}"
        for path in files()
        if path.suffix not in BINARY and "vendor" not in path.parts
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_registry():
    nothing(lines_with(REGISTRIES))


def test_no_file_names_a_machine():
    nothing(lines_with(MACHINE))


def test_source_files_stay_short():
    sizes = measure(tests=False)
    print(sizes)
    nothing(largest(sizes.files, 800))
    assert len(largest(sizes.files, 400)) <= 0.05 * len(sizes.files), largest(sizes.files, 400)


def test_functions_stay_short():
    sizes = measure(tests=False)
    nothing(largest(sizes.functions, 60))
    assert sizes.p90(sizes.functions.values()) <= 30


def test_test_files_stay_short():
    nothing(largest(measure(tests=True).files, 800))


def test_every_dependency_carries_its_reason():
    block = re.search(r"^dependencies = \[\n(.*?)^\]", (ROOT / "pyproject.toml").read_text(), re.DOTALL | re.MULTILINE)[
        1
    ]
    nothing([line.strip() for line in block.splitlines() if line.strip() and "# " not in line])


def test_locks_hold_hashes_and_no_address():
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text, path.name


def test_links_between_documents_lead_somewhere():
    broken = [
        f"{named(path)} → {target}"
        for path in ending(".md")
        if "vendor" not in path.parts
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists()
    ]
    nothing(broken)
