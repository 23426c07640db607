from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.errors import SettingsError
from imgorigin.settings import NAMES, Settings, as_environment, default, environment_name, load, text


def test_flags_win_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    config = tmp_path / "imgorigin.toml"
    config.write_text('port = 1\nhost = "file"\nwait = 7\n')
    environ = {"IMGORIGIN_CONFIG": str(config), "IMGORIGIN_PORT": "2", "IMGORIGIN_HOST": "environment"}
    settings = load({"port": "3", "host": None}, environ)
    assert (settings.port, settings.host, settings.wait) == (3, "environment", 7)


def test_sizes_read_units() -> None:
    assert load({"memory": "1.5GB"}, {}).memory == 1_500_000_000
    assert load({"disk": "2GiB"}, {}).disk == 2 * 2**30


@pytest.mark.parametrize(
    ("flags", "environ", "told"),
    [
        ({}, {"IMGORIGIN_PROT": "1"}, "Unknown setting 'prot' in the environment. Did you mean 'port'?"),
        ({}, {"IMGORIGIN_ZZZZZZ": "1"}, "Unknown setting 'zzzzzz' in the environment. `imgorigin settings`"),
        ({"port": "no"}, {}, "Setting 'port' on the command line: 'no' is no whole number."),
        ({}, {"IMGORIGIN_PORT": "70000"}, "'70000'. Allowed: 65535 or less."),
        ({"log_format": "xml"}, {}, "'xml'. Allowed: 'auto', 'console' or 'json'."),
        (
            {"memory": "much"},
            {},
            "Setting 'memory' on the command line: 'much' is no size. Allowed: bytes, or",
        ),
        ({"min_side": "500", "max_side": "100"}, {}, "No size is allowed: min_side is 500"),
        ({}, {"IMGORIGIN_CONFIG": "/no/such.toml"}, "/no/such.toml cannot be read: No such file"),
    ],
)
def test_mistakes_are_told_with_name_and_place(
    flags: dict[str, str], environ: dict[str, str], told: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        load(flags, environ)
    assert told in raised.value.detail


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a = ", "is not TOML"),
        ("memry = 1", "Did you mean 'memory'"),
        ("port = true", "true is no number."),
        ("memory = true", "true is no number."),
    ],
)
def test_mistakes_in_the_file_name_the_file(tmp_path: Path, content: str, told: str) -> None:
    config = tmp_path / "x.toml"
    config.write_text(content)
    with pytest.raises(SettingsError) as raised:
        load({}, {}, config)
    assert told in raised.value.detail
    assert str(config) in raised.value.detail


@pytest.mark.parametrize(
    "flags",
    [{"model": "a/b, ./c"}, {"model": ["a/b", "./c"]}, {"model": ["a/b,./c"]}],
)
def test_a_list_is_written_with_commas_or_as_one(flags: dict[str, object]) -> None:
    settings = load(flags, {})
    assert settings.model == ("a/b", "./c")
    assert text(settings.model) == "a/b,./c"
    assert load({}, as_environment(settings)) == settings


def test_a_list_may_stand_in_the_file_and_the_environment(tmp_path: Path) -> None:
    config = tmp_path / "imgorigin.toml"
    config.write_text('model = ["one", "two"]\n')
    assert load({}, {}, config).model == ("one", "two")
    assert load({}, {"IMGORIGIN_MODEL": "three,four"}, config).model == ("three", "four")
    with pytest.raises(SettingsError, match="'one' is named twice"):
        load({"model": ["one", "one"]}, {})
    config.write_text("model = 7\n")
    with pytest.raises(SettingsError, match="7 is no list of names"):
        load({}, {}, config)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:se/c:r@et@host/db", "postgresql://me:***@host/db"),
        ("postgresql://me@host/db?password=secret&x=1", "postgresql://me@host/db?password=***&x=1"),
        ("postgres://host/db", "postgres://host/db"),
    ],
)
def test_the_password_of_the_catalog_is_shown_nowhere(url: str, shown: str) -> None:
    settings = load({"catalog": url}, {})
    assert settings.catalog == url
    assert text(settings.catalog) == shown


def test_a_catalog_that_cannot_be_read_is_not_repeated() -> None:
    with pytest.raises(SettingsError, match="no URL of the form postgresql://") as raised:
        load({"catalog": "mysql://me:secret@host/db"}, {})
    assert "secret" not in raised.value.detail


