"""Small notices in the older TED XML, made of their parts."""


def address(tag: str, name: str, country: str = "BE", number: str = "") -> str:
    """An address block with a name and perhaps a number."""
    national = f"<NATIONALID>{number}</NATIONALID>" if number else ""
    return f"""<{tag}><OFFICIALNAME>{name}</OFFICIALNAME>{national}
      <ADDRESS>Street 1</ADDRESS><TOWN>Brussel</TOWN><COUNTRY VALUE="{country}"/></{tag}>"""


def contractor(name: str, country: str = "BE", number: str = "") -> str:
    """One of those who won."""
    return f"<CONTRACTOR>{address('ADDRESS_CONTRACTOR', name, country, number)}<SME/></CONTRACTOR>"


def award(
    *contractors: str,
    item: str = "1",
    number: str = "",
    lot: str = "",
    value: str = "",
    group: bool = False,
    more: str = "",
    title: str = "",
) -> str:
    """A section V that somebody won."""
    total = f'<VALUES><VAL_TOTAL CURRENCY="EUR">{value}</VAL_TOTAL></VALUES>' if value else ""
    flag = "<AWARDED_TO_GROUP/>" if group else "<NO_AWARDED_TO_GROUP/>"
    return f"""<AWARD_CONTRACT ITEM="{item}">
      {f"<CONTRACT_NO>{number}</CONTRACT_NO>" if number else ""}
      {f"<LOT_NO>{lot}</LOT_NO>" if lot else ""}{f"<TITLE><P>{title}</P></TITLE>" if title else ""}
      <AWARDED_CONTRACT><DATE_CONCLUSION_CONTRACT>2019-03-04</DATE_CONCLUSION_CONTRACT>
        <CONTRACTORS>{flag}{"".join(contractors)}</CONTRACTORS>{total}{more}
      </AWARDED_CONTRACT></AWARD_CONTRACT>"""


def lost(lot: str, why: str = "PROCUREMENT_UNSUCCESSFUL") -> str:
    """A section V that nobody won."""
    return f"""<AWARD_CONTRACT ITEM="9"><LOT_NO>{lot}</LOT_NO>
      <NO_AWARDED_CONTRACT><{why}/></NO_AWARDED_CONTRACT></AWARD_CONTRACT>"""


def lot(number: str = "", title: str = "", cpv: str = "", more: str = "") -> str:
    """A lot of section II.2."""
    code = f'<CPV_ADDITIONAL><CPV_CODE CODE="{cpv}"/></CPV_ADDITIONAL>' if cpv else ""
    return f"""<OBJECT_DESCR ITEM="{number or 1}">
      {f"<TITLE><P>{title}</P></TITLE>" if title else ""}
      {f"<LOT_NO>{number}</LOT_NO>" if number else ""}{code}{more}</OBJECT_DESCR>"""


def form(
    *awards: str,
    code: str = "F03",
    language: str = "EN",
    category: str = "ORIGINAL",
    buyer: str = "Federale Politie",
    title: str = "Body cameras",
    lots: str = "",
    total: str = "",
    procedure: str = "<PT_OPEN/>",
    more: str = "",
) -> str:
    """A form of R2.0.9 in one language."""
    sum_ = f'<VAL_TOTAL CURRENCY="EUR">{total}</VAL_TOTAL>' if total else ""
    return f"""<{code}_2014 CATEGORY="{category}" FORM="{code}" LG="{language}">
      <CONTRACTING_BODY>{address("ADDRESS_CONTRACTING_BODY", buyer)}
        <CA_TYPE VALUE="MINISTRY"/><CA_ACTIVITY VALUE="PUBLIC_ORDER_AND_SAFETY"/></CONTRACTING_BODY>
      <OBJECT_CONTRACT><TITLE><P>{title}</P></TITLE><REFERENCE_NUMBER>R-1</REFERENCE_NUMBER>
        <CPV_MAIN><CPV_CODE CODE="35125300"/></CPV_MAIN>{sum_}{lots or lot()}</OBJECT_CONTRACT>
      <PROCEDURE>{procedure}</PROCEDURE>{"".join(awards)}
      <COMPLEMENTARY_INFO>{address("ADDRESS_REVIEW_BODY", "Raad van State")}</COMPLEMENTARY_INFO>
      {more}</{code}_2014>"""


def notice(*forms: str, number: str = "012345-2019", version: str = "R2.0.9.S03.E01") -> str:
    """A notice that holds forms."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"
      DOC_ID="{number}" VERSION="{version}">
      <CODED_DATA_SECTION><REF_OJS><DATE_PUB>20190401</DATE_PUB></REF_OJS>
        <CODIF_DATA><DS_DATE_DISPATCH>20190328</DS_DATE_DISPATCH></CODIF_DATA></CODED_DATA_SECTION>
      <TRANSLATION_SECTION>
        <ML_TITLES><ML_TI_DOC LG="EN"><TI_CY>Belgium</TI_CY></ML_TI_DOC></ML_TITLES>
      </TRANSLATION_SECTION>
      <FORM_SECTION>{"".join(forms)}</FORM_SECTION></TED_EXPORT>"""


