"""docs/reference/cli.md is what the commands say of themselves. ONRECORD_GOLDEN=write writes it anew."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from onrecord.cli.main import app

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"


def commands() -> Iterator[tuple[str, Any]]:
    """Every command by its words, those of a group too ("resources import")."""
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        for below, inner in getattr(command, "commands", {}).items():
            yield f"{name} {below}", inner
        if not hasattr(command, "commands"):
            yield name, command


def reference() -> str:
    lines = [
        "# The command line",
        "",
        "Made from the commands themselves; a test holds the two together. Exit status: 0 where all went well, 1 where something was not read or broke, 2 for wrong usage.",
        "",
    ]
    for name, command in commands():
        lines += [f"## onrecord {name}", "", *(" ".join(p.split()) + "\n" for p in (command.help or "").split("\n\n"))]
        rows = []
        for given in command.params:
            if given.name == "help":
                continue
            words = " ".join((getattr(given, "help", None) or "").split()).replace("|", "\\|")
            shown = (
                ", ".join(f"`{o}`" for o in given.opts)
                if given.param_type_name == "option"
                else f"`{given.metavar or given.name.upper()}`".replace("|", "\\|")
            )
            default = "" if given.default in (None, False) or given.required or callable(given.default) else f" Default: {given.default}."
            rows.append(f"| {shown} | {words}{default} |")
        lines += ["| option | what it does |", "|---|---|", *rows, ""] if rows else []
    return "\n".join(lines)


def test_the_reference_lists_every_command_and_option() -> None:
    if os.environ.get("ONRECORD_GOLDEN") == "write":
        PAGE.write_text(reference(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == reference()


def test_every_option_says_what_it_does() -> None:
    for name, command in commands():
        assert command.help, name
        for given in command.params:
            assert getattr(given, "help", None), f"{name} {given.name}"
