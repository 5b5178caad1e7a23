import argparse
import os
import signal
import subprocess
import sys
from contextlib import ExitStack

from tests.servers.postgres import postgres
from tests.servers.process import ServerError
from tests.servers.redis import redis


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.servers")
    run = parser.add_subparsers(required=True).add_parser("run", help="run a command beside private servers")
    run.add_argument("--postgres", action="store_true")
    run.add_argument("--redis", action="store_true")
    run.add_argument("command", nargs=argparse.REMAINDER)
    wanted = parser.parse_args()
    command = wanted.command[1:] if wanted.command[:1] == ["--"] else wanted.command
    if not command:
        parser.error("say which command to run: … run --postgres -- pytest")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as servers:
        try:
            if wanted.postgres:
                os.environ["DATABASE_URL"] = servers.enter_context(postgres())
            if wanted.redis:
                os.environ["REDIS_URL"] = servers.enter_context(redis())
        except ServerError as error:
            print(error, file=sys.stderr)
            return 69
        return child(command)


def child(command: list[str]) -> int:
    """Runs the command; when we are stopped, it is stopped with all it started."""
    # At a terminal Ctrl-C reaches every process of ours by itself, and a debugger needs the keyboard.
    group = None if sys.stdin and sys.stdin.isatty() else 0
    process = subprocess.Popen(command, process_group=group)
    try:
        return process.wait()
    except KeyboardInterrupt:
        return 130
    finally:
        stop(process, group)


def stop(process: subprocess.Popen, group: int | None) -> None:
    if process.poll() is None:
        process.terminate() if group is None else os.killpg(process.pid, signal.SIGTERM)
        process.wait()


sys.exit(main())
