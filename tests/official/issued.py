"""Small official files in the shapes in which their publishers issue them, made by hand or from rows."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

CHINA = "CHINA, PEOPLE'S REPUBLIC OF"


def code(rows: Iterable[tuple[str, str, str]], supplement: int = 4) -> bytes:
    """Return part 744 with one supplement: rows of country, cell of the entity, citations."""
    last = ["License requirement", "License review policy"] if supplement == 4 else []
    heads = ["Country", "Entity", *last, "Federal Register citation"]
    between = "<TD>For all items.</TD><TD/>" if supplement == 4 else ""
    body = "".join(
        f"<TR><TD>{escape(country)}</TD><TD>{cell}</TD>{between}<TD>{escape(cited)}</TD></TR>\n"
        for country, cell, cited in rows
    )
    head = "".join(f"<TH>{h}</TH>" for h in heads)
    name = f"Supplement No. {supplement} to Part 744"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><DIV5 N="744" TYPE="PART"><HEAD>PART 744</HEAD>'
        f'<DIV9 N="{name}" TYPE="APPENDIX"><HEAD>{name}&#x2014;List</HEAD><DIV class="gpotbl_div">'
        f"<TABLE><THEAD><TR>{head}</TR></THEAD><TBODY>{body}</TBODY></TABLE></DIV></DIV9></DIV5>"
    ).encode()


def cell(name: str, aliases: Iterable[str] = (), address: str = "No. 1 Road, Beijing") -> str:
    """Return the cell of an entity as the code prints it."""
    others = list(aliases)
    also = f", a.k.a., the following {len(others)} aliases:" if others else f", {address}."
    lines = [f"&#x2014;{escape(a)};" for a in others] + ([f"<br/>{address}."] if others else [])
    return escape(name) + also + "".join(f"\n<br/>{line}" for line in lines)


PRIM = (
    '1001,"EXAMPLE OPTICS CO., LTD.",-0- ,"CMIC-EO13959",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"Target Type Public Company; Listing Date (CMIC): 03 Jun 2021; Issuer Name Example."\n'
    '1002,"OLD PERSON, A.","individual","NS-PLC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1962."\n'
    '1003,"R. BANK",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
)
ALT = '1001,1,"aka","EXAMPLE CAMERA",-0- \n1003,2,"fka","OLD BANK",-0- \n'
ADD = '1001,1,"No. 1 Road","Hangzhou 310000","China",-0- \n1003,2,-0- ,"Moscow","Russia",-0- \n'

UK_HEADS = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,"
    "Name 5,Name type,Alias strength,Title,Name non-latin script,Regime Name,Designation Type,"
    "Address Line 1,Address Country,Date Designated"
)


def uk(*rows: tuple[str, str, str, str, str]) -> str:
    """Return the UK list: rows of unique ID, name, type of name, regime and country."""
    lines = [
        f'20/08/2026,{ident},1,,"{name}",,,,,,{kind},,,,"{regime}",Entity,Road,{country},15/10/2025'
        for ident, name, kind, regime, country in rows
    ]
    return "\n".join(["Report Date: 22-Aug-2026", UK_HEADS, *lines]) + "\n"


RUSSIA = "The Russia (Sanctions) (EU Exit) Regulations 2019"

EU_XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05T16:47:04.449+02:00">
  <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.11111.22" logicalId="7">
    <remark>Made up.</remark>
    <regulation regulationType="amendment" organisationType="council" publicationDate="2025-05-20"
      entryIntoForceDate="2025-05-20" numberTitle="2025/933 (OJ L, 2025/933)" programme="UKR">
      <publicationUrl>http://example.org/</publicationUrl></regulation>
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Sample Radio" strong="false" logicalId="8"/>
    <nameAlias wholeName="Sample Radio Technology Co. Ltd" strong="true" logicalId="9"/>
    <address city="Shenzhen" countryIso2Code="CN" countryDescription="CHINA" logicalId="3"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.3.4" logicalId="8"><subjectType code="person"/>
    <nameAlias wholeName="A Person" strong="true"/></sanctionEntity>
</export>"""

EU_CSV = (
    "\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;"
    "Entity_SubjectType_ClassificationCode;Entity_Regulation_PublicationDate;"
    "Entity_Regulation_NumberTitle;Entity_Regulation_Programme;NameAlias_WholeName;"
    "Address_CountryIso2Code;Address_CountryDescription\n"
    "05/08/2026;7;EU.11111.22;E;enterprise;2025-05-20;2025/933 (OJ L, 2025/933);UKR;"
    "Sample Radio Technology Co. Ltd;;\n"
    "05/08/2026;7;EU.11111.22;E;enterprise;2025-05-20;2025/933 (OJ L, 2025/933);UKR;Sample Radio;;\n"
    "05/08/2026;7;EU.11111.22;E;enterprise;2025-05-20;2025/933 (OJ L, 2025/933);UKR;;CN;CHINA\n"
    "05/08/2026;8;EU.3.4;P;person;2025-05-20;2025/933;UKR;A Person;RU;RUSSIA\n"
)

