import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.identity.names import NameProblem, check, mask, normalise, pinyin_initials, surname
from tests.core.identity.attempt import attempt

han = st.one_of(
    st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF),
    st.characters(min_codepoint=0x20000, max_codepoint=0x3134F),
)


def refused(text: str) -> NameProblem:
    with pytest.raises(NameProblem) as problem:
        check(text)
    assert problem.value.message.endswith("。")
    return problem.value


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("张三", "张三"),
        (" 张 三 ", "张三"),
        ("张　三\u200b", "张三"),
        ("㛃𬱖", "㛃𬱖"),
        ("王〇", "王〇"),
        ("买买提•艾力", "买买提·艾力"),
        ("买买提‧艾力", "买买提·艾力"),
        ("买买提・艾力", "买买提·艾力"),
        ("买买提.艾力", "买买提·艾力"),
        ("买买提 · 艾力", "买买提·艾力"),
        ("阿卜杜热合曼·麦麦提图尔荪·阿卜杜拉", "阿卜杜热合曼·麦麦提图尔荪·阿卜杜拉"),
        ("John  Smith", "John Smith"),
        ("Ｊｏｈｎ", "John"),
        ("Nguyễn Văn An", "Nguyễn Văn An"),
        ("Jean-Pierre O'Neil Jr.", "Jean-Pierre O'Neil Jr."),
        ("葛\U000e0100三", "葛三"),
        ("李\ufa0e", "李\ufa0e"),
    ],
)
def test_names_as_people_have_them(written, name):
    assert check(written) == name


@given(st.text(han, min_size=2, max_size=50))
def test_every_name_of_han_characters_is_kept_exactly(name):
    assert check(name) == name
    assert check(" ".join(name)) == name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \u200b", "empty"),
        ("张", "length"),
        ("张" * 51, "length"),
        ("张三1", "characters"),
        ("张三(临时)", "characters"),
        ("13800138000", "characters"),
        ("买买提··艾力", "characters"),
        ("张三😀", "characters"),
        ("<b>张三</b>", "characters"),
        ("张\ue863", "unreadable"),
        ("张\ufffd", "unreadable"),
    ],
)
def test_problems(text, code):
    assert refused(text).code == code


@given(st.text())
def test_anything_is_taken_or_refused_in_plain_words(text):
    name, problem = attempt(check, text)
    assert problem or check(name) == name
    assert normalise(normalise(text)) == normalise(text)
    assert len(mask(text)) <= max(4, len(text))
    assert isinstance(surname(text), str)


@pytest.mark.parametrize(
    ("name", "family", "masked", "initials"),
    [
        ("张小明", "张", "张**", "zxm"),
        ("张三", "张", "张*", "zs"),
        ("欧阳小红", "欧阳", "欧阳**", "oyxh"),
        ("欧阳娜", "欧阳", "欧阳*", "oyn"),
        ("欧阳", "欧", "欧*", "oy"),
        ("单雄信", "单", "单**", "sxx"),
        ("曾国强", "曾", "曾**", "zgq"),
        ("仇小丽", "仇", "仇**", "qxl"),
        ("尉迟恭", "尉迟", "尉迟*", "ycg"),
        ("买买提·艾力", "买买提", "买**", "mmtal"),
        ("John Smith", "John", "J**", "johnsmith"),
        ("", "", "", ""),
    ],
)
def test_surname_mask_and_initials(name, family, masked, initials):
    assert (surname(name), mask(name)) == (family, masked)
    assert pinyin_initials(name) == initials


@given(st.text(han, min_size=2, max_size=20))
def test_a_mask_shows_at_most_a_compound_surname(name):
    assert len(mask(name).rstrip("*")) <= 2
