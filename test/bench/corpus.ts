/** Messages of any size for the bench: fictional, valid, made from the snippet-like template below. */

const head = `<?xml version="1.0" encoding="UTF-8"?>
<zakLk01 xmlns="http://www.egem.nl/StUF/sector/zkn/0310" xmlns:StUF="http://www.egem.nl/StUF/StUF0301" xmlns:BG="http://www.egem.nl/StUF/sector/bg/0310" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`;

const sender = `
    <StUF:zender>
      <StUF:organisatie>00000099000000001000</StUF:organisatie>
      <StUF:applicatie>VoorbeeldZaaksysteem</StUF:applicatie>
      <StUF:administratie>Gemeente Voorbeeldstad</StUF:administratie>
    </StUF:zender>
    <StUF:ontvanger>
      <StUF:organisatie>00000004003214345001</StUF:organisatie>
      <StUF:applicatie>MijnOverheid</StUF:applicatie>
      <StUF:administratie>Lopende zaken</StUF:administratie>
    </StUF:ontvanger>`;

function status(number: number): string {
	const minute = String(number % 60).padStart(2, '0');
	const hour = String(Math.floor(number / 60) % 24).padStart(2, '0');
	return `
    <heeft StUF:entiteittype="ZAKSTT" StUF:verwerkingssoort="T">
      <gerelateerde StUF:entiteittype="STT" StUF:verwerkingssoort="I">
        <zkt.code>VB0001</zkt.code>
        <zkt.omschrijving>Parkeervergunning aanvragen</zkt.omschrijving>
        <volgnummer>${(number % 9999) + 1}</volgnummer>
        <code>S${number % 10_000}</code>
        <omschrijving>In behandeling, stap ${number}</omschrijving>
        <ingangsdatumObject xsi:nil="true" StUF:noValue="waardeOnbekend"/>
      </gerelateerde>
      <toelichting>De aanvraag is in behandeling genomen door het team vergunningen.</toelichting>
      <datumStatusGezet>20260316${hour}${minute}00</datumStatusGezet>
    </heeft>`;
}

/**
 * A valid `zakLk01` with as many statuses as its size asks for.
 *
 * @param size About how many bytes.
 * @param number Makes its reference and its case unlike those of other numbers.
 */
export function zaakbericht(size: number, number: number): string {
	const id = String(number).padStart(7, '0');
	const start = `${head}
  <stuurgegevens>
    <StUF:berichtcode>Lk01</StUF:berichtcode>${sender}
    <StUF:referentienummer>3f0c6f0e-6a0b-4b7e-9d53-1c2e8${id}</StUF:referentienummer>
    <StUF:tijdstipBericht>20260316101530123</StUF:tijdstipBericht>
    <StUF:entiteittype>ZAK</StUF:entiteittype>
  </stuurgegevens>
  <parameters>
    <StUF:mutatiesoort>T</StUF:mutatiesoort>
    <StUF:indicatorOvername>V</StUF:indicatorOvername>
  </parameters>
  <object StUF:entiteittype="ZAK" StUF:sleutelVerzendend="9999ZK2026${id}" StUF:verwerkingssoort="T">
    <identificatie>9999ZK2026${id}</identificatie>
    <omschrijving>Aanvraag parkeervergunning</omschrijving>
    <startdatum>20260309</startdatum>
    <einddatumGepland>20260420</einddatumGepland>
    <einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>
    <StUF:extraElementen>
      <StUF:extraElement naam="verwijzing">https://www.voorbeeldstad.example/zaken/9999ZK2026${id}</StUF:extraElement>
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
    </heeftAlsInitiator>`;
	const end = `
  </object>
</zakLk01>
`;
	const parts = [start];
	let length = start.length + end.length;
	for (let n = 0; n === 0 || length < size; n++) {
		const part = status(n);
		parts.push(part);
		length += part.length;
	}
	return parts.join('') + end;
}
