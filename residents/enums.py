from django.db import models

from reference.enums import Education as Education


class Sex(models.TextChoices):
    """GB/T 2261.1. Known from the id number; never an input of ranking."""

    MALE = "1", "男"
    FEMALE = "2", "女"


class LabourStatus(models.TextChoices):
    EMPLOYED = "employed", "在职"
    SELF_EMPLOYED = "self_employed", "个体经营"
    FLEXIBLE = "flexible", "灵活就业"
    FARMING = "farming", "务农"
    UNEMPLOYED = "unemployed", "失业"
    HOMEMAKER = "homemaker", "料理家务"
    STUDENT = "student", "在校"
    RETIRED = "retired", "退休"
    UNABLE = "unable", "丧失劳动能力"


class ResidencyType(models.TextChoices):
    HUKOU = "hukou", "本地户籍"
    LONG_TERM = "long_term", "常住"
    FLOATING = "floating", "流动"
    TENANT = "tenant", "租户"
    PUBLIC_HOUSING = "public_housing", "公租房"
    RESETTLED = "resettled", "安置"


class RetirementKind(models.TextChoices):
    """Cannot be derived for a woman; an officer confirms it."""

    M60 = "M60", "男"
    F55 = "F55", "女干部/专技"
    F50 = "F50", "女工人"


class SeekingState(models.TextChoices):
    ACTIVE = "active", "正在找活"
    OPEN = "open", "有合适的可以看看"
    PAUSED = "paused", "暂时不找"


class Source(models.TextChoices):
    SELF = "self", "本人自助"
    COUNTER = "counter", "窗口登记"
    VISIT = "visit", "入户"
    IMPORT = "import", "表格导入"
    FAIR = "fair", "招聘会"
    PHONE = "phone", "电话"


class Relation(models.TextChoices):
    SELF = "self", "本人"
    FAMILY = "family", "家人"
    NEIGHBOUR = "neighbour", "邻居/熟人"


class HouseholdRelation(models.TextChoices):
    """GB/T 4761, the part that is met in practice."""

    HEAD = "head", "户主"
    SPOUSE = "spouse", "配偶"
    SON = "son", "子"
    DAUGHTER = "daughter", "女"
    CHILD_IN_LAW = "child_in_law", "儿媳/女婿"
    PARENT = "parent", "父母"
    GRANDCHILD = "grandchild", "孙辈"
    SIBLING = "sibling", "兄弟姐妹"
    OTHER = "other", "其他"


class SkillLevel(models.TextChoices):
    SOME = "some", "会一点"
    GOOD = "good", "熟练"
    CERTIFIED = "certified", "有证"


class Travel(models.TextChoices):
    WALK = "walk", "走路"
    EBIKE = "ebike", "电动车"
    BUS = "bus", "坐公交"


class EmploymentKind(models.TextChoices):
    """What she would take; each posting's employment type falls under one of these."""

    FULL_TIME = "full_time", "全天上班"
    PART_TIME = "part_time", "半天/小时工"
    DAY = "day", "零工日结"
    HOME = "home", "在家做"
    AWAY = "away", "外出务工"
    WELFARE = "welfare", "公益性岗位"


class ConsentPurpose(models.TextChoices):
    SERVICE = "service", "登记和就业服务"
    SHARE_WITH_EMPLOYER = "share_with_employer", "把姓名和电话给这家单位"
    SENSITIVE = "sensitive", "困难情况"


class ConsentChannel(models.TextChoices):
    TAP = "tap", "本人点击"
    PAPER = "paper", "纸质签字"
    ORAL = "oral", "口头并有见证人"


class RecognitionCategory(models.TextChoices):
    """Codes of the hardship list; which apply, and their thresholds, are dated rows of `reference`."""

    AGE_4050 = "AGE_4050", "大龄失业"
    DISABILITY = "DISABILITY", "残疾"
    DIBAO = "DIBAO", "低保"
    ZERO_EMP = "ZERO_EMP", "零就业家庭成员"
    LANDLESS = "LANDLESS", "失地农民"
    LONG_TERM = "LONG_TERM", "长期失业"
    SINGLE_PARENT = "SINGLE_PARENT", "单亲抚养未成年"
    SERIOUS_ILLNESS_FAMILY = "SERIOUS_ILLNESS_FAMILY", "需赡养重病直系亲属"
    GRAD_UNEMPLOYED = "GRAD_UNEMPLOYED", "离校未就业毕业生"
    POVERTY_RELIEVED = "POVERTY_RELIEVED", "脱贫/监测对象"
    VETERAN = "VETERAN", "退役军人"
    OTHER = "OTHER", "当地规定的其他"


class RegistrationKind(models.TextChoices):
    UNEMPLOYED = "unemployed", "失业登记"
    EMPLOYED = "employed", "就业登记"


class ArchiveReason(models.TextChoices):
    DIED = "died", "已去世"
    MOVED = "moved", "已搬走"
    NOT_FOUND = "not_found", "查无此人"
    ASKED = "asked", "本人要求"
    DUPLICATE = "duplicate", "重复登记"
