"""The JSON Schema of ``cases.yaml``: situations as differences from a base, and what must come of them."""

from __future__ import annotations

from typing import Any

from ..case.descriptions import CASE
from ..registry.author_schemas import described
from ..registry.registry import Registry
from ..registry.schema_parts import PLACE_PATTERN, Schema, one_of, or_null, published
from ..registry.schemas import case_schema
from .case_file import WrittenFile

CASES: dict[str, str] = {
    **CASE,
    "CaseDifference": "案例中与 base 不同的部分；映射逐键合并，列表整个替换",
    "SubjectDifference": CASE["Subject"],
    **{key.replace("Case.", "CaseDifference."): said for key, said in CASE.items() if key.startswith("Case.")},
    **{key.replace("Subject.", "SubjectDifference."): said for key, said in CASE.items() if key.startswith("Subject.")},
    "WrittenFile": "一个规则包的案例：每个情形写成一句话，列出应当和不应当发出的措施",
    "WrittenFile.format": "格式版本，写 1",
    "WrittenFile.base": "各案例共同的部分",
    "WrittenFile.cases": "各个案例",
    "WrittenCase": "一个情形和应有的结果",
    "WrittenCase.name": "用一句话说明情形和结果",
    "WrittenCase.case": "与 base 不同的部分；列表整个替换",
    "WrittenCase.options": "怎样决定，与命令行的选项相同",
    "WrittenCase.issued": "应当发出的措施，须全部写明；发出而没有写的即为失败",
    "WrittenCase.not_issued": "既不发出、也不未定、也不因故不发的措施",
    "WrittenCase.undetermined": "至少这些措施未能确定",
    "WrittenCase.withheld": "条件成立而因故没有发出的措施",
    "WrittenCase.indication": "所问事项的提示结果",
    "ExpectedMeasure": "应当发出的一项措施；没有写的不作要求",
    "ExpectedMeasure.id": "措施的 id，或者 规则包/措施；要求相同的几项可以写成列表",
    "ExpectedMeasure.status": "in-force 生效、suspended 暂不执行、reduced 减轻",
    "ExpectedMeasure.force": "mandatory 强制、recommended 推荐",
    "ExpectedMeasure.bearer": "承受者的证件号码；不写则指其他各条没有写到的承受者",
    "ExpectedMeasure.departments": "部门中至少有这些，按原文所印的名称",
    "ExpectedMeasure.until": "不再有效的第一日；null 指没有确定的期限",
    "ExpectedWithheld": "因故没有发出的一项措施",
    "ExpectedWithheld.id": "措施的 id，或者 规则包/措施；原因相同的几项可以写成列表",
    "ExpectedWithheld.reason": "原因，例如 listed-elsewhere 承受者在其他失信名单上",
    "WrittenOptions": "怎样决定",
    "WrittenOptions.as_of": "决定日，YYYY-MM-DD",
    "WrittenOptions.known_at": "所知截止日，YYYY-MM-DD",
    "WrittenOptions.region": "作出决定的部门所在地区的代码，加引号",
    "WrittenOptions.matter": "办理的事项",
    "WrittenOptions.standing": "依据不足的措施：annotate 标注、withhold 不发出",
    "WrittenOptions.evidence": "列入程序未说明时：lenient 提醒、strict 不作判定",
    "WrittenOptions.include_unverified": "true：也给出来源未核验的措施",
    "WrittenOptions.department": "作出决定的部门代码",
}
"""What every key is for, in Chinese."""


def cases_schema(registry: Registry) -> Schema:
    """The schema of a file of cases; facts, lists, roles and matters are those of the registry."""
    written = WrittenFile.model_json_schema(by_alias=True)
    case = case_schema(registry)
    parts: dict[str, Schema] = {
        **case.pop("$defs"),
        "CaseDifference": {key: case[key] for key in ("type", "properties", "additionalProperties")},
        **written.pop("$defs"),
        "WrittenFile": written,
    }
    subject = parts["Subject"]
    parts["SubjectDifference"] = {key: value for key, value in subject.items() if key != "required"}
    _properties(parts, "CaseDifference")["subject"] = {"$ref": "#/$defs/SubjectDifference"}
    _properties(parts, "WrittenFile")["base"] = {"$ref": "#/$defs/CaseDifference"}
    _properties(parts, "WrittenCase")["case"] = {"$ref": "#/$defs/CaseDifference"}
    for key in ("issued", "withheld"):
        items = _properties(parts, "WrittenCase")[key]
        items["items"] = {"anyOf": [{"type": "string", "minLength": 1}, items["items"]]}
    options = _properties(parts, "WrittenOptions")
    options["region"] = or_null({"type": "string", "pattern": PLACE_PATTERN})
    options["matter"] = or_null(one_of(sorted(registry.matters)))
    options["department"] = or_null(one_of(sorted(registry.departments)))
    for part, key in (("ExpectedMeasure", "id"), ("ExpectedMeasure", "departments"), ("ExpectedWithheld", "id")):
        found = _properties(parts, part)
        found[key] = _one_or_more(found[key])
    described(parts, CASES)
    return published({**parts.pop("WrittenFile"), "$defs": parts}, "cases")


def _one_or_more(several: Schema) -> Schema:
    """A word that may stand alone for a list of one; what may be left out may be null."""
    name: Schema = {"type": "string", "minLength": 1}
    either: list[Schema] = [name, {"type": "array", "items": name, "minItems": 1}]
    if "default" in several:
        return {"anyOf": [*either, {"type": "null"}], "default": several["default"]}
    return {"anyOf": either}


def _properties(parts: dict[str, Schema], name: str) -> dict[str, Any]:
    found: dict[str, Any] = parts[name]["properties"]
    return found
