"""What the adapters speak to in their tests: servers on this machine, each on a free port."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3.session  # type: ignore[import-untyped]  # neither has annotations
from botocore.config import Config  # type: ignore[import-untyped]
from moto.moto_server.threaded_moto_server import ThreadedMotoServer

from utility_eservices_adapters.documents.s3 import S3Config
from utility_eservices_adapters.settings import Secret

HOST = "127.0.0.1"
BUCKET = "documents"
SECRET = "geheim-und-lang"  # noqa: S105  # of a server that lets everybody in
Served = Callable[[socket.socket], None]


def s3_config(endpoint: str, **more: Any) -> S3Config:
    """Settings for a server of these tests."""
    return S3Config(endpoint, BUCKET, "key", Secret(SECRET), **{"attempts": 1, **more})


class Bucket:
    """A bucket at an S3 server, which can be stopped and started again."""

    def __init__(self) -> None:
        self._server = ThreadedMotoServer(HOST, 0)
        self._server.start()
        self._port = self._server.get_host_and_port()[1]
        self.client.create_bucket(Bucket=BUCKET)

    @property
    def endpoint(self) -> str:
        """Its address, the same after each start."""
        return f"http://{HOST}:{self._port}"

    @property
    def client(self) -> Any:
        """Another way to the server than the adapter's."""
        return boto3.session.Session().client(
            "s3",
            endpoint_url=self.endpoint,
            region_name="us-east-1",
            aws_access_key_id="other",
            aws_secret_access_key=SECRET,
            config=Config(proxies={}),
        )

    def start(self) -> None:
        """Serve again, where it was."""
        self._server = ThreadedMotoServer(HOST, self._port)
        self._server.start()

    def stop(self) -> None:
        """Be gone; what was put there stays."""
        self._server.stop()


@contextmanager
def listening(served: Served, path: Path | None = None) -> Iterator[int]:
    """A server that does something with each connection; gives its port, 0 for a Unix socket."""
    server = socket.socket(socket.AF_UNIX if path else socket.AF_INET)
    server.bind(str(path) if path else (HOST, 0))
    server.listen()

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:  # it was shut down
                return
            with connection:
                served(connection)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield 0 if path else server.getsockname()[1]
    finally:
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
        server.close()
