"""The application: parts -> routes."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp

from imgorigin import __version__, logs
from imgorigin import settings as settings_table
from imgorigin.aids import check_classifier
from imgorigin.caller import Caller
from imgorigin.catalog.catalog import Catalog
from imgorigin.checks import checks_of
from imgorigin.crew import names_of_models, painters_of
from imgorigin.errors import CatalogUnavailable, ImgoriginError
from imgorigin.first_start import Made, first_start
from imgorigin.parts import Parts, blocklist, build, limits, open_store, templates_of
from imgorigin.plans import Dialect
from imgorigin.projects import Projects
from imgorigin.rates import Allowance
from imgorigin.settings import Settings
from imgorigin.web import events, ops, pages, problems, versions
from imgorigin.web.clients import Clients
from imgorigin.web.dialects import imageai, imageapi, imagineo, inliner, openai
from imgorigin.web.dialects.asking import plan_of
from imgorigin.web.dialects.hosts import Hosts
from imgorigin.web.dialects.imageai.desk import Desk as ImageAiDesk
from imgorigin.web.dialects.imageapi.desk import Desk as ImageApiDesk
from imgorigin.web.dialects.imageapi.desk import Named
from imgorigin.web.dialects.imagineo.desk import Desk as ImagineoDesk
from imgorigin.web.dialects.imagineo.runs import Runs
from imgorigin.web.dialects.inliner.desk import Desk
from imgorigin.web.dialects.openai.desk import Desk as OpenAIDesk
from imgorigin.web.dialects.signer import Signer
from imgorigin.web.images import Images
from imgorigin.web.middleware import RequestIds
from imgorigin.web.operations import OPERATIONS
from imgorigin.web.pages import docs

if TYPE_CHECKING:
    pass

DRIVER_SECONDS: Final = 0.1
"""For the thread of SQLite's driver, which after it failed to connect speaks to its loop once more."""
ABOUT: Final = "A self-hosted image CDN origin whose URLs are prompts."


def create_app() -> ASGIApp:
    """For uvicorn, in each of its processes: the settings come from the environment."""
    settings = settings_table.load({}, os.environ)
    logs.configure(settings)
    return application(build(settings))


def check(settings: Settings) -> tuple[Projects, Made]:
    """See that a server could be built, and give its projects and what the start made. Raises SettingsError,
    and CatalogUnavailable where that alone is in the way."""
    open_store(settings, make=True)
    models = [model for painter in painters_of(settings) for model in painter.models.values()]
    blocklist(settings)
    templates_of(settings)
    check_classifier(settings)
    projects, made = asyncio.run(_started(settings))
    projects.check({model.name: model for model in models}, models[0].name)
    return projects, made


async def _started(settings: Settings) -> tuple[Projects, Made]:
    catalog = Catalog.open(settings.catalog, settings.data)
    try:
        made = await first_start(catalog, settings.data)
        projects = Projects(catalog.projects)
        await projects.refresh()
    except CatalogUnavailable:
        await asyncio.sleep(DRIVER_SECONDS)
        raise
    finally:
        await catalog.close()
    return projects, made


def application(parts: Parts) -> ASGIApp:
    """The edge for pictures in front, Starlette behind it."""
    settings = parts.settings
    clients = Clients(parts.keyring, settings.proxy_networks)
    parts.jobs.register(Runs(parts.service).kind())

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with parts.running():
            yield

    behind = Starlette(
        routes=[
            *pages.routes(parts.projects, limits(settings)),
            *ops.routes(parts.metrics, checks_of(parts)),
            *versions.routes(_version_desk(parts, clients)),
            *events.routes(_event_desk(parts, clients)),
            # Last: each answers for all that is left below its roots.
            *inliner.routes(desk_of(parts, clients)),
            *imagineo.routes(imagineo_desk(parts, clients)),  # before OpenAI's, which has the rest of /v1
            *openai.routes(openai_desk(parts, clients)),
            *imageapi.routes(imageapi_desk(parts, clients), settings.cors_origins),
            *imageai.routes(imageai_desk(parts, clients), settings.cors_origins),
            *docs.routes(
                (
                    *OPERATIONS,
                    *events.OPERATIONS,
                    *versions.OPERATIONS,
                    *inliner.OPERATIONS,
                    *imagineo.OPERATIONS,
                    *openai.OPERATIONS,
                    *imageapi.OPERATIONS,
                    *imageai.OPERATIONS,
                ),
                title="imgorigin",
                version=__version__,
                description=ABOUT,
            ),
        ],
        exception_handlers={HTTPException: problems.handle, ImgoriginError: problems.handle},
        lifespan=lifespan,
    )
    # It would redirect to whatever host the client names.
    behind.router.redirect_slashes = False
    return Images(
        RequestIds(behind),
        service=parts.service,
        store=parts.store,
        limits=limits(settings),
        metrics=parts.metrics,
        wait=settings.wait,
        error_images=settings.error_images,
        access_log=settings.access_log,
        projects=parts.projects,
        caller_of=clients.caller_of,
        url_of=_signer(parts).told,
        cancel_unwanted=settings.cancel_unwanted,
    )


