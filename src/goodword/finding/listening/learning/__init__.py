"""What is learnt: how sure to be of a remark, and what an installation's own labels teach."""

from goodword.finding.listening.learning.choosing import Pick, next_to_label
from goodword.finding.listening.learning.features import Sentence
from goodword.finding.listening.learning.figures import Held, KindFigures, Range, Scores, held_out_figures
from goodword.finding.listening.learning.lessons import Labelled
from goodword.finding.listening.learning.model import Model
from goodword.finding.listening.learning.retraining import retrain
from goodword.finding.listening.learning.shipped import shipped

__all__ = [
    "Held",
    "KindFigures",
    "Labelled",
    "Model",
    "Pick",
    "Range",
    "Scores",
    "Sentence",
    "held_out_figures",
    "next_to_label",
    "retrain",
    "shipped",
]
