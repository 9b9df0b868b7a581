import type { ConnectionEnvironment } from '../../ebms/connection';
import { servicecentrumLogius } from '../catalogue/contact';
import { isSupplier } from '../catalogue/condition';
import type { Situation } from '../situation';
import type { Translate } from '../../text';
import { contactInWords } from '../words';
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
			[`## ${plain(connection.name)}`, ...connectionBlocks(situation, connection, t)].join('\n\n'),
		),
		...environmentsWithout(connections, situation).map((environment) =>
			[
				`## ${environmentName(environment, t)}`,
				t('No connection has been set up yet: the flows below are a form to fill in.'),
				...connectionBlocks(situation, { environment }, t),
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
): readonly ConnectionEnvironment[] {
	const needed = isSupplier(situation)
		? (['preproduction'] as const)
		: (['preproduction', 'production'] as const);
	return needed.filter((wanted) => !connections.some(({ environment }) => environment === wanted));
}

/** The environment of a connection, for people. */
export function environmentName(environment: ConnectionEnvironment | undefined, t: Translate): string {
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
type Flows = Omit<ConnectionFacts, 'name'>;

/** What is told of a flow: a column of the table. */
interface Column {
	readonly flow: string;
	readonly from: string;
	readonly to: string;
	readonly endpoint?: string | undefined;
	readonly administrators: string;
}

function connectionBlocks(situation: Situation, connection: Flows, t: Translate): readonly string[] {
	const { theirEndpoint, ourEndpoint } = connection;
	const blank = toFillIn(t);
	const flows: readonly MessageFlow[] = connection.flows ?? [
		{ direction: 'out', actions: [t('case messages')], signals: true, ...optional(theirEndpoint) },
		{ direction: 'in', actions: [], signals: true, ...optional(ourEndpoint) },
	];
	const ours = known(situation.roles['technisch-specialist'], t);
	const us = t('your adapter ({0})', known(connection.ourOin, t));
	const them = `${plain(connection.theirName ?? 'MijnOverheid')} (${known(connection.theirOin, t)})`;
	const columns: readonly Column[] = [
		{
			flow: t('between your case system and your adapter'),
			from: t('case system ({0})', blank),
			to: us,
			administrators: ours,
		},
		...flows.map((flow) => ({
			flow: flowName(flow, t),
			from: flow.direction === 'out' ? us : them,
			to: flow.direction === 'out' ? them : us,
			endpoint: flow.endpoint,
			administrators: `${ours}; ${servicecentrumLogius.name}`,
		})),
	];
	const row = (topic: string, cell: (column: Column) => string): readonly string[] => [
		topic,
		...columns.map(cell),
	];
	return [
		table(
			[t('Topic'), t('Value')],
			[
				[t('Environment'), environmentName(connection.environment, t)],
				['CPAId', known(connection.cpaId, t)],
				[t('File of the CPA'), known(connection.cpaFile, t)],
			],
		),
		table(
			row(t('Flow'), ({ flow }) => flow),
			[
				row(t('From'), ({ from }) => from),
				row(t('From IP address'), () => blank),
				row(t('Network components'), () => blank),
				row(t('To'), ({ to }) => to),
				row(t('To address'), ({ endpoint }) => known(endpoint, t)),
				row(t('To IP address'), () => blank),
				row(t('Port'), ({ endpoint }) => portOf(endpoint) ?? blank),
				row(t('Administrators'), (column) => column.administrators),
			],
		),
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

function administrators(situation: Situation, t: Translate): string {
	const { roles } = situation;
	const blank = toFillIn(t);
	return table(
		[t('Of what'), t('Name'), t('How to reach')],
		[
			[t('case system'), blank, blank],
			[t('adapter'), known(roles['technisch-specialist'], t), blank],
			[t('own network: firewall, load balancer, proxy, DNS'), blank, blank],
			...(roles.leverancier === undefined ? [] : [[t('supplier'), plain(roles.leverancier), blank]]),
			...(situation.network === 'diginetwerk' ? [['Diginetwerk', blank, blank]] : []),
			['MijnOverheid', servicecentrumLogius.name, contactInWords(t)],
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
