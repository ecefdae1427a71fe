"""What a sentence is: one table for each thing that praise can hide behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.hearing import NEUTRAL, hear, judged_sentence
from goodword.finding.listening.judging import judgement
from goodword.finding.listening.judging.cues import LANGUAGES, cues_of, lexicon_of
from goodword.finding.listening.judging.judgement import judge


def kinds(text: str, channel: str = "") -> list[str]:
    return [remark.kind for remark in hear(text, channel=channel) if remark.kind != NEUTRAL]


@pytest.mark.parametrize(
    "sentence",
    [
        "We cut onboarding from six weeks to four days.",
        "The payroll run went from 12 h to 40 min.",
        "You saved us 12k a month!",
        "For the first time we closed the books on time.",
        "We no longer have to chase spreadsheets.",
        "We can finally see every order in one place, it saves us hours.",
        "Our waiting time was halved.",
        "We reduced our ticket volume by 30 %.",
        "Queries now run twice as fast.",
        "It used to take two days, now it takes 20 minutes.",
    ],
)
def test_an_outcome_they_had_is_a_win(sentence: str) -> None:
    assert kinds(sentence) == ["win"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The new search is fantastic.",
        "We love the dashboards.",
        "Maria from your support team is brilliant and very patient.",
        "It is better than anything we used before.",
        "I would highly recommend it.",
        "The export works like a charm.",
        "It is not slow at all and really easy to use.",
        "I could not be happier with the rollout.",
        "Thanks, the new search is fantastic.",
    ],
)
def test_an_evaluation_is_praise(sentence: str) -> None:
    assert kinds(sentence) == ["praise"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks!",
        "Great, thanks.",
        "Perfect, thank you",
        "Thanks for the quick reply!",
        "Thank you so much for your great help.",
        "Many thanks for looking into this.",
        "You are the best, thanks!",
        "That was very helpful, thank you.",
    ],
)
def test_thanks_alone_never_makes_a_win_or_praise(sentence: str) -> None:
    assert kinds(sentence) == ["thanks"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hope you are well.",
        "ok great, will do",
        "Sounds good.",
        "Have a great weekend!",
        "Have a really lovely holiday!",
        "Looking forward to our call.",
        "Perfect.",
        "Great idea.",
        "Happy to join the call on Monday.",
    ],
)
def test_politeness_is_nothing(sentence: str) -> None:
    assert kinds(sentence) == []


def test_a_single_word_of_praise_counts_in_a_survey_only() -> None:
    assert kinds("Excellent!", channel="survey") == ["praise"]
    assert kinds("Excellent!", channel="email") == []


@pytest.mark.parametrize(
    "sentence",
    ["The report is not great.", "This is not helpful.", "I am not happy with it.", "It doesn't work well for us."],
)
def test_negated_praise_is_a_complaint(sentence: str) -> None:
    assert kinds(sentence) == ["complaint"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was great until the last update.",
        "We used to love the dashboards but now they time out.",
        "The search was fantastic, but since the upgrade it takes forever.",
        "Support was excellent until recently.",
        "The first year was brilliant; since then it went downhill.",
    ],
)
def test_was_great_until_is_a_complaint(sentence: str) -> None:
    assert kinds(sentence) == ["complaint"]


@pytest.mark.parametrize(
    "sentence",
    ["Setup was a bit slow, but the result is fantastic.", "Although it is a bit slow, we love it."],
)
def test_the_later_clause_wins_for_praise_too(sentence: str) -> None:
    assert kinds(sentence) == ["praise"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Great, another outage.",
        "Thanks for nothing.",
        "Love how it crashes every morning.",
        "Just what we needed, another outage.",
        "Fantastic, the export is broken again.",
        "Thanks for breaking our integration.",
    ],
)
def test_sarcasm_is_a_complaint(sentence: str) -> None:
    assert kinds(sentence) == ["complaint"]


def test_love_how_easy_is_still_meant() -> None:
    assert kinds("We love how easy it is to use.") == ["praise"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Would be great if the export worked.",
        "It would be really helpful if we could filter by region.",
        "Can you add a dark mode?",
        "I wish there was an API for this.",
        "Would love to see a mobile app.",
        "A great tool, but it would be nice to have exports.",
    ],
)
def test_what_would_be_great_is_a_wish(sentence: str) -> None:
    assert kinds(sentence) == ["wish"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If it worked it would save us two hours a week.",
        "We hope to cut our costs by 20 %.",
        "Our goal is to get from six weeks to four days.",
        "Is this great?",
        "Did it save you time?",
        "The meeting is on Tuesday from 9 to 5.",
        "I attached the file.",
        "The great majority of our sites is in Italy.",
    ],
)
def test_what_has_not_happened_is_nothing(sentence: str) -> None:
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["Their tool is better than yours.", "We are moving to a competitor.", "The other tool does this better."],
)
def test_a_better_competitor_is_a_complaint(sentence: str) -> None:
    assert kinds(sentence) == ["complaint"]


@pytest.mark.parametrize(
    "sentence",
    ["This is unacceptable.", "The app keeps crashing.", "Support is slow and rude.", "A terrible waste of time."],
)
def test_displeasure_is_a_complaint(sentence: str) -> None:
    assert kinds(sentence) == ["complaint"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Wir haben die Einarbeitung von sechs Wochen auf vier Tage verkürzt.", "win"),
        ("Wir sparen damit 12.000 € im Monat.", "win"),
        ("Das Tool ist wirklich großartig und unser Team liebt es.", "praise"),
        ("Vielen Dank für die schnelle Antwort!", "thanks"),
        ("Es war super bis zum letzten Update.", "complaint"),
        ("Na toll, schon wieder ein Ausfall.", "complaint"),
        ("Das ist für uns nicht hilfreich.", "complaint"),
        ("Es wäre toll, wenn man Berichte exportieren könnte.", "wish"),
        ("Nous avons réduit le temps de traitement de trois semaines à deux jours.", "win"),
        ("L'outil est excellent, nous l'adorons.", "praise"),
        ("Merci pour votre réponse rapide.", "thanks"),
        ("C'était génial jusqu'à la dernière mise à jour.", "complaint"),
        ("Ce n'est pas très utile et c'est trop lent.", "complaint"),
        ("Ce serait bien de pouvoir exporter les rapports.", "wish"),
        ("Hemos reducido el tiempo de cierre de tres semanas a dos días.", "win"),
        ("Nos encanta la herramienta, es muy fácil de usar.", "praise"),
        ("Muchas gracias por la ayuda.", "thanks"),
        ("Era genial hasta la última actualización.", "complaint"),
        ("Sería genial si pudiéramos exportar los informes.", "wish"),
        ("Reduzimos o tempo de resposta de 12 horas para 40 minutos.", "win"),
        ("O suporte de vocês é excelente, adoramos a ferramenta.", "praise"),
        ("Muito obrigado pela ajuda!", "thanks"),
        ("Era ótimo até a última atualização.", "complaint"),
        ("Não está funcionando bem e é muito lento.", "complaint"),
        ("Seria ótimo se pudéssemos exportar os relatórios.", "wish"),
    ],
)
def test_the_other_languages_are_heard(sentence: str, kind: str) -> None:
    assert kinds(sentence) == [kind]


def test_a_language_without_a_lexicon_says_nothing() -> None:
    assert kinds("Questo strumento è fantastico, lo adoriamo e lo usiamo ogni giorno in azienda.") == []


@pytest.mark.parametrize(
    ("feeling", "sentence"),
    [
        (-1, "Sorry about that."),
        (-1, "Oops, that was my mistake."),
        (-1, "I had to restart it :-("),
        (1, "Good luck with the move."),
        (1, "I tried it again this morning :-)"),
        (1, "We will see you on Monday!"),
        (0, "We will see you on Monday."),
        (0, "The form stands at https://help.northwind.example/forms/7."),
        (0, "Write to kim@halden.example if it is urgent."),
    ],
)
def test_what_shows_a_feeling_and_judges_nothing_is_no_remark_and_has_a_polarity(feeling: int, sentence: str) -> None:
    judged, _outcome = judged_sentence(sentence, "en")
    assert (judged.kind, (judged.polarity > 0) - (judged.polarity < 0)) == ("", feeling)


def test_polarity_has_the_sign_of_the_kind_and_grows_with_warmth() -> None:
    mild, warm, bad = (
        hear(text)[0].polarity for text in ("The tool is very good.", "The tool is amazing.", "The tool is awful.")
    )
    assert -1 <= bad < 0 < mild < warm <= 1


@pytest.mark.parametrize(
    ("sentence", "glad"),
    [("Have a great weekend!", True), ("Excellent!", True), ("Sorry for the confusion.", False)],
)
def test_a_feeling_that_means_nothing_for_advocacy_is_kept_as_neutral(sentence: str, *, glad: bool) -> None:
    (remark,) = hear(sentence)
    assert (remark.kind, remark.quote) == (NEUTRAL, sentence)
    assert (remark.polarity > 0) is glad


def test_what_shows_no_feeling_gives_no_remark() -> None:
    assert hear("The meeting is on Tuesday at ten.") == []


@pytest.mark.parametrize(
    "sentence", ["The plugin does not load.", "My session will not open since Monday.", "It never syncs."]
)
def test_what_does_not_serve_is_trouble(sentence: str) -> None:
    judged, _ = judged_sentence(sentence, "en")
    served, _ = judged_sentence(sentence.replace("does not ", "").replace("will not ", "").replace("never ", ""), "en")
    assert judged.polarity < 0
    assert served.polarity == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "I cannot recommend it enough!",
        "It does not get any better than this.",
        "Setting it up could not be easier.",
        "You can't go wrong with the planner.",
        "The new search does not disappoint.",
        "We would not give it up for anything.",
        "It outperforms everything else we tried, hands down.",
        "I have been very happy with our decision ever since.",
    ],
)
def test_praise_in_the_words_of_a_denial_is_praise(sentence: str) -> None:
    assert kinds(sentence) == ["praise"]


@pytest.mark.parametrize(
    "sentence",
    ["I would recommend getting a larger disk.", "I recommend a backup first.", "We did our best to explain it."],
)
def test_advice_is_no_praise(sentence: str) -> None:
    assert kinds(sentence) == []


def test_advice_against_it_is_a_complaint() -> None:
    assert kinds("I would recommend against this module.") == ["complaint"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Best update ever, only three of the planners lost their work.",
        "Fond as we are of it, the search went from quick to dreadful.",
        "As good as it was, it went from helpful to useless.",
        "Amazing how a plain report can take nine hours in our modern world.",
        "Thank you for deleting our drafts, really made my day.",
        "I would have signed for three years before the move, ask me again in a year.",
    ],
)
def test_what_sounds_like_a_cheer_and_is_none_is_never_praise(sentence: str) -> None:
    assert not {"praise", "win"} & set(kinds(sentence))


def test_a_superlative_without_a_but_is_praise() -> None:
    assert kinds("Best release ever, it is a joy to use.") == ["praise"]
    assert kinds("Best release ever, our planners are happy and so are the buyers.") == ["praise"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Is the new search really that fantastic?", ""),
        ("Would you say it is easy to use?", ""),
        ("Do your customers love the dashboards?", ""),
        ("Did the export save other teams time as well?", ""),
        ("Ist die neue Suche wirklich so toll?", ""),
        ("Est-ce que le planificateur est vraiment excellent ?", ""),
        ("¿Es tan bueno el nuevo informe?", ""),
        ("Could you add a filter for regions?", "wish"),
        ("Are there plans for a mobile app?", "wish"),
        ("Why is this terrible screen still so awful?", "complaint"),
        ("How much longer do we have to put up with this useless report?", "complaint"),
    ],
)
def test_a_question_praises_nothing_though_it_may_wish_or_complain(sentence: str, kind: str) -> None:
    assert kinds(sentence) == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Rolling it out was a breeze.", "praise"),
        ("Your product team really listens.", "praise"),
        ("Everyone from the CFO down is impressed.", "praise"),
        ("We feel looked after.", "praise"),
        ("Manual entry is a thing of the past.", "win"),
        ("No more late nights at quarter end.", "win"),
        ("The pilot paid back in four months.", "win"),
        ("We opened four branches without adding headcount.", "win"),
        ("We feel forgotten since our manager left.", "complaint"),
        ("Two weeks and still no fix.", "complaint"),
        ("This is not what we signed up for.", "complaint"),
        ("The export is broken again.", "complaint"),
        ("Nobody told us the price would double.", "complaint"),
        ("If this continues we will not renew.", "complaint"),
        ("Any chance of a dark theme?", "wish"),
        ("A dark theme would be welcome.", "wish"),
        ("We could really use an audit log.", "wish"),
    ],
)
def test_what_people_say_at_work_is_heard(sentence: str, kind: str) -> None:
    assert kinds(sentence) == [kind]


def test_a_denial_that_stands_apart_is_heard() -> None:
    assert kinds("The export is n't great.") == ["complaint"]


def test_troubles_that_they_used_to_get_are_over() -> None:
    assert "complaint" not in kinds("Of the 80 stuck orders we used to get, four are left.")
    assert kinds("We still get stuck orders, it is terrible.") == ["complaint"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_a_sentence_that_is_passed_over_as_silent_is_nothing(language: str, data: st.DataObject) -> None:
    lexicon = lexicon_of(language)
    steering = [
        [first, *entry.rest]
        for first, entries in lexicon.entries.items()
        for entry in entries
        if entry.mark not in judgement.TELLING
    ]
    signs = st.sampled_from([["!"], ["?"], [","], ["..."], ["and"], ["seven"], ["\u2122"]])
    pieces = data.draw(st.lists(st.sampled_from(steering) | signs, min_size=1, max_size=8))
    tokens = [token for piece in pieces for token in piece]
    passed_over = judge(tokens, lexicon)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judgement, "TELLING", frozenset({cue.mark for cue in cues_of(tokens, lexicon)}))
        assert judge(tokens, lexicon)[:2] == passed_over[:2]
