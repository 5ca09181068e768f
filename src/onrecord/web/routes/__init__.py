"""The addresses of the reading room, one module a view."""
