from django.urls import path

from taizhang.desk.follow_page import follow_view
from taizhang.desk.site import desk

urlpatterns = [
    path("follow/", follow_view, name="follow"),  # for petitioners, who have no account
    path("", desk.urls),
]
