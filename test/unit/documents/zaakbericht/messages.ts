/** A zaakbericht to Lopende zaken in which nothing is wrong; the sender, the case and the person do not exist. */
export const message = `<?xml version="1.0" encoding="UTF-8"?>
<zakLk01 xmlns="http://www.egem.nl/StUF/sector/zkn/0310" xmlns:StUF="http://www.egem.nl/StUF/StUF0301" xmlns:BG="http://www.egem.nl/StUF/sector/bg/0310" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
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
			<StUF:extraElement naam="verwijzing">https://www.voorbeeldstad.example/zaken/123</StUF:extraElement>
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

/** Elements of {@link message} as they stand there. */
export const parts = {
	initiator: partOf('heeftAlsInitiator'),
	status: partOf('heeft'),
	object: partOf('object'),
	receiver: partOf('StUF:ontvanger'),
	sender: partOf('StUF:zender'),
	isVan:
		'<isVan xsi:nil="true" StUF:noValue="waardeOnbekend" StUF:entiteittype="ZAKZKT" StUF:verwerkingssoort="T"/>',
	person: partOf('natuurlijkPersoon'),
};

/** The receiver of a message that is not for Lopende zaken. */
export const otherReceiver = `<StUF:ontvanger>
			<StUF:applicatie>Zakenmagazijn</StUF:applicatie>
		</StUF:ontvanger>`;

/** A change of a case with the old and the new object, as StUF 03.01 §5.2.6 writes a new status. */
export const changeMessage = message.replace('<StUF:mutatiesoort>T<', '<StUF:mutatiesoort>W<').replace(
	parts.object,
	`<object StUF:entiteittype="ZAK" StUF:verwerkingssoort="W">
		<identificatie>9999ZK2026000123</identificatie>
		<omschrijving>Aanvraag parkeervergunning</omschrijving>
		${parts.isVan.replace('"T"', '"I"')}
		<heeft xsi:nil="true" StUF:noValue="geenWaarde" StUF:entiteittype="ZAKSTT" StUF:verwerkingssoort="T"/>
	</object>
	<object StUF:entiteittype="ZAK" StUF:verwerkingssoort="W">
		<identificatie>9999ZK2026000123</identificatie>
		<omschrijving>Aanvraag parkeervergunning</omschrijving>
		${parts.isVan.replace('"T"', '"I"')}
		${parts.status}
	</object>`,
);

function partOf(name: string): string {
	const part = new RegExp(`<${name}[ >].*?</${name}>`, 's').exec(message)?.[0];
	if (part === undefined) {
		throw new Error(`The message has no ${name}.`);
	}
	return part;
}

/** A question for cases. */
export const question = `<ZKN:zakLv01 xmlns:ZKN="http://www.egem.nl/StUF/sector/zkn/0310" xmlns:StUF="http://www.egem.nl/StUF/StUF0301" xmlns:BG="http://www.egem.nl/StUF/sector/bg/0310" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
	<ZKN:stuurgegevens>
		<StUF:berichtcode>Lv01</StUF:berichtcode>
		<StUF:referentienummer></StUF:referentienummer>
		<StUF:entiteittype>ZAK</StUF:entiteittype>
	</ZKN:stuurgegevens>
	<ZKN:parameters>
		<StUF:sortering>0</StUF:sortering>
		<StUF:indicatorVervolgvraag>false</StUF:indicatorVervolgvraag>
	</ZKN:parameters>
	<ZKN:gelijk StUF:entiteittype="ZAK">
		<ZKN:startdatum>20260309</ZKN:startdatum>
		<ZKN:einddatum>20260301</ZKN:einddatum>
		<ZKN:heeftAlsInitiator StUF:entiteittype="ZAKBTRINI">
			<ZKN:gerelateerde StUF:entiteittype="BTR"/>
		</ZKN:heeftAlsInitiator>
	</ZKN:gelijk>
	<ZKN:scope>
		<ZKN:object StUF:entiteittype="ZAK">
			<ZKN:identificatie xsi:nil="true"/>
			<ZKN:omschrijving xsi:nil="true"/>
			<ZKN:heeft xsi:nil="true" StUF:entiteittype="ZAKSTT"/>
		</ZKN:object>
	</ZKN:scope>
</ZKN:zakLv01>
`;

/** An answer with a case. */
export const answer = `<ZKN:zakLa01 xmlns:ZKN="http://www.egem.nl/StUF/sector/zkn/0310" xmlns:StUF="http://www.egem.nl/StUF/StUF0301" xmlns:BG="http://www.egem.nl/StUF/sector/bg/0310" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
	<ZKN:stuurgegevens>
		<StUF:berichtcode>La01</StUF:berichtcode>
		<StUF:entiteittype>ZAK</StUF:entiteittype>
	</ZKN:stuurgegevens>
	<ZKN:parameters>
		<StUF:indicatorVervolgvraag>false</StUF:indicatorVervolgvraag>
	</ZKN:parameters>
	<ZKN:antwoord>
		<ZKN:object StUF:entiteittype="ZAK">
			<ZKN:startdatum>20260309</ZKN:startdatum>
			<ZKN:einddatum>20260420</ZKN:einddatum>
			<ZKN:heeft StUF:entiteittype="ZAKSTT">
				<ZKN:gerelateerde StUF:entiteittype="STT">
					<ZKN:omschrijving>In behandeling</ZKN:omschrijving>
				</ZKN:gerelateerde>
				<ZKN:datumStatusGezet>20260316</ZKN:datumStatusGezet>
			</ZKN:heeft>
		</ZKN:object>
	</ZKN:antwoord>
</ZKN:zakLa01>
`;
