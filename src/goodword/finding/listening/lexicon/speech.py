"""Words by which direct speech is told, and whether it stands alone, in five languages."""

from typing import NamedTuple

from goodword.finding.listening.lexicon.shape import phrases


class Speech(NamedTuple):
    """Words of one language, lower case, single words as `tokens_of` gives them.

    Attributes:
        own: I, we, our: words of who speaks of themselves.
        dangling: words at the front that lean on the sentence before.
        hedges: words that take back half of what is said.
        help: words for what something lets one do, or does for one.
        strong: words without reserve: never, everything, huge.
        past: words of how it was before us.
        asides: words that open an example or an explanation.
    """

    own: frozenset[str]
    dangling: frozenset[str]
    hedges: frozenset[str]
    help: frozenset[str]
    strong: frozenset[str]
    past: frozenset[str]
    asides: frozenset[str]


def _words(written: str) -> frozenset[str]:
    return frozenset(word for phrase in phrases(written.replace(" ", ",")) for word in phrase.split())


SPEECH = {
    "en": Speech(
        own=_words("i we our us my me ours mine ourselves"),
        dangling=_words("this that it these those they he she so and but or also then which there such however"),
        hedges=_words("maybe perhaps probably might somewhat supposedly presumably possibly guess"),
        help=_words(
            "able allow(s|ed|ing) enabl(e|es|ed|ing) help(s|ed|ing|ful) let(s|ting) give(s) gave giving made "
            "makes make free(s|d) sav(e|es|ed|ing) reduc(e|es|ed|ing) improv(e|es|ed|ing|ement) "
            "increas(e|es|ed|ing) possible impossible faster easier easily quickly simple simpl(er|ify|ified) "
            "benefit(s) value valuable trust confiden(t|ce) peace advantage flexib(le|ility) visibility "
            "efficien(t|cy) reliab(le|ility) autom(ated|ation) productiv(e|ity) focus solve(s|d) support(s|ed) "
            "empower(s|ed) choice chose future scale without"
        ),
        strong=_words(
            "never always everything everyone every nothing only huge incredible incredibly amazing really "
            "completely totally dramatically drastically critical crucial essential key game whole biggest best "
            "most any entire fundamental secret single love proud excited impressed"
        ),
        past=_words("was were had used previously before wanted needed tried started"),
        asides=_words("example instance namely meaning specifically basically"),
    ),
    "de": Speech(
        own=_words("ich wir uns unser(|e|en|em|er|es) mein(|e|en|em|er) mir mich"),
        dangling=_words("das dies diese dieser dieses er sie es und aber oder also dann auch dadurch damit deshalb"),
        hedges=_words("vielleicht wahrscheinlich vermutlich eventuell möglicherweise könnte dürfte"),
        help=_words(
            "ermöglich(t|en|te) hilft helfen half geholfen erlaubt spart sparen gespart können kann leichter "
            "einfacher schneller zuverlässig(|er) vertrauen sicherheit vorteil nutzen erleichter(t|n) "
            "entlast(et|en) ohne möglich unmöglich verbesser(t|n|te) löst gelöst unterstützt flexib(el|ler) "
            "überblick"
        ),
        strong=_words("nie immer alles alle nichts nur wirklich völlig enorm riesig entscheidend unverzichtbar ganz"),
        past=_words("war waren hatte hatten früher vorher wollten mussten brauchten"),
        asides=_words("beispiel beispielsweise nämlich konkret"),
    ),
    "fr": Speech(
        own=_words("je j nous notre nos mon ma mes moi m"),
        dangling=_words("cela ceci ça ce c cette ils elles il elle et mais ou donc alors aussi ainsi"),
        hedges=_words("peut-être probablement éventuellement sans-doute pourrait"),
        help=_words(
            "perme(t|ttent) permis aid(e|é|ent) pouvons pouvoir gagn(e|é|er|ons) facile facilement simpl(e|ifie) "
            "plus rapide rapidement confiance avantage fiable économis(é|er|ons) sans possible impossible "
            "améliore amélioré facilite sérénité"
        ),
        strong=_words("jamais toujours tout tous rien seul seule vraiment énorme complètement essentiel indispensable"),
        past=_words("était étaient avait avaient avions avant voulions devions"),
        asides=_words("exemple notamment"),
    ),
    "es": Speech(
        own=_words("yo nosotros nos nuestr(o|a|os|as) mi mis me"),
        dangling=_words("esto eso este esta estos ellos él ella y pero o entonces también así"),
        hedges=_words("quizás quizá probablemente posiblemente tal-vez podría"),
        help=_words(
            "permit(e|ió|en|ido) ayud(a|ó|ado|an) podemos poder ahorr(a|ado|amos|ar) fácil fácilmente sencillo "
            "rápido más confianza ventaja fiable sin posible imposible mejora mejoró mejorado facilita "
            "tranquilidad gracias"
        ),
        strong=_words("nunca siempre todo todos nada solo sólo realmente enorme totalmente clave imprescindible"),
        past=_words("era eran estaba había habíamos teníamos antes queríamos"),
        asides=_words("ejemplo concretamente"),
    ),
    "pt": Speech(
        own=_words("eu nós nos noss(o|a|os|as) meu minha me"),
        dangling=_words("isso isto esse essa este esta eles ele ela e mas ou então também assim"),
        hedges=_words("talvez provavelmente possivelmente poderia"),
        help=_words(
            "permit(e|iu|em|ido) ajud(a|ou|ado|am) podemos poder consegu(imos|ir) economiz(a|ou|amos|ar) fácil "
            "facilmente simples rápido mais confiança vantagem confiável sem possível impossível melhora melhorou "
            "melhorado facilita tranquilidade graças"
        ),
        strong=_words("nunca sempre tudo todos nada só realmente enorme totalmente essencial indispensável"),
        past=_words("era eram estava tinha tínhamos antes queríamos"),
        asides=_words("exemplo concretamente"),
    ),
}
