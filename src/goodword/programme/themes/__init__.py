"""Themes as the company wants them: what colleagues call them, which are one, which are not shown."""
