"""Labels teach a model; few do no harm; what is not sure enough is not said."""

import json
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

from goodword.evidence.records.findings import TEXTS
from goodword.finding.listening import listen
from goodword.finding.listening.hearing import Remark, heard
from goodword.finding.listening.learning import (
    Labelled,
    Model,
    Sentence,
    held_out_figures,
    next_to_label,
    retrain,
    shipped,
)
from goodword.finding.listening.learning.features import NAMES, RULED, read
from goodword.finding.listening.learning.figures import compared
from goodword.finding.listening.learning.fitting import Hold, calibration, fit
from goodword.finding.listening.learning.grams import PLACES, grams
from goodword.finding.listening.learning.model import softmax
from goodword.finding.listening.learning.sureness import SILENT, STEPS, alike, least_probability, sure
from goodword.finding.listening.learning.verdicts import Verdict, judged_batch, version_of
from goodword.finding.listening.spoken import Text
from goodword.finding.listening.themes.tree import finder_of
from goodword.kit.errors import GoodwordError
from scripts.train_listening import SEEDS, SHIPPED, authored, harder, made_up, trained, written

GOOD = ("The tills are {} today", "Our {} tills", "Tills: {}")
SIZES = tuple("blue green red grey white black pink brown gold silver amber ivory olive coral teal".split())
ODD = (
    "If our planning ever came down from nine days to two hours I would recommend you to everybody,"
    " but for that we need a better import."
)
WORDS = tuple("great good terrible thanks not very but never broken fantastic ? ! would if we".split())


def labels(count: int, *, fair: bool = True) -> list[Labelled]:
    """Sentences that say nothing to the rules; colours of the first half are praise, the others complaints."""
    rows = []
    for at in range(count):
        colour = SIZES[at % len(SIZES)]
        kind = "praise" if at % len(SIZES) < len(SIZES) // 2 else "complaint"
        rows.append(Labelled(f"{GOOD[at % 3].format(colour)} in shop {at}", "en", "", kind, fair))
    return rows


def remarks(*texts: str) -> list[Remark]:
    return [remark for found in heard([Text(text) for text in texts], finder_of(())) for remark in found]


def verdicts(texts: Sequence[str], wrong_at_most: float = 0.1, model: Model | None = None) -> list[Verdict]:
    found = remarks(*texts)
    return judged_batch(found, [""] * len(found), model or shipped(), wrong_at_most)


def test_the_shipped_model_is_what_its_script_trains() -> None:
    again = trained(authored(), [row for seed in SEEDS for row in made_up(seed)], harder())
    assert np.array(list(again["weights"].values())) == pytest.approx(shipped().weights, abs=2e-6)
    assert list(again["shift"]) == pytest.approx(shipped().shift.tolist(), abs=2e-6)
    assert len(written(again)) == pytest.approx(len(SHIPPED.read_text(encoding="utf-8")), abs=50)


@pytest.mark.parametrize("share", [0.1, 0.02])
def test_a_table_is_heard_as_surely_as_asked(share: float) -> None:
    row = dict.fromkeys(TEXTS.names, "") | {"table": "posts", "id": "1", "text": "The export is slow. Thanks!"}
    texts = pa.Table.from_pylist([row | {"at": None}], schema=TEXTS.arrow())
    rows = listen(texts, wrong_at_most=share).to_pylist()
    found = verdicts([row["text"]], share)
    assert [(one["kind"], one["probability"]) for one in rows] == [(v.kind, round(v.probability, 4)) for v in found]
    assert {one["model_version"] for one in rows} == {version_of(shipped(), share)}


def test_it_never_learns_from_seeds_that_are_evaluated() -> None:
    assert not {21, 33, 47, 101, 102, 103, *range(201, 207)} & set(SEEDS)


def test_of_harder_sentences_that_nobody_trained_on_it_claims_less_than_nine_in_ten() -> None:
    rows = harder(taught=False)
    assert not {words for *_, words in rows} & {words for *_, words in [*authored(), *harder()]}
    claimed, right = [], []
    for language, kind, words in rows:
        at = shipped().kinds.index(kind)
        sentence = Sentence(words, language)
        ruled = [one for one in RULED if read(sentence)[NAMES.index(f"ruled_{one}")] == 1]
        chance = shipped().probabilities([sentence])
        claimed += [float(sure(chance, shipped().kinds, one)[0]) for one in ruled]
        right += [alike(shipped().kinds[at], one) for one in ruled]
    assert len(right) > 80
    assert sum(claimed) / len(claimed) - sum(right) / len(right) < 0.25  # without harder ones to learn it from: .33


