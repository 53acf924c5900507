"""A record that the evaluator beside the matcher is asked about."""

TAX_RECORD = {
    "id": "r1",
    "list": "major-tax-violation",
    "determined_by": "示例机关",
    "document": {"number": "示例〔2018〕1号"},
    "decided_on": "2018-01-02",
    "published_on": "2018-01-05",
}
