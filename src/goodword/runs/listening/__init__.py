"""Another opinion on what was said: an OpenAI-compatible server is asked where the settings name one, else nobody."""
