"""newsetl: folders of raw news text into one DuckDB file that answers who, what, since when, who said so and where."""

__version__ = "0.1.0"
