"""One picture: body, things, muscles, arrows and breath in the order in which they hide each other, as SVG."""
