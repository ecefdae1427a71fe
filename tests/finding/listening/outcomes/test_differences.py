"""Outcomes in nouns, multiples, fractions, ranges and pairs of sentences, in five languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.hearing import hear
from goodword.finding.listening.judging.cues import LANGUAGES, lexicon_of, tokens_of
from goodword.finding.listening.outcomes.differences import outcome_in
from goodword.finding.listening.outcomes.stated import Stated


def stated(sentence: str, language: str, before: str = "") -> Stated | None:
    lexicon = lexicon_of(language)
    return outcome_in(sentence, tokens_of(sentence, lexicon), language, (before, tokens_of(before, lexicon)))


ENGLISH = [
    ("We saw a 40 % reduction in ticket volume.", "", "40 %"),
    ("It brought us savings of $2 million a year.", "", "$2 million a year"),
    ("We had about 70% overall savings on our bill.", "", "70%"),
    ("A threefold increase in throughput came with it.", "", "threefold"),
    ("The search is 10x faster.", "", "10x faster"),
    ("We ran at 2x to 20x greater efficiency.", "", "2x to 20x"),
    ("Errors went down by a factor of ten.", "", "ten"),
    ("We cut our costs by up to 40 %.", "", "40 %"),
    ("Costs fell by two thirds.", "", "two thirds"),
    ("Load time was reduced by half.", "", "by half"),
    ("Utilisation has increased by 20-50%.", "", "20-50%"),
    ("Onboarding dropped from six weeks down to four days.", "six weeks", "four days"),
    ("What took two days now takes 20 minutes.", "two days", "20 minutes"),
    ("We close the month in two days rather than nine days.", "nine days", "two days"),
    ("Two days, compared to nine days before.", "nine days", "Two days"),
    ("The old setup time was two days; now it's two hours.", "two days", "two hours"),
    ("Deployments increased from 1200/year to 3200/year.", "1200/year", "3200/year"),
    ("Releases went from every 4-6 weeks to 3-4 times a day.", "4-6 weeks", "3-4 times a day"),
    ("We were able to reduce our response time by 95 percent.", "", "95 percent"),
    ("It saved us two FTEs.", "", "two FTEs"),
]
GERMAN = [
    ("Das brachte eine Reduzierung der Kosten um 40 %.", "", "40 %"),
    ("Wir haben 30 % Zeitersparnis.", "", "30 %"),
    ("Die Suche ist dreimal so schnell.", "", "dreimal so schnell"),
    ("Der Durchsatz stieg auf das Dreifache.", "", "Dreifache"),
    ("Die Fehlerquote sank um zwei Drittel.", "", "zwei Drittel"),
    ("Die Kosten sind um 20 bis 30 % gesunken.", "", "20 bis 30 %"),
    ("Früher waren es drei Wochen, heute zwei Tage.", "drei Wochen", "zwei Tage"),
]
FRENCH = [
    ("Nous avons constaté une réduction des coûts de 40 %.", "", "40 %"),
    ("Une économie de 12 000 € par an.", "", "12 000 € par an"),
    ("La recherche est 3 fois plus rapide.", "", "3 fois plus rapide"),
    ("Les délais ont été divisés par 4.", "", "4"),
    ("Avant il fallait trois semaines, maintenant deux jours.", "trois semaines", "deux jours"),
]
SPANISH = [
    ("Una reducción del 40 % en los costes.", "", "40 %"),
    ("Un ahorro de 12.000 € al año.", "", "12.000 € al año"),
    ("La búsqueda es tres veces más rápida.", "", "tres veces más rápida"),
    ("Los errores se han dividido por 4.", "", "4"),
    ("Antes tardábamos tres semanas, ahora dos días.", "tres semanas", "dos días"),
]
PORTUGUESE = [
    ("Uma redução de 40% nos custos.", "", "40%"),
    ("Uma economia de 12.000 € por ano.", "", "12.000 € por ano"),
    ("A busca ficou três vezes mais rápida.", "", "três vezes mais rápida"),
    ("O volume foi multiplicado por 4.", "", "4"),
    ("Antes levávamos três semanas, agora dois dias.", "três semanas", "dois dias"),
]


def told(sentence: str, language: str) -> tuple[str, str] | None:
    found = stated(sentence, language)
    return (found.outcome.before, found.outcome.after) if found else None


@pytest.mark.parametrize(("sentence", "before", "after"), ENGLISH)
def test_english(sentence: str, before: str, after: str) -> None:
    assert told(sentence, "en") == (before, after)


@pytest.mark.parametrize(("sentence", "before", "after"), GERMAN)
def test_german(sentence: str, before: str, after: str) -> None:
    assert told(sentence, "de") == (before, after)


@pytest.mark.parametrize(("sentence", "before", "after"), FRENCH)
def test_french(sentence: str, before: str, after: str) -> None:
    assert told(sentence, "fr") == (before, after)


@pytest.mark.parametrize(("sentence", "before", "after"), SPANISH)
def test_spanish(sentence: str, before: str, after: str) -> None:
    assert told(sentence, "es") == (before, after)


@pytest.mark.parametrize(("sentence", "before", "after"), PORTUGUESE)
def test_portuguese(sentence: str, before: str, after: str) -> None:
    assert told(sentence, "pt") == (before, after)


@pytest.mark.parametrize(
    ("before", "sentence", "language", "old", "new"),
    [
        ("It used to take three weeks.", "Now it takes an hour.", "en", "three weeks", "an hour"),
        ("It takes an hour.", "Before, it took three weeks.", "en", "three weeks", "an hour"),
        ("The old way took half a day.", "With the portal, it's ten seconds.", "en", "half a day", "ten seconds"),
        ("Früher brauchten wir drei Wochen.", "Jetzt dauert es eine Stunde.", "de", "drei Wochen", "eine Stunde"),
        ("Avant, il fallait trois semaines.", "Maintenant cela prend une heure.", "fr", "trois semaines", "une heure"),
        ("Antes tardábamos tres semanas.", "Ahora tardamos una hora.", "es", "tres semanas", "una hora"),
        ("Antes levávamos três semanas.", "Agora leva uma hora.", "pt", "três semanas", "uma hora"),
    ],
)
def test_two_sentences_tell_one_change(before: str, sentence: str, language: str, old: str, new: str) -> None:
    assert stated(before, language) is None
    found = stated(sentence, language, before)
    assert found is not None
    assert (found.outcome.before, found.outcome.after, found.better) == (old, new, True)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("We signed two years ago.", "Now 12 people use it."),
        ("The meeting took two hours.", "The next one is in 3 weeks."),
        ("It used to take three weeks.", "We hope that it will take an hour now."),
    ],
)
def test_two_sentences_about_two_things_tell_no_change(before: str, sentence: str) -> None:
    assert stated(sentence, "en", before) is None


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("We expect a 40 % reduction in costs.", "en"),
        ("We hope for savings of $2 million.", "en"),
        ("We did not see a 40 % reduction in costs.", "en"),
        ("The plan costs 20 % more.", "en"),
        ("We have 12 users in 3 offices.", "en"),
        ("The 40 GB limit is reached.", "en"),
        ("Prices from $10 to $20 apply.", "en"),
        ("It opens from 9 to 5.", "en"),
        ("The third quarter ended in 2024.", "en"),
        ("Wir erwarten eine Einsparung von 30 %.", "de"),
        ("Wir haben 3 Standorte und 40 Mitarbeiter.", "de"),
        ("Nous espérons une réduction de 40 %.", "fr"),
        ("Esperamos una reducción del 40 %.", "es"),
        ("Esperamos uma redução de 40%.", "pt"),
    ],
)
def test_plans_sizes_prices_and_dates_are_no_outcomes(sentence: str, language: str) -> None:
    found = stated(sentence, language)
    assert found is None or found.better is None
    assert [one for one in hear(sentence) if one.outcome is not None] == []


def test_more_of_what_one_wants_less_of_is_not_called_better() -> None:
    found = stated("We saw a 40 % increase in errors.", "en")
    assert found is not None
    assert found.better is False


def test_a_change_that_was_had_is_kept_though_nothing_says_whether_it_is_good() -> None:
    [remark] = hear("Deployments increased from 1200/year to 3200/year.")
    assert remark.outcome is not None
    assert (remark.outcome.before, remark.outcome.after) == ("1200/year", "3200/year")


@given(
    st.lists(
        st.sampled_from(
            "a 40 % reduction in costs by up to half three times faster now it took before , . ; $ 2 million".split(" ")
        )
    ),
    st.sampled_from(LANGUAGES),
)
def test_what_is_stated_stands_in_the_sentence(words: list[str], language: str) -> None:
    sentence = " ".join(words)
    found = stated(sentence, language)
    if found is not None:
        for part in found.outcome:
            assert part in sentence
