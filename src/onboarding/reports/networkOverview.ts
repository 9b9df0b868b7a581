import type { Environment } from '../../ebms/connection';
import type { Situation } from '../situation';
import type { Translate } from '../../text';
import type { ConnectionFacts } from './facts';
import { bullets, known, page, plain, table, toFillIn } from './markdown';

/** The network overview of §4.4.2 as Markdown: every message flow over the whole chain, in and out apart. */
export function networkOverview(
	situation: Situation,
	connections: readonly ConnectionFacts[],
	t: Translate,
): string {
	return page([
		`# ${t('Network overview of the connection to Lopende zaken')}`,
		t(
			'After §4.4.2 of the Handleiding Aansluiten Lopende zaken. What is not known yet is marked {0}.',
			toFillIn(t),
		),
		table(
			[t('Topic'), t('Value')],
			[[t('Network'), situation.network === 'internet' ? t('internet') : 'Diginetwerk']],
		),
		...(connections.length === 0
			? [t('No connection has been set up yet: the flows below are a form to fill in.')]
			: []),
		...(connections.length === 0 ? emptyConnections(t) : connections).map((connection) =>
			connectionBlock(connection, t),
		),
		`## ${t('To check')}`,
		bullets([
			t('Inbound and outbound IP addresses differ more often than not: fill in both.'),
			t('Firewalls, load balancers, proxies, DNS and IP ranges are set for each flow.'),
			t('Every component on the way lets mutual TLS with PKIoverheid certificates through.'),
			t('Logius knows your IP addresses before the CPA is loaded.'),
			t('The network path of production has been set up too, or has a date.'),
		]),
	]);
}

function emptyConnections(t: Translate): readonly ConnectionFacts[] {
	return (['preproduction', 'production'] as const).map((environment) => ({
		name: environmentName(environment, t),
		environment,
	}));
}

/** The environment of a connection, for people. */
export function environmentName(environment: Environment, t: Translate): string {
	switch (environment) {
		case 'preproduction':
			return t('pre-production');
		case 'production':
			return t('production');
		case 'test':
			return t('test');
		case 'local':
			return t('local partner');
	}
}

function connectionBlock(connection: ConnectionFacts, t: Translate): string {
	const { name, environment, theirEndpoint, ourEndpoint } = connection;
	const head = [
		t('Flow'),
		t('From'),
		t('From address'),
		t('Network components'),
		t('To'),
		t('To address'),
		t('Port'),
		t('Administrators'),
	];
	const us = t('your adapter ({0})', known(connection.ourOin, t));
	const them = t('MijnOverheid ({0})', known(connection.theirOin, t));
	const blank = toFillIn(t);
	return [
		`## ${t('{0} ({1})', plain(name), environmentName(environment, t))}`,
		table(head, [
			[
				t('between your case system and your adapter'),
				blank,
				blank,
				blank,
				us,
				blank,
				blank,
				known(connection.ourAdministrator, t),
			],
			[
				t('outgoing: case messages and Ping'),
				us,
				known(connection.ourOutboundAddress, t),
				blank,
				them,
				known(theirEndpoint, t),
				portOf(theirEndpoint) ?? blank,
				known(connection.ourAdministrator, t),
			],
			[
				t('incoming: acknowledgements, error messages and Pong'),
				them,
				blank,
				blank,
				us,
				known(ourEndpoint, t),
				portOf(ourEndpoint) ?? blank,
				known(connection.ourAdministrator, t),
			],
		]),
		table(
			[t('Topic'), t('Value')],
			[
				['CPAId', known(connection.cpaId, t)],
				[t('Contact details of all administrators'), blank],
			],
		),
	].join('\n\n');
}

function portOf(endpoint: string | undefined): string | null {
	if (endpoint === undefined || !URL.canParse(endpoint)) {
		return null;
	}
	const { port, protocol } = new URL(endpoint);
	return port !== '' ? port : protocol === 'https:' ? '443' : protocol === 'http:' ? '80' : null;
}
