from django.db import models


class EmployerKind(models.TextChoices):
    FIRM = "firm", "企业"
    INDIVIDUAL = "individual", "个体工商户"
    COOPERATIVE = "cooperative", "合作社"
    INSTITUTION = "institution", "事业单位/社会组织"
    HOUSEHOLD = "household", "家庭雇主"
    AGENCY = "agency", "人力资源服务机构"
    COMMUNITY = "community", "社区"


class MemberRole(models.TextChoices):
    OWNER = "owner", "负责人"
    CONTACT = "contact", "经办人"


class LicenceKind(models.TextChoices):
    BUSINESS = "business", "营业执照"
    HR_SERVICE = "hr_service", "人力资源服务许可证"
    DISPATCH = "dispatch", "劳务派遣经营许可证"
