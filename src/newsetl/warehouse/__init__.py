"""The DuckDB side: nothing outside this package imports duckdb."""
