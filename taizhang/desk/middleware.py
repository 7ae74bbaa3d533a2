"""Each request works as the signed-in person's appointment; the database does the rest.

A connection outlives its request, so the ticket is taken off again whatever happens: after a failed page, before
a streamed body, across sign-in and sign-out, which count from the next request on.
"""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from taizhang.core.finding import Refusal
from taizhang.ledgers.standards import standards_read_once
from taizhang.people.acting import act, current_appointment
from taizhang.people.models import Appointment, User

# Everything comes from this machine; Alpine.js, which the desk's look stands on, evaluates attributes.
CONTENT_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


class ActingMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        held = appointment_of(request)
        request.appointment = held  # type: ignore[attr-defined] # read through access.appointment
        try:
            act(held)
            with standards_read_once():
                response = self.get_response(request)
        finally:
            take_off()
        response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refusal is an answer: a page with its sentence."""
        if not isinstance(exception, Refusal):
            return None
        return render(request, "desk/refusal.html", {"sentence": str(exception)}, status=400)


def appointment_of(request: HttpRequest) -> Appointment | None:
    user = request.user
    return current_appointment(user, timezone.localdate()) if isinstance(user, User) else None


def take_off() -> None:
    """Nobody is at work on this connection any more; one that cannot be told so is thrown away."""
    try:
        act(None)
    except DatabaseError:
        connection.close()
