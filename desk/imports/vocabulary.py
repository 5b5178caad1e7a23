"""The words of reference, loaded once a sheet: occupations, skills, certificates, places, districts."""

from functools import cached_property, lru_cache

from reference import queries

MOST = 20_000


class Vocabulary:
    """Answers are remembered by the text asked, since sheets repeat themselves."""

    def __init__(self, community):
        self.community = community
        self.occupations = lru_cache(MOST)(self._occupations)
        self.skills = lru_cache(MOST)(self._skills)
        self.certificates = lru_cache(MOST)(self._certificates)
        self.place = lru_cache(MOST)(self._place)
        self.district = lru_cache(MOST)(self._district)

    @cached_property
    def home_district(self):
        return self.community.district

    @cached_property
    def _occupation_index(self):
        return queries.occupation_index()

    @cached_property
    def _skill_index(self):
        return queries.skill_index()

    @cached_property
    def _certificate_index(self):
        return queries.certificate_index()

    @cached_property
    def _gazetteer(self):
        return queries.gazetteer(self.community)

    @cached_property
    def _divisions(self):
        return queries.division_index()

    def _occupations(self, text: str) -> list:
        return [match.owner for match in queries.occupations_for(text, self._occupation_index)]

    def _skills(self, text: str) -> list:
        return [match.owner for match in queries.skills_for(text, self._skill_index)]

    def _certificates(self, text: str) -> list:
        return [match.owner for match in queries.certificates_for(text, self._certificate_index)]

    def _place(self, text: str):
        return self._gazetteer.match(text).place

    def _district(self, text: str):
        return queries.find_area_by_text(text, self._divisions)
