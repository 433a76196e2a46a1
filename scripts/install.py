"""Installs the packages of a lock file into the environment that runs this, and counts them while it does.

Before this has run there is no catalogue of words, so that it speaks both languages at once.
"""

import re
import subprocess
import sys
from pathlib import Path

PINNED = re.compile(r"^[\w.-]+==", re.MULTILINE)
COUNTED = ("Collecting ", "Requirement already satisfied")
WRITING = "Installing collected packages"


def main(lock: Path) -> int:
    """Install; the exit status is pip's own."""
    total = len(PINNED.findall(lock.read_text(encoding="utf-8")))
    print(f"Installation de {total} paquets / Installing {total} packages (1-3 min)", flush=True)
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    pip = subprocess.Popen(
        [*command, "--require-hashes", "-r", str(lock)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    lines = follow(pip, total)
    if pip.wait():
        print("".join(lines), file=sys.stderr)
    return pip.returncode


def follow(pip: "subprocess.Popen[str]", total: int) -> list[str]:
    """Count what is fetched; all that pip says is kept for the case that it fails."""
    assert pip.stdout
    lines, fetched = [], 0
    for line in pip.stdout:
        lines.append(line)
        if line.startswith(COUNTED):
            fetched += 1
            tell(f"  {fetched}/{total}", every=fetched % 10 == 0)
        elif line.startswith(WRITING):
            tell(f"  {fetched}/{total} · écriture / writing", every=True)
    print(flush=True)
    return lines


def tell(text: str, every: bool) -> None:
    """One line that is written over on a terminal; in a log, now and then a line."""
    if sys.stdout.isatty():
        print(f"\r{text}", end="", flush=True)
    elif every:
        print(text, flush=True)


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")
    sys.exit(main(Path(sys.argv[1])))
