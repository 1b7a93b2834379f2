"""`python -m kg` is the command `kg`."""

import os
import signal

from kg.stopping import obey_no_more, obey_signals


def main() -> None:
    """Run the command line, which a signal ends at any moment."""
    obey_signals()
    # OpenBLAS sets memory aside for each of its threads when it is loaded, and where
    # there is none left it tries for ever, deaf to signals. kg gives it one anyway.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Imported here: that takes longer than many a command.
    from kg.cli.app import main as run

    try:
        run()
    finally:
        # All is done. Python only takes itself apart, which nothing needs to disturb.
        obey_no_more(signal.SIG_IGN)


if __name__ == "__main__":
    main()
