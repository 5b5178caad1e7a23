"""What the law demands, what is as good, what helps."""

import pytest

from reference import queries
from tests.factories import reference as make

pytestmark = pytest.mark.django_db


def test_required_certificates_by_occupation():
    required = queries.required_certificates()
    assert required[make.occupation("洗碗工").pk] == {make.certificate_kind("健康证").pk}
    assert make.occupation("普工").pk not in required
    assert make.occupation("月嫂").pk not in required


def test_a_higher_licence_is_as_good():
    covering = queries.certificates_covering()
    small, truck = make.certificate_kind("小型汽车驾驶证(C1)"), make.certificate_kind("大型货车驾驶证(B2)")
    assert {small.pk, truck.pk} <= covering[small.pk]
    assert small.pk not in covering[truck.pk]
    assert make.certificate_kind("健康证").pk not in covering


def test_transfers_come_strongest_first_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = list(queries.transfers())
        assert all(row.from_skill or row.from_occupation for row in rows)
        assert {row.to_occupation.name for row in rows} >= {"缝纫工", "叉车司机"}
    assert [row.weight for row in rows] == sorted((row.weight for row in rows), reverse=True)
