"""Every wait of the devices, by name and in seconds, so that a test can shorten each of them."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class WorkerDelays:
    """How long a worker may take, and how it comes back. Source of the figures: design notes on appliances, D2."""

    start: float = 15.0
    """From the start of the child to its object being built."""

    stop: float = 2.0
    """From the polite request to stop to SIGKILL."""

    back_off: tuple[float, ...] = (0.0, 1.0, 2.0, 5.0, 15.0)
    """Before the first, second... restart. The first is at once: a visitor waits."""

    window: float = 600.0
    """Failures older than this are forgotten."""

    failures_allowed: int = 5
    """So many failures inside the window open the circuit."""

    cool_down: float = 60.0
    """From the opening of the circuit to the one attempt to heal."""

    def scaled(self, patience: float) -> "WorkerDelays":
        """The same pauses between failures, `patience` times as long."""
        return replace(
            self,
            back_off=tuple(seconds * patience for seconds in self.back_off),
            window=self.window * patience,
            cool_down=self.cool_down * patience,
        )


@dataclass(frozen=True, slots=True)
class ScannerDelays:
    """Waits of a real scanner."""

    sense: float = 10.0
    """Opening the device without scanning. A USB scanner may wake up slowly."""

    page: float = 60.0
    """One A4 sheet at 300 dpi, lamp warm-up included."""

    look: float = 0.2
    """Between two looks at what has come so far."""

    close: float = 3.0
    """For the arm to be back and the device closed, once the page is complete; the next scan waits for it."""

    interrupt: float = 2.0
    """From SIGINT, which lets the arm go home, to SIGKILL."""


@dataclass(frozen=True, slots=True)
class PrinterDelays:
    """Waits of a real printer."""

    poll: float = 0.5
    """Between two questions to CUPS about the job."""

    fault: float = 20.0
    """How long a fault may last before the job is taken back: time to close a cover, not to fetch paper."""

    job: float = 90.0
    """A whole job without any fault reported."""

    nudge: float = 2.0
    """Between two attempts to wake a job that CUPS forgot when it was restarted."""

    cancel: float = 5.0
    """For CUPS to confirm that a job no longer waits."""

    connect: float = 1.0
    """For a network printer to answer at all."""

    comeback: float = 0.02
    """Between two looks for a print service that is down: a tenth of a second later it prints the job again."""


@dataclass(frozen=True, slots=True)
class TicketDelays:
    """Waits of a real ticket printer."""

    connect: float = 2.0
    """For the printer to take the connection, and to take in what is sent."""

    answer: float = 1.0
    """For a question about its state, which it answers even without paper."""

    late: float = 5.0
    """For the same in the middle of a ticket: it prints, or the machine is busy. Giving up early prints it twice."""

    poll: float = 0.2
    """Between two questions while the paper comes out."""

    finish: float = 10.0
    """For the end of a job to be confirmed, once all of it is sent."""

    fault: float = 20.0
    """How long a fault may last before the job is given up: time to close a cover, not to fetch paper."""

    job: float = 60.0
    """A whole ticket."""


@dataclass(frozen=True, slots=True)
class CameraDelays:
    """Waits of a camera."""

    open: float = 3.0
    """For a network camera to answer."""

    frame: float = 2.0
    """Without a picture, after which it counts as frozen."""

    photo_frames: int = 4
    """Pictures of which the sharpest is kept."""
