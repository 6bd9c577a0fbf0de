"""What visits are about: the call, the note with its marked evidence, orders, codes. Pure.

In a note ``[[CODE|words]]`` marks the words that support a diagnosis and ``{{service|words}}`` those that support a
service; ``render`` takes the marks out and returns where the words stand.
"""

import random
import re
from dataclasses import dataclass

_MARK = re.compile(r"\[\[([A-Z0-9.]+)\|([^\]]+)\]\]|\{\{([a-z0-9_]+)\|([^}]+)\}\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A code or service with the words that support it, as offsets into the note."""

    key: str
    start: int
    end: int
    quote: str
    is_service: bool


@dataclass(frozen=True, slots=True)
class Story:
    """A kind of visit. ``orders`` are (service key, words, result); vitals systolic, diastolic, pulse, temperature."""

    key: str
    visit_type: str
    sexes: str
    ages: tuple[int, int]
    call: str
    reason: str
    vitals: tuple[int, int, int, str]
    note: str
    orders: tuple[tuple[str, str, str], ...] = ()


def render(story: Story, seed: str, name: str, age: int) -> tuple[str, list[Marked]]:
    """The note's text without marks, and the marks with their offsets. ``A/B`` in angle brackets is chosen by seed."""
    luck = random.Random(seed)
    text = re.sub(r"<([^<>]+)>", lambda match: luck.choice(match[1].split("/")), story.note)
    text = text.replace("NAME", name).replace("AGE", str(age))
    found: list[Marked] = []
    out: list[str] = []
    length = at = 0
    for match in _MARK.finditer(text):
        plain = text[at : match.start()]
        quote = match[2] or match[4]
        length += len(plain)
        found.append(Marked(match[1] or match[3], length, length + len(quote), quote, match[3] is not None))
        out += [plain, quote]
        length += len(quote)
        at = match.end()
    return "".join([*out, text[at:]]), found


STORIES: tuple[Story, ...] = (
    Story("strep", "sick", "FM", (5, 45), "Sore throat and fever since <yesterday/two days>, wants to be seen today", "sore throat",
          (112, 70, 96, "38.4"),
          "Reason: sore throat.\n\nHistory: NAME, AGE y, has had a sore throat with fever for <two/three> days. No cough, no rash. Eating little, drinking well.\n\nExam: Tonsils red with exudate, tender front neck nodes. Ears clear, lungs clear.\n\nAssessment: [[J02.0|Streptococcal pharyngitis]], rapid test positive.\n\nPlan: {{est_3|Amoxicillin for ten days, fluids, return if breathing or swallowing gets harder.}} Contagious until 24 hours of treatment.",
          (("rapid_strep", "Rapid strep test", "positive"),)),
    Story("cold", "sick", "FM", (0, 115), "Cough and stuffy nose for a week, asks whether an antibiotic is needed", "cough",
          (118, 74, 84, "37.1"),
          "Reason: cough.\n\nHistory: NAME, AGE y, with cough and congestion for <six/seven/eight> days, improving. No fever now, no shortness of breath.\n\nExam: Nose congested, throat mildly red, lungs clear, oxygen normal.\n\nAssessment: [[J06.9|Acute upper respiratory infection]], viral.\n\nPlan: {{est_3|Supportive care, honey for cough, no antibiotic needed and why was explained.}} Back if fever returns."),
    Story("htn", "follow_up", "FM", (38, 88), "Blood pressure check-up is due and the pills run out next week", "blood pressure follow-up",
          (146, 88, 76, "36.8"),
          "Reason: blood pressure follow-up.\n\nHistory: NAME, AGE y, takes lisinopril daily. Home readings around <144/148/150> over 86. No chest pain, no headaches.\n\nExam: Heart regular, no murmur, no swelling.\n\nAssessment: [[I10|Essential hypertension]], not at goal.\n\nPlan: {{est_4|Increase lisinopril to 20 mg, add a home log, check kidney function in two weeks.}} Salt discussed.",
          (("venipuncture", "Blood draw for kidney function", "drawn, sent"),)),
    Story("diabetes", "follow_up", "FM", (40, 85), "Three-month diabetes visit, sugars have been higher", "diabetes follow-up",
          (134, 80, 78, "36.7"),
          "Reason: diabetes follow-up.\n\nHistory: NAME, AGE y, checks fasting sugars: <160/170/182> on average. Takes metformin twice daily. Also on atorvastatin for [[E78.5|hyperlipidemia]].\n\nExam: Feet: skin whole, sensation intact. Heart and lungs normal.\n\nAssessment: [[E11.65|Type 2 diabetes with hyperglycemia]], A1c above goal.\n\nPlan: {{est_4|Add empagliflozin, review of diet, eye examination due, A1c again in three months.}}",
          (("a1c_poc", "Hemoglobin A1c", "8.4 %"),)),
    Story("plantar", "sick", "FM", (30, 70), "Heel pain every morning for a month", "heel pain",
          (124, 78, 72, "36.6"),
          "Reason: heel pain.\n\nHistory: NAME, AGE y, with pain under the left heel with the first steps of the morning for four weeks. Runs <two/three> times a week.\n\nExam: Tender at the inner heel, arch flexible, pulses good.\n\nAssessment: [[M72.22|Plantar fasciitis of the left foot]].\n\nPlan: {{est_3|Stretching, heel cups, ibuprofen with food for ten days, pause running.}}"),
    Story("back", "sick", "FM", (22, 75), "Threw out the back lifting, can hardly sit", "low back pain",
          (130, 80, 82, "36.8"),
          "Reason: low back pain.\n\nHistory: NAME, AGE y, low back pain since lifting a <box/mower> on the weekend. No leg weakness, no numbness, bladder normal.\n\nExam: Muscles tight on both sides, straight leg raise negative, strength full.\n\nAssessment: [[M54.50|Low back pain]], mechanical, no red flags.\n\nPlan: {{est_3|Stay active, heat, naproxen for a week, exercises shown.}} Return if leg weakness."),
    Story("uti", "sick", "F", (18, 80), "Burning with urination since last night", "burning with urination",
          (116, 72, 80, "37.2"),
          "Reason: burning with urination.\n\nHistory: NAME, AGE y, burning and frequency for one day. No fever, no flank pain.\n\nExam: Belly soft, mild tenderness above the pubic bone, no flank tenderness.\n\nAssessment: [[N30.00|Acute cystitis without blood in the urine]].\n\nPlan: {{est_3|Nitrofurantoin for five days, fluids, return if fever or back pain.}}",
          (("urine_dip", "Urine dipstick", "leukocytes and nitrite positive, no blood"),)),
    Story("well_child", "well_child", "FM", (0, 16), "Check-up for school and vaccines", "well-child visit",
          (100, 62, 88, "36.8"),
          "Reason: well-child visit.\n\nHistory: NAME, AGE y, growing well, eats and sleeps well, does well <at home/in school>. No concerns from the parent.\n\nExam: Normal for age, heart and lungs normal, development on time.\n\nAssessment: [[Z00.129|Routine child health examination]], normal.\n\nPlan: {{prev_est_child|Growth, development and safety discussed with the parent.}} [[Z23|Influenza vaccine is due today]] and was given after the sheet was read.",
          (("vaccine_flu", "Influenza vaccine", "0.5 mL left deltoid, lot RB1204"), ("vaccine_admin", "Vaccine administration", "given, no reaction"))),
    Story("physical", "physical", "FM", (19, 80), "Yearly physical", "annual physical",
          (122, 76, 70, "36.6"),
          "Reason: annual physical.\n\nHistory: NAME, AGE y, feels well. Walks <three/four> times a week, does not smoke.\n\nExam: Normal throughout.\n\nAssessment: [[Z00.00|General adult medical examination]], no abnormal findings.\n\nPlan: {{prev_est_adult|Screening reviewed by age, vaccines looked through, fasting labs ordered.}}",
          (("venipuncture", "Blood draw for screening", "drawn, sent"),)),
    Story("ear", "sick", "FM", (0, 10), "Child pulls at the ear and cried all night", "ear pain",
          (98, 60, 104, "38.6"),
          "Reason: ear pain.\n\nHistory: NAME, AGE y, ear pain and fever since <last night/yesterday>. Had a cold last week.\n\nExam: Right eardrum red and bulging, left normal, lungs clear.\n\nAssessment: [[H66.91|Acute otitis media of the right ear]].\n\nPlan: {{est_3|Amoxicillin for seven days, acetaminophen for pain, recheck if not better in 48 hours.}}"),
    Story("wart", "procedure", "FM", (8, 60), "Wart on the hand is back", "wart",
          (118, 72, 74, "36.6"),
          "Reason: wart.\n\nHistory: NAME, AGE y, wart on the <right/left> index finger for three months, drugstore treatment failed.\n\nExam: One rough 4 mm papule.\n\nAssessment: [[B07.8|Viral wart]] of the finger.\n\nPlan: {{wart_destruction|Destroyed with liquid nitrogen, two freeze cycles, tolerated well.}} Care explained."),
    Story("sutures", "nurse", "FM", (10, 80), "Stitches are due out today", "suture removal",
          (120, 74, 72, "36.7"),
          "Reason: suture removal.\n\nHistory: NAME, AGE y, laceration of the forearm closed elsewhere <nine/ten> days ago.\n\nExam: Wound closed, no redness, no drainage.\n\nAssessment: [[Z48.02|Here for removal of sutures]].\n\nPlan: {{suture_removal|Five sutures removed, strips applied, wound care explained.}}"),
    Story("anxiety", "follow_up", "FM", (18, 70), "Worries keep me awake, wants to talk about the medicine", "anxiety follow-up",
          (126, 80, 88, "36.7"),
          "Reason: anxiety follow-up.\n\nHistory: NAME, AGE y, worry most days, sleep poor, no thoughts of self-harm. Sertraline for <four/six> weeks, some better.\n\nExam: Alert, speech normal, mood anxious.\n\nAssessment: [[F41.1|Generalized anxiety disorder]], partly controlled.\n\nPlan: {{est_4|Sertraline to 100 mg, counseling arranged, sleep measures, safety reviewed.}}"),
    Story("asthma", "sick", "FM", (6, 60), "Refill of inhaler, some wheezing since yesterday", "wheezing",
          (118, 74, 92, "36.9"),
          "Reason: wheezing.\n\nHistory: NAME, AGE y, wheeze and cough since <yesterday/the weekend>, uses albuterol every four hours. Speaks in full sentences.\n\nExam: Wheeze on both sides, no distress; better after treatment.\n\nAssessment: [[J45.901|Asthma with acute exacerbation]].\n\nPlan: {{est_4|Prednisone for five days, daily inhaler started, action plan written.}}",
          (("nebulizer", "Nebulizer treatment", "albuterol given, wheeze better"),)),
    Story("earwax", "procedure", "FM", (45, 88), "Cannot hear on one side, feels plugged", "plugged ear",
          (128, 76, 70, "36.5"),
          "Reason: plugged ear.\n\nHistory: NAME, AGE y, hearing dull on the left for <one/two> weeks.\n\nExam: Left canal filled with wax, right clear.\n\nAssessment: [[H61.22|Impacted cerumen, left ear]].\n\nPlan: {{ear_wash|Wax removed by irrigation and curette, eardrum normal afterwards.}}"),
    Story("gerd", "follow_up", "FM", (25, 80), "Heartburn at night is worse", "heartburn",
          (128, 80, 76, "36.7"),
          "Reason: heartburn.\n\nHistory: NAME, AGE y, burning after meals and at night for <two/three> months. No weight loss, swallowing normal.\n\nExam: Belly soft, not tender.\n\nAssessment: [[K21.9|Gastro-esophageal reflux disease]] without alarm signs.\n\nPlan: {{est_3|Omeprazole for eight weeks, late meals avoided, head of the bed raised.}}"),
)  # fmt: skip
