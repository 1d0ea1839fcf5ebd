"""Ticket printers: 80 mm paper, 203 dpi, 576 dots a line."""
