"""For pages and web: which slides a meeting has; what each says out, in one language and in SVG."""
