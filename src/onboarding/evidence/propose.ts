import type { ConnectionEnvironment } from '../../ebms/connection';
import type { Overview, TaskView } from '../overview';
import type { Phrase } from '../phrase';
import { evidenceJson } from '../progress/formatProgress';
import type { Evidence, EvidenceKind } from '../progress/progress';
import type { MessageStandard } from '../situation';
import type { Translate } from '../../text';

interface FileFacts {
	/** Relative to the folder of the workspace, with `/`. */
	readonly file: string;
	/** Lower-case hexadecimal. */
	readonly sha256: string;
}

/** A message that was checked. */
export interface CheckedMessage extends FileFacts {
	/** `mo`: not known by us; the official schemas of a folder say what it must be. */
	readonly standard: MessageStandard;
	readonly errors: number;
	/** A schema and rules were applied, not well-formedness alone. */
	readonly checked: boolean;
}

/** Something that happened and that may show that a task is done. */
export type Happening =
	| {
			readonly kind: 'ping';
			/** ISO 8601. */
			readonly when: string;
			readonly environment: ConnectionEnvironment;
			/** As `ping` calls it: `pong`, `accepted`, … */
			readonly outcome: string;
			/** Name of the connection. */
			readonly connection: string;
	  }
	| {
			readonly kind: 'wus';
			readonly when: string;
			readonly environment: ConnectionEnvironment;
			readonly answered: boolean;
			readonly connection: string;
	  }
	| ({
			readonly kind: 'certificate';
			readonly when: string;
			/** Digikoppeling accepts it: no errors. */
			readonly suitable: boolean;
			/** A test certificate, which never serves in production. */
			readonly test: boolean;
			/** OIN or HRN in it. */
			readonly oin: string | null;
	  } & FileFacts)
	| ({
			readonly kind: 'consumerspecificatie';
			readonly when: string;
			readonly errors: number;
	  } & FileFacts)
	| {
			readonly kind: 'messages';
			readonly when: string;
			/** All messages of the workspace. */
			readonly messages: readonly CheckedMessage[];
	  };

/** A task that may be ticked. The user decides; nothing is ticked in silence. */
export interface Proposal {
	readonly task: string;
	/** What happened, and why that speaks for the task. */
	readonly why: string;
	/** What this does not show, and what the user still has to see to; null when it shows all. */
	readonly remains: string | null;
	/** To be kept with the task when the user accepts. */
	readonly evidence: Evidence;
}

interface Case {
	readonly tasks: readonly { readonly id: string; readonly remains: Phrase | null }[];
	readonly why: Phrase;
	readonly evidence: Omit<Evidence, 'summary' | 'when'> & { readonly kind: EvidenceKind };
}

/**
 * Which open tasks a happening speaks for.
 *
 * A Pong from pre-production: §4.3.9; from production: §6.3.2 and its check in Bijlage 1. A suitable certificate: §3.3.8. A
 * Consumerspecificatie without errors: §4.3.8. All messages of the standard that the organisation sends valid: §4.3.6 and §4.3.7.
 *
 * @returns Nothing for tasks that are done or do not apply, and for evidence that a task has already.
 */
export function propose(overview: Overview, happening: Happening, t: Translate): readonly Proposal[] {
	const found = caseOf(happening, overview.situation.messageStandard);
	if (found === null) {
		return [];
	}
	const why = found.why(t);
	const evidence: Evidence = { ...found.evidence, when: happening.when, summary: why };
	return found.tasks.flatMap(({ id, remains }) => {
		const view = overview.tasks.find(({ task }) => task.id === id);
		return view === undefined || !needs(view, evidence)
			? []
			: [{ task: id, why, remains: remains?.(t) ?? null, evidence }];
	});
}

/** Whether evidence still says something of a task: it is open, and does not have this evidence. */
export function needs({ status, record }: TaskView, evidence: Evidence): boolean {
	return (
		status !== 'done' &&
		status !== 'not-applicable' &&
		!record.evidence.some((known) => isSameEvidence(known, evidence))
	);
}

