"""A4 printers: from a PDF to paper in the tray."""
