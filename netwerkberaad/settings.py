"""Every setting, its default and its meaning: the table that the README shows."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

MEANINGS = {
    "HOST": (
        "127.0.0.1",
        "Address the server listens on. A phone can only open the app on another address than loopback.",
    ),
    "PORT": ("5000", "Port the server listens on."),
    "BASE_URL": ("http://HOST:PORT", "The address people type: used in links, QR codes and mails."),
    "NETWERKBERAAD_DATA": ("instance/", "Directory of this installation's database and secrets."),
    "DATABASE_URL": ("sqlite:///NETWERKBERAAD_DATA/netwerkberaad.db", "The database: `sqlite:///path`."),
    "PROXIES": (
        "0",
        "How many reverse proxies (nginx, Caddy) stand before the app: their word on who asks is believed.",
    ),
    "SECRET_KEY": (
        "made at the first start, kept in NETWERKBERAAD_DATA/secret_key",
        "Signs sessions and magic links.",
    ),
}


@dataclass(frozen=True)
class Settings:
    host: str
    port: int
    base_url: str
    data: Path
    database_url: str
    secret_key: str
    proxies: int

    @property
    def secure(self):
        """True when people come in over HTTPS, so that cookies may insist on it."""
        return self.base_url.startswith("https://")

    @property
    def loopback(self):
        """True when a phone cannot open BASE_URL: only this machine itself can, or it names no machine at all."""
        host = urlsplit(self.base_url).hostname or ""
        return host in ("localhost", "::1", "::", "0.0.0.0") or host.startswith("127.")


def read(environ=os.environ, **overrides):
    """The present settings from the environment; keyword arguments win over it.

    Makes the data directory and, once, its secret key (both for their owner only)."""
    given = {
        **environ,
        **{name.upper(): str(value) for name, value in overrides.items() if value is not None},
    }
    host, port = given.get("HOST") or "127.0.0.1", int(given.get("PORT") or 5000)
    data = Path(given.get("NETWERKBERAAD_DATA") or "instance").resolve()
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    shown_host = f"[{host}]" if ":" in host else host
    return Settings(
        host=host,
        port=port,
        base_url=(given.get("BASE_URL") or f"http://{shown_host}:{port}").rstrip("/"),
        data=data,
        database_url=given.get("DATABASE_URL") or f"sqlite:///{data / 'netwerkberaad.db'}",
        secret_key=given.get("SECRET_KEY") or _kept_secret(data / "secret_key"),
        proxies=int(given.get("PROXIES") or 0),
    )


def _kept_secret(path):
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text()
