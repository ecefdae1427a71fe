"""The fictional vendor: Quillmere, its product areas, features, plans, staff roles and markets."""

VENDOR = "Quillmere"
VENDOR_DOMAIN = "quillmere.example"

# feature: (area, lowest plan that opens it)
FEATURES: dict[str, tuple[str, str]] = {
    "dashboard": ("core", "Essential"),
    "search": ("core", "Essential"),
    "comments": ("core", "Essential"),
    "mobile_app": ("core", "Essential"),
    "invoice_capture": ("payables", "Essential"),
    "invoice_matching": ("payables", "Essential"),
    "approval_flows": ("payables", "Essential"),
    "payment_runs": ("payables", "Essential"),
    "export": ("insight", "Essential"),
    "supplier_portal": ("payables", "Professional"),
    "close_checklist": ("close", "Professional"),
    "reconciliations": ("close", "Professional"),
    "journal_entries": ("close", "Professional"),
    "budget_builder": ("planning", "Professional"),
    "forecast": ("planning", "Professional"),
    "report_builder": ("insight", "Professional"),
    "scheduled_reports": ("insight", "Professional"),
    "audit_log": ("platform", "Professional"),
    "intercompany": ("close", "Enterprise"),
    "scenarios": ("planning", "Enterprise"),
    "headcount_plan": ("planning", "Enterprise"),
    "variance_alerts": ("insight", "Enterprise"),
    "api": ("platform", "Enterprise"),
    "webhooks": ("platform", "Enterprise"),
    "roles": ("platform", "Enterprise"),
}
PLANS = ("Essential", "Professional", "Enterprise")
PRODUCTS = ("Quillmere Spend", "Quillmere Close", "Quillmere Plan")
SEAT_PRICE = {"Essential": 540, "Professional": 960, "Enterprise": 1500}


def opened_by(plan: str) -> list[str]:
    """The features a plan opens, in catalogue order."""
    rank = PLANS.index(plan)
    return [name for name, (_, lowest) in FEATURES.items() if PLANS.index(lowest) <= rank]


# country: (region, culture of most of its people, language, currency, weight)
COUNTRIES: dict[str, tuple[str, str, str, str, float]] = {
    "US": ("North America", "english", "en", "USD", 30),
    "CA": ("North America", "english", "en", "CAD", 6),
    "GB": ("EMEA", "english", "en", "GBP", 14),
    "IE": ("EMEA", "english", "en", "EUR", 3),
    "AU": ("APAC", "english", "en", "AUD", 5),
    "IN": ("APAC", "indian", "en", "USD", 5),
    "SG": ("APAC", "chinese", "en", "USD", 3),
    "JP": ("APAC", "japanese", "en", "USD", 2),
    "NG": ("EMEA", "nigerian", "en", "USD", 2),
    "NL": ("EMEA", "dutch", "en", "EUR", 3),
    "SE": ("EMEA", "nordic", "en", "EUR", 3),
    "PL": ("EMEA", "polish", "en", "EUR", 2),
    "TR": ("EMEA", "turkish", "en", "EUR", 2),
    "DE": ("EMEA", "german", "de", "EUR", 8),
    "AT": ("EMEA", "german", "de", "EUR", 2),
    "FR": ("EMEA", "french", "fr", "EUR", 7),
    "ES": ("EMEA", "spanish", "es", "EUR", 4),
    "MX": ("LATAM", "spanish", "es", "USD", 2),
    "BR": ("LATAM", "portuguese", "pt", "USD", 4),
    "PT": ("EMEA", "portuguese", "pt", "EUR", 2),
}
ZONES = {
    "US": "America/Chicago",
    "CA": "America/Toronto",
    "GB": "Europe/London",
    "IE": "Europe/Dublin",
    "AU": "Australia/Sydney",
    "IN": "Asia/Kolkata",
    "SG": "Asia/Singapore",
    "JP": "Asia/Tokyo",
    "NG": "Africa/Lagos",
    "NL": "Europe/Amsterdam",
    "SE": "Europe/Stockholm",
    "PL": "Europe/Warsaw",
    "TR": "Europe/Istanbul",
    "DE": "Europe/Berlin",
    "AT": "Europe/Vienna",
    "FR": "Europe/Paris",
    "ES": "Europe/Madrid",
    "MX": "America/Mexico_City",
    "BR": "America/Sao_Paulo",
    "PT": "Europe/Lisbon",
}

