"""Runs one case with N processes and prints what happened as one JSON document."""

import argparse
import importlib
import json
import multiprocessing
import os
import sys
import time
from dataclasses import dataclass
from types import ModuleType
from typing import Any

PATIENCE_SECONDS = 120


@dataclass(frozen=True)
class Answer:
    outcome: str
    seconds: float


def contend(case: ModuleType, action: str, who: int, gate, pipe) -> None:
    """Life of one process: take a token, wait at the gate with the others, try, say what came of it."""
    attempt = getattr(case, action)
    for token in iter(pipe.recv, None):
        gate.wait(PATIENCE_SECONDS)
        began = time.perf_counter()
        try:
            outcome = str(attempt(token, who))
        except Exception as error:  # an unexpected end is a result too: the test looks at it
            outcome = f"error: {type(error).__name__}: {error}"
        pipe.send(Answer(outcome, time.perf_counter() - began))


def race(case: ModuleType, *, n: int, rounds: int, action: str = "attempt") -> list[dict[str, Any]]:
    """`rounds` times: prepare, let `n` processes loose at once, read the facts. One dict per round."""
    context = multiprocessing.get_context("fork")  # Django is loaded once; no connection is open yet
    gate = context.Barrier(n)
    pipes, processes = [], []
    for who in range(n):
        ours, theirs = context.Pipe()
        process = context.Process(target=contend, args=(case, action, who, gate, theirs), daemon=True)
        process.start()
        pipes.append(ours)
        processes.append(process)
    results = [one_round(case, number, pipes) for number in range(rounds)]
    for pipe, process in zip(pipes, processes, strict=True):
        pipe.send(None)
        process.join(PATIENCE_SECONDS)
    return results


def one_round(case: ModuleType, number: int, pipes: list) -> dict[str, Any]:
    token = case.prepare(number, len(pipes))
    for pipe in pipes:
        pipe.send(token)
    answers = []
    for pipe in pipes:
        if not pipe.poll(PATIENCE_SECONDS):
            raise TimeoutError(f"round {number}: a process gave no answer in {PATIENCE_SECONDS} s")
        answers.append(pipe.recv())
    outcomes = [answer.outcome for answer in answers]
    return {
        "outcomes": outcomes,
        "slowest_ms": round(max(answer.seconds for answer in answers) * 1000, 1),
        **case.facts(token, outcomes),
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.races.drive")
    parser.add_argument("case")
    parser.add_argument("--n", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--unguarded", action="store_true", help="the negative control: without the guard it must fail")
    wanted = parser.parse_args()

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    case = importlib.import_module(f"tests.races.cases.{wanted.case}")
    action = "attempt_unguarded" if wanted.unguarded else "attempt"
    json.dump(race(case, n=wanted.n, rounds=wanted.rounds, action=action), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
