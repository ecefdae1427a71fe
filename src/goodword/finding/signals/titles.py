"""Which job titles are an executive's, in the languages our users' customers write."""

import ibis.expr.types as ir

from goodword.finding.signals.leading import LEADING

# Scripts that do not part words by spaces.
_ANYWHERE = (
    "社長|取締役|部長|代表|总经理|总监|董事长|总裁|首席|创始人|대표|이사|директор|руководитель|основатель|президент"
)
_OWNER = "(^|[^a-z])owner([^a-z]|$)"
_OWNER_OF_A_THING = "(product|process|data|service|system|application|platform|risk|control) owner"
_HELPS_ONE = "(assistant|assistent|assistenz|asistente|assistante|secretary|sekret|intern |office of|to the )"


def is_executive(title: ir.StringValue) -> ir.BooleanValue:
    """Return whether a job title says that its holder leads: chief, C-level, VP, head, director, president, owner.

    Never null: no title is no executive. Somebody who assists one is none, and a product owner owns no company.
    """
    text = title.fill_null("").lower()
    leads = text.re_search(f"(^|[^a-z])({LEADING})([^a-z]|$)") | text.re_search(_ANYWHERE)
    owns = text.re_search(_OWNER) & ~text.re_search(_OWNER_OF_A_THING)
    return (leads | owns) & ~text.re_search(_HELPS_ONE)
