"""Every setting: name, type, default, bounds and help, in one table.

Taken, each over the one before, from: the defaults; a TOML file (`--config`, or IMGORIGIN_CONFIG);
environment variables IMGORIGIN_<NAME>; command-line flags. A name that is not in the table is an error,
wherever it stands.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import tomllib
from collections.abc import Callable, Mapping
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    ByteSize,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from imgorigin.errors import InvalidRequest, SettingsError
from imgorigin.origins import canonical, origin_of
from imgorigin.plans import (
    MOST,
    UNLIMITED,
    Days,
    Dialect,
    PlanName,
    PlanTable,
    names_of_plans,
    table_of_retention,
    tables_of_plans,
)
from imgorigin.validation import in_words, masked, meant

PREFIX: Final = "IMGORIGIN_"
CONFIG: Final = "config"
_OF_A_SERVICE: Final = re.compile(
    PREFIX + r"(?:SERVICE_(?:HOST|PORT\w*)|PORT_\d\w*)=.*|IMGORIGIN_PORT=\w+://.*"
)
NOBODY: Final = "none"
"""As the only one of the setting `trusted_proxies`."""
LISTED: Final = " `imgorigin settings` lists them all."


class Settings(BaseModel):
    """Sizes in bytes read units (`256MB`, `1GiB`); times are in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    # Serving
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    workers: int = Field(
        1, ge=1, le=64, description="HTTP processes that share the port and the data folder."
    )
    data: Path = Field(Path("data"), description="Folder for pictures, leases and projects.")
    wait: float = Field(60, gt=0, le=600, description="Seconds a client is held while its picture is made.")
    shutdown: float = Field(30, ge=0, description="Seconds that running work has to finish at shutdown.")
    trusted_proxies: tuple[str, ...] = Field(
        ("127.0.0.0/8", "::1/128"),
        description="Networks of proxies that tell a client's address in X-Forwarded-For, as a list or with "
        "commas; none: nobody is believed.",
    )
    public_origins: tuple[str, ...] = Field(
        (),
        description="Origins that pictures are known under, such as https://img.example.com; the APIs and "
        "purges tell the first. Empty: the one a request comes by; purges tell paths.",
    )
    error_images: bool = Field(
        False, description="Answer a browser's <img> with a picture of the error (and its true status)."
    )

    # What may be asked for
    min_side: int = Field(16, ge=1, description="Shortest side of a picture, in pixels.")
    max_side: int = Field(4096, le=16384, description="Longest side of a picture, in pixels.")
    max_pixels: int = Field(4096 * 4096, le=2**28, description="Most pixels of a picture.")

    # Making pictures
    model: tuple[str, ...] = Field(
        (),
        description="Models to paint with: slugs (`imgorigin models list`), hub ids or folders, as a list or "
        "with commas; the first is the default. Empty: the sketch painter.",
    )
    painters: int = Field(
        1, ge=1, le=64, description="Processes of the sketch painter, and calls at a time to a remote server."
    )
    paint_timeout: float = Field(
        120,
        gt=0,
        description="Seconds without a sign of life (a step, a picture) until a painter counts as hung, and "
        "as not ready.",
    )
    paint_queue: int = Field(256, ge=1, description="Pictures that may wait to be painted; more answer 503.")
    cutters: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        ge=1,
        le=256,
        description="Threads that cut and encode. Default: the number of processors.",
    )
    cut_queue: int = Field(1024, ge=1, description="Renditions that may wait to be cut; more answer 503.")
    failure_memory: float = Field(10, ge=0, description="Seconds until a picture that failed is tried again.")
    lease: float = Field(10, ge=1, description="Seconds after which a silent process loses its painting.")
    jpeg_quality: int = Field(85, ge=1, le=100, description="JPEG quality.")
    webp_quality: int = Field(82, ge=1, le=100, description="WebP quality.")
    avif_quality: int = Field(62, ge=1, le=100, description="AVIF quality.")
    png_compression: int = Field(6, ge=0, le=9, description="zlib level of PNGs.")

    paint_limit: float = Field(
        0,
        ge=0,
        description="Seconds until a batch is given up though its painter shows signs of life; 0: never.",
    )
    cancel_unwanted: bool = Field(
        False, description="Give up pictures that nobody waits for any more, as long as they are not painted."
    )
    blocklist: str = Field(
        "", description="File of words, phrases and /expressions/ of which no pictures are made."
    )

    # Models on devices
    device: str = Field(
        "auto",
        description="Devices, one process each: cuda:0,cuda:1, mps or cpu. auto: the first GPU, else cpu.",
    )
    start_timeout: float = Field(
        900, gt=0, description="Seconds that a painter process has to load its model and be ready."
    )
    batch: int = Field(4, ge=1, le=64, description="Pictures that a device paints together, at the most.")
    batch_wait: float = Field(
        5, ge=0, le=1000, description="Milliseconds that an idle device waits for company for a picture."
    )
    batch_exact: bool = Field(
        False,
        description="Pad every batch, so that no bit of a picture depends on its company: one costs what "
        "a full batch does.",
    )
    dtype: Literal["auto", "bfloat16", "float16", "float32"] = Field(
        "auto",
        description="Numbers that models calculate with. auto: bfloat16 on a GPU, float32 on a processor.",
    )
    attention: str = Field(
        "auto", description="Attention back-end of diffusers, by its name there (flash, sage, _native_cudnn)."
    )
    channels_last: bool = Field(True, description="Lay out the autoencoder's memory channels last, on CUDA.")
    compile: bool = Field(
        False, description="Compile the repeated blocks of models, on CUDA: a slower start."
    )
    vae_tiling: Literal["auto", "on", "off"] = Field(
        "auto", description="Decode pictures in tiles: less memory. auto: those above 2 megapixels."
    )
    model_memory: ByteSize = Field(
        ByteSize(0),
        description="Memory for models on a device; those not used for longest go. 0: 90 % of a GPU's.",
    )
    model_idle: float = Field(
        0, ge=0, description="Seconds after which a model that nobody uses is unloaded; 0: never."
    )
    previews: bool = Field(
        True, description="Make small previews of pictures that somebody watches while they are painted."
    )
    preview_vae: str = Field(
        "",
        description="Folder of an AutoencoderTiny to make previews with. Empty: a fit that learns by itself.",
    )
    classifier: Literal["off", "flag", "block"] = Field(
        "off",
        description="Have a classifier look at what models paint here: note it, or refuse pictures.",
    )
    classifier_target: str = Field(
        "",
        description="The classifier: MODULE:FUNCTION, of a Pillow image; returns what is wrong, or nothing.",
    )
    upscaler: str = Field(
        "",
        description="File of a super-resolution network, for the package spandrel. Empty: models upscale.",
    )
    classifier_timeout: float = Field(
        30, gt=0, description="Seconds the classifier has for a picture, which fails after that."
    )

    # Keeping pictures
    memory: ByteSize = Field(ByteSize(256 * 10**6), description="Memory for pictures, in each HTTP process.")
    disk: ByteSize = Field(
        ByteSize(0), description="Disk for pictures; the least read go first. 0: no bound."
    )
    s3: str = Field("", description="s3://bucket/prefix?endpoint=https://host&region=name; empty: no S3.")
    s3_timeout: float = Field(5, gt=0, description="Seconds for one call to S3.")

    retention: dict[Dialect, Days] = Field(
        {},
        description="Table of days that new pictures are kept, by the API that made them (0: for good; "
        "elsewhere as JSON): web, inliner, imageapi, imageai (30 unless told), imagineo, openai. A shorter "
        "time of a plan or project comes before.",
    )

    # Looking at pictures
    vision_url: str = Field(
        "",
        pattern=r"^(https?://[^/\s]+.*)?$",
        description="Server that looks at uploads: any with OpenAI's chat completions that takes pictures, "
        "as https://host/v1.",
    )
    vision_model: str = Field(
        "",
        description="Model that looks at uploads: the server's name for it; without vision_url a folder or "
        "hub id of a captioner, run here. Empty: filenames, metadata and colours tell.",
    )
    vision_key: str = Field(
        "", repr=False, description="Key of the vision server; better in IMGORIGIN_VISION_KEY than as a flag."
    )
    vision_timeout: float = Field(
        30, gt=0, le=600, description="Seconds the vision model has for a picture; then metadata tell."
    )
    vision_device: str = Field(
        "cpu",
        pattern=r"^(cpu|mps|cuda(:[0-9]+)?)$",
        description="Device of a vision model run here: cpu, mps, cuda or cuda:1.",
    )

    # Writing prompts
    prompt_url: str = Field(
        "",
        pattern=r"^(https?://[^/\s]+.*)?$",
        description="Server that writes prompts: any with OpenAI's chat completions, as https://host/v1. "
        "Empty: prompt_model is run here.",
    )
    prompt_model: str = Field(
        "",
        description="Model that writes prompts: the server's name for it; without prompt_url a folder or hub "
        "id of a language model, run here. Empty: rules do.",
    )
    prompt_key: str = Field(
        "", repr=False, description="Key of the prompt server; better in IMGORIGIN_PROMPT_KEY than as a flag."
    )
    prompt_timeout: float = Field(
        15, gt=0, le=600, description="Seconds the prompt model has for a prompt; then rules write it."
    )
    prompt_device: str = Field(
        "cpu",
        pattern=r"^(cpu|mps|cuda(:[0-9]+)?)$",
        description="Device of a prompt model run here: cpu, mps, cuda or cuda:1.",
    )
    templates: str = Field(
        "", description="File of prompt templates, over the built-in styles, product and logo."
    )

    # What APIs answer
    signed_for: int = Field(
        3600,
        ge=60,
        le=7 * 86_400,
        description="Seconds for which the URLs of a private project's pictures, as APIs tell them, can be "
        "opened by anyone.",
    )
    batch_items: int = Field(16, ge=1, le=256, description="Pictures that one request of ImageAPI may have.")
    cors_origins: tuple[str, ...] = Field(
        (),
        description="Sites whose scripts may read answers of ImageAPI and the Image AI API, as a list or "
        "with commas: https://shop.example.com, *.example.com. Empty: all.",
    )

    # Caches in front
    purge_webhook: str = Field(
        "",
        pattern=r"^(https?://[^/\s]+.*)?$",
        description="Address that every purge is POSTed to as JSON, so that a CDN purges too.",
    )
    purge_webhook_key: str = Field(
        "",
        repr=False,
        description="Key sent to purge_webhook as a bearer; better in IMGORIGIN_PURGE_WEBHOOK_KEY than as a "
        "flag.",
    )
    purge_command: str = Field(
        "",
        description="Program, with arguments, run for every purge: surrogate keys as further arguments, JSON "
        "as its input.",
    )

    # What is known of pictures, projects and keys
    catalog: str = Field(
        "", description="postgresql://user:password@host/database; empty: SQLite in the data folder."
    )

    # Who may have how much
    plan: str = Field(UNLIMITED.name, description="Plan of accounts without one of their own.")
    plans: dict[PlanName, PlanTable] = Field(
        {},
        description="Tables plans.NAME of requests_per_minute, concurrent_paints, images_per_month, "
        "requests_per_day, requests_per_month, retention_days (0: no bound; elsewhere as JSON), over "
        "`imgorigin plan list`.",
    )
    rates_url: str = Field(
        "", description="redis://host:6379/0 to count requests for several processes; empty: each for itself."
    )
    client_paints_per_minute: int = Field(
        0, ge=0, le=MOST, description="Pictures a client address may have painted a minute; 0: no bound."
    )
    client_paints_per_month: int = Field(
        0, ge=0, le=MOST, description="Pictures a client address may have painted a month; 0: no bound."
    )

    # Jobs
    job_slots: int = Field(
        8, ge=1, le=256, description="Jobs that each HTTP process does at once, beside its other requests."
    )
    job_days: float = Field(
        30, ge=1, le=3650, description="Days that jobs, their results and deliveries are kept once ended."
    )
    webhook_networks: tuple[str, ...] = Field(
        (),
        description="Networks that are not public and webhooks may lead to, such as 10.0.0.0/8, as a list or "
        "with commas.",
    )

    # What is sent to us
    upload_bytes: ByteSize = Field(
        ByteSize(25 * 10**6), ge=1024, description="Most bytes of an uploaded file."
    )
    upload_pixels: int = Field(
        64_000_000, ge=1, le=2**28, description="Most pixels of an uploaded picture, as its header declares."
    )

    # Logs
    log_format: Literal["auto", "console", "json"] = Field(
        "auto", description="auto: console at a terminal, JSON elsewhere."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least level logged.")
    access_log: Literal["none", "misses", "all"] = Field(
        "misses", description="Requests to log: misses are all that the memory did not answer."
    )

    @field_validator(
        "model", "trusted_proxies", "public_origins", "cors_origins", "webhook_networks", mode="before"
    )
    @classmethod
    def _list_of_names(cls, value: object) -> tuple[str, ...]:
        lines = [value] if isinstance(value, str) else value
        if not isinstance(lines, list | tuple) or not all(isinstance(line, str) for line in lines):
            raise ValueError(f"{value!r} is no list of names.")
        names = [name.strip() for line in lines for name in line.split(",") if name.strip()]
        if twice := next((name for name in names if names.count(name) > 1), ""):
            raise ValueError(f"{twice!r} is named twice.")
        return tuple(names)

    @field_validator("*", mode="before")
    @classmethod
    def _no_bools(cls, value: object, info: ValidationInfo) -> object:
        """True is 1 to Python, and to nobody who writes `port = true`."""
        kind = cls.model_fields[str(info.field_name)].annotation
        if isinstance(value, bool) and kind in (int, float, ByteSize):
            raise ValueError(f"{str(value).lower()} is no number.")
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, networks: tuple[str, ...]) -> tuple[str, ...]:
        """Nobody has a word of its own, for an empty variable of the environment counts as not given."""
        if networks in ((), (NOBODY,)):
            return (NOBODY,)
        try:
            return tuple(str(ip_network(network)) for network in networks)
        except ValueError as error:
            raise ValueError(
                f"{error}. Allowed: networks such as 10.0.0.0/8, addresses, or {NOBODY}."
            ) from None

    @property
    def proxy_networks(self) -> tuple[IPv4Network | IPv6Network, ...]:
        return tuple(ip_network(network) for network in self.trusted_proxies if network != NOBODY)

    @field_validator("webhook_networks")
    @classmethod
    def _networks_of_webhooks(cls, networks: tuple[str, ...]) -> tuple[str, ...]:
        try:
            return tuple(str(ip_network(network)) for network in networks)
        except ValueError as error:
            raise ValueError(f"{error}. Allowed: networks such as 10.0.0.0/8, or addresses.") from None

    @property
    def hook_networks(self) -> tuple[IPv4Network | IPv6Network, ...]:
        return tuple(map(ip_network, self.webhook_networks))

    @field_validator("public_origins")
    @classmethod
    def _whole_origins(cls, entries: tuple[str, ...]) -> tuple[str, ...]:
        found = tuple(map(origin_of, entries))
        for entry, origin in zip(entries, found, strict=True):
            if not origin.startswith(("https://", "http://")) or urlsplit(entry).path.strip("/"):
                raise ValueError(f"{entry!r} is no origin such as https://img.example.com.")
        return found

    @field_validator("cors_origins")
    @classmethod
    def _sites(cls, entries: tuple[str, ...]) -> tuple[str, ...]:
        try:
            return tuple(map(canonical, entries))
        except InvalidRequest as error:
            raise ValueError(f"{error.problem}. Allowed: {error.allowed}.") from None

    @field_validator("catalog")
    @classmethod
    def _catalog_is_postgresql(cls, url: str) -> str:
        if url and not re.match(r"postgres(?:ql)?://", url):  # not told: it may have a password
            raise ValueError("This is no URL of the form postgresql://user:password@host/database.")
        return url

    @field_validator("plans", mode="before")
    @classmethod
    def _tables_of_plans(cls, value: object) -> object:
        return tables_of_plans(value)

    @field_validator("retention", mode="before")
    @classmethod
    def _periods(cls, value: object) -> object:
        return table_of_retention(value)

    @field_validator("rates_url")
    @classmethod
    def _rates_in_redis(cls, url: str) -> str:
        if url and not re.match(r"rediss?://", url):  # not told: it may have a password
            raise ValueError("This is no URL of the form redis://:password@host:6379/0.")
        return url

    @model_validator(mode="after")
    def _plan_there_is(self) -> Settings:
        if self.plan not in (known := names_of_plans(self.plans)):
            raise ValueError(f"plan is {self.plan!r}. Allowed: {', '.join(known)}.")
        return self

    @model_validator(mode="after")
    def _classifier_that_is_named(self) -> Settings:
        module, _, function = self.classifier_target.partition(":")
        if self.classifier != "off" and not (module and function):
            raise ValueError(
                f"classifier is {self.classifier}, and --classifier-target names none as MODULE:FUNCTION."
            )
        if self.classifier != "off" and self.classifier_timeout >= self.paint_timeout:
            raise ValueError(
                f"classifier_timeout is {self.classifier_timeout:g}. Allowed: less than paint_timeout, "
                f"{self.paint_timeout:g}, or a slow classifier counts as a hung painter."
            )
        return self

    @model_validator(mode="after")
    def _vision_that_is_whole(self) -> Settings:
        if self.vision_url and not self.vision_model:
            raise ValueError("vision_url names a server, and --vision-model no model of it.")
        if self.vision_key and not self.vision_url:
            raise ValueError("vision_key is for a server, and --vision-url names none.")
        return self

    @model_validator(mode="after")
    def _prompts_that_are_whole(self) -> Settings:
        if self.prompt_url and not self.prompt_model:
            raise ValueError("prompt_url names a server, and --prompt-model no model of it.")
        if self.prompt_key and not self.prompt_url:
            raise ValueError("prompt_key is for a server, and --prompt-url names none.")
        return self

    @field_validator("purge_command")
    @classmethod
    def _command_that_is_one(cls, command: str) -> str:
        try:
            shlex.split(command)
        except ValueError as error:
            raise ValueError(f"{command!r} is no command line: {error}.") from None
        return command

    @model_validator(mode="after")
    def _sizes_there_are(self) -> Settings:
        if self.min_side > self.max_side or self.min_side**2 > self.max_pixels:
            raise ValueError(
                f"No size is allowed: min_side is {self.min_side}, max_side {self.max_side}, "
                f"max_pixels {self.max_pixels}."
            )
        return self


