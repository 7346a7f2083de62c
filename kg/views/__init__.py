"""Views: visualizations/*.toml, and the pictures they give of an open graph."""
