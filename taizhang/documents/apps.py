from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "taizhang.documents"
    verbose_name = "文稿"

    def ready(self) -> None:
        # Importing it registers the check; at module level the registry would not be ready yet.
        from taizhang.documents import checks
