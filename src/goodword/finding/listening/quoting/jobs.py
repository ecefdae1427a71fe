"""Words that tell a job from a company in the line under a quote; those of leaders and of firms we have elsewhere."""

import re
from functools import cache

from goodword.finding.identity.companies.words import LEGAL_FORMS
from goodword.finding.signals.leading import LEADING

_HELD = (
    # English
    "engineer|architect|manager|mgr|developer|designer|consultant|specialist|expert|researcher|scientist|analyst"
    "|lead|leader|team ?lead|member|evangelist|officer|coordinator|administrator|admin|controller|buyer|supervisor"
    "|planner|strategist|programmer|technician|accountant|nurse|teacher|professor|lecturer|librarian|recruiter"
    "|partner|principal|executive|assistant|associate|advisor|adviser|advocate|representative|sre|dba|pm|clerk"
    "|superintendent|dean|treasurer|secretary|editor|owner|counsel|operator|staff"
    # German
    r"|\w{0,20}(?:ingenieur|entwickler|berater|referent|architekt|beauftragte|leiter|managerin?|verantwortliche)(?:in|r)?"
    r"|\w{0,20}leitung|sachbearbeiter(?:in)?|einkäufer(?:in)?|mitarbeiter(?:in)?|teamleiter(?:in)?|prokurist(?:in)?"
    r"|administrator(?:in)?|analyst(?:in)?|controller(?:in)?"
    # French
    "|ingénieure?|responsable|chef(?:fe)?|chargée?|développeu(?:r|se)|architecte|dsi|daf|drh|rssi|acheteu(?:r|se)"
    "|analyste|consultante?|adjointe?|gestionnaire|administrat(?:eur|rice)|coordinat(?:eur|rice)"
    # Spanish and Portuguese
    "|jef[ea]|gerente|ingenier[oa]|encargad[oa]|coordinador(?:a)?|analista|arquitect[oa]|desarrollador(?:a)?"
    "|administrador(?:a)?|consultor(?:a)?|líder|subdirector(?:a)?|chefe|engenheir[oa]|responsável|coordenador(?:a)?"
    "|arquitet[oa]|desenvolvedor(?:a)?|supervisor(?:a)?|técnic[oa]|especialista|comprador(?:a)?|gestor(?:a)?"
)


@cache
def job_word() -> re.Pattern[str]:
    """A word of a job title. It takes a tenth of a second to compile, which most texts need not wait for."""
    return re.compile(rf"(?<![^\W_])(?:{LEADING}|{_HELD})(?![^\W_])", re.IGNORECASE)


WHOLE = re.compile(
    r"(?<![^\W_])(?:c[a-z]o|chro|ciso|president|(?:co-?)?founder|owner|proprietor|managing director|general manager"
    r"|chair(?:man|woman|person)?|partner|geschäftsführer(?:in)?|vorstand|gründer(?:in)?|inhaber(?:in)?|pdg|gérante?"
    r"|présidente?|fondat(?:eur|rice)|president[ea]|fundador(?:a)?|dueñ[oa]|propietari[oa]|gerente general|sóci[oa]"
    r"|(?:director|diretor)a? (?:general|geral)|direct(?:eur|rice) général[e]?|employee|member)$",
    re.IGNORECASE,
)
"""A title that needs no field: what follows "of" is whom it is held at."""

_FIELDS = frozenset(
    "engineering it operations ops marketing sales finance product products people hr legal security data platform "
    "platforms infrastructure support success customer customers development design research technology technologies "
    "technical strategy growth procurement purchasing logistics supply chain quality communications cloud digital "
    "innovation analytics architecture software systems services partnerships learning training education planning "
    "manufacturing production compliance risk accounting administration facilities human resources business emea "
    "apac dach americas europe global north south east west international talent science ai ml r&d revenue care "
    "experience content brand commerce e-commerce team department division unit office group member staff delivery "
    "transformation web mobile devops and und et y e of the de la für der des del da do & + i "
    "vertrieb einkauf entwicklung personal finanzen technik produktion logistik kundendienst kundenservice betrieb "
    "buchhaltung recht forschung verwaltung qualität it-abteilung "
    "ventes achats informatique opérations production finances ressources humaines juridique communication qualité "
    "recherche développement clientèle comptabilité service services "
    "ventas compras operaciones finanzas ti recursos humanos sistemas informática calidad producción logística "
    "tecnología atención cliente comercial vendas operações finanças tecnologia produção qualidade logística "
    "atendimento recursos dados produto producto produit produits datos".split()
)
_FORMS = LEGAL_FORMS - frozenset(("as", "co", "sa", "se", "private", "limited")) | frozenset(("ltd", "limited"))


def is_job(words: str) -> bool:
    """Whether a stretch names a job or the field of one: "VP", "Platform & Ops"."""
    return not is_firm(words) and (job_word().search(words) is not None or is_field(words))


def is_field(words: str) -> bool:
    """Whether a stretch is nothing but the names of departments and regions."""
    parts = words.lower().split()
    return bool(parts) and all(part.strip(".,") in _FIELDS or part.strip(".,").endswith("abteilung") for part in parts)


def is_firm(words: str) -> bool:
    """Whether a stretch of at least two words ends in a legal form: "Acme GmbH", "Acme S.A."."""
    parts = words.split()
    last = parts[-1].replace(".", "").lower() if parts else ""
    short = last in {"sa", "as", "se", "co"} and (parts[-1].isupper() or parts[-1] in {"Co", "Co.", "a.s.", "A/S"})
    return len(parts) > 1 and (last in _FORMS or short)


def is_form(words: str) -> bool:
    """Whether a stretch is a legal form and nothing else: the "Inc." of "Acme, Inc."."""
    return words.replace(".", "").lower() in LEGAL_FORMS
