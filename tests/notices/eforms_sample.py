"""Small eForms notices, made of their parts, for what the real samples do not show."""

from pathlib import Path

_SPACES = """
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
    xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
    xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1"
    xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1"
"""
SPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
    "efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
}
"""The prefixes that locators use."""


def organisation(
    id_: str, *names: str, number: str = "", country: str = "BEL", more: str = ""
) -> str:
    """An organisation; each name is ``NLD=Federale Politie``. ``more`` is not of the company."""
    pairs = [name.partition("=")[::2] for name in names]
    own = "".join(
        f'<cac:PartyName><cbc:Name languageID="{language}">{name}</cbc:Name></cac:PartyName>'
        for language, name in pairs
    )
    legal = f"<cac:PartyLegalEntity><cbc:CompanyID>{number}</cbc:CompanyID></cac:PartyLegalEntity>"
    return f"""<efac:Organization>{more}<efac:Company>
      <cac:PartyIdentification><cbc:ID>{id_}</cbc:ID></cac:PartyIdentification>{own}
      <cac:PostalAddress><cac:Country><cbc:IdentificationCode>{country}</cbc:IdentificationCode>
      </cac:Country></cac:PostalAddress>{legal if number else ""}
    </efac:Company></efac:Organization>"""


def result(lot: str, *awards: str, code: str = "selec-w", bids: str = "", more: str = "") -> str:
    """How a lot came out; ``awards`` and ``bids`` are only references."""
    listed = "".join(f"<efac:SettledContract>{_id(one)}</efac:SettledContract>" for one in awards)
    tenders = "".join(f"<efac:LotTender>{_id(one)}</efac:LotTender>" for one in bids.split())
    return f"""<efac:LotResult>{_id("RES-" + lot)}
      <cbc:TenderResultCode listName="winner-selection-status">{code}</cbc:TenderResultCode>
      {tenders}{more}{listed}<efac:TenderLot>{_id(lot)}</efac:TenderLot></efac:LotResult>"""


def bid(id_: str, party: str, lot: str, amount: str = "", more: str = "") -> str:
    """A tender of a tendering party for a lot; ``amount`` is ``1000 EUR``."""
    value, _, currency = amount.partition(" ")
    total = f"""<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="{currency}">{value}
      </cbc:PayableAmount></cac:LegalMonetaryTotal>"""
    return f"""<efac:LotTender>{_id(id_)}{total if amount else ""}{more}
      <efac:TenderingParty>{_id(party)}</efac:TenderingParty>
      <efac:TenderLot>{_id(lot)}</efac:TenderLot></efac:LotTender>"""


def contract(
    id_: str, *bids: str, number: str = "", signed: str = "2024-05-06Z", more: str = ""
) -> str:
    """A contract that refers to the tenders that won it."""
    tenders = "".join(f"<efac:LotTender>{_id(one)}</efac:LotTender>" for one in bids)
    reference = f"<efac:ContractReference>{_id(number)}</efac:ContractReference>" if number else ""
    issued = f"<cbc:IssueDate>{signed}</cbc:IssueDate>" if signed else ""
    return (
        f"<efac:SettledContract>{_id(id_)}{issued}{more}{reference}{tenders}</efac:SettledContract>"
    )


def party(id_: str, *members: str, more: str = "") -> str:
    """A tendering party; a member that leads is written ``ORG-0002*``."""
    inside = "".join(map(_member, members))
    return f"<efac:TenderingParty>{_id(id_)}{inside}{more}</efac:TenderingParty>"


def lot(id_: str, title: str = "", cpv: str = "35125300", more: str = "") -> str:
    """A lot with a title in English and a CPV code."""
    name = f'<cbc:Name languageID="ENG">{title}</cbc:Name>' if title else ""
    code = f"<cbc:ItemClassificationCode>{cpv}</cbc:ItemClassificationCode>"
    return f"""<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">{id_}</cbc:ID>{more}
      <cac:ProcurementProject>{name}<cac:MainCommodityClassification>{code}
      </cac:MainCommodityClassification></cac:ProcurementProject></cac:ProcurementProjectLot>"""


