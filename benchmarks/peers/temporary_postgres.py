"""A PostgreSQL server in a folder of its own, reached by a socket in that folder; both go when it is no longer used."""

import os
import pwd
import shutil
import subprocess
import tempfile
import weakref
from pathlib import Path

import psycopg2


def _programs():
    """Newest installed PostgreSQL."""
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


def _as_server_user(command):
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else command


def _stop(folder):
    subprocess.run(_as_server_user([_programs() / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"]),
                   check=False, stdout=subprocess.DEVNULL)
    shutil.rmtree(folder, ignore_errors=True)


class TemporaryPostgres:
    def __init__(self):
        folder = Path(tempfile.mkdtemp(prefix="gapmap-postgres-"))
        user = pwd.getpwuid(os.getuid()).pw_name
        if os.getuid() == 0:
            user = "postgres"
            shutil.chown(folder, user=user)
        self._stopping = weakref.finalize(self, _stop, folder)
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
        subprocess.run(_as_server_user([_programs() / "initdb", "-D", folder / "data", "-A", "trust", "-U", user]), **quiet)
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c shared_buffers=1GB -c work_mem=256MB"
        subprocess.run(_as_server_user([_programs() / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log",
                                        "-o", settings, "start"]), **quiet)
        self.connection = psycopg2.connect(host=str(folder), user=user, dbname="postgres")
