"""`waqai serve`: the pages of a database on an address of this machine."""

from __future__ import annotations

import errno
import socket

import click

from waqai.errors import SettingsError
from waqai.serve.cli.options import database_option, read_settings

BACKLOG = 128
"""Connections that may wait while the pages start."""


@click.command()
@database_option
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), help="0 takes a free one.  [default: 8000]")
def serve(database: str, host: str | None, port: int | None) -> None:
    """Show the database's documents as web pages.

    Prints the address; Ctrl-C ends it. There is no login: listen beyond this machine only
    behind a server that has one.

    \b
    Example:
      waqai serve --database sqlite:///demo.db --port 8001
    """  # noqa: D301 (click wants the character itself)
    settings = read_settings()
    host = host or settings.host
    port = settings.port if port is None else port
    with _listen(host, port) as listener:
        import uvicorn

        from waqai.serve.web.app import create_app

        app = create_app(database)
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"Waqai shows {database} at http://{shown}:{listener.getsockname()[1]}")
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens on an address.

    Raises:
        SettingsError: the port is taken, or the address is none of this machine's.
    """
    try:
        family, *_, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return socket.create_server(address[:2], family=family, backlog=BACKLOG)
    except OSError as err:
        where = f"{host}:{port}"
        if err.errno == errno.EADDRINUSE:
            raise SettingsError(
                "another program listens there",
                where=where,
                hint=f"end it, or choose another port: waqai serve --port {port + 1}",
            ) from err
        raise SettingsError(
            f"cannot listen there ({err.strerror or err})",
            where=where,
            hint="give --host 127.0.0.1 and a --port above 1023",
        ) from err
