"""Quoted and forwarded mail, in the languages of those who send it."""

import pytest

from goodword.finding.listening.hearing import hear

PRAISE = "We love the new dashboards."
OLDER = "The tool is fantastic. I love it."


def quotes(text: str, person_name: str = "") -> list[str]:
    return [remark.quote for remark in hear(text, person_name=person_name, channel="email")]


@pytest.mark.parametrize(
    "header",
    [
        "On Mon, 3 Mar 2025 at 10:12, Tom Sayer <tom@vendor.example> wrote:",
        "On Mon, 3 Mar 2025 at 10:12, Tom Sayer via the name of our shared inbox\n<tom@vendor.example> wrote:",
        "Am 03.03.2025 um 10:12 schrieb Tom Sayer <tom@vendor.example>:",
        "Le lun. 3 mars 2025 à 10:12, Tom Sayer a écrit\u00a0:",
        "El lun, 3 mar 2025 a las 10:12, Tom Sayer escribió:",
        "Em seg., 3 de mar. de 2025 às 10:12, Tom Sayer escreveu:",
        "Il giorno lun 3 mar 2025 alle ore 10:12 Tom Sayer ha scritto:",
        "Op ma 3 mrt 2025 om 10:12 schreef Tom Sayer:",
        "Den mån 3 mars 2025 kl 10:12 skrev Tom Sayer:",
        "W dniu 3.03.2025 o 10:12, Tom Sayer napisał:",
        "2025年3月3日(月) 10:12 Tom Sayer <tom@vendor.example>:",
        "Tom Sayer <tom@vendor.example> 于2025年3月3日周一 10:12写道\uff1a",
        "пн, 3 мар. 2025, 10:12, Tom Sayer <tom@vendor.example>:",
        "-----Original Message-----",
        "-------- Ursprüngliche Nachricht --------",
        "-------- Messaggio originale --------",
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "---- On Mon, 03 Mar 2025 10:12:00 +0100 Tom Sayer wrote ----",
        "From: Tom Sayer\nSent: Monday\nTo: Ann Bell\nSubject: Hi",
        "________________________________\nFrom: Tom Sayer\nSent: Monday\nTo: Ann Bell\nSubject: Hi",
        "*From:* Tom Sayer\n*Date:* Monday\n*To:* Ann Bell\n*Subject:* Hi",
        "Von: Tom Sayer\nGesendet: Montag\nAn: Ann Bell\nBetreff: Hallo",
        "De\u00a0: Tom Sayer\nEnvoyé\u00a0: lundi\nÀ\u00a0: Ann Bell\nObjet\u00a0: Bonjour",
        "De: Tom Sayer\nEnviado: lunes\nPara: Ann Bell\nAsunto: Hola",
        "Da: Tom Sayer\nInviato: lunedì\nA: Ann Bell\nOggetto: Ciao",
        "Van: Tom Sayer\nVerzonden: maandag\nAan: Ann Bell\nOnderwerp: Hallo",
        "Från: Tom Sayer\nSkickat: måndag\nTill: Ann Bell\nÄmne: Hej",
        "Od: Tom Sayer\nWysłano: poniedziałek\nDo: Ann Bell\nTemat: Hej",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_under_the_head_of_an_older_mail_is_somebody_elses(header: str, end: str) -> None:
    text = f"{PRAISE}\n\n{header}\n\n{OLDER}\n\nOn Sun, 2 Mar 2025, Eve wrote:\n> {OLDER}\n\n{OLDER}"
    assert quotes(text.replace("\n", end)) == [PRAISE]


def test_quotes_within_quotes_are_nobodys_and_answers_between_them_are_theirs() -> None:
    above = f">> {OLDER}\n> Am 3. März schrieb Eve:\n> > {OLDER}\n> {OLDER}"
    text = f"{above}\n\n{PRAISE}\n\n> {OLDER}\n\nIt saves us hours.\n"
    assert quotes(text)[0] == PRAISE
    assert all("fantastic" not in quote for quote in quotes(text))


def test_a_mail_kept_with_its_own_head_is_theirs_and_one_with_anothers_is_not() -> None:
    head = "From: {}\nSent: Monday\nTo: Tom Sayer\nSubject: Hi\n\n"
    assert quotes(head.format("Ann Bell") + PRAISE, "Ann Bell") == [PRAISE]
    assert quotes(head.format("Tom Sayer") + PRAISE, "Ann Bell") == []


def test_a_sentence_about_writing_is_no_head() -> None:
    assert quotes(f"On Monday I wrote to you: {PRAISE}")
    assert quotes(f"In 2025 we bought it from Ann <ann@shop.example>. {PRAISE}") == [PRAISE]
