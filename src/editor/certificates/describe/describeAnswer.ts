import type { Container } from '../../../certificates/containers/container';
import type { Inspection } from '../../../certificates/inspect';
import { displayNameOf } from '../../../certificates/displayName';
import type { Finding } from '../../../finding';
import type { Translate } from '../../../text';
import type { Action, FindingModel, LockModel, RowModel, Judging, ViewModel } from '../view/model';
import type { InspectAnswer, TrustFault } from '../worker/protocol';
import { describeFinding, describeInspection } from './describeInspection';
import type { Words } from './words';
import { writeLabels } from './writeLabels';

/** What a view knows besides what the worker tells it. */
export interface Occasion {
	/** As the file or server is called. */
	readonly name: string;
	/** Whether it shows a file. */
	readonly isFile: boolean;
	readonly facts: readonly RowModel[];
	readonly findings: readonly FindingModel[];
	readonly judging: Judging;
	readonly password: ViewModel['password'];
	/** Whether the workspace is trusted: if not, nothing is asked, fetched or run. */
	readonly isTrusted: boolean;
}

/** What the web view shows of an answer of the worker. */
export function describeAnswer(
	{ outcome, saysUses, trustFaults, revocation }: InspectAnswer,
	occasion: Occasion,
	words: Words,
): ViewModel {
	const { t } = words;
	if ('unreadable' in outcome) {
		return describeFailure([outcome.unreadable], occasion, t);
	}
	const described = describeInspection(outcome, revocation, words);
	return {
		...describeFailure([], occasion, t),
		...described,
		summary: occasion.isFile ? described.summary : sentWords(outcome.certificates.length, t),
		findings: [
			...occasion.findings,
			...(occasion.isFile ? [] : missingInHandshake(outcome, t)),
			...described.findings,
			...trustFaults.map((fault) => describeTrustFault(fault, t)),
		],
		...judgedAs(occasion.judging, saysUses),
		lock: lockOf(outcome.container, occasion, t),
		nothing:
			described.subjects.length > 0 || outcome.container.state === 'locked'
				? null
				: nothingWords(occasion, t),
		actions: actionsFor(outcome, occasion),
	};
}

/** What the web view shows when nothing could be read. */
export function describeFailure(
	findings: readonly Pick<Finding, 'code' | 'severity' | 'data'>[],
	occasion: Occasion,
	t: Translate,
): ViewModel {
	const { name, facts, judging, password } = occasion;
	return {
		name,
		summary: '',
		lock: null,
		nothing: nothingWords(occasion, t),
		subjects: [],
		details: {},
		findings: [...occasion.findings, ...findings.map((finding) => describeFinding(finding, t))],
		facts,
		...judgedAs(judging, false),
		actions: [],
		password,
		labels: writeLabels(occasion.isFile, t),
	};
}

/** A document that does not say what it uses its certificates for has them judged as anything that they may be. */
function judgedAs(judging: Judging, saysUses: boolean): Pick<ViewModel, 'judging' | 'purposes'> {
	const { purpose } = judging;
	return {
		judging: { ...judging, purpose: purpose === 'document' && !saysUses ? 'both' : purpose },
		purposes: [...(saysUses ? (['document'] as const) : []), 'both', 'client', 'server'],
	};
}

function nothingWords({ isFile }: Occasion, t: Translate): string {
	return isFile ? t('No certificate can be read from this file') : t('The server did not show a certificate');
}

function sentWords(count: number, t: Translate): string {
	return count === 1
		? t('1 certificate, as the server sends it')
		: t('{0} certificates, as the server sends them', count);
}

/** A server has to send its chain, but for the root: RFC 8446 §4.4.2, RFC 5246 §7.4.2. */
function missingInHandshake({ certificates }: Inspection, t: Translate): readonly FindingModel[] {
	const chain = certificates.find(({ verdict }) => verdict !== null)?.chain;
	const below = chain?.end.state === 'root' ? chain.steps.slice(0, -1) : (chain?.steps ?? []);
	const unsent = below.filter(({ origin }) => origin !== 'file').map(({ certificate }) => certificate);
	return unsent.length === 0
		? []
		: [
				{
					code: null,
					severity: 'warning',
					problem: t(
						'The server does not send along: {0}. A client that does not have it cannot check the chain.',
						unsent.map(({ subject }) => displayNameOf(subject)).join(', '),
					),
					cure: t(
						'Have the server send its whole chain: its own certificate and the CA certificates below the root.',
					),
					source: 'RFC 8446 §4.4.2; RFC 5246 §7.4.2',
				},
			];
}

function describeTrustFault({ file, finding }: TrustFault, t: Translate): FindingModel {
	return {
		code: finding?.code ?? 'certificate.container-nothing-found',
		severity: 'warning',
		problem: t('The certificates to trust cannot be read from {0}.', file),
		cure: finding === null ? t('Use a file without a password.') : describeFinding(finding, t).problem,
		source: 'lopendeZaken.certificates.trust',
	};
}

function lockOf(container: Container, { isTrusted }: Occasion, t: Translate): LockModel | null {
	if (container.state !== 'locked') {
		return null;
	}
	if (!isTrusted) {
		return {
			text: t('It can only be read with its password, and that is only asked in a workspace that you trust.'),
			button: t('Manage trust'),
		};
	}
	const text =
		container.reason === 'password-needed'
			? t('It can only be read with its password.')
			: t('The password that was given is not the password of this file.');
	return { text, button: t('Give the password') };
}

function actionsFor(
	{ container, certificates }: Inspection,
	{ isFile, isTrusted, password }: Occasion,
): readonly Action[] {
	if (container.state !== 'read') {
		return [];
	}
	const isJudged = certificates.some(({ verdict }) => verdict !== null);
	const candidates: readonly (readonly [Action, boolean])[] = [
		['useInSpecification', isJudged && isFile],
		['checkRevocation', isJudged && isTrusted],
		['rememberPassword', password === 'given'],
		['openAsText', container.isText && isFile],
	];
	return candidates.filter(([, isPossible]) => isPossible).map(([action]) => action);
}
