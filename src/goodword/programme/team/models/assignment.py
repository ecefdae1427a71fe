"""Which role somebody has, since when and from whom; and when they were let go."""

from typing import ClassVar, Literal

from django.db import models
from django.db.models import CheckConstraint, OuterRef, Q, Subquery

from goodword.programme.team.models.user import User
from goodword.programme.team.roles import Role

type Reach = Literal["own", "all"]


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Roles, by whom they were given to."""

    def current_of(self, user: User) -> "Assignment | None":
        """The role somebody has now: the last that was given."""
        return self.filter(user=user).order_by("-id").first()

    def of_advocates(self) -> "AssignmentQuerySet":
        """What lets customers' people in: each is the role that its user has now."""
        latest = Assignment.objects.filter(user=OuterRef("user")).order_by("-id").values("pk")[:1]
        return self.filter(role=Role.ADVOCATE, pk=Subquery(latest)).select_related("user")

    def account_of(self, person_id: str) -> "Assignment | None":
        """The account of a customer's person: the one they may use now, else the last that they could."""
        theirs = self.of_advocates().filter(person_id=person_id)
        return theirs.order_by("-user__is_active", "-id").first()


class Assignment(models.Model):
    """A role given to somebody; the last one counts."""

    OWN: ClassVar[Reach] = "own"
    ALL: ClassVar[Reach] = "all"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assignments")
    role = models.TextField(choices=[(role.value, role.value) for role in Role])
    reach = models.TextField(default=ALL)  # `own`: only people of accounts in their care
    person_id = models.TextField(blank=True)  # who an advocate is; empty for colleagues
    given_at = models.DateTimeField()
    given_by = models.TextField(blank=True)  # id of the user who gave it; empty for the console

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(role__in=[role.value for role in Role]), name="assignment_role_is_known_word"),
            CheckConstraint(condition=Q(reach__in=["own", "all"]), name="assignment_reach_is_known_word"),
            CheckConstraint(
                condition=(Q(role=Role.ADVOCATE.value) & ~Q(person_id=""))
                | (~Q(role=Role.ADVOCATE.value) & Q(person_id="")),
                name="assignment_person_is_an_advocate",
            ),
        ]
        indexes = [models.Index(fields=["user", "-id"], name="assignment_of_user")]

    def __str__(self) -> str:
        return f"{self.role} ({self.reach})"


class Deactivation(models.Model):
    """Somebody may no longer sign in, until it is lifted."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="deactivations")
    at = models.DateTimeField()
    by = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(lifted_at=None), name="deactivation_open_once"),
        ]

    def __str__(self) -> str:
        return f"deactivated at {self.at:%Y-%m-%d}"
