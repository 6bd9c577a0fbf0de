"""Files in the publishers' layouts, with codes and texts that are made up: Z9901 and the like are only shapes."""

from collections.abc import Sequence

PTP_HEAD = (
    "Made-up notice of copyright\r\n"
    "Column1/Column2 Edits\r\n"
    "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale\r\n"
    "\t\tprior to 1996\tDate\tDate\t0=not allowed\t\r\n"
    "\t\t\t\t*=no data\t1=allowed\t\r\n"
    "\t\t\t\t\t9=not applicable\t\r\n"
)
PTP_ROWS = (
    "Z9901\tZ9902\t\t20240101\t*\t1\tMisuse of the second code\r\n"
    "Z9901\tZ9903\t*\t19960101\t20251231\t0\tMore extensive procedure\r\n"
    "Z9901\tZ9903\t\t20260701\t*\t0\tMore extensive procedure\r\n"
    "Z9904\tZ9905\t\t20240101\t20240101\t9\tStandards of practice\r\n"
)
PTP = PTP_HEAD + PTP_ROWS
PTP_MEDICAID = (
    "Column 1\tColumn 2\tEffective Date\tDeletion Date\tModifier Indicator\tPTP Edit Rationale\r\n"
    "Z9901\tZ9902\t20240101\t*\t0\tMutually exclusive\r\n"
)
MUE = (
    '"A made-up notice\nover two lines, with a comma"\r\n'
    '"HCPCS/\nCPT Code","Practitioner Services MUE Values","MUE Adjudication Indicator","MUE Rationale"\r\n'
    'Z9901,2,"3 Date of Service Edit: Clinical","Clinical: Data"\r\n'
    'Z9902,1,"2 Date of Service Edit: Policy","CMS Policy"\r\n'
    'Z9903,1,"1 Line Edit","Nature of Service/Procedure"\r\n'
)
ADD_ON = (
    "Made-up notice\r\n"
    "AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\t"
    "Special_Instruction_Notes\r\n"
    "1\tZ9906\t\tZ9901\t\t2024001\t\t\r\n"
    "2\tZ9907\t\tCCCCC\t\t2024001\t\t\r\n"
    "3\tZ9908\t\tZ9901\t2025365\t2024001\t\tSee the payer\r\n"
)
RVU = (
    '2026 made-up fee schedule,,,\r\n"Notice, with a comma"\r\n'
    ",,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,"
    "CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT\r\n"
    "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,"
    "SURG,SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT\r\n"
    "Z9901,,A text that is dropped,A,,1.50,2.00,,0.80,,0.10,3.60,2.40,0,010,0.10,0.80,0.10,2,1,0,0,0,0,,33.4009,09,0,"
    "99,0.00,0.00,0.00\r\n"
    '"Z9902",26,Another,A,,0.75,NA,NA,0.30,,0.05,0.80,1.10,1,XXX,0.00,0.00,0.00,0,0,0,0,0,0,,33.4009,09,0,99,0,0,0\r\n'
    "A footnote,,\r\n"
)
GPCI = (
    "ADDENDUM E. Made up\r\n\r\n"
    "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2026 PW GPCI (without 1.0 Floor),"
    "2026 PW GPCI (with 1.0 Floor)**,2026 PE GPCI,2026 MP GPCI\r\n"
    '09999,XX,01,"SAMPLETOWN*",0.981,1.000,1.012,0.815\r\n'
    ",,,\r\nA footnote,,\r\n"
)
CPT = (
    "code,descriptor,effective,term\r\nZ9901,A made-up descriptor,20240101,\r\nZ9902,Another one,20240101,20251231\r\n"
)
TABLES = {
    "state_lookup": "state_id,state_abbrev,description\r\n1,IL,Illinois\r\n2,WI,Wisconsin\r\n",
    "contractor_jurisdiction": (
        "contractor_id,contractor_type_id,contractor_version,state_id,last_updated,active_date,term_date\r\n"
        "7,1,1,1,,,\r\n8,1,1,2,,,\r\n"
    ),
    "article_x_contractor": (
        "article_id,article_version,article_type,contractor_id,contractor_type_id,contractor_version,last_updated\r\n"
        "500,1,B,7,1,1,\r\n501,1,B,8,1,1,\r\n502,1,B,7,1,1,\r\n"
    ),
    "article": (
        "article_id,article_version,article_type,title,status,description,last_updated\r\n"
        '500,1,B,"Made-up test, billing and coding",A,"<p>One\n line</p>",\r\n'
        "501,1,B,Elsewhere,A,,\r\n502,1,B,Old,R,,\r\n"
    ),
    "article_x_hcpc_code": (
        "article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,range,last_updated,"
        "long_description,short_description\r\n500,1,Z9901,1,1,,,,\r\n501,1,Z9902,1,1,,,,\r\n"
    ),
    "article_x_icd10_covered": (
        "article_id,article_version,icd10_code_id,icd10_code_version,icd10_covered_group,range,last_updated,"
        "sort_order,description,asterisk\r\n500,1,E11.9,1,1,,,1,,\r\n502,1,E11.8,1,1,,,1,,\r\n"
    ),
    "article_x_icd10_noncovered": (
        "article_id,article_version,icd10_code_id,icd10_code_version,icd10_noncovered_group,range,last_updated,"
        "sort_order,description,asterisk\r\n500,1,Z00.00,1,1,,,1,,\r\n"
    ),
}
NATIONAL = {
    "ncd_trkg": (
        "NCD_id,NCD_vrsn_num,natl_cvrg_type,cvrg_lvl_cd,NCD_mnl_sect,NCD_mnl_sect_title,NCD_efctv_dt,NCD_impltn_dt,"
        "NCD_trmntn_dt,indctn_lmtn\r\n"
        '901,1,True,1,190.99,Made-up assay,2001-02-03,,,"<p>One\n line</p>"\r\n'
        "901,2,True,2,190.99,Made-up  assay (renewed),2020-01-01 00:00:00,,,\r\n"
        "902,1,False,3,20.99,Made-up device,1999-01-01,,2026-06-30,\r\n"
        "903,1,True,9,20.98,Made-up service - RETIRED,,,,\r\n"
    )
}
NATIONAL_CODES = (
    "NCD,Title,Use,Code\r\n190.99,Made-up assay,procedure,Z9901\r\n190.99,Made-up assay,covered,E119\r\n"
    "190.99,Made-up assay,Not covered,Z00.00\r\n\r\n20.99,Made-up device,procedure,Z9902\r\n"
)
HCC = (
    "diagnosis_code,cc,model_name\r\nA419,2,CMS-HCC Model V28\r\nE08311,298,CMS-HCC Model V28\r\n"
    "E08311,37,CMS-HCC Model V28\r\nG20,199,CMS-HCC Model V28\r\nA419,2,CMS-HCC Model V22\r\n\r\n"
)


