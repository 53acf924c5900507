"""What is said of tables that cannot be read, and of rows that keep their case out of a batch."""

from __future__ import annotations

from ...diagnostics.messages import Sentence, declare_messages

_NEAR = ("[是否指“{nearest}”？]", "[Is “{nearest}” meant? ]")
_COLUMNS = ("各表的列见 docs/how-to/decide-a-province.md。", "docs/how-to/decide-a-province.md lists the columns.")
_ONE_CASE = ("同一案例的各行请用同一个 case_id。", "Give all rows of a case the same case_id.")

SENTENCES = {
    # --- a batch that cannot be begun
    "batch-not-installed": Sentence(
        "批量评估需要附加包 credit-rules[batch]，现在没有安装",
        "deciding tables needs the extra credit-rules[batch], which is not installed",
        "请运行 pip install 'credit-rules[batch]'。",
        "Run pip install 'credit-rules[batch]'.",
    ),
    "spark-not-installed": Sentence(
        "在 Spark 上判断需要附加包 credit-rules[spark]，现在没有安装",
        "deciding on Spark needs the extra credit-rules[spark], which is not installed",
        "请运行 pip install 'credit-rules[spark]'；Spark 4 要用 Java 17 或更高版本。",
        "Run pip install 'credit-rules[spark]'; Spark 4 runs on Java 17 or later.",
    ),
    "dialect-unknown": Sentence(
        "没有叫“{found}”的 SQL 方言",
        "there is no SQL dialect “{found}”",
        "[是否指“{nearest}”？]可用的方言：{known:list}。",
        "[Is “{nearest}” meant? ]The dialects are {known:list}.",
    ),
    "sql-no-case": Sentence(
        "没有可供写出 SQL 的有效案例",
        "there is no valid case to write SQL for",
        "语句按 --in 中案例的日期、地区和名单写成，请至少给出一个；先不用 --sql 运行一次，可在 quarantine 表中看到错在哪里。",
        "Statements are written for the days, places and lists of the cases in --in; give one at least. Run it without"
        " --sql to see in the table quarantine what is wrong.",
    ),
    "sql-needs-python": Sentence(
        "{dialect} 的 SQL 无法表达 Python 函数，而计算领域数、违法事项数要用它（{stages:list}）；涉及的措施：{measures:list}",
        "the SQL of {dialect} cannot say the function in Python that counts fields and conducts ({stages:list}), which these"
        " measures need: {measures:list}",
        "用 --without 逐一略去这些措施，或者在 DuckDB、Spark 上判断。",
        "Leave these measures out with --without, or decide on DuckDB or Spark.",
    ),
    "sql-unsayable": Sentence(
        "{dialect} 的 SQL 无法表达：{what}（{stages:list}）",
        "the SQL of {dialect} cannot say: {what} ({stages:list})",
        "换一种方言，或者在 DuckDB、Spark 上判断。",
        "Name another dialect, or decide on DuckDB or Spark.",
    ),
    "measure-unknown": Sentence(
        "没有措施“{found}”",
        "there is no measure “{found}”",
        "[是否指“{nearest}”？]措施写作 规则包/措施。",
        "[Is “{nearest}” meant? ]Write a measure as pack/measure.",
    ),
    "table-missing": Sentence(
        "没有表 {table}",
        "there is no table {table}",
        "请放入 {table}.parquet、{table}.arrow 或 {table}.csv；一批案例至少要有 subjects 和 records。",
        "Put {table}.parquet, {table}.arrow or {table}.csv there; a batch has subjects and records at least.",
    ),
    "table-unknown": Sentence(
        "没有叫“{found}”的表",
        "there is no table “{found}”",
        _NEAR[0] + "可用的表：{known:list}。",
        _NEAR[1] + "The tables are {known:list}.",
    ),
    "table-in-two-forms": Sentence(
        "表 {table} 的文件有几种格式：{found:list}",
        "the files of the table {table} have several formats: {found:list}",
        "同一张表请只用一种格式。",
        "Write one table in one format.",
    ),
    "column-unknown": Sentence(
        "表 {table} 没有列“{found}”",
        "the table {table} has no column “{found}”",
        _NEAR[0] + _COLUMNS[0],
        _NEAR[1] + _COLUMNS[1],
    ),
    "column-missing": Sentence(
        "表 {table} 缺少列“{column}”",
        "the table {table} lacks the column “{column}”",
        *_COLUMNS,
    ),
    "column-of-another-type": Sentence(
        "列“{column}”应为 {type}，而不是 {found}",
        "the column “{column}” is {type}, not {found}",
        "请转换后再写；金额和比例用 decimal 或文本，不用浮点数；日期用 date 或 YYYY-MM-DD。",
        "Convert it first: amounts and shares are decimal or text, never float; days are date or YYYY-MM-DD.",
    ),
    "table-unreadable": Sentence(
        "无法读取：{reason}",
        "cannot be read: {reason}",
        "请核对或重新导出这个文件；CSV 须为 UTF-8。",
        "Check the file or export it again; CSV is UTF-8.",
    ),
    "batch-of-another-kind": Sentence(
        "文件夹里是另一批的结果，不同之处：{what:list}",
        "the folder holds another batch; they differ in {what:list}",
        "请换一个文件夹，或者用 --restart 从头开始（其中原有的结果会被删去）。",
        "Name another folder, or begin anew with --restart, which deletes what is there.",
    ),
    "batch-folder-taken": Sentence(
        "这里已有别的内容，不会改动",
        "something else is there already and is left alone",
        "请给出一个新的或空的文件夹。",
        "Name a new or empty folder.",
    ),
    "batch-running": Sentence(
        "另一个进程正在写这个文件夹",
        "another process is writing this folder",
        "请等它结束，或者换一个文件夹。",
        "Wait for it to end, or name another folder.",
    ),
    # --- rows that keep their case out
    "case-id-missing": Sentence("没有写 case_id", "the case_id is missing", *_ONE_CASE),
    "case-unknown": Sentence(
        "subjects 中没有案例“{case}”",
        "there is no case “{case}” in subjects",
        "请补上这个案例的 subjects 行。",
        "Add its row to subjects.",
    ),
    "case-twice": Sentence(
        "案例“{case}”在 subjects 中不止一行",
        "the case “{case}” has more than one row in subjects",
        "每个案例在 subjects 中只写一行。",
        "Write one row of subjects for each case.",
    ),
    "inquiry-twice": Sentence(
        "案例“{case}”在 inquiries 中不止一行",
        "the case “{case}” has more than one row in inquiries",
        "每个案例至多写一行 inquiries。",
        "Write at most one row of inquiries for each case.",
    ),
    "event-of-unknown-record": Sentence(
        "案例里没有事件所说的记录“{found}”",
        "the case has no record “{found}”, which the event is of",
        "record_id 须是本案例 records 中的一条。",
        "record_id names a row of records of the case.",
    ),
    "event-without-position": Sentence(
        "事件没有写 position，或者与同一记录的另一事件相同",
        "the event has no position, or that of another event of its record",
        "position 是事件在该记录中的书写顺序，从 0 起。",
        "position is the order in which the events of a record are written, from 0.",
    ),
    "value-not-held": Sentence(
        "这一行有一个值超出表格所能容纳的范围",
        "a value of this row is beyond what tables hold",
        "这样的案例请用 credit-rules evaluate 单独判断。",
        "Decide such a case by itself with credit-rules evaluate.",
    ),
    "case-left-out": Sentence(
        "同一案例的其他行有错，整个案例没有判断",
        "another row of the case is wrong, so the whole case was not decided",
        "见本案例的其他行。",
        "See the other rows of the case.",
    ),
}

declare_messages(SENTENCES)
