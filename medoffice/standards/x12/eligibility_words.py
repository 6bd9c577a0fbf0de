"""What the codes of eligibility files mean, in our own short words. Source: unverified (no code list is shipped).

The codes are bare facts seen in companion guides and samples; a code that is not here is shown as it came.
"""

BENEFITS = {
    "1": "active", "2": "active, full risk capitation", "3": "active, services capitated",
    "4": "active, services capitated to the primary care provider", "5": "active, being looked into", "6": "inactive",
    "7": "inactive, eligibility being decided", "8": "inactive, being looked into", "A": "coinsurance", "B": "copay",
    "C": "deductible", "CB": "coverage basis", "D": "what the plan covers", "E": "exclusions", "F": "limit",
    "G": "out-of-pocket maximum", "H": "unlimited", "I": "not covered", "J": "cost containment", "K": "reserve",
    "L": "primary care provider", "M": "pre-existing condition", "MC": "managed care coordinator",
    "N": "services restricted to a provider", "O": "not medically necessary", "P": "benefit disclaimer",
    "Q": "second opinion required", "R": "another payer", "S": "prior year history",
    "T": "card reported lost or stolen",
    "U": "ask this party", "V": "cannot be decided", "W": "another source of data", "X": "health care facility",
    "Y": "spend down",
}  # fmt: skip
LEVELS = {
    "IND": "person", "FAM": "family", "CHD": "children", "DEP": "dependents", "EMP": "employee",
    "ESP": "employee and spouse", "ECH": "employee and children", "SPC": "spouse and children", "SPO": "spouse",
}  # fmt: skip
PERIODS = {
    "6": "hour", "7": "day", "13": "24 hours", "21": "years", "22": "service year", "23": "calendar year",
    "24": "year to date", "25": "contract", "26": "episode", "27": "visit", "28": "outlier", "29": "remaining",
    "30": "exceeded", "31": "not exceeded", "32": "lifetime", "33": "lifetime remaining", "34": "month", "35": "week",
    "36": "admission",
}  # fmt: skip
UNITS = {
    "VS": "visits", "DY": "days", "MN": "months", "P6": "services", "QA": "quantity approved", "CA": "covered days",
    "LA": "lifetime reserve days", "S7": "age, high", "S8": "age, low", "YY": "years", "99": "quantity used",
    "HS": "hours",
}  # fmt: skip
SERVICES = {
    "1": "medical care", "2": "surgery", "4": "x-ray", "5": "laboratory", "30": "the plan", "33": "chiropractic",
    "35": "dental care", "42": "home health", "47": "hospital", "48": "hospital, inpatient",
    "50": "hospital, outpatient", "51": "emergency", "62": "imaging", "68": "well baby care", "69": "maternity",
    "73": "diagnostic medical", "80": "immunizations", "86": "emergency services", "88": "pharmacy",
    "98": "office visit", "A4": "psychiatric", "AL": "vision", "BY": "sick visit", "BZ": "well visit",
    "MH": "mental health", "PT": "physical therapy", "UC": "urgent care",
}  # fmt: skip
DATES = {
    "096": "discharge", "193": "period start", "194": "period end", "291": "plan", "292": "benefit",
    "290": "coordination of benefits", "295": "primary care provider", "304": "latest visit", "307": "eligibility",
    "318": "added", "346": "plan begin", "347": "plan end", "348": "benefit begin", "349": "benefit end",
    "356": "eligibility begin", "357": "eligibility end", "382": "enrolment", "435": "admission", "442": "death",
    "472": "service", "540": "policy effective", "541": "policy expiry", "636": "latest update", "771": "status",
}  # fmt: skip
PARTIES = {
    "13": "contracted provider", "1I": "preferred provider organisation", "1P": "provider", "2B": "administrator",
    "36": "employer", "73": "other physician", "FA": "facility", "GP": "gateway provider", "GW": "group",
    "I3": "independent physicians association", "IL": "insured", "LR": "legal representative", "OC": "origin carrier",
    "P3": "primary care provider", "P4": "prior carrier", "P5": "plan sponsor", "PR": "payer",
    "PRP": "payer that pays first", "SEP": "payer that pays second", "TTP": "payer that pays third",
    "VN": "vendor", "Y2": "managed care organisation",
}  # fmt: skip
REASONS = {
    "04": "too many questions at once", "15": "something required is missing", "33": "the question has errors",
    "35": "the provider is outside the network", "41": "this office may not ask this payer",
    "42": "the payer cannot answer now", "43": "the provider's identification is wrong or missing",
    "44": "the provider's name is wrong or missing", "45": "the provider's specialty is wrong or missing",
    "46": "the provider's telephone is wrong or missing", "47": "the provider's state is wrong or missing",
    "48": "the referring provider's identification is wrong or missing",
    "49": "the provider is not the primary care provider", "50": "this provider may not ask about this patient",
    "51": "the payer does not know this provider", "52": "the provider was not enrolled with the plan on that day",
    "53": "the benefit asked for does not fit the provider", "54": "the kind of procedure code is wrong",
    "55": "the procedure code is wrong", "56": "the date is not one the payer takes",
    "57": "the date of service is wrong or missing", "58": "the birth date is wrong or missing",
    "60": "the birth date is after the date of service", "61": "the payer has a date of death before the service",
    "62": "the date is too far back or ahead for this payer", "63": "the payer does not answer for future dates",
    "64": "the patient's member id is wrong or missing", "65": "the patient's name is wrong or missing",
    "66": "the patient's sex is wrong or missing", "67": "the payer does not find the patient",
    "68": "two patients have this member id", "69": "the question does not fit the patient's age",
    "70": "the question does not fit the patient's sex", "71": "the birth date is not the one the payer has",
    "72": "the member id is wrong or missing", "73": "the policy holder's name is wrong or missing",
    "74": "the policy holder's sex is wrong or missing", "75": "the payer does not find this policy holder",
    "76": "two policy holders have this member id", "77": "the payer knows the policy, but not this patient in it",
    "78": "the policy holder is not in this group or plan", "79": "the payer's identification is wrong",
    "80": "no answer came from the payer in time", "97": "the provider's address is wrong or missing",
    "T4": "the payer's name or number is missing",
}  # fmt: skip
FOLLOW_UPS = {
    "C": "correct it and ask again", "N": "do not ask again", "P": "ask again as it was", "R": "ask again later",
    "S": "do not ask again; ask somebody else", "W": "wait thirty days before asking again",
    "X": "wait ten days before asking again", "Y": "the payer asks again by itself",
}  # fmt: skip


def words_for(table: dict[str, str], code: str) -> str:
    """What a code means, or the code itself."""
    return table.get(code, code)
