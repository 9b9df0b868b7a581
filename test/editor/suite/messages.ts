import { message } from '../../unit/documents/zaakbericht/messages';

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
	const values: readonly (readonly [from: string, to: string])[] = [
		['3f0c6f0e-6a0b-4b7e-9d53-1c2e8a4b7d10', reference],
		['999993653', bsn],
		['<startdatum>20260309<', `<startdatum>${start}<`],
		...(end === ''
			? []
			: [
					['<einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>', `<einddatum>${end}</einddatum>`] as const,
				]),
		['00000099000000001000', sender],
	];
	return values.reduce((text, [from, to]) => text.replace(from, to), message);
}

/** A Fo01 with this error code, of a fault of the sender. */
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
    <StUF:plek>client</StUF:plek>
    <StUF:omschrijving>Proces voor afhandelen bericht geeft fout</StUF:omschrijving>
  </StUF:body>
</StUF:Fo01Bericht>
`;
}
