"""`goodword stories`: what customers say of their success, who approved it, and whether it may be shown."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.find import read_day
from goodword.doors.cli.granting import AudienceName
from goodword.doors.cli.one_person import person_meant
from goodword.doors.cli.showing import Format, Shape, out, say_if_synthetic, told_programs, write_json
from goodword.doors.cli.story_file import read_story
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.stories.models import Story, Version

stories = typer.Typer(
    help="What customers say of their success, who approved it, and whether it may be shown.", no_args_is_help=True
)

_COLUMNS = ("story_id", "account_id", "title", "act_kind", "audience", "version", "approved", "may_show", "why_not")

_WANTED = ("story_id", "version", "name", "words", "said_at")

Number = Annotated[int, typer.Argument(metavar="STORY", help="Its id in the list, such as 7.")]
Seen = Annotated[AudienceName | None, typer.Option("--audience", help="Who would see it; as the story says if empty.")]
On = Annotated[str, typer.Option("--on", metavar="D", help="On which day; today if empty.")]


@stories.command("list")
def listed(
    context: typer.Context,
    *,
    usable: Annotated[bool, typer.Option("--usable", help="Only those that may be shown.")] = False,
    audience: Seen = None,
    on: On = "",
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List the stories, the newest first, each with whether it may be shown and if not why."""
    say_if_synthetic(workspace_of(context))
    from goodword.programme.stories.models import Story, Version
    from goodword.programme.stories.policies import refuse_uses

    day, seen = read_day(on or None), audience.value if audience else ""
    rows = Story.objects.usable(day, seen) if usable else Story.objects.all()
    rows = rows.order_by("-at", "-pk")
    newest = Version.objects.newest().select_related("story", "approval").filter(story__in=rows)
    versions, refusals = {one.story_id: one for one in newest}, refuse_uses(rows, day=day, audience=seen)
    told = [_told(versions[row.pk], refusals[row.pk]) for row in rows]
    if told_programs(shape, _COLUMNS, told):
        return
    out().print(_table(told) if told else _nothing(usable=usable))


def _nothing(*, usable: bool) -> str:
    from goodword.programme.stories.models import Story

    if usable and Story.objects.exists():
        return "No story may be shown. Why not, each says: goodword stories list"
    return "There is no story yet. Write the first: goodword stories write FILE.toml"


