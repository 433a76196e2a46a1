"""The only room that opens the data folder."""

from dashboard.store.catalog import Catalog, load, problems_of
from dashboard.store.package import content_hash

__all__ = ["Catalog", "content_hash", "load", "problems_of"]
