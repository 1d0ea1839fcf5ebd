"""How a submission leaves the site."""
