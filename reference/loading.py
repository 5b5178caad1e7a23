"""Bring the shipped data files into the database; part of installing, like a migration, so no person signs it."""

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from django.db import models, transaction
from django.utils import timezone

from reference.data_files import FILES, DataFile
from reference.models import LoadedFile

DATA_DIR = Path(__file__).resolve().parent / "data"
BATCH = 500
# Part of each file's fingerprint: raise it when the reading of a file changes, and every office reads it again.
READING = "1"


def load_reference(*, force: bool = False, folder: Path = DATA_DIR) -> dict[str, Counter]:
    """Load what changed since the last time; -> {file: {"new", "update", "unchanged", "kept", "removed"}}.

    `kept` rows were corrected by an officer and stay as they are. A file that is missing or unchanged is not listed.
    """
    known = dict(LoadedFile.objects.values_list("name", "sha"))
    results = {}
    for file in FILES:
        source = folder / file.name
        if not source.exists():
            continue
        sha = _fingerprint(source)
        if force or known.get(file.title) != sha or not file.model.objects.exists():
            results[file.title] = _load(file, source, sha)
    return results


def read_csv(source: Path) -> list[dict[str, str]]:
    with source.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _fingerprint(source: Path) -> str:
    return hashlib.sha256(READING.encode() + source.read_bytes()).hexdigest()


def _load(file: DataFile, source: Path, sha: str) -> Counter:
    with transaction.atomic():
        values = file.read(read_csv(source))
        counts = _store(file, values)
        LoadedFile.objects.update_or_create(
            name=file.title, defaults={"sha": sha, "rows": len(values), "loaded_at": timezone.now()}
        )
    return counts


def _store(file: DataFile, values: Iterable[dict]) -> Counter:
    counts = Counter(dict.fromkeys(("new", "update", "unchanged", "kept", "removed"), 0))
    standing = {tuple(getattr(row, name) for name in file.key): row for row in file.model.objects.all()}
    fresh, changed = [], []
    for value in values:
        row = standing.pop(tuple(value[name] for name in file.key), None)
        if row is None:
            fresh.append(file.model(**value))
        elif row.edited_at is not None:
            counts["kept"] += 1
        elif _differs(row, value):
            changed.append(row)
        else:
            counts["unchanged"] += 1
    counts["removed"] = _remove(file, standing.values())
    if changed:
        file.model.objects.bulk_update(changed, file.columns, batch_size=BATCH)
    file.model.objects.bulk_create(fresh, batch_size=BATCH)
    counts.update(new=len(fresh), update=len(changed))
    return counts


def _differs(row: models.Model, value: dict) -> bool:
    """Put the file's values on the row; -> whether any was another one."""
    changed = {name: new for name, new in value.items() if getattr(row, name) != new}
    for name, new in changed.items():
        setattr(row, name, new)
    if changed and hasattr(row, "version"):
        row.version += 1
    return bool(changed)


def _remove(file: DataFile, left_over: Iterable[models.Model]) -> int:
    """Rows that no longer stand in the file go, where nothing points to them and no officer wrote them."""
    gone = [row.pk for row in left_over if file.prune and row.edited_at is None]
    if gone:
        file.model.objects.filter(pk__in=gone).delete()
    return len(gone)
