"""Who said it, in what job, at which company, from the line under a quote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.hearing import hear
from goodword.finding.listening.quoting.bylines import LONGEST, bylines_in

type People = list[tuple[str, str, str]]


def people(line: str) -> People:
    found = []
    for one in bylines_in(line):
        name, title, company = (line[start:end] for start, end in one)
        found.append((name, title, company))
    return found


@pytest.mark.parametrize(
    ("line", "name", "title", "company"),
    [
        ("Ann Bell, CFO of Harbour Ltd", "Ann Bell", "CFO", "Harbour Ltd"),
        ("Dr. Xena Young, VP, Platform & Ops, Acme GmbH", "Xena Young", "VP, Platform & Ops", "Acme GmbH"),
        ("- Ann, Head of IT at Acme", "Ann", "Head of IT", "Acme"),
        ("Ann Bell | Director | Acme", "Ann Bell", "Director", "Acme"),
        ("Ann Bell - CFO - Harbour", "Ann Bell", "CFO", "Harbour"),
        ("Ann Bell CFO @ Harbour", "Ann Bell", "CFO", "Harbour"),
        ("Ann Bell, VP Sales & Marketing @Harbour", "Ann Bell", "VP Sales & Marketing", "Harbour"),
        (
            "— Ann Bell, Senior Vice President of Infrastructure, Security and Compliance Operations, Harbour",
            "Ann Bell",
            "Senior Vice President of Infrastructure, Security and Compliance Operations",
            "Harbour",
        ),
        ("Ann Bell (Harbour Ltd)", "Ann Bell", "", "Harbour Ltd"),
        ("Ann Bell (CFO, Harbour)", "Ann Bell", "CFO", "Harbour"),
        ("Ann Bell, CFO (Harbour)", "Ann Bell", "CFO", "Harbour"),
        ("Ann Bell (she/her), CFO, Harbour", "Ann Bell", "CFO", "Harbour"),
        ("Ann Bell Jr., PhD, Chief Scientist, Harbour, Inc.", "Ann Bell Jr.", "Chief Scientist", "Harbour, Inc."),
        ("Ann Bell, Jr., CTO, Harbour Inc.", "Ann Bell, Jr.", "CTO", "Harbour Inc."),
        ("Ann Bell, Harbour Ltd, CFO", "Ann Bell", "CFO", "Harbour Ltd"),
        ("Ann Bell, CFO, Harbour Ltd, Berlin", "Ann Bell", "CFO", "Harbour Ltd"),
        ("Ann Bell, Harbour's head of IT", "Ann Bell", "head of IT", "Harbour"),
        ("Ann Bell, Lead Buyer on Harbour's spares team", "Ann Bell", "Lead Buyer on Harbour's spares team", "Harbour"),
        ("Ann Bell, Co-Founder and CEO of Harbour & Sons", "Ann Bell", "Co-Founder and CEO", "Harbour & Sons"),
        ("Ann Bell, Architect for Harbour Cloud, Harbour", "Ann Bell", "Architect for Harbour Cloud", "Harbour"),
        ("Ann Bell, Bookkeeper, Harbour", "Ann Bell", "Bookkeeper", "Harbour"),
        ("ANN VAN DER BERG, HEAD OF OPERATIONS, HARBOUR", "ANN VAN DER BERG", "HEAD OF OPERATIONS", "HARBOUR"),
        ("Ann Bell", "Ann Bell", "", ""),
        ("Ann Bell, Manager, Data Platform", "Ann Bell", "Manager, Data Platform", ""),
        ("CFO, Harbour", "", "CFO", "Harbour"),
        ("Jörg Müller, Leiter IT bei der Harbour GmbH", "Jörg Müller", "Leiter IT", "Harbour GmbH"),
        ("Jörg Müller, Geschäftsführer der Harbour GmbH", "Jörg Müller", "Geschäftsführer", "Harbour GmbH"),
        ("Jörg Müller, Geschäftsführer Harbour GmbH", "Jörg Müller", "Geschäftsführer", "Harbour GmbH"),
        ("Anne Petit, Directrice informatique chez Harbour", "Anne Petit", "Directrice informatique", "Harbour"),
        ("Anne Petit, PDG d'Harbour", "Anne Petit", "PDG", "Harbour"),
        ("Anne Petit, directrice des opérations, Harbour SA", "Anne Petit", "directrice des opérations", "Harbour SA"),
        ("Ana Gil, Jefa de Ventas de Harbour", "Ana Gil", "Jefa de Ventas", "Harbour"),
        ("Ana Gil, Directora de TI en Harbour SL", "Ana Gil", "Directora de TI", "Harbour SL"),
        ("Ana Gil, Diretora de TI na Harbour", "Ana Gil", "Diretora de TI", "Harbour"),
        ("João da Silva, CEO da Harbour", "João da Silva", "CEO", "Harbour"),
    ],
)
def test_a_byline_is_parted(line: str, name: str, title: str, company: str) -> None:
    assert people(line) == [(name, title, company)]


def test_two_people_share_the_job_and_the_company_that_stand_once() -> None:
    assert people("Ann Bell and Bob Ray, CTOs at Acme") == [("Ann Bell", "CTOs", "Acme"), ("Bob Ray", "CTOs", "Acme")]
    both = [("Ann Bell", "CFO", "Acme"), ("Bob Ray", "CTO", "Acme")]
    assert people("Ann Bell, CFO, and Bob Ray, CTO, Acme") == both


@pytest.mark.parametrize(
    "line", ["We love it, and so does the team.", "", "and then we went home", "x" * (LONGEST + 1), "Ann Bell " * 40]
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert people(line) == []


@given(st.lists(st.sampled_from("Ann Bell CFO of at Acme GmbH , | ( ) and Dr. Jr. - — 's @ de Head \n".split(" "))))
def test_what_is_read_lies_in_the_line_and_does_not_overlap(parts: list[str]) -> None:
    line = " ".join(parts)
    for one in bylines_in(line):
        for start, end in one:
            assert 0 <= start <= end <= len(line)
            assert line[start:end] == line[start:end].strip()
        assert one.name == (0, 0) or one.title == (0, 0) or one.name[1] <= one.title[0]


def test_the_line_under_a_quotation_names_who_spoke() -> None:
    text = "Our year:\n\n“We love the dashboards.”\n— Ann Bell, CFO, Harbour\n\nWe love the reports too."
    assert [(one.quote, one.speaker) for one in hear(text, channel="review")] == [
        ("We love the dashboards.", "Ann Bell"),
        ("We love the reports too.", ""),
    ]


def test_a_sentence_under_a_quotation_names_nobody() -> None:
    text = "They told me:\n“We love the dashboards.”\nMonday was the day it began.\n"
    assert [one.speaker for one in hear(text, channel="review") if one.kind == "praise"] == [""]


def test_a_name_alone_under_a_quotation_needs_a_dash() -> None:
    assert [one.speaker for one in hear("“We love the dashboards.”\nAnn Bell\n", channel="review")] == [""]
    assert [one.speaker for one in hear("“We love the dashboards.”\n- Ann Bell\n", channel="review")] == ["Ann Bell"]
