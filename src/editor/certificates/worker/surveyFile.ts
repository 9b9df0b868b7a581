import { inspect, type InspectedCertificate, type InspectOptions } from '../../../certificates/inspect';
import { displayNameOf } from '../../../certificates/displayName';
import type { ReadFile } from './containerFiles';
import type { SurveyedCertificate, SurveyedFile } from './protocol';

/** CA certificates from which on a file is a collection: a chain has three. */
const collection = 10;

/** Tells what a list shows of a file. */
export function surveyFile(file: string, read: ReadFile | undefined, options: InspectOptions): SurveyedFile {
	if (read === undefined || 'unreadable' in read || read.container.state === 'unreadable') {
		return { file, state: 'nothing' };
	}
	if (read.container.state === 'locked') {
		return { file, state: 'locked' };
	}
	const certificates = inspect([{ file, ...read }], options)[0]?.certificates ?? [];
	const own = certificates.filter((certificate) => !isAuthority(certificate));
	if (own.length === 0 && certificates.length >= collection) {
		return { file, state: 'authorities', count: certificates.length };
	}
	const shown = own.length > 0 ? own : certificates;
	return shown.length === 0
		? { file, state: 'nothing' }
		: { file, state: 'read', certificates: shown.map(surveyed) };
}

function isAuthority({ entry: { certificate } }: InspectedCertificate): boolean {
	return certificate.basicConstraints?.ca === true;
}

function surveyed(inspected: InspectedCertificate): SurveyedCertificate {
	const { entry, oin, verdict } = inspected;
	const { sha256, subject, notBefore, notAfter } = entry.certificate;
	return {
		sha256,
		subject: displayNameOf(subject),
		oin: oin?.parsed.kind === 'oin' ? oin.value : null,
		alias: entry.alias,
		notBefore,
		notAfter,
		verdict: isAuthority(inspected) ? null : verdict,
	};
}
