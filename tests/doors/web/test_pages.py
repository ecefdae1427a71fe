"""What the pages show: moments, people, one person; exact words, ranges, holds; and what they never show."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.team.models import User
from tests.world import TODAY, crowd

pytestmark = pytest.mark.django_db


def names(page: str) -> list[str]:
    """The people of the list, in order."""
    return re.findall(r'<a href="/people/(\w+)/">', page)


def test_before_the_first_run_pages_say_how_to_begin(reader: Client) -> None:
    for url in ("/today/", "/people/"):
        page = reader.get(url).text
        assert "goodword load exports/" in page
        assert "goodword load sample/exports --yes" in page
    assert reader.get("/people/selin/").status_code == 404


def test_today_says_what_matters_and_shows_exact_words(reader: Client, published: Generation) -> None:
    page = reader.get("/today/").text
    assert "Thursday 19 November" in page
    assert "One fire first. Six people said or did something good. Five of them could be asked today." in page
    assert "Honestly, <mark>this is the first month-end in six years" in page
    assert "Thank Rhiannon today. Then ask whether these words may become a quote." in page
    assert "Asked often enough" in page


def test_what_is_not_known_is_hatched_and_never_nought(reader: Client, published: Generation) -> None:
    page = reader.get("/people/anjali/").text
    assert page.count("don’t know yet") == 9
    assert "0 %" not in page


def test_reviews_are_said_to_go_by_lot_and_carry_no_number(reader: Client, published: Generation) -> None:
    assert "by lot" in reader.get("/people/hemi/").text
    assert 'value="review"' not in reader.get("/people/").text
    assert names(reader.get("/people/?act=review").text) == names(reader.get("/people/").text)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=ready", ["etienne", "selin", "hemi", "rhiannon", "lucia", "joost"]),
        ("state=unknown", ["anjali", "olena"]),
        ("state=resting", ["amara", "ingrid", "meiling"]),
        ("state=silent", ["nobody"]),
        ("q=YILDIZ", ["selin"]),
        ("q=kestrel", ["joost", "olena"]),
        ("q=first month-end", ["rhiannon"]),
        ("q=kestrel&state=ready", ["joost"]),
        ("kind=super_user&sort=name", ["anjali", "olena", "rhiannon"]),
        ("kind=super_user&sort=fresh", ["rhiannon", "anjali", "olena"]),
        ("act=quote&state=ready", ["rhiannon", "hemi"]),
        ("act=case_study&q=verano", ["lucia"]),
        ("act=logo&state=resting&sort=name", ["amara", "ingrid", "meiling", "selin"]),
        ("q=no such words", []),
        ("kind=nonsense&act=nonsense&state=nonsense&sort=nonsense&q=yildiz&page=x", ["selin"]),
    ],
)
def test_the_list_narrows_and_sorts(reader: Client, published: Generation, query: str, expected: list[str]) -> None:
    page = reader.get(f"/people/?{query}")
    assert page.status_code == 200
    assert names(page.text) == expected


def test_choosing_an_act_never_hides_those_of_whom_it_is_not_known(reader: Client, published: Generation) -> None:
    by_quote = names(reader.get("/people/?act=quote").text)
    assert sorted(by_quote) == sorted(names(reader.get("/people/").text))
    assert by_quote[:2] == ["rhiannon", "hemi"]


def test_pages_of_the_list_fit_together(reader: Client) -> None:
    publish_findings(crowd(60).findings(), as_of=TODAY, fingerprint="crowd")
    seen = [name for number in (1, 2, 3) for name in names(reader.get(f"/people/?page={number}").text)]
    assert len(seen) == len(set(seen)) == 60
    assert names(reader.get("/people/?page=99").text) == seen[50:]
    assert "51–60 of 60" in reader.get("/people/?page=3").text


def test_a_person_is_shown_with_everything_that_speaks_for_and_against(reader: Client, published: Generation) -> None:
    page = reader.get("/people/selin/").text
    for words in (
        "<h1>Selin Yıldız</h1>",
        "<mark>This is the third company I’ve brought you to.</mark> I don’t do that with software.",
        "to this kind of act: Logo",
        "Polder Rail",
        "One number everybody trusts",
        "2 of 3 good words",
        "€58k a year",
    ):
        assert words in page
    assert 'href="/records/interactions/c-9/?start=0&amp;end=46&amp;person=selin"' in page


def test_the_steps_of_a_likelihood_end_at_the_number_shown(reader: Client, published: Generation) -> None:
    page = reader.get("/people/rhiannon/").text
    table = page[page.index("How the number for written quote") :]
    reached = re.findall(r'<td class="num">(\d+) %</td>', table[: table.index("</table>")])
    assert reached[-1] == "64"


def test_somebody_who_does_not_exist_is_a_plain_404(reader: Client, published: Generation) -> None:
    answer = reader.get("/people/who-is-this/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


def test_somebody_without_name_or_signal_has_a_page_too(reader: Client, published: Generation) -> None:
    page = reader.get("/people/nobody/").text
    assert "someone@example.org" in page
    assert "Nothing speaks for or against yet." in page


def test_words_of_customers_cannot_become_markup(reader: Client) -> None:
    cast = crowd(1)
    cast.person("evil", "<b>Evil</b>", "<script>alert(1)</script>", None)
    text = "It is great. <img src=x onerror=alert(1)>"
    span = cast.said("evil", "t-evil", text, text, at="2026-11-18T09:00", themes=("<i>",), title="<u>")
    win = cast.signal("evil", "win", "2026-11-18T09:00", span)
    cast.likely("evil", {}, [win])
    cast.hold("evil", "odd_code", "<s>held</s>")
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="evil")
    for url in ("/today/", "/people/", "/people/evil/"):
        page = reader.get(url).text
        for markup in ("<b>Evil", "<script>alert", "<img", "<i>", "<u>", "<s>"):
            assert markup not in page


def test_the_number_of_queries_does_not_grow_with_the_people(
    reader: Client, published: Generation, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    publish_findings(crowd(60).findings(), as_of=TODAY, fingerprint="crowd")
    for url, most in (
        ("/today/", 15),
        ("/people/", 10),
        ("/people/?act=quote&q=person&kind=win", 12),
        ("/people/p000001/", 27),
    ):
        reader.get(url)  # what a process reads once and keeps is not counted
        with django_assert_max_num_queries(most):
            assert reader.get(url).status_code == 200


def test_made_up_data_says_so(reader: Client, published: Generation, settings: Settings) -> None:
    assert "synthetic data" not in reader.get("/today/").text
    settings.WORKSPACE_SETTINGS = {"workspace": {"synthetic": True}}
    assert "Sample company: synthetic data." in reader.get("/today/").text


def test_times_are_told_in_the_zone_of_the_reader(reader: Client, published: Generation) -> None:
    assert "Wed 18 Nov, 16:42" in reader.get("/people/rhiannon/").text
    User.objects.update(timezone="Pacific/Auckland")
    assert "Thu 19 Nov, 05:42" in reader.get("/people/rhiannon/").text
    User.objects.update(timezone="Gone/Away")
    assert "Wed 18 Nov, 16:42" in reader.get("/people/rhiannon/").text


def test_tags_in_a_mail_are_not_shown_to_readers(reader: Client) -> None:
    cast = crowd(1)
    text = "<p>Hello.</p><p>We <b>love</b> the planner,&nbsp;all of us.</p>"
    words = cast.said("p000000", "i-html", text, "We <b>love</b> the planner,&nbsp;all of us.", at="2026-11-19T11:00")
    cast.signal("p000000", "win", "2026-11-19T11:00", words)
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="html")
    pages = [reader.get(url).text for url in ("/today/", "/people/", "/people/p000000/")]
    for page in pages:
        assert "We love the planner," in page
    assert all("&lt;b&gt;" not in page for page in pages)
