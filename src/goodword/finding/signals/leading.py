"""Words of the job titles of those who lead, in the languages our users' customers write."""

# Whole words, lower case, as one regular expression. Written without look-around and without \b, which engines
# spell differently.
LEADING = (
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
