from tests.jobs.office import office

__all__ = ["office"]
