"""What an editor is told of a file is what ``credit-rules check`` says of the same tree, without reading it all again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.engine.load import check_paths
from credit_rules.lsp.project import Project, Projects, Superseded
from credit_rules.source.home import home_of
from tests.lsp.conftest import PACKS, SHIPPED

PROVINCE, CITY, DEBTORS = (f"regional/{name}" for name in PACKS)
ADMINISTRATIVE = f"{PROVINCE}/03-administrative.yaml"
ROUNDS = [
    [
        (ADMINISTRATIVE, r"act: (?=\w)", "act: x", "unknown-act"),
        (f"{CITY}/02-incentives.yaml", r"adopts: (?=\w)", "adopts: x", "unknown-adopted"),
        (f"{DEBTORS}/pack.yaml", r"on_list: dishonest", "on_list: dishonset", "unknown-list"),
        (f"{DEBTORS}/07-spending.yaml", r"wording: 限制", "wording: 可以", "force-against-wording"),
    ],
    [
        (ADMINISTRATIVE, r"departments: \[", "departments: [示例局, ", "unknown-department"),
        (f"{DEBTORS}/pack.yaml", r"  - 02-support.yaml\n", "", "section-unnamed"),
        (
            f"{CITY}/pack.yaml",
            r"\nformat: 1",
            "\nformat: 1  # allow: department-gonne -- 示例",
            "suppression-unknown-code",
        ),
    ],
    [
        (ADMINISTRATIVE, r"\Z", "  - {id: [", "yaml-syntax"),
        (f"{DEBTORS}/07-spending.yaml", r"    clause:", "    clauze:", "unknown-key"),
    ],
    [
        (ADMINISTRATIVE, r"id: [a-z-]+\n", "id: models-promotion\n", "duplicate-measure"),
        ("registry/matters.yaml", r"id: government-procurement\b", "id: procurement-of-state", "unknown-matter"),
        (
            "registry/acts/travel-limits.yaml",
            r"listed_as: consumption",
            "listed_as: consumptoin",
            "unknown-measure-class",
        ),
    ],
    [("registry/acts/travel-limits.yaml", r"effect: prohibit", "effect: prohibits", "not-one-of")],
]
"""Faults that are told together: file, what is replaced, by what, and the code."""


def told_by_check(tree: Path, *, strict: bool = False) -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {}
    for one in check_paths([tree], strict=strict).found:
        found.setdefault(one.span.file, []).append(one)
    return found


def told_by_project(project: Project, tree: Path, held: dict[str, str]) -> dict[str, list[Diagnostic]]:
    project.renew(held)
    files = [file for file in sorted(tree.rglob("*.yaml")) if file.name != "cases.yaml"]
    return {str(file): found for file in files if (found := list(project.findings(file)))}


@pytest.fixture(scope="module")
def project(tree: Path) -> Project:
    return Project(home_of(tree / PROVINCE / "pack.yaml"))


@pytest.mark.parametrize("faults", ROUNDS, ids=[faults[0][3] for faults in ROUNDS])
def test_faults_in_buffers_are_told_as_check_tells_those_in_files(
    project: Project, tree: Path, faults: list[tuple[str, str, str, str]]
) -> None:
    expect_the_same(project, tree, faults)


def test_a_new_memorandum_is_held_to_what_check_asks_of_one(tree: Path) -> None:
    expect_the_same(Project(home_of(tree / PROVINCE / "pack.yaml"), strict=True), tree, ROUNDS[0])


def expect_the_same(project: Project, tree: Path, faults: list[tuple[str, str, str, str]]) -> None:
    sound = {tree / name: (tree / name).read_text(encoding="utf-8") for name, _, _, _ in faults}
    spoilt = {}
    for name, pattern, put, _ in faults:
        assert re.search(pattern, sound[tree / name]), name
        spoilt[tree / name] = re.sub(pattern, put, sound[tree / name], count=1)
    told = told_by_project(project, tree, {str(file): text for file, text in spoilt.items()})
    for file, text in spoilt.items():
        file.write_text(text, encoding="utf-8")
    try:
        checked = told_by_check(tree, strict=project.strict)
    finally:
        for file, text in sound.items():
            file.write_text(text, encoding="utf-8")
    assert told == checked
    assert {fault[3] for fault in faults} <= {one.code for found in told.values() for one in found}


def test_what_is_saved_by_others_counts_where_no_buffer_holds_it(project: Project, tree: Path) -> None:
    file = tree / DEBTORS / "pack.yaml"
    text = file.read_text(encoding="utf-8")
    project.renew({})
    assert project.findings(file) == ()
    file.write_text(text.replace("on_list: ", "on_list: x-"), encoding="utf-8")
    try:
        project.renew({})
        assert [one.code for one in project.findings(file)] == ["unknown-list"]
        project.renew({str(file): text})
        assert project.findings(file) == ()
    finally:
        file.write_text(text, encoding="utf-8")


def test_a_pack_that_is_not_on_the_disk_yet_is_checked(project: Project, tree: Path) -> None:
    file = tree / "regional" / "999999-example" / "pack.yaml"
    found = Projects().of(file)
    assert found is not None
    assert found.home == project.home
    project.renew({str(file): "format: 1\n"})
    assert [one.code for one in project.findings(file)] == ["missing-key"]


def test_packs_without_a_registry_of_their_own_go_with_the_shipped_one_and_each_other(tmp_path: Path) -> None:
    mine = tmp_path.resolve() / "mine"
    for name in PACKS[:2]:
        shutil.copytree(SHIPPED / "regional" / name, mine / name)
    file = mine / PACKS[1] / "02-incentives.yaml"
    project = Projects().of(file)
    assert project is not None
    assert not project.home.own
    project.renew({})
    checked = check_paths([folder for folder in sorted(mine.iterdir()) if folder.is_dir()]).found
    assert list(project.findings(file)) == [one for one in checked if one.span.file == str(file)]
    text = file.read_text(encoding="utf-8")
    project.renew({str(file): text.replace("adopts: jiangxi", "adopts: jianxi", 1)})
    assert "unknown-adopted" in [one.code for one in project.findings(file)]


def test_files_of_other_programs_are_none_of_its_business(tmp_path: Path) -> None:
    for name in ("registry/deploy.yaml", "pipeline.yaml", "pack.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
        assert Projects().of(tmp_path / name) is None


def test_work_that_is_not_wanted_any_more_is_given_up_and_taken_up_again(tree: Path) -> None:
    file = tree / PROVINCE / "pack.yaml"
    project = Project(home_of(file))
    steps = 0

    def enough() -> None:
        nonlocal steps
        steps += 1
        if steps > 3:
            raise Superseded

    with pytest.raises(Superseded):
        project.renew({}, enough)
    with pytest.raises(Superseded):
        project.findings(file)
    project.renew({})
    assert project.findings(file) == ()


def test_a_registry_that_breaks_off_leaves_what_was_known(project: Project, tree: Path) -> None:
    project.renew({})
    assert project.known is not None
    before = project.known.registry
    broken = tree / "registry" / "roles.yaml"
    project.renew({str(broken): "format: 1\nroles: [{"})
    assert project.known.registry is before
    assert project.trouble is not None
    assert project.trouble.span.file == str(broken)
    project.renew({})
    assert project.trouble is None


@pytest.mark.long
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_any_change_of_a_buffer_is_told_as_check_tells_it(data: st.DataObject, tree: Path) -> None:
    project = _KEPT.setdefault(tree, Project(home_of(tree / PROVINCE / "pack.yaml")))
    files = [file for file in sorted((tree / "regional").rglob("*.yaml")) if file.name != "cases.yaml"]
    file = data.draw(st.sampled_from(files))
    text = file.read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    put = data.draw(st.text(alphabet="a-:[]{}\"'# \n,1某", max_size=4))
    spoilt = text[:at] + put + text[at + cut :]
    told = told_by_project(project, tree, {str(file): spoilt})
    file.write_text(spoilt, encoding="utf-8")
    try:
        assert told == told_by_check(tree)
    finally:
        file.write_text(text, encoding="utf-8")


_KEPT: dict[Path, Project] = {}
