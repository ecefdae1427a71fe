"""Where the page of somebody's account is."""

from django.urls import reverse

from goodword.programme.advocates.models import Generation, ListedPerson
from goodword.programme.advocates.roster import read_array


def account_url_of(generation: Generation, person: ListedPerson) -> str:
    """Return the page of a person's account; empty where it has none, as when only people were loaded."""
    accounts = read_array(generation, "account")
    known = person.account_id and person.rank < len(accounts) and accounts[person.rank] >= 0
    return reverse("account", args=[person.account_id]) if known else ""
