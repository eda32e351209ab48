"""Makes `time` virtual: the host's clock moves a microsecond a look, and sleeping moves it further at once."""
import time

_slept = [0.0]


def _install():
    seconds = {name: getattr(time, name) for name in ("time", "monotonic", "perf_counter", "process_time")}
    slept = _slept

    def ahead(read):
        return lambda: read() + slept[0]

    def ahead_ns(read):
        return lambda: read() + int(slept[0] * 1e9)

    def sleep(seconds, /):
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        slept[0] += seconds

    for name, read in seconds.items():
        setattr(time, name, ahead(read))
        setattr(time, name + "_ns", ahead_ns(getattr(time, name + "_ns")))
    time.sleep = sleep


_install()


def reset_clock():
    _slept[0] = 0.0
