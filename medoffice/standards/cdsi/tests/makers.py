"""A small release, whole enough to be read; each file can be left out or said otherwise."""

import io
import zipfile

NOTES = "Supporting Data Release Notes 9.01\nFebruary 3, 2026\nOverview"
PLAN = """<scheduleSupportingData>
<liveVirusConflicts><liveVirusConflict><previous><vaccineType>MMR</vaccineType><cvx>03</cvx></previous>
<current><vaccineType>MMR</vaccineType><cvx>03</cvx></current><conflictBeginInterval>1 day</conflictBeginInterval>
<minConflictEndInterval>24 days</minConflictEndInterval><conflictEndInterval>28 days</conflictEndInterval>
</liveVirusConflict></liveVirusConflicts>
<vaccineGroups><vaccineGroup><name>MMR</name><administerFullVaccineGroup/></vaccineGroup></vaccineGroups>
<vaccineGroupToAntigenMap><vaccineGroupMap><name>MMR</name><antigen>Mumps</antigen></vaccineGroupMap>
</vaccineGroupToAntigenMap>
<cvxToAntigenMap><cvxMap><cvx>03</cvx><shortDescription>MMR</shortDescription>
<association><antigen>Mumps</antigen></association></cvxMap></cvxToAntigenMap>
<observations><observation><observationCode>007</observationCode><observationTitle>Pregnant</observationTitle>
</observation></observations></scheduleSupportingData>"""
MUMPS = """<antigenSupportingData><contraindications/><series><seriesName>Mumps 1-dose series</seriesName>
<targetDisease>Mumps</targetDisease><vaccineGroup>MMR</vaccineGroup><seriesType>Standard</seriesType>
<selectSeries><defaultSeries>Yes</defaultSeries><productPath>No</productPath><seriesGroup>1</seriesGroup>
<seriesPriority>A</seriesPriority><seriesPreference>1</seriesPreference></selectSeries>
<seriesDose><doseNumber>Dose 1</doseNumber><age><minAge>12 months</minAge></age>
<preferableVaccine><cvx>03</cvx></preferableVaccine><recurringDose>No</recurringDose></seriesDose>
</series></antigenSupportingData>"""
FILES = {
    "RELEASE-NOTES.txt": NOTES,
    "ScheduleSupportingData.xml": PLAN,
    "AntigenSupportingData- Mumps-508.xml": MUMPS,
}


def release(**instead: str | None) -> bytes:
    """The zip of it; a file said to be None is left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packing:
        for name, text in (FILES | instead).items():
            if text is not None:
                packing.writestr(f"Version 9.01/{name}", text)
    return out.getvalue()
