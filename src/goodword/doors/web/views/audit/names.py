"""To whom and to what: what things on the trail are called today, as far as the reader may see it.

The trail keeps ids. A person is named only where `Sight` shows them to this reader, also where they came in themselves
as an advocate; who is out of their sight and who is in nobody's any more look the same.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from goodword.doors.web import wording
from goodword.doors.web.views.audit.sentences import Words
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.desk.models import SavedView
from goodword.programme.links.models import Link
from goodword.programme.permissions.wording import kind_label
from goodword.programme.team.browsing import Named, names_of
from goodword.programme.team.models import Assignment, AuditEntry, Token
from goodword.programme.team.principal import Principal
from goodword.programme.team.roles import LABELS, Right, Role
from goodword.runs.jobs.kinds import label_of
from goodword.runs.jobs.models import Job
from goodword.runs.settings.catalogue import SETTINGS

USERS = frozenset(
    {"user", "role", "sign_in", "session", "sessions", "password", "second_factor", "recovery_codes", "preferences"}
)
"""Nouns whose things are known by the id of a colleague."""

PEOPLE = frozenset({"moment", "answer", "person"})
"""Nouns whose things are known by the id of a person."""

PERSON_FACTS = ("person", "person_id")
"""Facts that are the id of a person."""

LISTS: dict[str, Words] = {
    "people": _l("People"),
    "today": _l("Today"),
    "answers": _l("Answers to moments"),
    "search": _l("Search"),
    "views": _l("Saved views"),
    "notifications": _l("Notifications"),
    "imports": _l("Imports"),
    "rejected": _l("Rejected rows"),
    "jobs": _l("Jobs"),
    "settings": _l("Settings"),
    "audit": _l("Audit trail"),
    "permissions": _l("Permissions"),
    "requests": _l("Requests"),
    "review-eligible": _l("Who could be drawn for a public review"),
    "team": _l("Team"),
    "tokens": _l("Tokens"),
    "team-tokens": _l("Tokens of the team"),
}
"""What to call the lists that can be taken out, and the pages that can be kept."""

_PAGES = {
    "act_kind": ("kind", Right.SEE_SETTINGS),
    "setting": ("setting", Right.SEE_SETTINGS),
    "person": ("person", Right.SEE_PEOPLE),
    "moment": ("person", Right.SEE_PEOPLE),
    "answer": ("person", Right.SEE_PEOPLE),
    "job": ("job", Right.SEE_DATA),
    "permission": ("permission", Right.SEE_PEOPLE),
    "import": ("data-import", Right.SEE_DATA),
    **dict.fromkeys(USERS, ("colleague", Right.MANAGE_TEAM)),
}
"""Noun, the route that shows such a thing by its id, and the right that opens it."""


@dataclass(frozen=True, slots=True)
class Names:
    """What everything on one page of the trail is called; asked of the database once, however much it is.

    Attributes:
        reader: who reads.
        actors: colleagues and tokens, by kind and id.
        advocates: the person each user is who is no colleague, by id of the user.
        people: the people whom the reader sees, by id.
        tokens: by id.
        views: kept lists that the reader sees as well, by id.
        jobs: the kind of each job, by id.
        holders: the person each link is for, by id of the link.
    """

    reader: Principal
    actors: dict[tuple[str, str], Named]
    advocates: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    views: dict[str, str] = field(default_factory=dict)
    jobs: dict[str, str] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)

    def actor(self, kind: str, ident: str) -> Named:
        """Whoever did it, as we call them today."""
        named = self.actors[kind, ident]
        if kind == "console":
            return Named(_("Console"))
        if kind == "link":
            who = self.people.get(self.holders.get(ident, "")) or _("Somebody who is not named here")
            return Named(who, _("by a link of theirs"))
        if kind == "user" and ident in self.advocates:
            return Named(self.people.get(self.advocates[ident]) or _("Somebody who is not named here"))
        return Named(_("Somebody who is gone")) if kind in {"user", "token"} and not named.user_id else named

    def user(self, ident: str) -> str:
        """A colleague; an advocate by the person they are."""
        if ident in self.advocates:
            return self.person(self.advocates[ident])
        named = self.actors.get(("user", ident))
        return named.name if named and named.user_id else _("somebody who is gone")

    def person(self, ident: str) -> str:
        """A person, where the reader sees them."""
        return self.people.get(ident) or _("a person who is not named here")

    def label(self, entry: AuditEntry) -> str:
        """To whom or to what an entry is."""
        if entry.noun in PEOPLE:
            return self.person(entry.object_id)
        if entry.noun in USERS and entry.object_id.isdecimal():
            return self.user(entry.object_id)
        say = _SAY.get(entry.noun)
        return say(self, entry) if say else entry.object_id

    def url(self, entry: AuditEntry) -> str:
        """The page of what an entry is about; empty where there is none that opens for the reader."""
        ident = entry.object_id
        route, right = _PAGES.get(entry.noun, ("", Right.SEE_AUDIT))
        gone = (
            (entry.noun in PEOPLE and ident not in self.people)
            or (entry.noun in USERS and (ident in self.advocates or not self.actors["user", ident].user_id))
            or (entry.noun == "job" and ident not in self.jobs)
            or (entry.noun == "setting" and ident not in SETTINGS)
        )
        if not route or not ident or gone or not self.reader.may(right):
            return ""
        try:
            return reverse(route, args=[ident])
        except NoReverseMatch:
            return ""


def names(entries: Iterable[AuditEntry], reader: Principal) -> Names:
    """Look up the names of everything in some entries; a handful of queries, however many they are."""
    found = list(entries)
    actors = {(entry.actor_kind, entry.actor_id) for entry in found}
    actors |= {("user", entry.object_id) for entry in found if entry.noun in USERS}
    actors |= {("user", str(user)) for entry in found if (user := entry.facts_after.get("user"))}
    ids = {noun: {one.object_id for one in found if one.noun == noun} for noun in ("token", "view", "job")}
    numbers = {noun: [int(ident) for ident in some if ident.isdecimal()] for noun, some in ids.items()}
    tokens = Token.objects.filter(pk__in=numbers["token"]) if numbers["token"] else ()
    views = SavedView.objects.seen_by(reader.user, reader.role).filter(pk__in=numbers["view"]) if ids["view"] else ()
    jobs = Job.objects.filter(pk__in=numbers["job"]) if numbers["job"] else ()
    advocates = _advocates(ident for kind, ident in actors if kind == "user" and ident.isdecimal())
    holders = _holders(ident for kind, ident in actors if kind == "link" and ident.isdecimal())
    people = {ident for entry in found for ident in _people_in(entry)} | {*advocates.values(), *holders.values()}
    return Names(
        reader=reader,
        actors=names_of(actors),
        advocates=advocates,
        people=_people(people, reader),
        tokens={str(one.pk): one.name for one in tokens},
        views={str(one.pk): one.name for one in views},
        jobs={str(one.pk): one.kind for one in jobs},
        holders=holders,
    )


def _advocates(users: Iterable[str]) -> dict[str, str]:
    given = Assignment.objects.filter(user_id__in=[int(ident) for ident in users], role=Role.ADVOCATE.value)
    return {str(user): person for user, person in given.values_list("user_id", "person_id")}


def _holders(links: Iterable[str]) -> dict[str, str]:
    numbers = [int(ident) for ident in links]
    found = Link.objects.filter(pk__in=numbers).select_related("person") if numbers else ()
    return {str(one.pk): one.today_id for one in found}


def _people_in(entry: AuditEntry) -> Iterator[str]:
    if entry.noun in PEOPLE:
        yield entry.object_id
    for facts in (entry.facts_before, entry.facts_after):
        yield from (str(facts[name]) for name in PERSON_FACTS if facts.get(name))


def _people(ids: set[str], reader: Principal) -> dict[str, str]:
    """The names of those whom the reader sees."""
    generation = Publication.current() if ids and reader.may(Right.SEE_PEOPLE) else None
    if generation is None:
        return {}
    sight = Sight.of(reader)
    return {row.person_id: sight.person(row).called for row in sight.people(generation).filter(person_id__in=ids)}


def _setting(_names: Names, entry: AuditEntry) -> str:
    setting = SETTINGS.get(entry.object_id)
    return f"{setting.subject}: {setting.label}" if setting else entry.object_id


def _token(names: Names, entry: AuditEntry) -> str:
    return names.tokens.get(entry.object_id) or _("(no longer there)")


def _view(names: Names, entry: AuditEntry) -> str:
    name = names.views.get(entry.object_id)
    return _("the view %(name)s") % {"name": name} if name else _("a kept view")


def _letter(_names: Names, entry: AuditEntry) -> str:
    return _("e-mail %(number)s") % {"number": entry.object_id}


def _ask(_names: Names, entry: AuditEntry) -> str:
    return _("ask %(number)s") % {"number": entry.object_id}


def _link(_names: Names, entry: AuditEntry) -> str:
    return _("link %(number)s of a letter") % {"number": entry.object_id}


def _place(_names: Names, entry: AuditEntry) -> str:
    return _("place %(number)s for an ask") % {"number": entry.object_id}


def _permission(_names: Names, entry: AuditEntry) -> str:
    return _("permission %(number)s") % {"number": entry.object_id}


def _need(_names: Names, entry: AuditEntry) -> str:
    return _("request %(number)s") % {"number": entry.object_id}


def _act_kind(_names: Names, entry: AuditEntry) -> str:
    return kind_label(entry.object_id)


def _letter_template(_names: Names, entry: AuditEntry) -> str:
    told = entry.facts_after
    about = {"kind": kind_label(str(told.get("kind") or "")), "language": told.get("language") or ""}
    return _("the letter for “%(kind)s” in %(language)s") % about


def _draw(_names: Names, entry: AuditEntry) -> str:
    return _("draw %(number)s") % {"number": entry.object_id}


def _invitation(_names: Names, entry: AuditEntry) -> str:
    return _("number %(number)s") % {"number": entry.object_id}


def _review_site(_names: Names, entry: AuditEntry) -> str:
    return str(entry.facts_after.get("name") or _("site %(number)s") % {"number": entry.object_id})


def _job(names: Names, entry: AuditEntry) -> str:
    kind = names.jobs.get(entry.object_id) or entry.facts_after.get("kind")
    return label_of(str(kind)) if kind else _("number %(number)s") % {"number": entry.object_id}


def _role(_names: Names, entry: AuditEntry) -> str:
    return str(LABELS[Role(entry.object_id)]) if entry.object_id in set(Role) else entry.object_id


def _generation(_names: Names, entry: AuditEntry) -> str:
    return wording.day(entry.facts_after.get("as_of")) or entry.object_id


def _list(_names: Names, entry: AuditEntry) -> str:
    return str(LISTS.get(entry.object_id, entry.object_id))


def _sign_in(_names: Names, _entry: AuditEntry) -> str:
    return _("an address that nobody has")


_SAY: dict[str, Callable[[Names, AuditEntry], str]] = {
    "setting": _setting,
    "token": _token,
    "view": _view,
    "letter": _letter,
    "job": _job,
    "permission": _permission,
    "act_kind": _act_kind,
    "letter_template": _letter_template,
    "ask": _ask,
    "claim": _need,
    "meeting": _need,
    "need": _need,
    "link": _link,
    "place": _place,
    "draw": _draw,
    "invitation": _invitation,
    "review_site": _review_site,
    "second_factor": _role,  # asked of everybody with a role
    "generation": _generation,
    "list": _list,
    "sign_in": _sign_in,
}
"""What to call a thing, by its noun."""
