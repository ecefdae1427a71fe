"""How it is served: jobs, debug, host names, HTTPS, mail, what is held, and the newest backup."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings

from goodword.programme.team.sealed_factors import ages_of_factors
from goodword.runs.jobs.models import Job
from goodword.runs.operate.doctor.finding import Check, Found, Patient, deviates, fine, to_know
from goodword.runs.operate.restored import sending_is_held
from goodword.runs.shelves import last_backup

_FAILED_DAYS = 7
_LATE = timedelta(hours=1)
_LOCAL = {"127.0.0.1", "localhost", "[::1]"}


def debug(_patient: Patient) -> Found:
    """Errors are not shown to the browser."""
    if settings.DEBUG:
        return deviates(
            "GOODWORD_DEBUG is on.", "Whoever causes an error reads settings and data.", "Unset GOODWORD_DEBUG."
        )
    return fine("Debug is off.")


def hosts(_patient: Patient) -> Found:
    """It answers to its own names only."""
    names = list(settings.ALLOWED_HOSTS)
    wild = [name for name in names if name == "*" or name.startswith(".")]
    if wild:
        return deviates(
            f"It answers to {', '.join(wild)}.",
            "Somebody else's name in a link of a mail would be taken for ours.",
            "Name the hosts one by one in GOODWORD_ALLOWED_HOSTS.",
        )
    if set(names) <= _LOCAL:
        return fine("It answers on this machine only.")
    return fine(f"It answers to {', '.join(sorted(names))}.")


def https(_patient: Patient) -> Found:
    """Cookies travel encrypted wherever others can reach it."""
    if settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE:
        return fine("Cookies travel over HTTPS only.")
    if set(settings.ALLOWED_HOSTS) <= _LOCAL:
        return fine("It is served on this machine only, without HTTPS.")
    return deviates(
        "It answers to names of a network, and cookies travel without HTTPS too.",
        "Whoever listens on the way can take over a session.",
        "Serve it behind TLS and set GOODWORD_SECURE=1: docs/how-to/serve-behind-tls.md",
    )


def keys(_patient: Patient) -> Found:
    """Whether keys of before are still needed, and whether none is missing."""
    ages = ages_of_factors()
    if ages["lost"]:
        return deviates(
            f"{ages['lost']} second factors were sealed with a key that is not known any more.",
            "No code of theirs is right; whoever has nothing else cannot sign in.",
            "Bring that key back into secret.key.old, or remove the factor: goodword user reset EMAIL --second-factor",
        )
    if ages["before"]:
        return to_know(
            f"{ages['before']} second factors are sealed with a key of before.",
            "They are lost if that key goes.",
            "goodword user reseal",
        )
    if settings.SECRET_KEY_FALLBACKS:
        return fine("A key of before is still believed; no second factor needs it.")
    return fine("One key signs and seals everything.")


def jobs(patient: Patient) -> Found:
    """No job failed or stands still."""
    since = patient.now - timedelta(days=_FAILED_DAYS)
    failed = Job.objects.filter(state="failed", ended_at__gte=since).order_by("-ended_at")
    newest = failed.first()
    if newest is not None:
        return deviates(
            f"{failed.count()} jobs failed within {_FAILED_DAYS} days; the newest, {newest.kind}: "
            f"{newest.error_sentence or newest.error_code}",
            "What somebody asked for was not done.",
            newest.error_mend or "Ask for it again once its reason is gone.",
        )
    waiting = Job.objects.filter(state="waiting", due_at__lt=patient.now - _LATE).count()
    if waiting:
        return deviates(
            f"{waiting} jobs wait for longer than an hour.", "Nobody works on them.", "Start goodword serve."
        )
    return fine(f"No job failed within {_FAILED_DAYS} days, and none waits.")


def mail(_patient: Patient) -> Found:
    """Letters can leave, with links that lead here."""
    site = urlsplit(settings.SITE_URL)
    if (site.hostname or "") not in {name.strip("[]") for name in settings.ALLOWED_HOSTS}:
        return deviates(
            f"Links in mails lead to {settings.SITE_URL}, a name it does not answer to.",
            "Whoever follows one sees an error.",
            "Let GOODWORD_SITE_URL and GOODWORD_ALLOWED_HOSTS name the same host.",
        )
    if settings.SESSION_COOKIE_SECURE and site.scheme != "https":
        return deviates(
            f"Links in mails lead to {settings.SITE_URL}, and sessions need HTTPS.",
            "Whoever follows one has to sign in again and again.",
            "Write https:// in GOODWORD_SITE_URL.",
        )
    if settings.SMTP_SERVER is None:
        return to_know(
            "No mail server is named.",
            "Letters wait in the outbox.",
            "Set GOODWORD_SMTP_URL; try: goodword outbox test",
        )
    return fine(f"Letters go to {settings.SMTP_SERVER.host} from {settings.DEFAULT_FROM_EMAIL}.")


def sending(patient: Patient) -> Found:
    """Whether it may send."""
    held = sending_is_held(patient.folder)
    if held is None:
        return fine("Nothing holds sending.")
    return to_know(held.sentence, "Mails wait, and tokens are refused.", held.mend)


def backup(patient: Patient) -> Found:
    """The newest backup that was restored and compared."""
    last = last_backup(patient.folder)
    mend = "goodword backup. Every night: docs/how-to/run-as-a-service.md"
    means = "A broken disk or a wrong command would cost everything since then."
    if last is None:
        return to_know("There is no backup that counts.", "A broken disk would cost everything.", mend)
    age = (patient.now - last.created_at).days
    if not last.archive.is_file():
        return deviates(f"The newest backup, {last.archive.name}, is gone.", means, mend)
    if age > patient.backup_days:
        return deviates(f"The newest backup that counts is {age} days old.", means, mend)
    return fine(f"The newest backup that counts is {last.archive.name}, {age} days old.")


SERVING_CHECKS = (
    Check("debug", "whether errors are shown to the browser", debug),
    Check("hosts", "the host names it answers to", hosts),
    Check("https", "whether cookies travel encrypted", https),
    Check("keys", "the key that signs and seals, and those of before", keys),
    Check("jobs", "jobs that failed or stand still", jobs),
    Check("mail", "whether letters can leave", mail),
    Check("sending", "whether it may send", sending),
    Check("backup", "the newest backup that counts", backup),
)
