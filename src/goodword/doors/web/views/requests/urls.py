"""The addresses of requests."""

from django.urls import path

from goodword.doors.web.views.requests import claiming, ending, filing, looking, meeting

urlpatterns = [
    path("requests/", looking.requests, name="requests"),
    path("requests/new/", filing.new, name="request-new"),
    path("requests/<int:number>/", looking.request_page, name="request"),
    path("requests/<int:number>/match/", filing.match, name="request-match"),
    path("requests/<int:number>/claim/", claiming.claim, name="request-claim"),
    path("requests/<int:number>/take-back/", claiming.take_back, name="request-take-back"),
    path("requests/<int:number>/pass/", claiming.decline, name="request-pass"),
    path("requests/<int:number>/pass/undo/", claiming.undo_decline, name="request-pass-undo"),
    path("requests/<int:number>/refuse/", claiming.refuse, name="request-refuse"),
    path("requests/<int:number>/pick/", meeting.pick, name="request-pick"),
    path("requests/<int:number>/other-times/", meeting.other_times, name="request-other-times"),
    path("requests/<int:number>/call-off/", meeting.off, name="request-call-off"),
    path("requests/<int:number>/meeting.ics", meeting.calendar, name="request-calendar"),
    path("requests/<int:number>/end/", ending.end, name="request-end"),
    path("requests/<int:number>/reopen/", ending.reopen, name="request-reopen"),
    path("requests/<int:number>/feedback/", ending.feedback, name="request-feedback"),
]
