"""The administration that reports are tried on."""

from __future__ import annotations

import pytest

from huurdersapp.actions import akkoord
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from tests.akkoorden import FOREIGN


@pytest.fixture
def town(office: Context) -> Context:
    """The office with the small akkoord of another municipality: reports of it are made in a tenth of a second."""
    jobs.run(akkoord.load(office, FOREIGN))
    return office
