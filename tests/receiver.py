"""A server that takes webhooks, and notes them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Request:
    path: str
    headers: Mapping[str, str]
    body: bytes


Answer = Callable[["Receiver"], tuple[int, dict[str, str]]]
"""The status and headers of the next answer."""


@dataclass
class Receiver:
    answer: Answer
    port: int = 0
    requests: list[Request] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
            }
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            self.requests.append(Request(first.split()[1], headers, body))
            status, more = self.answer(self)
            told = "".join(f"{name}: {value}\r\n" for name, value in more.items())
            writer.write(f"HTTP/1.1 {status} Said\r\nContent-Length: 0\r\n{told}\r\n".encode())
            await writer.drain()
        writer.close()


@contextlib.asynccontextmanager
async def receiving(answer: Answer = lambda receiver: (204, {})) -> AsyncIterator[Receiver]:
    """On a port of 127.0.0.1."""
    receiver = Receiver(answer)
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
        await server.wait_closed()
