import type { Finding } from '../../../finding';
import type { CpaBinding, CpaParty, Placed } from '../agreement';
import { parseDuration } from '../duration';
import { cpaFinding } from '../texts';
import type { CpaRule } from './cpaRule';

/**
 * A receiver only recognises what comes again for as long as it keeps it (CPPA 2.0, PersistDuration): as long as its own binding says that
 * messages are resent, and as long as the other party resends them.
 */
export const persistDuration: CpaRule = ({ cpa: { parties } }) => {
	const pairs = [...parties.flatMap(ownPairs), ...exchangedPairs(parties)];
	// One number that is wrong is one fault, whatever it is held against.
	const told = new Set<Placed | CpaBinding>();
	return pairs.flatMap((pair) => {
		const finding = told.has(pair.kept) || told.has(pair.resent) ? undefined : checkPair(pair);
		if (finding === undefined) {
			return [];
		}
		told.add(pair.kept).add(pair.resent);
		return [finding];
	});
};

/** How long messages are kept, and how they are resent. */
interface Pair {
	readonly kept: Placed;
	readonly resent: CpaBinding;
}

function ownPairs({ exchanges }: CpaParty): readonly Pair[] {
	return exchanges
		.flatMap(({ sender, receiver }) => [sender ?? [], receiver ?? []].flat())
		.flatMap((resent) => (resent.persistDuration === null ? [] : [{ kept: resent.persistDuration, resent }]));
}

/** What one party sends, by the names of its actions, and what the other party receives. */
function exchangedPairs(parties: readonly CpaParty[]): readonly Pair[] {
	return parties.flatMap((from) =>
		parties
			.filter((to) => to !== from)
			.flatMap((to) =>
				actionsOf(from, 'send').flatMap((action) =>
					bindingsFor(from, action, 'send').flatMap((resent) =>
						bindingsFor(to, action, 'receive').flatMap(({ persistDuration: kept }) =>
							kept === null ? [] : [{ kept, resent }],
						),
					),
				),
			),
	);
}

type Direction = 'send' | 'receive';

function actionsOf({ roles }: CpaParty, direction: Direction): readonly string[] {
	const actions = roles.flatMap((role) => role.actions).filter((one) => one.direction === direction);
	return [...new Set(actions.map(({ action }) => action))];
}

/** The bindings of the channels that an action goes over. */
function bindingsFor(
	{ roles, channels, exchanges }: CpaParty,
	action: string,
	direction: Direction,
): readonly CpaBinding[] {
	const channelIds = new Set(
		roles
			.flatMap((role) => role.actions)
			.filter((one) => one.action === action && one.direction === direction)
			.flatMap((one) => one.channelIds),
	);
	const exchangeIds = new Set(
		channels.filter(({ channelId }) => channelIds.has(channelId)).map(({ exchangeId }) => exchangeId),
	);
	return exchanges
		.filter(({ exchangeId }) => exchangeIds.has(exchangeId))
		.flatMap(({ sender, receiver }) => (direction === 'send' ? sender : receiver) ?? []);
}

function checkPair({ kept, resent: { retries, retryInterval } }: Pair): Finding | undefined {
	if (retries === null || retryInterval === null || !/^\+?\d+$/.test(retries.value)) {
		return undefined;
	}
	const interval = parseDuration(retryInterval.value);
	const duration = parseDuration(kept.value);
	return interval !== undefined &&
		duration !== undefined &&
		duration.most < Number(retries.value) * interval.least
		? cpaFinding(
				'cpa.persist-duration',
				kept.span,
				{ persistDuration: kept.value, retries: retries.value, retryInterval: retryInterval.value },
				[{ span: retries.span }, { span: retryInterval.span }],
			)
		: undefined;
}
