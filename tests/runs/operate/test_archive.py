"""An archive gives back what went in, or says that it does not; nothing of a hostile one leaves its folder."""

import tarfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodword.kit.errors import GoodwordError
from goodword.runs.operate.archive import measured, read_contents, unpack, write_archive
from goodword.runs.operate.contents import is_inside
from tests.runs.operate.sealing import FILES, contents, good, naming, plain, seal

REFUSED = {"refused": b""}


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def unpacked(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def what_comes_of(archive: Path, folder: Path) -> dict[str, bytes]:
    try:
        unpack(archive, folder, silent)
    except GoodwordError as error:
        return REFUSED if error.code in {"bad-archive", "damaged-archive", "hostile-archive"} else {error.code: b""}
    return unpacked(folder)


def entries() -> list[tuple[tarfile.TarInfo, bytes]]:
    return [(plain(name, body), body) for name, body in sorted(FILES.items())]


def test_what_went_in_comes_out(tmp_path: Path) -> None:
    sources = {}
    for name, body in FILES.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(body)
        sources[name] = tmp_path / "in" / name
    said = contents()
    assert tuple(measured(name, sources[name]) for name in sorted(sources)) == said.files
    archive = tmp_path / "a.tar.zst"
    write_archive(archive, said, sources, silent)
    assert unpack(archive, tmp_path / "out", silent) == read_contents(archive) == said
    assert unpacked(tmp_path / "out") == FILES
    assert archive.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "name", ["../outside", "/etc/outside", "maps/../../outside", "..", "", "a\\..\\b", "./a", "a//b", "a/", "a\0b"]
)
def test_a_path_that_leads_out_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    archive = good(tmp_path / "a.tar.zst")
    archive.unlink()
    seal(archive, naming(contents(), name), [*entries(), (plain(name.replace("\0", "") or "x", b"x"), b"x")])
    with pytest.raises(GoodwordError, match="cannot be in a workspace") as caught:
        unpack(archive, tmp_path / "in" / "out", silent)
    assert caught.value.code == "hostile-archive"
    assert unpacked(tmp_path) == {"a.tar.zst": archive.read_bytes()}


def test_what_is_not_listed_is_refused(tmp_path: Path) -> None:
    surplus = (plain("../outside", b"x"), b"x")
    archive = seal(tmp_path / "a.tar.zst", contents(), [surplus, *entries()])
    with pytest.raises(GoodwordError, match="does not list"):
        unpack(archive, tmp_path / "in" / "out", silent)
    assert unpacked(tmp_path / "in") == {}


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE])
def test_links_and_devices_are_refused(tmp_path: Path, kind: bytes) -> None:
    entry = plain("goodword.toml", b"")
    entry.type, entry.linkname = kind, "../../outside"
    archive = seal(tmp_path / "a.tar.zst", contents(), [(entry, b"")])
    with pytest.raises(GoodwordError, match="does not list"):
        unpack(archive, tmp_path / "out", silent)


def test_a_file_twice_is_refused(tmp_path: Path) -> None:
    archive = seal(tmp_path / "a.tar.zst", contents(), [*entries(), entries()[0]])
    with pytest.raises(GoodwordError, match="does not list"):
        unpack(archive, tmp_path / "out", silent)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    archive = seal(tmp_path / "a.tar.zst", contents(), entries()[1:])
    with pytest.raises(GoodwordError, match=r"the first is goodword\.toml"):
        unpack(archive, tmp_path / "out", silent)


def test_other_bytes_than_listed_are_noticed(tmp_path: Path) -> None:
    body = FILES["goodword.toml"][::-1]
    archive = seal(tmp_path / "a.tar.zst", contents(), [(plain("goodword.toml", body), body), *entries()[1:]])
    with pytest.raises(GoodwordError, match=r"goodword\.toml is not what it was"):
        unpack(archive, tmp_path / "out", silent)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_changed_or_cut_archive_gives_other_files(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("archive")
    body = bytearray(good(folder / "a.tar.zst").read_bytes())
    place = data.draw(st.integers(0, len(body) - 1))
    if data.draw(st.booleans()):
        del body[place:]
    else:
        body[place] ^= data.draw(st.integers(1, 255))
    (folder / "a.tar.zst").write_bytes(body)
    assert what_comes_of(folder / "a.tar.zst", folder / "out") in (FILES, REFUSED)


@pytest.mark.parametrize("body", [b"", b"no archive at all", b"\x28\xb5\x2f\xfd"])
def test_any_other_file_is_no_backup(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "a").write_bytes(body)
    with pytest.raises(GoodwordError, match=r"archive is damaged|no backup"):
        read_contents(tmp_path / "a")


@given(st.lists(st.sampled_from(["a", "b.toml", "..", ".", "", "c d", "\\"]), min_size=1, max_size=4).map("/".join))
def test_a_path_that_is_inside_stays_inside(path: str) -> None:
    root = Path("/somewhere/workspace")
    if is_inside(path):
        resolved = Path(*[part for part in (root / path).parts if part != "."])
        assert ".." not in resolved.parts
        assert resolved.is_relative_to(root)
        assert resolved != root
