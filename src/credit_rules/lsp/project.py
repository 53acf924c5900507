"""A tree of packs and its registry as an editor sees them: read once, and again only where something changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from ..diagnostics.diagnostic import Diagnostic, has_errors, in_order
from ..engine.load import Among, judge_packs
from ..engine.read_pack import PackRead, bind_pack, named_around
from ..pack.loaded import LoadedPack
from ..registry.load import BoundFile, bind_registry, join_registry
from ..registry.pack_names import check_pack_names
from ..registry.registry import Registry
from ..source.home import Home, home_of, tree_at
from ..source.kept_files import KeptFiles, State
from ..source.pack_files import kind_of
from ..source.rows import NamedTuple
from ..source.tree import PACK, Tree, parts_of
from .known import Known

GoOn = Callable[[], None]
"""Called now and then; raises :class:`Superseded` where what is being done is not wanted any more."""


class Superseded(Exception):
    """A newer change has made the work at hand useless."""


class _RegistryRead(NamedTuple):
    """``known``: every file of it could be bound."""

    states: tuple[tuple[Path, State], ...]
    registry: Registry
    files: tuple[BoundFile, ...]
    known: bool
    told: tuple[Diagnostic, ...]


class _KeptPack(NamedTuple):
    """A pack with what is wrong with it, the names in it included; good for these states and this registry."""

    states: tuple[tuple[Path, State], ...]
    registry: Registry | None
    read: PackRead
    names: tuple[Diagnostic, ...]


class Project:
    """The packs and the registry of one home, for one thread.

    :meth:`renew` takes in what changed, after which :meth:`findings` answers for one file after another. What it finds
    is what ``credit-rules check`` finds on the same tree.
    """

    def __init__(self, home: Home, *, strict: bool = False):
        self.home, self.strict = home, strict
        self.files = KeptFiles()
        self.known: Known | None = None
        self._tree = Tree((), ())
        self._bound: dict[Path, tuple[State, BoundFile | None, tuple[Diagnostic, ...]]] = {}
        self._registry: _RegistryRead | None = None
        self._packs: dict[Path, _KeptPack] = {}
        self._among: Among | None = None
        self._judged: dict[Path, tuple[Diagnostic, ...]] = {}

    def renew(self, held: Mapping[str, str], go_on: GoOn = lambda: None) -> None:
        """Read what changed since; ``held`` has the texts that the editor holds, by resolved path."""
        self._among = None
        self.files.renew(held)
        self._tree = tree_at(self.home, [Path(name) for name in held])
        registry = self._read_registry(go_on)
        read = [self._read_pack(file, registry, go_on).read for file in self._tree.packs]
        packs = [loaded for loaded, _, whole in read if loaded is not None and whole]
        complete = len(packs) == len(self._tree.packs)
        named = named_around(packs, self._tree.around, lambda file: self._read_pack(file, registry, go_on).read)
        sound = not has_errors(registry.told)
        self._among = Among((*packs, *named), registry.registry, complete, registry.known, sound)
        self._judged = {}
        self._know(registry, packs, named)

    def findings(self, file: Path) -> tuple[Diagnostic, ...]:
        """What is wrong in a file, given by its resolved path, as of the last :meth:`renew`; in order."""
        if self._among is None or self._registry is None:
            raise Superseded
        name = str(file)
        if file in self._bound and file in self._tree.registry:
            told = [one for one in self._registry.told if one.span.file == name]
            return in_order(self._leveled(one) for one in told)
        pack = file.with_name(PACK)
        if pack not in self._tree.packs:
            return ()
        if pack not in self._judged:
            kept = self._packs[pack]
            remarks = {str(part): self.files.remarks(part) for part, _ in kept.states}
            told = [*kept.read[1], *kept.names]
            self._judged[pack] = judge_packs(self._among, remarks, told, strict=self.strict).found
        return tuple(one for one in self._judged[pack] if one.span.file == name)

    @property
    def trouble(self) -> Diagnostic | None:
        """The first thing that keeps names from being looked up: a file of the registry that cannot be read."""
        if self._registry is None or self._registry.known:
            return None
        return next((one for one in self._registry.told if one.level == "error"), None)

    def _leveled(self, one: Diagnostic) -> Diagnostic:
        return replace(one, level="error") if self.strict and one.level == "warning" else one

    def _read_registry(self, go_on: GoOn) -> _RegistryRead:
        states = tuple((file, self.files.state(file)) for file in self._tree.registry)
        if self._registry is not None and self._registry.states == states:
            return self._registry
        bound: list[BoundFile] = []
        told: list[Diagnostic] = []
        for file, state in states:
            go_on()
            kept = self._bound.get(file)
            if kept is None or kept[0] != state:
                node, wrong = self.files.read(file)
                one: BoundFile | None = None
                if node is not None:
                    (one,), more = bind_registry([node])
                    wrong = (*wrong, *more)
                kept = self._bound[file] = state, one, wrong
            told.extend(kept[2])
            bound.extend([] if kept[1] is None else [kept[1]])
        go_on()
        registry, wrong = join_registry(bound)
        whole = len(bound) == len(states) and all(one.file is not None for one in bound)
        self._registry = _RegistryRead(states, registry, tuple(bound), whole, (*told, *wrong))
        return self._registry

    def _read_pack(self, file: Path, registry: _RegistryRead, go_on: GoOn) -> _KeptPack:
        states = tuple((part, self.files.state(part)) for part in (file, *parts_of(file)))
        kept = self._packs.get(file)
        if kept is None or kept.states != states:
            go_on()
            kept = _KeptPack(states, None, bind_pack(file, self.files.read), ())
        if kept.registry is not registry.registry:
            go_on()
            loaded = kept.read[0]
            names = () if loaded is None or not registry.known else _names(loaded, registry.registry)
            kept = kept._replace(registry=registry.registry, names=names)
        self._packs[file] = kept
        return kept

    def _know(self, registry: _RegistryRead, packs: list[LoadedPack], named: list[LoadedPack]) -> None:
        """Keep for completion and the like what could be read; of a registry that broke off, the last whole one."""
        if registry.known or self.known is None:
            files = registry.files
            whole = registry.registry
        else:
            files, whole = self.known.files, self.known.registry
        before = {} if self.known is None else self.known.packs
        now = {loaded.node.span.file: loaded for loaded in (*packs, *named)}
        kept = {name: loaded for name, loaded in before.items() if Path(name) in self._tree.packs}
        self.known = Known.after(self.known, whole, files, {**kept, **now})


class Projects:
    """The projects of all files that an editor has open, made when first asked for."""

    def __init__(self, *, strict: bool = False):
        self._strict = strict
        self._by_home: dict[Home, Project] = {}

    def of(self, file: Path) -> Project | None:
        """The project of a file, given by its resolved path; ``None`` where it is no part of one.

        A file of a registry is one only where packs go with it, since other programs have folders of that name too.
        """
        kind = kind_of(file)
        if kind is None:
            return None
        home = home_of(file)
        if home not in self._by_home:
            if kind == "registry" and not (home.own and tree_at(home).packs):
                return None
            self._by_home[home] = Project(home, strict=self._strict)
        return self._by_home[home]


def _names(loaded: LoadedPack, registry: Registry) -> tuple[Diagnostic, ...]:
    return check_pack_names(loaded.pack, loaded.node, registry)
