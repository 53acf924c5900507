"""A decision built by hand in which every part says something; invented subjects."""

from __future__ import annotations

from datetime import date

from credit_rules.case.decision import (
    BasisView,
    BearerId,
    BearerView,
    Decision,
    DecisionWarning,
    DepartmentView,
    Digest,
    Duty,
    EngineView,
    Indication,
    MeasureView,
    PackDigest,
    ReasonView,
    RecordView,
    SourceView,
    Standing,
    SubjectView,
    Undetermined,
    WayOut,
    Withheld,
)
from credit_rules.case.model import Case, Context, Relation, Subject

UNIT = "91350100M000100Y43"
PERSON = "11010519491231002X"
PASSPORT = "E00000017"

CASE = Case(
    subject=Subject(id=UNIT, kind="enterprise", name="示例有限公司", region="360300"),
    relations=(
        Relation(id=PERSON, kind="natural-person", role="legal-representative", since=date(2015, 1, 1)),
        Relation(id=PASSPORT, kind="natural-person", role="director", since=date(2015, 1, 1)),
    ),
    parties=(Subject(id=PERSON, kind="natural-person", name="张示例"),),
    context=Context(as_of=date(2018, 5, 10), region="360300", matter="government-procurement"),
)

SOURCE = SourceView(
    id="jiangxi-2016-101/tax-procurement", pack="jiangxi-2016-101", document_no="赣府字〔2016〕101号", clause="三(九)第3段",
    wording="禁止", provenance="text", status="in-force", force="mandatory", standing="practice",
    from_=date(2018, 1, 5), until=date(2020, 1, 6),
)  # fmt: skip

BAN = MeasureView(
    id=SOURCE.id, act="ban-government-procurement", title="禁止参加政府采购活动", direction="punishment", force="mandatory",
    actor="public", effect="prohibit", impact="reduces-right", category="administrative", status="in-force",
    verification=None, bearer=BearerView(UNIT, ("subject",)), matters=("government-procurement",),
    departments=(DepartmentView("finance", "萍乡市财政局", "省财政厅", "city", "responsible"),),
    legal_basis=(BasisView("procurement-law", "政府采购法", "2014", "第二十二条", "law", "secondary"),),
    standing=Standing("practice", "2020-12-07前，有效的规范性文件可以作为实践依据"), sources=(SOURCE,), because=("r1",),
    reasons=(ReasonView("列入重大税收违法名单", "true", ("r1", f"法定代表人 {PERSON}")),),
    from_=date(2018, 1, 5), until=date(2020, 1, 6),
    ends_by=(
        WayOut("expiry", date(2020, 1, 6), None, None, None),
        WayOut("repair", None, date(2018, 7, 6), "国家税务总局示例市税务局", "《示例办法》第3条"),
        WayOut("objection", None, None, "国家税务总局示例市税务局", "四(二十一)"),
        WayOut("remedy", None, None, "可以依法申请行政复议，或者向人民法院提起行政诉讼", "行政复议法；行政诉讼法"),
    ),
    human_review=True,
)  # fmt: skip

TRAVEL = BAN._replace(id="pingxiang-2017-judgment-debtors/premium-travel", act="bar-air-and-premium-rail", title="限制乘坐飞机、列车软卧",
    force="recommended", effect="prohibit", bearer=BearerView(PERSON, ("legal-representative",)), departments="none-printed",
    legal_basis="none-cited", matters=("air-and-rail-travel",), until=None, ends_by=(), status="reduced",
    sources=(SOURCE._replace(id="pingxiang-2017-judgment-debtors/premium-travel", pack="pingxiang-2017-judgment-debtors"),),
)  # fmt: skip

SUSPENDED = BAN._replace(id="jiangxi-2016-101/key-supervision", act="key-supervision", title="列为重点监管对象", effect="supervise",
    status="suspended", verification="open", actor="autonomous",
    sources=(SOURCE._replace(id="jiangxi-2016-101/key-supervision", status="suspended"),),
)  # fmt: skip

DECISION = Decision(
    format=1,
    statement="本提示不是行政决定，是否采取措施由有权部门依法决定。",
    subject=SubjectView(UNIT, "enterprise", "示例有限公司"),
    as_of=date(2018, 5, 10),
    known_at=date(2018, 5, 11),
    region="360300",
    records=(
        RecordView("r1", UNIT, "major-tax-violation", "live", date(2018, 1, 5), date(2020, 1, 6), None),
        RecordView("r2", PERSON, "dishonest-judgment-debtor", "under-verification", date(2018, 2, 1), None, "open"),
    ),
    measures=(BAN, TRAVEL, SUSPENDED),
    withheld=(
        Withheld(
            "jiangxi-2016-101/green-channel", "green-channel", BearerId(UNIT), "listed-elsewhere", ("r1",), "open"
        ),
    ),
    undetermined=(
        Undetermined(
            f"{PERSON} 是否对该行为负有直接责任", "role", ("jiangxi-2016-101/personal-record",), BearerId(PASSPORT)
        ),
    ),
    warnings=(DecisionWarning("procedure-unproven", "没有说明列入前是否告知", "r1", (SOURCE.id,)),),
    duties=(
        Duty("answer-objection", "国家税务总局示例市税务局", PERSON, date(2018, 5, 21), "days", "四(二十一)"),
        Duty("restore-reputation", "萍乡市财政局", UNIT, None, None, None),
    ),
    indication=Indication(
        "government-procurement", "prohibit", "prohibit", "neutral", (BAN.id,), (SUSPENDED.id,), (),
        ("jiangxi-2016-101/green-channel",), ("jiangxi-2016-101/personal-record",), (),
    ),
    packs=(PackDigest("jiangxi-2016-101", "sha256:" + "0" * 64),),
    registry=Digest("sha256:" + "1" * 64),
    plan=Digest("sha256:" + "2" * 64),
    engine=EngineView("0.1.0", "matcher"),
)  # fmt: skip


def titles(field: str, identifier: str) -> str:
    """A few titles, as the registry would give them."""
    known = {
        ("lists", "major-tax-violation"): "重大税收违法案件当事人名单",
        ("lists", "dishonest-judgment-debtor"): "失信被执行人名单",
        ("matters", "government-procurement"): "政府采购",
        ("roles", "legal-representative"): "法定代表人",
        ("acts", "green-channel"): "行政审批绿色通道",
        ("places", "360300"): "萍乡市",
        ("measures", "jiangxi-2016-101/personal-record"): "记入个人信用记录",
    }
    return known.get((field, identifier), identifier)
