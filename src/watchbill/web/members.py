"""Who may sign in, and to which service as what."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from watchbill.events.names import keys_of
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.ledger.book import Book
from watchbill.web import models
from watchbill.web.ledgers import book_of, stored_service

USER = "USER"
PERSON = "--person"


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody of a service: how they sign in, as what, and as whom of its roster, if anybody.

    ``seen`` is when they last signed in, if ever.
    """

    name: str
    role: models.Role
    person: str
    seen: datetime | None


def members_of(slug: str) -> list[MemberLine]:
    """The members of the service, in the order of their names. Raises :class:`BadInput`."""
    found = models.Membership.objects.filter(service=stored_service(slug)).select_related("user")
    return [_member(one) for one in found.order_by("user__username")]


@transaction.atomic
def make_member(
    name: str, slug: str, role: models.Role | None = None, person: str | None = None
) -> tuple[MemberLine, bool]:
    """Makes the user a member of the service; what is not given stays as it is.

    A new member is a ``member`` and nobody of the roster where nothing else is said. Says also
    whether the user is new, and so has no password yet. Raises :class:`BadInput` where the
    service is not stored, nobody in it has the name of the person, or the user's name is none
    or another's in other capitals.
    """
    service = stored_service(slug)
    if person:
        person = _known(person, book_of(slug))
    user, is_new = _user(name)
    given = {"role": role, "person": person}
    membership, _ = models.Membership.objects.update_or_create(
        user=user,
        service=service,
        defaults={key: value for key, value in given.items() if value is not None},
        create_defaults={"role": role or models.Role.MEMBER, "person": person or ""},
    )
    return _member(membership), is_new


@transaction.atomic
def take_out(name: str, slug: str) -> None:
    """Ends the user's membership of the service. Raises :class:`BadInput` where there is none."""
    service = stored_service(slug)
    ended, _ = models.Membership.objects.filter(service=service, user__username=name).delete()
    if not ended:
        names = [one.name for one in members_of(slug)]
        message = "the service has no member of this name"
        allowed, near = ", ".join(names) or "it has no members", nearest(name, names)
        raise BadInput([Problem(USER, None, "", message, name, allowed, near)])


def new_password(name: str) -> str:
    """Gives the user a new password, and returns it: it is kept nowhere else."""
    user = User.objects.get(username=name)
    password = secrets.token_urlsafe(9)
    user.set_password(password)
    user.save()
    return password


def _member(membership: models.Membership) -> MemberLine:
    user = membership.user
    role = models.Role(membership.role)
    return MemberLine(user.get_username(), role, membership.person, user.last_login)


def _user(name: str) -> tuple[User, bool]:
    """The user of that name, made where there is none. Who signs in writes capitals or not."""
    alike = User.objects.filter(username__iexact=name).first()
    if alike is not None and alike.username != name:
        message = "another user has this name in other letters, and could no longer sign in"
        raise BadInput([Problem(USER, None, "", message, name, suggestion=alike.username)])
    if alike is not None:
        return alike, False
    user = User(username=name)
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as error:
        allowed = "1 to 150 letters, digits and @ . + - _, without blanks"
        message = "this is no name to sign in with"
        raise BadInput([Problem(USER, None, "", message, repr(name), allowed)]) from error
    user.set_unusable_password()
    user.save()
    return user, True


def _known(person: str, book: Book) -> str:
    """The key of the person of that number or name. Raises :class:`BadInput`."""
    keys = keys_of(book.now, person)
    if len(keys) == 1:
        return keys[0]
    if keys:
        message = f"{len(keys)} have this name: say the number, {' or '.join(keys)}"
        raise BadInput([Problem(PERSON, None, "", message, person)])
    names = [one.person.name for one in book.now.people.values()]
    message = "nobody in the service has this name"
    near = nearest(person, names)
    raise BadInput([Problem(PERSON, None, "", message, person, ", ".join(names), near)])
