"""The cast: a small customer base that tests and screenshots share. Everybody in it is invented.

`the_cast()` is the company most tests use. Thursday 19 November 2026 is today.
"""

from datetime import timedelta

from tests.cast import TODAY, Cast

__all__ = ["TODAY", "Cast", "crowd", "the_cast"]


def the_cast() -> Cast:
    """Seven people with moments, three of them resting, two of whom little is known, one nobody has heard of."""
    cast = Cast()
    _accounts(cast)
    _rhiannon(cast)
    _hemi(cast)
    _selin(cast)
    _joost_and_anjali(cast)
    _etienne(cast)
    _resting(cast)
    _quiet(cast)
    return cast


def _accounts(cast: Cast) -> None:
    cast.account("oriel", "Oriel Foods", 94_000, owner_email="leila@northwind.example")
    cast.account("teawa", "Te Awa Dairy", 132_000, owner_email="leila@northwind.example")
    cast.account("zephyr", "Zephyr Mobility", 58_000)
    cast.account("kestrel", "Kestrel Freight", 186_000)
    cast.account("indus", "Indus Loom", 76_000)
    cast.account("maple", "Maple & Main", 41_500)
    cast.account("halden", "Halden Health", 2_840_000)
    cast.account("sahel", "Sahel Bank", 310_000)
    cast.account("brightwater", "Brightwater Utilities", None)


def _rhiannon(cast: Cast) -> None:
    cast.person("rhiannon", "Rhiannon Pugh", "Finance Systems Lead", "oriel", pays=False, influence="high")
    text = (
        "Honestly, this is the first month-end in six years where nobody in my team worked the weekend. "
        "Thanks for turning the connector fix around so fast, Femi."
    )
    words = "this is the first month-end in six years where nobody in my team worked the weekend."
    span = cast.said(
        "rhiannon", "t-48213", text, words, at="2026-11-18T16:42", kind="win", themes=("month-end close", "speed"),
        title="Re: connector fix",
    )  # fmt: skip
    win = cast.signal("rhiannon", "win", "2026-11-18T16:42", span, numbers={"outcome": 1, "remarks": 1})
    power = cast.signal(
        "rhiannon", "super_user", "2026-11-18T10:00",
        numbers={"active_days": 61, "features_used": 9, "features_open": 14},
    )  # fmt: skip
    cast.likely("rhiannon", {"quote": (0.45, 0.64, 0.79), "reference_call": (0.33, 0.51, 0.69)}, [win, power])


def _hemi(cast: Cast) -> None:
    cast.person("hemi", "Hemi Ngata", "General Manager Finance", "teawa", pays=True, influence="high")
    text = (
        "We closed the books four days earlier than last year, and I slept. "
        "I’d tell any co-op in the country to get on with it."
    )
    words = "We closed the books four days earlier than last year,"
    span = cast.said(
        "hemi", "nps-77", text, words, at="2026-11-18T21:05", channel="survey", kind="win", themes=("month-end close",)
    )
    promoter = cast.signal("hemi", "promoter", "2026-11-18T21:05", span, numbers={"score": 10, "earlier": 2})
    cast.likely("hemi", {"reference_call": (0.51, 0.66, 0.78), "quote": (0.3, 0.49, 0.68)}, [promoter])


def _selin(cast: Cast) -> None:
    cast.person("selin", "Selin Yıldız", "Head of Data", "zephyr", pays=True, influence="high")
    text = "This is the third company I’ve brought you to. I don’t do that with software."
    span = cast.said(
        "selin", "c-9", text, "This is the third company I’ve brought you to.", at="2026-11-09T10:18", channel="call",
        title="Kick-off call", themes=("one number everybody trusts",),
    )  # fmt: skip
    cast.said(
        "selin", "t-31877", "Nobody asks me where the figure comes from any more. They ask what to do.",
        "They ask what to do.", at="2025-02-03T09:12", themes=("one number everybody trusts",),
    )  # fmt: skip
    cast.said(
        "selin", "p-20", "My planners built it. I only found out on Friday.", "I only found out on Friday.",
        at="2025-08-20T08:00", channel="community", themes=("planners help themselves",),
    )  # fmt: skip
    back = cast.signal(
        "selin",
        "repeat_customer",
        "2026-11-09T10:18",
        span,
        numbers={"earlier_accounts": 2, "brought": 1},
        strength=0.9,
    )
    cast.job("selin", "Zephyr Mobility", "Head of Data", "2026-07-01")
    cast.job("selin", "Kestrel Freight", "Analytics Lead", "2020-03-01", "2026-06-30")
    cast.job("selin", "Polder Rail", "Analyst", "2017-01-01", "2020-02-28")
    cast.likely("selin", {"talk": (0.52, 0.7, 0.84), "reference_call": (0.5, 0.68, 0.82)}, [back])
    cast.hold(
        "selin",
        "never",
        "Selin Yıldız said never, on Mon 2 Mar, to this kind of act: logo; nobody asks for it again.",
        act_kind="logo",
        day="2026-03-02",
        record=("asks", "a-7"),
    )


