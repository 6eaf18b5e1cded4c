"""``watchbill store``: a service into the database, where pages and its ledger find it."""

from __future__ import annotations

from watchbill.cli.options import ServiceArgument

EXAMPLE = "Example: [bold]watchbill store my-service.yaml[/bold]"


def store(service: ServiceArgument) -> None:
    """Put a service into the database, for pages and a ledger; again after its file changed."""
    from watchbill.cli.show import console
    from watchbill.web.run import prepare

    where = prepare()
    from watchbill.web.storing import store

    stored = store(service)
    out = console()
    out.print(f"Stored as {stored.id}: {stored.name}, {len(stored.people)} people.", markup=False)
    out.print(f"Database: {where}", markup=False, soft_wrap=True)
