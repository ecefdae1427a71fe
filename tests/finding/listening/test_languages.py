"""What German, French, Spanish and Portuguese sentences are: a table a language."""

import pytest

from goodword.finding.listening.hearing import judged_sentence

NOTHING = ""

GERMAN = [
    # praise, also without a word of praise
    ("Wir möchten das Werkzeug nicht mehr missen.", "praise"),
    ("Hut ab, das Team ist immer zur Stelle.", "praise"),
    ("Kann nicht klagen, es macht genau was es soll.", "praise"),
    # negation
    ("Der Support hat uns noch nie im Stich gelassen.", "praise"),
    ("Die neue Oberfläche gefällt uns gar nicht.", "complaint"),
    ("Das hilft uns nicht weiter.", "complaint"),
    ("Wir sind mit der Lösung nicht zufrieden.", "complaint"),
    # contrast
    ("Das Produkt ist gut, aber die Bedienung ist furchtbar umständlich.", "complaint"),
    ("Anfangs war es holprig, aber inzwischen ist es einfach großartig.", "praise"),
    # until, used to
    ("Die Suche war hervorragend, bis ihr sie umgebaut habt.", "complaint"),
    ("Früher war der Kundendienst toll.", "complaint"),
    ("Lief immer super, seit der Umstellung bricht es ab.", "complaint"),
    # conditionals
    ("Wenn alles klappt, wären wir begeistert.", NOTHING),
    ("Hoffentlich wird das neue Modul gut.", NOTHING),
    # questions
    ("Ist die neue Version besser?", NOTHING),
    ("Wäre es möglich, die Listen zu sortieren?", "wish"),
    # sarcasm
    ("Na prima, schon wieder alles weg.", "complaint"),
    ("Reife Leistung, jetzt ist der Server abgestürzt.", "complaint"),
    ("Danke für nichts.", "complaint"),
    # a competitor
    ("Das ist um Längen besser als alles, was wir kannten.", "praise"),
    ("Andere Anbieter können das besser.", "complaint"),
    # politeness
    ("Das freut mich sehr, bis bald.", NOTHING),
    ("Ich wünsche Ihnen ein schönes Wochenende.", NOTHING),
    ("Lieben Dank für eure Unterstützung!", "thanks"),
    # outcomes and wishes
    ("Seitdem muss niemand mehr Belege von Hand abtippen.", "win"),
    ("Wir haben die Bearbeitung von neun Stunden auf 40 Minuten verkürzt.", "win"),
    ("Uns fehlt noch eine Vorschau.", "wish"),
    ("Der Bericht ist angehängt.", NOTHING),
]

FRENCH = [
    ("Je recommande les yeux fermés.", "praise"),
    ("L'outil tient ses promesses et facilite la vie de tous.", "praise"),
    ("Chapeau bas à toute l'équipe.", "praise"),
    # negation
    ("Le service ne nous a jamais déçus.", "praise"),
    ("Ce n'est vraiment pas pratique.", "complaint"),
    ("Cela ne sert à rien.", "complaint"),
    ("Nous ne recommandons pas ce logiciel.", "complaint"),
    # contrast
    ("C'est joli, mais c'est une usine à gaz.", "complaint"),
    ("Le début était difficile, mais aujourd'hui c'est un vrai bonheur.", "praise"),
    # until, used to
    ("Tout était parfait jusqu'à la mise à jour.", "complaint"),
    ("Au début le support était réactif.", "complaint"),
    # conditionals
    ("Si tout marche bien, nous serons ravis.", NOTHING),
    # questions
    ("La nouvelle version est-elle meilleure ?", NOTHING),
    ("Serait-il possible d'avoir un rappel automatique ?", "wish"),
    # sarcasm
    ("Super, encore une panne.", "complaint"),
    ("Merci pour rien.", "complaint"),
    ("Comme par hasard, tout est encore bloqué.", "complaint"),
    # a competitor
    ("C'est bien mieux que notre ancien logiciel.", "praise"),
    ("Vos concurrents proposent mieux.", "complaint"),
    # politeness
    ("Bonne journée et à très bientôt.", NOTHING),
    ("J'espère que vous allez bien.", NOTHING),
    ("Un grand merci pour votre aide !", "thanks"),
    # outcomes and wishes
    ("Fini les ressaisies, nous gagnons du temps chaque semaine.", "win"),
    ("Nous sommes passés de neuf heures à 40 minutes.", "win"),
    ("Il nous manque un aperçu avant impression.", "wish"),
    ("Le rapport est en pièce jointe.", NOTHING),
]

