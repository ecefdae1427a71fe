"""Add a site of public reviews, or change its rules."""

from dataclasses import asdict, replace

from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict

from goodword.programme.lots.models import Site
from goodword.programme.lots.policies import SiteRules, refuse_kind_of, refuse_site, site_there
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def keep_site(rules: SiteRules, *, by: Actor, site: Site | None = None) -> Site:
    """Let a site be as somebody wants it from now on; draws that were asked for keep their size.

    Args:
        rules: all of it.
        by: who wants it.
        site: the one that is changed; None for a new one.

    Raises:
        GoodwordError: its rules make no sense, another site has the name, or people were drawn for another kind.
    """
    rules = replace(rules, name=rules.name.strip(), url=rules.url.strip(), disclosure=rules.disclosure.strip())
    refusal = refuse_site(rules)
    if refusal is not None:
        raise refusal
    wanted = asdict(rules)
    with transaction.atomic():
        row = Site.objects.select_for_update().get(pk=site.pk) if site else Site()
        refusal = refuse_kind_of(row, rules.act_kind) if site else None
        if refusal is not None:
            raise refusal
        before = model_to_dict(row, fields=list(wanted)) if site else None
        if before == wanted:
            return row
        for name, value in wanted.items():
            setattr(row, "act_kind_id" if name == "act_kind" else name, value)
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError as error:
            raise site_there(rules.name) from error
        record(by, "change" if site else "add", "review_site", str(row.pk), before=before, after=wanted)
    return row
