"""The addresses of permissions."""

from django.urls import path

from goodword.doors.web.views.grants import looking, recording

urlpatterns = [
    path("permissions/", looking.permissions, name="permissions"),
    path("permissions/<int:number>/", looking.permission, name="permission"),
    path("permissions/<int:number>/proof/", looking.proof, name="permission-proof"),
    path("permissions/<int:number>/withdraw/", looking.withdraw, name="permission-withdraw"),
    path("people/<str:person_id>/permissions/record/", recording.of_person, name="person-permission"),
    path("accounts/<path:account_id>/permissions/", looking.of_account, name="account-permissions"),
    path("accounts/<path:account_id>/permissions/record/", recording.of_account, name="account-permission"),
]
