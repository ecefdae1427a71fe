"""What a remark is about: the user's own product words, and a small tree of qualities."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from goodword.finding.listening.lexicon.shape import phrases
from goodword.finding.listening.themes.translated import also_written, meaning_of

# Words of all five languages stand together: what means something else in another language is left out.
TREE: dict[str, str] = {
    "support": """support, support team, helpdesk, help desk, customer service, account manager, customer success, csm
            agent, response time, kundendienst, kundenservice, betreuung, ansprechpartner, ansprechpartnerin
            assistance, service client, soporte, atención al cliente, suporte, atendimento, equipe de suporte""",
    "onboarding": """onboarding, training, trainings, trainer, workshop, workshops, webinar, documentation, docs
            tutorial, tutorials, set up, setup, implementation, rollout, roll out, go live, learning curve, ramp up
            academy, migration, schulung, schulungen, einführung, einarbeitung, formation, formations, prise en main
            formación, capacitación, implementación, treinamento, treinamentos, implantação, implantación""",
    "ease of use": """easy to use, ease of use, intuitive, user friendly, usability, simple to use, interface, ui, ux
            easy to learn, straightforward, clean, navigation, benutzerfreundlich, benutzerfreundlichkeit, bedienung
            oberfläche, intuitiv, einfach zu bedienen, übersichtlich, ergonomie, intuitif, simple à utiliser
            facile à utiliser, convivial, fácil de usar, intuitivo, intuitiva, interfaz, facilidad de uso
            facilidade de uso, amigável""",
    "speed": """fast, faster, quick, quicker, quickly, speed, slow, slower, performance, latency, loads, loading
            sluggish, responsive, lag, schnell, schneller, langsam, langsamer, geschwindigkeit, rapide, rapidement
            rapidité, lent, lente, rápido, rápida, rapidez, lento, lenta, velocidad, velocidade, desempenho
            rendimiento""",
    "reliability": """reliable, reliability, stable, stability, uptime, downtime, outage, outages, crash, crashes
            crashed, rock solid, dependable, unreliable, unstable, availability, zuverlässig, zuverlässigkeit, stabil
            ausfall, ausfälle, absturz, fiable, fiabilité, panne, pannes, stabilité, fiabilidad, estable, caída
            caídas, confiável, estável, estabilidade, queda, quedas, instável""",
    "reporting": """report, reports, reporting, dashboard, dashboards, insight, insights, analytics, visibility
            metrics, forecast, forecasts, forecasting, bericht, berichte, berichten, berichts, auswertung, auswertungen
            berichtswesen, überblick, rapports, rapport, tableau de bord, tableaux de bord, visibilité, informe
            informes, panel, cuadro de mando, visibilidad, relatório, relatórios, painel, painéis, visibilidade""",
    "integration": """integration, integrations, integrate, integrates, integrated, api, apis, connector, connectors
            webhook, webhooks, plugin, plugins, sync, synchronisation, schnittstelle, schnittstellen, anbindung
            intégration, intégrations, connecteur, integración, integraciones, conector, integração, integrações""",
    "time saved": """saved time, saves time, save time, saving time, time saving, saved hours, saves hours
            hours a week, hours a month, hours per week, hours every week, days a month, instead of days
            instead of weeks, instead of hours, zeit gespart, spart zeit, sparen zeit, zeitersparnis
            stunden pro woche, gain de temps, gagne du temps, gagner du temps, gagné du temps, heures par semaine
            ahorra tiempo, ahorro de tiempo, ahorramos tiempo, horas por semana, horas a la semana, economiza tempo
            economia de tempo, poupa tempo, economizamos tempo""",
    "money saved": """saved money, saves money, cost, costs, budget, cut costs, reduced costs, savings, roi
            return on investment, paid for itself, kosten gespart, kosten, einsparung, einsparungen, coûts, économies
            économisé, costes, costos, ahorro, gastos, custos, economia, retorno sobre o investimento
            retorno de la inversión""",
    "collaboration": """collaboration, collaborate, collaborating, teamwork, share, sharing, alignment
            on the same page, same page, communication, handover, handoff, zusammenarbeit, kommunikation, abstimmung
            collaborer, partage, colaboración, colaborar, comunicación, colaboração, comunicação, trabalho em equipe
            trabajo en equipo""",
    "automation": """automation, automations, automate, automated, automates, automatic, automatically, workflow
            workflows, manual, manually, by hand, spreadsheet, spreadsheets, automatisierung, automatisiert
            automatisch, händisch, manuell, automatisation, automatisé, automatique, automatiquement, automatización
            automatizar, automático, automáticamente, automatizado, automação, automaticamente, planilha, planilhas""",
    "security": """security, secure, compliance, compliant, audit, audits, auditor, auditors, gdpr, soc 2, iso 27001
            sso, permissions, encryption, privacy, sicherheit, datenschutz, dsgvo, revision, prüfung, sécurité
            conformité, rgpd, seguridad, cumplimiento, auditoría, segurança, conformidade, auditoria, lgpd""",
    "value": """value, worth, worth it, worth every penny, price, pricing, money's worth, value for money, overpriced
            expensive, affordable, preis leistung, preis, preiswert, teuer, rapport qualité prix, prix, cher, precio
            caro, relación calidad precio, custo benefício, preço, vale a pena, vale la pena""",
}
"""The built-in tree: a theme and the words that name it."""

type Finder = Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]


def finder_of(features: Sequence[str] = (), areas: Mapping[str, str] | None = None) -> Finder:
    """An index from first words to phrases and their themes.

    Args:
        features: the product's feature names; `report_builder` is found where somebody writes "report builder".
        areas: the product area of a feature, a theme beside the feature's own name.
    """
    areas = areas or {}
    own: dict[tuple[str, ...], set[str]] = {}
    for feature in sorted({*features, *areas}):
        both = {feature, areas[feature]} if areas.get(feature) else {feature}
        for name in both:
            for words in (*forms_of(name), *also_written(words_of(name))):
                own.setdefault(words, set()).update(both if name == feature else {name})
    called = tree_names(areas)
    index = {
        first: tuple((rest, tuple(called.get(one, one) for one in themes)) for rest, themes in entries)
        for first, entries in _tree().items()
    }
    for words, themes in own.items():
        index[words[0]] = (*index.get(words[0], ()), (words[1:], tuple(sorted(themes))))
    return index


def tree_names(areas: Mapping[str, str]) -> dict[str, str]:
    """What themes of the tree go by: an area of the product that means the same is the same theme by its own name.

    Args:
        areas: the product area of each feature.
    """
    found: dict[str, str] = {}
    for area in sorted({*areas.values()} - {""}):
        words = words_of(area)
        for theme in TREE:
            own = words_of(theme)
            if words == own or (meaning_of(words) is not None and meaning_of(words) == meaning_of(own)):
                found.setdefault(theme, area)
    return found


@lru_cache(maxsize=1)
def _tree() -> Finder:
    index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for theme, written in TREE.items():
        for phrase in sorted(set(phrases(written))):
            first, *rest = phrase.split()
            index.setdefault(first, []).append((tuple(rest), (theme,)))
    return {first: tuple(entries) for first, entries in index.items()}


def forms_of(name: str) -> list[tuple[str, ...]]:
    """The words of a feature's name, and of one more or one less of it: report builder, report builders."""
    words = words_of(name)
    if not words:
        return []
    *before, last = words
    if len(last) <= _ABBREVIATED or last.endswith("ss"):
        return [words]
    return [words, (*before, last.removesuffix("s") if last.endswith("s") else f"{last}s")]


_ABBREVIATED = 3  # letters: the plural of a shorter word may be another word


def words_of(name: str) -> tuple[str, ...]:
    """The words of a feature's name, lower case: `report_builder` has two."""
    spaced = "".join(character if character.isalnum() else " " for character in name)
    return tuple(spaced.lower().split())


def themes_in(tokens: Sequence[str], finder: Finder) -> list[str]:
    """The themes that the words of a sentence name, sorted."""
    found: set[str] = set()
    for at, token in enumerate(tokens):
        for rest, themes in finder.get(token, ()):
            if not rest or tuple(tokens[at + 1 : at + 1 + len(rest)]) == rest:
                found.update(themes)
    return sorted(found)
