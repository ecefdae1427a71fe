"""Lists under a name: one's own, and those shared with one's role."""

import pytest

from goodword.kit.errors import GoodwordError
from goodword.programme.desk.actions.remove_view import remove_view, restore_view
from goodword.programme.desk.actions.rename_view import rename_view
from goodword.programme.desk.actions.save_view import save_view
from goodword.programme.desk.models import SavedView
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.models.audit import AuditEntry
from goodword.programme.team.roles import Role
from tests.team import let_in

pytestmark = pytest.mark.django_db
BY = Actor.console()
QUERY = "state=ready&kind=win"


@pytest.fixture
def leila() -> User:
    return let_in()


@pytest.fixture
def femi() -> User:
    return let_in("femi@northwind.example", Role.CSM, name="Femi")


def names(user: User, role: Role) -> list[str]:
    return [view.name for view in SavedView.objects.seen_by(user, role)]


def test_a_view_is_one_s_own_until_it_is_shared(leila: User, femi: User) -> None:
    save_view(leila, "people", "Winners", QUERY, by=BY)
    save_view(leila, "people", "For CSMs", QUERY, by=BY, shared_with=Role.CSM)
    assert names(leila, Role.ADMINISTRATOR) == ["For CSMs", "Winners"]
    assert names(femi, Role.CSM) == ["For CSMs"]
    assert names(femi, Role.SALES) == []


def test_a_removed_view_comes_back_while_its_name_is_free(leila: User) -> None:
    view = save_view(leila, "people", "Winners", QUERY, by=BY)
    remove_view(view, by=BY)
    assert names(leila, Role.CSM) == []
    restore_view(view, by=BY)
    assert names(leila, Role.CSM) == ["Winners"]
    remove_view(view, by=BY)
    save_view(leila, "people", "Winners", "state=resting", by=BY)
    assert [one.query for one in SavedView.objects.standing()] == ["state=resting"]


def test_a_name_is_taken_once_a_page(leila: User, femi: User) -> None:
    first = save_view(leila, "people", "Winners", QUERY, by=BY)
    other = save_view(leila, "people", "Others", QUERY, by=BY)
    for act in (
        lambda: save_view(leila, "people", " Winners ", "", by=BY),
        lambda: rename_view(other, "Winners", by=BY),
    ):
        with pytest.raises(GoodwordError) as caught:
            act()
        assert caught.value.code == "view-exists"
    save_view(femi, "people", "Winners", QUERY, by=BY)
    save_view(leila, "data", "Winners", QUERY, by=BY)
    rename_view(first, "Winners", by=BY)
    rename_view(first, "The winners", by=BY)
    assert names(leila, Role.CSM).count("The winners") == 1


@pytest.mark.parametrize(
    ("name", "query", "code"),
    [
        ("  ", QUERY, "bad-view-name"),
        ("n" * 81, QUERY, "bad-view-name"),
        ("a\x00b", QUERY, "bad-view-name"),
        ("Winners", "no query at all", "bad-view"),
        ("Winners", "q=" + "a" * 2_000, "bad-view"),
        ("Winners", "&".join(f"a{number}=1" for number in range(51)), "bad-view"),
    ],
)
def test_what_cannot_be_kept(leila: User, name: str, query: str, code: str) -> None:
    with pytest.raises(GoodwordError) as caught:
        save_view(leila, "people", name, query, by=BY)
    assert caught.value.code == code
    assert not SavedView.objects.exists()


def test_every_change_is_on_the_trail(leila: User) -> None:
    before = AuditEntry.objects.count()
    view = save_view(leila, "people", "Winners", QUERY, by=BY)
    rename_view(view, "The winners", by=BY)
    for _ in range(2):
        remove_view(view, by=BY)
    restore_view(view, by=BY)
    verbs = list(AuditEntry.objects.order_by("number").values_list("verb", flat=True))[before:]
    assert verbs == ["save", "rename", "remove", "restore"]
