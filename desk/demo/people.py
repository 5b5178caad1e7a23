"""Kinds of people who live in such communities: what they did, what they want, what their life allows.

Every name is put together from common parts; id numbers keep the check digit but belong to nobody.
"""

from dataclasses import dataclass
from datetime import time

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = {  # by decade of birth and sex ("1" man, "2" woman)
    ("50", "1"): "德贵 光荣 建国 永福 世荣 长生 家富 国平 兴发 大明 正华 明德".split(),
    ("50", "2"): "秀英 桂兰 玉梅 素芬 淑华 桂芳 玉珍 国秀 素华 光秀 兴碧 永芳".split(),
    ("70", "1"): "建军 勇 海波 军 伟 强 志刚 小平 云华 学明 春林 正勇".split(),
    ("70", "2"): "春梅 红霞 丽 敏 小燕 红梅 晓琴 玉兰 艳 莉 小琼 丽华".split(),
    ("90", "1"): "鹏 杰 浩 俊 磊 超 阳 宇航 志豪 川".split(),
    ("90", "2"): "娟 雪 婷 静 玲 倩 雨 佳怡 晓雯 露".split(),
}


@dataclass(frozen=True)
class Kind:
    """`born`: first and last year; `women`: share in percent; wishes are occupation words as people say them."""

    label: str
    born: tuple[int, int]
    women: int
    status: str
    done: tuple[tuple[str, int], ...]  # (words, usual years)
    skills: tuple[str, ...]
    wishes: tuple[str, ...]
    certificates: tuple[str, ...] = ()
    limits: tuple[tuple[str, object], ...] = ()
    travel: tuple[str, ...] = ("walk", "bus")
    education: tuple[str, ...] = ("70",)
    kinds: tuple[str, ...] = ("full_time",)
    floor: int | None = None
    hardship: str = ""


CARE = (("picks_up_child", True), ("drop_off_at", time(8, 20)), ("pick_up_at", time(16, 20)), ("no_nights", True))
ELDER = (("free_from", time(9, 0)), ("free_until", time(17, 0)), ("no_nights", True), ("max_minutes", 20))
FRAIL = (("no_standing", True), ("max_lift_kg", 5), ("no_nights", True), ("max_minutes", 15))

KINDS = {
    "weaver": Kind("下岗纺织工", (1968, 1981), 78, "unemployed", (("纺织厂挡车工", 18), ("细纱车间", 12)), ("看织机", "踩缝纫机", "检验挑次品"), ("缝纫工", "家纺", "保洁员"), education=("70", "60"), floor=2300, hardship="AGE_4050"),
    "carer": Kind("在家带孩子", (1982, 1995), 94, "homemaker", (("超市收银", 3), ("商场导购", 2), ("电子厂流水线", 4)), ("带孩子", "家常菜", "收银", "用手机接单"), ("收银员", "帮厨", "托管老师", "手工"), limits=CARE, travel=("walk",), education=("70", "60", "40"), kinds=("part_time", "full_time", "home"), floor=2000),
    "carer_elder": Kind("照顾老人", (1966, 1978), 70, "homemaker", (("食堂帮厨", 6), ("宾馆客房", 4)), ("照顾老人", "家常菜", "打扫卫生"), ("钟点工", "保洁员", "手工"), limits=ELDER, travel=("walk",), education=("80", "70"), kinds=("part_time", "home"), hardship="AGE_4050"),
    "cook": Kind("做过餐饮", (1970, 1988), 55, "unemployed", (("饭店切配", 6), ("小吃店帮工", 5), ("工地食堂做饭", 4)), ("切配", "家常菜", "端盘点菜"), ("帮厨", "切配", "厨师"), certificates=("health",), floor=2800),
    "guard": Kind("做过保安门卫", (1963, 1976), 10, "unemployed", (("小区保安", 5), ("工地看守", 3)), ("看门守夜", "当过兵"), ("保安员", "门卫", "停车"), certificates=("security-guard",), travel=("ebike", "bus"), floor=2500, hardship="AGE_4050"),
    "young": Kind("刚出来找活的", (1996, 2005), 45, "unemployed", (("奶茶店", 1), ("快递站", 1)), ("用手机接单", "用电脑", "收银"), ("收银员", "文员", "快递员"), travel=("ebike", "bus"), education=("60", "40", "30"), floor=3000),
    "trader": Kind("摆过摊", (1970, 1985), 58, "flexible", (("卖水果", 6), ("摆早餐摊", 5), ("卖衣服", 7)), ("卖货", "称重分级", "骑三轮"), ("摆摊看店", "理货员", "收银员"), travel=("walk", "ebike"), kinds=("full_time", "part_time")),
    "electric": Kind("有手艺的", (1972, 1990), 6, "flexible", (("工地水电", 8), ("修家电", 6)), ("电工活", "水暖管道", "焊接"), ("电工", "水电工", "焊工"), certificates=("low-voltage",), travel=("ebike", "bus"), education=("70", "40"), floor=4000),
    "migrant": Kind("外地来的租户", (1974, 1994), 48, "unemployed", (("电子厂普工", 5), ("工地小工", 6), ("服装厂", 4)), ("流水线装配", "搬重物", "踩缝纫机"), ("普工", "缝纫工", "装卸"), travel=("bus", "ebike"), kinds=("full_time", "day"), floor=3500),
    "farmer": Kind("土地征了的农民", (1965, 1985), 52, "farming", (("种菜", 20), ("养猪", 8), ("开拖拉机", 10)), ("种菜", "养花种草", "开拖拉机", "骑三轮"), ("绿化工", "采摘工", "帮厨"), travel=("walk", "ebike"), education=("80", "70", "90"), kinds=("full_time", "day"), hardship="LANDLESS"),
    "embroider": Kind("会绣花的", (1968, 1992), 97, "homemaker", (("绣花卖", 10),), ("刺绣", "编织", "带孩子"), ("刺绣工", "手工"), limits=CARE[:1], travel=("walk",), education=("80", "70"), kinds=("home", "part_time")),
    "frail": Kind("身体不太好", (1970, 1990), 50, "unemployed", (("来料加工", 4), ("看仓库", 5)), ("手工活", "串珠", "接打电话"), ("手工", "值班", "客服"), limits=FRAIL, travel=("walk",), education=("70", "60"), kinds=("home", "part_time"), hardship="DISABILITY"),
}  # fmt: skip
