"""One report to be written: whose, for which project, in which format."""

from __future__ import annotations

from jixiao.formats.format import Format
from jixiao.kernel.frozen import frozen
from jixiao.model.department import Department
from jixiao.model.project import Project
from jixiao.model.unit import Report, UnitYear


@frozen
class Case:
    """A report, the project it is about (None for a whole department), the unit's data and the format.

    last_year: the unit's data of the year before, where they are at hand.
    """

    unit_year: UnitYear
    report: Report
    project: Project | None
    format: Format
    last_year: UnitYear | None = None

    @property
    def subject(self) -> Project | Department:
        """What the report evaluates."""
        return self.project or self.unit_year.department or Department()

    @property
    def year(self) -> int:
        """The fiscal year."""
        return self.unit_year.year

    @property
    def report_name(self) -> str:
        """The report's short name."""
        return str(self.report.name or "")

    @property
    def project_key(self) -> str:
        """The project's key, or nothing for a whole department."""
        return self.project.key if self.project else ""

    @property
    def rows(self) -> int:
        """How many projects, sub-projects and indicators the unit has."""
        projects = self.unit_year.projects.values()
        return sum(1 + len(project.sub_projects) + len(project.indicators) for project in projects)
