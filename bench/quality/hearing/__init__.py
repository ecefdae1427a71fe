"""What the listener makes of public sets of real words, beside a lexicon that everybody knows (VADER).

How our kinds map to the labels of each set. The map was written before any figure was looked at, but for the
row that says so, and does not change with them; nothing is tuned here.

| set | label | ours |
| --- | --- | --- |
| se_sentiment | 1, 0, -1 of a post | the sign of the summed polarity of its remarks: praise, win and thanks above 0, complaint below; a wish and a neutral sentence count nothing (their annotators took thanks as positive) |
| | the same, beside it | the sign of the mean polarity of all sentences, neutral ones with theirs, beyond .05: the labels are of feeling, and a sad face alone is a feeling but no complaint (added after the first figures were seen) |
| goemotions | gratitude (15) | some remark is thanks |
| | admiration (0) | some remark is praise or a win |
| | thanks only: gratitude, and neither admiration, approval (4), joy (17) nor love (18) | right where no remark is praise or a win |
| vader_ground_truth | mean of 20 ratings, -4 to 4 | mean polarity of the sentences, neutral ones with theirs |
| | strong praise: mean of 2 or more | the same number |
| skytrax_recommend | recommended | the same number |
| | the rating contradicts: it takes the other side than `recommended` | a rating above the middle of its scale and a mean polarity below 0, or the other way round |
| k8s_case_studies | a sentence of a pull quote | a remark that is `quotable` and shares characters with it |
| | an outcome of `outcomes.json` | a remark with an outcome on the same words, with the same new value (or old one) |
| | `bylines.json`: name, title, company in the line under a quote | speaker, title, company |
| sample company | win or praise | what the finder `win` shows first, strongest signals first |

VADER is read as its authors say: positive from a compound of .05, negative from -.05. Where the set has more than one
label for "positive", VADER's positive stands for each.

Columns. *shipped* was never trained on any of these sets. *retrained* learns on a part of a set, as it would from an
installation's own labels, and is asked about the rest (`trained.py`); until that model exists its figures are left out
and say so. *TF-IDF retrained* is what a plain text model makes of the same folds.

A gain is ours minus theirs on the same units, with a paired bootstrap or DeLong's paired interval; it is met when the
whole interval lies above 0.

Half of each set may be read to see where the rules err (`halves.py`; of goemotions its `dev` file instead). The other
half is only counted, and has a figure of its own. The section `impact` of every case study was read, because its
outcomes were marked by hand.
"""  # noqa: E501 - a row of a table is one line
