"""The doctor names what is missing, says the remedy, and knows what the kiosk cannot do without."""

import argparse
import dataclasses
import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from kiosk.commands import doctor
from kiosk.doctor.badge import card_reader
from kiosk.doctor.drawing import display
from kiosk.doctor.examination import can_run, examine
from kiosk.doctor.memory import memory, swap
from kiosk.doctor.model import Finding, Health, Machine, Ran, run_program
from kiosk.doctor.places import data_folder, memory_folder
from kiosk.doctor.printing import cups_library, queues
from kiosk.doctor.program import fonts, libraries, python
from kiosk.doctor.reading import tesseract
from kiosk.doctor.scanning import scanner
from kiosk.doctor.sound import sound_device, speech
from kiosk.doctor.times import clock

ANSWERS = {
    "tesseract": Ran(0, "List of available languages (2):\neng\nfra\n"),
    "scanimage": Ran(0, "Acme Flat (acme:usb:1)\n"),
    "lpstat -r": Ran(0, "scheduler is running\n"),
    "lpstat -e": Ran(0, "recu\n"),
    "timedatectl": Ran(0, "NTPSynchronized=yes\n"),
}


def answer_from(answers: dict[str, Ran | None]) -> Callable[[Sequence[str]], Ran | None]:
    def run(command: Sequence[str]) -> Ran | None:
        name = Path(command[0]).name
        return answers.get(" ".join((name, *command[1:])), answers.get(name))

    return run


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine where all is well."""
    root = tmp_path / "root"
    files = {
        "proc/asound/cards": " 0 [Headphones ]: bcm2835\n",
        "proc/meminfo": "MemTotal:        4000000 kB\n",
        "proc/swaps": "Filename\tType\tSize\tUsed\tPriority\n/dev/zram0 partition 1 0 5\n",
        "proc/self/mounts": f"disk / ext4 rw 0 0\ntmpfs {tmp_path}/run tmpfs rw 0 0\n",
        "run/pcscd/pcscd.comm": "",
        "sys/class/drm/card0-HDMI-A-1/status": "connected\n",
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "run").mkdir()
    return Machine(
        data_dir=tmp_path / "data",
        runtime_dir=tmp_path / "run",
        root=root,
        environment={},
        which=lambda name: f"/usr/bin/{name}",
        run=answer_from(dict(ANSWERS)),
        can_import=lambda _module: True,
        is_installed=lambda _module: True,
    )


def healths(findings: Iterable[Finding]) -> list[Health]:
    return [finding.health for finding in findings]


def without(machine: Machine, program: str) -> Machine:
    return dataclasses.replace(machine, which=lambda name: None if name == program else f"/usr/bin/{name}")


def answering(machine: Machine, **answers: Ran | None) -> Machine:
    named = {name.replace("__", " -"): answer for name, answer in answers.items()}
    return dataclasses.replace(machine, run=answer_from({**ANSWERS, **named}))


def test_a_good_machine_has_nothing_to_mend(machine: Machine) -> None:
    findings = examine(machine)
    missing = [finding.name for finding in findings if finding.health is Health.MISSING]
    assert missing == []
    assert can_run(findings)
    for finding in findings:
        assert bool(finding.remedy) == (finding.health is not Health.GOOD), finding.name


def test_nothing_is_read_without_tesseract_or_without_its_french(machine: Machine) -> None:
    assert not can_run(list(tesseract(without(machine, "tesseract"))))
    assert not can_run(list(tesseract(answering(machine, tesseract=None))))
    only_english = answering(machine, tesseract=Ran(0, "List:\neng\n"))
    assert healths(tesseract(only_english)) == [Health.MISSING, Health.GOOD]
    assert not can_run(list(tesseract(only_english)))
    only_french = answering(machine, tesseract=Ran(0, "List:\nfra\n"))
    assert can_run(list(tesseract(only_french)))


def test_the_program_needs_its_libraries(machine: Machine) -> None:
    assert healths([*python(machine), *fonts(machine), *libraries(machine)]) == [Health.GOOD] * 3
    broken = dataclasses.replace(machine, is_installed=lambda name: name != "pikepdf")
    (finding,) = libraries(broken)
    assert "pikepdf" in finding.found_in("fr")
    assert not can_run([finding])


@pytest.mark.parametrize(
    ("environment", "connected", "libraries_there", "health"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0"}, False, False, Health.GOOD),
        ({"DISPLAY": ":0"}, False, False, Health.GOOD),
        ({}, True, False, Health.GOOD),
        ({}, False, True, Health.LIMITED),
        ({}, False, False, Health.MISSING),
    ],
)
def test_where_the_screens_can_be_drawn(
    environment: dict[str, str], connected: bool, libraries_there: bool, health: Health, machine: Machine
) -> None:
    status = machine.root / "sys/class/drm/card0-HDMI-A-1/status"
    status.write_text("connected" if connected else "disconnected", encoding="ascii")
    here = dataclasses.replace(machine, environment=environment)
    assert healths(display(here, lambda _name: "lib" if libraries_there else None)) == [health]


def test_devices_that_are_not_there_limit_the_kiosk_and_do_not_stop_it(machine: Machine) -> None:
    bare = dataclasses.replace(
        machine, which=lambda _name: None, can_import=lambda _module: False, root=machine.root / "none"
    )
    checks = (scanner, cups_library, queues, card_reader, speech, sound_device, clock)
    findings = [finding for check in checks for finding in check(bare)]
    assert healths(findings) == [Health.LIMITED] * len(checks)
    assert can_run(findings)


@pytest.mark.parametrize("answer", [None, Ran(0, ""), Ran(1, "scanimage: no SANE devices found\n")])
def test_a_scanner_that_does_not_answer(answer: Ran | None, machine: Machine) -> None:
    assert healths(scanner(answering(machine, scanimage=answer))) == [Health.LIMITED]


def test_a_print_service_without_printer(machine: Machine) -> None:
    assert healths(queues(answering(machine, lpstat__e=Ran(1, "lpstat: No destinations added.")))) == [Health.LIMITED]
    assert healths(queues(answering(machine, lpstat__r=Ran(1, "scheduler is not running")))) == [Health.LIMITED]


def test_a_card_library_without_its_service(machine: Machine) -> None:
    (machine.root / "run/pcscd/pcscd.comm").unlink()
    assert healths(card_reader(machine)) == [Health.LIMITED]


def test_data_that_cannot_be_written_stop_the_kiosk(machine: Machine, tmp_path: Path) -> None:
    assert healths(data_folder(machine))[0] is Health.GOOD
    assert not machine.data_dir.exists(), "looking must make nothing"
    blocked = tmp_path / "file"
    blocked.touch()
    for closed in (blocked, Path("/proc/kiosk")):
        findings = list(data_folder(dataclasses.replace(machine, data_dir=closed / "data")))
        assert healths(findings) == [Health.MISSING]
        assert not can_run(findings)


def test_secrets_on_a_disk_are_pointed_out(machine: Machine, tmp_path: Path) -> None:
    assert healths(memory_folder(machine)) == [Health.GOOD]
    on_disk = dataclasses.replace(machine, runtime_dir=tmp_path / "elsewhere")
    assert healths(memory_folder(on_disk)) == [Health.LIMITED]
    closed = dataclasses.replace(machine, runtime_dir=Path("/proc/kiosk"))
    assert healths(memory_folder(closed)) == [Health.MISSING]


def test_the_clock_says_where_its_time_comes_from(machine: Machine) -> None:
    alone = answering(machine, timedatectl=Ran(0, "NTPSynchronized=no\n"))
    (by_nothing,) = clock(alone)
    (machine.root / "sys/class/rtc/rtc0").mkdir(parents=True)
    (by_battery,) = clock(alone)
    (by_network,) = clock(machine)
    assert len({by_nothing.found, by_battery.found, by_network.found}) == 3
    assert healths([by_nothing, by_battery, by_network]) == [Health.LIMITED, Health.LIMITED, Health.GOOD]


def test_swap_on_a_disk_and_little_memory_are_pointed_out(machine: Machine) -> None:
    assert healths([*memory(machine), *swap(machine)]) == [Health.GOOD, Health.GOOD]
    (machine.root / "proc/swaps").write_text("Filename\n/dev/sda2 partition 1 0 -2\n", encoding="ascii")
    (machine.root / "proc/meminfo").write_text("MemTotal:  900000 kB\n", encoding="ascii")
    assert healths([*memory(machine), *swap(machine)]) == [Health.LIMITED, Health.LIMITED]


def test_sentences_are_short_plain_french(machine: Machine) -> None:
    bare = dataclasses.replace(machine, which=lambda _name: None, can_import=lambda _module: False)
    for finding in [*examine(machine), *examine(bare)]:
        sentence = finding.found_in("fr")
        assert sentence.endswith(".")
        assert len(sentence.split()) <= 12, sentence
        assert "'" not in sentence
        assert not re.search(r"[^\u00a0][:;?!](\s|$)", sentence), sentence


def test_programs_that_are_not_there_or_never_end_give_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_program(["/no/such/program"]) is None
    monkeypatch.setattr("kiosk.doctor.model.SECONDS_PER_PROGRAM", 0.1)
    assert run_program(["/bin/sleep", "60"]) is None


@pytest.fixture
def no_devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SANE without any backend: looking for real scanners takes seconds."""
    (tmp_path / "dll.conf").write_text("# none\n", encoding="ascii")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    doctor.add_parser(parser.add_subparsers())
    return parser.parse_args(["doctor", *words])


@pytest.mark.usefixtures("no_devices")
def test_the_command_tells_people_and_programs_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path))
    status = doctor.run(arguments("--json"))
    report = json.loads(capsys.readouterr().out)
    assert status == (0 if report["can_run"] else 1)
    names = [finding["name"] for finding in report["findings"]]
    assert len(names) == len(set(names))
    assert doctor.run(arguments()) == status
    text = capsys.readouterr().out
    for finding in report["findings"]:
        if finding["name"] != "disk":
            assert finding["found"] in text


@pytest.mark.usefixtures("no_devices")
def test_the_command_fails_where_the_data_cannot_be_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_DATA_DIR", "/proc/kiosk")
    assert doctor.run(arguments()) == 1
    assert "✗" in capsys.readouterr().out
