"""What of customers' people stands with our own people: only those who were let in to a page of their own.

The tables of Django and allauth are declared here too, for signing in is this app's business.
"""

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import Model, Q, QuerySet

from goodword.programme.personal import Nobody, Personal, Subject
from goodword.programme.team.models import (
    Assignment,
    AuditEntry,
    Deactivation,
    FailedSignIn,
    OpenSession,
    Token,
    TokenRevocation,
    UsedCode,
    User,
)


def _users(subject: Subject) -> QuerySet[User]:
    return User.objects.filter(pk__in=subject.user_ids)


def _sessions(subject: Subject) -> QuerySet[Session]:
    keys = OpenSession.objects.filter(user__in=subject.user_ids).values_list("session_key", flat=True)
    return Session.objects.filter(session_key__in=list(keys))


def _failed(subject: Subject) -> QuerySet[FailedSignIn]:
    return FailedSignIn.objects.filter(address__in=[FailedSignIn.disguise(email) for email in subject.emails])


def _own(model: str, subject: Subject, path: str = "user") -> QuerySet[Model]:
    rows = apps.get_model(model)._default_manager  # noqa: SLF001  # Django's way to any model's rows
    found: QuerySet[Model] = rows.filter(**{f"{path}__in": subject.user_ids})
    return found


def _entries(subject: Subject) -> QuerySet[AuditEntry]:
    wanted = Q(object_id__in=subject.person_ids)
    for noun, ident in subject.traces:
        wanted |= Q(noun=noun, object_id=ident)
    return AuditEntry.objects.filter(wanted).order_by("number")


def _by_hand(_subject: Subject) -> int:
    """The trail refuses deletions: `erase_from_trail` goes over it, with a witness in the chain."""
    return 0


_OF_A_USER = ("user", "role", "session", "sessions", "sign_in", "password", "second_factor", "recovery_codes")
_OF_USER = "With the account of their own page."

DECLARED = (
    Personal(
        "sessions.Session", "Browsers signed in to their own page.", _sessions, secret=("session_key", "session_data")
    ),
    Personal(
        "team.OpenSession",
        "When and with which browser they signed in to their own page.",
        lambda subject: OpenSession.objects.filter(user__in=subject.user_ids),
        secret=("session_key",),
    ),
    Personal("team.FailedSignIn", "Attempts to sign in with their address that failed, as a hash.", _failed),
    Personal("team.UsedCode", _OF_USER, lambda s: UsedCode.objects.filter(user__in=s.user_ids), secret=("digest",)),
    Personal(
        "team.TokenRevocation",
        _OF_USER,
        lambda s: TokenRevocation.objects.filter(token__user__in=s.user_ids),
        colleagues=("by",),
    ),
    Personal(
        "team.Token",
        _OF_USER,
        lambda s: Token.objects.filter(user__in=s.user_ids),
        secret=("digest",),
        nouns=("token",),
    ),
    Personal(
        "team.Deactivation",
        "When somebody took back that they may see their own page.",
        lambda subject: Deactivation.objects.filter(user__in=subject.user_ids),
        texts=("reason",),
        colleagues=("by", "lifted_by"),
    ),
    Personal(
        "team.Assignment",
        "That they were let in to their own page.",
        lambda subject: Assignment.objects.filter(person_id__in=subject.person_ids),
        colleagues=("given_by",),
    ),
    Personal(
        "team.User",
        "The account with which they sign in to their own page.",
        _users,
        secret=("password",),
        nouns=_OF_A_USER,
    ),
    Personal(
        "team.AuditEntry",
        "The audit trail: what was done for or about them.",
        _entries,
        texts=("object_id", "before", "after", "reason"),
        colleagues=("actor_id",),
        erase=_by_hand,
    ),
    Nobody("team.AuditTombstone", "Numbers of entries that were blacked out."),
    Nobody("team.AuditCheck", "Numbers and digests of the trail."),
    Nobody("team.AuditHead", "The end of the trail."),
    Nobody("team.SecondFactorRule", "Which roles need a second factor; given by colleagues."),
    Nobody("contenttypes.ContentType", "Names of models."),
    Nobody("auth.Permission", "Django's own; not used."),
    Nobody("auth.Group", "Django's own; not used."),
    Personal(
        "account.EmailConfirmation", _OF_USER, lambda s: _own("account.EmailConfirmation", s, "email_address__user")
    ),
    Personal("account.EmailAddress", _OF_USER, lambda s: _own("account.EmailAddress", s)),
    Personal("mfa.Authenticator", _OF_USER, lambda s: _own("mfa.Authenticator", s), secret=("data",)),
    Nobody("socialaccount.SocialApp", "Providers of single sign-on."),
    Personal(
        "socialaccount.SocialToken",
        _OF_USER,
        lambda s: _own("socialaccount.SocialToken", s, "account__user"),
        secret=("token", "token_secret"),
    ),
    Personal("socialaccount.SocialAccount", _OF_USER, lambda s: _own("socialaccount.SocialAccount", s)),
)
