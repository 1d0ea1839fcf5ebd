"""Where the kiosk's signing key is: in a secure element if one is set, else in a file. Never one for the other."""

from pathlib import Path

from kiosk.clock import Clock
from kiosk.proof.keys import KioskKey, UnusableKey, read_certificates, self_signed
from kiosk.settings import Settings
from kiosk.storage.vault import Vault

CERTIFICATE, FILE = "kiosk.cert.pem", "kiosk.key.pem"


def open_key(settings: Settings, clock: Clock) -> KioskKey:
    """The key with its certificate, both made the first time. Raises `UnusableKey`."""
    vault, folder = Vault(settings.data_dir), settings.keys_dir.name
    if settings.element_module is not None:
        return _in_element(settings, clock, vault)
    if not vault.has(folder, FILE):
        if vault.has(folder, CERTIFICATE):
            raise UnusableKey("La clé de cette borne est dans un élément sécurisé. Réglez element_module.")
        key = KioskKey.generate(settings.kiosk_name, clock.now())
        vault.put(folder, CERTIFICATE, key.certificate_pem)
        vault.put(folder, FILE, key.to_pem())
    return KioskKey.from_pem(vault.get(folder, FILE))


def kept_key(settings: Settings, clock: Clock) -> KioskKey:
    """The key, where the kiosk was started once. Raises `UnusableKey`."""
    if not (settings.keys_dir / CERTIFICATE).is_file():
        raise UnusableKey("Cette borne n’a pas encore de clé. Démarrez-la une fois.")
    return open_key(settings, clock)


def keep_certificate(settings: Settings, former: KioskKey, key: KioskKey) -> None:
    """Sign with another certificate from now on. The former one stays: what it signed still verifies."""
    vault, folder = Vault(settings.data_dir), settings.keys_dir.name
    name = f"former-{former.certificate.fingerprint.replace(' ', '')[:16]}.cert.pem"
    vault.put(folder, name, former.certificate_pem)
    vault.put(folder, CERTIFICATE, key.certificate_pem)
    if settings.element_module is None:
        vault.put(folder, FILE, key.to_pem())


def where(settings: Settings) -> str:
    """In French, for the operator: what keeps the key."""
    if settings.element_module is None:
        return f"clé dans un fichier : {settings.keys_dir / FILE} (aucun élément sécurisé n’est réglé)"
    return f"clé dans l’élément sécurisé (PKCS#11) « {settings.element_token} » : elle n’en sort pas"


def _in_element(settings: Settings, clock: Clock, vault: Vault) -> KioskKey:
    from hardware.element import ElementFailed, open_element

    folder = settings.keys_dir.name
    if settings.element_module is None or settings.element_pin_file is None:
        raise UnusableKey("Il manque le code de l’élément sécurisé : réglez element_pin_file.")
    try:
        private = open_element(settings.element_module, settings.element_token, _pin(settings.element_pin_file))
        if not vault.has(folder, CERTIFICATE):
            key = KioskKey(private, self_signed(private, settings.kiosk_name, clock.now()))
            vault.put(folder, CERTIFICATE, key.certificate_pem)
    except ElementFailed as error:
        raise UnusableKey(f"L’élément sécurisé ne répond pas comme il faut ({error}).") from error
    certificate = read_certificates(vault.get(folder, CERTIFICATE))[0]
    if certificate.public_key != private.public_key():
        raise UnusableKey("Le certificat de la borne n’est pas celui de la clé de l’élément sécurisé.")
    return KioskKey(private, certificate)


def _pin(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except OSError as error:
        raise UnusableKey(f"Le code de l’élément sécurisé ne peut pas être lu : {path.name}") from error
