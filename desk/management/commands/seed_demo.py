"""Fill an empty database with five invented communities and sixty days of their life."""

import logging
from datetime import timedelta
from random import Random

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from core.clock import at, now
from desk.demo import build
from desk.demo.communities import COMMUNITIES
from desk.demo.firms import FIRMS
from desk.demo.history import DAYS, Story
from jobs.models import Application, Posting
from reference.models import Area
from residents.models import Resident

SCALES = {"small": 60, "medium": 300, "large": 2000}
SIGNING_IN = 4


class Command(BaseCommand):
    help = "Five invented communities (nobody in them exists) with people, employers, postings and what became of them."

    def add_arguments(self, parser):
        parser.add_argument("--scale", choices=SCALES, default="small", help="people in each community")
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are communities already")

    def handle(self, *args, scale, if_empty, **options):
        if Area.objects.communities().exists():
            if if_empty:
                return
            raise CommandError("There are communities already. Seed an empty database (make clean, then make demo).")
        for name in ("doorstep", "celery"):  # two months of messages would drown the progress
            logging.getLogger(name).setLevel(logging.WARNING)
        moment = now()
        for spec in COMMUNITIES:
            self.stderr.write(f"  {spec.name}（{spec.kind}）…")
            with transaction.atomic():
                self.seed(spec, SCALES[scale], moment)
        self.stdout.write(
            f"{len(COMMUNITIES)} communities, {Resident.objects.count()} residents, "
            f"{Posting.objects.count()} postings ({Posting.objects.live().count()} live), "
            f"{Application.objects.count()} applications"
        )

    def seed(self, spec, people, moment):
        rng = Random(f"doorstep {spec.code}")
        start = moment - timedelta(days=DAYS + 20)
        with at(start):
            community = build.areas(spec)
            build.sketch_map(spec, community)
            officer = build.staff(spec, community, rng, start.date())
        maker = build.PeopleMaker(spec, community, officer, rng)
        shares = [kind for kind, share in spec.people.items() for _ in range(share)]
        made = []
        for number in range(people):
            day = start + timedelta(days=rng.randrange(0, DAYS + 10), hours=rng.randrange(1, 8))
            with at(day):
                made.append(maker.person(shares[number * len(shares) // people], day.date()))
        self.some_sign_in(maker, [resident for resident in made if hasattr(resident, "wish")])
        firms = [(firm, build.employer(firm, community, rng)) for firm in FIRMS[spec.code]]
        story = Story(spec, community, officer, rng, moment)
        story.begin(firms)
        story.run()

    @staticmethod
    def some_sign_in(maker, residents):
        """Three of different kinds, and a couple that shares a phone."""
        step = max(1, len(residents) // SIGNING_IN)
        users = [maker.sign_in(resident) for resident in residents[::step][:SIGNING_IN]]
        if len(residents) > SIGNING_IN * step + 1:
            maker.sign_in(residents[1], shared_with=users[0])
