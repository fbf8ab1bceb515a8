"""The command line: ten lines a verb, no logic. Imports wait until a verb runs, so that `--help` is fast."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

import dragoman
from dragoman.errors import DataError, DragomanError, InputError, SettingsError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Texts = Annotated[list[str], typer.Argument(metavar="FILE|-|URL", help="Texts, pages (.html), rows (.jsonl), - for standard input, or an address.")]
Date = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of the text, where neither row nor dateline tells it.")]
Json = Annotated[bool, typer.Option("--json", help="Write the record as JSON, one object a line.")]
Explain = Annotated[bool, typer.Option("--explain", help="Name the rule behind each field, and quote its words.")]
Scope = Annotated[Literal["foreign", "all"] | None, typer.Option(help="Leave out items within one country, or take all.")]
Doubtful = Annotated[bool | None, typer.Option("--doubtful", help="Show items that readers may differ on, too.")]
Lexicon = Annotated[Path | None, typer.Option(metavar="FOLDER", help="Your own entries, laid over ours.")]


def main() -> None:
    """Run the command line: a slip that the user can mend is one sentence, never a traceback."""
    try:
        app()
    except DragomanError as slip:
        typer.echo(f"dragoman: {slip}", err=True)
        sys.exit(2 if isinstance(slip, SettingsError | DataError) else 1)


@app.callback(invoke_without_command=True)
def about(version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False) -> None:
    """Read news of diplomacy into a typed record: who met whom, who said what, who did what, and the words that say so."""
    if version:
        typer.echo(f"dragoman {dragoman.__version__}")


@app.command()
def read(
    texts: Texts,
    date: Date = None,
    json: Json = False,
    explain: Explain = False,
    scope: Scope = None,
    doubtful: Doubtful = None,
    lexicon: Lexicon = None,
) -> None:
    """Read texts and show what they tell. Exit code: 0 if any input was usable, 1 if none was, 2 for a wrong option."""
    from dragoman import config, inputs, writing
    from dragoman.pipeline import open_reader

    day = inputs.day(date)
    settings = config.with_options(config.load_settings(), scope=scope, doubtful=doubtful, lexicon=lexicon)
    reader, write = open_reader(settings=settings), writing.writer(json=json, explain=explain, doubtful=settings.doubtful)
    usable = [write(given if isinstance(given, InputError) else reader.read_raw(given)) for given in inputs.gather(texts, date=day)]
    raise typer.Exit(0 if any(usable) else 1)
