"""Sentences of the checks: what can never have an effect, what contradicts itself, what a reader should know."""

from .messages import Sentence

SENTENCES: dict[str, Sentence] = {
    # --- who bears what, and since when
    "autonomous-mandatory": Sentence("措施“{found}”由自主机构实施，不能是强制性的", "the measure “{found}” is an autonomous body's own, so it cannot be mandatory", "银行、保险、征信机构、协会和媒体的措施一律是推荐性的；请删去 force。", "What banks, insurers, credit agencies, associations and media do is always recommended; delete force."),
    "department-gone": Sentence("部门“{found}”在该文件之前（{day}）已经撤销", "the department “{found}” had gone by {day}, before the day of this document", "按原文保留；请在 README 里说明这一发现。", "Keep it as printed, and note the finding in the README."),
    "direction-against-effect": Sentence("行为“{found}”的效果与措施的方向相反", "the effect of the act “{found}” contradicts the direction of the measure", "请核对 direction，或者换用另一个行为。", "Check direction, or name another act."),
    "duplicate-pack": Sentence("规则包 id“{found}”重复，{first} 已有", "the pack id “{found}” stands twice; first at {first}", "每个规则包要有自己的 id。", "Give each pack an id of its own."),
    "superseded-still-open": Sentence("被取代的规则包“{found}”到 {day} 还没有终止", "the superseded pack “{found}” has not ended by {day}", "两个版本不在同一天适用，引擎到那一天停用它；请在被取代的规则包写 until。", "Two versions never apply on one day, so the engine ends it then; give the superseded pack an until."),
    "unknown-pack": Sentence("没有规则包“{found}”", "there is no pack “{found}”", "[是否指“{nearest}”？]请核对 id，或者一并给出那个规则包。", "[Is “{nearest}” meant? ]Check the id, or load that pack as well."),
    "pack-names-itself": Sentence("{key} 写的“{found}”是这个规则包自己", "“{found}” under {key} is this pack itself", "请写另一个规则包的 id，或者删去。", "Write the id of another pack, or delete it."),
    # --- what can never have an effect
    "punishment-without-list": Sentence("惩戒必须由名单上的记录触发，而这里的条件不问任何记录", "a punishment needs a record on a list, and this condition asks for none", "请写 on_list、on_lists、after_exit 或 count；事实另写在 when 里。", "Write on_list, on_lists, after_exit or count; a fact stands under when beside it."),
    "class-without-lists": Sentence("没有名单属于类别“{found}”[和领域 {fields:list}]，条件永远不会成立", "no list is of the class “{found}”[ and the fields {fields:list}], so the condition never holds", "请先登记名单，或者换用另一个类别、领域。", "Register the list first, or name another class or field."),
    "list-out-of-reach": Sentence("名单“{found}”只在 {place} 有效，在该文件适用的地区不算数", "the list “{found}” counts in {place} only, and not where this document applies", "请换用另一个名单；另有文件规定互认的，请在 recognitions 登记。", "Name another list; where a text recognises it here, register that under recognitions."),
    "list-out-of-time": Sentence("名单“{found}”（{period}）在该文件适用期间不存在", "the list “{found}” ({period}) does not exist while this document applies", "请核对名单的 from、until 和文件的日期。", "Check from and until of the list and the days of the document."),
    "rating-triggers-nothing": Sentence("“{found}”是评价，不是名单上的记录，不能触发任何措施", "“{found}” is a rating and no record, so it triggers nothing", "请写由评价结果形成的名单（例如红名单）；没有这样的名单，就没有这项措施。", "Name the list that a text makes of the rating, such as a red list; without one there is no such measure."),
    "bearer-never-fits": Sentence("承受者“{found:list}”不可能属于 {key} 所写的类型，没有人会承受", "the bearer “{found:list}” can never be of the kinds under {key}, so nobody bears this", "请核对 {key}；任职的只能是自然人，任职所在的只能是单位。", "Check {key}; holders of a post are natural persons, and what they hold it in is a unit."),
    "held-by-with-roles": Sentence("条件是任职的人被列入名单（held_by），承受者只能是 subject，不能是“{found:list}”", "the condition looks at listed holders of a role (held_by), so the bearer is subject and never “{found:list}”", "请写 bearers: [subject]；对任职的人另写一项措施，不用 held_by。", "Write bearers: [subject]; give the holders a measure of their own, without held_by."),
    "blocked-by-on-punishment": Sentence("惩戒“{found}”不会因其他名单而不发出，blocked_by 不起作用", "no list blocks the punishment “{found}”, so blocked_by has no effect", "请删去 blocked_by；如果是激励，请写 direction: incentive。", "Delete blocked_by; write direction: incentive if it is one."),
    "never-together": Sentence("[对“{found}”的]几个要求互相矛盾，永远不会同时成立", "these conditions[ on “{found}”] contradict one another and never hold together", "请核对各个条件，包括 triggered_by 和 when；二者择一的请用 any。", "Check them all, triggered_by and when included; put alternatives under any."),
    "repeated-condition": Sentence("同一个条件在这里写了两次", "the same condition stands here twice", "请只保留一个；本来要写另一个条件的，请更正。", "Keep one of them, or write the one that was meant."),
    "double-not": Sentence("not 里面又是 not，等于没有写", "not of not says nothing", "请两个都删去。", "Delete both."),
    "period-in-working-days": Sentence("“{found}”不能用工作日计算", "“{found}” cannot be counted in working days here", "请写 years、months 或 days。", "Write years, months or days."),
    "term-empty": Sentence("term 没有写多长", "the term does not say how long it is", "请写 period 或 through，或者删去 term。", "Write period or through, or delete term."),
    "term-twice": Sentence("term 写了 through，period 不起作用", "the term has through, so period has no effect", "请只保留一个。", "Keep one of them."),
    "outlasts-without-term": Sentence("outlasts 是说措施在移出名单后继续到自己的期限届满，而这里没有期限", "outlasts lets a measure run to the end of a term of its own, and there is none", "请写 period 或 through。", "Write period or through."),
    "trigger-unused": Sentence("每项措施都有自己的 triggered_by，整个规则包的不起作用", "every measure has its own triggered_by, so that of the pack has no effect", "请删去，或者删去与它相同的各项。", "Delete it, or those that say the same."),
    "default-unused": Sentence("每项措施都另有规定，defaults 的 {found} 不起作用", "no measure takes up {found} of the defaults, so it has no effect", "请删去。", "Delete it."),
    "menu-of-one": Sentence("菜单“{found}”只有一项措施，没有可选的", "the menu “{found}” has one measure, which is no choice", "[是否指“{nearest}”？]供选择的各项写同一个 menu；只有一项的请删去 menu。", "[Is “{nearest}” meant? ]Measures to choose from name the same menu; delete it from one that stands alone."),
    "measure-repeated": Sentence("措施“{found}”与“{first}”相同，合并后没有自己的作用", "the measure “{found}” is the same as “{first}”, so it adds nothing", "请合并成一项，把部门写在一起；条款不同的，请写各自的 clause。", "Make one of them, with the departments of both; where the clauses differ, write each clause."),
    # --- clauses
    "clause-not-listed": Sentence("条款“{found}”没有列在 clauses 里", "the clause “{found}” is not listed under clauses", "[是否指“{nearest}”？]请更正条款号，或者在 clauses 里补上。", "[Is “{nearest}” meant? ]Correct the number, or add the clause to the list."),
    "clause-not-encoded": Sentence("条款“{found}”没有写成措施，也没有说明为什么", "the clause “{found}” has no measure, and no reason why not", "请补写措施，或者在 left_out 写明理由。", "Write its measure, or give the reason under left_out."),
    "clause-both": Sentence("条款“{found}”已有措施（{first}），又写了 left_out", "the clause “{found}” has a measure ({first}) and is said to be left out", "请删去 left_out，或者更正措施的 clause。", "Delete left_out, or correct the clause of the measure."),
    "clause-repeated": Sentence("条款“{found}”重复，第 {first} 行已有", "the clause “{found}” stands twice; first on line {first}", "请只保留一个；一个条款有几项措施的，只列一次。", "Keep one of them; a clause with several measures is listed once."),
    # --- copies
    "copy-could-adopt": Sentence("措施“{found}”与“{adopts}”相同，可以沿用", "the measure “{found}” is the same as “{adopts}” and could adopt it", "请改写成 adopts: {adopts}，只保留自己的 clause 和 departments。", "Write adopts: {adopts}, and keep only its own clause and departments."),
}  # fmt: skip
