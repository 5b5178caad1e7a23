from django.db import models


class EmploymentType(models.TextChoices):
    FULL_TIME = "FULL_TIME", "全日制"
    PART_TIME = "PART_TIME", "非全日制(小时工)"
    DAY_LABOUR = "DAY_LABOUR", "零工日结"
    FLEXIBLE = "FLEXIBLE", "灵活就业"
    PIECE_HOME = "PIECE_HOME", "居家计件"
    PUBLIC_WELFARE = "PUBLIC_WELFARE", "公益性岗位"
    LABOUR_EXPORT = "LABOUR_EXPORT", "外出务工"
    DOMESTIC = "DOMESTIC", "家政"
    OVER_AGE = "OVER_AGE", "超龄用工"
    DISPATCH = "DISPATCH", "劳务派遣"
    INTERNSHIP = "INTERNSHIP", "就业见习"


class PayUnit(models.TextChoices):
    MONTH = "month", "元/月"
    DAY = "day", "元/天"
    HOUR = "hour", "元/小时"
    PIECE = "piece", "元/件"


class Shift(models.TextChoices):
    DAY = "day", "白班"
    NIGHT = "night", "夜班"
    TWO = "two", "两班倒"
    THREE = "three", "三班倒"
    FLEXIBLE = "flexible", "时间自己定"

    @property
    def has_nights(self):
        return self in (Shift.NIGHT, Shift.TWO, Shift.THREE)


class PostingState(models.TextChoices):
    DRAFT = "draft", "草稿"
    REVIEW = "review", "等社区审核"
    RETURNED = "returned", "退回修改"
    PUBLISHED = "published", "正在招"
    PAUSED = "paused", "暂停"
    EXPIRED = "expired", "到期"
    CLOSED = "closed", "已关闭"


class CloseReason(models.TextChoices):
    FILLED = "filled", "招满了"
    CANCELLED = "cancelled", "不招了"
    VIOLATION = "violation", "违规下架"


class PostingSource(models.TextChoices):
    EMPLOYER = "employer", "单位自己发"
    AGENCY = "agency", "职介代招"
    OFFICER = "officer", "社区代发"
    IMPORT = "import", "表格导入"
    REPOST = "repost", "转载"


class ApplicationState(models.TextChoices):
    SUBMITTED = "submitted", "等答复"
    INTERVIEW = "interview", "约见面"
    OFFERED = "offered", "录用了"
    STARTED = "started", "到岗了"
    DECLINED = "declined", "没选上"
    WITHDRAWN = "withdrawn", "撤回了"
    NO_SHOW = "no_show", "没去见面"
    CLOSED_SILENT = "closed_silent", "单位一直没答复"
    CLOSED_FILLED = "closed_filled", "不再招人了"


OPEN_STATES = (ApplicationState.SUBMITTED, ApplicationState.INTERVIEW, ApplicationState.OFFERED)


class DeclineReason(models.TextChoices):
    """What an employer may answer: facts of the job, nothing about the person."""

    HOURS = "hours", "时间对不上"
    SKILL = "skill", "这个活要做过的"
    CERTIFICATE = "certificate", "缺证"
    DISTANCE = "distance", "离得远，怕赶不上"
    FILLED = "filled", "已经招满"
    OTHER = "other", "其他"


class ComplaintKind(models.TextChoices):
    FAKE = "fake", "是假的/早就不招了"
    FEE = "fee", "要交钱、押证件"
    PAY = "pay", "工资和写的不一样"
    DISCRIMINATION = "discrimination", "挑性别、年龄、户口"
    OTHER = "other", "别的问题"


class ComplaintState(models.TextChoices):
    OPEN = "open", "等社区处理"
    ANSWERED = "answered", "已处理"
