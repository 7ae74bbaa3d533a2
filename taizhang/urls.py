from django.urls import path

from taizhang.desk.site import desk

urlpatterns = [path("", desk.urls)]
