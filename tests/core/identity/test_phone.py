import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.identity.phone import PhoneProblem, display, mask, normalise, parse
from tests.core.identity.attempt import attempt

mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
landlines = st.from_regex(r"(010|02[0-9])-[2-8][0-9]{7}|0[3-9][0-9]{2}-[2-8][0-9]{6,7}", fullmatch=True)
prefixes = st.sampled_from(["", "+86", "86", "0086", "+86-", "86 ", "17951", "17951-", "0"])
separators = st.sampled_from(["", " ", "-", "　", "‑", ".", "\u200b"])


def refused(text) -> PhoneProblem:
    with pytest.raises(PhoneProblem) as problem:
        parse(text)
    assert problem.value.message.endswith("。")
    return problem.value


@given(mobiles, prefixes, separators)
def test_mobiles_however_they_are_written(number, prefix, gap):
    written = prefix + gap.join((number[:3], number[3:7], number[7:]))
    found = parse(written)
    assert (found.text, found.kind) == (number, "mobile")
    full_width = written.translate({ord("0") + i: ord("０") + i for i in range(10)})
    assert normalise(full_width) == number


@given(landlines, st.sampled_from(["{}", "({0}", "{}转801", "{}-801", "{} 分机801", "{}ext.801", "{}#801", "+86 {}"]))
def test_landlines(number, form):
    found = parse(form.format(number))
    extension = "-801" if "801" in form else ""
    assert (found.text, found.kind) == (number + extension, "landline")


@pytest.mark.parametrize(
    ("written", "text", "kind"),
    [
        ("(0816)2212345", "0816-2212345", "landline"),
        ("（0816）221 2345", "0816-2212345", "landline"),
        ("08162212345", "0816-2212345", "landline"),
        ("01088886666", "010-88886666", "landline"),
        ("+86 10 62345678", "010-62345678", "landline"),
        ("86-816-2212345", "0816-2212345", "landline"),
        ("400-123-4567", "400-123-4567", "landline"),
        ("4001234567", "400-123-4567", "landline"),
        ("800 810 8888", "800-810-8888", "landline"),
        ("'13800138000", "13800138000", "mobile"),
        ("13800138000.0", "13800138000", "mobile"),
        (13800138000.0, "13800138000", "mobile"),
        (13800138000, "13800138000", "mobile"),
        ("+86 17951 13800138000", "13800138000", "mobile"),
        ("19912345678", "19912345678", "mobile"),
    ],
)
def test_ways_of_writing(written, text, kind):
    found = parse(written)
    assert (found.text, found.kind) == (text, kind)


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("", "empty", "没有填"),
        ("　", "empty", "没有填"),
        ("1380013800", "length", "这里是10位"),
        ("138001380001", "length", "这里是12位"),
        ("110", "length", "这里是3位"),
        ("12800138000", "prefix", "13到19"),
        ("86138001380", "prefix", "13到19"),
        ("+861380013800", "length", "这里是10位"),
        ("2212345", "area", "区号"),
        ("0816-12345", "length", "这里是9位"),
        ("0816-1234567", "area", "区号"),
        ("1.38E+10", "damaged", "科学计数"),
        ("1.3800138e10", "damaged", "科学计数"),
        ("13800138000张三", "characters", "一格只填一个号码"),
        ("13800138000或13900139000", "characters", "一格只填一个号码"),
        ("13800138000/13900139000", "length", "22位"),
        ("+852 9876 5432", "country", "大陆"),
        ("00886912345678", "country", "大陆"),
        ("無", "characters", "一格只填一个号码"),
    ],
)
def test_problems(text, code, says):
    problem = refused(text)
    assert problem.code == code
    assert says in problem.message


@given(st.one_of(st.text(), st.text(alphabet="0123456789+-() .转x"), st.floats(), st.integers(), st.none()))
def test_anything_is_taken_or_refused_in_plain_words(value):
    found, problem = attempt(parse, value)
    assert problem or parse(found.text) == found, "what is kept reads as itself"
    assert normalise(normalise(value)) == normalise(value)
    assert isinstance(mask(str(value)), str)


@given(mobiles)
def test_mask_and_display(number):
    assert mask(number) == f"{number[:3]}****{number[-4:]}"
    assert display(number).replace(" ", "") == number
    assert mask(display(number)) == mask(number)


@pytest.mark.parametrize(
    ("text", "masked", "shown"),
    [
        ("0816-2212345", "0816-****345", "0816-2212345"),
        ("0816-2212345-801", "0816-****345", "0816-2212345-801"),
        ("无", "*", "无"),
        ("", "", ""),
        ("12345678", "********", "12345678"),
    ],
)
def test_mask_and_display_of_other_numbers(text, masked, shown):
    assert (mask(text), display(text)) == (masked, shown)


def test_it_does_not_print_itself():
    assert "13800138000" not in repr(parse("13800138000"))
