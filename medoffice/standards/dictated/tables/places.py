"""Countries, states, large cities, and kinds of bacteria and fungi: names that have a capital wherever they stand.

A name that is an everyday word too ("turkey", "reading") is left out. Genera are those that laboratories report.
From general knowledge (`source: unverified`).
"""

from medoffice.standards.dictated.tables.lists import words

COUNTRIES = words(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh "
    "barbados belarus belgium belize benin bhutan bolivia botswana brazil bulgaria burundi cambodia cameroon canada "
    "chile china colombia croatia cuba cyprus denmark djibouti ecuador egypt eritrea estonia ethiopia fiji finland "
    "france gabon gambia germany ghana greece grenada guatemala guyana haiti honduras hungary iceland india "
    "indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait laos latvia "
    "lebanon lesotho liberia libya lithuania luxembourg madagascar malawi malaysia maldives mauritania mauritius "
    "mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua nigeria "
    "norway pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa "
    "senegal serbia singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan "
    "tajikistan tanzania thailand togo tonga tunisia uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam "
    "yemen zambia zimbabwe africa asia europe america england scotland wales"
)
STATES = words(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana "
    "iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana "
    "nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont washington wisconsin wyoming "
    "chicago houston philadelphia dallas austin columbus charlotte seattle denver boston nashville detroit memphis "
    "baltimore milwaukee albuquerque sacramento atlanta miami minneapolis cleveland pittsburgh cincinnati"
)
GENERA = words(
    "pseudomonas klebsiella escherichia enterococcus candida proteus serratia helicobacter clostridioides "
    "clostridium campylobacter salmonella shigella legionella mycoplasma neisseria haemophilus moraxella "
    "acinetobacter enterobacter citrobacter bacteroides aspergillus cryptococcus toxoplasma borrelia treponema "
    "mycobacterium staphylococcus streptococcus cutibacterium stenotrophomonas burkholderia bartonella pneumocystis "
    "histoplasma coccidioides trichomonas ureaplasma gardnerella lactobacillus pasteurella eikenella fusobacterium "
    "actinomyces nocardia"
)
