"""A meeting as a calendar entry (RFC 5545 and 5546), with times in UTC: right in every zone and when clocks change."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vText

PRODUCT = "-//Goodword//Meetings//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One meeting as one reader's calendar has it.

    Attributes:
        uid: what names it in every calendar, whatever changes.
        sequence: rises with every change.
        starts_at: the instant at which it begins.
        minutes: how long it takes.
        title: what it is called.
        text: what it is about.
        place: how to join; empty where nobody said.
        organizer: the address that invites, with its name.
        reader: the address of whose calendar it is; nobody else's stands in it.
        made_at: when this was written.
        off: whether it does not take place.
    """

    uid: str
    sequence: int
    starts_at: datetime
    minutes: int
    title: str
    text: str
    place: str
    organizer: tuple[str, str]
    reader: tuple[str, str]
    made_at: datetime
    off: bool = False

    @property
    def method(self) -> str:
        """What a calendar is to do with it."""
        return "CANCEL" if self.off else "REQUEST"


def as_ics(entry: Entry) -> str:
    """Write it, with folded lines and CRLF, as calendars take it."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.made_at)
    event.add("sequence", entry.sequence)
    event.add("dtstart", entry.starts_at)
    event.add("dtend", entry.starts_at + timedelta(minutes=entry.minutes))
    event.add("summary", entry.title)
    event.add("description", entry.text)
    if entry.place:
        event.add("location", entry.place)
    event.add("status", "CANCELLED" if entry.off else "CONFIRMED")
    event.add("organizer", _address(*entry.organizer))
    attendee = _address(*entry.reader)
    attendee.params["ROLE"], attendee.params["PARTSTAT"] = vText("REQ-PARTICIPANT"), vText("ACCEPTED")
    event.add("attendee", attendee, encode=False)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", entry.method)
    calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))


def _address(name: str, mail: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{mail}")
    if name:
        address.params["CN"] = vText(" ".join(name.replace('"', "'").split()))
    return address
