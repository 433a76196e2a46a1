"""`dashboard publish FOLDER` and `rollback [VERSION]`: what changes is shown first; `preview`: where."""

import argparse
import secrets
from pathlib import Path

from dashboard.domain.errors import BrokenPackageError
from dashboard.i18n import Translator
from dashboard.operate.difference import difference_lines
from dashboard.operate.opening import open_data
from dashboard.operate.patience import saying
from dashboard.operate.releases import Releases, staged
from dashboard.operate.terminal import agreed
from dashboard.settings import Settings
from dashboard.store import Catalog
from dashboard.store.publications import note_publication, publication_of
from dashboard.web.preview import preview_path


def run_publish(options: argparse.Namespace, settings: Settings, t: Translator) -> int:
    """Publish a folder that passes every check, once the operator has seen what changes.

    Raises:
        BrokenPackageError: with every problem of the folder; nothing is published.
    """
    return _put(options.folder.resolve(), options.yes, settings, t)


def run_rollback(options: argparse.Namespace, settings: Settings, t: Translator) -> int:
    """Publish again what was published before; said once more it undoes itself."""
    releases = Releases(settings.data, settings.releases)
    kept = releases.kept()
    release = kept.get(options.version or releases.before())
    if release is None:
        print(t("rollback.kept", versions=", ".join(kept)) if kept else t("rollback.none"))
        return 1
    return _put(release, options.yes, settings, t)


def run_preview(settings: Settings, t: Translator) -> int:
    """Say where the draft is shown, else what to set for it."""
    path = preview_path(settings)
    if path:
        base = settings.public_address.removesuffix(settings.prefix)
        print(t("preview.address", address=f"{base}{path}/"))
        return 0
    print(t("preview.settings", secret=secrets.token_urlsafe(24)))
    return 1


def _put(source: Path, sure: bool, settings: Settings, t: Translator) -> int:
    try:
        with staged(source, settings.data) as fresh:
            return _published(fresh, sure, settings, t)
    except OSError as fault:
        print(t("publish.unable", folder=str(settings.data), reason=fault.strerror or str(fault)))
        return 1


def _published(fresh: Path, sure: bool, settings: Settings, t: Translator) -> int:
    """What was checked and shown is what is published: a copy that nobody else changes."""
    with saying(t("publish.checking"), in_log=None):
        after, before = open_data(fresh), _published_now(settings.data)
    if before and before.version == after.version:
        print(t("diff.nothing"))
        return 0
    print("\n".join(difference_lines(before, after, t)) if before else t("publish.broken"))
    if not (sure or agreed(t("publish.sure"), t)):
        print(t("publish.not"))
        return 1
    Releases(settings.data, settings.releases).publish(fresh)
    if before:
        note_publication(settings.releases, publication_of(before, after))
    print(t("publish.done", version=after.version))
    return 0


def _published_now(folder: Path) -> Catalog | None:
    """The data that are served; None where they don't pass the checks, so that nothing can be compared."""
    try:
        return open_data(folder)
    except BrokenPackageError:
        return None
