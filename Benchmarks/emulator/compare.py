"""Times Strata beside boto3_deploy.py: the same 21 resources on moto, through a proxy that adds a delay to every request.

    compare.py SPEED_BINARY [REPETITIONS]

Both are run as whole processes, alternating, so that what else the machine does meets both. Prints medians of wall and CPU time and the
number of requests. Needs moto[server] and waitress; moto shares one RSA key, or its KMS would be what is measured.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
MOTO = """
import functools, socket, sys
import moto.kms.models as keys
keys.generate_private_key = functools.lru_cache(keys.generate_private_key)
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from waitress import serve
serve(DomainDispatcherApplication(create_backend_app), host="127.0.0.1", port=int(sys.argv[1]), threads=32, connection_limit=512)
"""


def free_port() -> int:
    import socket

    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return candidate.getsockname()[1]


def run(command: list[str], cwd: str, env: dict[str, str]) -> tuple[float, float]:
    """Wall and CPU seconds of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def count(port: int) -> int:
    return int(urllib.request.urlopen(f"http://127.0.0.1:{port}/__count").read())


def main() -> None:
    binary, repetitions = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    upstream = free_port()
    moto = subprocess.Popen([sys.executable, "-c", MOTO, str(upstream)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    environment = dict(os.environ, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="us-east-1", NO_COLOR="1")
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{upstream}/moto-api/config")
                break
            except OSError:
                time.sleep(0.1)
        for delay in (0, 20, 50):
            proxy = subprocess.Popen(
                [sys.executable, str(HERE / "latency_proxy.py"), str(upstream), str(delay)], stdout=subprocess.PIPE, text=True)
            try:
                port = int(proxy.stdout.readline())
                measure(binary, port, delay, repetitions, environment)
            finally:
                proxy.kill()
    finally:
        moto.kill()


def measure(binary: str, port: int, delay: int, repetitions: int, environment: dict[str, str]) -> None:
    url = f"http://127.0.0.1:{port}"
    times: dict[tuple[str, str], list[tuple[float, float, int]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        theirs = [sys.executable, str(HERE / "boto3_deploy.py")]
        file = str(Path(folder) / "ids.json")
        common = ["--target", url, "--yes", "--state-directory", str(Path(folder) / "state")]
        for _ in range(repetitions + 1):
            for who in ("boto3", "strata"):
                for phase, verb, arguments in (
                    ("apply", "apply", ["deploy", "speed", *common]), ("no-op", "noop", ["deploy", "speed", *common]),
                    ("destroy", "destroy", ["destroy", "speed", *common, "--acknowledge-data-loss"])):
                    count(port)
                    command = [*theirs, verb, url, file] if who == "boto3" else [binary, *arguments]
                    wall, cpu = run(command, folder, environment)
                    times.setdefault((phase, who), []).append((wall, cpu, count(port)))
    print(f"\n{delay} ms per request, medians of {repetitions}: seconds, seconds of CPU, requests")
    for phase in ("apply", "no-op", "destroy"):
        line = f"  {phase:8}"
        walls = {}
        for who in ("boto3", "strata"):
            # The first turn warms moto's back ends up.
            rows = times[(phase, who)][1:]
            walls[who] = statistics.median(row[0] for row in rows)
            cpu = statistics.median(row[1] for row in rows)
            line += f"  {who} {walls[who]:.2f} {cpu:.2f} {rows[-1][2]:3}"
        print(line + f"   strata/boto3 {walls['strata'] / walls['boto3']:.2f}")


main()
