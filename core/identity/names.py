"""Names as they are: never split into first and last, rare characters and the dot of minority names kept."""

import re
import unicodedata

from core.errors import Invalid
from core.identity.text import visible

DOTS = str.maketrans(dict.fromkeys("•‧∙⋅・･．.●⸳᛫", "·"))
HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
CHINESE = re.compile(rf"(?=.{{2,50}}$)[{HAN}]+(·[{HAN}]+)*")
LETTER = "A-Za-zÀ-ɏḀ-ỿ"
LATIN = re.compile(rf"(?=.{{2,50}}$)[{LETTER}]+([ '’.-]{{1,2}}[{LETTER}]+)*\.?")
COMPOUND = re.compile(
    "欧阳|上官|司马|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|端木|轩辕|长孙|宇文|澹台|公冶|宗政|濮阳|淳于|单于|"
    "太叔|申屠|仲孙|钟离|鲜于|闾丘|亓官|南宫|西门|东郭|百里|呼延|万俟|闻人|赫连|拓跋|第五|独孤|南门|东门|左丘|梁丘|羊舌"
)
# Read differently as a surname than as a word.
ONE = dict(zip("单曾解仇查区朴翟缪乐盖种重秘繁折召员隗覃", "szxqzopzmygccbpssywq", strict=True))
SURNAME_INITIALS = ONE | {"尉迟": "yc", "万俟": "mq", "长孙": "zs", "单于": "cy", "澹台": "tt"}


class NameProblem(Invalid):
    """`code`: empty, length, unreadable (a character this system has no sign for), characters."""

    def __init__(self, message: str, *, code: str):
        super().__init__(message, code=code, field="name")


def normalise(text: str) -> str:
    """Invisible characters gone, one kind of dot, no blanks between Han characters, Latin letters half-width.

    Han characters are kept exactly: NFKC would replace some of the rare ones. Never raises.
    """
    text = "".join(unicodedata.normalize("NFKC", c) if "！" <= c <= "～" else c for c in visible(text))
    if re.search(f"[{HAN}]", text):
        return text.replace(" ", "").translate(DOTS).strip("·")
    return unicodedata.normalize("NFC", text)


def check(text: str) -> str:
    """The normalised name. Raises NameProblem."""
    name = normalise(text)
    if not name:
        raise NameProblem("没有填姓名。", code="empty")
    if CHINESE.fullmatch(name) or LATIN.fullmatch(name):
        return name
    if any(unicodedata.category(c) == "Co" or c == "\ufffd" for c in name):
        raise NameProblem(
            "姓名里有一个字没有正确显示。请用输入法重新打这个字，打不出的请社区工作人员帮忙。", code="unreadable"
        )
    if not 2 <= len(name) <= 50:
        raise NameProblem("姓名要有2到50个字。请按身份证上的写法填全名。", code="length")
    raise NameProblem(
        "姓名里有不像姓名的字（数字、符号等）。请按身份证上的写法填，别的说明写到备注。", code="characters"
    )


def surname(name: str) -> str:
    """欧阳 of 欧阳小红, 张 of 张三; of a name with a dot the part before it; of a Latin name the first word."""
    name = normalise(name)
    if "·" in name:
        return name.split("·")[0]
    if name and not re.match(f"[{HAN}]", name):
        return name.split(" ")[0]
    return name[:2] if COMPOUND.match(name) and len(name) > 2 else name[:1]


def mask(name: str) -> str:
    """张** of 张小三, 张* of 张三, 欧阳** of 欧阳小红, 买** of 买买提·艾力, J** of John."""
    name = normalise(name)
    plain_han = "·" not in name and re.match(f"[{HAN}]", name)
    shown = surname(name) if plain_han else name[:1]
    return shown + "*" * min(len(name) - len(shown), 2)


def pinyin_initials(name: str) -> str:
    """ "zxm" of 张小明; surnames as surnames are read (单 → s). Characters without a reading are left out."""
    from pypinyin import Style, lazy_pinyin  # a second of start-up that pages without a search need not pay

    name = normalise(name)
    family = surname(name)
    known = SURNAME_INITIALS.get(family, "")
    rest = name[len(family) :] if known else name
    readings = lazy_pinyin(rest, style=Style.FIRST_LETTER)
    return known + "".join(c.lower() for c in "".join(readings) if c.isascii() and c.isalnum())
