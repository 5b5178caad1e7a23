import pytest

from desk.imports.pay import read_pay

WRITTEN = [
    ("2800元/月+包吃住", "2800", "2800", "month"), ("底薪3000+提成", "3000", None, "month"), ("计件,4000-6000", "4000", "6000", "month"),
    ("日结150元", "150", "150", "day"), ("5000元以上", "5000", None, "month"), ("25-30元/小时", "25", "30", "hour"),
    ("3000-4000", "3000", "4000", "month"), ("3.5k-5k", "3500", "5000", "month"), ("4千", "4000", "4000", "month"),
    ("一天120", "120", "120", "day"), ("综合4000-6000", "4000", "6000", "month"), ("四千左右", "4000", "4000", "month"),
    ("20/小时", "20", "20", "hour"), ("2900元/月,两班倒", "2900", "2900", "month"), ("3200-3800元/月,包吃", "3200", "3800", "month"),
    ("3500-4500元/月+五险", "3500", "4500", "month"), ("四五千", "4000", "5000", "month"), ("一万二", "12000", "12000", "month"),
    ("两千八", "2800", "2800", "month"), ("150元/天,每天8小时", "150", "150", "day"), ("每天8小时,150元", "150", "150", "day"),
    ("4500元/月(8小时)", "4500", "4500", "month"), ("转正后4000,试用期3500", "3500", "4000", "month"),
    ("底薪1800+提成,综合4000-6000", "4000", "6000", "month"), ("2800元/月+全勤100+餐补200", "2800", None, "month"),
    ("0.5元/件", "0.5", "0.5", "piece"), ("3,500-4,500元", "3500", "4500", "month"), ("1.2万/月", "12000", "12000", "month"),
    ("3千5", "3500", "3500", "month"), ("12小时/天 4500", "4500", "4500", "month"), ("基本工资2330+绩效800", "2330", None, "month"),
    ("3000—5000元", "3000", "5000", "month"), ("6000-8000元/月,13薪", "6000", "8000", "month"), ("100元一天", "100", "100", "day"),
    ("3500元/月,试用期一个月3000", "3000", "3500", "month"), ("时薪20", "20", "20", "hour"), ("４５００元／月", "4500", "4500", "month"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "unit"), WRITTEN)
def test_what_offices_write(text, low, high, unit):
    pay = read_pay(text)
    assert (pay.unit, pay.missing, pay.doubt) == (unit, False, "")
    assert float(pay.low) == float(low)
    assert (None if pay.high is None else float(pay.high)) == (None if high is None else float(high))


@pytest.mark.parametrize(
    "text",
    [
        "99999999999元/月",
        "工资123456789123456789",
        "0.00001元/件",
        "面议",
        "待遇从优",
        "计件",
        "五险一金,双休",
        "",
        "-",
        "0",
        "8小时",
        "月休4天",
        "按劳取酬",
    ],
)
def test_no_pay_was_promised(text):
    assert read_pay(text).missing


@pytest.mark.parametrize(
    ("text", "hint", "low", "unit"),
    [
        (5.5, "千元", 5500, "month"),
        ("2.4-2.6", "千元 元/月", 2400, "month"),
        (4500, "元/月", 4500, "month"),
        ("120", "元/天", 120, "day"),
    ],
)
def test_the_header_says_the_unit(text, hint, low, unit):
    pay = read_pay(text, hint)
    assert (float(pay.low), pay.unit, pay.doubt) == (low, unit, "")


@pytest.mark.parametrize(
    ("text", "hint"), [("100-200", ""), ("30", ""), ("5000封顶", ""), ("年薪8万", ""), ("4.5", "元/月")]
)
def test_a_guess_is_said_to_be_one(text, hint):
    pay = read_pay(text, hint)
    assert not pay.missing
    assert pay.doubt


def test_board_and_lodging_are_no_wage():
    pay = read_pay("2100元/月包吃住")
    assert (pay.low, pay.board, pay.lodging) == (2100, True, True)