NAMES: Final = tuple(Settings.model_fields)
SECRETS: Final = frozenset({"vision_key", "prompt_key", "purge_webhook_key"})


def load(flags: Mapping[str, Any], environ: Mapping[str, str], config: Path | None = None) -> Settings:
    """Flags that are None were not given. Raises SettingsError, naming the setting and where it stood."""
    values: dict[str, Any] = {}
    sources: dict[str, str] = {}
    path = config or (Path(environ[PREFIX + "CONFIG"]) if environ.get(PREFIX + "CONFIG") else None)
    for source, found in (
        (f"in {path}", _from_file(path) if path else {}),
        ("in the environment", _from_environment(environ)),
        ("on the command line", {name: value for name, value in flags.items() if value is not None}),
    ):
        for name, value in found.items():
            if name not in NAMES:
                raise SettingsError(f"Unknown setting {name!r} {source}.{meant(name, NAMES) or LISTED}")
            values[name], sources[name] = value, source
    try:
        return Settings(**values)
    except ValidationError as error:
        raise SettingsError("\n".join(_told(item, sources) for item in error.errors())) from None


def environment_name(name: str) -> str:
    return PREFIX + name.upper()


def as_environment(settings: Settings) -> dict[str, str]:
    """The variables that `load` makes the same settings of."""
    return {
        environment_name(name): _WRITTEN.get(type(value), str)(value)
        for name, value in settings.model_dump(mode="json").items()
    }


