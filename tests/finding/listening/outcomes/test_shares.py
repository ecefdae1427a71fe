"""A share that went up or down: good news or bad by what it is a share of, in five languages."""

import pytest

from goodword.finding.listening.hearing import hear, judged_sentence


def heard(sentence: str) -> list[tuple[str, str]]:
    """The kind of each remark, and the size of the change it states."""
    return [(one.kind, one.outcome.after if one.outcome else "") for one in hear(sentence)]


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("Error rates are down 60%.", "60%"),
        ("Our failed deliveries are down 35 % since spring.", "35 %"),
        ("Downtime went down about 80%.", "80%"),
        ("Complaints fell more than 30%.", "30%"),
        ("Churn is down 12 percent this year.", "12 percent"),
        ("Outages dropped 40-50%.", "40-50%"),
        ("Die Fehlerquote ging um 60 % zurück.", "60 %"),
        ("Die Ausfälle sind um 35 Prozent zurückgegangen.", "35 Prozent"),
        ("Unsere Reklamationen liegen 20 % niedriger.", "20 %"),
        ("Le taux d'erreur a baissé de 60 %.", "60 %"),
        ("Les pannes sont en baisse de 35 %.", "35 %"),
        ("Les réclamations ont reculé de 20 %.", "20 %"),
        ("La tasa de errores bajó un 60 %.", "60 %"),
        ("Las averías cayeron casi un 35 %.", "35 %"),
        ("Las devoluciones disminuyeron un 20 %.", "20 %"),
        ("A taxa de erros caiu 60%.", "60%"),
        ("As falhas caíram quase 35%.", "35%"),
        ("As devoluções diminuíram 20%.", "20%"),
    ],
)
def test_less_of_something_bad_is_a_win(sentence: str, share: str) -> None:
    assert heard(sentence) == [("win", share)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Error rates are up 60%.",
        "Our conversion is down 20 %.",
        "Uptime dropped 5%.",
        "Die Fehlerquote ist um 60 % gestiegen.",
        "Die Zufriedenheit ist um 20 % gesunken.",
        "Le taux d'erreur a augmenté de 60 %.",
        "La tasa de errores subió un 60 %.",
        "A taxa de erros subiu 60%.",
    ],
)
def test_more_of_something_bad_or_less_of_something_good_is_none(sentence: str) -> None:
    assert "win" not in [kind for kind, _ in heard(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The site is down.",
        "The site was down 60% of the time.",
        "Up to 40% of our users are in sales.",
        "We hope error rates will be down 60%.",
        "More than 40 % of the team sits in Lisbon.",
    ],
)
def test_a_share_of_something_and_a_hope_are_no_outcomes(sentence: str) -> None:
    assert [share for _, share in heard(sentence) if share] == []


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [
        ("We close the books in half an hour instead of days.", "days", "half an hour"),
        ("Closing the books went from two weeks to hours.", "two weeks", "hours"),
        ("The books once took weeks to close, now it only takes a few hours.", "weeks", "a few hours"),
        ("We closed in two days, which would have taken a month.", "a month", "two days"),
        ("We went from nine weeks to set up a branch office with all of its desks to three days.", "nine weeks", ""),
        ("The close used to take two long working days; now it is just a matter of a few hours.", "", "a few hours"),
        ("Wir schließen den Monat in zwei Stunden statt Tagen.", "Tagen", "zwei Stunden"),
        ("Nous clôturons en dix minutes au lieu de jours.", "jours", "dix minutes"),
        ("Cerramos el mes en diez minutos en lugar de horas.", "horas", "diez minutos"),
        ("Fechamos o mês em dez minutos em vez de horas.", "horas", "dez minutos"),
    ],
)
def test_a_time_without_a_figure_counts_beside_one_that_has_one(sentence: str, before: str, after: str) -> None:
    [remark] = hear(sentence)
    assert remark.outcome is not None
    assert (before or remark.outcome.before, after or remark.outcome.after) == (
        remark.outcome.before,
        remark.outcome.after,
    )
    assert remark.kind == "win"


def test_in_half_an_hour_halves_nothing() -> None:
    assert heard("We fixed it in half an hour.") == []


def test_a_noun_of_change_may_say_its_size_after_a_verb() -> None:
    assert heard("The improvement is about 15%.") == [("neutral", "15%")]


@pytest.mark.parametrize(
    ("sentence", "language", "good"),
    [
        ("Revenue is 60 % lower since the move.", "en", False),
        ("We see 30 % less adoption.", "en", False),
        ("Our costs are 40 % lower now.", "en", True),
        ("We get 40 % fewer tickets and better adoption.", "en", True),
        ("Das sind 30 % weniger Umsatz.", "de", False),
        ("Das sind 30 % weniger Aufwand.", "de", True),
        ("Nous avons 30 % de moins de tickets.", "fr", True),
        ("Tenemos un 30 % menos de errores.", "es", True),
        ("Temos 30 % menos erros.", "pt", True),
    ],
)
def test_less_is_good_only_of_what_nobody_wants_more_of(sentence: str, language: str, *, good: bool) -> None:
    judged, _ = judged_sentence(sentence, language)
    assert (judged.kind == "win") is good
