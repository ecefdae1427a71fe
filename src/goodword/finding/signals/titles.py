"""Which job titles are an executive's, in the languages our users' customers write."""

import ibis.expr.types as ir

# Whole words, lower case. Written without look-around and without \b, which engines spell differently.
_WORDS = (
    # English
    "chief|c[a-z]o|chro|ciso|evp|svp|avp|vp|vice president|president|head|director|founder|co-?founder|proprietor"
    "|managing partner|managing director|general manager|board member|chair|chairman|chairwoman|chairperson"
    # German
    "|gesch(ä|ae)ftsf(ü|ue)hr(er|erin|ung)|vorstand|vorst(ä|ae)ndin|direktor(in)?|pr(ä|ae)sident(in)?|gr(ü|ue)nder(in)?"
    "|inhaber(in)?|(abteilungs|bereichs|gesch(ä|ae)fts|vertriebs|marketing|entwicklungs|personal|finanz|werks|it-?)"
    "leiter(in)?|leiter(in)?"
    # French
    "|directeur|directrice|pr(é|e)sidente?|fondat(eur|rice)|g(é|e)rante?|pdg|dg"
    # Spanish and Portuguese
    "|director(a)?|presidenta|vicepresident[ae]|fundador(a)?|due(ñ|n)[oa]|propietari[oa]|gerente general"
    "|diretor(a)?|s(ó|o)ci[oa]|propriet(á|a)ri[oa]"
    # Italian
    "|direttore|direttrice|amministratore delegato|titolare|fondatore|fondatrice"
    # Dutch and the Nordic languages
    "|hoofd|bestuurder|eigenaar|oprichter|direkt(ö|ø)r|vd|grundare|grundlegger|toimitusjohtaja|johtaja"
    # Polish, Turkish
    "|dyrektor(ka)?|prezes(ka)?|w(ł|l)a(ś|s)ciciel(ka)?|genel m(ü|u)d(ü|u)r|kurucu"
)
# Scripts that do not part words by spaces.
_ANYWHERE = (
    "社長|取締役|部長|代表|总经理|总监|董事长|总裁|首席|创始人|대표|이사|директор|руководитель|основатель|президент"
)
_OWNER = "(^|[^a-z])owner([^a-z]|$)"
_OWNER_OF_A_THING = "(product|process|data|service|system|application|platform|risk|control) owner"
_HELPS_ONE = "(assistant|assistent|assistenz|asistente|assistante|secretary|sekret|intern |office of|to the )"


def is_executive(title: ir.StringValue) -> ir.BooleanValue:
    """Return whether a job title says that its holder leads: chief, C-level, VP, head, director, president, owner.

    Never null: no title is no executive. Somebody who assists one is none, and a product owner owns no company.
    """
    text = title.fill_null("").lower()
    leads = text.re_search(f"(^|[^a-z])({_WORDS})([^a-z]|$)") | text.re_search(_ANYWHERE)
    owns = text.re_search(_OWNER) & ~text.re_search(_OWNER_OF_A_THING)
    return (leads | owns) & ~text.re_search(_HELPS_ONE)
