"""Real processes fight for one thing. SQLite alone would certify broken code, so every race runs on both engines.

    python -m tests.races.drive throttle --n 24 --rounds 60        one case by hand, on DATABASE_URL

A case is a module in tests/races/cases with

- `prepare(round, n) -> token`      makes the thing to be fought for by n; the token is anything that pickles
- `attempt(token, who) -> outcome`  what every process does at the same moment; `who` counts from 0
- `attempt_unguarded(…)`            the same without the guard, for the negative control (only where there is one)
- `facts(token, outcomes) -> dict`  what the database says afterwards
"""
