"""What the ranks are called in a reason."""

from ..source.values import Rank

RANK_WORDS: dict[Rank, str] = {
    "law": "法律",
    "administrative-regulation": "行政法规",
    "state-council-decision": "国务院决定",
    "central-policy-document": "党中央、国务院政策文件",
    "judicial-interpretation": "司法解释",
    "local-regulation": "地方性法规",
    "departmental-rule": "部门规章",
    "local-government-rule": "地方政府规章",
    "normative-document": "规范性文件",
    "party-document": "地方党委文件",
    "memorandum": "合作备忘录",
    "industry-rule": "行业规则",
}
