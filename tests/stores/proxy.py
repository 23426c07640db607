"""A TCP proxy that can be told to misbehave as servers and networks do."""

from __future__ import annotations

import asyncio
import re
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Proxy:
    """In front of a server on this machine.

    `frozen` counts the connections on which it fell silent when it was asked something; they are lost for
    good.
    """

    def __init__(self, upstream: int) -> None:
        self._upstream = upstream
        self._server: asyncio.Server | None = None
        self._port = 0
        self._writers: set[StreamWriter] = set()
        self._lost: set[StreamWriter] = set()
        self._answers: list[bytes] = []
        self._allowance: int | None = None  # bytes of answers until it freezes; None: it does not
        self._changed = asyncio.Event()
        self._pauses: list[float] = []

    @property
    def frozen(self) -> int:
        return len(self._lost)

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def listen(self) -> None:
        """Also after `refuse`: on the same port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def refuse(self) -> None:
        """As a server that is not running."""
        if self._server:
            self._server.close()
            for writer in self._writers:
                writer.transport.abort()
            await self._server.wait_closed()
            while self._writers:
                await self._next_change()

    def freeze(self, *, after: int = 0) -> None:
        """Accept, and say nothing: from now on, or when `after` more bytes have been answered."""
        self._allowance = after

    def thaw(self) -> None:
        self._allowance = None

    def answer(self, *answers: bytes) -> None:
        """Answer the next requests with these, each as the end of its connection."""
        self._answers.extend(answers)

    def stall(self, *seconds: float) -> None:
        """After each of the next pieces of answers, for so long."""
        self._pauses.extend(seconds)

    def forget_answers(self) -> None:
        self._answers.clear()

    async def until_frozen(self, count: int) -> None:
        while self.frozen < count:
            await self._next_change()

    async def _next_change(self) -> None:
        self._changed.clear()
        await self._changed.wait()

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        self._writers.add(writer)
        try:
            server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self._upstream)
            down = asyncio.create_task(self._pump_down(server_reader, writer))
            try:
                await self._pump_up(reader, writer, server_writer)
            finally:
                down.cancel()
                server_writer.close()
                await asyncio.gather(down, server_writer.wait_closed(), return_exceptions=True)
        except ConnectionError:
            pass
        finally:
            writer.close()
            await asyncio.gather(writer.wait_closed(), return_exceptions=True)
            self._writers.discard(writer)
            self._changed.set()

    async def _pump_up(self, reader: StreamReader, writer: StreamWriter, upstream: StreamWriter) -> None:
        while data := await reader.read(65536):
            if self._answers:
                await _read_request(data, reader)
                writer.write(self._answers.pop(0))
                return await writer.drain()
            if self._allowance == 0:
                self._lose(writer)
            if writer not in self._lost:
                upstream.write(data)
                await upstream.drain()
        return None

    async def _pump_down(self, upstream: StreamReader, writer: StreamWriter) -> None:
        while data := await upstream.read(65536):
            if writer in self._lost:
                continue
            if self._allowance is not None:
                told, self._allowance = data[: self._allowance], max(0, self._allowance - len(data))
                if told != data:
                    self._lose(writer)
                data = told
            writer.write(data)
            await writer.drain()
            if self._pauses:
                await asyncio.sleep(self._pauses.pop(0))
        if writer not in self._lost:
            writer.close()

    def _lose(self, writer: StreamWriter) -> None:
        self._lost.add(writer)
        self._changed.set()


async def _read_request(data: bytes, reader: StreamReader) -> None:
    """To the end of the request whose first bytes are `data`; of its head, where the body waits for a nod."""
    while b"\r\n\r\n" not in data:
        data += await reader.read(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: *(\d+)", head)
    if length and b"100-continue" not in head:
        await reader.readexactly(int(length[1]) - len(body))


@asynccontextmanager
async def proxied(upstream: int) -> AsyncIterator[Proxy]:
    proxy = Proxy(upstream)
    await proxy.listen()
    try:
        yield proxy
    finally:
        await proxy.refuse()
