import pytest

from core.errors import TooMany
from core.models import ThrottleWindow
from core.throttle import hit, in_words

pytestmark = pytest.mark.django_db


def tries(count: int, key: str = "13800138000 10.0.0.1", limit: int = 5, seconds: int = 900) -> int:
    """How many of `count` tries passed."""
    passed = 0
    for _ in range(count):
        try:
            hit("sign-in", key, limit=limit, seconds=seconds)
        except TooMany:
            continue
        passed += 1
    return passed


def test_the_limit_holds():
    assert tries(5) == 5
    assert tries(20) == 0


def test_a_refused_try_does_not_lengthen_the_wait(at):
    at("2026-11-20 09:00")
    assert tries(30) == 5
    at("2026-11-20 09:14")
    assert tries(30) == 0
    at("2026-11-20 09:16")
    assert tries(30) == 5


def test_it_says_how_long_to_wait(at):
    at("2026-11-20 09:00")
    tries(5)
    at("2026-11-20 09:10")
    with pytest.raises(TooMany, match="5分钟") as refused:
        hit("sign-in", "13800138000 10.0.0.1", limit=5, seconds=900)
    assert 290 <= refused.value.seconds <= 300
    assert refused.value.status == 429


def test_one_address_with_a_hundred_people_is_no_crowd():
    assert sum(tries(5, key=f"138001380{n:02} 10.0.0.1") for n in range(100)) == 500


def test_names_do_not_share_a_count():
    tries(5)
    hit("code", "13800138000 10.0.0.1", limit=1, seconds=60)


def test_the_clock_going_back_opens_nothing_and_locks_nobody_for_long(at):
    at("2026-11-20 09:00")
    tries(5)
    at("2026-11-20 08:00")
    assert tries(1) == 0
    at("2026-11-20 09:16")
    assert tries(1) == 1


def test_nobody_may_with_a_limit_of_none():
    assert tries(1, limit=0) == 0
    assert not ThrottleWindow.objects.exists()


def test_the_key_is_not_readable():
    tries(1)
    assert "13800138000" not in repr(ThrottleWindow.objects.values_list().get())


def test_one_statement_counts(django_assert_num_queries):
    tries(1)
    with django_assert_num_queries(1):
        tries(1)


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "1秒"), (90, "90秒"), (91, "2分钟"), (3600, "60分钟"), (86400, "24小时")]
)
def test_waits_are_said_in_words(seconds, words):
    assert in_words(seconds) == words
