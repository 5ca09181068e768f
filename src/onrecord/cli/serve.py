"""onrecord serve: the reading room on a record, in a browser on this machine."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from onrecord.cli.options import DEFAULT_RECORD, open_record

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    record: Annotated[Path, typer.Argument(help="The record to open.", metavar="[RECORD]")] = Path(DEFAULT_RECORD),
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any that is free.")] = 8420,
    host: Annotated[str, typer.Option("--host", help="Listen on another address than this machine's own; needs --token.")] = "127.0.0.1",
    token: Annotated[Optional[str], typer.Option("--token", help="A secret of at least 16 characters that visitors must bring.")] = None,
) -> None:
    """Open the reading room: read, compare, review and cite in a browser. It listens on this machine alone unless told otherwise.

    onrecord serve build/demo.db --port 8420
    """
    import socket
    from contextlib import closing

    import uvicorn

    from onrecord.errors import UsageError
    from onrecord.web.app import create_app

    if host not in LOOPBACK and not token:
        raise UsageError(f"{host} can be reached from other machines.", "Give a secret with --token, or leave --host out.")
    if token is not None and len(token) < 16:
        raise UsageError("A token of fewer than 16 characters can be guessed.", "Give a longer one.")
    open_record(record).close()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
        except OSError as error:
            raise UsageError(
                f"{host} port {port} cannot be listened on: {error.strerror}.", "Give another with --port, or 0 for any."
            ) from error
        named = f"[{host}]" if ":" in host else host
        address = f"http://{named}:{listening.getsockname()[1]}/{f'?token={token}' if token else ''}"
        typer.echo(f"The reading room of {record} is open at {address}  (Ctrl-C closes it)")
        app = create_app(record, hosts=(*LOOPBACK, *(() if host in LOOPBACK else (host, socket.gethostname()))), token=token)
        uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[listening])