/** Connections are tried again and again, so that only the moment tells; files are the same with the same content. */
function isSameEvidence(a: Evidence, b: Evidence): boolean {
	const isConnection = a.kind === 'ping' || a.kind === 'wus';
	const facts = ({ when, ...rest }: Evidence): string =>
		JSON.stringify(evidenceJson({ ...rest, summary: '', when: isConnection ? when : '' }));
	return facts(a) === facts(b);
}

function caseOf(happening: Happening, standard: MessageStandard): Case | null {
	switch (happening.kind) {
		case 'ping':
			return pingCase(happening);
		case 'wus':
			return wusCase(happening);
		case 'certificate':
			return certificateCase(happening);
		case 'consumerspecificatie':
			return consumerspecificatieCase(happening);
		case 'messages':
			return messagesCase(happening, standard);
	}
}

type HappeningOf<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>;

/** Only these prove that a message went and an answer came; `accepted` does not. */
const pongs: readonly string[] = ['pong', 'pong-async'];

function pingCase({ environment, outcome, connection }: HappeningOf<'ping'>): Case | null {
	// Only these say something about MijnOverheid.
	if (!pongs.includes(outcome) || (environment !== 'preproduction' && environment !== 'production')) {
		return null;
	}
	const evidence = { kind: 'ping', outcome, rest: { environment, connection } } as const;
	return environment === 'preproduction'
		? {
				tasks: [{ id: 'connectivity-check', remains: null }],
				why: (t) => t('A Pong came back from pre-production over {0}: the connection works.', connection),
				evidence,
			}
		: {
				tasks: [
					{ id: 'production-cpa', remains: null },
					{ id: 'production-check', remains: null },
				],
				why: (t) =>
					t(
						'A Pong came back from production over {0}: the CPA has been loaded and the connection works.',
						connection,
					),
				evidence,
			};
}

function wusCase({ environment, answered, connection }: HappeningOf<'wus'>): Case | null {
	return !answered || environment !== 'preproduction'
		? null
		: {
				tasks: [
					{
						id: 'connectivity-check',
						remains: (t) => t('If you send messages over ebMS, a Pong must show that that works too.'),
					},
				],
				why: (t) => t('The Profielservice answered over {0}: the WUS connection works.', connection),
				evidence: { kind: 'wus', outcome: 'answered', rest: { environment, connection } },
			};
}

function certificateCase({ suitable, test, oin, file, sha256 }: HappeningOf<'certificate'>): Case | null {
	return !suitable || test || oin === null
		? null
		: {
				tasks: [
					{
						id: 'certificates',
						remains: (t) =>
							t('Check that you have the certificates of both environments, with all domain names in them.'),
					},
				],
				why: (t) => t('{0} is a certificate that Digikoppeling accepts, with number {1} in it.', file, oin),
				evidence: { kind: 'certificate', file, sha256, outcome: 'suitable', rest: { oin } },
			};
}

function consumerspecificatieCase({
	errors,
	file,
	sha256,
}: HappeningOf<'consumerspecificatie'>): Case | null {
	return errors > 0
		? null
		: {
				tasks: [
					{
						id: 'cpa',
						remains: (t) =>
							t(
								'The CPA must still be made from it, mailed to Logius and loaded on both sides, if that has not been done.',
							),
					},
				],
				why: (t) => t('The Consumerspecificatie {0} has no errors.', file),
				evidence: { kind: 'consumerspecificatie', file, sha256, outcome: 'valid', rest: {} },
			};
}

function messagesCase({ messages: all }: HappeningOf<'messages'>, standard: MessageStandard): Case | null {
	const messages = all.filter((message) => message.standard === standard);
	if (messages.length === 0 || messages.some(({ errors, checked }) => errors > 0 || !checked)) {
		return null;
	}
	const files = messages.map(({ file, sha256 }) => ({ file, sha256 }));
	return {
		tasks: [
			{
				id: 'message-process',
				remains: (t) => t('See to it that error messages that come back are processed too.'),
			},
			{
				id: 'acceptance-test',
				remains: (t) => t('The user must still accept the processes and systems.'),
			},
		],
		why: (t) =>
			messages.length === 1
				? t('The message in the workspace has no errors.')
				: t('All {0} messages in the workspace have no errors.', messages.length),
		evidence: { kind: 'validation', outcome: 'valid', rest: { files } },
	};
}