def hcpcs_record(code: str, kind: str, text: str, *, short: str = "", ends: str = "", number: str = "00100") -> str:
    """A record of 320 characters in the layout of the HCPCS file."""
    record = f"{code:<5}{number}{kind}{text:<80}{short:<28}".ljust(268) + "2024010120240101" + f"{ends:<8}N"
    return record.ljust(320) + "\r\n"


def hcpcs_file(records: Sequence[str] = ()) -> str:
    """A small HCPCS file: a notice, two codes (one of two records, one ended), a modifier."""
    made = records or (
        hcpcs_record("Z9901", "3", "Widget, disposable,", short="Widget dispos each"),
        hcpcs_record("Z9901", "4", "each", number="00200"),
        hcpcs_record("Z9902", "3", "Old widget", short="Old widget", ends="20251231"),
        hcpcs_record("   A1", "7", "A modifier", short="Modifier"),
    )
    return "A made-up notice\r\n" + "".join(made)


# Lists of codes with words. Every text is made up.
CARC = (
    "Code,Description\n"
    '7,"A made-up reason,\nthat says why less was paid.\nStart: 01/01/1995\nLast Modified: 07/01/2017"\n'
    '901,"One that ended.\nStart: 01/01/2000\nStop: 06/30/2026\nNotes: Use 7."\n'
    "A9,Another made-up reason\n"
    "that goes on in a row of its own.\n"
    "Start: 02/03/2001\n"
)
RARC = 'Code,Description\nM901,"A made-up remark.\nStart: 01/01/1997"\nN902,Another.\n'
TAXONOMY = (
    "Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section,Deactivation Date\n"
    "99XX00000X,Helpers,Helper,,,,Made-up Helper,Individual,\n"
    "99XX00001X,Helpers,Helper,Of Rivers,,,,Individual,07/01/2020\n"
)
CVX = (
    "03        |Made-up|made-up vaccine, live||Active|False|2024/01/31\n"
    "999       |Example vaccine|example vaccine, unspecified formulation||Inactive|False|2024/01/31\n"
)
LOINC = (
    '"LOINC_NUM","COMPONENT","SHORTNAME","LONG_COMMON_NAME","STATUS"\n'
    '"718-7","Made-up","Made-up Bld","Made-up mass, in made-up blood","ACTIVE"\n'
    '"2345-7","Gone","Gone","A term that is not used any more","DEPRECATED"\n'
)
NDC_PRODUCT = (
    "PRODUCTID\tPRODUCTNDC\tPROPRIETARYNAME\tNONPROPRIETARYNAME\tSTARTMARKETINGDATE\tENDMARKETINGDATE\r\n"
    "0001-0002_a\t0001-0002\tRiverol\tmadeupine\t20200102\t\r\n"
    "0001-0002_b\t0001-0002\tRiverol again\tmadeupine\t20200102\t\r\n"
    "12345-067_c\t12345-067\tOther\tother\t20200102\t20260101\r\n"
)
NDC_PACKAGE = (
    "PRODUCTID\tPRODUCTNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION\tSTARTMARKETINGDATE\tENDMARKETINGDATE\r\n"
    "0001-0002_a\t0001-0002\t0001-0002-03\t30 TABLET in 1 BOTTLE (0001-0002-03)\t20200102\t\r\n"
    "12345-067_c\t12345-067\t12345-067-01\t1 VIAL\t20200102\t20260101\r\n"
)


