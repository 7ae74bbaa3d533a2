from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "taizhang.documents"
    verbose_name = "文稿"

    def ready(self) -> None:
        # Importing them registers the checks; at module level the registry would not be ready yet.
        from taizhang.documents import checks, list_files, paper_checks, refused_checks
