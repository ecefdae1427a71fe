"""The addresses of the data page and of jobs."""

from django.urls import path

from goodword.doors.web.views import jobs
from goodword.doors.web.views.data import importing, overview, starting, uploading

urlpatterns = [
    path("data/", overview.data, name="data"),
    path("data/uploads/", uploading.receive, name="data-receive"),
    path("data/uploads/<str:name>/", uploading.upload, name="data-upload"),
    path("data/uploads/<str:name>/<int:number>/", uploading.sheet, name="data-sheet"),
    path("data/imports/", importing.imports, name="data-imports"),
    path("data/imports/<str:import_id>/", importing.one_import, name="data-import"),
    path("data/imports/<str:import_id>/undo/", importing.undo, name="data-undo"),
    path("data/imports/<str:import_id>/rejected/<str:name>", importing.rejected, name="data-rejected"),
    path("data/run/", starting.run, name="data-run"),
    path("data/sample/", starting.sample, name="data-sample"),
    path("jobs/under-way/", jobs.under_way, name="jobs-under-way"),
    path("jobs/<int:job_id>/", jobs.job, name="job"),
    path("jobs/<int:job_id>/progress/", jobs.progress, name="job-progress"),
    path("jobs/<int:job_id>/cancel/", jobs.cancel, name="job-cancel"),
]
