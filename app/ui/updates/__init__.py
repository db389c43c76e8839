"""Newer versions, as the window tells of them: one quiet line, and a card among the settings."""
