"""One core for one folder of data."""

import pytest

from kiosk.storage.alone import AnotherCore, only_core
from tests.support.running_core import running_core


def test_a_second_core_is_refused_and_the_first_goes_on(tmp_path):
    with running_core(tmp_path) as core:
        core.screen().at("standby")
        with pytest.raises(AnotherCore), only_core(core.settings.data_dir):
            pass
        core.kill()
        with only_core(core.settings.data_dir):
            pass
