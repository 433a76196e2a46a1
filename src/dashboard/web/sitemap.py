"""What search engines ask for: robots.txt and the list of all pages."""

from html import escape

from flask import Flask, Response

from dashboard.web.addresses import addresses
from dashboard.web.http import base_address
from dashboard.web.shell import Site


def add_sitemap(server: Flask, site: Site) -> None:
    """Serve `/robots.txt` and `/sitemap.xml`, under the public address or else that of the request."""

    def base() -> str:
        return base_address(site.public)

    @server.get("/robots.txt")
    def robots() -> Response:
        text = f"User-agent: *\nDisallow: {site.prefix}/dash/\nSitemap: {base()}/sitemap.xml\n"
        return Response(text, mimetype="text/plain")

    @server.get("/sitemap.xml")
    def sitemap() -> Response:
        places = "".join(f"<url><loc>{escape(base() + path)}</loc></url>" for path in addresses(site.catalog))
        schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
        text = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{schema}">{places}</urlset>'
        return Response(text, mimetype="application/xml")
