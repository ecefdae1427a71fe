"""A workspace behind the pages, and a worker that does one job when told to."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from goodword.kit import clock
from goodword.runs.jobs import queue
from goodword.runs.jobs.models import Job
from goodword.runs.jobs.worker import Report, perform
from goodword.runs.workspace import Workspace, create_workspace

type Work = Callable[[], Job]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The workspace that pages read and write."""
    made = create_workspace(tmp_path / "workspace")
    with override_settings(WORKSPACE=made.path):
        yield made


@pytest.fixture
def work(workspace: Workspace, db: None) -> Work:
    """Do the job that has waited longest, as a worker does it."""

    def one() -> Job:
        job = queue.claim("anna", clock.now())
        assert job is not None
        perform(job, workspace, Report(threading.Event()))
        return Job.objects.get(pk=job.pk)

    return one
