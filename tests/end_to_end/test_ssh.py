"""docs/ssh.md's set-up with Debian's openssh-server on loopback: the chat and nothing else."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.terminal import TMUX, Terminal

DEPLOY = Path(__file__).parents[2] / "deploy"
SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
NEEDED = {"openssh-server": SSHD, "openssh-client": shutil.which("ssh"), "tmux": TMUX}
MISSING = [name for name, found in NEEDED.items() if found is None]

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


@pytest.fixture
def launcher(cache: Path, data: Path, tmp_path: Path) -> Path:
    """The launcher of deploy/, with this checkout's paths."""
    text = (DEPLOY / "botox-faq-ssh").read_text()
    faq = Path(__file__).parents[2] / "faq"
    for old, new in {
        "/opt/botox-faq/bin/botox-faq": f"{sys.executable} -m botox_faq",
        "/var/cache/botox-faq-ssh": str(cache),
        "/srv/botox-faq/faq": str(faq),
        "/srv/botox-faq/data": str(data),
    }.items():
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "botox-faq-ssh"
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture
def ssh(launcher: Path, tmp_path: Path) -> Iterator[list[str]]:
    """An sshd with the rules of deploy/ for this user; the command of a client that may log in."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name in ("host", "client"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
    shutil.copy(tmp_path / "client.pub", tmp_path / "authorized")
    rules = (DEPLOY / "botox-faq-ssh.conf").read_text()
    rules = rules.replace("Match User botox", f"Match User {getpass.getuser()}")
    rules = rules.replace("/opt/botox-faq/bin/botox-faq-ssh", str(launcher))
    rules = rules.replace("/etc/ssh/botox-faq-keys", str(tmp_path / "authorized"))
    config = tmp_path / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path}/host\n"
        "StrictModes no\nUsePAM no\nPermitRootLogin yes\nPasswordAuthentication no\nPidFile none\n"
        f"Subsystem sftp internal-sftp\n{rules}"
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    server = subprocess.Popen([str(SSHD), "-D", "-e", "-f", str(config)], stderr=(tmp_path / "sshd.log").open("w"))
    try:
        end = time.monotonic() + 10
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                if server.poll() is not None or time.monotonic() > end:
                    pytest.skip(f"sshd does not start here: {(tmp_path / 'sshd.log').read_text()[-200:]}")
                time.sleep(0.1)
        yield [
            "ssh", "-p", str(port), "-i", str(tmp_path / "client"), "-F", "none", "-o", "StrictHostKeyChecking=no",
            "-o", f"UserKnownHostsFile={tmp_path}/known", "-o", "IdentitiesOnly=yes", "-o", "LogLevel=ERROR",
            f"{getpass.getuser()}@127.0.0.1",
        ]  # fmt: skip
    finally:
        server.terminate()
        server.wait()


def chats(data: Path) -> list[int]:
    """The process ids of the chats on this test's store."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if str(data).encode() in words and b"botox_faq" in words and b"timeout" not in words:
            found.append(int(process.name))
    return found


def test_the_chat_works_and_a_dropped_connection_ends_the_visit(ssh: list[str], data: Path) -> None:
    with Terminal(ssh) as terminal:
        terminal.wait_for("F3", "Type your question")
        terminal.ask("does it hurt")
        terminal.wait_for("sting")
        assert len(chats(data)) == 1
        os.kill(terminal.process, signal.SIGKILL)
        end = time.monotonic() + 10
        while chats(data) and time.monotonic() < end:
            time.sleep(0.1)
        assert chats(data) == []


def test_a_command_is_not_run(ssh: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [*ssh, f"id; touch {tmp_path}/got-in"],
        input="does it hurt\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "uid=" not in done.stdout
    assert "sting" in done.stdout  # the chat, line by line: there is no terminal
    assert not (tmp_path / "got-in").exists()


def test_nothing_is_forwarded(ssh: list[str]) -> None:
    port = ssh[2]
    done = subprocess.run(
        [*ssh[:-1], "-W", f"127.0.0.1:{port}", ssh[-1]], capture_output=True, text=True, timeout=60, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode != 0
    assert "SSH-2.0" not in done.stdout


@pytest.mark.parametrize("legacy", [[], ["-O"]])
def test_no_file_is_transferred(ssh: list[str], tmp_path: Path, legacy: list[str]) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for visitors")
    options = [one if one != "-p" else "-P" for one in ssh[1:-1]]
    subprocess.run(
        ["scp", *legacy, *options, f"{ssh[-1]}:{secret}", str(tmp_path / "taken")],
        capture_output=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert not (tmp_path / "taken").exists() or "not for visitors" not in (tmp_path / "taken").read_text()


def test_as_a_login_shell_the_launcher_runs_nothing_else(launcher: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(launcher), "-c", f"touch {tmp_path}/got-in"], input="quit\n", capture_output=True, text=True, timeout=60,
        check=False, env={"TERM": "x;touch y", "BOTOX_FAQ": "/etc", "TEXTUAL_PRESS": "q"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Example Clinic" in done.stdout
    assert not (tmp_path / "got-in").exists()
