"""Newer versions of the program: asked for when allowed, proven, fetched, put beside the old one."""
