import type { Environment } from '../../ebms/connection';
import { servicecentrumLogius } from '../catalogue/contact';
import { isSupplier } from '../catalogue/condition';
import type { Situation } from '../situation';
import type { Translate } from '../../text';
import type { ConnectionFacts, MessageFlow } from './facts';
import { bullets, known, page, plain, table, toFillIn } from './markdown';

/**
 * The network overview of §4.4.2 as Markdown: every message flow over the whole chain, in and out apart, with systems, addresses and
 * administrators. An environment without a connection gets a form to fill in.
 */
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
		...connections.map((connection) =>
			[
				`## ${t('{0} ({1})', plain(connection.name), environmentName(connection.environment, t))}`,
				...connectionBlocks(situation, connection, t),
			].join('\n\n'),
		),
		...environmentsWithout(connections, situation).map((environment) =>
			[
				`## ${environmentName(environment, t)}`,
				t('No connection has been set up yet: the flows below are a form to fill in.'),
				...connectionBlocks(situation, {}, t),
			].join('\n\n'),
		),
		`## ${t('Administrators')}`,
		administrators(situation, t),
		`## ${t('To check')}`,
		bullets([
			t('Inbound and outbound IP addresses differ more often than not: fill in both.'),
			t('Firewalls, load balancers, proxies, DNS and IP ranges are set for each flow.'),
			t('Every component on the way lets mutual TLS with PKIoverheid certificates through.'),
			t('Logius knows your IP addresses before the CPA is loaded.'),
			...(isSupplier(situation)
				? []
				: [t('The network path of production has been set up too, or has a date.')]),
		]),
	]);
}

/** The environments of MijnOverheid that this organisation needs a connection with, and has none. */
function environmentsWithout(
	connections: readonly ConnectionFacts[],
	situation: Situation,
): readonly Environment[] {
	const needed = isSupplier(situation)
		? (['preproduction'] as const)
		: (['preproduction', 'production'] as const);
	return needed.filter((wanted) => !connections.some(({ environment }) => environment === wanted));
}

/** The environment of a connection, for people. */
export function environmentName(environment: Environment | undefined, t: Translate): string {
	switch (environment) {
		case 'preproduction':
			return t('pre-production');
		case 'production':
			return t('production');
		case 'test':
			return t('test');
		case 'local':
			return t('local partner');
		case undefined:
			return toFillIn(t);
	}
}

/** All that a block tells, whatever the connection is called. */
type Flows = Omit<ConnectionFacts, 'name' | 'environment'>;

function connectionBlocks(situation: Situation, connection: Flows, t: Translate): readonly string[] {
	const { theirEndpoint, ourEndpoint } = connection;
	const blank = toFillIn(t);
	const flows: readonly MessageFlow[] = connection.flows ?? [
		{ direction: 'out', actions: [t('case messages')], signals: true, ...optional(theirEndpoint) },
		{ direction: 'in', actions: [], signals: true, ...optional(ourEndpoint) },
	];
	const ours = known(situation.roles['technisch-specialist'], t);
	return [
		table(
			[
				t('Flow'),
				t('From'),
				t('From IP address'),
				t('Network components'),
				t('To'),
				t('To address'),
				t('To IP address'),
				t('Port'),
				t('Administrators'),
			],
			[
				[
					t('between your case system and your adapter'),
					t('case system ({0})', blank),
					blank,
					blank,
					us(connection, t),
					blank,
					blank,
					blank,
					ours,
				],
				...flows.map((flow) => flowRow(flow, connection, `${ours}; ${servicecentrumLogius.name}`, t)),
			],
		),
		table(
			[t('Topic'), t('Value')],
			[
				['CPAId', known(connection.cpaId, t)],
				[t('File of the CPA'), known(connection.cpaFile, t)],
			],
		),
	];
}

function flowRow(
	flow: MessageFlow,
	connection: Flows,
	administrators: string,
	t: Translate,
): readonly string[] {
	const blank = toFillIn(t);
	const isOut = flow.direction === 'out';
	const ends = [us(connection, t), them(connection, t)];
	const [from = blank, to = blank] = isOut ? ends : ends.toReversed();
	return [
		flowName(flow, t),
		from,
		blank,
		blank,
		to,
		known(flow.endpoint, t),
		blank,
		portOf(flow.endpoint) ?? blank,
		administrators,
	];
}

/** What goes over it, in words. */
function flowName({ direction, actions, signals }: MessageFlow, t: Translate): string {
	const isOut = direction === 'out';
	const signalNames = isOut
		? [t('acknowledgements'), 'Ping']
		: [t('acknowledgements'), t('error messages'), 'Pong'];
	const all = [...actions.map(plain), ...(signals ? signalNames : [])].join(', ');
	return isOut ? t('outgoing: {0}', all) : t('incoming: {0}', all);
}

function us({ ourOin }: Flows, t: Translate): string {
	return t('your adapter ({0})', known(ourOin, t));
}

function them({ theirName, theirOin }: Flows, t: Translate): string {
	return `${plain(theirName ?? 'MijnOverheid')} (${known(theirOin, t)})`;
}

function administrators(situation: Situation, t: Translate): string {
	const { roles } = situation;
	const blank = toFillIn(t);
	const { name, phone, phoneHours, email } = servicecentrumLogius;
	return table(
		[t('Of what'), t('Name'), t('How to reach')],
		[
			[t('case system'), blank, blank],
			[t('adapter'), known(roles['technisch-specialist'], t), blank],
			[t('own network: firewall, load balancer, proxy, DNS'), blank, blank],
			...(roles.leverancier === undefined ? [] : [[t('supplier'), plain(roles.leverancier), blank]]),
			...(situation.network === 'diginetwerk' ? [['Diginetwerk', blank, blank]] : []),
			['MijnOverheid', name, `${phone} (${phoneHours(t)}), ${email}`],
		],
	);
}

function optional(endpoint: string | undefined): { readonly endpoint?: string } {
	return endpoint === undefined ? {} : { endpoint };
}

function portOf(endpoint: string | undefined): string | null {
	if (endpoint === undefined || !URL.canParse(endpoint)) {
		return null;
	}
	const { port, protocol } = new URL(endpoint);
	return port !== '' ? port : protocol === 'https:' ? '443' : protocol === 'http:' ? '80' : null;
}
