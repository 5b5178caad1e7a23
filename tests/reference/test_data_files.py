"""The shipped files agree with themselves; no database needed."""

import re
from collections import Counter

import pytest

from reference.loading import DATA_DIR, read_csv

FILES = {path.name: read_csv(path) for path in sorted(DATA_DIR.glob("*.csv"))}


def names(file: str, column: str = "name") -> set[str]:
    return {line[column] for line in FILES[file]}


def words(file: str) -> list[str]:
    return [word for line in FILES[file] for word in line["aliases"].split()]


@pytest.mark.parametrize("file", FILES)
def test_every_line_has_every_column(file):
    assert [line for line in FILES[file] if None in line or None in line.values()] == []


@pytest.mark.parametrize("file", FILES)
def test_no_stray_spaces(file):
    assert [line for line in FILES[file] if any(value != value.strip() for value in line.values())] == []


def test_there_is_enough():
    assert len(FILES["occupations.csv"]) >= 130
    assert len(words("occupation_aliases.csv")) >= 700
    assert len(FILES["skills.csv"]) >= 60
    assert len(FILES["certificates.csv"]) >= 25
    assert len(FILES["transfers.csv"]) >= 60


def test_a_word_has_one_occupation_unless_marked():
    plain = [word for line in FILES["occupation_aliases.csv"] if not line["shared"] for word in line["aliases"].split()]
    assert [word for word, count in Counter(plain).items() if count > 1] == []
    assert set(plain) & names("occupations.csv") == set()


def test_a_shared_word_is_shared():
    plain = {word for line in FILES["occupation_aliases.csv"] if not line["shared"] for word in line["aliases"].split()}
    shared = {word for line in FILES["occupation_aliases.csv"] if line["shared"] for word in line["aliases"].split()}
    assert shared
    assert shared <= plain | names("occupations.csv")


@pytest.mark.parametrize("file", ["skills.csv", "certificates.csv"])
def test_a_word_has_one_skill_or_certificate(file):
    assert [word for word, count in Counter(words(file)).items() if count > 1] == []
    assert set(words(file)) & names(file) == set()


def test_no_word_is_a_single_character():
    every = words("occupation_aliases.csv") + words("skills.csv") + words("certificates.csv")
    assert [word for word in every if len(word) < 2] == []


def test_every_occupation_has_words_and_skills():
    assert names("occupation_aliases.csv", "occupation") == names("occupations.csv")
    assert names("occupation_skills.csv", "occupation") == names("occupations.csv")


def test_codes_of_the_national_classification_look_like_it():
    codes = [line["code"] for line in FILES["occupations.csv"]]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"[1-8]-\d{2}-\d{2}-\d{2}|own-[a-z-]+", code)] == []


def test_transfers_have_one_source_and_a_sentence():
    for line in FILES["transfers.csv"]:
        assert bool(line["from_skill"]) != bool(line["from_occupation"]), line
        assert 0 < float(line["weight"]) <= 0.9, line
        assert 5 <= len(line["sentence"]) <= 40, line
        assert line["from_occupation"] != line["to_occupation"], line


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("挡车工", "缝纫工"),
        ("挡车工", "家纺加工工"),
        ("挡车工", "服装质检员"),
        ("种菜", "园林绿化工"),
        ("种菜", "食堂工作人员"),
        ("种菜", "切配工"),
        ("开拖拉机", "叉车司机"),
        ("开拖拉机", "环卫车司机"),
        ("摆摊看店", "收银员"),
        ("摆摊看店", "商品营业员"),
        ("带孩子", "育婴员"),
        ("带孩子", "托管老师"),
        ("照顾老人", "医疗护理员"),
    ],
)
def test_known_transfers_are_there(source, target):
    assert any(
        source in (line["from_skill"], line["from_occupation"]) and line["to_occupation"] == target
        for line in FILES["transfers.csv"]
    )


@pytest.mark.parametrize(
    ("occupation", "certificate"),
    [
        ("洗碗工", "健康证"),
        ("食堂工作人员", "健康证"),
        ("保育师", "健康证"),
        ("美发师", "健康证"),
        ("客房服务员", "健康证"),
        ("电工", "低压电工作业证"),
        ("焊工", "焊接与热切割作业证"),
        ("叉车司机", "叉车证"),
        ("小车司机", "小型汽车驾驶证(C1)"),
        ("保安员", "保安员证"),
        ("幼儿园老师", "教师资格证"),
    ],
)
def test_what_the_law_demands(occupation, certificate):
    required = {
        (name, line["certificate"])
        for line in FILES["occupation_certificates.csv"]
        if line["required_by_law"]
        for name in line["occupations"].split()
    }
    assert (occupation, certificate) in required


def test_a_demand_of_the_law_names_its_law():
    assert [line for line in FILES["occupation_certificates.csv"] if not line["basis"]] == []


@pytest.mark.parametrize("occupation", ["普工", "保洁员", "门卫", "打包员", "缝纫工", "理货员", "园林绿化工"])
def test_ordinary_work_demands_no_paper(occupation):
    assert not any(
        line["required_by_law"] and occupation in line["occupations"].split()
        for line in FILES["occupation_certificates.csv"]
    )


@pytest.mark.parametrize(
    ("slug", "valid", "review"),
    [("health", "12", ""), ("low-voltage", "72", "36"), ("welding", "72", "36"), ("work-at-height", "72", "36")],
)
def test_validity(slug, valid, review):
    line = next(line for line in FILES["certificates.csv"] if line["slug"] == slug)
    assert (line["valid_months"], line["review_months"]) == (valid, review)


def test_no_work_is_kept_for_one_sex():
    """Our own words never say who may do the work; people's words (洗头妹, 阿姨) only find it."""
    shown = names("occupations.csv") | names("skills.csv") | names("transfers.csv", "sentence")
    assert [text for text in shown if re.search("男|女|妹|阿姨|嫂(?!$)|本地人", text)] == []
