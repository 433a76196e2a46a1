"""For presenters and pages: frame in, frame out; it knows neither words nor addresses nor files."""
