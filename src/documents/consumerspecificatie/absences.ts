import type { Finding } from '../../finding';
import type { Absence } from '../kind';

const parameter: Absence = {
	paths: ['parameters/parameter', 'parameter/@name'],
	codes: ['consumerspecificatie.parameter-unknown'],
};

const certificate: Absence = {
	...parameter,
	paths: [...parameter.paths, 'parameter/KeyInfo', 'KeyInfo/X509Data', 'X509Data/X509Certificate'],
};

const absences: ReadonlyMap<string, Absence> = new Map([
	['consumerspecificatie.party-name-empty', { ...parameter, named: 'PartyName' }],
	['consumerspecificatie.party-id', { ...parameter, named: 'PartyId' }],
	['consumerspecificatie.endpoint-not-https', { ...parameter, named: 'EndpointUri' }],
]);

/** What a finding of the rules of a Consumerspecificatie misses; `reason` tells whether it misses anything. */
export function absenceInSpecification({ code, data }: Finding): Absence | undefined {
	if (code === 'consumerspecificatie.certificate-missing') {
		return { ...certificate, named: String(data['parameter']) };
	}
	return 'reason' in data && data['reason'] !== 'missing' ? undefined : absences.get(code);
}
