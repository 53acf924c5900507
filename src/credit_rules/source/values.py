"""The closed sets of the contract, named once: what a case, a pack, a plan and a decision may say."""

from typing import Literal

Kind = Literal[
    "enterprise", "individually-owned-business", "cooperative", "social-organisation", "public-institution",
    "state-organ", "natural-person", "unincorporated-organisation",
]  # fmt: skip
IdType = Literal["uscc", "resident-id", "passport", "hk-macau-permit", "taiwan-permit", "registration-number", "other"]
Grade = Literal["general", "heavier", "serious"]
"""The list's own grading of conduct: 一般, 较重, 严重."""
Tier = Literal["minor", "general", "serious"]
"""The national tier of the information: 轻微, 一般, 严重."""
DocumentKind = Literal[
    "court-decision", "penalty-decision", "listing-decision", "administrative-decision", "announcement", "other"
]
Ground = Literal["objection", "complaint", "own-motion", "reconsideration", "suit"]
EventType = Literal[
    "verification-opened", "verification-closed", "repair-approved", "repair-revoked", "rectified", "delisted",
    "extended", "stayed", "resumed", "regraded", "confirmed", "document-revoked",
]  # fmt: skip
RecordStatus = Literal[
    "annulled", "pending", "stayed", "delisted", "repaired", "expired", "unclear", "under-verification", "reduced",
    "live",
]  # fmt: skip
"""In the order of precedence (S5)."""

Direction = Literal["punishment", "incentive"]
Force = Literal["mandatory", "recommended"]
Actor = Literal["public", "autonomous"]
OnReduce = Literal["lifted", "recommended", "unchanged"]
Effect = Literal[
    "prohibit", "restrict", "revoke", "strict-review", "reference", "supervise", "publicise", "record", "notify",
    "admonish", "assist", "refer", "prioritise", "simplify", "fewer-inspections", "favour", "honour",
]  # fmt: skip
Impact = Literal["reduces-right", "adds-duty", "management", "none", "benefit"]
Category = Literal["administrative", "market", "industry", "social", "judicial", "organisational"]
Part = Literal[
    "determining", "initiating", "lead", "responsible", "implementing", "cooperating", "information-provider"
]
Provenance = Literal["text", "secondary", "unverified"]
Rank = Literal[
    "law", "administrative-regulation", "state-council-decision", "central-policy-document", "judicial-interpretation",
    "local-regulation", "departmental-rule", "local-government-rule", "normative-document", "party-document",
    "memorandum", "industry-rule",
]  # fmt: skip
Level = Literal["national", "province", "city", "county"]
Remedy = Literal["court", "administrative", "party", "autonomous"]
"""The kind of actor, which decides the remedy: court, administrative, party or internal, autonomous (S26)."""
Body = Literal[
    "state", "court", "procuratorate", "congress", "party", "mass-organisation", "public-institution", "association",
    "business", "media",
]  # fmt: skip
"""What a department is: an administrative organ, a court, a procuratorate, 人大 or 政协, an organ of the Party ..."""
ListClass = Literal["red", "serious", "dishonesty", "decision", "watch", "rating"]
Reckoned = Literal["conduct", "listing", "as-of"]
"""The day on which a role is reckoned (S11)."""
FloorName = Literal["exit", "penalty-light", "penalty", "business-licence", "liberty", "licence"]
"""What an act is in substance, where a statute reserves it (S23): leaving the country, a warning or fine, another
penalty, taking the business licence, personal liberty, a licence."""
Family = Literal["life-and-health", "market-order", "judicial-and-administrative-credibility", "national-defence"]
"""The four families in which a serious list may exist (国办发〔2020〕49号)."""
LeftBy = Literal["expiry", "repair", "rectification", "delisting"]
"""How a record left its list."""
DutyTrigger = Literal[
    "decision-made", "found-wrong", "found-right", "document-revoked", "left-list", "repaired", "repairable", "measure",
    "matter",
]  # fmt: skip
"""What brings a duty about: the document was issued, a verification closed, the document was revoked, the record left
its list, a repair was approved; a record with a measure can be repaired, a measure is issued, a matter is asked about.
"""
