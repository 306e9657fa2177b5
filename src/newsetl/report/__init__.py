"""A report of the published file: one HTML file that opens anywhere, offline."""

from newsetl.report.build import write_report

__all__ = ["write_report"]
