"""Permissions: what a person or their company allowed and forbade, for what, and the proof of it."""

from collections.abc import Collection
from dataclasses import fields
from typing import ClassVar, Literal, Self

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.kinds import AUDIENCES, BY_LOT, LONGEST_REST, MOST_LOAD, Policy
from goodword.programme.permissions.scope import Scope
from goodword.programme.permissions.words import Word

type ProofKind = Literal["said", "email", "form", "file"]


class ActKind(models.Model):
    """A kind of act with its policy; what the words mean stands in `kinds.Policy`."""

    code = models.TextField(primary_key=True)
    place = models.PositiveSmallIntegerField(default=0)  # in lists
    needs_person = models.BooleanField()
    needs_company = models.BooleanField()
    audience = models.TextField()
    by_choice = models.BooleanField()
    asked_for = models.BooleanField()
    minutes = models.PositiveIntegerField(db_default=30)
    load = models.PositiveSmallIntegerField(db_default=1)
    rest_days = models.PositiveSmallIntegerField(db_default=0)
    asked_by = models.JSONField(default=list)
    needs_qualified = models.BooleanField(db_default=False)
    company_first = models.BooleanField(db_default=False)
    needs_story = models.BooleanField(db_default=False)
    public_review = models.BooleanField(db_default=False)
    at_a_time = models.BooleanField(db_default=False)
    label = models.TextField(blank=True, db_default="")
    gives_en = models.TextField(blank=True, db_default="")
    gives_de = models.TextField(blank=True, db_default="")

    class Meta:
        ordering = ("place", "code")
        constraints = [
            CheckConstraint(condition=~Q(code=""), name="act_kind_has_a_code"),
            CheckConstraint(condition=Q(audience__in=AUDIENCES), name="act_kind_audience_is_known_word"),
            CheckConstraint(condition=Q(load__lte=MOST_LOAD), name="act_kind_load_is_bounded"),
            CheckConstraint(condition=Q(rest_days__lte=LONGEST_REST), name="act_kind_rest_is_bounded"),
            # A public review is never asked of whom somebody chose; no door and no import can say otherwise.
            CheckConstraint(condition=~Q(code=BY_LOT) | Q(by_choice=False), name="act_kind_review_goes_by_lot"),
            CheckConstraint(
                condition=Q(public_review=False) | Q(by_choice=False), name="act_kind_any_review_goes_by_lot"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def policy(self) -> Policy:
        """What it needs, as the gate reads it."""
        named = {field.name: getattr(self, field.name) for field in fields(Policy)}
        return Policy(**named | {"asked_by": tuple(self.asked_by)})


class KindChange(models.Model):
    """Somebody added a kind of act, or changed what it needs: what held before and after, each as a whole."""

    act_kind = models.ForeignKey(ActKind, on_delete=models.CASCADE, related_name="changes")
    number = models.PositiveIntegerField()  # 1 for the first; of two at once one is told of the other
    before = models.JSONField(null=True)  # nothing: it was added
    after = models.JSONField()
    at = models.DateTimeField()
    by_kind = models.TextField()
    by_id = models.TextField(blank=True)
    door = models.TextField()
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = [UniqueConstraint(fields=["act_kind", "number"], name="kind_change_numbers_count_up")]

    def __str__(self) -> str:
        return f"change {self.number} of {self.act_kind_id}"


class GrantQuerySet(models.QuerySet["Grant"]):
    """Sets of words that pages and actions speak of."""

    def of_keys(self, people: Collection[str], accounts: Collection[str]) -> Self:
        """What these people and these companies said."""
        return self.filter(Q(person_id__in=people) | Q(account_id__in=accounts))

    def standing(self) -> Self:
        """Those that nobody took back; they may have ended, and newer ones may count instead."""
        return self.filter(withdrawal__isnull=True)

    def cared_for_by(self, owner: str) -> Self:
        """Those of accounts with this owner, and of their people; all of them where it is empty."""
        wanted = owner.strip().lower()
        if not wanted:
            return self
        # Whoever was known under another id before works for the company of today.
        of_people = Q(person__root=None, person__account__owner_email=wanted) | Q(
            person__root__account__owner_email=wanted
        )
        return self.filter(of_people | Q(account__owner_email=wanted))

    def told(self) -> Self:
        """The newest first, with all that a list tells of them."""
        return self.select_related("person", "account", "proof", "withdrawal").order_by("-given_on", "-pk")


class Grant(models.Model):
    """A word: a grant or a denial, under the key of a person or of a company. What nobody said is no row."""

    GRANTED: ClassVar[Literal["granted"]] = "granted"
    DENIED: ClassVar[Literal["denied"]] = "denied"

    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="grants")
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="grants")
    state = models.TextField()
    act_kind = models.ForeignKey(ActKind, null=True, on_delete=models.PROTECT, related_name="+")  # none: every kind
    asset = models.TextField(blank=True)
    audience = models.TextField(blank=True)
    prospect = models.TextField(blank=True)
    channel = models.TextField(blank=True)
    territory = models.TextField(blank=True)
    given_on = models.DateField()
    expires_on = models.DateField(null=True)  # the first day without it
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user who recorded it

    objects = GrantQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(person__isnull=False, account__isnull=True) | Q(person__isnull=True, account__isnull=False),
                name="grant_has_one_key",
            ),
            CheckConstraint(condition=Q(state__in=["granted", "denied"]), name="grant_state_is_known_word"),
            CheckConstraint(
                condition=Q(audience__in=AUDIENCES) | Q(audience="", state="denied"), name="grant_names_its_audience"
            ),
            CheckConstraint(condition=Q(prospect="") | Q(audience="named"), name="grant_prospect_is_the_audience"),
            CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gt=models.F("given_on")),
                name="grant_ends_after_it_began",
            ),
        ]
        indexes = [Index(fields=["-given_on", "-id"], name="grant_newest_first")]

    def __str__(self) -> str:
        return f"{self.state} on {self.given_on}: {self.act_kind_id or 'everything'}"

    @property
    def person_today(self) -> str:
        """The id of today of the person whose key it is; empty for a company's."""
        return (self.person.root_id or self.person.pk) if self.person else ""

    @property
    def scope(self) -> Scope:
        """What it is for."""
        return Scope(
            act_kind=self.act_kind_id or "",
            asset=self.asset,
            audience=self.audience,
            prospect=self.prospect,
            channel=self.channel,
            territory=self.territory,
        )

    @property
    def word(self) -> Word:
        """It, as the gate reads it; its withdrawal must have been fetched with it."""
        withdrawal = getattr(self, "withdrawal", None)
        return Word(
            number=self.pk,
            granted=self.state == self.GRANTED,
            scope=self.scope,
            given_on=self.given_on,
            expires_on=self.expires_on,
            withdrawn_on=withdrawal.withdrawn_on if withdrawal else None,
            mistaken=bool(withdrawal and withdrawal.why == Withdrawal.MISTAKE),
        )


