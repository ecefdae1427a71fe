"""The addresses of public reviews."""

from django.urls import path

from goodword.doors.web.views.reviews import changing, looking, taking

urlpatterns = [
    path("reviews/", looking.reviews, name="reviews"),
    path("reviews/rule/", changing.rule, name="review-rule"),
    path("reviews/sites/add/", changing.add_site, name="review-site-add"),
    path("reviews/sites/<int:number>/", changing.site, name="review-site"),
    path("reviews/sites/<int:number>/draw/", changing.draw, name="review-draw"),
    path("reviews/draws/<int:number>/", looking.proof, name="review-proof"),
    path("reviews/draws/<int:number>/proof.json", taking.proof_json, name="review-proof-json"),
    path("reviews/draws/<int:number>/eligible.<slug:ending>", taking.eligible, name="review-eligible"),
]
