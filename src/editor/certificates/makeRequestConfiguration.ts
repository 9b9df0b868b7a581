import { basename } from 'node:path';
import { InputBoxValidationSeverity, Uri, window, workspace } from 'vscode';
import {
	checkDomainName,
	longestName,
	mostDomainNames,
	writeRequestConfiguration,
	type DomainNameFault,
} from '../../certificates/requestConfiguration';
import { specificationFinding } from '../../documents/consumerspecificatie/texts';
import { parseOin } from '../../identifiers/oin';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import { baseFolder } from '../config';
import { askText, type Complaint } from '../questions/quickInput';
import { askInSteps, withPart, type Step } from '../questions/askInSteps';
import type { CertificateServices } from './certificateServices';

interface Draft {
	readonly organisation: string;
	readonly kvkNumber: string;
	readonly oin: string;
	/** As typed, with commas or spaces between. */
	readonly domainNames: string;
}

/** Asks what has to be in a certificate, and writes a configuration with which OpenSSL makes the request for it. */
export async function makeRequestConfiguration({ t }: CertificateServices): Promise<void> {
	const title = t('OpenSSL configuration for a certificate request');
	const empty: Draft = { organisation: '', kvkNumber: '', oin: '', domainNames: '' };
	const draft = await askInSteps(title, stepsIn(t), empty);
	const target = draft && (await askTarget(t));
	if (draft === undefined || target === undefined) {
		return;
	}
	const { organisation, kvkNumber, oin, domainNames } = draft;
	const text = writeRequestConfiguration(
		{ organisation, kvkNumber, oin, domainNames: namesIn(domainNames) },
		basename(target.path).replace(/\.[^.]*$/, ''),
		t,
	);
	await workspace.fs.writeFile(target, Buffer.from(text));
	await window.showTextDocument(await workspace.openTextDocument(target));
}

function stepsIn(t: Translate): readonly Step<Draft>[] {
	return [
		async (draft, frame) => {
			const question = t('The name of your organisation, as it stands in the Handelsregister');
			const answer = await askText(frame, question, draft.organisation, (name) => complainOfName(name, t));
			return withPart(draft, answer, 'organisation');
		},
		async (draft, frame) => {
			const question = t('The KVK number of your organisation');
			const answer = await askText(frame, question, draft.kvkNumber, (number) =>
				/^\d{8}$/.test(number) ? null : t('A KVK number has 8 digits.'),
			);
			return withPart(draft, answer, 'kvkNumber');
		},
		async (draft, frame) => {
			const question = t('Your OIN, or your HRN as a supplier. It cannot be added to the certificate later');
			const value = draft.oin === '' ? `00000003${draft.kvkNumber}0000` : draft.oin;
			return withPart(
				draft,
				await askText(frame, question, value, (oin) => complainOfOin(oin, draft.kvkNumber, t)),
				'oin',
			);
		},
		async (draft, frame) => {
			const question = t(
				'All domain names of your servers, with commas between. They cannot be changed later',
			);
			const answer = await askText(frame, question, draft.domainNames, (text) =>
				complainOfDomainNames(namesIn(text), t),
			);
			return withPart(draft, answer, 'domainNames');
		},
	];
}

function complainOfName(name: string, t: Translate): Complaint | null {
	if (name === '') {
		return t('Fill in the name of your organisation.');
	}
	return Array.from(name).length > longestName
		? t('A name in a certificate has at most {0} characters.', longestName)
		: null;
}

function complainOfOin(value: string, kvkNumber: string, t: Translate): Complaint | null {
	const oin = parseOin(value);
	const nowhere = { start: 0, end: 0 };
	if (oin.kind === 'not-an-oin') {
		const { reason } = oin;
		return explain(specificationFinding('consumerspecificatie.party-id', nowhere, { value, reason }), t)
			.problem;
	}
	if (oin.register === 'kvk' && oin.number !== kvkNumber) {
		return {
			message: t('This OIN is of KVK number {0}, but you filled in {1}.', oin.number, kvkNumber),
			severity: InputBoxValidationSeverity.Warning,
		};
	}
	const [reason] = oin.remarks;
	return reason === undefined
		? null
		: {
				message: explain(
					specificationFinding('consumerspecificatie.party-id-doubtful', nowhere, { value, reason }),
					t,
				).problem,
				severity: InputBoxValidationSeverity.Warning,
			};
}

function namesIn(text: string): readonly string[] {
	return [...new Set(text.split(/[\s,;]+/).filter((name) => name !== ''))];
}

function complainOfDomainNames(names: readonly string[], t: Translate): Complaint | null {
	if (names.length === 0) {
		return t('Fill in at least one domain name.');
	}
	if (names.length > mostDomainNames) {
		return t('A certificate has at most {0} domain names.', mostDomainNames);
	}
	for (const name of names) {
		const fault = checkDomainName(name);
		if (fault !== undefined) {
			return faultWords(fault, name, t);
		}
	}
	return null;
}

function faultWords(fault: DomainNameFault, name: string, t: Translate): string {
	switch (fault) {
		case 'address':
			return t('{0} is an IP address: PKIoverheid G4 only takes domain names.', name);
		case 'wildcard':
			return t('{0} has a wildcard, which PKIoverheid forbids.', name);
		case 'not-qualified':
			return t('{0} only exists in your own network: fill in the whole name.', name);
		case 'onion':
			return t('{0} is a name of the Tor network, which PKIoverheid forbids.', name);
		case 'characters':
		case 'empty':
			return t('{0} is no domain name.', name);
	}
}

async function askTarget(t: Translate): Promise<Uri | undefined> {
	const base = baseFolder()?.uri;
	return window.showSaveDialog({
		title: t('Save the configuration'),
		filters: { OpenSSL: ['cnf'] },
		...(base === undefined ? {} : { defaultUri: Uri.joinPath(base, 'certificaataanvraag.cnf') }),
	});
}
