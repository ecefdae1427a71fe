import os
import re
import subprocess

from tests.architecture.tree import ROOT

PROMISED = {
    *("help", "setup", "demo", "serve", "test", "check", "evaluate", "bench"),
    *("reference", "docs", "screenshots", "lock", "clean"),
}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))


def test_make_alone_lists_every_target() -> None:
    done = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(re.findall(r"^make ([a-z-]+) ", done.stdout, flags=re.MULTILINE)) == targets()


def test_the_promised_targets_are_there() -> None:
    assert targets() >= PROMISED


def test_no_target_is_mistaken_for_a_file() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == targets()


def test_scripts_can_be_run_and_are_plain_shell() -> None:
    for script in (ROOT / "scripts").glob("*.sh"):
        assert os.access(script, os.X_OK), script.name
        assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n"), script.name
        subprocess.run(["sh", "-n", str(script)], check=True)


def test_what_ci_runs_is_the_check_and_the_readmes_test_command() -> None:
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    commands = [line for line in run.splitlines() if line.startswith("make ")]
    assert commands == ["make --no-print-directory check", "make --no-print-directory test"]