SEMA = """<?xml version="1.0" encoding="UTF-8"?>
<data-set>
  <record><Country-Pays>Belarus / Bélarus</Country-Pays><LastName-NomDeFamille>X</LastName-NomDeFamille>
    <GivenName-Prenom>Y</GivenName-Prenom><Schedule-Annexe>1</Schedule-Annexe></record>
  <record><Country-Pays>China / Chine</Country-Pays>
    <EntityOrShip-EntiteOuNavire>Sample Bureau</EntityOrShip-EntiteOuNavire>
    <Aliases-Alias>Sample Police; SPB</Aliases-Alias><Schedule-Annexe>1, Part 2</Schedule-Annexe>
    <Item-NumeroDarticle>1</Item-NumeroDarticle>
    <DateOfListing-DateDinscription>2021-03-21</DateOfListing-DateDinscription></record>
  <record><Country-Pays>Russia / Russie</Country-Pays>
    <EntityOrShip-EntiteOuNavire>Shenzhen Sample Ltd</EntityOrShip-EntiteOuNavire>
    <Schedule-Annexe>1, Part 2</Schedule-Annexe></record>
  <record><Country-Pays>Russia / Russie</Country-Pays>
    <EntityOrShip-EntiteOuNavire>M/V Maria</EntityOrShip-EntiteOuNavire>
    <ShipIMONumber-NumeroOMIDuNavire>9123456</ShipIMONumber-NumeroOMIDuNavire></record>
</data-set>"""


def research(items: Iterable[tuple[str, str, str]]) -> str:
    """Return the page of the Named Research Organizations: name, country, aliases."""
    listed = "\n".join(
        f"<li><strong>{escape(name)}</strong> ({country})"
        + (f"\n<p>Known alias(es): {escape(aliases)}</p>" if aliases else "")
        + "</li>"
        for name, country, aliases in items
    )
    return (
        "<!DOCTYPE html><html><head><title>Named Research Organizations</title></head><body>"
        f'<ul><li><a href="/">Menu</a></li></ul><div class="content"><ul>{listed}</ul></div>'
        "</body></html>"
    )


NOTICE = """<NOTICE><PREAMB><AGENCY TYPE="N">DEPARTMENT OF DEFENSE</AGENCY>
<SUBJECT>Notice of Availability of Designation of Chinese Military Companies</SUBJECT></PREAMB>
<SUPLINF><P>The following are listed in accordance with section 1260H:</P>
<HD SOURCE="HD2">Sample Aerospace Co., Ltd. (Sample Aero) (formerly Old Aero)</HD>
<P>&#x2022; Sample Aerospace is affiliated (Section 1260H(g)).</P>
<P>The following previously listed entities should be removed:</P>
<FP SOURCE="FP-1">Gone Technology Co., Ltd.</FP></SUPLINF>
<FRDOC>[FR Doc. 2026-11571 Filed 6-9-26; 8:45 am]</FRDOC></NOTICE>"""

RULE = """<RULE><PREAMB><SUBJECT>Additions to the Entity List</SUBJECT></PREAMB>
<GPOTABLE COLS="5"><BOXHD><CHED H="1">Country</CHED><CHED H="1">Entity</CHED>
<CHED H="1">License requirement</CHED><CHED H="1">License review policy</CHED>
<CHED H="1">Federal Register citation</CHED></BOXHD>
<ROW><ENT I="01">CHINA, PEOPLE'S REPUBLIC OF</ENT><ENT>Sample Chips Co., Ltd., Hefei, China.</ENT>
<ENT>x</ENT><ENT>y</ENT><ENT>91 FR 40000, 9/1/26.</ENT></ROW></GPOTABLE>
<FRDOC>[FR Doc. 2026-13000]</FRDOC></RULE>"""

NOTICES = """{"count": 2, "results": [
 {"document_number": "2026-11571", "title": "Notice on Chinese Military Companies",
  "publication_date": "2026-06-10", "html_url": "https://example.org/a", "citation": "91 FR 35189"},
 {"document_number": "2026-20000", "title": "Chinese Military Companies; Removal",
  "publication_date": "2026-10-01", "html_url": "https://example.org/b", "citation": null}]}"""