def desk_of(parts: Parts, clients: Clients) -> Desk:
    """What the Inliner API works with."""
    return Desk(
        **_reception(parts, clients, "inliner"),
        service=parts.service,
        bindings=parts.bindings,
        intake=parts.intake,
        eyes=parts.eyes,
        painters=parts.painters,
        plans=parts.plans,
        budgets=parts.budgets,
        limits=limits(parts.settings),
        purger=parts.purger,
    )


def openai_desk(parts: Parts, clients: Clients) -> OpenAIDesk:
    """What OpenAI's API works with."""
    return OpenAIDesk(
        **_reception(parts, clients, "openai"),
        commissions=parts.commissions,
        service=parts.service,
        intake=parts.intake,
        painters=parts.painters,
        limits=limits(parts.settings),
        jobs=parts.jobs,
        wait=parts.settings.wait,
    )


def imageai_desk(parts: Parts, clients: Clients) -> ImageAiDesk:
    """What the Image AI API works with."""
    return ImageAiDesk(
        **_reception(parts, clients, "imageai"),
        commissions=parts.commissions,
        service=parts.service,
        painters=parts.painters,
        plans=parts.plans,
        quotas=parts.quotas,
        templates=parts.templates,
        jobs=parts.jobs,
        wait=parts.settings.wait,
    )


def imageapi_desk(parts: Parts, clients: Clients) -> ImageApiDesk:
    """What ImageAPI works with."""
    look = ops.looker(checks_of(parts))

    async def health() -> dict[str, bool]:
        return {check.name: state == "ok" for check, state in (await look()).items()}

    return ImageApiDesk(
        **_reception(parts, clients, "imageapi"),
        commissions=parts.commissions,
        service=parts.service,
        jobs=parts.jobs,
        painters=parts.painters,
        plans=parts.plans,
        quotas=parts.quotas,
        writer=parts.writer,
        templates=parts.templates,
        named={slug: Named(*told) for slug, told in names_of_models(parts.settings).items()},
        health=health,
        wait=parts.settings.wait,
        most_items=parts.settings.batch_items,
    )


def imagineo_desk(parts: Parts, clients: Clients) -> ImagineoDesk:
    """What ImagineoAI's API works with."""
    return ImagineoDesk(
        **_reception(parts, clients, "imagineo"),
        commissions=parts.commissions,
        service=parts.service,
        jobs=parts.jobs,
        painters=parts.painters,
        limits=limits(parts.settings),
    )


def _reception(parts: Parts, clients: Clients, dialect: Dialect) -> dict[str, Any]:
    """What the desk of every dialect has (see asking.Reception)."""

    async def authenticate(request: Request) -> Caller:
        return replace(await clients.caller_of(request.scope), dialect=dialect)

    return {
        "catalog": parts.catalog,
        "projects": parts.projects,
        "hosts": Hosts(parts.settings.public_origins, lambda request: clients.base_of(request.scope)),
        "signer": _signer(parts),
        "authenticate": authenticate,
        "stranger": lambda request: clients.stranger_of(request.scope),
        "count": partial(_count, parts),
    }


def _signer(parts: Parts) -> Signer:
    return Signer(parts.projects.known, parts.settings.signed_for)


def _version_desk(parts: Parts, clients: Clients) -> versions.Desk:
    return versions.Desk(
        versions=parts.versions,
        rerolls=parts.rerolls,
        projects=parts.projects,
        limits=limits(parts.settings),
        caller_of=clients.caller_of,
        # A key that only reads names any size here, and is to have none painted.
        url_of=partial(_signer(parts).told, is_there=False),
        stranger_of=clients.stranger_of,
        count=partial(_count, parts),
        wait=parts.settings.wait,
    )


def _event_desk(parts: Parts, clients: Clients) -> events.Desk:
    return events.Desk(
        service=parts.service,
        limits=limits(parts.settings),
        caller_of=clients.caller_of,
        url_of=_signer(parts).told,
    )


async def _count(parts: Parts, caller: Caller) -> Allowance:
    """A request against the plan of whoever sends it."""
    plan = await plan_of(parts, caller.key.account_id) if caller.key else ""
    return await parts.rates.take(caller, parts.plans.of(plan))
