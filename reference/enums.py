"""Code lists of the reference data that never differ by place or year."""

from django.db import models


class AreaKind(models.TextChoices):
    """Levels of the area tree; a level may be missing (some communities have clusters, some grids, some neither)."""

    PROVINCE = "province", "省级"
    CITY = "city", "地市级"
    DISTRICT = "district", "区县级"
    STREET = "street", "街道/镇"
    COMMUNITY = "community", "社区"
    CLUSTER = "cluster", "组团/小区"
    GRID = "grid", "网格"
    BUILDING = "building", "楼栋"
    ENTRANCE = "entrance", "单元"


class PlaceKind(models.TextChoices):
    BUILDING = "building", "楼栋"
    WORKS = "works", "厂房/单位"
    MARKET = "market", "市场/商店"
    STOP = "stop", "车站"
    SCHOOL = "school", "学校/幼儿园"
    GATE = "gate", "大门/路口"
    SERVICE = "service", "服务场所"


class WordingLevel(models.TextChoices):
    BLOCK = "block", "不能写"
    WARN = "warn", "最好不写"
    ALLOW = "allow", "可以写"


class DayKind(models.TextChoices):
    OFF = "off", "放假"
    WORK = "work", "调休上班"


class DayStatus(models.TextChoices):
    PUBLISHED = "published", "已公布"
    STATUTORY_ONLY = "statutory_only", "待公布"


class Education(models.TextChoices):
    """GB/T 4658-2006; ordered by `rank`, never by the code."""

    POSTGRADUATE = "10", "研究生"
    BACHELOR = "20", "本科"
    JUNIOR_COLLEGE = "30", "大专"
    VOCATIONAL = "40", "中专/技校/职高"
    SENIOR_HIGH = "60", "高中"
    JUNIOR_HIGH = "70", "初中"
    PRIMARY = "80", "小学"
    OTHER = "90", "没上过学或其他"

    @property
    def rank(self) -> int:
        """0 for the least; vocational school and senior high school are equal (中专/技校/高中 count as one rank)."""
        return _EDUCATION_RANK[self.value]


_EDUCATION_RANK = {"90": 0, "80": 1, "70": 2, "60": 3, "40": 3, "30": 4, "20": 5, "10": 6}
