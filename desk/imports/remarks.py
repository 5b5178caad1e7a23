"""What a remark says about a person: gone, moved, refused, unreachable. Words only; the officer decides."""

import re

# (code, pattern, archive reason it hints at, sentence)
SIGNS = (
    ("died", re.compile(r"去世|死亡|病故|过世|身故|已故|亡故|逝世|离世"), "备注写着人已去世。请核实后在居民页归档，不要再给这家打电话。"),
    ("moved", re.compile(r"搬走|搬离|搬家|已搬|搬到|搬去|迁走|迁出|已迁|外迁|退租|已退房|不在(?:本|此|该|我)(?:社区|小区|辖区|处|地)|不住(?:这|此|本|在)|回老家(?!.*回来)|已不在|房屋?已?出售|卖房"), "备注写着人已搬走。请核实现在住哪里，确实搬走的在居民页归档。"),
    ("not-found", re.compile(r"查无|无此人|找不到人|没有这个人|查不到"), "备注写着查无此人。请核对姓名和房号，确实没有的不要登记。"),
    ("refused", re.compile(r"拒访|拒绝|不配合|不愿(?:意)?(?:登记|提供|透露|回答|配合)|拒登"), "备注写着拒访。拒访也是一种结果：已有的照样存，下次上门前先看这条。"),
    ("vacant", re.compile(r"空置|空户|空房|空着|没人住|无人居住|无人住|空挂|人户分离|长期无人"), "备注写着房子空置或人户分离。请核实这人是不是住在这里。"),
    ("unreachable", re.compile(r"失联|联系不上|联系不到|打不通|空号|停机|无法接通|无人接听|关机|错号|号码(?:错误|有误|不对)|电话(?:错误|有误|不对)"), "备注写着电话联系不上。请上门或问邻居要一个能打通的号码。"),
    ("imprisoned", re.compile(r"服刑|在押|羁押|坐牢"), "备注里有不宜登记的情况。这句话没有存进系统，需要时由有权限的人另行登记。"),
)  # fmt: skip
# Facts that only some may know: never copied into a note.
SENSITIVE = re.compile(
    r"刑满|释放|矫正|服刑|在押|羁押|坐牢|吸毒|戒毒|涉毒|精神病|精神障碍|艾滋|HIV|乙肝|传染病|信教|邪教|上访",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:未|没有?|非|不是)(?:去世|死亡|搬走|搬离|搬家|迁出|拒访|空置)|(?:刚|新|才|\d+月|\d+年).{0,4}搬(?:来|入|进)|搬(?:来|入|进)|(?:父|母|丈夫|妻子?|老伴|配偶|爱人|儿子|女儿|老公|老婆)\S{0,3}(?:已|早)?(?:去世|过世|病故|死亡)|丧偶"
)


def signs(text: str) -> list[tuple[str, str]]:
    """(code, sentence) of what needs a look."""
    bare = _NOT.sub("", text)
    return [(code, sentence) for code, rule, sentence in SIGNS if rule.search(bare)]


def storable(text: str) -> str:
    """The remark without the clauses that only some may know."""
    clauses = [c for c in re.split(r"(?<=[,，;；。、\s])", text) if not SENSITIVE.search(c)]
    return "".join(clauses).strip(",，;；。、 ")
