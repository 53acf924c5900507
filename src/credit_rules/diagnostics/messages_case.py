"""Sentences on cases: identifiers, names, facts, and the life of records."""

from .messages import Sentence

_NEAR = ("[是否指“{nearest}”？]", "[Is “{nearest}” meant?]")
_DAYS = ("请核对这两个日期。", "Check the two days.")
_FACTS = ("案例和规则包可用的事实见登记表 facts。", "The registry of facts lists those that can be stated.")

SENTENCES: dict[str, Sentence] = {
    "unknown-department-id": Sentence("没有代码为“{found}”的部门", "there is no department with the id “{found}”", "[是否指“{nearest}”？]部门代码见 memoranda/registry/departments，例如 state-taxation。", "[Is “{nearest}” meant? ]The ids stand in memoranda/registry/departments, such as state-taxation."),
    "path-not-case": Sentence("给出的是文件名“{found}”，不是案例的内容", "this is the name of a file, “{found}”, not a case", "请读出文件内容再给出，例如 Path(...).read_bytes()。", "Hand over the content of the file, such as Path(...).read_bytes()."),
    "subject-twice": Sentence("第 {first} 行已有同一对象的案例，这一个没有比较", "line {first} has a case of the same subject already; this one was not compared", "每个对象在一个文件中只写一个案例。", "Write one case for each subject in a file."),
    "option-wrong": Sentence("选项 {name} 不能是“{found}”", "the option {name} cannot be “{found}”", "日期写作 YYYY-MM-DD，地区为六位代码；其余见 credit-rules evaluate --help。", "Days are YYYY-MM-DD, regions six digits; for the others see credit-rules evaluate --help."),
    "no-packs-here": Sentence("这里没有规则包：{found}", "there are no packs here: {found}", "请给出含有 pack.yaml 的文件夹。", "Name a folder that holds a pack.yaml."),
    # --- identity (S13)
    "id-blank": Sentence("标识是空的，或者首尾有空格", "the identifier is blank, or has spaces around it", "请写出完整的号码，不带空格。", "Write the whole number without spaces."),
    "id-type-unclear": Sentence("看不出“{id}”是哪种号码（主体类型 {kind}）", "it cannot be told which kind of number “{id}” is (kind {kind})", "请在 subject 或 parties 中写明 id_type：uscc、resident-id、passport、hk-macau-permit、taiwan-permit、registration-number 或 other。", "Say so with id_type under subject or parties: uscc, resident-id, passport, hk-macau-permit, taiwan-permit, registration-number or other."),
    "id-lower-case": Sentence("“{id}”含有小写字母", "“{id}” has lower-case letters", "字母请用大写：{upper}。", "Write letters in upper case: {upper}."),
    "uscc-malformed": Sentence("“{id}”不是统一社会信用代码", "“{id}” is no unified social credit code", "应为 18 位数字或大写字母（不用 I、O、S、V、Z），第 3 至 8 位为数字。", "It has 18 digits or capitals without I, O, S, V and Z, and digits at 3 to 8."),
    "uscc-check-digit": Sentence("统一社会信用代码“{id}”的校验码不对", "the check character of the unified social credit code “{id}” is wrong", "请与营业执照核对，多半是某一位写错了。", "Compare with the licence; most likely one character is wrong."),
    "resident-id-malformed": Sentence("“{id}”不是公民身份号码", "“{id}” is no resident identity number", "应为 17 位数字加一位数字或大写 X。", "It has 17 digits and a digit or a capital X."),
    "resident-id-date": Sentence("公民身份号码“{id}”里的出生日期不存在", "the resident identity number “{id}” holds no day of birth", "请核对第 7 至 14 位。", "Check the 7th to 14th digit."),
    "resident-id-check-digit": Sentence("公民身份号码“{id}”的校验码不对", "the check digit of the resident identity number “{id}” is wrong", "请与证件核对，多半是某一位写错了。", "Compare with the document; most likely one digit is wrong."),
    "id-place-younger-than-holder": Sentence("证件号 {id} 的地区码 {year} 年才启用，晚于持有人出生", "the place in {id} has had its code since {year} only, after its holder was born", "号码仍按格式、日期和校验位采信；如有疑问请核对。", "The number is taken by its form, date and check digit; check it if in doubt."),
    "kind-does-not-fit-code": Sentence("以 {start} 开头的代码与主体类型 {kind} 不符", "a code that begins with {start} does not fit the kind {kind}", "请核对主体类型[；这类代码一般属于：{known:list}]。", "Check the kind[; such codes belong to: {known:list}]."),
    "birth-date-disagrees": Sentence("出生日期与公民身份号码里的不同", "the day of birth is not that of the resident identity number", "请删去 birth_date，或者更正其中一个。", "Leave birth_date out, or correct one of the two."),
    "duplicate-party": Sentence("“{id}”[在第 {first} 行][在 {at} ]已经写过", "“{id}” is described already[ on line {first}][ at {at}]", "每个单位或人只写一次。", "Describe each unit or person once."),
    "kinds-disagree": Sentence("“{id}”这里的类型是 {kind}，[第 {line} 行][{at} 处]是 {other}", "“{id}” is of kind {kind} here and {other}[ on line {line}][ at {at}]", "请统一为同一个类型。", "Make them agree."),
    "relation-to-itself": Sentence("关系的两端是同一个标识", "a relation of one with itself", "id 写担任职务的人，of 写其所在的单位。", "id is who holds the role, of the unit."),
    # --- names and facts
    "unknown-list": Sentence("没有名单“{found}”", "there is no list “{found}”", _NEAR[0] + "名单代码见登记表 lists。", _NEAR[1] + " The registry of lists has their codes."),
    "unknown-role": Sentence("没有职务“{found}”", "there is no role “{found}”", _NEAR[0] + "职务代码见登记表 roles。", _NEAR[1] + " The registry of roles has their codes."),
    "unknown-matter": Sentence("没有事项“{found}”", "there is no matter “{found}”", _NEAR[0] + "事项代码见登记表 matters。", _NEAR[1] + " The registry of matters has their codes."),
    "unknown-fact": Sentence("没有登记过事实“{found}”", "the fact “{found}” is not declared", _NEAR[0] + _FACTS[0], _NEAR[1] + " " + _FACTS[1]),
    "unknown-choice": Sentence("“{found}”不是事实“{fact}”可选的值", "“{found}” is no choice of the fact “{fact}”", "[是否指“{nearest}”？]可选的值：{known:list}。", "[Is “{nearest}” meant? ]The choices are {known:list}."),
    "fact-of-another-scope": Sentence("事实“{found}”说的是{other:of}，不能写在{scope:of}里", "the fact “{found}” is about {other:of} and cannot stand in {scope:of}", "请移到相应的 facts 里。", "Move it to the facts there."),
    "fact-of-another-type": Sentence("事实“{fact}”应为{type:phrase}，而不是“{found}”", "the fact “{fact}” is {type:phrase}, not “{found}”", "[{plain:phrase}不写千位分隔符和单位。]没有数据请写 null。", "[Write {plain:phrase} without separators and units. ]Write null where nothing is known."),
    "not-a-place-code": Sentence("“{found}”不是行政区划代码", "“{found}” is no place code", "应为六位数字并加引号，例如 \"360300\"。", "Write six digits in quotes, such as \"360300\"."),
    "duplicate-record": Sentence("记录“{found}”重复，[第 {first} 行][{at} 处]已有", "the record “{found}” stands twice; first[ on line {first}][ at {at}]", "每条记录要有自己的 id。", "Give each record an id of its own."),
    "unknown-record": Sentence("没有记录“{found}”", "there is no record “{found}”", "[是否指“{nearest}”？]responsible_for 写本案例中记录的 id。", "[Is “{nearest}” meant? ]responsible_for names records of this case by id."),
    "unknown-record-subject": Sentence("案例里没有“{id}”", "nobody in the case is “{id}”", "[是否指“{nearest}”？]记录的 subject 须是案例的主体、有关系的人或单位，或者 parties 之一。", "[Is “{nearest}” meant? ]The subject of a record is the case's subject, somebody related, or a party."),
    "inquiry-of-nobody": Sentence("查询范围里的“{id}”不在案例中，没有作用", "“{id}” was looked up but is not in the case, so it has no effect", "[是否指“{nearest}”？]请核对号码，或者把它写进 relations 或 parties。", "[Is “{nearest}” meant? ]Check the number, or add it under relations or parties."),
    "as-of-missing": Sentence("没有写明判断日", "the day decided for is missing", "请写 context.as_of，或者用 --as-of 给出。", "Write context.as_of, or give --as-of."),
    # --- days
    "period-ends-before-start": Sentence("{until} 早于开始日 {start}，或者与之相同", "{until} is not after the start, {start}", "until 是不再适用的第一天，须在开始日之后。", "until is the first day no longer, and comes after the start."),
    "conduct-ends-before-start": Sentence("行为结束日 {until} 早于开始日 {start}", "the conduct ends on {until}, before it began on {start}", *_DAYS),
    "conduct-after-decision": Sentence("行为开始日 {day} 晚于决定日 {decided}", "the conduct begins on {day}, after the decision of {decided}", *_DAYS),
    "day-before-decision": Sentence("{field} {day} 早于决定日 {decided}", "{field} {day} is before the decision of {decided}", *_DAYS),
    # --- the life of a record
    "event-before-decision": Sentence("事件 {event} 的日期 {day} 早于决定日 {decided}", "the event {event} of {day} is before the decision of {decided}", *_DAYS),
    "verification-open": Sentence("核查自 {since} 起还没有结束，不能再次开始", "a verification is open since {since} and cannot be opened again", "请先写上一次核查的 verification-closed。", "Close the earlier one first with verification-closed."),
    "verification-not-open": Sentence("没有正在进行的核查可以结束", "no verification is open that could be closed", "请先写 verification-opened，并核对日期。", "Write verification-opened before it, and check the days."),
    "stay-open": Sentence("自 {since} 起已经停止执行，不能再次停止", "the effect is stayed since {since} and cannot be stayed again", "请先写 resumed，或者删去重复的一条。", "Write resumed before it, or delete one of the two."),
    "stay-not-open": Sentence("没有停止执行，不能恢复", "nothing is stayed that could be resumed", "请先写 stayed，并核对日期。", "Write stayed before it, and check the days."),
    "nothing-repaired": Sentence("没有批准过修复，不能撤销", "no repair was approved that could be revoked", "请先写 repair-approved，并核对日期。", "Write repair-approved before it, and check the days."),
    "extension-before-end": Sentence("延长到 {until}，早于原来的截止日 {end}", "extended to {until}, before the present end, {end}", "延长须晚于原来的截止日；缩短请用核查更正。", "An extension ends later than before; what shortens is a correction after verification."),
    "event-after-annulment": Sentence("记录已于 {since} 撤销，之后不能再有事件 {event}（{day}）", "the record was annulled on {since}; no event {event} ({day}) can follow", "请核对日期；重新列入请另写一条记录。", "Check the days; a new listing is a new record."),
    "event-after-delisting": Sentence("记录已于 {since} 移出名单，之后只能核查，不能有事件 {event}（{day}）", "the record was delisted on {since}; only a verification can follow, not {event} ({day})", "请核对日期；重新列入请另写一条记录。", "Check the days; a new listing is a new record."),
    "event-field-missing": Sentence("事件 {event} 缺少“{field}”", "the event {event} lacks “{field}”", "请补上这个键。", "Add the key."),
    "event-field-refused": Sentence("事件 {event} 不能有“{field}”", "the event {event} cannot carry “{field}”", "[可以有的键：{known:list}。]请删去，或者核对事件类型。", "[It can carry {known:list}. ]Delete it, or check the type."),
    "changes-without-correction": Sentence("核查结果是 {result}，不能有“changes”", "the verification ended with {result}, so there are no “changes”", "更正请写 result: corrected。", "Write result: corrected for a correction."),
    "correction-without-values": Sentence("核查更正了记录，“changes”却没有写更正后的值", "the verification corrected the record, but “changes” holds no value", "请写明更正后的值；没有更正什么的，核查结果是 confirmed。", "Say what is right now; where nothing was corrected the result is confirmed."),
    "unknown-ground": Sentence("“{found}”不是事件 {event} 的理由", "“{found}” is no ground of the event {event}", "[是否指“{nearest}”？]可用的值：{known:list}。", "[Is “{nearest}” meant? ]Grounds are {known:list}."),
}  # fmt: skip
