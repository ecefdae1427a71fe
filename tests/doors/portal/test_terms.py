"""Topics, and how they are reached: said on their own page, obeyed by letters, proposals and lots."""

from hashlib import sha256

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from goodword.doors.mail.asking import draft_ask, refuse_letter_to, send_draft
from goodword.doors.mail.server import read_server
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Generation, ListedPerson, Publication, Remark
from goodword.programme.asks.actions.thank_person import thank_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Ask
from goodword.programme.lots.standing import standing_of
from goodword.programme.outbox.models import Letter
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.unmerge_people import unmerge_people
from goodword.programme.people.models import Account
from goodword.programme.team.roles import Role
from goodword.programme.terms.actions.set_reach import set_reach
from goodword.programme.terms.actions.set_topics import set_topics
from goodword.programme.terms.models import Term, key_of
from goodword.programme.terms.standing import terms_of
from tests.doors.portal.linked import asked, link_to, link_to_ask, phone, say
from tests.permissions import CONSOLE, person
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

CLOSE = "month-end close"


def own(who: str = "hemi") -> str:
    return link_to(who, "own_page")


def field(topic: str) -> str:
    return f"topic_{sha256(key_of(topic).encode()).hexdigest()[:16]}"


def hemi() -> ListedPerson:
    row = ListedPerson.objects.about("hemi").first()
    assert row is not None
    return row


def test_the_topics_they_spoke_well_of_are_theirs_to_choose_and_a_few_of_their_own() -> None:
    url = own()
    assert CLOSE.capitalize() in phone().get(url).text
    page = say(url, do="topics", **{field(CLOSE): "gladly"}, more="Hiring in  Waikato\nSurfing").text
    assert "counts from now on" in page
    assert (terms_of("hemi").gladly, terms_of("hemi").not_about) == ([CLOSE, "Hiring in Waikato", "Surfing"], [])
    say(url, do="topics", **{field(CLOSE): "not", field("surfing"): ""}, more="")
    assert (terms_of("hemi").gladly, terms_of("hemi").not_about) == (["Hiring in Waikato"], [CLOSE])
    assert Term.objects.count() == 5  # what was said before is kept
    assert not terms_of("rhiannon")


def test_what_is_no_topic_changes_nothing() -> None:
    url = own()
    for more in ("x" * 81, "a\tb\x07"):
        assert say(url, do="topics", more=more).status_code == 422
    assert say(url, do="topics", **{field(CLOSE): "maybe"}, more="").status_code == 422
    assert say(url, do="reach", way="pigeon", detail="").status_code == 422
    assert say(url, do="reach", way="phone", detail="x" * 201).status_code == 422
    many = "\n".join(f"Topic {number}" for number in range(51))
    assert say(url, do="topics", more=many).status_code == 422
    assert not Term.objects.exists()


def test_a_link_of_an_ask_says_nothing_of_their_terms() -> None:
    url = link_to_ask(asked())
    for wish in ("topics", "reach"):
        assert phone().post(url, {"do": wish, "way": "phone"}).status_code == 422
    assert not Term.objects.exists()


def test_words_about_what_they_would_rather_not_speak_of_stay_out_of_the_letter() -> None:
    quote = draft_ask(hemi(), "quote", None).quote
    assert quote is not None
    set_topics("hemi", dict.fromkeys(quote.themes, "not"), by=CONSOLE)
    other = draft_ask(hemi(), "quote", None).quote
    assert other is None or not set(other.themes) & set(quote.themes)
    remark = Remark.objects.within(published()).about("hemi").filter(kind="praise").exclude(themes=[]).last()
    if remark is not None:
        set_topics("hemi", dict.fromkeys(quote.themes, "") | {remark.themes[0]: "gladly"}, by=CONSOLE)
        liked = draft_ask(hemi(), "quote", None).quote
        assert liked is not None
        assert remark.themes[0] in liked.themes


def published() -> Generation:
    current = Publication.current()
    assert current is not None
    return current


