import type { Cpa, CpaAction, CpaParty } from '../../documents/cpa/agreement';
import { endpointOf } from '../../documents/cpa/signalChannel';
import { pingTargetFromCpa } from '../../ebms/cpaConnection';
import type { ConnectionFacts, MessageFlow } from './facts';

/** What a CPA says of a connection. */
export type CpaFacts = Omit<ConnectionFacts, 'name' | 'environment' | 'cpaFile'>;

/**
 * What a CPA says of the connection, seen by one of its parties.
 *
 * @param own Who we are, as for a Ping; null when that is not known: then only what concerns both parties is told.
 */
export function factsOfCpa(cpa: Cpa, own: string | null): CpaFacts {
	const shared: CpaFacts = {
		...given('cpaId', cpa.cpaId?.value),
		...given('cpaEnd', cpa.end?.moment?.toISOString().slice(0, 10)),
	};
	const found = own === null ? undefined : pingTargetFromCpa(cpa, own);
	if (found?.kind !== 'target') {
		return { ...shared, ...given('ourOin', own) };
	}
	const { from, to, url, pongEndpoint } = found.target;
	const us = partyWith(cpa, from.value);
	const them = partyWith(cpa, to.value);
	return {
		...shared,
		theirEndpoint: url,
		...given('ourEndpoint', pongEndpoint),
		...given('ourName', us?.name),
		...given('theirName', them?.name),
		theirOin: to.value,
		ourOin: from.value,
		...(us === undefined || them === undefined
			? {}
			: { flows: [...flowsTo(them, us, 'out', url), ...flowsTo(us, them, 'in', pongEndpoint)] }),
	};
}

function given<Key extends 'cpaId' | 'cpaEnd' | 'ourEndpoint' | 'ourOin' | 'ourName' | 'theirName'>(
	key: Key,
	value: string | null | undefined,
): Partial<Record<Key, string>> {
	return value === undefined || value === null ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
}

function partyWith({ parties }: Cpa, partyId: string): CpaParty | undefined {
	return parties.find(({ partyIds }) => partyIds.some(({ value }) => value === partyId));
}

/**
 * What the sender sends, by the endpoint of the receiver where it arrives.
 *
 * @param signals Where the receiver takes in signals.
 */
function flowsTo(
	receiver: CpaParty,
	sender: CpaParty,
	direction: MessageFlow['direction'],
	signals: string | null,
): readonly MessageFlow[] {
	const actions = new Map<string | null, Set<string>>([[signals, new Set()]]);
	for (const { action } of actionsOf(sender, 'send')) {
		const endpoint = endpointFor(receiver, action);
		actions.set(endpoint, (actions.get(endpoint) ?? new Set()).add(action));
	}
	return [...actions].map(([endpoint, names]) => ({
		direction,
		actions: [...names],
		signals: endpoint === signals,
		...(endpoint === null ? {} : { endpoint }),
	}));
}

function actionsOf({ roles }: CpaParty, direction: CpaAction['direction']): readonly CpaAction[] {
	return roles.flatMap(({ actions }) => actions.filter((action) => action.direction === direction));
}

/** The endpoint of the first channel over which a party receives an action. */
function endpointFor(receiver: CpaParty, name: string): string | null {
	const received = actionsOf(receiver, 'receive').find(({ action }) => action === name);
	const channel = receiver.channels.find(({ channelId }) => channelId === received?.channelIds[0]);
	return endpointOf(receiver, channel ?? null);
}
