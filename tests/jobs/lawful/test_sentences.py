"""Sentences as employers, agencies, factories and village offices write them, labelled by hand."""

from collections import Counter

from jobs.lawful import check_wording
from tests.jobs.lawful.conftest import ON, sentences

# One payment is one finding, whether it is called a fee, training or a scam.
KIN = {"training": "money", "fee": "money", "scam": "money"}


def kin(names):
    return {KIN.get(name, name) for name in names if name}


def level_of(findings):
    return "block" if any(f.blocks for f in findings) else "warn" if findings else ""


def test_the_set_is_large_and_holds_many_lawful_sentences():
    labelled = sentences()
    assert len(labelled) >= 2000
    assert len({row["text"] for row in labelled}) == len(labelled)
    assert sum(not row["rules"] for row in labelled) >= 0.45 * len(labelled)
    assert {name for row in labelled for name in row["rules"].split("|") if name} >= {
        *("sex", "marriage", "ethnicity", "religion", "hukou", "health", "disability", "fee", "papers", "training"),
        *(
            "scam",
            "insurance",
            "child",
            "age",
            "looks",
            "zodiac",
            "overtime",
            "contact",
            "unpaid",
            "status",
            "pay_vague",
        ),
    }


def test_recall_and_precision(rules):
    hit, missed, false = Counter(), [], []
    for row in sentences():
        wanted = kin(row["rules"].split("|"))
        got = kin({f.rule for f in check_wording(row["text"], rules, on=ON)})
        hit["found"] += len(wanted & got)
        missed += [f"{row['text']}: {name}" for name in sorted(wanted - got)]
        false += [f"{row['text']}: {name}" for name in sorted(got - wanted)]
    recall = hit["found"] / (hit["found"] + len(missed))
    precision = hit["found"] / (hit["found"] + len(false))
    print(f"\nrecall {recall:.4f}, precision {precision:.4f}", *missed, *false, sep="\n")
    assert recall >= 0.98, missed
    assert precision >= 0.95, false


def test_what_blocks_blocks_and_what_warns_only_warns(rules):
    wrong = []
    for row in sentences():
        got = level_of(check_wording(row["text"], rules, on=ON))
        if got != row["level"]:
            wrong.append(f"{row['text']}: {row['level'] or 'lawful'}, found {got or 'nothing'}")
    assert len(wrong) <= 0.01 * len(sentences()), wrong


def test_a_lawful_sentence_beside_an_unlawful_one_does_not_hide_it(rules):
    for sentence, rule in (
        ("男女不限，但女士优先", "sex"),
        ("不收押金，但工服费150元要交", "fee"),
        ("不限户籍。本地户口优先", "hukou"),
        ("年龄不限。35岁以下", "age"),
    ):
        assert rule in {f.rule for f in check_wording(sentence, rules, on=ON)}, sentence
