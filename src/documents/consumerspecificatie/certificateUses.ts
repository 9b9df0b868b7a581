import type { IntendedUse } from '../intendedUse';
import type { Subject } from '../kind';
import { parsePartyId } from '../partyId';
import { readValue, textOf } from '../value';
import { clearHost } from '../endpoint';
import { readParameterGroups, type ParameterGroup } from './parameters';

/** ClientCert is of who sends, ServerCert of the endpoint in the same group; both are of the party in it. */
export function certificateUses({ document, root }: Subject): readonly IntendedUse[] {
	return readParameterGroups(document, root).flatMap((group) => {
		const oin = oinOf(group);
		return [
			...useOf(group, 'ClientCert', { purpose: 'client', host: null, oin }),
			...useOf(group, 'ServerCert', { purpose: 'server', host: hostOf(group), oin }),
		];
	});
}

function useOf(
	{ parameters }: ParameterGroup,
	name: 'ClientCert' | 'ServerCert',
	use: Omit<IntendedUse, 'within'>,
): readonly IntendedUse[] {
	const element = parameters.get(name);
	return element === undefined ? [] : [{ within: element.span, ...use }];
}

function oinOf({ parameters }: ParameterGroup): string | null {
	const oin = parsePartyId(textOf(readValue(parameters.get('PartyId'))));
	return oin.kind === 'oin' ? oin.value : null;
}

/** Of an address with which something is wrong, that is told and not the name in the certificate. */
function hostOf({ parameters }: ParameterGroup): string | null {
	return clearHost(textOf(readValue(parameters.get('EndpointUri'))));
}
