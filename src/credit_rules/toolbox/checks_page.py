"""The page of all checks for the reference, made from their files."""

from __future__ import annotations

from collections.abc import Iterator

from .code_pages import CodePage, Example, every_page

HEAD = """\
# Checks on packs

What `credit-rules check` looks for once a pack can be read and every name in it is known. `credit-rules explain CODE` tells the same
in Chinese or English, and what every other code means. This page is made from the files of the checks
(`python -m tests.checks.page`); tests keep it current, run every example, and hold each check to what it says here.
[How to add a check](../how-to/add-a-check.md).

## Levels

An *error* keeps a pack from being loaded; a *warning* does not. `--strict` is what a new memorandum must pass: warnings are errors
there, and checks are run that a historic text cannot satisfy, because the law that they hold it to came later. A *note* says something
that a reader should know and fails nothing. Without `--strict` such findings are not told at all.

## Allow a finding

A historic text is encoded as it stands. Where it cannot satisfy a check, the line says so with its reason, which is read by whoever
reviews the pack:

```yaml
measures:  # allow: measure-without-wording -- 原文为列表，未给各项措施写动词
```

- `# allow: CODE[, CODE] -- reason` stands at the end of the line of the finding, or of the line that opens its block: a key such as
  `measures:`, or an item of a list such as `- id: x`. Of several remarks the nearest counts.
- Each file is by itself: a remark in `pack.yaml` covers nothing in the files that `sections` names.
- What is an error without `--strict` can only be mended, and so can what is wrong with reading, forms and names.
- A remark without a reason, with an unknown code, or that allows nothing is a finding itself.
- The summary counts what was allowed; `--show-suppressed` lists it with the reasons, with `--format json` as `suppressed`.

## All checks

| code | finds | without `--strict` | with it |
|---|---|---|---|
"""


def checks_page() -> str:
    """The whole page, in Markdown; the first code of a check tells why, the others point at it."""
    pages = [page for page in every_page("en") if page.group == "check"]
    rows = "".join(
        f"| [{p.id}](#{p.id}) | {_cell(p.message)} | {_bare(p.level)} | {_bare(p.strict)} |\n" for p in pages
    )
    first: dict[str, str] = {}
    return (
        HEAD + rows + "".join(line for page in pages for line in _section(page, first.setdefault(page.file, page.id)))
    )


def _section(page: CodePage, first: str) -> Iterator[str]:
    file = f"[{page.file}](../../src/credit_rules/checks/{page.file})"
    yield f"\n## {page.id}\n\n{_sentence(page.message)} {page.hint}\n\n"
    yield f"{_capital(page.level)}; with `--strict` {page.strict}. Implements {', '.join(page.rules)}. {file}\n\n"
    yield f"**Why.** {page.reason}\n" if page.id == first else f"**Why.** See [{first}](#{first}).\n"
    if page.bad and page.good:
        yield f"\n**Wrong**, at line {page.bad.line}, column {page.bad.column}:\n\n{_block(page.bad)}"
        yield f"\n**Right:**\n\n{_block(page.good)}"
    if page.limits and page.id == first:
        yield f"\n**Limits.** {page.limits}\n"


def _block(example: Example) -> str:
    return f"```yaml\n{example.text}```\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _bare(level: str) -> str:
    return level.removeprefix("an ").removeprefix("a ")


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _sentence(text: str) -> str:
    return _capital(text) + ("" if text.endswith(".") else ".")
