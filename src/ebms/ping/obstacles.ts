import { findConnectionObstacle, type UsableConnection } from '../outcome/connectionObstacle';
import type { NotSentReason } from '../outcome/outcome';
import { readListenAddress, type ListenAddress } from './listenAddress';
import type { PingRequest } from './pingRequest';

/** A request that can be sent. */
export interface SendablePing extends UsableConnection {
	readonly listenAddress: ListenAddress | null;
}

/** Looks for what makes it of no use to send a Ping, before anything goes over the line. */
export function findObstacle(request: PingRequest, now: Date): SendablePing | NotSentReason {
	const { target, identity, trust, listen } = request;
	const usable = findConnectionObstacle({ url: target.url, identity, trust }, now);
	if ('reason' in usable) {
		return usable;
	}
	const values = [
		['from', target.from.value],
		['to', target.to.value],
		['cpa-id', target.cpaId],
	] as const;
	for (const [name, value] of values) {
		const fault = value.trim() === '' ? 'empty' : isXmlText(value) ? undefined : 'characters';
		if (fault !== undefined) {
			return { reason: 'value', name, fault };
		}
	}
	const listenAddress = listen === null ? null : readListenAddress(listen);
	return listenAddress !== null && 'fault' in listenAddress
		? { reason: 'listener', address: listen ?? '', code: listenAddress.fault }
		: { ...usable, listenAddress };
}

/** Whether XML 1.0 can have these characters (§2.2). */
function isXmlText(value: string): boolean {
	return /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(value);
}
