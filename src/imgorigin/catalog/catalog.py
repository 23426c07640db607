"""The catalog as one thing: its nouns, over one database."""

from __future__ import annotations

from pathlib import Path

from imgorigin.catalog import schema
from imgorigin.catalog.assets import Assets
from imgorigin.catalog.audit import Audit
from imgorigin.catalog.claims import Claims
from imgorigin.catalog.deliveries import Deliveries
from imgorigin.catalog.duties import Duties
from imgorigin.catalog.engine import Database, open_database
from imgorigin.catalog.expiry import Expiry
from imgorigin.catalog.jobs import JobTable
from imgorigin.catalog.keys import Keys
from imgorigin.catalog.news import News
from imgorigin.catalog.projects import Accounts, ProjectRows
from imgorigin.catalog.redirects import Redirects
from imgorigin.catalog.search import Search
from imgorigin.catalog.tags import Tags
from imgorigin.catalog.uploads import Uploads
from imgorigin.catalog.usage import Usage
from imgorigin.catalog.versions import Versions


class Catalog:
    """Its methods, and those of its parts, raise CatalogUnavailable while the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.accounts = Accounts(database)
        self.projects = ProjectRows(database)
        self.keys = Keys(database)
        self.assets = Assets(database)
        self.versions = Versions(database)
        self.redirects = Redirects(database)
        self.tags = Tags(database)
        self.search = Search(database)
        self.uploads = Uploads(database)
        self.usage = Usage(database)
        self.audit = Audit(database)
        self.news = News(database)
        self.expiry = Expiry(database)
        self.duties = Duties(database)
        self.jobs = JobTable(database)
        self.claims = Claims(database)
        self.deliveries = Deliveries(database)

    @classmethod
    def open(cls, url: str, data: Path) -> Catalog:
        """What the setting `catalog` names; empty: SQLite in the data folder. Raises SettingsError."""
        return cls(open_database(url, data))

    async def start(self) -> None:
        """Bring the tables up to date. Raises SettingsError if they are of a newer release."""
        await schema.upgrade(self.database)

    async def check(self) -> None:
        await self.database.check()

    async def close(self) -> None:
        await self.database.close()