class Proof(models.Model):
    """How we know: the file, the e-mail, the form, or to whom it was said; and the words that were shown."""

    KINDS: ClassVar[tuple[ProofKind, ...]] = ("said", "email", "form", "file")

    grant = models.OneToOneField(Grant, on_delete=models.CASCADE, related_name="proof", primary_key=True)
    kind = models.TextField()
    said_to = models.TextField(blank=True)  # whom of ours they told
    wording = models.TextField(blank=True)  # what they were shown, or what they wrote
    reference = models.TextField(blank=True)  # where the e-mail or form is: an address, a message id
    file_name = models.TextField(blank=True)
    file_sha256 = models.TextField(blank=True)  # names the file in the workspace's folder of proofs
    file_size = models.PositiveBigIntegerField(null=True)  # bytes

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(kind__in=["said", "email", "form", "file"]), name="proof_kind_is_known_word"),
            CheckConstraint(condition=~Q(kind="file") | ~Q(file_sha256=""), name="proof_by_file_has_its_file"),
            CheckConstraint(
                condition=Q(file_sha256="", file_name="", file_size__isnull=True)
                | (Q(file_size__gt=0) & ~Q(file_sha256="") & ~Q(file_name="")),
                name="proof_file_is_whole",
            ),
        ]
        indexes = [Index(fields=["file_sha256"], name="proof_by_file")]

    def __str__(self) -> str:
        return f"{self.kind} of grant {self.grant_id}"


class Withdrawal(models.Model):
    """A word that was taken back by whose it was, or that was never said: somebody recorded it by mistake."""

    WITHDRAWN: ClassVar[Literal["withdrawn"]] = "withdrawn"
    MISTAKE: ClassVar[Literal["mistake"]] = "mistake"

    grant = models.OneToOneField(Grant, on_delete=models.CASCADE, related_name="withdrawal")
    why = models.TextField()
    withdrawn_on = models.DateField()
    reason = models.TextField(blank=True)  # for our own people
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user who recorded it

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(why__in=["withdrawn", "mistake"]), name="grant_withdrawal_is_known_word")
        ]

    def __str__(self) -> str:
        return f"{self.why} on {self.withdrawn_on}"
