"""Phrases that are written in one way however they are heard, and words that are abbreviations wherever they stand.

Style as in the reference on transcription, section 4; which phrases and abbreviations are known is from field usage
and ``unverified``.
"""

from medoffice.standards.dictated.tables.lists import listed

_CLASSES = "pi-rads:PI-RADS bi-rads:BI-RADS ti-rads:TI-RADS li-rads:LI-RADS lung-rads:Lung-RADS"
_WRITTEN = (
    "c pap:CPAP;bi pap:BiPAP;rho gam:RhoGAM;fibro scan:FibroScan;t max:T-max;t score:T-score;t scores:T-scores;"
    "z score:Z-score;z scores:Z-scores;double j:double-J;nih stroke scale:NIH Stroke Scale;"
    "n i h stroke scale:NIH Stroke Scale;fast exam:FAST exam;isovue m:Isovue-M;igf 1:IGF-1;igf one:IGF-1;"
    "i g f one:IGF-1;bcr abl:BCR-ABL;b c r a b l:BCR-ABL;group a strep:group A strep;"
    "group a streptococcus:group A Streptococcus;group a beta:group A beta;"
    "hepatitis a vaccine:hepatitis A vaccine;hepatitis a virus:hepatitis A virus;"
    "hepatitis a antibody:hepatitis A antibody;hepatitis a and b:hepatitis A and B;"
    "influenza a and b:influenza A and B;influenza a positive:influenza A positive;"
    "influenza a negative:influenza A negative;influenza a virus:influenza A virus;p c l five:PCL-5;"
    "pcl five:PCL-5;pcl 5:PCL-5;s f thirty six:SF-36;sf thirty six:SF-36;d s m five:DSM-5;dsm five:DSM-5;"
    "i c d ten:ICD-10;icd ten:ICD-10;dast ten:DAST-10;y bocs:Y-BOCS;ham d:HAM-D;ham a:HAM-A;c s s r s:C-SSRS;"
    "audit c score:AUDIT-C score;depo medrol:Depo-Medrol;solu medrol:Solu-Medrol;solu cortef:Solu-Cortef;"
    "depo provera:Depo-Provera;depo testosterone:Depo-Testosterone;z pak:Z-Pak;z pack:Z-Pak;"
    "pepto bismol:Pepto-Bismol;neo synephrine:Neo-Synephrine;klor con:Klor-Con;alka seltzer:Alka-Seltzer;"
    "p r interval:PR interval;pr interval:PR interval;e g f r mutation:EGFR mutation;"
    "e g f r positive:EGFR positive;e g f r negative:EGFR negative;e g f r and:EGFR and;p d l one:PD-L1;"
    "pd l1:PD-L1;pd l 1:PD-L1;m spike:M-spike;m protein:M-protein;ph d:PhD;p h d:PhD;r chop:R-CHOP;"
    "b cell lymphoma:B-cell lymphoma;t cell lymphoma:T-cell lymphoma;b cell leukemia:B-cell leukemia;"
    "t cell leukemia:T-cell leukemia;hla b twenty seven:HLA-B27;h l a b twenty seven:HLA-B27;hla b27:HLA-B27;"
    "pet ct:PET CT;pet c t:PET CT;p e t c t:PET CT;k t over v:Kt/V;typhoid v i:typhoid Vi;s u v max:SUV max;"
    "suv max:SUV max;point a a:point Aa;point b a:point Ba;point a p:point Ap;point b p:point Bp;"
    "anti c c p:anti-CCP;anti ccp:anti-CCP;anti tpo:anti-TPO;anti t p o:anti-TPO;beta hcg:beta-hCG;"
    "beta h c g:beta-hCG;i and o:I and O;i's and o's:I's and O's;phq nine:PHQ-9;p h q nine:PHQ-9;phq 9:PHQ-9;"
    "p h q 9:PHQ-9;phq two:PHQ-2;p h q two:PHQ-2;phq 2:PHQ-2;gad seven:GAD-7;g a d seven:GAD-7;gad 7:GAD-7;"
    "ki sixty seven:Ki-67;k i sixty seven:Ki-67;ki 67:Ki-67;ca one twenty five:CA-125;c a one twenty five:CA-125;"
    "ca 125:CA-125;ca nineteen nine:CA 19-9;c a nineteen nine:CA 19-9;her two neu:HER2/neu;her 2 neu:HER2/neu;"
    "her two positive:HER2 positive;her two negative:HER2 negative;her two status:HER2 status;"
    "her 2 positive:HER2 positive;her 2 negative:HER2 negative;h e r two:HER2;twenty five hydroxy:25-hydroxy;"
    "25 hydroxy:25-hydroxy;seventeen hydroxy:17-hydroxy;17 hydroxy:17-hydroxy;o negative:O negative;"
    "o positive:O positive;ab negative:AB negative;ab positive:AB positive;a b negative:AB negative;"
    "a b positive:AB positive;type is a positive:type is A positive;type is a negative:type is A negative;"
    "type is b positive:type is B positive;type is b negative:type is B negative;type a positive:type A positive;"
    "type a negative:type A negative;type b positive:type B positive;type b negative:type B negative;"
    "f e v one over f v c:FEV1/FVC;fev1 over fvc:FEV1/FVC;fev one over fvc:FEV1/FVC;fev one:FEV1;"
    "st elevation:ST elevation;st depression:ST depression;st segment:ST segment;i g e:IgE;i g g:IgG;i g a:IgA;"
    "i g m:IgM;i v s:IVs;e k g s:EKGs;m r i s:MRIs;p v c s:PVCs;l f t s:LFTs;p f t s:PFTs;d v t s:DVTs;"
    "u t i s:UTIs;r b c s:RBCs;w b c s:WBCs;s s r i s:SSRIs;factor five leiden:factor V Leiden;"
    "wood's lamp:Wood's lamp;woods lamp:Wood's lamp;wood lamp:Wood lamp"
)
# Said or written (small letters, single words) -> as it is written.
WRITTEN: dict[tuple[str, ...], str] = {
    **{tuple(said.split()): text for said, _, text in (one.partition(":") for one in _WRITTEN.split(";"))},
    **{tuple(said.split("-")): text for said, _, text in (one.partition(":") for one in _CLASSES.split())},
}
_NAMED = (
    "gold stage:GOLD stage;glasgow blatchford:Glasgow Blatchford;lund mackay:Lund-Mackay;de quervain:de Quervain;"
    "de quervain's:de Quervain's;hardy weinberg:Hardy-Weinberg;meld score:MELD score;meld sodium:MELD sodium;"
    "meld na:MELD Na;new year's eve:New Year's Eve;new year's day:New Year's Day;morton neuroma:Morton neuroma;"
    "hawkins test:Hawkins test;plummer vinson:Plummer-Vinson;budd chiari:Budd-Chiari;arnold chiari:Arnold-Chiari;"
    "mallory weiss:Mallory-Weiss;zollinger ellison:Zollinger-Ellison;sturge weber:Sturge-Weber;"
    "von hippel lindau:von Hippel-Lindau;prader willi:Prader-Willi;legg calve perthes:Legg-Calve-Perthes;"
    "lauge hansen:Lauge-Hansen;bence jones:Bence Jones;pick disease:Pick disease;pott disease:Pott disease;"
    "conn syndrome:Conn syndrome;noonan syndrome:Noonan syndrome;gold group:GOLD group;"
    "tetralogy of fallot:tetralogy of Fallot;hunt and hess:Hunt and Hess;fisher grade:Fisher grade;"
    "cows score:COWS score;ciwa score:CIWA score;typhoid vi:typhoid Vi;pet scan:PET scan;blake drain:Blake drain;"
    "blake drains:Blake drains;harris hip score:Harris hip score;spetzler martin:Spetzler-Martin;"
    "milan criteria:Milan criteria;rome criteria:Rome criteria;mayo score:Mayo score;wong baker:Wong-Baker;"
    "ballard score:Ballard score;ferriman gallwey:Ferriman-Gallwey;kleihauer betke:Kleihauer-Betke;"
    "stevens johnson:Stevens-Johnson;henoch schonlein:Henoch-Schonlein;charcot marie tooth:Charcot-Marie-Tooth;"
    "wolff parkinson white:Wolff-Parkinson-White;ross procedure:Ross procedure;heller myotomy:Heller myotomy;"
    "berg balance:Berg balance;kellgren lawrence:Kellgren-Lawrence;cormack lehane:Cormack-Lehane;"
    "new york:New York;new jersey:New Jersey;new mexico:New Mexico;north carolina:North Carolina;"
    "south carolina:South Carolina;north dakota:North Dakota;south dakota:South Dakota;"
    "west virginia:West Virginia;rhode island:Rhode Island;puerto rico:Puerto Rico;costa rica:Costa Rica;"
    "dominican republic:Dominican Republic;el salvador:El Salvador;saudi arabia:Saudi Arabia;"
    "south africa:South Africa;sri lanka:Sri Lanka;new zealand:New Zealand;hong kong:Hong Kong;"
    "los angeles:Los Angeles;san diego:San Diego;san antonio:San Antonio;san francisco:San Francisco;"
    "united states:United States;clark level:Clark level;child pugh:Child-Pugh;wells score:Wells score;"
    "wells criteria:Wells criteria;duke criteria:Duke criteria;bruce protocol:Bruce protocol;"
    "bishop score:Bishop score;ann arbor:Ann Arbor;los angeles grade:Los Angeles grade;allen test:Allen test;"
    "thomas test:Thomas test;thompson test:Thompson test;jones fracture:Jones fracture;hill sachs:Hill-Sachs;"
    "marcus gunn:Marcus Gunn;hamilton rating scale:Hamilton Rating Scale;"
    "beck depression inventory:Beck Depression Inventory;humphrey visual field:Humphrey visual field;"
    "gilbert syndrome:Gilbert syndrome;horner syndrome:Horner syndrome;turner syndrome:Turner syndrome;"
    "down syndrome:Down syndrome;lynch syndrome:Lynch syndrome;reye syndrome:Reye syndrome;"
    "lyme disease:Lyme disease"
)
# Names of several words: each word keeps its place, what stands between them is as it was.
NAMED = tuple((said, text) for said, _, text in (one.partition(":") for one in _NAMED.split(";")))
# Said by letters, these begin with "a", which is no article there.
WITH_A = tuple(
    " ".join(letters)
    for letters in listed(
        "afp ana abi adl ahi aki aml arb asd avm amh anc acl acs apc acth adh aed afb atn avn aka anp arr auc aaa asa"
    )
)
# Abbreviations that are no words: in capitals although a recogniser writes them small.
CAPITALS: dict[str, str] = {
    word: word.upper()
    for word in listed(
        "ast alt cea ecog afp folfox folfiri stemi nstemi cabg tavr turp ercp mrcp hida pcos rsv mmr hpv bppv "
        "gcs mmse anca hla nsclc lvad mcv mch mchc rdw egd nicu iud dexa pft pfts bnp ldh cpk cmv ebv hsv vzv "
        "pcr ppd dnr dni rca lcx acl mcl pcl tfcc orif tpn pvr svt psvt avnrt dlco fvc fev copd ards sle dmard "
        "dmards nsvd iugr pprom vbac hpylori ahi rls tmj bka aka lfts gfr anc dic itp ttp hsct gvhd emr mdd ocd "
        "dbt cbt ect tms ssris snri lasik oct cxr kub cta mra ivc svc aaa tevar evar abi pfo asd vsd pda icd "
        "crt bmd peg ngt jvp rom mcp pip dip cmc tka tha slap afb mic mdr tpo ffp prbc peep fio2 bipap rvsp "
        "lvedp ffr tee tte"
    )
    if word not in {"aka", "crt", "dip", "slap", "peg", "pip", "oct", "tee", "rom"}
}
MIXED: dict[str, str] = {
    "mcmurray": "McMurray",
    "mcburney": "McBurney",
    "mcburney's": "McBurney's",
    "mcroberts": "McRoberts",
    "debakey": "DeBakey",
    "rhogam": "RhoGAM",
    "fibroscan": "FibroScan",
    "moca": "MoCA",
    "ige": "IgE",
    "igg": "IgG",
    "igm": "IgM",
    "hcg": "hCG",
    "dtap": "DTaP",
    "tdap": "Tdap",
    "fio2": "FiO2",
    "bipap": "BiPAP",
    "qtc": "QTc",
    "rvsp": "RVSP",
    "dlco": "DLCO",
    "avf": "aVF",
    "avl": "aVL",
    "avr": "aVR",
}
# Names of persons by which patients and doctors are called: behind a title the word after one of these is a name too.
FIRST_NAMES = frozenset(
    listed(
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew "
        "anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason "
        "jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel "
        "gregory alexander patrick jack dennis jerry tyler aaron jose adam nathan henry peter zachary kyle "
        "walter ethan jeremy harold keith roger carlos luis juan miguel ahmed omar raj wei mary patricia "
        "jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley "
        "kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura "
        "cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine "
        "rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly "
        "lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann "
        "sara madison frances kathryn janice jean alice abigail julia judy sophia denise amber danielle marilyn "
        "beverly isabella theresa diana natalie brittany agnes rosa elena fatima priya anita mei marguerite "
        "theodora winifred odile simone adele camille renee lorraine marion marian roberta loretta geraldine "
        "rosemary eileen maureen bridget colleen sheila fiona deirdre siobhan sinead niamh aoife moira elaine "
        "gail gwen gwendolyn dolores estelle eloise ramona rosalie rosemarie bernice bernadette antoinette "
        "jeanette paulette claudette suzanne susanna roxanne joanna johanna annette bethany kristen kristin "
        "kirsten holly paige brooke kendra latoya tamika keisha aaliyah imani jasmine destiny crystal tiffany "
        "monique dominique chantal vanessa alicia felicia leticia patrice candace kara tara erin shannon kerry "
        "tracy stacy wendy mindy cindy becky peggy molly sally kathy cathy judith lydia delia cecilia celia "
        "ophelia cordelia matilda clara nora dora flora cora edna erna irma alma elsa ilse greta heidi petra "
        "renata anneliese ursula gudrun svetlana olga tatiana ludmila oksana irina galina katarzyna agnieszka "
        "magdalena zofia radhika lakshmi deepa sunita kavita anjali meera shreya yuki keiko sakura hana jin soo "
        "hye ying xiu lan linh thuy phuong nguyet rashid mahmoud mustafa bilal faisal nasser samir karim amir "
        "reza darius cyrus gunnar olaf leif bjarne kai jens klaus dieter wolfgang gunther heinrich otto fritz "
        "stefan matthias tobias florian dominik maximilian amelia adelaide silas ezra amos abel gideon josiah "
        "levi micah jonah enoch reuben simeon clement cyril cedric desmond dexter percy rufus rupert sidney "
        "sebastian julian adrian damian fabian tristan dominic quentin vincent valentine paloma rosalind lena "
        "teo maya nadia leila aisha amina zara lucia carmen pilar ines sofia camila valentina gabriela mariana "
        "alejandra veronica claudia silvia monica irene ingrid astrid greta hilda edith ethel esther miriam "
        "naomi leah hannah eleanor audrey sylvia vivian marjorie constance beatrice florence harriet josephine "
        "louise pauline stella thelma velma wilma yolanda yvonne antonio francisco javier diego pedro pablo "
        "rafael sergio eduardo fernando alberto ricardo roberto mario hector felix oscar hugo ivan dmitri "
        "sergei nikolai viktor boris andrei hassan ibrahim yusuf ali tariq khalid imran arjun vikram sanjay "
        "anil suresh ravi deepak chen ming hiroshi kenji takeshi chidi emeka kwame kofi tunde abebe lars erik "
        "sven bjorn anders henrik pierre jacques henri marcel claude luca marco giovanni paolo stanley leonard "
        "bernard norman ralph eugene clarence ernest herbert howard leroy lloyd milton morris oliver owen liam "
        "noah mason logan lucas elijah caleb isaac wyatt dylan connor wesley curtis glenn gordon graham hugh "
        "ian neil russell stuart trevor vernon wallace warren wendell"
    )
)
# Behind one of these too a first name is one.
PERSONS = frozenset(
    listed("patient sponsor named teacher coworker boss roommate fiance fiancee companion caretaker aide")
)
# Lines that close a letter: what stands on the next line is a name.
CLOSINGS = frozenset(
    [
        *listed("sincerely thanks regards respectfully yours cordially warmly"),
        "best wishes",
        "thank you",
        "kind regards",
    ]
)
# Before a colon at the beginning of a line, what follows is a name.
NAMED_LINES = frozenset(
    {
        ("re",),
        ("regarding",),
        ("patient",),
        ("patient", "name"),
        ("name",),
        ("employer",),
        ("pharmacy",),
        ("facility",),
        ("school",),
    }
)
CREDENTIALS = frozenset(listed("md do np pa phd rn dpm od pharmd facs facc mph msn lcsw psyd"))