def test_plain_words_are_sure_and_odd_ones_are_not() -> None:
    sure_one, odd = verdicts(["The export is terrible and broken.", ODD])
    assert [one.kind for one in remarks(ODD)] == ["praise"]
    assert sure_one.kind == "complaint"
    assert sure_one.probability > 0.9
    assert odd.kind == "neutral"


def test_who_asks_for_fewer_errors_hears_less() -> None:
    texts = ["We love the dashboards.", "The export is slow.", "Thanks!", "I wish it had a filter.", "Great product!"]
    said = [
        {at for at, one in enumerate(verdicts(texts, share)) if one.kind != "neutral"} for share in (0.5, 0.1, 0.001)
    ]
    assert said[0] >= said[1] >= said[2]
    assert len(said[0]) > len(said[2])


def test_a_kind_that_never_reached_the_precision_is_never_said() -> None:
    low, high = [0.5] * len(STEPS), [0.95] * len(STEPS)
    assert least_probability({"praise": low, "win": high}) == {"praise": SILENT, "win": STEPS[0]}


def test_a_precision_lost_further_up_counts() -> None:
    curve = [0.95] * len(STEPS)
    curve[5] = 0.7
    assert least_probability({"praise": curve}) == {"praise": STEPS[6]}


def test_a_win_taken_for_praise_is_no_error() -> None:
    chance = np.array([[0.45, 0.45, 0.1]])
    kinds = ("praise", "win", "complaint")
    assert sure(chance, kinds, "praise").tolist() == pytest.approx([0.9])
    assert sure(chance, kinds, "complaint").tolist() == pytest.approx([0.1])


def test_the_version_names_rules_model_and_an_unusual_precision() -> None:
    assert version_of(shipped()).endswith("+learned-3")
    assert version_of(shipped(), 0.05).endswith("+learned-3@0.05")


def test_a_model_learns_words_that_no_rule_knows() -> None:
    model = retrain(labels(150))
    asked = [Sentence("The tills are blue, all of them"), Sentence("The tills are teal, all of them")]
    assert model.kinds_of(asked) == ["praise", "complaint"]
    assert model.labels == 150


def test_the_same_labels_in_any_order_give_the_same_model() -> None:
    one, other = retrain(labels(40)), retrain(labels(40)[::-1])
    assert one.version == other.version
    assert one.version.startswith("local-")
    assert retrain(labels(41)).version != one.version


def test_a_few_labels_do_no_harm() -> None:
    everything = [Labelled(words, language, "", kind) for language, kind, words in authored()]
    chance = np.random.default_rng(8)
    for _ in range(3):
        order = chance.permutation(len(everything)).tolist()
        few = retrain([everything[at] for at in order[:20]])
        rest = [everything[at] for at in order[20:]]
        sentences = [Sentence(one.text, one.language) for one in rest]
        right = [
            np.mean([said == one.kind for said, one in zip(model.kinds_of(sentences), rest, strict=True)])
            for model in (few, shipped())
        ]
        assert right[0] > right[1] - 0.03


def test_too_few_labels_are_refused() -> None:
    with pytest.raises(GoodwordError, match="too few") as few:
        retrain(labels(9))
    assert few.value.code == "too-few-labels"
    with pytest.raises(GoodwordError):
        retrain([one._replace(kind="praise") for one in labels(30)])


def test_a_kind_of_their_own_is_learnt() -> None:
    mine = [one._replace(kind="colour") if "blue" in one.text else one for one in labels(150)]
    model = retrain(mine)
    assert model.kinds[-1] == "colour"
    assert model.kinds_of([Sentence("The tills are blue today")]) == ["colour"]


