"""Programs started from the bundle get the environment the person has."""

from app.ui.opening import outside


def test_a_program_started_from_the_bundle_does_not_load_the_bundle_s_libraries() -> None:
    assert outside({"LD_LIBRARY_PATH": "/opt/factotum/_internal", "LANG": "fr"}) == {"LANG": "fr"}


def test_a_library_path_of_the_person_s_own_is_given_on() -> None:
    started = {"LD_LIBRARY_PATH": "/opt/factotum/_internal", "LD_LIBRARY_PATH_ORIG": "/opt/theirs"}
    assert outside(started) == {"LD_LIBRARY_PATH": "/opt/theirs"}


def test_the_environment_from_source_stays_as_it_is() -> None:
    assert outside({"PATH": "/usr/bin"}) == {"PATH": "/usr/bin"}
