"""Partitions decided side by side: nothing lost, nothing twice, what fails is said, and what is learned is shared."""

from __future__ import annotations

from threading import Barrier, Event, Thread
from typing import Any, cast

import ibis
import pyarrow
import pytest

from credit_rules.batch.duck_store import DuckStore
from credit_rules.batch.run.crew import Crew, share_of
from credit_rules.batch.run.decider import Decider
from credit_rules.batch.scripts import Scripts
from credit_rules.batch.store import Tables

PATIENCE = 20


class Hand:
    """Stands in for a decider: it remembers what it was asked, and may be interrupted."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.interrupted, self.closed = Event(), False
        self.connection = self

    def interrupt(self) -> None:
        self.interrupted.set()

    def close(self) -> None:
        self.closed = True


def crew_of(workers: int, hired: list[Hand]) -> Crew:
    def hire(worker: int) -> Decider:
        hired.append(Hand())
        return cast(Decider, hired[-1])

    return Crew(workers, hire)


def side_by_side(numbers: range, workers: int, decide: Any, hired: list[Hand]) -> dict[int, Any]:
    with crew_of(workers, hired) as crew:
        return dict(crew.decide(numbers, decide))


@pytest.mark.parametrize(
    ("memory", "threads", "partitions", "expected"),
    [
        ("1.1GiB", 2, 10, (2, 1, "576716KiB")),
        ("1.1GiB", 8, 10, (2, 4, "576716KiB")),
        ("16GiB", 8, 10, (8, 1, "2097152KiB")),
        ("16GiB", 8, 3, (3, 2, "5592405KiB")),
        ("600MB", 8, 10, (1, 8, "585937KiB")),
        ("100MiB", 2, 10, (1, 2, "102400KiB")),
        ("1.1GiB", 2, 1, (1, 2, "1153433KiB")),
        ("80%", 4, 10, (1, 4, "80%")),
    ],
)
def test_each_worker_has_its_share_and_never_less_than_it_needs(
    memory: str, threads: int, partitions: int, expected: tuple[int, int, str]
) -> None:
    assert share_of(memory, threads, partitions) == expected


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_partition_is_decided_once(workers: int) -> None:
    hired: list[Hand] = []
    found = side_by_side(range(20), workers, lambda hand, number: number * 2, hired)
    assert found == {number: number * 2 for number in range(20)}
    assert len(hired) <= workers
    assert all(hand.closed for hand in hired)


def test_two_are_decided_at_the_same_time() -> None:
    both = Barrier(2)
    found = side_by_side(range(2), 2, lambda hand, number: both.wait(PATIENCE) >= 0, [])
    assert found == {0: True, 1: True}


def test_workers_are_made_ready_before_there_is_anything_to_decide() -> None:
    ready = Barrier(3)
    with Crew(2, lambda worker: cast(Decider, (Hand(), ready.wait(PATIENCE))[0])) as crew:
        ready.wait(PATIENCE)
        assert dict(crew.decide(range(3), lambda hand, number: number)) == {0: 0, 1: 1, 2: 2}


def test_a_worker_that_cannot_be_had_is_said_of_its_partitions() -> None:
    def hire(worker: int) -> Decider:
        raise MemoryError("none left")

    with Crew(1, hire) as crew:
        found = dict(crew.decide(range(2), lambda hand, number: number))
    assert [str(error) for error in found.values()] == ["none left"] * 2


def test_what_fails_is_said_and_the_rest_is_decided_by_a_new_decider() -> None:
    hired: list[Hand] = []

    def decide(hand: Hand, number: int) -> int:
        if number == 3:
            raise RuntimeError("lost")
        hand.asked.append(number)
        return number

    found = side_by_side(range(6), 1, decide, hired)
    assert isinstance(found.pop(3), RuntimeError)
    assert found == {number: number for number in (0, 1, 2, 4, 5)}
    assert [hand.asked for hand in hired] == [[0, 1, 2], [4, 5]]
    assert all(hand.closed for hand in hired)


def test_a_caller_who_stops_breaks_off_what_is_under_way() -> None:
    hired: list[Hand] = []
    begun = Event()
    broken_off: list[int] = []

    def decide(hand: Hand, number: int) -> int:
        if number:
            begun.set()
            if hand.interrupted.wait(PATIENCE):
                broken_off.append(number)
        return number

    def stopped() -> None:
        with crew_of(2, hired) as crew:
            assert next(crew.decide(range(100), decide)) == (0, 0)
            assert begun.wait(PATIENCE)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert broken_off
    assert set(broken_off) <= {1, 2}


def totals(store: DuckStore, numbers: list[int], written: list[DuckStore]) -> list[int]:
    """Every number ten times, by work that asks which kinds of numbers there are."""

    def work(tables: Tables) -> Tables:
        written.append(store)
        numbered = tables["given"].mutate(odd=ibis._.number % 2)
        rows = [{**row, "weight": 10} for row in store.rows(numbered.select("odd").distinct())]
        weights = store.prepared(rows, {"odd": "int8", "weight": "int64"})
        kept = store.keep(numbered.join(weights, "odd"))
        return {"found": kept.select(value=kept.number * kept.weight)}

    table = pyarrow.table({"number": numbers})
    given = store.connection.create_table("given", table, temp=True, overwrite=True)
    found = store.repeat("totals", {"given": given}, work)
    return sorted(value for (value,) in store.connection.con.execute(store.query(found["found"])).fetchall())


def test_a_store_follows_what_another_wrote_down() -> None:
    scripts = Scripts()
    written: list[DuckStore] = []
    one, two, three = stores = [DuckStore(threads=1, scripts=scripts) for _ in range(3)]
    assert totals(one, [1, 3], written) == [10, 30]
    assert totals(two, [5], written) == [50]
    assert written == [one]
    assert totals(two, [2, 5], written) == [20, 50]  # an even number was never met: worked out anew
    assert written == [one, two]
    assert totals(three, [4, 7], written) == [40, 70]
    assert totals(one, [6], written) == [60]
    assert written == [one, two]
    for store in stores:
        store.close()


def test_who_follows_lets_go_of_what_nothing_looks_at_any_more() -> None:
    scripts = Scripts()
    stores = [DuckStore(threads=1, scripts=scripts) for _ in range(2)]
    for store in stores:

        def work(tables: Tables, store: DuckStore = store) -> Tables:
            first = store.keep(tables["given"].mutate(twice=tables["given"].number * 2))
            second = store.keep(first.mutate(fourfold=first.twice * 2))
            return {"found": second.select(value=second.fourfold)}

        given = store.connection.create_table("given", pyarrow.table({"number": [3]}), temp=True)
        found = store.repeat("doubled", {"given": given}, work)["found"]
        assert store.connection.con.execute(store.query(found)).fetchall() == [(12,)]
    asked = "SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE 'doubled%'"
    assert [store.connection.con.execute(asked).fetchall() for store in stores] == [[(2,)], [(1,)]]
    for store in stores:
        store.close()


def test_stores_that_begin_together_write_it_down_once() -> None:
    scripts, together = Scripts(), Barrier(4)
    written: list[DuckStore] = []
    found: list[tuple[int, list[int]]] = []

    def run(store: DuckStore, number: int) -> None:
        together.wait(PATIENCE)
        found.append((number, totals(store, [number], written)))

    stores = [DuckStore(threads=1, scripts=scripts) for _ in range(4)]
    threads = [Thread(target=run, args=(store, 2 * number + 1)) for number, store in enumerate(stores)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert sorted(found) == [(1, [10]), (3, [30]), (5, [50]), (7, [70])]
    assert len(written) == 1
    for store in stores:
        store.close()


def test_what_one_store_prepared_another_takes_over() -> None:
    scripts = Scripts()
    one, two = stores = [DuckStore(threads=1, scripts=scripts) for _ in range(2)]
    prepared: list[DuckStore] = []

    def weights(store: DuckStore, weight: int) -> int:
        def prepare() -> ibis.Table:
            prepared.append(store)
            return store.prepared([{"weight": weight}], {"weight": "int64"})

        table = store.once(("weights", weight), prepare)
        return int(store.connection.con.execute(store.query(table)).fetchall()[0][0])

    assert [weights(one, 10), weights(two, 10), weights(one, 10)] == [10, 10, 10]
    assert prepared == [one]
    for store in stores:
        store.close()


def test_where_the_writer_fails_those_who_wait_do_the_work_themselves() -> None:
    scripts, wanted = Scripts(), Event()
    one, two = stores = [DuckStore(threads=1, scripts=scripts) for _ in range(2)]
    written: list[DuckStore] = []
    found: list[list[int]] = []

    def fail(tables: Tables) -> Tables:
        one.keep(tables["given"])
        wanted.set()
        raise RuntimeError("lost")

    other = Thread(target=lambda: wanted.wait(PATIENCE) and found.append(totals(two, [3], written)))
    other.start()
    with pytest.raises(RuntimeError):
        one.repeat("totals", {"given": one.connection.create_table("given", pyarrow.table({"number": [1]}))}, fail)
    other.join(PATIENCE)
    assert (found, written) == ([[30]], [two])
    assert totals(one, [5], written) == [50]
    assert written == [two]
    for store in stores:
        store.close()


@ibis.udf.scalar.python
def written_backwards(number: str) -> str:
    return number[::-1]


def test_a_store_that_follows_is_told_of_functions() -> None:
    scripts = Scripts()
    stores = [DuckStore(threads=1, scripts=scripts) for _ in range(2)]
    for store, number in zip(stores, ("12", "34"), strict=True):
        table = pyarrow.table({"number": [number]})
        given = store.connection.create_table("given", table, temp=True, overwrite=True)

        def work(tables: Tables, store: DuckStore = store) -> Tables:
            return {"found": store.keep(tables["given"].select(value=written_backwards(tables["given"].number)))}

        found = store.repeat("backwards", {"given": given}, work)
        assert store.connection.con.execute(store.query(found["found"])).fetchall() == [(number[::-1],)]
    for store in stores:
        store.close()
