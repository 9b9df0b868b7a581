/** The minimal message for Lopende zaken (zaakberichten §3): fictional sender, case and case type. */
export const minimalZaakbericht = `<?xml version="1.0" encoding="UTF-8"?>
<zakLk01 xmlns="http://www.egem.nl/StUF/sector/zkn/0310"
         xmlns:StUF="http://www.egem.nl/StUF/StUF0301"
         xmlns:BG="http://www.egem.nl/StUF/sector/bg/0310"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <stuurgegevens>
    <StUF:berichtcode>Lk01</StUF:berichtcode>
    <StUF:zender>
      <StUF:organisatie>00000099000000001000</StUF:organisatie>
      <StUF:applicatie>VoorbeeldZaaksysteem</StUF:applicatie>
      <StUF:administratie>Gemeente Voorbeeldstad</StUF:administratie>
    </StUF:zender>
    <StUF:ontvanger>
      <StUF:organisatie>00000004003214345001</StUF:organisatie>
      <StUF:applicatie>MijnOverheid</StUF:applicatie>
      <StUF:administratie>Lopende zaken</StUF:administratie>
    </StUF:ontvanger>
    <StUF:referentienummer>3f0c6f0e-6a0b-4b7e-9d53-1c2e8a4b7d10</StUF:referentienummer>
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
    <startdatum>20260309</startdatum>
    <einddatumGepland>20260420</einddatumGepland>
    <einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>
    <StUF:extraElementen>
      <StUF:extraElement naam="verwijzing">https://www.voorbeeldstad.example/zaken/9999ZK2026000123</StUF:extraElement>
    </StUF:extraElementen>
    <isVan xsi:nil="true" StUF:noValue="waardeOnbekend" StUF:entiteittype="ZAKZKT" StUF:verwerkingssoort="T"/>
    <heeftAlsInitiator StUF:entiteittype="ZAKBTRINI" StUF:verwerkingssoort="T">
      <gerelateerde>
        <natuurlijkPersoon StUF:entiteittype="NPS" StUF:verwerkingssoort="I">
          <BG:inp.bsn>999993653</BG:inp.bsn>
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