# industry: last words of its companies' names
INDUSTRIES: dict[str, tuple[str, ...]] = {
    "Food and beverage": ("Foods", "Dairies", "Kitchens", "Brewing", "Provisions"),
    "Logistics": ("Freight", "Logistics", "Haulage", "Lines", "Forwarding"),
    "Healthcare": ("Clinics", "Medical", "Care", "Diagnostics", "Health"),
    "Manufacturing": ("Works", "Castings", "Precision", "Tools", "Polymers"),
    "Retail": ("Stores", "Outfitters", "Home", "Trading", "Markets"),
    "Software": ("Systems", "Labs", "Software", "Cloud", "Data"),
    "Energy": ("Energy", "Power", "Wind", "Grid", "Renewables"),
    "Education": ("Academy", "Learning", "College", "Press", "Schools"),
    "Financial services": ("Mutual", "Capital", "Insurance", "Leasing", "Partners"),
    "Construction": ("Build", "Contracting", "Timber", "Concrete", "Interiors"),
    "Media": ("Media", "Studios", "Publishing", "Broadcast", "Events"),
    "Hospitality": ("Hotels", "Resorts", "Dining", "Travel", "Leisure"),
}
SEGMENTS: tuple[tuple[str, float], ...] = (("SMB", 0.42), ("Mid-market", 0.38), ("Enterprise", 0.20))
COMPETITORS = ("Abacora", "Finlatch", "Summit Ledger", "Spreadsheets", "In-house build", "Pennant Suite")
USE_CASES = ("faster close", "invoice automation", "budget planning", "audit readiness", "group consolidation")
STAGES = ("discovery", "demo", "proposal", "negotiation")

TITLES: dict[str, dict[str, tuple[str, ...]]] = {
    "executive": {
        "Finance": ("CFO", "VP Finance", "Chief Financial Officer", "Finance Director", "SVP Finance & Operations"),
        "Operations": ("COO", "VP Operations", "Chief Procurement Officer"),
        "IT": ("CIO", "VP Business Systems", "Chief Information Officer"),
        "General management": ("Managing Director", "CEO", "General Manager"),
    },
    "manager": {
        "Finance": (
            "Financial Controller",
            "Head of Accounting",
            "FP&A Manager",
            "Group Controller",
            "Treasury Manager",
        ),
        "Procurement": ("Head of Purchasing", "Procurement Manager", "Category Lead"),
        "Operations": ("Operations Manager", "Shared Services Lead", "Plant Manager"),
        "IT": ("Business Systems Manager", "ERP Lead", "Head of Finance Systems"),
    },
    "specialist": {
        "Finance": ("Senior Accountant", "AP Team Lead", "Reporting Specialist", "Tax Specialist", "Credit Controller"),
        "Procurement": ("Senior Buyer", "Supplier Relations Specialist"),
        "IT": ("Integration Engineer", "Systems Analyst", "Solution Architect"),
    },
    "analyst": {
        "Finance": (
            "Accounts Payable Clerk",
            "Financial Analyst",
            "Junior Accountant",
            "Billing Assistant",
            "FP&A Analyst",
        ),
        "Procurement": ("Buyer", "Purchasing Assistant"),
        "Operations": ("Operations Analyst", "Office Coordinator"),
    },
}
LEVELS: tuple[tuple[str, float], ...] = (
    ("executive", 0.13),
    ("manager", 0.27),
    ("specialist", 0.32),
    ("analyst", 0.28),
)
