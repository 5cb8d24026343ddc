"""XLSX workbooks made by hand, for tests that read them."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def workbook(
    rows: str, texts: str = "", sheets: Sequence[str] = ("Sheet1",), /, **parts: str
) -> bytes:
    """Return a workbook with the XML of rows and shared texts; `parts` replace whole parts."""
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(sheets, 1)
    )
    held = {
        "workbook": f"<workbook {MAIN} {RELATED}><sheets>{listed}</sheets></workbook>",
        "relations": f'<Relationships {PACKAGE}><Relationship Id="rId1" Type="t" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "sheet": f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>",
        "strings": f"<sst {MAIN}>{texts}</sst>",
        **parts,
    }
    names = {
        "workbook": "xl/workbook.xml",
        "relations": "xl/_rels/workbook.xml.rels",
        "sheet": "xl/worksheets/sheet1.xml",
        "strings": "xl/sharedStrings.xml",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in held.items():
            archive.writestr(names[part], text)
    return out.getvalue()


def of_rows(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook of texts written in their cells."""
    return workbook("".join(map(_row, rows)))


def _row(texts: Sequence[str]) -> str:
    cell = '<c t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>'
    return f"<row>{''.join(cell.format(escape(text)) for text in texts)}</row>"


#: a workbook as table programs write it: shared texts in runs, gaps, readings beside characters
PARTNERS = workbook(
    '<row r="1"><c r="B1" t="s"><v>0</v></c></row>'
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>1</v></c></row>'
    '<row r="3"><c r="B3" t="inlineStr"><is><t>清华</t><rPh sb="0" eb="1"><t>qing</t></rPh>'
    "<t>大学</t></is></c></row>",
    "<si><t>Partner</t></si><si><r><t>Hik</t></r><r><t>vision</t></r></si>",
)


def stored(content: bytes) -> bytes:
    """Return a workbook with its parts as they are, not packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()
