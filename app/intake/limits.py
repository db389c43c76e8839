"""What a process that opens files may use up: its own bounds, and what it holds, seen from outside.

Linux bounds the address space, Windows the committed memory through a job. macOS enforces neither, so
there the one who asks looks at `resident_bytes` and ends the process.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

_TASK_INFO: Final = 4
"""PROC_PIDTASKINFO of macOS."""


def limit_this_process(memory_bytes: int) -> None:
    """No more memory than that, no file written, no core dump; as far as the system can bound it."""
    if sys.platform == "win32":
        _enter_job(memory_bytes)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def resident_bytes(pid: int) -> int | None:
    """The memory the process has in RAM; None where the system does not tell or bounds it by itself."""
    try:
        if sys.platform == "linux":
            pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
            return int(pages) * os.sysconf("SC_PAGE_SIZE")
        if sys.platform == "darwin":
            figures = (ctypes.c_uint64 * 12)()
            size = ctypes.sizeof(figures)
            told = ctypes.CDLL(None).proc_pidinfo(pid, _TASK_INFO, ctypes.c_uint64(0), figures, size)
            return int(figures[1]) if told == size else None
    except (OSError, ValueError, IndexError, AttributeError):
        return None
    return None


def _enter_job(memory_bytes: int) -> None:
    """Put this process into a job that has so much memory, starts no other and ends with its handle."""
    if sys.platform != "win32":
        return
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("smallest_working_set", ctypes.c_size_t),
            ("largest_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class Extended(ctypes.Structure):
        _fields_ = (
            ("basic", Basic),
            ("transfers", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    one_process, process_memory, no_crash_window, end_with_handle = 0x8, 0x100, 0x400, 0x2000
    extended_limits = 9
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    job = kernel.CreateJobObjectW(None, None)
    limits = Extended()
    limits.basic.flags = one_process | process_memory | no_crash_window | end_with_handle
    limits.basic.active_processes = 1
    limits.process_memory = memory_bytes
    if not (
        job
        and kernel.SetInformationJobObject(job, extended_limits, ctypes.byref(limits), ctypes.sizeof(limits))
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
    ):
        raise ctypes.WinError(ctypes.get_last_error())
