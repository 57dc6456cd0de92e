"""Read the site's pages."""
