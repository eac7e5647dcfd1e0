"""The production server as people run it: `netwerkberaad serve`, its workers and all, on a free port of ours."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 20


@dataclass
class Serving:
    """A server that is running. `settings` are the environment variables it was started with."""

    port: int
    settings: dict
    process: subprocess.Popen
    log: Path

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def workers(self):
        """The numbers of the processes that answer, the oldest first."""
        main = self.process.pid
        return [int(child) for child in Path(f"/proc/{main}/task/{main}/children").read_text().split()]

    def listening(self):
        """How many workers wait for whoever comes: each listens on the port by itself (SO_REUSEPORT)."""
        listens = f":{self.port:04X} 00000000:0000 0A"
        return sum(listens in line for line in Path("/proc/net/tcp").read_text().splitlines())

    def healthy(self):
        try:
            asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
            asking.request("GET", "/healthz")
            return asking.getresponse().status == 200
        except OSError:
            return False
        finally:
            asking.close()


@contextmanager
def serving(folder, *, workers=2, port=None, **environ):
    """Serves the data of this folder until the block ends."""
    port = port or free_port()
    settings = {"NETWERKBERAAD_DATA": str(folder), "PORT": str(port), "HOST": "127.0.0.1", **environ}
    log = Path(folder) / "server.log"
    command = [sys.executable, "-m", "netwerkberaad.commands", "serve", "--workers", str(workers)]
    with open(log, "w") as out:
        process = subprocess.Popen(
            command, env={**os.environ, **settings}, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        here = Serving(port, settings, process, log)
        until(here.healthy, lambda: f"the server did not start: {log.read_text()}")
        until(lambda: here.listening() == workers, "not all workers started")
        yield here
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)  # the session of its own that was begun above
            process.wait()


def stop(process):
    """Asks a server of ours to finish what it is doing and end, and insists that it does."""
    process.send_signal(signal.SIGTERM)
    process.wait(PATIENCE)


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def until(true, complaint="it did not happen", *, seconds=PATIENCE):
    """Waits until `true()` is true, and returns what it said. Complains after so many seconds."""
    end = time.monotonic() + seconds
    while not (said := true()):
        assert time.monotonic() < end, complaint() if callable(complaint) else complaint
        time.sleep(0.02)
    return said
