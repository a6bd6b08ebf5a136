"""An engine's process for tests: hands its stdin to the test's socket and the socket's bytes to stdout.

Started as ``proxy_engine.py SOCKET``. It ends when either side does; the test plays the engine.
"""

import contextlib
import os
import signal
import socket
import sys
import threading


def _copy_in(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while chunk := os.read(0, 65536):
            sock.sendall(chunk)
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_WR)


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sock = socket.socket(socket.AF_UNIX)
    sock.connect(sys.argv[1])
    threading.Thread(target=_copy_in, args=(sock,), daemon=True).start()
    with contextlib.suppress(OSError):
        while chunk := sock.recv(65536):
            view = memoryview(chunk)
            while view:
                view = view[os.write(1, view) :]
    os._exit(0)


if __name__ == "__main__":
    main()
