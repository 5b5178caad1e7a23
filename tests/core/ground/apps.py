from django.apps import AppConfig


class GroundConfig(AppConfig):
    name = "tests.core.ground"
    label = "ground"
