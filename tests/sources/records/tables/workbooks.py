"""Workbooks made by hand, as Excel and LibreOffice write them."""

import io
import zipfile
from html import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def pack(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def letter(place):
    return chr(ord("A") + place)


def xlsx(*sheets, styles=""):
    """Return a workbook of shared texts; numbers are numbers, pairs (value, style)."""
    texts = sorted(
        {c for rows in sheets for row in rows for c in row if isinstance(c, str)}
    )
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    members = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}"/>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    for number, rows in enumerate(sheets, start=1):
        body = "".join(_row(n, row, texts) for n, row in enumerate(rows, start=1))
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
        members[f"xl/worksheets/sheet{number}.xml"] = sheet
    return pack(members)


def _row(number, row, texts):
    cells = (_cell(f"{letter(p)}{number}", cell, texts) for p, cell in enumerate(row))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place, cell, texts):
    if cell == "":
        return ""
    if isinstance(cell, str):
        return f'<c r="{place}" t="s"><v>{texts.index(cell)}</v></c>'
    value, style = cell if isinstance(cell, tuple) else (cell, 0)
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def ods(*sheets):
    """Return a spreadsheet; after the rows come a million empty ones, as usual."""
    tables = "".join(
        f"<table:table>{''.join(map(_ods_row, rows))}"
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for rows in sheets
    )
    names = f'xmlns:table="{OFFICE}table:1.0" xmlns:text="{OFFICE}text:1.0"'
    names += f' xmlns:office="{OFFICE}office:1.0"'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = f"<office:document-content {names}>{tables}</office:document-content>"
    return pack({"mimetype": kind, "content.xml": content})


def _ods_row(row):
    cells = "".join(
        f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
        if isinstance(cell, int)
        else f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>"
        for cell in row
    )
    return f"<table:table-row>{cells}</table:table-row>"
