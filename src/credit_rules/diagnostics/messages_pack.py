"""Sentences on packs and registries: names, conditions, and what an entry says of itself."""

from .messages import Sentence

_ONLY_NEAR = ("[是否指“{nearest}”？]", "[Is “{nearest}” meant?]")
_KNOWN = ("[是否指“{nearest}”？]可用的值：{known:list}。", "[Is “{nearest}” meant? ]Values are {known:list}.")


def _of_registry(zh: str, en: str, field: str) -> Sentence:
    return Sentence(
        f"没有{zh}“{{found}}”",
        f"there is no {en} “{{found}}”",
        f"{_ONLY_NEAR[0]}新的请先登记在 {field}。",
        f"{_ONLY_NEAR[1]} Add a new one to the registry of {field} first.",
    )


SENTENCES: dict[str, Sentence] = {
    # --- names
    "unknown-act": _of_registry("措施行为", "act", "acts"),
    "unknown-department": _of_registry("部门名称", "department called", "departments"),
    "unknown-reform": _of_registry("机构改革", "reform", "reforms"),
    "function-of-another": Sentence("“{found}”不是“{name}”的一项职能", "“{found}” is not a function of “{name}”", "function 写 part_of 为该部门的代码；只有一项职能的，删去 function。", "Write the id of a department that is part_of this one; where it has one function only, delete function."),
    "unknown-instrument": _of_registry("依据文件", "instrument", "instruments"),
    "banned-data": Sentence("不得登记事实“{found}”：含有“{word}”（{why}）", "the fact “{found}” may not be declared: “{word}” ({why})", "任何案例都不得携带这类资料；请删去。", "No case may carry such data; delete it."),
    "unknown-measure-class": _of_registry("措施类别", "class of measures", "measure_classes"),
    "unknown-version": Sentence("该文件没有版本“{found}”", "the instrument has no version “{found}”", "[是否指“{nearest}”？]版本以通过或者公布之日称呼，见名录 instruments。", "[Is “{nearest}” meant? ]A version is named by the day of its adoption; see the registry of instruments."),
    "versions-overlap": Sentence("版本“{found}”与前一版“{older}”的有效期间重叠或者次序颠倒", "the version “{found}” overlaps the one before, “{older}”, or stands in the wrong order", "从旧到新排列，前一版的 until 不晚于后一版的 from。", "List them oldest first; the until of each is no later than the from of the next."),
    "unknown-place": _of_registry("地区", "place", "places"),
    "unknown-kind": _of_registry("主体类型或者类型组", "kind, or set of kinds,", "kinds"),
    "unknown-field": Sentence("没有名单属于领域“{found}”", "no list belongs to the field “{found}”", *_KNOWN),
    "unknown-class": Sentence("没有名单类别“{found}”", "there is no class of lists “{found}”", *_KNOWN),
    "repeated-name": Sentence("“{found}”写了两次", "“{found}” stands twice", "请只保留一个。", "Keep one of them."),
    "id-not-kebab-case": Sentence("“{found}”不能作为 id", "“{found}” cannot be an id", "id 用小写英文字母、数字和连字符，例如 tax-procurement。", "Ids are lower-case letters, digits and hyphens, such as tax-procurement."),
    # --- conditions (S16, S16a)
    "fact-without-scope": Sentence("事实“{found}”没有写明是谁的", "it is not said whose fact “{found}” is", "[是否指“{nearest}”？]前面加上 {known:list} 之一和一个点。", "[Is “{nearest}” meant? ]Put one of {known:list} and a point before it."),
    "role-asks-for-records": Sentence("职务的条件里不能再问名单上的记录：职务是逐条记录认定的", "the condition on a role cannot ask for records on lists: the role is reckoned record by record", "请移到措施的 triggered_by 或 when；这里只写职务关系、主体和 context 的事实。", "Move it to triggered_by or when of the measure; here ask for facts of the relation, the subject and the context."),
    "fact-out-of-place": Sentence("这里不能问“{found}”", "“{found}” cannot be asked here", "record 的事实写在 on_list 的 where 里；relation 的事实写在 bearers 的 when 或 exists 的 where 里。", "Facts of a record stand under where of on_list; those of a relation under when of a bearer or where of exists."),
    "comparison-empty": Sentence("[“{found}”]没有写与什么比较", "[“{found}” ]is compared with nothing", "请写 is、is_not、one_of、at_least、more_than、at_most、less_than 之一。", "Write one of is, is_not, one_of, at_least, more_than, at_most and less_than."),
    "comparison-of-different-kinds": Sentence("“{fact}”要与{type:bound}比较，而不是“{found}”", "“{fact}” is compared with {type:bound}, not with “{found}”", "请按事实登记的类型写。", "Write the bound in the type that the fact is declared with."),
    "comparison-without-order": Sentence("“{found}”没有大小，不能用“{key}”", "“{found}” has no order, so “{key}” cannot be used", "请用 is、is_not 或 one_of。", "Use is, is_not or one_of."),
    "comparison-never-true": Sentence("[“{found}”的]这些界限互相矛盾，永远不会成立", "no value[ of “{found}”] meets these bounds together", "请核对上限和下限。", "Check the upper and the lower bound."),
    # --- packs
    "duplicate-measure": Sentence("措施 id“{found}”重复，{first} 已有", "the measure id “{found}” stands twice; first at {first}", "每项措施要有自己的 id。", "Give each measure an id of its own."),
    "repeated-bearer": Sentence("同一个承受者写了两次", "the same bearer stands twice", "请只保留一个。", "Keep one of them."),
    "repeated-department": Sentence("部门“{found}”写了两次", "the department “{found}” stands twice", "请只保留一个。", "Keep one of them."),
    "no-trigger": Sentence("措施“{found}”没有写由什么触发", "nothing triggers the measure “{found}”", "请在措施或者整个规则包上写 triggered_by。", "Write triggered_by on the measure or on the whole pack."),
    "day-unproven": Sentence("文件没有日期，也没有写由什么证明", "the document has no day, and nothing proves one", "请写 proven_by（最早引用它的文件和日期），或者 status: draft。", "Write proven_by (the earliest day another source cites it), or status: draft."),
    "proof-without-need": Sentence("文件有自己的日期，proven_by 不起作用", "the document has a day of its own, so proven_by has no effect", "请删去 proven_by，或者写 from: unknown。", "Delete proven_by, or write from: unknown."),
    "measure-outside-pack": Sentence("措施自 {day} 起，而文件到 {until} 已经失效", "the measure begins on {day}, when the document has ended on {until}", "请核对这两个日期。", "Check the two days."),
    "section-missing": Sentence("规则包旁边没有文件[“{found}”]", "there is no file[ “{found}”] beside the pack", "sections 写同一文件夹里的文件名，例如 03-appointments.yaml。", "Under sections stand names of files in the same folder, such as 03-appointments.yaml."),
    "section-unnamed": Sentence("文件“{found}”在规则包旁边，却没有列入 sections，不会起作用", "the file “{found}” lies beside the pack but is not among its sections, so it has no effect", "请列入 sections，或者移走该文件。", "Name it under sections, or move it away."),
    "unknown-adopted": Sentence("没有可以沿用的措施“{found}”", "there is no measure “{found}” to adopt", "[是否指“{nearest}”？]adopts 写作 规则包/措施，并一并给出那个规则包。", "[Is “{nearest}” meant? ]Write adopts as pack/measure, and load that pack as well."),
    "adopts-itself": Sentence("“{found}”经过沿用又回到了自己", "adopting “{found}” leads back to the measure itself", "请写明原来的那一项措施。", "Name the measure that was there first."),
    # --- registries
    "department-without-successor": Sentence("部门“{found}”到 {day} 已经撤销，却没有写由谁接续", "the department “{found}” is gone by {day}, and nobody is named who does its work since", "请写 successor（接续部门的 id 和 from）。", "Write successor, with the id of the department and from."),
    "duplicate-entry": Sentence("“{found}”重复，{first} 已有", "“{found}” stands twice; first at {first}", "每个条目要有自己的 id。", "Give each entry an id of its own."),
    "parent-of-itself": Sentence("经由“{found}”又回到了自己", "“{found}” leads back to the entry itself", "请更正上级、继任或者新代码。", "Correct the parent, the successor or the new code."),
    "choices-missing": Sentence("事实“{found}”的类型是 choice，却没有 choices", "the fact “{found}” is a choice without choices", "请列出可选的值。", "List the choices."),
    "choices-refused": Sentence("事实“{found}”的类型不是 choice，不能有 choices", "the fact “{found}” is no choice, so it has no choices", "请删去 choices，或者改类型。", "Delete choices, or change the type."),
    "department-name-ambiguous": Sentence("“{found}”也是部门 {other} 的名称", "“{found}” names the department {other} too", "请给其中一个写明 place，或者更正名称。", "Give one of them a place, or correct the name."),
    "key-without-effect": Sentence("“{found}”在这里不起作用", "“{found}” has no effect here", "请删去，或者改用：{only:list}。", "Delete it; what has an effect here: {only:list}."),
    "term-condition-too-rich": Sentence("名单期限只能依据记录自身的事实，一个或者用 all 并列的几个", "the term of a list depends on facts of the record only, one or several under all", "请写成 {fact: record.…} 或者 {all: [...]}。", "Write {fact: record.…} or {all: [...]}."),
}  # fmt: skip