def test_a_model_survives_as_bytes() -> None:
    model = retrain(labels(30))
    back = Model.from_bytes(model.to_bytes())
    asked = [Sentence("We love the dashboards."), Sentence("Our blue tills"), Sentence("")]
    assert back.version == model.version == back.named().version
    assert back.to_bytes() == model.to_bytes()
    assert back.probabilities(asked).tolist() == model.probabilities(asked).tolist()


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda data: data[:-20],
        lambda data: b"\x80\x04\x95" + data,
        lambda data: data.replace(b'"format": 1', b'"format": 2'),
        lambda data: data.replace(b'"kinds": ["praise"', b'"kinds": ["win"'),
        lambda data: data.replace(b'"score"', b'"scare"'),
        lambda _: b"[" * 100_000,
        lambda data: data.replace(b'"slope": ', b'"slope": NaN, "was": '),
    ],
)
def test_bytes_that_are_no_model_are_refused(change: object) -> None:
    assert callable(change)
    with pytest.raises(GoodwordError) as refused:
        Model.from_bytes(change(retrain(labels(12)).to_bytes()))
    assert refused.value.code == "model-unreadable"


def test_probabilities_add_up() -> None:
    share = shipped().probabilities([Sentence(text, "en") for text in ("", "Great!", "Not great. Thanks, though?")])
    assert share.sum(axis=1) == pytest.approx([1, 1, 1])
    assert shipped().probabilities([]).shape == (0, 6)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=30).map(" ".join))
def test_any_words_get_probabilities(text: str) -> None:
    share = shipped().probabilities([Sentence(text, "en", "survey")])
    assert np.isfinite(share).all()
    pieces = grams([text])
    assert ((pieces.place >= 0) & (pieces.place < PLACES)).all()


def test_capitals_and_figures_make_no_difference_to_words() -> None:
    one, other = grams(["Shop 12 is OPEN"]), grams(["shop 7 is open"])
    assert one.place.tolist() == other.place.tolist()
    assert grams(["a", "", "b c"]).texts == 3


def test_without_a_hold_on_the_old_weights_it_is_the_regression_everybody_knows() -> None:
    chance = np.random.default_rng(3)
    numbers = np.column_stack((chance.normal(size=(300, 3)), np.ones(300)))
    target = (numbers[:, 0] + chance.normal(size=300) > 0).astype(np.intp) + (numbers[:, 1] > 1)
    ours, _ = fit(numbers, None, target, np.ones(300), Hold(1.0, np.zeros((4, 3)), 1.0), exact=True)
    theirs = LogisticRegression(C=1.0, fit_intercept=False, tol=1e-10, max_iter=1000)
    theirs.fit(numbers, target)
    assert softmax(numbers @ ours) == pytest.approx(softmax(numbers @ theirs.coef_.T), abs=1e-4)


def test_calibration_calms_boasting_odds() -> None:
    chance = np.random.default_rng(5)
    odds = chance.normal(size=(2000, 2)) * 2
    target = (chance.random(2000) < softmax(odds)[:, 1]).astype(np.intp)
    slope, shift = calibration(odds * 3, target)
    assert slope == pytest.approx(1 / 3, abs=0.05)
    assert np.abs(shift).max() < 0.2


def test_only_sentences_drawn_at_random_are_counted() -> None:
    held = held_out_figures([*labels(90), *[one._replace(text=f"{one.text}!") for one in labels(60, fair=False)]])
    assert held.counted == 90
    assert held.kinds[0].labels == 90
    assert [one.kind for one in held.kinds] == ["", "complaint", "praise"]
    assert held_out_figures(labels(30, fair=False)).counted == 0


def test_the_new_models_gain_is_shown_with_its_interval() -> None:
    held = held_out_figures(labels(150))
    assert held.accuracy_gain.low > 0.5
    assert held.kinds[0].gain.low > 0
    assert held.accuracy_new.low <= held.accuracy_new.value <= held.accuracy_new.high


def table_of(*texts: str) -> pa.Table:
    row = dict.fromkeys(TEXTS.names, "") | {"table": "posts", "at": None}
    rows = [row | {"id": str(at), "text": text} for at, text in enumerate(texts)]
    return pa.Table.from_pylist(rows, schema=TEXTS.arrow())


BLUE, TEAL, DOORS = "The tills are blue today.", "The tills are teal today.", "The doors are shut."


