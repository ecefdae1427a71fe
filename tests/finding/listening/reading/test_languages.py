"""Which language a text is in: told by its small words where they are clear."""

import pytest

from goodword.finding.listening.reading import languages
from goodword.finding.listening.reading.languages import language_of

TEXTS = {
    "en": ["Close is down to two days, brilliant stuff.", "Can a trainee use invoice capture without a licence?"],
    "de": ["Der Export hängt seit gestern.", "Super Support, sehr zufrieden.", "Anbei die Liste für den Abschluss."],
    "fr": ["Le module plante sans arrêt.", "Équipe réactive, outil simple.", "Ci-joint la liste des utilisateurs."],
    "es": ["La exportación falla desde ayer.", "Muy contentos con el equipo.", "Por favor, dad de alta a un becario."],
    "pt": ["A exportação falha desde ontem.", "Equipe muito atenciosa, recomendo.", "Segue a lista de usuários."],
    "it": ["Non riusciamo ad aprire la fattura da ieri, potete aiutarci?", "Siamo molto contenti del vostro supporto."],
    "nl": ["Kunnen jullie ons helpen met de import van de facturen?", "De export werkt niet sinds gisteren."],
    "pl": ["My to znamy i mamy to na co dzień.", "Nie możemy otworzyć faktury od wczoraj, proszę o pomoc."],
    "sv": ["Vi är mycket nöjda med den nya modulen, det sparar oss timmar."],
    "da": ["Vi er meget glade for det nye modul, det sparer os timer."],
    "ro": ["Nu putem deschide factura de ieri, vă rog ajutați-ne."],
    "cs": ["Jsme velmi spokojeni s novým modulem, šetří nám hodiny."],
    "hu": ["Tegnap óta nem tudjuk megnyitni a számlát."],
    "fi": ["Emme saa laskua auki eilisestä lähtien."],
    "tr": ["Dünden beri faturayı açamıyoruz, lütfen yardım edin."],
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, some in TEXTS.items() for text in some])
def test_a_short_text_is_known_by_its_small_words_or_its_letters(language: str, text: str) -> None:
    assert language_of(text)[0] == language


def test_clear_small_words_need_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked() -> languages.Guesser:
        raise AssertionError

    monkeypatch.setattr(languages, "guesser", asked)
    assert language_of("Muy contentos con el equipo, gracias por todo.")[0] == "es"
    assert language_of("Wir sind sehr zufrieden mit dem neuen Modul.")[0] == "de"


def test_words_too_few_to_tell_have_the_language_around_them() -> None:
    assert language_of("Ok!", "fr")[0] == "fr"


def test_another_language_may_be_mixed_in() -> None:
    text = "Thanks for the call, it was a great help to us. Wir sind sehr zufrieden und das bleibt so."
    assert language_of(text) == ("en", True)
