/** What tests change of the message that {@link caseMessage} writes. */
export interface CaseMessage {
	readonly reference?: string;
	readonly bsn?: string;
	readonly start?: string;
	readonly end?: string;
	readonly sender?: string;
}

/** A zakLk01 for Lopende zaken without a fault. Sender, case and citizen are fictional. */
export function caseMessage({
	reference = '3f0c6f0e-6a0b-4b7e-9d53-1c2e8a4b7d10',
	bsn = '999993653',
	start = '20260309',
	end = '',
	sender = '00000099000000001000',
}: CaseMessage = {}): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<zakLk01 xmlns="http://www.egem.nl/StUF/sector/zkn/0310"
         xmlns:StUF="http://www.egem.nl/StUF/StUF0301"
         xmlns:BG="http://www.egem.nl/StUF/sector/bg/0310"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <stuurgegevens>
    <StUF:berichtcode>Lk01</StUF:berichtcode>
    <StUF:zender>
      <StUF:organisatie>${sender}</StUF:organisatie>
      <StUF:applicatie>VoorbeeldZaaksysteem</StUF:applicatie>
      <StUF:administratie>Gemeente Voorbeeldstad</StUF:administratie>
    </StUF:zender>
    <StUF:ontvanger>
      <StUF:organisatie>00000004003214345001</StUF:organisatie>
      <StUF:applicatie>MijnOverheid</StUF:applicatie>
      <StUF:administratie>Lopende zaken</StUF:administratie>
    </StUF:ontvanger>
    <StUF:referentienummer>${reference}</StUF:referentienummer>
    <StUF:tijdstipBericht>20260316101530123</StUF:tijdstipBericht>
    <StUF:entiteittype>ZAK</StUF:entiteittype>
  </stuurgegevens>
  <parameters>
    <StUF:mutatiesoort>T</StUF:mutatiesoort>
    <StUF:indicatorOvername>V</StUF:indicatorOvername>
  </parameters>
  <object StUF:entiteittype="ZAK" StUF:sleutelVerzendend="9999ZK2026000123" StUF:verwerkingssoort="T">
    <identificatie>9999ZK2026000123</identificatie>
    <omschrijving>Aanvraag parkeervergunning</omschrijving>
    <startdatum>${start}</startdatum>${end === '' ? '' : `\n    <einddatum>${end}</einddatum>`}
    <isVan xsi:nil="true" StUF:noValue="waardeOnbekend" StUF:entiteittype="ZAKZKT" StUF:verwerkingssoort="T"/>
    <heeftAlsInitiator StUF:entiteittype="ZAKBTRINI" StUF:verwerkingssoort="T">
      <gerelateerde>
        <natuurlijkPersoon StUF:entiteittype="NPS" StUF:verwerkingssoort="I">
          <BG:inp.bsn>${bsn}</BG:inp.bsn>
          <BG:authentiek StUF:metagegeven="true">J</BG:authentiek>
        </natuurlijkPersoon>
      </gerelateerde>
      <omschrijving>Initiator</omschrijving>
    </heeftAlsInitiator>
    <heeft StUF:entiteittype="ZAKSTT" StUF:verwerkingssoort="T">
      <gerelateerde StUF:entiteittype="STT" StUF:verwerkingssoort="I">
        <zkt.code>VB0001</zkt.code>
        <zkt.omschrijving>Parkeervergunning aanvragen</zkt.omschrijving>
        <volgnummer xsi:nil="true" StUF:noValue="waardeOnbekend"/>
        <code xsi:nil="true" StUF:noValue="waardeOnbekend"/>
        <omschrijving>In behandeling</omschrijving>
        <ingangsdatumObject xsi:nil="true" StUF:noValue="waardeOnbekend"/>
      </gerelateerde>
      <datumStatusGezet>20260316100500</datumStatusGezet>
    </heeft>
  </object>
</zakLk01>
`;
}

/** A Fo01 with this error code. */
export function errorMessage(code: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<StUF:Fo01Bericht xmlns:StUF="http://www.egem.nl/StUF/StUF0301">
  <StUF:stuurgegevens>
    <StUF:berichtcode>Fo01</StUF:berichtcode>
    <StUF:zender>
      <StUF:organisatie>00000004003214345001</StUF:organisatie>
      <StUF:applicatie>MijnOverheid</StUF:applicatie>
    </StUF:zender>
    <StUF:ontvanger>
      <StUF:organisatie>00000099000000001000</StUF:organisatie>
      <StUF:applicatie>VoorbeeldZaaksysteem</StUF:applicatie>
    </StUF:ontvanger>
    <StUF:referentienummer>b7d1c7f2-5a0e-4a37-9a3c-0d6a5b0d8c11</StUF:referentienummer>
    <StUF:tijdstipBericht>20260316101531000</StUF:tijdstipBericht>
    <StUF:crossRefnummer>3f0c6f0e-6a0b-4b7e-9d53-1c2e8a4b7d10</StUF:crossRefnummer>
  </StUF:stuurgegevens>
  <StUF:body>
    <StUF:code>${code}</StUF:code>
    <StUF:plek>server</StUF:plek>
    <StUF:omschrijving>Proces voor afhandelen bericht geeft fout</StUF:omschrijving>
  </StUF:body>
</StUF:Fo01Bericht>
`;
}
