"""``watchbill serve``: the web pages on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

EXAMPLE = "Example: [bold]watchbill serve --port 8000[/bold]"

HostOption = Annotated[str, typer.Option(help="Address to listen on.")]
PortOption = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]


def serve(host: HostOption = "127.0.0.1", port: PortOption = 8000) -> None:
    """Serve the web pages; Ctrl-C ends. The page on settings in the docs says what can be set."""
    from watchbill.cli.show import console
    from watchbill.web.run import serve_pages

    out = console()
    serve_pages(host, port, lambda where: out.print(f"{where} (Ctrl-C ends)", markup=False))
