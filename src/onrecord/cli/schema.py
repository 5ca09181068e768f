"""onrecord schema: the JSON Schema of onrecord/1."""

import typer


def schema() -> None:
    """Print the JSON Schema of onrecord/1, what `read --format jsonl` writes."""
    from onrecord.exports.json_schema import schema_text

    typer.echo(schema_text(), nl=False)
