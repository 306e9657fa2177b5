"""How raw folders are named: what a wrong address says, that no secret is kept, and what local folders do without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from articles import HARBOUR, Desk
from newsetl import address, cli, pipeline, read
from newsetl.errors import NewsetlError, SettingsError
from newsetl.settings import load_settings


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nosuch://x/y", "fsspec knows no such protocol"),
        ("memory://nowhere", "does not exist, or nothing is in it"),
        ("filecache::memory://news", "filecache shows copies"),
        ("zip://::/no/such/archive.zip", "does not exist"),
        (f"zip://::{__file__}", "cannot be read on .*BadZipFile"),
        ("file://host/data", "names a machine before its path"),
        ("file:///no/such/folder", "/no/such/folder does not exist"),
        (f"dir://{Path(__file__).name}::{Path(__file__).parent.as_uri()}", "is a file, not a folder"),
    ],
)
def test_a_wrong_url_says_what_is_wrong(tmp_path: Path, url: str, said: str) -> None:
    with pytest.raises(NewsetlError, match=said) as refusal:
        pipeline.run([url], Desk(tmp_path).settings)
    assert "nothing was" in str(refusal.value)
    assert not (tmp_path / "warehouse.duckdb").exists()


def test_a_driver_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules["fsspec.registry"]._registry, "s3", raising=False)
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(SettingsError, match=r"s3://bucket/news needs a package .*Install s3fs.*with pip"):
        pipeline.run(["s3://bucket/news"], Desk(tmp_path).settings)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(SettingsError, match=r"install newsetl\[remote\]"):
        pipeline.run(["s3://bucket/news"], Desk(tmp_path / "2").settings)


SECRETS = [
    "s3://AKIA1:hunter2@bucket/news",
    "s3://AKIA1:hun/ter2@bucket",
    "wire=sftp://afp:1234@host/afp",
    "zip://::s3://k:hunter2@bucket/x.zip",
    "https://hunter2@host/news",
    "abfs://box@account/news?sv=1&sig=hunter2",
]


@pytest.mark.parametrize("url", SECRETS)
def test_an_address_with_a_secret_is_refused_and_never_shown(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSETL_WAREHOUSE", str(tmp_path / "w.duckdb"))
    for command in (["run", url], ["run", url, "--json-log"], ["serve", url], ["rejects", "--retry", url]):
        with pytest.raises(SystemExit) as end:
            cli.main(command)
        assert end.value.code == cli.EXIT_USAGE
    monkeypatch.setenv("NEWSETL_RAW", f"/data/news:{url}")
    with pytest.raises(SystemExit):
        cli.main(["settings"])
    told = "".join(capsys.readouterr())
    assert told.count("has a password, key or signature in its address") == 5
    assert address.shown(url).endswith("://***")
    assert [part for part in ("hun", "ter2", "1234") if part in told] == []
    assert list(tmp_path.iterdir()) == []


def test_labels_and_lists_of_addresses() -> None:
    listed = "/data/news:wire=sftp://afp@host:22/afp:zip://::/data/2021.zip:zip://a/b::s3://c/x.zip:s3://d:2021"
    found = load_settings({"NEWSETL_RAW": listed}, None).raw
    assert found == ("/data/news", "wire=sftp://afp@host:22/afp", "zip://::/data/2021.zip", "zip://a/b::s3://c/x.zip", "s3://d", "2021")
    assert [address.base_name(folder) for folder in found[1:5]] == ["afp", "2021.zip", "b", "d"]
    assert address.split_label("s3://bucket/year=2021/") == ("", "s3://bucket/year=2021")
    assert address.split_label("a=file:///data/my%20news") == ("a", "/data/my news")
    with pytest.raises(SettingsError, match="two raw folders have the label 'news'"):
        read.parse_roots(["memory://news", "memory://old/news"])


def test_local_folders_do_without_fsspec(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("a.txt", HARBOUR)
    code = (
        "import sys\nfrom newsetl.cli import main\n"
        f"main(['run', {str(desk.raw)!r}, {'x=' + desk.raw.as_uri()!r}, '-w', {str(desk.settings.warehouse)!r}])\n"
        "print([name for name in ('fsspec', 'newsetl.remote') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
