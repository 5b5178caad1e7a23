"""What such neighbourhoods hire for: pay, hours and duties as the trade has them, not drawn from a hat.

`pay` is yuan at the level of a large town (low, high); `hours` are ("8:00", "17:00") or a word; several variants of a
trade belong to different kinds of employers.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trade:
    title: str
    pay: tuple[int, int]
    unit: str
    hours: tuple[str, str] | str
    days: float
    duties: str
    wants: str = ""
    kind: str = "FULL_TIME"
    headcount: tuple[int, int] = (1, 3)
    note: str = ""
    board: bool = False
    lodging: bool = False
    education: str = ""
    certificates: tuple[str, ...] = ()
    standing: bool | None = None
    lifting: int | None = None
    weekend: bool | None = True
    over_age: bool = False
    hazard: bool = False
    insurance: str = ""
    cycle: int | None = None


TRADES = {
    "cleaning_estate": Trade("小区保洁员", (2450, 2700), "month", ("8:00", "16:30"), 6, "扫四个单元的楼道和门前，每周擦一次扶手，垃圾送到集中点。工具单位发。", "手脚勤快，能爬六楼。", over_age=True, standing=True, insurance="工伤保险"),
    "cleaning_short": Trade("写字楼保洁", (23, 26), "hour", ("6:30", "10:30"), 6, "早上打扫两层办公区和卫生间，十点半前做完。", "守时。", kind="PART_TIME", cycle=15, standing=True, weekend=False, over_age=True),
    "guard_day": Trade("门岗保安", (2800, 3200), "month", ("7:00", "19:00"), 6, "看大门，登记来人来车，巡楼两次。", "有保安员证，没有的入职前单位送去考。", certificates=("security-guard",), insurance="五险", headcount=(2, 4)),
    "guard_night": Trade("夜班门卫", (2600, 3000), "month", "night", 6, "晚七点到早七点看门，夜里巡一次。有值班室。", "睡得轻，认得字。", over_age=True, insurance="工伤保险"),
    "dish": Trade("洗碗工", (2700, 3000), "month", ("9:30", "20:30"), 6, "洗碗、消毒、收拾后厨，中午休息两小时。", "站得住。", board=True, certificates=("health",), standing=True),
    "dish_noon": Trade("中午洗碗", (24, 26), "hour", ("11:00", "14:30"), 6, "只做中午一餐，洗碗消毒。", kind="PART_TIME", cycle=15, board=True, certificates=("health",), standing=True),
    "canteen": Trade("学校食堂帮厨", (2600, 2900), "month", ("8:30", "15:30"), 5, "洗菜、切菜、打饭、收拾。中间歇四十分钟，管午饭。", "有健康证，没有的先报名后办。", board=True, certificates=("health",), standing=True, weekend=False),
    "kitchen": Trade("后厨切配", (3200, 3800), "month", ("9:00", "21:00"), 6, "切菜、配菜、备料，午后休息三小时。", "会用刀。", board=True, lodging=True, certificates=("health",), standing=True, headcount=(1, 2)),
    "waiter": Trade("餐厅服务员", (2900, 3400), "month", ("10:00", "21:00"), 6, "点菜、上菜、收台，下午休息两小时。", "说话和气。", board=True, certificates=("health",), standing=True, headcount=(2, 4)),
    "breakfast": Trade("早餐店帮工", (23, 25), "hour", ("5:30", "9:30"), 6, "揉面、装盘、收钱，忙过早上就走。", kind="PART_TIME", cycle=15, board=True, certificates=("health",), standing=True),
    "cook": Trade("厨师", (5000, 6500), "month", ("9:30", "20:30"), 6, "炒家常菜，管两个灶。", "做过三年以上，试菜。", board=True, certificates=("health",), standing=True),
    "cashier": Trade("超市收银员", (2500, 2800), "month", ("7:30", "15:30"), 6, "收银、整理收银台，早班固定。", "会算账，站得住。", education="70", standing=True, insurance="五险"),
    "cashier_part": Trade("超市收银（半天）", (23, 25), "hour", ("9:00", "13:00"), 6, "上午顶班收银。", kind="PART_TIME", cycle=15, education="70", standing=True),
    "shelf": Trade("理货员", (2600, 2900), "month", "two", 6, "上货、理货、盘点，一周早班一周晚班。", "搬得动一箱水。", standing=True, lifting=15, insurance="五险", headcount=(1, 2)),
    "sewing": Trade("缝纫工", (3200, 4800), "month", ("8:00", "18:00"), 6, "平车做床品，计件，保底看下面。", "会踩平车；做过挡车的可以来学，带两周。", note="保底加计件，做熟了四千上下", headcount=(3, 8), insurance="五险"),
    "textile_check": Trade("家纺质检员", (2700, 3000), "month", ("8:00", "17:30"), 6, "看布面、查线头、量尺寸、贴标。", "眼力好，坐得住。", headcount=(2, 3), standing=False, insurance="五险"),
    "packing": Trade("包装工", (2700, 3300), "month", ("8:00", "17:30"), 6, "把床品叠好装袋装箱。", "手快。", headcount=(2, 5), lifting=10, insurance="五险"),
    "assembly": Trade("电子装配工", (3000, 4200), "month", "two", 6, "坐着插件、看外观，两班倒，半月一换。", "眼睛好，会认数字。", headcount=(5, 12), lodging=True, standing=False, insurance="五险"),
    "general": Trade("车间普工", (3600, 4600), "month", "two", 6, "上下料、看机器，两班倒。", "能倒班。", headcount=(4, 10), board=True, lodging=True, standing=True, lifting=20, insurance="五险"),
    "welder": Trade("焊工", (5000, 6500), "month", ("8:00", "18:00"), 6, "二保焊，焊货架。", "持焊工证上岗。", certificates=("welding",), hazard=True, insurance="五险"),
    "electrician": Trade("物业电工", (3800, 4600), "month", ("8:30", "18:00"), 6, "修路灯、换开关、抄表，轮一晚值班。", "持低压电工证。", certificates=("low-voltage",), insurance="五险"),
    "sorter": Trade("快递分拣员", (140, 160), "day", "night", 6, "晚上七点到早上五点分拣，做一天结一天。", "熬得了夜。", kind="DAY_LABOUR", headcount=(6, 15), standing=True, lifting=20),
    "sorter_day": Trade("白班分拣", (120, 135), "day", ("8:00", "17:00"), 6, "卸车、扫码、分筐，当天结。", kind="DAY_LABOUR", headcount=(3, 6), standing=True, lifting=20),
    "courier": Trade("快递员", (4500, 6500), "month", ("7:30", "19:00"), 6, "派两个小区，自己有电动车更好，没有单位租。", "认路，会用手机。", note="底薪加派件，干满一个月多数拿五千多", headcount=(1, 3)),
    "forklift": Trade("叉车司机", (4500, 5500), "month", ("8:00", "18:00"), 6, "装卸整托货，库内转运。", "持叉车证。", certificates=("forklift",), insurance="五险"),
    "loader": Trade("装卸工", (150, 180), "day", ("7:00", "16:00"), 6, "卸整车，搬上托盘。", kind="DAY_LABOUR", headcount=(2, 4), standing=True, lifting=40),
    "carer_home": Trade("住家照顾老人", (3800, 4500), "month", ("7:00", "19:00"), 6, "照顾一位能走动的老人，做饭、洗衣、陪着去医院拿药。", "有耐心。", kind="DOMESTIC", headcount=(1, 1), board=True, lodging=True),
    "hourly_home": Trade("钟点工", (30, 35), "hour", ("14:00", "17:00"), 3, "一周三个下午，打扫和做一顿晚饭。", kind="PART_TIME", headcount=(1, 1), cycle=7, weekend=False),
    "school_run": Trade("接送孩子并辅导作业", (28, 32), "hour", ("16:00", "19:00"), 5, "四点接二年级孩子放学，看着写作业，家长七点到家。", kind="PART_TIME", headcount=(1, 1), cycle=7, weekend=False, education="60"),
    "nurse_aide": Trade("养老院护理员", (3200, 3800), "month", "three", 5.5, "帮老人起居、喂饭、翻身，三班轮。", "有养老护理员证的优先安排；没有的先培训，不收钱。", certificates=("health",), board=True, standing=True, lifting=20, insurance="五险", headcount=(2, 5)),
    "hospital": Trade("医院陪护", (160, 180), "day", ("8:00", "18:00"), 6, "一对一陪护，喂水喂饭、打水、陪检查。", "有健康证。", kind="DAY_LABOUR", certificates=("health",), headcount=(2, 5), standing=True),
    "tutor_class": Trade("晚托班看护老师", (2300, 2600), "month", ("14:00", "19:00"), 5, "接孩子、看作业、分水果。", "高中毕业，喜欢孩子。", education="60", weekend=False, certificates=("health",)),
    "garden": Trade("绿化养护工", (2500, 2900), "month", ("7:00", "16:00"), 6, "浇水、修枝、拔草，夏天错开中午。", "会使剪刀、喷壶。", over_age=True, standing=True, insurance="工伤保险", headcount=(2, 4)),
    "veg": Trade("蔬菜基地采收工", (110, 130), "day", ("6:30", "16:00"), 6, "收菜、捆菜、装筐，基地有车到小区门口接。", kind="DAY_LABOUR", headcount=(4, 10), standing=True, lifting=15),
    "food_factory": Trade("食品厂包装工", (2700, 3200), "month", ("8:00", "17:30"), 6, "装袋、封口、装箱，车间十八度。", "有健康证。", certificates=("health",), headcount=(3, 8), standing=True, insurance="五险"),
    "hotel": Trade("客房服务员", (2700, 3100), "month", ("8:00", "17:00"), 6, "一天整理十二间房，换布草。", "爱干净。", certificates=("health",), standing=True, board=True, insurance="五险", headcount=(2, 4)),
    "tea": Trade("茶楼服务员", (2500, 2800), "month", ("13:00", "22:00"), 6, "泡茶、续水、收拾桌子。", "说话和气。", certificates=("health",), standing=True, board=True),
    "craft_home": Trade("在家穿珠子", (0, 0), "piece", "flexible", 6, "领料回家穿手串，交货当面数，验收后七天内结钱。不收押金，材料单位出。", kind="PIECE_HOME", headcount=(10, 20), weekend=None, note="每串 0.35 元，熟手一小时约 60 串"),
    "embroidery": Trade("绣坊绣娘", (0, 0), "piece", "flexible", 6, "绣鞋垫、绣片，在绣坊或带回家做。", "会平针。", kind="PIECE_HOME", headcount=(5, 10), weekend=None, note="每片 6 元起，一片约四十分钟"),
    "trimming": Trade("剪线头", (0, 0), "piece", "flexible", 6, "在加工点或带回家剪线头，按件记账。", kind="PIECE_HOME", headcount=(8, 15), weekend=None, note="每件 0.25 元，一小时约 80 件"),
    "library": Trade("社区公益岗：楼栋协管", (2330, 2330), "month", ("9:00", "17:00"), 5, "看公告栏、送通知、登记楼道杂物。", "公益性岗位，限就业困难人员。", kind="PUBLIC_WELFARE", weekend=False, insurance="五险"),
    "office": Trade("物业前台", (2900, 3300), "month", ("9:00", "18:00"), 5, "接电话、登记报修、收物业费。", "会用电脑打字。", education="60", weekend=True, insurance="五险"),
    "driver": Trade("送货司机", (4300, 5200), "month", ("6:00", "15:00"), 6, "开小货车送菜到食堂，搬两层楼以内。", "C1 驾照三年以上。", certificates=("driver-c1",), lifting=25, insurance="五险"),
    "street_clean": Trade("环卫清扫", (2500, 2800), "month", ("5:00", "12:00"), 6, "扫两条街，早上五点到中午。", over_age=True, standing=True, insurance="工伤保险", headcount=(2, 6)),
}  # fmt: skip

PIECE_PRICES = {"craft_home": "0.35", "embroidery": "6", "trimming": "0.25"}