@pytest.mark.parametrize(
    ("way", "sender", "code"),
    [
        ("phone", "leila@northwind.example", "wants-a-call"),
        ("colleague", "joe@northwind.example", "through-colleague"),
        ("colleague", "LEILA@northwind.example", ""),
        ("", "joe@northwind.example", ""),
    ],
)
def test_no_letter_goes_past_how_they_want_to_be_reached(way: str, sender: str, code: str, settings: Settings) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:2525")
    settings.SITE_URL, settings.DEFAULT_FROM_EMAIL = "https://goodword.northwind.example", "us@northwind.example"
    Account.objects.filter(pk=person("hemi").account_id).update(owner_email="leila@northwind.example")
    thank_person("hemi", "call", day=clock.today(), by=CONSOLE)
    colleague = let_in(sender)
    say(own(), do="reach", way=way, detail="after ten")
    refusal = refuse_letter_to(hemi(), "quote", sender=colleague)
    assert (refusal.code if refusal else "") == code
    draft = draft_ask(hemi(), "quote", colleague)
    if code:
        with pytest.raises(GoodwordError, match=refusal.sentence if refusal else "nothing"):
            send_draft(hemi(), "quote", draft.wording, draft, token="a form", by=CONSOLE)
    else:
        send_draft(hemi(), "quote", draft.wording, draft, token="a form", by=CONSOLE)
    assert (Ask.objects.filter(reservation__isnull=False).count(), Letter.objects.count()) == (
        (0, 0) if code else (1, 1)
    )


def test_who_wants_no_letters_is_left_out_where_the_lot_falls_on_them() -> None:
    today = clock.today()
    assert standing_of(person("hemi"), kind="review", day=today, bounds=Bounds()).excluded == ""
    set_reach("hemi", "phone", by=CONSOLE)
    assert standing_of(person("hemi"), kind="review", day=today, bounds=Bounds()).excluded == "limit"


def test_colleagues_who_may_ask_them_see_it_and_nobody_else() -> None:
    set_topics("hemi", {CLOSE: "gladly", "Payroll": "not"}, by=CONSOLE)
    set_reach("hemi", "phone", "+64 7 555 0101, after ten", by=CONSOLE)
    told = ("Rather not about", "Payroll", "By phone only", "+64 7 555 0101, after ten")
    manager: Client = window_of(let_in())
    page = manager.get("/people/hemi/").text
    assert [one for one in told if one not in page] == []
    reps: Client = window_of(let_in("rep@northwind.example", Role.SALES))
    page = reps.get("/people/hemi/").text
    assert "555 0101" not in page


def test_what_two_ids_of_one_person_said_is_said_by_one_until_they_are_two_again() -> None:
    set_topics("hemi", {CLOSE: "gladly"}, by=CONSOLE)
    set_topics("selin", {CLOSE: "not", "Payroll": "gladly"}, by=CONSOLE)
    merge = merge_people("hemi", "selin", by=CONSOLE)
    today = person("hemi").root_id or "hemi"
    assert (terms_of(today).gladly, terms_of(today).not_about) == (["Payroll"], [CLOSE])
    unmerge_people(merge, by=CONSOLE)
    assert Term.objects.filter(person="hemi").count() == 1


def test_saying_the_same_again_writes_nothing() -> None:
    for _ in range(2):
        set_topics("hemi", {CLOSE: "gladly", "month-end  CLOSE": "gladly"}, by=CONSOLE)
        set_reach("hemi", "colleague", "mornings", by=CONSOLE)
    assert Term.objects.filter(about=Term.REACH).count() == 1
    assert terms_of("hemi").gladly == [CLOSE]


WORD = st.sampled_from(["gladly", "not", ""])
TOPIC = st.sampled_from(["Payroll", "payroll ", "PAYROLL", "Speed", "speed", "Month end"])


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.dictionaries(TOPIC, WORD, max_size=3), max_size=5))
def test_whatever_is_said_in_whichever_order_the_last_word_on_a_topic_holds(said: list[dict[str, str]]) -> None:
    Term.objects.all().delete()
    last: dict[str, str] = {}
    for words in said:
        told = {key_of(topic): (topic, word) for topic, word in words.items()}
        set_topics("hemi", dict(told.values()), by=CONSOLE)
        last |= {key: word for key, (_topic, word) in told.items()}
    terms = terms_of("hemi")
    assert {key_of(topic) for topic in terms.gladly} == {key for key, word in last.items() if word == "gladly"}
    assert {key_of(topic) for topic in terms.not_about} == {key for key, word in last.items() if word == "not"}
