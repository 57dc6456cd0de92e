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

from macros.language import LANGUAGES, Language, system_language
from scripts.paths import ROOT
from scripts.serving.changes import Changes
from scripts.serving.server import News, listen
from scripts.serving.supervisor import Supervisor
from scripts.serving.supervisor import run as supervise

_TEXTS: dict[str, dict[Language, str]] = {
    "taken": {
        "pt": "{host}:{port} já está em uso; escolha outra porta, como em: make serve ADDRESS={host}:{other}",
        "en": "{host}:{port} is in use; choose another port, as in: make serve ADDRESS={host}:{other}",
    },
    "no_address": {"pt": "{host}:{port} não serve: {why}", "en": "{host}:{port} cannot be used: {why}"},
    "hello": {
        "pt": "{address} está sendo gerado; Ctrl+C encerra",
        "en": "{address} is being built; Ctrl+C ends it",
    },
    "first": {"pt": "{time} site gerado em {seconds:.1f} s", "en": "{time} site built in {seconds:.1f} s"},
    "again": {
        "pt": "{time} {files}: {count} página(s) em {seconds:.1f} s",
        "en": "{time} {files}: {count} page(s) in {seconds:.1f} s",
    },
    "held": {
        "pt": "{time} {files}: a última página boa continua no ar; {problems} problema(s)",
        "en": "{time} {files}: the last good page is still served; {problems} problem(s)",
    },
}


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
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C; 1 where the address cannot be had."""
    host, port = options.address
    language: Language = options.lang
    work = Path(tempfile.mkdtemp(prefix="serve-"))
    live, news = work / "site", News()
    live.mkdir()
    try:
        server = listen(host, port, live, news)
    except OSError as error:
        name = "taken" if error.errno == errno.EADDRINUSE else "no_address"
        print(_TEXTS[name][language].format(host=host, port=port, other=port + 1, why=error.strerror), file=sys.stderr)
        shutil.rmtree(work)
        return 1
    address = f"http://{host}:{server.server_port}/"
    supervisor = Supervisor(ROOT, live, address, news)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(_TEXTS["hello"][language].format(address=address), flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        changes = Changes(ROOT)
        supervise(supervisor, changes.wait, lambda *what: _say(language, supervisor, *what))
    except KeyboardInterrupt:
        print()
    finally:
        supervisor.stop()
        shutil.rmtree(work, ignore_errors=True)
    return 0


def _say(language: Language, supervisor: Supervisor, files: list[str], count: int, seconds: float) -> None:
    """Print one line, and below it what is wrong."""
    complaints = supervisor.complaints()
    name = "held" if any(complaint.holds for complaint in complaints) else "again" if files else "first"
    shown = ", ".join(files[:3]) + (f" +{len(files) - 3}" if len(files) > 3 else "")  # noqa: PLR2004 - three are enough
    text = _TEXTS[name][language].format(
        time=time.strftime("%H:%M:%S"),
        files=shown or "mkdocs.yml",
        count=count,
        seconds=seconds,
        problems=len(complaints),
    )
    print(text, *(complaint.text(language) for complaint in complaints), sep="\n", flush=True)
