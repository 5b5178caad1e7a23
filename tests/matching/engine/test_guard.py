"""What is not on the list is not read: poisoned objects go through, their forbidden attributes untouched."""

import ast
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from matching.engine import features
from matching.engine.building import postings_from, seekers_from
from matching.engine.facts import POSTING_FIELDS, SEEKER_FIELDS, Ability
from matching.engine.guard import FORBIDDEN, AllowList, ForbiddenFeature
from matching.engine.pairs import Pairs
from matching.engine.rank import rank, rank_people
from tests.matching.engine.worlds import GROUND, LEXICON, ON, board, people, posting, seeker

LEGAL = {"legal_age_band", "public_welfare", "traineeship"}


class Poisoned:
    """Carries the facts it is given; reading anything else, a forbidden attribute above all, is a failure."""

    def __init__(self, facts):
        self._facts = {field.name: getattr(facts, field.name) for field in fields(facts)}

    def __getattr__(self, name):
        if name.startswith("__") or name not in self._facts:
            raise AssertionError(f"{name} was read")
        return self._facts[name]


def test_poisoned_people_and_postings_are_ranked_like_clean_ones():
    person = seeker(wishes=("clean",), abilities=(Ability("work:cook", 6),), drop_off=510, pick_up=990)
    post = posting(law_certificates={"health"})
    clean = rank(people(person), board(post), ground=GROUND)
    poisoned = rank(seekers_from([Poisoned(person)], LEXICON), postings_from([Poisoned(post)], LEXICON), ground=GROUND)
    assert poisoned == clean
    assert clean.items


class PoisonedColumns:
    """Columns of which only those on a list may be read."""

    def __init__(self, columns, allowed):
        self._columns, self._allowed = columns, allowed

    def __len__(self):
        return len(self._columns)

    def __getattr__(self, name):
        assert name in self._allowed, f"{name} was read"
        return getattr(self._columns, name)


def test_features_read_their_inputs_and_nothing_legal():
    person, post = people(seeker(drop_off=510, floor_month=2000, no_weekends=True)), board(posting())
    pairs = Pairs(PoisonedColumns(person, features.SEEKER_INPUTS), PoisonedColumns(post, features.POSTING_INPUTS))
    assert features.bins_of(pairs, ON)
    assert not LEGAL & set(features.SEEKER_INPUTS)


@pytest.mark.parametrize("name", sorted(LEGAL))
def test_a_feature_that_reaches_for_a_legal_column_fails(name, monkeypatch):
    monkeypatch.setitem(features.FEATURES, "wish", lambda pairs, on: getattr(pairs.seekers, name) * 0)
    with pytest.raises(ForbiddenFeature, match=name):
        features.bins_of(Pairs(people(seeker()), board(posting())), ON)


def test_no_forbidden_word_is_on_any_list():
    for listed in (SEEKER_FIELDS, POSTING_FIELDS, features.SEEKER_INPUTS, features.POSTING_INPUTS):
        assert not FORBIDDEN & set(listed)
    with pytest.raises(ForbiddenFeature, match="sex"):
        AllowList(object(), ["wish", "sex"])


def test_the_view_gives_what_is_listed_and_changes_nothing():
    view = AllowList(seeker(education=2), ["education"])
    assert view.education == 2
    with pytest.raises(ForbiddenFeature):
        _ = view.id
    with pytest.raises(ForbiddenFeature):
        view.education = 3


def test_the_engine_knows_no_framework_and_no_clock():
    allowed = {
        "collections",
        "dataclasses",
        "decimal",
        "datetime",
        "enum",
        "functools",
        "hashlib",
        "math",
        "matching",
        "numpy",
        "operator",
        "typing",
    }
    for path in Path("matching/engine").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        assert {name.split(".")[0] for name in imported} <= allowed, path
        calls = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not {"today", "now", "utcnow", "open", "random"} & calls, path


def test_what_an_employer_is_told_names_no_private_thing():
    private = {
        "drop_off": 510,
        "pick_up": 990,
        "no_standing": True,
        "max_lift_kg": 10,
        "no_nights": True,
        "floor_month": 2000,
        "public_welfare": True,
        "needs_lodging": True,
    }
    person = seeker(abilities=(Ability("work:clean", 6),), wishes=("clean",), **private)
    post = posting(public_welfare=True, lodging=True, standing=False, lift_kg=5)
    item = rank_people(board(post), people(person), ground=GROUND).items[0]
    told = "".join([*map(str, item.reasons), *(each.text for each in item.conditions)])
    assert "做过 6 年保洁" in told
    assert not [word for word in ("孩子", "站", "搬", "夜", "底线", "困难", "公益", "包住", "您") if word in told]
    assert asdict(item)["parts"]
