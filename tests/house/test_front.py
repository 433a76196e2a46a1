"""What browsers get is the build of what stands in front/; told without node, from what the build noted."""

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FRONT = ROOT / "front"
SOURCES = ("build.mjs", "css", "js", "package-lock.json")
STYLES = sorted((FRONT / "css").rglob("*.css"))


def digest(*parts):
    return hashlib.sha256(b"".join(parts)).hexdigest()


def sources_hash(front):
    """One hash of all sources, as front/build.mjs makes it."""
    paths = [path for path in front.rglob("*") if path.is_file()]
    named = {path.relative_to(front).as_posix(): path for path in paths}
    kept = sorted(name for name in named if name.split("/")[0] in SOURCES)
    return digest(*(part for name in kept for part in (name.encode(), named[name].read_bytes())))


@pytest.fixture(scope="module")
def record():
    return json.loads((FRONT / "built.json").read_text(encoding="utf-8"))


def test_the_files_of_the_browser_are_the_build_of_the_sources(record):
    assert record["sources"] == sources_hash(FRONT), "front/ has changed: npm run build there"
    for name, expected in record["files"].items():
        assert digest((ROOT / "assets" / name).read_bytes()) == expected, f"{name} is not what was built"


def test_a_changed_source_is_noticed(tmp_path, record):
    copy = tmp_path / "front"
    for name in SOURCES:
        copied = shutil.copytree if (FRONT / name).is_dir() else shutil.copy
        copy.mkdir(exist_ok=True)
        copied(FRONT / name, copy / name)
    assert sources_hash(copy) == record["sources"]
    with (copy / "js" / "app.js").open("a", encoding="utf-8") as script:
        script.write("// more")
    assert sources_hash(copy) != record["sources"]


OF_PAGES = {"brief.js", "meeting.js", "quote.js", "sw.js"}


def test_what_is_built_says_where_it_comes_from_and_carries_no_map(record):
    scripts = {"first.js", "choices.js", "app.js", "dash-islands.js", "finder.js"} | OF_PAGES
    styles = {"app.css", "light.css", *(path.name for path in (FRONT / "css" / "pages").iterdir())}
    named = scripts | styles
    assert set(record["files"]) == named
    for name in record["files"]:
        text = (ROOT / "assets" / name).read_text(encoding="utf-8")
        assert text.startswith("/* Built from front/, MIT licence.")
        assert "sourceMappingURL" not in text
        assert text.count("\n") <= 8, "not minified"


def test_scripts_put_on_the_window_only_what_dash_looks_for():
    """Modules import each other; `window.fetch` is Dash's way to us, `dashboard` its name for our islands."""
    scripts = {path.name: path.read_text(encoding="utf-8") for path in (FRONT / "js").glob("*.js")}
    named = re.compile(
        r"(?:window|globalThis)\.(\w+)\s*(?:\?\?)?=[^=]|Object\.assign\((?:window|globalThis), \{ (\w+)"
    )
    put = {(name, one or other) for name, text in scripts.items() for one, other in named.findall(text)}
    assert put == {
        ("dash-islands.js", "fetch"),
        ("dash-islands.js", "dashboard"),
        ("plotly.js", "PlotlyGeoAssets"),
    }


def test_packages_of_the_front_are_pinned_and_name_no_registry():
    wanted = json.loads((FRONT / "package.json").read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"[\d.]+", version) for version in wanted["devDependencies"].values())
    lock = json.loads((FRONT / "package-lock.json").read_text(encoding="utf-8"))
    assert not any("resolved" in package for package in lock["packages"].values())


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_colours_stand_in_the_tokens_only(path):
    """So that light and dark are told in one place."""
    if path.name == "tokens.css":
        return
    rules = re.sub(r"--[\w-]+: #[0-9a-f]{6};", "", path.read_text(encoding="utf-8"))  # tokens of a part
    assert re.findall(r"#[0-9a-f]{3,8}\b(?=[;, )])", rules) == []


def test_a_browser_without_variables_draws_no_black_picture():
    """What is drawn says a plain colour before the variable, which such a browser passes over."""
    css = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "assets").glob("*.css"))
    drawn = re.findall(r"(?<=[{;])((?:fill|stroke):[^;}]*;)?(fill|stroke):([^;}]*var\([^;}]*)", css)
    assert len(drawn) > 20
    assert [value for before, name, value in drawn if not before.startswith(f"{name}:#")] == []
