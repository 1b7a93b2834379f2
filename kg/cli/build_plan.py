"""What `kg build` would do, said without doing it: `--dry-run`."""

from collections.abc import Iterator
from pathlib import Path

from kg.files.output_names import OUTPUTS, STORE_FILE
from kg.files.staging import plan_setting_aside
from kg.resolution.decisions_file import find_decisions
from kg.store.output_digests import find_changed_outputs, refuse_foreign_files
from kg.tagger.storage import PACKAGED, model_digest
from kg.text.counts import format_count


def plan_lines(
    out: Path, *, records: int, decisions: Path | None, model: Path | None
) -> Iterator[str]:
    """Yield what a build into `out` would read, obey, write and replace, a line each.

    What would stop the build before it reads a text is raised here as well.

    Raises:
        OutputError: `out` holds files that no build wrote.
        ModelError: there is no usable tagger in `model`.
        DecisionError: a line of the decisions cannot be obeyed.
    """
    refuse_foreign_files(out, OUTPUTS)
    model_digest(model or PACKAGED)
    decided = find_decisions(decisions, out)
    tagger = f"the tagger in {model}" if model else "the tagger that kg ships"
    yield f"Would read {format_count(records, 'record')} with {tagger}."
    if decided:
        yield f"Would obey {format_count(len(decided), 'decision')} of a person."
    yield f"Would write to {out}: {', '.join(OUTPUTS)}"
    if (out / STORE_FILE).exists():
        yield "Would replace the build that is there."
    kept = plan_setting_aside(find_changed_outputs(out, OUTPUTS))
    for path, edited in kept.items():
        yield f"Would keep {path.name}, which was changed, as {edited.name}."
