"""The shipped files: loaded once, again only where they changed, never over an officer's correction."""

import csv
import json
import shutil
import time
from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations import Migration
from django.db.migrations.state import StateApps
from django.utils import timezone

from reference import models
from reference.data_files import FILES
from reference.loading import DATA_DIR, load_reference, read_csv
from reference.models import Holiday, LoadedFile, MinimumWage, Occupation, OccupationAlias
from reference.receivers import load_after_migrate

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped files that a test may change."""
    return shutil.copytree(DATA_DIR, tmp_path / "data")


def edited(row):
    row.edited_by_code, row.edited_at = "0123456789ab", timezone.now()
    row.save()


def rewrite(path, change):
    lines = [line for line in map(change, read_csv(path)) if line is not None]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, lines[0].keys())
        writer.writeheader()
        writer.writerows(lines)


def test_all_stands_after_migrating():
    assert set(LoadedFile.objects.values_list("name", flat=True)) == {
        file.title for file in FILES if (DATA_DIR / file.name).exists()
    }
    assert Occupation.objects.count() >= 130
    assert OccupationAlias.objects.count() >= 700
    assert models.Skill.objects.count() >= 60
    assert models.CertificateKind.objects.count() >= 25
    assert models.SkillTransfer.objects.count() >= 60


def test_a_second_time_does_nothing():
    assert load_reference() == {}


def test_by_force_every_row_is_found_unchanged():
    results = load_reference(force=True)
    assert set(results) == set(LoadedFile.objects.values_list("name", flat=True))
    for title, counts in results.items():
        assert counts["unchanged"] > 0, title
        assert counts["new"] == counts["update"] == counts["removed"] == 0, (title, counts)


def test_nothing_to_do_is_cheap():
    before = time.perf_counter()
    load_reference()
    assert time.perf_counter() - before < 0.5


def test_an_unchanged_load_asks_little(django_assert_max_num_queries):
    with django_assert_max_num_queries(1 + len(FILES)):
        load_reference()


def test_an_officer_s_correction_stays():
    alias = OccupationAlias.objects.get(alias="棒棒")
    alias.dialect = "渝"
    edited(alias)
    wage = MinimumWage.objects.get(area__official_code="500107", effective_from=date(2025, 1, 1))
    wage.monthly = 2400
    edited(wage)
    results = load_reference(force=True)
    assert results["occupation_aliases.csv OccupationAlias"]["kept"] == 1
    alias.refresh_from_db()
    wage.refresh_from_db()
    assert (alias.dialect, wage.monthly) == ("渝", 2400)


def test_a_row_that_drifted_without_an_officer_is_put_right():
    Holiday.objects.filter(day="2026-10-10").update(kind="off")
    assert load_reference(force=True)["holidays.csv Holiday"]["update"] == 1
    assert Holiday.objects.get(day="2026-10-10").kind == "work"


def test_a_changed_file_brings_only_itself(folder):
    rewrite(folder / "holidays.csv", lambda line: {**line, "status": "published"})
    results = load_reference(folder=folder)
    assert list(results) == ["holidays.csv Holiday"]
    assert results["holidays.csv Holiday"]["update"] == 13
    assert not Holiday.objects.filter(status="statutory_only").exists()


def test_a_changed_wording_rule_is_a_new_version_of_itself(folder):
    changed = read_csv(folder / "wording_rules.csv")[0]
    rewrite(
        folder / "wording_rules.csv",
        lambda line: {**line, "suggestion": "换个写法"} if line == changed else line,
    )
    assert load_reference(folder=folder)["wording_rules.csv WordingRule"]["update"] == 1
    versions = models.WordingRule.objects.order_by("version").values_list("version", flat=True)
    assert list(versions)[-2:] == [1, 2]


def test_a_line_that_left_the_file_goes_but_an_officer_s_stays(folder):
    officers = OccupationAlias(alias="洗碗妹儿", occupation=Occupation.objects.get(name="洗碗工"))
    edited(officers)

    def shortened(line):
        if line["occupation"] != "洗碗工":
            return line
        return None if line["dialect"] else {**line, "aliases": "洗碗 刷碗"}

    rewrite(folder / "occupation_aliases.csv", shortened)
    assert load_reference(folder=folder)["occupation_aliases.csv OccupationAlias"]["removed"] > 5
    words = set(OccupationAlias.objects.filter(occupation__name="洗碗工").values_list("alias", flat=True))
    assert words == {"洗碗", "刷碗", "洗碗妹儿"}


def test_a_word_may_move_to_another_occupation(folder):
    def moved(line):
        if line["occupation"] == "装卸搬运工":
            return {**line, "aliases": line["aliases"].replace("棒棒军", "")}
        return {**line, "aliases": line["aliases"] + " 棒棒军"} if line["occupation"] == "搬家工" else line

    rewrite(folder / "occupation_aliases.csv", moved)
    load_reference(folder=folder)
    assert OccupationAlias.objects.get(alias="棒棒军").occupation.name == "搬家工"


def test_an_occupation_in_use_is_not_removed_with_its_line(folder):
    rewrite(folder / "occupations.csv", lambda line: None if line["code"] == "own-tutor" else line)
    results = load_reference(force=False, folder=folder)
    assert results["occupations.csv Occupation"]["removed"] == 0
    assert Occupation.objects.filter(code="own-tutor").exists()


def test_a_broken_file_changes_nothing(folder):
    before = OccupationAlias.objects.count()
    rewrite(folder / "occupation_aliases.csv", lambda line: {**line, "occupation": "没有这个职业"})
    with pytest.raises(KeyError):
        load_reference(folder=folder)
    assert OccupationAlias.objects.count() == before


def test_a_missing_file_is_passed_over(folder):
    (folder / "holidays.csv").unlink()
    assert load_reference(folder=folder) == {}
    assert Holiday.objects.exists()


def test_emptied_tables_are_filled_again():
    models.SkillTransfer.objects.all().delete()
    assert list(load_reference()) == ["transfers.csv SkillTransfer"]
    assert models.SkillTransfer.objects.count() >= 60


def test_the_command_prints_one_document(capsys):
    call_command("load_reference", "--force", "--json")
    counts = json.loads(capsys.readouterr().out)
    assert counts["occupations.csv Occupation"]["unchanged"] >= 130
    call_command("load_reference")
    assert capsys.readouterr().out.strip() == "nothing changed"


def test_going_back_or_migrating_another_app_loads_nothing(django_assert_num_queries):
    ours, other = apps.get_app_config("reference"), apps.get_app_config("core")
    back = [(Migration("0001_initial", "reference"), True)]
    with django_assert_num_queries(0):
        load_after_migrate(app_config=other, using="default")
        load_after_migrate(app_config=ours, using="replica")
        load_after_migrate(app_config=ours, using="default", plan=back)
        load_after_migrate(app_config=ours, using="default", apps=StateApps([], {}))


@pytest.mark.django_db(transaction=True)
def test_a_flush_brings_the_data_back():
    call_command("flush", interactive=False, verbosity=0)
    assert Occupation.objects.count() >= 130
    assert load_reference() == {}
