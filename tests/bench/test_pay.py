"""The benchmark of pay: the same cent from processes, from a plain peer, and through Dask."""

from __future__ import annotations

import json
import subprocess
import sys


def test_dask_with_a_worker_killed_comes_to_the_same_cent() -> None:
    command = [sys.executable, "-m", "watchbill", "bench", "pay", "--people", "450", "--days", "28",
               "--json"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["dask"]["total"] == told["total"]
    assert told["dask"]["killed"] == 1
    assert told["entries"] > 450
    assert told["lines"] > 450 * 10
