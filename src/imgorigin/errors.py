"""Everything that can go wrong, as one tree.

    ImgoriginError
    ├── RequestError            the caller's doing: 4xx
    │   ├── NotFound            404  no such address, project or picture
    │   │   └── NoProject            none of this name; said of a private one too, to strangers
    │   ├── InvalidRequest      400  a field out of its bounds; says which, and what is allowed
    │   ├── MovedPermanently    308  the picture was renamed
    │   ├── Unauthorized        401  no key, or none that is good
    │   ├── Forbidden           403  the key, site or signature does not allow this
    │   ├── MethodNotAllowed    405
    │   ├── Conflict            409  the name or address is taken
    │   ├── Expired             410  the picture was to be kept until a day that is past
    │   ├── PreconditionFailed  412
    │   ├── TooLarge            413  more bytes or pixels than are taken
    │   ├── UnsupportedType     415  no picture of a format that is read
    │   ├── RangeNotSatisfiable 416
    │   ├── NotUnderstood       422  the painter can make nothing of an instruction
    │   ├── ItemRefused              one request of several is not to be done; status and code are its error's
    │   ├── TooManyRequests     429  a plan or a budget is used up; worth another try after `retry_after`
    │   ├── Unsupported         400  the model cannot do what is asked; says which can
    │   └── ContentRefused      400  words or a picture that this server does not make
    ├── Unavailable             503  ours, and worth another try after `retry_after` seconds
    │   ├── Busy                     the queue is full
    │   ├── StillPainting            the picture is not done within the time a client is held
    │   ├── ShuttingDown
    │   ├── StoreUnavailable         no tier that may answer can be reached
    │   ├── CatalogUnavailable       the database cannot be reached, or is too busy
    │   ├── VisionUnavailable        no model looks at pictures; what files tell of them is taken instead
    │   └── PainterUnavailable       the painter process died or hung, twice
    │       └── OutOfMemory          one picture alone is too large for the device
    ├── PaintFailed             500  the painter refused this recipe; it would again
    └── SettingsError                never travels over HTTP: start-up stops with it

Foreign errors are mapped onto this tree where they enter: nothing above a store knows botocore.
"""

from __future__ import annotations

from collections.abc import Sequence


class ImgoriginError(Exception):
    """`detail` is written for the person who reads it; `code` is for programs and never changes."""

    status = 500
    code = "internal-error"
    title = "Something broke on our side"
    retry_after: int | None = None

    def __init__(self, detail: str = "", *, retry_after: int | None = None) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        if retry_after is not None:
            self.retry_after = retry_after


class RequestError(ImgoriginError):
    status = 400
    code = "bad-request"
    title = "The request cannot be served"


class NotFound(RequestError):
    status = 404
    code = "not-found"
    title = "There is nothing at this address"


class NoProject(NotFound):
    """Word for word the same whether there is none or it is private: a stranger cannot tell them apart."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no project {name!r} on this server.")


class InvalidRequest(RequestError):
    """A named field is out of its bounds. `allowed` is said in words or listed."""

    code = "invalid-request"
    title = "A part of the request is out of bounds"

    def __init__(self, field: str, problem: str, allowed: str | Sequence[str]) -> None:
        self.field = field
        self.problem = problem
        self.allowed = allowed if isinstance(allowed, str) else ", ".join(allowed)
        super().__init__(f"{field}: {problem}. Allowed: {self.allowed}.")


class MovedPermanently(RequestError):
    """`location` is the path where the picture is now."""

    status = 308
    code = "moved"
    title = "The picture was given another address"

    def __init__(self, location: str) -> None:
        self.location = location
        super().__init__(f"The picture is at {location} now.")


class Unauthorized(RequestError):
    status = 401
    code = "unauthorized"
    title = "This needs a key"


class Forbidden(RequestError):
    status = 403
    code = "forbidden"
    title = "That is not allowed"


class MethodNotAllowed(RequestError):
    status = 405
    code = "method-not-allowed"
    title = "Pictures answer GET, HEAD and OPTIONS"


class Conflict(RequestError):
    status = 409
    code = "conflict"
    title = "That is taken"


class Expired(RequestError):
    """For good: the address is not painted again."""

    status = 410
    code = "gone"
    title = "The picture was kept for a time that is over"


class PreconditionFailed(RequestError):
    status = 412
    code = "precondition-failed"
    title = "The picture is not the version that the request is for"


class TooLarge(RequestError):
    status = 413
    code = "too-large"
    title = "That is more than is taken"


class UnsupportedType(RequestError):
    status = 415
    code = "unsupported-type"
    title = "That is no picture of a format that is read here"


class RangeNotSatisfiable(RequestError):
    status = 416
    code = "range-not-satisfiable"
    title = "The range lies outside the picture"

    def __init__(self, size: int) -> None:
        self.size = size
        super().__init__(f"The picture has {size} bytes.")


class NotUnderstood(RequestError):
    """An edit of which no clause could be carried out: better said than an unchanged picture."""

    status = 422
    code = "not-understood"
    title = "The painter does not understand the instruction"


class ItemRefused(RequestError):
    """`index` of several requests, from 0, is not to be done, for `reason`; so none of them is."""

    def __init__(self, index: int, reason: ImgoriginError) -> None:
        self.index = index
        self.reason = reason
        self.status = reason.status
        self.code = reason.code
        super().__init__(f"requests[{index}]: {reason.detail}", retry_after=reason.retry_after)


class TooManyRequests(RequestError):
    """`retry_after` is when the window or period ends."""

    status = 429
    code = "too-many-requests"
    title = "That was too much for now"
    retry_after = 60


class Unsupported(RequestError):
    """The model cannot do what the recipe asks for. The detail names one that can, if there is one."""

    code = "unsupported"
    title = "The model cannot do this"


class ContentRefused(RequestError):
    code = "content-refused"
    title = "This server does not make such a picture"


class Unavailable(ImgoriginError):
    status = 503
    code = "unavailable"
    title = "Not just now"
    retry_after = 5


class Busy(Unavailable):
    code = "busy"
    title = "The queue of pictures to make is full"


class StillPainting(Unavailable):
    code = "still-painting"
    title = "The picture is still being painted; ask again for it"


class ShuttingDown(Unavailable):
    code = "shutting-down"
    title = "The server is going down; another will answer"


class StoreUnavailable(Unavailable):
    code = "store-unavailable"
    title = "The picture store cannot be reached"


class CatalogUnavailable(Unavailable):
    """`reason` is what the database said: for whoever runs the server, not for its clients."""

    code = "catalog-unavailable"
    title = "The catalog cannot be reached"

    def __init__(self, detail: str = "", *, reason: str = "") -> None:
        super().__init__(detail)
        self.reason = reason


class VisionUnavailable(Unavailable):
    code = "vision-unavailable"
    title = "The vision model did not answer"


class PainterUnavailable(Unavailable):
    code = "painter-unavailable"
    title = "The painter stopped answering"


class OutOfMemory(PainterUnavailable):
    code = "out-of-memory"
    title = "The device has too little memory for this picture"


class PaintFailed(ImgoriginError):
    code = "paint-failed"
    title = "The picture could not be painted"


class SettingsError(ImgoriginError):
    code = "settings"
    title = "A setting is wrong"


def installing(extra: str) -> str:
    """The command that installs an extra, as the README has it; for the end of a sentence."""
    return f"pip install -c constraints.txt '.[{extra}]' (in the folder that imgorigin was installed from)"
