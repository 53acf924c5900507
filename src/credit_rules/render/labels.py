"""Words for every code of the contract's closed sets, in Chinese and English.

Names of lists, acts, matters, roles and departments come from the registry, not from here.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics.diagnostic import Language

LABELS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "kind": {
        "enterprise": ("企业", "enterprise"),
        "individually-owned-business": ("个体工商户", "individually owned business"),
        "cooperative": ("农民专业合作社", "cooperative"),
        "social-organisation": ("社会组织", "social organisation"),
        "public-institution": ("事业单位", "public institution"),
        "state-organ": ("机关", "state organ"),
        "natural-person": ("自然人", "natural person"),
        "unincorporated-organisation": ("非法人组织", "unincorporated organisation"),
    },
    "record-status": {
        "annulled": ("已撤销，视为自始不存在", "annulled, as if it never was"),
        "pending": ("尚未生效", "not yet effective"),
        "stayed": ("停止执行", "stayed"),
        "delisted": ("已移出名单", "delisted"),
        "repaired": ("已信用修复", "repaired"),
        "expired": ("已到期", "expired"),
        "unclear": ("是否到期不明", "unclear whether expired"),
        "under-verification": ("核实中", "under verification"),
        "reduced": ("修复后减轻", "reduced after repair"),
        "live": ("有效", "live"),
    },
    "direction": {"punishment": ("惩戒", "punishment"), "incentive": ("激励", "incentive")},
    "force": {"mandatory": ("强制性措施", "mandatory"), "recommended": ("推荐性措施", "recommended")},
    "actor": {"public": ("公共机构", "public body"), "autonomous": ("自主决定的机构", "autonomous body")},
    "effect": {
        "prohibit": ("禁止", "prohibit"),
        "restrict": ("限制", "restrict"),
        "revoke": ("撤销", "revoke"),
        "strict-review": ("从严审核", "strict review"),
        "reference": ("审慎性参考", "prudential reference"),
        "supervise": ("重点监管", "key supervision"),
        "publicise": ("公示曝光", "publicise"),
        "record": ("记入记录", "enter in the record"),
        "notify": ("通报", "notify"),
        "admonish": ("警告劝诫", "admonish"),
        "assist": ("协助", "assist"),
        "refer": ("移送", "refer"),
        "prioritise": ("优先", "prioritise"),
        "simplify": ("简化程序", "simplify"),
        "fewer-inspections": ("减少检查", "fewer inspections"),
        "favour": ("扶持便利", "favour"),
        "honour": ("表彰推介", "honour"),
    },
    "impact": {
        "reduces-right": ("减损权益", "reduces rights"),
        "adds-duty": ("增加义务", "adds duties"),
        "management": ("管理性", "management"),
        "none": ("无直接影响", "none"),
        "benefit": ("给予便利", "benefit"),
    },
    "category": {
        "administrative": ("行政性", "administrative"),
        "market": ("市场性", "market"),
        "industry": ("行业性", "industry"),
        "social": ("社会性", "social"),
        "judicial": ("司法性", "judicial"),
        "organisational": ("组织性", "organisational"),
    },
    "measure-status": {
        "in-force": ("生效", "in force"),
        "suspended": ("暂不执行", "suspended"),
        "reduced": ("减轻", "reduced"),
    },
    "standing": {
        "sufficient": ("依据充分", "sufficient basis"),
        "practice": ("按当时通行做法", "practice of its time"),
        "insufficient": ("依据不足", "insufficient basis"),
        "unverified": ("依据未核验", "basis not verified"),
    },
    "provenance": {
        "text": ("原文核对", "read in the text"),
        "secondary": ("间接来源，未见原文", "secondary, the text itself not seen"),
        "unverified": ("未核验", "not verified"),
    },
    "rank": {
        "law": ("法律", "law"),
        "administrative-regulation": ("行政法规", "administrative regulation"),
        "state-council-decision": ("国务院决定", "State Council decision"),
        "central-policy-document": ("党中央、国务院政策文件", "central policy document"),
        "judicial-interpretation": ("司法解释", "judicial interpretation"),
        "local-regulation": ("地方性法规", "local regulation"),
        "departmental-rule": ("部门规章", "departmental rule"),
        "local-government-rule": ("地方政府规章", "local government rule"),
        "normative-document": ("规范性文件", "normative document"),
        "party-document": ("党内文件", "Party document"),
        "memorandum": ("合作备忘录", "cooperation memorandum"),
        "industry-rule": ("行业规则", "industry rule"),
    },
    "level": {
        "national": ("国家级", "national"),
        "province": ("省级", "province"),
        "city": ("市级", "city"),
        "county": ("县级", "county"),
    },
    "part": {
        "determining": ("认定部门", "determining authority"),
        "initiating": ("发起部门", "initiating department"),
        "lead": ("牵头单位", "lead department"),
        "responsible": ("责任单位", "responsible department"),
        "implementing": ("实施部门", "implementing department"),
        "cooperating": ("配合单位", "cooperating department"),
        "information-provider": ("信息提供部门", "information provider"),
    },
    "withheld-reason": {
        "listed-elsewhere": ("承受人在其他失信名单上", "the bearer is on another list of dishonesty"),
        "punishment-prevails": ("同一事项上惩戒优先", "a punishment on the same matter prevails"),
        "insufficient-standing": ("法律依据不足", "its legal basis is insufficient"),
        "unverified-source": ("来源未经核验", "its source is not verified"),
        "livelihood": ("涉及基本民生，不得作为惩戒", "it touches basic livelihood and is never a punishment"),
    },
    "undetermined-reason": {
        "missing-fact": ("缺少事实", "a fact is missing"),
        "unclear": ("记录是否到期不明", "whether a record has expired is unclear"),
        "stale-record": ("记录数据过旧", "the data of a record is too old"),
        "procedure": ("列入程序未经证明", "the procedure of the listing is not proven"),
        "inquiry": ("查询范围不足", "the inquiry does not cover it"),
        "role": ("任职或责任不明", "a role or responsibility is not known"),
        "age": ("年龄不明", "the age is not known"),
        "kind": ("主体类型不明", "the kind of subject is not known"),
    },
    "way": {
        "expiry": ("到期", "expiry"),
        "repair": ("信用修复", "credit repair"),
        "rectification": ("按期整改", "rectification"),
        "delisting": ("移出名单", "delisting"),
        "objection": ("异议", "objection"),
        "annulment": ("撤销记录", "annulment of the record"),
        "remedy": ("救济", "remedy"),
        "once": ("一次性措施，不随名单结束", "done once, not ended by delisting"),
    },
    "result": {
        "prohibit": ("禁止", "prohibit"),
        "restrict": ("限制", "restrict"),
        "strict-review": ("从严审核", "strict review"),
        "reference": ("审慎性参考", "prudential reference"),
        "neutral": ("无影响", "neutral"),
        "prefer": ("优先", "prefer"),
        "fast-track": ("绿色通道", "fast track"),
    },
    "warning": {
        "region-assumed": ("以对象所在地作为决定地", "the subject's region was taken as the deciding region"),
        "region-missing": ("地区不明，只适用全国性文件", "no region: only nationwide documents apply"),
        "conduct-before-measure": ("行为早于措施施行", "the conduct ended before the measure applied"),
        "verification-overdue": ("核实逾期", "verification is overdue"),
        "procedure-unproven": ("列入程序未经证明", "the procedure of the listing is not proven"),
        "repair-before-minimum-publicity": ("修复早于最短公示期", "repaired before the minimum publicity period"),
        "reduction-not-provided": ("减轻缺乏规定", "a reduction that no rule provides"),
        "inquiry-missing": ("未提供查询情况", "no inquiry was given"),
        "kind-does-not-fit-code": ("主体类型与代码不符", "the kind does not fit the code"),
        "no-pack-here": ("没有适用的规则包", "no pack applies here"),
        "id-place-younger-than-holder": ("证件地区码晚于持有人出生", "the place code is younger than its holder"),
        "inquiry-of-nobody": ("查询了案例中没有的对象", "an inquiry about nobody in the case"),
        "contradictory-measures": ("措施相互矛盾", "measures contradict each other"),
    },
    "duty": {
        "answer-objection": ("核实并答复异议", "verify and answer the objection"),
        "restore-reputation": ("消除影响、恢复名誉", "restore the reputation"),
    },
    "calendar": {"days": ("自然日", "calendar days"), "working-days": ("工作日", "working days")},
    "truth": {"true": ("成立", "holds"), "false": ("不成立", "does not hold"), "unknown": ("不明", "unknown")},
    "outcome": {
        "hit": ("发出", "issued"),
        "miss": ("不发出", "not issued"),
        "undetermined": ("未确定", "undetermined"),
        "withheld": ("不予发出", "withheld"),
        "not-in-force": ("当日当地不适用", "not in force on the day or in the place"),
    },
    "level-of-finding": {"error": ("错误", "error"), "warning": ("警告", "warning"), "note": ("提示", "note")},
    "bearer": {
        "subject": ("被列入名单的主体", "the listed subject"),
        "affected-unit": ("因关系人被列入而受影响的单位", "a unit affected through a listed person"),
    },
    "evaluator": {
        "matcher": ("内置匹配器", "built-in matcher"),
        "durable": ("durable-rules 评估器", "durable-rules evaluator"),
        "batch": ("批量评估器", "batch evaluator"),
    },
}


def label(of: str, code: str, lang: Language = "zh") -> str:
    """The words for ``code`` of the closed set ``of``; ``KeyError`` where the set has no such code."""
    zh, en = LABELS[of][code]
    return en if lang == "en" else zh
