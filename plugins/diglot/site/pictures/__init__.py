"""Pictures made at build time: pure functions from the catalog to typed views.

Templates (`themes/desk/templates/pictures/`) draw them: an SVG here is half a dozen kinds of
element whose places the view has computed, and Jinja escapes, translates and prints them like the
rest of a page, so a library of SVG elements would add a dependency and a second way to write HTML.
"""
