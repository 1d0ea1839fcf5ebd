"""Every setting of the kiosk, with its unit, default and meaning.

Each comes, in order, from the environment (`KIOSK_DATA_DIR=...`), from the TOML file that `KIOSK_SETTINGS` names
(`/etc/kiosk/settings.toml` on the appliance), or from the default here.
"""

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from kiosk.languages import LANGUAGES
from kiosk.mediation.hours import read_hours

SETTINGS_FILE = Path("/etc/kiosk/settings.toml")


def _default_data_dir() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "temoin"


def _default_runtime_dir() -> Path:
    """A folder in memory: what is there is gone at the first power cut, which is the point."""
    base = os.environ.get("XDG_RUNTIME_DIR")
    return Path(base) / "temoin" if base else Path("/dev/shm") / f"temoin-{os.getuid()}"  # noqa: S108


class Settings(BaseSettings):
    """The settings of one kiosk."""

    model_config = SettingsConfigDict(env_prefix="KIOSK_", extra="ignore", frozen=True)

    data_dir: Path = Field(default_factory=_default_data_dir, description="all that is kept")
    runtime_dir: Path = Field(
        default_factory=_default_runtime_dir,
        description="in memory: sockets, and the secret of the visit under way",
    )
    registry: str = Field("", description="database address of the registry; SQLite in data_dir when empty")

    kiosk_name: str = Field("borne-1", pattern=r"^[A-Za-z0-9-]{1,16}$", description="begins every receipt number")
    site_name: str = Field("France services", max_length=60, description="printed on receipts")
    site_phone: str = Field("", max_length=30, description="printed on receipts and tickets")

    opening_hours: tuple[str, ...] = Field(
        (), description="when people are there, one text a day from Monday: 9:00-12:30 13:30-17:00; unknown when empty"
    )

    console_port: int = Field(0, ge=0, le=65535, description="TCP port of the console, e.g. 8443; 0: no console")
    console_host: str = Field("0.0.0.0", description="address it listens on: that of the space's network")  # noqa: S104
    console_peers: tuple[str, ...] = Field(
        (), description="the other kiosks of the space, as `kiosk console site-key` says them: https://name:port/#print"
    )

    scanner: Literal["simulated", "sane", "disabled"] = "simulated"
    scanner_device: str = Field("", description="SANE device name, as `scanimage -L` says it")
    scanner_folder: Path | None = Field(None, description="pictures the simulated scanner serves; samples when empty")
    scanner_seconds: float = Field(0.8, ge=0, description="seconds a page takes on the simulated scanner")
    scanner_dpi: int = Field(300, ge=150, le=600, description="dots per inch")

    printer: Literal["simulated", "cups", "disabled"] = "simulated"
    printer_queue: str = Field("", description="CUPS queue; the default one when empty")
    ticket: Literal["simulated", "escpos", "disabled"] = "simulated"
    ticket_address: str = Field("/dev/usb/lp0", description="the ESC/POS printer: host, host:port or device file")
    camera: Literal["simulated", "opencv", "disabled"] = "disabled"
    camera_source: str = Field("/dev/video0", description="V4L2 device, address of an MJPEG stream, or a file")
    card: Literal["simulated", "piv", "disabled"] = "simulated"
    morning_hour: int | None = Field(None, ge=0, le=23, description="hour at which all devices are tried; none: never")
    print_folder: Path | None = Field(None, description="where simulated printers put their paper")

    ocr_languages: Annotated[tuple[str, ...], NoDecode] = Field(
        ("fra",), min_length=1, description="tesseract models, the likeliest first; fra+eng in the environment"
    )
    page_seconds: float = Field(60, ge=1, le=600, description="seconds the reading of one page may take")
    seals_folder: Path | None = Field(None, description="certificates of 2D-Doc seals; data_dir/seals when empty")
    reader_memory_mb: int = Field(3072, ge=512, description="address space of the process that opens outside bytes")
    guides_dir: Path | None = Field(None, description="guides of one’s own; those shipped when empty")
    element_module: Path | None = Field(None, description="PKCS#11 module of the secure element that keeps the key")
    element_token: str = Field("temoin", description="label of the token in the secure element")
    element_pin_file: Path | None = Field(None, description="file that holds the PIN of the secure element, mode 0600")
    keep_months: int = Field(13, ge=0, le=60, description="months the sealed copies are kept")
    bodies: tuple[str, ...] = Field(
        ("France Travail", "CAF", "Assurance maladie", "Préfecture", "Impôts"),
        max_length=7,
        description="public bodies to choose among when a failed attempt is noted",
    )
    reminder_days: int = Field(10, ge=1, le=90, description="working days without acknowledgement before a reminder")
    mail_host: str = Field("", description="the SMTP server of the site; no e-mail is sent when empty")
    mail_port: int = Field(587, ge=1, le=65535, description="its port")
    mail_security: Literal["starttls", "tls"] = Field("starttls", description="never in clear")
    mail_user: str = Field("", description="the account at that server, where it asks for one")
    mail_secret: Path | None = Field(None, description="file that holds its password, readable by the kiosk only")
    mail_trust: Path | None = Field(None, description="certificate authority of the server, if it is the site’s own")
    mail_sender: str = Field(
        "", pattern=r"^([^@\s]+@[^@\s]+)?$", description="the site’s address, where reports come back"
    )
    mail_folder: Path | None = Field(
        None, description="Maildir that the site’s mail program fills with what comes back"
    )
    mail_largest_mb: float = Field(10.0, gt=0.05, description="size of one message; a larger bundle is sent as several")
    mail_addresses: dict[str, str] = Field({}, description="e-mail address of each public body, by its code in guides")
    post_addresses: dict[str, tuple[str, ...]] = Field({}, description="postal address of each body, line by line")
    demarche_url: str = Field("https://demarche.numerique.gouv.fr", description="Démarche numérique; none when empty")
    demarche_trust: Path | None = Field(None, description="certificate authority of a portal of one’s own, for tests")
    stick_folders: tuple[Path, ...] = Field((Path("/media"), Path("/run/media")), description="where USB sticks appear")
    stick_mounted: bool = Field(True, description="only mounted file systems are sticks; false in tests")
    trusted_name: str = Field(
        "", max_length=60, description="who may open pages too, where the visitor asks for it; nobody when empty"
    )
    trusted_key: str = Field("", pattern=r"^(age1[a-z0-9]{58})?$", description="the age public key of that person")
    free_space_mb: int = Field(200, ge=0, description="megabytes that must be free before a sheet is taken")
    tsa_urls: tuple[str, ...] = Field((), description="time-stamp authorities (RFC 3161), the first to answer stamps")
    tsa_seconds: float = Field(10.0, gt=0, description="seconds an authority may take to answer")
    languages: tuple[str, ...] = Field(LANGUAGES, description="languages offered, in order")
    switch_seconds: float = Field(1.6, ge=0.5, le=10, description="seconds a choice is lit for who has one switch only")
    called_seconds: float = Field(
        600, ge=60, description="seconds a visit stays, covered, while a call stands and nobody touches the screen"
    )
    pace: float = Field(1.0, gt=0, description="1 in service; smaller makes every waiting time shorter in tests")

    device_patience: float = Field(1.0, gt=0, description="1 in service; smaller gives devices less time in tests")

    @field_validator("opening_hours")
    @classmethod
    def _hours_are_understood(cls, week: tuple[str, ...]) -> tuple[str, ...]:
        read_hours(week)
        return week

    @field_validator("ocr_languages", mode="before")
    @classmethod
    def _joined_with_plus(cls, value: object) -> object:
        return tuple(code for code in value.split("+") if code) if isinstance(value, str) else value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        file = Path(os.environ.get("KIOSK_SETTINGS", SETTINGS_FILE))
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=file)

    @property
    def registry_url(self) -> str:
        return self.registry or f"sqlite:///{self.data_dir / 'registry.db'}"

    @property
    def ledger_path(self) -> Path:
        return self.data_dir / "ledger.db"

    @property
    def vault_dir(self) -> Path:
        return self.data_dir / "vault"

    @property
    def keys_dir(self) -> Path:
        return self.data_dir / "keys"

    @property
    def epochs_dir(self) -> Path:
        """The keys of the days: the outer layer of all that is sealed."""
        return self.keys_dir / "epochs"

    @property
    def anchors_dir(self) -> Path:
        return self.data_dir / "anchors"

    @property
    def badges_dir(self) -> Path:
        """The authorities whose badges are let in (*.pem), and the badges taken back (revoked.txt)."""
        return self.keys_dir / "badges"

    @property
    def console_dir(self) -> Path:
        """What the console keeps: its TLS certificate and who is signed in."""
        return self.data_dir / "console"

    @property
    def secrets_dir(self) -> Path:
        return self.runtime_dir / "secrets"

    @property
    def scratch_dir(self) -> Path:
        """Where programs that need files get their pictures: in memory, never on a disk."""
        return self.runtime_dir / "scratch"

    @property
    def devices_dir(self) -> Path:
        """Where simulated devices keep their state and faults."""
        return self.runtime_dir / "devices"

    @property
    def badge_dir(self) -> Path:
        """The badge of the simulated reader."""
        return self.devices_dir / "badge"

    @property
    def badge_authority_dir(self) -> Path:
        """Who gave that badge out. Counts for nothing on a real reader."""
        return self.devices_dir / "authority"

    @property
    def seals_dir(self) -> Path:
        return self.seals_folder or self.data_dir / "seals"

    @property
    def prints_dir(self) -> Path:
        return self.print_folder or self.data_dir / "prints"

    @property
    def screen_socket(self) -> Path:
        return self.runtime_dir / "screen.sock"

    @property
    def control_socket(self) -> Path:
        return self.runtime_dir / "control.sock"


class BadSettings(Exception):
    """A setting has a value that cannot be used. The message names it, in one line."""


def load_settings(**overrides: object) -> Settings:
    """The settings in force; raises `BadSettings` naming the first wrong one."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # checked by pydantic
    except ValidationError as error:
        first = error.errors()[0]
        name = "KIOSK_" + "_".join(str(part) for part in first["loc"]).upper()
        raise BadSettings(f"Réglage {name} inutilisable : {first['msg']}") from error
    except ValueError as error:
        raise BadSettings(f"Réglages illisibles : {error}") from error
