"""Says which pages of two checkouts differ.

`python scripts/compare_pages.py write FILE` once in each, then `python scripts/compare_pages.py ONE OTHER`.

For changes of the code that readers must not see. Versions and the names of files that hold them don't count.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

from dashboard.settings import from_environment
from dashboard.store import load
from dashboard.web.addresses import addresses
from dashboard.web.app import create_app

VERSIONS = re.compile(r"\b[0-9a-f]{10}\b")


def write(file: Path) -> None:
    """The hash of every page, by its address."""
    settings = from_environment()
    catalog = load(settings.data)
    client = create_app(settings, catalog).server.test_client()
    pages = {one: VERSIONS.sub("", client.get(one).text) for one in addresses(catalog)}
    hashes = {one: hashlib.sha256(text.encode()).hexdigest() for one, text in pages.items()}
    file.write_text(json.dumps(hashes, indent=0), encoding="utf-8")


def compare(one: Path, other: Path) -> int:
    """Name the pages that differ; the exit status is 1 where there are any."""
    before, after = (json.loads(file.read_text(encoding="utf-8")) for file in (one, other))
    found = [address for address in before | after if before.get(address) != after.get(address)]
    print(*found, f"{len(found)} of {len(before | after)} pages differ", sep="\n")
    return bool(found)


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]))
    else:
        sys.exit(compare(Path(sys.argv[1]), Path(sys.argv[2])))
