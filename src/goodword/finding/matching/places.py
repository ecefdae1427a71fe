"""Names for parts of the world that people in sales use, and the countries they mean, as ISO 3166 codes."""

_GROUPS = {
    "DACH": "DE AT CH",
    "BENELUX": "BE NL LU",
    "NORDICS": "DK FI IS NO SE",
    "BALTICS": "EE LV LT",
    "UKI": "GB IE",
    "IBERIA": "ES PT",
    "CEE": "BG CZ EE HR HU LT LV PL RO SI SK",
    "SOUTHERN EUROPE": "ES GR IT MT PT CY",
    "MIDDLE EAST": "AE BH EG IL JO KW LB OM QA SA TR",
    "AFRICA": "DZ EG ET GH KE MA NG RW SN TN TZ UG ZA ZM",
    "ANZ": "AU NZ",
    "ASEAN": "BN ID KH LA MM MY PH SG TH VN",
    "NORTH AMERICA": "CA US",
    "LATAM": "AR BO BR CL CO CR DO EC GT HN MX NI PA PE PY SV UY VE",
}
_WIDER = {
    "EUROPE": "DACH BENELUX NORDICS BALTICS UKI IBERIA CEE|SOUTHERN EUROPE|FR",
    "EMEA": "EUROPE|MIDDLE EAST|AFRICA",
    "APAC": "ANZ ASEAN|CN HK IN JP KR TW PK BD LK",
    "AMERICAS": "NORTH AMERICA|LATAM",
}
_ALSO = {
    "UK": "GB",
    "UNITED KINGDOM": "GB",
    "GREAT BRITAIN": "GB",
    "USA": "US",
    "UNITED STATES": "US",
    "GERMANY": "DE",
    "AUSTRIA": "AT",
    "SWITZERLAND": "CH",
    "FRANCE": "FR",
    "SPAIN": "ES",
    "PORTUGAL": "PT",
    "ITALY": "IT",
    "NETHERLANDS": "NL",
    "BELGIUM": "BE",
    "SWEDEN": "SE",
    "NORWAY": "NO",
    "DENMARK": "DK",
    "FINLAND": "FI",
    "POLAND": "PL",
    "IRELAND": "IE",
    "CANADA": "CA",
    "MEXICO": "MX",
    "BRAZIL": "BR",
    "JAPAN": "JP",
    "CHINA": "CN",
    "INDIA": "IN",
    "AUSTRALIA": "AU",
    "NEW ZEALAND": "NZ",
    "SINGAPORE": "SG",
    "NIGERIA": "NG",
    "SOUTH AFRICA": "ZA",
    "ASIA PACIFIC": "APAC",
    "LATIN AMERICA": "LATAM",
    "NORDIC": "NORDICS",
    "UK AND IRELAND": "UKI",
    "EU": "EUROPE",
    "NA": "NORTH AMERICA",
    "AMER": "AMERICAS",
    "NAMER": "NORTH AMERICA",
}
_CODE = 2


def countries(name: str) -> frozenset[str]:
    """The countries that a name means; none where it is no name that we know."""
    said = " ".join(name.upper().replace("-", " ").replace("&", "AND").split())
    said = _ALSO.get(said, said)
    if said in _WIDER:
        parts = [part for some in _WIDER[said].split("|") for part in _parts(some)]
        return frozenset().union(*(countries(part) for part in parts))
    if said in _GROUPS:
        return frozenset(_GROUPS[said].split())
    return frozenset({said}) if len(said) == _CODE and said.isalpha() else frozenset()


def neighbours(country: str) -> frozenset[str]:
    """The countries of the narrow groups that a country is in, itself among them."""
    groups = (frozenset(some.split()) for some in _GROUPS.values())
    return frozenset({country}).union(*(group for group in groups if country in group))


def _parts(some: str) -> list[str]:
    return [some] if some in _GROUPS or some in _WIDER else some.split()
