"""For presenters, pages, web and operate: a folder of tables in, a sound catalog or its problems out."""

from dashboard.store.catalog import Catalog, load, problems_of
from dashboard.store.package import content_hash

__all__ = ["Catalog", "content_hash", "load", "problems_of"]
