"""What changed, from what to what, as it was written."""

import pytest

from goodword.finding.listening.judging.cues import lexicon_of, tokens_of
from goodword.finding.listening.outcomes.differences import outcome_in
from goodword.finding.listening.outcomes.sieve import EVERYTHING
from goodword.finding.listening.outcomes.stated import Stated, stated_in


def stated(sentence: str, language: str = "en") -> Stated | None:
    return stated_in(sentence, EVERYTHING, language)


@pytest.mark.parametrize(
    ("sentence", "language", "before", "after", "unit"),
    [
        ("We cut onboarding from six weeks to four days.", "en", "six weeks", "four days", "days"),
        ("It went from 12 h to 40 min.", "en", "12 h", "40 min", "min"),
        ("It takes 20 minutes instead of two days.", "en", "two days", "20 minutes", "minutes"),
        ("It used to take two days, now it takes 20 minutes.", "en", "two days", "20 minutes", "minutes"),
        ("Our close now takes four days instead of nine.", "en", "nine", "four days", "days"),
        ("You saved us 12k a month.", "en", "", "12k a month", "k"),
        ("We reduced ticket volume by 30 %.", "en", "", "30 %", "%"),
        ("Waiting time was halved.", "en", "", "halved", ""),
        ("Queries run twice as fast.", "en", "", "twice as fast", ""),
        ("Von sechs Wochen auf vier Tage verkürzt.", "de", "sechs Wochen", "vier Tage", "Tage"),
        ("Wir sparen 12.000 € im Monat.", "de", "", "12.000 € im Monat", "€"),
        ("Nous sommes passés de trois semaines à deux jours.", "fr", "trois semaines", "deux jours", "jours"),
        ("Pasamos de tres semanas a dos días.", "es", "tres semanas", "dos días", "días"),
        ("Passamos de 12 horas para 40 minutos.", "pt", "12 horas", "40 minutos", "minutos"),
    ],
)
def test_figures_are_taken_as_written(sentence: str, language: str, before: str, after: str, unit: str) -> None:
    found = stated(sentence, language)
    assert found is not None
    assert (found.outcome.before, found.outcome.after) == (before, after)
    assert found.outcome.unit == unit
    assert found.better is True


@pytest.mark.parametrize(
    "sentence",
    ["The shop is open from 9 to 5.", "See pages from 3 to 7.", "The meeting is on the 3rd.", "We have 12 users."],
)
def test_ranges_and_counts_are_no_outcomes(sentence: str) -> None:
    assert stated(sentence) is None


def test_a_longer_time_is_worse() -> None:
    found = stated("Loading went from 2 seconds to 30 seconds.")
    assert found is not None
    assert found.better is False


def test_falling_revenue_is_not_called_better() -> None:
    found = stated("Revenue dropped from 300 k to 100 k.")
    assert found is None or found.better is not True


def test_what_is_reduced_is_named() -> None:
    found = stated("We reduced ticket volume by 30 %.")
    assert found is not None
    assert found.outcome.metric == "ticket volume"


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("We cut onboarding from six weeks to four days.", "onboarding"),
        ("The payroll run went from 12 h to 40 min.", "payroll run"),
        ("Our close now takes four days instead of nine.", "close"),
    ],
)
def test_a_metric_is_what_changed_and_not_who_changed_it(sentence: str, metric: str) -> None:
    found = stated(sentence)
    assert found is not None
    assert found.outcome.metric == metric


def test_what_is_counted_instead_is_no_time() -> None:
    assert stated("It takes four days instead of nine people.") is None


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Overdue invoices: 826 per month before, 166 since the move.", "en"),
        ("Überfällige Rechnungen: vorher 826 im Monat, jetzt 166.", "de"),
        ("Factures en retard : 826 par mois avant, 166 depuis la bascule.", "fr"),
        ("Facturas atrasadas: 826 al mes antes, 166 desde el cambio.", "es"),
        ("Faturas em atraso: 826 por mês antes, 166 desde a mudança.", "pt"),
    ],
)
def test_a_rate_is_no_time(sentence: str, language: str) -> None:
    found = outcome_in(sentence, tokens_of(sentence, lexicon_of(language)), language)
    assert found is not None
    assert "826" in found.outcome.before
    assert "166" in found.outcome.after