SPANISH = [
    ("No lo cambiaría por nada.", "praise"),
    ("Va como la seda y el trato es inmejorable.", "praise"),
    ("Me quito el sombrero ante el equipo.", "praise"),
    # negation
    ("El soporte nunca nos ha fallado.", "praise"),
    ("No nos convence la nueva pantalla.", "complaint"),
    ("No sirve para nada.", "complaint"),
    ("No es nada intuitivo.", "complaint"),
    # contrast
    ("La idea es buena, pero funciona fatal.", "complaint"),
    ("Al principio costó, pero ahora es una maravilla.", "praise"),
    # until, used to
    ("Todo era perfecto hasta que cambiaron el menú.", "complaint"),
    ("Antes el servicio era excelente.", "complaint"),
    # conditionals
    ("Si funciona bien, estaré encantado.", NOTHING),
    # questions
    ("¿Es mejor la nueva versión?", NOTHING),
    ("¿Sería posible ordenar las listas?", "wish"),
    # sarcasm
    ("Genial, otra caída.", "complaint"),
    ("Gracias por nada.", "complaint"),
    ("Qué sorpresa, otra vez no funciona.", "complaint"),
    # a competitor
    ("Es mucho mejor que nuestro anterior programa.", "praise"),
    ("La competencia lo hace mejor que ustedes.", "complaint"),
    # politeness
    ("Un saludo y buen fin de semana.", NOTHING),
    ("Espero que estén bien.", NOTHING),
    ("¡Mil gracias por su ayuda!", "thanks"),
    # outcomes and wishes
    ("Se acabaron las horas extra: ya nadie tiene que copiar facturas.", "win"),
    ("Hemos pasado de nueve horas a 40 minutos.", "win"),
    ("Nos vendría bien una vista previa.", "wish"),
    ("El informe va adjunto.", NOTHING),
]

PORTUGUESE = [
    ("Não troco por nada.", "praise"),
    ("O sistema cumpre o que promete e facilita a vida de todos.", "praise"),
    ("A equipe está de parabéns, arrasaram.", "praise"),
    # negation
    ("O suporte nunca nos deixou na mão.", "praise"),
    ("Não serve para nada.", "complaint"),
    ("Não gostei da nova tela.", "complaint"),
    ("O painel não é nada prático.", "complaint"),
    # contrast
    ("A ideia é boa, mas deixa muito a desejar.", "complaint"),
    ("No começo foi difícil, mas agora é uma maravilha.", "praise"),
    # until, used to
    ("Era tudo perfeito até a mudança do menu.", "complaint"),
    ("Antes o atendimento era excelente.", "complaint"),
    # conditionals
    ("Se funcionar bem, ficarei muito feliz.", NOTHING),
    # questions
    ("A nova versão é melhor?", NOTHING),
    ("Seria possível ordenar as listas?", "wish"),
    # sarcasm
    ("Ótimo, mais uma queda.", "complaint"),
    ("Obrigado por nada.", "complaint"),
    ("Que surpresa, o sistema caiu de novo.", "complaint"),
    # a competitor
    ("É muito melhor do que o nosso antigo programa.", "praise"),
    ("A concorrência faz melhor que vocês.", "complaint"),
    # politeness
    ("Bom dia, tudo bem?", NOTHING),
    ("Espero que esteja tudo bem.", NOTHING),
    ("Muito obrigada pela ajuda!", "thanks"),
    # outcomes and wishes
    ("Ninguém mais precisa copiar notas à mão.", "win"),
    ("Passamos de nove horas para 40 minutos.", "win"),
    ("Sentimos muita falta de uma pré-visualização.", "wish"),
    ("O relatório segue em anexo.", NOTHING),
]


@pytest.mark.parametrize(("sentence", "kind"), GERMAN)
def test_german_is_heard_as_it_is_meant(sentence: str, kind: str) -> None:
    assert judged_sentence(sentence, "de")[0].kind == kind


@pytest.mark.parametrize(("sentence", "kind"), FRENCH)
def test_french_is_heard_as_it_is_meant(sentence: str, kind: str) -> None:
    assert judged_sentence(sentence, "fr")[0].kind == kind


@pytest.mark.parametrize(("sentence", "kind"), SPANISH)
def test_spanish_is_heard_as_it_is_meant(sentence: str, kind: str) -> None:
    assert judged_sentence(sentence, "es")[0].kind == kind


@pytest.mark.parametrize(("sentence", "kind"), PORTUGUESE)
def test_portuguese_is_heard_as_it_is_meant(sentence: str, kind: str) -> None:
    assert judged_sentence(sentence, "pt")[0].kind == kind


@pytest.mark.parametrize(
    ("sentence", "language", "glad"),
    [
        ("Oje, das tut mir leid.", "de", False),
        ("Haha, sehr witzig!", "de", True),
        ("Ouf, bonne nouvelle, j'ai hâte !", "fr", True),
        ("Aïe, je suis vraiment désolé.", "fr", False),
        ("¡Felicidades, qué ganas!", "es", True),
        ("Uf, lo siento mucho.", "es", False),
        ("Uau, mal posso esperar!", "pt", True),
        ("Putz, sinto muito.", "pt", False),
    ],
)
def test_a_feeling_that_judges_nothing_has_a_polarity_and_no_kind(sentence: str, language: str, *, glad: bool) -> None:
    judged, _ = judged_sentence(sentence, language)
    assert judged.kind == ""
    assert (judged.polarity > 0.2) if glad else (judged.polarity < -0.2)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Der Export funktioniert nicht mehr.", "de"),
        ("Wir melden, dass die Liste nicht lädt.", "de"),
        ("La liste ne s'ouvre plus.", "fr"),
        ("La lista no se abre.", "es"),
        ("A lista não carrega.", "pt"),
    ],
)
def test_what_does_not_serve_is_trouble_in_every_language(sentence: str, language: str) -> None:
    judged, _ = judged_sentence(sentence, language)
    assert judged.kind in {"", "complaint"}
    assert judged.polarity < 0
