"""Where a mail's own words end."""

import pytest

from goodword.finding.listening.hearing import hear

PRAISE = "We love the new dashboards."


def quotes(text: str) -> list[str]:
    return [remark.quote for remark in hear(text, person_name="Ann Bell", channel="email")]


@pytest.mark.parametrize(
    "tail",
    [
        "-- \nAnn Bell\nWe love our customers.",
        "Mit freundlichen Grüßen\nAnn Bell\nWe love our customers.",
        "Cordiali saluti,\nAnn Bell\nWe love our customers.",
        "Met vriendelijke groet,\nAnn Bell\nWe love our customers.",
        "Ann\nWe love our customers.",
        "Ann Bell\nHead of Love\n+49 30 1234567",
        "Sent from my fantastic phone. I love it.",
        "Inviato da iPhone. We love it.",
        "If you are not the intended recipient, we love you.",
        "This message is confidential. We love privacy.",
        "Diese E-Mail ist vertraulich. We love privacy.",
        "Ce message est confidentiel. We love privacy.",
    ],
)
def test_nothing_under_a_signature_is_said_here(tail: str) -> None:
    assert quotes(f"{PRAISE}\n\n{tail}") == [PRAISE]


@pytest.mark.parametrize(
    "banner",
    [
        "CAUTION: This email originated from outside of the organization. We love safety.",
        "[EXTERNAL]",
        "External email",
        "ACHTUNG: Diese E-Mail kommt von extern. We love safety.",
        "This message is confidential. We love privacy.",
    ],
)
def test_a_banner_above_a_mail_hides_nothing_below_it(banner: str) -> None:
    assert quotes(f"{banner}\n\n{PRAISE}") == [PRAISE]