def _joost_and_anjali(cast: Cast) -> None:
    cast.person("joost", "Joost van der Meer", "Head of Operations Analytics", "kestrel")
    text = "We stopped arguing about whose number is right. That alone paid for the renewal."
    cast.said(
        "joost", "e-4", text, "That alone paid for the renewal.", at="2026-11-12T14:00", channel="ebr", kind="win",
        themes=("one number everybody trusts",), title="Executive business review",
    )  # fmt: skip
    grew = cast.signal(
        "joost",
        "growth",
        "2026-11-17T00:00",
        numbers={"growth": 0.34, "tenure_years": 6.4},
        table="contracts",
        record="k-2026",
    )
    cast.likely("joost", {"case_study": (0.31, 0.47, 0.63)}, [grew])
    cast.person("anjali", "Anjali Deshmukh", "Supply Planning Lead", "indus")
    numbers = {"active_days": 70, "features_used": 13, "features_open": 14}
    cast.signal("anjali", "super_user", "2026-11-13T09:30", numbers=numbers)
    cast.likely("anjali", {}, [])


def _etienne(cast: Cast) -> None:
    cast.person("etienne", "Étienne Tremblay", "Data Analyst", "maple", pays=False)
    text = "Don’t build it twice. Put it in the Metric Library, name an owner, and your March self will thank you."
    span = cast.said(
        "etienne", "p-881", text, "your March self will thank you.", at="2026-11-16T19:11", channel="community",
        title="Metric owners",
    )  # fmt: skip
    helps = cast.signal(
        "etienne", "champion", "2026-11-16T19:11", span, numbers={"helped": 11, "accepted": 17}, strength=0.95
    )
    cast.likely("etienne", {"beta": (0.55, 0.72, 0.85), "talk": (0.3, 0.5, 0.7)}, [helps])


def _resting(cast: Cast) -> None:
    cast.person("ingrid", "Ingrid Solberg", "Director of Patient Flow", "halden")
    span = cast.said(
        "ingrid", "t-90", "The wards finally trust the bed board. Took a year.",
        "The wards finally trust the bed board.", at="2026-11-10T08:30",
    )  # fmt: skip
    win = cast.signal("ingrid", "win", "2026-11-10T08:30", span)
    cast.likely("ingrid", {"quote": (0.4, 0.6, 0.78)}, [win])
    cast.hold(
        "ingrid", "urgent_ticket",
        "Halden Health has an open urgent ticket; asks open again 5 working days after it is resolved.",
        at="2026-11-19T06:00", numbers={"number": 5},
    )  # fmt: skip
    cast.person("amara", "Amara Diallo", "Group CFO", "sahel", pays=True)
    span = cast.said(
        "amara", "c-71", "My board asks better questions now, because they trust the first page.",
        "My board asks better questions now", at="2026-11-08T11:00", channel="meeting",
    )  # fmt: skip
    win = cast.signal("amara", "win", "2026-11-08T11:00", span)
    cast.likely("amara", {"talk": (0.5, 0.71, 0.86)}, [win])
    cast.hold(
        "amara",
        "capped",
        "Amara Diallo was asked 2 times this quarter, which is the most; asks open again on Fri 1 Jan 2027.",
        until="2027-01-01",
        day="2026-11-08",
        record=("asks", "a-9"),
        numbers={"number": 2},
    )
    cast.person("meiling", "Mei-Ling Chan", "Head of Asset Data", "brightwater")
    span = cast.said(
        "meiling", "t-12", "I can see every pump we own before the phone rings.",
        "I can see every pump we own before the phone rings.", at="2026-11-07T07:45",
    )  # fmt: skip
    cast.signal("meiling", "win", "2026-11-07T07:45", span)
    cast.likely("meiling", {}, [])
    cast.hold(
        "meiling",
        "contract_ending",
        "A contract of Brightwater Utilities ends on Sun 20 Dec and is not renewed; asks open again once it is.",
        day="2026-12-20",
        record=("contracts", "k-12"),
    )


def _quiet(cast: Cast) -> None:
    cast.person("lucia", "Lucía Fernández Ortega", "VP Merchandising", None, account="Verano Retail")
    span = cast.said(
        "lucia", "rv-3", "Por fin discutimos qué hacer, no de quién es la cifra.", "Por fin discutimos qué hacer",
        at="2026-10-28T10:00", channel="review", language="es",
    )  # fmt: skip
    win = cast.signal("lucia", "win", "2026-10-28T10:00", span)
    cast.likely("lucia", {"case_study": (0.33, 0.52, 0.7)}, [win])
    cast.person("olena", "Olena Kovalenko", "Network Planner", "kestrel")
    numbers = {"active_days": 40, "features_used": 12, "features_open": 14}
    cast.signal("olena", "super_user", "2026-11-01T09:00", numbers=numbers)
    cast.likely("olena", {}, [])
    cast.person("nobody", "", "", None, email="someone@example.org")


def crowd(people: int) -> Cast:
    """Many people with one win each, for pages and speed."""
    cast = Cast()
    cast.account("a-0", "Crowded Company", 10_000)
    for number in range(people):
        name = f"p{number:06d}"
        cast.person(name, f"Person {number}", "Analyst", "a-0")
        day = TODAY - timedelta(days=number % 60)
        span = cast.said(name, f"t-{number}", "It works. We saved a day.", "We saved a day.", at=f"{day}T09:00")
        win = cast.signal(name, "win", f"{day}T09:00", span)
        p = 0.2 + 0.6 * ((number * 7919) % 1000) / 1000
        cast.likely(name, {"quote": (p - 0.1, p, p + 0.1)}, [win])
    return cast
