"""The thread that a library's objects live in."""

from __future__ import annotations

import subprocess
import sys
from threading import Event, current_thread, main_thread

import pytest

from diglot.translation.engines.worker import Worker


def test_all_tasks_and_the_last_one_are_done_in_one_thread_that_is_not_ours() -> None:
    ended = Event()
    threads = []

    def last() -> None:
        threads.append(current_thread())
        ended.set()

    worker = Worker(last)
    threads += [worker.do(current_thread), worker.do(current_thread)]
    del worker
    assert ended.wait(30)
    assert len({*threads, main_thread()}) == 2


def test_what_a_task_raises_comes_out_and_the_next_one_is_done() -> None:
    worker = Worker(int)
    with pytest.raises(ValueError, match="invalid literal"):
        worker.do(lambda: int("one"))
    assert worker.do(lambda: int("1")) == 1


def in_a_process(program: str) -> str:
    """What a program prints; one that stands still fails."""
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    ).stdout


def test_garbage_collected_while_a_pool_starts_a_thread_stops_nothing() -> None:
    said = in_a_process(
        """
import gc
from concurrent import futures
from threading import Event
from diglot.translation.engines.worker import Worker

class Future(futures.Future):
    def __init__(self):  # a pool makes one under its locks
        gc.collect()
        super().__init__()

gc.disable()
ended = Event()
loop = [Worker(ended.set)]
loop.append(loop)
del loop
futures._base.Future = Future
with futures.ThreadPoolExecutor() as pool:
    print(pool.submit(int, "1").result(), ended.wait(30))
"""
    )
    assert said == "1 True\n"


def test_the_last_task_is_done_before_the_interpreter_ends() -> None:
    said = in_a_process(
        """
import time
from diglot.translation.engines.worker import Worker

def last():
    time.sleep(0.2)
    print("given up")

worker = Worker(last)
print(worker.do(lambda: "done"))
"""
    )
    assert said == "done\ngiven up\n"