@stories.command("write")
def write(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.toml", help="The story: its title, text and quotes.")],
    *,
    story: Annotated[int, typer.Option("--story", metavar="STORY", help="Of which it is a new version.")] = 0,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Keep a story, or a new version of one. Nobody is shown it before it is approved."""
    workspace_of(context)
    from goodword.programme.stories.actions.write_story import write_story
    from goodword.programme.team.actor import Actor

    version = write_story(read_story(file), by=Actor.console(), story=_one(story) if story else None)
    if shape is Shape.JSON:
        write_json({"story_id": version.story_id, "version": version.number, "asset": version.story.asset})
        return
    out().print(f"Story {version.story_id}, version {version.number}: {version.title}", soft_wrap=True)
    out().print(f"Permissions for this story only name it {version.story.asset}. It waits to be approved.")


@stories.command("show")
def show(context: typer.Context, number: Number, *, audience: Seen = None, on: On = "") -> None:
    """Print a story as it was approved, where it may be shown; else say why it may not be."""
    say_if_synthetic(workspace_of(context))
    from goodword.programme.stories.models import Version
    from goodword.programme.stories.policies import refuse_use

    story = _one(number)
    refusal = refuse_use(story, day=read_day(on or None), audience=audience.value if audience else "")
    if refusal is not None:
        raise refusal
    version = Version.objects.shown().get(story=story)
    out().print(f"{version.title}\n\n{version.text}", soft_wrap=True)
    for one in version.outcomes.all():
        out().print(f"{one.what}: {f'{one.before} to ' if one.before else ''}{one.after}", soft_wrap=True)


@stories.command("wanted")
def wanted(
    context: typer.Context,
    *,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List what those quoted want changed before they allow a story. A new version answers it."""
    say_if_synthetic(workspace_of(context))
    from goodword.programme.stories.models import Story
    from goodword.programme.stories.wanted_changes import waiting_changes

    numbers = list(Story.objects.standing().values_list("pk", flat=True))
    told: list[dict[str, Any]] = [
        {
            "story_id": number,
            "version": one.row.version.number,
            "name": one.name,
            "words": one.row.words,
            "said_at": one.row.at.isoformat(),
        }
        for number, some in sorted(waiting_changes(numbers).items())
        for one in some
    ]
    if told_programs(shape, _WANTED, told):
        return
    if not told:
        out().print("Nobody who is quoted wants a change.")
        return
    table = Table("Story", "Version", "Who", "What they want changed")
    for row in told:
        table.add_row(str(row["story_id"]), str(row["version"]), row["name"], " ".join(row["words"].split()))
    out().print(table)


@stories.command("want-change")
def want_change_of(
    context: typer.Context,
    number: Number,
    version: Annotated[int, typer.Argument(metavar="VERSION", help="The one that they read.")],
    *,
    person: Annotated[str, typer.Option("--person", metavar="P", help="Who is quoted: an id, key, address or name.")],
    words: Annotated[str, typer.Option("--words", help="What should change, as they said it.")],
) -> None:
    """Write down what somebody quoted wants changed, where they told you and did not say it on their own page."""
    workspace_of(context)
    from goodword.programme.stories.actions.want_change import want_change
    from goodword.programme.team.actor import Actor

    want_change(_version(number, version), person_meant(person).today.pk, words, by=Actor.console())
    out().print(f"Noted. Whoever wrote story {number} is told; until they allow it, nobody is shown it on their word.")


@stories.command("approve")
def approve(
    context: typer.Context,
    number: Number,
    version: Annotated[int, typer.Argument(metavar="VERSION", help="The one that you read.")],
) -> None:
    """Approve the newest version of a story, as it is to the letter."""
    workspace_of(context)
    from goodword.programme.stories.actions.approve_version import approve_version
    from goodword.programme.team.actor import Actor

    approve_version(_version(number, version), by=Actor.console())
    out().print(f"Approved: story {number}, version {version}. It is shown while everybody quoted in it allows that.")


@stories.command("withdraw")
def withdraw(
    context: typer.Context,
    number: Number,
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why; it stands on the audit trail. No names.")],
) -> None:
    """Withdraw a story: from now on nobody is shown it."""
    workspace_of(context)
    from goodword.programme.stories.actions.withdraw_story import withdraw_story
    from goodword.programme.team.actor import Actor

    withdraw_story(_one(number), by=Actor.console(), reason=reason)
    out().print(f"Story {number} is shown to nobody any more.")


def _one(number: int) -> "Story":
    from goodword.programme.stories.models import Story

    found = Story.objects.filter(pk=number).select_related("withdrawal").first()
    if found is None:
        raise GoodwordError("no-story", f"There is no story {number}.", "See: goodword stories list")
    return found


def _version(story: int, number: int) -> "Version":
    found = _one(story).versions.filter(number=number).first()
    if found is None:
        raise GoodwordError("no-version", f"Story {story} has no version {number}.", "See: goodword stories list")
    return found


def _told(newest: "Version", refusal: GoodwordError | None) -> dict[str, Any]:
    story = newest.story
    return {
        "story_id": story.pk,
        "account_id": story.account_id,
        "title": newest.title,
        "act_kind": story.act_kind_id,
        "audience": newest.audience,
        "version": newest.number,
        "approved": hasattr(newest, "approval"),
        "may_show": refusal is None,
        "why_not": refusal.sentence if refusal else "",
    }


def _table(told: list[dict[str, Any]]) -> Table:
    table = Table("Id", "Account", "Title", "For whom", "Version", "May it be shown")
    for row in told:
        version = f"{row['version']}{'' if row['approved'] else ', not approved'}"
        said = "yes" if row["may_show"] else row["why_not"]
        table.add_row(str(row["story_id"]), row["account_id"], row["title"], row["audience"], version, said)
    return table
