"""Acting through an appointment: a signed ticket on the connection tells the database who is at work."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.conf import settings
from django.db import connection

from taizhang.core.finding import Refusal
from taizhang.people.models import Appointment, User

LIFETIME = 8 * 3600  # seconds; a page needs one, a long import needs more


def digest(message: str) -> str:
    """The same digest that taizhang_digest() computes in the database."""
    key = bytes.fromhex(settings.TICKET_KEY)
    inner = hashlib.sha256(key + message.encode()).digest()
    return hashlib.sha256(key + inner).hexdigest()


def ticket(appointment: Appointment) -> str:
    message = f"{appointment.pk}:{int(time.time()) + LIFETIME}"
    return f"{message}:{digest(message)}"


def put_on(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('taizhang.ticket', %s, false)", [value])


def act(appointment: Appointment | None) -> None:
    """From now on this connection works as the appointment; None is nobody, who sees nothing."""
    put_on("" if appointment is None else ticket(appointment))


@contextmanager
def acting_as(appointment: Appointment) -> Iterator[Appointment]:
    """Work as an appointment, then as whoever was acting before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('taizhang.ticket', true)")
        before = (cursor.fetchone() or [None])[0] or ""
    act(appointment)
    try:
        yield appointment
    finally:
        if not connection.needs_rollback:
            put_on(before)


def current_appointment(user: User, day: date) -> Appointment | None:
    """The appointment a user acts through: the newest that is current on the day."""
    held = user.appointments.select_related("post__place", "post__office").order_by("-since", "-pk")
    return next((one for one in held if one.is_current(day)), None)


def appointment_of(username: str, day: date) -> Appointment:
    """The current appointment of an account by its name; a refusal says what is missing."""
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise Refusal(f"没有名为“{username}”的账号，请用 --user 写明在用的账号。")
    appointment = current_appointment(user, day)
    if appointment is None:
        raise Refusal(f"账号“{username}”现在没有任职，请由系统管理员登记任职后再试。")
    return appointment
