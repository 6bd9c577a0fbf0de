"""Addresses of dictation."""

from django.urls import path

from medoffice.clinic.dictation.views import bench, board, loose, production, quality, queue, recorder, review, sound

app_name = "dictation"
urlpatterns = [
    path("", queue.desk, name="desk"),
    path("due/", queue.when_due, name="paces"),
    path("due/hearing/", queue.who_hears, name="who-hears"),
    path("board/", board.board, name="board"),
    path("lines/", production.lines, name="lines"),
    path("quality/", quality.quality, name="quality"),
    path("quality/sampling/", quality.sampling, name="sampling"),
    path("quality/<uuid:review_id>/", quality.sheet, name="sheet"),
    path("quality/<uuid:review_id>/score/", quality.score, name="score"),
    path("quality/<uuid:review_id>/drop/<uuid:error_id>/", quality.drop, name="drop-error"),
    path("quality/<uuid:review_id>/done/", quality.done, name="review-done"),
    path("quality/<uuid:review_id>/read/", quality.read, name="review-read"),
    path("quality/<uuid:review_id>/heed/", quality.heed, name="review-heed"),
    path("send/<uuid:encounter_id>/", queue.send, name="send"),
    path("send/<uuid:encounter_id>/record/", recorder.record, name="record"),
    path("send/<uuid:encounter_id>/chunk/", recorder.chunk, name="chunk"),
    path("send/<uuid:encounter_id>/recorded/", recorder.finish, name="send-take"),
    path("send/<uuid:encounter_id>/heard/<int:part>/", recorder.heard, name="take-sound"),
    path("send/<uuid:encounter_id>/drop/", recorder.drop, name="drop-take"),
    path("loose/", loose.waiting, name="waiting"),
    path("loose/<uuid:loose_id>/", loose.loose, name="loose"),
    path("loose/<uuid:loose_id>/heard/", loose.heard, name="loose-sound"),
    path("loose/<uuid:loose_id>/drop/", loose.drop, name="drop-loose"),
    path("next/", bench.take_next, name="next"),
    path("short/", bench.shorts, name="shorts"),
    path("short/<uuid:short_id>/drop/", bench.drop_short, name="drop-short"),
    path("<uuid:dictation_id>/type/", bench.bench, name="bench"),
    path("<uuid:dictation_id>/keep/", bench.keep, name="keep"),
    path("<uuid:dictation_id>/draft/", bench.put_draft, name="put-draft"),
    path("<uuid:dictation_id>/format/", bench.formatted, name="format"),
    path("<uuid:dictation_id>/review/", review.review, name="review"),
    path("<uuid:dictation_id>/change/", review.change, name="change"),
    path("<uuid:dictation_id>/answer/<uuid:blank_id>/", review.answer, name="answer"),
    path("<uuid:dictation_id>/sign/", review.sign, name="sign"),
    path("<uuid:dictation_id>/back/", review.give_back, name="give-back"),
    path("<uuid:dictation_id>/", queue.dictation, name="dictation"),
    path("<uuid:dictation_id>/add/", queue.add, name="add"),
    path("<uuid:dictation_id>/move/", queue.move, name="move"),
    path("<uuid:dictation_id>/sound/<uuid:recording_id>/", sound.sound, name="sound"),
]
