"""A report as files: a CSV for each table, and one spreadsheet with all of them."""

import csv
import io

import xlsxwriter  # type: ignore[import-untyped]

from kiosk.reports.monthly import Report, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 48


def as_csv(table: Table) -> bytes:
    """For French spreadsheets: semicolons, UTF-8 with its mark. No cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.head)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def as_spreadsheet(report: Report) -> bytes:
    """One .xlsx: what the figures mean, then a sheet for each table."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    first = book.add_worksheet("lisez-moi")
    first.set_column(0, 0, 90, wrapped)
    for line, text in enumerate((f"Rapport de {report.month} · {report.site}", *report.notes)):
        first.write_string(line, 0, text, bold if line < 2 else wrapped)
    for table in report.tables:
        sheet = book.add_worksheet(table.name)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, table.head, bold)
        for number, row in enumerate(table.rows, 1):
            sheet.write_row(number, 0, row)
        for column, title in enumerate(table.head):
            widest = max([len(title), *(len(str(row[column])) for row in table.rows)])
            sheet.set_column(column, column, min(widest + 2, _WIDEST))
    book.close()
    return out.getvalue()


def _plain(cell: int | str) -> int | str:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) and len(cell) > 1 else cell
