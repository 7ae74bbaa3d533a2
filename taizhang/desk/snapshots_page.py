from django.http import HttpRequest, HttpResponse


def snapshots_view(request: HttpRequest) -> HttpResponse:
    return HttpResponse("todo")


snapshot_view = close_view = package_view = summary_view = snapshots_view
