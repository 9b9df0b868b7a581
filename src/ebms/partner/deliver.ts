import type { Certificate } from '../../certificates/certificate';
import type { Identity } from '../credentials/readIdentity';
import { readEndpoint } from '../transport/endpoint';
import { exchange } from '../transport/exchange';
import { messageRequest } from '../transport/messageRequest';
import type { Delivery } from './entry';

export interface DelivererOptions {
	/** Of the partner, which is the client now. */
	readonly identity: Identity;
	readonly trust: readonly Certificate[];
	/** Aborted when the partner stops. */
	readonly signal: AbortSignal;
}

/** Sends answers in requests of their own. */
export type Deliver = (url: string, body: string) => Promise<Delivery>;

/** Answers that may be under way at the same time: an endpoint that hangs must not pile them up. */
const maxUnderWay = 50;

/** Milliseconds that the endpoint of the user's side gets. */
const patience = 10_000;

export function createDeliverer({ identity, trust, signal }: DelivererOptions): Deliver {
	let underWay = 0;
	return async (url, body) => {
		const endpoint = readEndpoint(url);
		if ('fault' in endpoint) {
			return { kind: 'no-endpoint' };
		}
		if (underWay >= maxUnderWay || signal.aborted) {
			return { kind: 'dropped' };
		}
		underWay++;
		try {
			const { failure, response } = await exchange(endpoint, messageRequest(endpoint, body), {
				identity,
				trust,
				proxy: null,
				timeout: patience,
				signal,
				onPhase: () => undefined,
			});
			if (failure !== null) {
				return { kind: 'failed', failure };
			}
			const status = response?.status ?? 0;
			return { kind: status >= 200 && status <= 299 ? 'delivered' : 'refused', status };
		} finally {
			underWay--;
		}
	};
}