OLD_FORM = """
<CONTRACT_AWARD CATEGORY="ORIGINAL" FORM="3" LG="NL" VERSION="R2.0.8.S02.E01">
 <FD_CONTRACT_AWARD CTYPE="SUPPLIES">
  <CONTRACTING_AUTHORITY_INFORMATION_CONTRACT_AWARD>
   <NAME_ADDRESSES_CONTACT_CONTRACT_AWARD><CA_CE_CONCESSIONAIRE_PROFILE>
     <ORGANISATION><OFFICIALNAME>Federale Politie</OFFICIALNAME></ORGANISATION>
     <TOWN>Brussel</TOWN><COUNTRY VALUE="BE"/>
   </CA_CE_CONCESSIONAIRE_PROFILE></NAME_ADDRESSES_CONTACT_CONTRACT_AWARD>
   <TYPE_OF_CONTRACTING_AUTHORITY VALUE="MINISTRY"/>
   <TYPE_OF_ACTIVITY VALUE="PUBLIC_ORDER_AND_SAFETY"/>
  </CONTRACTING_AUTHORITY_INFORMATION_CONTRACT_AWARD>
  <OBJECT_CONTRACT_INFORMATION_CONTRACT_AWARD_NOTICE>
   <DESCRIPTION_AWARD_NOTICE_INFORMATION>
    <TITLE_CONTRACT><P>Camera's</P></TITLE_CONTRACT>
    <CPV><CPV_MAIN><CPV_CODE CODE="32323500"/></CPV_MAIN>
     <CPV_ADDITIONAL><CPV_CODE CODE="32333200"/></CPV_ADDITIONAL></CPV>
   </DESCRIPTION_AWARD_NOTICE_INFORMATION>
   <TOTAL_FINAL_VALUE><COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="EUR">
     <VALUE_COST FMTVAL="189945844.15">189 945 844,15</VALUE_COST><EXCLUDING_VAT/>
   </COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE></TOTAL_FINAL_VALUE>
  </OBJECT_CONTRACT_INFORMATION_CONTRACT_AWARD_NOTICE>
  <PROCEDURE_DEFINITION_CONTRACT_AWARD_NOTICE>
   <TYPE_OF_PROCEDURE_DEF>{way}</TYPE_OF_PROCEDURE_DEF>
   <ADMINISTRATIVE_INFORMATION_CONTRACT_AWARD>
    <FILE_REFERENCE_NUMBER><P>2013-R3-005</P></FILE_REFERENCE_NUMBER>
    <NOTICE_NUMBER_OJ>2013/S 026-040000</NOTICE_NUMBER_OJ>
   </ADMINISTRATIVE_INFORMATION_CONTRACT_AWARD>
  </PROCEDURE_DEFINITION_CONTRACT_AWARD_NOTICE>
  <AWARD_OF_CONTRACT ITEM="1">
   <CONTRACT_NUMBER>C-1</CONTRACT_NUMBER><LOT_NUMBER>1</LOT_NUMBER>
   <CONTRACT_TITLE><P>Vaste camera's</P></CONTRACT_TITLE>
   <CONTRACT_AWARD_DATE><DAY>5</DAY><MONTH>7</MONTH><YEAR>2014</YEAR></CONTRACT_AWARD_DATE>
   <OFFERS_RECEIVED_NUMBER>3</OFFERS_RECEIVED_NUMBER>
   <ECONOMIC_OPERATOR_NAME_ADDRESS><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME>
     <ORGANISATION><OFFICIALNAME>Camera NV</OFFICIALNAME>
      <NATIONALID>0461.145.522</NATIONALID></ORGANISATION><COUNTRY VALUE="BE"/>
   </CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></ECONOMIC_OPERATOR_NAME_ADDRESS>
   <CONTRACT_VALUE_INFORMATION>
    <COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="EUR">
     <VALUE_COST{fmtval}>2 654 755,07</VALUE_COST><INCLUDING_VAT/>
    </COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE></CONTRACT_VALUE_INFORMATION>
   <MORE_INFORMATION_TO_SUB_CONTRACTED><CONTRACT_LIKELY_SUB_CONTRACTED>
     <EXCLUDING_VAT_VALUE CURRENCY="EUR" FMTVAL="12500.00">12 500</EXCLUDING_VAT_VALUE>
     <EXCLUDING_VAT_PRCT FMTVAL="30">30</EXCLUDING_VAT_PRCT>
     <ADDITIONAL_INFORMATION><P>Montage</P></ADDITIONAL_INFORMATION>
   </CONTRACT_LIKELY_SUB_CONTRACTED></MORE_INFORMATION_TO_SUB_CONTRACTED>
  </AWARD_OF_CONTRACT>
  <AWARD_OF_CONTRACT ITEM="2"><LOT_NUMBER>2</LOT_NUMBER></AWARD_OF_CONTRACT>
  <COMPLEMENTARY_INFORMATION_CONTRACT_AWARD><PROCEDURES_FOR_APPEAL>
   <APPEAL_PROCEDURE_BODY_RESPONSIBLE><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME>
    <ORGANISATION><OFFICIALNAME>Raad van State</OFFICIALNAME></ORGANISATION>
   </CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></APPEAL_PROCEDURE_BODY_RESPONSIBLE>
  </PROCEDURES_FOR_APPEAL></COMPLEMENTARY_INFORMATION_CONTRACT_AWARD>
 </FD_CONTRACT_AWARD>
</CONTRACT_AWARD>"""
"""A form of R2.0.8; ``way`` is the kind of procedure, ``fmtval`` an attribute of the sum."""
