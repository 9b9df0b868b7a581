import { Uri, window, workspace } from 'vscode';
import type { InspectedCertificate } from '../../../certificates/inspect';
import { certificateExtensions } from '../../../certificates/fileExtensions';
import { displayNameOf } from '../../../certificates/displayName';
import { verdictWords } from '../../../certificates/verdictWords';
import { explain } from '../../../validation/explain';
import { baseFolder } from '../../config';
import { askChoice, type Answer, type Choice, type QuestionFrame } from '../../questions/quickInput';
import type { CertificateServices } from '../certificateServices';
import { escapeIcons } from '../describe/escapeIcons';
import { daysLeftWords, type Words } from '../describe/words';
import { openCertificates } from '../openCertificates';
import type { Surveyor } from '../survey';
import type { SurveyedCertificate } from '../worker/protocol';

/** Where the chosen certificate is. */
type Source =
	| { readonly kind: 'given'; readonly certificate: InspectedCertificate }
	| { readonly kind: 'workspace'; readonly file: string; readonly sha256: string | undefined }
	| { readonly kind: 'other' };

/** What asking for a certificate takes. */
export interface CertificateQuestion {
	readonly frame: QuestionFrame;
	readonly question: string;
	/** Certificates that are at hand, offered first, with why. */
	readonly given: readonly { readonly certificate: InspectedCertificate; readonly label: string }[];
}

/** Asks for a certificate: one of the workspace, or one in another file. Asks again when the file has none. */
export async function askCertificate(
	{ frame, question, given }: CertificateQuestion,
	services: CertificateServices,
	surveyor: Surveyor,
): Promise<Answer<InspectedCertificate>> {
	const { t, config } = services;
	await surveyor.begin();
	const words: Words = { t, language: config.language(), moment: new Date() };
	const choices: readonly Choice<Source>[] = [
		...given.map(({ certificate, label }): Choice<Source> => ({
			label,
			description: subjectOf(certificate),
			value: { kind: 'given', certificate },
		})),
		...foundChoices(surveyor, words),
		{
			label: `$(folder-opened) ${t('Choose another file…')}`,
			alwaysShow: true,
			value: { kind: 'other' },
		},
	];
	for (;;) {
		const answer = await askChoice(frame, question, choices, ({ kind }) => kind === 'given');
		if (answer?.kind !== 'answer') {
			return answer;
		}
		const certificate = await certificateOf(answer.value, services);
		if (certificate !== undefined) {
			return { kind: 'answer', value: certificate };
		}
	}
}

function foundChoices(surveyor: Surveyor, words: Words): readonly Choice<Source>[] {
	const { t } = words;
	return (surveyor.newest()?.files ?? []).flatMap((surveyed): readonly Choice<Source>[] => {
		const { file } = surveyed;
		const path = workspace.asRelativePath(file);
		switch (surveyed.state) {
			case 'locked':
				return [
					{
						label: `$(lock) ${path}`,
						description: t('needs a password'),
						value: { kind: 'workspace', file, sha256: undefined },
					},
				];
			case 'read':
				return surveyed.certificates
					.filter(({ verdict }) => verdict !== null)
					.map((certificate) => ({
						label: `${iconOf(certificate)} ${escapeIcons(certificate.subject)}`,
						description: `${daysLeftWords(certificate, words)} · ${path}`,
						detail: judgementOf(certificate, words),
						value: { kind: 'workspace', file, sha256: certificate.sha256 },
					}));
			case 'authorities':
			case 'nothing':
				return [];
		}
	});
}

function iconOf({ verdict }: SurveyedCertificate): string {
	return verdict === null
		? '$(organization)'
		: { suitable: '$(pass)', attention: '$(warning)', unsuitable: '$(error)' }[verdict.kind];
}

function judgementOf({ verdict }: SurveyedCertificate, { t }: Words): string {
	return verdict === null ? '' : verdictWords(verdict, (finding) => explain(finding, t).problem, t);
}

function subjectOf({ entry: { certificate } }: InspectedCertificate): string {
	return escapeIcons(displayNameOf(certificate.subject));
}

async function certificateOf(
	source: Source,
	services: CertificateServices,
): Promise<InspectedCertificate | undefined> {
	switch (source.kind) {
		case 'given':
			return source.certificate;
		case 'workspace': {
			const found = await openCertificates(Uri.file(source.file), services);
			return (
				found.find(({ entry }) => entry.certificate.sha256 === source.sha256) ?? chooseOne(found, services)
			);
		}
		case 'other': {
			const file = await askFile(services);
			return file && chooseOne(await openCertificates(file, services), services);
		}
	}
}

/** A keystore may hold more than one. */
async function chooseOne(
	certificates: readonly InspectedCertificate[],
	{ t }: CertificateServices,
): Promise<InspectedCertificate | undefined> {
	if (certificates.length < 2) {
		return certificates[0];
	}
	const chosen = await window.showQuickPick(
		certificates.map((certificate) => ({
			label: subjectOf(certificate),
			description: certificate.entry.alias ?? '',
			detail: certificate.oin?.value ?? '',
			certificate,
		})),
		{ title: t('Which certificate of this file?') },
	);
	return chosen?.certificate;
}

async function askFile({ t }: CertificateServices): Promise<Uri | undefined> {
	const start = baseFolder()?.uri;
	const chosen = await window.showOpenDialog({
		title: t('Choose the file with the certificate'),
		openLabel: t('Use'),
		filters: { [t('Certificates')]: [...certificateExtensions], [t('All files')]: ['*'] },
		...(start === undefined ? {} : { defaultUri: start }),
	});
	return chosen?.[0];
}
