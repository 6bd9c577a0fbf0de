"""Forms: what patients read, fill and sign (FHIR R4 Questionnaire and QuestionnaireResponse inside).

For receptionists who hand them out, patients who fill them, and everybody who needs to know that one was signed. A
signed form is never changed: its answers and the page as it was signed are kept. What a patient says in one changes
nothing by itself; a person takes it over.
"""
