"""The hook for a classifier that looks at finished pictures: off, flag or block. Never a black picture.

What it says and how it fails goes to the log, for who runs the server; visitors are told a sentence."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import pyvips
from PIL import Image

from imgorigin.errors import ContentRefused, PainterUnavailable, PaintFailed
from imgorigin.painters.diffusers.pixels import to_pillow
from imgorigin.painters.diffusers.spec import Settings

Look = Callable[[Image.Image], str]
"""A picture -> the name of what is wrong with it, empty for nothing. May be called on any thread."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Call:
    """One call of a classifier, on a thread that nobody has to wait for."""

    thread: threading.Thread
    answer: queue.SimpleQueue[str | Exception]


class Classifier:
    """Calls `look` on one picture at a time, `seconds` at the most. Not for several threads."""

    def __init__(self, look: Look, seconds: float) -> None:
        self._look = look
        self._seconds = seconds
        self._last: _Call | None = None

    def verdict(self, image: Image.Image) -> str:
        """Raises PaintFailed if it fails or takes too long: what nobody has looked at is not handed out. One
        that hangs is not called again before it has come back."""
        if self._last:
            self._last.thread.join(self._seconds)
            if self._last.thread.is_alive():
                raise self._late()
        call = self._last = self._begun(image)
        try:
            answer = call.answer.get(timeout=self._seconds)
        except queue.Empty:
            raise self._late() from None
        self._last = None
        if isinstance(answer, Exception):
            log.error("the classifier failed", exc_info=answer)
            raise PaintFailed("The classifier of this server failed at this picture; the log tells why.")
        return answer

    def _begun(self, image: Image.Image) -> _Call:
        answer: queue.SimpleQueue[str | Exception] = queue.SimpleQueue()

        def look() -> None:
            try:
                answer.put(self._look(image))
            except Exception as error:
                answer.put(error)

        thread = threading.Thread(target=look, name="classifier", daemon=True)
        thread.start()
        return _Call(thread, answer)

    def _late(self) -> PaintFailed:
        log.error("the classifier did not answer within %g seconds (--classifier-timeout)", self._seconds)
        return PaintFailed(f"The classifier of this server did not answer within {self._seconds:g} seconds.")


def classifier_of(settings: Settings) -> Classifier | None:
    """The function the settings name as `module:function`; None if none is to look. Raises
    PainterUnavailable if it cannot be found."""
    if settings.classifier == "off":
        return None
    module, _, name = settings.classifier_target.partition(":")
    if not module or not name:
        raise PainterUnavailable("The classifier is on and none is named: name it as module:function.")
    try:
        found: Look = getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise PainterUnavailable(
            f"The classifier {settings.classifier_target} cannot be found: {error}."
        ) from error
    return Classifier(found, settings.classifier_timeout)


def looked_at(image: pyvips.Image, classifier: Classifier | None, settings: Settings) -> Mapping[str, Any]:
    """Facts: `flagged` is true of a picture that is suspected of something. Raises ContentRefused for one to
    be blocked, and PaintFailed if the classifier itself fails."""
    if classifier is None:
        return {}
    verdict = classifier.verdict(to_pillow(image))
    if not verdict:
        return {}
    log.warning("the classifier says of a picture: %s", verdict)
    if settings.classifier == "block":
        raise ContentRefused("The picture was painted and not handed out: the classifier refused it.")
    return {"flagged": True}
