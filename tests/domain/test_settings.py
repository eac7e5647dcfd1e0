"""Settings: what is kept on this machine is for its owner only, and whether a phone can come in."""

import pytest

from netwerkberaad import settings


def test_only_its_owner_reads_what_is_kept(tmp_path):
    present = settings.read({"NETWERKBERAAD_DATA": str(tmp_path / "instance")})
    assert [path.stat().st_mode & 0o077 for path in (present.data, present.data / "secret_key")] == [0, 0]
    assert settings.read({"NETWERKBERAAD_DATA": str(present.data)}).secret_key == present.secret_key


@pytest.mark.parametrize(
    ("given", "loopback"),
    [
        ({}, True),
        ({"HOST": "0.0.0.0"}, True),
        ({"HOST": "192.168.1.20"}, False),
        ({"BASE_URL": "http://localhost:5000"}, True),
        ({"HOST": "0.0.0.0", "BASE_URL": "https://beraad.example.org/"}, False),
    ],
)
def test_a_phone_needs_an_address_that_is_not_this_machine_s_own(tmp_path, given, loopback):
    assert settings.read({"NETWERKBERAAD_DATA": str(tmp_path), **given}).loopback is loopback
