"""Yes, no and not known, where a rule has to decide."""

import ibis
import ibis.expr.types as ir


def surely(claim: ir.BooleanValue) -> ir.BooleanValue:
    """Return the claim, with not known as no."""
    return ibis.coalesce(claim, ibis.literal(value=False))


def unless_denied(claim: ir.BooleanValue) -> ir.BooleanValue:
    """Return the claim, with not known as yes."""
    return ibis.coalesce(claim, ibis.literal(value=True))


def one_if(claim: ir.BooleanValue) -> ir.FloatingValue:
    """Return 1 where the claim is true, else 0; a fraction on every engine, where a bare 1.0 may become a decimal."""
    return ibis.ifelse(surely(claim), 1, 0).cast("float64")
