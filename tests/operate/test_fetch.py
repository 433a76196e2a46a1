"""Borders from the network: the right file is installed, and whatever else may come leaves the old ones."""

import io
import json
import re
import shutil
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import geopandas
import pytest
import shapely
from tests.invented_borders import bare, fitted, squares, with_carriers

from dashboard.i18n import LANGUAGES
from dashboard.operate.boundaries import Origin, install
from dashboard.operate.boundary_fetch import INSTALLED, NOT_REACHED, REFUSED
from dashboard.operate.boundary_forms import sums_of
from dashboard.operate.commands import main
from dashboard.operate.download import DownloadError, Limits, download
from dashboard.store import load

ROOT = Path(__file__).resolve().parents[2]
NAME = "borders.geojson"
LARGE = 30_000_000


class Answers(BaseHTTPRequestHandler):
    """Answers each path as `server.answers` says: bytes, a status, an address to go to, or something odd."""

    def do_GET(self):
        answer = self.server.answers.get(self.path, 404)
        if answer == "silence":
            self.server.over.wait()
        elif answer == "endless":
            self.head(200)
            for _ in range(LARGE // 1_000_000):
                self.wfile.write(b" " * 1_000_000)
        elif isinstance(answer, int):
            self.head(answer, **{"Content-Length": "0"})
        elif isinstance(answer, str):
            self.head(302, Location=answer, **{"Content-Length": "0"})
        else:
            length = LARGE if answer == b"large" else len(answer) + (1000 if answer == b"short" else 0)
            self.head(200, **{"Content-Length": str(length)})
            self.wfile.write(answer)

    def head(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_):
        """Who hangs up on too much is right to."""


@pytest.fixture
def serve():
    """Starts a server of this machine that gives the answers; its address."""
    servers = []

    def start(**answers):
        server = Server(("127.0.0.1", 0), Answers)
        server.answers = {f"/{path}": answer for path, answer in answers.items()}
        server.over = threading.Event()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.over.set()
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return fitted(ROOT / "data", tmp_path_factory.mktemp("fitted") / "data")


def encoded(frame):
    return json.dumps(json.loads(frame.to_json(drop_id=True, show_bbox=False))).encode()


@pytest.fixture(scope="module")
def good(tables):
    """A file as geoBoundaries serves it."""
    return encoded(bare(squares(tables)))


@pytest.fixture(scope="module")
def installed(tables, good, tmp_path_factory):
    """What an operator has installed before."""
    folder = tmp_path_factory.mktemp("installed")
    (folder / NAME).write_bytes(good)
    install(load(tables), folder / NAME, None, Origin(), folder / "borders")
    return folder / "borders"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "borders"


@pytest.fixture
def command(tables, folder, load_once, monkeypatch, capsys):
    """`boundaries fetch` in a language: its status and what it printed."""
    load_once("operate.fetch_commands")

    def run(language, *arguments, data=tables):
        monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
        monkeypatch.setenv("DASHBOARD_DATA", str(data))
        monkeypatch.setenv("DASHBOARD_BUILD", str(tables.parent / "build"))
        monkeypatch.setenv("DASHBOARD_BOUNDARIES", str(folder))
        status = main(["boundaries", "fetch", *map(str, arguments)])
        return status, capsys.readouterr().out.strip().replace("\u00a0", " ").replace("\u202f", " ")

    return run


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def changed_byte(tables):
    """One digit of one coordinate is another: the northern end of a square lies a degree higher."""
    text = encoded(bare(squares(tables))).decode()
    return re.sub(r"(\], \[-?\d+\.\d+, 1)4(\.\d+\], )", r"\g<1>5\2", text, count=1).encode()


def fifty(tables):
    return encoded(bare(squares(tables)).iloc[:-3])


def of_2015(tables):
    frame = squares(tables)
    return encoded(frame.assign(ADM2_FR=frame["ADM2_FR"].iloc[::-1].to_numpy()))


def of_2023(tables):
    shapes = [shapely.box(-12 + n / 10, 12, -11.9 + n / 10, 12.1) for n in range(160)]
    data = {"adm2_pcode": [f"ML{n:04}" for n in range(160)], "adm2_name": [f"U{n}" for n in range(160)]}
    return encoded(geopandas.GeoDataFrame(data, geometry=shapes, crs="EPSG:4326"))


def packed(content, damaged=False):
    """An archive with a file; damaged in what it holds, while its list of contents is whole."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("x.geojson", content)
    whole = bytearray(archive.getvalue())
    if damaged:
        whole[60:160] = bytes(byte ^ 255 for byte in whole[60:160])
    return bytes(whole)


def elsewhere(package):
    """A file that sends its reader on to a file of this machine."""
    path = package.parent / "ours.geojson"
    path.write_bytes(encoded(bare(squares(package))))
    source = f"<SrcDataSource>{path}</SrcDataSource>"
    layer = f'<OGRVRTLayer name="ours">{source}</OGRVRTLayer>'
    return f"<OGRVRTDataSource>{layer}</OGRVRTDataSource>".encode()


def named(name):
    """Every unit has this name."""

    def change(package):
        content = json.loads(encoded(bare(squares(package))))
        for unit in content["features"]:
            unit["properties"]["shapeName"] = name
        return json.dumps(content).encode()

    return change


POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:665c\nsize 623943\n"
ANSWERS = {
    "a changed byte": (changed_byte, REFUSED, "superficie|area|pas valides|not valid|km²"),
    "a pointer": (lambda _: POINTER, REFUSED, "pointeur Git LFS|Git LFS pointer"),
    "a pointer in an archive": (lambda _: packed(POINTER), REFUSED, "pointeur Git LFS|Git LFS pointer"),
    "a damaged archive": (lambda p: packed(fifty(p), True), REFUSED, "ne se lit pas|can’t be read"),
    "a bomb": (lambda _: packed(bytes(25_000_000)), REFUSED, "ne se lit pas|can’t be read"),
    "a way to another file": (elsewhere, REFUSED, "page de site|page of a site"),
    "lists for names": (named(["a", "b"]), REFUSED, r"53 (unités|units).*: \?, \?"),
    "names in two lines": (named("a\nb"), REFUSED, "53 (unités|units).*: a b, a b"),
    "another host": (lambda _: "https://example.org/x.geojson", REFUSED, r"example\.org"),
    "a host of 3,000 letters": (lambda _: f"https://{'a' * 3000}.org/", REFUSED, "a{60}…"),
    "another server here": (lambda _: "http://127.0.0.1:9/x", REFUSED, r"127\.0\.0\.1:9"),
    "a file of this machine": (lambda _: "file:///etc/hostname", REFUSED, "refusé|refused"),
    "30 MB": (lambda _: b"large", REFUSED, "20 (Mo|MB)"),
    "30 MB unannounced": (lambda _: "endless", REFUSED, "20 (Mo|MB)"),
    "half a file": (lambda _: b"short", REFUSED, "avant la fin|before its end"),
    "silence": (lambda _: "silence", NOT_REACHED, "en 1 s|within 1 s"),
    "the division of 2023": (of_2023, REFUSED, "découpage de 2023|division of 2023"),
    "codes of 2015": (of_2015, REFUSED, "millésime|vintage"),
    "50 units": (fifty, REFUSED, "a 50 unités|has 50 units"),
    "a login page": (lambda _: b"<!doctype html><form>", REFUSED, "page de site|page of a site"),
    "nothing": (lambda _: b"", REFUSED, "est vide|is empty"),
    "text": (lambda _: b"Too many requests", REFUSED, "ne se lit pas|can’t be read"),
    "404": (lambda _: 404, NOT_REACHED, "404"),
    "503": (lambda _: 503, NOT_REACHED, "503"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ANSWERS)
def test_what_is_not_the_file_is_told_in_a_line_and_the_old_borders_stay(
    command, serve, tables, installed, folder, language, kind
):
    answer, expected, words = ANSWERS[kind]
    site = serve(**{NAME: answer(tables)})
    shutil.copytree(installed, folder)
    before = content(folder)
    limit = ("--within", "1") if kind == "silence" else ()
    status, printed = command(language, "--from", f"{site}/{NAME}", *limit)
    assert status == expected
    told = [line for line in printed.splitlines() if line.startswith("1/1")]
    assert len(told) == 1 and re.search(words, told[0])
    assert re.search("rien n’a changé|nothing has changed", printed)
    assert content(folder) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_file_is_installed_and_its_sum_is_kept(command, serve, good, folder, tmp_path, language):
    site = serve(**{NAME: good, "here": f"/{NAME}"})
    status, printed = command(language, "--from", f"{site}/here", "--keep", tmp_path / "kept")
    assert status == INSTALLED
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    assert card["sha256"] in printed and "CC BY 3.0 IGO" in printed
    assert card["address"] == f"{site}/here" and not card["known"]
    assert (tmp_path / "kept" / "here").read_bytes() == good
    assert sums_of(tmp_path / "kept" / "here")[0] == card["sha256"]


def carrier(address, **more):
    return {"name_fr": "A", "name_en": "A", "addresses": [address], **more}


def test_the_next_carrier_is_asked_until_one_gives_the_file(command, serve, tables, good, folder, tmp_path):
    frame = squares(tables)
    frame.to_file(tmp_path / "a2.shp")
    parts = {path.name: path.read_bytes() for path in tmp_path.glob("a2.*")}
    site, other = serve(wrong=fifty(tables), **parts), serve(**{NAME: good})
    package = with_carriers(
        fitted(ROOT / "data", tmp_path / "data"),
        carrier(f"{site}/nothing"),
        carrier(f"{site}/wrong"),
        {**carrier(""), "addresses": [f"{site}/{name}" for name in sorted(parts)]},
        carrier(f"{other}/{NAME}"),
    )
    status, printed = command("fr", data=package)
    assert status == INSTALLED
    assert [line[:3] for line in printed.splitlines() if re.match(r"\d/4", line)] == ["1/4", "2/4", "3/4"]
    assert json.loads((folder / "card.json").read_text(encoding="utf-8"))["parts"].keys() == parts.keys()


def test_redirects_lead_to_listed_hosts(command, serve, good, tmp_path):
    other = serve(**{NAME: good})
    site = serve(moved=f"{other}/{NAME}")
    bare_host = other.removeprefix("http://")
    package = fitted(ROOT / "data", tmp_path / "data")
    for hosts, expected in (
        ([bare_host], INSTALLED),
        ([f"{bare_host}/{NAME[:4]}"], INSTALLED),
        ([f"{bare_host}/elsewhere/"], REFUSED),
        ([], REFUSED),
    ):
        with_carriers(package, carrier(f"{site}/moved"), hosts=hosts)
        assert command("en", data=package)[0] == expected


def test_a_known_file_is_called_known_and_if_refused_ends_the_search(command, serve, tables, good, tmp_path):
    site = serve(**{NAME: good, "wrong": fifty(tables)})
    (tmp_path / "good").write_bytes(good)
    (tmp_path / "wrong").write_bytes(fifty(tables))
    sums = {name: sums_of(tmp_path / name)[0] for name in ("good", "wrong")}
    package = fitted(ROOT / "data", tmp_path / "data")
    with_carriers(package, carrier(f"{site}/{NAME}", sha256=[sums["good"]]))
    status, printed = command("fr", data=package)
    assert status == INSTALLED and "(copie connue)" in printed
    known = carrier(f"{site}/wrong", sha256=[sums["wrong"]])
    with_carriers(package, known, carrier(f"{site}/{NAME}"))
    status, printed = command("fr", data=package)
    assert status == REFUSED and "2/2" not in printed


def test_a_large_file_is_asked_for_and_found_by_its_listing(command, serve, good, tmp_path):
    site = serve(**{NAME: good})
    listing = {"result": {"resources": [{"name": "other"}, {"name": NAME, "url": f"{site}/{NAME}"}]}}
    lists = serve(listing=json.dumps(listing).encode(), torn=b"{")
    package = fitted(ROOT / "data", tmp_path / "data")
    large = {"name_fr": "A", "name_en": "A", "file": NAME, "most_megabytes": 400, "most_minutes": 1}
    with_carriers(package, {**large, "listing": f"{lists}/listing"})
    status, printed = command("fr", data=package)
    assert status == NOT_REACHED and "--yes" in printed
    assert command("fr", "--yes", data=package)[0] == INSTALLED
    with_carriers(package, {**large, "listing": f"{lists}/torn"})
    assert command("fr", "--yes", data=package)[0] == REFUSED


@pytest.mark.parametrize(
    "address", ["http://example.org/x", "ftp://example.org/x", "file:///etc/hostname", "x"]
)
def test_only_https_leaves_this_machine(address, tmp_path):
    with pytest.raises(DownloadError) as fault:
        download(address, tmp_path / "x", Limits())
    assert fault.value.reason[0] == "fetch.insecure"


@pytest.mark.parametrize("language", LANGUAGES)
def test_switched_off_nothing_leaves_this_machine(command, language):
    status, printed = command(language)
    assert status == NOT_REACHED
    tried = [line for line in printed.splitlines() if re.match(r"\d/3", line)]
    assert len(tried) == 3 and all("DASHBOARD_FETCH=off" in line for line in tried)
    assert "https://" in printed and "boundaries install" in printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_print_says_where_to_take_the_file_and_how_to_know_it(command, tables, folder, language):
    status, printed = command(language, "--print")
    assert status == INSTALLED and not folder.exists()
    first = json.loads((tables / "datapackage.json").read_text(encoding="utf-8"))["borders"]["carriers"][0]
    assert all(text in printed for text in (*first["addresses"], *first["sha256"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_start_tries_once_and_says_one_line(command, serve, good, folder, tmp_path, language):
    package = fitted(ROOT / "data", tmp_path / "data")
    site = serve(**{NAME: good, "page": b"<html>"})
    assert "DASHBOARD_FETCH=off" in command(language, "--quick")[1]
    for path, expected in (("nothing", NOT_REACHED), ("page", REFUSED), (NAME, INSTALLED)):
        with_carriers(package, carrier(f"{site}/{path}"))
        status, printed = command(language, "--quick", data=package)
        assert status == expected and len(printed.splitlines()) == 1
    before = content(folder)
    with_carriers(package, carrier(f"{site}/nothing"))
    assert command(language, "--quick", data=package) == (INSTALLED, "")
    assert content(folder) == before


def test_a_broken_descriptor_is_told_and_no_trace(command, tmp_path):
    package = fitted(ROOT / "data", tmp_path / "data")
    (package / "datapackage.json").write_text("{", encoding="utf-8")
    status, printed = command("fr", data=package)
    assert status == 1 and "datapackage.json" in printed
