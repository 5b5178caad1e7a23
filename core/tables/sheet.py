"""What a read table is, how big it may be, and what is said about one that cannot be read. Imports no Django."""

from dataclasses import dataclass, field
from datetime import date, datetime

from core.errors import Invalid

Cell = None | str | int | float | bool | date | datetime
Range = tuple[int, int, int, int]

MAX_BYTES = 50 * 1024 * 1024
MAX_ROWS = 100_000
MAX_COLUMNS = 200
MAX_CELLS = 2_000_000
MAX_TEXT = 50_000_000
MAX_CELL_TEXT = 32_767
RESAVE = "请用表格软件打开它，另存为“Excel 工作簿 (.xlsx)”后再传。"
MESSAGES = {
    "empty": "文件里没有内容。请确认选对了文件，再传一次。",
    "not_table": f"这不是表格文件，改了后缀也读不了。{RESAVE}",
    "document": "这是文字文档，不是表格。请把里面的表格复制到表格软件里，存成 .xlsx 后再传。",
    "picture": "这是图片或PDF，读不出表格里的字。请传原来的表格文件（.xlsx）。",
    "web_page": f"这其实是网页格式的表格（很多系统导出的就是这样）。{RESAVE}",
    "password": "这个文件加了密码。请打开它，去掉密码后另存一份再传。",
    "broken": f"文件坏了或没有传完整。请重新下载或拷贝一份；还不行就{RESAVE[1:]}",
    "unsafe": f"这个文件的内部结构不正常，为了安全没有打开。{RESAVE}",
    "too_big": "表格太大，或者很远的行列里还有内容。请只留用到的行和列，复制到新文件再传；太长的请分成几份。",
    "too_many_rows": "一张表最多10万行。请分成几份，一份一份传。",
    "too_many_columns": "一张表最多200列。请删掉右边用不到的列（选中整列后删除），再传。",
    "cell_too_long": "有一格的字太多（超过3万字）。请把这一格改短后再传。",
    "encoding": "文件里的文字编码认不出来。请用表格软件打开它，另存为“CSV UTF-8”或 .xlsx 后再传。",
    "quotes": "文件里的引号不成对，分不清每一格到哪里为止。请用表格软件打开它，另存为 .xlsx 后再传。",
    "too_slow": "这个文件一分钟还没读完。请只留用到的内容，复制到新文件再传。",
}


class TableProblem(Invalid):
    """`code`: a key of MESSAGES. `where`: "工作表“名单” 第12行第3列" where one cell is to blame."""

    def __init__(self, code: str, where: str = ""):
        super().__init__(f"{where}：{MESSAGES[code]}" if where else MESSAGES[code], code=code, field="file")
        self.where = where


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is line 1 of the sheet and `rows[i][0]` its column A; blank lines inside are kept, trailing ones cut.

    Whole numbers below 1e15 are int; larger ones stay float, because their last digits are already lost.
    `merged`: first row, first column, last row, last column, counted from 0; only the first cell has the value.
    """

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    merged: list[Range] = field(default_factory=list)
