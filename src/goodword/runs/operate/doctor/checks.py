"""Every check, in the order in which they are read."""

from goodword.runs.operate.doctor.database import DATABASE_CHECKS
from goodword.runs.operate.doctor.evidence import EVIDENCE_CHECKS
from goodword.runs.operate.doctor.finding import Check
from goodword.runs.operate.doctor.named import SETTINGS_CHECKS
from goodword.runs.operate.doctor.serving import SERVING_CHECKS

CHECKS: tuple[Check, ...] = (*SETTINGS_CHECKS, *DATABASE_CHECKS, *EVIDENCE_CHECKS, *SERVING_CHECKS)
"""Those that need the workspace opened; `machine.FIRST_CHECKS` come before."""
