"""Who hires in each community, what for, and how each of them answers. Names and codes are invented.

Character: prompt (next morning), steady (second day), slow (after the promised day), silent (never), gone (answered
well once, has stopped).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Firm:
    name: str
    short: str
    kind: str
    spot: str
    contact: str
    character: str
    trades: tuple[str, ...]
    verified: bool = True


FIRMS = {
    "jinfang": (
        Firm("云台锦绣家纺有限公司", "锦绣家纺", "firm", "锦绣家纺厂", "蒲厂长", "prompt", ("sewing", "textile_check", "packing")),
        Firm("云台区纺织街小学食堂", "纺小食堂", "institution", "纺织街小学", "陈师傅", "prompt", ("canteen",)),
        Firm("福满家超市纺织街店", "福满家超市", "individual", "福满家超市", "唐店长", "steady", ("cashier", "shelf", "cashier_part")),
        Firm("云台安居物业服务有限公司", "安居物业", "firm", "锦纺广场", "罗主管", "slow", ("cleaning_estate", "guard_night", "electrician", "garden")),
        Firm("滨江春来茶楼", "春来茶楼", "individual", "滨江茶楼一条街", "何老板", "steady", ("tea", "dish")),
        Firm("云台川味小厨", "川味小厨", "individual", "纺织街菜市场", "曾老板", "silent", ("dish", "kitchen")),
        Firm("云台区人民医院后勤部", "区医院后勤", "institution", "云台区人民医院", "黎老师", "prompt", ("hospital", "cleaning_short")),
        Firm("云台鑫源电子有限公司", "鑫源电子", "firm", "云台工业园", "人事小向", "gone", ("assembly", "general")),
        Firm("锦纺社区居民委员会", "锦纺社区", "community", "锦纺广场", "周敏", "prompt", ("library",)),
        Firm("牟国秀", "牟阿姨家", "household", "锦纺广场", "牟国秀", "steady", ("carer_home",)),
    ),
    "xiahe": (
        Firm("青岩顺达物流有限公司", "顺达物流", "firm", "下洋物流园", "曾主管", "steady", ("sorter_day", "loader", "forklift")),
        Firm("凤岗鞋业有限公司", "凤岗鞋业", "firm", "凤岗鞋厂", "叶经理", "slow", ("sewing", "packing", "general")),
        Firm("城关二小食堂", "二小食堂", "institution", "城关二小", "廖师傅", "prompt", ("canteen", "dish_noon")),
        Firm("青岩城关阿珍小吃店", "阿珍小吃", "individual", "沙县小吃培训街", "阿珍", "prompt", ("breakfast", "waiter")),
        Firm("青岩区洁美保洁服务部", "洁美保洁", "individual", "青岩商业街", "邓姐", "steady", ("cleaning_short", "hourly_home", "cleaning_estate")),
        Firm("青岩区中医院", "中医院", "institution", "青岩区中医院", "后勤科", "prompt", ("hospital", "street_clean")),
        Firm("青岩盛安保安服务有限公司", "盛安保安", "firm", "城关街道办", "魏队长", "slow", ("guard_day", "guard_night")),
        Firm("青岩商业街喜来宾馆", "喜来宾馆", "individual", "青岩商业街", "余老板", "silent", ("hotel",)),
        Firm("许丽萍", "许女士家", "household", "城关二小", "许丽萍", "prompt", ("school_run",)),
        Firm("下河社区居民委员会", "下河社区", "community", "城关街道办", "林秀珍", "prompt", ("library",)),
    ),
    "huatian": (
        Firm("兰江绿野蔬菜专业合作社", "绿野合作社", "cooperative", "兰江蔬菜基地", "段社长", "prompt", ("veg", "driver")),
        Firm("花田电子装配有限公司", "花田电子", "firm", "花田电子装配厂", "人事小尹", "steady", ("assembly", "packing")),
        Firm("兰江永昌食品有限公司", "永昌食品", "firm", "兰江永昌食品厂", "赵厂长", "slow", ("food_factory", "forklift")),
        Firm("花田小学食堂", "花小食堂", "institution", "花田小学", "李师傅", "prompt", ("canteen",)),
        Firm("兰江温泉度假村有限公司", "温泉度假村", "firm", "温泉度假村", "客房部", "gone", ("hotel", "garden", "waiter")),
        Firm("花田社区绣坊", "社区绣坊", "cooperative", "社区绣坊", "杨大姐", "prompt", ("embroidery", "craft_home")),
        Firm("花田老杨饭店", "老杨饭店", "individual", "花田集贸市场", "杨老板", "silent", ("dish", "cook")),
        Firm("兰江区城建环卫站", "环卫站", "institution", "花田客运站", "站长老段", "steady", ("street_clean", "garden")),
        Firm("花田社区居民委员会", "花田社区", "community", "花田卫生院", "杨美兰", "prompt", ("library",)),
    ),
    "minhe": (
        Firm("重庆佳苑物业管理有限公司", "佳苑物业", "firm", "民和佳苑东门", "吴主管", "steady", ("cleaning_estate", "guard_day", "electrician", "office")),
        Firm("新坪实验小学食堂", "实验小学食堂", "institution", "新坪实验小学", "陈师傅", "prompt", ("canteen", "dish_noon")),
        Firm("鲜又好超市新坪店", "鲜又好超市", "individual", "鲜又好超市", "谢店长", "prompt", ("cashier", "cashier_part", "shelf")),
        Firm("重庆渝味小厨餐饮店", "渝味小厨", "individual", "大渡美食街", "陈老板", "silent", ("dish", "waiter", "kitchen")),
        Firm("重庆飞通快递新坪分拨中心", "飞通快递", "firm", "新坪物流分拨中心", "杜主管", "prompt", ("sorter", "sorter_day", "courier")),
        Firm("重庆九龙恒力机械有限公司", "恒力机械", "firm", "九龙智造园", "人事小田", "slow", ("general", "welder", "forklift")),
        Firm("重庆家和家政服务部", "家和家政", "individual", "创业市场", "段姐", "prompt", ("hourly_home", "carer_home", "school_run")),
        Firm("新坪小太阳托管中心", "小太阳托管", "individual", "新坪实验小学", "方老师", "steady", ("tutor_class",)),
        Firm("巧手梦手工社", "巧手梦", "cooperative", "创业市场", "龙姐", "prompt", ("craft_home", "trimming")),
        Firm("重庆川香早点铺", "川香早点", "individual", "创业市场", "小曹", "gone", ("breakfast",)),
        Firm("重庆盾安保安服务有限公司", "盾安保安", "firm", "九龙智造园", "侯队", "slow", ("guard_day", "guard_night"), verified=False),
        Firm("民和佳苑社区居民委员会", "民和社区", "community", "创业市场", "周倩", "prompt", ("library",)),
    ),
    "kanghua": (
        Firm("重庆渝州制衣有限公司", "渝州制衣", "firm", "渝州制衣", "江经理", "steady", ("sewing", "packing", "textile_check")),
        Firm("康华来料加工点", "康华加工点", "cooperative", "康华来料加工点", "白大姐", "prompt", ("trimming", "craft_home")),
        Firm("石桥养老院", "石桥养老院", "institution", "石桥养老院", "郝院长", "prompt", ("nurse_aide", "dish")),
        Firm("重庆石桥物业服务有限公司", "石桥物业", "firm", "石桥广场", "林姐", "slow", ("cleaning_estate", "garden", "guard_night")),
        Firm("华龙家居城保洁队", "家居城保洁", "individual", "华龙家居城", "曹队长", "steady", ("cleaning_short", "loader")),
        Firm("石桥小学食堂", "石桥小学食堂", "institution", "石桥小学", "吴师傅", "prompt", ("canteen",)),
        Firm("康华惠民超市", "惠民超市", "individual", "康华菜市场", "肖老板", "silent", ("cashier", "shelf")),
        Firm("彭素华", "彭婆婆家", "household", "康华公交站", "彭素华", "steady", ("hourly_home",)),
        Firm("康华家园社区居民委员会", "康华社区", "community", "石桥广场", "陈红梅", "prompt", ("library",)),
    ),
}  # fmt: skip