def test_a_model_that_learnt_words_speaks_where_the_rules_are_silent_as_surely_as_asked() -> None:
    shut = [Labelled(f"The doors are shut in shop {at}", "en", "", "neutral") for at in range(60)]
    texts, model = table_of(f"{DOORS} {BLUE}", TEAL), retrain([*labels(150), *shut])
    assert listen(texts).num_rows == 0
    found = listen(texts, model=model).to_pylist()
    assert [(one["quote"], one["kind"]) for one in found] == [(BLUE, "praise"), (TEAL, "complaint")]
    assert [one["polarity"] for one in found] == [0.5, -0.2]
    assert all(one["probability"] > 0.5 for one in found)
    assert listen(texts, model=model, wrong_at_most=0.001).num_rows == 0


def test_what_somebody_picked_by_what_it_is_never_makes_it_speak_where_the_rules_are_silent() -> None:
    model = retrain(labels(150, fair=False))
    assert model.kinds_of([Sentence(BLUE)]) == ["praise"]
    assert listen(table_of(BLUE, TEAL), model=model).num_rows == 0


def test_where_it_was_wrong_in_silent_sentences_it_stays_silent() -> None:
    half = [one._replace(kind="neutral") if at // len(SIZES) % 3 == 0 else one for at, one in enumerate(labels(150))]
    assert listen(table_of(BLUE, TEAL), model=retrain(half)).num_rows == 0


def test_held_out_figures_count_what_would_be_heard() -> None:
    said = labels(150)
    assert held_out_figures(said).accuracy_new.value > 0.9
    strict = held_out_figures(said, wrong_at_most=0.001)
    assert strict.accuracy_new.value == 0
    assert all(one.new.recall.value == 0 for one in strict.kinds)


def test_a_model_of_before_that_knows_nothing_of_silent_sentences_hears_as_it_did() -> None:
    written = json.loads(retrain(labels(150)).to_bytes())
    del written["found"]
    old = Model.from_bytes(json.dumps(written).encode())
    assert listen(table_of(BLUE, TEAL), model=old).num_rows == 0


def test_equal_models_gain_nothing() -> None:
    answers = np.array(["praise", "win", "praise", "neutral"] * 10)
    held = compared(np.array(["praise", "win", "win", "neutral"] * 10), answers, answers)
    assert held.accuracy_gain == (0, 0, 0)
    assert held.accuracy_new.value == 0.75
    assert {one.kind: one.new.recall.value for one in held.kinds}["win"] == 0.5


def test_some_of_what_is_labelled_next_is_drawn_at_random() -> None:
    candidates = [Sentence(f"We {word} it {at}") for at in range(60) for word in ("love", "hate", "use")]
    picks = next_to_label(candidates, shipped(), 30, seed=1)
    assert len({pick.at for pick in picks}) == 30
    assert sum(pick.fair for pick in picks) == 9
    assert next_to_label(candidates, shipped(), 30, seed=1) == picks
    assert {p.at for p in next_to_label(candidates, shipped(), 30, seed=2) if p.fair} != {p.at for p in picks if p.fair}
    assert next_to_label([], shipped(), 5) == []
    assert len(next_to_label(candidates[:3], shipped(), 5)) == 3


def test_the_draw_does_not_depend_on_how_unsure_the_model_is() -> None:
    unsure = [Sentence(f"If it works, great; if not, we use form {at}.") for at in range(50)]
    certain = [Sentence(f"The export {at} is terrible and broken.") for at in range(50)]
    fair = [
        {pick.at for pick in next_to_label(candidates, shipped(), 40, seed=4) if pick.fair}
        for candidates in (unsure + certain, certain + unsure)
    ]
    assert fair[0] == fair[1]


def test_what_is_picked_differs() -> None:
    twins = [Sentence("If it works, great; if not, we use the old form.")] * 20
    candidates = [
        *twins,
        Sentence("The new menu, hm, fine I suppose."),
        Sentence("Lovely, unless you need it to print."),
    ]
    picks = [pick.at for pick in next_to_label(candidates, shipped(), 4, at_random=0.0) if not pick.fair]
    assert len([at for at in picks if at < 20]) <= 2
