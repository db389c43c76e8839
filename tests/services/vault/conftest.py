"""Whether this machine has a Secret Service to test on; where it has none, those tests are not collected."""

from __future__ import annotations

from tests.services.vault import secret_service

collect_ignore = [] if secret_service.IS_THERE or secret_service.REQUIRED else ["test_secret_service.py"]
