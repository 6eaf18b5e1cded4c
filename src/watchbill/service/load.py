"""From a service file to a service, or to every mistake in it at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from watchbill.agreement.load import parse_agreement
from watchbill.agreement.model import NO_CHOICE, NO_SETTINGS, Agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.agreement.texts import texts_of
from watchbill.asking.leave import is_known_leave, known_leave
from watchbill.kernel.clock import Day, day_text, length_text
from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.kernel.yamltree import Path_, Tree, parse_tree
from watchbill.records.demand import Post
from watchbill.records.facts import TextInForce
from watchbill.records.people import Person
from watchbill.records.platoons import Platoon, ServiceLeave, over_each_other
from watchbill.records.tours import TourType
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.notation import OFF, read_pattern
from watchbill.rotation.own_tours import in_own_tours
from watchbill.service.file import PersonPart, PostPart, ServicePart
from watchbill.service.model import Service
from watchbill.service.people_csv import read_people
from watchbill.service.slips import Placed, slips
from watchbill.service.sources import Sources, gather
from watchbill.service.stations import backward_needs, by_date, closed_stations, read_loans
from watchbill.service.unknown import unknown


def load_service(
    where: str | Path,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Service:
    """The service in a file, or the one that ships under that id.

    Raises :class:`BadInput`, as :func:`build_service` does.
    """
    return build_service(gather(where), readings, settings)


def build_service(
    sources: Sources,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Service:
    """The service that these texts describe.

    ``readings`` and ``settings`` choose within its agreement, as in
    :func:`~watchbill.agreement.load.load_agreement`. Raises :class:`BadInput` with every
    problem of the file, of its people's CSV file and of its agreement.
    """
    tree = parse_tree(sources.text, sources.name)
    part, problems = check(ServicePart, tree)
    people, missed = _people(tree, sources, part)
    problems += missed
    agreement: Agreement | None = None
    try:
        agreement = _agreement(tree, sources, readings, settings)
    except BadInput as bad:
        problems += bad.problems
    if part is None or agreement is None:
        raise BadInput(problems)
    if part.agreement_goes_on is not None:
        agreement = agreement.going_on(part.agreement_goes_on.continues())
    tours = dict(agreement.tours) | {
        code: TourType(code, tour.name, tour.start, tour.length, tour.kind)
        for code, tour in part.tours.items()
    }
    platoons, found = _platoons(tree, part, tours)
    problems += found
    for person, person_tree, place in people:
        problems += _strangers(person, person_tree, place, agreement, part)
    problems += closed_stations(tree, part) + backward_needs(tree, part) + _namesakes(people)
    problems += slips(tree, part, people, {} if found else platoons)
    problems += _twice("number", "another person has this number", people)
    problems += _twice("serial", "another person has this serial number", people)
    # Who could not be read may well be the person of a leave.
    names = None if missed else {_key(person) for person, _, _ in people}
    own_kinds = {name: kind.paid for name, kind in part.leave_kinds.items()}
    agreement = replace(agreement, leave_kinds=own_kinds)
    leave, found = _leave(tree, part, names, agreement)
    loans, strangers = read_loans(tree, part, names)
    problems += found + strangers
    if problems:
        raise BadInput(problems)
    return Service(
        id=part.service,
        name=part.name,
        agreement=agreement,
        tours=tours,
        platoons=platoons,
        posts=tuple(_post(post_id, post) for post_id, post in part.posts.items()),
        people=tuple(_person(person) for person, _, _ in people),
        leave=leave,
        lent=loans,
        starts=part.schedule.begins,
        weeks=part.schedule.weeks,
        posted=part.schedule.posted,
        currency=part.currency,
        assumptions=tuple(part.assumptions),
        file=tree.file,
        in_force=_in_force(tree, sources, agreement, part, readings, settings),
        stations=part.stations,
    )


def _in_force(
    tree: Tree,
    sources: Sources,
    agreement: Agreement,
    part: ServicePart,
    readings: Mapping[str, str],
    settings: Mapping[str, object],
) -> TextInForce:
    """The text of the agreement, what was chosen in it, and who says that it goes on."""
    goes_on = None if part.agreement_goes_on is None else part.agreement_goes_on.continues()
    named = sources.named(tree, "agreement") or ""
    text = sources.named_texts[named]
    return TextInForce(
        id=agreement.id,
        kind="agreement",
        text=text,
        texts=tuple(sorted(texts_of(text, named, sources.named_texts).beneath.items())),
        readings=tuple(sorted(readings.items())),
        settings=tuple(sorted(settings.items())),
        begins=None,
        ends=None,
        number=0,
        goes_on=() if goes_on is None else ((goes_on.since, goes_on.by, goes_on.source),),
    )


def _agreement(
    tree: Tree, sources: Sources, readings: Mapping[str, str], settings: Mapping[str, object]
) -> Agreement | None:
    name = sources.named(tree, "agreement")
    if name is None:
        return None
    if name in sources.named_texts:
        known_as = sources.known_as(name)
        beside = sources.named_texts
        return parse_agreement(beside[name], known_as, readings, settings, beside)
    message = "no agreement that ships has this id, and no file beside this one has this name"
    ids = agreement_ids()
    near = nearest(name, ids)
    raise BadInput([tree.problem(("agreement",), message, found=name, allowed=", ".join(ids),
                                 suggestion=near)])  # fmt: skip


def _people(
    tree: Tree, sources: Sources, part: ServicePart | None
) -> tuple[list[Placed], list[Problem]]:
    """People of the file and of the CSV file it names, each with the place they stand at."""
    placed: list[Placed] = []
    if part is not None:
        placed += [(one, tree, ("people", i)) for i, one in enumerate(part.people)]
    name = sources.named(tree, "people_from")
    if name is None:
        return placed, []
    if name not in sources.named_texts:
        message = "no file beside this one has this name"
        return placed, [tree.problem(("people_from",), message, found=name)]
    try:
        rows, rows_tree = read_people(sources.named_texts[name], sources.known_as(name))
    except BadInput as bad:
        return placed, list(bad.problems)
    places = [place for place in rows_tree.lines if place]
    return placed + [(one, rows_tree, at) for one, at in zip(rows, places, strict=True)], []


def _platoons(
    tree: Tree, part: ServicePart, tours: Mapping[str, TourType]
) -> tuple[dict[str, Platoon], list[Problem]]:
    problems: list[Problem] = []
    codes: dict[str, tuple[str, ...]] = {}
    for name, rotation in part.rotations.items():
        place: Path_ = ("rotations", name, "pattern")
        try:
            pattern = in_own_tours(read_pattern(rotation.pattern), tours)
            codes[name] = pattern.codes
            strangers = sorted(set(pattern.codes) - set(tours) - {OFF})
            if not strangers:
                make_rotation(pattern, tours=tours)  # nobody is on two tours at once
        except BadInput as bad:
            problems += [
                tree.problem(place, p.message, found=p.found, allowed=p.allowed,
                             suggestion=p.suggestion)
                for p in bad.problems
            ]  # fmt: skip
            continue
        for code in strangers:
            message = "the pattern has a tour that neither service nor agreement defines"
            problems.append(tree.problem(place, message, found=code, allowed=", ".join(tours)))
        for code, length in pattern.lengths.items():
            if code in tours and tours[code].length != length:
                message = f"the pattern has tours of {length_text(length)}, written {code} here"
                found = f"tour {code} of {length_text(tours[code].length)}"
                problems.append(tree.problem(place, message, found=found))
    platoons = {}
    for name, platoon in part.platoons.items():
        if platoon.rotation in codes:
            begins = part.rotations[platoon.rotation].begins
            cycle_from = Day(begins + platoon.offset)
            platoons[name] = Platoon(name, platoon.rotation, codes[platoon.rotation], cycle_from)
        elif platoon.rotation not in part.rotations:
            place = ("platoons", name, "rotation")
            problems.append(unknown(tree, place, "rotation", platoon.rotation, part.rotations))
    return platoons, problems


def _strangers(
    person: PersonPart, tree: Tree, place: Path_, agreement: Agreement, part: ServicePart
) -> list[Problem]:
    """What the person is said to be that agreement and service do not know."""
    said = [("classification", person.classification, agreement.classifications)]
    said.append(("status", person.status, agreement.statuses))
    problems = [
        unknown(tree, (*place, key), key, value, known)
        for key, value, known in said
        if value not in known
    ]
    for key, name, names in (
        ("platoon", person.platoon, part.platoons),
        ("station", person.station, part.stations),
    ):
        if name is not None and name not in names:
            problems.append(unknown(tree, (*place, key), key, name, names))
    return problems


def _namesakes(people: list[Placed]) -> list[Problem]:
    """Two of one name, or of names that capitals alone tell apart, are told apart by their
    numbers, and no name is another's number."""
    seen: dict[str, tuple[str, str]] = {}
    problems = []
    for person, tree, place in people:
        key = _key(person)
        folded = key.casefold()
        if folded in seen and person.number is None:
            name, where = seen[folded]
            same = "this name" if name == key else f"the name {name}"
            said = f"another person has {same} ({where}): give each a number of their own"
            problems.append(tree.problem((*place, "name"), said, found=person.name))
        seen.setdefault(folded, (key, tree.problem(place, "").place))
    return problems


