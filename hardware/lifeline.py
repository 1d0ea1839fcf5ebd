"""A pipe from a parent to its child: when the parent dies, however it dies, the kernel kills the child."""

import fcntl
import os
import select
import signal


def die_with_parent(lifeline: int) -> None:
    """Have the kernel kill this whole group when the parent's end of the pipe closes. `lifeline` is the child's end.

    PR_SET_PDEATHSIG would fire when the parent's *thread* that started us ends, and a watching thread would not
    run while a driver holds the interpreter lock.
    """
    os.set_inheritable(lifeline, False)
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(lifeline, fcntl.F_SETSIG, signal.SIGKILL)
    flags = fcntl.fcntl(lifeline, fcntl.F_GETFL)
    fcntl.fcntl(lifeline, fcntl.F_SETFL, flags | os.O_ASYNC)
    parent_is_gone = bool(select.select([lifeline], [], [], 0)[0])
    if parent_is_gone:
        os._exit(1)
