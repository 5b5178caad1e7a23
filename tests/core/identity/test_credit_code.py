import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import uscc

from core.identity.credit_code import INNER_WEIGHTS, CreditCodeProblem, inner_holds, parse
from tests.core.identity.attempt import attempt

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
bodies = st.text(alphabet=ALPHABET, min_size=15, max_size=15)
heads = st.sampled_from(["91", "92", "93", "11", "12", "51", "52", "53", "N1", "Y1"])
codes = st.builds(lambda head, body: head + body + uscc.calc_check_digit(head + body), heads, bodies)


def refused(text: str) -> CreditCodeProblem:
    with pytest.raises(CreditCodeProblem) as problem:
        parse(text)
    assert problem.value.message.endswith("。")
    return problem.value


def test_a_shop():
    found = parse("92500107MA5YTE1R0R")
    assert (found.kind, found.kind_label, found.inner_ok) == ("individual_business", "个体工商户", True)


@pytest.mark.parametrize(
    "written",
    [
        " 92500107ma5yte1r0r ",
        "92500107-MA5YTE1R0-R",
        "９２５００１０７ＭＡ５ＹＴＥ１Ｒ０Ｒ",
        "'92500107MA5YTE1R0R\u200b",
    ],
)
def test_ways_of_writing(written):
    assert parse(written).text == "92500107MA5YTE1R0R"


@given(codes)
def test_every_well_formed_code_is_taken(code):
    assert parse(code).text == code


@given(codes, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_place_is_always_noticed(code, place, character):
    assume(code[place] != character)
    assert refused(code[:place] + character + code[place + 1 :]).code == "check"


@given(codes)
def test_a_confused_letter_is_asked_about_never_changed(code):
    confused = code.replace("0", "O").replace("1", "I")
    assume(confused != code)
    problem = refused(confused)
    assert (problem.code, problem.suggestion) == ("letters", code)
    assert code in problem.message


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("", "empty", "没有填"),
        ("92500107MA5YTE1R0S", "letters", "S"),
        ("92500107MA5YTE1R00", "check", "校验不对"),
        ("92500107MA5YTE1R0", "length", "这里是17位"),
        ("500107600123456", "old_number", "旧的工商注册号"),
        ("92500107MA5YTE1R0/", "characters", "数字和大写字母"),
        ("九二500107MA5YTE1R0R", "characters", "数字和大写字母"),
    ],
)
def test_problems(text, code, says):
    problem = refused(text)
    assert (problem.code, problem.suggestion) == (code, "")
    assert says in problem.message


def test_many_confused_letters_end_soon():
    assert refused("V" * 18).code == "letters"


@given(st.text())
def test_anything_else_is_refused_in_plain_words(text):
    found, problem = attempt(parse, text)
    assert problem or len(found.text) == 18


def test_a_wrong_inner_check_is_said_not_refused():
    wrong = "92500107MA5YTE1R1"
    assert not parse(wrong + uscc.calc_check_digit(wrong)).inner_ok


@given(st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=8, max_size=8))
def test_exactly_one_inner_check_holds(organisation):
    assert sum(inner_holds(organisation + check) for check in "0123456789X") == 1
    assert len(INNER_WEIGHTS) == 8
