"""Sentences on evaluators that cannot be had, or cannot take a plan or a case, and on sessions."""

from .messages import Sentence

_OTHER = ("或者改用默认的评估器 matcher。", "Or use the default evaluator, matcher.")
_WITHOUT = ("请改用默认的评估器 matcher。", "Use the default evaluator, matcher.")

SENTENCES: dict[str, Sentence] = {
    "evaluator-not-installed": Sentence("评估器 durable 需要附加包 credit-rules[durable]，并且只能在 Python 3.12 及更早版本上使用；这里没有", "the evaluator durable needs the extra credit-rules[durable], on Python 3.12 or older; it is not here", f"请在 Python 3.11 或 3.12 上安装：pip install 'credit-rules[durable]'（需要 C 编译器）；{_OTHER[0]}", f"Install it on Python 3.11 or 3.12: pip install 'credit-rules[durable]' (with a C compiler). {_OTHER[1]}"),
    "evaluator-condition-turns-on-itself": Sentence("评估器 durable 不能处理措施 {measure}：其承担人的职务条件“{condition}”取决于该职务所要承担的记录", "the evaluator durable cannot take the measure {measure}: the condition on its bearer's role, “{condition}”, depends on the records that the role is to answer for", "请把关于名单的条件写在措施的 triggered_by 或 when 里，bearers 的 when 只写职务关系的事实。", "Ask for lists in triggered_by or when of the measure; when of bearers asks only for facts of the relation."),
    "evaluator-fact-out-of-place": Sentence("评估器 durable 不能处理措施 {measure}：“{condition}”问的是某条记录或者某个职务关系的事实，这里却没有记录或关系", "the evaluator durable cannot take the measure {measure}: “{condition}” asks for a fact of a record or relation where none is looked at", "请把它移到名单条件或者职务条件的 where 里。", "Move it to the where of a condition on a list or a role."),
    "evaluator-bound-too-great": Sentence("评估器 durable 不能处理界限 {fact}：{bound}：超出 62 位整数", "the evaluator durable cannot take the bound {fact}: {bound}: it is beyond whole numbers of 62 bits", *_WITHOUT),
    "evaluator-plan-too-large": Sentence("规则计划太大，评估器 durable 所用的程序库承受不了：{what} 有 {found} 个，最多 {most} 个", "the plan is more than the library of the evaluator durable can take: {what}: {found}, at most {most}", f"请用 --packs 只装入所需的规则包；{_OTHER[0]}", f"Load only the packs that are needed with --packs. {_OTHER[1]}"),
    "evaluator-case-too-large": Sentence("案例太大，评估器 durable 承受不了：需要的事实超过 {most} 个", "the case is more than the evaluator durable can take: it needs more than {most} facts", *_WITHOUT),
    "not-in-session": Sentence("案例里没有“{found}”，无法更改或者撤回", "there is no “{found}” in the case that could be changed or retracted", "请核对标识；要加入请用 assert_record 或 assert_relation。", "Check the id; to add it use assert_record or assert_relation."),
}  # fmt: skip
