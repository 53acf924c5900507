"""Plans kept between processes: never a wrong one, never a fault where they cannot be kept."""

from __future__ import annotations

import json
import multiprocessing
import os
import pwd
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from credit_rules import Engine, InputError, Plan
from credit_rules.engine.load import load_plan
from credit_rules.plan import cache
from tests.generators import packs
from tests.generators.example import case, measure, pack, record

REGISTRY = Path(packs.__file__).parent / "small_registry.yaml"
PLAN = packs.plan_of([pack(measure())])
KEY = "sha256:abc"
KEPT = "abc.plan"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where plans are kept; it need not be there before."""
    chosen = tmp_path / "deep" / "cache"
    monkeypatch.setenv(cache.VARIABLE, str(chosen))
    return chosen


@pytest.mark.usefixtures("folder")
def test_what_is_stored_is_loaded() -> None:
    assert cache.load(KEY) is None
    cache.store(KEY, PLAN)
    again = cache.load(KEY)
    assert again == PLAN
    assert again is not None
    assert (again.json, again.digest) == (PLAN.json, PLAN.digest)
    assert cache.load("sha256:other") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"bar-bids", b"bar-bads"),
        lambda data: b"sha256:0000" + data[data.index(b"\n") :],
        lambda data: b"\xff\xfe" + data,
        lambda data: data.replace(b"\n", b""),
        lambda data: data + b" ",
    ],
)
def test_a_damaged_file_is_not_believed(folder: Path, damage: object) -> None:
    cache.store(KEY, PLAN)
    file = folder / KEPT
    file.write_bytes(damage(file.read_bytes()))
    assert cache.load(KEY) is None
    cache.store(KEY, PLAN)
    assert cache.load(KEY) == PLAN


def test_a_file_of_another_version_is_not_believed(folder: Path) -> None:
    """Its digest is right, its form is not."""
    from hashlib import sha256

    folder.mkdir(parents=True)
    text = '{"format":1}'
    (folder / KEPT).write_text(f"sha256:{sha256(text.encode()).hexdigest()}\n{text}", "utf-8")
    assert cache.load(KEY) is None


def test_off_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.store(KEY, PLAN)
    monkeypatch.setenv(cache.VARIABLE, "off")
    assert cache.cache_folder() is None
    assert cache.load(KEY) is None
    cache.store("sha256:other", PLAN)
    assert [file.name for file in folder.iterdir()] == [KEPT]


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "cache"))
    cache.store(KEY, PLAN)
    assert cache.load(KEY) is None


def test_a_folder_that_cannot_be_written_is_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Held fast by the file system's own means where the test may not be the owner of everything."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refused)
    cache.store(KEY, PLAN)
    assert cache.load(KEY) is None
    assert list(folder.iterdir()) == []


def test_a_failed_move_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", refused)
    cache.store(KEY, PLAN)
    assert list(folder.iterdir()) == []


def test_the_users_folder_is_used_where_none_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(cache.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.cache_folder() == tmp_path / "credit_rules"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.cache_folder() == tmp_path / ".cache" / "credit_rules"


def test_an_account_without_a_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> None:
        raise KeyError("no such account")

    for name in (cache.VARIABLE, "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert cache.load(KEY) is None
    cache.store(KEY, PLAN)


def test_only_the_newest_are_kept(folder: Path) -> None:
    for number in range(20):
        cache.store(f"sha256:{number}", PLAN)
        os.utime(folder / f"{number}.plan", (number, number))
    assert len(list(folder.iterdir())) <= 17
    assert cache.load("sha256:19") == PLAN
    assert cache.load("sha256:0") is None


def _write_and_read(folder: str) -> int:
    """In a process of its own: how often what was read is whole, or not there."""
    os.environ[cache.VARIABLE] = folder
    plan = Plan.from_json(PLAN.json)
    right = 0
    for _ in range(40):
        cache.store(KEY, plan)
        right += cache.load(KEY) in (None, plan)
    return right


def test_writers_do_not_harm_one_another(folder: Path) -> None:
    with ProcessPoolExecutor(3, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(_write_and_read, [str(folder)] * 3)) == [40, 40, 40]
    assert [file.name for file in folder.iterdir()] == [KEPT]
    assert cache.load(KEY) == PLAN


class TestLoading:
    """The façade's way through the cache, from files."""

    @pytest.fixture
    def tree(self, tmp_path: Path) -> Path:
        root = tmp_path / "packs"
        (root / "registry").mkdir(parents=True)
        (root / "pack").mkdir()
        shutil.copy(REGISTRY, root / "registry" / "all.yaml")
        (root / "pack" / "pack.yaml").write_text(json.dumps(pack(measure())), "utf-8")
        return root

    def test_the_second_time_comes_from_the_cache(self, folder: Path, tree: Path) -> None:
        first = load_plan([tree], "0")
        (file,) = folder.glob("*.plan")
        written = file.stat().st_mtime_ns
        second = load_plan([tree], "0")
        assert second == first
        assert second.digest == first.digest
        assert file.stat().st_mtime_ns == written

    def test_a_damaged_plan_is_compiled_anew(self, folder: Path, tree: Path) -> None:
        first = load_plan([tree], "0")
        (file,) = folder.glob("*.plan")
        whole = file.read_bytes()
        file.write_bytes(whole[:-7])
        assert load_plan([tree], "0") == first
        assert file.read_bytes() == whole

    def test_cached_and_compiled_decide_alike(self, folder: Path, tree: Path) -> None:
        one, other = load_plan([tree], "0"), load_plan([tree], "0")
        assert one is not other
        example = case(record())
        assert Engine(one).evaluate(example).to_json() == Engine(other).evaluate(example).to_json()

    def test_another_text_registry_or_version_makes_its_own(self, folder: Path, tree: Path) -> None:
        load_plan([tree], "0")
        load_plan([tree], "1")
        (tree / "pack" / "pack.yaml").write_text(json.dumps(pack(measure(act="restrict-funds"))), "utf-8")
        assert load_plan([tree], "1").rules[0].act == "restrict-funds"
        registry = tree / "registry" / "all.yaml"
        registry.write_text(registry.read_text("utf-8").replace("限制补贴", "限制资金"), "utf-8")
        assert load_plan([tree], "1").rules[0].title == "限制资金"
        assert len(list(folder.glob("*.plan"))) == 4

    @pytest.mark.usefixtures("folder")
    def test_a_mistake_is_told_again_and_never_kept(self, folder: Path, tree: Path) -> None:
        (tree / "pack" / "pack.yaml").write_text(json.dumps(pack(measure(act="no-such-act"))), "utf-8")
        for _ in range(2):
            with pytest.raises(InputError) as caught:
                load_plan([tree], "0")
            assert [finding.code for finding in caught.value.diagnostics] == ["unknown-act"]
        assert not folder.exists()


@pytest.mark.usefixtures("folder")
def test_files_that_did_not_change_lead_to_the_plan_kept() -> None:
    cache.store(KEY, PLAN)
    assert cache.load_signed("1\na.yaml 7") is None
    cache.sign("1\na.yaml 7", KEY)
    assert cache.load_signed("1\na.yaml 7") == PLAN
    assert cache.load_signed("1\na.yaml 8") is None


@pytest.mark.usefixtures("folder")
def test_a_signature_is_compared_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two texts of the same sum are never taken for one another."""
    monkeypatch.setattr(cache, "crc32", lambda _: 7)
    cache.sign("one", KEY)
    cache.store(KEY, PLAN)
    assert cache.load_signed("one") == PLAN
    assert cache.load_signed("two") is None


def test_a_file_changed_in_place_is_seen(folder: Path, tmp_path: Path) -> None:
    from credit_rules.source.signature import signature

    file = tmp_path / "pack.yaml"
    file.write_text("a: 1\n", "utf-8")
    before, kept = signature([tmp_path]), file.stat()
    file.write_text("a: 2\n", "utf-8")
    os.utime(file, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    assert signature([tmp_path]) != before
    assert not folder.exists()
