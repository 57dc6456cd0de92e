"""Serve both editions, and show every save in the browser, or what is wrong with it over the last good page."""

import argparse
import errno
import shutil
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from scripts.messages import Messages
from scripts.serving.changes import Changes
from scripts.serving.server import News, listen
from scripts.serving.supervisor import Supervisor
from scripts.serving.supervisor import run as supervise


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or int(port) > 65535:  # noqa: PLR2004 - the last port
        raise argparse.ArgumentTypeError(f"{text}: not an address and a port, such as 127.0.0.1:8001")
    return host, int(port)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument(
        "address", nargs="?", type=_address, default=("127.0.0.1", 8000), help="(default: 127.0.0.1:8000)"
    )


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C; 1 where the address cannot be had."""
    host, port = options.address
    say = Messages("serve", options.lang)
    work = Path(tempfile.mkdtemp(prefix="serve-"))
    live, news = work / "site", News()
    live.mkdir()
    try:
        server = listen(host, port, live, news)
    except OSError as error:
        name = "taken" if error.errno == errno.EADDRINUSE else "no_address"
        print(say(name, host=host, port=port, other=port + 1, why=error.strerror), file=sys.stderr)
        shutil.rmtree(work)
        return 1
    address = f"http://{host}:{server.server_port}/"
    supervisor = Supervisor(options.root, live, address, news)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(say("hello", address=address), flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        changes = Changes(options.root)
        supervise(supervisor, changes.wait, lambda *what: _tell(say, supervisor, *what))
    except KeyboardInterrupt:
        print()
    finally:
        supervisor.stop()
        shutil.rmtree(work, ignore_errors=True)
    return 0


def _tell(say: Messages, supervisor: Supervisor, files: list[str], count: int, seconds: float) -> None:
    """Print one line, and below it what is wrong."""
    complaints = supervisor.complaints()
    name = "held" if any(complaint.holds for complaint in complaints) else "again" if files else "first"
    shown = ", ".join(files[:3]) + (f" +{len(files) - 3}" if len(files) > 3 else "")  # noqa: PLR2004 - three are enough
    text = say(
        name,
        time=time.strftime("%H:%M:%S"),
        files=shown or "mkdocs.yml",
        count=count,
        seconds=seconds,
        problems=len(complaints),
    )
    print(text, *(complaint.text(say.language) for complaint in complaints), sep="\n", flush=True)
