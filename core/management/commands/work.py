"""manage.py work: runs the periodic jobs that are due, once or in a loop."""

import json
import signal
import threading

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

from core import work


class Command(BaseCommand):
    help = "Runs due periodic jobs; safe to start as often and on as many machines as you like."

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="keep running until stopped")
        parser.add_argument("--json", action="store_true", help="one JSON document per round on stdout")

    def handle(self, *args, loop, **options):
        work.load()
        stopped = threading.Event()
        if loop:
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_: stopped.set())
        failed = self.round(options["json"], quiet=loop)
        while loop and not stopped.wait(15):
            close_old_connections()
            self.round(options["json"], quiet=True)
        if failed and not loop:
            raise CommandError(f"{failed} job(s) failed; see the log. They are tried again in {work.LEASE}.")

    def round(self, as_json: bool, quiet: bool) -> int:
        """Works one round and says what was done; the number of jobs that failed."""
        outcomes = work.run_due()
        if as_json and (outcomes or not quiet):
            ran = [{"job": o.job, "period": o.period.isoformat(), "done": o.done, "failed": o.failed} for o in outcomes]
            self.stdout.write(json.dumps({"ran": ran}))
        elif not as_json:
            for o in outcomes:
                self.stdout.write(f"{o.job}: {o.failed or o.done}")
        return sum(bool(o.failed) for o in outcomes)
