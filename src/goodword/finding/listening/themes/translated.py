"""What a module is called in five languages: `Reports` is found where somebody writes "Berichte".

Only what modules of many products are called, and only as a whole name: "expense reports" is no "Berichte". A word that
means something else in another language is left out.
"""

from collections.abc import Iterable
from functools import lru_cache

from goodword.finding.listening.lexicon.shape import phrases

ALIKE: tuple[str, ...] = (
    """report(|s), reporting, bericht(|e|en|s|es), berichtswesen, rapport(|s), reporte(|s), informe(|s)
        relatório(|s)""",
    "dashboard(|s), tableau de bord, tableaux de bord, cuadro(|s) de mando, painel, painéis",
    "calendar(|s), kalender(|s), calendrier(|s), calendario(|s), calendário(|s)",
    """invoice(|s), invoicing, rechnung(|en), facture(|s), facturation, factura(|s), facturación, fatura(|s)
        faturamento""",
    "order(|s), bestellung(|en), auftrag, aufträge, commande(|s), pedido(|s)",
    "supplier portal(|s), lieferantenportal(|s|e), portail fournisseurs, portal de proveedores, portal de fornecedores",
    "customer portal(|s), kundenportal(|s|e), portail client(|s), portal de clientes, portal do cliente",
    "contract(|s), vertrag, verträge(|n), contrat(|s), contrato(|s)",
    "approval(|s), freigabe(|n), genehmigung(|en), approbation(|s), aprobación, aprobaciones, aprovação, aprovações",
    "budget(|s), budgeting, budgetierung, presupuesto(|s), orçamento(|s)",
    "forecast(|s), forecasting, prognose(|n), prévision(|s), pronóstico(|s), previsão, previsões",
    "planning, planung(|en), planification, planificación, planejamento, planeamento",
    "payment(|s), zahlung(|en), paiement(|s), pago(|s), pagamento(|s)",
    "search, suche, suchfunktion, recherche, búsqueda(|s), busca(|s), pesquisa(|s)",
    "filter(|s), filtre(|s), filtro(|s)",
    "template(|s), vorlage(|n), plantilla(|s)",
    "notification(|s), benachrichtigung(|en), notificación, notificaciones, notificação, notificações",
    "permission(|s), berechtigung(|en), droits d accès, permiso(|s), permissão, permissões",
    "task(|s), aufgabe(|n), tâche(|s), tarea(|s), tarefa(|s)",
    "mobile app(|s), app(|s) móvil, handy app, application mobile, aplicación móvil, aplicativo móvel",
    "import(|s), importación, importaciones, importação, importações",
    "export(|s), exportación, exportaciones, exportação, exportações",
    "close, month end close, abschluss, abschlüsse, monatsabschluss, clôture, clôtures, cierre(|s), fechamento(|s)",
    "reconciliation(|s), kontenabstimmung(|en), rapprochement(|s), conciliación, conciliaciones, conciliação",
    "audit log(|s), audit trail, prüfprotokoll(|e), journal d audit, registro de auditoría, registro de auditoria",
    "inventory, stock, lagerbestand, bestände, inventaire(|s), inventario(|s), estoque(|s)",
    "warehouse(|s), lager, entrepôt(|s), almacén, almacenes, armazém, armazéns",
    "delivery, deliveries, shipping, lieferung(|en), versand, livraison(|s), entrega(|s), envío(|s)",
    "booking(|s), buchung(|en), réservation(|s), reserva(|s)",
    "survey(|s), umfrage(|n), sondage(|s), encuesta(|s)",
    "campaign(|s), kampagne(|n), campagne(|s), campaña(|s), campanha(|s)",
    "document(|s), dokument(|e|en), documento(|s)",
    "time tracking, timesheet(|s), zeiterfassung, suivi du temps, control horario, controle de horas",
    "payroll, gehaltsabrechnung(|en), lohnabrechnung(|en), paie, nómina(|s), folha de pagamento",
    "expense(|s), spesen, reisekosten, note de frais, notes de frais, gasto(|s), despesa(|s)",
    "checklist(|s), checkliste(|n), liste de contrôle, lista de verificación, lista de verificação",
    "statistics, statistik(|en), statistique(|s), estadística(|s), estatística(|s)",
    "integration(|s), schnittstelle(|n), intégration(|s), integración, integraciones, integração, integrações",
    "workflow(|s), arbeitsablauf, arbeitsabläufe, flujo(|s) de trabajo, fluxo(|s) de trabalho",
    "automation(|s), automatisierung(|en), automatisation(|s), automatización, automatizaciones, automação, automações",
    "training(|s), schulung(|en), formation(|s), formación, formaciones, treinamento(|s)",
    "inbox, posteingang, boîte de réception, bandeja de entrada, caixa de entrada",
    "knowledge base, wissensdatenbank, base de connaissances, base de conocimiento, base de conhecimento",
    "security, sicherheit, sécurité, seguridad, segurança",
    "analytics, auswertung(|en), analyse(|s|n), analítica, análise(|s)",
    "insight(|s), einblick(|e|en), erkenntnis(|se|sen)",
    "alert(|s), warnung(|en), alerte(|s), alerta(|s)",
)
"""What means the same, phrases of five languages side by side."""


@lru_cache(maxsize=1)
def _alike() -> dict[tuple[str, ...], int]:
    """By words, which of ALIKE they stand in."""
    found: dict[tuple[str, ...], int] = {}
    for number, written in enumerate(ALIKE):
        for phrase in phrases(written):
            found.setdefault(tuple(phrase.split()), number)
    return found


@lru_cache(maxsize=1)
def _groups() -> dict[int, tuple[tuple[str, ...], ...]]:
    grouped: dict[int, list[tuple[str, ...]]] = {}
    for words, number in sorted(_alike().items()):
        grouped.setdefault(number, []).append(words)
    return {number: tuple(some) for number, some in grouped.items()}


def meaning_of(words: Iterable[str]) -> int | None:
    """A number that all words of one meaning share; None for what is not in the list."""
    return _alike().get(tuple(words))


def also_written(words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The words of all five languages that mean the same; none for what is not in the list."""
    number = meaning_of(words)
    return () if number is None else _groups()[number]
