"""When the disk or the file fails: a clear message, nothing acknowledged lost, and on again afterwards."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from botox_faq.store import StoreUnavailable, open_store
from botox_faq.store.store import Store
from tests.sample_clinic import NOW, request


def as_nobody(act: Callable[[], object]) -> str:
    """Run `act` as a user without rights (root may write anywhere); return the trouble's words."""
    if os.geteuid() != 0:
        with pytest.raises(StoreUnavailable) as found:
            act()
        return str(found.value)
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        try:
            act()
        except StoreUnavailable as error:
            os.write(writer, str(error).encode())
        except BaseException as error:
            os.write(writer, repr(error).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as said:
        text = said.read()
    os.wait()
    return text


@pytest.fixture
def open_to_all(tmp_path: Path) -> Path:
    """A folder that another user can reach; pytest's own are closed."""
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_uid == os.getuid() and not parent.stat().st_mode & stat.S_IXOTH:
            parent.chmod(parent.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    return tmp_path


def test_the_files_are_for_their_owner_alone(store, folder):
    store.add(request(), "token")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {
        "requests.db": 0o600,
        "requests.db-wal": 0o600,
        "requests.db-shm": 0o600,
    }


def test_a_shared_folder_shares_its_files_with_its_group(tmp_path):
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o2770)
    before = os.umask(0o077)
    try:
        with closing(open_store(folder)) as store:
            store.add(request(), "token")
            assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o660}
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o2770


def test_a_folder_that_may_not_be_written(open_to_all):
    folder = open_to_all / "data"
    folder.mkdir()
    folder.chmod(0o555)
    said = as_nobody(lambda: open_store(folder).add(request(), "token"))
    assert "can't be opened or written" in said
    assert str(folder) in said


def test_a_store_that_may_be_read_but_not_written(open_to_all):
    folder = open_to_all / "data"
    with closing(open_store(folder)) as store:
        store.add(request(), "token")
    folder.chmod(0o555)
    for path in folder.iterdir():
        path.chmod(0o444)
    assert "can't be opened or written" in as_nobody(lambda: open_store(folder).add(request(), "2"))


def test_a_data_folder_that_is_a_file(tmp_path):
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(StoreUnavailable, match="can't be opened"):
        open_store(tmp_path / "data").all()


def full(store: Store) -> Callable[[], None]:
    """Let the store's disk be full; returns what makes room again."""
    store.all()
    engine = store._database._engine
    assert engine is not None
    with closing(sqlite3.connect(store.path)) as now:
        pages = now.execute("PRAGMA page_count").fetchone()[0]
    limit = [pages]

    @event.listens_for(engine, "begin")
    def _limit(connection):
        connection.exec_driver_sql(f"PRAGMA max_page_count = {limit[0]}")

    return lambda: limit.__setitem__(0, 1_000_000)


def test_a_full_disk_loses_nothing_and_takes_requests_again_when_there_is_room(store):
    kept = store.add(request(), "token")
    make_room = full(store)
    long = request(questions=("x" * 500_000,))
    with pytest.raises(StoreUnavailable, match="disk is full"):
        store.add(long, "long")
    assert store.all() == [kept]
    make_room()
    assert store.add(long, "long").questions == long.questions
    assert len(store.all()) == 2


def test_a_locked_store_says_so_and_not_that_the_database_is_locked(folder):
    store = open_store(folder)
    store._database.timeout = 0.05
    store.add(request(), "token")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="Another program keeps the store busy") as found:
            store.add(request(), "2")
        assert "database is locked" not in str(found.value)
        assert len(store.all()) == 1, "reading goes on"
        other.execute("ROLLBACK")
    store.add(request(), "2")
    store.close()


@pytest.mark.parametrize("whole_folder", [True, False])
def test_a_store_deleted_underneath_is_noticed_before_anything_is_acknowledged(store, folder, whole_folder):
    store.add(request(), "token")
    if whole_folder:
        shutil.rmtree(folder)
    else:
        store.path.unlink()
    for act in (lambda: store.add(request(), "2"), store.all, store.stamp):
        with pytest.raises(StoreUnavailable, match="moved or deleted"):
            act()
    assert not store.path.exists(), "looking on does not hide the loss behind an empty store"
    kept = store.add(request(), "2")
    with closing(open_store(folder)) as other:
        assert other.all() == [kept]


def test_a_store_that_is_put_back_is_used_again(store, folder):
    kept = store.add(request(), "token")
    store._database.close()
    away = folder.with_name("away")
    store.all()
    folder.rename(away)
    with pytest.raises(StoreUnavailable, match="moved or deleted"):
        store.all()
    away.rename(folder)
    assert store.all() == [kept]


def test_a_store_deleted_while_it_writes_is_noticed_after_the_commit(store):
    store.add(request(), "token")

    def write() -> None:
        with store._database.writing() as connection:
            connection.exec_driver_sql("update requests set calls = 1")
            store.path.unlink()

    with pytest.raises(StoreUnavailable, match="moved or deleted"):
        write()


def test_what_is_no_store_is_left_alone(folder):
    folder.mkdir()
    (folder / "requests.db").write_bytes(b"a shopping list, long enough to be read as a header of a database\n" * 99)
    with pytest.raises(StoreUnavailable, match="no store of requests"):
        open_store(folder).all()
    assert (folder / "requests.db").read_bytes().startswith(b"a shopping list")


def test_a_damaged_store_says_so(store):
    for number in range(50):
        store.add(request(questions=("x" * 2000,)), str(number))
    store.close()
    with store.path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(store.path.stat().st_size - 4096))
    with pytest.raises(StoreUnavailable, match="damaged"):
        store.all()


def test_no_words_of_a_visitor_are_in_a_failure(store):
    store.add(request(), "token")
    with store._database.bare() as connection:
        connection.cursor().execute("DROP TABLE counts")
    with pytest.raises(StoreUnavailable) as found:
        store.add(request(first_name="Xylophonia"), "2")
    trace = "".join(map(str, (found.value, found.value.__cause__, found.value.__context__)))
    assert "Xylophonia" not in trace


def test_making_a_request_at_a_time_before_the_last_one_is_kept(store):
    store.add(request(), "1")
    early = store.add(request(made=NOW.replace(year=1971)), "2")
    assert store.get(early.reference).made.year == 1971
