"""``kg explore``."""

import signal
from contextlib import suppress

import click

from kg.cli import options


@click.command("explore")
@click.option("--port", type=click.IntRange(0, 65535), help="[default: 8017, or a free one]")
@click.option("--no-browser", is_flag=True, help="Print the link, and open nothing.")
@options.reads
def command(
    port: int | None, no_browser: bool, case: str | None, store: str | None, lang: str
) -> None:
    """Look through the whole graph in the browser: search, expand, find paths, ask, draw.

    Nothing leaves this machine. The link that is printed opens once; Ctrl-C ends it.
    """
    with options.open_graph(case, store, lang) as graph:
        from kg.explore.explorer import Explorer
        from kg.explore.server import PORT, serve

        wanted = PORT if port is None else port
        explorer = Explorer(graph)
        server = serve(explorer, wanted)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with server, suppress(KeyboardInterrupt):  # Ctrl-C, or the system wants an end
            if wanted not in (0, server.port):
                click.echo(f"Port {wanted} is taken; using {server.port}.", err=True)
            click.echo(f"Open {server.link}")
            click.echo("It works once, on this machine only. Ctrl-C ends it.", err=True)
            if not no_browser:
                _open(server.link)
            server.serve_forever(poll_interval=0.2)
        click.echo("Ended.", err=True)
        explorer.wait()


def _open(link: str) -> None:
    import webbrowser

    if not webbrowser.open(link):
        click.echo("No browser found: open the link in one.", err=True)
