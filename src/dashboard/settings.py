"""What the operator decides, read once from the environment."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESCRIPTOR = "datapackage.json"
"""The description of the tables, in the folder of the data."""


@dataclass(frozen=True)
class Settings:
    """Folders that the server reads, and the name that the world knows it by.

    Attributes:
        data: the Frictionless data package.
        assets: style sheets and scripts, as written.
        build: hashed and compressed copies of the static files (made when missing).
        releases: the data that were published before, which `rollback` and a start over broken data take.
        boundaries: where the operator installs official borders.
        texts: where the operator installs the text of reports.
        contact: how readers reach the operator; empty when not set.
        fetch: whether official borders may be fetched from the network.
        reports: the file that keeps what readers report by a form; None for no form.
        prefix: the path of the host below which the site stands, `/mali`; empty where it has the whole host.
        draft: a folder of data that is shown to whoever has the address of the preview; None for no preview.
        secret: the part of that address that nobody guesses.
        is_preview: whether these are the settings of the preview itself.
        metrics: whether counters are told at `/metrics`.
        public_address: `https://...` of the site, for link previews and search engines; empty when not set.
    """

    data: Path
    assets: Path
    build: Path
    releases: Path
    boundaries: Path
    texts: Path
    public_address: str = ""
    contact: str = ""
    reports: Path | None = None
    fetch: bool = True
    prefix: str = ""
    draft: Path | None = None
    secret: str = ""
    is_preview: bool = False
    metrics: bool = False


def from_environment() -> Settings:
    """The settings of this process; every folder has a default beside the project."""

    def folder(variable: str, default: str) -> Path:
        return Path(os.environ.get(variable, ROOT / default)).resolve()

    def path(variable: str) -> Path | None:
        named = os.environ.get(variable, "").strip()
        return Path(named).resolve() if named else None

    prefix = os.environ.get("DASHBOARD_PREFIX", "").strip().strip("/")
    return Settings(
        data=folder("DASHBOARD_DATA", "data"),
        assets=ROOT / "assets",
        build=folder("DASHBOARD_BUILD", "build"),
        releases=folder("DASHBOARD_RELEASES", "releases"),
        boundaries=folder("DASHBOARD_BOUNDARIES", "boundaries"),
        texts=folder("DASHBOARD_TEXTS", "report-texts"),
        contact=os.environ.get("DASHBOARD_CONTACT", "").strip(),
        reports=path("DASHBOARD_REPORTS"),
        fetch=os.environ.get("DASHBOARD_FETCH", "").strip().casefold() not in ("off", "0", "no", "false"),
        prefix=f"/{prefix}" if prefix else "",
        draft=path("DASHBOARD_DRAFT"),
        metrics=bool(os.environ.get("DASHBOARD_METRICS", "").strip()),
        secret=os.environ.get("DASHBOARD_SECRET", "").strip(),
        public_address=os.environ.get("DASHBOARD_ADDRESS", "").rstrip("/"),
    )