def rrf_names(*terms: str) -> str:
    """RXNCONSO.RRF of terms as RXCUI, source, type, name, and what suppresses it, parted by commas."""
    made = (term.split(",") for term in terms)
    return "".join(
        f"{code}|ENG||||||a{code}|a{code}|{code}||{source}|{kind}|{code}|{words}||{kept}|4096|\n"
        for code, source, kind, words, kept in made
    )


def rrf_links(*links: str) -> str:
    """RXNREL.RRF of relations as one end, relation, other end, parted by commas."""
    made = (link.split(",") for link in links)
    return "".join(f"{one}||CUI|RO|{other}||CUI|{name}|9||RXNORM|RXNORM|||N|4096|\n" for one, name, other in made)


RXNCONSO = rrf_names(
    "9900001,RXNORM,IN,examplecillin,N",
    "9900002,RXNORM,IN,madeupine,N",
    "9900010,RXNORM,SCDC,examplecillin 250 MG,N",
    "9900011,RXNORM,SCDC,madeupine 5 MG,N",
    "9900020,RXNORM,SCD,examplecillin 250 MG / madeupine 5 MG Oral Tablet,N",
    "9900020,RXNORM,PSN,examplecillin 250 MG / madeupine 5 MG tablet,N",
    "9900030,RXNORM,SBD,examplecillin 250 MG / madeupine 5 MG Oral Tablet [Riverol],N",
    "9900040,RXNORM,BN,Riverol,N",
    "9900050,RXNORM,SCD,an old drug,O",
    "9900060,OTHERS,IN,a name of somebody else,N",
)
# Each relation once, read in whichever direction.
RXNREL = rrf_links(
    "9900001,has_ingredient,9900010",
    "9900011,ingredient_of,9900002",
    "9900010,consists_of,9900020",
    "9900011,consists_of,9900020",
    "9900020,tradename_of,9900030",
    "9900040,tradename_of,9900001",
    "9900020,isa,9900060",
    "9900050,consists_of,9900010",
)
