"""The command line of scripts whose result is committed: they write it, or compare it with what is there."""

import argparse
import sys


def run(document, build, output, remedy):
    """Writes what `build` returns, bytes, to `output`; with --check exits with 1 and `remedy` where the file holds something else."""
    parser = argparse.ArgumentParser(description=document.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the file in the repository instead of writing it")
    parser.add_argument("--output", default=output)
    arguments = parser.parse_args()
    content = build()
    if not arguments.check:
        with open(arguments.output, "wb") as file:
            file.write(content)
        return
    try:
        with open(arguments.output, "rb") as file:
            committed = file.read()
    except FileNotFoundError:
        committed = None
    if committed != content:
        sys.exit(f"error: {remedy}")
    print("unchanged")
