"""One module per command of the `kiosk` program."""
