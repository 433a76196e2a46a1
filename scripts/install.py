"""Installs the packages of a lock file into the environment that runs this, and counts them while it does."""

import re
import subprocess
import sys
from pathlib import Path

from dashboard.operate.patience import Said, saying

PINNED = re.compile(r"^[\w.-]+==", re.MULTILINE)
COUNTED = ("Collecting ", "Processing ", "Requirement already satisfied", "Ignoring ")
"""How pip's lines begin that tell of one package: from the network or a folder, here already, not for us."""
WRITING = "Installing collected packages"


def main(lock: Path) -> int:
    """Install; the exit status is pip's own."""
    total = len(PINNED.findall(lock.read_text(encoding="utf-8")))
    words = f"Installation de {total} paquets / Installing {total} packages (1-3 min)"
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    with saying(words) as said:
        pip = subprocess.Popen(
            [*command, "--require-hashes", "-r", str(lock)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
        )  # fmt: skip
        lines = follow(pip, total, said)
        status = pip.wait()
    if status:
        print("".join(lines), file=sys.stderr)
    return status


def follow(pip: "subprocess.Popen[str]", total: int, said: Said) -> list[str]:
    """Count what is fetched; all that pip says is kept for the case that it fails."""
    assert pip.stdout
    lines, fetched, words = [], 0, said.words
    for line in pip.stdout:
        lines.append(line)
        if line.startswith(COUNTED):
            fetched += 1
            said.words = f"{words} · {min(fetched, total)}/{total}"
        elif line.startswith(WRITING):
            said.words = f"{words} · {total}/{total} · écriture / writing"
            said.tell()
    return lines


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")
    sys.exit(main(Path(sys.argv[1])))
