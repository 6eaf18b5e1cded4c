"""The service as of a date, made of the facts of its ledger."""

from __future__ import annotations

from dataclasses import replace

from watchbill.agreement.model import Agreement
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Day
from watchbill.records.demand import Post
from watchbill.records.facts import Facts
from watchbill.records.loans import Loan
from watchbill.service.model import Service


def posts_of(facts: Facts, day: Day) -> tuple[Post, ...]:
    """The posts, those entered earlier first, each with its needs by date.

    What a post is called, and whose it is, is as of ``day``; one that opens later is as it opens.
    """
    posts = []
    for name, dated in facts.posts.items():
        post = dated.on(day) or next((step for _, step in dated.steps if step is not None), None)
        if post is None:
            continue
        if all(one.post != name for one in facts.needs):
            posts.append(post)
            continue
        lasting = sorted(
            (one for one in facts.needs if one.post == name and one.last is None),
            key=lambda one: (one.first, one.number),
        )
        needs = [(one.first, None, one.lines) for one in lasting]
        needs += [(begins, None, ()) for begins, step in dated.steps if step is None]
        needs.sort(key=lambda need: need[0])
        given = [
            (one.first, one.last, one.lines)
            for one in facts.needs
            if one.post == name and one.last is not None
        ]
        lines = facts.need_on(name, day)
        by_date = (*needs, *given)
        posts.append(replace(post, lines=lines, by_date=by_date if len(by_date) > 1 else ()))
    return tuple(posts)


def service_on(schedule: Schedule, agreement: Agreement, day: Day) -> Service:
    """The service as of that date, under that agreement."""
    facts = schedule.facts
    span = schedule.span
    return Service(
        id=facts.id,
        name=facts.name,
        agreement=agreement,
        tours=facts.tour_types(day),
        platoons=facts.platoons_on(day),
        posts=posts_of(facts, day),
        people=tuple(
            one.member.at_home_on(day)
            for one in schedule.people.values()
            if one.member.here_on(day)
        ),
        leave=facts.leave,
        starts=facts.anchor,
        weeks=0 if span is None else -(-(span.last - span.first + 1) // 7),
        posted=min((one.at for one in schedule.postings), default=None),
        currency=facts.currency,
        assumptions=facts.assumptions,
        file=f"the ledger of {facts.id}",
        in_force=[text for text in facts.texts if text.kind == "agreement"][-1],
        stations=facts.stations,
        lent=tuple(
            Loan(key, station, stay.first, stay.last)
            for key, one in schedule.people.items()
            for station, stay in one.member.lent
            if stay.last is not None
        ),
    )
