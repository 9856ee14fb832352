"""How many reports are taken in a day, without keeping who sent them."""

import datetime
import ipaddress

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from explainer.reports.models import Allowance


def admit(request) -> bool:
    """Whether one more is taken today from where this comes from, and from all together."""
    today = timezone.now().date()
    with transaction.atomic():
        Allowance.objects.filter(day__lt=today).delete()
        mine = Allowance.use(today, mark_of(sender(request), today), settings.REPORTS_A_DAY)
        return mine and Allowance.use(today, "", settings.REPORTS_A_DAY_IN_ALL)


def mark_of(address: str, day: datetime.date) -> str:
    """Another one every day; without the secret key of the site it cannot be led back to the address."""
    return salted_hmac(f"reader reports of {day}", network(address), algorithm="sha256").hexdigest()[:32]


def sender(request) -> str:
    """The address of the other end. A proxy of ours adds the one it saw as the last; what stands before it anyone can write."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def network(address: str) -> str:
    """One household is one sender: of an IPv6 address only the half that names the network counts."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network(f"{found}/64", strict=False))
