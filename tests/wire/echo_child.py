"""A child for the pipe tests: says ready, then echoes every frame; told to, it misbehaves."""

import asyncio
import os
import signal
import sys

from tests.wire.frames import CODEC, Said
from wadesk.wire.stdio import ChildPipe


async def main() -> None:
    """Echo until the parent closes the pipe."""
    pipe = ChildPipe.open(CODEC)
    print("this line must never reach the pipe")
    pipe.write(Said(text="ready"))
    while (frame := await pipe.read()) is not None:
        if frame.text == "print":
            print("noise on descriptor 1")
            os.write(1, b"more noise")
        if frame.text == "flood":
            for _ in range(2000):
                pipe.write(Said(text="x" * 1000))
        if frame.text == "pending":
            pipe.write(Said(text=str(pipe.pending)))
            continue
        if frame.text == "ignore":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        if frame.text == "hang":
            signal.pause()
        pipe.write(frame)
    await pipe.drained()
    pipe.close()
    sys.exit(7)


if __name__ == "__main__":
    asyncio.run(main())
