"""Five invented communities, each of another kind, on their sketch maps. Points in metres (east, north)."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Spot:
    """A place people give as an address; kind as in reference.enums.PlaceKind."""

    name: str
    kind: str
    x: int
    y: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """Buildings `first`…`last` in rows of `wide`, from (x, y), `gap` metres apart."""

    first: int
    last: int
    x: int
    y: int
    prefix: str = ""
    wide: int = 6
    gap: int = 60


@dataclass(frozen=True)
class CommunitySpec:
    """`district` is an official code, or a name for an invented district under `city` (official code)."""

    code: str
    name: str
    kind: str
    city: str
    district: str
    street: str
    hotline: str
    contact: str
    window: str
    health: str
    blocks: tuple[Block, ...]
    spots: tuple[Spot, ...]
    wage: tuple[Decimal, Decimal] | None = None  # invented floor (month, hour) of an invented district
    pay: Decimal = Decimal(1)  # level of pay against the largest town
    people: dict[str, int] = field(default_factory=dict)  # kind of person → share


HOURS = "周一到周五 9:00–17:30"

COMMUNITIES = (
    CommunitySpec(
        "jinfang", "锦纺社区", "老纺织厂的家属区", "510800", "云台区", "纺织街", "0839-5550112", "周敏",
        "锦纺社区服务大厅一楼 2 号窗口", "周三上午 9:00–11:30 社区卫生站可办健康证，带身份证，空腹去",
        (Block(1, 18, 100, 120, wide=6, gap=65),),
        (
            Spot("锦纺广场", "gate", 300, 60, ("老厂门口", "纺织厂大门")),
            Spot("纺织街菜市场", "market", 520, 140, ("菜市场", "纺织街农贸市场")),
            Spot("纺织街小学", "school", 60, 420, ("子弟校", "纺小")),
            Spot("锦绣家纺厂", "works", 880, 260, ("家纺厂", "云台工业园 3 号")),
            Spot("云台工业园", "works", 1900, 700, ("工业园", "园区")),
            Spot("滨江茶楼一条街", "market", 700, -240, ("滨江路", "茶楼街")),
            Spot("云台区人民医院", "service", 1250, 80, ("区医院",)),
            Spot("纺织街公交站", "stop", 340, 20, ("公交站",)),
            Spot("福满家超市", "market", 460, 40, ("福满家",)),
            Spot("锦纺幼儿园", "school", 210, 330, ()),
        ),
        (Decimal("1970"), Decimal("20")), Decimal("0.78"),
        {"weaver": 34, "carer": 14, "carer_elder": 10, "cook": 10, "guard": 10, "young": 8, "trader": 8, "electric": 6},
    ),
    CommunitySpec(
        "xiahe", "下河社区", "城里的老街坊和进城打工的", "350400", "青岩区", "城关街道", "0598-5550126", "林秀珍",
        "下河社区居委会一楼就业窗口", "每月 5 日、20 日区疾控中心在社区集中办健康证",
        (Block(1, 14, 80, 100, wide=7, gap=55), Block(15, 24, 620, 380, wide=5, gap=60)),
        (
            Spot("下河农贸市场", "market", 300, 30, ("下河市场", "菜市场")),
            Spot("城关二小", "school", 480, 260, ("二小",)),
            Spot("青岩商业街", "market", 760, 120, ("商业街", "步行街")),
            Spot("红印山公园", "gate", 60, 520, ("公园门口",)),
            Spot("下洋物流园", "works", 2300, 560, ("物流园",)),
            Spot("凤岗鞋厂", "works", 1500, 900, ("鞋厂",)),
            Spot("青岩区中医院", "service", 900, -160, ("中医院",)),
            Spot("城关街道办", "service", 540, 20, ("街道办",)),
            Spot("下河公交站", "stop", 260, -40, ()),
            Spot("沙县小吃培训街", "market", 680, -60, ("小吃街",)),
        ),
        (Decimal("1960"), Decimal("20.5")), Decimal("0.85"),
        {"migrant": 26, "carer": 18, "carer_elder": 10, "cook": 14, "guard": 10, "young": 12, "trader": 10},
    ),
    CommunitySpec(
        "huatian", "花田社区", "三个村并来的安置小区", "530500", "兰江区", "花田镇", "0875-5550133", "杨美兰",
        "花田社区党群服务中心便民大厅", "周五上午镇卫生院可办健康证，带身份证和一寸照片",
        (Block(1, 20, 120, 80, wide=5, gap=75),),
        (
            Spot("花田集贸市场", "market", 460, 20, ("集市", "街子")),
            Spot("花田小学", "school", 30, 300, ()),
            Spot("兰江蔬菜基地", "works", 1500, -420, ("蔬菜基地", "大棚")),
            Spot("花田电子装配厂", "works", 980, 520, ("电子厂",)),
            Spot("兰江永昌食品厂", "works", 1750, 300, ("食品厂",)),
            Spot("花田卫生院", "service", 380, 420, ("卫生院",)),
            Spot("温泉度假村", "market", 2600, 900, ("度假村", "温泉")),
            Spot("花田客运站", "stop", 520, -60, ("车站",)),
            Spot("社区绣坊", "works", 260, 180, ("绣坊", "刺绣工坊")),
        ),
        (Decimal("1900"), Decimal("18")), Decimal("0.72"),
        {"farmer": 38, "carer": 18, "carer_elder": 12, "cook": 8, "embroider": 10, "young": 8, "electric": 6},
    ),
    CommunitySpec(
        "minhe", "民和佳苑社区", "五万人的公租房小区", "500100", "500107", "新坪街道", "023-55550145", "周倩",
        "民和佳苑 B区21栋架空层就业超市", "周三上午 9:00–11:30 社区一楼 2 号窗口登记，周五集中体检，带身份证",
        (Block(1, 18, 0, 0, "A区"), Block(19, 36, 480, 0, "B区"), Block(37, 54, 0, 420, "C区")),
        (
            Spot("民和佳苑东门", "gate", 880, 180, ("东门", "小区东门")),
            Spot("创业市场", "market", 420, 380, ("架空层市场", "创业苗圃")),
            Spot("新坪实验小学", "school", 1080, 320, ("实验小学", "学校后门")),
            Spot("新坪地铁站", "stop", 1250, 60, ("地铁站", "轻轨站")),
            Spot("鲜又好超市", "market", 960, 240, ("鲜又好", "超市")),
            Spot("九龙智造园", "works", 2400, 800, ("智造园", "工业园")),
            Spot("新坪物流分拨中心", "works", 2900, -300, ("分拨中心", "快递分拨")),
            Spot("新坪街道社区医院", "service", 760, -180, ("社区医院",)),
            Spot("大渡美食街", "market", 1400, 420, ("美食街",)),
            Spot("新坪中学", "school", 640, 900, ("中学",)),
            Spot("佳苑幼儿园", "school", 300, 330, ()),
        ),
        None, Decimal(1),
        {"migrant": 24, "carer": 24, "carer_elder": 8, "cook": 10, "guard": 8, "young": 14, "trader": 8, "electric": 4},
    ),
    CommunitySpec(
        "kanghua", "康华家园社区", "低保和残疾家庭多的安置房", "500100", "500107", "石桥铺路街道", "023-55550158", "陈红梅",
        "康华家园 3 栋一楼便民服务站", "每周二下午社区卫生服务站可办健康证，带身份证，低保家庭免体检费",
        (Block(1, 16, 60, 60, wide=4, gap=70),),
        (
            Spot("康华菜市场", "market", 380, 40, ("菜市场",)),
            Spot("石桥小学", "school", 420, 320, ()),
            Spot("华龙家居城", "market", 1100, 260, ("家居城",)),
            Spot("区残疾人就业服务站", "service", 620, 500, ("残联服务站",)),
            Spot("康华来料加工点", "works", 180, 240, ("加工点", "手工点")),
            Spot("石桥养老院", "service", 860, -120, ("养老院",)),
            Spot("渝州制衣", "works", 1650, 520, ("制衣厂",)),
            Spot("康华公交站", "stop", 240, -30, ()),
            Spot("石桥广场", "gate", 700, 120, ("广场",)),
        ),
        None, Decimal("0.95"),
        {"carer": 22, "carer_elder": 20, "frail": 16, "weaver": 10, "cook": 10, "guard": 8, "young": 6, "trader": 8},
    ),
)  # fmt: skip
