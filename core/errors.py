"""Refusals in plain words. Views let them fly; the outermost layer turns them into a page with `status`."""


class Plain(Exception):
    """`message`: Chinese, says what happened and what to do next. `code`: for programs and tests."""

    status = 400
    code = "plain"

    def __init__(self, message: str, *, code: str = ""):
        super().__init__(message)
        self.message = message
        self.code = code or self.code


class Refused(Plain):
    """This person may not do this."""

    status = 403
    code = "refused"


class Missing(Plain):
    """There is nothing here, or not for this person."""

    status = 404
    code = "missing"


class WrongState(Plain):
    """The thing is no longer (or not yet) in a state in which this can be done."""

    status = 409
    code = "wrong_state"


class Conflict(Plain):
    """Somebody else was faster."""

    status = 409
    code = "conflict"


class Gone(Plain):
    """It was here and is over: an expired link, a withdrawn posting."""

    status = 410
    code = "gone"


class Invalid(Plain):
    """What was written cannot be taken. `field`: name of the form field, empty for the whole form."""

    status = 422
    code = "invalid"

    def __init__(self, message: str, *, code: str = "", field: str = ""):
        super().__init__(message, code=code)
        self.field = field


class TooMany(Plain):
    """Too often. `seconds`: how long to wait."""

    status = 429
    code = "too_many"

    def __init__(self, message: str, *, code: str = "", seconds: int = 0):
        super().__init__(message, code=code)
        self.seconds = seconds