def default(name: str) -> str:
    """As `text`."""
    return text(getattr(Settings(), name))


def shown(settings: Settings, name: str) -> str:
    """As `text`, but nothing of a secret."""
    value = getattr(settings, name)
    return "***" if value and name in SECRETS else text(value)


def text(value: object) -> str:
    """A setting's value as a person writes it."""
    if isinstance(value, ByteSize):
        return value.human_readable(decimal=True) if value else "0"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return ",".join(map(str, value))
    if isinstance(value, dict):
        told = {
            name: row.model_dump(exclude_none=True) if isinstance(row, BaseModel) else row
            for name, row in value.items()
        }
        return json.dumps(told) if told else ""
    return str(value).lower() if isinstance(value, bool) else masked(str(value))


_WRITTEN: Final[Mapping[type, Callable[[Any], str]]] = {list: text, dict: json.dumps}
"""How the environment has what is not one value. Everything else is `str`."""


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text())
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}.") from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Empty ones count as not given, as compose files have them; what Kubernetes sets for a service of our
    name is not meant for us (IMGORIGIN_PORT=tcp://10.0.0.1:80)."""
    found = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environ.items()
        if name.startswith(PREFIX) and value and not _OF_A_SERVICE.fullmatch(f"{name}={value}")
    }
    found.pop(CONFIG, None)
    return found


def _told(error: Mapping[str, Any], sources: Mapping[str, str]) -> str:
    place = [str(part) for part in error["loc"]]
    name = ".".join(place)
    where = f"Setting {name!r} {sources.get(place[0], '')}: " if place else ""
    known = PlanTable.model_fields if len(place) > 1 and place[0] == "plans" else ()
    return where + in_words({**error, "loc": (name,)} if error["type"] == "model_type" else error, known)
