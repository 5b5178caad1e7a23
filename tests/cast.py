"""The people the tests are about. All invented; so are their numbers, which keep the check digit of the real ones.

Each function makes one person with everything her story needs; a test names the fact it is about and leaves the rest.
"""

from datetime import date, time
from decimal import Decimal

from accounts.enums import Role
from core.identity.id_number import check_character
from enterprises.enums import EmployerKind, MemberRole
from enterprises.models import Employer, EmployerMember
from residents.enums import EmploymentKind, HouseholdRelation, LabourStatus, Relation, ResidencyType, SkillLevel, Travel
from tests.factories import accounts, reference, residents

# Numbers that keep every rule of GB 11643.
ID_MAN_1970 = "510802197003150011"
ID_WOMAN_1981 = "510802198109220027"
ID_WOMAN_1985 = "53050219850228004X"
ID_MAN_1966 = "510802196611050036"
ID_WOMAN_1976 = "500107197605120049"
ID_MAN_2010 = "500107201001010016"
CREDIT_CODE_FIRM = "91500107MA60TE2K05"
CREDIT_CODE_SHOP = "92500107MA5YTE1R0R"


def community(name: str = "桐花社区", **fields):
    """An invented community of 九龙坡区 with a few doors, a school and a market on its sketch map."""
    made = reference.community(name, **fields)
    for title, x_m, y_m in (("1栋", 0, 0), ("12栋", 300, 120), ("桐花小学", 450, 80), ("桐花菜市场", 900, 200)):
        reference.place(made, title, x_m, y_m)
    return made


def place(of, name: str):
    return of.places.get(name=name)


def officer(of):
    """社区就业专干: the one who knows everybody."""
    return accounts.staff(Role.OFFICER, of, name="何静")


def supervisor(of):
    """街道督导: sees every community of the street."""
    return accounts.staff(Role.SUPERVISOR, of.parent, name="罗强")


def collector(of):
    """信息员: brings in postings, sees no person."""
    return accounts.staff(Role.COLLECTOR, of, name="唐小琴")


def admin(of):
    return accounts.staff(Role.ADMIN, of.parent, name="蒋伟")


def resident_wang(of, *, with_user: bool = True):
    """王秀英, 41: two children at the primary school, walks everywhere, has cooked for fifty at weddings."""
    made = residents.resident(
        of,
        "王秀英",
        user=accounts.user("王秀英") if with_user else None,
        id_number=ID_WOMAN_1985,
        born_on=date(1985, 2, 28),
        sex="2",
        education="70",
        residency_type=ResidencyType.TENANT,
        labour_status=LabourStatus.HOMEMAKER,
        address_text="12栋3-2",
        place=place(of, "12栋"),
    )
    number = made.user.phone if with_user else accounts.mobile()
    residents.contact(made, number)
    residents.seeking(made)
    residents.wish(
        made,
        reference.occupation("保洁员"),
        kinds=[EmploymentKind.PART_TIME, EmploymentKind.HOME],
        travel=Travel.WALK,
        max_minutes=25,
        free_from=time(8, 40),
        free_until=time(16, 10),
        picks_up_child=True,
        drop_off_at=time(8, 30),
        pick_up_at=time(16, 30),
        no_nights=True,
        no_weekends=True,
        hourly_floor=Decimal("18"),
    )
    residents.skill(made, reference.skill("做大锅饭"), level=SkillLevel.GOOD, years=6)
    return made


def weaver_li(of):
    """李桂芳, 50: twenty-two years at the looms of the mill that closed; 挡车工 and nothing else on paper."""
    made = residents.resident(
        of,
        "李桂芳",
        id_number=ID_WOMAN_1976,
        born_on=date(1976, 5, 12),
        sex="2",
        education="60",
        labour_status=LabourStatus.UNEMPLOYED,
        residency_type=ResidencyType.HUKOU,
        address_text="1栋2单元501",
        place=place(of, "1栋"),
    )
    residents.contact(made)
    residents.seeking(made)
    residents.wish(made, kinds=[EmploymentKind.FULL_TIME], travel=Travel.BUS, monthly_floor=Decimal("2600"))
    residents.skill(made, reference.skill("看织机"), level=SkillLevel.GOOD, years=22)
    made.experiences.create(words="棉纺厂挡车工", occupation=reference.occupation("挡车工"), years=22, until_year=2012)
    return made


def farmer_zhao(of):
    """赵德福, 56: grew vegetables until the land was taken; does not want to stand all day."""
    made = residents.resident(
        of,
        "赵德福",
        id_number=ID_MAN_1970,
        born_on=date(1970, 3, 15),
        sex="1",
        education="80",
        labour_status=LabourStatus.FARMING,
        residency_type=ResidencyType.RESETTLED,
        household_relation=HouseholdRelation.HEAD,
    )
    residents.contact(made, relation=Relation.FAMILY)
    residents.seeking(made)
    residents.wish(made, travel=Travel.EBIKE, no_standing=True)
    residents.skill(made, reference.skill("种菜"), level=SkillLevel.GOOD, years=30)
    return made


def woman_of_45(of):
    """陈丽, 45: nobody has confirmed whether F50 or F55 holds for her."""
    made = residents.resident(
        of, "陈丽", id_number=ID_WOMAN_1981, born_on=date(1981, 9, 22), sex="2", labour_status=LabourStatus.UNEMPLOYED
    )
    residents.contact(made)
    return made


def man_of_60(of):
    """邓国华, 60, not over-age: he retires in May 2027."""
    return residents.resident(of, "邓国华", id_number=ID_MAN_1966, born_on=date(1966, 11, 5), sex="1")


def over_age_man(of):
    """冯有才, 66: draws a pension and still wants to work."""
    first = "50010719600615003"
    return residents.resident(
        of,
        "冯有才",
        id_number=first + check_character(first),
        born_on=date(1960, 6, 15),
        sex="1",
        draws_pension=True,
        labour_status=LabourStatus.RETIRED,
    )


def minor(of):
    """孙浩, 16 on the first day of 2026: may register; no nights, no hazards, no public-welfare post."""
    return residents.resident(of, "孙浩", id_number=ID_MAN_2010, born_on=date(2010, 1, 1), sex="1")


def nameless_beginner(of):
    """吴芳: said her name and nothing else."""
    made = residents.resident(of, "吴芳", user=accounts.user("吴芳", phone=""))
    residents.seeking(made)
    return made


def employer(of):
    """和顺快餐店: a small kitchen that feeds three building sites."""
    return Employer.objects.create(
        kind=EmployerKind.INDIVIDUAL,
        name="九龙坡区和顺快餐店",
        short_name="和顺快餐店",
        credit_code=CREDIT_CODE_SHOP,
        community=of,
        address="桐花菜市场旁",
        place=place(of, "桐花菜市场"),
        contact_name="陈师傅",
        contact_phone=accounts.mobile(),
    )


def employer_user(of_employer):
    """陈建国, who owns it."""
    made = accounts.user("陈建国")
    EmployerMember.objects.create(employer=of_employer, user=made, role=MemberRole.OWNER, from_on=date(2026, 1, 1))
    return made
