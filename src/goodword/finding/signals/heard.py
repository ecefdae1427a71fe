"""What customers' people said, with who said it, where and when."""

from datetime import datetime

import ibis.expr.types as ir

from goodword.finding.signals.days import instant

_CONVERSATIONS = ("call", "meeting", "training", "ebr")


def heard(remarks: ir.Table, texts: ir.Table, *, as_of: datetime) -> ir.Table:
    """Return every remark of a known person before `as_of`.

    Columns: person_id, account_id, at, channel, where (the record table), record_id, remark_id, start, end, quote,
    polarity (0 where the listener gave none), kind, outcome (whether one is stated). What we wrote ourselves
    (`direction` out) does not count, except that in a conversation which we began the customer still speaks: there a
    remark counts whose speaker the transcript names.
    """
    said = remarks.select(
        where=remarks["table"],
        record_id=remarks["id"],
        remark_id=remarks["remark_id"],
        start=remarks["start"],
        end=remarks["end"],
        quote=remarks["quote"],
        polarity=remarks["polarity"].fill_null(0.0),
        kind=remarks["kind"],
        outcome=~remarks["outcome"].isnull(),
        named=~remarks["speaker"].isnull(),
    ).distinct()
    records = texts.filter(texts["person_id"].notnull(), texts["at"] < instant(as_of))
    records = records.select(
        text_table=records["table"],
        text_id=records["id"],
        person_id=records["person_id"],
        account_id=records["account_id"],
        at=records["at"],
        channel=records["channel"],
        ours=records["direction"].fill_null("in") == "out",
    ).distinct()
    both = said.inner_join(records, [said.where == records.text_table, said.record_id == records.text_id])
    return both.filter(~both.ours | (both.named & both.channel.isin(_CONVERSATIONS))).drop(
        "text_table", "text_id", "ours", "named"
    )
