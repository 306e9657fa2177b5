"""Every package of the lock has a licence that we may pass on, and, where a database of vulnerabilities is at hand, none is known.

    NEWSETLTEST_OSV=/data/osv/PyPI/all.zip pytest tests/reliability/test_dependencies.py

The database is the OSV export for PyPI, a zip of JSON files; nothing is fetched.
"""

from __future__ import annotations

import csv
import json
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

PERMISSIVE = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0", "PSF-2.0", "Zlib"}
# may be passed on beside our own code, changes to the package itself stay under its licence
FILE_COPYLEFT = {"MPL-2.0", "Artistic-1.0-Perl"}


def locked(lock: Path) -> set[tuple[str, str]]:
    """Names and versions."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^ \\;]+)", lock.read_text(), re.MULTILINE)
    return {(canonicalize_name(name), version) for name, version in found}


def test_every_locked_package_has_a_licence_that_may_be_passed_on(repository: Path) -> None:
    with (repository / "tests" / "licences.csv").open(newline="") as file:
        licences = {row["package"]: row["licence"] for row in csv.DictReader(file)}
    packages = {name for name, _ in locked(repository / "requirements.lock")}
    assert set(licences) == packages, "make lock changed the packages: write what came into tests/licences.csv"
    for name, licence in licences.items():
        alternatives = re.sub(r"[()]", "", licence).split(" OR ")
        assert any(set(part.split(" AND ")) <= PERMISSIVE | FILE_COPYLEFT for part in alternatives), (name, licence)


def vulnerabilities(database: Path, packages: set[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """(package, version, id) of every known vulnerability that a package has."""
    versions: dict[str, list[str]] = {}
    for name, version in packages:
        versions.setdefault(name, []).append(version)
    with zipfile.ZipFile(database) as archive:
        for member in archive.namelist():
            entry = json.loads(archive.read(member))
            if entry.get("withdrawn"):
                continue
            for affected in entry.get("affected", []):
                name = canonicalize_name(affected.get("package", {}).get("name", ""))
                for version in versions.get(name, []):
                    if _is_affected(version, affected):
                        yield name, version, entry["id"]


def _is_affected(version: str, affected: dict[str, Any]) -> bool:
    if version in affected.get("versions", []):
        return True
    mine = Version(version)
    for span in affected.get("ranges", []):
        if span.get("type") != "ECOSYSTEM":
            continue
        inside = False
        for event in span.get("events", []):  # in order of versions
            try:
                if "introduced" in event and (event["introduced"] == "0" or mine >= Version(event["introduced"])):
                    inside = True
                if "fixed" in event and mine >= Version(event["fixed"]):
                    inside = False
                if "last_affected" in event and mine > Version(event["last_affected"]):
                    inside = False
            except InvalidVersion:
                continue
        if inside:
            return True
    return False


def test_known_vulnerabilities_are_found(tmp_path: Path) -> None:
    span = {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.5"}, {"introduced": "2.0"}, {"last_affected": "2.1"}]}
    entries = [
        {"id": "OSV-1", "affected": [{"package": {"ecosystem": "PyPI", "name": "Some.Package"}, "ranges": [span]}]},
        {"id": "OSV-2", "affected": [{"package": {"ecosystem": "PyPI", "name": "other"}, "versions": ["3.0"]}]},
        {"id": "OSV-3", "withdrawn": "2024", "affected": [{"package": {"ecosystem": "PyPI", "name": "other"}, "versions": ["3.0"]}]},
    ]
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for entry in entries:
            archive.writestr(f"{entry['id']}.json", json.dumps(entry))
    packages = {("some-package", version) for version in ("1.4", "1.5", "2.1", "2.2")} | {("other", "3.0"), ("other", "3.1")}
    found = sorted(vulnerabilities(tmp_path / "all.zip", packages))
    assert found == [("other", "3.0", "OSV-2"), ("some-package", "1.4", "OSV-1"), ("some-package", "2.1", "OSV-1")]


def test_no_locked_package_has_a_known_vulnerability(repository: Path) -> None:
    database = os.environ.get("NEWSETLTEST_OSV")
    if not database:
        pytest.skip("NEWSETLTEST_OSV names no database of known vulnerabilities (the OSV export for PyPI); nothing is fetched")
    assert list(vulnerabilities(Path(database), locked(repository / "requirements.lock"))) == []
