import { basename } from 'node:path';
import { authorityFolder } from '../../certificates/authorityFolder';
import { environments, type ConnectionEnvironment } from '../../ebms/connection';
import { environmentInWords } from '../../ebms/environmentWords';
import { isLoopback, readEndpoint } from '../../ebms/transport/endpoint';
import { readFetchedAuthorities } from '../../ebms/trust/readTrustFile';
import { explainWusOutcome } from '../../ebms/wus/explainWusOutcome';
import type { Translate } from '../../text';
import { askInSteps, withPart, type Step } from '../questions/askInSteps';
import { baseFolder } from '../config';
import { askChoice, askText, type Answer, type Choice, type QuestionFrame } from '../questions/quickInput';
import { askCredentials } from '../ping/askCredentials';
import type { ConfiguredConnection, Unusable } from '../ping/configuredConnection';
import type { CredentialFiles } from '../ping/credentials';
import type { WusSetUp } from './wusSetUp';

/** What is known before it is asked. */
export interface AskedBefore {
	/** The last check of this workspace. */
	readonly last: WusSetUp | undefined;
	/** Whose certificate and environment are taken over: then only the address is asked. */
	readonly connection: ConfiguredConnection | undefined;
	/** Those whose certificate may be used. */
	readonly all: readonly (ConfiguredConnection | Unusable)[];
	/** The setting for all connections names certificates to trust. */
	readonly isTrustSet: boolean;
}

interface Draft {
	readonly url?: string;
	readonly environment?: ConnectionEnvironment;
	readonly files?: CredentialFiles;
}

/**
 * Asks which web service, in which environment and with which certificate.
 *
 * @returns `undefined` when the user gives up.
 */
export async function askWus(before: AskedBefore, t: Translate): Promise<WusSetUp | undefined> {
	const { connection } = before;
	const steps: readonly Step<Draft>[] = [
		async (draft, frame) =>
			withPart(draft, await askUrl(draft.url ?? before.last?.url ?? '', frame, t), 'url'),
		async (draft, frame) =>
			withPart(draft, await askEnvironment(draft, before.last, frame, t), 'environment'),
		async (draft, frame) => withPart(draft, await askFiles(draft, before, frame, t), 'files'),
	];
	const draft = await askInSteps<Draft>(
		t('Check a WUS endpoint (Profielservice)'),
		connection === undefined ? steps : steps.slice(0, 1),
		connection === undefined ? {} : { environment: connection.environment, files: filesOf(connection) },
	);
	if (draft?.url === undefined || draft.environment === undefined || draft.files === undefined) {
		return undefined;
	}
	return { url: draft.url, environment: draft.environment, ...draft.files };
}

function askUrl(usual: string, frame: QuestionFrame, t: Translate): Promise<Answer<string>> {
	return askText(
		frame,
		t('The address of the Profielservice; it is in the Handreiking Connectiviteit MijnOverheid.'),
		usual,
		(text) => {
			const endpoint = readEndpoint(text);
			return 'fault' in endpoint
				? explainWusOutcome({ kind: 'not-sent', reason: 'endpoint', fault: endpoint.fault, url: text }, t)
						.summary
				: null;
		},
	);
}

async function askEnvironment(
	{ url = '' }: Draft,
	last: WusSetUp | undefined,
	frame: QuestionFrame,
	t: Translate,
): Promise<Answer<ConnectionEnvironment>> {
	const usual = isLocal(url) ? 'local' : last?.url === url ? last.environment : 'preproduction';
	const choices = environments.map((value) => ({ ...environmentInWords(value, t), value }));
	return askChoice(frame, t('What is {0}?', url), choices, (value) => value === usual);
}

type Wish =
	/** The files are known. */
	{ readonly kind: 'files'; readonly files: CredentialFiles } | { readonly kind: 'choose' };

async function askFiles(
	{ url = '', environment }: Draft,
	{ last, all, isTrustSet }: AskedBefore,
	frame: QuestionFrame,
	t: Translate,
): Promise<Answer<CredentialFiles>> {
	for (;;) {
		const wish = await askChoice(
			frame,
			t('With which client certificate?'),
			wishesFor(url, last, all, t),
			({ kind }) => kind === 'files',
		);
		if (wish?.kind !== 'answer') {
			return wish;
		}
		if (wish.value.kind === 'files') {
			return { kind: 'answer', value: wish.value.files };
		}
		const isTrusted = isTrustSet || (environment !== 'local' && hasFetchedAuthorities());
		const chosen = await askCredentials(baseFolder()?.uri.fsPath, { asksTrust: !isTrusted }, t);
		if (chosen !== undefined) {
			return { kind: 'answer', value: chosen };
		}
	}
}

function wishesFor(
	url: string,
	last: WusSetUp | undefined,
	all: AskedBefore['all'],
	t: Translate,
): readonly Choice<Wish>[] {
	const connections = all.filter(
		(one): one is ConfiguredConnection => 'source' in one && one.certificate !== null,
	);
	return [
		...(last === undefined || last.certificate === null
			? []
			: [
					{
						label: t('As last time: {0}', basename(last.certificate)),
						detail: last.certificate,
						value: { kind: 'files', files: filesOf(last) } as const,
					},
				]),
		...connections.map((connection) => ({
			label: t('As for connection {0}', connection.name),
			detail: connection.certificate ?? '',
			value: { kind: 'files', files: filesOf(connection) } as const,
		})),
		{
			label: t('Choose the files…'),
			detail: t('The certificate with its chain, and its private key: PEM or PKCS#12.'),
			value: { kind: 'choose' },
		},
		...(url.startsWith('http:')
			? [
					{
						label: t('Without'),
						detail: t('Plain HTTP has no certificates.'),
						value: { kind: 'files', files: { certificate: null, key: null, trust: [] } } as const,
					},
				]
			: []),
	];
}

function filesOf({ certificate, key, trust }: CredentialFiles): CredentialFiles {
	return { certificate, key, trust };
}

function isLocal(url: string): boolean {
	const endpoint = readEndpoint(url);
	return !('fault' in endpoint) && isLoopback(endpoint.host);
}

function hasFetchedAuthorities(): boolean {
	return readFetchedAuthorities(authorityFolder(process.env)).length > 0;
}