def _key(person: PersonPart) -> str:
    return person.name if person.number is None else person.number


def _twice(key: str, message: str, people: list[Placed]) -> list[Problem]:
    """Who has under ``key`` what somebody before has; it tells people apart."""
    seen: dict[object, str] = {}
    problems = []
    for person, tree, place in people:
        value = getattr(person, key)
        if value in seen:
            said = f"{message} ({seen[value]})"
            problems.append(tree.problem((*place, key), said, found=str(value)))
        elif value is not None:
            seen[value] = tree.problem(place, "").place
    return problems


def _leave(
    tree: Tree, part: ServicePart, names: set[str] | None, agreement: Agreement
) -> tuple[tuple[ServiceLeave, ...], list[Problem]]:
    """The leave, of people called by ``names`` where it is known who there is, of kinds that the
    agreement or the service names or that are usual.
    """
    problems = []
    for index, leave in enumerate(part.leave):
        if names is not None and leave.person not in names:
            place: Path_ = ("leave", index, "person")
            problems.append(unknown(tree, place, "person", leave.person, sorted(names)))
        if leave.ends < leave.begins:
            message = "the leave ends before it begins"
            found = f"{day_text(leave.begins)} to {day_text(leave.ends)}"
            problems.append(tree.problem(("leave", index, "ends"), message, found=found))
        if not is_known_leave(agreement, leave.kind):
            problems.append(unknown(tree, ("leave", index, "kind"), "kind of leave", leave.kind,
                                     known_leave(agreement)))  # fmt: skip
    records = [ServiceLeave(one.person, one.begins, one.ends, one.kind) for one in part.leave]
    for before, index in over_each_other(records):
        message = (
            f"{records[index].person} has {records[before]} already: no leave lies over another"
        )
        found = str(records[index])
        problems.append(tree.problem(("leave", index, "begins"), message, found=found))
    return tuple(records), problems


def _person(part: PersonPart) -> Person:
    fields = part.model_dump()
    return Person(**fields | {"qualifications": frozenset(part.qualifications)})


def _post(post_id: str, part: PostPart) -> Post:
    return Post(
        id=post_id,
        name=part.name,
        lines=tuple(part.demand),
        open_to=part.open_to,
        qualification=part.qualification,
        assumed=part.assumed,
        station=part.station,
        by_date=by_date(part),
    )
