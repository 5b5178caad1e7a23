from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "reference"
    verbose_name = "参考资料"

    def ready(self):
        from reference import receivers  # noqa: F401  connects itself
