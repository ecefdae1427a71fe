"""Where the words of people stand in the lake, and how they were said there."""

WORDS = {"interactions": "text", "posts": "text", "responses": "comment"}
"""Which column of a table holds the words."""

CHANNELS = {"posts": "community", "responses": "survey"}
"""How words are said in tables that do not say it."""
