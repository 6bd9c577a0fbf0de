"""Names that are written with a capital: of medicines, of people after whom something is called, of materials.

From field usage and ``unverified``, but that each of ``BRANDS`` is a trade name in the directory of FDA of April 2019
that the product holds. A name that is an everyday word too ("bell", "still") has its capital only as "bell's" or in a
phrase.
"""

from medoffice.standards.dictated.tables.lists import listed, words

BRANDS = words(
    "abilify accolate accupril actos adderall adipex advair aggrenox aimovig albenza aldactone aldara alimta "
    "alphagan altace amaryl ambien amitiza anaprox anoro antabuse apidra aplenzin aranesp aricept arimidex "
    "arnuity aromasin asacol astelin atacand ativan atripla atrovent augmentin avalide avandia avapro avastin "
    "avelox avodart azilect azor azulfidine bactrim bactroban basaglar belsomra benicar bentyl benzaclin "
    "betapace bevespi bidil biktarvy boniva botox breo brilinta bumex bystolic caduet calan campral carafate "
    "carbatrol cardizem cardura casodex catapres celebrex celexa cellcept chantix cialis ciloxan cipro "
    "clarinex cleocin climara clozaril cogentin colcrys combivent compazine concerta copaxone coreg corgard "
    "cosentyx cosopt coumadin cozaar crestor cubicin cymbalta cytomel cytotec daypro decadron deltasone "
    "demadex demerol depakote detrol dexilant diamox diflucan dilantin dilaudid diovan ditropan diuril "
    "dolophine doryx dulera dupixent duragesic dyazide edarbi effexor elavil elidel eliquis elocon emgality "
    "enablex enbrel entocort entresto entyvio epipen epivir epogen estrace evista exelon exforge farxiga "
    "feldene femara fioricet flagyl flomax flovent focalin forteo fosamax fragmin gabitril geodon gleevec "
    "glucophage glucotrol haldol harvoni herceptin humalog humulin hyzaar imitrex imuran incruse inderal "
    "invega invokana isordil januvia jardiance kadian keflex kenalog keppra keytruda klonopin kombiglyze "
    "lamictal lanoxin lantus lasix latuda letairis levaquin levemir levitra levoxyl lexapro lidoderm linzess "
    "lioresal lipitor lodine lomotil lopid lopressor lotensin lotrel lovaza lovenox lucentis lumigan lunesta "
    "lyrica macrobid maxalt maxzide medrol mestinon micardis minipress mirapex mobic mucinex myrbetriq "
    "namenda naprosyn nardil nasonex neupogen neurontin nexium niaspan nitrostat nizoral norco norpace "
    "norvasc novolog nucynta nuvaring onfi onglyza opana opdivo orencia otezla oxycontin oxytrol ozempic "
    "pamelor parlodel parnate patanol paxil pepcid percocet perforomist phenergan plaquenil plavix pradaxa "
    "prandin pravachol precose premarin prempro prevacid prilosec prinivil pristiq procardia prograf prolia "
    "proscar protonix provera provigil prozac pulmicort qvar ranexa reglan remeron remicade renvela requip "
    "restasis restoril risperdal ritalin rituxan robaxin roxicodone rythmol sabril saphris savella sensipar "
    "seroquel simponi sinemet singulair skelaxin spiriva sporanox stalevo stelara strattera suboxone "
    "symbicort synthroid taltz tamiflu tapazole tegretol tekturna tenormin tessalon tiazac tikosyn timoptic "
    "tobradex topamax toprol toujeo tracleer tradjenta trandate travatan trelegy tremfya tresiba tribenzor "
    "tricor trileptal trulicity truvada tudorza tylenol uceris uloric ultracet ultram uroxatral valcyte "
    "valium valtrex vancocin vasotec ventolin vesicare viagra vibramycin vicodin victoza viibryd vimpat "
    "viread vistaril voltaren vytorin vyvanse welchol wellbutrin xalatan xanax xarelto xeljanz xolair xyzal "
    "zanaflex zantac zarontin zaroxolyn zestoretic zestril zetia ziac zithromax zocor zofran zoloft zometa "
    "zomig zonegran zosyn zovirax zyban zyloprim zyprexa zyrtec zyvox"
)
MORE_BRANDS = words(
    "advil afrin aleve allegra antivert benadryl biaxin buspar claritin clomid colace cytoxan flexeril flonase "
    "gardasil humira hytrin imdur imodium lupron luvox metamucil miralax motrin mounjaro nasacort novolin plendil "
    "prevnar omnipaque visipaque isovue robitussin rocephin rybelsus shingrix skyrizi sudafed toradol tums visine "
    "wegovy yasmin"
)
PEOPLE = words(
    "leiden apgars achilles addison allis alzheimer amsler apgar babcock babinski balfour barrett bartholin behcet "
    "betadine billroth bookwalter bovie bowen braden braxton breslow broviac brudzinski brugada burkitt charcot "
    "cheyne chvostek coban colles creutzfeldt crohn cullen cushing danlos debakey dermabond doppler duchenne "
    "dupuytren ebstein ehlers eisenmenger epley esmarch ewing finkelstein foley freiberg galeazzi ganz gartland "
    "gelfoam giemsa glasgow gleason goldmann goodpasture guillain hallpike hartmann hashimoto hasson heimlich "
    "hemovac henoch hickman hirschsprung hodgkin hoffmann holter homan homans huntington ishihara janeway kaposi "
    "kawasaki kerlix kernig killip kirschner kleihauer kocher korsakoff kussmaul lachman lasegue leopold lewy "
    "lisfranc mallampati mallory marfan mcburney mcmurray meckel meniere metzenbaum mobitz mohs monteggia murphy "
    "nissen ortolani osgood paget papanicolaou parkinson penrose perthes phalen purkinje ranson raynaud rinne "
    "romberg roux rovsing scheuermann schirmer schlatter schober schonlein shirodkar sjogren snellen spurling "
    "steinmann steri surgicel takayasu takotsubo tegaderm tinel tourette trendelenburg trousseau veress virchow "
    "wegener weitlaner wenckebach wernicke willebrand wilms yankauer zenker risser asperger bankart bartter bence "
    "boerhaave brugada budd charcot chiari chvostek cullen dejerine dressler dubin ebstein eisenmenger erb fallot "
    "fanconi felty frohlich galeazzi ganser gerstmann gottron heberden hegar hirschberg hippel howship hutchinson "
    "jaccoud jannetta kallmann kienbock killian klinefelter klumpke krukenberg laennec lasegue lesch lemierre "
    "lindau lisch luschka maffucci mauriceau mees menkes merkel mikulicz milroy mirizzi munchausen nelaton nikolsky "
    "ogilvie ollier ortolani pancoast paneth peyer peyronie pott prader quincke ramstedt rathke rett riedel riolan "
    "rokitansky romano sjogren schatzki schmorl schwann sezary sheehan shprintzen sipple sprengel sturge sudeck "
    "sydenham syme tietze tolosa traube troisier turcot tzanck uhthoff valsalva vater virchow volkmann wallenberg "
    "waterhouse westermark westley wilkie willis wolff zollinger outerbridge ashworth barthel brunner brunnstrom "
    "malecot mitrofanoff oswestry rankin spetzler strasberg tinetti todani waddell adson agatston auspitz bankart "
    "barlow bassini bosniak brodmann buerger couinaud coombs cormack deauville durie epworth fitzpatrick fogarty "
    "forrest framingham froment fuchs fuhrman goutallier gustilo hounsfield jobe karnofsky kegel kellgren koebner "
    "lehane lhermitte lichtenstein lugano maddrey maisonneuve moro neer nikolsky pavlik pfannenstiel pipkin ponseti "
    "rockall roos rorschach rutherford schatzker seldinger sengstaken skene tanner tenckhoff tuohy vanderbilt "
    "wagner waldeyer wartenberg whipple winquist yergason"
)
POSSESSIVES = words(
    "addison's alzheimer's baker's barrett's bell's bouchard's cooper's crohn's cushing's dupuytren's "
    "graves's hashimoto's hawkins's heberden's hesselbach's hodgkin's huntington's kaposi's mcburney's "
    "meckel's meniere's murphy's paget's parkinson's peyronie's raynaud's sjogren's still's wilson's"
)
# What sutures are made of, trade names first: before one of these "three oh" is a size.
SUTURE_BRANDS = words(
    "vicryl monocryl prolene ethibond ethilon pds dexon maxon surgipro nurolon mersilene polysorb stratafix"
)
SUTURES = SUTURE_BRANDS | words(
    "nylon silk chromic gut catgut plain absorbable nonabsorbable braided monofilament polyglactin polypropylene "
    "polydioxanone suture sutures"
)
# Bacteria and yeasts by the letter of their genus ("e coli" -> E. coli).
SPECIES = tuple(
    f"{genus} {name}"
    for genus, names in (
        ("e", "coli faecalis faecium"),
        ("c", "difficile diff albicans jejuni trachomatis"),
        ("h", "pylori influenzae"),
        ("s", "aureus epidermidis pneumoniae pyogenes"),
        ("k", "pneumoniae"),
        ("p", "aeruginosa mirabilis"),
        ("n", "gonorrhoeae meningitidis"),
        ("b", "burgdorferi"),
    )
    for name in listed(names)
)
