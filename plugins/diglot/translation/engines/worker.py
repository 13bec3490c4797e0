"""A thread for a library whose objects live in the thread that made them only.

A ``ThreadPoolExecutor`` does not do for one that is given up by a finalizer. Its locks are shared
by all pools and are not reentrant: where garbage is collected while some pool starts a thread, the
finalizer waits for a lock that its own thread, or one waiting for it, holds. ``SimpleQueue.put`` is
reentrant by its documentation, so that it can be called in a finalizer.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread, current_thread, main_thread
from typing import Any, TypeAlias, TypeVar
from weakref import finalize

_Answer = TypeVar("_Answer")
_Job: TypeAlias = tuple[Future[Any], Callable[[], Any]]


class Worker:
    """Does one task after another in a thread of its own.

    Given up, it waits for nothing: the thread ends the task under way, then does ``last``.
    """

    def __init__(self, last: Callable[[], object]) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        # A thread that is waited for at the end of the interpreter would never hear of it.
        thread = Thread(target=_work, args=(self._jobs, last), daemon=True)
        thread.start()
        finalize(self, _end, self._jobs, thread)

    def do(self, task: Callable[[], _Answer]) -> _Answer:
        """What the task answers.

        Raises:
            BaseException: what the task raises.
        """
        future: Future[_Answer] = Future()
        self._jobs.put((future, task))
        return future.result()


def _work(jobs: SimpleQueue[_Job | None], last: Callable[[], object]) -> None:
    while _done(jobs.get()):
        pass
    last()


def _done(job: _Job | None) -> bool:
    """Whether there was a task; in a function, so that none is held until the next one comes."""
    if job is None:
        return False
    future, task = job
    try:
        future.set_result(task())
    except BaseException as error:
        future.set_exception(error)
    return True


def _end(jobs: SimpleQueue[_Job | None], thread: Thread) -> None:
    jobs.put(None)
    ends = not main_thread().is_alive()  # the interpreter, which would cut the thread off
    if ends and thread is not current_thread():
        thread.join()