def test_tables_stand_in_the_file_and_in_the_environment_as_json(tmp_path: Path) -> None:
    config = tmp_path / "imgorigin.toml"
    config.write_text('plan = "pro"\n[plans.pro]\nrequests_per_minute = 600\n[plans.house]\n')
    settings = load({}, {}, config)
    assert text(settings.plans) == '{"pro": {"requests_per_minute": 600}, "house": {}}'
    assert load({}, as_environment(settings)) == settings
    assert load({}, {"IMGORIGIN_PLANS": text(settings.plans), "IMGORIGIN_PLAN": "pro"}) == settings
    assert load({"plans": '{"house": {}}', "plan": "house"}, {}).plan == "house"


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ({"plans": "pro"}, "Setting 'plans' on the command line: This is no JSON of the form {"),
        ({"plans": "3"}, "Setting 'plans' on the command line: 3 is no table."),
        ({"plans": {"pro": 3}}, "Setting 'plans.pro' on the command line: 3 is no table. Write [plans.pro]"),
        ({"plans": {"PRO": {}}}, "Allowed: small letters, digits and hyphens"),
        (
            {"plans": '{"pro": {"requests_per_minut": 3}}'},
            "Setting 'plans.pro.requests_per_minut' on the command line: there is no such setting. "
            "Did you mean 'requests_per_minute'?",
        ),
        ({"plans": {"pro": {"concurrent_paints": -1}}}, "-1. Allowed: 0 or more."),
        ({"plan": "gold"}, "plan is 'gold'. Allowed: unlimited, free, basic, standard, pro, "),
    ],
)
def test_mistakes_in_a_plan_are_told(flags: dict[str, object], told: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(flags, {})
    assert told in raised.value.detail


def test_public_origins_are_written_in_one_way() -> None:
    settings = load({"public_origins": "HTTPS://Img.Example.com:443/, http://10.0.0.1:8080"}, {})
    assert settings.public_origins == ("https://img.example.com", "http://10.0.0.1:8080")


@pytest.mark.parametrize(
    "entry", ["img.example.com", "*.example.com", "ftp://img.example.com", "https://x/images", "http://["]
)
def test_public_origins_that_are_none(entry: str) -> None:
    with pytest.raises(SettingsError, match=r"is no origin such as https://img\.example\.com"):
        load({"public_origins": [entry]}, {})


def test_where_rates_are_counted_is_not_repeated_with_its_password() -> None:
    settings = load({"rates_url": "redis://:secret@host/0"}, {})
    assert text(settings.rates_url) == "redis://:***@host/0"
    with pytest.raises(SettingsError, match="no URL of the form redis://") as raised:
        load({"rates_url": "memcached://:secret@host"}, {})
    assert "secret" not in raised.value.detail


def test_other_peoples_environment_is_none_of_ours() -> None:
    assert load({}, {"PORT": "1", "HOME": "/root"}) == Settings()


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_explained_and_may_come_from_the_environment(name: str) -> None:
    assert (Settings.model_fields[name].description or "").endswith(".")
    variable = environment_name(name)
    assert load({}, {variable: as_environment(Settings())[variable]}) == Settings()
    assert default(name) == text(getattr(Settings(), name))


@given(st.sampled_from(NAMES), st.text())
def test_no_value_whatever_is_worse_than_a_settings_error(name: str, value: str) -> None:
    try:
        load({name: value}, {})
    except SettingsError as error:
        assert name in error.detail


def test_what_is_empty_or_meant_for_others_is_not_given() -> None:
    environ = {
        "IMGORIGIN_DISK": "",
        "IMGORIGIN_PORT": "tcp://10.0.0.1:80",
        "IMGORIGIN_SERVICE_HOST": "10.0.0.1",
        "IMGORIGIN_SERVICE_PORT_HTTP": "80",
        "IMGORIGIN_PORT_80_TCP_ADDR": "10.0.0.1",
    }
    assert load({}, environ) == Settings()


def test_a_classifier_is_named_and_has_less_time_than_its_painter() -> None:
    on = {"classifier": "flag", "classifier_target": "looking:look"}
    assert load(on, {}).classifier_timeout == 30
    with pytest.raises(SettingsError, match=r"timeout is 30\. Allowed: less than paint_timeout, 20"):
        load({**on, "paint_timeout": 20}, {})
    with pytest.raises(SettingsError, match="--classifier-target names none"):
        load({"classifier": "block"}, {})
    assert load({"paint_timeout": 20}, {}).classifier == "off"


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ({"prompt_url": "http://far/v1"}, "--prompt-model no model of it"),
        ({"prompt_device": "gpu"}, "Allowed: cpu, mps, cuda"),
        ({"prompt_key": "s3cret"}, "--prompt-url names none"),
        ({"cors_origins": "https://a.example, no site"}, "cors_origins"),
        ({"batch_items": 257}, "256 or less"),
    ],
)
def test_mistakes_in_what_apis_need_are_told(flags: dict[str, object], told: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(flags, {})
    assert told in raised.value.detail
    assert "s3cret" not in raised.value.detail


def test_sites_are_written_in_one_way() -> None:
    listed = load({"cors_origins": "https://Shop.Example.com:443/, *.example.org"}, {}).cors_origins
    assert listed == ("https://shop.example.com", "*.example.org")
