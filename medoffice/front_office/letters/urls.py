"""Addresses of letters."""

from django.urls import path

from medoffice.front_office.letters.views import letters, links, mailing, plain, templates

app_name = "letters"
urlpatterns = [
    path("", letters.desk, name="desk"),
    path("posted/", letters.posted, name="posted"),
    path("find/", letters.find, name="find"),
    path("new/<uuid:patient_id>/", letters.new, name="new"),
    path("merge/", mailing.start, name="merge-start"),
    path("merge/find/", mailing.find, name="merge-find"),
    path("merge/<uuid:batch_id>/", mailing.merge, name="merge"),
    path("merge/<uuid:batch_id>/posted/", mailing.merge_posted, name="merge-posted"),
    path("merge/<uuid:batch_id>/letters.pdf", mailing.merge_pages, name="merge-pages"),
    path("merge/<uuid:batch_id>/sheets.pdf", mailing.merge_sheets, name="merge-sheets"),
    path("merge/<uuid:batch_id>/labels.pdf", mailing.merge_labels, name="merge-labels"),
    path("merge/<slug:kind>/<slug:key>/", mailing.mailing, name="mailing"),
    path("<uuid:letter_id>/", letters.letter, name="letter"),
    path("links/", links.links, name="links"),
    path("links/<uuid:sending_id>/revoke/", links.revoke, name="revoke-link"),
    path("open/<str:token>/", links.open_letter, name="open"),
    path("<uuid:letter_id>/link/", links.link, name="link"),
    path("<uuid:letter_id>/words/", letters.words, name="words"),
    path("<uuid:letter_id>/draft.pdf", letters.draft, name="draft"),
    path("<uuid:letter_id>/letter.docx", letters.word_processor, name="word-file"),
    path("sent/<uuid:sending_id>.pdf", letters.paper, name="paper"),
    path("plain/", plain.plain_words, name="plain-words"),
    path("templates/", templates.listed, name="templates"),
    path("templates/new/", templates.new, name="new-template"),
    path("templates/letterheads/", templates.letterheads, name="letterheads"),
    path("templates/<slug:language>/<slug:key>/", templates.edit, name="template"),
    path("templates/<slug:language>/<slug:key>/read/", templates.read, name="read"),
    path("templates/<slug:language>/<slug:key>/approve/", templates.approve, name="approve"),
]
