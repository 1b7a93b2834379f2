"""`python -m kg` is the command `kg`."""

import signal

from kg.stopping import obey_no_more, obey_signals


def main() -> None:
    """Run the command line, which a signal ends at any moment."""
    obey_signals()
    # Imported here: that takes longer than many a command.
    from kg.cli.app import main as run

    try:
        run()
    finally:
        # All is done. Python only takes itself apart, which nothing needs to disturb.
        obey_no_more(signal.SIG_IGN)


if __name__ == "__main__":
    main()