def buyer(id_: str) -> str:
    """A buyer, which is an organisation of the notice."""
    return f"""<cac:ContractingParty><cac:Party><cac:PartyIdentification>{_id(id_)}
      </cac:PartyIdentification></cac:Party></cac:ContractingParty>"""


def notice(
    *parts: str,
    root: str = "ContractAwardNotice",
    type_: str = "result=can-standard",
    number: str = "00123456-2024",
    procedure: str = "aaaaaaaa-0000-4000-8000-000000000001",
    extension: str = "",
) -> str:
    """A notice of the parts; each goes where its element belongs."""
    list_, _, code = type_.partition("=")
    inside = [one for one in parts if one.startswith(_RESULTS)]
    owners = [one for one in parts if one.startswith(_ORGANISATIONS)]
    outside = [one for one in parts if one not in inside and one not in owners]
    results = f"<efac:NoticeResult>{''.join(inside)}</efac:NoticeResult>" if inside else ""
    published = f"""<efac:Publication><efbc:NoticePublicationID>{number}</efbc:NoticePublicationID>
      <efbc:PublicationDate>2024-06-07+02:00</efbc:PublicationDate></efac:Publication>"""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" {_SPACES}>
    <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
    {extension}{results}
    <efac:NoticeSubType><cbc:SubTypeCode>29</cbc:SubTypeCode></efac:NoticeSubType>
    <efac:Organizations>{"".join(owners)}</efac:Organizations>{published if number else ""}
    </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
    <cbc:CustomizationID>eforms-sdk-1.10</cbc:CustomizationID>
    <cbc:ID schemeName="notice-id">bbbbbbbb-0000-4000-8000-000000000002</cbc:ID>
    <cbc:ContractFolderID>{procedure}</cbc:ContractFolderID>
    <cbc:IssueDate>2024-06-05+02:00</cbc:IssueDate>
    <cbc:NoticeTypeCode listName="{list_}">{code}</cbc:NoticeTypeCode>
    <cbc:NoticeLanguageCode>ENG</cbc:NoticeLanguageCode>
    {"".join(outside)}
    </{root}>
    """


_RESULTS = (
    *("<efac:LotResult", "<efac:LotTender", "<efac:SettledContract", "<efac:TenderingParty"),
    *("<cbc:TotalAmount", "<efac:FieldsPrivacy", "<efac:GroupFramework"),
)
_ORGANISATIONS = ("<efac:Organization", "<efac:UltimateBeneficialOwner")


def project(title: str, cpv: str = "35100000", more: str = "") -> str:
    """What the procedure is about."""
    code = f"<cbc:ItemClassificationCode>{cpv}</cbc:ItemClassificationCode>"
    return f"""<cac:ProcurementProject><cbc:Name languageID="ENG">{title}</cbc:Name>{more}
      <cac:MainCommodityClassification>{code}</cac:MainCommodityClassification>
    </cac:ProcurementProject>"""


def procedure(code: str, more: str = "") -> str:
    """How it was put out."""
    return f"""<cac:TenderingProcess>{more}<cbc:ProcedureCode>{code}</cbc:ProcedureCode>
    </cac:TenderingProcess>"""


def privacy(code: str, until: str = "2030-01-01Z") -> str:
    """A field that the buyer withholds."""
    return f"""<efac:FieldsPrivacy><efbc:FieldIdentifierCode>{code}</efbc:FieldIdentifierCode>
      <cbc:ReasonCode>fair-comp</cbc:ReasonCode><efbc:PublicationDate>{until}</efbc:PublicationDate>
    </efac:FieldsPrivacy>"""


def save(folder: Path, text: str, name: str = "notice.xml") -> Path:
    """Write a notice into a file."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def _id(text: str) -> str:
    return f"<cbc:ID>{text}</cbc:ID>"


def _member(text: str) -> str:
    lead = "<efbc:GroupLeadIndicator>true</efbc:GroupLeadIndicator>" if text.endswith("*") else ""
    return f"<efac:Tenderer>{_id(text.rstrip('*'))}{lead}</efac:Tenderer>"
