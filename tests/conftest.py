"""What holds for every test."""

import os

from hypothesis import settings

# The same examples every time: a change is red because of what it changed. `HYPOTHESIS_PROFILE=explore make test` looks
# for new ones. No deadlines: how fast something is belongs to bench/.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
