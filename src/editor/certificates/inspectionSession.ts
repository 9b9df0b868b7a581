import { workspace, type Uri } from 'vscode';
import type { Certificate } from '../../certificates/certificate';
import { hostNameIn } from '../../certificates/hostName';
import { certificatesToSend } from '../../certificates/exportCertificate';
import type { InspectedCertificate, Inspection } from '../../certificates/inspect';
import { EngineFailure, reportFailure } from '../../validation/failure';
import type { CertificateServices } from './certificateServices';
import { describeAnswer, describeFailure, type Occasion } from './describe/describeAnswer';
import type { FindingModel, Judging, RowModel, ViewModel } from './view/model';
import type { CertificateQuestion, CertificateSource, InspectAnswer } from './worker/protocol';

/** What is inspected. */
export interface InspectionSubject {
	readonly name: string;
	/** The file; `undefined` when it is something else, such as what a server sent. */
	readonly file: Uri | undefined;
	/** Gets it as it is now; `undefined` when there is nothing to inspect. */
	readonly read: () => Promise<CertificateSource | undefined>;
	/** What is known besides. */
	readonly facts: readonly RowModel[];
	/** What is to be said besides. */
	readonly findings: readonly FindingModel[];
	/** How it is judged at first. */
	readonly judging: Judging;
	/** What the view is to keep, so that the same can be shown again without it; absent for a file. */
	readonly kept?: string;
}

type Downloads = Extract<CertificateQuestion, { kind: 'inspect' }>['downloads'];

/** One subject that is inspected again and again: as another purpose, with a password, with revocation. */
export interface InspectionSession {
	/** Inspects with all that is known by now. */
	readonly inspect: () => Promise<ViewModel>;
	readonly isLocked: () => boolean;
	readonly judge: (judging: Judging) => void;
	readonly useDownloads: (downloads: Downloads) => void;
	/** The addresses of the revocation lists of its chains. */
	readonly crlAddresses: () => readonly string[];
	/** Takes a password for the next inspections; `undefined` forgets it. */
	readonly usePassword: (password: string | undefined) => void;
	/** Has the password remembered on this machine. */
	readonly rememberPassword: () => Promise<void>;
	/** What came of the last inspection; `undefined` when nothing could be read. */
	readonly inspection: () => Inspection | undefined;
	/** One of its certificates that was judged: this one, or else the first. */
	readonly judged: (sha256?: string) => InspectedCertificate | undefined;
	/** A certificate of its chains. */
	readonly certificate: (sha256: string) => Certificate | undefined;
	/** The same with the CA certificates that go with it, see {@link certificatesToSend}. */
	readonly withIssuers: (sha256: string) => readonly Certificate[];
}

export function createInspectionSession(
	subject: InspectionSubject,
	services: CertificateServices,
): InspectionSession {
	const { t, config, worker, passwords } = services;
	let { judging } = subject;
	let downloads: Downloads = null;
	let password: { readonly value: string; readonly isRemembered: boolean } | undefined;
	let answer: InspectAnswer | undefined;

	const inspection = (): Inspection | undefined =>
		answer === undefined || 'unreadable' in answer.outcome ? undefined : answer.outcome;

	/** In a workspace that is not trusted no password is used, not even one that is remembered. */
	async function findPassword(): Promise<string | undefined> {
		if (password === undefined && subject.file !== undefined && workspace.isTrusted) {
			const value = await passwords.get(subject.file);
			password = value === undefined ? undefined : { value, isRemembered: true };
		}
		return password?.value;
	}

	async function ask(): Promise<InspectAnswer | undefined> {
		const source = await subject.read();
		if (source === undefined) {
			return undefined;
		}
		const found = 'text' in source ? undefined : await findPassword();
		return worker.ask({
			kind: 'inspect',
			source: found === undefined ? source : { ...source, password: found },
			name: subject.name,
			conditions: {
				...services.conditions(),
				purpose: judging.purpose === 'document' ? 'both' : judging.purpose,
				host: judging.host === '' ? null : hostNameIn(judging.host),
			},
			asUsed: judging.purpose === 'document',
			neighbourhood: await services.neighbourhood(),
			downloads,
		});
	}

	const occasion = (): Occasion => ({
		name: subject.name,
		isFile: subject.file !== undefined,
		facts: subject.facts,
		findings: subject.findings,
		judging,
		password: password === undefined ? 'none' : password.isRemembered ? 'remembered' : 'given',
		isTrusted: workspace.isTrusted,
	});

	return {
		async inspect() {
			try {
				answer = await ask();
				const words = { t, language: config.language(), moment: new Date() };
				return answer === undefined
					? describeFailure([], occasion(), t)
					: describeAnswer(answer, occasion(), words);
			} catch (error) {
				if (!(error instanceof EngineFailure)) {
					throw error;
				}
				answer = undefined;
				return describeFailure(reportFailure(error.failure).findings, occasion(), t);
			}
		},
		isLocked: () => inspection()?.container.state === 'locked',
		judge(wanted) {
			judging = wanted;
		},
		useDownloads(lists) {
			downloads = lists;
		},
		crlAddresses: () => answer?.crlAddresses ?? [],
		usePassword(value) {
			password = value === undefined ? undefined : { value, isRemembered: false };
		},
		async rememberPassword() {
			if (password !== undefined && subject.file !== undefined) {
				await passwords.remember(subject.file, password.value);
				password = { ...password, isRemembered: true };
			}
		},
		inspection,
		judged(sha256) {
			const judged = (inspection()?.certificates ?? []).filter(({ verdict }) => verdict !== null);
			return judged.find(({ entry }) => entry.certificate.sha256 === sha256) ?? judged[0];
		},
		certificate: (sha256) =>
			inspection()
				?.certificates.flatMap(({ chain }) => chain.steps)
				.find(({ certificate }) => certificate.sha256 === sha256)?.certificate,
		withIssuers: (sha256) =>
			(inspection()?.certificates ?? [])
				.map(({ chain }) => certificatesToSend(chain, sha256))
				.find((certificates) => certificates.length > 0) ?? [],
	};
}
